//! Changes that take another statement than the directive, or more than one.

use limbeck_core::autogenerate::Difference;
use limbeck_core::operation::{AlterColumn, Change, ColumnDefault, Operation};
use limbeck_core::schema::{Column, Constraint, Identity, OptionValue, ServerDefault, TableName, UniqueConstraint};
use limbeck_dialect::{BindMode, Dialect, DialectError};

use super::computed;
use super::enumeration::execute;
use super::step::{Action, Step, unchanged};

/// The steps that a column's change takes: one, unless something that fills the column stands in the way.
pub(super) fn expand(dialect: &dyn Dialect, step: Step) -> Result<Vec<Step>, DialectError> {
    let actions = match (&step.action, &step.found) {
        (Action::Alter(alter), Some(found)) => found.iter().find_map(|difference| of_alter(dialect, alter, difference)),
        (Action::Difference(difference), _) => match &**difference {
            Difference::ChangeComputed { table, from, to } => Some(computed::steps(dialect, table, from, to)),
            Difference::AddUnique { table, constraint }
                if constraint.options.get("postgresql", "include").is_some() =>
            {
                Some(unique_with_others(dialect, table, constraint))
            }
            _ => None,
        },
        _ => None,
    };
    let Some(steps) = actions else { return Ok(vec![step]) };
    let mut steps = steps?;
    steps.iter_mut().for_each(|made| made.found = Some(Vec::new()));
    // The first tells what it is about.
    if let Some(first) = steps.first_mut() {
        first.found = step.found;
    }
    Ok(steps)
}

fn of_alter(
    dialect: &dyn Dialect,
    alter: &AlterColumn,
    difference: &Difference,
) -> Option<Result<Vec<Step>, DialectError>> {
    match difference {
        Difference::ChangeIdentity { table, column, identity, counts, .. } => {
            Some(identity_steps(dialect, alter, (table, column), identity.as_ref(), *counts))
        }
        Difference::ChangeType { table, column, conversion, .. } => {
            let converts = conversion.there.is_some() || conversion.back.is_some();
            let default = column.server_default.as_ref().filter(|_| converts);
            let steps = match (default, &conversion.then) {
                (None, None) => return None,
                (Some(default), _) => around_default(dialect, alter, (table, column), default),
                (None, Some(_)) => Ok(vec![altered(alter.clone())]),
            };
            let then = conversion.then.as_deref().map(execute);
            Some(steps.map(|steps| steps.into_iter().chain(then).collect()))
        }
        _ => None,
    }
}

/// Alembic's directive does not know the columns that the constraint only includes, and fails.
fn unique_with_others(
    dialect: &dyn Dialect,
    table: &TableName,
    constraint: &UniqueConstraint,
) -> Result<Vec<Step>, DialectError> {
    let constraint = Constraint::Unique(constraint.clone());
    let operation = Operation::AddConstraint { table: table.clone(), constraint };
    let statements = dialect.operation(&operation, BindMode::Inline)?;
    Ok(statements.iter().map(|sql| execute(&sql.text)).collect())
}

pub(super) fn altered(alter: AlterColumn) -> Step {
    Action::Alter(Box::new(alter)).into()
}

/// The server converts a default only as it converts values by itself. So it is dropped before, and set again with the type.
fn around_default(
    dialect: &dyn Dialect,
    alter: &AlterColumn,
    (table, column): (&TableName, &Column),
    default: &ServerDefault,
) -> Result<Vec<Step>, DialectError> {
    let dropped = AlterColumn { default: Change::Set(ColumnDefault::None), ..unchanged(table, column) };
    let mut changed = AlterColumn { existing_default: Change::Keep, ..alter.clone() };
    match &alter.default {
        Change::Keep => changed.default = Change::Set(ColumnDefault::Server(without_cast(dialect, default)?)),
        Change::Set(ColumnDefault::None) => changed.default = Change::Keep,
        Change::Set(_) => {}
    }
    Ok(vec![altered(dropped), altered(changed)])
}

/// A default without a cast to the old type: `'1'::character varying` is `'1'`.
fn without_cast(dialect: &dyn Dialect, default: &ServerDefault) -> Result<ServerDefault, DialectError> {
    let ServerDefault::Expression(_) = default else { return Ok(default.clone()) };
    let text = dialect.default_text(default)?;
    let literal = text.split_once("'::").and_then(|(before, _)| before.strip_prefix('\''));
    let literal = literal.filter(|inside| !inside.replace("''", "").contains('\''));
    Ok(literal.map_or_else(|| default.clone(), |inside| ServerDefault::Literal(inside.replace("''", "'"))))
}

/// A column gets an identity, another one, or loses it. One that counted otherwise (SERIAL) gives up its counter first, and gets one when it is
/// to count so; the new counter goes on where the old one was.
fn identity_steps(
    dialect: &dyn Dialect,
    alter: &AlterColumn,
    (table, column): (&TableName, &Column),
    identity: Option<&Identity>,
    counts: bool,
) -> Result<Vec<Step>, DialectError> {
    let (table_text, column_text) = (dialect.quote_table(table), dialect.quote(&column.name));
    let sequence = TableName { schema: table.schema.clone(), name: format!("{}_{}_seq", table.name, column.name) };
    let sequence = dialect.quote_table(&sequence);
    let mut steps = Vec::new();
    let mut own = alter.clone();
    let serial = match column.options.get("postgresql", "serial") {
        Some(OptionValue::Text(text)) if identity.is_some() => Some(text),
        _ => None,
    };
    if let Some(text) = serial {
        let name = text.strip_prefix("nextval('").and_then(|rest| rest.strip_suffix("'::regclass)"));
        let name = name.map_or_else(|| sequence.clone(), |name| name.replace("''", "'"));
        steps.push(execute(&format!("ALTER TABLE {table_text} ALTER COLUMN {column_text} DROP DEFAULT")));
        steps.push(execute(&format!("DROP SEQUENCE {name}")));
    } else if column.server_default.is_some() && identity.is_some() {
        let dropped = AlterColumn { default: Change::Set(ColumnDefault::None), ..unchanged(table, column) };
        steps.push(altered(dropped));
        own.existing_default = Change::Keep;
    }
    steps.push(altered(own));
    let literal = |text: &str| text.replace('\'', "''");
    if counts {
        let type_text = dialect.type_text(&column.sql_type)?.to_lowercase();
        steps.push(execute(&format!("CREATE SEQUENCE {sequence} AS {type_text} OWNED BY {table_text}.{column_text}")));
        let default = format!("nextval('{}')", literal(&sequence));
        steps.push(execute(&format!("ALTER TABLE {table_text} ALTER COLUMN {column_text} SET DEFAULT {default}")));
    }
    if counts || serial.is_some() {
        steps.push(execute(&format!(
            "SELECT setval(pg_get_serial_sequence('{}', '{}'), coalesce(max({column_text}), 0) + 1, false) FROM {table_text}",
            literal(&table_text),
            literal(&column.name)
        )));
    }
    Ok(steps)
}
