//! limbeck and real Alembic, side by side and in turns, on the same files: the projects in `examples/`.
//!
//! `checks.rs` holds what every example must show on every database it is for; the file of an example holds what only that one has.
#![cfg(unix)]

mod checks;
mod content;
mod database;
mod readme;
mod tool;

mod clawbot_coordinator;
mod gl_agent_factory;
mod myagent;
mod orchestrator;
mod postbot;

/// The checks of one example on one kind of database, each a test of its own.
macro_rules! agree {
    ($name:ident, $example:expr, $kind:expr) => {
        mod $name {
            #[test]
            fn head() {
                crate::checks::head(&$example, $kind);
            }

            #[test]
            fn every_step_up_and_down() {
                crate::checks::every_step(&$example, $kind);
            }

            #[test]
            fn hand_over() {
                crate::checks::hand_over(&$example, $kind);
            }

            #[test]
            fn offline() {
                crate::checks::offline(&$example, $kind);
            }

            #[test]
            fn readme() {
                crate::readme::on_both(&$example, $kind);
            }
        }
    };
}
pub(crate) use agree;

/// What the checks must know of an example.
pub struct Example {
    /// Its folder in `examples/`
    pub name: &'static str,
    /// The newest revision
    pub head: &'static str,
    /// How many revisions there are
    pub revisions: usize,
    /// Arguments of `upgrade`, one revision each, from an empty database to the newest revision
    pub up: &'static [&'static str],
    /// Arguments of `downgrade`, one revision each, as far down as it goes
    pub down: &'static [&'static str],
    /// Whether the upgrade can be written as SQL for this kind of database
    pub offline: fn(database::Kind) -> bool,
}
