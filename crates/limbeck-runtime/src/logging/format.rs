//! A record as a line, in the three styles of Python's `logging.Formatter`.

use super::Level;

/// What is logged.
pub(super) struct Record<'a> {
    /// The logger's name
    pub name: &'a str,
    pub level: Level,
    pub message: &'a str,
}

/// `logging.Formatter(format, datefmt, style)`
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Formatter {
    format: String,
    date_format: Option<String>,
    style: char,
}

impl Default for Formatter {
    fn default() -> Self {
        Formatter::new(None, None, '%')
    }
}

impl Formatter {
    /// The style is `%`, `{` or `$`. Without a format it is the message alone, without a date format Python's own.
    pub fn new(format: Option<String>, date_format: Option<String>, style: char) -> Self {
        let format = format.unwrap_or_else(|| in_style("%(message)s", style));
        Formatter { format, date_format, style }
    }

    /// What `basicConfig()` gives its handler.
    pub fn basic(format: Option<String>, date_format: Option<String>, style: char) -> Self {
        let format = format.unwrap_or_else(|| in_style("%(levelname)s:%(name)s:%(message)s", style));
        Formatter { format, date_format, style }
    }

    pub(super) fn line(&self, record: &Record<'_>) -> String {
        match self.style {
            '{' => self.braces(record),
            '$' => self.dollars(record),
            _ => self.percent(record),
        }
    }

    fn percent(&self, record: &Record<'_>) -> String {
        let mut out = String::new();
        let mut rest = self.format.as_str();
        while let Some(start) = rest.find('%') {
            out.push_str(&rest[..start]);
            rest = &rest[start + 1..];
            if let Some(after) = rest.strip_prefix('%') {
                out.push('%');
                rest = after;
            } else if let Some((field, after)) = rest.strip_prefix('(').and_then(|r| r.split_once(')')) {
                let end = after.find(|c: char| c.is_ascii_alphabetic()).map_or(after.len(), |at| at + 1);
                out.push_str(&percent_padded(&self.field(field, record), &after[..end]));
                rest = &after[end..];
            } else {
                out.push('%');
            }
        }
        out.push_str(rest);
        out
    }

    fn braces(&self, record: &Record<'_>) -> String {
        let mut out = String::new();
        let mut rest = self.format.as_str();
        while let Some(start) = rest.find(['{', '}']) {
            out.push_str(&rest[..start]);
            let brace = &rest[start..=start];
            rest = &rest[start + 1..];
            if let Some(after) = rest.strip_prefix(brace) {
                out.push_str(brace);
                rest = after;
            } else if let Some((field, after)) = rest.split_once('}').filter(|_| brace == "{") {
                let (field, spec) = field.split_once(':').unwrap_or((field, ""));
                let field = field.split_once('!').map_or(field, |(field, _)| field);
                out.push_str(&brace_padded(&self.field(field, record), spec));
                rest = after;
            }
        }
        out.push_str(rest);
        out
    }

    fn dollars(&self, record: &Record<'_>) -> String {
        let mut out = String::new();
        let mut rest = self.format.as_str();
        while let Some(start) = rest.find('$') {
            out.push_str(&rest[..start]);
            rest = &rest[start + 1..];
            let word = rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).unwrap_or(rest.len());
            if let Some(after) = rest.strip_prefix('$') {
                out.push('$');
                rest = after;
            } else if let Some((field, after)) = rest.strip_prefix('{').and_then(|rest| rest.split_once('}')) {
                out.push_str(&self.field(field, record));
                rest = after;
            } else {
                out.push_str(&self.field(&rest[..word], record));
                rest = &rest[word..];
            }
        }
        out.push_str(rest);
        out
    }

    fn field(&self, field: &str, record: &Record<'_>) -> String {
        // A logger is named for its module, which has the calls.
        let module = record.name.rsplit('.').next().unwrap_or(record.name);
        match field {
            "message" => record.message.into(),
            "name" => record.name.into(),
            "levelname" => record.level.name(),
            "levelno" => record.level.0.to_string(),
            "process" => std::process::id().to_string(),
            "asctime" => self.time(),
            "created" => format!("{:.6}", jiff::Timestamp::now().as_duration().as_secs_f64()),
            "msecs" => format!("{:03}", jiff::Timestamp::now().subsec_millisecond()),
            "thread" | "lineno" => "0".into(),
            "threadName" => "MainThread".into(),
            "processName" => "MainProcess".into(),
            "module" => module.into(),
            "filename" | "pathname" => format!("{module}.py"),
            _ => String::new(),
        }
    }

    fn time(&self) -> String {
        let now = jiff::Zoned::now();
        match &self.date_format {
            Some(format) => jiff::fmt::strtime::format(format, &now).unwrap_or_else(|_| now.to_string()),
            None => format!("{},{:03}", now.strftime("%Y-%m-%d %H:%M:%S"), now.millisecond()),
        }
    }
}

/// A format of the first style in another.
fn in_style(percent: &str, style: char) -> String {
    match style {
        '{' => percent.replace("%(", "{").replace(")s", "}"),
        '$' => percent.replace("%(", "${").replace(")s", "}"),
        _ => percent.to_owned(),
    }
}

/// `-5.5s`: left, at least and at most five characters. `03d`: zeros in front.
fn percent_padded(text: &str, spec: &str) -> String {
    let flags = spec.find(|c: char| !"-+ #0".contains(c)).unwrap_or(spec.len());
    let (flags, spec) = spec.split_at(flags);
    let number = spec.ends_with(|c: char| "dioxX".contains(c));
    let spec = spec.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let (width, precision) = spec.split_once('.').unwrap_or((spec, ""));
    let text = if number { text.to_owned() } else { cut(text, precision) };
    let align = if flags.contains('-') { '<' } else { '>' };
    padded(&text, width, align, if number && flags.contains('0') && align == '>' { '0' } else { ' ' })
}

/// `<8`, `*^10.4`: Python's format specification of a text.
fn brace_padded(text: &str, spec: &str) -> String {
    let mut chars = spec.chars();
    let (first, second) = (chars.next(), chars.next());
    let is_align = |c: Option<char>| c.filter(|c| "<>^".contains(*c));
    let (fill, align, rest) = match (is_align(first), is_align(second)) {
        (_, Some(align)) => (first.unwrap_or(' '), align, &spec[first.map_or(0, char::len_utf8) + 1..]),
        (Some(align), None) => (' ', align, &spec[1..]),
        (None, None) => (' ', '<', spec),
    };
    let rest = rest.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let (width, precision) = rest.split_once('.').unwrap_or((rest, ""));
    padded(&cut(text, precision), width, align, fill)
}

fn cut(text: &str, most: &str) -> String {
    match most.parse() {
        Ok(most) => text.chars().take(most).collect(),
        Err(_) => text.to_owned(),
    }
}

fn padded(text: &str, width: &str, align: char, fill: char) -> String {
    // A width that nobody can want must not fill the memory.
    let width = width.parse().unwrap_or(0).min(10_000_usize);
    let missing = width.saturating_sub(text.chars().count());
    let before = match align {
        '<' => 0,
        '^' => missing / 2,
        _ => missing,
    };
    let fill = |count: usize| fill.to_string().repeat(count);
    format!("{}{text}{}", fill(before), fill(missing - before))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(format: &str, style: char, level: u32) -> String {
        let formatter = Formatter::new(Some(format.into()), None, style);
        formatter.line(&Record { name: "alembic.x", level: Level(level), message: "m" })
    }

    #[test]
    fn percent_style() {
        assert_eq!(line("%(levelname)-5.5s [%(name)s] %(message)s 100%%", '%', 30), "WARNI [alembic.x] m 100%");
        assert_eq!(line("%(levelname)-5.5s|%(levelname)8s|%(levelno)03d", '%', 20), "INFO |    INFO|020");
        assert_eq!(line("%(module)s %(nosuch)s% (", '%', 20), "x % (");
    }

    #[test]
    fn brace_style() {
        assert_eq!(line("{levelname:>8}|{name:*^13}|{message} {{}}", '{', 20), "    INFO|**alembic.x**|m {}");
        assert_eq!(line("{levelname:.2}|{name!s:<10}|{", '{', 20), "IN|alembic.x |");
    }

    #[test]
    fn dollar_style() {
        assert_eq!(line("${levelname} $name: $message $$", '$', 20), "INFO alembic.x: m $");
    }

    #[test]
    fn nothing_said() {
        for style in ['%', '{', '$'] {
            let record = Record { name: "a", level: Level(40), message: "m" };
            assert_eq!(Formatter::new(None, None, style).line(&record), "m");
            assert_eq!(Formatter::basic(None, None, style).line(&record), "ERROR:a:m");
        }
    }
}
