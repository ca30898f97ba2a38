//! Colours, for a terminal and never with `NO_COLOR`.

use anstream::{AutoStream, ColorChoice};
use anstyle::{AnsiColor, Style};

const fn colour(colour: AnsiColor) -> Style {
    colour.on_default()
}

/// A revision's identifier
pub const REVISION: Style = colour(AnsiColor::Yellow);
/// `(head)`
pub const HEAD: Style = colour(AnsiColor::Green).bold();
/// `(current)`
pub const CURRENT: Style = colour(AnsiColor::Cyan).bold();
/// Branch labels
pub const LABEL: Style = colour(AnsiColor::Magenta);
/// `FAILED`
pub const FAILED: Style = colour(AnsiColor::Red).bold();
/// `help`
pub const HELP: Style = colour(AnsiColor::Cyan);

/// What `check` would add
pub const ADDED: Style = colour(AnsiColor::Green);
/// What it would take away
pub const REMOVED: Style = colour(AnsiColor::Red);
/// What it would change
pub const CHANGED: Style = colour(AnsiColor::Yellow);

/// Paints, or leaves text as it is.
#[derive(Debug, Clone, Copy, Default)]
pub struct Paint {
    on: bool,
}

impl Paint {
    /// For standard output.
    pub fn stdout() -> Self {
        Paint { on: AutoStream::choice(&std::io::stdout()) != ColorChoice::Never }
    }

    /// For standard error.
    pub fn stderr() -> Self {
        Paint { on: AutoStream::choice(&std::io::stderr()) != ColorChoice::Never }
    }

    /// The text in this style.
    pub fn paint(self, style: Style, text: &str) -> String {
        if self.on { format!("{style}{text}{style:#}") } else { text.to_owned() }
    }
}
