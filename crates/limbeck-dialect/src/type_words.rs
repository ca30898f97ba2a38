//! Whether two types are the same by their text: Alembic's rules, where a dialect has none of its own.

/// A type's text in parts.
#[derive(Debug, Default, PartialEq)]
struct Parts {
    words: Vec<String>,
    arguments: Vec<String>,
}

/// Words, and what stands in the last parentheses.
fn parts(text: &str) -> Parts {
    let text = text.to_lowercase();
    let mut parts = Parts::default();
    let mut rest = text.as_str();
    while let Some(first) = rest.chars().next() {
        if let Some((inside, after)) = rest.strip_prefix('(').and_then(|inner| inner.split_once(')')) {
            let arguments = inside.split([',', '(']).map(str::trim).filter(|argument| !argument.is_empty());
            // What is said with a name (`name=value`) is not compared.
            parts.arguments = arguments.filter(|argument| !argument.contains('=')).map(str::to_owned).collect();
            rest = after;
            continue;
        }
        let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '-')).unwrap_or(rest.len());
        if end > 0 {
            parts.words.push(rest[..end].to_owned());
            rest = &rest[end..];
        } else {
            rest = &rest[first.len_utf8()..];
        }
    }
    parts
}

/// The first words must be the same or synonyms. What follows is compared only where both sides say equally much: VARCHAR(10)
/// is VARCHAR, and not VARCHAR(20).
pub(crate) fn differ(database: &str, model: &str, synonyms: &[[&str; 2]]) -> bool {
    let (there, wanted) = (parts(database), parts(model));
    let same_word = match (there.words.first(), wanted.words.first()) {
        (Some(a), Some(b)) => {
            a == b || synonyms.iter().any(|pair| pair.contains(&a.as_str()) && pair.contains(&b.as_str()))
        }
        (a, b) => a.is_none() == b.is_none(),
    };
    let differ = |a: &[String], b: &[String]| a.len() == b.len() && a != b;
    let after = |parts: &Parts| parts.words.get(1..).unwrap_or_default().to_vec();
    !same_word || differ(&after(&there), &after(&wanted)) || differ(&there.arguments, &wanted.arguments)
}
