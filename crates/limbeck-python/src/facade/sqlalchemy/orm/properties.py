"""What stands in the body of a mapped class."""

# Here and not in functions: an import costs as much as twenty calls, also when there is nothing to load.
from .._core import unsupported
from ..sql.columns import _COLUMN, Column, copy_of, is_type
from ..sql.items import SchemaItem

_ORM = frozenset(("deferred deferred_group deferred_raiseload use_existing_column active_history init repr kw_only compare default_factory insert_default hash sort_order"
        " dataclass_metadata").split())
_counter = [0]


class Mapped:
    """The annotation `Mapped[T]`; `Mapped[T]` keeps what stands between the brackets."""

    kind = "column"

    def __class_getitem__(cls, item):
        return MappedOf(cls, item)


class DynamicMapped(Mapped):
    kind = "relationship"


class WriteOnlyMapped(Mapped):
    kind = "relationship"


class MappedSQLExpression(Mapped):
    pass


class MappedOf:
    """`Mapped[...]` with its argument."""

    def __init__(self, origin, item):
        self.__origin__ = origin
        self.__args__ = (item,)

    def __or__(self, other):
        return self

    __ror__ = __or__

    def __call__(self, *args, **kw):
        raise TypeError("Mapped cannot be called")


class MappedColumn:
    """`mapped_column(...)`: a Column whose name and type may come from the annotation."""

    def __init__(self, args, kwargs):
        for name in kwargs:
            if name not in _ORM and name not in _COLUMN and "_" not in name:
                raise TypeError("mapped_column() got an unexpected keyword argument %r" % name)
        _counter[0] += 1
        self.order = _counter[0]
        self.args = args
        self.kwargs = kwargs
        self.column = None

    def __getattr__(self, name):
        if name.startswith("__") or self.__dict__.get("column") is None:
            if name in ("name", "type", "foreign_keys", "nullable", "primary_key", "key"):
                return getattr(self.make(None, None, None), name)
            raise AttributeError(name)
        return getattr(self.column, name)

    def make(self, name, annotation, nullable):
        """The Column: written arguments, completed by name and annotation."""
        args = [copy_of(a) if isinstance(a, SchemaItem) and type(a).__name__ != "Sequence" else a for a in self.args]
        kwargs = {k: v for k, v in self.kwargs.items() if k not in _ORM or k == "insert_default"}
        if "insert_default" in kwargs:
            kwargs["default"] = kwargs.pop("insert_default")
        elif "default_factory" in self.kwargs or "init" in self.kwargs:
            if "default" in kwargs and "default_factory" not in self.kwargs and not callable(kwargs["default"]):
                kwargs.setdefault("default", kwargs["default"])
        if not (args and isinstance(args[0], str)) and "name" not in kwargs and name is not None:
            args.insert(0, name)
        rest = args[1:] if args and isinstance(args[0], str) else args
        typed = kwargs.get("type_") is not None or (rest and is_type(rest[0]))
        if not typed and annotation is not None:
            place = 1 if args and isinstance(args[0], str) else 0
            args.insert(place, annotation)
        if nullable is not None and "nullable" not in kwargs and not kwargs.get("primary_key"):
            kwargs["nullable"] = nullable
        made = Column(*args, **kwargs)
        if name is not None:
            made.key = kwargs.get("key") or made.name
        return made


def mapped_column(*args, **kwargs):
    """A column of a mapped class."""
    return MappedColumn(args, kwargs)


class Property:
    """Something declared on a class that has no column of its own."""

    what = "property"

    def __init__(self, *args, **kw):
        self.args, self.kwargs = args, kw
        self.key = None

    def __set_name__(self, owner, name):
        self.key = name

    def __get__(self, instance, owner):
        if instance is None:
            return self
        if self.key in instance.__dict__:
            return instance.__dict__[self.key]
        raise unsupported("%s %s.%s on instances" % (self.what, owner.__name__, self.key), "query the rows instead")

    def __set__(self, instance, value):
        raise unsupported("%s %s.%s on instances" % (self.what, type(instance).__name__, self.key), "set the foreign key's column instead")

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        if name in ("any", "has", "contains", "of_type", "and_"):
            raise unsupported("relationship.%s()" % name)
        raise AttributeError(name)


class Relationship(Property):
    what = "relationship"


class Composite(Property):
    what = "composite"


def relationship(*args, **kw):
    """A relation to another class: declared, not followed."""
    return Relationship(*args, **kw)


dynamic_loader = relationship


def backref(name, **kw):
    return name, kw


def composite(*args, **kw):
    made = Composite(*args, **kw)
    _counter[0] += 1
    return made


class Synonym:
    """Another name for an attribute."""

    def __init__(self, name, **kw):
        self.name = name
        self.descriptor = kw.get("descriptor")

    def __get__(self, instance, owner):
        return getattr(owner if instance is None else instance, self.name)

    def __set__(self, instance, value):
        setattr(instance, self.name, value)


def synonym(name, **kw):
    return Synonym(name, **kw)


class ColumnProperty:
    """`column_property(...)`: a column with options, or an expression."""

    def __init__(self, column, *more, **kw):
        self.expression = column
        self.columns = (column,) + more
        _counter[0] += 1

    def __get__(self, instance, owner):
        if instance is None:
            return self.expression
        raise unsupported("column_property expressions on instances")


def column_property(column, *more, **kw):
    return ColumnProperty(column, *more, **kw)


def deferred(column, *more, **kw):
    return column


def query_expression(default_expr=None, **kw):
    return ColumnProperty(default_expr)


def foreign(column):
    return column


remote = foreign


def validates(*names, **kw):
    """Decorator: validators are not run here, so sessions refuse to write such classes."""

    def decorate(fn):
        fn._validates = names
        return fn

    return decorate


def reconstructor(fn):
    return fn


class Attribute:
    """A mapped column on its class: the Column itself on the class, the value on instances."""

    def __init__(self, key, column):
        self.key = key
        self.column = column

    def __get__(self, instance, owner):
        if instance is None:
            return self.column
        return instance.__dict__.get(self.key)

    def __set__(self, instance, value):
        state = instance.__dict__.get("_limbeck_state")
        if state is not None:
            state.changed(self.key, instance.__dict__.get(self.key), value)
        instance.__dict__[self.key] = value

    def __delete__(self, instance):
        instance.__dict__.pop(self.key, None)


InstrumentedAttribute = QueryableAttribute = Attribute
RelationshipProperty = Relationship
SynonymProperty = Synonym
CompositeProperty = Composite


class AppenderQuery:
    pass


def attribute_keyed_dict(*args, **kw):
    return dict


attribute_mapped_collection = column_mapped_collection = mapped_collection = attribute_keyed_dict


class collection:
    """Decorators of collection classes."""

    appender = remover = iterator = converter = internally_instrumented = staticmethod(lambda fn: fn)
    adds = replaces = removes = removes_return = staticmethod(lambda *args, **kw: (lambda fn: fn))


def orm_insert_sentinel(*args, **kw):
    raise unsupported("orm_insert_sentinel()")
