//! Messages to and from a server, one after the other.

use std::io::{self, Read, Write};

use bytes::BytesMut;
use postgres_protocol::message::backend::Message;

use crate::transport::Stream;

/// Read at once from the socket.
const CHUNK: usize = 16 * 1024;

pub(super) struct Wire {
    pub stream: Stream,
    input: BytesMut,
}

impl Wire {
    pub fn new(stream: Stream) -> Wire {
        Wire { stream, input: BytesMut::new() }
    }

    /// Sends what `write` puts into the buffer.
    pub fn send(&mut self, write: impl FnOnce(&mut BytesMut) -> io::Result<()>) -> io::Result<()> {
        let mut output = BytesMut::new();
        write(&mut output)?;
        self.stream.write_all(&output)?;
        self.stream.flush()
    }

    /// The next message.
    pub fn receive(&mut self) -> io::Result<Message> {
        loop {
            if let Some(message) = Message::parse(&mut self.input)? {
                return Ok(message);
            }
            let filled = self.input.len();
            self.input.resize(filled + CHUNK, 0);
            let read = loop {
                match self.stream.read(&mut self.input[filled..]) {
                    Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                    other => break other,
                }
            };
            self.input.truncate(filled + *read.as_ref().unwrap_or(&0));
            if read? == 0 {
                let message = "server closed the connection unexpectedly";
                return Err(io::Error::new(io::ErrorKind::UnexpectedEof, message));
            }
        }
    }
}
