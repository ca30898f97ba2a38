//! `check` beside real Alembic's, on small pairs of models and database: the same exit code, and the same lines about differences.

mod beyond;
mod cases;
mod databases;
mod directives;
mod elsewhere;
mod flask;
mod hooks;
mod interpreter;
mod libraries;
mod postgresql;
mod refusals;
mod sequences;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use cases::Case;
use limbeck_testkit::oracle::alembic;
use limbeck_testkit::postgres::Server;

fn limbeck() -> PathBuf {
    env!("CARGO_BIN_EXE_limbeck").into()
}

const INI: &str = "[alembic]
script_location = %(here)s/migrations
prepend_sys_path = .

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
[formatter_stock]
format = %(levelname)-5.5s [%(name)s] %(message)s
[formatter_plain]
format = %(levelname)s [%(name)s] %(message)s
";

const ENV: &str = "from logging.config import fileConfig
from alembic import context
from sqlalchemy import create_engine
from models import metadata
fileConfig(context.config.config_file_name)
FUNCTIONS
with create_engine('URL').connect() as connection:
    context.configure(connection=connection, target_metadata=metadata, OPTIONS)
    with context.begin_transaction():
        context.run_migrations()
";

const REVISION: &str = "revision = 'aaaa'
down_revision = None
def upgrade(): pass
def downgrade(): pass
";

const STAMP: &str = "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, CONSTRAINT alembic_version_pkc PRIMARY KEY \
                     (version_num)); INSERT INTO alembic_version VALUES ('aaaa');";

/// A project on which nothing is to be applied any more.
struct Project {
    folder: tempfile::TempDir,
}

impl Project {
    fn new(models: &str, functions: &str, options: &str, sql: &str) -> Self {
        let project = Project::without_database(models, functions, options, "sqlite:///test.db");
        let database = rusqlite::Connection::open(project.folder.path().join("test.db")).expect("a database");
        database.execute_batch(&format!("{STAMP}\n{sql}")).expect("the case's SQL");
        project
    }

    fn without_database(models: &str, functions: &str, options: &str, url: &str) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).expect(name);
        fs::create_dir_all(folder.path().join("migrations/versions")).expect("folders");
        write("alembic.ini", INI);
        let env = ENV.replace("FUNCTIONS", functions).replace("OPTIONS", options).replace("URL", url);
        write("migrations/env.py", &env);
        write("migrations/versions/aaaa.py", REVISION);
        write(
            "migrations/script.py.mako",
            "${imports}\ndef upgrade():\n    ${upgrades}\ndef downgrade():\n    ${downgrades}\nrevision = 'bbbb'\ndown_revision = 'aaaa'\n",
        );
        write("models.py", models);
        Project { folder }
    }

    /// What `revision --autogenerate` writes; the file does not stay.
    fn code(&self, program: &Path) -> String {
        let output = Command::new(program)
            .args(["revision", "--autogenerate", "--rev-id", "bbbb"])
            .current_dir(self.folder.path())
            .env_remove("ALEMBIC_CONFIG")
            .env("PYTHONDONTWRITEBYTECODE", "1")
            .output()
            .unwrap_or_else(|error| panic!("{} does not start: {error}", program.display()));
        let file = self.folder.path().join("migrations/versions/bbbb_.py");
        let Ok(code) = fs::read_to_string(&file) else {
            return String::from_utf8_lossy(&output.stderr).into_owned();
        };
        fs::remove_file(&file).expect("the file is there");
        code
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
    /// How many operations Alembic's list has.
    fn theirs(&self) -> usize {
        ["('add_", "('remove_", "('modify_", "('execute'"].iter().map(|start| self.stderr.matches(start).count()).sum()
    }

    /// How many limbeck's list is worth: what has changed is dropped and made anew.
    fn ours(&self) -> usize {
        // The log has the message too.
        let message = self.stderr.split_once("FAILED: ").map_or("", |(_, message)| message);
        let lines = message.lines().take_while(|line| *line != "]").filter(|line| line.starts_with("  "));
        lines.map(|line| if line.starts_with("  Detected changed ") { 2 } else { 1 }).sum()
    }

    /// Logger and text of each line about a difference. Alembic's line about a default shows a Python object's address.
    fn detected(&self) -> BTreeSet<String> {
        let lines = self.stderr.lines().filter_map(|line| line.strip_prefix("INFO [alembic.autogenerate.compare."));
        lines
            .filter(|line| line.contains("etected "))
            // Alembic leaves the default schema out of most lines; limbeck of all.
            .map(|line| line.replace(" on table public.", " on table "))
            .map(|line| match (line.find("server default"), line.rfind(" on ")) {
                (Some(_), Some(on)) => format!("default on {}", line[on + 4..].trim_start_matches("column ")),
                _ => line,
            })
            .collect()
    }
}

const IMPORTS: &str = "import sqlalchemy as sa
from sqlalchemy import Column, ForeignKey, Integer, String, Table
from sqlalchemy.dialects import postgresql
";

#[test]
fn check_says_what_alembic_says() {
    compare(cases::CASES, |case| {
        Project::new(&format!("{IMPORTS}{}", case.models), case.functions, case.options, case.sql)
    });
}

#[test]
fn hooks_change_what_they_change_in_alembic() {
    compare(hooks::CASES, |case| {
        Project::new(&format!("{IMPORTS}{}", case.models), case.functions, case.options, case.sql)
    });
}

#[test]
fn check_says_what_alembic_says_on_postgresql() {
    compare(postgresql::CASES, |case| {
        let database = Server::shared().database();
        database.psql(&format!("{STAMP}\n{}", case.sql));
        let url = database.url().replace("postgresql://", "postgresql+psycopg2://");
        Project::without_database(&format!("{IMPORTS}{}", case.models), case.functions, case.options, &url)
    });
}

/// Cases whose code differs in more than its order, and why.
const OTHER_CODE: &[(&str, &[&str])] = &[
    (
        "`autoincrement=True` follows the database's column, in Alembic the model's; SQLite tells of none",
        &["null and not null, also of keys", "types that differ", "identity columns"],
    ),
    (
        "Alembic writes the UNIQUE of a column twice when a table is put together anew from its columns",
        &["a rewriter", "a rewriter in batch blocks"],
    ),
    (
        "The sequence of a SERIAL gets the type that its column gets",
        &["SERIAL and BIGSERIAL, sequences and keys of other kinds"],
    ),
    ("types of the project's own come with the import of their module", &["types of the project's own", "render_item"]),
    ("`unique=1` for True", &["a unique index and a unique constraint"]),
    ("`sa.ARRAY` where Alembic has PostgreSQL's own, which means the same", &["arrays"]),
    (
        "`postgresql_nulls_not_distinct=False` and `postgresql_include=[]`, which say nothing; a tuple for a list",
        &[
            "a naming convention",
            "schemas",
            "unique constraints and unique indexes",
            "tables and columns added and removed",
            "views and partitioned tables",
        ],
    ),
    (
        "a constraint without a name gets one, so that it can be dropped again",
        &[
            "columns added and removed",
            "unique constraints",
            "foreign keys",
            "include_object",
            "foreign keys: what they do, when they are checked",
        ],
    ),
    (
        "CHECKs of columns are part of their table, and constraints have names",
        &[
            "operations changed, taken out and added",
            "the same in batch blocks",
            "operations of the project's own",
            "numbers for identifiers",
        ],
    ),
    (
        "enum types are made and dropped, and `postgresql_using` where the server does not convert values by itself",
        &[
            "enums",
            "JSON, JSONB, UUID and other types of PostgreSQL's own",
            "named types are in the schema of their MetaData",
            "numbers and texts",
        ],
    ),
    ("a comment about what cannot be changed", &["generated columns"]),
    (
        "the default schema is not named",
        &[
            "the default schema by its name",
            "the default schema by its name, without include_schemas",
            "functions are asked about the default schema's tables",
        ],
    ),
];

/// Cases in which limbeck finds more, and what.
const MORE_FINDINGS: &[(&str, &[&str])] = &[
    (
        "CHECK and EXCLUDE constraints",
        &["checks are not compared", "checks and exclusion constraints are not compared", "a naming convention"],
    ),
    (
        "conditions, methods, operator classes and expressions of indexes",
        &["indexes", "partial and expression indexes, and those of other methods"],
    ),
    ("whether a column is an array", &["arrays"]),
    ("digits of seconds", &["times"]),
    ("whether a column is generated", &["columns that are generated on one side"]),
    ("UNIQUE constraints of SQLite without a name", &["unique constraints of the database without names"]),
];

/// Both tools check the project of each case, and write the code that makes up for what they found.
fn compare(cases: &[Case], project: impl Fn(&Case) -> Project) {
    let mut faults = Vec::new();
    for case in cases {
        let name = case.name;
        let project = project(case);
        let (theirs, ours) = (project.check(&alembic()), project.check(&limbeck()));
        let counted = (theirs.theirs(), ours.ours());
        assert_eq!(theirs.code == Some(255), counted.0 > 0, "{name}: {theirs:#?}");
        let finds_more = MORE_FINDINGS.iter().any(|(_, names)| names.contains(&name));
        let same = match finds_more {
            true => counted.0 < counted.1 && ours.detected().is_superset(&theirs.detected()),
            false => theirs.code == ours.code && theirs.detected() == ours.detected() && counted.0 == counted.1,
        };
        if !same {
            faults.push(format!(
                "{name} {counted:?}\n  alembic: {:?} {:#?}\n  limbeck: {:?} {:#?}\n{}\n{}",
                theirs.code,
                theirs.detected(),
                ours.code,
                ours.detected(),
                theirs.stderr.lines().last().unwrap_or_default(),
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
        let (theirs, ours) = (project.code(&alembic()), project.code(&limbeck()));
        assert_eq!(ours, project.code(&limbeck()), "{name}: two runs");
        let is_listed = finds_more || OTHER_CODE.iter().any(|(_, names)| names.contains(&name));
        if sorted(&theirs) != sorted(&ours) && !is_listed {
            faults.push(format!("{name}: the code of Alembic\n{theirs}\nand of limbeck\n{ours}"));
        }
    }
    assert!(faults.is_empty(), "{} of {} differ:\n{}", faults.len(), cases.len(), faults.join("\n\n"));
}

/// Alembic goes through sets, so that its order changes from run to run. Remarks are limbeck's own, and so are the imports of types' modules.
fn sorted(code: &str) -> Vec<&str> {
    let is_import = |line: &str| ["import models", "import sqlmodel.sql.sqltypes"].contains(&line);
    let is_remark = |line: &str| line.trim_start().starts_with("# ") && !line.contains("###");
    let mut lines: Vec<&str> =
        code.lines().filter(|line| !line.is_empty() && !is_remark(line) && !is_import(line)).collect();
    lines.sort_unstable();
    lines
}
