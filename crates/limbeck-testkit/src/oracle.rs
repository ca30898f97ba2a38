//! Real Alembic, which tests are held against: that of the virtual environment that `LIMBECK_ORACLE` names. `make test` prepares one.

use std::fs;
use std::io::{BufRead, BufReader};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;

/// A program of the virtual environment.
///
/// # Panics
/// There is no environment, or it has no such program.
pub fn program(name: &str) -> PathBuf {
    let folder = std::env::var_os("LIMBECK_ORACLE").expect(
        "LIMBECK_ORACLE must name a virtual environment with the pinned Alembic: run `make test`, which prepares one in .venv",
    );
    // Not canonicalised: bin/python is a link, and Python finds its virtual environment by the link's own place.
    let program = std::path::absolute(Path::new(&folder).join("bin").join(name)).expect("the path of a program");
    assert!(program.is_file(), "{} is not there: run `make test`, which prepares it", program.display());
    program
}

/// A program that does what `alembic` does, in a fraction of the time: all of Alembic is imported once for each test program.
///
/// # Panics
/// As [`program`], or Alembic cannot be imported.
pub fn alembic() -> PathBuf {
    static SHARED: OnceLock<Server> = OnceLock::new();
    SHARED.get_or_init(Server::start).folder.join("alembic")
}

/// Ends when this process does, as its standard input then ends, and removes its folder.
struct Server {
    folder: PathBuf,
    _child: Child,
}

impl Server {
    fn start() -> Server {
        let folder = tempfile::Builder::new().prefix("limbeck-alembic").tempdir().expect("a temporary folder").keep();
        let server = folder.join("server.py");
        fs::write(&server, include_str!("oracle/server.py")).expect("a file");
        let python = program("python");
        let client = folder.join("alembic");
        // Without the site-packages, of which it needs nothing, it starts at once.
        fs::write(&client, format!("#!{} -IS\n{}", python.display(), include_str!("oracle/client.py")))
            .expect("a file");
        fs::set_permissions(&client, PermissionsExt::from_mode(0o755)).expect("it is ours");
        let mut child = Command::new(python)
            .arg(&server)
            // Alembic goes through Python sets here and there: which row of a merge is deleted, for one.
            .env("PYTHONHASHSEED", "0")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("Python starts");
        let mut line = String::new();
        BufReader::new(child.stdout.take().expect("it is piped")).read_line(&mut line).expect("it is read");
        assert_eq!(line.trim(), "ready", "Alembic cannot be imported");
        Server { folder, _child: child }
    }
}
