//! The header of a version script, read off the syntax tree: docstring, `revision`, `down_revision`, `branch_labels`, `depends_on`.
//!
//! Only what is plainly data is understood. A name that anything else might bind or change is *dynamic*: it takes running the file.

use std::path::Path;
use std::sync::Arc;

use limbeck_core::source::{Location, SourceError};
use ruff_python_ast::visitor::{Visitor, walk_except_handler, walk_expr, walk_pattern, walk_stmt};
use ruff_python_ast::{ExceptHandler, Expr, ExprContext, Operator, Pattern, Stmt};

use super::Script;
use super::parse::{node_location, parse_script};
use crate::config::is_python_space;

/// Where the values of a header stand; `None` when the file does not set it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HeaderLocations {
    /// `revision`
    pub revision: Option<Location>,
    /// `down_revision`
    pub down_revision: Option<Location>,
    /// `branch_labels`
    pub branch_labels: Option<Location>,
    /// `depends_on`
    pub depends_on: Option<Location>,
}

/// A script whose header is not static data.
#[derive(Debug, Clone)]
pub struct DynamicScript {
    /// The file.
    pub path: Arc<Path>,
    /// Its text.
    pub source: Arc<str>,
    /// The first header name that is not static.
    pub name: &'static str,
    /// What makes it so.
    pub location: Location,
}

/// A header as running the file gave it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EvaluatedHeader {
    /// `revision`, `None` when not defined.
    pub revision: Option<String>,
    /// `down_revision` as a list, `None` when not defined.
    pub down_revision: Option<Vec<String>>,
    /// `branch_labels` as a list.
    pub branch_labels: Vec<String>,
    /// `depends_on` as a list.
    pub depends_on: Vec<String>,
    /// The module's docstring.
    pub doc: Option<String>,
}

impl DynamicScript {
    /// The error for callers that cannot run Python.
    pub fn not_static(&self) -> SourceError {
        SourceError::new(
            self.location.clone(),
            format!("'{}' is not plain data here, so the file would have to be run", self.name),
        )
        .help("write the revision's header as constants")
    }

    /// Makes the script from what running the file gave. Errors are those of a static header.
    pub fn finish(self, header: EvaluatedHeader) -> Result<Script, SourceError> {
        let at = |defined| if defined { Some(self.location.clone()) } else { None };
        let locations = HeaderLocations {
            revision: at(header.revision.is_some()),
            down_revision: at(header.down_revision.is_some()),
            ..HeaderLocations::default()
        };
        finish(self.path, self.source, header, locations)
    }
}

/// What reading a file gave.
pub(crate) enum Read {
    Static(Box<Script>),
    Dynamic(DynamicScript),
}

const NAMES: [&str; 5] = ["__doc__", "revision", "down_revision", "branch_labels", "depends_on"];

/// Reads the header of a file. To be called on a deep stack.
pub(crate) fn read_header(path: Arc<Path>, source: Arc<str>) -> Result<Read, SourceError> {
    let file = Location { path: path.clone(), line: 0, column: 0 };
    let parsed = parse_script(&file, &source)?;
    let mut module = Module { file: &file, source: &source, names: Vec::new() };
    for (index, statement) in parsed.suite().iter().enumerate() {
        match statement {
            Stmt::Expr(expr) if index == 0 && matches!(*expr.value, Expr::StringLiteral(_)) => {
                let value = module.evaluate(&expr.value);
                module.bind("__doc__", value, statement);
            }
            _ => module.statement(statement),
        }
    }
    if source.contains("global ") {
        module.globals(parsed.suite());
    }
    module.finish(path.clone(), source.clone())
}

/// A value that is plain data.
#[derive(Debug, Clone, PartialEq)]
enum Static {
    None,
    Str(String),
    /// A tuple, list or set; whether it can be changed in place.
    Items(Vec<Static>, bool),
    /// A constant of a type that no header has.
    Other(&'static str),
    Dynamic,
}

struct Binding<'a> {
    name: &'a str,
    value: Static,
    location: Location,
}

struct Module<'a> {
    file: &'a Location,
    source: &'a str,
    names: Vec<Binding<'a>>,
}

impl<'a> Module<'a> {
    fn bind(&mut self, name: &'a str, value: Static, at: &Stmt) {
        let location = node_location(self.file, self.source, at);
        match self.names.iter_mut().find(|binding| binding.name == name) {
            Some(binding) => (binding.value, binding.location) = (value, location),
            None => self.names.push(Binding { name, value, location }),
        }
    }

    fn get(&self, name: &str) -> Option<&Binding<'a>> {
        self.names.iter().find(|binding| binding.name == name)
    }

    fn statement(&mut self, statement: &'a Stmt) {
        match statement {
            Stmt::Assign(assign) => {
                let value = self.evaluate(&assign.value);
                // Two names for one list: what changes one changes the other.
                let aliased = assign.targets.len() > 1 && matches!(value, Static::Items(_, true));
                for target in &assign.targets {
                    self.assign(target, if aliased { Static::Dynamic } else { value.clone() }, statement);
                }
            }
            Stmt::AnnAssign(assign) => {
                if let Some(value) = &assign.value {
                    let value = self.evaluate(value);
                    self.assign(&assign.target, value, statement);
                }
            }
            Stmt::ImportFrom(import) if import.names.iter().any(|alias| alias.name.as_str() == "*") => {
                let module = import.module.as_ref().map_or("", |module| module.as_str());
                let package = module.split('.').next().unwrap_or_default();
                // These are known not to export any of the names.
                if import.level > 0 || !["alembic", "sqlalchemy", "typing", "datetime"].contains(&package) {
                    for name in NAMES {
                        self.bind(name, Static::Dynamic, statement);
                    }
                }
            }
            Stmt::Import(_) | Stmt::ImportFrom(_) | Stmt::FunctionDef(_) | Stmt::ClassDef(_) | Stmt::Pass(_) => {
                self.bind_stored(statement);
            }
            Stmt::Expr(expr) => {
                // `depends_on.append(...)`
                if let Expr::Call(call) = &*expr.value
                    && let Expr::Attribute(method) = &*call.func
                    && let Expr::Name(name) = &*method.value
                    && self.get(name.id.as_str()).is_some()
                {
                    self.bind(name.id.as_str(), Static::Dynamic, statement);
                }
                self.bind_stored(statement);
            }
            _ => self.bind_stored(statement),
        }
    }

    fn assign(&mut self, target: &'a Expr, value: Static, at: &'a Stmt) {
        match (target, value) {
            (Expr::Name(name), value) => self.bind(name.id.as_str(), value, at),
            (Expr::Tuple(targets), Static::Items(items, false))
                if targets.elts.len() == items.len() && !targets.elts.iter().any(|t| matches!(t, Expr::Starred(_))) =>
            {
                for (target, item) in targets.elts.iter().zip(items) {
                    self.assign(target, item, at);
                }
            }
            // `globals()["revision"] = ...`
            (Expr::Subscript(subscript), _) if matches!(&*subscript.value, Expr::Call(_)) => {
                for name in NAMES {
                    self.bind(name, Static::Dynamic, at);
                }
            }
            (Expr::Subscript(subscript), _) => {
                if let Expr::Name(name) = &*subscript.value
                    && self.get(name.id.as_str()).is_some()
                {
                    self.bind(name.id.as_str(), Static::Dynamic, at);
                }
            }
            _ => self.bind_stored(at),
        }
    }

    /// Makes every name dynamic that the statement may bind in the module.
    fn bind_stored(&mut self, statement: &'a Stmt) {
        let mut stored = Stored::default();
        stored.visit_stmt(statement);
        for name in stored.names {
            self.bind(name, Static::Dynamic, statement);
        }
        // A list that is handed to something may be changed by it.
        for name in stored.loads {
            if matches!(self.get(name), Some(Binding { value: Static::Items(_, true), .. })) {
                self.bind(name, Static::Dynamic, statement);
            }
        }
    }

    /// Makes header names dynamic that a function declares `global`.
    fn globals(&mut self, body: &'a [Stmt]) {
        let mut globals = Globals::default();
        for statement in body {
            globals.visit_stmt(statement);
        }
        for (name, statement) in globals.names {
            if self.get(name).is_some() || NAMES.contains(&name) {
                self.bind(name, Static::Dynamic, statement);
            }
        }
    }

    fn evaluate(&mut self, expr: &'a Expr) -> Static {
        match expr {
            Expr::NoneLiteral(_) => Static::None,
            Expr::StringLiteral(text) => Static::Str(text.value.to_str().to_owned()),
            Expr::Tuple(tuple) => self.items(&tuple.elts, false),
            Expr::List(list) => self.items(&list.elts, true),
            Expr::Set(set) => self.items(&set.elts, true),
            Expr::BinOp(sum) if sum.op == Operator::Add => {
                match (self.evaluate(&sum.left), self.evaluate(&sum.right)) {
                    (Static::Str(left), Static::Str(right)) => Static::Str(left + &right),
                    (Static::Items(mut left, false), Static::Items(right, false)) => {
                        left.extend(right);
                        Static::Items(left, false)
                    }
                    _ => Static::Dynamic,
                }
            }
            Expr::Name(name) => match self.names.iter_mut().find(|binding| binding.name == name.id.as_str()) {
                Some(binding) => {
                    if matches!(binding.value, Static::Items(_, true)) {
                        binding.value = Static::Dynamic;
                    }
                    binding.value.clone()
                }
                None => Static::Dynamic,
            },
            Expr::BytesLiteral(_) => Static::Other("bytes"),
            Expr::BooleanLiteral(_) => Static::Other("bool"),
            Expr::NumberLiteral(_) => Static::Other("number"),
            Expr::EllipsisLiteral(_) => Static::Other("ellipsis"),
            Expr::Dict(_) => Static::Other("dict"),
            _ => Static::Dynamic,
        }
    }

    fn items(&mut self, items: &'a [Expr], mutable: bool) -> Static {
        let items: Vec<Static> = items.iter().map(|item| self.evaluate(item)).collect();
        if items.contains(&Static::Dynamic) { Static::Dynamic } else { Static::Items(items, mutable) }
    }

    fn finish(self, path: Arc<Path>, source: Arc<str>) -> Result<Read, SourceError> {
        if let Some(name) =
            NAMES.into_iter().find(|name| matches!(self.get(name), Some(b) if b.value == Static::Dynamic))
        {
            let location = self.get(name).map_or_else(|| self.file.clone(), |binding| binding.location.clone());
            return Ok(Read::Dynamic(DynamicScript { path, source, name, location }));
        }
        let at = |name| self.get(name).map(|binding| binding.location.clone());
        let locations = HeaderLocations {
            revision: at("revision"),
            down_revision: at("down_revision"),
            branch_labels: at("branch_labels"),
            depends_on: at("depends_on"),
        };
        let header = EvaluatedHeader {
            revision: match self.get("revision") {
                None => None,
                Some(Binding { value: Static::Str(revision), .. }) => Some(revision.clone()),
                Some(binding) => return Err(wrong_type(binding, "a string")),
            },
            down_revision: self.get("down_revision").map(list).transpose()?,
            branch_labels: self.get("branch_labels").map(list).transpose()?.unwrap_or_default(),
            depends_on: self.get("depends_on").map(list).transpose()?.unwrap_or_default(),
            doc: match self.get("__doc__") {
                Some(Binding { value: Static::Str(doc), .. }) => Some(doc.clone()),
                _ => None,
            },
        };
        finish(path, source, header, locations).map(|script| Read::Static(Box::new(script)))
    }
}

fn wrong_type(binding: &Binding, expected: &str) -> SourceError {
    let kind = match &binding.value {
        Static::None => "None",
        Static::Str(_) => "a string",
        Static::Items(_, _) => "a list whose items are not all strings",
        Static::Other(kind) => kind,
        Static::Dynamic => "computed",
    };
    SourceError::new(binding.location.clone(), format!("'{}' is {kind}; it must be {expected}", binding.name))
}

/// None, a string or some strings.
fn list(binding: &Binding) -> Result<Vec<String>, SourceError> {
    match &binding.value {
        Static::None => Ok(Vec::new()),
        Static::Str(item) => Ok(vec![item.clone()]),
        // What Alembic makes of `(None,)`.
        Static::Items(items, _) if items == &[Static::None] => Ok(Vec::new()),
        Static::Items(items, _) => items
            .iter()
            .map(|item| match item {
                Static::Str(item) => Ok(item.clone()),
                _ => Err(wrong_type(binding, "None, a string or a list of strings")),
            })
            .collect(),
        _ => Err(wrong_type(binding, "None, a string or a list of strings")),
    }
}

/// What both ways of reading a header end in: defaults and checks.
fn finish(
    path: Arc<Path>,
    source: Arc<str>,
    header: EvaluatedHeader,
    locations: HeaderLocations,
) -> Result<Script, SourceError> {
    let file = Location { path: path.clone(), line: 0, column: 0 };
    let filename = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let at = |location: &Option<Location>| location.clone().unwrap_or_else(|| file.clone());
    let Some(revision) = header.revision.or_else(|| legacy_revision(&filename)) else {
        let message = format!(
            "Could not determine revision id from filename {filename}. Be sure the 'revision' variable is declared inside the \
             script (please see 'Upgrading from Alembic 0.1 to 0.2' in the documentation)."
        );
        return Err(SourceError::new(file, message).help("a file that is no version script belongs in another folder"));
    };
    check_id(&revision).map_err(|message| SourceError::new(at(&locations.revision), message))?;
    let Some(down_revisions) = header.down_revision else {
        return Err(SourceError::new(file, "'down_revision' is missing")
            .help("write `down_revision = None` in the first revision"));
    };
    for (name, ids, location) in [
        ("down_revision", &down_revisions, &locations.down_revision),
        ("depends_on", &header.depends_on, &locations.depends_on),
        ("branch_labels", &header.branch_labels, &locations.branch_labels),
    ] {
        if ids.iter().any(String::is_empty) {
            return Err(
                SourceError::new(at(location), format!("'{name}' has an empty string")).help("write None for none")
            );
        }
    }
    let longdoc = header.doc.as_deref().unwrap_or_default().trim_matches(is_python_space).to_owned();
    let doc = longdoc.split("\n\n").next().unwrap_or_default().to_owned();
    Ok(Script {
        revision,
        down_revisions,
        depends_on: header.depends_on,
        branch_labels: header.branch_labels,
        doc,
        longdoc,
        path,
        source,
        locations,
    })
}

/// The id that a file named `<hex>.py` of Alembic 0.1 supplies.
fn legacy_revision(filename: &str) -> Option<String> {
    let stem = filename.strip_suffix(".py")?;
    let is_hex = !stem.is_empty() && stem.bytes().all(|b| matches!(b, b'a'..=b'f' | b'0'..=b'9'));
    is_hex.then(|| stem.to_owned())
}

/// Alembic's rule for revision ids: none of the characters that have a meaning in revision arguments.
pub(crate) fn check_id(revision: &str) -> Result<(), String> {
    if revision.is_empty() {
        return Err("the revision identifier is empty".to_owned());
    }
    let found: Vec<&str> = ["+", "-", ":", "@"].into_iter().filter(|c| revision.contains(c)).collect();
    if found.is_empty() {
        return Ok(());
    }
    Err(format!("Character(s) '{}' not allowed in revision identifier '{revision}'", found.join(", ")))
}

/// Collects the names that a statement binds in its own scope.
#[derive(Default)]
struct Stored<'a> {
    names: Vec<&'a str>,
    /// The names it reads, functions and classes apart.
    loads: Vec<&'a str>,
}

impl<'a> Visitor<'a> for Stored<'a> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::FunctionDef(function) => self.names.push(function.name.as_str()),
            Stmt::ClassDef(class) => self.names.push(class.name.as_str()),
            Stmt::Import(import) => self.names.extend(import.names.iter().map(|alias| match &alias.asname {
                Some(name) => name.as_str(),
                None => alias.name.as_str().split('.').next().unwrap_or_default(),
            })),
            Stmt::ImportFrom(import) => self
                .names
                .extend(import.names.iter().map(|alias| alias.asname.as_ref().unwrap_or(&alias.name).as_str())),
            _ => walk_stmt(self, stmt),
        }
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        if let Expr::Name(name) = expr {
            let found = if name.ctx == ExprContext::Load { &mut self.loads } else { &mut self.names };
            found.push(name.id.as_str());
        }
        if !matches!(expr, Expr::Lambda(_)) {
            walk_expr(self, expr);
        }
    }

    fn visit_except_handler(&mut self, handler: &'a ExceptHandler) {
        let ExceptHandler::ExceptHandler(inner) = handler;
        self.names.extend(inner.name.as_ref().map(|name| name.as_str()));
        walk_except_handler(self, handler);
    }

    fn visit_pattern(&mut self, pattern: &'a Pattern) {
        let name = match pattern {
            Pattern::MatchAs(inner) => inner.name.as_ref(),
            Pattern::MatchStar(inner) => inner.name.as_ref(),
            Pattern::MatchMapping(inner) => inner.rest.as_ref(),
            _ => None,
        };
        self.names.extend(name.map(|name| name.as_str()));
        walk_pattern(self, pattern);
    }
}

/// Collects the names of `global` statements, wherever they are.
#[derive(Default)]
struct Globals<'a> {
    names: Vec<(&'a str, &'a Stmt)>,
}

impl<'a> Visitor<'a> for Globals<'a> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        if let Stmt::Global(global) = stmt {
            self.names.extend(global.names.iter().map(|name| (name.as_str(), stmt)));
        }
        walk_stmt(self, stmt);
    }
}
