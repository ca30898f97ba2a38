"""SQLModel, as far as tables go: classes become tables by SQLModel's rules; nothing is validated. What it takes from SQLAlchemy is SQLAlchemy's."""

from sqlalchemy import MetaData  # noqa: F401
from sqlalchemy.orm.decl_api import DeclarativeMeta, _init, registry
from sqlalchemy.types import String, TypeDecorator


class AutoString(TypeDecorator):
    """A string; where the database asks for a length, 255."""

    impl = String
    cache_ok = True

    def load_dialect_impl(self, dialect):
        if self.impl.length is None and dialect.name in ("mysql", "mariadb"):
            return String(255)
        return self.impl


# Where SQLModel has it, which scripts have to import.
AutoString.__module__ = "sqlmodel.sql.sqltypes"


class FieldInfo:
    """What `Field()` was given."""

    def __init__(self, *args, **options):
        self.default = args[0] if args else options.pop("default", ...)
        self.options = options


def Field(*args, **options):
    return FieldInfo(*args, **options)


class RelationshipInfo:
    """What `Relationship()` was given; tables do not know of it."""

    def __init__(self, *args, **options):
        self.options = options


def Relationship(*args, **options):
    return RelationshipInfo(*args, **options)


class SQLModelMetaclass(DeclarativeMeta):
    def __new__(mcs, name, bases, body, **options):
        return type.__new__(mcs, name, bases, body)

    def __init__(cls, name, bases, body, **options):
        type.__init__(cls, name, bases, body)
        owner = options.get("registry")
        if owner is not None:
            type.__setattr__(cls, "_sa_registry", owner)
            type.__setattr__(cls, "metadata", owner.metadata)
            return
        from sqlmodel._tables import declare

        declare(cls, body, bool(options.get("table") or dict(body.get("model_config") or {}).get("table")))


class SQLModel(metaclass=SQLModelMetaclass, registry=registry()):
    """Base of models; those with `table=True` are tables."""

    __init__ = _init
    __table_args__ = ()
    model_config = {}

    def __init_subclass__(cls, **options):
        super().__init_subclass__()


_ORM = frozenset("Session relationship selectinload joinedload aliased Mapped mapped_column".split())
_SUBMODULES = {"AsyncSession": "sqlalchemy.ext.asyncio"}


def __getattr__(name):
    if name in ("sql", "sqltypes"):
        import sys

        return sys.modules[__name__]
    if name.startswith("__"):
        raise AttributeError(name)
    import sqlalchemy
    from sqlalchemy._core import import_module

    home = _SUBMODULES.get(name) or ("sqlalchemy.orm" if name in _ORM else None)
    found = getattr(import_module(home) if home else sqlalchemy, name, None)
    if found is not None:
        return found
    from _limbeck_absent import Absent

    return Absent(name, "sqlmodel")
