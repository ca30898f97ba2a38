"""How operations are written: by Rust, or by the functions that env.py registers."""
from . import AutogenContext, Rewriter, comparators, compare_metadata, produce_migrations, render_op, render_op_text, renderers  # noqa: F401

default_renderers = renderers


def _repr_type(type_, autogen_context, _skip_variants=False):
    import _limbeck

    return _limbeck.render_type(type_)


_render_modify_table = _add_table = _drop_table = _add_index = _drop_index = _add_unique_constraint = _add_fk_constraint = render_op_text
_drop_constraint = _add_column = _drop_column = _alter_column = _execute_sql = render_op_text
