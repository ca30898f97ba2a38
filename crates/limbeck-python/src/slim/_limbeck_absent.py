"""What an import that cannot be resolved gives: a value that may be passed about, and that says so when it would decide something."""
import sys

import _limbeck


class AbsentValue(BaseException):
    """Not an Exception: `except Exception` must not turn a missing setting into a wrong one."""

    def __init__(self, expression, module, use):
        super().__init__(f"{expression} is needed to {use}, but module {module} could not be imported")
        frame = _users_frame()
        self._limbeck_absent, self._limbeck_module, self._limbeck_use = expression, module, use
        self._limbeck_file = frame.f_code.co_filename if frame else ""
        self._limbeck_line = frame.f_lineno if frame else 0


def _users_frame():
    frame = sys._getframe(1)
    while frame and not frame.f_code.co_filename.endswith(".py"):
        frame = frame.f_back
    return frame


class AbsentBase:
    """Stands in for a base class that could not be imported."""

    def __init__(self, *args, **kwargs):
        for name, value in kwargs.items():
            object.__setattr__(self, name, value)

    _absent_fields = frozenset()

    def __init_subclass__(cls, **kwargs):
        # The base that is not there may fill annotated fields from elsewhere (the environment, a file): their defaults decide nothing.
        try:
            cls._absent_fields = cls._absent_fields | frozenset(cls.__annotations__)
        except Exception:
            names = [name for name, value in vars(cls).items() if not name.startswith("__") and not callable(value)]
            cls._absent_fields = cls._absent_fields | frozenset(names)

    def __getattribute__(self, name):
        own = object.__getattribute__
        if name in own(self, "_absent_fields") and name not in own(self, "__dict__"):
            return Absent(f"{type(self).__name__}.{name}", type(self).__module__)
        return own(self, name)

    def __class_getitem__(cls, item):
        return cls

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return Absent(f"{type(self).__name__}.{name}", type(self).__module__)


class Absent:
    def __init__(self, expression, module):
        object.__setattr__(self, "_expression", expression)
        object.__setattr__(self, "_module", module)

    def __limbeck__(self):
        return ("limbeck.absent", (self._expression, self._module), {})

    def __getattr__(self, name):
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        return Absent(f"{self._expression}.{name}", self._module)

    def __setattr__(self, name, value):
        pass

    def __call__(self, *args, **kwargs):
        return Absent(f"{self._expression}(...)", self._module)

    def __getitem__(self, key):
        return Absent(f"{self._expression}[{key!r}]", self._module)

    def __setitem__(self, key, value):
        pass

    def __mro_entries__(self, bases):
        return () if AbsentBase in bases else (AbsentBase,)

    def __enter__(self):
        return Absent(f"{self._expression}", self._module)

    def __exit__(self, *exc):
        return None

    def __repr__(self):
        return f"<absent {self._expression}>"

    def _decides(self, use):
        return AbsentValue(self._expression, self._module, use)

    def __bool__(self):
        raise self._decides("decide a branch")

    def __str__(self):
        raise self._decides("make a text")

    def __format__(self, spec):
        raise self._decides("make a text")

    def __iter__(self):
        raise self._decides("be iterated")

    def __len__(self):
        raise self._decides("be counted")

    def __contains__(self, item):
        raise self._decides("be searched")

    def __int__(self):
        raise self._decides("be a number")

    __float__ = __index__ = __int__

    def __await__(self):
        raise self._decides("be awaited")

    def __fspath__(self):
        raise self._decides("be a path")

    def __instancecheck__(self, instance):
        raise self._decides("decide a branch")

    __subclasscheck__ = __instancecheck__
    __hash__ = object.__hash__


def _operator(sign):
    def apply(self, other):
        return Absent(f"({self._expression} {sign} ...)", self._module)

    return apply


def _equals(self, other):
    # The interpreter compares the bases of a class with what __mro_entries__ made of them.
    return False if other is AbsentBase else _operator("==")(self, other)


Absent.__eq__ = _equals

for _name, _sign in (
    ("ne", "!="), ("lt", "<"), ("le", "<="), ("gt", ">"), ("ge", ">="), ("add", "+"), ("radd", "+"), ("sub", "-"),
    ("rsub", "-"), ("mul", "*"), ("rmul", "*"), ("truediv", "/"), ("rtruediv", "/"), ("floordiv", "//"), ("mod", "%"), ("rmod", "%"),
    ("or", "|"), ("ror", "|"), ("and", "&"), ("rand", "&"), ("xor", "^"), ("lshift", "<<"), ("rshift", ">>"),
):
    setattr(Absent, f"__{_name}__", _operator(_sign))


class OutOfReach(Absent):
    """A name of a standard module that reaches into the machine. Calling it is refused, not skipped."""

    def __getattr__(self, name):
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        return OutOfReach(f"{self._expression}.{name}", self._module)

    def __call__(self, *args, **kwargs):
        raise PermissionError(1, f"{self._expression}() is not there: scripts that limbeck runs cannot reach into the machine")

    def __instancecheck__(self, instance):
        # Listeners ask whether a driver's connection is SQLite's.
        if self._expression == "sqlite3.Connection":
            return getattr(getattr(instance, "_native", None), "dialect_name", None) == "sqlite"
        return False


def module(name, value=Absent):
    """A module that could not be imported."""
    made = type(sys)(name)
    made.__path__ = []
    made.__absent__ = True

    def __getattr__(attribute):
        if attribute.startswith("__") and attribute.endswith("__"):
            raise AttributeError(attribute)
        return value(f"{name}.{attribute}", name)

    made.__getattr__ = __getattr__
    return made


def give_up(made, error):
    """Makes a module that failed one that could not be imported: what there is of it so far may be half of it."""
    if not isinstance(error, (Exception, AbsentValue)):
        return False
    frame = _importing_frame()
    if frame is not None and _limbeck.import_is_guarded(frame.f_code.co_filename, frame.f_lineno):
        return False
    name, path = made.__name__, getattr(made, "__path__", [])
    said = f"{name} ({type(error).__name__}: {error})"
    for key in list(made.__dict__):
        if not (key.startswith("__") and key.endswith("__")):
            del made.__dict__[key]
    made.__path__ = path
    made.__absent__ = True

    def __getattr__(attribute):
        if attribute.startswith("__") and attribute.endswith("__"):
            raise AttributeError(attribute)
        return Absent(f"{name}.{attribute}", said)

    made.__getattr__ = __getattr__
    return True


class AbsentLoader:
    @staticmethod
    def create_module(spec):
        return module(spec.name)

    @staticmethod
    def exec_module(made):
        pass


def _is_absent(module):
    # Not getattr: a module's own __getattr__ may import when asked.
    return "__absent__" in getattr(module, "__dict__", ())


def of_autogenerate():
    """The absent packages that by their names are there for autogenerate: what they compare is not compared."""
    names = {name.split(".")[0] for name, module in sys.modules.items() if _is_absent(module)}
    return sorted(name for name in names if name.startswith("alembic_") or name == "sqlalchemy_declarative_extensions")


_IMPORTERS = ("_frozen_importlib", "_limbeck_absent", "_limbeck_boot", "importlib", "importlib._bootstrap")


class OutOfReachLoader(AbsentLoader):
    @staticmethod
    def create_module(spec):
        return module(spec.name, OutOfReach)


def _importing_frame():
    """The module that imports, when it is one of the project's: the standard library knows what it may do without."""
    frame = sys._getframe(1)
    while frame and (frame.f_code.co_filename in _IMPORTERS or frame.f_code.co_filename.startswith("<frozen")):
        frame = frame.f_back
    return frame if frame and frame.f_code.co_filename.endswith(".py") else None


class AbsentFinder:
    """Last of all finders. An import that a script is prepared to see fail (`try: import x except ImportError:`) does fail."""

    @staticmethod
    def find_spec(name, path=None, target=None):
        parent = name.rpartition(".")[0]
        if parent and not _is_absent(sys.modules.get(parent)):
            return None
        frame = _importing_frame()
        if frame is None or _limbeck.import_is_guarded(frame.f_code.co_filename, frame.f_lineno):
            return None
        from importlib.machinery import ModuleSpec

        return ModuleSpec(name, AbsentLoader, is_package=True)
