//! One thing that a database has and the models do not, or the other way round.

use super::domains::DomainChange;
use super::named_types::{EnumChange, NamedType};
use crate::schema::{
    Column, Constraint, ConstraintKind, DialectOption, ForeignKey, Identity, Index, OptionValue, Sequence,
    ServerDefault, SqlType, Table, TableName, UniqueConstraint,
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
        /// What is to be said for the database to convert the values
        conversion: Conversion,
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
        /// The model's column counts up by itself without one: what PostgreSQL calls SERIAL
        counts: bool,
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
    /// A primary key, a CHECK or an EXCLUDE constraint that the database lacks.
    AddConstraint {
        /// Its table
        table: TableName,
        /// The model's constraint
        constraint: Constraint,
    },
    /// A primary key, a CHECK or an EXCLUDE constraint that the models lack.
    DropConstraint {
        /// Its table
        table: TableName,
        /// The database's constraint
        constraint: Constraint,
    },
    /// CHECK or EXCLUDE constraints of one name that are not the same: to be dropped and made anew.
    ChangeConstraint {
        /// Their table
        table: TableName,
        /// The database's
        from: Constraint,
        /// The model's
        to: Constraint,
    },
    /// A column that is computed in another way, or on one side only: to be dropped and made anew where nothing else helps.
    ChangeComputed {
        /// Its table
        table: TableName,
        /// The database's column
        from: Box<Column>,
        /// The model's column
        to: Box<Column>,
    },
    /// What differs and no statement can change without loss; a script gets a comment.
    CannotChange {
        /// The table
        table: TableName,
        /// What, and why
        text: String,
    },
    /// What is said of a table as a whole is not the same (MySQL's ENGINE, CHARSET, ...).
    ChangeTableOption {
        /// The table
        table: TableName,
        /// `ENGINE`
        name: String,
        /// What the database says
        from: String,
        /// What the model says
        to: String,
    },
    /// An enum type or a domain that columns need and the database lacks.
    AddType {
        /// The first table that needs it
        table: TableName,
        /// The type
        named: NamedType,
        /// It is made along with a table
        with_table: bool,
    },
    /// An enum type or a domain that nothing uses any more.
    DropType {
        /// The last table that used it
        table: TableName,
        /// The type
        named: NamedType,
        /// Making its table again makes it, too
        with_table: bool,
    },
    /// An enum type with other values.
    ChangeEnum(Box<EnumChange>),
    /// A domain that changes in place.
    ChangeDomain(Box<DomainChange>),
    /// A sequence that the database lacks.
    AddSequence(Sequence),
    /// A sequence that the models lack.
    DropSequence(Sequence),
    /// Sequences of one name that do not count alike.
    ChangeSequence {
        /// The database's
        from: Sequence,
        /// The model's, with a word for everything
        to: Sequence,
        /// What is not the same, by name
        attributes: Vec<&'static str>,
    },
}

/// What goes with the change of a column's type, on the way there and on the way back: what stands after USING (`None` where the database
/// converts values by itself), and what has to follow.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Conversion {
    /// To the model's type
    pub there: Option<String>,
    /// To the database's type
    pub back: Option<String>,
    /// SQL that follows the change to the model's type: a counter gets the type, too
    pub then: Option<String>,
    /// SQL that follows the change to the database's type
    pub then_back: Option<String>,
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
            Difference::AddConstraint { .. } => &["add_constraint"],
            Difference::DropConstraint { .. } => &["remove_constraint"],
            Difference::ChangeConstraint { .. } => &["remove_constraint", "add_constraint"],
            Difference::ChangeComputed { .. } => &["remove_column", "add_column"],
            Difference::ChangeTableOption { .. } => &["modify_table_option"],
            Difference::ChangeEnum(_) => &["modify_enum"],
            Difference::ChangeDomain(_) => &["modify_domain"],
            Difference::AddSequence(_) => &["add_sequence"],
            Difference::DropSequence(_) => &["remove_sequence"],
            Difference::ChangeSequence { .. } => &["modify_sequence"],
            Difference::CannotChange { .. } | Difference::AddType { .. } | Difference::DropType { .. } => &[],
        }
    }

    /// The last part of the logger that Alembic reports it to, below `alembic.autogenerate.compare`.
    pub fn logger(&self) -> &'static str {
        match self {
            Difference::AddTable(_)
            | Difference::DropTable(_)
            | Difference::AddColumn { .. }
            | Difference::DropColumn { .. }
            | Difference::ChangeTableOption { .. } => "tables",
            Difference::ChangeEnum(_) | Difference::ChangeDomain(_) | Difference::ChangeType { .. } => "types",
            Difference::ChangeDefault { .. }
            | Difference::ChangeIdentity { .. }
            | Difference::ChangeComputed { .. } => "server_defaults",
            Difference::ChangeComment { .. } | Difference::ChangeTableComment { .. } => "comments",
            Difference::AddSequence(_) | Difference::DropSequence(_) | Difference::ChangeSequence { .. } => "sequences",
            _ => "constraints",
        }
    }

    /// Whether Alembic's log has a line for it; its list of operations has all.
    pub fn is_logged(&self) -> bool {
        match self {
            Difference::ChangeTableComment { .. } => false,
            Difference::ChangeIdentity { attributes, .. } => !attributes.is_empty(),
            _ => self.counts(),
        }
    }

    /// Whether it is a difference by itself. Types come and go with the columns that use them, and what cannot be changed is a warning.
    pub fn counts(&self) -> bool {
        !self.kinds().is_empty()
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
            Difference::ChangeType { table, column, sql_type, conversion } => Difference::ChangeType {
                table,
                sql_type: column.sql_type.clone(),
                column: column_was(&column, &|column| column.sql_type = sql_type.clone()),
                conversion: Conversion {
                    there: conversion.back,
                    back: conversion.there,
                    then: conversion.then_back,
                    then_back: conversion.then,
                },
            },
            Difference::ChangeDefault { table, column, default } => Difference::ChangeDefault {
                table,
                default: column.server_default.clone(),
                column: column_was(&column, &|column| column.server_default = default.clone()),
            },
            Difference::ChangeIdentity { table, column, identity, attributes, counts } => Difference::ChangeIdentity {
                identity: column.identity.clone(),
                counts: column.options.get("postgresql", "serial").is_some(),
                column: column_was(&column, &|column| {
                    column.identity = identity.clone();
                    column.options.0.retain(|option| option.name != "serial");
                    column.options.0.extend(counts.then(|| serial(&table, &column.name)));
                }),
                table,
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
            Difference::AddConstraint { table, constraint } => Difference::DropConstraint { table, constraint },
            Difference::DropConstraint { table, constraint } => Difference::AddConstraint { table, constraint },
            Difference::ChangeConstraint { table, from, to } => {
                Difference::ChangeConstraint { table, from: to, to: from }
            }
            Difference::ChangeComputed { table, from, to } => Difference::ChangeComputed { table, from: to, to: from },
            unchanged @ Difference::CannotChange { .. } => unchanged,
            Difference::ChangeTableOption { table, name, from, to } => {
                Difference::ChangeTableOption { table, name, from: to, to: from }
            }
            Difference::AddType { table, named, with_table } => Difference::DropType { table, named, with_table },
            Difference::DropType { table, named, with_table } => Difference::AddType { table, named, with_table },
            Difference::ChangeEnum(change) => Difference::ChangeEnum(Box::new(change.reversed())),
            Difference::ChangeDomain(change) => Difference::ChangeDomain(Box::new(change.reversed())),
            Difference::AddSequence(sequence) => Difference::DropSequence(sequence),
            Difference::DropSequence(sequence) => Difference::AddSequence(sequence),
            Difference::ChangeSequence { from, to, attributes } => {
                Difference::ChangeSequence { from: to, to: from, attributes }
            }
        }
    }

    /// The table that it is about; a sequence stands by itself.
    pub fn table(&self) -> Option<&TableName> {
        Some(match self {
            Difference::AddSequence(_) | Difference::DropSequence(_) | Difference::ChangeSequence { .. } => {
                return None;
            }
            Difference::AddTable(table) | Difference::DropTable(table) => &table.name,
            Difference::AddIndex(index) | Difference::DropIndex(index) => &index.table,
            Difference::ChangeIndex { from, .. } => &from.table,
            Difference::ChangeEnum(change) => &change.table,
            Difference::ChangeDomain(change) => &change.table,
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
            | Difference::DropForeignKey { table, .. }
            | Difference::AddConstraint { table, .. }
            | Difference::DropConstraint { table, .. }
            | Difference::ChangeConstraint { table, .. }
            | Difference::ChangeComputed { table, .. }
            | Difference::CannotChange { table, .. }
            | Difference::ChangeTableOption { table, .. }
            | Difference::AddType { table, .. }
            | Difference::DropType { table, .. } => table,
        })
    }
}

/// How reflection notes that a column is SERIAL.
fn serial(table: &TableName, column: &str) -> DialectOption {
    let value = OptionValue::Text(format!("nextval('{}_{column}_seq'::regclass)", table.name));
    DialectOption { dialect: "postgresql".into(), name: "serial".into(), value }
}

/// What Alembic's log would call such a constraint.
pub(super) fn kind_word(constraint: &Constraint) -> &'static str {
    match constraint.kind() {
        ConstraintKind::PrimaryKey => "primary key",
        ConstraintKind::Unique => "unique constraint",
        ConstraintKind::ForeignKey => "foreign key",
        ConstraintKind::Check => "check constraint",
        ConstraintKind::Exclude => "exclude constraint",
    }
}
