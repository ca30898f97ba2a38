"""Expressions: columns in statements, literals, operators, and the methods they have."""

from .._core import Construct, Declaration, conv, current_dialect, quoted_name  # noqa: F401  (names people import from here)

_METHODS = frozenset((
    "in_ not_in notin_ like notlike not_like ilike notilike not_ilike is_ is_not isnot is_distinct_from isnot_distinct_from"
    " is_not_distinct_from between startswith endswith contains icontains istartswith iendswith match regexp_match regexp_replace concat"
    " collate desc asc nulls_first nullsfirst nulls_last nullslast label distinct op bool_op any_ all_ cast self_group as_string"
    " as_integer as_float as_numeric as_boolean as_json astext has_key has_all has_any contained_by delete_path path_exists path_match"
    " overlap any all over filter within_group bitwise_and bitwise_or bitwise_xor bitwise_not bitwise_lshift bitwise_rshift"
    " overlaps strictly_left_of strictly_right_of not_extend_right_of not_extend_left_of adjacent_to"
).split())
_ATTRIBUTES = frozenset(("astext",))


class Call(Construct):
    """A construct that knows its name and arguments."""

    def __init__(self, name, args=(), kwargs=None):
        self.__limbeck_name__ = name
        self._args = args
        self._kwargs = kwargs or {}

    def __repr__(self):
        return "<%s.%s %s>" % (type(self).__module__, type(self).__name__, self.__limbeck_name__)


class ClauseElement(Call):
    """Anything that has SQL text."""

    __visit_name__ = "clause"
    key = None

    def compile(self, bind=None, dialect=None, compile_kwargs=None, **kw):
        """SQL text, as an object whose `str()` is the text."""
        from .compiler import compiled

        return compiled(self, bind, dialect, compile_kwargs)

    def __str__(self):
        return str(self.compile())

    def __bool__(self):
        raise TypeError("Boolean value of this clause is not defined")

    def _method(self, name):
        return Method(self, name)

    def self_group(self, against=None):
        return self


class Executable:
    """What a connection can execute."""

    is_select = is_insert = is_update = is_delete = is_text = is_dml = False
    _execution = None

    def execution_options(self, **options):
        copy = object.__new__(type(self))
        copy.__dict__.update(self.__dict__)
        copy._execution = dict(self._execution or {}, **options)
        return copy

    def get_execution_options(self):
        return dict(self._execution or {})


class Method:
    """A method of a construct, about to be called."""

    __slots__ = ("receiver", "name")

    def __init__(self, receiver, name):
        self.receiver = receiver
        self.name = name

    def __call__(self, *args, **kwargs):
        receiver, name = self.receiver, self.name
        if name == "op" or name == "bool_op":
            return Operator(receiver, name, args, kwargs)
        if name in ("in_", "not_in", "notin_", "like", "ilike", "is_", "is_not", "isnot", "between", "startswith", "endswith", "contains", "concat"):
            args = tuple([bound(receiver, a) for a in args])
        if name == "label":
            return Label(receiver, *args)
        return expression("." + name, (receiver,) + args, kwargs)


class Operator:
    """`column.op("->>")`, about to be applied."""

    def __init__(self, receiver, name, args, kwargs):
        self.call = Call("." + name, (receiver,) + args, kwargs)

    def __call__(self, other):
        return BinaryExpression(".__call__", (self.call, other))


def bound(column, value):
    """`value` as compared or assigned to `column`: user types convert what the user gives."""
    if isinstance(value, (list, tuple, set, frozenset)):
        return type(value)([bound(column, v) for v in value])
    type_ = own_type(column) if isinstance(column, ColumnElement) else None
    if type_ is not None and value is not None and not isinstance(value, Construct):
        return type_._bound(value)
    return value


def own_type(column):
    """The type of an expression when it is known, else None. A Column may have it from its foreign key."""
    type_ = column.__dict__.get("type")
    return column.type if type_ is None and isinstance(column, ColumnClause) and not column._typed else type_


class Bound(Construct):
    """A value that its column's type converts when the statement is handed over."""

    def __init__(self, type_, value):
        self.type = type_
        self.value = value

    def __limbeck__(self):
        return "python.value", (self.type._bind(self.value, current_dialect()),), {}

    def __bool__(self):
        return bool(self.value)


class ColumnElement(ClauseElement):
    """An expression that has operators."""

    __hash__ = object.__hash__
    _proxy_key = None

    def __getattr__(self, name):
        if name in _METHODS:
            if name in _ATTRIBUTES:
                return Expression("getattr", (self, name))
            return Method(self, name)
        if name == "type":
            from .sqltypes import NullType

            return NullType()
        raise AttributeError("Neither %r object nor 'Comparator' object has an attribute %r" % (type(self).__name__, name))

    def __eq__(self, other):
        return BinaryExpression("operator.eq", (self, bound(self, other)))

    def __ne__(self, other):
        return BinaryExpression("operator.ne", (self, bound(self, other)))

    def __lt__(self, other):
        return BinaryExpression("operator.lt", (self, bound(self, other)))

    def __le__(self, other):
        return BinaryExpression("operator.le", (self, bound(self, other)))

    def __gt__(self, other):
        return BinaryExpression("operator.gt", (self, bound(self, other)))

    def __ge__(self, other):
        return BinaryExpression("operator.ge", (self, bound(self, other)))

    def __add__(self, other):
        return BinaryExpression("operator.add", (self, other))

    def __radd__(self, other):
        return BinaryExpression("operator.add", (other, self))

    def __sub__(self, other):
        return BinaryExpression("operator.sub", (self, other))

    def __rsub__(self, other):
        return BinaryExpression("operator.sub", (other, self))

    def __mul__(self, other):
        return BinaryExpression("operator.mul", (self, other))

    def __rmul__(self, other):
        return BinaryExpression("operator.mul", (other, self))

    def __truediv__(self, other):
        return BinaryExpression("operator.truediv", (self, other))

    def __rtruediv__(self, other):
        return BinaryExpression("operator.truediv", (other, self))

    def __floordiv__(self, other):
        return BinaryExpression("operator.floordiv", (self, other))

    def __rfloordiv__(self, other):
        return BinaryExpression("operator.floordiv", (other, self))

    def __mod__(self, other):
        return BinaryExpression("operator.mod", (self, other))

    def __rmod__(self, other):
        return BinaryExpression("operator.mod", (other, self))

    def __lshift__(self, other):
        return BinaryExpression("operator.lshift", (self, other))

    def __rshift__(self, other):
        return BinaryExpression("operator.rshift", (self, other))

    def __and__(self, other):
        return BooleanClauseList("operator.and_", (self, other))

    def __rand__(self, other):
        return BooleanClauseList("operator.and_", (other, self))

    def __or__(self, other):
        return BooleanClauseList("operator.or_", (self, other))

    def __ror__(self, other):
        return BooleanClauseList("operator.or_", (other, self))

    def __invert__(self):
        return UnaryExpression("operator.inv", (self,))

    def __neg__(self):
        return UnaryExpression("operator.neg", (self,))

    def __getitem__(self, index):
        return BinaryExpression("operator.getitem", (self, index))

    def __iter__(self):
        raise TypeError("%r object is not iterable" % type(self).__name__)

    def __contains__(self, other):
        raise NotImplementedError("Operator 'contains' is not supported on this expression")

    def label(self, name):
        """The expression under another name."""
        return Label(self, name)


def expression(name, args=(), kwargs=None):
    """A general expression with operators."""
    return Expression(name, args, kwargs)


class Expression(ColumnElement):
    """An expression without a class of its own. It is nobody's base: in `a == b` Python asks a `b` of a derived class first."""


class BinaryExpression(ColumnElement):
    """`a OP b`. `==` and `!=` have a truth value, whether both sides are the same object, so that `in` works on lists of columns."""

    def __bool__(self):
        name = self.__limbeck_name__
        if name == "operator.eq":
            return self._args[0] is self._args[1]
        if name == "operator.ne":
            return self._args[0] is not self._args[1]
        raise TypeError("Boolean value of this clause is not defined")

    @property
    def left(self):
        return self._args[0]

    @property
    def right(self):
        return self._args[1]


class BooleanClauseList(ColumnElement):
    pass


class UnaryExpression(ColumnElement):
    pass


class Grouping(ColumnElement):
    pass


class Label(ColumnElement):
    """An expression AS a name."""

    def __init__(self, element, name=None, type_=None):
        ColumnElement.__init__(self, ".label", (element, name) if type_ is None else (element, name, type_))
        self.element = element
        self.name = self.key = name
        if type_ is not None:
            self.type = type_
        elif isinstance(element, ColumnElement) and "type" in element.__dict__:
            self.type = element.__dict__["type"]


class Case(ColumnElement):
    pass


class Cast(ColumnElement):
    pass


class TypeCoerce(ColumnElement):
    pass


class Extract(ColumnElement):
    pass


class Over(ColumnElement):
    pass


class Tuple(ColumnElement):
    pass


class CollationClause(ColumnElement):
    pass


class Null(ColumnElement):
    def __init__(self):
        ColumnElement.__init__(self, "sqlalchemy.null")


class True_(ColumnElement):
    def __init__(self):
        ColumnElement.__init__(self, "sqlalchemy.true")


class False_(ColumnElement):
    def __init__(self):
        ColumnElement.__init__(self, "sqlalchemy.false")


class BindParameter(ColumnElement):
    """`bindparam("name")`."""

    def __init__(self, *args, **kwargs):
        check("bindparam", ("key", "value", "type_", "unique", "required", "quote", "callable_", "expanding", "isoutparam", "literal_execute"), 1, args, kwargs)
        ColumnElement.__init__(self, "sqlalchemy.bindparam", args, kwargs)
        self.key = args[0] if args else kwargs["key"]
        value = args[1] if len(args) > 1 else kwargs.get("value")
        self.value = value
        type_ = args[2] if len(args) > 2 else kwargs.get("type_")
        if type_ is not None:
            from .sqltypes import to_instance

            self.type = to_instance(type_)


def check(function, names, required, args, kwargs):
    """Refuse what Python itself would refuse for a function with these parameters."""
    if len(args) > len(names):
        raise TypeError("%s() takes from %d to %d positional arguments but %d were given" % (function, required, len(names), len(args)))
    for name in kwargs:
        if name not in names:
            raise TypeError("%s() got an unexpected keyword argument %r" % (function, name))
        if name in names[: len(args)]:
            raise TypeError("%s() got multiple values for argument %r" % (function, name))
    for name in names[len(args):required]:
        if name not in kwargs:
            raise TypeError("%s() missing 1 required positional argument: %r" % (function, name))


class TextClause(Executable, ClauseElement):
    """`text("...")`: SQL as the user wrote it, with `:name` parameters."""

    is_text = True
    __limbeck_name__ = "sqlalchemy.text"
    __hash__ = object.__hash__

    def __init__(self, text):
        if not isinstance(text, str):
            raise TypeError("expected string or bytes-like object, got %r" % type(text).__name__)
        ClauseElement.__init__(self, "sqlalchemy.text", (text,))
        self._text = text

    @property
    def text(self):
        return self._text

    def __and__(self, other):
        return BooleanClauseList("operator.and_", (self, other))

    def __or__(self, other):
        return BooleanClauseList("operator.or_", (self, other))

    def _then(self, name, args, kwargs):
        copy = object.__new__(type(self))
        copy.__dict__.update(self.__dict__)
        ClauseElement.__init__(copy, name, (self,) + args, kwargs)
        return copy

    def bindparams(self, *binds, **values):
        """The text with values or types for its parameters."""
        return self._then(".bindparams", binds, values)

    def columns(self, *columns, **types):
        """The text as a SELECT with these columns."""
        from .selectable import TextualSelect

        return TextualSelect(self, columns, types)

    def label(self, name):
        return Label(self, name)

    def self_group(self, against=None):
        return self


class ColumnCollection:
    """The columns of a table, by key: `t.c.id`, `t.c["id"]`."""

    def __init__(self, columns=()):
        self.__dict__["_columns"] = {c.key: c for c in columns}

    def __getattr__(self, name):
        try:
            return self._columns[name]
        except KeyError:
            raise AttributeError(name) from None

    def __getitem__(self, key):
        if isinstance(key, int):
            return list(self._columns.values())[key]
        if isinstance(key, (tuple, list)):
            return ColumnCollection([self._columns[k] for k in key])
        if isinstance(key, slice):
            return tuple(self._columns.values())[key]
        return self._columns[key]

    def __iter__(self):
        return iter(list(self._columns.values()))

    def __len__(self):
        return len(self._columns)

    def __bool__(self):
        return True

    def __contains__(self, key):
        if not isinstance(key, str):
            from ..exc import ArgumentError

            raise ArgumentError("__contains__ requires a string argument")
        return key in self._columns

    def __eq__(self, other):
        return self is other

    __hash__ = object.__hash__

    def __repr__(self):
        return "%s(%s)" % (type(self).__name__, ", ".join([repr(c) for c in self]))

    def get(self, key, default=None):
        return self._columns.get(key, default)

    def keys(self):
        return list(self._columns)

    def values(self):
        return list(self._columns.values())

    def items(self):
        return list(self._columns.items())

    def contains_column(self, column):
        return any([c is column for c in self._columns.values()])

    def as_readonly(self):
        return self


class ColumnClause(ColumnElement):
    """`column("name", type)`; once it belongs to a table, statements refer to it through the table."""

    __limbeck_name__ = "sqlalchemy.column"
    table = None
    primary_key = False
    is_literal = False
    _typed = True

    def __init__(self, *args, **kwargs):
        check("column", ("text", "type_", "is_literal", "_selectable"), 1, args, kwargs)
        self._args = args
        self._kwargs = kwargs
        self.name = self.key = args[0] if args else kwargs["text"]
        type_ = args[1] if len(args) > 1 else kwargs.get("type_")
        self.is_literal = args[2] if len(args) > 2 else kwargs.get("is_literal", False)
        if type_ is not None:
            from .sqltypes import to_instance

            self.type = to_instance(type_)

    def _declared(self):
        return "sqlalchemy.column", self._args, self._kwargs

    def __limbeck__(self):
        if self.table is None:
            return self._declared()
        return "getattr", (Call("getattr", (self.table, "c")), self.key), {}

    def __repr__(self):
        return "<%s.%s at %#x; %s>" % (type(self).__module__, type(self).__name__, id(self), self.name)

    def __str__(self):
        return self.name if self.table is None else "%s.%s" % (self.table.name, self.name)

    @property
    def description(self):
        return self.name

    def __clause_element__(self):
        return self


# --- functions ---------------------------------------------------------------------------------------------------


def text(text):
    """SQL as it is."""
    return TextClause(text)


def column(*args, **kwargs):
    """A column by name."""
    return ColumnClause(*args, **kwargs)


def literal(*args, **kwargs):
    """A value as a bound parameter."""
    check("literal", ("value", "type_", "literal_execute"), 1, args, kwargs)
    return BindParameterLike("sqlalchemy.literal", args, kwargs)


class BindParameterLike(BindParameter):
    def __init__(self, name, args, kwargs):
        ColumnElement.__init__(self, name, args, kwargs)
        self.value = args[0] if args else kwargs["value"]
        type_ = args[1] if len(args) > 1 else kwargs.get("type_")
        if type_ is not None:
            from .sqltypes import to_instance

            self.type = to_instance(type_)


def literal_column(*args, **kwargs):
    """Text in the place of a column."""
    check("literal_column", ("text", "type_"), 1, args, kwargs)
    made = Expression("sqlalchemy.literal_column", args, kwargs)
    made.name = made.key = args[0] if args else kwargs["text"]
    return made


def bindparam(*args, **kwargs):
    """A named parameter."""
    return BindParameter(*args, **kwargs)


def null():
    return Null()


def true():
    return True_()


def false():
    return False_()


def and_(*clauses):
    return BooleanClauseList("sqlalchemy.and_", clauses)


def or_(*clauses):
    return BooleanClauseList("sqlalchemy.or_", clauses)


def not_(clause):
    return UnaryExpression("sqlalchemy.not_", (clause,))


def _typed(cls, name, position):
    def function(*args, **kwargs):
        made = cls("sqlalchemy." + name, args, kwargs)
        type_ = args[position] if len(args) > position else kwargs.get("type_")
        if type_ is None:
            raise TypeError("%s() missing 1 required positional argument: 'type_'" % name)
        from .sqltypes import to_instance

        made.type = to_instance(type_)
        return made

    function.__name__ = name
    return function


cast = _typed(Cast, "cast", 1)
try_cast = _typed(Cast, "try_cast", 1)
type_coerce = _typed(TypeCoerce, "type_coerce", 1)


def case(*whens, value=None, else_=None):
    """CASE WHEN ... END."""
    if whens and isinstance(whens[0], list):
        from ..exc import ArgumentError

        raise ArgumentError('The "whens" argument to case(), when referring to a sequence of items, is now passed as a series of positional elements,'
                            " rather than as a list. ")
    kwargs = {}
    if value is not None:
        kwargs["value"] = value
    if else_ is not None:
        kwargs["else_"] = else_
    return Case("sqlalchemy.case", whens, kwargs)


def _simple(name, cls=ColumnElement):
    def function(*args, **kwargs):
        return cls("sqlalchemy." + name, args, kwargs)

    function.__name__ = name
    return function


desc = _simple("desc", UnaryExpression)
asc = _simple("asc", UnaryExpression)
nulls_first = _simple("nulls_first", UnaryExpression)
nulls_last = _simple("nulls_last", UnaryExpression)
nullsfirst = nulls_first
nullslast = nulls_last
distinct = _simple("distinct", UnaryExpression)
between = _simple("between", BinaryExpression)
collate = _simple("collate", BinaryExpression)
extract = _simple("extract", Extract)
tuple_ = _simple("tuple_", Tuple)
any_ = _simple("any_")
all_ = _simple("all_")
over = _simple("over", Over)
within_group = _simple("within_group")
bitwise_not = _simple("bitwise_not", UnaryExpression)


def label(name, element, type_=None):
    return Label(element, name, type_)


def outparam(key, type_=None):
    from .._core import unsupported

    raise unsupported("outparam()")
