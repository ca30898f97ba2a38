"""Names of autogenerate. Registering comparators and renderers is told to Rust, which refuses what it cannot honour."""

from sqlalchemy._core import unsupported
from alembic.util import Dispatcher

comparators = Dispatcher("comparators")
renderers = Dispatcher("renderers")


def _refused(name):
    def function(*args, **kw):
        raise unsupported("alembic.autogenerate.%s()" % name)

    return function


compare_metadata = _refused("compare_metadata")
produce_migrations = _refused("produce_migrations")
render_python_code = _refused("render_python_code")
render_op_text = _refused("render_op_text")
_compare_tables = _refused("_compare_tables")


class AutogenContext:
    def __init__(self, *args, **kw):
        raise unsupported("AutogenContext()")


class RevisionContext(AutogenContext):
    pass


class Rewriter:
    """Rewriting generated operations: it can be set up; using it is refused when a revision is generated."""

    def __init__(self):
        self._rules = []

    def rewrites(self, operator):
        def decorate(fn):
            self._rules.append((operator, fn))
            return fn

        return decorate

    def chain(self, other):
        return self

    def __call__(self, context, revision, directives):
        raise unsupported("alembic.autogenerate.Rewriter")


def __getattr__(name):
    if name in ("rewriter", "api", "render", "compare"):
        from sqlalchemy._core import import_module

        return import_module("alembic.autogenerate." + name)
    raise AttributeError("module 'alembic.autogenerate' has no attribute %r" % name)
