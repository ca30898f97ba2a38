//! `%(key)s` in ini values: Python's `BasicInterpolation`.
//!
//! Messages never quote a value: it may be a URL with a password.

use limbeck_core::source::SourceError;

use super::ini::{DEFAULT, Entry, Ini, IniError, IniErrorKind, Section};

/// How deep `%(a)s` may lead to `%(b)s`; Python's limit.
const MAX_DEPTH: usize = 10;

impl Ini {
    /// The value of `key` as seen from `[section]`, `None` when neither the section nor `[DEFAULT]` has it.
    pub fn get(&self, section: &str, key: &str) -> Result<Option<String>, IniError> {
        let key = key.to_lowercase();
        match self.entry(section, &key) {
            Some(entry) => self.interpolated(section, &key, entry).map(Some),
            None => Ok(None),
        }
    }

    /// Every option seen from `[section]`: those of `[DEFAULT]` (and `here`) first. `None` when there is no such section.
    pub fn items(&self, section: &str) -> Result<Option<Vec<(String, String)>>, IniError> {
        let Some(own) = self.section(section) else { return Ok(None) };
        let mut keys: Vec<&str> = self.defaults.entries.iter().map(|(key, _)| key.as_str()).collect();
        keys.extend(own.entries.iter().map(|(key, _)| key.as_str()).filter(|key| self.defaults.get(key).is_none()));
        let mut items = Vec::with_capacity(keys.len());
        for key in keys {
            if let Some(entry) = self.entry(section, key) {
                items.push((key.to_owned(), self.interpolated(section, key, entry)?));
            }
        }
        Ok(Some(items))
    }

    fn interpolated(&self, section: &str, key: &str, entry: &Entry) -> Result<String, IniError> {
        let scope = Scope { ini: self, name: section, section: self.section(section) };
        let mut out = String::with_capacity(entry.value.len());
        scope.expand(key, entry, 1, &mut out)?;
        Ok(out)
    }
}

struct Scope<'a> {
    ini: &'a Ini,
    name: &'a str,
    section: Option<&'a Section>,
}

impl Scope<'_> {
    fn expand(&self, key: &str, entry: &Entry, depth: usize, out: &mut String) -> Result<(), IniError> {
        if entry.literal {
            out.push_str(&entry.value);
            return Ok(());
        }
        // A value that refers to nothing ends the chain at any depth.
        if depth > MAX_DEPTH && entry.value.contains('%') {
            let message = format!("'{key}' refers to other options more than {MAX_DEPTH} deep");
            return Err(self.error(IniErrorKind::InterpolationDepth, entry, 0, message, "does it refer to itself?"));
        }
        let mut rest = entry.value.as_str();
        while let Some(at) = rest.find('%') {
            out.push_str(&rest[..at]);
            rest = &rest[at..];
            let offset = entry.value.len() - rest.len();
            if let Some(after) = rest.strip_prefix("%%") {
                out.push('%');
                rest = after;
                continue;
            }
            let Some((name, after)) = reference(rest) else {
                let message = format!("stray percent sign in the value of '{key}' in [{}]", self.name);
                let help = "write %% for a percent sign, %(name)s for the value of another option";
                return Err(self.error(IniErrorKind::InterpolationSyntax, entry, offset, message, help));
            };
            rest = after;
            let name = name.to_lowercase();
            let Some(target) = self.section.and_then(|s| s.get(&name)).or_else(|| self.ini.defaults.get(&name)) else {
                let place = if self.name == DEFAULT { String::new() } else { format!("[{}] or ", self.name) };
                let message = format!("%({name})s in the value of '{key}' names no option of {place}[DEFAULT]");
                let help =
                    "environment variables are not read here: set the value in env.py. Write %% for a percent sign";
                return Err(self.error(IniErrorKind::InterpolationMissingOption, entry, offset, message, help));
            };
            self.expand(&name, target, depth + 1, out)?;
        }
        out.push_str(rest);
        Ok(())
    }

    fn error(&self, kind: IniErrorKind, entry: &Entry, offset: usize, message: String, help: &str) -> IniError {
        let location = self.ini.file.at(entry.line_at(offset), 0);
        IniError::new(kind, SourceError::new(location, message).help(help))
    }
}

/// `%(name)s` at the beginning of `text`: the name and what follows.
fn reference(text: &str) -> Option<(&str, &str)> {
    let inner = text.strip_prefix("%(")?;
    let end = inner.find(')')?;
    let after = inner[end + 1..].strip_prefix('s')?;
    (end > 0).then(|| (&inner[..end], after))
}

/// Where a value that a program wants to set has a stray percent sign: its position after taking away what is well formed, as Python counts.
pub(super) fn stray_percent(value: &str) -> Option<usize> {
    let mut rest = value.replace("%%", "");
    let mut from = 0;
    while let Some(at) = rest[from..].find('%').map(|at| at + from) {
        match reference(&rest[at..]).map(|(_, after)| after.len()) {
            Some(after) => {
                let end = rest.len() - after;
                rest.replace_range(at..end, "");
                from = at;
            }
            None => return Some(rest[..at].chars().count()),
        }
    }
    None
}
