//! A PostgreSQL server.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

use crate::keeper::{Folder, Keeper, as_ordinary_user, free_port, until_it_starts};

/// Starts a server and waits with it; the folder goes with the script's standard input, however this process ends.
const SCRIPT: &str = include_str!("postgres.sh");

/// Faster than a real one, and able to serve many tests at once.
const SETTINGS: &str = "\
listen_addresses = '127.0.0.1'
fsync = off
full_page_writes = off
synchronous_commit = off
max_connections = 300
timezone = 'Etc/UTC'
";

/// A server of its own. Its superuser is `postgres`; everybody on this machine is trusted unless `pg_hba.conf` says otherwise.
#[derive(Debug)]
pub struct Server {
    keeper: Keeper,
    port: u16,
    databases: AtomicU32,
}

/// What a server has beside the usual.
#[derive(Debug, Default)]
pub struct Setup<'a> {
    /// Lines for `postgresql.conf`
    pub settings: &'a str,
    /// The whole of `pg_hba.conf`, when it is not to trust everybody
    pub hba: Option<&'a str>,
    /// Files that the server may read, by name; `settings` call their folder `FOLDER`
    pub files: &'a [(&'a str, &'a str)],
}

impl Server {
    /// The server that all tests of one program share. Each takes a database of its own.
    pub fn shared() -> &'static Server {
        static SHARED: OnceLock<Server> = OnceLock::new();
        SHARED.get_or_init(Server::start)
    }

    /// Starts a server.
    pub fn start() -> Server {
        Server::start_with(&Setup::default())
    }

    /// Starts a server that is not like the others.
    ///
    /// # Panics
    /// There is no PostgreSQL on this machine, or it does not start; the panic holds its log.
    pub fn start_with(setup: &Setup<'_>) -> Server {
        until_it_starts("PostgreSQL", || Server::try_start(setup))
    }

    fn try_start(setup: &Setup<'_>) -> Result<Server, String> {
        let mut folder = Folder::new("limbeck-pg");
        let settings = format!("{SETTINGS}{}\n", setup.settings.replace("FOLDER", &folder.shown()));
        folder.write("extra.conf", &settings);
        if let Some(hba) = setup.hba {
            folder.write("pg_hba.conf", hba);
        }
        for (name, text) in setup.files {
            folder.write(name, text);
        }
        let port = free_port();
        let keeper = Keeper::start(SCRIPT, folder, &[programs().as_os_str(), OsStr::new(&port.to_string())])?;
        Ok(Server { keeper, port, databases: AtomicU32::new(0) })
    }

    /// The port on 127.0.0.1.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// The folder of its Unix socket, and of the files that [`Setup`] gave it.
    pub fn folder(&self) -> &Path {
        self.keeper.folder()
    }

    /// A new, empty database.
    pub fn database(&self) -> Database<'_> {
        let name = format!("db{}", self.databases.fetch_add(1, Ordering::Relaxed));
        self.psql("postgres", &format!("CREATE DATABASE {name}"));
        Database { server: self, name }
    }

    /// Runs SQL through psql, and returns its rows: a line each, columns apart by `|`.
    ///
    /// # Panics
    /// psql fails.
    #[track_caller]
    pub fn psql(&self, database: &str, sql: &str) -> String {
        let output = self.client("psql").args(["-XAtq", "-v", "ON_ERROR_STOP=1", "-d", database, "-c", sql]).output();
        let output = output.expect("psql starts");
        assert!(output.status.success(), "psql: {sql}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8_lossy(&output.stdout).trim_end().to_owned()
    }

    /// A client program of PostgreSQL that is told where the server is.
    pub fn client(&self, program: &str) -> Command {
        let mut command = Command::new(programs().join(program));
        command.env("PGHOST", self.folder()).env("PGPORT", self.port.to_string()).env("PGUSER", "postgres");
        command
    }

    /// Stops the server at once, as a crash would; [`Server::start_again`] brings it back.
    pub fn crash(&self) {
        self.pg_ctl(&["-m", "immediate", "stop"]);
    }

    /// Starts it after [`Server::crash`].
    pub fn start_again(&self) {
        let options = format!("-p {} -k {}", self.port, self.folder().display());
        let log = self.folder().join("server.log");
        self.pg_ctl(&["-w", "-l", &log.to_string_lossy(), "-o", &options, "start"]);
    }

    fn pg_ctl(&self, arguments: &[&str]) {
        let mut command = as_ordinary_user(&[], &programs().join("pg_ctl"));
        let quiet = command.arg("-D").arg(self.folder().join("data")).args(arguments).stdout(Stdio::null());
        assert!(quiet.stdin(Stdio::null()).status().expect("pg_ctl starts").success(), "pg_ctl {arguments:?}");
    }
}

/// A database of a server; it goes with the server.
#[derive(Debug)]
pub struct Database<'s> {
    server: &'s Server,
    name: String,
}

impl Database<'_> {
    /// Its name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// SQLAlchemy's URL for it, over TCP.
    pub fn url(&self) -> String {
        format!("postgresql://postgres@127.0.0.1:{}/{}", self.server.port, self.name)
    }

    /// SQLAlchemy's URL for it, over the Unix socket.
    pub fn socket_url(&self) -> String {
        let (folder, port) = (self.server.folder().display(), self.server.port);
        format!("postgresql://postgres@/{}?host={folder}&port={port}", self.name)
    }

    /// See [`Server::psql`].
    #[track_caller]
    pub fn psql(&self, sql: &str) -> String {
        self.server.psql(&self.name, sql)
    }

    /// The schema as `pg_dump` writes it, without owners.
    #[track_caller]
    pub fn dump(&self) -> String {
        let arguments = ["--schema-only", "--no-owner", "--no-privileges", "-d", &self.name];
        let output = self.server.client("pg_dump").args(arguments).output().expect("pg_dump starts");
        assert!(output.status.success(), "pg_dump: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8_lossy(&output.stdout).into_owned()
    }
}

/// The folder of PostgreSQL's programs: Debian keeps the server's out of PATH.
fn programs() -> &'static Path {
    static PROGRAMS: OnceLock<PathBuf> = OnceLock::new();
    PROGRAMS.get_or_init(|| {
        let mut found: Vec<PathBuf> = fs::read_dir("/usr/lib/postgresql")
            .into_iter()
            .flatten()
            .filter_map(|entry| Some(entry.ok()?.path().join("bin")))
            .filter(|bin| bin.join("initdb").exists())
            .collect();
        found.sort();
        let path = std::env::var_os("PATH").unwrap_or_default();
        let in_path = || std::env::split_paths(&path).find(|folder| folder.join("initdb").exists());
        found
            .pop()
            .or_else(in_path)
            .expect("PostgreSQL's server programs are installed (Debian: apt-get install postgresql)")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_comes_and_goes() {
        let server = Server::start();
        let database = server.database();
        assert_eq!(database.psql("SELECT 1 + 1, current_database()"), format!("2|{}", database.name()));
        server.crash();
        server.start_again();
        assert_eq!(database.psql("SELECT 1"), "1");
        let folder = server.folder().to_owned();
        drop(server);
        assert!(!folder.exists());
    }
}
