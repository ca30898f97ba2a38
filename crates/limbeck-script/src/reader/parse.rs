//! A version script or env.py as text and syntax tree.

use std::path::Path;
use std::sync::Arc;

use limbeck_core::source::{Location, SourceError};
use ruff_python_ast::Stmt;
use ruff_source_file::LineIndex;
use ruff_text_size::TextSize;

use super::nesting;

/// A parsed Python file that can say where things stand.
#[derive(Debug)]
pub struct ParsedScript {
    path: Arc<Path>,
    source: Arc<str>,
    body: Vec<Stmt>,
    lines: LineIndex,
}

impl ParsedScript {
    /// Parses `source`; `path` is the file as the user would name it.
    ///
    /// # Errors
    /// The first syntax error (Python 2 scripts end here), or nesting that no real script has.
    pub fn parse(path: Arc<Path>, source: Arc<str>) -> Result<Self, SourceError> {
        let lines = LineIndex::from_source_text(&source);
        let at = |offset: TextSize| place(&path, &source, &lines, offset);
        if u32::try_from(source.len()).is_err() {
            return Err(SourceError::new(Location::file(&*path), "the file is too large"));
        }
        if let Some(offset) = nesting::too_deep(&source) {
            return Err(SourceError::new(at(offset), "too many nested parentheses or operators"));
        }
        match ruff_python_parser::parse_module(&source) {
            Ok(parsed) => Ok(ParsedScript { path, source, body: parsed.into_suite(), lines }),
            Err(error) => {
                let message = format!("not valid Python: {}", error.error);
                let help = python2(&source, error.location.start())
                    .then_some("this looks like Python 2; rewrite the statement for Python 3");
                let error = SourceError::new(at(error.location.start()), message);
                Err(match help {
                    Some(help) => error.help(help),
                    None => error,
                })
            }
        }
    }

    /// The file as the user would name it.
    pub fn path(&self) -> &Arc<Path> {
        &self.path
    }

    /// The text.
    pub fn source(&self) -> &Arc<str> {
        &self.source
    }

    /// The statements of the module.
    pub fn body(&self) -> &[Stmt] {
        &self.body
    }

    /// The line and column of a byte offset.
    pub fn location(&self, offset: TextSize) -> Location {
        place(&self.path, &self.source, &self.lines, offset)
    }
}

fn place(path: &Arc<Path>, source: &str, lines: &LineIndex, offset: TextSize) -> Location {
    let at = lines.line_column(offset, source);
    let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    Location { path: path.clone(), line: number(at.line.get()), column: number(at.column.get()) }
}

/// Whether the line of a syntax error looks like Python 2.
fn python2(source: &str, offset: TextSize) -> bool {
    let offset = source.floor_char_boundary(offset.to_usize());
    let start = source[..offset].rfind('\n').map_or(0, |at| at + 1);
    let line = source[start..].lines().next().unwrap_or_default().trim_start();
    line.starts_with("print ") || line.starts_with("exec ") || (line.starts_with("except ") && line.contains(", "))
}
