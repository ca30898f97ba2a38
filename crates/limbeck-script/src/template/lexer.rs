//! Cutting a Mako template into its parts, by the rules of Mako's lexer.

/// A part of a template; offsets are bytes of the text.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Token {
    /// To be written as it is.
    Text(String),
    /// `${code | filters}`
    Expression { code: String, filters: String, at: usize },
    /// `% if x:`, `% endif`: the text after the percent sign, continued lines joined.
    Control { text: String, at: usize },
    /// `<% ... %>`, or `<%! ... %>` when `module`.
    Code { text: String, module: bool, at: usize },
    /// `<%def name="f(a)">`
    Def { signature: String, at: usize },
    /// `</%def>`
    EndDef { at: usize },
}

/// What is wrong, and where.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Fault {
    pub(super) message: String,
    pub(super) at: usize,
}

impl Fault {
    pub(super) fn new(message: impl Into<String>, at: usize) -> Self {
        Fault { message: message.into(), at }
    }
}

/// Cuts up the whole text.
pub(super) fn tokens(text: &str) -> Result<Vec<Token>, Fault> {
    let mut lexer = Lexer { text, at: coding_line(text), tokens: Vec::new() };
    while lexer.at < text.len() {
        lexer.step()?;
    }
    Ok(lexer.tokens)
}

/// Mako takes a coding comment on the first line for itself.
fn coding_line(text: &str) -> usize {
    let Some(end) = text.find('\n').filter(|_| text.starts_with('#')) else { return 0 };
    let mut rest = &text[..end];
    while let Some(at) = rest.find("coding") {
        rest = &rest[at + "coding".len()..];
        let name = rest.strip_prefix([':', '=']).map(str::trim_start);
        if name.is_some_and(|name| name.starts_with(|c: char| c.is_alphanumeric() || "_-.".contains(c))) {
            return end + 1;
        }
    }
    0
}

struct Lexer<'a> {
    text: &'a str,
    at: usize,
    tokens: Vec<Token>,
}

impl<'a> Lexer<'a> {
    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn push_text(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        match self.tokens.last_mut() {
            Some(Token::Text(last)) => last.push_str(text),
            _ => self.tokens.push(Token::Text(text.to_owned())),
        }
    }

    fn step(&mut self) -> Result<(), Fault> {
        let start = self.at;
        let rest = self.rest();
        if rest.starts_with("${") {
            return self.expression();
        }
        let line_start = start == 0 || self.text.as_bytes()[start - 1] == b'\n';
        if line_start && self.control_or_comment() {
            return Ok(());
        }
        if let Some(inner) = rest.strip_prefix("<%doc>") {
            let end = inner.find("</%doc>").ok_or_else(|| Fault::new("<%doc> without </%doc>", start))?;
            self.at += "<%doc>".len() + end + "</%doc>".len();
            return Ok(());
        }
        if let Some(inner) = rest.strip_prefix("<%text>") {
            let end = inner.find("</%text>").ok_or_else(|| Fault::new("<%text> without </%text>", start))?;
            self.push_text(&inner[..end]);
            self.at += "<%text>".len() + end + "</%text>".len();
            return Ok(());
        }
        if rest.starts_with("</%def>") {
            self.tokens.push(Token::EndDef { at: start });
            self.at += "</%def>".len();
            return Ok(());
        }
        if rest.starts_with("</%")
            || rest.strip_prefix("<%").is_some_and(|tag| tag.starts_with(|c: char| c.is_alphanumeric() || c == '_'))
        {
            return self.tag();
        }
        if rest.starts_with("<%") {
            return self.code();
        }
        if line_start {
            // `%%` at the beginning of a line is one percent sign.
            let blank = rest.len() - rest.trim_start().len();
            if let Some(after) = rest[blank..].strip_prefix("%%") {
                self.push_text(&rest[..blank]);
                let signs = after.len() - after.trim_start_matches('%').len();
                self.push_text(&after[..signs]);
                self.push_text("%");
                self.at += blank + 2 + signs;
                return Ok(());
            }
        }
        self.plain();
        Ok(())
    }

    /// A line that begins with `%` (control) or `##` (comment). Consumes its line end.
    fn control_or_comment(&mut self) -> bool {
        let start = self.at;
        let rest = self.rest();
        let line = rest.trim_start_matches([' ', '\t']);
        let body = match (line.strip_prefix("##"), line.strip_prefix('%')) {
            (Some(body), _) => body,
            (None, Some(body)) if !body.starts_with('%') => body,
            _ => return false,
        };
        let is_control = !line.starts_with('#');
        // A backslash at the line's end continues it.
        let mut end = 0;
        let bytes = body.as_bytes();
        while end < bytes.len() && bytes[end] != b'\n' {
            if bytes[end] == b'\\' && body[end + 1..].starts_with('\n') {
                end += 2;
            } else if bytes[end] == b'\\' && body[end + 1..].starts_with("\r\n") {
                end += 3;
            } else {
                end += 1;
            }
        }
        if is_control {
            let text = body[..end].replace("\\\r\n", " ").replace("\\\n", " ");
            self.tokens.push(Token::Control { text: text.trim().to_owned(), at: start });
        }
        let consumed = rest.len() - body.len() + end;
        self.at += (consumed + 1).min(rest.len());
        true
    }

    /// `<%def name="f(a)">`; any other tag is about other templates.
    fn tag(&mut self) -> Result<(), Fault> {
        let (start, rest) = (self.at, self.rest());
        let tag: String = rest.chars().take_while(|c| !c.is_whitespace() && *c != '>').collect();
        let def = rest.strip_prefix("<%def").filter(|_| tag == "<%def").and_then(|inner| {
            let inner = inner.trim_start().strip_prefix("name")?.trim_start().strip_prefix('=')?.trim_start();
            let quote = inner.chars().next().filter(|quote| "\"'".contains(*quote))?;
            let (signature, after) = inner[1..].split_once(quote)?;
            Some((signature.to_owned(), after.trim_start().strip_prefix('>')?))
        });
        let Some((signature, after)) = def else {
            let message = match tag.as_str() {
                "<%def" => "<%def> is supported with a name and nothing else: <%def name=\"f(a)\">".to_owned(),
                _ => format!("the tag {}> is not supported", tag.trim_end_matches('/')),
            };
            return Err(Fault::new(message, start));
        };
        self.tokens.push(Token::Def { signature, at: start });
        self.at = self.text.len() - after.len();
        Ok(())
    }

    fn expression(&mut self) -> Result<(), Fault> {
        let start = self.at;
        self.at += 2;
        let (code, end) = self.until(&["|", "}"], true, start)?;
        let mut filters = "";
        if end == "|" {
            (filters, _) = self.until(&["}"], true, start)?;
        }
        self.tokens.push(Token::Expression { code: code.to_owned(), filters: filters.trim().to_owned(), at: start });
        Ok(())
    }

    fn code(&mut self) -> Result<(), Fault> {
        let start = self.at;
        self.at += 2;
        let module = self.rest().starts_with('!');
        self.at += usize::from(module);
        let (text, _) = self.until(&["%>"], false, start)?;
        self.tokens.push(Token::Code { text: text.replace("\r\n", "\n"), module, at: start });
        Ok(())
    }

    /// Python text up to one of `ends`, outside strings and comments and, when `nesting`, outside brackets.
    fn until(&mut self, ends: &[&'static str], nesting: bool, start: usize) -> Result<(&'a str, &'static str), Fault> {
        let from = self.at;
        let mut depth = 0i64;
        while let Some(c) = self.rest().chars().next() {
            let rest = self.rest();
            if c == '#'
                && let Some(line) = rest.find('\n')
            {
                self.at += line + 1;
                continue;
            }
            if let Some(length) = string_length(rest) {
                self.at += length;
                continue;
            }
            if (depth <= 0 || !nesting)
                && let Some(end) = ends.iter().find(|end| rest.starts_with(**end))
            {
                let code = &self.text[from..self.at];
                self.at += end.len();
                return Ok((code, end));
            }
            match c {
                '(' | '[' | '{' => depth += 1,
                ')' | ']' | '}' => depth -= 1,
                _ => {}
            }
            self.at += c.len_utf8();
        }
        Err(Fault::new(format!("`{}` is missing", ends.last().copied().unwrap_or_default()), start))
    }

    /// Text up to whatever else may begin.
    fn plain(&mut self) {
        let rest = self.rest();
        let bytes = rest.as_bytes();
        let mut end = 0;
        while end < bytes.len() {
            let here = &bytes[end..];
            if end > 0 && bytes[end - 1] == b'\n' {
                let line = rest[end..].trim_start_matches([' ', '\t']);
                if line.starts_with('%') || line.starts_with("##") {
                    break;
                }
            }
            if end > 0 && (here.starts_with(b"${") || here.starts_with(b"<%") || here.starts_with(b"</%")) {
                break;
            }
            let skipped = if here.starts_with(b"\\\n") {
                2
            } else if here.starts_with(b"\\\r\n") {
                3
            } else {
                end += 1;
                continue;
            };
            // A backslash at a line's end takes the line end with it.
            self.push_text(&rest[..end]);
            self.at += end + skipped;
            return;
        }
        self.push_text(&rest[..end]);
        self.at += end;
    }
}

/// The length of the string literal at the beginning, `None` when there is none (or it does not end).
fn string_length(text: &str) -> Option<usize> {
    let quote = ["\"\"\"", "'''", "\"", "'"].into_iter().find(|quote| text.starts_with(quote))?;
    let mut at = quote.len();
    while at < text.len() {
        let rest = &text[at..];
        if rest.starts_with(quote) {
            return Some(at + quote.len());
        }
        let mut chars = rest.chars();
        let c = chars.next()?;
        at += c.len_utf8();
        if c == '\\' {
            at += chars.next().map_or(0, char::len_utf8);
        }
    }
    None
}
