//! The names that the server gives to constraints without one.

use std::collections::BTreeSet;

use limbeck_core::schema::{Constraint, Table};

use crate::Dialect;
use crate::mysql::Mysql;

/// A key is called after its first column, a foreign key after the table, a CHECK of MariaDB after nothing.
pub(in crate::mysql) fn server_name(
    dialect: Mysql,
    table: &Table,
    constraint: &Constraint,
    taken: &BTreeSet<String>,
) -> Option<String> {
    let is_taken = |name: &str| taken.iter().any(|other| other.eq_ignore_ascii_case(name));
    let table = &table.name.name;
    let name = match constraint {
        Constraint::Unique(unique) => key_name(unique.columns.first()?, &is_taken),
        Constraint::ForeignKey(_) => after_last(&format!("{table}_ibfk_"), taken),
        Constraint::Check(_) if dialect.is_mariadb() => {
            (1..).map(|number: u32| format!("CONSTRAINT_{number}")).find(|name| !is_taken(name))?
        }
        Constraint::Check(_) => after_last(&format!("{table}_chk_"), taken),
        Constraint::PrimaryKey(_) | Constraint::Exclude(_) => return None,
    };
    (name.chars().count() <= dialect.max_identifier_length()).then_some(name)
}

/// `a`, `a_2`, `a_3`
pub(super) fn key_name(column: &str, is_taken: &dyn Fn(&str) -> bool) -> String {
    let is_free = |name: &str| !is_taken(name) && !name.eq_ignore_ascii_case("primary");
    if is_free(column) {
        return column.to_owned();
    }
    let numbered = (2..).map(|number: u32| format!("{column}_{number}"));
    numbered.into_iter().find(|name| is_free(name)).unwrap_or_else(|| column.to_owned())
}

/// The number after the highest one.
fn after_last(stem: &str, taken: &BTreeSet<String>) -> String {
    let number = |name: &String| name.strip_prefix(stem)?.parse::<u32>().ok();
    let last = taken.iter().filter_map(number).max().unwrap_or(0);
    format!("{stem}{}", last.saturating_add(1))
}

#[cfg(test)]
mod tests {
    use limbeck_core::expression::Expression;
    use limbeck_core::schema::{
        CheckConstraint, Deferral, DialectOptions, ForeignKey, ForeignKeyOptions, TableName, UniqueConstraint,
    };

    use super::*;

    #[test]
    fn names_are_the_servers() {
        let table = Table::new(TableName::new("t"));
        let unique = Constraint::Unique(UniqueConstraint {
            name: None,
            columns: vec!["a".into(), "b".into()],
            deferral: Deferral::default(),
            options: DialectOptions::default(),
        });
        let key = Constraint::ForeignKey(ForeignKey {
            name: None,
            columns: vec!["a".into()],
            referred_table: TableName::new("u"),
            referred_columns: vec!["id".into()],
            options: ForeignKeyOptions::default(),
        });
        let check = Constraint::Check(CheckConstraint {
            name: None,
            condition: Expression::text("a > 0"),
            deferral: Deferral::default(),
            options: DialectOptions::default(),
            of_type: None,
        });
        let name = |dialect: Mysql, constraint: &Constraint, taken: &[&str]| {
            server_name(dialect, &table, constraint, &taken.iter().map(|name| (*name).to_owned()).collect())
                .unwrap_or_default()
        };
        let (mysql, mariadb) = (Mysql::default(), Mysql::mariadb());
        assert_eq!(name(mysql, &unique, &["b"]), "a");
        assert_eq!(name(mysql, &unique, &["A", "a_2"]), "a_3");
        assert_eq!(name(mysql, &key, &[]), "t_ibfk_1");
        assert_eq!(name(mysql, &key, &["t_ibfk_2", "fk"]), "t_ibfk_3");
        assert_eq!(name(mysql, &check, &["t_chk_1"]), "t_chk_2");
        assert_eq!(name(mariadb, &check, &["CONSTRAINT_2"]), "CONSTRAINT_1");
    }
}
