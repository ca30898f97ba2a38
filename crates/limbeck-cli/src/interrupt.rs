//! Ctrl-C: the first one stops the run and rolls back, the second one ends the process.

use std::sync::atomic::{AtomicBool, Ordering};

use limbeck::Interrupt;

/// Also for SIGTERM, which is how a container is stopped.
pub fn listen(interrupt: Interrupt) {
    // A panic of the embedded Python because of the interruption is no news to anybody.
    let (show, pulled) = (std::panic::take_hook(), interrupt.clone());
    std::panic::set_hook(Box::new(move |panic| {
        if !pulled.is_pulled() {
            show(panic);
        }
    }));
    let pulled = AtomicBool::new(false);
    let heard = ctrlc::set_handler(move || {
        if pulled.swap(true, Ordering::SeqCst) {
            // What was not committed is rolled back by the database when the connection goes away.
            std::process::exit(130);
        }
        interrupt.pull();
    });
    if let Err(error) = heard {
        log::warn!(target: "limbeck", "Ctrl-C cannot be caught: {error}");
    }
}
