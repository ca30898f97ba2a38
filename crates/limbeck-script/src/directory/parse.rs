//! Parsing Python without running out of stack.
//!
//! The parser and the tree's destructor recurse with the nesting of the text. A stack that no text can exhaust makes "no
//! panic on any input" true for them too.

use limbeck_core::source::{Location, SourceError};
use ruff_python_ast::ModModule;
use ruff_python_parser::{Parsed, parse_module};
use ruff_text_size::Ranged;

/// Address space per parsing thread; only what is touched becomes memory.
const STACK: usize = 512 << 20;

/// Nesting that a stack of [`STACK`] bytes holds with a wide margin (a bracket takes about 2 KiB).
const MAX_NESTING: usize = 50_000;

/// Runs `work` on a thread with a large stack. For anything that parses or walks Python of unknown origin.
pub fn on_deep_stack<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    let mut work = Some(work);
    let mut done = None;
    std::thread::scope(|scope| {
        let (work, done) = (&mut work, &mut done);
        let run = move || *done = work.take().map(|work| work());
        if let Ok(handle) = std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, run)
            && let Err(panic) = handle.join()
        {
            std::panic::resume_unwind(panic);
        }
    });
    match (done, work) {
        (Some(done), _) => done,
        // No such thread can be had (address space is limited): the usual stack must do.
        (None, Some(work)) => work(),
        (None, None) => unreachable!("the work was taken, so the thread has run it"),
    }
}

/// Runs `work` for every item, each on a thread of its own with a large stack.
pub(super) fn map_on_deep_stacks<I: Sync, T: Send>(items: &[I], work: impl Fn(&I) -> T + Sync) -> Vec<T> {
    let work = &work;
    std::thread::scope(|scope| {
        let spawn = |item| std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, move || work(item));
        let handles: Vec<_> = items.iter().map(|item| (item, spawn(item))).collect();
        handles
            .into_iter()
            .map(|(item, handle)| match handle {
                Ok(handle) => handle.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)),
                Err(_) => work(item),
            })
            .collect()
    })
}

/// Parses a version script. To be called on a deep stack when the text is of unknown origin. A syntax error is located.
pub fn parse_script(file: &Location, source: &str) -> Result<Parsed<ModModule>, SourceError> {
    if let Some(offset) = too_deep(source) {
        let (line, column) = position(source, offset);
        return Err(SourceError::new(file.at(line, column), "nested too deeply to be read"));
    }
    parse_module(source).map_err(|error| {
        let (line, column) = position(source, error.location.start().to_usize());
        let message = error.error.to_string();
        let mut error =
            SourceError::new(file.at(line, column), format!("not valid Python: {}", message.trim_end_matches('.')));
        if let Some(help) = python2_hint(source, line) {
            error = error.help(help);
        }
        error
    })
}

/// Where brackets or prefix operators may pile up too high. Strings are not told apart: the bound is far above what any text needs.
fn too_deep(source: &str) -> Option<usize> {
    let mut brackets = 0usize;
    let mut prefixes = 0usize;
    if source.len() < MAX_NESTING {
        return None;
    }
    for (at, byte) in source.bytes().enumerate() {
        match byte {
            b'(' | b'[' | b'{' => brackets += 1,
            b')' | b']' | b'}' => brackets = brackets.saturating_sub(1),
            b'-' | b'+' | b'~' => prefixes += 1,
            // `not`, `lambda`, `else`, `**`: words that nest to the right without brackets.
            b'n' if source.as_bytes()[at..].starts_with(b"not ") => prefixes += 1,
            b'l' if source.as_bytes()[at..].starts_with(b"lambda") => prefixes += 1,
            b'e' if source.as_bytes()[at..].starts_with(b"else ") => prefixes += 1,
            b'*' if source.as_bytes()[at..].starts_with(b"**") => prefixes += 1,
            b'\n' | b'\'' | b'"' | b',' => prefixes = 0,
            _ => {}
        }
        if brackets > MAX_NESTING || prefixes > MAX_NESTING {
            return Some(at);
        }
    }
    None
}

/// What to say when the faulty line is Python 2.
fn python2_hint(source: &str, line: u32) -> Option<&'static str> {
    let text = source.lines().nth((line as usize).checked_sub(1)?)?.trim_start();
    let is_print = text
        .strip_prefix("print")
        .is_some_and(|rest| rest.starts_with([' ', '"', '\'']) && !rest.trim_start().starts_with('('));
    let is_except = text.starts_with("except ") && text.contains(',') && !text.contains('(');
    (is_print || is_except).then_some("this looks like Python 2; Python 3 is read")
}

/// 1-based line and column (in characters) of a byte offset.
pub(crate) fn position(source: &str, offset: usize) -> (u32, u32) {
    let before = source.get(..offset).unwrap_or(source);
    let line = before.bytes().filter(|b| *b == b'\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    (u32::try_from(line).unwrap_or(u32::MAX), u32::try_from(column).unwrap_or(u32::MAX))
}

/// Where a node of the tree begins.
pub(crate) fn node_location(file: &Location, source: &str, node: &impl Ranged) -> Location {
    let (line, column) = position(source, node.range().start().to_usize());
    file.at(line, column)
}
