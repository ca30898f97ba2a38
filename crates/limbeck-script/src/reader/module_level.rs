//! The statements of a version script's module.
//!
//! The rule: statements are evaluated in order. One that is not understood poisons the names it binds, and using such a name
//! gives up, *provided the statement can do nothing else that matters*. Otherwise everything in the script is given up.
//!
//! What may fail and only poison:
//! * imports, unless the import itself registers something, or is `import *`;
//! * functions and classes (their bodies do not run, or bind only the class's own names), unless a decorator, a base or a
//!   default could register something;
//! * an assignment to names whose value is harmless (see [`Harmless`]): it calls nothing but the standard library, SQLAlchemy
//!   and pure builtins, and does not touch `alembic`;
//! * `if` and `try` made of such statements: what either branch binds is poisoned.
//!
//! A module that would fail to load for such a statement (a missing environment variable) is read all the same when the
//! function does not need it: what is not needed does not fail a run.
//!
//! Everything else that is not understood (a call as a statement, assigning to an attribute or item, `del`, loops, `with`) is
//! there for its effect, and gives the script up.

use std::rc::Rc;

use super::evaluate::{Evaluator, Flow};
use super::host::Host;
use super::object::Object;
use super::scope::{Binding, Locals, Origin, Poison};
use super::{GaveUp, Outcome, builtins};
use ruff_python_ast::visitor::{self, Visitor};
use ruff_python_ast::{CmpOp, Expr, Stmt, StmtClassDef, StmtFunctionDef, StmtIf};

impl<'a, H: Host> Evaluator<'a, H> {
    /// Evaluates the module's own statements.
    pub fn module(&mut self, statements: &'a [Stmt]) -> Outcome<()> {
        for statement in statements {
            self.module_statement(statement)?;
        }
        Ok(())
    }

    fn module_statement(&mut self, statement: &'a Stmt) -> Outcome<()> {
        match statement {
            Stmt::If(conditional) if is_main_guard(conditional) => {
                for clause in &conditional.elif_else_clauses {
                    if clause.test.is_some() {
                        return self.machine.fail("`if __name__` with `elif`");
                    }
                    self.module(&clause.body)?;
                }
                return Ok(());
            }
            Stmt::If(conditional) => {
                let effects = self.machine.effects;
                let test = self.eval(&conditional.test).and_then(|value| self.machine.truth(&value));
                return match test {
                    Ok(true) => self.module(&conditional.body),
                    Ok(false) if conditional.elif_else_clauses.is_empty() => Ok(()),
                    Ok(false) if conditional.elif_else_clauses.iter().all(|clause| clause.test.is_none()) => {
                        self.module(&conditional.elif_else_clauses[0].body)
                    }
                    _ => self.after_failure(statement, effects, self.machine.error("this `if`")),
                };
            }
            _ => {}
        }
        let effects = self.machine.effects;
        match self.statement(statement) {
            Ok(Flow::Next) => Ok(()),
            Ok(_) => self.machine.fail("`break`, `continue` or `return` in a module"),
            Err(error) => self.after_failure(statement, effects, error),
        }
    }

    /// Poisons what the statement binds, or passes the failure on.
    fn after_failure(&mut self, statement: &'a Stmt, effects: u64, error: GaveUp) -> Outcome<()> {
        // Half of a statement has been done, or the budget is spent.
        if self.machine.effects != effects || self.current != 0 || !self.machine.restart() {
            return Err(error);
        }
        if !self.only_binds(statement) {
            return Err(error);
        }
        let names = Locals::of_statement(statement);
        if names.strange.is_some() {
            return Err(error);
        }
        let poison =
            Rc::new(Poison { origin: Origin::Unknown, reason: format!("{} ({})", error.reason, error.location) });
        for name in names.names {
            // An import inside a `try` keeps its own reason.
            self.poison(name, &poison);
        }
        Ok(())
    }

    /// Whether a statement that was not understood does nothing but bind names.
    fn only_binds(&mut self, statement: &'a Stmt) -> bool {
        match statement {
            Stmt::Pass(_) | Stmt::TypeAlias(_) => true,
            // Imports give up for a reason: a listener, or `*`.
            Stmt::Import(_) | Stmt::ImportFrom(_) => false,
            Stmt::FunctionDef(function) => self.harmless_function(function),
            Stmt::ClassDef(class) => self.harmless_class(class),
            Stmt::Assign(assign) => assign.targets.iter().all(binds_names) && self.harmless(&assign.value),
            Stmt::AnnAssign(assign) => {
                assign.target.is_name_expr() && assign.value.as_ref().is_none_or(|value| self.harmless(value))
            }
            Stmt::Expr(expression) => expression.value.is_literal_expr(),
            Stmt::If(conditional) => {
                self.harmless(&conditional.test)
                    && self.all_bind(&conditional.body)
                    && conditional.elif_else_clauses.iter().all(|clause| {
                        clause.test.as_ref().is_none_or(|test| self.harmless(test)) && self.all_bind(&clause.body)
                    })
            }
            Stmt::Try(statement) => {
                self.all_bind(&statement.body)
                    && self.all_bind(&statement.orelse)
                    && self.all_bind(&statement.finalbody)
                    && statement
                        .handlers
                        .iter()
                        .all(|handler| handler.as_except_handler().is_some_and(|handler| self.all_bind(&handler.body)))
            }
            _ => false,
        }
    }

    /// The same for the statements of a branch, of which nobody knows whether they run. Imports are tried.
    fn all_bind(&mut self, statements: &'a [Stmt]) -> bool {
        statements.iter().all(|statement| match statement {
            Stmt::Import(import) => self.import(import).is_ok(),
            Stmt::ImportFrom(import) => self.import_from(import).is_ok(),
            other => self.only_binds(other),
        })
    }

    fn harmless_function(&mut self, function: &'a StmtFunctionDef) -> bool {
        function.decorator_list.iter().all(|decorator| harmless_decorator(&decorator.expression))
            && function
                .parameters
                .iter_non_variadic_params()
                .all(|parameter| parameter.default().is_none_or(|default| self.harmless(default)))
    }

    fn harmless_class(&mut self, class: &'a StmtClassDef) -> bool {
        let arguments = class.arguments.as_deref();
        class.decorator_list.iter().all(|decorator| harmless_decorator(&decorator.expression))
            && arguments.is_none_or(|arguments| {
                arguments.keywords.is_empty() && arguments.args.iter().all(|base| self.harmless_base(base))
            })
            && class.body.iter().all(|statement| match statement {
                Stmt::FunctionDef(function) => self.harmless_function(function),
                Stmt::ClassDef(class) => self.harmless_class(class),
                Stmt::Import(_) | Stmt::ImportFrom(_) => false,
                other => self.only_binds_in_class(other),
            })
    }

    fn only_binds_in_class(&mut self, statement: &'a Stmt) -> bool {
        match statement {
            // Docstrings and `...`
            Stmt::Expr(expression) => expression.value.is_literal_expr(),
            other => self.only_binds(other),
        }
    }

    /// A base class that registers its subclasses changes what other names mean.
    fn harmless_base(&mut self, base: &'a Expr) -> bool {
        let leaf = match base {
            Expr::Name(name) => name.id.as_str(),
            Expr::Attribute(attribute) => attribute.attr.as_str(),
            Expr::Subscript(_) | Expr::Call(_) => "",
            _ => return false,
        };
        !matches!(leaf, "GenericFunction" | "ReturnTypeFromArgs" | "MigrateOperation" | "DefaultImpl")
            && self.harmless(base)
    }

    /// Whether evaluating the expression can have no effect that matters.
    fn harmless(&self, expression: &'a Expr) -> bool {
        let mut visitor = Harmless { evaluator: self, is: true };
        visitor.visit_expr(expression);
        visitor.is
    }

    /// The binding of a module's name.
    fn binding(&self, name: &str) -> Option<&Binding> {
        self.scopes[0].names.get(name)
    }
}

/// Walks what an expression evaluates.
struct Harmless<'e, 'a, H> {
    evaluator: &'e Evaluator<'a, H>,
    is: bool,
}

/// Builtins that reach out, or change things by name.
const REACHING: [&str; 12] = [
    "exec",
    "eval",
    "open",
    "compile",
    "__import__",
    "setattr",
    "delattr",
    "globals",
    "locals",
    "vars",
    "input",
    "print",
];

/// Methods that change their receiver or register their argument.
const CHANGING: [&str; 16] = [
    "add",
    "append",
    "clear",
    "discard",
    "extend",
    "insert",
    "listen",
    "listens_for",
    "pop",
    "popitem",
    "register",
    "remove",
    "reverse",
    "setdefault",
    "sort",
    "update",
];

impl<'a, H: Host> Visitor<'a> for Harmless<'_, 'a, H> {
    fn visit_expr(&mut self, expression: &'a Expr) {
        match expression {
            Expr::Named(_) | Expr::Await(_) | Expr::Yield(_) | Expr::YieldFrom(_) => self.is = false,
            // Its body does not run now.
            Expr::Lambda(_) => return,
            Expr::Name(name) => {
                // A function of the script may be called by whatever it is handed to.
                let reaches = match self.evaluator.binding(&name.id) {
                    Some(Binding::Value(Object::Name(path))) => path.starts_with("alembic"),
                    Some(Binding::Value(Object::Function(_))) => true,
                    _ => false,
                };
                if reaches || REACHING.contains(&name.id.as_str()) {
                    self.is = false;
                }
            }
            Expr::Call(call) => self.is = self.is && self.may_call(&call.func),
            Expr::Attribute(attribute) if attribute.attr.as_str() == "event" => self.is = false,
            _ => {}
        }
        if self.is {
            visitor::walk_expr(self, expression);
        }
    }
}

impl<'a, H: Host> Harmless<'_, 'a, H> {
    /// Whether calling it is harmless: SQLAlchemy, the standard library, pure builtins, methods of literals.
    fn may_call(&self, function: &'a Expr) -> bool {
        if let Expr::Attribute(attribute) = function
            && matches!(attribute.attr.as_str(), "getLogger" | "get_logger")
        {
            return true;
        }
        let mut root = function;
        loop {
            root = match root {
                Expr::Attribute(attribute) => {
                    if CHANGING.contains(&attribute.attr.as_str()) {
                        return false;
                    }
                    &attribute.value
                }
                Expr::Call(call) => &call.func,
                Expr::Subscript(subscript) => &subscript.value,
                _ => break,
            };
        }
        match root {
            Expr::Name(name) => match self.evaluator.binding(&name.id) {
                Some(Binding::Value(Object::Name(path))) => !path.starts_with("alembic"),
                Some(Binding::Value(Object::Function(_) | Object::Handle(_) | Object::Opaque(_))) => false,
                Some(Binding::Value(_)) => true,
                Some(Binding::Poison(poison)) => poison.origin == Origin::Library,
                // These call what they are handed.
                None if matches!(name.id.as_str(), "map" | "max" | "min" | "sorted") => false,
                None => {
                    builtins::find(&name.id).is_some() || matches!(name.id.as_str(), "getattr" | "hasattr" | "object")
                }
            },
            other => other.is_literal_expr() || other.is_f_string_expr(),
        }
    }
}

/// Decorators that change nothing but the function or class they stand on.
fn harmless_decorator(decorator: &Expr) -> bool {
    let leaf = match decorator {
        Expr::Call(call) => return harmless_decorator(&call.func),
        Expr::Name(name) => name.id.as_str(),
        Expr::Attribute(attribute) => attribute.attr.as_str(),
        _ => return false,
    };
    matches!(
        leaf,
        "property"
            | "staticmethod"
            | "classmethod"
            | "contextmanager"
            | "dataclass"
            | "unique"
            | "total_ordering"
            | "cache"
            | "lru_cache"
            | "cached_property"
            | "wraps"
            | "override"
            | "final"
            | "abstractmethod"
            | "declared_attr"
            | "hybrid_property"
    )
}

fn binds_names(target: &Expr) -> bool {
    match target {
        Expr::Name(_) => true,
        Expr::Tuple(tuple) => tuple.elts.iter().all(binds_names),
        Expr::List(list) => list.elts.iter().all(binds_names),
        Expr::Starred(starred) => binds_names(&starred.value),
        _ => false,
    }
}

/// `if __name__ == "__main__":`, which is never so for a script that Alembic loads.
fn is_main_guard(statement: &StmtIf) -> bool {
    let Expr::Compare(comparison) = &*statement.test else { return false };
    let name = |expression: &Expr| matches!(expression, Expr::Name(name) if name.id.as_str() == "__name__");
    let main =
        |expression: &Expr| matches!(expression, Expr::StringLiteral(literal) if literal.value.to_str() == "__main__");
    match (&*comparison.ops, &*comparison.comparators) {
        ([CmpOp::Eq], [right]) => (name(&comparison.left) && main(right)) || (main(&comparison.left) && name(right)),
        _ => false,
    }
}
