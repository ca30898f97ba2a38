//! What MySQL and MariaDB say in their own way in expressions and statements.

use limbeck_core::expression::{BinaryOperator, Literal};
use limbeck_core::schema::{ConstraintKind, Deferral, DialectOptions, SqlType, Table};

use super::{Mysql, ddl, literal, quote, types};
use crate::render::{Conflicts, Origin, Style, Using, identifier};
use crate::{DialectError, render};

impl Style for Mysql {
    fn placeholder(&self, name: &str) -> String {
        format!(":{name}")
    }

    fn client_binds(&self) -> bool {
        true
    }

    fn client_text(
        &self,
        value: &Literal,
        sql_type: Option<&SqlType>,
        origin: Origin,
    ) -> Option<Result<String, DialectError>> {
        Some(literal::sent(*self, value, sql_type, origin))
    }

    fn bound(&self, value: &Literal, _sql_type: Option<&SqlType>, _origin: Origin) -> Result<Literal, DialectError> {
        Ok(value.clone())
    }

    fn inline(&self, value: &Literal, sql_type: Option<&SqlType>) -> Result<String, DialectError> {
        literal::inline(*self, value, sql_type)
    }

    fn string(&self, text: &str) -> String {
        literal::string(*self, text)
    }

    fn quoted(&self, identifier: &str) -> String {
        identifier::quoted(identifier, quote::QUOTE)
    }

    fn boolean(&self, value: bool) -> &'static str {
        if value { "true" } else { "false" }
    }

    fn native_boolean(&self) -> bool {
        false
    }

    fn constant_condition(&self, value: bool) -> &'static str {
        if value { "true = 1" } else { "false = 1" }
    }

    fn native_enum(&self) -> bool {
        true
    }

    fn inline_primary_key<'t>(&self, _table: &'t Table) -> Option<&'t str> {
        None
    }

    fn function(&self, name: &str, arguments: &[String]) -> Option<String> {
        let lower = name.to_ascii_lowercase();
        match (lower.as_str(), arguments) {
            (
                "current_date" | "current_time" | "current_timestamp" | "current_user" | "localtime" | "localtimestamp"
                | "session_user" | "user",
                [],
            ) => Some(lower.to_uppercase()),
            ("current_timestamp" | "localtime" | "localtimestamp" | "current_time", _) => {
                Some(format!("{}({})", lower.to_uppercase(), arguments.join(", ")))
            }
            ("random", _) => Some(format!("rand({})", arguments.join(", "))),
            ("sysdate", _) => Some("SYSDATE()".into()),
            ("rollup", _) => Some(format!("{} WITH ROLLUP", arguments.join(", "))),
            ("aggregate_strings", [text, separator]) => Some(format!("group_concat({text} SEPARATOR {separator})")),
            _ => None,
        }
    }

    fn concatenation(&self, parts: &[String]) -> Option<String> {
        Some(format!("concat({})", parts.join(", ")))
    }

    fn cast(&self, operand: &str, sql_type: &SqlType) -> Result<Option<String>, DialectError> {
        Ok(types::cast_text(*self, sql_type)?.map(|text| format!("CAST({operand} AS {text})")))
    }

    fn binary(
        &self,
        operator: &BinaryOperator,
        left: &str,
        right: &str,
        _right_type: Option<&SqlType>,
    ) -> Option<Result<String, DialectError>> {
        match operator {
            BinaryOperator::IsDistinctFrom => Some(Ok(format!("NOT ({left} <=> {right})"))),
            BinaryOperator::IsNotDistinctFrom => Some(Ok(format!("{left} <=> {right}"))),
            _ => None,
        }
    }

    fn empty_set(&self, width: usize, negated: Option<bool>) -> String {
        let names = |before: &str| {
            let all: Vec<String> = (0..width.max(1)).map(|index| format!("{before}_in_{index}")).collect();
            all.join(", ")
        };
        match negated {
            None => format!("SELECT {} FROM (SELECT {}) as _empty_set WHERE 1!=1", names(""), names("1 AS ")),
            Some(negated) => render::no_members(width, negated),
        }
    }

    fn limit(
        &self,
        limit: Option<&mut dyn FnMut() -> Result<String, DialectError>>,
        offset: Option<&mut dyn FnMut() -> Result<String, DialectError>>,
        _number: &mut dyn FnMut(i64) -> Result<String, DialectError>,
    ) -> Result<String, DialectError> {
        /// What MySQL's manual gives for "all".
        const ALL: &str = "18446744073709551615";
        let offset = offset.map(|write| write()).transpose()?.map_or_else(String::new, |text| format!("{text}, "));
        let limit = limit.map_or_else(|| Ok(ALL.to_owned()), |write| write())?;
        Ok(format!(" \n LIMIT {offset}{limit}"))
    }

    fn for_update(&self) -> &'static str {
        " FOR UPDATE"
    }

    fn conflicts(&self) -> Conflicts {
        Conflicts::DuplicateKey
    }

    fn common_tables_follow_insert(&self) -> bool {
        true
    }

    fn updates_tables_together(&self) -> bool {
        true
    }

    fn delete_using(&self) -> Option<Using> {
        Some(Using::All)
    }

    /// MariaDB alone, and not from an UPDATE.
    fn returns_rows(&self, update: bool) -> bool {
        self.is_mariadb() && !update
    }

    fn empty_insert(&self) -> &'static str {
        "() VALUES ()"
    }

    fn join_word(&self) -> &'static str {
        "INNER JOIN"
    }

    fn no_table(&self) -> &'static str {
        " FROM DUAL"
    }

    fn has_sequences(&self) -> bool {
        self.is_mariadb()
    }

    fn sequence_options(&self, text: String) -> String {
        text.replace("NO CYCLE", "NOCYCLE")
    }

    /// A schema is a database, and goes with everything in it.
    fn makes_schemas(&self) -> (bool, bool) {
        (true, false)
    }

    fn leaves_out_use_alter(&self) -> bool {
        true
    }

    fn key_details(&self, options: &DialectOptions) -> Result<(String, String), DialectError> {
        Ok((String::new(), ddl::using(*self, options)?))
    }

    fn match_clause(&self, _text: &str) -> Result<String, DialectError> {
        Err(DialectError::unsupported(
            format!(
                "{} ignores the MATCH of a foreign key, and its ON UPDATE and ON DELETE along with it",
                self.database()
            ),
            "leave match out",
        ))
    }

    /// Neither of the two has constraints that wait; SQLAlchemy writes them nevertheless.
    fn deferral(&self, deferral: &Deferral, _kind: ConstraintKind) -> Result<String, DialectError> {
        if *deferral == Deferral::default() {
            return Ok(String::new());
        }
        Err(DialectError::unsupported(
            format!("{} has no DEFERRABLE constraints", self.database()),
            "leave deferrable and initially out: constraints are checked with every statement there",
        ))
    }

    fn table_suffix(&self, table: &Table) -> Result<String, DialectError> {
        ddl::table_suffix(*self, table)
    }
}
