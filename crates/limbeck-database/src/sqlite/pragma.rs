//! Statements that a transaction would get in the way of.

use super::value::after_comments;

/// Whether a statement with this first word runs before a transaction that has been begun but in which nothing has happened.
pub(super) fn stands_outside(word: &str) -> bool {
    matches!(word, "PRAGMA" | "VACUUM" | "ATTACH" | "DETACH" | "SELECT" | "EXPLAIN")
}

/// What `PRAGMA foreign_keys = ...` sets; `None` for any other statement, also for one that only asks.
pub(super) fn foreign_keys(sql: &str) -> Option<bool> {
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    let mut words = after_comments(sql).split(|c| !is_part(c)).filter(|w| !w.is_empty()).map(str::to_ascii_lowercase);
    if words.next()? != "pragma" {
        return None;
    }
    let mut name = words.next()?;
    if name != "foreign_keys" {
        // After the name of a database.
        name = words.next()?;
    }
    if name != "foreign_keys" {
        return None;
    }
    let value = words.next()?;
    Some(match value.parse::<i64>() {
        Ok(number) => number != 0,
        Err(_) => matches!(value.as_str(), "on" | "yes" | "true"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_switch_is_seen_however_it_is_written() {
        for on in
            ["-- now\nPRAGMA foreign_keys=ON", "pragma Foreign_Keys(1);", "PRAGMA main.foreign_keys = 'yes' -- so"]
        {
            assert_eq!(foreign_keys(on), Some(true), "{on}");
        }
        for off in ["PRAGMA foreign_keys=OFF", "PRAGMA foreign_keys = 0", "PRAGMA \"main\".foreign_keys(false)"] {
            assert_eq!(foreign_keys(off), Some(false), "{off}");
        }
        for other in ["PRAGMA foreign_keys", "PRAGMA foreign_key_check", "SELECT 'PRAGMA foreign_keys=ON'", ""] {
            assert_eq!(foreign_keys(other), None, "{other}");
        }
    }
}
