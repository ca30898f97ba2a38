"""A MetaData from the description that the project's own Python gave of it."""

from ._core import quoted_name
from ._trees import build, kept
from .sql.metadata import MetaData
from .sql.tables import Table
from .sql.type_api import TypeEngine


class Described(TypeEngine):
    """A type of the project's own, or of a library, that is not here: what it is for the database, and how it is written."""

    def _base_tree(self):
        return self._described + (kept(self),)

    @classmethod
    def __limbeck_class__(cls):
        return cls().__limbeck__()

    def __repr__(self):
        return self._repr


def described(name, module, qualname, meaning, said):
    """A class of the same name, so that functions that look at it see what they would see."""
    meaning = built(meaning)
    members = {"__module__": module, "__qualname__": qualname, "_described": (name, (module, qualname, meaning)), "_repr": said, "impl": meaning}
    return type(qualname.rpartition(".")[2], (Described,), members)()


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
        return described(name, *args, kwargs["repr"])
    args = [built(item) for item in args]
    if name == "sqlalchemy.quoted_name":
        return quoted_name(*args)
    return build((name, tuple(args), {key: built(item) for key, item in kwargs.items()}))


def metadata(tree):
    _, tables, kwargs = tree
    made = MetaData(**kwargs)
    for _, args, options in tables:
        name, *items = [built(item) for item in args]
        Table(name, made, *items, **{key: built(value) for key, value in options.items()})
    return made
