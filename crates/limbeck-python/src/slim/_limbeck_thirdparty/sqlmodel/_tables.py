"""From the fields of a class to its table."""

import sqlalchemy as sa
from sqlalchemy._core import unsupported
from sqlalchemy.orm.annotations import Read, resolve, unwrap
from sqlalchemy.orm.decl_base import annotations_of, declared_attr, map_class
from sqlmodel import AutoString, FieldInfo, RelationshipInfo


class _Field:
    """A field as its class wrote it."""

    def __init__(self, owner, name, annotation, value):
        self.owner, self.name, self.annotation = owner, name, annotation
        self.info = value if isinstance(value, FieldInfo) else FieldInfo(value)

    def option(self, name, default=None):
        return self.info.options.get(name, default)


def declare(cls, body, is_table):
    """Note the fields of a class; make its table when it is to have one."""
    fields = {}
    for base in reversed(cls.__mro__[1:]):
        fields.update(base.__dict__.get("__sqlmodel_fields__", {}))
    for name, annotation in annotations_of(cls).items():
        value = body.get(name, ...)
        if name.startswith("__") or name == "model_config" or isinstance(value, RelationshipInfo) or _is_class_variable(annotation):
            continue
        fields[name] = _Field(cls, name, annotation, value)
    type.__setattr__(cls, "__sqlmodel_fields__", fields)
    if not is_table or any(["__mapper__" in base.__dict__ for base in cls.__mro__[1:]]):
        return
    columns = [_column(field, cls) for field in fields.values()]
    args = _declared(cls, "__table_args__") or ()
    options = {}
    if isinstance(args, dict):
        args, options = (), args
    elif args and isinstance(args[-1], dict):
        args, options = args[:-1], args[-1]
    name = _declared(cls, "__tablename__") or cls.__name__.lower()
    type.__setattr__(cls, "__table__", sa.Table(name, cls.metadata, *columns, *args, **options))
    for field in fields:
        if field in cls.__dict__:
            type.__delattr__(cls, field)
    map_class(cls, cls._sa_registry)


def _is_class_variable(annotation):
    text = annotation if isinstance(annotation, str) else str(getattr(annotation, "__origin__", annotation))
    return "ClassVar" in text.split("[")[0]


def _declared(cls, name):
    for base in cls.__mro__:
        value = base.__dict__.get(name)
        if value is not None:
            return value.fget(cls) if isinstance(value, declared_attr) else value
    return None


def _column(field, cls):
    made = field.option("sa_column")
    if isinstance(made, sa.Column):
        return _named(made, field.name)
    read = _read(field)
    for extra in read.extras:
        if isinstance(extra, FieldInfo):
            field.info.options = dict(extra.options, **field.info.options)
            if field.info.default is ...:
                field.info.default = extra.default
    made = field.option("sa_column")
    if isinstance(made, sa.Column):
        return _named(made, field.name)
    type_ = field.option("sa_type")
    key = bool(field.option("primary_key"))
    nullable = field.option("nullable")
    if nullable is None:
        nullable = not key and bool(read.optional)
    args = []
    if field.option("foreign_key"):
        if field.option("ondelete") == "SET NULL" and not nullable:
            raise RuntimeError('ondelete="SET NULL" requires nullable=True')
        args.append(sa.ForeignKey(field.option("foreign_key"), ondelete=field.option("ondelete")))
    kw = {"primary_key": key, "nullable": nullable, "index": bool(field.option("index")), "unique": bool(field.option("unique"))}
    default = field.option("default_factory") or field.info.default
    if default is not ... and default is not None:
        kw["default"] = default
    args += list(field.option("sa_column_args") or ())
    kw.update(field.option("sa_column_kwargs") or {})
    return sa.Column(field.name, _type(field, read, cls) if type_ is None else type_, *args, **kw)


def _named(column, name):
    from sqlalchemy.orm.decl_base import _named as named

    if column.name is None:
        column.name = column.key = name
    named(column, name)
    return column


def _read(field):
    annotation = resolve(field.annotation, field.owner)
    return Read(None, False) if type(annotation).__name__ == "Absent" else unwrap(annotation, field.owner)


def _type(field, read, cls):
    """The column type of a Python type, by SQLModel's list."""
    import datetime
    import decimal
    import uuid

    python = read.python
    where = "%s.%s" % (cls.__name__, field.name)
    if read.raw is not None and getattr(read, "literal", None):
        raise ValueError("%s: Literal has no matching SQLAlchemy type" % where)
    if not isinstance(python, type):
        raise unsupported("the field %s" % where, "its type %r is not known here; give it a sa_type" % (read.raw if read.raw is not None else field.annotation,))
    if hasattr(python, "__members__"):
        return sa.Enum(python)
    if issubclass(python, str) or python.__name__ in ("EmailStr", "IPv4Address", "IPv4Network", "IPv6Address", "IPv6Network", "Path"):
        length = field.option("max_length")
        return AutoString(length=length) if length else AutoString()
    if issubclass(python, bool):
        return sa.Boolean()
    if issubclass(python, datetime.datetime):
        raise unsupported("the field %s" % where, "a datetime has a time zone in some versions of SQLModel and none in others; "
                                                  "say sa_type=sa.DateTime(timezone=True) or sa_type=sa.DateTime(timezone=False)")
    if issubclass(python, decimal.Decimal):
        return sa.Numeric(precision=field.option("max_digits"), scale=field.option("decimal_places"))
    for known, made in ((float, sa.Float), (int, sa.Integer), (datetime.date, sa.Date), (datetime.timedelta, sa.Interval), (datetime.time, sa.Time),
                        (bytes, sa.LargeBinary), (uuid.UUID, sa.Uuid)):
        if issubclass(python, known):
            return made()
    raise ValueError("%s: %r has no matching SQLAlchemy type" % (where, python))
