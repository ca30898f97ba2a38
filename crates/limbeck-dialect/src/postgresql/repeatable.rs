//! Text of an expression that PostgreSQL, when it is given it, keeps in the very same words.
//!
//! It shows `a IN ('x', 'y')` of a VARCHAR as `(ARRAY['x'::character varying, 'y'::character varying])::text[]`, which means the array made into another. Given that,
//! it takes the second type for that of the elements, and shows another text from then on. With the array's own type behind it, it does not.

/// `sql` with the type of its elements behind every array that is made into another.
pub(super) fn repeatable(sql: &str) -> String {
    let mut out = String::new();
    let mut rest = sql;
    while let Some(at) = rest.find("ARRAY[") {
        let (before, array) = rest.split_at(at);
        out.push_str(before);
        let Some((array, after)) = closing(array).and_then(|end| array.split_at_checked(end + 1)) else {
            rest = array;
            break;
        };
        out.push_str(array);
        rest = after;
        let other = after.strip_prefix(')').unwrap_or(after).strip_prefix("::");
        if let (Some(other), Some(own)) = (other, element_type(array))
            && other.strip_prefix(own).is_none_or(|end| !end.starts_with("[]"))
        {
            out.push_str(&format!("::{own}[]"));
        }
    }
    out + rest
}

/// Where the array ends that the text begins with: the place of its `]`.
fn closing(array: &str) -> Option<usize> {
    let (mut depth, mut quote) = (0_usize, None);
    for (at, c) in array.char_indices() {
        match (quote, c) {
            (Some(open), _) if c == open => quote = None,
            (Some(_), _) => {}
            (None, '\'' | '"') => quote = Some(c),
            (None, '[') => depth += 1,
            (None, ']') if depth == 1 => return Some(at),
            (None, ']') => depth -= 1,
            _ => {}
        }
    }
    None
}

/// The type that stands behind the last element, which is a literal.
fn element_type(array: &str) -> Option<&str> {
    let (_, last) = array.strip_suffix(']')?.rsplit_once("'::")?;
    let is_type = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '_' | '.' | '"');
    last.chars().all(is_type).then_some(last)
}

#[cfg(test)]
mod tests {
    use super::repeatable;

    #[test]
    fn an_array_that_is_made_into_another_says_its_own_type() {
        for (sql, expected) in [
            (
                "(a)::text = ANY ((ARRAY['x'::character varying, 'y'::character varying])::text[])",
                "(a)::text = ANY ((ARRAY['x'::character varying, 'y'::character varying]::character varying[])::text[])",
            ),
            ("a::text = ANY (ARRAY['x'::bpchar]::text[])", "a::text = ANY (ARRAY['x'::bpchar]::bpchar[]::text[])"),
            ("(ARRAY['])::'::bpchar])::text[]", "(ARRAY['])::'::bpchar]::bpchar[])::text[]"),
        ] {
            assert_eq!(repeatable(sql), expected);
            assert_eq!(repeatable(expected), expected);
        }
        for same in [
            "a > 1",
            "a = ANY (ARRAY[1, 2])",
            "ANY (ARRAY['x'::text])",
            "ARRAY['x'::text]::text[]",
            "(ARRAY[",
            "(ARRAY[lower(a)])::text[]",
            "ARRAY['é",
        ] {
            assert_eq!(repeatable(same), same);
        }
    }
}
