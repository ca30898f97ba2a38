"""Autogenerate, as env.py knows it."""

from sqlalchemy._core import unsupported
from alembic.util import Dispatcher
from alembic.util._priority import PriorityDispatcher

comparators = PriorityDispatcher()
renderers = Dispatcher("renderers")


def _refused(name):
    def function(*args, **kw):
        raise unsupported("alembic.autogenerate.%s()" % name)

    return function


compare_metadata = _refused("compare_metadata")
produce_migrations = _refused("produce_migrations")
render_python_code = _refused("render_python_code")
_compare_tables = _refused("_compare_tables")


def render_op(autogen_context, op):
    """The lines of an operation."""
    import _limbeck

    fn = renderers._find(op)
    if fn is not None:
        lines = fn(autogen_context, op)
        return [lines] if isinstance(lines, str) else list(lines)
    return _limbeck.render_step(op, bool(autogen_context._has_batch))


def render_op_text(autogen_context, op):
    return "\n".join(render_op(autogen_context, op))


class AutogenContext:
    """What hooks are given: `imports` are lines for the script."""

    def __init__(self, migration_context=None, metadata=None, opts=None, autogenerate=True):
        self._given, self._metadata, self._opts = migration_context, metadata, opts
        self.imports = set()
        self._has_batch = False

    @property
    def migration_context(self):
        from alembic.runtime.migration import current

        return self._given or current()

    @property
    def opts(self):
        return self.migration_context.opts if self._opts is None else self._opts

    @property
    def metadata(self):
        return _state("metadata") if self._metadata is None else self._metadata

    @property
    def connection(self):
        return self.migration_context.bind

    @property
    def dialect(self):
        return self.migration_context.dialect

    @property
    def inspector(self):
        if self._inspector is None:
            from sqlalchemy import inspect

            self._inspector = inspect(self.connection)
        return self._inspector

    _inspector = None

    def run_name_filters(self, name, type_, parent_names):
        """What `include_name` says of something in the database."""
        fn = self.opts.get("include_name")
        if fn is None:
            return True
        table = name if type_ == "table" else parent_names.get("table_name")
        if table and "schema_name" in parent_names:
            schema = parent_names["schema_name"]
            parent_names["schema_qualified_table_name"] = "%s.%s" % (schema, table) if schema else table
        return bool(fn(name, type_, parent_names))

    def run_object_filters(self, object_, name, type_, reflected, compare_to):
        """What `include_object` says of something."""
        fn = self.opts.get("include_object")
        return fn is None or bool(fn(object_, name, type_, reflected, compare_to))

    run_filters = run_object_filters

    @property
    def sorted_tables(self):
        metadata = self.metadata
        return [t for m in (metadata if isinstance(metadata, (list, tuple)) else [metadata]) for t in m.sorted_tables]

    @property
    def table_key_to_table(self):
        return {t.key: t for t in self.sorted_tables}

    def _within(self, in_table):
        return _Within(self, in_table)


class _Within:
    def __init__(self, context, in_table):
        self.context, self.batch = context, in_table and bool(context.opts.get("render_as_batch"))

    def __enter__(self):
        self.before, self.context._has_batch = self.context._has_batch, self.batch

    def __exit__(self, *error):
        self.context._has_batch = self.before


def _state(name):
    from alembic import _state

    return getattr(_state, name)


_current = None


def context():
    """The context of this command."""
    global _current
    if _current is None:
        _current = AutogenContext()
    return _current


class RevisionContext:
    def __init__(self, *args, **kw):
        raise unsupported("RevisionContext()")


class Rewriter:
    """Functions by class of operation, each of which gives what is to stand in the place of one."""

    _chained = ()

    def __init__(self):
        self.dispatch = Dispatcher(None)

    def rewrites(self, operator):
        return self.dispatch.dispatch_for(operator)

    def chain(self, other):
        """This one, then the other."""
        made = type(self).__new__(type(self))
        made.__dict__.update(self.__dict__)
        made._chained = self._chained + (other,)
        return made

    def __call__(self, context, revision, directives):
        self.process_revision_directives(context, revision, directives)
        for other in self._chained:
            other(context, revision, directives)

    def process_revision_directives(self, context, revision, directives):
        self._all(context, revision, directives)

    def _all(self, context, revision, found):
        made = []
        for one in found:
            made += self._one(context, revision, one)
        found[:] = made

    def _one(self, context, revision, one):
        from alembic.operations import ops

        made = self._rewritten(context, revision, one)
        for new in made:
            if isinstance(new, ops.MigrationScript):
                new.upgrade_ops = [self._single(context, revision, c, "UpgradeOps") for c in new.upgrade_ops_list]
                new.downgrade_ops = [self._single(context, revision, c, "DowngradeOps") for c in new.downgrade_ops_list]
            elif isinstance(new, ops.OpContainer):
                self._all(context, revision, new.ops)
        return made

    def _single(self, context, revision, one, what):
        made = self._one(context, revision, one)
        if len(made) != 1:
            raise ValueError("Can only return single object for %s traverse" % what)
        return made[0]

    def _rewritten(self, context, revision, one):
        fn = self.dispatch._find(one)
        if fn is None or self in one._mutations:
            return [one]
        answer = fn(context, revision, one)
        made = [] if answer is None else list(answer) if isinstance(answer, (list, tuple)) or (hasattr(answer, "__iter__") and not hasattr(answer, "_mutations")) else [answer]
        for new in made:
            new._mutations = new._mutations | {self}
        return made


def __getattr__(name):
    if name in ("rewriter", "api", "render", "compare"):
        from sqlalchemy._core import import_module

        return import_module("alembic.autogenerate." + name)
    raise AttributeError("module 'alembic.autogenerate' has no attribute %r" % name)
