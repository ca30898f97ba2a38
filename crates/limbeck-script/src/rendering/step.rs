//! What a revision does, one statement after the other: differences, each column's changes in one, and what env.py's hooks add.

use limbeck_core::autogenerate::Difference;
use limbeck_core::expression::{Definition, Expression};
use limbeck_core::operation::{AlterColumn, Change, ColumnDefault};
use limbeck_core::schema::{
    Column, Constraint, DialectOption, DialectOptions, ForeignKey, Index, IndexElement, Name, OptionValue, TableName,
};
use limbeck_dialect::{Dialect, DialectError};

use super::expand::expand;
use super::sequence;
use super::{domain, enumeration};

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
                Action::CreateConstraint { .. } => Sign::Plus,
                Action::DropConstraint { .. } => Sign::Minus,
                Action::Define(definition) => match **definition {
                    Definition::CreateSequence { .. } | Definition::CreateSchema { .. } => Sign::Plus,
                    Definition::DropSequence { .. } | Definition::DropSchema { .. } => Sign::Minus,
                },
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
    /// `create_check_constraint`, `create_primary_key`, `create_exclude_constraint`
    CreateConstraint {
        /// Its table
        table: TableName,
        /// The constraint
        constraint: Box<Constraint>,
    },
    /// `drop_constraint`
    DropConstraint {
        /// Its table
        table: TableName,
        /// Its name; Alembic writes a warning where there is none
        name: Option<Name>,
        /// `foreignkey`, `primary`, `unique` or `check`
        kind: Option<String>,
        /// What it is, where that is known
        was: Option<Box<Constraint>>,
    },
    /// `rename_table`
    RenameTable {
        /// The table
        table: TableName,
        /// Its new name
        new_name: String,
    },
    /// `execute` with what makes or drops a sequence or a schema
    Define(Box<Definition>),
    /// `execute` with a string
    Execute(String),
    /// `execute` with strings, outside of the transaction
    Apart(Vec<String>),
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
///
/// # Errors
/// A type or an expression that the dialect cannot write.
pub fn blocks(differences: &[Difference], dialect: &dyn Dialect) -> Result<Vec<Block>, DialectError> {
    made(differences.iter().map(|difference| named(difference, false, dialect)), dialect)
}

/// The steps that bring `differences` back.
///
/// # Errors
/// As [`blocks`].
pub fn blocks_back(differences: &[Difference], dialect: &dyn Dialect) -> Result<Vec<Block>, DialectError> {
    made(differences.iter().rev().map(|difference| named(&difference.reversed(), true, dialect)), dialect)
}

fn made(differences: impl Iterator<Item = Difference>, dialect: &dyn Dialect) -> Result<Vec<Block>, DialectError> {
    let mut differences: Vec<Difference> = differences.collect();
    if ["mysql", "mariadb"].contains(&dialect.name()) {
        leave_indexes_to_tables(&mut differences);
    }
    let mut blocks: Vec<Block> = Vec::new();
    for difference in &differences {
        let table = difference.table().filter(|_| is_of_table(difference));
        let block = match blocks.last_mut() {
            Some(block) if table.is_some() && block.table.as_ref() == table => block,
            _ => {
                blocks.push(Block { table: table.cloned(), steps: Vec::new() });
                let Some(block) = blocks.last_mut() else { continue };
                block
            }
        };
        block.add(difference, dialect)?;
    }
    let mut expanded = Vec::new();
    for mut block in blocks {
        block.settle_key(dialect);
        block.leave_indexes_to_columns();
        let mut steps = Vec::new();
        for step in std::mem::take(&mut block.steps) {
            steps.extend(expand(dialect, step)?);
        }
        expanded.extend(block.parted(steps));
    }
    Ok(expanded)
}

/// MySQL lets no index go that a foreign key uses. Those of a table that is dropped go with it.
fn leave_indexes_to_tables(differences: &mut Vec<Difference>) {
    let dropped: Vec<TableName> = differences
        .iter()
        .filter_map(|difference| match difference {
            Difference::DropTable(table) => Some(table.name.clone()),
            _ => None,
        })
        .collect();
    differences
        .retain(|difference| !matches!(difference, Difference::DropIndex(index) if dropped.contains(&index.table)));
}

/// With a name for a constraint that the upgrade adds and the downgrade drops. Alembic writes None for one that the model leaves to the
/// database, and what has no name cannot be dropped. SQLite's batch blocks add nothing without a name.
fn named(difference: &Difference, back: bool, dialect: &dyn Dialect) -> Difference {
    let added = !back || dialect.name() == "sqlite";
    let mut named = difference.clone();
    let (name, table, columns, kind) = match &mut named {
        Difference::AddUnique { table, constraint } if added => {
            (&mut constraint.name, table, &constraint.columns, "key")
        }
        Difference::DropUnique { table, constraint } if back => {
            (&mut constraint.name, table, &constraint.columns, "key")
        }
        Difference::AddForeignKey { table, key } if added => (&mut key.name, table, &key.columns, "fkey"),
        Difference::DropForeignKey { table, key } if back => (&mut key.name, table, &key.columns, "fkey"),
        _ => return named,
    };
    if name.is_none() {
        *name = Some(Name::finished(made_name(&table.name, columns, kind)));
    }
    named
}

/// `t_a_key`, as PostgreSQL would call it.
fn made_name(table: &str, columns: &[String], kind: &str) -> String {
    let name = format!("{table}_{}_{kind}", columns.join("_"));
    if name.len() <= 60 {
        return name;
    }
    // A long one ends in what tells it from others (FNV-1a).
    let hash = name.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    format!("{}_{hash:08x}_{kind}", name.chars().filter(char::is_ascii).take(40).collect::<String>())
}

/// The step of a primary key, a CHECK or an EXCLUDE constraint that comes or goes.
pub(super) fn constraint_step(difference: &Difference) -> Option<Step> {
    Some(match difference {
        Difference::AddConstraint { table, constraint } => {
            Action::CreateConstraint { table: table.clone(), constraint: Box::new(constraint.clone()) }.into()
        }
        Difference::DropConstraint { table, constraint } => {
            let kind = match constraint {
                Constraint::PrimaryKey(_) => "primary",
                Constraint::Unique(_) => "unique",
                Constraint::ForeignKey(_) => "foreignkey",
                // PostgreSQL drops every kind by its name, and Alembic has no word for EXCLUDE.
                Constraint::Check(_) | Constraint::Exclude(_) => "check",
            };
            let (name, kind) = (constraint.name().cloned(), Some(kind.to_owned()));
            Action::DropConstraint { table: table.clone(), name, kind, was: Some(Box::new(constraint.clone())) }.into()
        }
        _ => return None,
    })
}

/// The index that MySQL makes for a foreign key; it stays when the key goes.
fn own_index(table: &TableName, key: &ForeignKey) -> Option<Index> {
    let Some(OptionValue::Text(name)) = key.options.dialect.get("mysql", "own_index") else { return None };
    let name = if name.is_empty() { key.name.clone()? } else { Name::finished(name.clone()) };
    let name = if key.name.as_ref().is_some_and(|key| key.text == name.text) { key.name.clone()? } else { name };
    let elements = key.columns.iter().map(|column| IndexElement::column(column.clone())).collect();
    Some(Index { name: Some(name), table: table.clone(), elements, unique: false, options: Default::default() })
}

/// Whether it changes a table that stays. The indexes of one that comes or goes are statements of their own.
fn is_of_table(difference: &Difference) -> bool {
    !matches!(
        difference,
        Difference::AddTable(_)
            | Difference::DropTable(_)
            | Difference::AddType { .. }
            | Difference::DropType { .. }
            | Difference::ChangeEnum(_)
            | Difference::ChangeDomain(_)
            | Difference::ChangeTableOption { .. }
            | Difference::CannotChange { .. }
    )
}

impl Block {
    fn add(&mut self, difference: &Difference, dialect: &dyn Dialect) -> Result<(), DialectError> {
        match difference {
            Difference::AddSequence(made) => self.push(sequence::create(made).into(), vec![difference.clone()]),
            Difference::DropSequence(gone) => self.push(sequence::drop(gone).into(), vec![difference.clone()]),
            Difference::ChangeSequence { to, attributes, .. } => {
                self.push(sequence::alter(dialect, to, attributes)?.into(), vec![difference.clone()]);
            }
            Difference::ChangeIndex { from, to, .. } => {
                self.push(Difference::DropIndex(from.clone()).into(), vec![difference.clone()]);
                self.push(Difference::AddIndex(to.clone()).into(), Vec::new());
            }
            Difference::ChangeUnique { table, from, to, .. } => {
                let drop = Difference::DropUnique { table: table.clone(), constraint: from.clone() };
                self.push(drop.into(), vec![difference.clone()]);
                self.push(Difference::AddUnique { table: table.clone(), constraint: to.clone() }.into(), Vec::new());
            }
            Difference::AddConstraint { .. } | Difference::DropConstraint { .. } => {
                let mut difference = difference.clone();
                // MySQL's primary keys have no name, and the directives want one.
                if let Difference::AddConstraint { table, constraint: Constraint::PrimaryKey(key) }
                | Difference::DropConstraint { table, constraint: Constraint::PrimaryKey(key) } = &mut difference
                {
                    key.name.get_or_insert_with(|| Name::finished(dialect.primary_key_name(table)));
                }
                if let Some(step) = constraint_step(&difference) {
                    self.push(step, vec![difference]);
                }
            }
            Difference::ChangeConstraint { table, from, to } => {
                let drop = Difference::DropConstraint { table: table.clone(), constraint: from.clone() };
                let add = Difference::AddConstraint { table: table.clone(), constraint: to.clone() };
                let steps = [drop, add].iter().filter_map(constraint_step).collect();
                self.push_all(steps, difference);
            }
            Difference::AddForeignKey { table, key } => {
                // MySQL would call the index that it makes as the key.
                if let Some(index) = own_index(table, key).filter(|index| index.name != key.name) {
                    self.push(Difference::AddIndex(index).into(), Vec::new());
                }
                self.push(difference.clone().into(), vec![difference.clone()]);
            }
            Difference::DropForeignKey { table, key } => {
                self.push(difference.clone().into(), vec![difference.clone()]);
                if let Some(index) = own_index(table, key) {
                    self.push(Difference::DropIndex(index).into(), Vec::new());
                }
            }
            Difference::CannotChange { text, .. } => {
                self.push(Action::Code(vec![format!("# WARNING: {}", text.replace('\n', " "))]).into(), Vec::new());
            }
            Difference::ChangeTableOption { table, name, to, .. } => {
                let sql = format!("ALTER TABLE {} {name} {to}", dialect.quote_table(table));
                self.push(enumeration::execute(&sql), vec![difference.clone()]);
            }
            Difference::AddType { with_table: true, .. } => {}
            Difference::AddType { named, .. } => self.push(enumeration::create(dialect, named), Vec::new()),
            Difference::DropType { named, .. } => self.push(enumeration::drop(dialect, named), Vec::new()),
            Difference::ChangeDomain(change) => self.push_all(domain::change(dialect, change), difference),
            Difference::ChangeEnum(change) => self.push_all(enumeration::change(dialect, change), difference),
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
        Ok(())
    }

    /// The first step tells what all are about.
    fn push_all(&mut self, steps: Vec<Step>, difference: &Difference) {
        for (at, step) in steps.into_iter().enumerate() {
            self.push(step, if at == 0 { vec![difference.clone()] } else { Vec::new() });
        }
    }

    /// Where a primary key cannot be dropped before the new one is there, one statement does both (MySQL); and SQLite's, which has no name
    /// as a rule, is replaced by the new one in a batch block.
    fn settle_key(&mut self, dialect: &dyn Dialect) {
        let place = |wanted: &dyn Fn(&Action) -> bool| self.steps.iter().position(|step| wanted(&step.action));
        let dropped =
            place(&|action| matches!(action, Action::DropConstraint { kind: Some(kind), .. } if kind == "primary"));
        let added = place(
            &|action| matches!(action, Action::CreateConstraint { constraint, .. } if matches!(**constraint, Constraint::PrimaryKey(_))),
        );
        let (Some(dropped), Some(added)) = (dropped, added) else { return };
        let sql = match self.steps.get(added).map(|step| &step.action) {
            Some(Action::CreateConstraint { table, constraint }) => match &**constraint {
                Constraint::PrimaryKey(key) => dialect.replaced_primary_key(table, &key.columns),
                _ => None,
            },
            _ => None,
        };
        if sql.is_none() && dialect.name() != "sqlite" {
            return;
        }
        let found = self.steps.get_mut(dropped).and_then(|step| step.found.take()).unwrap_or_default();
        if let Some(step) = self.steps.get_mut(added) {
            step.found.get_or_insert_with(Vec::new).splice(0..0, found);
            if let Some(sql) = sql {
                step.action = Action::Execute(super::escaped(&sql));
            }
        }
        self.steps.remove(dropped);
        // Before columns of the old key go, and after those of the new one have come.
        let goes = |step: &Step| matches!(&step.action, Action::Difference(one) if matches!(**one, Difference::DropColumn { .. }));
        let added = added - usize::from(dropped < added);
        if let Some(first) = self.steps.iter().position(goes).filter(|first| *first < added) {
            let step = self.steps.remove(added);
            self.steps.insert(first, step);
        }
    }

    /// The index that MySQL makes for a foreign key goes with its columns.
    fn leave_indexes_to_columns(&mut self) {
        let gone = |step: &Step| match &step.action {
            Action::Difference(one) => match &**one {
                Difference::DropColumn { column, .. } => Some(column.name.clone()),
                _ => None,
            },
            _ => None,
        };
        let gone: Vec<String> = self.steps.iter().filter_map(gone).collect();
        let is_gone = |element: &IndexElement| matches!(&element.expression, Expression::Column { name, .. } if gone.contains(name));
        self.steps.retain(|step| {
            let Action::Difference(one) = &step.action else { return true };
            let Difference::DropIndex(index) = &**one else { return true };
            !step.found.as_ref().is_some_and(Vec::is_empty) || !index.elements.iter().all(is_gone)
        });
    }

    /// Statements that are SQL run at once, also in a batch block, whose changes are made at its end: they stand outside.
    fn parted(self, steps: Vec<Step>) -> Vec<Block> {
        let is_sql = |step: &Step| {
            matches!(step.action, Action::Define(_) | Action::Execute(_) | Action::Apart(_) | Action::Code(_))
        };
        let mut parts: Vec<Block> = Vec::new();
        for step in steps {
            let table = self.table.clone().filter(|_| !is_sql(&step));
            match parts.last_mut() {
                Some(block) if block.table == table => block.steps.push(step),
                _ => parts.push(Block { table, steps: vec![step] }),
            }
        }
        parts
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
        Difference::ChangeType { table, column, sql_type, conversion } => {
            let using = conversion.there.as_ref().map(|text| DialectOption {
                dialect: "postgresql".into(),
                name: "using".into(),
                value: OptionValue::Text(text.clone()),
            });
            let options = DialectOptions(using.into_iter().collect());
            AlterColumn { sql_type: Some(sql_type.clone()), options, ..unchanged(table, column) }
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
    // On the way back, what there is stands with what changes it.
    if other.nullable.is_some() {
        (alteration.nullable, alteration.existing_nullable) = (other.nullable, other.existing_nullable);
    }
    if other.sql_type.is_some() {
        (alteration.sql_type, alteration.existing_type) = (other.sql_type, other.existing_type);
    }
    if other.default != Change::Keep {
        (alteration.default, alteration.existing_default) = (other.default, other.existing_default);
    }
    if other.comment != Change::Keep {
        (alteration.comment, alteration.existing_comment) = (other.comment, other.existing_comment);
    }
    alteration.options.0.extend(other.options.0);
}
