"""`op`: directives, as functions made when first asked for."""

from .operations.base import _operations


def __getattr__(name):
    if name == "__all__":
        from ._signatures import OPERATIONS

        return list(OPERATIONS) + ["batch_alter_table", "f", "get_bind", "get_context", "inline_literal", "invoke", "run_async"]
    if name.startswith("__"):
        raise AttributeError(name)
    try:
        value = getattr(_operations, name)
    except AttributeError:
        raise AttributeError("module 'alembic.op' has no attribute %r" % name) from None
    if name != "impl" and name != "migration_context":
        globals()[name] = value
    return value
