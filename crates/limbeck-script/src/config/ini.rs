//! The ini format, by the rules of Python's `configparser.ConfigParser`.
//!
//! Keys are case-insensitive, `=` and `:` separate, `#` and `;` begin a comment line, an indented line continues the value above,
//! `[DEFAULT]` is seen from every section, and twice the same section or option is an error.

use std::path::Path;

use limbeck_core::source::{Location, SourceError};

/// What is wrong with an ini file; each kind is one exception class of Python's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IniErrorKind {
    /// `MissingSectionHeaderError`
    MissingSectionHeader,
    /// `DuplicateSectionError`
    DuplicateSection,
    /// `DuplicateOptionError`
    DuplicateOption,
    /// `ParsingError`
    Parsing,
    /// `InterpolationSyntaxError`
    InterpolationSyntax,
    /// `InterpolationMissingOptionError`
    InterpolationMissingOption,
    /// `InterpolationDepthError`
    InterpolationDepth,
}

/// A fault in an ini file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{error}")]
pub struct IniError {
    /// Which rule was broken.
    pub kind: IniErrorKind,
    /// Where and how.
    pub error: SourceError,
}

impl IniError {
    pub(super) fn new(kind: IniErrorKind, error: SourceError) -> Self {
        IniError { kind, error }
    }
}

impl From<IniError> for SourceError {
    fn from(error: IniError) -> Self {
        error.error
    }
}

/// One raw value.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    /// The text before interpolation.
    pub(super) value: String,
    /// The file's line of each line of the value; empty when a program set it.
    pub(super) lines: Vec<u32>,
    /// Not subject to interpolation: `here` is a path, not something the user wrote.
    pub(super) literal: bool,
}

impl Entry {
    /// The line of the file on which the value's byte `offset` stands, 0 when unknown.
    pub(super) fn line_at(&self, offset: usize) -> u32 {
        let nth = self.value.as_bytes()[..offset.min(self.value.len())].iter().filter(|b| **b == b'\n').count();
        self.lines.get(nth).or(self.lines.first()).copied().unwrap_or(0)
    }
}

/// The options of a section, in the order written. Keys are lower case.
#[derive(Debug, Clone, Default)]
pub(super) struct Section {
    pub(super) entries: Vec<(String, Entry)>,
}

impl Section {
    pub(super) fn get(&self, key: &str) -> Option<&Entry> {
        self.entries.iter().find(|(k, _)| k == key).map(|(_, entry)| entry)
    }

    pub(super) fn set(&mut self, key: &str, entry: Entry) {
        match self.entries.iter_mut().find(|(k, _)| k == key) {
            Some((_, old)) => *old = entry,
            None => self.entries.push((key.to_owned(), entry)),
        }
    }

    pub(super) fn remove(&mut self, key: &str) -> bool {
        let before = self.entries.len();
        self.entries.retain(|(k, _)| k != key);
        before != self.entries.len()
    }
}

/// A parsed ini file.
#[derive(Debug, Clone)]
pub struct Ini {
    pub(super) file: Location,
    pub(super) defaults: Section,
    pub(super) sections: Vec<(String, Section)>,
}

pub(super) const DEFAULT: &str = "DEFAULT";

impl Ini {
    /// No sections at all; `path` is what errors call it.
    pub fn empty(path: impl AsRef<Path>) -> Self {
        Ini { file: Location::file(path), defaults: Section::default(), sections: Vec::new() }
    }

    /// Gives every section `here`, as Alembic does. A percent sign in it stands for itself.
    pub fn set_here(&mut self, here: &str) {
        self.defaults.set("here", Entry { value: here.to_owned(), lines: Vec::new(), literal: true });
    }

    /// Parses `text` on top of what is there. Errors are those of Python's parser, at the first faulty line.
    pub fn parse(&mut self, text: &str) -> Result<(), IniError> {
        Parser::new(self).run(text)
    }

    /// The file's name in errors.
    pub fn location(&self) -> &Location {
        &self.file
    }

    /// The sections' names in the order written, without `DEFAULT`.
    pub fn section_names(&self) -> impl Iterator<Item = &str> {
        self.sections.iter().map(|(name, _)| name.as_str())
    }

    /// Whether `[name]` was written. `DEFAULT` is not a section.
    pub fn has_section(&self, name: &str) -> bool {
        self.section(name).is_some()
    }

    /// Whether `key` can be seen from `[section]`.
    pub fn has_option(&self, section: &str, key: &str) -> bool {
        self.entry(section, key).is_some()
    }

    /// Where the value of `key` stands; the file when it is not there.
    pub fn option_location(&self, section: &str, key: &str) -> Location {
        self.file.at(self.entry(section, key).map_or(0, |entry| entry.line_at(0)), 0)
    }

    /// Every option of `[section]` alone before interpolation; `DEFAULT` is one here. Nothing when there is no such section.
    pub fn raw_items(&self, section: &str) -> impl Iterator<Item = (&str, &str)> {
        let found = if section == DEFAULT { Some(&self.defaults) } else { self.section(section) };
        let entries = found.map(|section| section.entries.as_slice()).unwrap_or_default();
        entries.iter().map(|(key, entry)| (key.as_str(), entry.value.as_str()))
    }

    /// The value of `key` before interpolation.
    pub fn get_raw(&self, section: &str, key: &str) -> Option<&str> {
        self.entry(section, key).map(|entry| entry.value.as_str())
    }

    pub(super) fn section(&self, name: &str) -> Option<&Section> {
        self.sections.iter().find(|(n, _)| n == name).map(|(_, section)| section)
    }

    /// The section for writing, made when missing.
    pub(super) fn section_mut(&mut self, name: &str) -> &mut Section {
        if name == DEFAULT {
            return &mut self.defaults;
        }
        let index = match self.sections.iter().position(|(n, _)| n == name) {
            Some(index) => index,
            None => {
                self.sections.push((name.to_owned(), Section::default()));
                self.sections.len() - 1
            }
        };
        &mut self.sections[index].1
    }

    pub(super) fn entry(&self, section: &str, key: &str) -> Option<&Entry> {
        let key = key.to_lowercase();
        if section == DEFAULT {
            return self.defaults.get(&key);
        }
        self.section(section)?.get(&key).or_else(|| self.defaults.get(&key))
    }
}

/// Python's `str.isspace` for one character.
pub(crate) fn is_python_space(c: char) -> bool {
    c.is_whitespace() || ('\x1c'..='\x1f').contains(&c)
}

/// The value being read: where it goes and its lines so far.
struct Open {
    key: String,
    parts: Vec<String>,
    lines: Vec<u32>,
}

struct Parser<'a> {
    ini: &'a mut Ini,
    section: Option<String>,
    open: Option<Open>,
    seen: Vec<(String, Option<String>, u32)>,
}

impl<'a> Parser<'a> {
    fn new(ini: &'a mut Ini) -> Self {
        Parser { ini, section: None, open: None, seen: Vec::new() }
    }

    fn run(mut self, text: &str) -> Result<(), IniError> {
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        let mut indent = 0;
        for (index, line) in text.split('\n').enumerate() {
            let number = u32::try_from(index + 1).unwrap_or(u32::MAX);
            let value = line.trim_matches(is_python_space);
            if value.starts_with(['#', ';']) {
                continue;
            }
            if value.is_empty() {
                // A blank line belongs to a value that goes on; at the end of a value it is trimmed away.
                if let Some(open) = &mut self.open {
                    open.parts.push(String::new());
                    open.lines.push(number);
                }
                continue;
            }
            let depth = line.chars().take_while(|c| is_python_space(*c)).count();
            if let Some(open) = self.open.as_mut().filter(|_| depth > indent) {
                open.parts.push(value.to_owned());
                open.lines.push(number);
                continue;
            }
            indent = depth;
            match section_header(value) {
                Some(name) => self.begin_section(name, number)?,
                None => self.option(value, number)?,
            }
        }
        self.close();
        Ok(())
    }

    fn error(&self, kind: IniErrorKind, line: u32, message: String) -> IniError {
        IniError::new(kind, SourceError::new(self.ini.file.at(line, 0), message))
    }

    /// Stores the value being read.
    fn close(&mut self) {
        if let (Some(open), Some(section)) = (self.open.take(), &self.section) {
            let value = open.parts.join("\n").trim_end_matches(is_python_space).to_owned();
            self.ini.section_mut(section).set(&open.key, Entry { value, lines: open.lines, literal: false });
        }
    }

    fn first_line(&self, section: &str, key: Option<&str>) -> Option<u32> {
        self.seen.iter().find(|(s, k, _)| s == section && k.as_deref() == key).map(|(_, _, line)| *line)
    }

    fn begin_section(&mut self, name: &str, line: u32) -> Result<(), IniError> {
        self.close();
        if name != DEFAULT {
            if let Some(first) = self.first_line(name, None) {
                let message = format!("section [{name}] is there twice; the first is on line {first}");
                return Err(self.error(IniErrorKind::DuplicateSection, line, message));
            }
            self.seen.push((name.to_owned(), None, line));
        }
        self.ini.section_mut(name);
        self.section = Some(name.to_owned());
        Ok(())
    }

    fn option(&mut self, text: &str, line: u32) -> Result<(), IniError> {
        self.close();
        let Some(section) = self.section.clone() else {
            let mut error = self.error(
                IniErrorKind::MissingSectionHeader,
                line,
                "this line stands before any [section] header".to_owned(),
            );
            error.error = error.error.help("begin the file with the section's name, such as [alembic]");
            return Err(error);
        };
        let split = text.find(['=', ':']).map(|at| (&text[..at], &text[at + 1..]));
        let Some((key, value)) = split.filter(|(key, _)| !key.trim_matches(is_python_space).is_empty()) else {
            let mut error = self.error(IniErrorKind::Parsing, line, "this line is not `key = value`".to_owned());
            error.error =
                error.error.help("indent it to continue the value above, or begin it with # to make it a comment");
            return Err(error);
        };
        let key = key.trim_matches(is_python_space).to_lowercase();
        if let Some(first) = self.first_line(&section, Some(&key)) {
            let message = format!("option '{key}' is there twice in [{section}]; the first is on line {first}");
            return Err(self.error(IniErrorKind::DuplicateOption, line, message));
        }
        self.seen.push((section, Some(key.clone()), line));
        let value = value.trim_matches(is_python_space).to_owned();
        self.open = Some(Open { key, parts: vec![value], lines: vec![line] });
        Ok(())
    }
}

/// `[header]`, greedy as Python's pattern: up to the last bracket, at least one character.
fn section_header(line: &str) -> Option<&str> {
    let rest = line.strip_prefix('[')?;
    let end = rest.rfind(']')?;
    (end > 0).then(|| &rest[..end])
}
