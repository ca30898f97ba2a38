//! Differences in the words of Alembic's log; where it has none, in its style.

use std::fmt;

use super::Difference;
use super::describe::{names_repr, python_repr, type_repr};
use super::difference::kind_word;
use crate::expression::Expression;
use crate::schema::{Constraint, ForeignKey, Index, Name, ServerDefault, TableName};

fn name_repr(name: Option<&Name>) -> String {
    name.map_or_else(|| "None".into(), |name| python_repr(&name.text))
}

/// The columns that an index names plainly.
pub(super) fn index_columns(index: &Index) -> Vec<String> {
    let plain = index.elements.iter().filter_map(|element| match &element.expression {
        Expression::Column { name, .. } => Some(name.clone()),
        _ => None,
    });
    plain.collect()
}

fn default_repr(default: Option<&ServerDefault>) -> String {
    match default {
        None => "None".into(),
        Some(ServerDefault::Literal(text)) => python_repr(text),
        Some(ServerDefault::Expression(Expression::Text(text))) => text.text.replace("\\:", ":"),
        Some(ServerDefault::Expression(_)) => "an expression".into(),
    }
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Difference::AddTable(table) => write!(f, "Detected added table {}", python_repr(&table.name.full_name())),
            Difference::DropTable(table) => {
                write!(f, "Detected removed table {}", python_repr(&table.name.full_name()))
            }
            Difference::AddColumn { table, column } => {
                write!(f, "Detected added column '{}.{}'", table.full_name(), column.name)
            }
            Difference::DropColumn { table, column } => {
                write!(f, "Detected removed column '{}.{}'", table.full_name(), column.name)
            }
            Difference::ChangeNullable { table, column, nullable } => {
                let word = if *nullable { "NULL" } else { "NOT NULL" };
                write!(f, "Detected {word} on column '{}.{}'", table.name, column.name)
            }
            Difference::ChangeType { table, column, sql_type, .. } => {
                let (from, to) = (type_repr(&column.sql_type), type_repr(sql_type));
                write!(f, "Detected type change from {from} to {to} on '{}.{}'", table.name, column.name)
            }
            // Alembic's own line shows the address of a Python object here.
            Difference::ChangeDefault { table, column, default } => {
                let (from, to) = (default_repr(column.server_default.as_ref()), default_repr(default.as_ref()));
                write!(f, "Detected server default change from {from} to {to} on '{}.{}'", table.name, column.name)
            }
            // Alembic has no line for one that is on one side only.
            Difference::ChangeIdentity { table, column, identity, attributes, .. } if attributes.is_empty() => {
                let what = if identity.is_some() { "added" } else { "removed" };
                write!(f, "Detected {what} identity on column '{}.{}'", table.name, column.name)
            }
            Difference::ChangeIdentity { table, column, attributes, .. } => {
                let names: Vec<String> = attributes.iter().map(|name| python_repr(name)).collect();
                write!(
                    f,
                    "Detected server default on column '{}.{}': identity options attributes [{}]",
                    table.name,
                    column.name,
                    names.join(", ")
                )
            }
            Difference::ChangeComment { table, column, .. } => {
                write!(f, "Detected column comment '{}.{}'", table.name, column.name)
            }
            // Alembic has no line for it.
            Difference::ChangeTableComment { table, .. } => write!(f, "Detected table comment '{}'", table.full_name()),
            Difference::AddIndex(index) => {
                let (name, columns) = (name_repr(index.name.as_ref()), names_repr(&index_columns(index)));
                write!(f, "Detected added index {name} on '{columns}'")
            }
            Difference::DropIndex(index) => {
                let (name, table) = (name_repr(index.name.as_ref()), python_repr(&index.table.name));
                write!(f, "Detected removed index {name} on {table}")
            }
            Difference::ChangeIndex { from, reason, .. } => {
                let (name, table) = (name_repr(from.name.as_ref()), python_repr(&from.table.name));
                write!(f, "Detected changed index {name} on {table}: {reason}")
            }
            Difference::AddUnique { constraint, .. } => {
                let (name, columns) = (name_repr(constraint.name.as_ref()), names_repr(&constraint.columns));
                write!(f, "Detected added unique constraint {name} on '{columns}'")
            }
            Difference::DropUnique { table, constraint } => {
                let (name, table) = (name_repr(constraint.name.as_ref()), python_repr(&table.name));
                write!(f, "Detected removed unique constraint {name} on {table}")
            }
            Difference::ChangeUnique { table, from, reason, .. } => {
                let (name, table) = (name_repr(from.name.as_ref()), python_repr(&table.name));
                write!(f, "Detected changed unique constraint {name} on {table}: {reason}")
            }
            Difference::AddForeignKey { table, key } => foreign_key(f, "added", table, key),
            Difference::DropForeignKey { table, key } => foreign_key(f, "removed", table, key),
            Difference::AddConstraint { table, constraint } => constraint_line(f, "added", table, constraint),
            Difference::DropConstraint { table, constraint } => constraint_line(f, "removed", table, constraint),
            Difference::ChangeConstraint { table, from, .. } => constraint_line(f, "changed", table, from),
            Difference::ChangeComputed { table, from, .. } => {
                write!(f, "Detected changed computed column '{}.{}'", table.full_name(), from.name)
            }
            Difference::CannotChange { text, .. } => f.write_str(text),
            Difference::ChangeTableOption { table, name, from, to } => {
                write!(f, "Detected table option {name} change from {from} to {to} on '{}'", table.full_name())
            }
            Difference::AddType { named, .. } => {
                write!(f, "Detected added {} {}", named.kind.word(), python_repr(&named.name.name))
            }
            Difference::DropType { named, .. } => {
                write!(f, "Detected removed {} {}", named.kind.word(), python_repr(&named.name.name))
            }
            Difference::ChangeDomain(change) => {
                let (name, parts) = (python_repr(&change.name.full_name()), change.parts().join(", "));
                write!(f, "Detected changed domain {name}: {parts}")
            }
            Difference::AddSequence(sequence) => {
                write!(f, "Detected added sequence {}", python_repr(&sequence.name.full_name()))
            }
            Difference::DropSequence(sequence) => {
                write!(f, "Detected removed sequence {}", python_repr(&sequence.name.full_name()))
            }
            Difference::ChangeSequence { from, attributes, .. } => {
                write!(
                    f,
                    "Detected changed sequence {}: {}",
                    python_repr(&from.name.full_name()),
                    attributes.join(", ")
                )
            }
            Difference::ChangeEnum(change) => {
                let (name, from, to) =
                    (python_repr(&change.name.full_name()), names_repr(&change.from), names_repr(&change.to));
                write!(f, "Detected changed enum {name}: values {from} to {to}")
            }
        }
    }
}

fn foreign_key(f: &mut fmt::Formatter<'_>, what: &str, table: &TableName, key: &ForeignKey) -> fmt::Result {
    let (columns, referred) = (key.columns.join(", "), key.referred_columns.join(", "));
    write!(f, "Detected {what} foreign key ({columns})({referred}) on table {}", table.full_name())
}

fn constraint_line(f: &mut fmt::Formatter<'_>, what: &str, table: &TableName, constraint: &Constraint) -> fmt::Result {
    let (kind, table) = (kind_word(constraint), python_repr(&table.full_name()));
    match constraint {
        Constraint::PrimaryKey(key) => write!(f, "Detected {what} {kind} {} on {table}", names_repr(&key.columns)),
        other => write!(f, "Detected {what} {kind} {} on {table}", name_repr(other.name())),
    }
}
