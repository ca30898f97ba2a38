//! Domains of PostgreSQL, which have no directives either.

use limbeck_core::autogenerate::DomainChange;
use limbeck_dialect::Dialect;

use super::enumeration::execute;
use super::step::Step;

/// What goes comes first: a new CHECK may have the old one's name. A row that a new CHECK does not take stops it.
pub(super) fn change(dialect: &dyn Dialect, change: &DomainChange) -> Vec<Step> {
    let alter = |what: String| execute(&format!("ALTER DOMAIN {} {what}", dialect.quote_table(&change.name)));
    let mut steps = Vec::new();
    steps.extend(change.dropped.iter().map(|(name, _)| alter(format!("DROP CONSTRAINT {}", dialect.quote(name)))));
    steps.extend(change.default.as_ref().map(|(_, to)| match to {
        Some(default) => alter(format!("SET DEFAULT {default}")),
        None => alter("DROP DEFAULT".to_owned()),
    }));
    steps.extend(change.not_null.map(|set| alter(format!("{} NOT NULL", if set { "SET" } else { "DROP" }))));
    steps.extend(change.added.iter().map(|(name, condition)| {
        let condition = dialect.written_condition(condition);
        alter(format!("ADD CONSTRAINT {} CHECK ({condition})", dialect.quote(name)))
    }));
    steps
}
