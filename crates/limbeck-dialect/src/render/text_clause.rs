//! The binds of `text()`: `:name` is one, `\:name` is a colon and a word, `::` is left alone. Quotes mean nothing to it.

/// A piece of a text.
#[derive(Debug, PartialEq)]
pub(crate) enum Piece<'a> {
    /// As it is.
    Text(&'a str),
    /// A bind of that name.
    Bind(&'a str),
}

/// The pieces of a text, by SQLAlchemy's two patterns `(?<![:\w\\]):(\w+)(?![:\w])` and `\\(:\w*)(?![:\w])`.
pub(crate) fn pieces(text: &str) -> Vec<Piece<'_>> {
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    let mut out = Vec::new();
    let mut start = 0;
    let mut previous = None;
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let next = at + c.len_utf8();
        let colon = if c == ':' { Some(at) } else { (c == '\\' && text[next..].starts_with(':')).then_some(next) };
        if let Some(colon) = colon {
            let word_start = colon + 1;
            let word_end = text[word_start..].find(|c| !is_word(c)).map_or(text.len(), |i| word_start + i);
            let closed = !text[word_end..].starts_with(':');
            let after_other = previous.is_some_and(|p: char| p == ':' || p == '\\' || is_word(p));
            let escaped = colon != at;
            if escaped && closed {
                out.push(Piece::Text(&text[start..at]));
                start = colon;
                previous = text[..word_end].chars().next_back();
                at = word_end;
                continue;
            }
            if !escaped && closed && !after_other && word_end > word_start {
                out.push(Piece::Text(&text[start..at]));
                out.push(Piece::Bind(&text[word_start..word_end]));
                start = word_end;
                previous = text[..word_end].chars().next_back();
                at = word_end;
                continue;
            }
        }
        previous = Some(c);
        at = next;
    }
    out.push(Piece::Text(&text[start..]));
    out
}

/// Whether the last word is IN.
pub(crate) fn ends_with_in(text: &str) -> bool {
    let last = text.trim_end().rsplit(|c: char| !c.is_alphanumeric() && c != '_').next();
    last.is_some_and(|word| word.eq_ignore_ascii_case("in"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text as SQLAlchemy 2.1.9 compiles it, with binds as `?`.
    fn shown(text: &str) -> String {
        pieces(text).iter().map(|p| if let Piece::Text(t) = p { t } else { "?" }).collect()
    }

    #[test]
    fn binds_are_found_where_sqlalchemy_finds_them() {
        for (text, expected) in [
            (":a", "?"),
            ("a:b", "a:b"),
            ("'x :b'", "'x ?'"),
            ("x::int", "x::int"),
            (r"\:a", ":a"),
            ("a::b:c", "a::b:c"),
            (":a:b", ":a:b"),
            (":a::b", ":a::b"),
            (": a", ": a"),
            (r"\\:a", r"\:a"),
            ("12:30:00", "12:30:00"),
            (":é", "?"),
            ("x=:a,y=:a", "x=?,y=?"),
            (":a-b", "?-b"),
            ("a :b$c", "a ?$c"),
            (":::x", ":::x"),
            (r"\::x", r"\::x"),
            ("--:c\n", "--?\n"),
            ("", ""),
            (":", ":"),
            ("\\", "\\"),
            (r"\:", ":"),
        ] {
            assert_eq!(shown(text), expected, "{text}");
        }
    }
}
