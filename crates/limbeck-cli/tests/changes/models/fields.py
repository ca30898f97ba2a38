"""In the manner of SQLModel: classes whose fields say their columns, strings of a type of the library's own."""
from datetime import datetime, timezone
from typing import Optional, get_type_hints

import sqlalchemy as sa


class AutoString(sa.types.TypeDecorator):
    impl = sa.String
    cache_ok = True

    def load_dialect_impl(self, dialect):
        if self.impl.length is None and dialect.name in ("mysql", "mariadb"):
            return dialect.type_descriptor(sa.String(255))
        return super().load_dialect_impl(dialect)


def Field(default=..., *, primary_key=False, index=False, unique=False, foreign_key=None, max_length=None, sa_type=None, sa_column_kwargs=None):
    return dict(default=default, primary_key=primary_key, index=index, unique=unique, foreign_key=foreign_key, max_length=max_length, sa_type=sa_type,
                more=sa_column_kwargs or {})


TYPES = {int: sa.Integer, bool: sa.Boolean, float: sa.Float, datetime: sa.DateTime}


class SQLModel:
    metadata = sa.MetaData()

    def __init_subclass__(cls, table=False, **keywords):
        super().__init_subclass__(**keywords)
        if table:
            columns = [cls.column(name, hint) for name, hint in get_type_hints(cls).items()]
            cls.__table__ = sa.Table(getattr(cls, "__tablename__", cls.__name__.lower()), cls.metadata, *columns)

    @classmethod
    def column(cls, name, hint):
        field = getattr(cls, name, ...)
        field = field if isinstance(field, dict) else Field(field)
        inner = [one for one in getattr(hint, "__args__", ()) if one is not type(None)]
        kind = inner[0] if inner else hint
        type_ = field["sa_type"] or (AutoString(length=field["max_length"]) if kind is str else TYPES[kind]())
        keys = [sa.ForeignKey(field["foreign_key"])] if field["foreign_key"] else []
        nullable = bool(inner) and not field["primary_key"]
        return sa.Column(name, type_, *keys, primary_key=field["primary_key"], index=field["index"], unique=field["unique"], nullable=nullable, **field["more"])


class TeamBase(SQLModel):
    name: str = Field(index=True, max_length=100)
    headquarters: Optional[str] = None


class Team(TeamBase, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)


class Hero(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    name: str = Field(index=True, unique=True, max_length=80)
    secret_name: str
    age: Optional[int] = Field(default=None, index=True)
    strength: float = 1.0
    is_active: bool = Field(default=True, sa_column_kwargs={"server_default": sa.true()})
    team_id: Optional[int] = Field(default=None, foreign_key="team.id")
    seen_at: datetime = Field(default=lambda: datetime.now(timezone.utc), sa_type=sa.DateTime(timezone=True))


metadata = SQLModel.metadata
