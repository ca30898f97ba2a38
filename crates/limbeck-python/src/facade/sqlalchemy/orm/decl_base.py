"""From a class body to a Table."""

from ..exc import ArgumentError, InvalidRequestError
from ..sql.columns import Column, copy_of, is_type
from ..sql.metadata import MetaData
from ..sql.sqltypes import for_python
from ..sql.tables import Table
from ..sql.type_api import to_instance
from .annotations import read as read_annotation
from .properties import Attribute, ColumnProperty, MappedColumn, Property, Relationship, Synonym


class declared_attr:
    """A property computed for each mapped class from a mixin."""

    def __init__(self, fn, cascading=False):
        self.fget = fn.__func__ if isinstance(fn, classmethod) else fn
        self.__name__ = getattr(self.fget, "__name__", None)
        self._cascading = cascading

    def __get__(self, instance, owner):
        if self.__name__ in owner.__dict__.get("__declared__", {}):
            return owner.__declared__[self.__name__]
        return self.fget(owner)


class _Cascading:
    def __call__(self, fn):
        return declared_attr(fn, True)

    @property
    def directive(self):
        return declared_attr


declared_attr.cascading = _Cascading()
declared_attr.directive = declared_attr


class Mapper:
    """What is known of a mapped class."""

    def __init__(self, cls, table, columns, inherits):
        self.class_ = self.entity = cls
        self.local_table = self.persist_selectable = self.mapped_table = self.selectable = table
        self.attributes = columns  # attribute name -> Column
        self.inherits = inherits
        self.primary_key = tuple(table.primary_key)
        self.relationships = []
        args = getattr(cls, "__mapper_args__", None) or {}
        self.polymorphic_identity = args.get("polymorphic_identity")
        self.polymorphic_on = args.get("polymorphic_on") if args.get("polymorphic_on") is not None else (inherits.polymorphic_on if inherits else None)

    @property
    def columns(self):
        return self.local_table.c

    c = columns

    @property
    def column_attrs(self):
        return [_Attr(k, c) for k, c in self.attributes.items()]

    attrs = column_attrs

    @property
    def tables(self):
        return [self.local_table]

    def get_property_by_column(self, column):
        return next(_Attr(k, c) for k, c in self.attributes.items() if c is column)

    def __repr__(self):
        return "<Mapper at %#x; %s>" % (id(self), self.class_.__name__)


class _Attr:
    def __init__(self, key, column):
        self.key, self.columns, self.expression = key, [column], column


def class_mapper(cls, configure=True):
    return cls.__mapper__


def object_mapper(instance):
    return type(instance).__mapper__


def configure_mappers():
    pass


def clear_mappers():
    pass


_SKIP = frozenset(("__dict__", "__weakref__", "__module__", "__qualname__", "__doc__", "__annotations__"))


def annotations_of(cls):
    """The class's own annotations."""
    found = cls.__dict__.get("__annotations__")
    if found is None and "__annotate__" in cls.__dict__ or found is None and "__annotate_func__" in cls.__dict__:
        found = getattr(cls, "__annotations__", None)
    return found or {}


def map_class(cls, registry):
    """Give `cls` its Table, attributes and mapper; nothing for abstract classes and mixins."""
    if cls.__dict__.get("__abstract__"):
        return
    parent = None
    for base in cls.__mro__[1:]:
        if "__mapper__" in base.__dict__:
            parent = base.__mapper__
            break
    declared = {}
    type.__setattr__(cls, "__declared__", declared)
    table = cls.__dict__.get("__table__")
    if table is None and parent is None:
        for base in cls.__mro__[1:]:  # __table__ on an abstract base is no use; on a mixin by declared_attr it is
            if isinstance(base.__dict__.get("__table__"), declared_attr):
                table = base.__dict__["__table__"].fget(cls)
                break
    attributes, others = _scan(cls, registry, declared)
    if table is not None:
        columns = {}
        for column in table.c:
            columns[column.key] = column
        for key, column in attributes.items():
            if column.table is table:
                columns.pop(column.key, None)
                columns[key] = column
            else:
                table.append_column(column)
                columns[key] = column
        attributes = columns
    else:
        name = _table_name(cls, parent)
        if name is None and parent is None:
            raise InvalidRequestError("Class %r does not have a __table__ or __tablename__ specified and does not inherit from an existing table-mapped class." % (cls,))
        args, kw = _table_args(cls, parent, name)
        if name is None:  # single-table inheritance
            table = parent.local_table
            if args or kw:
                raise ArgumentError("Can't place __table_args__ on an inherited class with no table.")
            for key, column in attributes.items():
                existing = table.c.get(column.key)
                if existing is None:
                    table.append_column(column)
                else:
                    attributes[key] = existing
        else:
            metadata = cls.__dict__.get("metadata") if isinstance(cls.__dict__.get("metadata"), MetaData) else getattr(cls, "metadata", None) or registry.metadata
            make = getattr(cls, "__table_cls__", None) or Table
            table = make(name, metadata, *(list(attributes.values()) + list(args)), **kw)
        if parent is not None:
            attributes = dict([(k, c) for k, c in parent.attributes.items() if k not in attributes], **attributes)
    absent = _absent(cls)
    if absent is not None:
        table._limbeck_absent = absent  # the table may lack columns, so it must not be compared with a database
    type.__setattr__(cls, "__table__", table)
    type.__setattr__(cls, "__mapper__", Mapper(cls, table, attributes, parent))
    type.__setattr__(cls, "__limbeck_entity__", True)
    for key, column in attributes.items():
        type.__setattr__(cls, key, Attribute(key, column))
    for key, value in others.items():
        if cls.__dict__.get(key) is not value:
            type.__setattr__(cls, key, value)
        if isinstance(value, Property):
            value.key = key
    registry._classes[cls.__name__] = cls


def _absent(cls):
    """(class, what, expression, module) of a base class or attribute that could not be imported."""
    for base in cls.__mro__:
        for original in base.__dict__.get("__orig_bases__", ()):
            if type(original).__name__ == "Absent":
                return (cls.__name__, "base class",) + original.__limbeck__()[1]
        if base.__name__ == "AbsentBase":
            return cls.__name__, "base class", "a base class", "?"
        for name, value in base.__dict__.items():
            if type(value).__name__ == "Absent" and not (name.startswith("__") and name.endswith("__")):
                return (cls.__name__, "attribute `%s`" % name) + value.__limbeck__()[1]
    return None


def _table_name(cls, parent):
    for base in cls.__mro__:
        value = base.__dict__.get("__tablename__")
        if value is None and "__tablename__" in base.__dict__:
            return None
        if value is not None:
            if parent is not None and "__mapper__" in base.__dict__ and base is not cls and not isinstance(value, declared_attr):
                return None  # an inherited plain name means single-table inheritance
            if isinstance(value, declared_attr):
                if parent is not None and _defined_above(base, parent.class_):
                    name = value.fget(cls)
                    return name if name is not None and name != parent.local_table.name else (name if value._cascading else None)
                return value.fget(cls)
            return value
    return None


def _defined_above(base, parent):
    return base in parent.__mro__


def _table_args(cls, parent, name):
    value = None
    for base in cls.__mro__:
        if "__table_args__" in base.__dict__:
            if parent is not None and base is not cls and base in parent.class_.__mro__ and not isinstance(base.__dict__["__table_args__"], declared_attr):
                break
            if name is None and base is not cls:
                break
            value = base.__dict__["__table_args__"]
            value = value.fget(cls) if isinstance(value, declared_attr) else value
            break
    if value is None:
        return (), {}
    if isinstance(value, dict):
        return (), dict(value)
    if not isinstance(value, tuple):
        raise ArgumentError("__table_args__ value must be a tuple, dict, or None")
    if value and isinstance(value[-1], dict):
        return value[:-1], dict(value[-1])
    return value, {}


def _scan(cls, registry, declared):
    """Columns by attribute name in SQLAlchemy's order, and the other properties."""
    found, others, seen = [], {}, set()
    above = [b for b in cls.__mro__[1:] if "__mapper__" in b.__dict__]
    inherited = set(above[0].__mro__) if above else set()
    position = 0
    for base in cls.__mro__:
        if base is object or base in inherited or base.__dict__.get("_limbeck_root"):
            continue
        own = base is cls
        annotations = annotations_of(base)
        names = list(annotations) + [n for n in base.__dict__ if n not in annotations]
        if annotations:
            names = _merged(list(base.__dict__), list(annotations))
        for name in names:
            if name in _SKIP or name in seen or (name.startswith("__") and name.endswith("__")):
                continue
            value = base.__dict__.get(name)
            computed = False
            if isinstance(value, declared_attr):
                value = value.fget(cls)
                declared[name] = value
                computed = True
            read = None
            returned = getattr(getattr(base.__dict__[name], "fget", None), "__annotations__", {}).get("return") if computed else None
            if returned is not None and isinstance(value, MappedColumn):
                read = read_annotation(returned, base)
            if name in annotations and not isinstance(value, (Property, Synonym, ColumnProperty)):
                read = read_annotation(annotations[name], base)
                if read is not None and read.kind == "relationship" and not isinstance(value, (MappedColumn, Column)):
                    seen.add(name)
                    continue
            if isinstance(value, ColumnProperty):
                if isinstance(value.expression, Column) and value.expression.table is None:
                    value = value.expression
                elif isinstance(value.expression, MappedColumn):
                    value = value.expression
                else:
                    seen.add(name)
                    others[name] = value
                    continue
            if isinstance(value, tuple) and len(value) == 1 and isinstance(value[0], (Column, MappedColumn)):
                raise ArgumentError("Attribute %r on class %r appears to be a tuple; a trailing comma?" % (name, cls))
            column = None
            if isinstance(value, MappedColumn):
                column = _column(value, name, read, registry, cls)
            elif isinstance(value, Column):
                if not own and not computed and value.table is None:
                    column = copy_of(value)
                else:
                    column = value
                if column.name is None:
                    column.name = name
                if column.key is None:
                    column.key = column.name
                _named(column, name)
            elif read is not None and value is None and read.kind == "column" or (read is not None and not isinstance(value, (Property, Synonym)) and read.kind == "column"):
                made = MappedColumn((), {} if value is None else {"default": value})
                column = _column(made, name, read, registry, cls)
            elif isinstance(value, (Property, Synonym)):
                others[name] = value
                seen.add(name)
                continue
            elif name in base.__dict__:
                seen.add(name)
                continue
            else:
                continue
            seen.add(name)
            position += 1
            weight = value.kwargs.get("sort_order", 0) if isinstance(value, MappedColumn) else 0
            found.append((weight, _class_rank(cls, base), position, name, column))
    found.sort(key=lambda item: item[:3])
    return {name: column for _, _, _, name, column in found}, others


def _merged(body, annotations):
    """The class body's order, with the names that only have annotations before those that only have values."""
    made, at = [], 0
    for name in annotations:
        if name in body:
            stop = body.index(name) + 1
            made.extend([n for n in body[at:stop] if n not in made])
            at = max(at, stop)
        elif name not in made:
            made.append(name)
    made.extend([n for n in body[at:] if n not in made])
    return made


def _class_rank(cls, base):
    """The class's own columns first, then those of its mixins."""
    return 0 if base is cls else 1 + list(cls.__mro__).index(base)


def _named(column, name):
    """A column that got its name from its attribute is handed over with that name."""
    if not (column._args and isinstance(column._args[0], str)) and "name" not in column._kwargs:
        args = column._args[1:] if column._args and column._args[0] is None else column._args
        column._args = (column.name,) + args


def _column(mapped, name, read, registry, cls):
    """The Column of a `mapped_column()`, with what the annotation says."""
    if read is None:
        made = mapped.make(name, None, None)
        _own_key(made, name)
        return made
    kwargs = mapped.kwargs
    for extra in read.extras:  # Annotated[int, mapped_column(...)]
        if isinstance(extra, MappedColumn):
            merged = dict(extra.kwargs)
            merged.update(kwargs)
            args = mapped.args if mapped.args else extra.args
            if mapped.args and extra.args:

                own_type = any([is_type(a) for a in mapped.args])
                args = mapped.args + tuple([a for a in extra.args if not isinstance(a, str) and not (own_type and is_type(a))])
                args = tuple([a for a in args if isinstance(a, str)] + [a for a in args if is_type(a)] + [a for a in args if not isinstance(a, str) and not is_type(a)])
            mapped = MappedColumn(args, merged)
            kwargs = merged
            break
    annotation = None

    rest = mapped.args[1:] if mapped.args and isinstance(mapped.args[0], str) else mapped.args
    typed = kwargs.get("type_") is not None or any([is_type(a) for a in rest[:1]])
    has_fk = any([type(a).__name__ == "ForeignKey" for a in rest])
    if not typed:
        annotation = type_for(read, registry, cls, name, has_fk)
    nullable = None if read.optional is None else bool(read.optional)
    made = mapped.make(name, annotation, nullable)
    _own_key(made, name)
    return made


def _own_key(column, name):
    if column.name is None:
        column.name = column.key = name


def type_for(read, registry, cls, name, has_fk):
    """The SQL type of an annotation; None leaves it to the foreign key, whose column's type counts even where the annotation has one."""
    if has_fk:
        return None
    custom = registry.type_annotation_map
    literal = getattr(read, "literal", None)
    for key in (read.raw, None if literal else read.python):
        if key is not None:
            try:
                if key in custom:
                    return to_instance(custom[key])
            except TypeError:
                continue
    if literal:
        from ..sql.sqltypes import Enum

        return Enum(*literal, native_enum=False)
    if read.python is None:
        if read.raw is None:
            return None
        raise _unknown(cls, name, read.raw)
    for extra in read.extras:
        if hasattr(extra, "_base_tree"):
            return to_instance(extra)
    for base in read.python.__mro__:
        if base in custom:
            return to_instance(custom[base])
    for base in read.python.__mro__:
        if base is object:
            break
        found = for_python(base if not hasattr(read.python, "__members__") else read.python)
        if found is not None:
            return found
    raise _unknown(cls, name, read.raw if read.raw is not None else read.python)


def _unknown(cls, name, what):
    from .exc import MappedAnnotationError

    return MappedAnnotationError("Could not locate SQLAlchemy Core type when resolving for Python type indicated by %r inside the Mapped[] annotation for the"
                                 " %r attribute; the type object is not resolvable by the registry" % (what, name))
