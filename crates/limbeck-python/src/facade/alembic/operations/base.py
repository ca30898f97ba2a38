"""Operations as objects: what custom operations get, and where they are registered."""

import _limbeck
from sqlalchemy._core import unsupported

from .. import _state
from .._directives import BatchBlock, directive, invoked
from .._signatures import BATCH, OPERATIONS

_custom = {}  # name -> (operation class, method name)
_custom_batch = {}
_implementations = {}  # operation class -> function


class AbstractOperations:
    """What `op` and the object of a batch block share."""

    _specs = OPERATIONS
    _registered = _custom
    _in_batch = False

    def __getattr__(self, name):
        custom = self._registered.get(name)
        if custom is not None:
            cls, method = custom
            made = lambda *args, **kwargs: getattr(cls, method)(self, *args, **kwargs)  # noqa: E731
        elif name in self._specs:
            made = directive(name, self, self._in_batch)
        else:
            raise AttributeError("%r object has no attribute %r" % (type(self).__name__, name))
        self.__dict__[name] = made
        return made

    @classmethod
    def register_operation(cls, name, sourcename=None):
        """Class decorator: make `op.NAME` call a class method of an operation class."""

        def register(op_cls):
            cls._registered[name] = (op_cls, sourcename or name)
            op_module = _module()
            if op_module is not None:
                op_module.__dict__.pop(name, None)
            _operations.__dict__.pop(name, None)
            _limbeck.register("operation", name, op_cls)
            return op_cls

        return register

    @classmethod
    def implementation_for(cls, op_cls, replace=False):
        """Decorator: the function that carries an operation out."""

        def decorate(fn):
            if op_cls in _implementations and not replace:
                raise ValueError("Implementation for %r is already registered; use replace=True" % op_cls.__name__)
            _implementations[op_cls] = fn
            _limbeck.register("implementation", op_cls.__name__, fn)
            return fn

        return decorate

    def invoke(self, operation):
        """Carry out an operation object."""
        for cls in type(operation).__mro__:
            fn = _implementations.get(cls)
            if fn is not None:
                return fn(self, operation)
        if getattr(type(operation), "_built_in", False):
            from .ops import OpContainer

            if isinstance(operation, OpContainer):
                return [self.invoke(one) for one in operation.ops]
            if self._in_batch:
                raise unsupported("batch_op.invoke(%s)" % type(operation).__name__)
            name, args, kwargs = operation.__limbeck__()
            return invoked(name[len("alembic.ops."):], args, kwargs, getattr(operation, "columns", ()))
        raise ValueError("no dispatch function for object: %r" % (operation,))

    def get_context(self):
        from ..runtime.migration import current

        return current()

    @property
    def migration_context(self):
        return self.get_context()

    @property
    def impl(self):
        return self.get_context().impl

    def get_bind(self):
        """The connection of the migration."""
        return _state.bind()

    def f(self, name):
        """A final name, which conventions leave alone."""
        from sqlalchemy._core import conv

        return conv(name)

    def inline_literal(self, value, type_=None):
        """A literal in the text of a statement."""
        from sqlalchemy.sql.elements import ColumnElement

        return ColumnElement("alembic.op.inline_literal", (value,) if type_ is None else (value, type_))

    def run_async(self, async_function, *args, **kw_args):
        """Run an async function with the migration's connection."""
        from sqlalchemy.ext.asyncio.engine import AsyncConnection, AsyncEngine
        from sqlalchemy.ext.asyncio.run import finish

        bind = self.get_bind()
        return finish(async_function(AsyncConnection(AsyncEngine(bind.engine), bind), *args, **kw_args))

    def batch_alter_table(self, *args, **kwargs):
        """A block of changes to one table."""
        return BatchBlock(args, kwargs)

    @classmethod
    def context(cls, migration_context):
        raise unsupported("Operations.context()")


class Operations(AbstractOperations):
    """`op` as an object."""

    def __init__(self, migration_context=None, impl=None):
        pass


class BatchOperations(AbstractOperations):
    """The object of a batch block."""

    _specs = BATCH
    _registered = _custom_batch
    _in_batch = True

    def __init__(self, table_name=None, schema=None):
        self._impl = BatchOperationsImpl(self, table_name, schema)

    @property
    def impl(self):
        return self._impl


class BatchOperationsImpl:
    """What custom operations of a batch block may ask: whose block it is."""

    def __init__(self, operations, table_name, schema):
        self.operations, self.table_name, self.schema = operations, table_name, schema

    @property
    def dialect(self):
        return self.operations.get_context().dialect


def _module():
    import sys

    return sys.modules.get("alembic.op")


_operations = Operations()
