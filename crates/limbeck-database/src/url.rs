//! Database URLs in SQLAlchemy's form: `dialect[+driver]://user:password@host:port/database?key=value`.
//!
//! This is the only URL type there is, and it never shows its password unless it is asked for by name.

use std::fmt;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// What Python's `urllib.parse.quote` leaves alone everywhere.
const ALWAYS_SAFE: &AsciiSet = &NON_ALPHANUMERIC.remove(b'_').remove(b'.').remove(b'-').remove(b'~');
const USER_INFO: &AsciiSet = &ALWAYS_SAFE.remove(b' ').remove(b'+');
const DATABASE: &AsciiSet = &USER_INFO.remove(b'/');
const QUERY: &AsciiSet = &ALWAYS_SAFE.remove(b' ');

/// Why a text is not a URL. The text itself is not repeated: it may hold a password.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum UrlError {
    /// Not of the form.
    #[error(
        "Could not parse SQLAlchemy URL from given URL string (dialect[+driver]://user:password@host:port/database)"
    )]
    Malformed,
    /// The port is not a number.
    #[error("the port of the database URL is not a number")]
    Port,
    /// Something follows a host in brackets.
    #[error("the database URL has text after its host in brackets")]
    AfterHost,
}

/// A database URL. `Debug` and `Display` hide the password.
#[derive(Clone, PartialEq, Eq)]
pub struct Url {
    drivername: String,
    username: Option<String>,
    password: Option<String>,
    host: Option<String>,
    port: Option<u32>,
    database: Option<String>,
    query: Vec<(String, String)>,
}

impl Url {
    /// Reads a URL by SQLAlchemy's rules: user, password and database are percent-decoded, query values also have `+` for a space,
    /// blank query values are dropped.
    pub fn parse(text: &str) -> Result<Url, UrlError> {
        let (drivername, rest) = text.split_once("://").ok_or(UrlError::Malformed)?;
        if drivername.is_empty() || !drivername.chars().all(|c| c.is_alphanumeric() || c == '_' || c == '+') {
            return Err(UrlError::Malformed);
        }
        let (username, password, rest) = split_user_info(rest);
        let (host, rest) = split_host(rest)?;
        let (port, rest) = match rest.strip_prefix(':') {
            Some(after) => {
                let end = after.find(['/', '?']).unwrap_or(after.len());
                (Some(after[..end].trim().parse().map_err(|_| UrlError::Port)?), &after[end..])
            }
            None => (None, rest),
        };
        let (before_query, query) = match rest.split_once('?') {
            Some((before, query)) => (before, parse_query(query)),
            None => (rest, Vec::new()),
        };
        Ok(Url {
            drivername: drivername.to_owned(),
            username: username.map(decode),
            password: password.map(decode),
            host: host.map(str::to_owned),
            port,
            database: before_query.strip_prefix('/').map(decode),
            query,
        })
    }

    /// What stands before `://`: `postgresql+asyncpg`.
    pub fn drivername(&self) -> &str {
        &self.drivername
    }

    /// The kind of database: `sqlite`, `postgresql`, `mysql`, `mariadb`, or whatever was written.
    pub fn backend(&self) -> &str {
        self.drivername.split('+').next().unwrap_or("")
    }

    /// The Python driver that was named, when one was.
    pub fn driver(&self) -> Option<&str> {
        self.drivername.split_once('+').map(|(_, driver)| driver)
    }

    /// The user, decoded.
    pub fn username(&self) -> Option<&str> {
        self.username.as_deref()
    }

    /// The password, decoded.
    pub fn password(&self) -> Option<&str> {
        self.password.as_deref()
    }

    /// The host, without the brackets of an IPv6 address.
    pub fn host(&self) -> Option<&str> {
        self.host.as_deref()
    }

    /// The port.
    pub fn port(&self) -> Option<u32> {
        self.port
    }

    /// The database, decoded; for SQLite a path.
    pub fn database(&self) -> Option<&str> {
        self.database.as_deref()
    }

    /// Query options in the order written; a name may come more than once.
    pub fn query(&self) -> &[(String, String)] {
        &self.query
    }

    /// The first value of a query option.
    pub fn query_value(&self, name: &str) -> Option<&str> {
        self.query.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// The same URL with another database.
    pub fn with_database(&self, database: impl Into<String>) -> Url {
        Url { database: Some(database.into()), ..self.clone() }
    }

    /// The URL as SQLAlchemy's `render_as_string` writes it: encoded anew, query options sorted by name, the password as `***`
    /// when it is to be hidden.
    pub fn render(&self, hide_password: bool) -> String {
        let mut out = format!("{}://", self.drivername);
        if let Some(user) = &self.username {
            out.extend(utf8_percent_encode(user, USER_INFO));
            if let Some(password) = &self.password {
                out.push(':');
                if hide_password {
                    out.push_str("***");
                } else {
                    out.extend(utf8_percent_encode(password, USER_INFO));
                }
            }
            out.push('@');
        }
        if let Some(host) = &self.host {
            out.push_str(&if host.contains(':') { format!("[{host}]") } else { host.clone() });
        }
        if let Some(port) = self.port {
            out.push_str(&format!(":{port}"));
        }
        if let Some(database) = &self.database {
            out.push('/');
            out.extend(utf8_percent_encode(database, DATABASE));
        }
        let mut pairs: Vec<_> = self.query.iter().collect();
        pairs.sort_by(|a, b| a.0.cmp(&b.0));
        for (index, (key, value)) in pairs.into_iter().enumerate() {
            out.push(if index == 0 { '?' } else { '&' });
            // A password may also come as an option (`?password=...`).
            let secret = hide_password && key.to_ascii_lowercase().contains("password");
            out.push_str(&quote_plus(key));
            out.push('=');
            out.push_str(&if secret { "***".to_owned() } else { quote_plus(value) });
        }
        out
    }
}

/// Without the password.
impl fmt::Display for Url {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.render(true))
    }
}

/// Without the password.
impl fmt::Debug for Url {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Url({})", self.render(true))
    }
}

impl std::str::FromStr for Url {
    type Err = UrlError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Url::parse(text)
    }
}

/// User and password: the user ends at the first `:` or `/`, the password at the first `@` after it.
fn split_user_info(text: &str) -> (Option<&str>, Option<&str>, &str) {
    let end = text.find([':', '/']).unwrap_or(text.len());
    let (user, rest) = text.split_at(end);
    if let Some((password, after)) = rest.strip_prefix(':').and_then(|r| r.split_once('@')) {
        return (Some(user), Some(password), after);
    }
    match user.rfind('@') {
        Some(at) => (Some(&text[..at]), None, &text[at + 1..]),
        None => (None, None, text),
    }
}

fn split_host(text: &str) -> Result<(Option<&str>, &str), UrlError> {
    let before_path = &text[..text.find(['/', '?']).unwrap_or(text.len())];
    if let Some(end) = before_path.strip_prefix('[').and_then(|b| b.rfind(']')).filter(|end| *end > 0) {
        let after = &text[end + 2..];
        if !after.is_empty() && !after.starts_with([':', '/', '?']) {
            return Err(UrlError::AfterHost);
        }
        return Ok((Some(&text[1..=end]), after));
    }
    let end = text.find(['/', ':', '?']).unwrap_or(text.len());
    let (host, rest) = text.split_at(end);
    Ok(((!host.is_empty()).then_some(host), rest))
}

fn decode(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

fn parse_query(text: &str) -> Vec<(String, String)> {
    text.split('&')
        .filter_map(|pair| pair.split_once('='))
        .filter(|(_, value)| !value.is_empty())
        .map(|(key, value)| (decode(&key.replace('+', " ")), decode(&value.replace('+', " "))))
        .collect()
}

fn quote_plus(text: &str) -> String {
    utf8_percent_encode(text, QUERY).to_string().replace(' ', "+")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(text: &str) -> Url {
        Url::parse(text).unwrap()
    }

    fn some(text: &str) -> Option<String> {
        Some(text.to_owned())
    }

    #[test]
    fn sqlite_paths() {
        for (text, database) in [
            ("sqlite://", None),
            ("sqlite:///", some("")),
            ("sqlite:///rel/a.db", some("rel/a.db")),
            ("sqlite:////abs/a.db", some("/abs/a.db")),
            ("sqlite:///C:\\data\\a.db", some("C:\\data\\a.db")),
            ("sqlite:///:memory:", some(":memory:")),
            ("sqlite+aiosqlite:///with%20space%2Fx.db", some("with space/x.db")),
            ("sqlite:///file:a.db?mode=ro&uri=true", some("file:a.db")),
        ] {
            assert_eq!(parsed(text).database, database, "{text}");
        }
        let url = Url::parse("sqlite+aiosqlite:///a.db").unwrap();
        assert_eq!((url.backend(), url.driver()), ("sqlite", Some("aiosqlite")));
        assert_eq!(Url::parse("sqlite://").unwrap().driver(), None);
    }

    #[test]
    fn servers() {
        let u = parsed("postgresql+asyncpg://us%40er:p%40ss%2F%3A+x@db.example:5432/name?sslmode=require");
        assert_eq!(
            (u.drivername(), u.username(), u.password()),
            ("postgresql+asyncpg", Some("us@er"), Some("p@ss/:+x"))
        );
        assert_eq!((u.host(), u.port(), u.database()), (Some("db.example"), Some(5432), Some("name")));
        assert_eq!(parsed("mysql://user@host").username, some("user"));
        assert_eq!(parsed("mysql://a@b@host").username, some("a@b"));
        assert_eq!(parsed("mysql://user:@host/d").password, some(""));
        assert_eq!(parsed("postgresql://[::1]:5432/d").host, some("::1"));
        assert_eq!(parsed("postgresql:///d?host=/run").host, None);
        assert_eq!(parsed("postgresql://u:a/b?c@h/d").password, some("a/b?c"));
        let url = Url::parse("postgresql://h/d?host=a&host=b&empty=&x=1+2%2B").unwrap();
        let pair = |k: &str, v: &str| (k.to_owned(), v.to_owned());
        assert_eq!(url.query(), [pair("host", "a"), pair("host", "b"), pair("x", "1 2+")]);
    }

    #[test]
    fn what_is_no_url_is_refused_without_repeating_it() {
        for text in ["", "secret", "user:secret@host", "://x", "driver-name://x", "postgresql//u:secret@h"] {
            let error = Url::parse(text).unwrap_err();
            assert_eq!(error, UrlError::Malformed);
            assert!(!error.to_string().contains("secret"));
        }
        for text in ["postgresql://h:port/d", "postgresql://h:/d", "postgresql://u:secret@h:x"] {
            assert_eq!(Url::parse(text).unwrap_err(), UrlError::Port);
        }
        assert_eq!(Url::parse("postgresql://[::1]x/d").unwrap_err(), UrlError::AfterHost);
    }

    #[test]
    fn rendering_is_sqlalchemys_and_hides_the_password() {
        // Checked against SQLAlchemy 2.1.9's make_url(...).render_as_string(...).
        for (text, shown, whole) in [
            ("sqlite:////a b/c%3F.db", "sqlite:////a b/c%3F.db", "sqlite:////a b/c%3F.db"),
            (
                "postgresql://u:p%40s+s@h:1/d?b=1&a=x%20y&b=2",
                "postgresql://u:***@h:1/d?a=x+y&b=1&b=2",
                "postgresql://u:p%40s+s@h:1/d?a=x+y&b=1&b=2",
            ),
            ("postgresql://u:@[::1]/d", "postgresql://u:***@[::1]/d", "postgresql://u:@[::1]/d"),
            ("sqlite://", "sqlite://", "sqlite://"),
        ] {
            let url = Url::parse(text).unwrap();
            assert_eq!(url.render(true), shown);
            assert_eq!(url.to_string(), shown);
            assert_eq!(format!("{url:?}"), format!("Url({shown})"));
            assert_eq!(url.render(false), whole);
            assert_eq!(Url::parse(&url.render(false)).unwrap().render(false), whole);
        }
        let url = Url::parse("postgresql://h/d?password=secret").unwrap();
        assert!(!format!("{url} {url:?}").contains("secret"));
    }
}
