//! Everything on disk: configuration, version scripts, the static reader, directives and the binder, templates.

pub mod directive;
pub mod reader;
