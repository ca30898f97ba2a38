"""Declarative bases."""

from ..sql.schema import MetaData, Table
from .decl_base import declared_attr, map_class  # noqa: F401
from .properties import Attribute, MappedColumn


class registry:
    """Classes that share a MetaData and a type map."""

    def __init__(self, *, metadata=None, class_registry=None, type_annotation_map=None, constructor=None):
        self.metadata = metadata if metadata is not None else MetaData()
        self._classes = class_registry if class_registry is not None else {}
        self.type_annotation_map = dict(type_annotation_map or {})
        self.constructor = constructor

    def update_type_annotation_map(self, types):
        self.type_annotation_map.update(types)

    def generate_base(self, mapper=None, cls=object, name="Base", metaclass=None):
        """A base class."""
        body = {"registry": self, "metadata": self.metadata, "_limbeck_root": True, "__abstract__": True}
        bases = cls if isinstance(cls, tuple) else (cls,)
        if all([b.__init__ is object.__init__ for b in bases]):
            body["__init__"] = _init
        return (metaclass or DeclarativeMeta)(name, bases, body)

    def mapped(self, cls):
        """Decorator: map one class."""
        type.__setattr__(cls, "metadata", getattr(cls, "metadata", self.metadata))
        map_class(cls, self)
        if cls.__init__ is object.__init__:
            cls.__init__ = _init
        return cls

    def mapped_as_dataclass(self, cls=None, **kw):
        def decorate(made):
            self.mapped(made)
            made.__init__ = _dataclass_init
            return made

        return decorate if cls is None else decorate(cls)

    def as_declarative_base(self, **kw):
        return lambda cls: self.generate_base(cls=cls, name=cls.__name__, **kw)

    def map_imperatively(self, cls, table=None, **kw):
        type.__setattr__(cls, "__table__", table)
        map_class(cls, self)
        return cls.__mapper__

    def map_declaratively(self, cls):
        self.mapped(cls)
        return cls.__mapper__

    def configure(self, cascade=False):
        pass

    def dispose(self, cascade=False):
        pass

    @property
    def mappers(self):
        return frozenset([c.__mapper__ for c in self._classes.values()])


def _init(self, **kw):
    """Attributes by keyword."""
    for name, value in kw.items():
        if not hasattr(type(self), name):
            raise TypeError("%r is an invalid keyword argument for %s" % (name, type(self).__name__))
        setattr(self, name, value)


def _dataclass_init(self, *args, **kw):
    """Attributes by position or keyword, as a dataclass."""
    keys = list(type(self).__mapper__.attributes)
    for name, value in zip(keys, args):
        kw[name] = value
    _init(self, **kw)


class DeclarativeMeta(type):
    """Maps classes as they are defined, and columns that are assigned later."""

    def __init__(cls, name, bases, body, **kw):
        type.__init__(cls, name, bases, body)
        if "_limbeck_root" in body:
            return
        owner = getattr(cls, "registry", None)
        if owner is None:
            owner = getattr(cls, "_sa_registry", None)
        if owner is not None:
            map_class(cls, owner)

    def __setattr__(cls, name, value):
        if "__mapper__" in cls.__dict__:
            from ..sql.schema import Column

            if isinstance(value, MappedColumn):
                value = value.make(name, None, None)
            if isinstance(value, Column) and value.table is None:
                if value.name is None:
                    value.name = value.key = name
                    from .decl_base import _named

                    _named(value, name)
                cls.__table__.append_column(value)
                cls.__mapper__.attributes[name] = value
                value = Attribute(name, value)
        type.__setattr__(cls, name, value)

    def __delattr__(cls, name):
        type.__delattr__(cls, name)


def declarative_base(*, metadata=None, mapper=None, cls=object, name="Base", class_registry=None, type_annotation_map=None, constructor=_init, metaclass=DeclarativeMeta,
                     bind=None):
    """A base class for mapped classes."""
    owner = registry(metadata=metadata, class_registry=class_registry, type_annotation_map=type_annotation_map)
    return owner.generate_base(cls=cls, name=name, metaclass=metaclass)


def as_declarative(**kw):
    """Decorator form of `declarative_base`."""
    return lambda cls: declarative_base(cls=cls, name=cls.__name__, **kw)


class DeclarativeBase(metaclass=DeclarativeMeta):
    """Base of the application's base class."""

    _limbeck_root = True

    def __init_subclass__(cls, **kw):
        kw = {k: v for k, v in kw.items() if k not in _DATACLASS}
        super().__init_subclass__(**kw)
        if DeclarativeBase in cls.__bases__ or any([DeclarativeBaseNoMeta is b for b in cls.__bases__]):
            metadata = cls.__dict__.get("metadata")
            owner = cls.__dict__.get("registry")
            types = cls.__dict__.get("type_annotation_map")
            if owner is None:
                owner = registry(metadata=metadata, type_annotation_map=types)
                type.__setattr__(cls, "registry", owner)
            elif types:
                owner.update_type_annotation_map(types)
            if metadata is None:
                type.__setattr__(cls, "metadata", owner.metadata)
            elif owner.metadata is not metadata:
                owner.metadata = metadata
            type.__setattr__(cls, "_sa_registry", owner)
            type.__setattr__(cls, "__abstract__", True)
            if cls.__init__ is object.__init__:
                type.__setattr__(cls, "__init__", _init)


class DeclarativeBaseNoMeta(DeclarativeBase):
    _limbeck_root = True
    __abstract__ = True


_DATACLASS = frozenset("init repr eq order unsafe_hash match_args kw_only dataclass_callable".split())


class MappedAsDataclass:
    """Dataclass behaviour: `__init__` by position or keyword; `repr`."""

    _limbeck_root = True

    def __init_subclass__(cls, **kw):
        super().__init_subclass__(**{k: v for k, v in kw.items() if k not in _DATACLASS})
        if "__init__" not in cls.__dict__:
            type.__setattr__(cls, "__init__", _dataclass_init)


def has_inherited_table(cls):
    return any([b.__dict__.get("__table__") is not None for b in cls.__mro__[1:]])


def synonym_for(name, map_column=False):
    def decorate(fn):
        from .properties import Synonym

        return Synonym(name, descriptor=fn)

    return decorate


def declarative_mixin(cls):
    return cls


def mapped_as_dataclass(owner, **kw):
    return owner.mapped_as_dataclass(**kw)
