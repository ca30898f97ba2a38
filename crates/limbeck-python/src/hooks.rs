//! env.py's say in a new revision: `process_revision_directives` and `render_item`.
//!
//! The steps of the revision go to Python as operations and come back. One that comes back as it went is the step that it was; one that
//! was changed is read anew.

use std::rc::{Rc, Weak};

use limbeck_core::operation::ColumnDefault;
use limbeck_core::schema::{Constraint, TableName};
use limbeck_core::source::{Location, SourceError};
use limbeck_runtime::{Body, Compared, RenderItems, RevisionCallback, RevisionDirective, RunError};
use limbeck_script::directive::Value;
use limbeck_script::rendering::{Answer, Block, Item, RenderItem, Step, statements};
use limbeck_script::trees::{Trees, read_step, type_tree};
use rustpython_vm::builtins::{PyStr, PyTuple};
use rustpython_vm::{AsObject, PyObjectRef, PyResult, VirtualMachine};

use crate::error::{imported, raise};
use crate::interpreter::Python;
use crate::models::token_maker;
use crate::session::Session;
use crate::value::{from_value, to_value};

/// What hooks depend on.
#[derive(Clone)]
pub(crate) struct HookRules {
    pub python: Python,
    /// Weak: the session's own environment holds the hooks.
    pub session: Weak<Session>,
    /// `target_metadata`
    pub metadata: PyObjectRef,
    /// env.py
    pub place: Location,
}

/// Whether env.py has registered `"renderers"` or `"comparators"`.
fn has(kind: &str, session: &Session) -> bool {
    session.registered.borrow().iter().any(|registered| registered == kind)
}

/// A step that went to Python as an operation.
pub(crate) struct Crossed {
    step: Step,
    /// How the operation went
    before: Value,
}

/// The function of env.py, if any, and what registered comparators find and renderers write.
pub(crate) fn process_revision(function: Option<PyObjectRef>, rules: HookRules) -> RevisionCallback {
    Rc::new(move |revisions, database, heads| {
        let Some(session) = rules.session.upgrade() else { return Ok(()) };
        // Asked now: what configure() came before may be registered since.
        if function.is_none() && !has("renderers", &session) && !has("comparators", &session) {
            return Ok(());
        }
        let databases = session.environment.compared.borrow().clone();
        let crossing = Crossing { rules: &rules, session: &session, databases: &databases, database };
        rules.python.clone().enter(|vm| {
            let _entered = session.enter();
            crossing.run(function.as_ref(), revisions, heads, vm)
        })
    })
}

/// One call of the function.
struct Crossing<'c> {
    rules: &'c HookRules,
    session: &'c Rc<Session>,
    databases: &'c [Compared],
    /// Which of them is the last that was compared.
    database: usize,
}

impl Crossing<'_> {
    fn fault(&self, message: impl Into<String>) -> SourceError {
        SourceError::new(self.rules.place.clone(), message)
    }

    fn compared(&self, database: usize) -> Result<&Compared, SourceError> {
        self.databases.get(database).ok_or_else(|| self.fault("operations of a database that was not compared"))
    }

    fn run(
        &self,
        function: Option<&PyObjectRef>,
        revisions: &mut Vec<RevisionDirective>,
        heads: &[String],
        vm: &VirtualMachine,
    ) -> PyResult<()> {
        let Some(last) = revisions.last() else { return Ok(()) };
        let refuse = |error: SourceError| raise(RunError::Source(error), vm);
        let shown = self.session.crossed_databases.replace(self.database + 1);
        let is_new = |body: &&Body| body.database >= shown;
        let mut made = Vec::new();
        let mut bodies = Vec::new();
        for (up, down) in last.upgrades.iter().filter(is_new).zip(last.downgrades.iter().filter(is_new)) {
            made.extend(up.blocks.iter().chain(&down.blocks).flat_map(|block| block.steps.clone()));
            bodies.push(self.body_info(up, down).map_err(refuse)?);
        }
        let begin = imported("alembic._revision", "begin", vm)?;
        let (info, bodies) = (from_value(&fields_info(last), vm), from_value(&Value::List(bodies), vm));
        let operations = begin.call((info, bodies, self.rules.metadata.clone()), vm)?;
        let operations: Vec<PyObjectRef> = vm.extract_elements_with(&operations, Ok)?;
        for (step, operation) in made.into_iter().zip(&operations) {
            let before = to_value(operation, &self.rules.place, vm)?;
            self.session.crossed.borrow_mut().push(Crossed { step, before });
        }
        let heads = vm.ctx.new_tuple(heads.iter().map(|head| vm.ctx.new_str(head.as_str()).into()).collect());
        let run = imported("alembic._revision", "run", vm)?;
        let compares = self.session.environment.task.compares() && has("comparators", self.session);
        let function = function.cloned().unwrap_or_else(|| vm.ctx.none());
        let answer = run.call((function, heads, compares), vm)?;
        let parts: Vec<PyObjectRef> = vm.extract_elements_with(&answer, Ok)?;
        *revisions = parts.iter().map(|part| self.revision(part, vm)).collect::<PyResult<_>>()?;
        Ok(())
    }

    fn body_info(&self, up: &Body, down: &Body) -> Result<Value, SourceError> {
        let trees = Trees::new(self.compared(up.database)?.dialect.as_ref());
        let blocks = |blocks: &[Block]| {
            let shown = blocks.iter().map(|block| {
                let table = block.table.as_ref();
                let steps = block.steps.iter().map(|step| trees.step(step)).collect();
                Value::Tuple(vec![
                    table.map_or(Value::None, |table| Value::str(&table.name)),
                    table.and_then(|table| table.schema.as_ref()).map_or(Value::None, Value::str),
                    Value::List(steps),
                ])
            });
            Value::List(shown.collect())
        };
        Ok(Value::Tuple(vec![
            Value::Int(up.database as i128),
            Value::str(&up.token),
            blocks(&up.blocks),
            Value::str(&down.token),
            blocks(&down.blocks),
        ]))
    }

    /// `(fields, upgrades, downgrades)`
    fn revision(&self, object: &PyObjectRef, vm: &VirtualMachine) -> PyResult<RevisionDirective> {
        let parts: Vec<PyObjectRef> = vm.extract_elements_with(object, Ok)?;
        let [fields, upgrades, downgrades] = parts.as_slice() else {
            return Err(vm.new_type_error("a revision is (fields, upgrades, downgrades)"));
        };
        let bodies = |object: &PyObjectRef| -> PyResult<Vec<Body>> {
            let all: Vec<PyObjectRef> = vm.extract_elements_with(object, Ok)?;
            all.iter().map(|body| self.body(body, vm)).collect()
        };
        let (upgrades, downgrades) = (bodies(upgrades)?, bodies(downgrades)?);
        Ok(RevisionDirective { upgrades, downgrades, ..self.fields(fields, vm)? })
    }

    fn fields(&self, fields: &PyObjectRef, vm: &VirtualMachine) -> PyResult<RevisionDirective> {
        let read = |name: &'static str| to_value(&*fields.get_item(name, vm)?, &self.rules.place, vm);
        let text = |name| Ok(read(name)?.as_str().map(str::to_owned));
        let texts = |name| -> PyResult<Vec<String>> {
            Ok(read(name)?.as_items().unwrap_or_default().iter().filter_map(Value::as_str).map(str::to_owned).collect())
        };
        let id = match read("rev_id")? {
            Value::Str(id) => id,
            other => {
                let error = self.fault(format!("the rev_id of a revision must be a str, not {}", other.type_name()));
                return Err(raise(RunError::Source(error), vm));
            }
        };
        Ok(RevisionDirective {
            id,
            message: text("message")?,
            imports: texts("imports")?,
            head: text("head")?.unwrap_or_default(),
            splice: read("splice")? == Value::Bool(true),
            branch_labels: texts("branch_label")?,
            version_path: text("version_path")?,
            depends_on: texts("depends_on")?,
            ..RevisionDirective::default()
        })
    }

    /// `(token, database, blocks)`; without a database, it is of the one that was compared last
    fn body(&self, object: &PyObjectRef, vm: &VirtualMachine) -> PyResult<Body> {
        let parts: Vec<PyObjectRef> = vm.extract_elements_with(object, Ok)?;
        let [token, database, blocks] = parts.as_slice() else {
            return Err(vm.new_type_error("a body is (token, database, blocks)"));
        };
        let database = if vm.is_none(database) { self.database } else { database.try_to_value(vm)? };
        let compared = self.compared(database).map_err(|error| raise(RunError::Source(error), vm))?;
        let returned = Returned { crossing: self, compared };
        Ok(Body { token: text_of(token).unwrap_or_default(), blocks: returned.blocks(blocks, vm)?, database })
    }
}

fn text_of(object: &PyObjectRef) -> Option<String> {
    object.downcast_ref::<PyStr>().and_then(|text| text.to_str().map(str::to_owned))
}

/// What a revision is to be, before env.py has its say.
fn fields_info(revision: &RevisionDirective) -> Value {
    let text = |value: &Option<String>| value.as_ref().map_or(Value::None, Value::str);
    let texts = |items: &[String]| match items {
        [] => Value::None,
        [one] => Value::str(one),
        several => Value::List(several.iter().map(Value::str).collect()),
    };
    let entries = [
        ("rev_id", Value::str(&revision.id)),
        ("message", text(&revision.message)),
        ("imports", Value::List(revision.imports.iter().map(Value::str).collect())),
        ("head", Value::str(&revision.head)),
        ("splice", Value::Bool(revision.splice)),
        ("branch_label", texts(&revision.branch_labels)),
        ("version_path", text(&revision.version_path)),
        ("depends_on", texts(&revision.depends_on)),
    ];
    Value::Dict(entries.into_iter().map(|(name, value)| (Value::str(name), value)).collect())
}

/// What comes back of one database.
struct Returned<'r> {
    crossing: &'r Crossing<'r>,
    compared: &'r Compared,
}

impl Returned<'_> {
    /// `(table, schema, [(step, operation)...])` each
    fn blocks(&self, object: &PyObjectRef, vm: &VirtualMachine) -> PyResult<Vec<Block>> {
        let wrong = || vm.new_type_error("a block is (table, schema, steps)");
        let all: Vec<PyObjectRef> = vm.extract_elements_with(object, Ok)?;
        let block = |object: &PyObjectRef| {
            let tuple = object.downcast_ref::<PyTuple>().ok_or_else(wrong)?;
            let [table, schema, steps] = tuple.as_slice() else { return Err(wrong()) };
            let steps: Vec<PyObjectRef> = vm.extract_elements_with(steps, Ok)?;
            Ok(Block {
                table: text_of(table).map(|name| TableName { schema: text_of(schema), name }),
                steps: steps.iter().map(|pair| self.step(pair, vm)).collect::<PyResult<_>>()?,
            })
        };
        all.iter().map(block).collect()
    }

    fn step(&self, pair: &PyObjectRef, vm: &VirtualMachine) -> PyResult<Step> {
        let wrong = || vm.new_type_error("a step is (number, operation)");
        let tuple = pair.downcast_ref::<PyTuple>().ok_or_else(wrong)?;
        let [number, operation] = tuple.as_slice() else { return Err(wrong()) };
        let number: isize = number.try_to_value(vm)?;
        let value = to_value(operation, &self.crossing.rules.place, vm)?;
        let refuse = |error: SourceError| raise(RunError::Source(error), vm);
        let crossed = self.crossing.session.crossed.borrow();
        if let Some(known) = usize::try_from(number).ok().and_then(|at| crossed.get(at)) {
            if known.before == value {
                return Ok(known.step.clone());
            }
            self.require_whole(&known.step, &known.before).map_err(refuse)?;
        }
        self.read(&value).map_err(refuse)
    }

    fn read(&self, value: &Value) -> Result<Step, SourceError> {
        read_step(value, self.compared.dialect.name()).map_err(|error| {
            let what =
                format!("an operation that process_revision_directives left cannot be written: {}", error.message);
            let located = self.crossing.fault(what);
            match error.help {
                Some(help) => located.help(help),
                None => located,
            }
        })
    }

    /// Refuses a change of an operation that would lose something on its way through Python: what is not shown there would be gone.
    fn require_whole(&self, step: &Step, before: &Value) -> Result<(), SourceError> {
        let code = |step: Step| {
            let step = Step { exists: None, ..step };
            let block = Block { table: None, steps: vec![step] };
            statements(&[block], self.compared.dialect.as_ref(), &self.compared.rendering, None)
        };
        let again = self.read(before);
        match (code(step.clone()), again.map(code)) {
            (Ok(one), Ok(Ok(other))) if one == other => Ok(()),
            (Ok(one), _) => Err(self
                .crossing
                .fault(format!(
                    "process_revision_directives changes an operation that limbeck cannot carry over whole: {}",
                    one.join("\n")
                ))
                .help("make that change by hand in the script")),
            (Err(error), _) => Err(self.crossing.fault(error.to_string())),
        }
    }
}

/// The lines of one operation, for a renderer of the project's own that wants them.
pub(crate) fn render_step(operation: &PyObjectRef, in_batch: bool, vm: &VirtualMachine) -> PyResult<Vec<String>> {
    let session = Session::current(vm)?;
    let migration = session.environment.configured().map_err(|error| raise(error, vm))?;
    let place = Location::file(session.environment.history.directory().env_py());
    let value = to_value(operation, &place, vm)?;
    let step = read_step(&value, migration.dialect().name()).map_err(|error| raise(RunError::Source(error), vm))?;
    let mut options = migration.options().rendering.clone();
    options.as_batch = false;
    if in_batch {
        options.alembic_prefix = "batch_op.".into();
    }
    let block = Block { table: None, steps: vec![step] };
    statements(&[block], migration.dialect().as_ref(), &options, None)
        .map_err(|error| raise(RunError::Source(SourceError::new(place, error.to_string())), vm))
}

/// `(items, indexes)` of a declared table: trees of its columns and constraints, and `(columns, name)` of its indexes, with the names that the
/// convention of its MetaData gives them.
pub(crate) fn settled_names(declaration: &PyObjectRef, metadata: PyObjectRef, vm: &VirtualMachine) -> PyResult {
    let session = Session::current(vm)?;
    let migration = session.environment.configured().map_err(|error| raise(error, vm))?;
    let place = Location::file(session.environment.history.directory().env_py());
    let value = to_value(declaration, &place, vm)?;
    let maker = token_maker(&session, metadata);
    let dialect = migration.dialect().as_ref();
    let table = limbeck_script::binder::bind_table(&value, dialect.name(), Some(&maker), &place)
        .map_err(|error| raise(RunError::Source(error), vm))?;
    let index = |index: &limbeck_core::schema::Index| {
        let columns = index.elements.iter().filter_map(|element| match &element.expression {
            limbeck_core::expression::Expression::Column { name, .. } => Some(Value::str(name)),
            _ => None,
        });
        let name = index.name.as_ref().map_or(Value::None, |name| Value::str(&name.text));
        Value::Tuple(vec![Value::List(columns.collect()), name])
    };
    let items = Value::List(Trees::new(dialect).items(&table));
    let indexes = Value::List(table.indexes.iter().map(index).collect());
    Ok(from_value(&Value::Tuple(vec![items, indexes]), vm))
}

/// The code of a type, likewise.
pub(crate) fn render_type(object: &PyObjectRef, vm: &VirtualMachine) -> PyResult<String> {
    let session = Session::current(vm)?;
    let migration = session.environment.configured().map_err(|error| raise(error, vm))?;
    let place = Location::file(session.environment.history.directory().env_py());
    let keep = imported("sqlalchemy._trees", "keep", vm)?;
    keep.call((true,), vm)?;
    let value = to_value(object, &place, vm);
    keep.call((false,), vm)?;
    let fail = |error: SourceError| raise(RunError::Source(error), vm);
    let sql_type = limbeck_script::binder::bind_type(&value?, &place).map_err(fail)?;
    let options = &migration.options().rendering;
    limbeck_script::rendering::type_code(&sql_type, migration.dialect().as_ref(), options)
        .map_err(|error| fail(SourceError::new(place, error.to_string())))
}

/// `render_item` of env.py.
pub(crate) struct ItemFunction {
    function: PyObjectRef,
    rules: HookRules,
}

impl ItemFunction {
    pub fn new(function: PyObjectRef, rules: HookRules) -> Self {
        ItemFunction { function, rules }
    }

    fn ask(&self, item: Item<'_>) -> Result<Answer, RunError> {
        let Some(session) = self.rules.session.upgrade() else { return Ok(Answer::Usual) };
        let migration = session.environment.configured()?;
        let trees = Trees::new(migration.dialect().as_ref());
        let Some((kind, value)) = shown(trees, item) else { return Ok(Answer::Usual) };
        self.rules.python.enter(|vm| {
            let _entered = session.enter();
            let hook = imported("alembic._revision", "render_item", vm)?;
            let answer = hook.call((self.function.clone(), kind, from_value(&value, vm)), vm)?;
            if vm.is_none(&answer) {
                return Ok(Answer::Omit);
            }
            match answer.downcast_ref::<PyStr>() {
                Some(text) => Ok(Answer::Code(text.to_str().unwrap_or_default().to_owned())),
                None if answer.clone().is(&vm.ctx.false_value) => Ok(Answer::Usual),
                None => answer.str(vm).map(|text| Answer::Code(text.to_str().unwrap_or_default().to_owned())),
            }
        })
    }
}

/// A thing by the name that Alembic gives its kind, as a tree.
fn shown(trees: Trees<'_>, item: Item<'_>) -> Option<(&'static str, Value)> {
    let of_table = |table: &TableName, tree: Value| Value::Tuple(vec![Value::str(&table.name), tree]);
    Some(match item {
        Item::Type(sql_type) => ("type", type_tree(sql_type)),
        Item::Column(table, column) => ("column", of_table(table, trees.column(column))),
        Item::ServerDefault(default) => ("server_default", trees.default(default.unwrap_or(&ColumnDefault::None))),
        Item::Constraint(table, constraint) => {
            let kind = match constraint {
                Constraint::PrimaryKey(_) => "primary_key",
                Constraint::ForeignKey(_) => "foreign_key",
                Constraint::Unique(_) => "unique",
                Constraint::Check(_) => "check",
                Constraint::Exclude(_) => "exclude",
            };
            (kind, of_table(table, trees.constraint(constraint)?))
        }
    })
}

impl RenderItem for ItemFunction {
    fn render(&self, item: Item<'_>) -> Result<Answer, Box<dyn std::error::Error>> {
        self.ask(item).map_err(Into::into)
    }
}

impl RenderItems for ItemFunction {
    fn imports(&self) -> Vec<String> {
        let Some(session) = self.rules.session.upgrade() else { return Vec::new() };
        let lines = self.rules.python.enter(|vm| {
            let _entered = session.enter();
            let lines = imported("alembic._revision", "item_imports", vm)?.call((), vm)?;
            to_value(&lines, &self.rules.place, vm)
        });
        let lines = lines.unwrap_or(Value::None);
        lines.as_items().unwrap_or_default().iter().filter_map(Value::as_str).map(str::to_owned).collect()
    }
}
