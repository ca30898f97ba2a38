//! The way to a server, whatever it speaks.

mod stream;
pub(crate) mod tls;

pub(crate) use stream::{Address, Keepalive, Stream};
