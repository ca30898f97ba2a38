"""`sqlalchemy.sql`: the expression language by its other name."""
from .._core import lazy

__getattr__ = lazy(globals(), {
    "sqlalchemy.sql.": "expression schema elements selectable dml functions sqltypes ddl type_api naming operators base compiler visitors util roles",
    "sqlalchemy.sql.functions": "func modifier",
    "sqlalchemy.sql.expression": "Alias alias all_ and_ any_ asc between bindparam case cast ClauseElement collate column ColumnCollection"
    " ColumnElement CompoundSelect cte CTE delete Delete desc distinct except_ except_all exists extract false False_ FromClause insert Insert"
    " intersect intersect_all Join join label lateral literal literal_column not_ null nulls_first nulls_last nullsfirst nullslast"
    " or_ outerjoin over quoted_name Select select Subquery table TableClause text true True_ try_cast tuple_ type_coerce union union_all"
    " update Update Values values within_group Executable Selectable Null LABEL_STYLE_TABLENAME_PLUS_COL",
})
