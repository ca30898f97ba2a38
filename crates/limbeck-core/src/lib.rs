//! What a schema, an operation and a revision history are. No I/O, no async, no Python, no terminal.

pub mod autogenerate;
pub mod expression;
pub mod operation;
pub mod revision;
pub mod schema;
pub mod source;
