"""Names only."""


class Visitable:
    pass


def traverse(*args, **kw):
    from .._core import unsupported

    raise unsupported("sqlalchemy.sql.visitors.traverse()")


iterate = replacement_traverse = cloned_traverse = traverse
