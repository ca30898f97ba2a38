//! The words of an SQL text, by SQLite's own rules.

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A bare word: a keyword, a name, a number.
    Word,
    /// A name in `"`, `` ` `` or `[]`.
    Quoted,
    /// A string in `'`, or a blob `x'..'`.
    String,
    /// Any other character.
    Symbol,
}

/// A token and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token<'a> {
    pub(super) kind: Kind,
    pub(super) text: &'a str,
    pub(super) start: usize,
}

impl<'a> Token<'a> {
    pub(super) fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// Whether it is that keyword or symbol.
    pub(super) fn is(&self, word: &str) -> bool {
        matches!(self.kind, Kind::Word | Kind::Symbol) && self.text.eq_ignore_ascii_case(word)
    }

    /// The name it stands for where a name is expected: SQLite takes strings there, too.
    pub(super) fn name(&self) -> Option<String> {
        let inner = || self.text.get(1..self.text.len().saturating_sub(1)).unwrap_or("");
        match self.kind {
            Kind::Word => Some(self.text.to_owned()),
            Kind::Quoted if self.text.starts_with('[') => Some(inner().to_owned()),
            Kind::Quoted | Kind::String => {
                let quote = &self.text[..1];
                Some(inner().replace(&quote.repeat(2), quote))
            }
            Kind::Symbol => None,
        }
    }

    /// Whether it may name a column: a bare or quoted name, not a string.
    pub(super) fn names(&self, column: &str) -> bool {
        self.kind != Kind::String && self.name().is_some_and(|n| n.eq_ignore_ascii_case(column))
    }
}

/// The tokens of a text; spaces and comments are left out. What is not closed goes to the end.
pub(super) fn tokens(sql: &str) -> Vec<Token<'_>> {
    let bytes = sql.as_bytes();
    let mut out = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let start = at;
        let rest = &sql[at..];
        let c = rest.chars().next().unwrap_or(' ');
        let (kind, end) = if c.is_whitespace() {
            at += c.len_utf8();
            continue;
        } else if rest.starts_with("--") {
            at += rest.find('\n').unwrap_or(rest.len());
            continue;
        } else if rest.starts_with("/*") {
            at += rest.find("*/").map_or(rest.len(), |i| i + 2);
            continue;
        } else if matches!(c, '"' | '`') {
            (Kind::Quoted, closing(sql, at, c))
        } else if c == '\'' {
            (Kind::String, closing(sql, at, c))
        } else if c == '[' {
            (Kind::Quoted, rest.find(']').map_or(sql.len(), |i| at + i + 1))
        } else if matches!(c, 'x' | 'X') && rest[1..].starts_with('\'') {
            (Kind::String, closing(sql, at + 1, '\''))
        } else if is_word(c) {
            let number = c.is_ascii_digit();
            let len =
                rest.char_indices().find(|(_, c)| !(is_word(*c) || number && *c == '.')).map_or(rest.len(), |(i, _)| i);
            (Kind::Word, at + len)
        } else {
            (Kind::Symbol, at + c.len_utf8())
        };
        out.push(Token { kind, text: &sql[start..end], start });
        at = end;
    }
    out
}

/// SQLite takes every character outside ASCII as part of a name.
fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || c == '$' || !c.is_ascii()
}

/// The end of a quoted text that begins at `start`; a doubled quote does not end it.
fn closing(sql: &str, start: usize, quote: char) -> usize {
    let bytes = sql.as_bytes();
    let quote = quote as u8;
    let mut at = start + 1;
    while at < bytes.len() {
        if bytes[at] == quote {
            if bytes.get(at + 1) != Some(&quote) {
                return at + 1;
            }
            at += 1;
        }
        at += 1;
    }
    bytes.len()
}

/// Whether an SQL text names something: a bare or quoted name, in any case.
pub(super) fn mentions(sql: &str, name: &str) -> bool {
    tokens(sql).iter().any(|t| t.names(name))
}

/// An expression with column names exchanged. Only what can be a column is: no function, collation, type of a CAST, or name after
/// a dot.
pub(super) fn rename_columns(sql: &str, renames: &[(String, String)]) -> String {
    let all = tokens(sql);
    let mut out = String::new();
    let mut done = 0;
    for (index, token) in all.iter().enumerate() {
        let before = index.checked_sub(1).map(|i| all[i]);
        let after = all.get(index + 1);
        let other = before.is_some_and(|t| t.is(".") || t.is("COLLATE") || t.is("AS"))
            || after.is_some_and(|t| t.is("(") || t.is("."));
        if other {
            continue;
        }
        if let Some((_, new)) = renames.iter().find(|(old, _)| token.names(old)) {
            out.push_str(&sql[done..token.start]);
            out.push_str(&super::quote::quote(new));
            done = token.end();
        }
    }
    out.push_str(&sql[done..]);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_cut_as_sqlite_cuts_them() {
        let texts: Vec<&str> =
            tokens("a.\"b\"\"c\"/* x */[d e]`f`-- g\n'h''i' x'ff' 1.5e3 é>=:p").iter().map(|t| t.text).collect();
        assert_eq!(
            texts,
            ["a", ".", "\"b\"\"c\"", "[d e]", "`f`", "'h''i'", "x'ff'", "1.5e3", "é", ">", "=", ":", "p"]
        );
        let names: Vec<_> = tokens("\"b\"\"c\" [d e] 'h''i'").iter().map(|t| t.name().unwrap()).collect();
        assert_eq!(names, ["b\"c", "d e", "h'i"]);
        for open in ["\"a", "'a", "[a", "/* a", "x'a", "-- a", "'", "\""] {
            assert!(tokens(open).len() <= 1);
        }
    }

    #[test]
    fn only_columns_are_renamed() {
        let renames = [("a".to_owned(), "b c".to_owned())];
        assert_eq!(
            rename_columns("a > 'a' AND a(A) COLLATE a AND CAST(x AS a) AND [a]", &renames),
            "\"b c\" > 'a' AND a(\"b c\") COLLATE a AND CAST(x AS a) AND \"b c\""
        );
    }
}
