//! The tables that a start makes, and the starts that must not be.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use limbeck_testkit::postgres::{Database, Server};
use myagent::init_database;
use tempfile::TempDir;

const HEAD: &str = "0004_iteration_tokens";

fn ini() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("alembic.ini")
}

fn database() -> Database<'static> {
    Server::shared().database()
}

/// The columns of a table: name, type, whether it may be NULL, default.
fn columns(database: &Database<'_>, table: &str) -> Vec<String> {
    let sql = format!(
        "SELECT column_name || ' ' || data_type || CASE is_nullable WHEN 'NO' THEN ' not null' ELSE '' END \
         || coalesce(' = ' || column_default, '') \
         FROM information_schema.columns WHERE table_schema = 'public' AND table_name = '{table}' ORDER BY ordinal_position"
    );
    database.psql(&sql).lines().map(str::to_owned).collect()
}

fn versions(database: &Database<'_>) -> String {
    database.psql("SELECT string_agg(version_num, ' ' ORDER BY version_num) FROM alembic_version")
}

#[test]
fn the_first_start_makes_the_tables() {
    let database = database();
    let report = init_database(&ini(), &database.url()).unwrap();
    let applied: Vec<&str> = report.steps().map(|step| step.revision.as_str()).collect();
    assert_eq!(applied, ["0001_init", "0002_iterations", "0003_task_priority", HEAD]);
    assert_eq!(versions(&database), HEAD);

    assert_eq!(
        columns(&database, "projects"),
        [
            "id integer not null = nextval('projects_id_seq'::regclass)",
            "name character varying not null",
            "settings jsonb not null = '{}'::jsonb",
            "created_at timestamp with time zone not null = now()",
        ]
    );
    assert_eq!(
        columns(&database, "tasks"),
        [
            "id integer not null = nextval('tasks_id_seq'::regclass)",
            "project_id integer not null",
            "title text not null",
            "spec jsonb not null",
            "status character varying not null = 'open'::character varying",
            "created_at timestamp with time zone not null = now()",
            "priority smallint not null = 3",
        ]
    );
    assert_eq!(
        columns(&database, "iterations"),
        [
            "id integer not null = nextval('iterations_id_seq'::regclass)",
            "task_id integer not null",
            "number integer not null",
            "result jsonb",
            "started_at timestamp with time zone not null = now()",
            "finished_at timestamp with time zone",
            "tokens bigint not null = 0",
        ]
    );
    let indexes = database.psql("SELECT indexname FROM pg_indexes WHERE tablename = 'tasks' ORDER BY 1");
    assert_eq!(indexes, "ix_tasks_project_id_status\nix_tasks_spec\ntasks_pkey");
}

#[test]
fn the_data_migration_moved_the_priorities() {
    let database = database();
    init_database(&ini(), &database.url()).unwrap();
    assert_eq!(
        database.psql("SELECT priority, spec FROM tasks ORDER BY id"),
        "1|{\"files\": [\"README.md\"]}\n3|{\"goal\": \"it's green\", \"files\": [\"Makefile\"]}\n3|{}"
    );
}

#[test]
fn deleting_a_project_deletes_its_tasks_and_their_iterations() {
    let database = database();
    init_database(&ini(), &database.url()).unwrap();
    database.psql("INSERT INTO iterations (task_id, number) SELECT id, 1 FROM tasks");
    database.psql("DELETE FROM projects");
    assert_eq!(database.psql("SELECT (SELECT count(*) FROM tasks) + (SELECT count(*) FROM iterations)"), "0");
}

#[test]
fn the_second_start_changes_nothing() {
    let database = database();
    init_database(&ini(), &database.url()).unwrap();
    let before = database.dump();
    let report = init_database(&ini(), &database.url()).unwrap();
    assert_eq!((report.is_empty(), report.heads_after()), (true, vec![HEAD]));
    assert_eq!(statements(&database.dump()), statements(&before));
}

#[test]
fn of_many_starts_at_once_one_migrates() {
    let database = database();
    let url = database.url();
    let starts: Vec<_> = (0..6)
        .map(|_| {
            let url = url.clone();
            std::thread::spawn(move || init_database(&ini(), &url).unwrap().steps().count())
        })
        .collect();
    let mut steps: Vec<usize> = starts.into_iter().map(|start| start.join().unwrap()).collect();
    steps.sort_unstable();
    assert_eq!(steps, [0, 0, 0, 0, 0, 4]);
    assert_eq!(database.psql("SELECT count(*) FROM projects"), "1");
}

#[test]
fn the_program_says_what_it_did() {
    let database = database();
    let (log, success) = start(&ini(), &database.url());
    assert!(success, "{log}");
    for line in [
        "INFO  [alembic.runtime.migration] Running upgrade  -> 0001_init, init",
        &format!("INFO  [myagent::database] the database was brought to {HEAD}"),
        "INFO  [myagent] myagent is ready",
    ] {
        assert!(log.lines().any(|found| found == line), "no line `{line}` in\n{log}");
    }
    let (log, success) = start(&ini(), &database.url());
    assert!(success && log.contains(&format!("the database is up to date, at {HEAD}")), "{log}");
}

#[test]
fn a_revision_that_fails_keeps_the_program_from_starting() {
    let project = copy();
    let broken = "\"\"\"broken\"\"\"\nfrom alembic import op\n\nrevision = \"0005_broken\"\ndown_revision = \"0004_iteration_tokens\"\n\n\n\
                  def upgrade():\n    op.execute(\"CREATE TABLE half (id int)\")\n    \
                  op.execute(\"ALTER TABLE nowhere ADD COLUMN x int\")\n\n\ndef downgrade():\n    pass\n";
    fs::write(project.path().join("migrations/versions/0005_broken.py"), broken).unwrap();
    let database = database();
    init_database(&ini(), &database.url()).unwrap();

    let (log, success) = start(&project.path().join("alembic.ini"), &database.url());
    assert!(!success, "{log}");
    for part in ["could not be brought up to date", "0005_broken.py", "nowhere", "myagent does not start"] {
        assert!(log.contains(part), "no `{part}` in\n{log}");
    }
    assert_eq!(versions(&database), HEAD);
    assert_eq!(database.psql("SELECT to_regclass('half') IS NULL"), "t");
}

#[test]
fn a_server_that_is_not_there_keeps_the_program_from_starting() {
    let url = "postgresql://agent:very-secret@127.0.0.1:1/agent";
    let (log, success) = start(&ini(), url);
    assert!(!success && log.contains("myagent does not start"), "{log}");
    assert!(!log.contains("very-secret"), "the password is in the log:\n{log}");
}

#[test]
fn missing_settings_keep_the_program_from_starting() {
    let (log, success) = start(Path::new("/nowhere/alembic.ini"), "postgresql://127.0.0.1:1/agent");
    assert!(!success && log.contains("/nowhere/alembic.ini is not there"), "{log}");
}

/// Starts the program; gives its log, and whether it started.
fn start(ini: &Path, url: &str) -> (String, bool) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_myagent"));
    command.env("DATABASE_URL", url).env("MYAGENT_INI", ini);
    // Somewhere else: nothing may depend on where a service is started.
    let output = command.current_dir(std::env::temp_dir()).output().unwrap();
    (String::from_utf8_lossy(&output.stderr).into_owned(), output.status.success())
}

/// A copy of the migrations that a test may change.
fn copy() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for name in ["migrations/versions", "schema", "migrations", ""] {
        let to = folder.path().join(name);
        fs::create_dir_all(&to).unwrap();
        for entry in fs::read_dir(root.join(name)).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file() {
                fs::copy(&path, to.join(path.file_name().unwrap())).unwrap();
            }
        }
    }
    folder
}

/// A dump without the key that pg_dump makes anew each time.
fn statements(dump: &str) -> Vec<&str> {
    dump.lines().filter(|line| !line.contains("restrict ")).collect()
}
