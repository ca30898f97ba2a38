//! What `check` says of the differences that it found.

use limbeck::{Findings, Sign};

use crate::paint::{ADDED, CHANGED, Paint, REMOVED};

/// Alembic's sentence, and a line for each difference where Alembic prints Python objects.
pub fn detected(findings: &Findings) -> String {
    let lines: Vec<String> = findings.found.iter().map(|one| format!("  {one}")).collect();
    format!("New upgrade operations detected: [\n{}\n]", lines.join("\n"))
}

/// The code of a revision that would make up for them: `+` makes something, `-` takes something away, `~` changes it.
pub fn code(findings: &Findings, paint: Paint) -> Vec<String> {
    let mut all = Vec::new();
    for (sign, text) in &findings.code {
        let style = match sign {
            Sign::Plus => ADDED,
            Sign::Minus => REMOVED,
            Sign::Change => CHANGED,
        };
        // Only the first line of a statement has the sign.
        for (at, line) in text.lines().enumerate() {
            let mark = if at == 0 { symbol(*sign) } else { " " };
            all.push(paint.paint(style, &format!("{mark} {line}")));
        }
    }
    all
}

/// The sign in one letter.
pub fn symbol(sign: Sign) -> &'static str {
    match sign {
        Sign::Plus => "+",
        Sign::Minus => "-",
        Sign::Change => "~",
    }
}
