//! Steps that come back from Python.

use limbeck_core::autogenerate::Difference;
use limbeck_core::operation::{Operation, Place};
use limbeck_core::schema::{
    Column, Constraint, DialectOptions, ForeignKey, Index, Name, NamingConvention, SqlType, Table, TableName,
    UniqueConstraint,
};
use limbeck_core::source::SourceError;

use super::STEP;
use crate::binder::{BindState, Binder, bind_definition};
use crate::directive::{Call, Directive, Event, Value};
use crate::rendering::{Action, Step};

/// Reads a step: a call as [`super::Trees::step`] writes it.
///
/// # Errors
/// A call that is no step, or arguments that its directive does not take.
pub fn read_step(value: &Value, dialect: &str) -> Result<Step, SourceError> {
    let Value::Call(call) = value else {
        let place = limbeck_core::source::Location::file("<limbeck>");
        return Err(SourceError::new(place, format!("{} is no operation", value.type_name())));
    };
    let Some(directive) = call.name.strip_prefix(STEP) else {
        return Err(fault(call, format!("{} is no operation", call.name)));
    };
    let exists = flag(call, "if_not_exists")?.or(flag(call, "if_exists")?);
    let action = action(call, directive, dialect)?;
    Ok(Step { exists, ..action.into() })
}

fn fault(call: &Call, message: impl Into<String>) -> SourceError {
    SourceError::new(call.location.clone(), message)
}

fn keyword<'c>(call: &'c Call, name: &str) -> Option<&'c Value> {
    call.kwargs.iter().find(|(key, _)| key == name).map(|(_, value)| value).filter(|value| **value != Value::None)
}

fn flag(call: &Call, name: &str) -> Result<Option<bool>, SourceError> {
    match keyword(call, name) {
        None => Ok(None),
        Some(Value::Bool(flag)) => Ok(Some(*flag)),
        Some(other) => {
            Err(fault(call, format!("{}({name}=...) takes True or False, not {}", call.name, other.type_name())))
        }
    }
}

fn text(call: &Call, value: Option<&Value>, what: &str) -> Result<String, SourceError> {
    match named(value) {
        Some(name) => Ok(name.text),
        None => Err(fault(call, format!("{}: {what} must be a str", call.name))),
    }
}

/// A name, and whether it is `op.f(...)`.
fn named(value: Option<&Value>) -> Option<Name> {
    match value? {
        Value::Str(text) => Some(Name::new(text)),
        Value::Call(call) => match (call.name.as_str(), call.args.first()) {
            ("alembic.op.f", Some(Value::Str(text))) => Some(Name::finished(text)),
            ("sqlalchemy.quoted_name", Some(Value::Str(text))) => Some(Name::new(text)),
            _ => None,
        },
        _ => None,
    }
}

fn table(call: &Call, at: usize) -> Result<TableName, SourceError> {
    let schema = keyword(call, "schema").map(|value| text(call, Some(value), "schema")).transpose()?;
    Ok(TableName { schema, name: text(call, call.args.get(at), "the table")? })
}

fn comment(call: &Call, name: &str) -> Result<Option<String>, SourceError> {
    keyword(call, name).map(|value| text(call, Some(value), name)).transpose()
}

fn action(call: &Call, directive: &str, dialect: &str) -> Result<Action, SourceError> {
    let difference = |one: Difference| Action::Difference(Box::new(one));
    Ok(match directive {
        "drop_table" => difference(Difference::DropTable(Table::new(table(call, 0)?))),
        "drop_column" => {
            let column = Column::new(text(call, call.args.get(1), "the column")?, SqlType::Null);
            difference(Difference::DropColumn { table: table(call, 0)?, column })
        }
        "drop_index" => difference(Difference::DropIndex(Index {
            name: named(call.args.first()),
            table: table(call, 1)?,
            elements: Vec::new(),
            unique: false,
            options: options(call, directive, dialect)?,
        })),
        "drop_constraint" => {
            let kind = comment(call, "type_")?;
            let (table, name) = (table(call, 1)?, named(call.args.first()));
            match kind.as_deref() {
                Some("unique") => difference(Difference::DropUnique { table, constraint: unique(name) }),
                Some("foreignkey") => difference(Difference::DropForeignKey { table, key: foreign_key(name) }),
                _ => Action::DropConstraint { table, name, kind, was: None },
            }
        }
        "create_table_comment" => {
            let to = Some(text(call, call.args.get(1), "the comment")?);
            difference(Difference::ChangeTableComment {
                table: table(call, 0)?,
                from: comment(call, "existing_comment")?,
                to,
            })
        }
        "drop_table_comment" => {
            let from = comment(call, "existing_comment")?;
            difference(Difference::ChangeTableComment { table: table(call, 0)?, from, to: None })
        }
        "rename_table" => {
            Action::RenameTable { table: table(call, 0)?, new_name: text(call, call.args.get(1), "the new name")? }
        }
        "execute" => match call.args.as_slice() {
            [Value::Str(sql)] => Action::Execute(sql.clone()),
            [Value::Call(made)] => match bind_definition(made)? {
                Some(made) => Action::Define(Box::new(made)),
                None => return Err(not_a_string(call)),
            },
            _ => return Err(not_a_string(call)),
        },
        "code" => {
            let lines = call.args.first().and_then(Value::as_items).unwrap_or_default();
            let lines = lines.iter().map(|line| text(call, Some(line), "a line of code"));
            Action::Code(lines.collect::<Result<_, _>>()?)
        }
        _ => bound(call, directive, dialect)?,
    })
}

fn not_a_string(call: &Call) -> SourceError {
    fault(call, "only a plain string, or what makes or drops a sequence, can be written as op.execute(...)")
        .help("give ExecuteSQLOp the SQL as a str")
}

fn unique(name: Option<Name>) -> UniqueConstraint {
    UniqueConstraint { name, columns: Vec::new(), deferral: Default::default(), options: DialectOptions::default() }
}

fn foreign_key(name: Option<Name>) -> ForeignKey {
    ForeignKey {
        name,
        columns: Vec::new(),
        referred_table: TableName::new(""),
        referred_columns: Vec::new(),
        options: Default::default(),
    }
}

fn bind(call: &Call, directive: &str, dialect: &str) -> Result<Vec<Operation>, SourceError> {
    // Names that operations carry are settled.
    let naming_convention = NamingConvention::default();
    let kwargs = call.kwargs.iter().filter(|(name, value)| name != "_reverse" && *value != Value::None);
    let keeps_none = |name: &str| matches!(name, "server_default" | "comment");
    let none = call.kwargs.iter().filter(|(name, value)| keeps_none(name) && *value == Value::None);
    let directive = Directive {
        name: directive.to_owned(),
        args: call.args.clone(),
        kwargs: kwargs.chain(none).cloned().collect(),
        location: call.location.clone(),
    };
    Binder::new(BindState { dialect_name: dialect.to_owned(), naming_convention })
        .bind(&Event::Directive { directive, in_batch: false })
}

/// The dialect's arguments of a directive.
fn options(call: &Call, directive: &str, dialect: &str) -> Result<DialectOptions, SourceError> {
    let mut operations = bind(call, directive, dialect)?;
    match operations.pop() {
        Some(Operation::DropIndex { options, .. }) => Ok(options),
        _ => Ok(DialectOptions::default()),
    }
}

/// What the binder makes of it. Of several operations the first is the directive's own; Alembic writes no more of it either.
fn bound(call: &Call, directive: &str, dialect: &str) -> Result<Action, SourceError> {
    let difference = |one: Difference| Action::Difference(Box::new(one));
    let operations = bind(call, directive, dialect)?;
    let own = operations.into_iter().find(|operation| match directive {
        "alter_column" => matches!(operation, Operation::AlterColumn(_)),
        _ => true,
    });
    Ok(match own {
        Some(Operation::CreateTable { table, .. }) => difference(Difference::AddTable(table)),
        Some(Operation::AddColumn { place: Some(Place::Before(_) | Place::After(_)), .. }) => {
            return Err(fault(call, "insert_before and insert_after are not written by autogenerate"));
        }
        Some(Operation::AddColumn { table, column, .. }) => {
            difference(Difference::AddColumn { table, column: *column })
        }
        Some(Operation::AlterColumn(alter)) => Action::Alter(alter),
        Some(Operation::CreateIndex { index, .. }) => difference(Difference::AddIndex(index)),
        Some(Operation::AddConstraint { table, constraint: Constraint::Unique(constraint) }) => {
            difference(Difference::AddUnique { table, constraint })
        }
        Some(Operation::AddConstraint { table, constraint: Constraint::ForeignKey(key) }) => {
            difference(Difference::AddForeignKey { table, key })
        }
        Some(Operation::AddConstraint { table, constraint }) => {
            Action::CreateConstraint { table, constraint: Box::new(constraint) }
        }
        _ => {
            return Err(fault(call, format!("autogenerate cannot write op.{directive}(...)"))
                .help("put the SQL into an ExecuteSQLOp, or write the directive into the revision by hand"));
        }
    })
}
