//! TLS against throw-away servers with certificates of our own.

mod certificates;

use limbeck_core::expression::Literal;
use limbeck_database::postgresql::PostgresqlConnection;
use limbeck_database::{Connection, DatabaseError, Url};
use limbeck_dialect::Sql;
use limbeck_testkit::postgres::{Server, Setup};
use rcgen::{
    CertificateParams, CertificateRevocationListParams, KeyIdMethod, RevokedCertParams, SerialNumber, date_time_ymd,
};

use certificates::{Authority, file, params};

const SETTINGS: &str = "ssl = on\nssl_cert_file = 'FOLDER/server.crt'\nssl_key_file = 'FOLDER/server.key'\nssl_ca_file = 'FOLDER/root.crt'\n";
/// `free` may do without encryption, `safe` must have it, `bare` must not, `card` shows a certificate.
const HBA: &str = "local all all trust\nhost all free 127.0.0.1/32 trust\nhostssl all safe 127.0.0.1/32 trust\n\
                   hostnossl all bare 127.0.0.1/32 trust\nhostssl all card 127.0.0.1/32 cert\n";

fn server(authority: &Authority, params: &CertificateParams) -> Server {
    let (certificate, key) = authority.issue(params);
    let files = [
        ("server.crt", certificate.as_str()),
        ("server.key", key.as_str()),
        ("root.crt", authority.certificate.as_str()),
    ];
    let server = Server::start_with(&Setup { settings: SETTINGS, hba: Some(HBA), files: &files });
    server.psql(
        "postgres",
        "CREATE ROLE free LOGIN; CREATE ROLE safe LOGIN; CREATE ROLE bare LOGIN; CREATE ROLE card LOGIN",
    );
    server
}

fn open(url: &str) -> Result<PostgresqlConnection, DatabaseError> {
    PostgresqlConnection::open(&Url::parse(url).unwrap())
}

/// Whether the connection is encrypted.
#[track_caller]
fn encrypted(url: &str) -> bool {
    let mut connection = open(url).unwrap_or_else(|error| panic!("{url}: {error}"));
    let shown = connection.execute(&Sql::new("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()")).unwrap();
    shown.rows == [[Literal::Bool(true)]]
}

#[track_caller]
fn refused(url: &str, message: &str) {
    let error = open(url).err().unwrap_or_else(|| panic!("{url} is let in"));
    assert!(error.message.contains(message), "{url}: {error}");
}

#[test]
fn every_mode_asks_for_what_it_says() {
    let folder = tempfile::tempdir().unwrap();
    let (ours, theirs) = (Authority::new("ours"), Authority::new("theirs"));
    let server = server(&ours, &params(&["localhost"], "server"));
    let root = file(&folder, "root.crt", &ours.certificate);
    let stranger = file(&folder, "stranger.crt", &theirs.certificate);
    let url =
        |role: &str, host: &str, query: &str| format!("postgresql://{role}@{host}:{}/postgres?{query}", server.port());
    let at = |query: &str| url("free", "localhost", query);
    let by_number = |query: &str| url("free", "127.0.0.1", query);

    for (query, expected) in [
        ("sslmode=disable", false),
        ("sslmode=allow", false),
        ("sslmode=prefer", true),
        ("", true),
        ("sslmode=require", true),
    ] {
        assert_eq!(encrypted(&at(query)), expected, "{query}");
    }
    // What the mode leaves open, the server decides.
    assert!(encrypted(&url("safe", "localhost", "sslmode=allow")));
    assert!(!encrypted(&url("bare", "localhost", "sslmode=prefer")));
    refused(&url("safe", "localhost", "sslmode=disable"), "no pg_hba.conf entry");
    refused(&url("bare", "localhost", "sslmode=require"), "no pg_hba.conf entry");

    assert!(encrypted(&at(&format!("sslmode=verify-ca&sslrootcert={root}"))));
    assert!(encrypted(&by_number(&format!("sslmode=verify-ca&sslrootcert={root}"))));
    assert!(encrypted(&at(&format!("sslmode=verify-full&sslrootcert={root}"))));
    refused(&by_number(&format!("sslmode=verify-full&sslrootcert={root}")), "not for the host \"127.0.0.1\"");
    for mode in ["require", "verify-ca", "verify-full"] {
        refused(&at(&format!("sslmode={mode}&sslrootcert={stranger}")), "authority that is not trusted");
        refused(
            &at(&format!("sslmode={mode}&sslrootcert=/nowhere.crt")),
            "root certificate file \"/nowhere.crt\" does not exist",
        );
    }
    refused(&at("sslmode=verify-full&sslrootcert=system"), "authority that is not trusted");
    refused(&at("sslmode=require&sslrootcert=system"), "too weak");
    let empty = file(&folder, "empty.crt", "nothing");
    refused(&at(&format!("sslmode=verify-ca&sslrootcert={empty}")), "holds no certificate");
}

#[test]
fn a_revoked_certificate_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let authority = Authority::new("ours");
    let mut certificate = params(&["localhost"], "server");
    certificate.serial_number = Some(SerialNumber::from(7));
    let server = server(&authority, &certificate);
    let root = file(&folder, "root.crt", &authority.certificate);
    let url = format!("postgresql://free@localhost:{}/postgres?sslmode=verify-full&sslrootcert={root}", server.port());
    for (serial, revoked) in [(7, true), (8, false)] {
        let list = CertificateRevocationListParams {
            this_update: date_time_ymd(2020, 1, 1),
            next_update: date_time_ymd(3000, 1, 1),
            crl_number: SerialNumber::from(1),
            issuing_distribution_point: None,
            revoked_certs: vec![RevokedCertParams {
                serial_number: SerialNumber::from(serial),
                revocation_time: date_time_ymd(2021, 1, 1),
                reason_code: None,
                invalidity_date: None,
            }],
            key_identifier_method: KeyIdMethod::Sha256,
        };
        let list = file(&folder, "list.crl", &list.signed_by(&authority.issuer).unwrap().pem().unwrap());
        let url = format!("{url}&sslcrl={list}");
        if revoked {
            refused(&url, "has been revoked");
        } else {
            assert!(encrypted(&url));
        }
    }
    refused(&format!("{url}&sslcrl=/nowhere.crl"), "could not read certificate revocation list");
}

#[test]
fn a_certificate_of_ours_is_a_way_to_log_in() {
    let folder = tempfile::tempdir().unwrap();
    let authority = Authority::new("ours");
    let server = server(&authority, &params(&["localhost"], "server"));
    let (certificate, key) = authority.issue(&params(&[], "card"));
    let (certificate, key) = (file(&folder, "card.crt", &certificate), file(&folder, "card.key", &key));
    let url = format!("postgresql://card@localhost:{}/postgres?sslmode=require", server.port());
    assert!(encrypted(&format!("{url}&sslcert={certificate}&sslkey={key}")));
    refused(&url, "certificate");
    refused(&format!("{url}&sslcert={certificate}&sslkey=/nowhere.key"), "could not load private key file");
}

#[test]
fn certificates_out_of_time() {
    let folder = tempfile::tempdir().unwrap();
    let authority = Authority::new("ours");
    let root = file(&folder, "root.crt", &authority.certificate);
    let mut old = params(&["localhost"], "server");
    (old.not_before, old.not_after) = (date_time_ymd(2001, 1, 1), date_time_ymd(2002, 1, 1));
    let mut early = params(&["localhost"], "server");
    (early.not_before, early.not_after) = (date_time_ymd(3001, 1, 1), date_time_ymd(3002, 1, 1));
    for (params, message) in [(old, "has expired"), (early, "not valid yet")] {
        let server = server(&authority, &params);
        let url = format!("postgresql://free@localhost:{}/postgres?sslrootcert={root}&sslmode=", server.port());
        refused(&format!("{url}verify-full"), message);
        refused(&format!("{url}verify-ca"), message);
        // As with libpq, a mode that asks for no authority looks at nothing.
        assert!(encrypted(&url.replace(&format!("sslrootcert={root}&"), "").replace("sslmode=", "sslmode=require")));
    }
}
