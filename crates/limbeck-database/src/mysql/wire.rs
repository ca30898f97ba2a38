//! Packets to and from a server.

use std::io;

use mysql_common::io::ParseBuf;
use mysql_common::proto::codec::error::PacketCodecError;
use mysql_common::proto::sync_framed::MySyncFramed;

use crate::transport::Stream;

/// The protocol's own limit. The server's is often lower, and it says so itself.
const LARGEST: usize = 1 << 30;

pub(super) struct Wire {
    framed: MySyncFramed<Stream>,
}

impl Wire {
    pub fn new(stream: Stream) -> Wire {
        let mut framed = MySyncFramed::new(stream);
        framed.codec_mut().max_allowed_packet = LARGEST;
        Wire { framed }
    }

    pub fn stream(&self) -> &Stream {
        self.framed.get_ref()
    }

    /// Goes on over what `change` makes of the stream.
    pub fn upgrade(self, change: impl FnOnce(Stream) -> io::Result<Stream>) -> io::Result<Wire> {
        let (input, output, codec, stream) = self.framed.destruct();
        if !input.is_empty() {
            // What was said before the encryption began may be somebody else's.
            return Err(io::Error::other("the server said more than it should before the encryption began"));
        }
        Ok(Wire { framed: MySyncFramed::construct(input, output, codec, change(stream)?) })
    }

    /// A packet that answers one.
    pub fn send(&mut self, packet: &[u8]) -> io::Result<()> {
        self.framed.send(&mut &*packet).map_err(fault)
    }

    /// A packet that begins a new exchange.
    pub fn command(&mut self, code: u8, argument: &[u8]) -> io::Result<()> {
        self.framed.codec_mut().reset_seq_id();
        let mut packet = Vec::with_capacity(argument.len() + 1);
        packet.push(code);
        packet.extend_from_slice(argument);
        self.send(&packet)
    }

    /// The next packet; never empty.
    pub fn receive(&mut self) -> io::Result<Vec<u8>> {
        let mut packet = Vec::new();
        match self.framed.next_packet(&mut packet).map_err(fault)? {
            true if packet.is_empty() => Err(io::Error::other("the server sent an empty packet")),
            true => Ok(packet),
            false => Err(io::Error::new(io::ErrorKind::UnexpectedEof, "server closed the connection unexpectedly")),
        }
    }
}

/// Reads a packet as what it should be.
pub(super) fn parse<'p, T>(packet: &'p [u8], context: T::Ctx) -> io::Result<T>
where
    T: mysql_common::proto::MyDeserialize<'p>,
{
    ParseBuf(packet).parse(context)
}

fn fault(error: PacketCodecError) -> io::Error {
    match error {
        PacketCodecError::Io(error) => error,
        PacketCodecError::PacketTooLarge => io::Error::other("a statement or an answer is longer than 1 GiB"),
        other => io::Error::other(other.to_string()),
    }
}
