"""What every construct shares: recording, handing over, lazy modules, and where the user's code stands."""

import sys


def _own_names(name):
    """How the file names of the facade's code begin: below one folder, or as frozen modules' dotted names."""
    if name.endswith(".py"):
        root = name[: -len("sqlalchemy/_core.py")]
        return root + "sqlalchemy/", root + "alembic/"
    root = name[: -len("sqlalchemy._core")]
    return root + "sqlalchemy.", root + "alembic."


FACADE = _own_names(sys._getframe().f_code.co_filename)


def caller():
    """File and line of the innermost frame that is not the facade's."""
    frame = sys._getframe(1)
    while frame is not None:
        name = frame.f_code.co_filename
        if not name.startswith(FACADE):
            return name, frame.f_lineno
        frame = frame.f_back
    return "<unknown>", 0


def lazy(module, table):
    """A module `__getattr__`: `table` maps submodule -> names; a name is looked up when first asked for.

    A key with a leading dot is below `sqlalchemy`; "" is the submodule itself.
    """
    where = {}
    for target, names in table.items():
        for name in names.split():
            where[name] = target

    def __getattr__(name):
        target = where.get(name)
        if target is None:
            if name == "__all__":
                return [n for n in where if not n.startswith("_")]
            raise AttributeError("module %r has no attribute %r" % (module["__name__"], name))
        value = load(target, name)
        module[name] = value
        return value

    return __getattr__


def load(target, name):
    """The attribute `name` of the module `target`; a target that ends in a dot means the submodule `name`."""
    if target.endswith("."):
        return import_module(target + name)
    return getattr(import_module(target), name)


def import_module(name):
    """`importlib.import_module` without importlib."""
    module = sys.modules.get(name)
    if module is None:
        __import__(name)
        module = sys.modules[name]
    return module


class State:
    """What the facade must know about the moment: whose SQL is being written."""

    dialect = None  # a Dialect while a statement is handed over, else None


state = State()


def current_dialect():
    """The dialect that constructs are being handed over for: the statement's, or the running context's."""
    if state.dialect is not None:
        return state.dialect
    import _limbeck
    from .engine.interfaces import dialect_for

    return dialect_for(_limbeck.context_info("dialect_name") or "default")


class Construct:
    """Something the user wrote with sqlalchemy's names. `_name`, `_args`, `_kwargs` keep it as written."""

    __limbeck_name__ = None
    _args = ()
    _kwargs = {}
    _compiles = None  # dialect name -> function, set by sqlalchemy.ext.compiler

    def __limbeck__(self):
        if self._compiles is not None:
            text = compiled_text(self)
            if text is not None:
                return "limbeck.sql", (text,), {}
        return self.__limbeck_name__, self._args, self._kwargs


def compiled_text(element):
    """The SQL text a user's @compiles function gives for `element` and the current dialect, or None."""
    hooks = element._compiles
    dialect = current_dialect()
    function = hooks.get(dialect.name) or hooks.get("default")
    if function is None:
        return None
    from .ext.compiler import run

    return run(function, element, dialect)


class Declaration:
    """Stands for a Table or Column handed over as it was declared, not as a statement refers to it."""

    def __init__(self, item):
        self.item = item

    def __limbeck__(self):
        return self.item._declared()


class quoted_name(str):
    """A name with an explicit quoting decision."""

    __limbeck_name__ = "sqlalchemy.quoted_name"

    def __new__(cls, value, quote=None):
        if value is None:
            return None
        if isinstance(value, cls) and quote in (None, value.quote):
            return value
        self = str.__new__(cls, value)
        self.quote = quote
        return self

    def __limbeck__(self):
        return "sqlalchemy.quoted_name", (str(self), self.quote), {}


class conv(str):
    """A name that a naming convention must leave alone: `op.f("...")`."""

    __limbeck_name__ = "alembic.op.f"

    def __limbeck__(self):
        return "alembic.op.f", (str(self),), {}


def unsupported(what, why=None):
    """An error for what is not done faithfully, so not at all."""
    return NotImplementedError("limbeck does not support %s%s" % (what, "" if why is None else ": " + why))
