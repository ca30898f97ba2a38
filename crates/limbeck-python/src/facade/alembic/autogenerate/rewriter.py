"""Names of autogenerate by this module's name."""
from . import AutogenContext, Rewriter, comparators, compare_metadata, produce_migrations, render_op_text, renderers  # noqa: F401
