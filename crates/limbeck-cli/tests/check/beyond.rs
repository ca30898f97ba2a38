//! What limbeck's `check` and `revision --autogenerate` do beyond Alembic's.

use std::process::{Command, Output};

use crate::{Project, limbeck};

const MODELS: &str = "import sqlalchemy as sa
metadata = sa.MetaData()
sa.Table('people', metadata, sa.Column('id', sa.Integer, primary_key=True), sa.Column('full_name', sa.String(50), nullable=False),
         sa.Column('boss_id', sa.ForeignKey('people.id')), sa.Index('ix_name', 'full_name'))
sa.Table('pets', metadata, sa.Column('id', sa.Integer, primary_key=True), sa.Column('owner', sa.ForeignKey('people.id')))
";
const DATABASE: &str =
    "CREATE TABLE persons (id INTEGER NOT NULL, name VARCHAR(20) DEFAULT 'x', boss_id INTEGER, PRIMARY KEY (id),
  FOREIGN KEY(boss_id) REFERENCES persons (id));
CREATE INDEX ix_name ON persons (name);
CREATE TABLE pets (id INTEGER NOT NULL, person INTEGER, PRIMARY KEY (id), FOREIGN KEY(person) REFERENCES persons (id));
INSERT INTO persons VALUES (1, 'a', NULL); INSERT INTO pets VALUES (7, 1);";
const RENAMES: [&str; 6] =
    ["--rename", "persons:people", "--rename", "persons.name:full_name", "--rename", "pets.person:owner"];

fn run(project: &Project, arguments: &[&str]) -> Output {
    Command::new(limbeck())
        .args(arguments)
        .current_dir(project.folder.path())
        .env_remove("ALEMBIC_CONFIG")
        .output()
        .expect("limbeck runs")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn renames_keep_the_rows() {
    let project = Project::new(MODELS, "", "", DATABASE);
    let arguments: Vec<&str> = ["revision", "--autogenerate", "--rev-id", "bbbb"].into_iter().chain(RENAMES).collect();
    let output = run(&project, &arguments);
    assert!(output.status.success(), "{output:?}");
    let file = project.folder.path().join("migrations/versions/bbbb_.py");
    let code = std::fs::read_to_string(&file).expect("the revision");
    insta::assert_snapshot!(code);
    // SQLite cannot alter a column by itself; there the rest of it is for a batch block.
    let batch = Project::new(MODELS, "", "render_as_batch=True", DATABASE);
    assert!(run(&batch, &arguments).status.success());
    let code = std::fs::read_to_string(batch.folder.path().join("migrations/versions/bbbb_.py")).expect("the revision");
    // The test's template has no imports of its own.
    let code = format!("import sqlalchemy as sa\nfrom alembic import op\n{code}");
    std::fs::write(batch.folder.path().join("migrations/versions/bbbb_.py"), code).expect("the revision");
    let output = run(&batch, &["upgrade", "head"]);
    assert!(output.status.success(), "{output:?}");
    let database = rusqlite::Connection::open(batch.folder.path().join("test.db")).expect("a database");
    let row: (i64, String, i64) = database
        .query_row("SELECT people.id, full_name, pets.id FROM people JOIN pets ON owner = people.id", [], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?))
        })
        .expect("the rows");
    assert_eq!(row, (1, "a".to_owned(), 7));
    let output = run(&batch, &["check"]);
    assert!(output.status.success(), "{output:?}");
}

const ONE_COLUMN: &str = "import sqlalchemy as sa
metadata = sa.MetaData()
sa.Table('t', metadata, sa.Column('id', sa.Integer, primary_key=True), sa.Column('email', sa.Integer))
";
const OTHER_COLUMN: &str = "CREATE TABLE t (id INTEGER NOT NULL, mail INTEGER, PRIMARY KEY (id));";

fn body(project: &Project) -> String {
    let file = project.folder.path().join("migrations/versions/bbbb_.py");
    let code = std::fs::read_to_string(file).expect("the revision");
    code[code.find("def upgrade").unwrap_or_default()..].to_owned()
}

#[test]
fn what_looks_like_a_rename_is_said_in_the_script() {
    let project = Project::new(ONE_COLUMN, "", "", OTHER_COLUMN);
    let output = run(&project, &["revision", "--autogenerate", "--rev-id", "bbbb"]);
    assert!(output.status.success(), "{output:?}");
    assert!(text(&output.stderr).contains("say --rename t.mail:email"), "{output:?}");
    insta::assert_snapshot!(body(&project));
}

#[test]
fn on_a_terminal_it_is_asked() {
    for (answer, renamed) in [("y\n", true), ("n\n", false), ("\n", false), ("", false)] {
        let project = Project::new(ONE_COLUMN, "", "", OTHER_COLUMN);
        let command = format!("{} revision --autogenerate --rev-id bbbb", limbeck().display());
        let mut script = Command::new("script");
        script.args(["--quiet", "--return", "--command", &command, "/dev/null"]).current_dir(project.folder.path());
        let mut child = script
            .env_remove("ALEMBIC_CONFIG")
            .stdin(std::process::Stdio::piped())
            .stdout(std::process::Stdio::piped())
            .spawn()
            .expect("script runs");
        std::io::Write::write_all(&mut child.stdin.take().expect("its input"), answer.as_bytes()).expect("an answer");
        let output = child.wait_with_output().expect("an end");
        let seen = text(&output.stdout);
        assert!(output.status.success(), "{seen}");
        assert!(seen.contains("The column 't.mail' looks like 't.email'. Is that its new name? [y/N]"), "{seen}");
        let body = body(&project);
        assert_eq!(body.contains("new_column_name='email'"), renamed, "{answer:?}: {body}");
        // Who was asked knows.
        assert!(!body.contains("--rename") && body.contains("drop_column") != renamed, "{answer:?}: {body}");
    }
}

#[test]
fn a_rename_of_what_is_not_there() {
    let project = Project::new(MODELS, "", "", DATABASE);
    for (rename, reason) in [
        ("nobody:people", "the database has no table or column nobody"),
        ("persons:somebody", "the models have no somebody"),
        ("pets.nothing:owner", "the database has no table or column pets.nothing"),
        ("pets.person:nothing", "the models have no nothing"),
        ("pets.person:id", "the database has a id already"),
    ] {
        let output = run(&project, &["check", "--rename", rename]);
        assert_eq!(output.status.code(), Some(255), "{rename}: {output:?}");
        assert!(text(&output.stderr).contains(reason), "{rename}: {output:?}");
    }
    assert_eq!(run(&project, &["check", "--rename", "persons"]).status.code(), Some(2));
}

#[test]
fn check_shows_the_code() {
    let project = Project::new(MODELS, "", "", DATABASE);
    let output = run(&project, &[&["check"], &RENAMES[..]].concat());
    assert_eq!(output.status.code(), Some(255));
    let error = text(&output.stderr);
    insta::assert_snapshot!(error.split_once("FAILED: ").map_or("", |(_, said)| said));
    assert_eq!(text(&output.stdout), "");
}

#[test]
fn check_as_json() {
    let project = Project::new(MODELS, "", "", DATABASE);
    let output = run(&project, &[&["check", "--json"], &RENAMES[..]].concat());
    assert_eq!(output.status.code(), Some(255));
    insta::assert_snapshot!(text(&output.stdout));
    let empty = Project::new("import sqlalchemy as sa\nmetadata = sa.MetaData()", "", "", "");
    let output = run(&empty, &["check", "--json"]);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(text(&output.stdout), "{\n  \"format\": 1,\n  \"differences\": [],\n  \"upgrade\": []\n}\n");
}

#[test]
fn an_empty_revision_is_not_written() {
    const SKIPPED: &str = "No new upgrade operations detected; no revision is written.\n";
    let project = Project::new("import sqlalchemy as sa\nmetadata = sa.MetaData()", "", "", "");
    let versions = || std::fs::read_dir(project.folder.path().join("migrations/versions")).expect("files").count();
    let before = versions();
    let output = run(&project, &["revision", "--autogenerate", "--skip-empty"]);
    assert_eq!((output.status.code(), text(&output.stdout).as_str()), (Some(0), SKIPPED));
    let ini = project.folder.path().join("alembic.ini");
    let text_of_ini =
        std::fs::read_to_string(&ini).expect("the ini").replace("[loggers]", "skip_empty = true\n[loggers]");
    std::fs::write(&ini, text_of_ini).expect("the ini");
    let output = run(&project, &["revision", "--autogenerate"]);
    assert_eq!((output.status.code(), text(&output.stdout).as_str()), (Some(0), SKIPPED));
    assert_eq!(versions(), before);
    let output = run(&project, &["revision", "--skip-empty"]);
    assert_eq!(output.status.code(), Some(2), "{output:?}");
}

#[test]
fn a_revision_that_env_py_takes_away() {
    let function = "def process(context, revision, directives):
    if directives[0].upgrade_ops.is_empty():
        directives[:] = []
";
    let project = Project::new(
        "import sqlalchemy as sa\nmetadata = sa.MetaData()",
        function,
        "process_revision_directives=process",
        "",
    );
    let output = run(&project, &["revision", "--autogenerate", "--rev-id", "bbbb"]);
    assert_eq!((output.status.code(), text(&output.stdout).as_str()), (Some(0), ""));
    assert!(!project.folder.path().join("migrations/versions/bbbb_.py").exists());
    // Alembic's own `check` ends with an IndexError there.
    assert_eq!(text(&run(&project, &["check"]).stdout), "No new upgrade operations detected.\n");
}

/// What a hook leaves behind and cannot be written is refused by name.
#[test]
fn operations_that_cannot_be_written() {
    for (change, reason) in [
        (
            "script.upgrade_ops.ops.append(ops.BulkInsertOp(sa.table('t', sa.column('a')), [{'a': 1}]))",
            "op.bulk_insert",
        ),
        ("script.upgrade_ops.ops.append(ops.ExecuteSQLOp(sa.text('select 1')))", "only a plain string"),
        ("script.upgrade_ops.ops.append(Other())", "Other in a revision"),
        ("directives.append(3)", "no MigrationScript"),
        ("script.rev_id = 7", "rev_id of a revision must be a str"),
        ("script.upgrade_ops.ops.append(ops.AddColumnOp('t', sa.Column('x', Unknown())))", "Unknown"),
    ] {
        let functions = format!(
            "import sqlalchemy as sa\nfrom alembic.operations import ops, MigrateOperation\nclass Other(MigrateOperation): pass\n\
             class Unknown: pass\n\
             def process(context, revision, directives):\n    script = directives[0]\n    {change}\n"
        );
        let project = Project::new(MODELS, &functions, "process_revision_directives=process", DATABASE);
        let output = run(&project, &["revision", "--autogenerate", "--rev-id", "bbbb"]);
        assert!(!output.status.success(), "{change}: {output:?}");
        let error = text(&output.stderr);
        assert!(error.contains(reason) && error.contains("env.py"), "{change}: {error}");
        assert!(!project.folder.path().join("migrations/versions/bbbb_.py").exists(), "{change}");
    }
}
