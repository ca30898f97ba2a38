//! The binder: the one place that knows what a directive means.
//!
//! Both readers deliver [`Event`]s; the binder checks their arguments, settles names by the naming convention and gives
//! [`Operation`]s. The rules are Alembic's (1.20.1) and SQLAlchemy's (2.1.9). Every fault is located and in plain words.

mod batch;
mod column;
mod column_def;
mod constraint;
mod constraint_def;
mod context;
mod data;
mod derived;
mod dml;
mod expression;
mod index;
mod inline;
mod json;
mod literal;
mod names;
mod operators;
mod options;
mod select;
mod sequence;
mod signature;
mod source;
mod statement;
mod table;
mod table_def;
#[cfg(test)]
mod tests;
mod type_check;
mod type_table;
mod types;
mod upsert;
mod window;

use limbeck_core::operation::Operation;
use limbeck_core::schema::{NamingConvention, TableName};
use limbeck_core::source::{Location, SourceError};

use context::{Context, nearest, plain};
use names::canonical;
use signature::{Arguments, match_arguments};

pub use expression::bind_expression;
pub use literal::{bind_parameters, literal};
pub use sequence::{bind_sequences, definition as bind_definition};
pub use statement::bind_statement;
pub use table_def::bind_table;
pub use types::bind_type;

use crate::directive::{Directive, Event, Value};

/// What env.py has decided, as far as it changes what directives mean.
#[derive(Debug, Clone, PartialEq)]
pub struct BindState {
    /// The dialect: `postgresql`, `sqlite`, `mysql`, `mariadb`, ...
    pub dialect_name: String,
    /// `target_metadata.naming_convention`; the default one where there is no single MetaData.
    pub naming_convention: NamingConvention,
}

/// Turns events into operations. It keeps the batch blocks that are open; otherwise events do not depend on each other.
#[derive(Debug)]
pub struct Binder {
    state: BindState,
    open: Vec<limbeck_core::operation::Batch>,
}

impl Binder {
    /// A binder outside of any batch block.
    pub fn new(state: BindState) -> Self {
        Binder { state, open: Vec::new() }
    }

    /// The operations to carry out now.
    ///
    /// Inside a batch block, changes made on the block's own object are kept and come as one [`Operation::Batch`] with the block's
    /// end; `batch_op.execute(...)` and every `op.NAME(...)` come at once, as in Alembic. Autocommit blocks give nothing: they are
    /// the business of whoever carries the operations out, and who sees the same events.
    ///
    /// # Errors
    /// When a directive is unknown or its arguments are wrong. The binder may be used on; the directive has had no effect.
    pub fn bind(&mut self, event: &Event) -> Result<Vec<Operation>, SourceError> {
        match event {
            Event::BeginBatch(directive) => {
                let batch = batch::begin(directive, &self.state)?;
                self.open.push(batch);
                Ok(Vec::new())
            }
            Event::EndBatch => match self.open.pop() {
                Some(batch) => Ok(vec![Operation::Batch(Box::new(batch))]),
                None => Err(SourceError::new(Location::file(""), "a batch block ends that has not begun")),
            },
            Event::Directive { directive, in_batch: false } => {
                Scope { state: &self.state, batch: None }.bind(directive)
            }
            Event::Directive { directive, in_batch: true } => {
                let Some(batch) = self.open.last_mut() else {
                    return Err(SourceError::new(
                        directive.location.clone(),
                        format!("batch_op.{}: no batch block is open here", directive.name),
                    ));
                };
                let mut made = Scope { state: &self.state, batch: Some(&batch.table) }.bind(directive)?;
                if directive.name == "execute" {
                    return Ok(made);
                }
                batch.operations.append(&mut made);
                Ok(Vec::new())
            }
            Event::BeginAutocommit(_) | Event::EndAutocommit => Ok(Vec::new()),
        }
    }
}

impl Binder {
    /// Forgets the innermost batch block, whose code ended with an exception.
    pub fn abandon_batch(&mut self) {
        self.open.pop();
    }
}

/// What a directive's meaning depends on.
#[derive(Clone, Copy)]
struct Scope<'b> {
    state: &'b BindState,
    /// The table of the batch block on whose object the directive was called.
    batch: Option<&'b TableName>,
}

/// The directives, and whether `batch_op` has them.
const DIRECTIVES: &[(&str, bool)] = &[
    ("add_column", true),
    ("alter_column", true),
    ("bulk_insert", false),
    ("create_check_constraint", true),
    ("create_exclude_constraint", true),
    ("create_foreign_key", true),
    ("create_index", true),
    ("create_primary_key", true),
    ("create_table", false),
    ("create_table_comment", true),
    ("create_unique_constraint", true),
    ("drop_column", true),
    ("drop_constraint", true),
    ("drop_index", true),
    ("drop_table", false),
    ("drop_table_comment", true),
    ("execute", true),
    ("rename_table", false),
];

/// The directives by name, and whether the object of a batch block has them too.
pub fn directives() -> impl Iterator<Item = (&'static str, bool)> {
    DIRECTIVES.iter().copied()
}

impl Scope<'_> {
    fn bind(self, directive: &Directive) -> Result<Vec<Operation>, SourceError> {
        if !DIRECTIVES.iter().any(|(name, batch)| *name == directive.name && (*batch || self.batch.is_none())) {
            return Err(self.unknown(directive));
        }
        match directive.name.as_str() {
            "create_table" => table::create(self, directive),
            "drop_table" => table::drop(self, directive),
            "rename_table" => table::rename(self, directive),
            "create_table_comment" => table::create_comment(self, directive),
            "drop_table_comment" => table::drop_comment(self, directive),
            "add_column" => column::add(self, directive),
            "drop_column" => column::drop(self, directive),
            "alter_column" => column::alter(self, directive),
            "create_index" => index::create(self, directive),
            "drop_index" => index::drop(self, directive),
            "create_primary_key" => constraint::primary_key(self, directive),
            "create_unique_constraint" => constraint::unique(self, directive),
            "create_foreign_key" => constraint::foreign_key(self, directive),
            "create_check_constraint" => constraint::check(self, directive),
            "create_exclude_constraint" => constraint::exclude(self, directive),
            "drop_constraint" => constraint::drop(self, directive),
            "bulk_insert" => data::bulk_insert(self, directive),
            "execute" => data::execute(self, directive),
            _ => Err(self.unknown(directive)),
        }
    }

    fn unknown(self, directive: &Directive) -> SourceError {
        let what = self.what(directive);
        let name = directive.name.as_str();
        let error = |message: &str| SourceError::new(directive.location.clone(), format!("{what}: {message}"));
        if self.batch.is_some() && DIRECTIVES.iter().any(|(n, _)| *n == name) {
            return error("a batch block has no such directive").help(format!("write op.{name}(...)"));
        }
        let fault = error("there is no such directive");
        match nearest(name, DIRECTIVES.iter().map(|(n, _)| *n)) {
            Some(meant) => fault.help(format!("did you mean `{meant}`?")),
            None => fault.help("directives that a plugin or env.py adds are not known here"),
        }
    }

    /// The directive as the user writes it.
    fn what(self, directive: &Directive) -> String {
        format!("{}.{}", if self.batch.is_some() { "batch_op" } else { "op" }, directive.name)
    }

    /// Matches the directive's arguments; the block's own object leaves out table and schema.
    fn arguments<'v>(
        self,
        directive: &'v Directive,
        plain: &'v str,
        batch: &'v str,
    ) -> Result<Arguments<'v>, SourceError> {
        let signature = if self.batch.is_some() { batch } else { plain };
        match_arguments(self.what(directive), signature, &directive.args, &directive.kwargs, &directive.location)
    }

    /// The table: the batch block's, or the one that `name` and `schema` give.
    fn table(self, a: &Arguments<'_>, name: &str) -> Result<TableName, SourceError> {
        match self.batch {
            Some(table) => Ok(table.clone()),
            None => Ok(TableName { schema: a.opt_text("schema")?, name: a.text(name)? }),
        }
    }

    /// How names are made and how long they may be.
    fn naming(&self) -> (&NamingConvention, &str) {
        (&self.state.naming_convention, &self.state.dialect_name)
    }

    /// Whether the CHECK of a type is written here: SQLite cannot add one to a table that exists, and Alembic leaves it out there.
    fn writes_type_checks(self) -> bool {
        self.batch.is_some() || self.state.dialect_name != "sqlite"
    }
}

/// A naming convention: the value of `MetaData(naming_convention=...)`, or the MetaData itself.
///
/// # Errors
/// When it is neither.
pub fn bind_metadata_convention(value: &Value, at: &Location) -> Result<NamingConvention, SourceError> {
    convention(Context::new("a naming convention", at), value)
}

fn convention(at: Context<'_>, value: &Value) -> Result<NamingConvention, SourceError> {
    let entries = match plain(value) {
        Value::None => return Ok(NamingConvention::default()),
        Value::Name(name) if &*canonical(name) == "sqlalchemy.MetaData" => return Ok(NamingConvention::default()),
        Value::Call(call) if &*canonical(&call.name) == "sqlalchemy.MetaData" => {
            let a = Arguments::of(call, source::METADATA)?;
            return match a.get("naming_convention") {
                Some(value) => convention(a.at(), value),
                None => Ok(NamingConvention::default()),
            };
        }
        Value::Dict(entries) if entries.is_empty() => return Ok(NamingConvention::default()),
        Value::Dict(entries) => entries,
        _ => return Err(at.wrong("naming_convention", value, "a dict of str")),
    };
    let (mut templates, mut tokens) = (Vec::new(), Vec::new());
    for (key, template) in entries {
        let key = match plain(key) {
            Value::Name(name) => match &*canonical(name) {
                "sqlalchemy.Index" => "ix".to_owned(),
                "sqlalchemy.UniqueConstraint" => "uq".into(),
                "sqlalchemy.CheckConstraint" => "ck".into(),
                "sqlalchemy.ForeignKeyConstraint" => "fk".into(),
                "sqlalchemy.PrimaryKeyConstraint" => "pk".into(),
                _ => return Err(at.wrong("naming_convention", key, "a dict whose keys are ix, uq, ck, fk, pk")),
            },
            other => at.text("naming_convention", other)?,
        };
        match function_number(template) {
            Some(number) => tokens.push((key, number)),
            None => templates.push((key, at.text("naming_convention", template)?)),
        }
    }
    Ok(NamingConvention::new(templates).with_tokens(tokens))
}

/// A function that Python keeps.
fn function_number(value: &Value) -> Option<usize> {
    match value {
        Value::Call(call) if call.name == crate::trees::OBJECT => match call.args.as_slice() {
            [Value::Int(number)] => usize::try_from(*number).ok(),
            _ => None,
        },
        _ => None,
    }
}
