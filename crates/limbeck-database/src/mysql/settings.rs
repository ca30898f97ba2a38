//! Where to connect and how: the URL, then the option file that it names, then the drivers' defaults.
//!
//! Names are those of PyMySQL, mysqlclient, MySQL Connector, asyncmy, aiomysql and MariaDB Connector. An option that would be ignored,
//! and matters, is refused.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::option_file;
use super::tls::{Mode, TlsSettings};
use crate::transport::Address;
use crate::transport::tls::Roots;
use crate::{DatabaseError, ErrorKind, Url};

/// What a connection needs to know.
#[derive(Debug, Clone)]
pub(super) struct Settings {
    pub address: Address,
    /// The name that a certificate has to bear
    pub host: String,
    pub user: String,
    pub password: Password,
    pub database: Option<String>,
    pub tls: TlsSettings,
    pub connect_timeout: Option<Duration>,
    pub program: String,
    /// What the session begins with, in order
    pub start: Vec<String>,
}

/// A password, which `Debug` does not show.
#[derive(Clone, Default, PartialEq, Eq)]
pub(super) struct Password(pub String);

impl std::fmt::Debug for Password {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("***")
    }
}

/// Options that have a meaning here, under the names that they have here.
const OPTIONS: &[&str] = &[
    "host",
    "port",
    "user",
    "password",
    "database",
    "unix_socket",
    "charset",
    "collation",
    "connect_timeout",
    "init_command",
    "sql_mode",
    "time_zone",
    "program_name",
    "read_default_file",
    "read_default_group",
    "ssl",
    "ssl_disabled",
    "ssl_mode",
    "ssl_ca",
    "ssl_cert",
    "ssl_key",
    "ssl_crl",
    "ssl_verify_cert",
    "ssl_verify_identity",
];

/// Other names of the same.
const OTHER_NAMES: &[(&str, &str)] = &[
    ("passwd", "password"),
    ("db", "database"),
    ("socket", "unix_socket"),
    ("connection_timeout", "connect_timeout"),
    ("ssl_check_hostname", "ssl_verify_identity"),
    ("ssl_verify_server_cert", "ssl_verify_identity"),
    ("default_character_set", "charset"),
];

/// Options that change nothing here: text is always UTF-8, several statements in one text are allowed, a file of the client's is never
/// sent, a statement may take as long as it takes, and what concerns a driver's own objects has no place.
const NO_MEANING: &[&str] = &[
    "use_unicode",
    "client_flag",
    "client_flags",
    "local_infile",
    "allow_local_infile",
    "autocommit",
    "compress",
    "read_timeout",
    "write_timeout",
    "max_allowed_packet",
    "binary_prefix",
    "auth_plugin",
    "use_pure",
    "buffered",
    "raw",
    "consume_results",
    "get_warnings",
    "raise_on_warnings",
    "pool_name",
    "pool_size",
    "pool_reset_session",
    "reconnect",
    "echo",
    "no_delay",
    "minsize",
    "maxsize",
    "pool_recycle",
    "prepared_statement_cache_size",
];

impl Settings {
    /// The settings of a URL.
    pub fn of(url: &Url) -> Result<Settings, DatabaseError> {
        Settings::at_home(url, std::env::home_dir().as_deref(), whoami::username().ok())
    }

    fn at_home(url: &Url, home: Option<&Path>, login: Option<String>) -> Result<Settings, DatabaseError> {
        let given = Given::of(url, home)?;
        let value = |name: &str| given.value(name);
        let user = value("user").map(str::to_owned).or(login).ok_or_else(|| {
            refused("no user is named for the database", "name one in the URL: mysql://user@host/...")
        })?;
        let host = value("host").unwrap_or("localhost").to_owned();
        let port = match value("port") {
            None => 3306,
            Some(digits) => digits.parse().ok().filter(|port| *port != 0).ok_or_else(|| {
                refused(format!("invalid port number: \"{digits}\""), "a port is a number from 1 to 65535")
            })?,
        };
        let address = match value("unix_socket") {
            Some(path) => Address::Unix(PathBuf::from(path)),
            None => Address::Tcp { host: host.clone(), port },
        };
        Ok(Settings {
            address,
            user,
            password: Password(value("password").unwrap_or_default().to_owned()),
            database: value("database").map(str::to_owned),
            tls: tls(&given)?,
            connect_timeout: seconds(value("connect_timeout"))?,
            program: value("program_name").unwrap_or("limbeck").to_owned(),
            start: start(&given)?,
            host,
        })
    }
}

/// What the URL and its option file say, under the names of [`OPTIONS`]; the first of a name counts.
struct Given(Vec<(String, String)>);

impl Given {
    fn of(url: &Url, home: Option<&Path>) -> Result<Given, DatabaseError> {
        let mut pairs: Vec<(String, String)> = Vec::new();
        for (name, value) in url.query() {
            let name = OTHER_NAMES.iter().find(|(other, _)| other == name).map_or(name.as_str(), |(_, name)| name);
            if NO_MEANING.contains(&name) {
                continue;
            }
            if !OPTIONS.contains(&name) {
                return Err(refused(
                    format!("limbeck does not know the connection option \"{name}\""),
                    "take it out of the URL, or set a server variable with init_command=SET%20name%3Dvalue",
                ));
            }
            pairs.push((name.to_owned(), value.clone()));
        }
        let mut add = |name: &str, value: Option<String>| {
            // Options after `?` win over the parts before it, as they do in SQLAlchemy.
            if let Some(value) = value.filter(|_| !pairs.iter().any(|(known, _)| known == name)) {
                pairs.push((name.to_owned(), value));
            }
        };
        add("user", url.username().map(str::to_owned));
        add("password", url.password().map(str::to_owned));
        add("host", url.host().map(str::to_owned));
        add("port", url.port().map(|port| port.to_string()));
        add("database", url.database().map(str::to_owned));
        pairs.retain(|(name, value)| !value.is_empty() || name == "password");
        let mut given = Given(pairs);
        if let Some(path) = given.value("read_default_file").map(str::to_owned) {
            let group = given.value("read_default_group").map(str::to_owned);
            for (name, value) in option_file::read(&path, group.as_deref(), home)?.into_iter().rev() {
                let known =
                    OTHER_NAMES.iter().find(|(other, _)| *other == name).map_or(name.as_str(), |(_, name)| name);
                // The file is also other programs': what they alone know is theirs.
                if OPTIONS.contains(&known) && given.value(known).is_none() && !value.is_empty() {
                    given.0.push((known.to_owned(), value));
                }
            }
        }
        Ok(given)
    }

    fn value(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// A yes or a no.
    fn flag(&self, name: &str) -> Result<Option<bool>, DatabaseError> {
        let Some(text) = self.value(name) else { return Ok(None) };
        match text.to_ascii_lowercase().as_str() {
            "1" | "true" | "yes" | "on" | "cert_required" => Ok(Some(true)),
            "0" | "false" | "no" | "off" | "none" | "cert_none" => Ok(Some(false)),
            _ => Err(refused(format!("invalid value for {name}: \"{text}\""), "it is true or false")),
        }
    }
}

/// Whoever names an authority wants the server's certificate checked, its name included, unless the URL says otherwise.
fn tls(given: &Given) -> Result<TlsSettings, DatabaseError> {
    let mut tls = TlsSettings::default();
    let path = |name: &str| given.value(name).map(PathBuf::from);
    let (root, certificate, key) = (path("ssl_ca"), path("ssl_cert"), path("ssl_key"));
    let (mut verify, mut names) = (given.flag("ssl_verify_cert")?, given.flag("ssl_verify_identity")?);
    let mut mode = None;
    match given.value("ssl_mode").map(str::to_ascii_uppercase).as_deref() {
        None => {}
        Some("DISABLED") => mode = Some(Mode::Disabled),
        Some("PREFERRED") => mode = Some(Mode::Preferred),
        Some("REQUIRED") => (mode, verify) = (Some(Mode::Required), verify.or(Some(false))),
        Some("VERIFY_CA") => (verify, names) = (Some(true), Some(false)),
        Some("VERIFY_IDENTITY") => (verify, names) = (Some(true), Some(true)),
        Some(other) => {
            return Err(refused(
                format!("invalid value for ssl_mode: \"{other}\""),
                "it is one of DISABLED, PREFERRED, REQUIRED, VERIFY_CA, VERIFY_IDENTITY",
            ));
        }
    }
    if given.flag("ssl_disabled")? == Some(true) || given.flag("ssl")? == Some(false) {
        mode = Some(Mode::Disabled);
    }
    let verify = verify.unwrap_or(root.is_some() || names == Some(true));
    let wanted = verify || certificate.is_some() || root.is_some() || given.flag("ssl")? == Some(true);
    tls.mode = mode.unwrap_or(if wanted { Mode::Required } else { Mode::Preferred });
    tls.trust.roots = match (verify, root) {
        (false, _) => Roots::Any,
        (true, Some(file)) => Roots::File(file),
        (true, None) => Roots::System,
    };
    tls.trust.names = verify && names != Some(false);
    (tls.trust.certificate, tls.trust.key, tls.trust.revoked) = (certificate, key, path("ssl_crl"));
    Ok(tls)
}

/// What the drivers send when they have connected: the character set first.
fn start(given: &Given) -> Result<Vec<String>, DatabaseError> {
    let charset = given.value("charset").unwrap_or("utf8mb4").to_ascii_lowercase();
    if !["utf8mb4", "utf8mb3", "utf8"].contains(&charset.as_str()) {
        return Err(refused(
            format!("limbeck cannot speak the character set \"{charset}\""),
            "leave charset out, or use utf8mb4: the server converts to what its columns have",
        ));
    }
    let mut all = vec![match given.value("collation") {
        None => format!("SET NAMES {charset}"),
        Some(name) => {
            let known: BTreeSet<char> = name.chars().filter(|c| !c.is_ascii_alphanumeric() && *c != '_').collect();
            if !known.is_empty() {
                return Err(refused(
                    format!("invalid value for collation: \"{name}\""),
                    "it is a name like utf8mb4_bin",
                ));
            }
            format!("SET NAMES {charset} COLLATE {name}")
        }
    }];
    for (option, variable) in [("sql_mode", "sql_mode"), ("time_zone", "time_zone")] {
        if let Some(value) = given.value(option) {
            if value.contains(['\'', '\\', '\0']) {
                return Err(refused(format!("invalid value for {option}: \"{value}\""), "write it without quotes"));
            }
            all.push(format!("SET {variable} = '{value}'"));
        }
    }
    all.extend(given.value("init_command").map(str::to_owned));
    Ok(all)
}

fn seconds(text: Option<&str>) -> Result<Option<Duration>, DatabaseError> {
    let Some(text) = text else { return Ok(None) };
    match text.trim().parse::<f64>() {
        Ok(number) if number.is_finite() => {
            Ok(Some(Duration::from_secs_f64(number.clamp(0.0, 1e9))).filter(|wait| !wait.is_zero()))
        }
        _ => Err(refused(format!("invalid value for connect_timeout: \"{text}\""), "it is a number of seconds")),
    }
}

fn refused(message: impl Into<String>, help: &str) -> DatabaseError {
    DatabaseError::new(ErrorKind::Programming, message).with_help(help)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(url: &str) -> Result<Settings, DatabaseError> {
        Settings::at_home(&Url::parse(url).unwrap(), None, Some("me".into()))
    }

    fn address(url: &str) -> Address {
        settings(url).unwrap().address
    }

    fn tcp(host: &str, port: u16) -> Address {
        Address::Tcp { host: host.into(), port }
    }

    #[test]
    fn where_to_connect() {
        assert_eq!(address("mysql://"), tcp("localhost", 3306));
        assert_eq!(address("mariadb+mariadbconnector://u:p@[::1]:7/d"), tcp("::1", 7));
        assert_eq!(address("mysql+pymysql://u@/d?unix_socket=/run/my"), Address::Unix("/run/my".into()));
        assert_eq!(address("mysql://u@h:1/d?port=2"), tcp("h", 2));
        let found = settings("mysql+mysqldb://h/d?user=x&passwd=y&db=z").unwrap();
        assert_eq!((found.user.as_str(), found.password.0.as_str(), found.database.as_deref()), ("x", "y", Some("z")));
        assert_eq!(settings("mysql://h").unwrap().user, "me");
        assert!(!format!("{:?}", settings("mysql://u:secret@h").unwrap()).contains("secret"));
    }

    #[test]
    fn what_is_not_known_is_refused() {
        for (query, word) in [
            ("chaset=utf8mb4", "chaset"),
            ("charset=latin1", "latin1"),
            ("port=0", "port"),
            ("connect_timeout=soon", "connect_timeout"),
            ("ssl_capath=/x", "ssl_capath"),
            ("ssl_mode=maybe", "MAYBE"),
            ("ssl_verify_cert=perhaps", "perhaps"),
            ("collation=x;y", "collation"),
            ("read_default_file=/nowhere.cnf", "/nowhere.cnf"),
        ] {
            let error = settings(&format!("mysql://u@h/d?{query}")).unwrap_err();
            assert!(error.message.contains(word) && error.help.is_some(), "{query}: {error}");
        }
    }

    #[test]
    fn encryption() {
        let tls = |query: &str| {
            let found = settings(&format!("mysql://u@h/d?{query}")).unwrap().tls;
            (found.mode, found.trust.roots, found.trust.names)
        };
        let ca = || Roots::File("/ca".into());
        for (query, mode, roots, names) in [
            ("", Mode::Preferred, Roots::Any, false),
            ("ssl=true", Mode::Required, Roots::Any, false),
            ("ssl=false", Mode::Disabled, Roots::Any, false),
            ("ssl_disabled=1", Mode::Disabled, Roots::Any, false),
            ("ssl_ca=/ca", Mode::Required, ca(), true),
            ("ssl_ca=/ca&ssl_check_hostname=false", Mode::Required, ca(), false),
            ("ssl_ca=/ca&ssl_verify_cert=false", Mode::Required, Roots::Any, false),
            ("ssl_verify_cert=true", Mode::Required, Roots::System, true),
            ("ssl_verify_identity=true", Mode::Required, Roots::System, true),
            ("ssl_mode=REQUIRED", Mode::Required, Roots::Any, false),
            ("ssl_mode=verify_ca&ssl_ca=/ca", Mode::Required, ca(), false),
            ("ssl_mode=VERIFY_IDENTITY&ssl_ca=/ca", Mode::Required, ca(), true),
            ("ssl_cert=/c&ssl_key=/k", Mode::Required, Roots::Any, false),
        ] {
            assert_eq!(tls(query), (mode, roots, names), "{query}");
        }
    }

    #[test]
    fn how_a_session_begins() {
        let start = |query: &str| settings(&format!("mysql://u@h/d?{query}")).unwrap().start;
        assert_eq!(start(""), ["SET NAMES utf8mb4"]);
        assert_eq!(start("charset=utf8&collation=utf8_bin&use_unicode=1"), ["SET NAMES utf8 COLLATE utf8_bin"]);
        let all = start("sql_mode=ANSI&time_zone=%2B00:00&init_command=SET%20x%3D1");
        assert_eq!(all[1..], ["SET sql_mode = 'ANSI'", "SET time_zone = '+00:00'", "SET x=1"]);
    }

    #[test]
    fn an_option_file_fills_what_is_not_said() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("my.cnf");
        std::fs::write(&file, "[client]\nhost=s\nuser=u\nprompt=x\nport=1\n[app]\nport=2\n").unwrap();
        let url = format!("mysql://v@/d?read_default_file={}&read_default_group=app", file.display());
        let found = settings(&url).unwrap();
        assert_eq!((found.address, found.user.as_str()), (tcp("s", 2), "v"));
    }
}
