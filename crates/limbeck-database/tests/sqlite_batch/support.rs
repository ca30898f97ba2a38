//! A database to try batch blocks on.

use limbeck_core::expression::{Expression, Literal};
use limbeck_core::operation::*;
use limbeck_core::schema::*;
use limbeck_database::sqlite::SqliteConnection;
use limbeck_database::{Connection, TransactionKind, Url};
use limbeck_dialect::sqlite::Sqlite;
use limbeck_dialect::{Catalogue, Dialect, Sql, Step};

pub struct Fixture {
    pub connection: SqliteConnection,
}

pub fn batch(operations: Vec<Operation>) -> Batch {
    Batch {
        table: TableName::new("t"),
        operations,
        recreate: Recreate::Auto,
        copy_from: None,
        reflect_columns: vec![],
        table_args: vec![],
        table_options: DialectOptions::default(),
        naming_convention: None,
        partial_reordering: vec![],
    }
}

pub fn always(operations: Vec<Operation>) -> Batch {
    Batch { recreate: Recreate::Always, ..batch(operations) }
}

pub fn alter(column: &str) -> AlterColumn {
    AlterColumn::new(TableName::new("t"), column)
}

pub fn altered(change: AlterColumn) -> Operation {
    Operation::AlterColumn(Box::new(change))
}

pub fn rename(old: &str, new: &str) -> Operation {
    altered(AlterColumn { new_name: Some(new.into()), ..alter(old) })
}

pub fn retype(column: &str, sql_type: SqlType) -> Operation {
    altered(AlterColumn { sql_type: Some(sql_type), ..alter(column) })
}

pub fn nullable(column: &str, nullable: bool) -> Operation {
    altered(AlterColumn { nullable: Some(nullable), ..alter(column) })
}

pub fn add(column: Column) -> Operation {
    add_at(column, None)
}

pub fn add_at(column: Column, place: Option<Place>) -> Operation {
    Operation::AddColumn {
        table: TableName::new("t"),
        column: Box::new(column),
        if_not_exists: false,
        inline_references: false,
        inline_primary_key: false,
        place,
    }
}

pub fn drop_column(name: &str) -> Operation {
    Operation::DropColumn {
        table: TableName::new("t"),
        column: name.into(),
        if_exists: false,
        options: DialectOptions::default(),
    }
}

pub fn drop_constraint(name: &str) -> Operation {
    Operation::DropConstraint { table: TableName::new("t"), name: name.into(), kind: None, if_exists: false }
}

pub fn constraint(constraint: Constraint) -> Operation {
    Operation::AddConstraint { table: TableName::new("t"), constraint }
}

pub fn check(name: Option<&str>, text: &str) -> Constraint {
    Constraint::Check(CheckConstraint {
        name: name.map(Name::new),
        condition: Expression::text(text),
        deferral: Deferral::default(),
        options: DialectOptions::default(),
        of_type: None,
    })
}

/// The CHECK that a type brings, as the binder adds it.
pub fn type_check(name: &str, column: &str, members: &[Literal]) -> Operation {
    let members = members.iter().cloned().map(Expression::Inline).collect();
    let condition = Expression::In {
        operand: Box::new(Expression::column(column)),
        members: limbeck_core::expression::InMembers::List(members),
        negated: false,
    };
    constraint(Constraint::Check(CheckConstraint {
        name: Some(Name::new(name)),
        condition,
        deferral: Deferral::default(),
        options: DialectOptions::default(),
        of_type: Some(column.into()),
    }))
}

pub fn unique(name: Option<&str>, columns: &[&str]) -> Constraint {
    Constraint::Unique(UniqueConstraint {
        name: name.map(Name::new),
        columns: columns.iter().map(|c| (*c).to_owned()).collect(),
        deferral: Deferral::default(),
        options: DialectOptions::default(),
    })
}

pub fn create_index(name: &str, columns: &[&str]) -> Operation {
    Operation::CreateIndex {
        index: Index {
            name: Some(Name::new(name)),
            table: TableName::new("t"),
            elements: columns.iter().map(|c| IndexElement::column(*c)).collect(),
            unique: false,
            options: DialectOptions::default(),
        },
        if_not_exists: false,
    }
}

pub const INTEGER: SqlType = SqlType::Integer;
pub const TEXT: SqlType = SqlType::Text { length: None, collation: None };

impl Fixture {
    pub fn new(sql: &str) -> Fixture {
        let url = Url::parse("sqlite://").unwrap();
        let mut fixture = Fixture { connection: SqliteConnection::open(&url).unwrap() };
        fixture.run(sql);
        fixture
    }

    pub fn run(&mut self, sql: &str) {
        self.connection.execute(&Sql::new(sql)).unwrap_or_else(|e| panic!("{e}"));
    }

    /// Rows as text: values by `|`, rows by `;`.
    pub fn rows(&mut self, sql: &str) -> String {
        let rows = self.connection.query(sql).unwrap_or_else(|e| panic!("{e}"));
        let show = |value: &Literal| match value {
            Literal::Null => "NULL".to_owned(),
            Literal::Int(n) => n.to_string(),
            Literal::Float(n) => format!("{n:?}"),
            Literal::Text(text) => text.clone(),
            other => format!("{other:?}"),
        };
        let lines: Vec<String> = rows.iter().map(|r| r.iter().map(show).collect::<Vec<_>>().join("|")).collect();
        lines.join(";")
    }

    pub fn fails(&mut self, sql: &str) -> String {
        self.connection.execute(&Sql::new(sql)).err().map_or_else(|| panic!("{sql} succeeded"), |e| e.message)
    }

    /// What the runtime does with the steps of a block, in a transaction of its own.
    pub fn apply(&mut self, batch: &Batch) -> Result<Vec<Step>, String> {
        self.connection.begin(TransactionKind::Write).unwrap();
        let result = self.steps(batch);
        match &result {
            Ok(_) => self.connection.commit().unwrap(),
            Err(_) => self.connection.rollback().unwrap(),
        }
        assert_eq!(self.rows("PRAGMA legacy_alter_table"), "0");
        result
    }

    fn steps(&mut self, batch: &Batch) -> Result<Vec<Step>, String> {
        let steps = Sqlite.batch(batch, Some(&mut self.connection)).map_err(|e| e.to_string())?;
        let mut enforced = None;
        let mut result = Ok(());
        for step in &steps {
            result = match step {
                Step::Sql(sql) | Step::Always(sql) => {
                    self.connection.execute(sql).map(|_| ()).map_err(|e| e.to_string())
                }
                Step::Trial(sql, trial) => {
                    self.connection.execute(sql).map(|_| ()).map_err(|e| trial.message(&e.to_string()))
                }
                Step::ForeignKeysOff => {
                    enforced = Some(self.connection.enforce_foreign_keys(false).unwrap());
                    Ok(())
                }
                Step::ForeignKeysBack { .. } => {
                    assert_eq!(self.rows("PRAGMA foreign_key_check"), "");
                    Ok(())
                }
            };
            if result.is_err() {
                break;
            }
        }
        if let Some(enforced) = enforced {
            self.connection.enforce_foreign_keys(enforced).unwrap();
        }
        result.map(|()| steps)
    }

    /// Applies a block that must work; whether it made the table anew.
    pub fn must(&mut self, batch: &Batch) -> bool {
        let steps = self.apply(batch).unwrap_or_else(|e| panic!("{e}"));
        assert_eq!(self.rows("SELECT name FROM sqlite_master WHERE name LIKE '_alembic_tmp%'"), "");
        assert_eq!(self.rows("PRAGMA integrity_check"), "ok");
        assert_eq!(self.rows("PRAGMA legacy_alter_table"), "0");
        steps.contains(&Step::ForeignKeysOff)
    }

    pub fn sql_of(&mut self, name: &str) -> String {
        self.rows(&format!("SELECT sql FROM sqlite_master WHERE name = '{name}'"))
    }

    pub fn columns(&mut self) -> String {
        self.rows("SELECT name, type, \"notnull\", dflt_value, pk, hidden FROM pragma_table_xinfo('t')")
    }

    pub fn reflect(&mut self) -> Table {
        Sqlite.reflect_table(&mut self.connection, &TableName::new("t")).unwrap().unwrap()
    }
}
