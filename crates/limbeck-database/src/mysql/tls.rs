//! Encryption: what the Python drivers' `ssl_*` options come to.

use crate::transport::tls::{Roots, Trust, Words};

/// The names that most drivers have.
pub(super) const WORDS: Words =
    Words { root: "ssl_ca", key: "ssl_key", any_name: "ssl_verify_identity=false", revoked: "ssl_crl" };

/// Whether a connection is encrypted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    /// No encryption
    Disabled,
    /// Encryption when the server can
    Preferred,
    /// Encryption
    Required,
}

/// How to encrypt.
#[derive(Debug, Clone)]
pub(super) struct TlsSettings {
    pub mode: Mode,
    pub trust: Trust,
}

impl Default for TlsSettings {
    fn default() -> Self {
        let trust =
            Trust { roots: Roots::Any, names: false, revoked: None, certificate: None, key: None, words: &WORDS };
        TlsSettings { mode: Mode::Preferred, trust }
    }
}
