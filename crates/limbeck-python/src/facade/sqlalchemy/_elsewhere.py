"""A MetaData from the description that the project's own Python gave of it."""

import sys

from ._core import quoted_name
from ._trees import build, kept
from .sql.metadata import MetaData
from .sql.tables import Table
from .sql.type_api import TypeEngine


class Described(TypeEngine):
    """A type of the project's own, or of a library: what it is for the database, and how it is written."""

    def _base_tree(self):
        return self._described + (kept(self),)

    def __repr__(self):
        return self._repr


def described(name, module, qualname, meaning, said):
    """Of a class of the same name, and of that class itself where it is here: functions of env.py ask for it."""
    meaning = built(meaning)
    last = qualname.rpartition(".")[2]
    here = sys.modules.get(module)
    known = None if here is None or getattr(here, "__absent__", False) else getattr(here, last, None)
    bases = (Described, known) if isinstance(known, type) and issubclass(known, TypeEngine) else (Described,)
    members = {"__module__": module, "__qualname__": qualname, "_described": (name, (module, qualname, meaning)), "_repr": said["repr"]}
    made = object.__new__(type(last, bases, members))
    made.__dict__.update(said["attributes"], impl=meaning)
    return made


def built(value):
    """The objects of a tree, with described types and what is nested in tuples and dicts."""
    if isinstance(value, list):
        return [built(item) for item in value]
    if isinstance(value, dict):
        return {key: built(item) for key, item in value.items()}
    if not isinstance(value, tuple):
        return value
    if len(value) != 3 or not isinstance(value[2], dict):
        return tuple([built(item) for item in value])
    name, args, kwargs = value
    if name in ("sqlalchemy.TypeDecorator", "sqlalchemy.UserDefinedType"):
        return described(name, *args, kwargs)
    args = [built(item) for item in args]
    if name == "sqlalchemy.quoted_name":
        return quoted_name(*args)
    return build((name, tuple(args), {key: built(item) for key, item in kwargs.items()}))


def metadata(tree):
    _, tables, kwargs = tree
    sequences = [built(item) for item in kwargs.pop("sequences", ())]
    made = MetaData(**kwargs)
    made._sequences.extend(sequences)
    for _, args, options in tables:
        name, *items = [built(item) for item in args]
        Table(name, made, *items, **{key: built(value) for key, value in options.items()})
    return made
