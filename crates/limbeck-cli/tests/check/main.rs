//! `check` beside real Alembic's, on small pairs of models and database: the same exit code, and the same lines about differences.

mod cases;
mod refusals;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use cases::{CASES, Case};

/// A program of the virtual environment that `make test` prepares.
fn oracle() -> PathBuf {
    let folder = std::env::var_os("LIMBECK_ORACLE").expect(
        "LIMBECK_ORACLE must name a virtual environment with the pinned Alembic: run `make test`, which prepares one in .venv",
    );
    // Not canonicalised: bin/python is a link, and Python finds its virtual environment by the link's own place.
    std::path::absolute(Path::new(&folder).join("bin/alembic")).expect("the path of a program")
}

fn limbeck() -> PathBuf {
    env!("CARGO_BIN_EXE_limbeck").into()
}

const INI: &str = "[alembic]
script_location = %(here)s/migrations
prepend_sys_path = .
sqlalchemy.url = sqlite:///test.db

[loggers]
keys = root,alembic
[handlers]
keys = console
[formatters]
keys = plain
[logger_root]
level = WARNING
handlers = console
[logger_alembic]
level = INFO
handlers =
qualname = alembic
[handler_console]
class = StreamHandler
args = (sys.stderr,)
level = NOTSET
formatter = plain
[formatter_plain]
format = %(levelname)s [%(name)s] %(message)s
";

const ENV: &str = "from logging.config import fileConfig
from alembic import context
from sqlalchemy import create_engine
from models import metadata
fileConfig(context.config.config_file_name)
FUNCTIONS
with create_engine('sqlite:///test.db').connect() as connection:
    context.configure(connection=connection, target_metadata=metadata, OPTIONS)
    with context.begin_transaction():
        context.run_migrations()
";

const REVISION: &str = "revision = 'aaaa'
down_revision = None
def upgrade(): pass
def downgrade(): pass
";

/// A project on which nothing is to be applied any more.
struct Project {
    folder: tempfile::TempDir,
}

impl Project {
    fn new(models: &str, functions: &str, options: &str, sql: &str) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).expect(name);
        fs::create_dir_all(folder.path().join("migrations/versions")).expect("folders");
        write("alembic.ini", INI);
        write("migrations/env.py", &ENV.replace("FUNCTIONS", functions).replace("OPTIONS", options));
        write("migrations/versions/aaaa.py", REVISION);
        write("models.py", models);
        let database = rusqlite::Connection::open(folder.path().join("test.db")).expect("a database");
        let stamp = "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, CONSTRAINT alembic_version_pkc PRIMARY KEY \
                     (version_num)); INSERT INTO alembic_version VALUES ('aaaa');";
        database.execute_batch(&format!("{stamp}\n{sql}")).expect("the case's SQL");
        Project { folder }
    }

    fn check(&self, program: &Path) -> Outcome {
        let output = Command::new(program)
            .arg("check")
            .current_dir(self.folder.path())
            .env_remove("ALEMBIC_CONFIG")
            .env("PYTHONDONTWRITEBYTECODE", "1")
            .output()
            .unwrap_or_else(|error| panic!("{} does not start: {error}", program.display()));
        Outcome {
            code: output.status.code(),
            stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
            stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }
}

#[derive(Debug)]
struct Outcome {
    code: Option<i32>,
    stdout: String,
    stderr: String,
}

impl Outcome {
    /// Logger and text of each line about a difference. Alembic's line about a default shows a Python object's address.
    fn detected(&self) -> BTreeSet<String> {
        let lines = self.stderr.lines().filter_map(|line| line.strip_prefix("INFO [alembic.autogenerate.compare."));
        lines
            .filter(|line| line.contains("etected "))
            .map(|line| match (line.find("server default"), line.rfind(" on ")) {
                (Some(_), Some(on)) => format!("default on {}", line[on + 4..].trim_start_matches("column ")),
                _ => line.to_owned(),
            })
            .collect()
    }
}

#[test]
fn check_says_what_alembic_says() {
    let mut faults = Vec::new();
    for case in CASES {
        let Case { name, models, functions, options, sql } = case;
        let models = format!(
            "import sqlalchemy as sa\nfrom sqlalchemy import Column, ForeignKey, Integer, String, Table\n{models}"
        );
        let project = Project::new(&models, functions, options, sql);
        let (alembic, ours) = (project.check(&oracle()), project.check(&limbeck()));
        if alembic.code != ours.code || alembic.detected() != ours.detected() {
            faults.push(format!(
                "{name}\n  alembic: {:?} {:#?}\n  limbeck: {:?} {:#?}\n{}\n{}",
                alembic.code,
                alembic.detected(),
                ours.code,
                ours.detected(),
                alembic.stderr.lines().last().unwrap_or_default(),
                ours.stderr
            ));
        }
        let said = match ours.code {
            Some(0) => ours.stdout == "No new upgrade operations detected.\n",
            _ => ours.stderr.contains("FAILED: New upgrade operations detected: [\n"),
        };
        if !said {
            faults.push(format!("{name}: {ours:#?}"));
        }
    }
    assert!(faults.is_empty(), "{} of {} differ:\n{}", faults.len(), CASES.len(), faults.join("\n\n"));
}
