//! Everything on disk: configuration, version scripts, the static reader, directives and the binder, templates.

pub mod binder;
pub mod directive;
