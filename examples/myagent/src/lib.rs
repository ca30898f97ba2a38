//! myagent's start: the database is brought up to date before anything else happens.

pub mod console;
mod database;

pub use database::{StartError, init_database};
