//! What a revision does, one statement after the other: differences, each column's changes in one, and what env.py's hooks add.

use limbeck_core::autogenerate::Difference;
use limbeck_core::operation::{AlterColumn, Change, ColumnDefault};
use limbeck_core::schema::{CheckConstraint, Column, Name, TableName};

/// One statement of a revision, or a few that belong together.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// What is done
    pub action: Action,
    /// `if_not_exists=` of what is made, `if_exists=` of what goes
    pub exists: Option<bool>,
    /// The differences that it makes up for; empty when another step names them, `None` for a step that env.py made
    pub found: Option<Vec<Difference>>,
}

/// Whether a step makes something, changes it, or takes it away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// Makes something
    Plus,
    /// Takes something away
    Minus,
    /// Does something else
    Change,
}

impl Action {
    /// Whether it makes something, changes it, or takes it away.
    pub fn sign(&self) -> Sign {
        let Action::Difference(difference) = self else {
            return match self {
                Action::CreateCheck { .. } => Sign::Plus,
                Action::DropConstraint { .. } => Sign::Minus,
                _ => Sign::Change,
            };
        };
        match difference.kinds() {
            [kind] if kind.starts_with("add_") => Sign::Plus,
            [kind] if kind.starts_with("remove_") => Sign::Minus,
            _ => Sign::Change,
        }
    }
}

/// What a step does.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// A difference, but none of a column that stays
    Difference(Box<Difference>),
    /// Everything that changes of one column
    Alter(Box<AlterColumn>),
    /// `create_check_constraint`
    CreateCheck {
        /// Its table
        table: TableName,
        /// The constraint
        constraint: CheckConstraint,
    },
    /// `drop_constraint`
    DropConstraint {
        /// Its table
        table: TableName,
        /// Its name; Alembic writes a warning where there is none
        name: Option<Name>,
        /// `foreignkey`, `primary`, `unique` or `check`
        kind: Option<String>,
    },
    /// `rename_table`
    RenameTable {
        /// The table
        table: TableName,
        /// Its new name
        new_name: String,
    },
    /// `execute` with a string
    Execute(String),
    /// Lines of Python as they are
    Code(Vec<String>),
}

/// Steps that may share a batch block.
#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    /// The table that they change; `None` for steps that are never in a batch block
    pub table: Option<TableName>,
    /// One after the other
    pub steps: Vec<Step>,
}

impl From<Difference> for Step {
    fn from(difference: Difference) -> Self {
        Action::Difference(Box::new(difference)).into()
    }
}

impl From<Action> for Step {
    fn from(action: Action) -> Self {
        Step { action, exists: None, found: None }
    }
}

/// The steps that make `differences` go away.
pub fn blocks(differences: &[Difference]) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    for difference in differences {
        let table = is_of_table(difference).then(|| difference.table());
        let block = match blocks.last_mut() {
            Some(block) if table.is_some() && block.table.as_ref() == table => block,
            _ => {
                blocks.push(Block { table: table.cloned(), steps: Vec::new() });
                let Some(block) = blocks.last_mut() else { continue };
                block
            }
        };
        block.add(difference);
    }
    blocks
}

/// The steps that bring `differences` back.
pub fn blocks_back(differences: &[Difference]) -> Vec<Block> {
    blocks(&differences.iter().rev().map(Difference::reversed).collect::<Vec<_>>())
}

/// Whether it changes a table that stays. The indexes of one that comes or goes are statements of their own.
fn is_of_table(difference: &Difference) -> bool {
    !matches!(difference, Difference::AddTable(_) | Difference::DropTable(_))
}

impl Block {
    fn add(&mut self, difference: &Difference) {
        match difference {
            Difference::ChangeIndex { from, to, .. } => {
                self.push(Difference::DropIndex(from.clone()).into(), vec![difference.clone()]);
                self.push(Difference::AddIndex(to.clone()).into(), Vec::new());
            }
            Difference::ChangeUnique { table, from, to, .. } => {
                let drop = Difference::DropUnique { table: table.clone(), constraint: from.clone() };
                self.push(drop.into(), vec![difference.clone()]);
                self.push(Difference::AddUnique { table: table.clone(), constraint: to.clone() }.into(), Vec::new());
            }
            other => match alteration(other) {
                None => self.push(other.clone().into(), vec![other.clone()]),
                // A column is altered once, whatever of it changes.
                Some(alteration) => match self.steps.last_mut() {
                    Some(Step { action: Action::Alter(before), found: Some(found), .. })
                        if before.column == alteration.column =>
                    {
                        join(before, alteration);
                        found.push(other.clone());
                    }
                    _ => self.push(Action::Alter(Box::new(alteration)).into(), vec![other.clone()]),
                },
            },
        }
    }

    fn push(&mut self, step: Step, found: Vec<Difference>) {
        self.steps.push(Step { found: Some(found), ..step });
    }
}

/// `None` for a difference that is no change of a column.
fn alteration(difference: &Difference) -> Option<AlterColumn> {
    let server = |default: &Option<_>| default.clone().map_or(ColumnDefault::None, ColumnDefault::Server);
    Some(match difference {
        Difference::ChangeNullable { table, column, nullable } => {
            AlterColumn { nullable: Some(*nullable), ..unchanged(table, column) }
        }
        Difference::ChangeType { table, column, sql_type } => {
            AlterColumn { sql_type: Some(sql_type.clone()), ..unchanged(table, column) }
        }
        Difference::ChangeDefault { table, column, default } => {
            AlterColumn { default: Change::Set(server(default)), ..unchanged(table, column) }
        }
        Difference::ChangeIdentity { table, column, identity, .. } => {
            let default = identity.clone().map_or(ColumnDefault::None, ColumnDefault::Identity);
            AlterColumn { default: Change::Set(default), ..unchanged(table, column) }
        }
        Difference::ChangeComment { table, column, comment } => {
            AlterColumn { comment: Change::Set(comment.clone()), ..unchanged(table, column) }
        }
        _ => return None,
    })
}

/// What is known of a column that is to be altered.
pub fn unchanged(table: &TableName, column: &Column) -> AlterColumn {
    AlterColumn {
        // Without it, MySQL's column would no longer count.
        autoincrement: column.autoincrement.filter(|counts| *counts),
        existing_type: Some(column.sql_type.clone()),
        existing_nullable: Some(column.nullable),
        existing_default: filled_by(column).map_or(Change::Keep, Change::Set),
        existing_comment: column.comment.clone(),
        ..AlterColumn::new(table.clone(), &column.name)
    }
}

/// Whatever fills the column; `None` when nothing does.
pub(crate) fn filled_by(column: &Column) -> Option<ColumnDefault> {
    let computed = column.computed.clone().map(ColumnDefault::Computed);
    let identity = || column.identity.clone().map(ColumnDefault::Identity);
    computed.or_else(identity).or_else(|| column.server_default.clone().map(ColumnDefault::Server))
}

/// Takes the other one's changes as well.
fn join(alteration: &mut AlterColumn, other: AlterColumn) {
    fn set<T>(change: &mut Change<T>, other: Change<T>) {
        if matches!(change, Change::Keep) {
            *change = other;
        }
    }
    alteration.nullable = alteration.nullable.or(other.nullable);
    alteration.sql_type = alteration.sql_type.take().or(other.sql_type);
    set(&mut alteration.default, other.default);
    set(&mut alteration.comment, other.comment);
}
