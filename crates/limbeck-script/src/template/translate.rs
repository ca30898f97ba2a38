//! A Mako template as a Python module, for templates that take running Python.
//!
//! The module has what `<%! %>` blocks define, and a function `render_body(context)`. Names that nobody assigns come from the context, as in
//! Mako: a name is looked up when the function begins, and is a variable of it from then on.

use std::collections::BTreeSet;

use ruff_python_ast::token::TokenKind;
use ruff_python_ast::visitor::{Visitor, walk_expr, walk_stmt};
use ruff_python_ast::{ExceptHandler, Expr, ExprContext, Stmt};
use ruff_python_parser::parse_module;
use ruff_text_size::Ranged;

use super::lexer::{Fault, Token};
use super::value::repr_str;
use crate::directory::position;

/// Python text, and the template's line for each of its lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Translation {
    pub(super) source: String,
    pub(super) lines: Vec<u32>,
}

/// Names that are there without being looked up.
const GIVEN: [&str; 4] = ["context", "UNDEFINED", "STOP_RENDERING", "loop"];

/// Translates the parts of `text`.
pub(super) fn translate(text: &str, tokens: &[Token]) -> Result<Translation, Fault> {
    let mut module = Names::default();
    let mut writer = Writer { text, translation: Translation { source: String::new(), lines: Vec::new() } };
    for token in tokens {
        if let Token::Code { text, module: true, at } = token {
            let code = Code::parse(text, *at)?;
            code.names(&mut module);
            code.write(&mut writer, 0);
        }
    }
    let given: BTreeSet<String> = GIVEN.iter().map(|name| (*name).to_owned()).chain(module.stored).collect();
    writer.line(0, "def render_body(context):", 0);
    writer.line(1, "UNDEFINED = context.UNDEFINED", 0);
    writer.line(1, "STOP_RENDERING = ''", 0);
    writer.line(1, "__M_loop = loop = context.loops()", 0);
    Function { given: &given, outer: None }.write(tokens, &mut writer, 1)?;
    Ok(writer.translation)
}

struct Writer<'a> {
    text: &'a str,
    translation: Translation,
}

impl Writer<'_> {
    /// Adds a line that stands for what is at `at` in the template.
    fn line(&mut self, depth: usize, code: &str, at: usize) {
        self.raw(&format!("{}{code}", "    ".repeat(depth)), position(self.text, at).0);
    }

    fn raw(&mut self, line: &str, template_line: u32) {
        self.translation.source.push_str(line);
        self.translation.source.push('\n');
        self.translation.lines.push(template_line);
    }
}

/// `render_body`, or a `<%def>`, which becomes a function inside it.
struct Function<'a> {
    given: &'a BTreeSet<String>,
    /// What the functions around it look up or assign; these it sees without looking.
    outer: Option<&'a BTreeSet<String>>,
}

impl Function<'_> {
    fn write(&self, tokens: &[Token], writer: &mut Writer, depth: usize) -> Result<(), Fault> {
        let (own, defs) = split(tokens)?;
        let mut names = Names::default();
        let mut inner = Names::default();
        for token in &own {
            part_names(token, &mut names)?;
        }
        for (_, _, body) in &defs {
            body.iter()
                .filter(|token| !matches!(token, Token::EndDef { .. }))
                .try_for_each(|t| part_names(t, &mut inner))?;
        }
        let functions: Vec<Signature> =
            defs.iter().map(|(signature, at, _)| Signature::parse(signature, *at)).collect::<Result<_, _>>()?;
        let is_function = |name: &String| functions.iter().any(|function| function.name == *name);
        // A nested function that uses a name needs the variable here.
        let wanted = names.loaded.iter().chain(inner.loaded.iter().filter(|_| self.outer.is_none()));
        let looked_up: BTreeSet<&String> = wanted
            .filter(|name| !self.given.contains(*name) && !is_function(name))
            .filter(|name| self.outer.is_none_or(|outer| !outer.contains(*name) || names.stored.contains(*name)))
            .collect();
        for name in &looked_up {
            writer.line(depth, &format!("{name} = context.get({}, UNDEFINED)", repr_str(name)), 0);
        }
        let seen: BTreeSet<String> = looked_up.iter().map(|name| (*name).clone()).chain(names.stored.clone()).collect();
        for (function, (_, at, body)) in functions.iter().zip(&defs) {
            writer.line(depth, &format!("def {}:", function.text), *at);
            let mut outer: BTreeSet<String> = self.outer.cloned().unwrap_or_default();
            outer.extend(seen.iter().cloned());
            outer.extend(functions.iter().map(|function| function.name.clone()));
            let mut given = self.given.clone();
            given.extend(function.parameters.iter().cloned());
            Function { given: &given, outer: Some(&outer) }.write(body, writer, depth + 1)?;
            writer.line(depth + 1, "return ''", *at);
        }
        Body { loops: names.loaded.contains("loop"), open: Vec::new(), writer, depth }.write(&own)
    }
}

/// A `<%def>`: its signature, where it begins, its body.
type Def<'t> = (&'t str, usize, &'t [Token]);

/// What is the function's own, and the defs inside it.
fn split(tokens: &[Token]) -> Result<(Vec<&Token>, Vec<Def<'_>>), Fault> {
    let (mut own, mut defs) = (Vec::new(), Vec::new());
    let mut index = 0;
    while let Some(token) = tokens.get(index) {
        match token {
            Token::Def { signature, at } => {
                let mut depth = 0usize;
                let end = tokens[index..].iter().position(|token| {
                    match token {
                        Token::Def { .. } => depth += 1,
                        Token::EndDef { .. } => depth -= 1,
                        _ => {}
                    }
                    depth == 0
                });
                let end = end.ok_or_else(|| Fault::new("<%def> without </%def>", *at))?;
                defs.push((signature.as_str(), *at, &tokens[index + 1..index + end]));
                index += end;
            }
            Token::EndDef { at } => return Err(Fault::new("</%def> without <%def>", *at)),
            other => own.push(other),
        }
        index += 1;
    }
    Ok((own, defs))
}

struct Signature {
    text: String,
    name: String,
    parameters: Vec<String>,
}

impl Signature {
    fn parse(text: &str, at: usize) -> Result<Self, Fault> {
        let parsed = parse_module(&format!("def {text}: pass\n"));
        let bad = || Fault::new(format!("`{text}` is not a function's name with its parameters"), at);
        let Ok(parsed) = parsed else { return Err(bad()) };
        let [Stmt::FunctionDef(function)] = parsed.suite().as_slice() else { return Err(bad()) };
        let parameters = function.parameters.iter().map(|parameter| parameter.name().to_string()).collect();
        Ok(Signature { text: text.to_owned(), name: function.name.to_string(), parameters })
    }
}

/// A block that a control line opened: its keyword, where, and whether it is a loop that `loop` follows.
struct Open {
    keyword: String,
    at: usize,
    followed: bool,
}

struct Body<'a, 'w> {
    /// Whether the variable `loop` is used.
    loops: bool,
    open: Vec<Open>,
    writer: &'w mut Writer<'a>,
    depth: usize,
}

impl Body<'_, '_> {
    fn write(mut self, tokens: &[&Token]) -> Result<(), Fault> {
        self.writer.line(self.depth, "pass", 0);
        for token in tokens {
            match token {
                Token::Text(text) => self.writer.line(self.depth, &format!("context.write({})", repr_str(text)), 0),
                Token::Expression { code, filters, at } => self.expression(code, filters, *at)?,
                Token::Control { text, at } => self.control(text, *at)?,
                Token::Code { module: true, .. } | Token::Def { .. } | Token::EndDef { .. } => {}
                Token::Code { text, at, .. } => Code::parse(text, *at)?.write(self.writer, self.depth),
            }
        }
        match self.open.pop() {
            Some(open) => Err(Fault::new(format!("`% {0}` without `% end{0}`", open.keyword), open.at)),
            None => Ok(()),
        }
    }

    /// The default filter is `str`, which the filter `n` turns off.
    fn expression(&mut self, code: &str, filters: &str, at: usize) -> Result<(), Fault> {
        let mut begin = String::new();
        let mut end = String::new();
        let filters = filter_list(filters, at)?;
        if !filters.iter().any(|filter| filter == "n") {
            begin.push_str("context.str(");
            end.push(')');
        }
        for filter in filters.iter().filter(|filter| *filter != "n") {
            let function = match filter.as_str() {
                "x" | "h" | "u" | "trim" | "entity" => format!("context.filter_{filter}"),
                "str" | "unicode" => "context.str".to_owned(),
                name if name == "decode" || name.starts_with("decode.") => "context.filter_decode".to_owned(),
                own => own.to_owned(),
            };
            begin.insert_str(0, &format!("{function}("));
            end.push(')');
        }
        self.writer.line(self.depth, &format!("context.write({begin}("), at);
        let first = position(self.writer.text, at).0;
        for (line, number) in code.replace("\r\n", "\n").split('\n').zip(first..) {
            self.writer.raw(line, number);
        }
        self.writer.line(self.depth, &format!(")){end}"), at);
        Ok(())
    }

    fn control(&mut self, text: &str, at: usize) -> Result<(), Fault> {
        let keyword = keyword(text);
        if let Some(ended) = keyword.strip_prefix("end").filter(|ended| !ended.is_empty()) {
            let open = self.open.pop().ok_or_else(|| Fault::new("this line closes nothing", at))?;
            if open.keyword != ended {
                return Err(Fault::new(format!("`% {text}` does not fit the `% {}` above", open.keyword), at));
            }
            self.depth -= 1;
            if open.followed {
                self.depth -= 1;
                self.writer.line(self.depth, "finally:", at);
                self.writer.line(self.depth + 1, "loop = __M_loop._exit()", at);
            }
            return Ok(());
        }
        parse_control(text, at)?;
        if matches!(keyword, "elif" | "else" | "except") {
            let fits = |open: &Open| match open.keyword.as_str() {
                "if" => matches!(keyword, "elif" | "else"),
                "for" => keyword == "else",
                "try" => keyword == "except",
                _ => false,
            };
            if !self.open.last().is_some_and(fits) {
                return Err(Fault::new(format!("`% {text}` does not fit what is above"), at));
            }
            self.writer.line(self.depth - 1, text, at);
        } else {
            let followed = keyword == "for" && self.loops;
            let mut line = text.to_owned();
            if followed && let Some((targets, items)) = for_parts(text) {
                self.writer.line(self.depth, &format!("loop = __M_loop._enter({items})"), at);
                self.writer.line(self.depth, "try:", at);
                self.depth += 1;
                line = format!("for {targets} in loop:");
            }
            self.writer.line(self.depth, &line, at);
            self.open.push(Open { keyword: keyword.to_owned(), at, followed });
            self.depth += 1;
        }
        self.writer.line(self.depth, "pass", at);
        Ok(())
    }
}

fn keyword(text: &str) -> &str {
    &text[..text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len())]
}

/// The targets and the items of a `for` line.
fn for_parts(text: &str) -> Option<(String, String)> {
    let code = format!("{text}\n    pass\n");
    let parsed = parse_module(&code).ok()?;
    let [Stmt::For(each)] = parsed.suite().as_slice() else { return None };
    // Parentheses are no part of an expression's range: take all between `for`, `in` and the colon.
    let before_in = &code[..each.iter.start().to_usize()];
    let at = before_in.rfind("in")?;
    let end = each.body.first()?.start().to_usize();
    let colon = code[each.iter.end().to_usize()..end].find(':')? + each.iter.end().to_usize();
    Some((code[3..at].trim().to_owned(), code[at + 2..colon].trim().to_owned()))
}

/// A control line as statements, to see that it is one and which names it has.
fn parse_control(text: &str, at: usize) -> Result<Vec<Stmt>, Fault> {
    let code = match keyword(text) {
        "if" | "for" | "while" | "with" => format!("{text}\n    pass\n"),
        "elif" => format!("{}\n    pass\n", &text["el".len()..]),
        "else" => format!("if 1:\n    pass\n{text}\n    pass\n"),
        "try" => format!("{text}\n    pass\nfinally:\n    pass\n"),
        "except" => format!("try:\n    pass\n{text}\n    pass\n"),
        _ => return Err(Fault::new(format!("Unsupported control keyword: '{}'", keyword(text)), at)),
    };
    let parsed = parse_module(&code).map_err(|error| Fault::new(format!("`% {text}`: {}", error.error), at))?;
    let suite = parsed.into_suite();
    match suite.len() {
        1 => Ok(suite),
        _ => Err(Fault::new(format!("`% {text}` is not one control line"), at)),
    }
}

/// `a, b(1)`: filters, which may be calls.
fn filter_list(filters: &str, at: usize) -> Result<Vec<String>, Fault> {
    if filters.trim().is_empty() {
        return Ok(Vec::new());
    }
    let code = format!("({},)", filters.trim().trim_end_matches(','));
    let parsed = ruff_python_parser::parse_expression(&code)
        .map_err(|error| Fault::new(format!("`{filters}`: {}", error.error), at))?;
    match &*parsed.syntax().body {
        Expr::Tuple(tuple) => Ok(tuple.elts.iter().map(|item| code[item.range()].to_owned()).collect()),
        _ => Err(Fault::new(format!("`{filters}` is no list of filters"), at)),
    }
}

/// A block of Python, without its indentation.
struct Code {
    /// Each line, whether it may be indented (it does not begin inside a string), and how many lines of the template come before it.
    lines: Vec<(String, bool, usize)>,
    suite: Vec<Stmt>,
    at: usize,
}

impl Code {
    fn parse(text: &str, at: usize) -> Result<Self, Fault> {
        let is_code = |line: &&str| !line.trim().is_empty() && !line.trim_start().starts_with('#');
        let first = text.split('\n').find(is_code).unwrap_or_default();
        let margin = first[..first.len() - first.trim_start_matches([' ', '\t']).len()].to_owned();
        // Below `if`, the code may be indented as it is.
        let head = if margin.is_empty() { "" } else { "if 1:\n" };
        let code = format!("{head}{text}\n");
        let parsed = parse_module(&code).map_err(|error| {
            let place = at + error.location.start().to_usize().saturating_sub(head.len()).min(text.len());
            Fault::new(format!("not valid Python in this block: {}", error.error), place)
        })?;
        let in_string = |offset: usize| {
            parsed.tokens().iter().any(|token| {
                let is_string = matches!(token.kind(), TokenKind::String | TokenKind::FStringMiddle);
                is_string && token.start().to_usize() < offset && offset < token.end().to_usize()
            })
        };
        let mut offset = head.len();
        let mut lines = Vec::new();
        for (number, line) in text.split('\n').enumerate() {
            let inside = in_string(offset);
            let shown = if inside { line } else { line.strip_prefix(margin.as_str()).unwrap_or(line.trim_start()) };
            lines.push((shown.to_owned(), !inside, number));
            offset += line.len() + 1;
        }
        let mut suite = parsed.into_suite();
        if !head.is_empty() {
            suite = match suite.pop() {
                Some(Stmt::If(block)) if suite.is_empty() => block.body.to_vec(),
                _ => return Err(Fault::new("the lines of this block are not indented alike", at)),
            };
        }
        Ok(Code { lines, suite, at })
    }

    fn names(&self, names: &mut Names) {
        names.visit_body(&self.suite);
    }

    fn write(&self, writer: &mut Writer, depth: usize) {
        let first = position(writer.text, self.at).0;
        for (line, may_indent, number) in &self.lines {
            let number = first + u32::try_from(*number).unwrap_or(0);
            let indent = if *may_indent && !line.trim().is_empty() { "    ".repeat(depth) } else { String::new() };
            writer.raw(&format!("{indent}{line}"), number);
        }
    }
}

/// The names that a part uses and assigns.
fn part_names(token: &Token, names: &mut Names) -> Result<(), Fault> {
    match token {
        Token::Expression { code, filters, at } => {
            let parsed = ruff_python_parser::parse_expression(&format!("({code}\n)"))
                .map_err(|error| Fault::new(format!("`{}`: {}", code.trim(), error.error), *at))?;
            names.visit_expr(&parsed.syntax().body);
            for filter in filter_list(filters, *at)? {
                if let Ok(parsed) = ruff_python_parser::parse_expression(&filter) {
                    names.visit_expr(&parsed.syntax().body);
                }
            }
        }
        Token::Control { text, at } if !keyword(text).starts_with("end") => {
            parse_control(text, *at)?.iter().for_each(|statement| names.visit_stmt(statement));
        }
        Token::Code { text, module: false, at } => Code::parse(text, *at)?.names(names),
        _ => {}
    }
    Ok(())
}

#[derive(Default)]
struct Names {
    loaded: BTreeSet<String>,
    stored: BTreeSet<String>,
    /// Inside a function or class, whose assignments are its own.
    nested: usize,
}

impl Names {
    fn store(&mut self, name: &str) {
        if self.nested == 0 {
            self.stored.insert(name.to_owned());
        }
    }
}

impl<'a> Visitor<'a> for Names {
    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Name(name) if name.ctx == ExprContext::Load => {
                self.loaded.insert(name.id.to_string());
            }
            Expr::Name(name) => self.store(name.id.as_str()),
            // Their variables are their own.
            Expr::Lambda(_) | Expr::ListComp(_) | Expr::SetComp(_) | Expr::DictComp(_) | Expr::Generator(_) => {
                self.nested += 1;
                walk_expr(self, expr);
                self.nested -= 1;
                return;
            }
            _ => {}
        }
        walk_expr(self, expr);
    }

    fn visit_stmt(&mut self, statement: &'a Stmt) {
        let name_of = |name: &str| name.split('.').next().unwrap_or_default().to_owned();
        match statement {
            Stmt::FunctionDef(function) => self.store(&function.name),
            Stmt::ClassDef(class) => self.store(&class.name),
            Stmt::Import(import) => {
                for alias in &import.names {
                    let name = alias.asname.as_ref().map_or_else(|| name_of(&alias.name), ToString::to_string);
                    self.store(&name);
                }
            }
            Stmt::ImportFrom(import) => {
                for alias in &import.names {
                    self.store(alias.asname.as_ref().unwrap_or(&alias.name));
                }
            }
            Stmt::Try(block) => {
                for ExceptHandler::ExceptHandler(handler) in &block.handlers {
                    if let Some(name) = &handler.name {
                        self.store(name);
                    }
                }
            }
            _ => {}
        }
        let is_scope = matches!(statement, Stmt::FunctionDef(_) | Stmt::ClassDef(_));
        self.nested += usize::from(is_scope);
        walk_stmt(self, statement);
        self.nested -= usize::from(is_scope);
    }
}
