//! Compiling the project's modules, and imports that a module is prepared to see fail.

use std::cell::RefCell;
use std::collections::HashMap;
use std::ops::RangeInclusive;

use ruff_python_ast::visitor::{Visitor, walk_stmt};
use ruff_python_ast::{ExceptHandler, Expr, Stmt, StmtTry};
use ruff_source_file::LineIndex;
use ruff_text_size::Ranged;
use rustpython_vm::compiler::Mode;
use rustpython_vm::{PyResult, VirtualMachine};

thread_local! {
    static SOURCES: RefCell<HashMap<String, Module>> = RefCell::default();
}

enum Module {
    Source(String),
    Guarded(Vec<RangeInclusive<u32>>),
}

/// Compiles a module of the project and remembers its text.
pub(crate) fn compile(source: &str, path: &str, vm: &VirtualMachine) -> PyResult {
    let code =
        vm.compile(source, Mode::Exec, path.to_owned()).map_err(|error| vm.new_syntax_error(&error, Some(source)))?;
    SOURCES.with_borrow_mut(|sources| sources.insert(path.to_owned(), Module::Source(source.to_owned())));
    Ok(code.into())
}

/// Whether the import on that line stands inside a `try` whose handlers catch a failing import.
pub(crate) fn is_guarded(path: &str, line: u32) -> bool {
    SOURCES.with_borrow_mut(|sources| {
        let Some(module) = sources.get_mut(path) else { return false };
        if let Module::Source(source) = module {
            *module = Module::Guarded(guarded_lines(source));
        }
        matches!(module, Module::Guarded(ranges) if ranges.iter().any(|range| range.contains(&line)))
    })
}

fn guarded_lines(source: &str) -> Vec<RangeInclusive<u32>> {
    let Ok(parsed) = ruff_python_parser::parse_module(source) else { return Vec::new() };
    let mut found = GuardedTries { index: LineIndex::from_source_text(source), ranges: Vec::new() };
    found.visit_body(&parsed.syntax().body);
    found.ranges
}

struct GuardedTries {
    index: LineIndex,
    ranges: Vec<RangeInclusive<u32>>,
}

impl GuardedTries {
    fn line(&self, offset: ruff_text_size::TextSize) -> u32 {
        u32::try_from(self.index.line_index(offset).get()).unwrap_or(u32::MAX)
    }
}

impl<'a> Visitor<'a> for GuardedTries {
    fn visit_stmt(&mut self, statement: &'a Stmt) {
        if let Stmt::Try(guarded) = statement
            && catches_imports(guarded)
            && let (Some(first), Some(last)) = (guarded.body.first(), guarded.body.last())
        {
            self.ranges.push(self.line(first.start())..=self.line(last.end()));
        }
        walk_stmt(self, statement);
    }
}

fn catches_imports(guarded: &StmtTry) -> bool {
    let names = |expr: &Expr| match expr {
        Expr::Name(name) => {
            matches!(name.id.as_str(), "ImportError" | "ModuleNotFoundError" | "Exception" | "BaseException")
        }
        _ => false,
    };
    guarded.handlers.iter().any(|ExceptHandler::ExceptHandler(handler)| match handler.type_.as_deref() {
        None => true,
        Some(Expr::Tuple(several)) => several.elts.iter().any(names),
        Some(one) => names(one),
    })
}

#[cfg(test)]
mod tests {
    use super::guarded_lines;

    #[test]
    fn only_a_try_that_catches_imports_guards_its_lines() {
        let source = "try:\n    import a\nexcept ImportError:\n    import b\ntry:\n    import c\nexcept KeyError:\n    pass\n\
                      def f():\n    try:\n        import d\n    except (OSError, ModuleNotFoundError):\n        pass\n";
        assert_eq!(guarded_lines(source), vec![2..=2, 11..=11]);
    }
}
