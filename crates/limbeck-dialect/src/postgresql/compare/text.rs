//! What a default says, without what the server changes when it keeps one: casts of literals, parentheses around everything, case of
//! words and spaces.

use std::collections::BTreeSet;

use crate::postgresql::reflect::without_parentheses;

/// A default.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Meaning {
    /// NULL, which is what there is without a default
    Null,
    /// A literal's value: `'x'::text`, `-1`, `true`
    Value(String),
    /// Anything else, in normal form
    Expression(String),
}

#[derive(Debug, PartialEq)]
enum Token {
    /// A literal in quotes, by its content
    Quoted(String),
    /// A word or number, lower case
    Word(String),
    /// `"name"`, with its quotes
    Identifier(String),
    /// `::`
    Cast,
    /// Any other character
    Symbol(char),
}

/// What SQL text means.
pub(super) fn meaning(sql: &str) -> Meaning {
    let inside = without_parentheses(sql);
    let Some(tokens) = tokens(inside) else { return Meaning::Expression(sql.trim().to_owned()) };
    let tokens = without_casts(tokens);
    match tokens.as_slice() {
        [Token::Quoted(content)] => Meaning::Value(content.clone()),
        [Token::Word(word)] if word == "null" => Meaning::Null,
        [Token::Word(word), Token::Cast, ..] if word == "null" && type_end(&tokens, 2) == Some(tokens.len()) => {
            Meaning::Null
        }
        [Token::Word(word)] if matches!(word.as_str(), "true" | "false") || is_number(word) => {
            Meaning::Value(word.clone())
        }
        [Token::Symbol('-'), Token::Word(word)] if is_number(word) => Meaning::Value(format!("-{word}")),
        all => Meaning::Expression(written(all)),
    }
}

impl Meaning {
    /// Whether working it out changes something, or cannot be worked out the same twice.
    pub(super) fn counts(&self) -> bool {
        let Meaning::Expression(text) = self else { return false };
        ["nextval", "setval"].iter().any(|name| text.contains(&format!("{name} (")))
    }
}

/// The names that SQL text says, but for those of functions and types: what may be columns.
pub(super) fn names(sql: &str) -> BTreeSet<String> {
    let tokens = tokens(sql).unwrap_or_default();
    let is = |at: Option<usize>, wanted: &Token| at.and_then(|at| tokens.get(at)) == Some(wanted);
    let named = tokens.iter().enumerate().filter_map(|(at, token)| match token {
        _ if is(at.checked_sub(1), &Token::Cast) || is(Some(at + 1), &Token::Symbol('(')) => None,
        Token::Word(word) => Some(word.rsplit('.').next().unwrap_or(word).to_owned()),
        Token::Identifier(text) => Some(text.trim_matches('"').replace("\"\"", "\"")),
        _ => None,
    });
    named.collect()
}

fn is_number(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit() || c == '.') && word.parse::<f64>().is_ok()
}

/// One space between tokens.
fn written(tokens: &[Token]) -> String {
    let texts: Vec<String> = tokens
        .iter()
        .map(|token| match token {
            Token::Quoted(content) => format!("'{}'", content.replace('\'', "''")),
            Token::Word(text) | Token::Identifier(text) => text.clone(),
            Token::Cast => "::".into(),
            Token::Symbol(c) => c.to_string(),
        })
        .collect();
    texts.join(" ")
}

/// `None` for what is not understood: an open quote, an escape in `E'...'` that says a character by its number, `$$`.
fn tokens(sql: &str) -> Option<Vec<Token>> {
    let mut found = Vec::new();
    let mut rest = sql;
    while let Some(c) = rest.chars().next() {
        let escapes = matches!(c, 'e' | 'E') && rest[1..].starts_with('\'');
        if c == '\'' || escapes {
            let (content, after) = quoted(&rest[usize::from(escapes) + 1..], escapes)?;
            found.push(Token::Quoted(content));
            rest = after;
        } else if c == '"' {
            let end = closing(&rest[1..], '"')?;
            found.push(Token::Identifier(rest[..end + 2].to_owned()));
            rest = &rest[end + 2..];
        } else if c == '$' {
            return None;
        } else if c.is_whitespace() {
            rest = &rest[c.len_utf8()..];
        } else if rest.starts_with("::") {
            found.push(Token::Cast);
            rest = &rest[2..];
        } else if c.is_alphanumeric() || c == '_' || c == '.' {
            let end = word_end(rest);
            found.push(Token::Word(rest[..end].to_lowercase()));
            rest = &rest[end..];
        } else {
            found.push(Token::Symbol(c));
            rest = &rest[c.len_utf8()..];
        }
    }
    Some(found)
}

/// Where a word or a number ends; a number may have a sign after its exponent.
fn word_end(text: &str) -> usize {
    let end = |text: &str| text.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '.')).unwrap_or(text.len());
    let first = end(text);
    let number = text.starts_with(|c: char| c.is_ascii_digit()) && text[..first].ends_with(['e', 'E']);
    match text[first..].strip_prefix(['+', '-']) {
        Some(after) if number && after.starts_with(|c: char| c.is_ascii_digit()) => first + 1 + end(after),
        _ => first,
    }
}

/// Where a quote closes; a doubled one does not.
fn closing(text: &str, quote: char) -> Option<usize> {
    let mut at = 0;
    loop {
        at += text.get(at..)?.find(quote)?;
        if text[at + 1..].starts_with(quote) {
            at += 2;
        } else {
            return Some(at);
        }
    }
}

/// The content of a literal whose first quote is gone, and what comes after it.
fn quoted(text: &str, escapes: bool) -> Option<(String, &str)> {
    if !escapes {
        let end = closing(text, '\'')?;
        return Some((text[..end].replace("''", "'"), &text[end + 1..]));
    }
    let mut content = String::new();
    let mut characters = text.char_indices();
    while let Some((at, c)) = characters.next() {
        match c {
            '\'' if text[at + 1..].starts_with('\'') => {
                characters.next();
                content.push('\'');
            }
            '\'' => return Some((content, &text[at + 1..])),
            '\\' => content.push(match characters.next()?.1 {
                'n' => '\n',
                't' => '\t',
                'r' => '\r',
                c @ ('\\' | '\'' | '"') => c,
                _ => return None,
            }),
            c => content.push(c),
        }
    }
    None
}

/// Without the casts that follow a literal in quotes: `'utc'::text`, `'x'::character varying(20)[]`.
fn without_casts(tokens: Vec<Token>) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        if *token == Token::Cast
            && matches!(out.last(), Some(Token::Quoted(_)))
            && let Some(after) = type_end(&tokens, at + 1)
        {
            at = after;
            continue;
        }
        out.push(match token {
            Token::Quoted(text) => Token::Quoted(text.clone()),
            Token::Word(text) => Token::Word(text.clone()),
            Token::Identifier(text) => Token::Identifier(text.clone()),
            Token::Cast => Token::Cast,
            Token::Symbol(c) => Token::Symbol(*c),
        });
        at += 1;
    }
    out
}

/// Where a type's name ends that begins at `at`.
fn type_end(tokens: &[Token], mut at: usize) -> Option<usize> {
    let is = |at: usize, words: &[&str]| matches!(tokens.get(at), Some(Token::Word(w)) if words.contains(&w.as_str()));
    // `schema.name` is a word with a point inside, or names in quotes with points between or beside them.
    loop {
        match tokens.get(at)? {
            Token::Word(_) | Token::Identifier(_) => at += 1,
            _ => return None,
        }
        let joined = |token: Option<&Token>, end: bool| match token {
            Some(Token::Word(word)) if end => word.ends_with('.'),
            Some(Token::Word(word)) => word.starts_with('.'),
            _ => false,
        };
        if !joined(tokens.get(at - 1), true) && !joined(tokens.get(at), false) {
            break;
        }
    }
    if is(at, &["varying", "precision"]) {
        at += 1;
    }
    if tokens.get(at) == Some(&Token::Symbol('(')) {
        at += 1 + tokens.get(at..)?.iter().position(|token| *token == Token::Symbol(')'))?;
    }
    if is(at, &["with", "without"]) && is(at + 1, &["time"]) && is(at + 2, &["zone"]) {
        at += 3;
    }
    while tokens.get(at) == Some(&Token::Symbol('[')) && tokens.get(at + 1) == Some(&Token::Symbol(']')) {
        at += 2;
    }
    Some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn literals_are_their_values() {
        for (sql, value) in [
            ("'x'::character varying", "x"),
            ("'x'::character varying(20)[]", "x"),
            ("'x'::\"Odd type\"", "x"),
            ("'x'::public.\"Odd type\"", "x"),
            ("'x'::\"S 1\".mood", "x"),
            ("'2020-01-01 00:00:00'::timestamp(3) without time zone", "2020-01-01 00:00:00"),
            ("(('it''s'))", "it's"),
            ("E'a\\nb'", "a\nb"),
            ("-1", "-1"),
            ("(-1)", "-1"),
            ("1e-3", "1e-3"),
            ("TRUE", "true"),
            ("''", ""),
        ] {
            assert_eq!(meaning(sql), Meaning::Value(value.into()), "{sql}");
        }
        assert_eq!(meaning("NULL::character varying"), Meaning::Null);
        assert_eq!(meaning("NULL"), Meaning::Null);
        assert_eq!(meaning("NULL::integer + 1"), Meaning::Expression("null :: integer + 1".into()));
    }

    #[test]
    fn expressions_lose_case_spaces_and_casts_of_literals() {
        for (there, wanted) in [
            ("timezone('utc'::text, now())", "TIMEZONE('utc', now( ))"),
            ("nextval('s'::regclass)", "nextval('s')"),
            ("CURRENT_TIMESTAMP", "current_timestamp"),
            ("(now() + '1 day'::interval)", "now()+'1 day'"),
        ] {
            assert_eq!(meaning(there), meaning(wanted));
        }
        for (there, wanted) in [
            ("lower('A'::text)", "lower('a')"),
            ("now()::text", "now()"),
            ("a.\"B\"", "a.\"b\""),
            ("'a' || 'b'", "'ab'"),
        ] {
            assert_ne!(meaning(there), meaning(wanted));
        }
        assert!(meaning("nextval('s')").counts());
        assert!(!meaning("'nextval('").counts());
    }

    #[test]
    fn names_are_neither_functions_nor_types() {
        let said = names("lower(t.A) = 'b' AND \"C d\"::date > x(y::text)");
        assert_eq!(said.into_iter().collect::<Vec<_>>(), ["C d", "a", "and", "y"]);
    }

    #[test]
    fn what_is_not_understood_stays_as_it_is() {
        assert_eq!(meaning("'open"), Meaning::Expression("'open".into()));
        assert_eq!(meaning("$$x$$"), Meaning::Expression("$$x$$".into()));
        assert_eq!(meaning("E'\\u0041'"), Meaning::Expression("E'\\u0041'".into()));
    }
}
