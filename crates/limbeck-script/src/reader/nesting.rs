//! Refuses text whose nesting would overflow the stack of a recursive parser. CPython refuses such files too.

use ruff_text_size::TextSize;

/// CPython's tokenizer allows 200 open brackets.
const BRACKETS: usize = 200;
/// CPython allows 100 levels of indentation.
const INDENTS: usize = 100;
/// Operators and prefixes in one expression. CPython's compiler gives out at some thousands.
const OPERATORS: usize = 2_000;

/// Where `source` nests too deeply, if it does. Strings and comments are skipped.
pub(super) fn too_deep(source: &str) -> Option<TextSize> {
    let bytes = source.as_bytes();
    // One count of operators per open bracket, and one for the line.
    let mut operators: Vec<usize> = vec![0];
    let mut indent = 0;
    let mut at = 0;
    while at < bytes.len() {
        let start = at;
        match bytes[at] {
            b'#' => {
                at = line_end(bytes, at);
                continue;
            }
            b'"' | b'\'' => {
                at = string_end(bytes, at);
                // Brackets inside the braces of an f-string nest as well, whatever its quotes.
                if is_format_string(bytes, start) && depth_within(&bytes[start..at]) > BRACKETS {
                    return offset(start);
                }
                continue;
            }
            b'(' | b'[' | b'{' => {
                operators.push(0);
                if operators.len() > BRACKETS {
                    return offset(start);
                }
            }
            b')' | b']' | b'}' => {
                if operators.len() > 1 {
                    operators.pop();
                }
                count(&mut operators, 1);
            }
            b',' | b';' => reset(&mut operators),
            b'\n' if operators.len() == 1 => {
                reset(&mut operators);
                indent = bytes[at + 1..].iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
            }
            // A backslash joins lines; the operators go on counting.
            b'\\' => at += 1,
            b'+' | b'-' | b'*' | b'/' | b'~' | b'%' | b'@' | b'&' | b'|' | b'^' | b'<' | b'>' | b'=' | b'.' | b':' => {
                count(&mut operators, 1);
            }
            byte if byte.is_ascii_alphabetic() || byte == b'_' => {
                while at < bytes.len() && (bytes[at].is_ascii_alphanumeric() || bytes[at] == b'_') {
                    at += 1;
                }
                match &source[start..at] {
                    "not" | "await" | "lambda" | "if" | "else" | "elif" | "and" | "or" | "in" | "is" | "yield" => {
                        count(&mut operators, 1);
                    }
                    _ => {}
                }
                // A prefix of a string: `f"..."` is the string's business.
                continue;
            }
            _ => {}
        }
        // One space for each level is the least that indentation takes.
        if operators.last().is_some_and(|&count| count > OPERATORS) || (indent > INDENTS && deep_indent(source, at)) {
            return offset(start);
        }
        at += 1;
    }
    None
}

/// Whether the line at `at` really stands below that many levels: counts the distinct indents above it.
fn deep_indent(source: &str, at: usize) -> bool {
    let at = source.floor_char_boundary(at);
    let mut levels = 0;
    let mut least = usize::MAX;
    for line in source[..at].rsplit('\n') {
        let width = line.len() - line.trim_start().len();
        if width < least && !line.trim().is_empty() {
            least = width;
            levels += 1;
        }
        if least == 0 {
            break;
        }
    }
    levels > INDENTS
}

fn count(operators: &mut [usize], by: usize) {
    if let Some(last) = operators.last_mut() {
        *last += by;
    }
}

fn reset(operators: &mut [usize]) {
    if let Some(last) = operators.last_mut() {
        *last = 0;
    }
}

fn offset(at: usize) -> Option<TextSize> {
    Some(TextSize::new(u32::try_from(at).unwrap_or(u32::MAX)))
}

fn line_end(bytes: &[u8], at: usize) -> usize {
    bytes[at..].iter().position(|&byte| byte == b'\n').map_or(bytes.len(), |length| at + length)
}

/// The offset after the string that begins at `at`. Escapes are skipped also in raw strings, where a backslash still
/// keeps the quote that follows it.
fn string_end(bytes: &[u8], at: usize) -> usize {
    let quote = bytes[at];
    let triple = bytes.len() >= at + 3 && bytes[at + 1] == quote && bytes[at + 2] == quote;
    let mut at = at + if triple { 3 } else { 1 };
    while at < bytes.len() {
        match bytes[at] {
            b'\\' => at += 1,
            b'\n' if !triple => return at,
            byte if byte == quote && !triple => return at + 1,
            byte if byte == quote && bytes[at..].starts_with(&[quote; 3]) => return at + 3,
            _ => {}
        }
        at += 1;
    }
    bytes.len()
}

fn is_format_string(bytes: &[u8], quote: usize) -> bool {
    bytes[..quote].iter().rev().take(2).any(|byte| matches!(byte, b'f' | b'F' | b't' | b'T'))
}

fn depth_within(bytes: &[u8]) -> usize {
    let (mut depth, mut deepest) = (0usize, 0);
    for byte in bytes {
        match byte {
            b'(' | b'[' | b'{' => {
                depth += 1;
                deepest = deepest.max(depth);
            }
            b')' | b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    deepest
}
