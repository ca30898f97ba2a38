"""Every name of the expression language."""
from .._core import lazy

__getattr__ = lazy(globals(), {
    "sqlalchemy.sql.functions": "func modifier Function FunctionElement",
    "sqlalchemy.sql.elements": "all_ and_ any_ asc between bindparam BinaryExpression BindParameter bitwise_not BooleanClauseList case Case cast Cast"
    " ClauseElement collate column ColumnClause ColumnCollection ColumnElement conv desc distinct Executable extract Extract False_ false Grouping Label label"
    " literal literal_column not_ Null null nulls_first nulls_last nullsfirst nullslast or_ outparam over Over quoted_name text TextClause true True_"
    " try_cast Tuple tuple_ type_coerce TypeCoerce UnaryExpression within_group",
    "sqlalchemy.sql.selectable": "alias Alias CompoundSelect cte CTE except_ except_all exists Exists FromClause intersect intersect_all join"
    " Join lateral Lateral outerjoin ScalarSelect select Select Selectable SelectBase Subquery table TableClause TextualSelect union union_all values Values"
    " LABEL_STYLE_TABLENAME_PLUS_COL LABEL_STYLE_NONE LABEL_STYLE_DISAMBIGUATE_ONLY LABEL_STYLE_DEFAULT",
    "sqlalchemy.sql.dml": "delete Delete insert Insert update Update UpdateBase",
})
