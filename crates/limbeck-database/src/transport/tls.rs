//! Encryption by rustls, as far as the servers' kinds have it in common.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use rustls::client::WebPkiServerVerifier;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::{CryptoProvider, verify_tls12_signature, verify_tls13_signature};
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, CertificateRevocationListDer, PrivateKeyDer, ServerName, UnixTime};
use rustls::{CertificateError, ClientConfig, DigitallySignedStruct, Error, RootCertStore, SignatureScheme};

use crate::{DatabaseError, ErrorKind};

/// Whose certificates are trusted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Roots {
    /// Everybody's: only eavesdroppers are kept out
    Any,
    /// The authorities that the system trusts
    System,
    /// The authorities in a file
    File(PathBuf),
}

/// What the options are called, for advice.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Words {
    /// The one that names the file of the trusted authorities
    pub root: &'static str,
    /// The one that names the private key
    pub key: &'static str,
    /// What to write so that a certificate need not bear the host's name
    pub any_name: &'static str,
    /// The one that names the file of revoked certificates
    pub revoked: &'static str,
}

/// How to encrypt.
#[derive(Debug, Clone)]
pub(crate) struct Trust {
    pub roots: Roots,
    /// The certificate has to bear the host's name
    pub names: bool,
    /// The file of certificates that their authority has revoked
    pub revoked: Option<PathBuf>,
    /// Ours, for servers that ask for one
    pub certificate: Option<PathBuf>,
    pub key: Option<PathBuf>,
    pub words: &'static Words,
}

impl Trust {
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
                    .with_help(format!("name the key with {}", self.words.key)))
            }
        }
    }

    fn verifier(&self, provider: Arc<CryptoProvider>) -> Result<Arc<dyn ServerCertVerifier>, DatabaseError> {
        let mut roots = RootCertStore::empty();
        match &self.roots {
            Roots::Any => return Ok(Arc::new(Verifier { authorities: None, names: false, provider })),
            Roots::System => {
                roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
            }
            Roots::File(path) => {
                for certificate in certificates(path)? {
                    roots.add(certificate).map_err(|error| fault(format!("{}: {error}", path.display())))?;
                }
            }
        }
        if roots.is_empty() {
            return Err(fault("there is no trusted authority to check the server's certificate with")
                .with_help(format!("name a file of certificates with {}", self.words.root)));
        }
        let authorities = WebPkiServerVerifier::builder_with_provider(Arc::new(roots), provider.clone())
            .with_crls(self.revocations()?)
            .build()
            .map_err(|error| fault(error.to_string()))?;
        Ok(Arc::new(Verifier { authorities: Some(authorities), names: self.names, provider }))
    }

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
pub(crate) fn explain(error: &std::io::Error, host: &str, words: &Words) -> DatabaseError {
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
            fault(format!("the server's certificate is not for the host \"{host}\"")).with_help(format!(
                "connect by a name that stands in its subjectAltName, or use {} if any host of this authority will do",
                words.any_name
            ))
        }
        CertificateError::UnknownIssuer => fault("the server's certificate is from an authority that is not trusted")
            .with_help(format!("name the authority's certificate with {}", words.root)),
        CertificateError::Revoked => fault("the server's certificate has been revoked"),
        CertificateError::UnknownRevocationStatus => {
            fault("the certificate revocation list says nothing of the server's authority")
                .with_help(format!("the file of {} needs a list of every authority", words.revoked))
        }
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
