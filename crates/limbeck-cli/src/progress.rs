//! A line on the terminal that says how far a run is, once it has taken a second.

use std::io::IsTerminal;
use std::sync::OnceLock;
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use limbeck::{Migrator, terminal};

/// Runs that are shorter show nothing.
const PATIENCE: Duration = Duration::from_secs(1);
const TICK: Duration = Duration::from_millis(100);

static LINE: OnceLock<ProgressBar> = OnceLock::new();

/// Takes the line away when the run is over.
pub struct Watch {
    line: Option<ProgressBar>,
    // Dropped with the watch, which tells the thread that waits.
    _over: Option<Sender<()>>,
}

impl Drop for Watch {
    fn drop(&mut self) {
        if let Some(line) = &self.line {
            line.finish_and_clear();
        }
    }
}

/// The same migrator, whose run is watched as long as the second part lives. Without a terminal nothing is shown.
pub fn watch(migrator: Migrator) -> (Migrator, Watch) {
    let dumb = std::env::var_os("TERM").is_none_or(|term| term == "dumb");
    if dumb || !std::io::stderr().is_terminal() {
        return (migrator, Watch { line: None, _over: None });
    }
    let line = LINE.get_or_init(|| {
        let line = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        // The template is a constant; were it wrong, the default style would do.
        if let Ok(style) = ProgressStyle::with_template("{spinner} {prefix} {wide_msg} {elapsed}") {
            line.set_style(style);
        }
        line
    });
    terminal::share(|write| match LINE.get() {
        Some(line) => line.suspend(write),
        None => write(),
    });
    let (over, wait) = channel::<()>();
    std::thread::spawn(move || {
        if wait.recv_timeout(PATIENCE) == Err(RecvTimeoutError::Timeout) {
            line.set_draw_target(ProgressDrawTarget::stderr());
            line.enable_steady_tick(TICK);
        }
    });
    let migrator = migrator.on_step(move |step| {
        line.set_prefix(format!("[{}/{}]", step.number, step.of));
        line.set_message(format!("{} {} {}", step.direction.as_str(), step.revision, step.doc));
    });
    (migrator, Watch { line: Some(line.clone()), _over: Some(over) })
}
