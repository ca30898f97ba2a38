//! Where to connect and how: the URL, then the service file, then libpq's environment variables, then libpq's defaults.
//!
//! Names and precedence are libpq's ("Database Connection Control Functions" in PostgreSQL's manual); what the other Python drivers call by
//! other names is understood too. An option that would be ignored is refused.

use std::path::{Path, PathBuf};
use std::time::Duration;

use super::passfile;
use super::service;
use super::tls::{Mode, TlsSettings};
use crate::transport::{Address, Keepalive};
use crate::{DatabaseError, ErrorKind, Url};

/// What a connection needs to know.
#[derive(Clone)]
pub(super) struct Settings {
    /// Tried in this order
    pub hosts: Vec<Host>,
    pub user: String,
    pub database: String,
    pub tls: TlsSettings,
    /// Parameters of the session, as the startup message names them
    pub parameters: Vec<(String, String)>,
    pub connect_timeout: Option<Duration>,
    pub keepalive: Option<Keepalive>,
    pub target: Target,
}

/// One server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Host {
    pub address: Address,
    /// The name that a certificate has to bear
    pub name: String,
    pub password: Option<String>,
}

/// Which of several servers will do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Target {
    Any,
    /// One that can be written to
    ReadWrite,
}

/// Options that have a meaning here, with the environment variable of the same meaning.
const OPTIONS: &[(&str, &str)] = &[
    ("host", "PGHOST"),
    ("hostaddr", "PGHOSTADDR"),
    ("port", "PGPORT"),
    ("dbname", "PGDATABASE"),
    ("user", "PGUSER"),
    ("password", "PGPASSWORD"),
    ("passfile", "PGPASSFILE"),
    ("connect_timeout", "PGCONNECT_TIMEOUT"),
    ("options", "PGOPTIONS"),
    ("application_name", "PGAPPNAME"),
    ("fallback_application_name", ""),
    ("keepalives", ""),
    ("keepalives_idle", ""),
    ("keepalives_interval", ""),
    ("keepalives_count", ""),
    ("sslmode", "PGSSLMODE"),
    ("sslrootcert", "PGSSLROOTCERT"),
    ("sslcert", "PGSSLCERT"),
    ("sslkey", "PGSSLKEY"),
    ("sslcrl", "PGSSLCRL"),
    ("target_session_attrs", "PGTARGETSESSIONATTRS"),
    ("service", "PGSERVICE"),
    ("channel_binding", "PGCHANNELBINDING"),
    ("gssencmode", "PGGSSENCMODE"),
];

/// Variables that only set a parameter of the session.
const SESSION_VARIABLES: &[(&str, &str)] = &[("PGTZ", "TimeZone"), ("PGDATESTYLE", "datestyle"), ("PGGEQO", "geqo")];

/// Variables that ask for something which limbeck does not do. Passing over one would be less safe than it looks.
const NOT_DONE: &[&str] = &[
    "PGREQUIREAUTH",
    "PGREQUIREPEER",
    "PGSSLCRLDIR",
    "PGSSLMINPROTOCOLVERSION",
    "PGSSLMAXPROTOCOLVERSION",
    "PGSSLNEGOTIATION",
];

/// Options that change nothing here: text is always UTF-8, and what concerns Kerberos or the caches of a driver has no place.
const NO_MEANING: &[&str] = &[
    "client_encoding",
    "async_fallback",
    "krbsrvname",
    "gsslib",
    "sslcompression",
    "sslsni",
    "prepared_statement_cache_size",
    "prepared_statement_name_func",
    "statement_cache_size",
    "prepare_threshold",
];

/// Where settings come from besides the URL. Tests give their own.
pub(super) struct Surroundings<'a> {
    pub variable: &'a dyn Fn(&str) -> Option<String>,
    pub home: Option<PathBuf>,
    pub login: Option<String>,
}

impl Settings {
    /// The settings of a URL in the environment of this process.
    pub fn of(url: &Url) -> Result<Settings, DatabaseError> {
        let variable = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
        let surroundings =
            Surroundings { variable: &variable, home: std::env::home_dir(), login: whoami::username().ok() };
        Settings::in_surroundings(url, &surroundings)
    }

    pub fn in_surroundings(url: &Url, around: &Surroundings<'_>) -> Result<Settings, DatabaseError> {
        if let Some(name) = NOT_DONE.iter().find(|name| (around.variable)(name).is_some()) {
            let message = format!("limbeck cannot do what the environment variable {name} asks for");
            return Err(refused(message, "unset it for limbeck, or use sslmode=verify-full to be sure of the server"));
        }
        let mut given = Given::of(url)?;
        if let Some(name) = given.first("service").or_else(|| (around.variable)("PGSERVICE")) {
            given.fill_in(service::read(&name, around)?);
        }
        let value = |name: &str| given.value(name, around);
        let user = value("user")
            .or_else(|| around.login.clone())
            .ok_or_else(|| refused("no user is named for the database", "name one in the URL, or set PGUSER"))?;
        let database = value("dbname").unwrap_or_else(|| user.clone());
        let passfile = value("passfile").map(PathBuf::from);
        let passfile = passfile.or_else(|| Some(around.home.as_ref()?.join(".pgpass")));
        let password = value("password");
        let mut hosts = hosts(&given, around)?;
        for host in &mut hosts {
            host.password = match &password {
                Some(password) => Some(password.clone()),
                None => passfile.as_deref().and_then(|file| passfile::look_up(file, host, &database, &user)),
            };
        }
        Ok(Settings {
            hosts,
            user,
            database,
            tls: tls(&value, around.home.as_deref())?,
            parameters: parameters(&value, around),
            connect_timeout: seconds(&value, "connect_timeout")?.filter(|d| !d.is_zero()),
            keepalive: keepalive(&value)?,
            target: target(value("target_session_attrs").as_deref())?,
        })
    }
}

/// What the URL says, under libpq's names.
struct Given(Vec<(String, String)>);

impl Given {
    fn of(url: &Url) -> Result<Given, DatabaseError> {
        let mut pairs: Vec<(String, String)> = Vec::new();
        for (name, value) in url.query() {
            if name == "unix_sock" {
                // pg8000's name for a socket, the file itself.
                let folder = Path::new(value).parent().map(|folder| folder.to_string_lossy().into_owned());
                let port = value.rsplit_once(".s.PGSQL.").map(|(_, port)| port.to_owned());
                pairs.extend(folder.map(|folder| ("host".to_owned(), folder)));
                pairs.extend(port.map(|port| ("port".to_owned(), port)));
                continue;
            }
            let (name, value) = match name.as_str() {
                // asyncpg's and pg8000's name for it.
                "ssl" => ("sslmode", asyncpg_mode(value)),
                "timeout" if url.driver() == Some("asyncpg") => ("connect_timeout", value.as_str()),
                "database" => ("dbname", value.as_str()),
                name => (name, value.as_str()),
            };
            if NO_MEANING.contains(&name) {
                continue;
            }
            if !OPTIONS.iter().any(|(known, _)| *known == name) {
                return Err(refused(
                    format!("limbeck does not know the connection option \"{name}\""),
                    "take it out of the URL, or write a server setting as options=-c%20name=value",
                ));
            }
            pairs.push((name.to_owned(), value.to_owned()));
        }
        let asyncpg_verifies = url.query().iter().any(|(name, value)| name == "ssl" && asyncpg_mode(value) != value);
        if asyncpg_verifies && pairs.iter().any(|pair| *pair == ("sslmode".into(), "verify-full".into())) {
            pairs.push(("sslrootcert".to_owned(), "system".to_owned()));
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
        add("dbname", url.database().map(str::to_owned));
        pairs.retain(|(_, value)| !value.is_empty());
        Ok(Given(pairs))
    }

    fn all(&self, name: &str) -> Vec<&str> {
        self.0.iter().filter(|(known, _)| known == name).map(|(_, value)| value.as_str()).collect()
    }

    fn first(&self, name: &str) -> Option<String> {
        self.all(name).first().map(|value| (*value).to_owned())
    }

    fn value(&self, name: &str, around: &Surroundings<'_>) -> Option<String> {
        let variable = OPTIONS.iter().find(|(known, _)| *known == name).map_or("", |(_, variable)| variable);
        self.first(name).or_else(|| if variable.is_empty() { None } else { (around.variable)(variable) })
    }

    /// Takes what is not given yet.
    fn fill_in(&mut self, others: Vec<(String, String)>) {
        for (name, value) in others {
            if self.all(&name).is_empty() {
                self.0.push((name, value));
            }
        }
    }
}

/// What asyncpg's `ssl=true` means: a certificate that the system trusts, with the host's name.
fn asyncpg_mode(value: &str) -> &str {
    match value.to_ascii_lowercase().as_str() {
        "true" | "1" | "on" => "verify-full",
        "false" | "0" | "off" => "disable",
        _ => value,
    }
}

/// Hosts with their ports: `host=a,b&port=1,2`, or SQLAlchemy's `host=a:1&host=b:2`.
fn hosts(given: &Given, around: &Surroundings<'_>) -> Result<Vec<Host>, DatabaseError> {
    let listed = |name: &str| -> Vec<String> {
        let written = given.all(name);
        let texts = match written.is_empty() {
            true => vec![given.value(name, around).unwrap_or_default()],
            false => written.into_iter().map(str::to_owned).collect(),
        };
        texts.iter().flat_map(|text| text.split(',')).map(|part| part.trim().to_owned()).collect()
    };
    let (names, addresses, ports) = (listed("host"), listed("hostaddr"), listed("port"));
    let count = names.len().max(addresses.len());
    let fits = |list: &[String]| list.len() == count || (list.len() == 1 && list[0].is_empty());
    if !fits(&names) || !fits(&addresses) || !(ports.len() == 1 || ports.len() == count) {
        return Err(refused("the URL names more hosts than ports, or the other way round", "give each host its port"));
    }
    let mut hosts = Vec::new();
    for index in 0..count {
        let name = names.get(index).map_or("", String::as_str);
        let (name, own_port) = match name.rsplit_once(':') {
            Some((host, port)) if !name.starts_with('/') && !host.contains(':') => (host, port),
            _ => (name, ""),
        };
        let port = if own_port.is_empty() { ports.get(index).unwrap_or(&ports[0]) } else { own_port };
        let port: u16 = match port {
            "" => 5432,
            digits => digits.parse().ok().filter(|port| *port != 0).ok_or_else(|| {
                refused(format!("invalid port number: \"{digits}\""), "a port is a number from 1 to 65535")
            })?,
        };
        let address = addresses.get(index).map_or("", String::as_str);
        let socket = |folder: &Path| Address::Unix(folder.join(format!(".s.PGSQL.{port}")));
        let address = match (address, name) {
            ("", "") => socket(socket_folder(port)),
            ("", folder) if folder.starts_with('/') => socket(Path::new(folder)),
            ("", host) => Address::Tcp { host: host.to_owned(), port },
            (address, _) => Address::Tcp { host: address.to_owned(), port },
        };
        let name = match &address {
            Address::Tcp { host, .. } if name.is_empty() => host.clone(),
            _ => name.to_owned(),
        };
        hosts.push(Host { address, name, password: None });
    }
    Ok(hosts)
}

/// Debian's folder for sockets, or upstream's when the socket is only there.
fn socket_folder(port: u16) -> &'static Path {
    let folders = ["/var/run/postgresql", "/tmp"].map(Path::new);
    let there = folders.iter().find(|folder| folder.join(format!(".s.PGSQL.{port}")).exists());
    there.unwrap_or(&folders[0])
}

fn tls(value: &dyn Fn(&str) -> Option<String>, home: Option<&Path>) -> Result<TlsSettings, DatabaseError> {
    match value("channel_binding").as_deref() {
        None | Some("prefer" | "disable") => {}
        Some(other) => {
            return Err(refused(
                format!("limbeck cannot do channel_binding={other}"),
                "leave it out, and use sslmode=verify-full to be sure of the server",
            ));
        }
    }
    if value("gssencmode").as_deref() == Some("require") {
        return Err(refused("limbeck cannot encrypt with GSSAPI", "use sslmode=require and leave gssencmode out"));
    }
    let named = value("sslrootcert");
    let mode = match value("sslmode") {
        Some(text) => Mode::parse(&text).ok_or_else(|| {
            let help = "it is one of disable, allow, prefer, require, verify-ca, verify-full";
            refused(format!("invalid sslmode value: \"{text}\""), help)
        })?,
        None if named.as_deref() == Some("system") => Mode::VerifyFull,
        None => Mode::Prefer,
    };
    if named.as_deref() == Some("system") && mode != Mode::VerifyFull {
        return Err(refused(
            "sslrootcert=system is too weak without sslmode=verify-full",
            "write sslmode=verify-full: anybody can have a certificate that the system trusts",
        ));
    }
    let own = |name: &str| home.map(|home| home.join(".postgresql").join(name));
    let own_that_exists = |name: &str| own(name).filter(|path| path.exists());
    Ok(TlsSettings {
        mode,
        system_roots: named.as_deref() == Some("system"),
        root: named.as_deref().filter(|n| *n != "system").map(PathBuf::from).or_else(|| own("root.crt")),
        root_is_named: named.is_some(),
        revoked: value("sslcrl").map(PathBuf::from).or_else(|| own_that_exists("root.crl")),
        certificate: value("sslcert").map(PathBuf::from).or_else(|| own_that_exists("postgresql.crt")),
        key: value("sslkey").map(PathBuf::from).or_else(|| own_that_exists("postgresql.key")),
    })
}

fn parameters(value: &dyn Fn(&str) -> Option<String>, around: &Surroundings<'_>) -> Vec<(String, String)> {
    let mut found = vec![("client_encoding".to_owned(), "UTF8".to_owned())];
    let name = value("application_name").or_else(|| value("fallback_application_name"));
    found.push(("application_name".into(), name.unwrap_or_else(|| "limbeck".into())));
    if let Some(options) = value("options") {
        found.push(("options".into(), options));
    }
    for (variable, parameter) in SESSION_VARIABLES {
        if let Some(value) = (around.variable)(variable) {
            found.push(((*parameter).to_owned(), value));
        }
    }
    found
}

fn seconds(value: &dyn Fn(&str) -> Option<String>, name: &str) -> Result<Option<Duration>, DatabaseError> {
    let Some(text) = value(name) else { return Ok(None) };
    match text.trim().parse::<f64>() {
        Ok(number) if number.is_finite() => Ok(Some(Duration::from_secs_f64(number.clamp(0.0, 1e9)))),
        _ => Err(refused(format!("invalid value for {name}: \"{text}\""), "it is a number of seconds")),
    }
}

fn keepalive(value: &dyn Fn(&str) -> Option<String>) -> Result<Option<Keepalive>, DatabaseError> {
    if value("keepalives").as_deref() == Some("0") {
        return Ok(None);
    }
    let some = |name: &str| Ok(seconds(value, name)?.filter(|d| !d.is_zero()));
    let count = some("keepalives_count")?.map(|d| u32::try_from(d.as_secs()).unwrap_or(u32::MAX));
    Ok(Some(Keepalive { idle: some("keepalives_idle")?, interval: some("keepalives_interval")?, count }))
}

fn target(text: Option<&str>) -> Result<Target, DatabaseError> {
    match text {
        None | Some("any") => Ok(Target::Any),
        Some("read-write" | "primary") => Ok(Target::ReadWrite),
        Some(other) => Err(refused(
            format!("a migration cannot run with target_session_attrs={other}"),
            "use read-write, which finds the server that can be changed",
        )),
    }
}

fn refused(message: impl Into<String>, help: &str) -> DatabaseError {
    DatabaseError::new(ErrorKind::Programming, message).with_help(help)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(url: &str, variables: &[(&str, &str)]) -> Result<Settings, DatabaseError> {
        let variable = |name: &str| variables.iter().find(|(n, _)| *n == name).map(|(_, v)| (*v).to_owned());
        let around = Surroundings { variable: &variable, home: None, login: Some("me".into()) };
        Settings::in_surroundings(&Url::parse(url).unwrap(), &around)
    }

    fn tcp(host: &str, port: u16) -> Address {
        Address::Tcp { host: host.into(), port }
    }

    #[test]
    fn the_url_comes_before_the_environment_and_that_before_defaults() {
        let variables =
            [("PGHOST", "env"), ("PGPORT", "1"), ("PGUSER", "eve"), ("PGPASSWORD", "p"), ("PGDATABASE", "db")];
        let found = settings("postgresql://", &variables).unwrap();
        assert_eq!(found.hosts[0].address, tcp("env", 1));
        assert_eq!(
            (found.user.as_str(), found.database.as_str(), found.hosts[0].password.as_deref()),
            ("eve", "db", Some("p"))
        );
        let found = settings("postgresql://u:q@h:2/d?port=3", &variables).unwrap();
        assert_eq!(found.hosts[0].address, tcp("h", 3));
        assert_eq!(
            (found.user.as_str(), found.database.as_str(), found.hosts[0].password.as_deref()),
            ("u", "d", Some("q"))
        );
        let found = settings("postgresql://h", &[]).unwrap();
        assert_eq!((found.user.as_str(), found.database.as_str()), ("me", "me"));
        assert_eq!((found.hosts[0].address.clone(), found.hosts[0].password.clone()), (tcp("h", 5432), None));
    }

    #[test]
    fn several_hosts() {
        let addresses = |url: &str| -> Vec<Address> {
            settings(url, &[]).unwrap().hosts.into_iter().map(|host| host.address).collect()
        };
        assert_eq!(addresses("postgresql:///d?host=a,b&port=1,2"), [tcp("a", 1), tcp("b", 2)]);
        assert_eq!(addresses("postgresql:///d?host=a:1&host=b:2"), [tcp("a", 1), tcp("b", 2)]);
        assert_eq!(addresses("postgresql:///d?host=a&host=b&port=7"), [tcp("a", 7), tcp("b", 7)]);
        assert_eq!(addresses("postgresql://u@[::1]:6/d"), [tcp("::1", 6)]);
        assert_eq!(addresses("postgresql://u@/d?host=/run/pg"), [Address::Unix("/run/pg/.s.PGSQL.5432".into())]);
        assert!(settings("postgresql:///d?host=a,b,c&port=1,2", &[]).is_err());
    }

    #[test]
    fn pg8000_names_the_socket_itself() {
        let found = settings("postgresql+pg8000://u@/d?unix_sock=/run/pg/.s.PGSQL.5433", &[]).unwrap();
        assert_eq!(found.hosts[0].address, Address::Unix("/run/pg/.s.PGSQL.5433".into()));
    }

    #[test]
    fn what_is_not_done_is_refused() {
        let error = settings("postgresql://h", &[("PGREQUIREAUTH", "scram-sha-256")]).err().unwrap();
        assert!(error.message.contains("PGREQUIREAUTH"), "{error}");
        assert!(settings("postgresql://h/d?require_auth=none", &[]).is_err());
    }

    #[test]
    fn parameters_of_the_session() {
        let found =
            settings("postgresql://h/d?application_name=a", &[("PGTZ", "UTC"), ("PGOPTIONS", "-c x=y")]).unwrap();
        let pairs: Vec<_> = found.parameters.iter().map(|(name, value)| format!("{name}={value}")).collect();
        assert_eq!(pairs, ["client_encoding=UTF8", "application_name=a", "options=-c x=y", "TimeZone=UTC"]);
    }

    #[test]
    fn a_service_fills_what_is_not_said() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("services");
        std::fs::write(&file, "[mine]\nhost=s\nuser=svc\nport=9\n").unwrap();
        let file = file.to_string_lossy();
        let found = settings("postgresql://u@/d?service=mine", &[("PGSERVICEFILE", &file), ("PGPORT", "4")]).unwrap();
        assert_eq!((found.hosts[0].address.clone(), found.user.as_str()), (tcp("s", 9), "u"));
        assert!(settings("postgresql://", &[("PGSERVICEFILE", &file), ("PGSERVICE", "other")]).is_err());
    }
}
