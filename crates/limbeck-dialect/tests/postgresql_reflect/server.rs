//! A throw-away PostgreSQL server: its own folder, its own port, gone when dropped.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A server that runs until it is dropped.
pub struct Server {
    folder: PathBuf,
    programs: PathBuf,
    port: u16,
}

impl Server {
    /// Starts a server of its own. `name` tells those of one test binary apart.
    ///
    /// # Panics
    /// There is no PostgreSQL on this machine, or it does not start: the test cannot say anything then.
    pub fn start(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("limbeck-pg-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder for the server");
        if is_root() {
            // The server does not run as root.
            run(Command::new("chown").arg("65534:65534").arg(&folder));
        }
        let free = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a free port");
        let server = Server { folder, programs: programs(), port: free.port() };
        let data = server.folder.join("data");
        run(server
            .program("initdb")
            .args(["-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N", "-D"])
            .arg(&data));
        let options = format!(
            "-p {} -k {} -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=20",
            server.port,
            server.folder.display()
        );
        let log = server.folder.join("log");
        run(server.program("pg_ctl").args(["-w", "start", "-o", &options, "-D"]).arg(&data).arg("-l").arg(&log));
        server
    }

    /// `psql` on a database of it.
    pub fn psql(&self, database: &str) -> Command {
        let mut command = Command::new(self.programs.join("psql"));
        command
            .args(["-X", "-q", "-U", "postgres", "-d", database, "-p", &self.port.to_string(), "-h"])
            .arg(&self.folder);
        command
    }

    /// Runs a script and panics with what the server says against it.
    pub fn script(&self, database: &str, path: &Path) {
        run(self.psql(database).args(["-v", "ON_ERROR_STOP=1", "-f"]).arg(path));
    }

    fn program(&self, name: &str) -> Command {
        let path = self.programs.join(name);
        let mut command = if is_root() {
            let mut command = Command::new("setpriv");
            command.args(["--reuid=65534", "--regid=65534", "--clear-groups"]).arg(path);
            command
        } else {
            Command::new(path)
        };
        command.current_dir(&self.folder);
        command
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let data = self.folder.join("data");
        let _ = self.program("pg_ctl").args(["-w", "-m", "immediate", "stop", "-D"]).arg(data).output();
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// The newest server's programs.
fn programs() -> PathBuf {
    let mut versions: Vec<(u32, PathBuf)> = std::fs::read_dir("/usr/lib/postgresql")
        .map(|entries| {
            let paths = entries.flatten().map(|entry| entry.path());
            paths.filter_map(|path| Some((path.file_name()?.to_str()?.parse().ok()?, path.join("bin")))).collect()
        })
        .unwrap_or_default();
    versions.sort();
    if let Some((_, path)) = versions.pop() {
        return path;
    }
    let path = std::env::var_os("PATH").unwrap_or_default();
    let found = std::env::split_paths(&path).find(|folder| folder.join("initdb").exists());
    found.expect("PostgreSQL's initdb, in /usr/lib/postgresql or on PATH")
}

fn is_root() -> bool {
    let output = Command::new("id").arg("-u").output();
    output.is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}

fn run(command: &mut Command) -> Output {
    let shown = format!("{command:?}");
    // Files, not pipes: a server that is left running would hold a pipe open.
    let out =
        std::env::temp_dir().join(format!("limbeck-pg-out-{}-{:?}", std::process::id(), std::thread::current().id()));
    let file = std::fs::File::create(&out).expect("a file for what a program says");
    let status = command.stdout(file.try_clone().expect("the same file")).stderr(file).status();
    let said = std::fs::read_to_string(&out).unwrap_or_default();
    let _ = std::fs::remove_file(&out);
    match status {
        Ok(status) if status.success() => Output { status, stdout: said.into_bytes(), stderr: Vec::new() },
        other => panic!("{shown}: {other:?}\n{said}"),
    }
}
