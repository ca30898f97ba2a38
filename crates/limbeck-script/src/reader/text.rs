//! `str()` and `repr()` of plain data, as CPython writes them.

use std::fmt::Write as _;

use super::Outcome;
use super::machine::Machine;
use super::object::Object;

impl Machine<'_> {
    /// `str(object)`
    pub fn str(&mut self, object: &Object) -> Outcome<String> {
        match object {
            Object::Str(text) => {
                self.charge(text.len())?;
                Ok(text.to_string())
            }
            other => self.repr(other),
        }
    }

    /// `repr(object)`
    pub fn repr(&mut self, object: &Object) -> Outcome<String> {
        let mut out = String::new();
        self.write_repr(object, &mut out)?;
        Ok(out)
    }

    fn write_repr(&mut self, object: &Object, out: &mut String) -> Outcome<()> {
        self.step()?;
        let before = out.len();
        match object {
            Object::None => out.push_str("None"),
            Object::Bool(true) => out.push_str("True"),
            Object::Bool(false) => out.push_str("False"),
            Object::Int(value) => {
                let _ = write!(out, "{value}");
            }
            Object::Float(value) => out.push_str(&float_repr(*value)),
            Object::Str(text) => match string_repr(text) {
                Some(text) => out.push_str(&text),
                None => return self.fail("repr of a string that is not ASCII"),
            },
            Object::Tuple(items) => self.write_items(items, "(", if items.len() == 1 { ",)" } else { ")" }, out)?,
            Object::List(id) => {
                let items = self.list(*id).clone();
                self.write_items(&items, "[", "]", out)?;
            }
            Object::Dict(id) => {
                let items: Vec<_> = self.dict(*id).iter().cloned().collect();
                self.descend()?;
                out.push('{');
                for (n, (key, value)) in items.iter().enumerate() {
                    out.push_str(if n == 0 { "" } else { ", " });
                    self.write_repr(key, out)?;
                    out.push_str(": ");
                    self.write_repr(value, out)?;
                }
                out.push('}');
                self.ascend();
            }
            other => return self.fail(format!("the text of {}", other.type_name())),
        }
        self.charge(out.len() - before)
    }

    fn write_items(&mut self, items: &[Object], open: &str, close: &str, out: &mut String) -> Outcome<()> {
        self.descend()?;
        out.push_str(open);
        for (n, item) in items.iter().enumerate() {
            out.push_str(if n == 0 { "" } else { ", " });
            self.write_repr(item, out)?;
        }
        out.push_str(close);
        self.ascend();
        Ok(())
    }
}

/// `repr` of a string; `None` where it depends on Unicode's tables.
fn string_repr(text: &str) -> Option<String> {
    if !text.is_ascii() {
        return None;
    }
    let quote = if text.contains('\'') && !text.contains('"') { '"' } else { '\'' };
    let mut out = String::with_capacity(text.len() + 2);
    out.push(quote);
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if c == quote => {
                out.push('\\');
                out.push(c);
            }
            c if c < ' ' || c == '\x7f' => {
                let _ = write!(out, "\\x{:02x}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push(quote);
    Some(out)
}

/// `repr` of a float: the shortest digits that read back as the same number.
pub(super) fn float_repr(value: f64) -> String {
    if value.is_infinite() {
        return if value > 0.0 { "inf" } else { "-inf" }.to_owned();
    }
    // Rust's shortest digits are the same; the layout is Python's.
    let scientific = format!("{value:e}");
    let (mantissa, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    if (-4..16).contains(&exponent) {
        let plain = format!("{value}");
        return if plain.contains('.') { plain } else { plain + ".0" };
    }
    let sign = if exponent < 0 { '-' } else { '+' };
    format!("{mantissa}e{sign}{:02}", exponent.abs())
}
