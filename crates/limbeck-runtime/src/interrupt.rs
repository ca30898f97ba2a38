//! Ctrl-C, without a signal handler of our own: whoever has one tells this.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

type Action = Box<dyn Fn() + Send + Sync>;

/// A switch that stops a run at the next possible place. Clones are the same switch.
#[derive(Clone, Default)]
pub struct Interrupt {
    inner: Arc<Inner>,
}

#[derive(Default)]
struct Inner {
    pulled: AtomicBool,
    actions: Mutex<Vec<Action>>,
}

impl Interrupt {
    /// Stops the run: the statement that is running is cancelled, nothing more is begun. May be called from any thread.
    pub fn pull(&self) {
        self.inner.pulled.store(true, Ordering::SeqCst);
        let actions = self.inner.actions.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        for action in actions.iter() {
            action();
        }
    }

    /// Whether it was pulled.
    pub fn is_pulled(&self) -> bool {
        self.inner.pulled.load(Ordering::SeqCst)
    }

    /// What to do at once when it is pulled.
    pub fn on_pull(&self, action: Action) {
        self.inner.actions.lock().unwrap_or_else(|poisoned| poisoned.into_inner()).push(action);
    }
}
