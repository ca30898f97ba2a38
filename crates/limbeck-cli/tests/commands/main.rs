//! What limbeck's command line has beyond Alembic's.

#[path = "../support/mod.rs"]
mod support;

mod branches;
mod graph;
mod heads_check;
mod help;
mod json;
mod named_alembic;
mod plan;
mod shells;
mod terminal;
