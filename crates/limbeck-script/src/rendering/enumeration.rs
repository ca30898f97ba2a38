//! Enum types and domains of PostgreSQL, which have no directives: SQL, so that it reads the same offline and on Alembic.

use limbeck_core::autogenerate::{Difference, EnumChange, NamedType, TypeKind, TypeUser};
use limbeck_core::schema::TableName;
use limbeck_dialect::Dialect;

use super::escaped;
use super::step::{Action, Step, constraint_step};

fn text(value: &str) -> String {
    format!("'{}'", value.replace('\'', "''"))
}

/// SQL for `op.execute()`
pub(super) fn execute(sql: &str) -> Step {
    Action::Execute(escaped(sql)).into()
}

/// The type, or the domain with its CHECKs in the words that they were made of.
pub(super) fn create(dialect: &dyn Dialect, named: &NamedType) -> Step {
    match &named.kind {
        TypeKind::Enum(values) => create_with(dialect, &named.name, values),
        TypeKind::Domain(domain) => {
            let mut domain = domain.clone();
            domain.checks.iter_mut().for_each(|(_, condition)| *condition = dialect.written_condition(condition));
            execute(&dialect.domain_text(&named.name, &domain))
        }
    }
}

fn create_with(dialect: &dyn Dialect, name: &TableName, values: &[String]) -> Step {
    let values: Vec<String> = values.iter().map(|value| text(value)).collect();
    execute(&format!("CREATE TYPE {} AS ENUM ({})", dialect.quote_table(name), values.join(", ")))
}

pub(super) fn drop(dialect: &dyn Dialect, named: &NamedType) -> Step {
    let word = match named.kind {
        TypeKind::Enum(_) => "TYPE",
        TypeKind::Domain(_) => "DOMAIN",
    };
    execute(&format!("DROP {word} {}", dialect.quote_table(&named.name)))
}

pub(super) fn change(dialect: &dyn Dialect, change: &EnumChange) -> Vec<Step> {
    if change.only_adds() { add_values(dialect, change) } else { replace(dialect, change) }
}

/// `ALTER TYPE ... ADD VALUE`. PostgreSQL does that inside a transaction since version 12, but a value cannot be used before its transaction
/// has ended; the block is there for older servers, and for a script that uses one. Its price is that everything before it is committed. A value
/// that is there already is passed over, so that a script which failed after the block can run again.
fn add_values(dialect: &dyn Dialect, change: &EnumChange) -> Vec<Step> {
    let name = dialect.quote_table(&change.name);
    let added = change.to.iter().enumerate().filter(|(_, value)| !change.from.contains(value)).map(|(at, value)| {
        let place = match at.checked_sub(1).and_then(|before| change.to.get(before)) {
            Some(before) => format!(" AFTER {}", text(before)),
            None => change.from.first().map(|first| format!(" BEFORE {}", text(first))).unwrap_or_default(),
        };
        escaped(&format!("ALTER TYPE {name} ADD VALUE IF NOT EXISTS {}{place}", text(value)))
    });
    let mut steps: Vec<Step> = match change.apart {
        true => vec![Action::Apart(added.collect()).into()],
        false => added.map(|sql| Action::Execute(sql).into()).collect(),
    };
    let changed = change.users.iter().filter(|user| user.from != user.to);
    steps.extend(changed.map(|user| default_of(dialect, user, user.to.as_deref())));
    steps
}

/// A type of the same name with other values takes the place of the old one. A row that has a value which is gone stops it.
fn replace(dialect: &dyn Dialect, change: &EnumChange) -> Vec<Step> {
    let old = TableName { schema: change.name.schema.clone(), name: format!("{}_old", change.name.name) };
    let (name, old_text) = (dialect.quote_table(&change.name), dialect.quote_table(&old));
    let mut steps = Vec::new();
    let gone = change.from.iter().filter(|value| !change.to.contains(value));
    let gone: Vec<String> = gone.map(|value| text(value).replace('\n', " ")).collect();
    if !gone.is_empty() {
        let comment = format!("# Rows with {} must be given another value first.", gone.join(", "));
        steps.push(Action::Code(vec![comment]).into());
    }
    steps.extend(change.around.iter().map(part));
    steps.push(execute(&format!("ALTER TYPE {name} RENAME TO {}", dialect.quote(&old.name))));
    steps.push(create_with(dialect, &change.name, &change.to));
    for user in &change.users {
        let (table, column) = (dialect.quote_table(&user.table), dialect.quote(&user.column));
        let array = if user.is_array { "[]" } else { "" };
        if user.from.is_some() {
            steps.push(default_of(dialect, user, None));
        }
        steps.push(execute(&format!(
            "ALTER TABLE {table} ALTER COLUMN {column} TYPE {name}{array} USING {column}::text{array}::{name}{array}"
        )));
        if let Some(default) = &user.to {
            steps.push(default_of(dialect, user, Some(default)));
        }
    }
    steps.push(execute(&format!("DROP TYPE {old_text}")));
    steps.extend(change.around.iter().rev().map(|drop| part(&drop.reversed())));
    steps
}

/// An index or a constraint that comes or goes.
fn part(difference: &Difference) -> Step {
    constraint_step(difference).unwrap_or_else(|| difference.clone().into())
}

fn default_of(dialect: &dyn Dialect, user: &TypeUser, default: Option<&str>) -> Step {
    let (table, column) = (dialect.quote_table(&user.table), dialect.quote(&user.column));
    let action = default.map_or_else(|| "DROP DEFAULT".to_owned(), |default| format!("SET DEFAULT {default}"));
    execute(&format!("ALTER TABLE {table} ALTER COLUMN {column} {action}"))
}
