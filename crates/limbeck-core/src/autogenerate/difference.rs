//! One thing that a database has and the models do not, or the other way round.

use std::fmt;

use super::describe::{names_repr, python_repr, type_repr};
use crate::expression::Expression;
use crate::schema::{
    Column, ForeignKey, Identity, Index, Name, ServerDefault, SqlType, Table, TableName, UniqueConstraint,
};

/// What would have to be done to a database for it to be as the models say. Shown in the words of Alembic's log.
#[derive(Debug, Clone, PartialEq)]
pub enum Difference {
    /// A table that the database lacks; its indexes follow as differences of their own.
    AddTable(Table),
    /// A table that the models lack; its indexes precede it.
    DropTable(Table),
    /// A column that the database lacks.
    AddColumn {
        /// Its table
        table: TableName,
        /// The model's column
        column: Column,
    },
    /// A column that the models lack.
    DropColumn {
        /// Its table
        table: TableName,
        /// The database's column
        column: Column,
    },
    /// A column takes NULL on one side only.
    ChangeNullable {
        /// Its table
        table: TableName,
        /// The database's column
        column: Column,
        /// What the model says
        nullable: bool,
    },
    /// A column's types are not the same.
    ChangeType {
        /// Its table
        table: TableName,
        /// The database's column
        column: Column,
        /// What the model says
        sql_type: SqlType,
    },
    /// A column's server defaults are not the same.
    ChangeDefault {
        /// Its table
        table: TableName,
        /// The database's column
        column: Column,
        /// What the model says
        default: Option<ServerDefault>,
    },
    /// A column counts up by itself (`GENERATED AS IDENTITY`) on one side only, or otherwise.
    ChangeIdentity {
        /// Its table
        table: TableName,
        /// The database's column
        column: Column,
        /// What the model says
        identity: Option<Identity>,
        /// What is not the same, by name in alphabetical order; empty when only one side has an identity
        attributes: Vec<&'static str>,
    },
    /// A column's comments are not the same.
    ChangeComment {
        /// Its table
        table: TableName,
        /// The database's column
        column: Column,
        /// What the model says
        comment: Option<String>,
    },
    /// A table's comments are not the same.
    ChangeTableComment {
        /// The table
        table: TableName,
        /// What the database says
        from: Option<String>,
        /// What the model says
        to: Option<String>,
    },
    /// An index that the database lacks.
    AddIndex(Index),
    /// An index that the models lack.
    DropIndex(Index),
    /// Indexes of one name that are not the same: to be dropped and made anew.
    ChangeIndex {
        /// The database's
        from: Index,
        /// The model's
        to: Index,
        /// What is not the same
        reason: String,
    },
    /// A UNIQUE constraint that the database lacks.
    AddUnique {
        /// Its table
        table: TableName,
        /// The model's constraint
        constraint: UniqueConstraint,
    },
    /// A UNIQUE constraint that the models lack.
    DropUnique {
        /// Its table
        table: TableName,
        /// The database's constraint
        constraint: UniqueConstraint,
    },
    /// UNIQUE constraints of one name that are not the same.
    ChangeUnique {
        /// Their table
        table: TableName,
        /// The database's
        from: UniqueConstraint,
        /// The model's
        to: UniqueConstraint,
        /// What is not the same
        reason: String,
    },
    /// A foreign key that the database lacks.
    AddForeignKey {
        /// Its table
        table: TableName,
        /// The model's
        key: ForeignKey,
    },
    /// A foreign key that the models lack.
    DropForeignKey {
        /// Its table
        table: TableName,
        /// The database's
        key: ForeignKey,
    },
}

impl Difference {
    /// The operations that Alembic's `check` lists for it, by the names it gives them.
    pub fn kinds(&self) -> &'static [&'static str] {
        match self {
            Difference::AddTable(_) => &["add_table"],
            Difference::DropTable(_) => &["remove_table"],
            Difference::AddColumn { .. } => &["add_column"],
            Difference::DropColumn { .. } => &["remove_column"],
            Difference::ChangeNullable { .. } => &["modify_nullable"],
            Difference::ChangeType { .. } => &["modify_type"],
            Difference::ChangeDefault { .. } | Difference::ChangeIdentity { .. } => &["modify_default"],
            Difference::ChangeComment { .. } => &["modify_comment"],
            Difference::ChangeTableComment { to: Some(_), .. } => &["add_table_comment"],
            Difference::ChangeTableComment { to: None, .. } => &["remove_table_comment"],
            Difference::AddIndex(_) => &["add_index"],
            Difference::DropIndex(_) => &["remove_index"],
            Difference::ChangeIndex { .. } => &["remove_index", "add_index"],
            Difference::AddUnique { .. } => &["add_constraint"],
            Difference::DropUnique { .. } => &["remove_constraint"],
            Difference::ChangeUnique { .. } => &["remove_constraint", "add_constraint"],
            Difference::AddForeignKey { .. } => &["add_fk"],
            Difference::DropForeignKey { .. } => &["remove_fk"],
        }
    }

    /// The last part of the logger that Alembic reports it to, below `alembic.autogenerate.compare`.
    pub fn logger(&self) -> &'static str {
        match self {
            Difference::AddTable(_)
            | Difference::DropTable(_)
            | Difference::AddColumn { .. }
            | Difference::DropColumn { .. } => "tables",
            Difference::ChangeType { .. } => "types",
            Difference::ChangeDefault { .. } | Difference::ChangeIdentity { .. } => "server_defaults",
            Difference::ChangeComment { .. } | Difference::ChangeTableComment { .. } => "comments",
            _ => "constraints",
        }
    }

    /// Whether Alembic's log has a line for it; its list of operations has all.
    pub fn is_logged(&self) -> bool {
        match self {
            Difference::ChangeTableComment { .. } => false,
            Difference::ChangeIdentity { attributes, .. } => !attributes.is_empty(),
            _ => true,
        }
    }

    /// What takes it back: an added column is a removed one.
    pub fn reversed(&self) -> Difference {
        let column_was = |column: &Column, change: &dyn Fn(&mut Column)| {
            let mut changed = column.clone();
            change(&mut changed);
            changed
        };
        match self.clone() {
            Difference::AddTable(table) => Difference::DropTable(table),
            Difference::DropTable(table) => Difference::AddTable(table),
            Difference::AddColumn { table, column } => Difference::DropColumn { table, column },
            Difference::DropColumn { table, column } => Difference::AddColumn { table, column },
            Difference::ChangeNullable { table, column, nullable } => Difference::ChangeNullable {
                table,
                nullable: column.nullable,
                column: column_was(&column, &|column| column.nullable = nullable),
            },
            Difference::ChangeType { table, column, sql_type } => Difference::ChangeType {
                table,
                sql_type: column.sql_type.clone(),
                column: column_was(&column, &|column| column.sql_type = sql_type.clone()),
            },
            Difference::ChangeDefault { table, column, default } => Difference::ChangeDefault {
                table,
                default: column.server_default.clone(),
                column: column_was(&column, &|column| column.server_default = default.clone()),
            },
            Difference::ChangeIdentity { table, column, identity, attributes } => Difference::ChangeIdentity {
                table,
                identity: column.identity.clone(),
                column: column_was(&column, &|column| column.identity = identity.clone()),
                attributes,
            },
            Difference::ChangeComment { table, column, comment } => Difference::ChangeComment {
                table,
                comment: column.comment.clone(),
                column: column_was(&column, &|column| column.comment = comment.clone()),
            },
            Difference::ChangeTableComment { table, from, to } => {
                Difference::ChangeTableComment { table, from: to, to: from }
            }
            Difference::AddIndex(index) => Difference::DropIndex(index),
            Difference::DropIndex(index) => Difference::AddIndex(index),
            Difference::ChangeIndex { from, to, reason } => Difference::ChangeIndex { from: to, to: from, reason },
            Difference::AddUnique { table, constraint } => Difference::DropUnique { table, constraint },
            Difference::DropUnique { table, constraint } => Difference::AddUnique { table, constraint },
            Difference::ChangeUnique { table, from, to, reason } => {
                Difference::ChangeUnique { table, from: to, to: from, reason }
            }
            Difference::AddForeignKey { table, key } => Difference::DropForeignKey { table, key },
            Difference::DropForeignKey { table, key } => Difference::AddForeignKey { table, key },
        }
    }

    /// The table that it is about.
    pub fn table(&self) -> &TableName {
        match self {
            Difference::AddTable(table) | Difference::DropTable(table) => &table.name,
            Difference::AddIndex(index) | Difference::DropIndex(index) => &index.table,
            Difference::ChangeIndex { from, .. } => &from.table,
            Difference::AddColumn { table, .. }
            | Difference::DropColumn { table, .. }
            | Difference::ChangeNullable { table, .. }
            | Difference::ChangeType { table, .. }
            | Difference::ChangeDefault { table, .. }
            | Difference::ChangeIdentity { table, .. }
            | Difference::ChangeComment { table, .. }
            | Difference::ChangeTableComment { table, .. }
            | Difference::AddUnique { table, .. }
            | Difference::DropUnique { table, .. }
            | Difference::ChangeUnique { table, .. }
            | Difference::AddForeignKey { table, .. }
            | Difference::DropForeignKey { table, .. } => table,
        }
    }
}

/// `schema.table`
fn full(table: &TableName) -> String {
    match &table.schema {
        Some(schema) => format!("{schema}.{}", table.name),
        None => table.name.clone(),
    }
}

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
            Difference::AddTable(table) => write!(f, "Detected added table {}", python_repr(&full(&table.name))),
            Difference::DropTable(table) => write!(f, "Detected removed table {}", python_repr(&full(&table.name))),
            Difference::AddColumn { table, column } => {
                write!(f, "Detected added column '{}.{}'", full(table), column.name)
            }
            Difference::DropColumn { table, column } => {
                write!(f, "Detected removed column '{}.{}'", full(table), column.name)
            }
            Difference::ChangeNullable { table, column, nullable } => {
                let word = if *nullable { "NULL" } else { "NOT NULL" };
                write!(f, "Detected {word} on column '{}.{}'", table.name, column.name)
            }
            Difference::ChangeType { table, column, sql_type } => {
                let (from, to) = (type_repr(&column.sql_type), type_repr(sql_type));
                write!(f, "Detected type change from {from} to {to} on '{}.{}'", table.name, column.name)
            }
            // Alembic's own line shows the address of a Python object here.
            Difference::ChangeDefault { table, column, default } => {
                let (from, to) = (default_repr(column.server_default.as_ref()), default_repr(default.as_ref()));
                write!(f, "Detected server default change from {from} to {to} on '{}.{}'", table.name, column.name)
            }
            // Alembic has no line for one that is on one side only.
            Difference::ChangeIdentity { table, column, identity, attributes } if attributes.is_empty() => {
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
            Difference::ChangeTableComment { table, .. } => write!(f, "Detected table comment '{}'", full(table)),
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
        }
    }
}

fn foreign_key(f: &mut fmt::Formatter<'_>, what: &str, table: &TableName, key: &ForeignKey) -> fmt::Result {
    let (columns, referred) = (key.columns.join(", "), key.referred_columns.join(", "));
    write!(f, "Detected {what} foreign key ({columns})({referred}) on table {}", full(table))
}
