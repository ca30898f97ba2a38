//! SQL expressions: what scripts build with `text`, `select`, `insert`, `update`, `delete`, `func` and operators.

mod definition;
mod statement;

pub use definition::Definition;
mod query;
mod upsert;

pub use query::{CommonTable, Compound, FromItem, FromSource, Join, Prefix, Query, Select, SetOperator};
pub use statement::{Delete, Insert, InsertSource, Parameters, Statement, Update};
pub use upsert::{ConflictTarget, Upsert};

use crate::schema::SqlType;

/// A value that a script hands to the database.
#[derive(Debug, Clone, PartialEq)]
pub enum Literal {
    /// NULL
    Null,
    /// Boolean
    Bool(bool),
    /// Integer
    Int(i64),
    /// Floating point
    Float(f64),
    /// Decimal, by its text
    Decimal(String),
    /// Text
    Text(String),
    /// Bytes
    Bytes(Vec<u8>),
    /// `YYYY-MM-DD`
    Date(String),
    /// `HH:MM:SS[.ffffff]`
    Time(String),
    /// `YYYY-MM-DD HH:MM:SS[.ffffff][+HH:MM]`
    DateTime(String),
    /// 8-4-4-4-12 hexadecimal digits
    Uuid(String),
    /// JSON text: a dict or list handed over for a JSON column
    Json(String),
    /// Several values: an array or the right side of IN
    List(Vec<Literal>),
    /// Seconds of an interval
    Interval(f64),
}

/// An SQL expression.
#[derive(Debug, Clone, PartialEq)]
pub enum Expression {
    /// A column, with the table it is of when that is known.
    Column {
        /// The table's name or alias
        table: Option<crate::schema::TableName>,
        /// The column's name
        name: String,
        /// Its type, when known: it decides how a value beside it is written
        sql_type: Option<SqlType>,
    },
    /// Text used as it is, with `:name` binds.
    Text(TextClause),
    /// A value bound to the statement.
    Bind {
        /// The value
        value: Literal,
        /// The type it is handed over as
        sql_type: Option<SqlType>,
    },
    /// A value that is always written into the text: `literal`s of DDL, `op.inline_literal`.
    Inline(Literal),
    /// A parameter filled at execution: `bindparam("x")`.
    Parameter {
        /// Its name
        name: String,
        /// Value when none is given
        value: Option<Literal>,
        /// The type it is handed over as
        sql_type: Option<SqlType>,
    },
    /// `NULL`
    Null,
    /// `true` / `1`
    True,
    /// `false` / `0`
    False,
    /// `name(arguments)`
    Function {
        /// As written: `now`, `jsonb_build_object`, `pg_catalog.set_config`
        name: String,
        /// Arguments
        arguments: Vec<Expression>,
    },
    /// `function OVER (PARTITION BY ... ORDER BY ... frame)`
    Over(Box<Window>),
    /// `function FILTER (WHERE condition)`
    Filtered {
        /// The aggregate
        function: Box<Expression>,
        /// The condition
        filter: Box<Expression>,
    },
    /// `function WITHIN GROUP (ORDER BY ...)`
    WithinGroup {
        /// The aggregate
        function: Box<Expression>,
        /// The order
        order_by: Vec<Expression>,
    },
    /// `left operator right`
    Binary {
        /// The operator
        operator: BinaryOperator,
        /// Left side
        left: Box<Expression>,
        /// Right side
        right: Box<Expression>,
    },
    /// `NOT e`, `-e`
    Unary {
        /// The operator
        operator: UnaryOperator,
        /// Operand
        operand: Box<Expression>,
    },
    /// `a AND b AND c`, `a OR b`
    Junction {
        /// AND (true) or OR (false)
        all: bool,
        /// Members
        members: Vec<Expression>,
    },
    /// `e LIKE pattern ESCAPE character`
    Escaped {
        /// The comparison by LIKE
        operand: Box<Expression>,
        /// The character that takes the meaning of `%` and `_` away
        escape: String,
    },
    /// `e [NOT] IN (...)`
    In {
        /// Left side
        operand: Box<Expression>,
        /// Right side
        members: InMembers,
        /// NOT IN
        negated: bool,
    },
    /// `e [NOT] BETWEEN low AND high`
    Between {
        /// Operand
        operand: Box<Expression>,
        /// Low end
        low: Box<Expression>,
        /// High end
        high: Box<Expression>,
        /// NOT BETWEEN
        negated: bool,
    },
    /// `CASE ... END`
    Case {
        /// `CASE operand WHEN`
        operand: Option<Box<Expression>>,
        /// WHEN, THEN
        branches: Vec<(Expression, Expression)>,
        /// ELSE
        otherwise: Option<Box<Expression>>,
    },
    /// `CAST(e AS type)`
    Cast {
        /// Operand
        operand: Box<Expression>,
        /// Target
        sql_type: SqlType,
    },
    /// `[NOT] EXISTS (select)`
    Exists {
        /// The query
        query: Box<Query>,
        /// NOT EXISTS
        negated: bool,
    },
    /// `(select)` as a value
    Subquery(Box<Query>),
    /// `e AS name`
    Label {
        /// Operand
        operand: Box<Expression>,
        /// Name
        name: String,
    },
    /// `e COLLATE name`
    Collate {
        /// Operand
        operand: Box<Expression>,
        /// Collation
        collation: String,
    },
    /// `e DESC NULLS LAST`
    Ordered {
        /// Operand
        operand: Box<Expression>,
        /// Direction
        order: Option<crate::schema::SortOrder>,
        /// Place of NULLs
        nulls: Option<crate::schema::NullsOrder>,
    },
    /// `(a, b)`
    Tuple(Vec<Expression>),
    /// `DISTINCT e`
    Distinct(Box<Expression>),
    /// `*`
    Star,
    /// The next value of a sequence
    NextValue(crate::schema::TableName),
}

/// The right side of IN.
#[derive(Debug, Clone, PartialEq)]
pub enum InMembers {
    /// Written out
    List(Vec<Expression>),
    /// A query
    Query(Box<Query>),
}

/// `function OVER (...)`
#[derive(Debug, Clone, PartialEq)]
pub struct Window {
    /// What is computed
    pub function: Expression,
    /// `PARTITION BY`
    pub partition_by: Vec<Expression>,
    /// `ORDER BY`
    pub order_by: Vec<Expression>,
    /// `ROWS`, `RANGE` or `GROUPS` with where the frame begins and ends
    pub frame: Option<(&'static str, FrameBound, FrameBound)>,
}

/// Where the frame of a window begins or ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FrameBound {
    /// `UNBOUNDED PRECEDING` as a beginning, `UNBOUNDED FOLLOWING` as an end
    Unbounded,
    /// So many rows before (negative), after (positive), or the current one (0)
    Rows(i64),
}

/// Operators with two sides.
#[derive(Debug, Clone, PartialEq)]
pub enum BinaryOperator {
    /// `=`
    Equal,
    /// `!=`
    NotEqual,
    /// `<`
    Less,
    /// `<=`
    LessEqual,
    /// `>`
    Greater,
    /// `>=`
    GreaterEqual,
    /// `+`
    Add,
    /// `-`
    Subtract,
    /// `*`
    Multiply,
    /// `/`
    Divide,
    /// `%`
    Modulo,
    /// `||`
    Concatenate,
    /// `IS`
    Is,
    /// `IS NOT`
    IsNot,
    /// `LIKE`
    Like,
    /// `NOT LIKE`
    NotLike,
    /// `LIKE` with a pattern of `startswith`, `endswith` or `contains`
    LikeAffix,
    /// `NOT LIKE` with such a pattern
    NotLikeAffix,
    /// `ILIKE`, or lower() on both sides where there is none
    ILike,
    /// `NOT ILIKE`
    NotILike,
    /// `IS DISTINCT FROM`
    IsDistinctFrom,
    /// `IS NOT DISTINCT FROM`
    IsNotDistinctFrom,
    /// Any other, as written by `.op("->>")`
    Custom(String),
}

impl BinaryOperator {
    /// The operator that says the opposite; `None`: it takes a NOT.
    pub fn negated(&self) -> Option<BinaryOperator> {
        use BinaryOperator as B;
        Some(match self {
            B::Equal => B::NotEqual,
            B::NotEqual => B::Equal,
            B::Less => B::GreaterEqual,
            B::GreaterEqual => B::Less,
            B::Greater => B::LessEqual,
            B::LessEqual => B::Greater,
            B::Is => B::IsNot,
            B::IsNot => B::Is,
            B::Like => B::NotLike,
            B::NotLike => B::Like,
            B::LikeAffix => B::NotLikeAffix,
            B::NotLikeAffix => B::LikeAffix,
            B::ILike => B::NotILike,
            B::NotILike => B::ILike,
            B::IsDistinctFrom => B::IsNotDistinctFrom,
            B::IsNotDistinctFrom => B::IsDistinctFrom,
            _ => return None,
        })
    }
}

/// Operators with one side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnaryOperator {
    /// `NOT`
    Not,
    /// `-`
    Negate,
    /// `ANY`
    Any,
    /// `ALL`
    All,
}

/// `text("... :name ...")` with the values that are bound to it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TextClause {
    /// The text as written: `:name` marks a bind, `\:` is a colon, `::` is left alone.
    pub text: String,
    /// Values given by `bindparams`.
    pub binds: Vec<TextBind>,
}

/// One bind of a text.
#[derive(Debug, Clone, PartialEq)]
pub struct TextBind {
    /// Its name
    pub name: String,
    /// Its value, unless it comes with the execution
    pub value: Option<Literal>,
    /// The type it is handed over as
    pub sql_type: Option<SqlType>,
    /// `expanding=True`: a list for IN
    pub expanding: bool,
}

impl TextClause {
    /// Text without bound values.
    pub fn new(text: impl Into<String>) -> Self {
        TextClause { text: text.into(), binds: Vec::new() }
    }
}

impl Expression {
    /// A column by its name alone.
    pub fn column(name: impl Into<String>) -> Self {
        Expression::Column { table: None, name: name.into(), sql_type: None }
    }

    /// Text used as it is.
    pub fn text(text: impl Into<String>) -> Self {
        Expression::Text(TextClause::new(text))
    }

    /// `left operator right`
    pub fn binary(operator: BinaryOperator, left: Expression, right: Expression) -> Self {
        Expression::Binary { operator, left: Box::new(left), right: Box::new(right) }
    }
}
