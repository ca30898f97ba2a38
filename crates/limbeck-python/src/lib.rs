//! The embedded Python: env.py as an environment, version scripts that must be run to be understood.
//!
//! The interpreter is RustPython. Scripts see our own `alembic` and `sqlalchemy` (`facade/`), which record what was written and hand it
//! to Rust, slim versions of a few costly standard modules (`slim/`), and of the machine only what they may read.

mod config;
mod connection;
mod context;
mod elsewhere;
mod environment;
mod error;
mod header;
mod hooks;
mod imports;
mod inspect;
mod interpreter;
mod machine;
mod models;
mod named_type;
mod native;
mod session;
mod template;
mod tree;
mod value;

pub use environment::{PythonEnvironment, PythonScripts};
pub use header::evaluate_header;
pub use interpreter::Python;
pub use template::PythonTemplates;
