"""Slim versions of libraries that projects read their settings with (a wrong guess there would migrate the wrong database), and of those
whose column types stand in version scripts.

They are faithful where they answer, and refuse (`_refuse.py`) where they do not know. A module of the project's own with
such a name is found first: this finder stands behind the one for the project.
"""
import sys

import _imp
from _frozen_importlib import ModuleSpec

_HERE = "_limbeck_thirdparty."
PACKAGES = ("dotenv", "environs", "fastapi_users_db_sqlalchemy", "flask", "flask_migrate", "flask_sqlalchemy", "pydantic", "pydantic_core", "pydantic_settings", "sqlmodel")
MODULES = ("decouple", "typing_extensions")


class FrozenLoader:
    """Runs a frozen module under the name that scripts know it by."""

    @staticmethod
    def create_module(spec):
        return None

    @staticmethod
    def exec_module(module):
        exec(_imp.get_frozen_object(_HERE + module.__name__), module.__dict__)


class ForwardLoader:
    """A submodule that has no file of its own here (`pydantic.networks`): its names are those of the package."""

    @staticmethod
    def create_module(spec):
        return None

    @staticmethod
    def exec_module(module):
        package = sys.modules[module.__name__.partition(".")[0]]

        def __getattr__(name):
            return getattr(package, name)

        module.__getattr__ = __getattr__


class ThirdPartyFinder:
    @staticmethod
    def find_spec(name, path=None, target=None):
        package = name.partition(".")[0]
        if package not in PACKAGES and package not in MODULES:
            return None
        if package != name and not isinstance(getattr(sys.modules.get(package), "__loader__", None), type):
            # The package is the project's own.
            return None
        if name in MODULES:
            return ModuleSpec(name, FrozenLoader)
        if name in PACKAGES:
            return ModuleSpec(name, FrozenLoader, is_package=True)
        if package not in PACKAGES or not name.rpartition(".")[2][:1].islower() and "._" not in name:
            # `from pydantic import Name` asks for a submodule when there is no such name.
            return None
        frozen = name.count(".") == 1 and _imp.is_frozen(_HERE + name)
        return ModuleSpec(name, FrozenLoader) if frozen else ModuleSpec(name, ForwardLoader, is_package=True)
