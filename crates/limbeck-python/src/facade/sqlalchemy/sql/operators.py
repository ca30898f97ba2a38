"""Names of operators that users import."""
from operator import add, and_, eq, ge, getitem, gt, inv, le, lt, mul, ne, neg, or_, sub, truediv  # noqa: F401


class ColumnOperators:
    pass


class Operators:
    pass


def __getattr__(name):
    if name.startswith("_"):
        raise AttributeError(name)

    def apply(column, *args, **kw):
        return getattr(column, name[:-3] if name.endswith("_op") else name)(*args, **kw)

    apply.__name__ = name
    return apply
