//! The way to a server: TCP or a Unix socket, with or without TLS.

use std::io::{self, Read, Write};
use std::net::{TcpStream, ToSocketAddrs};
use std::path::PathBuf;
use std::time::{Duration, Instant};

use rustls::pki_types::ServerName;
use rustls::{ClientConnection, StreamOwned};
use socket2::{SockRef, TcpKeepalive};

/// Where a server listens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Address {
    Tcp { host: String, port: u16 },
    Unix(PathBuf),
}

impl std::fmt::Display for Address {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Address::Tcp { host, port } => write!(f, "\"{host}\", port {port}"),
            Address::Unix(path) => write!(f, "socket \"{}\"", path.display()),
        }
    }
}

impl Address {
    /// What to look at when nobody answers there.
    pub fn advice(&self) -> &'static str {
        match self {
            Address::Tcp { .. } => "is the server running on that host and accepting TCP/IP connections?",
            Address::Unix(_) => "is the server running here and accepting connections on that socket?",
        }
    }
}

/// When a quiet connection is looked at; `None` leaves it to the system.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Keepalive {
    pub idle: Option<Duration>,
    pub interval: Option<Duration>,
    pub count: Option<u32>,
}

pub(crate) enum Stream {
    Tcp(TcpStream),
    #[cfg(unix)]
    Unix(std::os::unix::net::UnixStream),
    Tls(Box<StreamOwned<ClientConnection, TcpStream>>),
}

impl Stream {
    /// Connects to an address, all that its name stands for in turn.
    pub fn connect(address: &Address, deadline: Option<Instant>, keepalive: Option<&Keepalive>) -> io::Result<Stream> {
        match address {
            #[cfg(unix)]
            Address::Unix(path) => Ok(Stream::Unix(std::os::unix::net::UnixStream::connect(path)?)),
            #[cfg(not(unix))]
            Address::Unix(_) => Err(io::Error::other("there are no Unix sockets on this system")),
            Address::Tcp { host, port } => {
                let mut last = io::Error::new(io::ErrorKind::NotFound, "the name stands for no address");
                for address in (host.as_str(), *port).to_socket_addrs()? {
                    let connected = match deadline {
                        Some(deadline) => TcpStream::connect_timeout(&address, left(deadline)?),
                        None => TcpStream::connect(address),
                    };
                    match connected {
                        Ok(stream) => {
                            stream.set_nodelay(true)?;
                            if let Some(wish) = keepalive {
                                keep_alive(&stream, wish)?;
                            }
                            return Ok(Stream::Tcp(stream));
                        }
                        Err(error) => last = error,
                    }
                }
                Err(last)
            }
        }
    }

    /// Waits for an answer until `deadline`; `None`: for ever.
    pub fn set_deadline(&self, deadline: Option<Instant>) -> io::Result<()> {
        let wait = deadline.map(left).transpose()?;
        match self {
            Stream::Tcp(stream) => stream.set_read_timeout(wait),
            #[cfg(unix)]
            Stream::Unix(stream) => stream.set_read_timeout(wait),
            Stream::Tls(stream) => stream.sock.set_read_timeout(wait),
        }
    }

    /// Goes on encrypted; the handshake is made now.
    pub fn encrypt(self, config: rustls::ClientConfig, host: &str) -> io::Result<Stream> {
        let Stream::Tcp(mut stream) = self else { return Ok(self) };
        let name = ServerName::try_from(host.to_owned()).map_err(io::Error::other)?;
        let mut tls = ClientConnection::new(std::sync::Arc::new(config), name).map_err(io::Error::other)?;
        while tls.is_handshaking() {
            tls.complete_io(&mut stream)?;
        }
        Ok(Stream::Tls(Box::new(StreamOwned::new(tls, stream))))
    }
}

fn left(deadline: Instant) -> io::Result<Duration> {
    let left = deadline.saturating_duration_since(Instant::now());
    if left.is_zero() { Err(io::Error::new(io::ErrorKind::TimedOut, "timeout expired")) } else { Ok(left) }
}

fn keep_alive(stream: &TcpStream, wish: &Keepalive) -> io::Result<()> {
    let mut settings = TcpKeepalive::new();
    if let Some(idle) = wish.idle {
        settings = settings.with_time(idle);
    }
    if let Some(interval) = wish.interval {
        settings = settings.with_interval(interval);
    }
    if let Some(count) = wish.count {
        settings = settings.with_retries(count);
    }
    let socket = SockRef::from(stream);
    if *wish == Keepalive::default() { socket.set_keepalive(true) } else { socket.set_tcp_keepalive(&settings) }
}

impl Read for Stream {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self {
            Stream::Tcp(stream) => stream.read(buffer),
            #[cfg(unix)]
            Stream::Unix(stream) => stream.read(buffer),
            Stream::Tls(stream) => stream.read(buffer),
        }
    }
}

impl Write for Stream {
    fn write(&mut self, buffer: &[u8]) -> io::Result<usize> {
        match self {
            Stream::Tcp(stream) => stream.write(buffer),
            #[cfg(unix)]
            Stream::Unix(stream) => stream.write(buffer),
            Stream::Tls(stream) => stream.write(buffer),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Stream::Tcp(stream) => stream.flush(),
            #[cfg(unix)]
            Stream::Unix(stream) => stream.flush(),
            Stream::Tls(stream) => stream.flush(),
        }
    }
}
