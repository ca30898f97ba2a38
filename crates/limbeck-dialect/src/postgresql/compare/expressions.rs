//! Expressions of indexes and generated columns, which the server keeps in its own words. What tells two of them apart is what Alembic
//! looks at: not case, quotes, spaces, casts, enclosing parentheses, or a direction that is the server's own.

use limbeck_core::autogenerate::ElementText;
use limbeck_core::expression::Expression;
use limbeck_core::schema::{Index, IndexElement, NullsOrder, OptionValue, SortOrder};

use crate::DialectError;
use crate::kept::plain;
use crate::postgresql::Postgresql;
use crate::postgresql::quote::quote;
use crate::render::expression::ddl_text;

/// The elements of an index.
pub(in crate::postgresql) fn index_elements(index: &Index) -> Result<Vec<ElementText>, DialectError> {
    index.elements.iter().map(|element| element_text(element, &index.table.name)).collect()
}

/// The options of an index that are compared. Texts of conditions are those of the server, or of the model.
pub(in crate::postgresql) fn index_options(index: &Index) -> Result<Vec<(String, String)>, DialectError> {
    let mut out = Vec::new();
    for option in index.options.of("postgresql") {
        let text = match (option.name.as_str(), &option.value) {
            ("using", OptionValue::Text(method)) => Some(method.to_lowercase()).filter(|method| method != "btree"),
            ("where", OptionValue::Expression(filter)) => Some(plain(&ddl_text(&Postgresql, filter)?).to_owned()),
            ("where", OptionValue::Text(filter)) => Some(plain(filter).to_owned()),
            ("include", OptionValue::List(columns)) => Some(columns.iter().map(word).collect::<Vec<_>>().join(", ")),
            ("with" | "ops", OptionValue::Map(entries)) => {
                let mut entries: Vec<String> =
                    entries.iter().map(|(name, value)| format!("{name}={}", word(value).to_lowercase())).collect();
                entries.sort();
                Some(entries.join(", "))
            }
            ("nulls_not_distinct", OptionValue::Bool(true)) => Some("True".into()),
            _ => None,
        };
        out.extend(text.filter(|text| !text.is_empty()).map(|text| (option.name.clone(), text)));
    }
    out.sort();
    Ok(out)
}

/// A value of an option as a word.
fn word(value: &OptionValue) -> String {
    match value {
        OptionValue::Text(text) => text.clone(),
        OptionValue::Int(number) => number.to_string(),
        OptionValue::Bool(flag) => flag.to_string(),
        OptionValue::Expression(Expression::Column { name, .. }) => name.clone(),
        other => format!("{other:?}"),
    }
}

/// Whether two expressions may be the same, as far as their texts say.
pub(in crate::postgresql) fn alike(one: &Expression, other: &Expression, table: &str) -> Result<bool, DialectError> {
    let rough = |expression: &Expression| {
        let text = normal(&ddl_text(&Postgresql, expression)?, table);
        Ok::<_, DialectError>(text.replace(['(', ')'], ""))
    };
    Ok(rough(one)? == rough(other)?)
}

fn element_text(element: &IndexElement, table: &str) -> Result<ElementText, DialectError> {
    let mut shown = match &element.expression {
        Expression::Column { name, .. } => quote(name),
        other => ddl_text(&Postgresql, other)?,
    };
    shown.push_str(match element.order {
        Some(SortOrder::Ascending) => " ASC",
        Some(SortOrder::Descending) => " DESC",
        None => "",
    });
    shown.push_str(match element.nulls {
        Some(NullsOrder::First) => " NULLS FIRST",
        Some(NullsOrder::Last) => " NULLS LAST",
        None => "",
    });
    Ok(ElementText { normal: normal(&shown, table), shown })
}

fn normal(text: &str, table: &str) -> String {
    let text = text.to_lowercase().replace(['"', '\''], "");
    let text = without_casts(&text.replace(&format!("{}.", table.to_lowercase()), ""));
    let (body, direction) = directed(enclosed(&text));
    let mut body = enclosed(body).to_owned();
    while let Some(plain) = without_cast_function(&body) {
        body = plain;
    }
    format!("{}{direction}", body.replace(' ', ""))
}

fn enclosed(mut text: &str) -> &str {
    while let Some(inside) = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        text = inside;
    }
    text
}

/// An element and its direction. ASC, NULLS LAST after it and NULLS FIRST after DESC go without saying.
fn directed(text: &str) -> (&str, &'static str) {
    let (text, nulls) = ["first", "last"]
        .into_iter()
        .find_map(|word| text.strip_suffix(word)?.strip_suffix(" nulls ").map(|before| (before, word)))
        .unwrap_or((text, ""));
    if let Some(body) = text.strip_suffix(" desc") {
        return (body, if nulls == "last" { " desc nulls last" } else { " desc" });
    }
    let body = text.strip_suffix(" asc").unwrap_or(text);
    (body, if nulls == "first" { " nulls first" } else { "" })
}

/// Without `::type`.
pub(in crate::postgresql) fn without_casts(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find("::") {
        let (before, cast) = rest.split_at(at);
        out.push_str(before);
        let name = cast[2..].trim_start();
        match type_end(name) {
            Some(end) => rest = &name[end..],
            None => {
                out.push_str("::");
                rest = &cast[2..];
            }
        }
    }
    out.push_str(rest);
    out
}

/// `CAST(x AS type)` as `x`, once; `None` when there is none.
fn without_cast_function(text: &str) -> Option<String> {
    let mut from = 0;
    loop {
        let at = from + text.get(from..)?.find("cast")?;
        from = at + 4;
        let begins_word = !text[..at].ends_with(is_word);
        let Some(inside) = text[from..].trim_start().strip_prefix('(').filter(|_| begins_word) else { continue };
        let mut as_from = 0;
        while let Some(as_at) = inside[as_from..].find(" as ").map(|found| found + as_from) {
            let name = inside[as_at + 4..].trim_start();
            if let Some(end) = type_end(name)
                && let Some(after) = name[end..].trim_start().strip_prefix(')')
            {
                return Some(format!("{}{}{after}", &text[..at], inside[..as_at].trim_end()));
            }
            as_from = as_at + 4;
        }
    }
}

pub(super) fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Where these words end when they come next, each after a space.
fn words_after(text: &str, mut at: usize, words: &[&str]) -> Option<usize> {
    for word in words {
        let rest = &text[at..];
        let after = rest.trim_start().strip_prefix(word).filter(|_| rest.starts_with(' '))?;
        if after.starts_with(is_word) {
            return None;
        }
        at = text.len() - after.len();
    }
    Some(at)
}

/// Where a type's name at the beginning of `text` ends: `character varying(20)[]`, `timestamp(3) with time zone`, `"S"."t"`.
fn type_end(text: &str) -> Option<usize> {
    let name = |from: usize| {
        let rest = &text[from..];
        if let Some(inside) = rest.strip_prefix('"') {
            return inside.find('"').filter(|end| *end > 0).map(|end| from + end + 2);
        }
        let end = rest.find(|c| !is_word(c)).unwrap_or(rest.len());
        (end > 0).then_some(from + end)
    };
    let mut end = name(0)?;
    if text[end..].starts_with('.')
        && let Some(after) = name(end + 1)
    {
        end = after;
    }
    let lower = text.to_ascii_lowercase();
    let text = lower.as_str();
    for word in ["varying", "precision"] {
        end = words_after(text, end, &[word]).unwrap_or(end);
    }
    if let Some(inside) = text[end..].trim_start().strip_prefix('(')
        && let Some((numbers, after)) = inside.split_once(')')
        && !numbers.trim().is_empty()
        && numbers.chars().all(|c| c.is_ascii_digit() || c == ',' || c == ' ')
    {
        end = text.len() - after.len();
    }
    for word in ["with", "without"] {
        end = words_after(text, end, &[word, "time", "zone"]).unwrap_or(end);
    }
    while let Some(inside) = text[end..].trim_start().strip_prefix('[')
        && let Some((size, after)) = inside.split_once(']')
        && size.trim().chars().all(|c| c.is_ascii_digit())
    {
        end = text.len() - after.len();
    }
    Some(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn casts_go_with_the_whole_name_of_their_type() {
        for (text, wanted) in [
            ("(name)::text", "(name)"),
            ("a::character varying(20)[] || b", "a || b"),
            ("a::timestamp(3) with time zone", "a"),
            ("a::double precision + 1", "a + 1"),
            ("a::\"S 1\".\"T\" = b", "a = b"),
            ("'english'::regconfig", "'english'"),
            ("a::numeric(10, 2)", "a"),
            ("a::int without", "a without"),
            ("a:: (b)", "a:: (b)"),
        ] {
            assert_eq!(without_casts(text), wanted, "{text}");
        }
    }

    #[test]
    fn elements_are_the_same_in_the_words_of_both() {
        for (there, wanted) in [
            ("lower(c::text)", "lower(t.c)"),
            ("(a + b) DESC", "a + b DESC"),
            ("(a + b)", "(a+b) ASC NULLS LAST"),
            ("a DESC", "a DESC NULLS FIRST"),
            ("a NULLS FIRST", "a ASC NULLS FIRST"),
            ("a", "\"A\" NULLS LAST"),
            ("((d ->> 'key'::text))", "d ->> 'key'"),
            ("lower(c::text)", "lower(CAST(CAST(c AS VARCHAR(20)) AS TEXT))"),
            ("broadcast(a)", "broadcast(a)"),
        ] {
            assert_eq!(normal(there, "t"), normal(wanted, "t"), "{there} and {wanted}");
        }
        for (there, wanted) in [("a DESC", "a"), ("a DESC NULLS LAST", "a DESC"), ("lower(a)", "upper(a)")] {
            assert_ne!(normal(there, "t"), normal(wanted, "t"));
        }
    }
}
