//! How a session begins: the server's greeting, encryption, and who we are.

use std::borrow::Cow;
use std::collections::HashMap;
use std::io;
use std::time::Instant;

use mysql_common::constants::CapabilityFlags;
use mysql_common::packets::{AuthPlugin, AuthSwitchRequest, ErrPacket, HandshakePacket, HandshakeResponse, SslRequest};
use mysql_common::proto::MySerialize;

use super::error::refusal;
use super::settings::Settings;
use super::tls::{Mode, WORDS};
use super::wire::{Wire, parse};
use crate::transport::tls::explain;
use crate::transport::{Address, Keepalive, Stream};
use crate::{DatabaseError, ErrorKind};

/// `utf8mb4_general_ci`: the session sets its own as soon as it stands.
const COLLATION: u8 = 45;
const MAX_PACKET: u32 = 1 << 30;
/// Every server since MySQL 5.0.
const NONCE: usize = 20;

/// A session that has begun.
pub(super) struct Begun {
    pub wire: Wire,
    pub connection: u32,
    pub version: String,
    pub capabilities: CapabilityFlags,
}

/// Why an attempt failed, and whether it may go better without encryption.
struct Failure {
    error: DatabaseError,
    again: bool,
}

/// Connects, encrypted or not as the mode wishes.
pub(super) fn log_in(settings: &Settings) -> Result<Begun, DatabaseError> {
    let mode = match settings.address {
        Address::Unix(_) => Mode::Disabled,
        Address::Tcp { .. } => settings.tls.mode,
    };
    match attempt(settings, mode) {
        Ok(begun) => Ok(begun),
        Err(Failure { again: true, .. }) => attempt(settings, Mode::Disabled).map_err(|failure| failure.error),
        Err(Failure { error, .. }) => Err(error),
    }
}

pub(super) fn connection_error(address: &Address, cause: impl std::fmt::Display) -> DatabaseError {
    DatabaseError::new(ErrorKind::Operational, format!("connection to server at {address} failed: {cause}"))
}

/// What the server refused at the door.
fn turned_away(settings: &Settings, packet: &[u8]) -> io::Result<DatabaseError> {
    match parse::<ErrPacket<'_>>(packet, CapabilityFlags::CLIENT_PROTOCOL_41) {
        Ok(ErrPacket::Error(error)) => {
            let found = refusal(&error);
            Ok(DatabaseError { message: connection_error(&settings.address, &found.message).message, ..found })
        }
        // Before the greeting a server may not say the SQLSTATE.
        _ => {
            let text = String::from_utf8_lossy(packet.get(3..).unwrap_or_default()).into_owned();
            Ok(connection_error(&settings.address, text))
        }
    }
}

fn attempt(settings: &Settings, mode: Mode) -> Result<Begun, Failure> {
    let deadline = settings.connect_timeout.and_then(|wait| Instant::now().checked_add(wait));
    let failed = |error: DatabaseError| Failure { error, again: false };
    let address = &settings.address;
    let unreachable = |cause: io::Error| failed(connection_error(address, cause).with_help(address.advice()));
    let stream = Stream::connect(address, deadline, Some(&Keepalive::default())).map_err(unreachable)?;
    stream.set_deadline(deadline).map_err(unreachable)?;
    let mut wire = Wire::new(stream);
    let packet = wire.receive().map_err(unreachable)?;
    if packet.first() == Some(&0xff) {
        return Err(failed(turned_away(settings, &packet).map_err(unreachable)?));
    }
    let greeting = greeting(&packet).map_err(unreachable)?;
    let offered = greeting.capabilities().contains(CapabilityFlags::CLIENT_SSL);
    let encrypted = match mode {
        Mode::Disabled => false,
        Mode::Preferred => offered,
        Mode::Required if !offered => {
            let message = "server does not support SSL, but SSL was required";
            return Err(failed(connection_error(address, message)));
        }
        Mode::Required => true,
    };
    let mut capabilities = greeting.capabilities()
        & (CapabilityFlags::CLIENT_PROTOCOL_41
            | CapabilityFlags::CLIENT_SECURE_CONNECTION
            | CapabilityFlags::CLIENT_LONG_PASSWORD
            | CapabilityFlags::CLIENT_LONG_FLAG
            | CapabilityFlags::CLIENT_TRANSACTIONS
            // SQLAlchemy asks every driver for it: an UPDATE counts the rows that it found.
            | CapabilityFlags::CLIENT_FOUND_ROWS
            | CapabilityFlags::CLIENT_MULTI_STATEMENTS
            | CapabilityFlags::CLIENT_MULTI_RESULTS
            | CapabilityFlags::CLIENT_PLUGIN_AUTH
            | CapabilityFlags::CLIENT_CONNECT_ATTRS);
    if encrypted {
        capabilities |= CapabilityFlags::CLIENT_SSL;
        if settings.database.is_some() {
            capabilities |= CapabilityFlags::CLIENT_CONNECT_WITH_DB;
        }
        let mut request = Vec::new();
        SslRequest::new(capabilities, MAX_PACKET, COLLATION).serialize(&mut request);
        wire.send(&request).map_err(unreachable)?;
        let config = settings.tls.trust.config().map_err(failed)?;
        wire = wire.upgrade(|stream| stream.encrypt(config, &settings.host)).map_err(|error| Failure {
            error: explain(&error, &settings.host, &WORDS),
            again: mode == Mode::Preferred,
        })?;
    }
    let secret = encrypted || matches!(address, Address::Unix(_));
    let mut login = Login { wire, settings, secret, plugin: plugin(&greeting), nonce: nonce(greeting.nonce()) };
    login.introduce(capabilities).map_err(unreachable)?;
    login.prove().map_err(unreachable)?.map_err(failed)?;
    let wire = login.wire;
    wire.stream().set_deadline(None).map_err(unreachable)?;
    Ok(Begun {
        wire,
        connection: greeting.connection_id(),
        version: greeting.server_version_str().into_owned(),
        capabilities,
    })
}

fn greeting(packet: &[u8]) -> io::Result<HandshakePacket<'_>> {
    let strange = || io::Error::other("what answers there is no MySQL or MariaDB server");
    if packet.first() != Some(&10) {
        return Err(strange());
    }
    // The parser reckons with this length as a signed number.
    let version = packet[1..].iter().position(|byte| *byte == 0).ok_or_else(strange)?;
    let length = packet.get(version + 2 + 4 + 8 + 1 + 2 + 1 + 2 + 2).ok_or_else(strange)?;
    if *length > 127 {
        return Err(strange());
    }
    let greeting: HandshakePacket<'_> = parse(packet, ()).map_err(|_| strange())?;
    if !greeting.capabilities().contains(CapabilityFlags::CLIENT_PROTOCOL_41) {
        return Err(io::Error::other("the server is older than MySQL 4.1"));
    }
    Ok(greeting)
}

/// The server's own way to log in where we know it; it asks for another one anyway when the user has another one.
fn plugin(greeting: &HandshakePacket<'_>) -> AuthPlugin<'static> {
    match greeting.auth_plugin() {
        Some(AuthPlugin::CachingSha2Password) => AuthPlugin::CachingSha2Password,
        _ => AuthPlugin::MysqlNativePassword,
    }
}

fn nonce(mut bytes: Vec<u8>) -> Vec<u8> {
    bytes.resize(NONCE, 0);
    bytes
}

struct Login<'s> {
    wire: Wire,
    settings: &'s Settings,
    /// Nobody can listen
    secret: bool,
    plugin: AuthPlugin<'static>,
    nonce: Vec<u8>,
}

impl Login<'_> {
    fn introduce(&mut self, capabilities: CapabilityFlags) -> io::Result<()> {
        let attributes = HashMap::from([
            ("_client_name".to_owned(), "limbeck".to_owned()),
            ("_pid".to_owned(), std::process::id().to_string()),
            ("program_name".to_owned(), self.settings.program.clone()),
        ]);
        let database = self.settings.database.as_deref().map(str::as_bytes);
        let response = HandshakeResponse::new(
            Some(Cow::<[u8]>::Owned(self.answer().unwrap_or_default())),
            (5, 5, 3),
            Some(self.settings.user.as_bytes()),
            database,
            Some(self.plugin.clone()),
            capabilities,
            capabilities.contains(CapabilityFlags::CLIENT_CONNECT_ATTRS).then_some(attributes),
            MAX_PACKET,
        );
        let mut packet = Vec::new();
        response.serialize(&mut packet);
        self.wire.send(&packet)
    }

    /// What proves that we know the password; `None` without one.
    fn answer(&self) -> Option<Vec<u8>> {
        let data = self.plugin.gen_data(Some(&self.settings.password.0), &self.nonce)?;
        let mut bytes = Vec::new();
        data.serialize(&mut bytes);
        Some(bytes)
    }

    /// Answers until the server lets us in.
    fn prove(&mut self) -> io::Result<Result<(), DatabaseError>> {
        let mut switched = false;
        loop {
            let packet = self.wire.receive()?;
            match packet[0] {
                0x00 => return Ok(Ok(())),
                0xff => return turned_away(self.settings, &packet).map(Err),
                0xfe if !std::mem::replace(&mut switched, true) => {
                    if let Err(error) = self.switch(&packet)? {
                        return Ok(Err(error));
                    }
                }
                // caching_sha2_password: the server knows the proof already.
                0x01 if packet.get(1) == Some(&3) => {}
                // It wants the password itself.
                0x01 if packet.get(1) == Some(&4) && self.plugin == AuthPlugin::CachingSha2Password => {
                    if !self.secret {
                        let message = "Authentication requires secure connection";
                        return Ok(Err(
                            self.refused(message, "encrypt it: take ssl_disabled out, or write ssl_mode=REQUIRED")
                        ));
                    }
                    let mut password = self.settings.password.0.clone().into_bytes();
                    password.push(0);
                    self.wire.send(&password)?;
                }
                _ => return Err(io::Error::other("the server sent a packet out of turn")),
            }
        }
    }

    /// The user's own way to log in.
    fn switch(&mut self, packet: &[u8]) -> io::Result<Result<(), DatabaseError>> {
        let old = "the server wants the password of MySQL 4.0, which anybody can read";
        if packet.len() == 1 {
            return Ok(Err(self.refused(old, "give the user a newer password: ALTER USER ... IDENTIFIED BY ...")));
        }
        let request: AuthSwitchRequest<'_> = parse(packet, ())?;
        self.plugin = request.auth_plugin().into_owned();
        let data = request.plugin_data().to_vec();
        match &self.plugin {
            AuthPlugin::CachingSha2Password | AuthPlugin::MysqlNativePassword => self.nonce = nonce(data),
            AuthPlugin::Ed25519 => self.nonce = data,
            AuthPlugin::MysqlClearPassword if self.secret => {}
            AuthPlugin::MysqlClearPassword => {
                let message = "the server wants the password as it is, and somebody may listen";
                return Ok(Err(self.refused(message, "encrypt the connection: write ssl_mode=REQUIRED")));
            }
            AuthPlugin::MysqlOldPassword => {
                return Ok(Err(self.refused(old, "give the user a newer password: ALTER USER ... IDENTIFIED BY ...")));
            }
            other => {
                let name = String::from_utf8_lossy(other.as_bytes()).into_owned();
                let message = format!("the server wants a way to log in that limbeck does not know: {name}");
                return Ok(Err(
                    self.refused(&message, "use a user with mysql_native_password, caching_sha2_password or ed25519")
                ));
            }
        }
        let answer = self.answer().unwrap_or_default();
        self.wire.send(&answer).map(Ok)
    }

    fn refused(&self, message: &str, help: &str) -> DatabaseError {
        connection_error(&self.settings.address, message).with_code("28000").with_help(help)
    }
}
