//! A session with a server: one text after the other, each of one statement or several, and what they give back.

use std::io;
use std::time::Duration;

use limbeck_core::expression::Literal;
use mysql_common::constants::{CapabilityFlags, StatusFlags};
use mysql_common::packets::{
    Column, CommonOkPacket, ErrPacket, OkPacket, OkPacketDeserializer, OldEofPacket, ServerError,
};

use super::error::{EMPTY_QUERY, broken, refusal, rolls_back};
use super::login::{Begun, log_in};
use super::settings::Settings;
use super::value;
use super::wire::{Wire, parse};
use crate::{DatabaseError, ErrorKind, Outcome};

const QUIT: u8 = 0x01;
const QUERY: u8 = 0x03;
const PING: u8 = 0x0e;

pub(super) struct Session {
    wire: Wire,
    capabilities: CapabilityFlags,
    connection: u32,
    version: String,
    status: StatusFlags,
    /// The server rolled the last transaction back by itself
    rolled_back: bool,
    broken: bool,
}

/// What stops a running statement from another thread.
#[derive(Debug, Clone)]
pub(super) struct Canceller {
    settings: Settings,
    connection: u32,
}

impl Canceller {
    /// Asks the server to stop what the session is doing. Whether it did shows there.
    pub fn cancel(&self) {
        if let Ok(mut session) = Session::open(&self.settings) {
            // There is nothing to be done when it is too late.
            let _ = session.query(&format!("KILL QUERY {}", self.connection));
        }
    }
}

impl Session {
    /// Connects, and leaves the session as Python's drivers leave it.
    pub fn open(settings: &Settings) -> Result<Session, DatabaseError> {
        let Begun { wire, connection, version, capabilities } = log_in(settings)?;
        let (status, rolled_back) = (StatusFlags::empty(), false);
        let mut session = Session { wire, capabilities, connection, version, status, rolled_back, broken: false };
        for text in &settings.start {
            session.query(text)?;
        }
        Ok(session)
    }

    /// What the server calls its version: `8.4.3`, `5.5.5-10.11.14-MariaDB-0+deb12u2`.
    pub fn version(&self) -> &str {
        &self.version
    }

    pub fn is_mariadb(&self) -> bool {
        self.version.contains("MariaDB")
    }

    /// Whether the server has something that can be rolled back, or a snapshot.
    pub fn in_transaction(&self) -> bool {
        self.status.contains(StatusFlags::SERVER_STATUS_IN_TRANS)
    }

    /// Whether each statement is committed by itself.
    pub fn is_autocommit(&self) -> bool {
        self.status.contains(StatusFlags::SERVER_STATUS_AUTOCOMMIT)
    }

    /// Whether a backslash means something in a string.
    pub fn backslash_escapes(&self) -> bool {
        !self.status.contains(StatusFlags::SERVER_STATUS_NO_BACKSLASH_ESCAPES)
    }

    /// Whether the last error took the whole transaction with it.
    pub fn rolled_back(&self) -> bool {
        self.rolled_back || self.broken
    }

    /// What stops a running statement; it has a few seconds for it.
    pub fn canceller(&self, settings: &Settings) -> Canceller {
        let settings =
            Settings { connect_timeout: Some(Duration::from_secs(5)), start: Vec::new(), ..settings.clone() };
        Canceller { settings, connection: self.connection }
    }

    /// Runs a text; the outcome is its last statement's.
    pub fn query(&mut self, text: &str) -> Result<Outcome, DatabaseError> {
        if self.broken {
            let gone = io::Error::new(io::ErrorKind::NotConnected, "it was lost before");
            return Err(broken(&gone));
        }
        self.rolled_back = false;
        let answer = self.exchange(text).and_then(|answer| {
            // An error does not say what became of the transaction.
            if answer.is_err() {
                self.ask_status()?;
            }
            Ok(answer)
        });
        match answer {
            Ok(answer) => answer,
            Err(error) => {
                self.broken = true;
                self.status = StatusFlags::empty();
                Err(broken(&error).with_statement(text))
            }
        }
    }

    fn ask_status(&mut self) -> io::Result<()> {
        self.wire.command(PING, &[])?;
        let packet = self.wire.receive()?;
        self.ok(&packet).map(drop)
    }

    fn ok<'p>(&mut self, packet: &'p [u8]) -> io::Result<OkPacket<'p>> {
        let ok = parse::<OkPacketDeserializer<'p, CommonOkPacket>>(packet, self.capabilities)?.into_inner();
        self.status = ok.status_flags();
        Ok(ok)
    }

    fn has_more(&self) -> bool {
        self.status.contains(StatusFlags::SERVER_MORE_RESULTS_EXISTS)
    }

    /// The outer error is the connection's, the inner one the server's.
    fn exchange(&mut self, text: &str) -> io::Result<Result<Outcome, DatabaseError>> {
        self.wire.command(QUERY, text.as_bytes())?;
        let is_call = text.trim_start().get(..4).is_some_and(|word| word.eq_ignore_ascii_case("call"));
        let mut outcome = Outcome::default();
        let mut unreadable = None;
        let mut first = true;
        loop {
            let packet = self.wire.receive()?;
            match packet[0] {
                0x00 => {
                    let ok = self.ok(&packet)?;
                    let (affected, id) = (ok.affected_rows(), ok.last_insert_id());
                    // The end of a procedure says nothing that its rows do not say better.
                    if !is_call || outcome.columns.is_empty() {
                        outcome = Outcome {
                            affected: Some(affected),
                            last_insert_id: id.and_then(|id| i64::try_from(id).ok()),
                            ..Outcome::default()
                        };
                    }
                }
                0xff => match self.refusal(&packet)? {
                    // A comment after the last semicolon.
                    (EMPTY_QUERY, _) if !first => return Ok(unreadable.map_or(Ok(outcome), Err)),
                    (_, error) => return Ok(Err(error.with_statement(text))),
                },
                // We do not say that we can, so a server does not ask.
                0xfb => return Err(io::Error::other("the server asked for a file of ours")),
                _ => match self.rows(&packet)? {
                    Ok(Ok(found)) => outcome = found,
                    Ok(Err(error)) => unreadable = Some(error.with_statement(text)),
                    Err(error) => return Ok(Err(error.with_statement(text))),
                },
            }
            if !self.has_more() {
                return Ok(unreadable.map_or(Ok(outcome), Err));
            }
            first = false;
        }
    }

    /// A result set: its number of columns is in `packet`. The middle error is the server's, which ends everything; the inner one is a
    /// value that cannot be read.
    #[allow(clippy::type_complexity)]
    fn rows(&mut self, packet: &[u8]) -> io::Result<Result<Result<Outcome, DatabaseError>, DatabaseError>> {
        let mut rest = packet;
        let count = length(&mut rest)?.ok_or_else(out_of_turn)?;
        let mut columns = Vec::new();
        for _ in 0..count {
            let packet = self.wire.receive()?;
            columns.push(parse::<Column>(&packet, ())?);
        }
        let end = self.wire.receive()?;
        self.end(&end)?;
        let mut outcome =
            Outcome { columns: columns.iter().map(|c| c.name_str().into_owned()).collect(), ..Outcome::default() };
        let mut unreadable = None;
        loop {
            let packet = self.wire.receive()?;
            match packet[0] {
                0xff => return Ok(Err(self.refusal(&packet)?.1)),
                0xfe if packet.len() < 9 => {
                    self.end(&packet)?;
                    outcome.affected = u64::try_from(outcome.rows.len()).ok();
                    return Ok(Ok(unreadable.map_or(Ok(outcome), Err)));
                }
                _ if unreadable.is_some() => {}
                _ => match row(&packet, &columns)? {
                    Ok(row) => outcome.rows.push(row),
                    Err(error) => unreadable = Some(error),
                },
            }
        }
    }

    /// The end of columns or rows.
    fn end(&mut self, packet: &[u8]) -> io::Result<()> {
        let end = parse::<OkPacketDeserializer<'_, OldEofPacket>>(packet, self.capabilities)?.into_inner();
        self.status = end.status_flags();
        Ok(())
    }

    fn refusal(&mut self, packet: &[u8]) -> io::Result<(u16, DatabaseError)> {
        match parse::<ErrPacket<'_>>(packet, self.capabilities)? {
            ErrPacket::Error(error) => Ok(self.note(&error)),
            ErrPacket::Progress(_) => Err(out_of_turn()),
        }
    }

    fn note(&mut self, error: &ServerError<'_>) -> (u16, DatabaseError) {
        let number = error.error_code();
        self.rolled_back = rolls_back(number);
        (number, refusal(error))
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        if !self.broken {
            let _ = self.wire.command(QUIT, &[]);
        }
    }
}

fn out_of_turn() -> io::Error {
    io::Error::other("the server sent a packet out of turn")
}

/// A number of the protocol's own form at the head of `rest`; `None` is NULL.
fn length(rest: &mut &[u8]) -> io::Result<Option<usize>> {
    let short = || io::Error::new(io::ErrorKind::InvalidData, "the server sent a packet that is too short");
    let (first, after) = rest.split_first().ok_or_else(short)?;
    let size = match first {
        0xfb => {
            *rest = after;
            return Ok(None);
        }
        0xfc => 2,
        0xfd => 3,
        0xfe => 8,
        0xff => return Err(out_of_turn()),
        small => {
            *rest = after;
            return Ok(Some(usize::from(*small)));
        }
    };
    let bytes = after.get(..size).ok_or_else(short)?;
    let number = bytes.iter().rev().fold(0u64, |number, byte| number << 8 | u64::from(*byte));
    *rest = &after[size..];
    usize::try_from(number).map(Some).map_err(|_| short())
}

fn row(packet: &[u8], columns: &[Column]) -> io::Result<Result<Vec<Literal>, DatabaseError>> {
    let mut rest = packet;
    let mut row = Vec::with_capacity(columns.len());
    for column in columns {
        let Some(size) = length(&mut rest)? else {
            row.push(Literal::Null);
            continue;
        };
        let bytes = rest.get(..size).ok_or_else(out_of_turn)?;
        rest = &rest[size..];
        match value::read(column, bytes) {
            Ok(value) => row.push(value),
            Err(error) => return Ok(Err(error)),
        }
    }
    Ok(Ok(row))
}

/// Values beside a statement: there are none, they are in its text.
pub(super) fn no_binds(text: &str) -> DatabaseError {
    let message = "values for MySQL are written into the statement before it is sent";
    DatabaseError::new(ErrorKind::NotSupported, message).with_statement(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_the_protocol() {
        for (bytes, number) in [
            (&[7u8][..], 7),
            (&[0xfc, 1, 2], 0x0201),
            (&[0xfd, 1, 2, 3], 0x03_0201),
            (&[0xfe, 1, 0, 0, 0, 0, 0, 0, 0], 1),
        ] {
            assert_eq!(length(&mut &*bytes).unwrap(), Some(number));
        }
        assert_eq!(length(&mut &[0xfb][..]).unwrap(), None);
        for short in [&[][..], &[0xfc, 1], &[0xff]] {
            assert!(length(&mut &*short).is_err());
        }
    }
}
