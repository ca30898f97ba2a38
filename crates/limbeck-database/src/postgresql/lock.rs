//! The run lock: an advisory lock of the server, held by a session of its own.
//!
//! The lock goes with its session, and that with the process. The session is idle while it holds the lock, and has no snapshot: nothing
//! waits for it, `CREATE INDEX CONCURRENTLY` included. Advisory locks belong to a database, so the key may be the same everywhere.

use limbeck_core::expression::Literal;

use super::session::Session;
use super::settings::Settings;
use crate::{DatabaseError, RunLock, Taking};

/// `limbeck` in ASCII, as a number.
const KEY: i64 = 0x006c_696d_6265_636b;

pub(super) struct AdvisoryLock {
    session: Session,
    /// A pooler may give every transaction another session: there the lock is a transaction's.
    pooled: bool,
}

impl AdvisoryLock {
    pub fn new(settings: &Settings) -> Result<AdvisoryLock, DatabaseError> {
        let mut settings = settings.clone();
        let host = hostname::get().unwrap_or_default().to_string_lossy().into_owned();
        let name = format!("limbeck run lock, process {} on {host}", std::process::id());
        settings.parameters.retain(|(parameter, _)| parameter != "application_name");
        settings.parameters.push(("application_name".into(), name.chars().take(63).collect()));
        let mut session = Session::open(&settings).map_err(|error| {
            error.with_help("the run lock needs a connection of its own; `lock_wait = off` in the configuration does without the lock")
        })?;
        // Behind a pooler, the session's process is not the one that was named when it began.
        let own = session.query("SELECT pg_backend_pid()")?;
        let pooled = own.rows.first().and_then(|row| row.first()) != Some(&Literal::Int(session.process().into()));
        Ok(AdvisoryLock { session, pooled })
    }

    fn take(&mut self) -> Result<bool, DatabaseError> {
        let sql = match self.pooled {
            true => {
                self.session.query("BEGIN")?;
                format!("SELECT pg_try_advisory_xact_lock({KEY})")
            }
            false => format!("SELECT pg_try_advisory_lock({KEY})"),
        };
        let answer = self.session.query(&sql)?;
        let taken = answer.rows.first().and_then(|row| row.first()) == Some(&Literal::Bool(true));
        if taken {
            // Nothing may end this session for being idle. Servers that do not know one of these have no such limit.
            for limit in ["idle_session_timeout", "idle_in_transaction_session_timeout"] {
                let local = if self.pooled { "true" } else { "false" };
                let known = format!("SELECT set_config(name, '0', {local}) FROM pg_settings WHERE name = '{limit}'");
                self.session.query(&known)?;
            }
        } else if self.pooled {
            self.session.query("ROLLBACK")?;
        }
        Ok(taken)
    }

    /// ` (limbeck run lock, process 12 on host, for 3 s)`, or nothing when it cannot be seen.
    fn holder(&mut self) -> String {
        let (high, low) = (KEY >> 32, KEY & 0xffff_ffff);
        let sql = format!(
            "SELECT a.application_name, a.client_addr::text, a.pid::text, extract(epoch FROM now() - a.state_change)::bigint \
             FROM pg_locks l JOIN pg_stat_activity a USING (pid) \
             WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1 AND l.classid = {high} AND l.objid = {low} \
             AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())"
        );
        let Ok(found) = self.session.query(&sql) else { return String::new() };
        let Some(row) = found.rows.into_iter().next() else { return String::new() };
        let text = |at: usize| match row.get(at) {
            Some(Literal::Text(text)) if !text.is_empty() => Some(text.clone()),
            Some(Literal::Int(number)) => Some(number.to_string()),
            _ => None,
        };
        let mut parts: Vec<String> = text(0).into_iter().collect();
        parts.extend(text(1).map(|address| format!("from {address}")));
        parts.extend(text(2).map(|pid| format!("server process {pid}")));
        parts.extend(text(3).map(|seconds| format!("for {seconds} s")));
        format!(" ({})", parts.join(", "))
    }
}

impl RunLock for AdvisoryLock {
    fn try_take(&mut self) -> Result<Taking, DatabaseError> {
        Ok(if self.take()? { Taking::Taken } else { Taking::HeldBy(self.holder()) })
    }
}
