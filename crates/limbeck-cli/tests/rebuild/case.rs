//! A case: a database, a revision with a batch block, and what must hold afterwards.
//!
//! The first line is the title. Then come sections, each under `== name`:
//!
//! * `setup`: the database, in SQL. `environment`: lines of env.py that have the connection.
//! * `upgrade`, `downgrade`: the bodies of the revision's functions.
//! * `always`, `before`, `after`: checks. `before` holds before the upgrade and after the downgrade.
//! * `refused`: the upgrade must fail with this message and change nothing; `refused where foreign keys are on`: only there.
//!
//! A check is `label: statement ;; statement -> answer`, the answer being that of the last statement: values by `|`, rows by `;`. It is
//! `error text` when it must fail with such a text, `~ text` when the text must be in the answer. Nothing that a check does stays.
//! `scripts/sqlite_rebuilds.py` reads the same files.

use std::fs;
use std::path::Path;

use rusqlite::Connection;
use rusqlite::types::ValueRef;

use crate::support::Project;

/// The env.py that a project has: understood by reading it, or run.
pub const ENVIRONMENTS: [(&str, &str, &str); 2] = [
    ("read", include_str!("env_plain.py"), "connection.exec_driver_sql(\"PRAGMA foreign_keys=ON\")"),
    ("run", include_str!("env_listener.py"), "cursor.execute(\"PRAGMA foreign_keys=ON\")"),
];

/// A case.
#[derive(Debug)]
pub struct Case {
    /// The file's name
    pub name: String,
    /// Its first line
    pub title: String,
    sections: Vec<(String, String)>,
}

/// All cases, by name.
pub fn all() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rebuild/cases");
    let entries = fs::read_dir(folder).expect("the cases");
    let mut cases: Vec<Case> = entries.map(|entry| Case::read(&entry.expect("an entry").path())).collect();
    cases.sort_by(|a, b| a.name.cmp(&b.name));
    cases
}

impl Case {
    fn read(path: &Path) -> Case {
        let text = fs::read_to_string(path).expect("a case");
        let mut parts = text.split("\n== ");
        let title = parts.next().expect("a title").trim().to_owned();
        let section = |part: &str| {
            let (name, body) = part.split_once('\n').expect("a section");
            (name.to_owned(), body.trim_matches('\n').to_owned())
        };
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        Case { name, title, sections: parts.map(section).collect() }
    }

    /// A section, empty when it is not there.
    pub fn section(&self, name: &str) -> &str {
        self.sections.iter().find(|(n, _)| n == name).map_or("", |(_, body)| body)
    }

    /// The message of the refusal, if the upgrade is to be refused.
    pub fn refused(&self, enforced: bool) -> Option<&str> {
        let everywhere = self.section("refused");
        let some = if enforced { self.section("refused where foreign keys are on") } else { "" };
        [everywhere, some].into_iter().find(|message| !message.is_empty())
    }

    /// A project with the case's revision, and its database. `lines` are more lines for env.py, `first` for the upgrade.
    pub fn project(&self, environment: usize, enforced: bool, lines: &str, first: &str) -> Project {
        let (_, text, enforce) = ENVIRONMENTS[environment];
        let said: Vec<&str> = self.section("environment").lines().chain(lines.lines()).collect();
        let said = [said.as_slice(), &["connection.commit()"]].concat().join("\n    ");
        let text =
            text.replace("# foreign keys", if enforced { enforce } else { "pass" }).replace("# environment", &said);
        let project = Project::new();
        project.write("migrations/env.py", text);
        let downgrade = Some(self.section("downgrade")).filter(|body| !body.is_empty()).unwrap_or("pass");
        project.revision("r01", None, &format!("{first}\n{}", self.section("upgrade")), downgrade);
        let setup = format!("PRAGMA foreign_keys = OFF; {}", self.section("setup"));
        self.open(&project).execute_batch(&setup).expect("the setup");
        project
    }

    /// The project's database, with the databases that env.py attaches.
    fn open(&self, project: &Project) -> Connection {
        let connection = Connection::open(project.database()).expect("the database");
        for line in self.section("environment").lines() {
            if let Some((file, rest)) = line.split_once("ATTACH '").and_then(|(_, rest)| rest.split_once("' AS \\\"")) {
                let (name, _) = rest.split_once("\\\"").expect("a name");
                let file = project.path(file).to_string_lossy().into_owned();
                connection.execute(&format!("ATTACH ? AS \"{name}\""), [file]).expect("a database to attach");
            }
        }
        connection
    }

    /// The checks of these sections that do not hold.
    pub fn wrong(&self, project: &Project, sections: &[&str]) -> Vec<String> {
        let connection = self.open(project);
        connection.execute_batch("PRAGMA foreign_keys = ON").expect("the switch");
        let mut found = Vec::new();
        for check in sections.iter().flat_map(|name| self.section(name).lines()) {
            let (label, rest) = check.split_once(": ").expect("a label");
            let (statements, expected) = rest.rsplit_once(" -> ").expect("an answer");
            let answer = answer(&connection, statements.split(" ;; "));
            let holds = match (expected.strip_prefix("~ "), expected.strip_prefix("error "), &answer) {
                (Some(part), _, Ok(text)) => text.contains(part),
                (_, Some(part), Err(text)) => text.contains(part),
                (None, None, Ok(text)) => text == expected,
                _ => false,
            };
            if !holds {
                found.push(format!("{label}: {statements}\n  expected {expected}\n  found    {answer:?}"));
            }
        }
        let integrity = answer(&connection, ["PRAGMA integrity_check"].into_iter());
        if integrity.as_deref() != Ok("ok") {
            found.push(format!("integrity: {integrity:?}"));
        }
        let left = "SELECT name FROM sqlite_master WHERE name LIKE '!_alembic!_tmp!_%' ESCAPE '!'";
        let expected = if self.name == "left_over" { "_alembic_tmp_parent" } else { "" };
        if answer(&connection, [left].into_iter()).as_deref() != Ok(expected) {
            found.push("a temporary table is left".into());
        }
        found
    }

    /// Everything that the database's catalogue says, the version table left out.
    pub fn catalogue(&self, project: &Project) -> String {
        let connection = self.open(project);
        answer(
            &connection,
            ["SELECT type, name, sql FROM sqlite_master WHERE tbl_name <> 'alembic_version'"].into_iter(),
        )
        .expect("the catalogue")
    }
}

/// What the last of the statements answers; nothing of them stays.
fn answer<'a>(connection: &Connection, statements: impl Iterator<Item = &'a str>) -> Result<String, String> {
    let run = || -> rusqlite::Result<String> {
        let mut last = Vec::new();
        for statement in statements {
            let mut prepared = connection.prepare(statement)?;
            let width = prepared.column_count();
            let mut rows = prepared.raw_query();
            last.clear();
            while let Some(row) = rows.next()? {
                let values = (0..width).map(|at| Ok(shown(row.get_ref(at)?))).collect::<rusqlite::Result<Vec<_>>>()?;
                last.push(values.join("|"));
            }
        }
        Ok(last.join(";"))
    };
    connection.execute_batch("BEGIN").expect("a transaction");
    let result = run().map_err(|error| error.to_string());
    if !connection.is_autocommit() {
        connection.execute_batch("ROLLBACK").expect("a transaction");
    }
    result
}

fn shown(value: ValueRef<'_>) -> String {
    match value {
        ValueRef::Null => "NULL".into(),
        ValueRef::Integer(number) => number.to_string(),
        ValueRef::Real(number) => format!("{number:?}"),
        ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned(),
        ValueRef::Blob(bytes) => bytes.iter().map(|byte| format!("{byte:02x}")).collect(),
    }
}
