//! The SQLite driver on real files, threads and processes.

use std::sync::mpsc;
use std::time::{Duration, Instant};

use limbeck_core::expression::Literal;
use limbeck_database::sqlite::SqliteConnection;
use limbeck_database::{Connection, DatabaseError, ErrorKind, RunLock, Taking, TransactionKind, Url};
use limbeck_dialect::Sql;

fn url(text: &str) -> Url {
    Url::parse(text).unwrap()
}

fn memory() -> SqliteConnection {
    SqliteConnection::open(&url("sqlite://")).unwrap()
}

fn file(folder: &tempfile::TempDir) -> (std::path::PathBuf, SqliteConnection) {
    let path = folder.path().join("a.db");
    let connection = SqliteConnection::open(&url(&format!("sqlite:///{}", path.display()))).unwrap();
    (path, connection)
}

fn run(connection: &mut SqliteConnection, text: &str) -> limbeck_database::Outcome {
    connection.execute(&Sql::new(text)).unwrap_or_else(|e| panic!("{e}"))
}

fn fails(connection: &mut SqliteConnection, text: &str) -> DatabaseError {
    connection.execute(&Sql::new(text)).unwrap_err()
}

fn text(value: &str) -> Literal {
    Literal::Text(value.into())
}

#[test]
fn values_go_both_ways_as_python_hands_them_over() {
    let mut c = memory();
    let given = vec![
        Literal::Null,
        Literal::Bool(true),
        Literal::Int(-5),
        Literal::Float(1.5),
        text("it's"),
        Literal::Bytes(vec![0, 255]),
        Literal::Date("2020-01-02".into()),
        Literal::DateTime("2020-01-02 03:04:05".into()),
        Literal::Json("{\"a\": 1}".into()),
    ];
    let sql = Sql { text: "SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?".into(), binds: given };
    let outcome = c.execute(&sql).unwrap();
    let expected = vec![
        Literal::Null,
        Literal::Int(1),
        Literal::Int(-5),
        Literal::Float(1.5),
        text("it's"),
        Literal::Bytes(vec![0, 255]),
        text("2020-01-02"),
        text("2020-01-02 03:04:05"),
        text("{\"a\": 1}"),
    ];
    assert_eq!(outcome.rows, vec![expected]);
    for (value, name) in [
        (Literal::Decimal("1.5".into()), "decimal.Decimal"),
        (Literal::Uuid("0".into()), "UUID"),
        (Literal::List(vec![]), "list"),
        (Literal::Time("01:02:03".into()), "datetime.time"),
        (Literal::Interval(1.0), "datetime.timedelta"),
    ] {
        let error = c.execute(&Sql { text: "SELECT ?".into(), binds: vec![value] }).unwrap_err();
        assert_eq!(error.kind, ErrorKind::Programming);
        assert_eq!(error.message, format!("Error binding parameter 1: type '{name}' is not supported"));
        assert!(error.help.is_some());
    }
    let error = fails(&mut c, "SELECT CAST(x'ff' AS TEXT)");
    assert_eq!(error.kind, ErrorKind::Operational);
}

#[test]
fn outcomes_say_what_sqlite3_says() {
    let mut c = memory();
    assert_eq!(run(&mut c, "CREATE TABLE t (id INTEGER PRIMARY KEY, a)").affected, None);
    let inserted = run(&mut c, "INSERT INTO t (a) VALUES (1), (2), (3)");
    assert_eq!((inserted.affected, inserted.last_insert_id), (Some(3), Some(3)));
    assert_eq!(run(&mut c, "/* a */ -- b\n update t SET a = 0 WHERE id > 1").affected, Some(2));
    let returned = run(&mut c, "DELETE FROM t WHERE id = 1 RETURNING id, a");
    assert_eq!((returned.affected, returned.columns), (Some(1), vec!["id".to_owned(), "a".to_owned()]));
    assert_eq!(returned.rows, vec![vec![Literal::Int(1), Literal::Int(1)]]);
    let selected = run(&mut c, "SELECT id FROM t ORDER BY id");
    assert_eq!((selected.affected, selected.rows.len()), (None, 2));
    assert_eq!(run(&mut c, "-- nothing\n;").columns, Vec::<String>::new());
    assert_eq!(c.server_version()[0], 3);
    assert_eq!(c.dialect().name(), "sqlite");
}

#[test]
fn several_statements_run_in_one_text_and_the_last_one_answers() {
    let mut c = memory();
    let outcome = run(&mut c, "CREATE TABLE t (a); INSERT INTO t VALUES ('x;y'); SELECT a FROM t; -- done");
    assert_eq!(outcome.rows, vec![vec![text("x;y")]]);
    let trigger =
        "CREATE TRIGGER r AFTER INSERT ON t BEGIN UPDATE t SET a = 1; DELETE FROM t; END; INSERT INTO t VALUES (1)";
    run(&mut c, trigger);
    assert_eq!(run(&mut c, "SELECT count(*) FROM t").rows, vec![vec![Literal::Int(0)]]);
    let two = Sql { text: "SELECT ?; SELECT ?".into(), binds: vec![Literal::Int(1)] };
    assert_eq!(c.execute(&two).unwrap_err().kind, ErrorKind::Programming);
}

#[test]
fn errors_have_the_kinds_of_sqlite3() {
    let mut c = memory();
    run(&mut c, "CREATE TABLE t (id INTEGER PRIMARY KEY, a UNIQUE NOT NULL CHECK (a > 0))");
    run(&mut c, "INSERT INTO t VALUES (1, 1)");
    for (sql, kind, message) in [
        ("SELECT * FROM nowhere", ErrorKind::Operational, "no such table: nowhere"),
        ("SELEC 1", ErrorKind::Operational, "near \"SELEC\": syntax error"),
        ("INSERT INTO t VALUES (2, 1)", ErrorKind::Integrity, "UNIQUE constraint failed: t.a"),
        ("INSERT INTO t VALUES (2, NULL)", ErrorKind::Integrity, "NOT NULL constraint failed: t.a"),
        ("INSERT INTO t VALUES (2, -1)", ErrorKind::Integrity, "CHECK constraint failed: a > 0"),
        ("INSERT INTO t VALUES ('x', 2)", ErrorKind::Integrity, "datatype mismatch"),
        (
            "SELECT ?",
            ErrorKind::Programming,
            "Incorrect number of bindings supplied. The current statement uses 1, and there are 0 supplied.",
        ),
        ("SELECT 1\0", ErrorKind::Programming, "the query contains a null character"),
    ] {
        let error = fails(&mut c, sql);
        assert_eq!((error.kind, error.message.as_str()), (kind, message));
        assert_eq!(error.statement.as_deref(), Some(sql));
    }
}

#[test]
fn foreign_keys_are_off_and_can_be_switched_inside_a_transaction() {
    let mut c = memory();
    assert_eq!(run(&mut c, "PRAGMA foreign_keys").rows, vec![vec![Literal::Int(0)]]);
    run(&mut c, "CREATE TABLE p (id INTEGER PRIMARY KEY); CREATE TABLE c (p REFERENCES p)");
    c.begin(TransactionKind::Write).unwrap();
    assert!(!c.enforce_foreign_keys(true).unwrap());
    assert_eq!(fails(&mut c, "INSERT INTO c VALUES (1)").kind, ErrorKind::Integrity);
    assert!(c.enforce_foreign_keys(false).unwrap());
    run(&mut c, "INSERT INTO c VALUES (1)");
    c.rollback().unwrap();
    assert_eq!(run(&mut c, "SELECT count(*) FROM c").rows, vec![vec![Literal::Int(0)]]);
}

#[test]
fn the_pragma_for_foreign_keys_counts_inside_a_transaction() {
    let path = tempfile::tempdir().unwrap();
    let plain = rusqlite::Connection::open(path.path().join("plain.db")).unwrap();
    plain.execute_batch("PRAGMA foreign_keys = OFF; BEGIN; PRAGMA foreign_keys = ON").unwrap();
    // SQLite's own answer, which would leave a script in error about what it does.
    assert_eq!(plain.query_row("PRAGMA foreign_keys", [], |row| row.get::<_, i64>(0)), Ok(0));
    let mut c = memory();
    for kind in [TransactionKind::Write, TransactionKind::Deferred] {
        c.begin(kind).unwrap();
        run(&mut c, "CREATE TABLE p (id INTEGER PRIMARY KEY); CREATE TABLE c (p REFERENCES p)");
        run(&mut c, "PRAGMA foreign_keys = ON");
        assert_eq!(fails(&mut c, "INSERT INTO c VALUES (1)").kind, ErrorKind::Integrity);
        run(&mut c, "PRAGMA foreign_keys = OFF");
        run(&mut c, "INSERT INTO c VALUES (1)");
        c.rollback().unwrap();
    }
}

#[test]
fn a_deferred_transaction_begins_with_its_first_change() {
    let folder = tempfile::tempdir().unwrap();
    let url = Url::parse(&format!("sqlite:///{}", folder.path().join("a.db").display())).unwrap();
    let mut c = SqliteConnection::open(&url).unwrap();
    c.begin(TransactionKind::Deferred).unwrap();
    assert!(c.in_transaction());
    assert_eq!(run(&mut c, "PRAGMA journal_mode = WAL").rows, vec![vec![Literal::Text("wal".into())]]);
    run(&mut c, "SELECT 1");
    run(&mut c, "PRAGMA foreign_keys = ON");
    run(&mut c, "CREATE TABLE t (a)");
    c.rollback().unwrap();
    assert!(!c.in_transaction());
    assert_eq!(run(&mut c, "SELECT count(*) FROM sqlite_master").rows, vec![vec![Literal::Int(0)]]);
    assert_eq!(run(&mut c, "PRAGMA foreign_keys").rows, vec![vec![Literal::Int(1)]]);
    c.begin(TransactionKind::Deferred).unwrap();
    c.commit().unwrap();
    assert!(!c.in_transaction());
}

#[test]
fn ddl_goes_with_its_transaction() {
    let mut c = memory();
    c.begin(TransactionKind::Write).unwrap();
    assert!(c.in_transaction());
    run(&mut c, "CREATE TABLE t (a)");
    c.rollback().unwrap();
    c.rollback().unwrap();
    assert!(!c.in_transaction());
    fails(&mut c, "SELECT * FROM t");
    c.begin(TransactionKind::Deferred).unwrap();
    run(&mut c, "CREATE TABLE t (a)");
    c.commit().unwrap();
    run(&mut c, "SELECT * FROM t");
}

#[test]
fn urls_lead_to_files() {
    let folder = tempfile::tempdir().unwrap();
    let at = |text: &str| SqliteConnection::open_in(&url(text), folder.path()).unwrap();
    run(&mut at("sqlite:///rel.db"), "CREATE TABLE t (a)");
    assert!(folder.path().join("rel.db").exists());
    run(&mut at("sqlite+aiosqlite:///rel.db?check_same_thread=false"), "SELECT * FROM t");
    let path = folder.path().join("rel.db");
    run(&mut SqliteConnection::open(&url(&format!("sqlite:///{}", path.display()))).unwrap(), "SELECT * FROM t");
    let mut read_only = at("sqlite:///file:rel.db?mode=ro&uri=true");
    run(&mut read_only, "SELECT * FROM t");
    let error = fails(&mut read_only, "DROP TABLE t");
    assert_eq!(error.message, "attempt to write a readonly database");
    assert!(at("sqlite:///:memory:").file().is_none());
    assert!(at("sqlite:///").file().is_none());
    assert!(at("sqlite:///file::memory:?uri=true").file().is_none());
    assert!(at("sqlite:///file:x?mode=memory&cache=shared&uri=true").file().is_none());
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn what_cannot_be_opened_says_why() {
    let folder = tempfile::tempdir().unwrap();
    let open = |text: &str| SqliteConnection::open_in(&url(text), folder.path()).err().unwrap();
    let error = open("sqlite:///missing/a.db");
    assert_eq!((error.kind, error.message.as_str()), (ErrorKind::Operational, "unable to open database file"));
    assert!(error.help.unwrap().contains("does not exist"));
    std::fs::create_dir(folder.path().join("d")).unwrap();
    assert!(open("sqlite:///d").help.unwrap().contains("is a directory"));
    std::fs::write(folder.path().join("f"), "").unwrap();
    assert!(open("sqlite:///f/a.db").help.unwrap().contains("not a directory"));
    assert!(open("sqlite://host/a.db").message.contains("Invalid SQLite URL"));
    assert!(!open("sqlite://u:secret@host/a.db").message.contains("secret"));
    assert!(open("sqlite:///a.db?timeout=x").message.contains("timeout"));

    std::fs::write(folder.path().join("text.db"), "this is not a database, it is a text of some length".repeat(40))
        .unwrap();
    let mut c = SqliteConnection::open_in(&url("sqlite:///text.db"), folder.path()).unwrap();
    let error = fails(&mut c, "SELECT * FROM sqlite_master");
    assert_eq!((error.kind, error.message.as_str()), (ErrorKind::Database, "file is not a database"));
    assert!(error.help.unwrap().contains("text.db"));

    let error = limbeck_database::connect(&url("oracle://u:secret@h/d")).err().unwrap();
    assert!(error.message.contains("oracle") && !error.to_string().contains("secret"));
}

#[test]
fn a_writer_waits_for_another_writer() {
    let folder = tempfile::tempdir().unwrap();
    let (path, mut first) = file(&folder);
    run(&mut first, "CREATE TABLE t (a)");
    first.begin(TransactionKind::Write).unwrap();
    let (ready, started) = mpsc::channel();
    let other = std::thread::spawn(move || {
        let mut second = SqliteConnection::open(&url(&format!("sqlite:///{}", path.display()))).unwrap();
        ready.send(()).unwrap();
        second.begin(TransactionKind::Write).unwrap();
        run(&mut second, "INSERT INTO t VALUES (2)");
        second.commit().unwrap();
        let mut hasty = SqliteConnection::open(&url(&format!("sqlite:///{}?timeout=0.1", path.display()))).unwrap();
        second.begin(TransactionKind::Write).unwrap();
        let error = hasty.begin(TransactionKind::Write).unwrap_err();
        assert_eq!((error.kind, error.message.as_str()), (ErrorKind::Operational, "database is locked"));
        assert!(error.help.is_some());
    });
    started.recv().unwrap();
    std::thread::sleep(Duration::from_millis(150));
    run(&mut first, "INSERT INTO t VALUES (1)");
    first.commit().unwrap();
    other.join().unwrap();
    assert_eq!(run(&mut first, "SELECT a FROM t").rows.len(), 2);
}

#[test]
fn a_long_statement_can_be_stopped_from_another_thread() {
    let mut c = memory();
    let stop = c.interrupter();
    let other = std::thread::spawn(move || {
        std::thread::sleep(Duration::from_millis(100));
        stop();
    });
    let endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n";
    let error = fails(&mut c, endless);
    assert_eq!((error.kind, error.message.as_str()), (ErrorKind::Interrupted, "interrupted"));
    other.join().unwrap();
    run(&mut c, "SELECT 1");
}

fn lock_of(connection: &mut SqliteConnection) -> Box<dyn RunLock> {
    connection.run_lock().unwrap().unwrap()
}

/// The lock, as soon as nobody else has it.
fn taken(connection: &mut SqliteConnection) -> Box<dyn RunLock> {
    let mut lock = lock_of(connection);
    while lock.try_take().unwrap() != Taking::Taken {
        std::thread::yield_now();
    }
    lock
}

#[test]
fn one_run_at_a_time() {
    let folder = tempfile::tempdir().unwrap();
    let (path, mut c) = file(&folder);
    let side = folder.path().join("a.db-limbeck");
    let lock = taken(&mut c);
    assert!(std::fs::read_to_string(&side).unwrap().starts_with(&format!("pid {}\n", std::process::id())));

    let mut second = SqliteConnection::open(&url(&format!("sqlite:///{}", path.display()))).unwrap();
    let Taking::HeldBy(holder) = lock_of(&mut second).try_take().unwrap() else { panic!("two hold one lock") };
    assert!(holder.contains(&format!("process {}", std::process::id())), "{holder}");

    drop(lock);
    assert!(!side.exists());
    drop(taken(&mut second));
    assert!(memory().run_lock().unwrap().is_none());
    // A file that a dead process left behind locks nobody out.
    std::fs::write(&side, "pid 1\nsince long ago\n").unwrap();
    drop(taken(&mut second));
    assert!(!side.exists());
}

#[test]
fn many_runs_take_turns() {
    let folder = tempfile::tempdir().unwrap();
    let (path, _keep) = file(&folder);
    let inside = std::sync::Arc::new(std::sync::atomic::AtomicUsize::new(0));
    let runs: Vec<_> = (0..8)
        .map(|_| {
            let (path, inside) = (path.clone(), inside.clone());
            std::thread::spawn(move || {
                let mut c = SqliteConnection::open(&url(&format!("sqlite:///{}", path.display()))).unwrap();
                for _ in 0..15 {
                    let lock = taken(&mut c);
                    assert_eq!(inside.fetch_add(1, std::sync::atomic::Ordering::SeqCst), 0);
                    std::thread::yield_now();
                    inside.fetch_sub(1, std::sync::atomic::Ordering::SeqCst);
                    drop(lock);
                }
            })
        })
        .collect();
    runs.into_iter().for_each(|run| run.join().unwrap());
    assert!(!folder.path().join("a.db-limbeck").exists());
}

/// Not a test of its own: the other process of the test below.
#[test]
fn holds_the_lock_until_killed() {
    let Ok(path) = std::env::var("LIMBECK_TEST_HOLD") else { return };
    let mut c = SqliteConnection::open(&url(&format!("sqlite:///{path}"))).unwrap();
    let _lock = taken(&mut c);
    std::fs::write(format!("{path}.held"), "").unwrap();
    std::thread::sleep(Duration::from_secs(60));
}

#[test]
fn the_lock_goes_with_a_killed_process() {
    let folder = tempfile::tempdir().unwrap();
    let (path, mut c) = file(&folder);
    let mut child = std::process::Command::new(std::env::current_exe().unwrap())
        .args(["holds_the_lock_until_killed", "--exact"])
        .env("LIMBECK_TEST_HOLD", &path)
        .stdout(std::process::Stdio::null())
        .spawn()
        .unwrap();
    let held = folder.path().join("a.db.held");
    let deadline = Instant::now() + Duration::from_secs(30);
    while !held.exists() && Instant::now() < deadline {
        std::thread::sleep(Duration::from_millis(10));
    }
    let Taking::HeldBy(holder) = lock_of(&mut c).try_take().unwrap() else { panic!("two hold one lock") };
    assert!(holder.contains(&format!("process {}", child.id())), "{holder}");
    child.kill().unwrap();
    child.wait().unwrap();
    drop(taken(&mut c));
}
