//! A coding agent that keeps projects, tasks and iterations in PostgreSQL.
//!
//! Environment: `DATABASE_URL`, any URL that SQLAlchemy knows; `MYAGENT_INI`, the migrations' settings, `alembic.ini` by default.

use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> ExitCode {
    myagent::console::init();
    let Some(url) = std::env::var("DATABASE_URL").ok().filter(|url| !url.is_empty()) else {
        log::error!("DATABASE_URL is not set");
        return ExitCode::FAILURE;
    };
    let ini = std::env::var_os("MYAGENT_INI").map_or_else(|| PathBuf::from("alembic.ini"), PathBuf::from);

    // What went wrong is logged already. A program on the wrong schema would do damage, so there is no program.
    if myagent::init_database(&ini, &url).is_err() {
        log::error!("myagent does not start");
        return ExitCode::FAILURE;
    }

    log::info!("myagent is ready");
    // Here the agent would take its first task.
    ExitCode::SUCCESS
}
