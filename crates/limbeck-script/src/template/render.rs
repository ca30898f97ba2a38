//! Rendering a Mako template.

use std::collections::HashMap;

use limbeck_core::source::{Location, SourceError};
use ruff_python_ast::{Expr, Stmt};
use ruff_python_parser::parse_module;

use super::expression::{SUPPORTED, Scope, comma};
use super::lexer::{Fault, Token, tokens};
use super::translate::translate;
use super::value::Value;
use crate::config::Config;
use crate::directory::{on_deep_stack, position};

/// Templates are small; a longer text could nest deeper than the stack.
const MAX_TEMPLATE: usize = 100_000;

/// A template that takes running Python.
#[derive(Debug, Clone, PartialEq)]
pub struct DynamicTemplate {
    /// Where the template is.
    pub file: Location,
    /// A Python module with a function `render_body(context)`.
    pub source: String,
    /// The template's line for each line of `source`; 0 for those that stand for none.
    pub lines: Vec<u32>,
    /// What the template sees, besides what env.py gives it.
    pub names: Vec<(String, Value)>,
}

/// Runs templates that take Python.
pub trait TemplateRunner {
    /// Whether this template must be run also when it could be read: it sees values that only Python has.
    fn required(&self) -> bool;

    /// The text that the template makes.
    ///
    /// # Errors
    /// The exception that it raised, at its line.
    fn run(&self, template: &DynamicTemplate) -> Result<String, SourceError>;
}

/// Renders a template with the given names. `file` is where it came from. Besides `names`, a template sees `config`, `context`, `comma`
/// and Python's functions. One that is plain is understood here; any other goes to the runner, and is an error without one.
pub fn render(
    file: &Location,
    text: &str,
    names: &[(String, Value)],
    config: &Config,
    runner: Option<&dyn TemplateRunner>,
) -> Result<String, SourceError> {
    if text.len() > MAX_TEMPLATE {
        return Err(SourceError::new(file.clone(), format!("the template is larger than {MAX_TEMPLATE} bytes")));
    }
    let located = |fault: Fault| {
        let (line, column) = position(text, fault.at);
        SourceError::new(file.at(line, column), fault.message)
    };
    let tokens = tokens(text).map_err(located)?;
    if !runner.is_some_and(TemplateRunner::required) {
        let outcome = on_deep_stack(|| plain(&tokens, names, config));
        match (outcome, runner) {
            (Ok(text), _) => return Ok(text),
            (Err(fault), None) => return Err(located(fault).help(SUPPORTED)),
            (Err(_), Some(_)) => {}
        }
    }
    let translation = on_deep_stack(|| translate(text, &tokens)).map_err(located)?;
    let names = names.to_vec();
    let template = DynamicTemplate { file: file.clone(), source: translation.source, lines: translation.lines, names };
    match runner {
        Some(runner) => runner.run(&template),
        None => Err(SourceError::new(file.clone(), "the template takes running Python")),
    }
}

/// Renders without Python; gives up at whatever is not fully understood.
fn plain(tokens: &[Token], names: &[(String, Value)], config: &Config) -> Result<String, Fault> {
    let mut scope = Scope { names: names.iter().cloned().collect::<HashMap<_, _>>(), config };
    scope.names.insert("config".to_owned(), Value::Config);
    let mut renderer = Renderer { tokens, scope, out: String::new() };
    let end = renderer.block(0, true)?;
    if end < tokens.len() {
        return Err(Fault::new("this line closes nothing", renderer.offset(end)));
    }
    Ok(renderer.out)
}

struct Renderer<'a> {
    tokens: &'a [Token],
    scope: Scope<'a>,
    out: String,
}

/// A parsed control line.
enum Control {
    If(Expr),
    Elif(Expr),
    Else,
    EndIf,
    For(Vec<String>, Expr),
    EndFor,
}

impl Renderer<'_> {
    /// Renders tokens from `at` on, up to the control line that ends the block, whose index is returned. Writes nothing unless `live`.
    fn block(&mut self, mut at: usize, live: bool) -> Result<usize, Fault> {
        while let Some(token) = self.tokens.get(at) {
            match token {
                Token::Text(text) if live => self.out.push_str(text),
                Token::Expression { code, filters, at } if live => {
                    let text = self.expression(code, filters).map_err(|message| Fault::new(message, *at))?;
                    self.out.push_str(&text);
                }
                Token::Code { text, module, at } => {
                    // Also where nothing is written: what cannot be understood should show at once.
                    let assignments = assignments(text, *module).map_err(|message| Fault::new(message, *at))?;
                    for (name, value) in assignments.into_iter().filter(|_| live) {
                        let value = match value {
                            Some(value) => self.scope.evaluate(&value).map_err(|message| Fault::new(message, *at))?,
                            None => Value::Re,
                        };
                        self.scope.names.insert(name, value);
                    }
                }
                Token::Control { text, at: offset } => {
                    match control(text).map_err(|message| Fault::new(message, *offset))? {
                        Control::If(test) => {
                            at = self.choice(at, *offset, test, live)? + 1;
                            continue;
                        }
                        Control::For(targets, items) => {
                            at = self.repeat(at, *offset, &targets, &items, live)? + 1;
                            continue;
                        }
                        _ => return Ok(at),
                    }
                }
                Token::Def { at, .. } | Token::EndDef { at } => {
                    return Err(Fault::new("<%def> takes running Python", *at));
                }
                Token::Text(_) | Token::Expression { .. } => {}
            }
            at += 1;
        }
        Ok(at)
    }

    /// Renders the branch of an `% if` that is taken; returns the index of its `% endif`.
    fn choice(&mut self, start: usize, offset: usize, test: Expr, live: bool) -> Result<usize, Fault> {
        let mut done = !live;
        let mut test = Some(test);
        let mut at = start;
        loop {
            let taken = match &test {
                _ if done => false,
                Some(test) => {
                    self.scope.evaluate(test).map_err(|message| Fault::new(message, self.offset(at)))?.truth()
                }
                None => true,
            };
            done |= taken;
            let was_else = test.is_none();
            at = self.block(at + 1, taken)?;
            test = match self.control_at(at) {
                Some(Ok(Control::EndIf)) => return Ok(at),
                Some(Ok(Control::Elif(next))) if !was_else => Some(next),
                Some(Ok(Control::Else)) if !was_else => None,
                Some(Err(fault)) => return Err(fault),
                Some(Ok(_)) => return Err(Fault::new("this line does not fit the `% if` above", self.offset(at))),
                None => return Err(Fault::new("`% if` without `% endif`", offset)),
            };
        }
    }

    /// Renders a `% for` as often as there are items; returns the index of its `% endfor`.
    fn repeat(
        &mut self,
        start: usize,
        offset: usize,
        targets: &[String],
        items: &Expr,
        live: bool,
    ) -> Result<usize, Fault> {
        let fault = |message: String| Fault::new(message, offset);
        let items =
            if live { self.scope.evaluate(items).and_then(|items| items.items()).map_err(fault)? } else { Vec::new() };
        // Without items the body is read once, to find its end.
        let end = if items.is_empty() { self.block(start + 1, false)? } else { start };
        let mut at = end;
        for item in items {
            match targets {
                [target] => {
                    self.scope.names.insert(target.clone(), item);
                }
                targets => {
                    let parts = item.items().map_err(fault)?;
                    if parts.len() != targets.len() {
                        return Err(fault(format!(
                            "cannot unpack {} values into {} names",
                            parts.len(),
                            targets.len()
                        )));
                    }
                    self.scope.names.extend(targets.iter().cloned().zip(parts));
                }
            }
            at = self.block(start + 1, true)?;
        }
        match self.control_at(at) {
            Some(Ok(Control::EndFor)) => Ok(at),
            Some(Err(fault)) => Err(fault),
            Some(Ok(_)) => Err(Fault::new("this line does not fit the `% for` above", self.offset(at))),
            None => Err(fault("`% for` without `% endfor`".to_owned())),
        }
    }

    fn offset(&self, index: usize) -> usize {
        match self.tokens.get(index) {
            Some(Token::Control { at, .. } | Token::Expression { at, .. } | Token::Code { at, .. }) => *at,
            _ => 0,
        }
    }

    fn control_at(&self, index: usize) -> Option<Result<Control, Fault>> {
        match self.tokens.get(index)? {
            Token::Control { text, at } => Some(control(text).map_err(|message| Fault::new(message, *at))),
            _ => None,
        }
    }

    /// `${code | filters}`: the default filter is `str`, which the filter `n` turns off.
    fn expression(&self, code: &str, filters: &str) -> Result<String, String> {
        let mut value = self.scope.evaluate_text(code)?;
        let filters: Vec<&str> = filters.split(',').map(str::trim).filter(|filter| !filter.is_empty()).collect();
        if !filters.contains(&"n") {
            value = Value::Str(value.to_text()?);
        }
        for filter in filters {
            value = match (filter, &value) {
                ("n", _) => value,
                ("str" | "unicode", _) => Value::Str(value.to_text()?),
                ("repr", _) => Value::Str(value.repr()?),
                ("comma", _) => comma(&value)?,
                ("trim", Value::Str(text)) => Value::Str(text.trim_matches(crate::config::is_python_space).to_owned()),
                ("h" | "x", Value::Str(text)) => Value::Str(escape_html(text)),
                ("trim" | "h" | "x", other) => {
                    return Err(format!("the filter {filter} needs a string, not {}", other.kind()));
                }
                _ => {
                    return Err(format!(
                        "the filter {filter} is not supported; comma, n, str, repr, trim, h and x are"
                    ));
                }
            };
        }
        match value {
            Value::Str(text) => Ok(text),
            Value::Undefined(name) => Err(format!("'{name}' is not defined")),
            other => Err(format!("`{}` is {}, not a string", code.trim(), other.kind())),
        }
    }
}

fn escape_html(text: &str) -> String {
    text.replace('&', "&amp;").replace('>', "&gt;").replace('<', "&lt;").replace('\'', "&#39;").replace('"', "&#34;")
}

/// Parses the text of a control line.
fn control(text: &str) -> Result<Control, String> {
    let keyword: String = text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
    let rest = text[keyword.len()..].trim_start();
    match keyword.as_str() {
        "endif" => return Ok(Control::EndIf),
        "endfor" => return Ok(Control::EndFor),
        "else" if rest.starts_with(':') => return Ok(Control::Else),
        "if" | "elif" | "for" => {}
        _ => {
            return Err(format!(
                "the control line `% {text}` is not supported; if, elif, else, endif, for and endfor are"
            ));
        }
    }
    let code = format!("{}\n    pass\n", text.strip_prefix("el").unwrap_or(text));
    let parsed = parse_module(&code).map_err(|error| format!("`% {text}`: {}", error.error))?;
    let bad = || format!("`% {text}` is not a single `{keyword}`");
    let mut body = parsed.into_suite().into_iter();
    let (Some(statement), None) = (body.next(), body.next()) else { return Err(bad()) };
    match statement {
        Stmt::If(choice) if choice.elif_else_clauses.is_empty() => {
            Ok(if keyword == "if" { Control::If(*choice.test) } else { Control::Elif(*choice.test) })
        }
        Stmt::For(each) if each.orelse.is_empty() && !each.is_async => {
            let name = |target: &Expr| match target {
                Expr::Name(name) => Some(name.id.to_string()),
                _ => None,
            };
            let targets = match &*each.target {
                Expr::Tuple(tuple) => tuple.elts.iter().map(name).collect(),
                target => name(target).map(|name| vec![name]),
            };
            Ok(Control::For(targets.ok_or_else(bad)?, *each.iter))
        }
        _ => Err(bad()),
    }
}

/// The assignments of a `<% %>` block; `import re` assigns the module, shown as `None`.
fn assignments(text: &str, module: bool) -> Result<Vec<(String, Option<Expr>)>, String> {
    let unsupported = || {
        let block = if module { "<%! %>" } else { "<% %>" };
        format!("a {block} block may hold `name = expression` and `import re`, nothing else")
    };
    let parsed =
        parse_module(&dedent(text)).map_err(|error| format!("not valid Python in this block: {}", error.error))?;
    let mut assignments = Vec::new();
    for statement in parsed.into_suite() {
        match statement {
            Stmt::Pass(_) => {}
            Stmt::Import(import) => {
                for alias in &import.names {
                    if alias.name.as_str() != "re" {
                        return Err(unsupported());
                    }
                    assignments.push((alias.asname.as_ref().unwrap_or(&alias.name).to_string(), None));
                }
            }
            Stmt::Assign(mut assign) => match (assign.targets.pop(), assign.targets.is_empty()) {
                (Some(Expr::Name(name)), true) => assignments.push((name.id.to_string(), Some(*assign.value))),
                _ => return Err(unsupported()),
            },
            _ => return Err(unsupported()),
        }
    }
    Ok(assignments)
}

/// Takes the indentation of the first line that has code off every line, as Mako does.
fn dedent(text: &str) -> String {
    let first =
        text.lines().find(|line| !line.trim().is_empty() && !line.trim_start().starts_with('#')).unwrap_or_default();
    let margin = &first[..first.len() - first.trim_start().len()];
    let mut out: String =
        text.lines().map(|line| format!("{}\n", line.strip_prefix(margin).unwrap_or(line.trim_start()))).collect();
    if out.trim().is_empty() {
        out.clear();
    }
    out
}
