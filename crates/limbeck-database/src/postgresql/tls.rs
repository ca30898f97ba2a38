//! Encryption: libpq's `sslmode`s.

use std::path::PathBuf;

use rustls::ClientConfig;

use crate::transport::tls::{Roots, Trust, Words};
use crate::{DatabaseError, ErrorKind};

/// libpq's names.
pub(super) const WORDS: Words = Words {
    root: "sslrootcert",
    key: "sslkey",
    any_name: "sslmode=verify-ca",
    revoked: "sslcrl, or ~/.postgresql/root.crl,",
};

/// What is asked of the server's certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    /// No encryption
    Disable,
    /// Encryption only when the server does not do without
    Allow,
    /// Encryption when the server can
    Prefer,
    /// Encryption; any certificate will do
    Require,
    /// A certificate of a trusted authority
    VerifyCa,
    /// One that also bears the host's name
    VerifyFull,
}

impl Mode {
    pub fn parse(text: &str) -> Option<Mode> {
        Some(match text {
            "disable" => Mode::Disable,
            "allow" => Mode::Allow,
            "prefer" => Mode::Prefer,
            "require" => Mode::Require,
            "verify-ca" => Mode::VerifyCa,
            "verify-full" => Mode::VerifyFull,
            _ => return None,
        })
    }
}

/// How to encrypt.
#[derive(Debug, Clone)]
pub(super) struct TlsSettings {
    pub mode: Mode,
    /// The authorities that the system trusts, not a file's
    pub system_roots: bool,
    /// The file of the trusted authorities, which need not be there
    pub root: Option<PathBuf>,
    /// It was named, not just looked for
    pub root_is_named: bool,
    /// The file of certificates that their authority has revoked
    pub revoked: Option<PathBuf>,
    pub certificate: Option<PathBuf>,
    pub key: Option<PathBuf>,
}

impl TlsSettings {
    /// The configuration of a connection.
    pub fn config(&self) -> Result<ClientConfig, DatabaseError> {
        let trust = Trust {
            roots: self.roots()?,
            names: self.mode == Mode::VerifyFull,
            revoked: self.revoked.clone(),
            certificate: self.certificate.clone(),
            key: self.key.clone(),
            words: &WORDS,
        };
        trust.config()
    }

    fn roots(&self) -> Result<Roots, DatabaseError> {
        let found = self.root.as_ref().filter(|path| path.exists());
        let verified = match (self.mode, found) {
            (Mode::VerifyCa | Mode::VerifyFull, _) => true,
            // For the sake of old configurations, libpq lets a root file turn `require` into `verify-ca`.
            (Mode::Require, Some(_)) => true,
            (Mode::Require, None) if self.root_is_named => true,
            _ => false,
        };
        match (verified, self.system_roots, found) {
            (false, _, _) => Ok(Roots::Any),
            (true, true, _) => Ok(Roots::System),
            (true, false, Some(path)) => Ok(Roots::File(path.clone())),
            (true, false, None) => {
                let name =
                    self.root.as_ref().map_or_else(|| "~/.postgresql/root.crt".into(), |p| p.display().to_string());
                let message = format!("root certificate file \"{name}\" does not exist");
                Err(DatabaseError::new(ErrorKind::Operational, message).with_help(
                    "name the file with sslrootcert, use the system's authorities with sslrootcert=system, or choose sslmode=require to \
                     trust any certificate",
                ))
            }
        }
    }
}
