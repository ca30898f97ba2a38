//! One spelling for each of SQLAlchemy's names, whichever module a script took it from.

use std::borrow::Cow;

/// Modules that hold what `sqlalchemy` itself exports.
const INNER: &[&str] = &[
    "sql.expression.",
    "sql.functions.",
    "sql.sqltypes.",
    "sql.schema.",
    "sql.elements.",
    "sql.selectable.",
    "sql.ddl.",
    "sql.dml.",
    "sql.base.",
    "types.",
    "schema.",
    "sql.",
];

/// Classes that are reached under the names of functions.
const CLASSES: &[(&str, &str)] = &[
    ("TextClause", "text"),
    ("TableClause", "table"),
    ("ColumnClause", "column"),
    ("BindParameter", "bindparam"),
    ("True_", "true"),
    ("False_", "false"),
    ("Null", "null"),
    ("Select", "select"),
    ("Insert", "insert"),
    ("Update", "update"),
    ("Delete", "delete"),
    ("Case", "case"),
    ("Cast", "cast"),
    ("Exists", "exists"),
];

/// `sqlalchemy.sql.expression.false` is `sqlalchemy.false`, `sqlalchemy.dialects.postgresql.base.UUID` is
/// `sqlalchemy.dialects.postgresql.UUID`. Functions stay: `sqlalchemy.func.now`.
pub(super) fn canonical(name: &str) -> Cow<'_, str> {
    let Some(rest) = name.strip_prefix("sqlalchemy.") else { return Cow::Borrowed(name) };
    if let Some(rest) = rest.strip_prefix("dialects.") {
        return match rest.split_once('.') {
            Some((dialect, inner)) if inner.contains('.') => {
                let class = inner.rsplit('.').next().unwrap_or(inner);
                Cow::Owned(format!("sqlalchemy.dialects.{dialect}.{class}"))
            }
            _ => Cow::Borrowed(name),
        };
    }
    let inner = INNER.iter().find_map(|module| rest.strip_prefix(module)).unwrap_or(rest);
    if let Some((_, function)) = CLASSES.iter().find(|(class, _)| *class == inner) {
        return Cow::Owned(format!("sqlalchemy.{function}"));
    }
    if inner.len() == rest.len() { Cow::Borrowed(name) } else { Cow::Owned(format!("sqlalchemy.{inner}")) }
}

#[cfg(test)]
mod tests {
    use super::canonical;

    #[test]
    fn one_spelling() {
        for (given, expected) in [
            ("sqlalchemy.Integer", "sqlalchemy.Integer"),
            ("sqlalchemy.sql.expression.false", "sqlalchemy.false"),
            ("sqlalchemy.sql.elements.TextClause", "sqlalchemy.text"),
            ("sqlalchemy.sql.func.now", "sqlalchemy.func.now"),
            ("sqlalchemy.types.String", "sqlalchemy.String"),
            ("sqlalchemy.dialects.postgresql.base.UUID", "sqlalchemy.dialects.postgresql.UUID"),
            ("sqlalchemy.dialects.mysql.JSON", "sqlalchemy.dialects.mysql.JSON"),
            ("datetime.datetime", "datetime.datetime"),
        ] {
            assert_eq!(canonical(given), expected);
        }
    }
}
