//! Statements.

use std::rc::Rc;

use ruff_python_ast::{Stmt, StmtFor, StmtFunctionDef, StmtIf, StmtImport, StmtImportFrom, StmtTry, WithItem};
use ruff_text_size::Ranged;

use super::Evaluator;
use crate::reader::Outcome;
use crate::reader::host::{Host, Import};
use crate::reader::object::{Function, Object};
use crate::reader::scope::Poison;

/// How a statement ends.
pub(in crate::reader) enum Flow {
    Next,
    Return(Object),
    Break,
    Continue,
}

impl<'a, H: Host> Evaluator<'a, H> {
    /// Executes statements in order.
    pub fn block(&mut self, statements: &'a [Stmt]) -> Outcome<Flow> {
        for statement in statements {
            match self.statement(statement)? {
                Flow::Next => {}
                other => return Ok(other),
            }
        }
        Ok(Flow::Next)
    }

    /// Executes a statement.
    pub fn statement(&mut self, statement: &'a Stmt) -> Outcome<Flow> {
        self.machine.step()?;
        self.machine.site = statement.start();
        self.machine.descend()?;
        let flow = self.execute(statement);
        self.machine.ascend();
        flow
    }

    fn execute(&mut self, statement: &'a Stmt) -> Outcome<Flow> {
        match statement {
            Stmt::Expr(expression) => {
                self.eval(&expression.value)?;
            }
            Stmt::Assign(assign) => {
                let value = self.eval(&assign.value)?;
                for target in &assign.targets {
                    self.assign(target, value.clone())?;
                }
            }
            Stmt::AnnAssign(assign) => {
                if let Some(value) = &assign.value {
                    let value = self.eval(value)?;
                    self.assign(&assign.target, value)?;
                } else if !assign.target.is_name_expr() {
                    return self.machine.fail("an annotation of what is no name");
                }
            }
            Stmt::AugAssign(assign) => self.augment(assign)?,
            Stmt::For(statement) => return self.for_loop(statement),
            Stmt::If(statement) => return self.if_else(statement),
            Stmt::With(statement) if !statement.is_async => return self.with(&statement.items, &statement.body),
            Stmt::FunctionDef(definition) => {
                let function = self.define(definition)?;
                self.bind(definition.name.as_str(), function);
            }
            Stmt::Return(statement) if self.current != 0 => {
                return Ok(Flow::Return(match &statement.value {
                    Some(value) => self.eval(value)?,
                    None => Object::None,
                }));
            }
            Stmt::Pass(_) => {}
            Stmt::Break(_) => return Ok(Flow::Break),
            Stmt::Continue(_) => return Ok(Flow::Continue),
            Stmt::Import(import) => self.import(import)?,
            Stmt::ImportFrom(import) => self.import_from(import)?,
            Stmt::Try(statement) => return self.try_finally(statement),
            other => {
                return self.machine.fail(match other {
                    Stmt::While(_) => "`while`",
                    Stmt::ClassDef(_) => "a class",
                    Stmt::Raise(_) => "`raise`",
                    Stmt::Assert(_) => "`assert`",
                    Stmt::Delete(_) => "`del`",
                    Stmt::Global(_) | Stmt::Nonlocal(_) => "`global` or `nonlocal`",
                    Stmt::Match(_) => "`match`",
                    Stmt::With(_) => "`async with`",
                    _ => "this statement",
                });
            }
        }
        Ok(Flow::Next)
    }

    fn for_loop(&mut self, statement: &'a StmtFor) -> Outcome<Flow> {
        if statement.is_async {
            return self.machine.fail("`async for`");
        }
        let source = self.eval(&statement.iter)?;
        self.machine.site = statement.iter.start();
        let (items, guards) = self.machine.iterate(&source)?;
        for item in items {
            self.machine.turn()?;
            self.machine.unchanged(&guards)?;
            self.assign(&statement.target, item)?;
            match self.block(&statement.body)? {
                Flow::Next | Flow::Continue => {}
                Flow::Break => return Ok(Flow::Next),
                flow @ Flow::Return(_) => return Ok(flow),
            }
        }
        // A list that grew in the last turn would have had more turns.
        self.machine.site = statement.iter.start();
        self.machine.unchanged(&guards)?;
        self.block(&statement.orelse)
    }

    fn if_else(&mut self, statement: &'a StmtIf) -> Outcome<Flow> {
        let test = self.eval(&statement.test)?;
        self.machine.site = statement.test.start();
        if self.machine.truth(&test)? {
            return self.block(&statement.body);
        }
        for clause in &statement.elif_else_clauses {
            let taken = match &clause.test {
                Some(test) => {
                    let value = self.eval(test)?;
                    self.machine.site = test.start();
                    self.machine.truth(&value)?
                }
                None => true,
            };
            if taken {
                return self.block(&clause.body);
            }
        }
        Ok(Flow::Next)
    }

    fn with(&mut self, items: &'a [WithItem], body: &'a [Stmt]) -> Outcome<Flow> {
        let Some((item, rest)) = items.split_first() else {
            return self.block(body);
        };
        let context = self.eval(&item.context_expr)?;
        self.machine.site = item.context_expr.start();
        let Object::Handle(handle) = context else {
            return self.machine.fail(format!("`with` {}", context.type_name()));
        };
        let entered = self.host.enter(&mut self.machine, handle)?;
        if let Some(target) = &item.optional_vars {
            self.assign(target, entered)?;
        }
        self.machine.descend()?;
        let flow = self.with(rest, body)?;
        self.machine.ascend();
        self.machine.site = item.context_expr.start();
        self.host.exit(&mut self.machine, handle)?;
        Ok(flow)
    }

    fn try_finally(&mut self, statement: &'a StmtTry) -> Outcome<Flow> {
        if !self.host.reads_finally() || !statement.handlers.is_empty() || !statement.orelse.is_empty() {
            return self.machine.fail("`try`");
        }
        let flow = self.block(&statement.body)?;
        match self.block(&statement.finalbody)? {
            Flow::Next => Ok(flow),
            _ => self.machine.fail("leaving a `finally` block"),
        }
    }

    /// Makes a function object; defaults are evaluated now, annotations never.
    pub fn define(&mut self, definition: &'a StmtFunctionDef) -> Outcome<Object> {
        if definition.is_async {
            return self.machine.fail("an asynchronous function");
        }
        if !definition.decorator_list.is_empty() {
            return self.machine.fail("a decorator");
        }
        let mut defaults = Vec::new();
        for parameter in definition.parameters.iter_non_variadic_params() {
            if let Some(default) = &parameter.default {
                defaults.push(self.eval(default)?);
            }
        }
        // Functions defined inside look into every scope around them.
        let mut scope = self.current;
        while let Some((_, parent)) = &self.scopes[scope].local {
            let parent = *parent;
            self.scopes[scope].captured = true;
            scope = parent;
        }
        self.machine.charge(256)?;
        self.machine.functions.push(Function { definition, defaults, locals: None, parent: self.current });
        Ok(Object::Function(self.machine.functions.len() - 1))
    }

    /// `import a.b as c, d`
    pub fn import(&mut self, import: &'a StmtImport) -> Outcome<()> {
        for alias in &import.names {
            let module = alias.name.as_str();
            let root = module.split('.').next().unwrap_or(module);
            let whole = self.host.import(module, None);
            let import = match (&alias.asname, whole) {
                // Without `as`, the root is bound, and the submodule is imported all the same.
                (None, Import::Value(_) | Import::Poison(..)) if root != module => self.host.import(root, None),
                (_, import) => import,
            };
            let name = alias.asname.as_ref().map_or(root, |name| name.as_str());
            self.machine.site = alias.start();
            self.bind_import(name, import)?;
        }
        Ok(())
    }

    /// `from a import b as c`
    pub fn import_from(&mut self, import: &'a StmtImportFrom) -> Outcome<()> {
        // A relative import keeps its dots, so that no host takes it for a package it knows.
        let module = import.module.as_ref().map_or("", |module| module.as_str());
        let module = ".".repeat(import.level as usize) + module;
        for alias in &import.names {
            self.machine.site = alias.start();
            if alias.name.as_str() == "*" {
                return self.machine.fail("`import *`");
            }
            let import = self.host.import(&module, Some(alias.name.as_str()));
            self.bind_import(alias.asname.as_ref().unwrap_or(&alias.name).as_str(), import)?;
        }
        Ok(())
    }

    fn bind_import(&mut self, name: &'a str, import: Import) -> Outcome<()> {
        match import {
            Import::Value(value) => self.bind(name, value),
            Import::Poison(origin, reason) => self.poison(name, &Rc::new(Poison { origin, reason })),
            Import::Refuse(reason) => return self.machine.fail(reason),
        }
        Ok(())
    }
}
