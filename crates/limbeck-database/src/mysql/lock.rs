//! The run lock: a named lock of the server, held by the session that works.
//!
//! The lock goes with its session. That is the one that works, and not one of its own: a server goes on with the statement of a client
//! that was killed, and as long as it does the next run has to wait. Named locks belong to the server, so the name has the database in it.

use std::cell::RefCell;
use std::rc::Rc;

use limbeck_core::expression::Literal;

use super::session::Session;
use crate::{DatabaseError, RunLock, Taking};

/// The longest name of a lock, in characters (MySQL 5.7 and newer).
const LONGEST: usize = 64;

pub(super) struct NamedLock {
    session: Rc<RefCell<Session>>,
    name: String,
    held: bool,
}

/// `limbeck:` and the database; its middle is left out, and told apart by a number, where it is too long.
pub(super) fn name(database: &str) -> String {
    let name = format!("limbeck:{database}");
    if name.chars().count() <= LONGEST {
        return name;
    }
    // FNV-1a: the same in every version of limbeck.
    let hash = database
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3));
    let kept: String = name.chars().take(LONGEST - 17).collect();
    format!("{kept}:{hash:016x}")
}

impl NamedLock {
    pub fn new(session: Rc<RefCell<Session>>, database: &str) -> NamedLock {
        NamedLock { session, name: name(database), held: false }
    }

    /// In hexadecimal digits: quotes and backslashes mean what the session's mode says.
    fn sql_name(&self) -> String {
        let digits: String = self.name.bytes().map(|byte| format!("{byte:02x}")).collect();
        format!("CONVERT(x'{digits}' USING utf8mb4)")
    }

    fn first(&self, sql: &str) -> Result<Option<Literal>, DatabaseError> {
        let found = self.session.borrow_mut().query(sql)?;
        Ok(found.rows.into_iter().next().and_then(|row| row.into_iter().next()))
    }

    /// ` (connection 12 of user@host, for 3 s)`, or what of it may be seen.
    fn holder(&self) -> String {
        let Ok(Some(Literal::Int(id))) = self.first(&format!("SELECT IS_USED_LOCK({})", self.sql_name())) else {
            return String::new();
        };
        let sql = format!(
            "SELECT CONCAT(USER, '@', HOST, ', for ', TIME, ' s') FROM information_schema.PROCESSLIST WHERE ID = {id}"
        );
        match self.first(&sql) {
            Ok(Some(Literal::Text(text))) => format!(" (server connection {id} of {text})"),
            _ => format!(" (server connection {id})"),
        }
    }
}

impl RunLock for NamedLock {
    fn try_take(&mut self) -> Result<Taking, DatabaseError> {
        let answer = self.first(&format!("SELECT GET_LOCK({}, 0)", self.sql_name())).map_err(|error| {
            let help = "`lock_wait = off` in the configuration does without the run lock";
            if error.help.is_none() { error.with_help(help) } else { error }
        })?;
        self.held = answer == Some(Literal::Int(1));
        Ok(if self.held { Taking::Taken } else { Taking::HeldBy(self.holder()) })
    }
}

impl Drop for NamedLock {
    fn drop(&mut self) {
        if self.held {
            // On a connection that is lost, the server does it.
            let _ = self.first(&format!("SELECT RELEASE_LOCK({})", self.sql_name()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_fit_and_differ() {
        assert_eq!(name("shop"), "limbeck:shop");
        let (one, two) = (name(&format!("{}a", "é".repeat(60))), name(&format!("{}b", "é".repeat(60))));
        assert_eq!((one.chars().count(), two.chars().count()), (64, 64));
        assert_ne!(one, two);
    }
}
