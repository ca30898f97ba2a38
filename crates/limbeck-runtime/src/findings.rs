//! What `check` found.

use std::fmt;

use limbeck_core::autogenerate::Difference;
use limbeck_core::operation::{AlterColumn, Change};
use limbeck_script::rendering::{Action, Sign, Step};

/// What differs between models and database, and the code that would make up for it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Findings {
    /// One entry a difference, in Alembic's order
    pub found: Vec<Finding>,
    /// The statements of `upgrade()`, each of one or several lines
    pub code: Vec<(Sign, String)>,
}

impl Findings {
    /// Whether nothing differs.
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }
}

/// Something that a new revision would be for.
#[derive(Debug, Clone, PartialEq)]
pub enum Finding {
    /// A difference between models and database
    Difference(Box<Difference>),
    /// An operation that env.py's `process_revision_directives` put in
    Added {
        /// As Alembic's list names it: `execute`
        kind: &'static str,
        /// In words
        text: String,
    },
}

impl Finding {
    pub(crate) fn of(step: &Step) -> Vec<Finding> {
        let added = |kind, text: String| vec![Finding::Added { kind, text }];
        if let Some(found) = &step.found {
            return found.iter().map(|one| Finding::Difference(Box::new(one.clone()))).collect();
        }
        match &step.action {
            Action::Difference(difference) => vec![Finding::Difference(difference.clone())],
            Action::Alter(alter) => altered(alter),
            Action::CreateConstraint { table, .. } => {
                added("add_constraint", format!("Adds a constraint to '{}'", table.name))
            }
            Action::DropConstraint { table, .. } => {
                added("remove_constraint", format!("Drops a constraint of '{}'", table.name))
            }
            Action::RenameTable { table, new_name } => {
                added("rename_table", format!("Renames table '{}' to '{new_name}'", table.name))
            }
            Action::Define(_) => added("execute", "Makes or drops a sequence or a schema".into()),
            Action::Apart(statements) => added("execute", format!("Executes {}", statements.join("; "))),
            Action::Execute(sql) => added("execute", format!("Executes {sql}")),
            Action::Code(lines) => added("code", lines.join("\n")),
        }
    }

    /// By the names that Alembic's `check` gives them: `add_column`. What changes has two.
    pub fn kinds(&self) -> Vec<&'static str> {
        match self {
            Finding::Difference(difference) => difference.kinds().to_vec(),
            Finding::Added { kind, .. } => vec![kind],
        }
    }

    /// The table that it is about, when it is about one.
    pub fn table(&self) -> Option<&limbeck_core::schema::TableName> {
        match self {
            Finding::Difference(difference) => difference.table(),
            Finding::Added { .. } => None,
        }
    }
}

/// One entry a property, as Alembic has it.
fn altered(alter: &AlterColumn) -> Vec<Finding> {
    let changed = [
        ("modify_type", "type", alter.sql_type.is_some()),
        ("modify_nullable", "nullable", alter.nullable.is_some()),
        ("modify_default", "server default", alter.default != Change::Keep),
        ("modify_comment", "comment", alter.comment != Change::Keep),
        ("modify_name", "name", alter.new_name.is_some()),
    ];
    let name = alter.new_name.as_deref().unwrap_or_default();
    let found = changed.into_iter().filter(|(.., is_changed)| *is_changed).map(|(kind, what, _)| Finding::Added {
        kind,
        text: match kind {
            "modify_name" => format!("Renames column '{}.{}' to '{name}'", alter.table.name, alter.column),
            _ => format!("Changes the {what} of column '{}.{}'", alter.table.name, alter.column),
        },
    });
    found.collect()
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Finding::Difference(difference) => difference.fmt(f),
            Finding::Added { text, .. } => f.write_str(text),
        }
    }
}
