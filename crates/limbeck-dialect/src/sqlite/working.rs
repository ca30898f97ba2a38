//! A table while a batch block changes it.
//!
//! Columns keep the name they had when the block began: Alembic's rule, which lets a block rename a column and still speak of it.
//! Where that fails, the new name is understood as well.

use limbeck_core::operation::{AlterColumn, Change, ColumnDefault, Operation, Place};
use limbeck_core::schema::*;

use super::definition::{Clause, ClauseKind, ColumnDefinition, Definition};
use super::live::Attached;
use super::tokens::{mentions, tokens};
use super::types::{self, Kind};
use super::{Sqlite, ddl};
use crate::render::table as text;
use crate::{Dialect, DialectError};

/// A column of the new table.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct WorkingColumn {
    /// Its name when the block began; the new name of a new column.
    pub(super) key: String,
    pub(super) definition: ColumnDefinition,
    pub(super) kind: Kind,
    /// Whether it is in the old table.
    pub(super) is_old: bool,
    /// The type its values are cast to on the way.
    pub(super) cast: Option<String>,
}

/// A constraint of the new table, and whether the block made it: then its text speaks of columns by their new names.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct WorkingConstraint {
    pub(super) clause: Clause,
    pub(super) is_new: bool,
}

/// The table.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Working {
    pub(super) name: TableName,
    pub(super) columns: Vec<WorkingColumn>,
    pub(super) constraints: Vec<WorkingConstraint>,
    pub(super) without_rowid: bool,
    pub(super) strict: bool,
    /// Indexes that stay, by name and statement.
    pub(super) indexes: Vec<(String, String)>,
    pub(super) new_indexes: Vec<Index>,
    pub(super) dropped: Vec<String>,
    /// Old name, new name.
    pub(super) renames: Vec<(String, String)>,
    pub(super) existing_order: Vec<String>,
    pub(super) order_hints: Vec<(String, String)>,
    pub(super) partial_order: Vec<Vec<String>>,
}

type Done = Result<(), DialectError>;

fn missing(what: impl Into<String>) -> DialectError {
    DialectError::NotFound(what.into())
}

fn must_have_a_name() -> DialectError {
    DialectError::unsupported(
        "Constraint must have a name",
        "name it, or give the block a naming_convention, so that it can be dropped again",
    )
}

/// A column from its text.
fn parsed_column(text: &str) -> Result<ColumnDefinition, DialectError> {
    let table = Definition::parse(&format!("CREATE TABLE t ({text})")).map_err(unreadable)?;
    table.columns.into_iter().next().ok_or_else(|| unreadable("no column".into()))
}

/// A constraint from its text.
fn parsed_constraint(text: &str) -> Result<Clause, DialectError> {
    let table = Definition::parse(&format!("CREATE TABLE t (x, {text})")).map_err(unreadable)?;
    table.constraints.into_iter().next().ok_or_else(|| unreadable("no constraint".into()))
}

fn unreadable(why: String) -> DialectError {
    DialectError::unsupported(format!("SQLite would not understand it: {why}"), "check the SQL text in the directive")
}

/// Adds NOT NULL to the clauses of a column.
fn require_value(clauses: &mut Vec<Clause>) {
    if clauses.iter().any(|c| matches!(c.kind, ClauseKind::NotNull)) {
        return;
    }
    clauses.retain(|c| !matches!(c.kind, ClauseKind::Null));
    let before = |c: &&Clause| matches!(c.kind, ClauseKind::Default { .. } | ClauseKind::Collate { .. });
    let place = clauses.iter().take_while(before).count();
    clauses.insert(place, Clause::new(ClauseKind::NotNull, "NOT NULL"));
}

impl Working {
    /// The table as it is when the block begins.
    pub(super) fn new(name: &TableName, definition: Definition, indexes: Vec<Attached>) -> Working {
        let columns = definition.columns.into_iter().map(|c| WorkingColumn {
            key: c.name.clone(),
            kind: types::kind(&super::reflect::reflected_type(&c.sql_type)),
            definition: c,
            is_old: true,
            cast: None,
        });
        let columns: Vec<WorkingColumn> = columns.collect();
        Working {
            name: name.clone(),
            existing_order: columns.iter().map(|c| c.key.clone()).collect(),
            columns,
            constraints: definition
                .constraints
                .into_iter()
                .map(|clause| WorkingConstraint { clause, is_new: false })
                .collect(),
            without_rowid: definition.without_rowid,
            strict: definition.strict,
            indexes: indexes.into_iter().map(|i| (i.name, i.sql)).collect(),
            new_indexes: Vec::new(),
            dropped: Vec::new(),
            renames: Vec::new(),
            order_hints: Vec::new(),
            partial_order: Vec::new(),
        }
    }

    /// Names for constraints that have none, so that they can be dropped.
    pub(super) fn apply_names(&mut self, convention: &NamingConvention) -> Done {
        let name = self.name.clone();
        let on_columns = self.columns.iter_mut().flat_map(|c| {
            let key = c.key.clone();
            c.definition.clauses.iter_mut().map(move |k| (vec![key.clone()], k))
        });
        let on_table = self.constraints.iter_mut().map(|c| (Vec::new(), &mut c.clause));
        for (of_column, clause) in on_columns.chain(on_table).filter(|(_, c)| c.name.is_none()) {
            let pick = |columns: &[String]| if of_column.is_empty() { columns.to_vec() } else { of_column.clone() };
            let model = match &clause.kind {
                ClauseKind::PrimaryKey { columns, .. } => Constraint::PrimaryKey(PrimaryKey {
                    name: None,
                    columns: pick(columns),
                    deferral: Deferral::default(),
                    options: DialectOptions::default(),
                }),
                ClauseKind::Unique { columns } => Constraint::Unique(UniqueConstraint {
                    name: None,
                    columns: pick(columns),
                    deferral: Deferral::default(),
                    options: DialectOptions::default(),
                }),
                ClauseKind::ForeignKey { columns, table, referred, .. } => Constraint::ForeignKey(ForeignKey {
                    name: None,
                    columns: pick(columns),
                    referred_table: TableName::new(table.clone()),
                    referred_columns: referred.clone(),
                    options: ForeignKeyOptions::default(),
                }),
                _ => continue,
            };
            let named = convention.constraint_name(&name, &model);
            clause.name =
                named.map_err(|e| DialectError::unsupported(e.to_string(), "change the naming_convention"))?;
        }
        Ok(())
    }

    /// `reflect_args`: what the script says of a column that is there. Its constraints stay.
    pub(super) fn describe(&mut self, column: &Column) -> Done {
        let at = self.position(&column.name).ok_or_else(|| self.no_column(&column.name))?;
        let said = parsed_column(&ddl::column_text(column)?)?;
        let of_column =
            |k: &ClauseKind| matches!(k, ClauseKind::NotNull | ClauseKind::Null | ClauseKind::Default { .. });
        let old = &mut self.columns[at];
        old.definition.sql_type = said.sql_type;
        old.definition.clauses.retain(|c| !of_column(&c.kind));
        old.definition.clauses.splice(0..0, said.clauses);
        old.kind = types::kind(&column.sql_type);
        Ok(())
    }

    pub(super) fn position(&self, name: &str) -> Option<usize> {
        let exact = self.columns.iter().position(|c| c.key == name);
        let loose = || self.columns.iter().position(|c| c.key.eq_ignore_ascii_case(name));
        let renamed = || {
            let (old, _) = self.renames.iter().find(|(_, new)| new.eq_ignore_ascii_case(name))?;
            self.columns.iter().position(|c| c.key == *old)
        };
        exact.or_else(loose).or_else(renamed)
    }

    pub(super) fn no_column(&self, name: &str) -> DialectError {
        missing(format!("table \"{}\" has no column \"{name}\"", self.name.name))
    }

    /// What a column is called in the end.
    pub(super) fn final_name(&self, key: &str) -> String {
        self.renames.iter().find(|(old, _)| old == key).map_or_else(|| key.to_owned(), |(_, new)| new.clone())
    }

    /// Changes the table as one directive of the block says.
    pub(super) fn apply(&mut self, operation: &Operation) -> Done {
        match operation {
            Operation::AddColumn { column, place, inline_references, .. } => {
                self.add_column(column, place.as_ref(), *inline_references)
            }
            Operation::DropColumn { column, .. } => self.drop_column(column),
            Operation::AlterColumn(change) => self.alter(change),
            Operation::CreateIndex { index, .. } => {
                self.new_indexes.retain(|i| i.name != index.name);
                self.new_indexes.push(index.clone());
                Ok(())
            }
            Operation::DropIndex { name, if_exists, .. } => self.drop_index(name, *if_exists),
            Operation::AddConstraint { constraint, .. } => {
                if constraint.name().is_none() {
                    return Err(must_have_a_name());
                }
                self.add_constraint(constraint)
            }
            Operation::DropConstraint { name, if_exists, .. } => self.drop_constraint(name, *if_exists),
            // There are no comments.
            Operation::TableComment { .. } | Operation::ColumnComment { .. } => Ok(()),
            other => Err(DialectError::unsupported(
                format!("{} cannot stand in a batch block", other.directive()),
                "write it outside of the block",
            )),
        }
    }

    fn add_column(&mut self, column: &Column, place: Option<&Place>, inline_references: bool) -> Done {
        let taken = |c: &WorkingColumn| self.final_name(&c.key).eq_ignore_ascii_case(&column.name);
        if self.columns.iter().any(|c| taken(c) || c.key.eq_ignore_ascii_case(&column.name)) {
            return Err(DialectError::unsupported(
                format!("duplicate column name: {}", column.name),
                "rename or drop the other column in a block of its own first",
            ));
        }
        self.hint_place(&column.name, place)?;
        let mut line = ddl::column_text(column)?;
        line.push_str(&ddl::computed_text(column)?);
        line.push_str(&ddl::column_checks(column)?);
        let mut definition = parsed_column(&line)?;
        let table = Table { columns: vec![column.clone()], ..Table::new(self.name.clone()) };
        let mut constraints = text::of_column(&Sqlite, &table, column);
        // The CHECK of its type comes as a directive of its own.
        constraints.retain(|c| !matches!(c, Constraint::Check(_)));
        if inline_references && let [only] = column.foreign_keys.as_slice() {
            constraints.retain(|c| c.kind() != ConstraintKind::ForeignKey);
            let target = only.target.column.clone().unwrap_or_else(|| column.name.clone());
            let written = text::references(&Sqlite, &only.target.table, &[target], &only.options)?;
            let prefix = text::preamble(&Sqlite, only.name.as_ref())?;
            definition.clauses.extend(parsed_column(&format!("x {prefix}{written}"))?.clauses);
        }
        self.columns.push(WorkingColumn {
            key: column.name.clone(),
            definition,
            kind: types::kind(&column.sql_type),
            is_old: false,
            cast: None,
        });
        for constraint in constraints {
            if constraint.name().is_none() {
                return Err(must_have_a_name());
            }
            self.add_constraint(&constraint)?;
        }
        if column.primary_key && self.key().is_empty() {
            let clause = parsed_constraint(&format!("PRIMARY KEY ({})", Sqlite.quote(&column.name)))?;
            self.constraints.insert(0, WorkingConstraint { clause, is_new: true });
        }
        if let Some(index) = crate::render::ddl::column_index(&self.name, column) {
            self.new_indexes.push(index);
        }
        Ok(())
    }

    fn key(&self) -> Vec<String> {
        self.definition().key()
    }

    fn drop_column(&mut self, name: &str) -> Done {
        let at = self.position(name).ok_or_else(|| self.no_column(name))?;
        let column = self.columns.remove(at);
        let key = column.key.clone();
        if let Some(other) = self.columns.iter().find(|c| {
            c.definition
                .clauses
                .iter()
                .any(|k| matches!(&k.kind, ClauseKind::Generated { expression, .. } if mentions(expression, &key)))
        }) {
            return Err(DialectError::unsupported(
                format!("column \"{key}\" cannot be dropped: the generated column \"{}\" uses it", other.key),
                format!("drop \"{}\" first", other.key),
            ));
        }
        self.existing_order.retain(|c| *c != key);
        self.renames.retain(|(old, _)| *old != key);
        for other in &mut self.columns {
            other
                .definition
                .clauses
                .retain(|c| !matches!(&c.kind, ClauseKind::Check { condition } if mentions(condition, &key)));
        }
        let is = |c: &String| c.eq_ignore_ascii_case(&key);
        let mut kept = Vec::new();
        for mut constraint in std::mem::take(&mut self.constraints) {
            let uses = match &constraint.clause.kind {
                ClauseKind::Check { condition } => mentions(condition, &key),
                ClauseKind::Unique { columns } | ClauseKind::ForeignKey { columns, .. } => columns.iter().any(is),
                ClauseKind::PrimaryKey { columns, .. } if columns.iter().any(is) && columns.len() > 1 => {
                    let rest: Vec<String> = columns.iter().filter(|c| !is(c)).map(|c| Sqlite.quote(c)).collect();
                    let conflict =
                        constraint.clause.conflict().map_or_else(String::new, |c| format!(" ON CONFLICT {c}"));
                    let name = constraint.clause.name.take();
                    let clause = parsed_constraint(&format!("PRIMARY KEY ({}){conflict}", rest.join(", ")))?;
                    constraint.clause = Clause { name, ..clause };
                    false
                }
                ClauseKind::PrimaryKey { columns, .. } => columns.iter().any(is),
                _ => false,
            };
            if !uses {
                kept.push(constraint);
            }
        }
        self.constraints = kept;
        self.indexes.retain(|(_, sql)| !mentions(&index_body(sql), &key));
        if column.is_old {
            self.dropped.push(key);
        }
        Ok(())
    }

    fn drop_index(&mut self, name: &str, if_exists: bool) -> Done {
        let count = self.indexes.len() + self.new_indexes.len();
        self.indexes.retain(|(n, _)| n != name);
        self.new_indexes.retain(|i| i.name.as_ref().is_none_or(|n| n.text != name));
        if count == self.indexes.len() + self.new_indexes.len() && !if_exists {
            return Err(missing(format!("No such index: '{name}'")));
        }
        Ok(())
    }

    /// A constraint with the columns it names found in the table.
    pub(super) fn add_constraint(&mut self, constraint: &Constraint) -> Done {
        let find = |names: &[String]| -> Result<Vec<String>, DialectError> {
            names
                .iter()
                .map(|n| self.position(n).map(|at| self.columns[at].key.clone()).ok_or_else(|| self.no_column(n)))
                .collect()
        };
        let mut found = constraint.clone();
        match &mut found {
            Constraint::PrimaryKey(c) => c.columns = find(&c.columns)?,
            Constraint::Unique(c) => c.columns = find(&c.columns)?,
            Constraint::ForeignKey(c) => c.columns = find(&c.columns)?,
            Constraint::Check(_) | Constraint::Exclude(_) => {}
        }
        let Some(written) = text::constraint(&Sqlite, &Table::new(self.name.clone()), &found)? else { return Ok(()) };
        let clause = parsed_constraint(&written)?;
        if let Some(name) = &clause.name {
            self.remove_named(&name.clone());
        }
        if let ClauseKind::PrimaryKey { columns, .. } = &clause.kind {
            // A key that counts stays where it is, under its new name.
            let counting = |c: &Clause| matches!(c.kind, ClauseKind::PrimaryKey { autoincrement: true, .. });
            if let [only] = columns.as_slice()
                && let Some(column) = self.columns.iter_mut().find(|c| c.key == *only)
                && let Some(own) = column.definition.clauses.iter_mut().find(|c| counting(c))
            {
                own.name = clause.name.clone();
                return Ok(());
            }
            self.remove_key();
        }
        let at = if matches!(clause.kind, ClauseKind::PrimaryKey { .. }) { 0 } else { self.constraints.len() };
        // The CHECK of a type speaks of its column by the name it has now.
        let is_new = !matches!(constraint, Constraint::Check(check) if check.of_type.is_some());
        self.constraints.insert(at, WorkingConstraint { clause, is_new });
        Ok(())
    }

    /// Moves the last constraint to that place after the primary key.
    pub(super) fn bring_forward(&mut self, place: usize) {
        let is_key = |c: &&WorkingConstraint| matches!(c.clause.kind, ClauseKind::PrimaryKey { .. });
        let place = place + self.constraints.iter().take_while(is_key).count();
        if place < self.constraints.len()
            && let Some(last) = self.constraints.pop()
        {
            self.constraints.insert(place, last);
        }
    }

    /// Makes the columns of the primary key NOT NULL, as SQLAlchemy does with those of a model.
    pub(super) fn require_key(&mut self) {
        let key = self.constraints.iter().find_map(|c| match &c.clause.kind {
            ClauseKind::PrimaryKey { columns, .. } => Some(columns.clone()),
            _ => None,
        });
        let key = key.unwrap_or_default();
        for column in self.columns.iter_mut().filter(|c| key.contains(&c.key)) {
            require_value(&mut column.definition.clauses);
        }
    }

    fn remove_key(&mut self) {
        let is_key = |c: &Clause| matches!(c.kind, ClauseKind::PrimaryKey { .. });
        self.constraints.retain(|c| !is_key(&c.clause));
        self.columns.iter_mut().for_each(|c| c.definition.clauses.retain(|k| !is_key(k)));
    }

    /// Removes the constraint of that name; whether there was one.
    fn remove_named(&mut self, name: &str) -> bool {
        let is = |c: &Clause| c.name.as_deref() == Some(name);
        let before = self.clone();
        self.constraints.retain(|c| !is(&c.clause));
        self.columns.iter_mut().for_each(|c| c.definition.clauses.retain(|k| !is(k)));
        *self != before
    }

    fn drop_constraint(&mut self, name: &str, if_exists: bool) -> Done {
        if self.remove_named(name) || if_exists {
            return Ok(());
        }
        Err(missing(format!("No such constraint: '{name}'")))
    }

    fn alter(&mut self, change: &AlterColumn) -> Done {
        let at = self.position(&change.column).ok_or_else(|| self.no_column(&change.column))?;
        let key = self.columns[at].key.clone();
        if let Some(new) = change.new_name.as_ref().filter(|n| **n != key) {
            if self.columns.iter().any(|c| c.key != key && self.final_name(&c.key).eq_ignore_ascii_case(new)) {
                return Err(DialectError::unsupported(format!("duplicate column name: {new}"), "choose another name"));
            }
            self.renames.retain(|(old, _)| *old != key);
            self.renames.push((key.clone(), new.clone()));
        }
        if let Some(new) = &change.sql_type {
            self.change_type(at, new)?;
        }
        let clauses = &mut self.columns[at].definition.clauses;
        if let Some(nullable) = change.nullable {
            if nullable {
                clauses.retain(|c| !matches!(c.kind, ClauseKind::NotNull));
            } else {
                require_value(clauses);
            }
        }
        match &change.default {
            Change::Keep => {}
            Change::Set(ColumnDefault::None) => clauses.retain(|c| !matches!(c.kind, ClauseKind::Default { .. })),
            Change::Set(ColumnDefault::Server(default)) => {
                let value = ddl::default_text(default)?;
                let place = clauses.iter().position(|c| matches!(c.kind, ClauseKind::Default { .. }));
                clauses.retain(|c| !matches!(c.kind, ClauseKind::Default { .. }));
                let clause = Clause::new(ClauseKind::Default { value: value.clone() }, format!("DEFAULT {value}"));
                clauses.insert(place.unwrap_or(0).min(clauses.len()), clause);
            }
            Change::Set(ColumnDefault::Computed(_)) => {
                return Err(DialectError::unsupported(
                    "Adding or removing a \"computed\" construct, e.g. GENERATED ALWAYS AS, to or from an existing column is not supported.",
                    "drop the column and add it again",
                ));
            }
            Change::Set(ColumnDefault::Identity(_)) => {
                return Err(DialectError::unsupported(
                    "SQLite has no identity columns",
                    "leave the directive out on SQLite: if op.get_bind().dialect.name != \"sqlite\"",
                ));
            }
        }
        Ok(())
    }

    fn change_type(&mut self, at: usize, new: &SqlType) -> Done {
        let key = self.columns[at].key.clone();
        let parsed = parsed_column(&format!("x {}", Sqlite.type_text(new)?))?;
        let column = &mut self.columns[at];
        let changed = !column.definition.sql_type.eq_ignore_ascii_case(&parsed.sql_type);
        column.definition.sql_type = parsed.sql_type;
        if !parsed.clauses.is_empty() {
            column.definition.clauses.retain(|c| !matches!(c.kind, ClauseKind::Collate { .. }));
            column.definition.clauses.splice(0..0, parsed.clauses);
        }
        let kind = types::kind(new);
        if column.kind != kind && kind != Kind::Json && column.is_old && !column.definition.is_generated() {
            column.cast = Some(Sqlite.type_text(new)?);
        }
        column.kind = kind;
        // A CHECK without a name that the old type made goes with it; one with a name has a directive of its own, as the new one has.
        if changed {
            let bound = |c: &Clause| {
                c.name.is_none() && matches!(&c.kind, ClauseKind::Check { condition } if is_type_check(condition, &key))
            };
            self.constraints.retain(|c| !bound(&c.clause));
            self.columns[at].definition.clauses.retain(|c| !bound(c));
        }
        Ok(())
    }

    /// `table_kwargs`
    pub(super) fn set_options(&mut self, options: &DialectOptions) -> Done {
        for option in options.of("sqlite") {
            match (option.name.as_str(), &option.value) {
                ("strict", OptionValue::Bool(on)) => self.strict = *on,
                ("with_rowid", OptionValue::Bool(on)) => self.without_rowid = !*on,
                ("autoincrement", OptionValue::Bool(true)) => self.count_up(),
                ("autoincrement", OptionValue::Bool(false)) => {}
                (name, _) => {
                    return Err(DialectError::unsupported(
                        format!("sqlite_{name} is no option of a table"),
                        "use sqlite_autoincrement, sqlite_with_rowid or sqlite_strict",
                    ));
                }
            }
        }
        Ok(())
    }

    fn count_up(&mut self) {
        let [only] = &self.key()[..] else { return };
        let Some(at) = self.position(only) else { return };
        if self.columns[at].kind != Kind::Integer || self.definition().has_autoincrement() {
            return;
        }
        self.remove_key();
        let kind = ClauseKind::PrimaryKey { columns: vec![], autoincrement: true, descending: false };
        self.columns[at].definition.clauses.push(Clause::new(kind, "PRIMARY KEY AUTOINCREMENT"));
    }

    /// The definition, columns in their final order and under the names they had.
    pub(super) fn definition(&self) -> Definition {
        Definition {
            columns: self.columns.iter().map(|c| c.definition.clone()).collect(),
            constraints: self.constraints.iter().map(|c| c.clause.clone()).collect(),
            without_rowid: self.without_rowid,
            strict: self.strict,
        }
    }
}

/// What stands after the table's name in `CREATE INDEX`.
pub(super) fn index_body(sql: &str) -> String {
    tokens(sql).iter().find(|t| t.is("(")).map_or_else(String::new, |t| sql[t.start..].to_owned())
}

/// `column IN (literals)`: what a Boolean or an Enum makes.
fn is_type_check(condition: &str, column: &str) -> bool {
    let all = tokens(condition);
    let [first, word, open, rest @ .., close] = all.as_slice() else { return false };
    let literal = |t: &super::tokens::Token<'_>| {
        t.is(",") || t.kind == super::tokens::Kind::String || t.text.bytes().all(|b| b.is_ascii_digit())
    };
    first.names(column) && word.is("IN") && open.is("(") && close.is(")") && rest.iter().all(literal)
}

/// Whether a default is an SQL expression: Alembic makes the table anew for it.
pub(super) fn has_expression_default(column: &Column) -> bool {
    matches!(column.server_default, Some(ServerDefault::Expression(_)))
}
