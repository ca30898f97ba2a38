//! What follows an INSERT: what becomes of a row that is there already.

use limbeck_core::expression::{ConflictTarget, Expression, Insert, InsertSource, Query, Upsert};

use super::Conflicts;
use super::bind_name::Hint;
use super::expression::{Beside, Writer};
use crate::DialectError;

type Text = Result<String, DialectError>;

/// ` ON CONFLICT ...`, ` ON DUPLICATE KEY UPDATE ...`
pub(crate) fn upsert(writer: &mut Writer<'_>, insert: &Insert) -> Text {
    let Some(upsert) = &insert.upsert else { return Ok(String::new()) };
    let conflicts = writer.style.conflicts();
    let refused = |what: &str, instead: &str| {
        Err(DialectError::unsupported(format!("{} has no {what}", writer.style.name()), instead.to_owned()))
    };
    match (upsert, conflicts) {
        (Upsert::DuplicateKey(_), Conflicts::OnConflict | Conflicts::OnConflictOrConstraint) => {
            return refused("ON DUPLICATE KEY UPDATE", "use on_conflict_do_update() there");
        }
        (Upsert::Nothing { .. } | Upsert::Update { .. }, Conflicts::DuplicateKey) => {
            return refused(
                "ON CONFLICT",
                "use on_duplicate_key_update() of mysql.insert there, or prefix_with(\"IGNORE\")",
            );
        }
        (
            Upsert::Nothing { target: Some(ConflictTarget::Constraint(_)) }
            | Upsert::Update { target: Some(ConflictTarget::Constraint(_)), .. },
            Conflicts::OnConflict,
        ) => return refused("ON CONFLICT ON CONSTRAINT", "name the columns in index_elements"),
        _ => {}
    }
    let of_select = matches!(&insert.source, InsertSource::Query(_, query) if matches!(&**query, Query::Select(s) if s.filter.is_none()));
    if of_select && conflicts == Conflicts::OnConflict {
        return Err(DialectError::unsupported(
            "SQLite reads the ON of ON CONFLICT as that of a join when the SELECT before it has no condition",
            "give the select one: .where(sa.true())",
        ));
    }
    match upsert {
        Upsert::DuplicateKey(values) => Ok(format!(" ON DUPLICATE KEY UPDATE {}", assignments(writer, values)?)),
        Upsert::Nothing { target } => Ok(format!(" ON CONFLICT {}DO NOTHING", self::target(writer, target.as_ref())?)),
        Upsert::Update { target, values, filter } => {
            let target = self::target(writer, target.as_ref())?;
            let mut out = format!(" ON CONFLICT {target}DO UPDATE SET {}", assignments(writer, values)?);
            if let Some(filter) = filter {
                out.push_str(&format!(" WHERE {}", writer.condition(filter, None)?));
            }
            Ok(out)
        }
    }
}

/// `(id) WHERE n > 3 `
fn target(writer: &mut Writer<'_>, target: Option<&ConflictTarget>) -> Text {
    match target {
        None => Ok(String::new()),
        Some(ConflictTarget::Constraint(name)) => Ok(format!("ON CONSTRAINT {} ", writer.style.quote(name))),
        Some(ConflictTarget::Elements { elements, filter }) => {
            let qualified = std::mem::replace(&mut writer.qualified, false);
            let mut texts = Vec::with_capacity(elements.len());
            for element in elements {
                let text = writer.expression(element)?;
                // A function stands as it is, any other expression in parentheses.
                let plain =
                    matches!(element, Expression::Column { .. } | Expression::Function { .. } | Expression::Text(_));
                texts.push(if plain { text } else { format!("({text})") });
            }
            let filter = filter.as_ref().map(|filter| writer.condition(filter, None)).transpose();
            writer.qualified = qualified;
            let filter = filter?.map(|filter| format!(" WHERE {filter}")).unwrap_or_default();
            Ok(format!("({}){filter} ", texts.join(", ")))
        }
    }
}

/// `a = 1, b = excluded.b`
fn assignments(writer: &mut Writer<'_>, values: &[(String, Expression)]) -> Text {
    let mut texts = Vec::with_capacity(values.len());
    for (column, value) in values {
        writer.hint = Hint::Name(column.clone());
        let value = writer.beside(value, Beside::Operator(i32::MAX))?;
        texts.push(format!("{} = {value}", writer.style.quote(column)));
    }
    Ok(texts.join(", "))
}
