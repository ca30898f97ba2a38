//! TLS against throw-away MariaDB servers with certificates of our own.

mod certificates;

use limbeck_core::expression::Literal;
use limbeck_database::mysql::MysqlConnection;
use limbeck_database::{Connection, DatabaseError, Url};
use limbeck_dialect::Sql;
use limbeck_testkit::mariadb::{Server, Setup};
use rcgen::{CertificateParams, date_time_ymd};

use certificates::{Authority, file, params};

const SETTINGS: &str = "ssl-cert = FOLDER/server.crt\nssl-key = FOLDER/server.key\nssl-ca = FOLDER/root.crt\n";

/// `tester` may do without encryption, `safe` must have it, `card` shows a certificate.
fn server(authority: &Authority, params: &CertificateParams) -> Server {
    let (certificate, key) = authority.issue(params);
    let files = [
        ("server.crt", certificate.as_str()),
        ("server.key", key.as_str()),
        ("root.crt", authority.certificate.as_str()),
    ];
    let server = Server::start_with(&Setup { settings: SETTINGS, files: &files });
    server.sql("mysql", "CREATE USER safe@'%' REQUIRE SSL; CREATE USER card@'%' REQUIRE X509");
    server
}

fn open(url: &str) -> Result<MysqlConnection, DatabaseError> {
    MysqlConnection::open(&Url::parse(url).unwrap())
}

/// Whether the connection is encrypted.
#[track_caller]
fn encrypted(url: &str) -> bool {
    let mut connection = open(url).unwrap_or_else(|error| panic!("{url}: {error}"));
    let shown = connection.execute(&Sql::new("SHOW STATUS LIKE 'Ssl_cipher'")).unwrap();
    shown.rows[0][1] != Literal::Text(String::new())
}

#[track_caller]
fn refused(url: &str, message: &str) {
    let error = open(url).err().unwrap_or_else(|| panic!("{url} is let in"));
    assert!(error.message.contains(message), "{url}: {error}");
}

#[test]
fn every_option_asks_for_what_it_says() {
    let folder = tempfile::tempdir().unwrap();
    let (ours, theirs) = (Authority::new("ours"), Authority::new("theirs"));
    let server = server(&ours, &params(&["localhost"], "server"));
    let root = file(&folder, "root.crt", &ours.certificate);
    let stranger = file(&folder, "stranger.crt", &theirs.certificate);
    let url = |user: &str, host: &str, query: &str| format!("mysql://{user}@{host}:{}/?{query}", server.port());
    let at = |query: &str| url("tester", "localhost", query);
    let by_number = |query: &str| url("tester", "127.0.0.1", query);

    for (query, expected) in [
        ("", true),
        ("ssl_disabled=true", false),
        ("ssl_mode=DISABLED", false),
        ("ssl_mode=REQUIRED", true),
        ("ssl=true", true),
    ] {
        assert_eq!(encrypted(&at(query)), expected, "{query}");
    }
    assert!(encrypted(&url("safe", "localhost", "")));
    refused(&url("safe", "localhost", "ssl_disabled=true"), "1045");

    assert!(encrypted(&at(&format!("ssl_ca={root}"))));
    refused(&by_number(&format!("ssl_ca={root}")), "not for the host \"127.0.0.1\"");
    assert!(encrypted(&by_number(&format!("ssl_ca={root}&ssl_check_hostname=false"))));
    assert!(encrypted(&by_number(&format!("ssl_ca={root}&ssl_mode=VERIFY_CA"))));
    assert!(encrypted(&by_number(&format!("ssl_ca={stranger}&ssl_verify_cert=false"))));
    refused(&at(&format!("ssl_ca={stranger}")), "authority that is not trusted");
    refused(&at(&format!("ssl_ca={stranger}&ssl_verify_identity=false")), "authority that is not trusted");
    refused(&at("ssl_mode=VERIFY_IDENTITY"), "authority that is not trusted");
    refused(&at("ssl_ca=/nowhere.crt"), "could not read certificate file \"/nowhere.crt\"");
}

#[test]
fn a_certificate_of_ours_is_a_way_to_log_in() {
    let folder = tempfile::tempdir().unwrap();
    let authority = Authority::new("ours");
    let server = server(&authority, &params(&["localhost"], "server"));
    let (certificate, key) = authority.issue(&params(&[], "card"));
    let (certificate, key) = (file(&folder, "card.crt", &certificate), file(&folder, "card.key", &key));
    let url = format!("mysql://card@localhost:{}/", server.port());
    assert!(encrypted(&format!("{url}?ssl_cert={certificate}&ssl_key={key}")));
    refused(&url, "1045");
    refused(&format!("{url}?ssl_cert={certificate}"), "not its private key");
}

#[test]
fn certificates_out_of_time() {
    let folder = tempfile::tempdir().unwrap();
    let authority = Authority::new("ours");
    let root = file(&folder, "root.crt", &authority.certificate);
    let mut old = params(&["localhost"], "server");
    (old.not_before, old.not_after) = (date_time_ymd(2001, 1, 1), date_time_ymd(2002, 1, 1));
    let server = server(&authority, &old);
    let url = format!("mysql://tester@localhost:{}/?ssl_ca={root}", server.port());
    refused(&url, "has expired");
}
