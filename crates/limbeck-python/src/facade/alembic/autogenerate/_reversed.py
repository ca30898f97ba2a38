"""What takes operations back when comparators of the project's own have had a hand in them."""

from ..operations import ops
from ..operations._op_tables import _whole


def seen(container):
    """The operations as they are now, to be compared with later: `(operation, what it says)`."""
    return [(op, seen(op) if isinstance(op, ops.OpContainer) else _whole(op.__limbeck__())) for op in container.ops]


def reversed_ops(found, before, back):
    """What takes `found` back. `back` takes back `before`, and says more than operations know; what is as it was is taken from there."""
    known = [op for op, _ in before]
    mirrored = dict(zip([id(op) for op in known], reversed(back)))
    if len(known) != len(back) or any([not _is_about(op, mirrored[id(op)]) for op in known]):
        mirrored = {}
    was = {id(op): text for op, text in before}
    made = []
    for op in reversed(found):
        partner = mirrored.get(id(op))
        if partner is None:
            made.append(op.reverse())
        elif isinstance(op, ops.OpContainer):
            partner.ops = reversed_ops(op.ops, was[id(op)], partner.ops)
            made.append(partner)
        else:
            made.append(partner if _whole(op.__limbeck__()) == was[id(op)] else op.reverse())
    return made


def _is_about(op, other):
    """Whether two operations are about the same thing."""
    container = isinstance(op, ops.OpContainer)
    return container == isinstance(other, ops.OpContainer) and _table(op) == _table(other)


def _table(op):
    return getattr(op, "table_name", None) or getattr(op, "source_table", None)
