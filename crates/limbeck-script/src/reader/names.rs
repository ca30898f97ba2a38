//! Which names of SQLAlchemy are plain data when called, and their canonical spelling.
//!
//! Only what is listed here is understood. `sqlalchemy.NAME` is the spelling wherever SQLAlchemy exports the same object there;
//! the lists of modules below were taken from SQLAlchemy 2.1.9.

use std::rc::Rc;

/// What calling a name gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A type, which has no operators
    Type,
    /// A column: an expression, and attached to one table
    Column,
    /// Attached to one parent; no operators
    Item,
    /// `Table(...)` and `op.create_table(...)`
    Table,
    MetaData,
    /// Has Python's operators as SQL operators
    Expression,
    /// `text("...")`: no operators
    Text,
    /// `select`, `insert`, `table`, ...: methods and `.c`
    Statement,
    /// The namespace `.c` of a table
    Columns,
    /// Plain Python data such as `datetime.datetime(...)`
    Data,
}

/// What a dotted name stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Known {
    /// A module: only its attributes are of use.
    Module(Rc<str>),
    /// A class or function that makes data.
    Callable(Rc<str>, Kind),
}

/// Modules that export the types
const TYPES: &[&str] = &["sqlalchemy", "sqlalchemy.types", "sqlalchemy.sql.sqltypes"];
/// Modules that export the schema items
const SCHEMA: &[&str] = &["sqlalchemy", "sqlalchemy.schema", "sqlalchemy.sql.schema"];
/// Modules that export the expression functions
const EXPRESSIONS: &[&str] = &["sqlalchemy", "sqlalchemy.sql", "sqlalchemy.sql.expression"];

const MODULES: &[&str] = &[
    "sqlalchemy.dialects",
    "sqlalchemy.schema",
    "sqlalchemy.sql",
    "sqlalchemy.sql.expression",
    "sqlalchemy.sql.schema",
    "sqlalchemy.sql.sqltypes",
    "sqlalchemy.types",
];

const TYPE_NAMES: &str = " ARRAY BIGINT BINARY BLOB BOOLEAN BigInteger Boolean CHAR CLOB DATE DATETIME DECIMAL DOUBLE \
    DOUBLE_PRECISION Date DateTime Double Enum FLOAT Float INT INTEGER Integer Interval JSON LargeBinary NCHAR NUMERIC NVARCHAR \
    Numeric PickleType REAL SMALLINT SmallInteger String TEXT TIME TIMESTAMP Text Time UUID Unicode UnicodeText Uuid VARBINARY \
    VARCHAR ";

/// Types that `sqlalchemy` itself does not export.
const TYPES_ONLY: &str = " NullType ";

const ITEM_NAMES: &str =
    " ForeignKey PrimaryKeyConstraint ForeignKeyConstraint UniqueConstraint CheckConstraint Index Computed Identity ";

const EXPRESSION_NAMES: &str = " column literal literal_column bindparam cast type_coerce case null true false and_ or_ not_ \
    extract distinct asc desc nullsfirst nullslast nulls_first nulls_last tuple_ any_ all_ between collate ";

const STATEMENT_NAMES: &str = " table select insert update delete union union_all except_ except_all intersect intersect_all exists alias values ";

/// Each dialect's types, and those of them that its module `base` does not export.
const DIALECTS: &[(&str, &str, &str)] = &[
    (
        "postgresql",
        " INTEGER BIGINT SMALLINT VARCHAR CHAR TEXT NUMERIC FLOAT REAL INET CIDR CITEXT UUID BIT MACADDR MACADDR8 MONEY OID \
        REGCLASS REGCONFIG TSQUERY TSVECTOR DOUBLE_PRECISION TIMESTAMP TIME DATE BYTEA BOOLEAN INTERVAL ARRAY ENUM DOMAIN HSTORE \
        INT4RANGE INT8RANGE NUMRANGE DATERANGE INT4MULTIRANGE INT8MULTIRANGE NUMMULTIRANGE DATEMULTIRANGE TSRANGE TSTZRANGE \
        TSMULTIRANGE TSTZMULTIRANGE JSON JSONB JSONPATH ",
        " ARRAY INT4RANGE INT8RANGE NUMRANGE DATERANGE INT4MULTIRANGE INT8MULTIRANGE NUMMULTIRANGE DATEMULTIRANGE TSRANGE \
        TSTZRANGE TSMULTIRANGE TSTZMULTIRANGE JSON JSONB JSONPATH ",
    ),
    (
        "mysql",
        " BIGINT BINARY BIT BLOB BOOLEAN CHAR DATE DATETIME DECIMAL DOUBLE ENUM FLOAT INET4 INET6 INTEGER JSON LONGBLOB LONGTEXT \
        MEDIUMBLOB MEDIUMINT MEDIUMTEXT NCHAR NVARCHAR NUMERIC SET SMALLINT REAL TEXT TIME TIMESTAMP TINYBLOB TINYINT TINYTEXT \
        VARBINARY VARCHAR YEAR ",
        " INET4 INET6 ",
    ),
    (
        "sqlite",
        " BLOB BOOLEAN CHAR DATE DATETIME DECIMAL FLOAT INTEGER JSON JSONB NUMERIC SMALLINT TEXT TIME TIMESTAMP VARCHAR REAL ",
        "",
    ),
    (
        "mssql",
        " JSON INTEGER BIGINT SMALLINT TINYINT VARCHAR NVARCHAR CHAR NCHAR TEXT NTEXT DECIMAL NUMERIC FLOAT DATETIME DATETIME2 \
        DATETIMEOFFSET DATE DOUBLE_PRECISION TIME SMALLDATETIME BINARY VARBINARY BIT REAL IMAGE TIMESTAMP ROWVERSION MONEY \
        SMALLMONEY UNIQUEIDENTIFIER SQL_VARIANT XML ",
        "",
    ),
    (
        "oracle",
        " VARCHAR NVARCHAR CHAR NCHAR DATE NUMBER BLOB BFILE CLOB NCLOB TIMESTAMP RAW FLOAT DOUBLE_PRECISION BINARY_DOUBLE \
        BINARY_FLOAT LONG INTERVAL VARCHAR2 NVARCHAR2 ROWID REAL BOOLEAN JSON ",
        "",
    ),
];

/// What `module.attribute` is, `module` being a canonical module name; `None` when it is not understood.
pub(super) fn resolve(module: &str, attribute: &str) -> Option<Known> {
    if module == "sqlalchemy.func" || module.starts_with("sqlalchemy.func.") {
        // `func.NAME`, `func.SCHEMA.NAME`; underscores in front are Python's own business.
        return (!attribute.starts_with('_')).then(|| callable(module, attribute, Kind::Expression));
    }
    if let Some(dialect) = module.strip_prefix("sqlalchemy.dialects") {
        return match dialect.strip_prefix('.') {
            None => {
                DIALECTS.iter().any(|(name, ..)| *name == attribute).then(|| Known::Module(join(module, attribute)))
            }
            Some(dialect) => resolve_dialect(dialect, attribute),
        };
    }
    if TYPES.contains(&module) && holds(TYPE_NAMES, attribute) {
        return Some(callable("sqlalchemy", attribute, Kind::Type));
    }
    if TYPES[1..].contains(&module) && holds(TYPES_ONLY, attribute) {
        return Some(callable("sqlalchemy.types", attribute, Kind::Type));
    }
    if SCHEMA.contains(&module) {
        let kind = match attribute {
            "Column" => Some(Kind::Column),
            "Table" => Some(Kind::Table),
            "MetaData" => Some(Kind::MetaData),
            "Sequence" => Some(Kind::Statement),
            "FetchedValue" => Some(Kind::Text),
            _ if holds(ITEM_NAMES, attribute) => Some(Kind::Item),
            _ => None,
        };
        if let Some(kind) = kind {
            return Some(callable("sqlalchemy", attribute, kind));
        }
    }
    if EXPRESSIONS.contains(&module) {
        let kind = match attribute {
            "func" => return Some(Known::Module("sqlalchemy.func".into())),
            "text" => Some(Kind::Text),
            _ if holds(EXPRESSION_NAMES, attribute) => Some(Kind::Expression),
            _ if holds(STATEMENT_NAMES, attribute) => Some(Kind::Statement),
            _ => None,
        };
        if let Some(kind) = kind {
            return Some(callable("sqlalchemy", attribute, kind));
        }
    }
    let path = join(module, attribute);
    MODULES.contains(&&*path).then_some(Known::Module(path))
}

fn resolve_dialect(module: &str, attribute: &str) -> Option<Known> {
    let (dialect, inner) = match module.split_once('.') {
        Some((dialect, inner)) => (dialect, Some(inner)),
        None => (module, None),
    };
    let (dialect, types, not_in_base) = DIALECTS.iter().find(|(name, ..)| *name == dialect)?;
    let package = join("sqlalchemy.dialects", dialect);
    let exported = match (*dialect, inner) {
        (_, None) => true,
        (_, Some("base")) => !holds(not_in_base, attribute),
        ("postgresql", Some("json")) => matches!(attribute, "JSON" | "JSONB"),
        _ => false,
    };
    if holds(types, attribute) {
        return exported.then(|| callable(&package, attribute, Kind::Type));
    }
    match (*dialect, inner, attribute) {
        ("postgresql", None, "array" | "hstore" | "aggregate_order_by" | "array_agg") => {
            Some(callable(&package, attribute, Kind::Expression))
        }
        ("postgresql", None, "ExcludeConstraint") => Some(callable(&package, attribute, Kind::Item)),
        ("postgresql" | "mysql" | "sqlite", None, "insert") => Some(callable(&package, attribute, Kind::Statement)),
        (_, None, "base") | ("postgresql", None, "json") => Some(Known::Module(join(&package, attribute))),
        _ => None,
    }
}

/// Whether `import name` or `from name import ...` is understood.
pub(super) fn is_module(name: &str) -> bool {
    name == "sqlalchemy"
        || MODULES.contains(&name)
        || name.rsplit_once('.').is_some_and(|(parent, leaf)| {
            parent.starts_with("sqlalchemy.dialects") && matches!(resolve(parent, leaf), Some(Known::Module(_)))
        })
}

/// The kind of a canonical name that may be called.
pub(super) fn kind(name: &str) -> Option<Kind> {
    let (module, attribute) = name.rsplit_once('.')?;
    match resolve(module, attribute)? {
        Known::Callable(_, kind) => Some(kind),
        Known::Module(_) => None,
    }
}

fn callable(module: &str, attribute: &str, kind: Kind) -> Known {
    Known::Callable(join(module, attribute), kind)
}

fn join(module: &str, attribute: &str) -> Rc<str> {
    let mut path = String::with_capacity(module.len() + 1 + attribute.len());
    path.push_str(module);
    path.push('.');
    path.push_str(attribute);
    path.into()
}

/// Whether `name` is one of the words of `names`.
fn holds(names: &str, name: &str) -> bool {
    let mut rest = names;
    while let Some(at) = rest.find(name) {
        let end = at + name.len();
        // The lists begin and end with a space, so that both neighbours exist for a whole word.
        if !name.is_empty() && rest.as_bytes()[at.saturating_sub(1)] == b' ' && rest.as_bytes().get(end) == Some(&b' ')
        {
            return at > 0;
        }
        rest = rest.get(end..).unwrap_or_default();
    }
    false
}
