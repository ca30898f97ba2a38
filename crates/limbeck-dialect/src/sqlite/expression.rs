//! What SQLite says in its own way in expressions and statements.

use limbeck_core::expression::{BinaryOperator, Literal, SetOperator};
use limbeck_core::schema::{ConstraintKind, Deferral, DialectOptions, OptionValue, SqlType, Table, TableName};

use super::Sqlite;
use super::{ddl, types};
use crate::render::{Conflicts, Origin, Style, table};
use crate::{Dialect, DialectError};

impl Style for Sqlite {
    fn placeholder(&self, _name: &str) -> String {
        "?".into()
    }

    fn bound(&self, value: &Literal, sql_type: Option<&SqlType>, origin: Origin) -> Result<Literal, DialectError> {
        types::bound(value, sql_type, origin)
    }

    fn inline(&self, value: &Literal, sql_type: Option<&SqlType>) -> Result<String, DialectError> {
        types::inline(value, sql_type)
    }

    fn boolean(&self, value: bool) -> &'static str {
        if value { "1" } else { "0" }
    }

    fn native_boolean(&self) -> bool {
        false
    }

    fn native_enum(&self) -> bool {
        false
    }

    /// Only foreign keys wait, and only those that say DEFERRABLE.
    fn deferral(&self, deferral: &Deferral, kind: ConstraintKind) -> Result<String, DialectError> {
        if kind != ConstraintKind::ForeignKey && *deferral != Deferral::default() {
            return Err(DialectError::unsupported(
                "SQLite has no DEFERRABLE constraints but foreign keys",
                "leave deferrable and initially out",
            ));
        }
        if deferral.deferrable.is_none() && deferral.initially.is_some() {
            return Err(DialectError::unsupported(
                "SQLite does not take INITIALLY without DEFERRABLE",
                "write deferrable=True beside initially=...",
            ));
        }
        table::deferral(deferral)
    }

    fn inline_primary_key<'t>(&self, table: &'t Table) -> Option<&'t str> {
        ddl::autoincrement_key(table)
    }

    fn function(&self, name: &str, arguments: &[String]) -> Option<String> {
        let plain = |word: &str| arguments.is_empty().then(|| word.to_owned());
        match name.to_ascii_lowercase().as_str() {
            // It has no precision, and SQLAlchemy leaves the one of now() out.
            "now" => Some("CURRENT_TIMESTAMP".into()),
            "current_timestamp" => plain("CURRENT_TIMESTAMP"),
            "current_date" => plain("CURRENT_DATE"),
            "current_time" => plain("CURRENT_TIME"),
            "localtimestamp" => plain("DATETIME(CURRENT_TIMESTAMP, 'localtime')"),
            "char_length" => Some(format!("length({})", arguments.join(", "))),
            "aggregate_strings" => Some(format!("group_concat({})", arguments.join(", "))),
            _ => None,
        }
    }

    fn binary(
        &self,
        operator: &BinaryOperator,
        left: &str,
        right: &str,
        _right_type: Option<&SqlType>,
    ) -> Option<Result<String, DialectError>> {
        match operator {
            BinaryOperator::Divide => Some(Ok(format!("{left} / ({right} + 0.0)"))),
            BinaryOperator::IsDistinctFrom => Some(Ok(format!("{left} IS NOT {right}"))),
            BinaryOperator::IsNotDistinctFrom => Some(Ok(format!("{left} IS {right}"))),
            _ => None,
        }
    }

    fn empty_set(&self, width: usize, _negated: Option<bool>) -> String {
        let ones = vec!["1"; width.max(1)].join(", ");
        format!("SELECT {ones} FROM (SELECT {ones}) WHERE 1!=1")
    }

    /// SQLite has no OFFSET without LIMIT, and SQLAlchemy always writes both.
    fn limit(
        &self,
        limit: Option<&mut dyn FnMut() -> Result<String, DialectError>>,
        offset: Option<&mut dyn FnMut() -> Result<String, DialectError>>,
        number: &mut dyn FnMut(i64) -> Result<String, DialectError>,
    ) -> Result<String, DialectError> {
        let limit = limit.map_or_else(|| number(-1), |write| write())?;
        let offset = offset.map_or_else(|| number(0), |write| write())?;
        Ok(format!("\n LIMIT {limit} OFFSET {offset}"))
    }

    fn for_update(&self) -> &'static str {
        ""
    }

    fn conflicts(&self) -> Conflicts {
        Conflicts::OnConflict
    }

    fn groups_queries(&self) -> bool {
        false
    }

    fn has_set_operator(&self, operator: SetOperator) -> bool {
        !matches!(operator, SetOperator::IntersectAll | SetOperator::ExceptAll)
    }

    fn makes_schemas(&self) -> (bool, bool) {
        (false, false)
    }

    fn constraint_suffix(&self, options: &DialectOptions, name: &str) -> Result<String, DialectError> {
        match options.get("sqlite", name) {
            Some(OptionValue::Text(action)) => Ok(format!(" ON CONFLICT {}", table::phrase(action)?)),
            _ => Ok(String::new()),
        }
    }

    fn table_suffix(&self, table: &Table) -> Result<String, DialectError> {
        let mut words = Vec::new();
        if matches!(table.options.get("sqlite", "with_rowid"), Some(OptionValue::Bool(false))) {
            words.push("WITHOUT ROWID");
        }
        if table.options.flag("sqlite", "strict") {
            words.push("STRICT");
        }
        Ok(if words.is_empty() { String::new() } else { format!("\n {}", words.join(",\n ")) })
    }

    /// A foreign key cannot leave its database file, and its table is written without the file's name.
    fn referred_table(&self, table: &TableName) -> String {
        self.quote(&table.name)
    }

    fn can_refer(&self, table: &TableName, referred: &TableName) -> bool {
        table.schema == referred.schema
    }
}
