"""Run once when the interpreter starts: where modules are found, and the few builtins that touch the machine."""
import builtins
import sys

import _frozen_importlib
import _limbeck


class ProjectLoader:
    def __init__(self, path):
        self.path = path

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        module.__file__ = self.path
        source = _limbeck.read_file(self.path).decode("utf-8-sig")
        if not _limbeck.models_are_elsewhere():
            exec(_limbeck.compile_module(source, self.path), module.__dict__)
            return
        try:
            exec(_limbeck.compile_module(source, self.path), module.__dict__)
        except BaseException as error:
            from _limbeck_absent import give_up

            if not give_up(module, error):
                raise

    def get_filename(self, name=None):
        return self.path

    def get_source(self, name=None):
        return _limbeck.read_file(self.path).decode("utf-8-sig")


class ProjectFinder:
    """Modules of the project: `.py` files and packages on sys.path."""

    @staticmethod
    def find_spec(name, path=None, target=None):
        tail = name.rpartition(".")[2]
        namespace = []
        for entry in sys.path if path is None else path:
            base = f"{entry or '.'}/{tail}"
            kind = _limbeck.path_kind(base)
            if kind == "directory":
                start = f"{base}/__init__.py"
                if _limbeck.path_kind(start) == "file":
                    spec = _frozen_importlib.ModuleSpec(name, ProjectLoader(start), origin=start, is_package=True)
                    spec.submodule_search_locations.append(base)
                    return spec
                namespace.append(base)
            elif _limbeck.path_kind(base + ".py") == "file":
                spec = _frozen_importlib.ModuleSpec(name, ProjectLoader(base + ".py"), origin=base + ".py")
                return spec
        if namespace:
            spec = _frozen_importlib.ModuleSpec(name, None, is_package=True)
            spec.submodule_search_locations.extend(namespace)
            return spec
        return None


class MachineFinder:
    """Standard modules that reach into the machine. They may be imported, and say so when they are used."""

    NAMES = frozenset((
        "_signal", "_socket", "ctypes", "fcntl", "multiprocessing", "pty", "readline", "resource", "select", "selectors", "signal",
        "socket", "socketserver", "sqlite3", "ssl", "subprocess", "syslog", "termios", "tty",
    ))

    @classmethod
    def find_spec(cls, name, path=None, target=None):
        if name.partition(".")[0] not in cls.NAMES:
            return None
        from _limbeck_absent import OutOfReachLoader

        return _frozen_importlib.ModuleSpec(name, OutOfReachLoader, is_package=True)


class LazyThirdPartyFinder:
    @staticmethod
    def find_spec(name, path=None, target=None):
        from _limbeck_thirdparty import ThirdPartyFinder

        return ThirdPartyFinder.find_spec(name, path, target)


class LazyAbsentFinder:
    @staticmethod
    def find_spec(name, path=None, target=None):
        from _limbeck_absent import AbsentFinder

        return AbsentFinder.find_spec(name, path, target)


def is_offline():
    """Whether this is a run with --sql, in which env.py may write the text of each database to a file of its own."""
    try:
        return _limbeck.is_offline()
    except RuntimeError:
        return False


def open_for_reading(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    """`open()`, for reading; under --sql also for writing a text anew."""
    import io
    import os

    if mode in ("w", "wt") and encoding in (None, "locale", "utf-8", "utf8", "UTF-8") and is_offline():
        from _limbeck_offline import OfflineFile

        return OfflineFile(os.fspath(file))
    if any(letter in mode for letter in "wax+"):
        raise PermissionError(1, "scripts that limbeck runs can only read files", os.fspath(file))
    data = _limbeck.read_file(os.fspath(file))
    if "b" in mode:
        return io.BytesIO(data)
    encoding = "utf-8" if encoding in (None, "locale") else encoding
    return io.StringIO(data.decode(encoding, errors or "strict"), newline)


sys.meta_path.insert(0, MachineFinder)
sys.meta_path.append(ProjectFinder)
sys.meta_path.append(LazyThirdPartyFinder)
sys.meta_path.append(LazyAbsentFinder)
builtins.open = open_for_reading
