//! A MariaDB server.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

use crate::keeper::{Folder, Keeper, free_port, until_it_starts};

/// Starts a server and waits with it.
const SCRIPT: &str = include_str!("mariadb.sh");

/// Faster than a real one, small, and able to serve many tests at once.
const SETTINGS: &str = "\
[mariadbd]
datadir = FOLDER/data
socket = FOLDER/socket
pid-file = FOLDER/pid
tmpdir = FOLDER
init-file = FOLDER/init.sql
bind-address = 127.0.0.1
skip-name-resolve
skip-log-bin
performance-schema = off
max-connections = 300
character-set-server = utf8mb4
innodb-buffer-pool-size = 64M
innodb-log-file-size = 16M
innodb-data-file-path = ibdata1:4M:autoextend
innodb-undo-tablespaces = 0
innodb-flush-log-at-trx-commit = 0
innodb-flush-method = nosync
innodb-doublewrite = 0
aria-pagecache-buffer-size = 4M
key-buffer-size = 1M
";

/// A user who may do everything, from everywhere, without a password.
const USER: &str = "\
CREATE USER IF NOT EXISTS tester@'%';
GRANT ALL ON *.* TO tester@'%' WITH GRANT OPTION;
";

/// A server of its own. `tester` may do everything without a password.
#[derive(Debug)]
pub struct Server {
    keeper: Keeper,
    port: u16,
    databases: AtomicU32,
}

/// What a server has beside the usual.
#[derive(Debug, Default)]
pub struct Setup<'a> {
    /// Lines for the server's section of `my.cnf`
    pub settings: &'a str,
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
    /// There is no MariaDB on this machine, or it does not start; the panic holds its log.
    pub fn start_with(setup: &Setup<'_>) -> Server {
        until_it_starts("MariaDB", || Server::try_start(setup))
    }

    fn try_start(setup: &Setup<'_>) -> Result<Server, String> {
        let mut folder = Folder::new("limbeck-my");
        let settings = format!("{SETTINGS}{}\n", setup.settings).replace("FOLDER", &folder.shown());
        folder.write("my.cnf", &settings);
        folder.write("init.sql", USER);
        for (name, text) in setup.files {
            folder.write(name, text);
        }
        let port = free_port();
        let (server, install) = programs();
        let arguments = [server.as_os_str(), install.as_os_str(), OsStr::new(&port.to_string())].map(OsStr::to_owned);
        let keeper = Keeper::start(SCRIPT, folder, &arguments.each_ref().map(|argument| argument.as_os_str()))?;
        Ok(Server { keeper, port, databases: AtomicU32::new(0) })
    }

    /// The port on 127.0.0.1.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// The folder of its Unix socket `socket`, and of the files that [`Setup`] gave it.
    pub fn folder(&self) -> &Path {
        self.keeper.folder()
    }

    /// A new, empty database.
    pub fn database(&self) -> Database<'_> {
        let name = format!("db{}", self.databases.fetch_add(1, Ordering::Relaxed));
        self.sql("mysql", &format!("CREATE DATABASE {name}"));
        Database { server: self, name }
    }

    /// Runs SQL through MariaDB's client, and returns its rows: a line each, columns apart by tabs.
    ///
    /// # Panics
    /// The client fails.
    #[track_caller]
    pub fn sql(&self, database: &str, sql: &str) -> String {
        let output = self.client("mariadb").args(["-N", "-B", "-D", database, "-e", sql]).output();
        let output = output.expect("mariadb starts");
        assert!(output.status.success(), "mariadb: {sql}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8_lossy(&output.stdout).trim_end().to_owned()
    }

    /// A client program of MariaDB that is told where the server is.
    pub fn client(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.args(["--no-defaults", "--default-character-set=utf8mb4", "-u", "tester", "-S"]);
        command.arg(self.folder().join("socket"));
        command
    }

    /// Stops the server at once, as a crash would; [`Server::start_again`] brings it back.
    pub fn crash(&self) {
        self.keeper.tell("crash");
    }

    /// Starts it after [`Server::crash`].
    pub fn start_again(&self) {
        self.keeper.tell("start");
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

    /// SQLAlchemy's URL for it, over TCP, with the driver that the oracle's environment has.
    pub fn url(&self) -> String {
        format!("mysql+pymysql://tester@127.0.0.1:{}/{}", self.server.port, self.name)
    }

    /// SQLAlchemy's URL for it, over the Unix socket.
    pub fn socket_url(&self) -> String {
        let folder = self.server.folder().display();
        format!("mysql+pymysql://tester@/{}?unix_socket={folder}/socket", self.name)
    }

    /// See [`Server::sql`].
    #[track_caller]
    pub fn sql(&self, sql: &str) -> String {
        self.server.sql(&self.name, sql)
    }

    /// The tables with their definitions, by name, without the counters of their keys.
    #[track_caller]
    pub fn dump(&self) -> String {
        let mut all = String::new();
        for name in self.sql("SHOW FULL TABLES").lines().filter_map(|line| line.split('\t').next()) {
            let text = self.sql(&format!("SHOW CREATE TABLE `{}`", name.replace('`', "``")));
            let words = text.split(' ').filter(|word| !word.starts_with("AUTO_INCREMENT="));
            all.push_str(&words.collect::<Vec<_>>().join(" "));
            all.push('\n');
        }
        all
    }
}

/// The server and the program that fills its data folder: Debian keeps the former out of the PATH of ordinary users.
fn programs() -> &'static (PathBuf, PathBuf) {
    static PROGRAMS: OnceLock<(PathBuf, PathBuf)> = OnceLock::new();
    PROGRAMS.get_or_init(|| {
        let path = std::env::var_os("PATH").unwrap_or_default();
        let folders: Vec<PathBuf> =
            std::env::split_paths(&path).chain(["/usr/sbin".into(), "/usr/libexec".into()]).collect();
        let find = |name: &str| {
            let found = folders.iter().map(|folder| folder.join(name)).find(|program| program.exists());
            found.expect("MariaDB's server programs are installed (Debian: apt-get install mariadb-server)")
        };
        (find("mariadbd"), find("mariadb-install-db"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_comes_and_goes() {
        let server = Server::start();
        let database = server.database();
        assert_eq!(database.sql("SELECT 1 + 1, DATABASE()"), format!("2\t{}", database.name()));
        server.crash();
        server.start_again();
        assert_eq!(database.sql("SELECT 1"), "1");
        let folder = server.folder().to_owned();
        drop(server);
        assert!(!folder.exists());
    }
}
