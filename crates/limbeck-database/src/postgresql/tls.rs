//! Encryption: libpq's `sslmode`s on top of rustls.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use rustls::client::WebPkiServerVerifier;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::{CryptoProvider, verify_tls12_signature, verify_tls13_signature};
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, CertificateRevocationListDer, PrivateKeyDer, ServerName, UnixTime};
use rustls::{CertificateError, ClientConfig, DigitallySignedStruct, Error, RootCertStore, SignatureScheme};

use crate::{DatabaseError, ErrorKind};

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
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let builder = ClientConfig::builder_with_provider(provider.clone())
            .with_safe_default_protocol_versions()
            .map_err(|error| fault(error.to_string()))?;
        let verifier = self.verifier(provider)?;
        let builder = builder.dangerous().with_custom_certificate_verifier(verifier);
        match (&self.certificate, &self.key) {
            (None, _) => Ok(builder.with_no_client_auth()),
            (Some(certificate), Some(key)) => {
                let chain = certificates(certificate)?;
                let key = PrivateKeyDer::from_pem_file(key).map_err(|error| {
                    fault(format!("could not load private key file \"{}\": {error}", key.display()))
                        .with_help("limbeck reads PEM keys without a passphrase")
                })?;
                builder.with_client_auth_cert(chain, key).map_err(|error| fault(error.to_string()))
            }
            (Some(certificate), None) => {
                Err(fault(format!("certificate present, but not its private key: \"{}\"", certificate.display()))
                    .with_help("name the key with sslkey"))
            }
        }
    }

    fn verifier(&self, provider: Arc<CryptoProvider>) -> Result<Arc<dyn ServerCertVerifier>, DatabaseError> {
        let found = self.root.as_deref().filter(|path| path.exists());
        let verified = match (self.mode, found) {
            (Mode::VerifyCa | Mode::VerifyFull, _) => true,
            // For the sake of old configurations, libpq lets a root file turn `require` into `verify-ca`.
            (Mode::Require, Some(_)) => true,
            (Mode::Require, None) if self.root_is_named => true,
            _ => false,
        };
        if !verified {
            return Ok(Arc::new(Verifier { authorities: None, names: false, provider }));
        }
        let mut roots = RootCertStore::empty();
        if self.system_roots {
            let loaded = rustls_native_certs::load_native_certs();
            roots.add_parsable_certificates(loaded.certs);
        } else {
            let missing = |path: Option<&Path>| {
                let name = path.map_or_else(|| "~/.postgresql/root.crt".into(), |p| p.display().to_string());
                fault(format!("root certificate file \"{name}\" does not exist")).with_help(
                    "name the file with sslrootcert, use the system's authorities with sslrootcert=system, or choose sslmode=require to \
                     trust any certificate",
                )
            };
            let path = found.ok_or_else(|| missing(self.root.as_deref()))?;
            for certificate in certificates(path)? {
                roots.add(certificate).map_err(|error| fault(format!("{}: {error}", path.display())))?;
            }
        }
        if roots.is_empty() {
            return Err(fault("there is no trusted authority to check the server's certificate with")
                .with_help("name a file of certificates with sslrootcert"));
        }
        let authorities = WebPkiServerVerifier::builder_with_provider(Arc::new(roots), provider.clone())
            .with_crls(self.revocations()?)
            .build()
            .map_err(|error| fault(error.to_string()))?;
        Ok(Arc::new(Verifier { authorities: Some(authorities), names: self.mode == Mode::VerifyFull, provider }))
    }
}

impl TlsSettings {
    fn revocations(&self) -> Result<Vec<CertificateRevocationListDer<'static>>, DatabaseError> {
        let Some(path) = &self.revoked else { return Ok(Vec::new()) };
        let failed =
            |error| fault(format!("could not read certificate revocation list \"{}\": {error}", path.display()));
        let read = CertificateRevocationListDer::pem_file_iter(path).map_err(failed)?;
        read.collect::<Result<_, _>>().map_err(failed)
    }
}

fn certificates(path: &Path) -> Result<Vec<CertificateDer<'static>>, DatabaseError> {
    let failed = |error: String| fault(format!("could not read certificate file \"{}\": {error}", path.display()));
    let read = CertificateDer::pem_file_iter(path).map_err(|error| failed(error.to_string()))?;
    let found: Vec<_> = read.collect::<Result<_, _>>().map_err(|error| failed(error.to_string()))?;
    if found.is_empty() { Err(failed("it holds no certificate".into())) } else { Ok(found) }
}

fn fault(message: impl Into<String>) -> DatabaseError {
    DatabaseError::new(ErrorKind::Operational, message)
}

/// A failed handshake in words that say what to do.
pub(super) fn explain(error: &std::io::Error, host: &str) -> DatabaseError {
    let cause = error.get_ref().and_then(|inner| inner.downcast_ref::<Error>());
    let Some(Error::InvalidCertificate(reason)) = cause else {
        return fault(format!("TLS: {error}"));
    };
    match reason {
        CertificateError::Expired | CertificateError::ExpiredContext { .. } => {
            fault("the server's certificate has expired").with_help("renew it on the server")
        }
        CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. } => {
            fault("the server's certificate is not valid yet").with_help("are the clocks right?")
        }
        CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
            fault(format!("the server's certificate is not for the host \"{host}\"")).with_help(
                "connect by a name that stands in its subjectAltName, or use sslmode=verify-ca if any host of this authority will do",
            )
        }
        CertificateError::UnknownIssuer => fault("the server's certificate is from an authority that is not trusted")
            .with_help("name the authority's certificate with sslrootcert"),
        CertificateError::Revoked => fault("the server's certificate has been revoked"),
        CertificateError::UnknownRevocationStatus => fault("the certificate revocation list says nothing of the server's authority")
            .with_help("the file of sslcrl, or ~/.postgresql/root.crl, needs a list of every authority"),
        other => fault(format!("the server's certificate is not accepted: {other}")),
    }
}

/// Checks a certificate as far as the mode asks.
#[derive(Debug)]
struct Verifier {
    /// `None`: any certificate will do
    authorities: Option<Arc<WebPkiServerVerifier>>,
    names: bool,
    provider: Arc<CryptoProvider>,
}

impl ServerCertVerifier for Verifier {
    fn verify_server_cert(
        &self,
        end_entity: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        name: &ServerName<'_>,
        ocsp: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        let Some(authorities) = &self.authorities else { return Ok(ServerCertVerified::assertion()) };
        match authorities.verify_server_cert(end_entity, intermediates, name, ocsp, now) {
            // The name is the last thing that is looked at: everything else holds.
            Err(Error::InvalidCertificate(
                CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. },
            )) if !self.names => Ok(ServerCertVerified::assertion()),
            answer => answer,
        }
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        verify_tls12_signature(message, certificate, signed, &self.provider.signature_verification_algorithms)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        verify_tls13_signature(message, certificate, signed, &self.provider.signature_verification_algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.provider.signature_verification_algorithms.supported_schemes()
    }
}
