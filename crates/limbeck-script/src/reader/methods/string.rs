//! Methods of `str`. Whatever depends on Unicode's tables is done for ASCII only.

use std::rc::Rc;

use crate::reader::Outcome;
use crate::reader::arithmetic::integer;
use crate::reader::machine::Machine;
use crate::reader::object::{Arguments, Object};

/// What Python's `str` takes for white space.
pub(in crate::reader) fn is_space(c: char) -> bool {
    matches!(c, '\t'..='\r' | '\x1c'..=' ' | '\u{85}' | '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}')
        || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202f}' | '\u{205f}' | '\u{3000}')
}

impl Machine<'_> {
    pub(super) fn string_method(&mut self, text: &Rc<str>, method: &str, mut arguments: Arguments) -> Outcome<Object> {
        if method == "format" {
            let text = self.format_method(text, &arguments)?;
            return self.string(text);
        }
        if let ("split" | "rsplit", Some(most)) = (method, arguments.take("maxsplit")) {
            if arguments.args.is_empty() {
                let separator = arguments.take("sep").unwrap_or(Object::None);
                arguments.args.push(separator);
            }
            arguments.args.push(most);
        }
        if matches!(method, "split" | "rsplit") && arguments.args.is_empty() {
            let separator = arguments.take("sep");
            arguments.args.extend(separator);
        }
        let (least, most) = match method {
            "upper" | "lower" | "title" | "capitalize" | "swapcase" | "casefold" | "isdigit" | "isalpha"
            | "isalnum" | "isupper" | "islower" | "isspace" | "isidentifier" => (0, 0),
            "strip" | "lstrip" | "rstrip" | "splitlines" | "encode" => (0, 1),
            "split" | "rsplit" => (0, 2),
            "ljust" | "rjust" | "center" => (1, 2),
            "replace" => (2, 3),
            _ => (1, 1),
        };
        let args = self.positional(method, arguments, least, most)?;
        let strings: Option<Vec<&str>> = args
            .iter()
            .map(|arg| match arg {
                Object::Str(text) => Some(&**text),
                _ => None,
            })
            .collect();
        if matches!(method, "upper" | "lower" | "title" | "capitalize" | "swapcase" | "casefold")
            || method.starts_with("is")
        {
            return self.ascii_method(text, method);
        }
        let result = match (method, strings.as_deref()) {
            ("strip", Some([])) => text.trim_matches(is_space).to_owned(),
            ("lstrip", Some([])) => text.trim_start_matches(is_space).to_owned(),
            ("rstrip", Some([])) => text.trim_end_matches(is_space).to_owned(),
            ("strip", Some([chars])) => text.trim_matches(|c| chars.contains(c)).to_owned(),
            ("lstrip", Some([chars])) => text.trim_start_matches(|c| chars.contains(c)).to_owned(),
            ("rstrip", Some([chars])) => text.trim_end_matches(|c| chars.contains(c)).to_owned(),
            ("removeprefix", Some([prefix])) => text.strip_prefix(prefix).unwrap_or(text).to_owned(),
            ("removesuffix", Some([suffix])) => text.strip_suffix(suffix).unwrap_or(text).to_owned(),
            ("replace", Some([from, to])) => {
                self.charge((text.len() + 1).saturating_mul(to.len().saturating_sub(from.len()) + 1))?;
                text.replace(from, to)
            }
            ("replace", _) => match args.as_slice() {
                [Object::Str(from), Object::Str(to), Object::Int(count)] if !from.is_empty() && *count >= 0 => {
                    self.charge((text.len() + 1).saturating_mul(to.len() + 1))?;
                    text.replacen(&**from, to, usize::try_from(*count).unwrap_or(usize::MAX))
                }
                _ => return self.fail("the arguments of `.replace()`"),
            },
            ("encode", Some([] | ["utf-8" | "utf8" | "UTF-8"])) => return Ok(Object::Bytes(text.as_bytes().into())),
            ("join", _) => self.join(text, &args[0])?,
            ("split" | "rsplit", _) => return self.split(text, method == "rsplit", &args),
            ("splitlines", Some([])) => return self.split_lines(text),
            ("partition" | "rpartition", Some([separator])) if !separator.is_empty() => {
                let found =
                    if method == "partition" { text.split_once(separator) } else { text.rsplit_once(separator) };
                let parts = match found {
                    Some((before, after)) => [before, separator, after],
                    None if method == "partition" => [&**text, "", ""],
                    None => ["", "", &**text],
                };
                self.charge(text.len())?;
                return self.new_tuple(parts.into_iter().map(Object::str).collect());
            }
            ("count", Some([part])) if !part.is_empty() => return Ok(Object::Int(text.matches(part).count() as i128)),
            ("find" | "index" | "rfind" | "rindex", Some([part])) => {
                let at = if method.starts_with('r') { text.rfind(part) } else { text.find(part) };
                return match at {
                    Some(at) => Ok(Object::Int(text[..at].chars().count() as i128)),
                    None if method.ends_with("find") => Ok(Object::Int(-1)),
                    None => self.fail("`.index()` of what is not there"),
                };
            }
            ("startswith" | "endswith", _) => return self.affix(text, method == "startswith", &args[0]),
            ("zfill", _) => match integer(&args[0]) {
                Some(width) if (0..10_000).contains(&width) && !text.starts_with(['+', '-']) => {
                    let missing = (width as usize).saturating_sub(text.chars().count());
                    "0".repeat(missing) + text
                }
                _ => return self.fail("the arguments of `.zfill()`"),
            },
            ("ljust" | "rjust", _) => {
                let fill = match args.get(1) {
                    None => ' ',
                    Some(Object::Str(fill)) if fill.chars().count() == 1 => fill.chars().next().unwrap_or(' '),
                    Some(_) => return self.fail("the fill of a justified string"),
                };
                match integer(&args[0]) {
                    Some(width) if (0..10_000).contains(&width) => {
                        let missing = (width as usize).saturating_sub(text.chars().count());
                        let run: String = std::iter::repeat_n(fill, missing).collect();
                        if method == "ljust" { format!("{text}{run}") } else { format!("{run}{text}") }
                    }
                    _ => return self.fail("the width of a justified string"),
                }
            }
            _ => return self.fail(format!("`.{method}()` of str with these arguments")),
        };
        self.string(result)
    }

    fn ascii_method(&mut self, text: &Rc<str>, method: &str) -> Outcome<Object> {
        if !text.is_ascii() {
            return self.fail(format!("`.{method}()` of a string that is not ASCII"));
        }
        let some = |test: fn(&u8) -> bool| Ok(Object::Bool(!text.is_empty() && text.bytes().all(|byte| test(&byte))));
        let cased = text.bytes().any(|byte| byte.is_ascii_alphabetic());
        let result = match method {
            "upper" => text.to_ascii_uppercase(),
            "lower" | "casefold" => text.to_ascii_lowercase(),
            "capitalize" => {
                let (first, rest) = text.split_at(text.len().min(1));
                first.to_ascii_uppercase() + &rest.to_ascii_lowercase()
            }
            "title" => {
                let mut inside = false;
                let mut out = String::with_capacity(text.len());
                for c in text.chars() {
                    out.push(if inside { c.to_ascii_lowercase() } else { c.to_ascii_uppercase() });
                    inside = c.is_ascii_alphabetic();
                }
                out
            }
            "isdigit" => return some(u8::is_ascii_digit),
            "isalpha" => return some(u8::is_ascii_alphabetic),
            "isalnum" => return some(u8::is_ascii_alphanumeric),
            "isupper" => return Ok(Object::Bool(cased && !text.bytes().any(|byte| byte.is_ascii_lowercase()))),
            "islower" => return Ok(Object::Bool(cased && !text.bytes().any(|byte| byte.is_ascii_uppercase()))),
            _ => return self.fail(format!("`.{method}()` of str")),
        };
        self.string(result)
    }

    fn join(&mut self, separator: &str, items: &Object) -> Outcome<String> {
        let items = self.items(items)?;
        let mut out = String::new();
        for (n, item) in items.iter().enumerate() {
            let Object::Str(item) = item else {
                return self.fail(format!("joining {}", item.type_name()));
            };
            if n > 0 {
                out.push_str(separator);
            }
            out.push_str(item);
            self.charge(separator.len() + item.len())?;
        }
        Ok(out)
    }

    fn split(&mut self, text: &str, from_right: bool, args: &[Object]) -> Outcome<Object> {
        let most = match args.get(1) {
            None => None,
            Some(Object::Int(most)) if *most < 0 => None,
            Some(Object::Int(most)) => Some(usize::try_from(*most).unwrap_or(usize::MAX - 1)),
            Some(_) => return self.fail("the arguments of `.split()`"),
        };
        let parts: Vec<&str> = match (args.first(), most) {
            (None | Some(Object::None), None) => text.split(is_space).filter(|part| !part.is_empty()).collect(),
            (Some(Object::Str(separator)), _) if !separator.is_empty() => match (most, from_right) {
                (None, _) => text.split(&**separator).collect(),
                (Some(most), false) => text.splitn(most.saturating_add(1), &**separator).collect(),
                (Some(most), true) => {
                    let mut parts: Vec<&str> = text.rsplitn(most.saturating_add(1), &**separator).collect();
                    parts.reverse();
                    parts
                }
            },
            _ => return self.fail("the arguments of `.split()`"),
        };
        self.charge(text.len())?;
        let parts = parts.into_iter().map(Object::str).collect();
        self.new_list(parts)
    }

    fn split_lines(&mut self, text: &str) -> Outcome<Object> {
        if text.contains(|c| is_space(c) && !matches!(c, ' ' | '\t' | '\n' | '\u{a0}')) {
            return self.fail("`.splitlines()` with other line ends than newlines");
        }
        let lines = match text {
            "" => Vec::new(),
            text => text.strip_suffix('\n').unwrap_or(text).split('\n').map(Object::str).collect(),
        };
        self.charge(text.len())?;
        self.new_list(lines)
    }

    fn affix(&mut self, text: &str, start: bool, affix: &Object) -> Outcome<Object> {
        let test = |affix: &str| if start { text.starts_with(affix) } else { text.ends_with(affix) };
        match affix {
            Object::Str(affix) => Ok(Object::Bool(test(affix))),
            Object::Tuple(affixes) => {
                let mut result = false;
                for affix in affixes.iter() {
                    match affix {
                        Object::Str(affix) => result = result || test(affix),
                        other => return self.fail(format!("an affix that is {}", other.type_name())),
                    }
                }
                Ok(Object::Bool(result))
            }
            other => self.fail(format!("an affix that is {}", other.type_name())),
        }
    }
}
