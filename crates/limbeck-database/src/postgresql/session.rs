//! A session with a server: how it begins, and one query after the other in the simple protocol.
//!
//! The simple protocol takes several statements in one text, `$$` bodies included, and names the type of every column.

use std::collections::HashMap;
use std::io;
use std::time::Instant;

use fallible_iterator::FallibleIterator;
use postgres_protocol::authentication::md5_hash;
use postgres_protocol::authentication::sasl::{ChannelBinding, SCRAM_SHA_256, ScramSha256};
use postgres_protocol::message::backend::{DataRowBody, Message};
use postgres_protocol::message::frontend;

use super::error::{Fields, broken};
use super::settings::{Host, Settings, Target};
use super::tls::{self, Mode};
use super::value;
use super::wire::Wire;
use crate::transport::tls::explain;
use crate::transport::{Address, Stream};
use crate::{DatabaseError, ErrorKind, Outcome};

/// SQLSTATE of a server that takes no connection of this kind: `no pg_hba.conf entry`.
const REJECTED: &str = "28000";
/// SQLSTATE of a server that is starting or stopping.
const NOT_NOW: &str = "57P03";

pub(super) struct Session {
    wire: Wire,
    address: Address,
    process: i32,
    key: i32,
    parameters: HashMap<String, String>,
    /// `I` idle, `T` in a transaction, `E` in one that failed
    status: u8,
    broken: bool,
}

/// Whether a connection is encrypted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Encryption {
    No,
    IfOffered,
    Yes,
}

/// What stops a running statement from another thread.
#[derive(Debug, Clone)]
pub(super) struct Canceller {
    address: Address,
    process: i32,
    key: i32,
}

impl Canceller {
    /// Asks the server to stop what the session is doing. Whether it did shows there.
    pub fn cancel(&self) {
        let deadline = Instant::now().checked_add(std::time::Duration::from_secs(5));
        if let Ok(stream) = Stream::connect(&self.address, deadline, None) {
            let send = |output: &mut bytes::BytesMut| {
                frontend::cancel_request(self.process, self.key, output);
                Ok(())
            };
            // There is no answer to wait for.
            let _ = Wire::new(stream).send(send);
        }
    }
}

impl Session {
    /// Connects to the first server that will do.
    pub fn open(settings: &Settings) -> Result<Session, DatabaseError> {
        let mut last = None;
        for host in &settings.hosts {
            let opened = open_host(settings, host).and_then(|mut session| {
                let fits = settings.target == Target::Any || session.is_writable()?;
                let error = || connection_error(host, "session is read-only");
                if fits { Ok(session) } else { Err(error()) }
            });
            match opened {
                Ok(session) => return Ok(session),
                // A server that answered has the last word; one that cannot be reached leaves it to the next.
                Err(error) if error.code().is_some_and(|code| code != NOT_NOW) => return Err(error),
                Err(error) => last = Some(error),
            }
        }
        Err(last.unwrap_or_else(|| DatabaseError::new(ErrorKind::Operational, "the URL names no host")))
    }

    /// The version, most significant number first: `[15, 18]`.
    pub fn server_version(&self) -> Vec<u32> {
        let text = self.parameter("server_version").unwrap_or_default();
        let number = text.split([' ', '-']).next().unwrap_or_default();
        number.split('.').map_while(|part| part.trim_end_matches(char::is_alphabetic).parse().ok()).collect()
    }

    /// A parameter that the server reports.
    pub fn parameter(&self, name: &str) -> Option<&str> {
        self.parameters.get(name).map(String::as_str)
    }

    /// The server process that was named when the session began.
    pub fn process(&self) -> i32 {
        self.process
    }

    pub fn in_transaction(&self) -> bool {
        self.status != b'I'
    }

    /// In a transaction that can only be rolled back.
    pub fn has_failed(&self) -> bool {
        self.status == b'E'
    }

    pub fn canceller(&self) -> Canceller {
        Canceller { address: self.address.clone(), process: self.process, key: self.key }
    }

    fn is_writable(&mut self) -> Result<bool, DatabaseError> {
        let answer = self.query("SHOW transaction_read_only")?;
        Ok(answer.rows.first().and_then(|row| row.first())
            == Some(&limbeck_core::expression::Literal::Text("off".into())))
    }

    /// Runs a text; the outcome is its last statement's.
    pub fn query(&mut self, text: &str) -> Result<Outcome, DatabaseError> {
        if self.broken {
            let gone = io::Error::new(io::ErrorKind::NotConnected, "it was lost before");
            return Err(broken(&gone));
        }
        if text.contains('\0') {
            let message = "A string literal cannot contain NUL (0x00) characters.";
            return Err(DatabaseError::new(ErrorKind::Programming, message));
        }
        self.exchange(text).unwrap_or_else(|error| {
            self.broken = true;
            self.status = b'I';
            Err(broken(&error))
        })
    }

    /// The outer error is the connection's, the inner one the server's.
    fn exchange(&mut self, text: &str) -> io::Result<Result<Outcome, DatabaseError>> {
        self.wire.send(|output| frontend::query(text, output))?;
        let mut outcome = Outcome::default();
        let mut types = Vec::new();
        let mut error: Option<DatabaseError> = None;
        loop {
            match self.wire.receive()? {
                Message::RowDescription(body) => {
                    outcome = Outcome::default();
                    types.clear();
                    let mut fields = body.fields();
                    while let Some(field) = fields.next()? {
                        outcome.columns.push(field.name().to_owned());
                        types.push(field.type_oid());
                    }
                }
                Message::DataRow(body) if error.is_none() => match row(&body, &types)? {
                    Ok(row) => outcome.rows.push(row),
                    Err(unreadable) => error = Some(unreadable.with_statement(text)),
                },
                Message::DataRow(_) => {}
                Message::CommandComplete(body) => {
                    if types.is_empty() {
                        outcome = Outcome::default();
                    }
                    types.clear();
                    outcome.affected = affected(body.tag()?);
                }
                Message::EmptyQueryResponse => {
                    error.get_or_insert_with(|| {
                        DatabaseError::new(ErrorKind::Programming, "can't execute an empty query").with_statement(text)
                    });
                }
                Message::CopyInResponse(_) => {
                    self.wire.send(|output| frontend::copy_fail("a migration has nothing to copy from", output))?;
                }
                Message::CopyOutResponse(_) => {
                    let message = "can't use COPY ... TO STDOUT in a migration";
                    error.get_or_insert_with(|| {
                        DatabaseError::new(ErrorKind::Programming, message).with_statement(text)
                    });
                }
                Message::CopyData(_) | Message::CopyDone => {}
                Message::ErrorResponse(body) => {
                    let fields = Fields::read(body.fields());
                    // What the server says last before it hangs up must not be lost with the connection.
                    let fatal = matches!(fields.severity.as_str(), "FATAL" | "PANIC");
                    let found = fields.error(Some(text)).with_statement(text);
                    if fatal {
                        self.broken = true;
                        self.status = b'I';
                        return Ok(Err(found));
                    }
                    error.get_or_insert(found);
                }
                Message::ReadyForQuery(body) => {
                    self.status = body.status();
                    return Ok(error.map_or(Ok(outcome), Err));
                }
                other => self.note(other),
            }
        }
    }

    /// What may come at any time.
    fn note(&mut self, message: Message) {
        match message {
            Message::ParameterStatus(body) => {
                if let (Ok(name), Ok(value)) = (body.name(), body.value()) {
                    self.parameters.insert(name.to_owned(), value.to_owned());
                }
            }
            Message::BackendKeyData(body) => {
                self.process = body.process_id();
                self.key = body.secret_key();
            }
            Message::NoticeResponse(body) => {
                let fields = Fields::read(body.fields());
                let level = if fields.severity == "WARNING" { log::Level::Warn } else { log::Level::Info };
                // SQLAlchemy's logger for them.
                log::log!(target: "sqlalchemy.dialects.postgresql", level, "{}:  {}", fields.severity, fields.text(""));
            }
            _ => {}
        }
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        if !self.broken {
            let _ = self.wire.send(|output| {
                frontend::terminate(output);
                Ok(())
            });
        }
    }
}

/// The number at the end of a command's tag: `INSERT 0 3`, `UPDATE 3`; DDL has none.
fn affected(tag: &str) -> Option<u64> {
    tag.rsplit(' ').next().and_then(|number| number.parse().ok())
}

type Row = Vec<limbeck_core::expression::Literal>;

fn row(body: &DataRowBody, types: &[u32]) -> io::Result<Result<Row, DatabaseError>> {
    let mut row = Vec::with_capacity(types.len());
    let mut ranges = body.ranges();
    let mut types = types.iter();
    while let Some(range) = ranges.next()? {
        let oid = types.next().copied().unwrap_or_default();
        let bytes = range.and_then(|range| body.buffer().get(range));
        match value::read(oid, bytes) {
            Ok(value) => row.push(value),
            Err(error) => return Ok(Err(error)),
        }
    }
    Ok(Ok(row))
}

fn connection_error(host: &Host, cause: &str) -> DatabaseError {
    DatabaseError::new(ErrorKind::Operational, format!("connection to server at {} failed: {cause}", host.address))
}

/// Connects to one host, encrypted or not as the mode wishes.
fn open_host(settings: &Settings, host: &Host) -> Result<Session, DatabaseError> {
    let attempts: &[Encryption] = match (&host.address, settings.tls.mode) {
        (Address::Unix(_), _) | (_, Mode::Disable) => &[Encryption::No],
        (_, Mode::Allow) => &[Encryption::No, Encryption::Yes],
        (_, Mode::Prefer) => &[Encryption::IfOffered, Encryption::No],
        (_, Mode::Require | Mode::VerifyCa | Mode::VerifyFull) => &[Encryption::Yes],
    };
    let mut last = None;
    for attempt in attempts {
        match open_once(settings, host, *attempt) {
            Ok(session) => return Ok(session),
            Err(Failure { error, again }) => {
                last = Some(error);
                if !again {
                    break;
                }
            }
        }
    }
    Err(last.expect("there is at least one attempt"))
}

/// Why an attempt failed, and whether it may go better with or without encryption.
struct Failure {
    error: DatabaseError,
    again: bool,
}

fn open_once(settings: &Settings, host: &Host, encryption: Encryption) -> Result<Session, Failure> {
    let deadline = settings.connect_timeout.and_then(|wait| Instant::now().checked_add(wait));
    let failed = |error: DatabaseError| Failure { error, again: false };
    let unreachable =
        |cause: io::Error| failed(connection_error(host, &cause.to_string()).with_help(host.address.advice()));
    let stream = Stream::connect(&host.address, deadline, settings.keepalive.as_ref()).map_err(unreachable)?;
    stream.set_deadline(deadline).map_err(unreachable)?;
    let mut stream = stream;
    if encryption != Encryption::No {
        let offered = asks_for_tls(&mut stream).map_err(unreachable)?;
        if offered {
            let config = settings.tls.config().map_err(failed)?;
            stream = stream.encrypt(config, &host.name).map_err(|error| Failure {
                error: explain(&error, &host.name, &tls::WORDS),
                again: encryption == Encryption::IfOffered,
            })?;
        } else if encryption == Encryption::Yes {
            let message = "server does not support SSL, but SSL was required";
            return Err(failed(connection_error(host, message)));
        }
    }
    let mut session = Session {
        wire: Wire::new(stream),
        address: host.address.clone(),
        process: 0,
        key: 0,
        parameters: HashMap::new(),
        status: b'I',
        // Until it stands, there is nothing to say goodbye to.
        broken: true,
    };
    session.start(settings, host).map_err(unreachable)?.map_err(|error| Failure {
        again: error.code() == Some(REJECTED),
        error: DatabaseError { message: format!("{}{}", connection_error(host, "").message, error.message), ..error },
    })?;
    session.wire.stream.set_deadline(None).map_err(unreachable)?;
    session.broken = false;
    Ok(session)
}

fn asks_for_tls(stream: &mut Stream) -> io::Result<bool> {
    use io::{Read, Write};
    let mut request = bytes::BytesMut::new();
    frontend::ssl_request(&mut request);
    stream.write_all(&request)?;
    stream.flush()?;
    // Exactly one byte is read: what follows already belongs to TLS.
    let mut answer = [0];
    stream.read_exact(&mut answer)?;
    match answer[0] {
        b'S' => Ok(true),
        b'N' => Ok(false),
        _ => Err(io::Error::other("what answers there is no PostgreSQL server")),
    }
}

impl Session {
    /// Says who we are, proves it, and waits until the server is ready.
    fn start(&mut self, settings: &Settings, host: &Host) -> io::Result<Result<(), DatabaseError>> {
        let mut pairs = vec![("user", settings.user.as_str()), ("database", settings.database.as_str())];
        pairs.extend(settings.parameters.iter().map(|(name, value)| (name.as_str(), value.as_str())));
        self.wire.send(|output| frontend::startup_message(pairs, output))?;
        let missing = || {
            DatabaseError::new(ErrorKind::Operational, "fe_sendauth: no password supplied")
                .with_code("28P01")
                .with_help("put it into the URL, PGPASSWORD or ~/.pgpass")
        };
        let mut scram = None;
        loop {
            match self.wire.receive()? {
                Message::AuthenticationOk => {}
                Message::AuthenticationCleartextPassword => {
                    let Some(password) = &host.password else { return Ok(Err(missing())) };
                    self.wire.send(|output| frontend::password_message(password.as_bytes(), output))?;
                }
                Message::AuthenticationMd5Password(body) => {
                    let Some(password) = &host.password else { return Ok(Err(missing())) };
                    let hash = md5_hash(settings.user.as_bytes(), password.as_bytes(), body.salt());
                    self.wire.send(|output| frontend::password_message(hash.as_bytes(), output))?;
                }
                Message::AuthenticationSasl(body) => {
                    let Some(password) = &host.password else { return Ok(Err(missing())) };
                    let mut mechanisms = body.mechanisms();
                    let mut known = false;
                    while let Some(mechanism) = mechanisms.next()? {
                        known |= mechanism == SCRAM_SHA_256;
                    }
                    if !known {
                        let message = "the server wants a way to log in that limbeck does not know";
                        return Ok(Err(DatabaseError::new(ErrorKind::Operational, message).with_code("28000")));
                    }
                    let state = scram.insert(ScramSha256::new(password.as_bytes(), ChannelBinding::unsupported()));
                    self.wire.send(|output| frontend::sasl_initial_response(SCRAM_SHA_256, state.message(), output))?;
                }
                Message::AuthenticationSaslContinue(body) => {
                    let state = scram.as_mut().ok_or_else(out_of_turn)?;
                    state.update(body.data())?;
                    self.wire.send(|output| frontend::sasl_response(state.message(), output))?;
                }
                Message::AuthenticationSaslFinal(body) => {
                    scram.as_mut().ok_or_else(out_of_turn)?.finish(body.data())?;
                }
                Message::AuthenticationGss
                | Message::AuthenticationSspi
                | Message::AuthenticationKerberosV5
                | Message::AuthenticationScmCredential => {
                    let message =
                        "the server wants to be logged in to with Kerberos or the like, which limbeck cannot do";
                    let error = DatabaseError::new(ErrorKind::Operational, message).with_code("28000");
                    return Ok(Err(error.with_help("use a role with a password or a client certificate")));
                }
                Message::ErrorResponse(body) => return Ok(Err(Fields::read(body.fields()).error(None))),
                Message::ReadyForQuery(body) => {
                    self.status = body.status();
                    return Ok(Ok(()));
                }
                other => self.note(other),
            }
        }
    }
}

fn out_of_turn() -> io::Error {
    io::Error::other("the server sent a message out of turn")
}
