//! Throw-away database servers for tests: each in a temporary folder, on a free port, gone with the process that started it. And real
//! Alembic beside them.

mod keeper;
pub mod mariadb;
pub mod oracle;
pub mod postgres;
