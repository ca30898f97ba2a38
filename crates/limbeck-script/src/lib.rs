//! Everything on disk: configuration, version scripts, the static reader, directives and the binder, templates.

pub mod binder;
pub mod config;
pub mod directive;
pub mod directory;
pub mod history;
pub mod hooks;
pub mod project;
pub mod reader;
pub mod rendering;
pub mod template;
pub mod trees;
