"""The base of types: recorded arguments, `repr`, variants, and the conversion of values."""

from .._core import Construct, current_dialect
from .._trees import kept, keeping

_PYTHON_SIDE = {"sqlalchemy.Numeric": ("asdecimal", True), "sqlalchemy.Float": ("asdecimal", False), "sqlalchemy.JSON": ("none_as_null", False),
                "sqlalchemy.Uuid": ("as_uuid", True)}


class TypeEngine(Construct):
    """A SQL type. `_params` lists its parameters: names, or (name, default)."""

    __limbeck_name__ = "sqlalchemy.types.TypeEngine"
    __visit_name__ = None
    _params = ()
    _variants = ()
    _converts = False  # whether values pass through Python code of the user or of the type
    _facade = True  # False for users' subclasses
    should_evaluate_none = False
    hashable = True
    sort_key_function = None

    class Comparator:
        """Accepted as a base class of users' comparator factories."""

    comparator_factory = Comparator

    def __init_subclass__(cls, **kw):
        if "__limbeck_name__" not in cls.__dict__:
            cls._facade = False

    def __init__(self, *args, **kwargs):
        self._args = args
        self._kwargs = kwargs
        params = self._params
        if not args and not kwargs:
            for param in params:
                if param.__class__ is str:
                    raise TypeError("%s.__init__() missing 1 required positional argument: %r" % (type(self).__name__, param))
                setattr(self, param[0], param[1] if len(param) == 2 else param[2]())
            return
        if len(args) > len(params):
            if not params and type(self).__init__ is TypeEngine.__init__:
                raise TypeError("%s() takes no arguments" % type(self).__name__)
            raise TypeError("%s.__init__() takes from 1 to %d positional arguments but %d were given" % (type(self).__name__, len(params) + 1, len(args) + 1))
        used = 0
        for i, param in enumerate(params):
            required = param.__class__ is str
            name = param if required else param[0]
            if i < len(args):
                if name in kwargs:
                    raise TypeError("%s.__init__() got multiple values for argument %r" % (type(self).__name__, name))
                value = args[i]
            elif name in kwargs:
                used += 1
                value = kwargs[name]
            elif required:
                raise TypeError("%s.__init__() missing 1 required positional argument: %r" % (type(self).__name__, name))
            else:
                value = None
            if value is None and not required:
                value = param[1] if len(param) == 2 else param[2]()
            setattr(self, name, value)
        if used < len(kwargs):
            known = [p if p.__class__ is str else p[0] for p in params]
            for name in kwargs:
                if name not in known:
                    raise TypeError("%s.__init__() got an unexpected keyword argument %r" % (type(self).__name__, name))

    # handing over

    def _base_tree(self):
        """Name and arguments, without variants."""
        if self._compiles is not None:
            from .._core import compiled_text

            text = compiled_text(self)
            if text is not None:
                return "sqlalchemy.UserDefinedType", (type(self).__module__, type(self).__qualname__, text), kept(self)
        tree = self._plain_tree()
        if self._facade and not (keeping() and self._says_more()):
            return tree
        return "sqlalchemy.TypeDecorator", (type(self).__module__, type(self).__qualname__, Tree(tree)), kept(self)

    def _says_more(self):
        """Whether its `repr()` shows what no database has."""
        name = self.__limbeck_name__
        if name in ("sqlalchemy.Unicode", "sqlalchemy.UnicodeText"):
            return True
        said = _PYTHON_SIDE.get(name)
        return said is not None and getattr(self, said[0], said[1]) != said[1]

    def _plain_tree(self):
        return self.__limbeck_name__, self._args, self._kwargs

    def __limbeck__(self):
        tree = self._base_tree()
        for variant, dialects in self._variants:
            tree = ".with_variant", (Tree(tree), variant) + dialects, {}
        return tree

    @classmethod
    def __limbeck_class__(cls):
        plain = cls._facade and cls._compiles is None and not (keeping() and cls.__limbeck_name__.startswith("sqlalchemy.Unicode"))
        return (cls.__limbeck_name__, (), {}) if plain else cls().__limbeck__()

    # what users ask

    @classmethod
    def _parameters(cls):
        return cls._params

    def __repr__(self):
        parts = []
        for param in self._params:
            if param.__class__ is str:
                parts.append(repr(getattr(self, param)))
            else:
                value = getattr(self, param[0], param[1])
                if value is not param[1] and value != param[1]:
                    parts.append("%s=%r" % (param[0], value))
        return "%s(%s)" % (type(self).__name__, ", ".join(parts))

    def __str__(self):
        return str(self.compile())

    def compile(self, dialect=None):
        """The type's SQL text."""
        import _limbeck

        return _limbeck.compile(self, "default" if dialect is None else dialect.name, False)

    def with_variant(self, type_, *dialects):
        """The type, but another one on these dialects."""
        from ..exc import ArgumentError

        if not dialects:
            raise ArgumentError("At least one dialect name is required")
        known = [d for _, names in self._variants for d in names]
        for name in dialects:
            if name in known:
                raise ArgumentError("Dialect %r is already present in the mapping for this %r" % (name, self))
        copy = self.copy()
        copy._variants = self._variants + ((to_instance(type_), dialects),)
        return copy

    def copy(self, **kw):
        made = object.__new__(type(self))
        made.__dict__.update(self.__dict__)
        return made

    def adapt(self, cls, **kw):
        made = cls.__new__(cls)
        made.__dict__.update(self.__dict__)
        return made

    def dialect_impl(self, dialect):
        """The type as this dialect has it."""
        for variant, dialects in self._variants:
            if dialect.name in dialects:
                return variant
        return self

    def load_dialect_impl(self, dialect):
        return self.dialect_impl(dialect)

    def compare_values(self, x, y):
        return x == y

    def _set_table(self, table):
        """Named types are in their MetaData's schema, unless they say their own."""
        for variant, dialects in self._variants:
            variant._set_table(table)

    def evaluates_none(self):
        copy = self.copy()
        copy.should_evaluate_none = True
        return copy

    @property
    def python_type(self):
        from .sqltypes import python_type

        return python_type(self)

    @property
    def _type_affinity(self):
        return type(self)

    def as_generic(self, allow_nulltype=False):
        from .sqltypes import generic

        return generic(self)

    # values

    def _bound(self, value):
        """`value` for a statement: converted when it is handed over, if the type converts."""
        if not self._converts or isinstance(value, Construct):
            return value
        from .elements import Bound

        return Bound(self, value)

    def _bind(self, value, dialect):
        return value

    def _send(self, value, dialect):
        """A value of a parameter set. Rust knows the column's type, but not what the type makes of None."""
        return None if value is None else self._bind(value, dialect)

    def _result(self, value, dialect):
        """A value of a row, as Python has it."""
        return value

    def bind_processor(self, dialect):
        return None

    def result_processor(self, dialect, coltype):
        return None


class Tree:
    """A tree already made."""

    def __init__(self, tree):
        self.tree = tree

    def __limbeck__(self):
        return self.tree


class UserDefinedType(TypeEngine):
    """Base of users' types that give their own text by `get_col_spec()`."""

    __limbeck_name__ = "sqlalchemy.types.UserDefinedType"
    cache_ok = None

    def __init__(self, *args, **kwargs):
        self._args = args
        self._kwargs = kwargs

    def _base_tree(self):
        if self._compiles is not None:
            return TypeEngine._base_tree(self)
        get = getattr(self, "get_col_spec", None)
        if get is None:
            from ..exc import CompileError

            raise CompileError("%s has no get_col_spec()" % type(self).__name__)
        return "sqlalchemy.UserDefinedType", (type(self).__module__, type(self).__qualname__, get()), kept(self)

    @classmethod
    def __limbeck_class__(cls):
        return cls().__limbeck__()

    def __repr__(self):
        return signature_repr(self)

    _args = ()
    _kwargs = {}

    @property
    def _converts(self):
        return type(self).bind_processor is not UserDefinedType.bind_processor or type(self).result_processor is not UserDefinedType.result_processor

    def _bind(self, value, dialect):
        processor = self.bind_processor(dialect)
        return value if processor is None else processor(value)

    def _result(self, value, dialect):
        processor = self.result_processor(dialect, None)
        return value if processor is None else processor(value)


def signature_repr(item):
    """`Name(1, size=2)`: the arguments of `__init__` that are kept as attributes; those with defaults only when they differ."""
    code = getattr(type(item).__init__, "__code__", None)
    if code is None or "_args" in item.__dict__:
        parts = [repr(a) for a in item.__dict__.get("_args", ())] + ["%s=%r" % pair for pair in item.__dict__.get("_kwargs", {}).items()]
        return "%s(%s)" % (type(item).__name__, ", ".join(parts))
    names = code.co_varnames[1:code.co_argcount]
    defaults = type(item).__init__.__defaults__ or ()
    first = len(names) - len(defaults)
    parts = []
    for i, name in enumerate(names):
        value = getattr(item, name, None)
        if i < first:
            parts.append(repr(value))
        elif value != defaults[i - first]:
            parts.append("%s=%r" % (name, value))
    return "%s(%s)" % (type(item).__name__, ", ".join(parts))


class TypeDecorator(TypeEngine):
    """Base of users' types that wrap another one, `impl`."""

    __limbeck_name__ = "sqlalchemy.types.TypeDecorator"
    _converts = True
    cache_ok = None
    impl = None
    coerce_to_is_types = (type(None),)

    def __init__(self, *args, **kwargs):
        self._args = args
        self._kwargs = kwargs
        impl = type(self).impl
        if impl is None:
            raise AttributeError("TypeDecorator implementations require a class-level variable 'impl' which refers to the class of type being decorated")
        self.impl = impl(*args, **kwargs) if isinstance(impl, type) else impl

    def __getattr__(self, name):
        if name.startswith("__") or name in ("impl", "impl_instance"):
            if name == "impl_instance":
                return self.impl
            raise AttributeError(name)
        impl = self.__dict__.get("impl")
        if impl is None:
            raise AttributeError(name)
        return getattr(impl, name)

    def _implementation(self, dialect):
        if type(self).load_dialect_impl is not TypeDecorator.load_dialect_impl:
            impl = self.load_dialect_impl(dialect)
        else:
            impl = self._own_impl()
        return to_instance(impl)

    def _own_impl(self):
        impl = self.__dict__.get("impl")
        if impl is None:  # a subclass whose __init__ does not call ours
            impl = type(self).impl
        return to_instance(impl)

    def _base_tree(self):
        impl = self._implementation(current_dialect())
        if impl is self:
            impl = self._own_impl()
        return "sqlalchemy.TypeDecorator", (type(self).__module__, type(self).__qualname__, impl), kept(self)

    @classmethod
    def __limbeck_class__(cls):
        return cls().__limbeck__()

    def __repr__(self):
        impl = self._own_impl()
        text = repr(impl)
        return type(self).__name__ + text[text.index("("):]

    def _set_table(self, table):
        self._own_impl()._set_table(table)
        TypeEngine._set_table(self, table)

    def load_dialect_impl(self, dialect):
        return self._own_impl()

    def dialect_impl(self, dialect):
        return self._implementation(dialect)

    def coerce_compared_value(self, op, value):
        return self

    def process_literal_param(self, value, dialect):
        return None

    def process_bind_param(self, value, dialect):
        return value

    def process_result_value(self, value, dialect):
        return value

    def _bind(self, value, dialect):
        value = self.process_bind_param(value, dialect)
        return None if value is None else self._implementation(dialect)._bind(value, dialect)

    def _send(self, value, dialect):
        return self._implementation(dialect)._send(self.process_bind_param(value, dialect), dialect)

    def _result(self, value, dialect):
        if value is not None:
            value = self._implementation(dialect)._result(value, dialect)
        return self.process_result_value(value, dialect)


class ExternalType:
    cache_ok = None


class UserDefinedTypeMixin:
    pass


def to_instance(type_):
    """A type from a type or its class."""
    if type_ is None:
        from .sqltypes import NullType

        return NullType()
    return type_() if isinstance(type_, type) else type_


class Variant(TypeDecorator):
    __limbeck_name__ = "sqlalchemy.types.Variant"

    def __init__(self, *args, **kw):
        raise NotImplementedError("Variant is no longer used in SQLAlchemy 2.0; this is a placeholder symbol for backwards compatibility.")
