//! SQL types as SQLAlchemy's generic and upper-case types name them.

/// A column's type. What a dialect writes for it is the dialect's business.
#[derive(Debug, Clone, PartialEq)]
pub enum SqlType {
    /// `NullType`: not known. Cannot be written.
    Null,
    /// `SmallInteger`
    SmallInteger,
    /// `Integer`
    Integer,
    /// `BigInteger`
    BigInteger,
    /// `Numeric`
    Numeric {
        /// Digits in all
        precision: Option<u32>,
        /// Digits after the point
        scale: Option<u32>,
    },
    /// `Float`
    Float {
        /// Binary digits
        precision: Option<u32>,
    },
    /// `Double`
    Double {
        /// Binary digits; MySQL only
        precision: Option<u32>,
    },
    /// `String` and `Unicode`
    String {
        /// In characters
        length: Option<u32>,
        /// `COLLATE`
        collation: Option<String>,
    },
    /// `Text` and `UnicodeText`
    Text {
        /// In characters; MySQL only
        length: Option<u32>,
        /// `COLLATE`
        collation: Option<String>,
    },
    /// `Boolean`
    Boolean {
        /// The name of its CHECK
        name: Option<String>,
        /// Whether a CHECK is written where the database has no boolean
        create_constraint: bool,
    },
    /// `Date`
    Date,
    /// `Time`
    Time {
        /// `WITH TIME ZONE`
        timezone: bool,
    },
    /// `DateTime`
    DateTime {
        /// `WITH TIME ZONE`
        timezone: bool,
    },
    /// `Interval`
    Interval {
        /// Whether the database's own interval type is used where there is one
        native: bool,
        /// PostgreSQL's precision of seconds
        second_precision: Option<u32>,
    },
    /// `LargeBinary`
    LargeBinary {
        /// In bytes
        length: Option<u32>,
    },
    /// `Enum`
    Enum {
        /// The values in order
        values: Vec<String>,
        /// The type's name
        name: Option<String>,
        /// The type's schema
        schema: Option<String>,
        /// Whether the database's own enum type is used where there is one
        native: bool,
        /// Whether a table that uses it makes the database's own enum type too
        create_type: bool,
        /// Whether a CHECK is written where it is not
        create_constraint: bool,
        /// Length of the VARCHAR where it is not; the longest value when absent
        length: Option<u32>,
    },
    /// `JSON`
    Json,
    /// `Uuid`
    Uuid {
        /// Whether the database's own type is used where there is one
        native: bool,
    },
    /// `ARRAY`
    Array {
        /// The type of an element
        item: Box<SqlType>,
        /// How many
        dimensions: u32,
        /// SQLAlchemy's own class, and not that of its PostgreSQL dialect; the database has one type for both
        generic: bool,
    },
    /// `PickleType`
    Pickle,
    /// An upper-case type, written literally on every dialect: `VARCHAR(20)`.
    Literal {
        /// `VARCHAR`, `TIMESTAMP`, `DOUBLE PRECISION`
        name: String,
        /// What follows in parentheses
        arguments: Vec<u32>,
        /// `WITH TIME ZONE`, for TIME and TIMESTAMP on PostgreSQL
        timezone: bool,
        /// `COLLATE`
        collation: Option<String>,
    },
    /// Text that a user-defined type or reflection gives; written as it is.
    Verbatim(String),
    /// A type with another one for some dialects: `with_variant`.
    Variant {
        /// For every other dialect
        base: Box<SqlType>,
        /// By dialect name
        variants: Vec<(String, SqlType)>,
    },
    /// A type of one dialect: `postgresql.JSONB`.
    Dialect {
        /// `postgresql`
        dialect: String,
        /// The class name
        name: String,
        /// Named arguments, positional ones under the name they bind to
        arguments: crate::schema::DialectOptions,
    },
    /// A class of the project's own, as models have it. To the database it is its implementation.
    Custom(Box<CustomType>),
}

/// A type as the models' Python code writes it.
#[derive(Debug, Clone, PartialEq)]
pub struct CustomType {
    /// The module of its class: `app.types`
    pub module: String,
    /// The class in its module: `Money`, and `Types.Money` where it is inside of another
    pub class: String,
    /// Its `repr()`: `Money(currency='EUR')`
    pub repr: String,
    /// By which the embedded Python finds the object again
    pub object: Option<i64>,
    /// What it is in the database
    pub implementation: SqlType,
}

impl SqlType {
    /// The type that `dialect` uses: the variant made for it, else the base.
    pub fn for_dialect(&self, dialect: &str) -> &SqlType {
        match self {
            SqlType::Variant { base, variants } => match variants.iter().find(|(name, _)| name == dialect) {
                Some((_, found)) => found.for_dialect(dialect),
                None => base.for_dialect(dialect),
            },
            SqlType::Custom(custom) => custom.implementation.for_dialect(dialect),
            other => other,
        }
    }

    /// Of an array the type of its elements, of all others the type itself.
    pub fn element(&self) -> &SqlType {
        match self {
            SqlType::Array { item, .. } => item.element(),
            other => other,
        }
    }

    /// Whether a key column of it counts up by itself (`autoincrement="auto"`).
    pub fn is_integer(&self) -> bool {
        match self {
            SqlType::Integer | SqlType::SmallInteger | SqlType::BigInteger => true,
            SqlType::Literal { name, .. } => matches!(name.as_str(), "INTEGER" | "INT" | "SMALLINT" | "BIGINT"),
            SqlType::Dialect { name, .. } => {
                matches!(name.as_str(), "INTEGER" | "SMALLINT" | "BIGINT" | "TINYINT" | "MEDIUMINT")
            }
            SqlType::Variant { base, .. } => base.is_integer(),
            SqlType::Custom(custom) => custom.implementation.is_integer(),
            SqlType::Verbatim(text) => {
                let word = text.split(['(', ' ']).next().unwrap_or("");
                ["INTEGER", "INT", "SMALLINT", "BIGINT"].iter().any(|w| word.eq_ignore_ascii_case(w))
            }
            _ => false,
        }
    }
}
