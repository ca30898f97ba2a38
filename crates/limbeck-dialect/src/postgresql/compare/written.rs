//! Conditions in the words that they were made of.
//!
//! `s IN ('x', 'y')` on a VARCHAR is kept as `s::text = ANY (ARRAY['x'::character varying, 'y'::character varying]::text[])`. When the server is
//! given that, it keeps it in another way yet.

use super::expressions::is_word;

/// Only a condition that is one such list is taken back; every other goes as it is.
pub(in crate::postgresql) fn written_condition(text: &str) -> String {
    list(text).unwrap_or_else(|| text.to_owned())
}

fn list(text: &str) -> Option<String> {
    let (column, rest, word) = match text.split_once(" = ANY (ARRAY[") {
        Some((column, rest)) => (column, rest, "IN"),
        None => {
            let (column, rest) = text.split_once(" <> ALL (ARRAY[")?;
            (column, rest, "NOT IN")
        }
    };
    let items = rest.strip_suffix("]::text[])")?;
    let column = column.strip_suffix("::text")?;
    let column = column.strip_prefix('(').and_then(|inside| inside.strip_suffix(')')).unwrap_or(column);
    let bare = column.strip_prefix('"').and_then(|inside| inside.strip_suffix('"')).unwrap_or(column);
    if bare.is_empty() || (bare == column && !column.chars().all(is_word)) || bare.contains('"') {
        return None;
    }
    let mut values = Vec::new();
    let mut rest = items;
    loop {
        let inside = rest.strip_prefix('\'')?;
        let mut end = 0;
        loop {
            end += inside.get(end..)?.find('\'')?;
            if !inside[end + 1..].starts_with('\'') {
                break;
            }
            end += 2;
        }
        values.push(&rest[..end + 2]);
        rest = inside[end + 1..].strip_prefix("::character varying")?;
        match rest.strip_prefix(", ") {
            Some(more) => rest = more,
            None => break,
        }
    }
    rest.is_empty().then(|| format!("{column} {word} ({})", values.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_a_list_again() {
        for (text, wanted) in [
            (
                "s::text = ANY (ARRAY['x'::character varying, 'it''s, ok'::character varying]::text[])",
                "s IN ('x', 'it''s, ok')",
            ),
            ("\"S\"::text <> ALL (ARRAY['x'::character varying]::text[])", "\"S\" NOT IN ('x')"),
        ] {
            assert_eq!(written_condition(text), wanted);
        }
        for text in [
            "n > 0",
            "s::text = ANY (ARRAY['x'::text, 'y'::text]::text[])",
            "s::text = ANY (ARRAY['x'::character varying, 'y'::character varying]::text[]) AND n > 0",
            "lower(s::text) = ANY (ARRAY['x'::character varying]::text[])",
            "s::text = ANY (ARRAY['x",
        ] {
            assert_eq!(written_condition(text), text);
        }
    }
}
