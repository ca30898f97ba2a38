//! A place where a table can be made to see what the server makes of it, and which is left as it was found.

use limbeck_core::autogenerate::Kept;

use crate::{Catalogue, DialectError};

const NAME: &str = "limbeck_scratch";

/// Does `work` and takes everything back. A failure of `work` is a text, and does not end a transaction that is under way.
///
/// # Errors
/// What was done cannot be taken back.
pub(crate) fn taken_back<T>(
    live: &mut dyn Catalogue,
    work: impl FnOnce(&mut dyn Catalogue) -> Result<T, DialectError>,
) -> Result<Result<T, String>, DialectError> {
    // There is no savepoint outside of a transaction: then one is begun.
    let inside = live.query(&format!("SAVEPOINT {NAME}")).is_ok();
    if !inside {
        live.query("BEGIN")?;
    }
    let result = work(live);
    if inside {
        live.query(&format!("ROLLBACK TO SAVEPOINT {NAME}"))?;
        live.query(&format!("RELEASE SAVEPOINT {NAME}"))?;
    } else {
        live.query("ROLLBACK")?;
    }
    Ok(result.map_err(|error| error.to_string().lines().next().unwrap_or_default().to_owned()))
}

/// The first that works; the reason of the last that does not.
pub(crate) fn first_of(
    attempts: usize,
    mut attempt: impl FnMut(usize) -> Result<Result<Kept, String>, DialectError>,
) -> Result<Kept, DialectError> {
    let mut reason = String::new();
    for number in 0..attempts {
        match attempt(number)? {
            Ok(kept) => return Ok(kept),
            Err(why) if number == 0 => reason = why,
            Err(_) => {}
        }
    }
    Ok(Kept::Unknown(reason))
}

/// A text without the parentheses and spaces around it.
pub(crate) fn plain(text: &str) -> &str {
    let mut text = text.trim();
    while let Some(inside) = enclosed(text) {
        text = inside.trim();
    }
    text
}

/// What stands inside parentheses that belong together.
pub(crate) fn enclosed(text: &str) -> Option<&str> {
    let inside = text.strip_prefix('(')?.strip_suffix(')')?;
    let (mut depth, mut quoted) = (0i32, false);
    for c in inside.chars() {
        match c {
            '\'' => quoted = !quoted,
            '(' if !quoted => depth += 1,
            ')' if !quoted => depth -= 1,
            _ => {}
        }
        if depth < 0 {
            return None;
        }
    }
    (depth == 0 && !quoted).then_some(inside)
}
