//! Version scripts: `op` as a recorder of directives.

use std::rc::Rc;

use super::evaluate::Evaluator;
use super::host::{Host, Import};
use super::machine::Machine;
use super::names::{self, Kind, Known};
use super::object::{Arguments, Handle, Object};
use super::scope::Binding;
use super::{GaveUp, Outcome, ParsedScript, data, imports};
use crate::directive::{Directive, Event, Value};

/// What a script's function does.
#[derive(Debug, Clone, PartialEq)]
pub enum Reading {
    /// Its directives and blocks, in order.
    Events(Vec<Event>),
    /// The script has no such function.
    Missing,
}

/// Reads `function` (`upgrade` or `downgrade`) of a version script.
///
/// # Errors
/// [`GaveUp`] where the script needs the dynamic reader. Nothing of the function has been read then.
pub fn read_function(script: &ParsedScript, function: &str) -> Result<Reading, GaveUp> {
    let mut evaluator = Evaluator::new(script, ScriptHost::default());
    evaluator.module(script.body())?;
    let id = match evaluator.scopes[0].names.get(function) {
        None => return Ok(Reading::Missing),
        Some(Binding::Value(Object::Function(id))) => *id,
        Some(Binding::Value(_)) => return evaluator.machine.fail(format!("`{function}` is no plain function")),
        Some(Binding::Poison(poison)) => {
            return evaluator.machine.fail(format!("`{function}`: {}", poison.reason));
        }
    };
    evaluator.machine.site = ruff_text_size::Ranged::start(evaluator.machine.functions[id].definition);
    evaluator.host.running = true;
    evaluator.call_function(id, Arguments::default())?;
    Ok(Reading::Events(evaluator.host.events))
}

/// Reads variables of a version script's module, such as `revision`: `None` for one that the module does not set.
///
/// # Errors
/// [`GaveUp`] when the module, or the value of one of the variables, is not understood.
pub fn read_variables(script: &ParsedScript, variables: &[&str]) -> Result<Vec<Option<Value>>, GaveUp> {
    let mut evaluator = Evaluator::new(script, ScriptHost::default());
    evaluator.module(script.body())?;
    let mut values = Vec::with_capacity(variables.len());
    for name in variables {
        values.push(match evaluator.scopes[0].names.get(name).cloned() {
            None => None,
            Some(Binding::Value(object)) => Some(evaluator.machine.value(&object)?),
            Some(Binding::Poison(poison)) => {
                return evaluator.machine.fail(format!("`{name}`: {}", poison.reason));
            }
        });
    }
    Ok(values)
}

const BATCH: &str = "op.batch_alter_table()";
const BATCH_OP: &str = "the object of a batch block";
const CONTEXT: &str = "op.get_context()";
const AUTOCOMMIT: &str = "autocommit_block()";

/// Directives that return `None`. What another one returns is not known.
const RETURN_NONE: [&str; 17] = [
    "add_column",
    "alter_column",
    "bulk_insert",
    "create_check_constraint",
    "create_exclude_constraint",
    "create_foreign_key",
    "create_index",
    "create_primary_key",
    "create_table_comment",
    "create_unique_constraint",
    "drop_column",
    "drop_constraint",
    "drop_index",
    "drop_table",
    "drop_table_comment",
    "execute",
    "rename_table",
];

/// Functions of `op` that are no directives: live data, and extension of `op` itself.
const NO_DIRECTIVES: [&str; 6] =
    ["get_bind", "implementation_for", "invoke", "register_operation", "run_async", "migration_context"];

#[derive(Default)]
struct ScriptHost {
    events: Vec<Event>,
    /// Batch blocks that have been made; taken out when entered.
    batches: Vec<Option<Directive>>,
    /// The handles of the blocks that are open.
    open: Vec<usize>,
    tables: Tables,
    /// The function is being read, not the module around it.
    running: bool,
}

impl ScriptHost {
    fn directive(
        &mut self,
        machine: &mut Machine<'_>,
        name: &str,
        arguments: Arguments,
        batch: bool,
    ) -> Outcome<Object> {
        match name {
            "f" => {
                let args = machine.positional("op.f", arguments, 1, 1)?;
                super::arguments::text(machine, "the argument of op.f", args.first())?;
                return machine.construct("alembic.op.f".into(), Kind::Data, Arguments { args, kwargs: Vec::new() });
            }
            "inline_literal" => {
                return machine.construct("alembic.op.inline_literal".into(), Kind::Expression, arguments);
            }
            name if NO_DIRECTIVES.contains(&name) || name.starts_with('_') => {
                return machine.fail(format!("`op.{name}()`"));
            }
            _ => {}
        }
        if !self.running {
            return machine.fail(format!("`op.{name}()` outside a function"));
        }
        match name {
            "get_context" if !batch => {
                machine.positional("op.get_context", arguments, 0, 0)?;
                return Ok(Object::Handle(Handle { kind: CONTEXT, id: 0 }));
            }
            "batch_alter_table" if !batch => {
                let directive = record(machine, name, &arguments)?;
                self.batches.push(Some(directive));
                return Ok(Object::Handle(Handle { kind: BATCH, id: self.batches.len() - 1 }));
            }
            "get_context" | "batch_alter_table" => return machine.fail(format!("`.{name}()` in a batch block")),
            _ => {}
        }
        machine.effects += 1;
        if name == "create_table" && !batch {
            let table = machine.construct("sqlalchemy.Table".into(), Kind::Table, arguments)?;
            let Object::Construct(construct) = &table else { return Ok(table) };
            let args = machine.values(&construct.args)?;
            let kwargs = machine.keywords(&construct.kwargs)?;
            let directive = Directive { name: name.to_owned(), args, kwargs, location: construct.location.clone() };
            self.events.push(Event::Directive { directive, in_batch: false });
            return Ok(table);
        }
        let directive = record(machine, name, &arguments)?;
        self.events.push(Event::Directive { directive, in_batch: batch });
        Ok(if RETURN_NONE.contains(&name) { Object::None } else { Object::Opaque("what a directive returned") })
    }
}

fn record(machine: &mut Machine<'_>, name: &str, arguments: &Arguments) -> Outcome<Directive> {
    let location = machine.script.location(machine.site);
    machine.hand_over(arguments)?;
    let args = machine.values(&arguments.args)?;
    let kwargs = machine.keywords(&arguments.kwargs)?;
    Ok(Directive { name: name.to_owned(), args, kwargs, location })
}

impl Host for ScriptHost {
    fn import(&mut self, module: &str, name: Option<&str>) -> Import {
        if module != "alembic" && !module.starts_with("alembic.") {
            return imports::library(module, name);
        }
        // Other parts of alembic have names as well, so that using one is noticed; none of them is understood.
        Import::Value(Object::Name(match name {
            Some(name) => format!("{module}.{name}").into(),
            None => module.into(),
        }))
    }

    fn resolve(&mut self, machine: &mut Machine<'_>, parent: &str, attribute: &str, called: bool) -> Outcome<Object> {
        match parent {
            "alembic" if matches!(attribute, "op" | "context") => {
                Ok(Object::Name(format!("alembic.{attribute}").into()))
            }
            "alembic.op" if called => {
                let mut name = String::with_capacity(11 + attribute.len());
                name.push_str("alembic.op.");
                name.push_str(attribute);
                Ok(Object::Name(name.into()))
            }
            _ => resolve_library(machine, parent, attribute),
        }
    }

    fn call(&mut self, machine: &mut Machine<'_>, name: &Rc<str>, arguments: Arguments) -> Outcome<Object> {
        match name.strip_prefix("alembic.op.") {
            Some(directive) => self.directive(machine, directive, arguments, false),
            None => self.tables.call_library(machine, name, arguments),
        }
    }

    fn method(
        &mut self,
        machine: &mut Machine<'_>,
        handle: Handle,
        method: &str,
        arguments: Arguments,
    ) -> Outcome<Object> {
        match (handle.kind, method) {
            (BATCH_OP, _) if self.open.last() == Some(&handle.id) => self.directive(machine, method, arguments, true),
            (BATCH_OP, _) => machine.fail("the object of a batch block outside its block"),
            (CONTEXT, "autocommit_block") => {
                machine.positional(method, arguments, 0, 0)?;
                Ok(Object::Handle(Handle { kind: AUTOCOMMIT, id: 0 }))
            }
            _ => machine.fail(format!("`.{method}()` of {}", handle.kind)),
        }
    }

    fn enter(&mut self, machine: &mut Machine<'_>, handle: Handle) -> Outcome<Object> {
        machine.effects += 1;
        match handle.kind {
            BATCH => {
                let Some(directive) = self.batches.get_mut(handle.id).and_then(Option::take) else {
                    return machine.fail("a batch block that is entered twice");
                };
                self.events.push(Event::BeginBatch(directive));
                self.open.push(handle.id);
                Ok(Object::Handle(Handle { kind: BATCH_OP, id: handle.id }))
            }
            AUTOCOMMIT => {
                self.events.push(Event::BeginAutocommit(machine.script.location(machine.site)));
                Ok(Object::None)
            }
            kind => machine.fail(format!("`with` {kind}")),
        }
    }

    fn exit(&mut self, machine: &mut Machine<'_>, handle: Handle) -> Outcome<()> {
        machine.effects += 1;
        match handle.kind {
            BATCH => {
                self.open.pop();
                self.events.push(Event::EndBatch);
            }
            _ => self.events.push(Event::EndAutocommit),
        }
        Ok(())
    }
}

/// `parent.attribute` of SQLAlchemy and of the standard library.
pub(super) fn resolve_library(machine: &Machine<'_>, parent: &str, attribute: &str) -> Outcome<Object> {
    match names::resolve(parent, attribute) {
        Some(Known::Module(path) | Known::Callable(path, _)) => Ok(Object::Name(path)),
        None => match data::resolve(parent, attribute) {
            Some(object) => Ok(object),
            None => machine.fail(format!("`{parent}.{attribute}`")),
        },
    }
}

/// The tables that a `MetaData` holds: asking for one again gives the first, not what is written.
#[derive(Default)]
pub(super) struct Tables(Vec<(*const (), Rc<str>)>);

impl Tables {
    /// Calls a name of SQLAlchemy or the standard library.
    pub fn call_library(&mut self, machine: &mut Machine<'_>, name: &Rc<str>, arguments: Arguments) -> Outcome<Object> {
        let Some(kind) = names::kind(name) else {
            return machine.data(name, arguments);
        };
        if kind == Kind::Table {
            let (Some(Object::Str(table)), Some(Object::Construct(metadata))) =
                (arguments.args.first(), arguments.args.get(1))
            else {
                return machine.fail("a `Table` without name and `MetaData`");
            };
            if metadata.kind != Kind::MetaData {
                return machine.fail("a `Table` without `MetaData`");
            }
            if arguments.kwargs.iter().any(|(key, _)| key.starts_with("autoload") || key.ends_with("existing")) {
                return machine.fail("a `Table` that is reflected");
            }
            let schema = arguments.kwargs.iter().find(|(key, _)| &**key == "schema").map(|(_, schema)| schema);
            let entry = match schema {
                Some(Object::Str(schema)) => (Rc::as_ptr(metadata).cast(), format!("{schema}.{table}").into()),
                _ => (Rc::as_ptr(metadata).cast(), Rc::clone(table)),
            };
            if self.0.contains(&entry) {
                return machine.fail("a `Table` that its `MetaData` has already");
            }
            self.0.push(entry);
        }
        if kind == Kind::MetaData && arguments.kwargs.iter().any(|(key, _)| &**key == "bind") {
            return machine.fail("a `MetaData` with a connection");
        }
        machine.construct(Rc::clone(name), kind, arguments)
    }
}
