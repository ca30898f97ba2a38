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

const TYPE_NAMES: &[&str] = &[
    "ARRAY",
    "BIGINT",
    "BINARY",
    "BLOB",
    "BOOLEAN",
    "BigInteger",
    "Boolean",
    "CHAR",
    "CLOB",
    "DATE",
    "DATETIME",
    "DECIMAL",
    "DOUBLE",
    "DOUBLE_PRECISION",
    "Date",
    "DateTime",
    "Double",
    "Enum",
    "FLOAT",
    "Float",
    "INT",
    "INTEGER",
    "Integer",
    "Interval",
    "JSON",
    "LargeBinary",
    "NCHAR",
    "NUMERIC",
    "NVARCHAR",
    "Numeric",
    "PickleType",
    "REAL",
    "SMALLINT",
    "SmallInteger",
    "String",
    "TEXT",
    "TIME",
    "TIMESTAMP",
    "Text",
    "Time",
    "UUID",
    "Unicode",
    "UnicodeText",
    "Uuid",
    "VARBINARY",
    "VARCHAR",
];

/// Types that `sqlalchemy` itself does not export.
const TYPES_ONLY: &[&str] = &["NullType"];

const ITEM_NAMES: &[&str] = &[
    "CheckConstraint",
    "Computed",
    "ForeignKey",
    "ForeignKeyConstraint",
    "Identity",
    "Index",
    "PrimaryKeyConstraint",
    "UniqueConstraint",
];

const EXPRESSION_NAMES: &[&str] = &[
    "all_",
    "and_",
    "any_",
    "asc",
    "between",
    "bindparam",
    "case",
    "cast",
    "collate",
    "column",
    "desc",
    "distinct",
    "extract",
    "false",
    "funcfilter",
    "literal",
    "literal_column",
    "not_",
    "null",
    "nulls_first",
    "nulls_last",
    "nullsfirst",
    "nullslast",
    "or_",
    "over",
    "true",
    "tuple_",
    "type_coerce",
    "within_group",
];

const STATEMENT_NAMES: &[&str] = &[
    "alias",
    "cte",
    "delete",
    "except_",
    "except_all",
    "exists",
    "insert",
    "intersect",
    "intersect_all",
    "select",
    "table",
    "union",
    "union_all",
    "update",
    "values",
];

/// Each dialect's types, and those of them that its module `base` does not export.
const DIALECTS: &[(&str, &[&str], &[&str])] = &[
    (
        "sqlalchemy.dialects.postgresql",
        &[
            "ARRAY",
            "BIGINT",
            "BIT",
            "BOOLEAN",
            "BYTEA",
            "CHAR",
            "CIDR",
            "CITEXT",
            "DATE",
            "DATEMULTIRANGE",
            "DATERANGE",
            "DOMAIN",
            "DOUBLE_PRECISION",
            "ENUM",
            "FLOAT",
            "HSTORE",
            "INET",
            "INT4MULTIRANGE",
            "INT4RANGE",
            "INT8MULTIRANGE",
            "INT8RANGE",
            "INTEGER",
            "INTERVAL",
            "JSON",
            "JSONB",
            "JSONPATH",
            "MACADDR",
            "MACADDR8",
            "MONEY",
            "NUMERIC",
            "NUMMULTIRANGE",
            "NUMRANGE",
            "OID",
            "REAL",
            "REGCLASS",
            "REGCONFIG",
            "SMALLINT",
            "TEXT",
            "TIME",
            "TIMESTAMP",
            "TSMULTIRANGE",
            "TSQUERY",
            "TSRANGE",
            "TSTZMULTIRANGE",
            "TSTZRANGE",
            "TSVECTOR",
            "UUID",
            "VARCHAR",
        ],
        &[
            "ARRAY",
            "DATEMULTIRANGE",
            "DATERANGE",
            "INT4MULTIRANGE",
            "INT4RANGE",
            "INT8MULTIRANGE",
            "INT8RANGE",
            "JSON",
            "JSONB",
            "JSONPATH",
            "NUMMULTIRANGE",
            "NUMRANGE",
            "TSMULTIRANGE",
            "TSRANGE",
            "TSTZMULTIRANGE",
            "TSTZRANGE",
        ],
    ),
    (
        "sqlalchemy.dialects.mysql",
        &[
            "BIGINT",
            "BINARY",
            "BIT",
            "BLOB",
            "BOOLEAN",
            "CHAR",
            "DATE",
            "DATETIME",
            "DECIMAL",
            "DOUBLE",
            "ENUM",
            "FLOAT",
            "INET4",
            "INET6",
            "INTEGER",
            "JSON",
            "LONGBLOB",
            "LONGTEXT",
            "MEDIUMBLOB",
            "MEDIUMINT",
            "MEDIUMTEXT",
            "NCHAR",
            "NUMERIC",
            "NVARCHAR",
            "REAL",
            "SET",
            "SMALLINT",
            "TEXT",
            "TIME",
            "TIMESTAMP",
            "TINYBLOB",
            "TINYINT",
            "TINYTEXT",
            "VARBINARY",
            "VARCHAR",
            "YEAR",
        ],
        &["INET4", "INET6"],
    ),
    (
        "sqlalchemy.dialects.sqlite",
        &[
            "BLOB",
            "BOOLEAN",
            "CHAR",
            "DATE",
            "DATETIME",
            "DECIMAL",
            "FLOAT",
            "INTEGER",
            "JSON",
            "JSONB",
            "NUMERIC",
            "REAL",
            "SMALLINT",
            "TEXT",
            "TIME",
            "TIMESTAMP",
            "VARCHAR",
        ],
        &[],
    ),
    (
        "sqlalchemy.dialects.mssql",
        &[
            "BIGINT",
            "BINARY",
            "BIT",
            "CHAR",
            "DATE",
            "DATETIME",
            "DATETIME2",
            "DATETIMEOFFSET",
            "DECIMAL",
            "DOUBLE_PRECISION",
            "FLOAT",
            "IMAGE",
            "INTEGER",
            "JSON",
            "MONEY",
            "NCHAR",
            "NTEXT",
            "NUMERIC",
            "NVARCHAR",
            "REAL",
            "ROWVERSION",
            "SMALLDATETIME",
            "SMALLINT",
            "SMALLMONEY",
            "SQL_VARIANT",
            "TEXT",
            "TIME",
            "TIMESTAMP",
            "TINYINT",
            "UNIQUEIDENTIFIER",
            "VARBINARY",
            "VARCHAR",
            "XML",
        ],
        &[],
    ),
    (
        "sqlalchemy.dialects.oracle",
        &[
            "BFILE",
            "BINARY_DOUBLE",
            "BINARY_FLOAT",
            "BLOB",
            "BOOLEAN",
            "CHAR",
            "CLOB",
            "DATE",
            "DOUBLE_PRECISION",
            "FLOAT",
            "INTERVAL",
            "JSON",
            "LONG",
            "NCHAR",
            "NCLOB",
            "NUMBER",
            "NVARCHAR",
            "NVARCHAR2",
            "RAW",
            "REAL",
            "ROWID",
            "TIMESTAMP",
            "VARCHAR",
            "VARCHAR2",
        ],
        &[],
    ),
];

/// What `module.attribute` is, `module` being a canonical module name; `None` when it is not understood.
pub(super) fn resolve(module: &str, attribute: &str) -> Option<Known> {
    let (package, kind) = classify(module, attribute)?;
    let path = join(package, attribute);
    Some(match kind {
        Some(kind) => Known::Callable(path, kind),
        None => Known::Module(path),
    })
}

/// Whether `import name` or `from name import ...` is understood.
pub(super) fn is_module(name: &str) -> bool {
    name == "sqlalchemy"
        || matches!(name.rsplit_once('.').and_then(|(parent, leaf)| classify(parent, leaf)), Some((_, None)))
}

/// The kind of a canonical name that may be called.
pub(super) fn kind(name: &str) -> Option<Kind> {
    let (module, attribute) = name.rsplit_once('.')?;
    classify(module, attribute)?.1
}

/// The canonical package of a name, and its kind unless it is a module.
fn classify<'m>(module: &'m str, attribute: &str) -> Option<(&'m str, Option<Kind>)> {
    let inner = module.strip_prefix("sqlalchemy")?;
    if inner == ".func" || inner.starts_with(".func.") {
        // `func.NAME`, `func.SCHEMA.NAME`; underscores in front are Python's own business.
        return (!attribute.starts_with('_')).then_some((module, Some(Kind::Expression)));
    }
    if inner == ".dialects" {
        let is_dialect = |(path, ..): &(&str, _, _)| path.strip_prefix("sqlalchemy.dialects.") == Some(attribute);
        return DIALECTS.iter().any(is_dialect).then_some((module, None));
    }
    if inner.starts_with(".dialects.") {
        return classify_dialect(module, attribute);
    }
    if TYPES.contains(&module) && holds(TYPE_NAMES, attribute) {
        return Some(("sqlalchemy", Some(Kind::Type)));
    }
    if TYPES[1..].contains(&module) && holds(TYPES_ONLY, attribute) {
        return Some(("sqlalchemy.types", Some(Kind::Type)));
    }
    let defines = matches!(attribute, "CreateSequence" | "DropSequence" | "CreateSchema" | "DropSchema");
    if defines && module == "sqlalchemy.schema" {
        return Some((module, Some(Kind::Statement)));
    }
    let kind = match attribute {
        _ if !SCHEMA.contains(&module) => None,
        "Column" => Some(Kind::Column),
        "Table" => Some(Kind::Table),
        "MetaData" => Some(Kind::MetaData),
        "Sequence" => Some(Kind::Statement),
        "FetchedValue" | "DefaultClause" => Some(Kind::Text),
        _ if holds(ITEM_NAMES, attribute) => Some(Kind::Item),
        _ => None,
    };
    let kind = kind.or_else(|| match attribute {
        _ if !EXPRESSIONS.contains(&module) => None,
        "text" => Some(Kind::Text),
        _ if holds(EXPRESSION_NAMES, attribute) => Some(Kind::Expression),
        _ if holds(STATEMENT_NAMES, attribute) => Some(Kind::Statement),
        _ => None,
    });
    if kind.is_some() {
        return Some(("sqlalchemy", kind));
    }
    if attribute == "func" && EXPRESSIONS.contains(&module) {
        return Some(("sqlalchemy", None));
    }
    let is_module = |path: &&str| path.strip_prefix(module).and_then(|rest| rest.strip_prefix('.')) == Some(attribute);
    MODULES.iter().any(is_module).then_some((module, None))
}

fn classify_dialect<'m>(module: &'m str, attribute: &str) -> Option<(&'m str, Option<Kind>)> {
    let (path, types, not_in_base) = DIALECTS
        .iter()
        .find(|(path, ..)| module.strip_prefix(path).is_some_and(|rest| matches!(rest, "" | ".base" | ".json")))?;
    let dialect = path.rsplit('.').next()?;
    let inner = &module[path.len()..];
    let exported = match (dialect, inner) {
        (_, "") => true,
        (_, ".base") => !holds(not_in_base, attribute),
        ("postgresql", ".json") => matches!(attribute, "JSON" | "JSONB"),
        _ => false,
    };
    if holds(types, attribute) {
        return exported.then_some((*path, Some(Kind::Type)));
    }
    let kind = match (dialect, inner, attribute) {
        ("postgresql", "", "array" | "hstore" | "aggregate_order_by" | "array_agg") => Some(Kind::Expression),
        ("postgresql", "", "ExcludeConstraint") => Some(Kind::Item),
        ("postgresql" | "mysql" | "sqlite", "", "insert") => Some(Kind::Statement),
        (_, "", "base") | ("postgresql", "", "json") => None,
        _ => return None,
    };
    Some((*path, kind))
}

fn join(module: &str, attribute: &str) -> Rc<str> {
    let mut path = String::with_capacity(module.len() + 1 + attribute.len());
    path.push_str(module);
    path.push('.');
    path.push_str(attribute);
    path.into()
}

/// Whether `name` is in a sorted list.
fn holds(names: &[&str], name: &str) -> bool {
    names.binary_search(&name).is_ok()
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_lists_are_sorted() {
        let lists =
            [super::TYPE_NAMES, super::TYPES_ONLY, super::ITEM_NAMES, super::EXPRESSION_NAMES, super::STATEMENT_NAMES];
        let dialects = super::DIALECTS.iter().flat_map(|(_, types, not_in_base)| [*types, *not_in_base]);
        for list in lists.into_iter().chain(dialects) {
            assert!(list.is_sorted(), "{list:?}");
        }
    }
}
