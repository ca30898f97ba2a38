//! What PostgreSQL says in its own way in expressions and statements.

use limbeck_core::expression::{BinaryOperator, Literal};
use limbeck_core::schema::{ConstraintKind, Deferral, DialectOptions, ExcludeConstraint, OptionValue, SqlType, Table};

use super::{Postgresql, ddl, literal, types};
use crate::render::kind::{self, Kind};
use crate::render::{Conflicts, Origin, Style, Using, table};
use crate::{Dialect, DialectError, render};

impl Style for Postgresql {
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
        Some(literal::sent(value, sql_type, origin))
    }

    fn bound(&self, value: &Literal, _sql_type: Option<&SqlType>, _origin: Origin) -> Result<Literal, DialectError> {
        Ok(value.clone())
    }

    fn inline(&self, value: &Literal, sql_type: Option<&SqlType>) -> Result<String, DialectError> {
        literal::inline(value, sql_type)
    }

    fn boolean(&self, value: bool) -> &'static str {
        if value { "true" } else { "false" }
    }

    fn native_boolean(&self) -> bool {
        true
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
            ("aggregate_strings", _) => Some(format!("string_agg({})", arguments.join(", "))),
            ("pow", _) => Some(format!("power({})", arguments.join(", "))),
            ("substring", [text, start]) => Some(format!("SUBSTRING({text} FROM {start})")),
            ("substring", [text, start, length]) => Some(format!("SUBSTRING({text} FROM {start} FOR {length})")),
            _ => None,
        }
    }

    fn binary(
        &self,
        operator: &BinaryOperator,
        left: &str,
        right: &str,
        right_type: Option<&SqlType>,
    ) -> Option<Result<String, DialectError>> {
        match operator {
            // Python's division keeps fractions, PostgreSQL's does not between integers.
            BinaryOperator::Divide => {
                let number = right_type.filter(|t| {
                    matches!(kind::of_type(t, self.name()), Kind::Decimal | Kind::Float) && **t != SqlType::Null
                });
                let numeric = SqlType::Numeric { precision: None, scale: None };
                let text = types::type_text(number.unwrap_or(&numeric));
                Some(text.map(|text| format!("{left} / CAST({right} AS {text})")))
            }
            BinaryOperator::ILike => Some(Ok(format!("{left} ILIKE {right}"))),
            BinaryOperator::NotILike => Some(Ok(format!("{left} NOT ILIKE {right}"))),
            _ => None,
        }
    }

    fn empty_set(&self, width: usize, negated: Option<bool>) -> String {
        match negated {
            None => "SELECT CAST(NULL AS INTEGER) WHERE 1!=1".into(),
            Some(negated) => render::no_members(width, negated),
        }
    }

    fn limit(
        &self,
        limit: Option<&mut dyn FnMut() -> Result<String, DialectError>>,
        offset: Option<&mut dyn FnMut() -> Result<String, DialectError>>,
        _number: &mut dyn FnMut(i64) -> Result<String, DialectError>,
    ) -> Result<String, DialectError> {
        let mut out = String::new();
        let limited = limit.is_some();
        if let Some(write) = limit {
            out.push_str(&format!(" \n LIMIT {}", write()?));
        }
        if let Some(write) = offset {
            if !limited {
                out.push_str("\n LIMIT ALL");
            }
            out.push_str(&format!(" OFFSET {}", write()?));
        }
        Ok(out)
    }

    fn for_update(&self) -> &'static str {
        " FOR UPDATE"
    }

    fn has_distinct_on(&self) -> bool {
        true
    }

    fn conflicts(&self) -> Conflicts {
        Conflicts::OnConflictOrConstraint
    }

    fn has_sequences(&self) -> bool {
        true
    }

    fn types_sequences(&self) -> bool {
        true
    }

    /// The name comes as text, in which it stands as an identifier.
    fn next_value(&self, sequence: &str) -> String {
        format!("nextval({})", literal::string(sequence))
    }

    fn leaves_out_use_alter(&self) -> bool {
        true
    }

    fn delete_using(&self) -> Option<Using> {
        Some(Using::Others)
    }

    fn key_details(&self, options: &DialectOptions) -> Result<(String, String), DialectError> {
        let before = match options.get("postgresql", "nulls_not_distinct") {
            Some(OptionValue::Bool(true)) => "NULLS NOT DISTINCT ",
            Some(OptionValue::Bool(false)) => "NULLS DISTINCT ",
            _ => "",
        };
        Ok((before.into(), ddl::include(options)?))
    }

    fn not_valid(&self, options: &DialectOptions) -> &'static str {
        if options.flag("postgresql", "not_valid") { " NOT VALID" } else { "" }
    }

    fn exclude(&self, constraint: &ExcludeConstraint) -> Result<String, DialectError> {
        ddl::exclude(constraint)
    }

    /// Every constraint but a CHECK may wait for the end of the transaction.
    fn deferral(&self, deferral: &Deferral, kind: ConstraintKind) -> Result<String, DialectError> {
        let waits = deferral.deferrable == Some(true)
            || deferral.initially.as_deref().is_some_and(|word| word.eq_ignore_ascii_case("DEFERRED"));
        if waits && kind == ConstraintKind::Check {
            return Err(DialectError::unsupported(
                "PostgreSQL has no CHECK constraints that are DEFERRABLE",
                "leave deferrable and initially out, or write a constraint trigger with op.execute()",
            ));
        }
        table::deferral(deferral)
    }

    /// Keywords, and the columns that SET NULL and SET DEFAULT may name.
    fn delete_action(&self, text: &str) -> Result<String, DialectError> {
        let (words, columns) = match text.split_once('(') {
            Some((words, rest)) => (words.trim_end(), rest.strip_suffix(')')),
            None => return table::phrase(text).map(str::to_owned),
        };
        let is_column = |c: &str| {
            let plain = !c.is_empty() && c.chars().all(|c| c.is_alphanumeric() || c == '_' || c == '$');
            let quoted = c.strip_prefix('"').and_then(|c| c.strip_suffix('"'));
            plain || quoted.is_some_and(|c| !c.is_empty() && !c.replace("\"\"", "").contains('"'))
        };
        match columns {
            Some(columns) if columns.split(',').all(|c| is_column(c.trim())) => {
                table::phrase(words).map(|_| text.to_owned())
            }
            _ => table::phrase(text).map(str::to_owned),
        }
    }

    fn table_suffix(&self, table: &Table) -> Result<String, DialectError> {
        ddl::table_suffix(table)
    }
}
