//! `[tool.alembic]` and `[tool.limbeck]` of pyproject.toml.

use std::ops::Range;
use std::path::Path;

use limbeck_core::source::{Location, SourceError};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::text::LineStarts;

/// The value of an option, whichever file it came from. An ini has only strings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OptionValue {
    /// A string
    Str(String),
    /// A list of strings
    List(Vec<String>),
    /// A table of strings, in the order written
    Table(Vec<(String, String)>),
    /// A list of tables of strings: `[[tool.alembic.post_write_hooks]]`
    Tables(Vec<Vec<(String, String)>>),
    /// A whole number
    Int(i64),
    /// A truth value
    Bool(bool),
}

/// A value before `%` formatting; each string knows its line.
#[derive(Debug, Clone)]
enum Raw {
    Str(String, u32),
    List(Vec<(String, u32)>),
    Table(Vec<(String, String, u32)>),
    Tables(Vec<Vec<(String, String, u32)>>),
    Int(i64),
    Bool(bool),
    /// TOML knows it, Alembic does not; an error only when somebody asks for it.
    Unsupported(&'static str),
}

/// The options of one table of `[tool]`.
#[derive(Debug, Clone)]
pub(super) struct Pyproject {
    file: Location,
    here: String,
    options: Vec<(String, u32, Raw)>,
}

impl Pyproject {
    pub(super) fn empty(path: impl AsRef<Path>) -> Self {
        Pyproject { file: Location::file(path), here: String::new(), options: Vec::new() }
    }

    /// Reads the tables of these names from the file's text; one that is not there is empty. `here` is the folder that holds the file.
    pub(super) fn parse<const N: usize>(
        path: &Path,
        here: &str,
        text: &str,
        names: [&str; N],
    ) -> Result<[Self; N], SourceError> {
        let lines = LineStarts::new(text);
        let file = Location::file(path);
        let root = DeTable::parse(text).map_err(|error| {
            let line = error.span().map_or(0, |span| lines.line(span.start));
            SourceError::new(file.at(line, 0), format!("not valid TOML: {}", error.message().replace('\n', ", ")))
        })?;
        let mut tables = names.map(|_| Pyproject { file: file.clone(), here: here.to_owned(), options: Vec::new() });
        for (name, read) in names.into_iter().zip(&mut tables) {
            let section = root.get_ref().get("tool").and_then(|tool| tool.get_ref().get(name));
            let Some(section) = section else { continue };
            let Some(table) = section.get_ref().as_table() else {
                let location = file.at(lines.line(section.span().start), 0);
                return Err(SourceError::new(location, "Incorrect TOML format")
                    .help(format!("tool.{name} must be a table: [tool.{name}]")));
            };
            for (key, value) in in_order(table) {
                let raw = raw(value, &lines);
                read.options.push((key.get_ref().to_string(), lines.line(key.span().start), raw));
            }
        }
        Ok(tables)
    }

    /// The folder that holds the file.
    pub(super) fn here(&self) -> &Path {
        Path::new(&self.here)
    }

    fn find(&self, name: &str) -> Option<&(String, u32, Raw)> {
        self.options.iter().find(|(key, _, _)| key == name)
    }

    /// Where the option stands; the file when it is not there.
    pub(super) fn location(&self, name: &str) -> Location {
        self.file.at(self.find(name).map_or(0, |(_, line, _)| *line), 0)
    }

    /// The option, its strings formatted with `%(here)s`.
    pub(super) fn get(&self, name: &str) -> Result<Option<OptionValue>, SourceError> {
        let Some((_, line, raw)) = self.find(name) else { return Ok(None) };
        let table = |items: &[(String, String, u32)]| {
            items
                .iter()
                .map(|(key, value, line)| Ok((key.clone(), self.format(name, value, *line)?)))
                .collect::<Result<Vec<_>, SourceError>>()
        };
        Ok(Some(match raw {
            Raw::Str(text, line) => OptionValue::Str(self.format(name, text, *line)?),
            Raw::List(items) => OptionValue::List(
                items.iter().map(|(text, line)| self.format(name, text, *line)).collect::<Result<_, _>>()?,
            ),
            Raw::Table(items) => OptionValue::Table(table(items)?),
            Raw::Tables(tables) => OptionValue::Tables(tables.iter().map(|t| table(t)).collect::<Result<_, _>>()?),
            Raw::Int(number) => OptionValue::Int(*number),
            Raw::Bool(flag) => OptionValue::Bool(*flag),
            Raw::Unsupported(kind) => {
                return Err(SourceError::new(
                    self.file.at(*line, 0),
                    format!("unsupported TOML value type for key: '{name}' ({kind})"),
                )
                .help("strings, whole numbers, booleans, lists of strings, tables of strings and lists of such tables are read"));
            }
        }))
    }

    /// Python's `text % {"here": ...}`, without the rest of printf.
    fn format(&self, name: &str, text: &str, line: u32) -> Result<String, SourceError> {
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(at) = rest.find('%') {
            out.push_str(&rest[..at]);
            rest = &rest[at..];
            if let Some(after) = rest.strip_prefix("%%") {
                out.push('%');
                rest = after;
            } else if let Some(after) = rest.strip_prefix("%(here)s") {
                out.push_str(&self.here);
                rest = after;
            } else {
                let message = format!("'{name}' has a percent sign that is neither %(here)s nor %%");
                return Err(SourceError::new(self.file.at(line, 0), message)
                    .help("write %% for a percent sign: %%(rev)s in file_template"));
            }
        }
        out.push_str(rest);
        Ok(out)
    }
}

type Pair<'a, 'i> = (&'a Spanned<toml::de::DeString<'i>>, &'a Spanned<DeValue<'i>>);

/// The table's items in the order of the file; the parser sorts them by name.
fn in_order<'a, 'i>(table: &'a DeTable<'i>) -> Vec<Pair<'a, 'i>> {
    let mut items: Vec<Pair> = table.iter().collect();
    items.sort_by_key(|(key, _)| key.span().start);
    items
}

fn raw(value: &Spanned<DeValue>, lines: &LineStarts) -> Raw {
    let line = |span: Range<usize>| lines.line(span.start);
    let table = |table: &DeTable| {
        in_order(table)
            .into_iter()
            .map(|(key, value)| {
                let text = value.get_ref().as_str()?.to_owned();
                Some((key.get_ref().to_string(), text, line(value.span())))
            })
            .collect::<Option<Vec<_>>>()
    };
    match value.get_ref() {
        DeValue::String(text) => Raw::Str(text.to_string(), line(value.span())),
        DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix())
            .map_or(Raw::Unsupported("number out of range"), Raw::Int),
        DeValue::Boolean(flag) => Raw::Bool(*flag),
        DeValue::Array(items) if items.iter().any(|item| item.get_ref().is_table()) => items
            .iter()
            .map(|item| item.get_ref().as_table().and_then(table))
            .collect::<Option<Vec<_>>>()
            .map_or(Raw::Unsupported("list of tables with values that are not strings"), Raw::Tables),
        DeValue::Array(items) => items
            .iter()
            .map(|item| Some((item.get_ref().as_str()?.to_owned(), line(item.span()))))
            .collect::<Option<Vec<_>>>()
            .map_or(Raw::Unsupported("list of values that are not strings"), Raw::List),
        DeValue::Table(items) => {
            table(items).map_or(Raw::Unsupported("table with values that are not strings"), Raw::Table)
        }
        other => Raw::Unsupported(other.type_str()),
    }
}
