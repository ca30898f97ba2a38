//! The names that the server gives to constraints without one. Those of UNIQUE and foreign keys are like limbeck's own.

use std::collections::BTreeSet;

use limbeck_core::schema::{Constraint, Table};

use super::text::names;
use crate::postgresql::Postgresql;
use crate::render::expression::ddl_text;

/// The longest name, in bytes.
const LONGEST: usize = 63;

/// A CHECK is called after the table and, where it speaks of one column alone, after that one.
pub(in crate::postgresql) fn server_name(
    table: &Table,
    constraint: &Constraint,
    taken: &BTreeSet<String>,
) -> Option<String> {
    let Constraint::Check(check) = constraint else { return None };
    let text = ddl_text(&Postgresql, &check.condition).ok()?;
    let said = names(&text);
    let mut columns = table.columns.iter().map(|column| column.name.as_str()).filter(|name| said.contains(*name));
    let column = columns.next().filter(|_| columns.next().is_none());
    let labels = std::iter::once("check".to_owned()).chain((1..).map(|number: u32| format!("check{number}")));
    labels.map(|label| joined(&table.name.name, column, &label)).find(|name| !taken.contains(name))
}

/// The parts of a name. Where they are too long, the longer of the first two loses its end.
fn joined(table: &str, column: Option<&str>, label: &str) -> String {
    let (mut first, mut second) = (table, column.unwrap_or_default());
    let rest = label.len() + 1 + usize::from(column.is_some());
    while first.len() + second.len() + rest > LONGEST {
        let longer = if first.len() > second.len() { &mut first } else { &mut second };
        let Some((end, _)) = longer.char_indices().next_back() else { break };
        *longer = &longer[..end];
    }
    [first, second, label].iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join("_")
}

#[cfg(test)]
mod tests {
    use limbeck_core::expression::Expression;
    use limbeck_core::schema::{CheckConstraint, Column, Deferral, DialectOptions, SqlType, TableName};

    use super::*;

    fn name(table: &str, condition: &str, taken: &[&str]) -> String {
        let mut model = Table::new(TableName::new(table));
        model.columns = ["a", "b", "Mixed"].map(|name| Column::new(name, SqlType::Integer)).to_vec();
        let check = Constraint::Check(CheckConstraint {
            name: None,
            condition: Expression::text(condition),
            deferral: Deferral::default(),
            options: DialectOptions::default(),
            of_type: None,
        });
        let taken = taken.iter().map(|name| (*name).to_owned()).collect();
        server_name(&model, &check, &taken).unwrap_or_default()
    }

    #[test]
    fn names_are_the_servers() {
        assert_eq!(name("t", "a > 0", &[]), "t_a_check");
        assert_eq!(name("t", "t.a > 0 AND A < 5", &["t_a_check"]), "t_a_check1");
        assert_eq!(name("t", "a > b", &[]), "t_check");
        assert_eq!(name("t", "\"Mixed\" <> 'a'", &[]), "t_Mixed_check");
        assert_eq!(name("t", "mixed IS NULL", &["t_check", "t_check1"]), "t_check2");
        assert_eq!(name(&"t".repeat(70), "a > 0", &[]), format!("{}_a_check", "t".repeat(55)));
    }
}
