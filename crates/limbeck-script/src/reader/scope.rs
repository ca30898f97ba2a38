//! Names and what they are bound to.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use ruff_python_ast::visitor::{self, Visitor};
use ruff_python_ast::{ExceptHandler, Expr, ExprContext, Parameters, Pattern, Stmt};

use super::object::Object;

/// An index into the evaluator's scopes; the module's is 0.
pub(super) type ScopeId = usize;

/// What a name is bound to.
#[derive(Debug, Clone)]
pub(super) enum Binding {
    Value(Object),
    /// The statement that binds it was not understood: using the name gives up.
    Poison(Rc<Poison>),
}

/// Why a name cannot be used.
#[derive(Debug)]
pub(super) struct Poison {
    pub origin: Origin,
    pub reason: String,
}

/// Where a poisoned name comes from, which decides whether calling it could have effects that matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Origin {
    /// The standard library or SQLAlchemy: calls for a value are harmless.
    Library,
    /// Project code, a third package, or a statement that was not understood.
    Unknown,
}

/// One level of names.
#[derive(Debug)]
pub(super) struct Scope<'a> {
    pub names: BTreeMap<&'a str, Binding>,
    /// `None` for the module.
    pub local: Option<(Rc<Locals<'a>>, ScopeId)>,
    /// A function was defined here and may look here later.
    pub captured: bool,
}

/// The names that a function binds anywhere in its body: they are local in all of it, as Python's compiler decides.
#[derive(Debug, Default)]
pub(super) struct Locals<'a> {
    pub names: BTreeSet<&'a str>,
    /// Something in the body changes what the function is (`global`, `yield`, `:=`), wherever it stands.
    pub strange: Option<&'static str>,
}

impl<'a> Locals<'a> {
    pub fn of(parameters: &'a Parameters, body: &'a [Stmt]) -> Self {
        let mut locals = Locals::default();
        locals.names.extend(parameters.iter().map(|parameter| parameter.name().as_str()));
        locals.visit_body(body);
        locals
    }

    /// The targets of a comprehension.
    pub fn of_targets(targets: impl Iterator<Item = &'a Expr>) -> Self {
        let mut locals = Locals::default();
        for target in targets {
            locals.visit_expr(target);
        }
        locals
    }

    /// What a statement of the module binds.
    pub fn of_statement(statement: &'a Stmt) -> Self {
        let mut locals = Locals::default();
        locals.visit_stmt(statement);
        locals
    }
}

impl<'a> Visitor<'a> for Locals<'a> {
    fn visit_stmt(&mut self, statement: &'a Stmt) {
        match statement {
            Stmt::FunctionDef(function) => {
                self.names.insert(function.name.as_str());
                // Decorators and defaults are evaluated here; the body is another scope.
                for decorator in &function.decorator_list {
                    self.visit_expr(&decorator.expression);
                }
                for parameter in function.parameters.iter_non_variadic_params() {
                    if let Some(default) = parameter.default() {
                        self.visit_expr(default);
                    }
                }
            }
            Stmt::ClassDef(class) => {
                self.names.insert(class.name.as_str());
            }
            Stmt::Import(import) => {
                for alias in &import.names {
                    let name = alias.asname.as_ref().unwrap_or(&alias.name).as_str();
                    self.names.insert(name.split('.').next().unwrap_or(name));
                }
            }
            Stmt::ImportFrom(import) => {
                for alias in &import.names {
                    self.names.insert(alias.asname.as_ref().unwrap_or(&alias.name).as_str());
                }
            }
            Stmt::Global(_) | Stmt::Nonlocal(_) => self.strange = Some("`global` or `nonlocal`"),
            Stmt::AnnAssign(assign) => {
                // The annotation of a local name is not evaluated.
                self.visit_expr(&assign.target);
                if let Some(value) = &assign.value {
                    self.visit_expr(value);
                }
            }
            other => visitor::walk_stmt(self, other),
        }
    }

    fn visit_expr(&mut self, expression: &'a Expr) {
        match expression {
            Expr::Name(name) => {
                if matches!(name.ctx, ExprContext::Store | ExprContext::Del) {
                    self.names.insert(name.id.as_str());
                }
            }
            Expr::Named(_) => self.strange = Some("`:=`"),
            Expr::Yield(_) | Expr::YieldFrom(_) | Expr::Await(_) => self.strange = Some("`yield` or `await`"),
            Expr::Lambda(_) => {}
            Expr::ListComp(_) | Expr::SetComp(_) | Expr::DictComp(_) | Expr::Generator(_) => {
                // Targets belong to the comprehension, but what is strange inside is strange here as well.
                let mut inner = Locals::default();
                visitor::walk_expr(&mut inner, expression);
                self.strange = self.strange.or(inner.strange);
            }
            other => visitor::walk_expr(self, other),
        }
    }

    fn visit_except_handler(&mut self, handler: &'a ExceptHandler) {
        let ExceptHandler::ExceptHandler(inner) = handler;
        self.names.extend(inner.name.as_ref().map(|name| name.as_str()));
        visitor::walk_except_handler(self, handler);
    }

    fn visit_pattern(&mut self, pattern: &'a Pattern) {
        match pattern {
            Pattern::MatchAs(capture) => self.names.extend(capture.name.as_ref().map(|name| name.as_str())),
            Pattern::MatchStar(capture) => self.names.extend(capture.name.as_ref().map(|name| name.as_str())),
            Pattern::MatchMapping(mapping) => self.names.extend(mapping.rest.as_ref().map(|name| name.as_str())),
            _ => {}
        }
        visitor::walk_pattern(self, pattern);
    }
}
