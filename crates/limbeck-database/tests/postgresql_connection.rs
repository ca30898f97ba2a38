//! The PostgreSQL driver on throw-away servers.

use std::sync::Mutex;
use std::time::{Duration, Instant};

use limbeck_core::expression::Literal;
use limbeck_database::postgresql::PostgresqlConnection;
use limbeck_database::{Connection, DatabaseError, ErrorKind, Outcome, RunLock, Taking, TransactionKind, Url};
use limbeck_dialect::Sql;
use limbeck_testkit::postgres::{Database, Server, Setup};

fn database() -> Database<'static> {
    Server::shared().database()
}

fn connect(url: &str) -> PostgresqlConnection {
    open(url).unwrap_or_else(|error| panic!("{url}: {error}"))
}

fn open(url: &str) -> Result<PostgresqlConnection, DatabaseError> {
    PostgresqlConnection::open(&Url::parse(url).unwrap())
}

#[track_caller]
fn run(connection: &mut PostgresqlConnection, text: &str) -> Outcome {
    connection.execute(&Sql::new(text)).unwrap_or_else(|error| panic!("{error}"))
}

#[track_caller]
fn fails(connection: &mut PostgresqlConnection, text: &str) -> DatabaseError {
    connection.execute(&Sql::new(text)).unwrap_err()
}

#[track_caller]
fn refuses(url: &str) -> DatabaseError {
    open(url).err().unwrap_or_else(|| panic!("{url} is let in"))
}

fn text(value: &str) -> Literal {
    Literal::Text(value.into())
}

#[test]
fn sockets_and_tcp_and_every_form_of_url() {
    let database = database();
    let server = Server::shared();
    let (name, port, folder) = (database.name(), server.port(), server.folder().display());
    for url in [
        database.url(),
        database.socket_url(),
        format!("postgresql+psycopg2://postgres@localhost:{port}/{name}"),
        format!(
            "postgresql+asyncpg://postgres:unused@127.0.0.1:{port}/{name}?ssl=prefer&prepared_statement_cache_size=0"
        ),
        format!("postgresql+psycopg://?host=127.0.0.1&port={port}&user=postgres&dbname={name}&connect_timeout=10"),
        format!("postgres://postgres@/{name}?host={folder}&port={port}&sslmode=require"),
        format!("postgresql://postgres@/{name}?host=127.0.0.1:1&host=127.0.0.1:{port}"),
        format!("postgresql://postgres@/{name}?host=127.0.0.1,127.0.0.1&port=1,{port}&target_session_attrs=read-write"),
        format!("postgresql://postgres@no.such.host.invalid:{port}/{name}?hostaddr=127.0.0.1"),
    ] {
        let mut connection = connect(&url);
        assert_eq!(run(&mut connection, "SELECT current_database()::text").rows, [[text(name)]], "{url}");
        assert!(connection.server_version()[0] >= 12);
        assert_eq!(connection.default_schema().unwrap().as_deref(), Some("public"));
    }
}

#[test]
fn what_cannot_be_connected_to_says_why() {
    let database = database();
    let (name, port) = (database.name(), Server::shared().port());
    for (url, message, help) in [
        (
            "postgresql://u@127.0.0.1:1/d".into(),
            "connection to server at \"127.0.0.1\", port 1 failed: Connection refused",
            "accepting",
        ),
        (format!("postgresql://postgres@127.0.0.1:{port}/none"), "database \"none\" does not exist", ""),
        (format!("postgresql://nobody@127.0.0.1:{port}/{name}"), "role \"nobody\" does not exist", ""),
        (format!("{}?sslmode=require", database.url()), "server does not support SSL", ""),
        (format!("{}?sslmode=maybe", database.url()), "invalid sslmode value: \"maybe\"", "verify-full"),
        (
            format!("{}?require_auth=x", database.url()),
            "does not know the connection option \"require_auth\"",
            "take it out",
        ),
        (format!("{}?channel_binding=require", database.url()), "cannot do channel_binding=require", "verify-full"),
        ("postgresql://u@/d?host=/nowhere".into(), "socket \"/nowhere/.s.PGSQL.5432\" failed", "accepting"),
        (format!("postgresql://u@127.0.0.1:{port}/d?port=99999"), "invalid port number: \"99999\"", "65535"),
        (format!("{}?connect_timeout=soon", database.url()), "invalid value for connect_timeout", "seconds"),
        (format!("{}?service=none", database.url()), "definition of service \"none\" not found", "pg_service"),
    ] {
        let error = refuses(&url);
        assert!(error.message.contains(message), "{url}: {error}");
        assert!(error.help.clone().unwrap_or_default().contains(help), "{url}: {:?}", error.help);
    }
}

/// Statements that a server cannot bind values for, as they are after the client has written the values into them.
#[test]
fn what_server_side_binding_cannot_run() {
    let mut connection = connect(&database().url());
    for (sql, value) in [
        ("SELECT jsonb_build_object('k', 'v')", Literal::Json(r#"{"k": "v"}"#.into())),
        ("SELECT now() - interval '1 day' < now()", Literal::Bool(true)),
        ("SELECT case when NULL is null then 1 else 2 end", Literal::Int(1)),
    ] {
        assert_eq!(run(&mut connection, sql).rows, [[value]], "{sql}");
    }
}

#[test]
fn values_come_typed_as_psycopg2_types_them() {
    let mut connection = connect(&database().url());
    run(&mut connection, "CREATE TYPE mood AS ENUM ('sad', 'ok')");
    let word = |w: &str| Literal::Text(w.into());
    for (sql, value) in [
        ("NULL", Literal::Null),
        ("true", Literal::Bool(true)),
        ("1::smallint", Literal::Int(1)),
        ("'-9223372036854775808'::bigint", Literal::Int(i64::MIN)),
        ("'pg_class'::regclass::oid", Literal::Int(1259)),
        ("1.5::real", Literal::Float(1.5)),
        ("0.1::float8", Literal::Float(0.1)),
        ("1.50::numeric(5,2)", Literal::Decimal("1.50".into())),
        ("'é'::text", word("é")),
        ("'ab'::char(4)", word("ab  ")),
        ("'x'::name", word("x")),
        ("'\\x00ff'::bytea", Literal::Bytes(vec![0, 255])),
        ("'2020-02-29'::date", Literal::Date("2020-02-29".into())),
        ("'12:34:56.7'::time", Literal::Time("12:34:56.7".into())),
        ("'2020-01-02 03:04:05'::timestamp", Literal::DateTime("2020-01-02 03:04:05".into())),
        ("'2020-01-02 03:04:05+02'::timestamptz", Literal::DateTime("2020-01-02 01:04:05+00".into())),
        ("'1 day 2 hours'::interval", Literal::Interval(93_600.0)),
        ("'{\"a\": 1}'::json", Literal::Json("{\"a\": 1}".into())),
        ("'[1]'::jsonb", Literal::Json("[1]".into())),
        ("'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'::uuid", Literal::Uuid("a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11".into())),
        ("'10.0.0.1'::inet", word("10.0.0.1")),
        ("'ok'::mood", word("ok")),
        ("ARRAY['sad']::mood[]", word("{sad}")),
        ("ARRAY[1,NULL]", Literal::List(vec![Literal::Int(1), Literal::Null])),
        ("ARRAY['a','b,\"c\"']", Literal::List(vec![word("a"), word("b,\"c\"")])),
        ("'{\"postgres=r/postgres\"}'::aclitem[]", word("{postgres=r/postgres}")),
        ("int4range(1, 3)", word("[1,3)")),
    ] {
        assert_eq!(run(&mut connection, &format!("SELECT {sql}")).rows, [[value]], "{sql}");
    }
    let error = fails(&mut connection, "SELECT 'infinity'::timestamp, generate_series(1, 100)");
    assert_eq!(error.kind, ErrorKind::Data);
    // The rest of a result that cannot be read is not left in the way.
    assert_eq!(run(&mut connection, "SELECT 1").rows, [[Literal::Int(1)]]);
}

#[test]
fn several_statements_and_bodies_in_dollars() {
    let mut connection = connect(&database().url());
    let outcome = run(
        &mut connection,
        "CREATE TABLE t (id serial PRIMARY KEY, name text);
         CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $body$ BEGIN NEW.name := NEW.name || ';'; RETURN NEW; END $body$;
         CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
         INSERT INTO t (name) VALUES ('a'), ('b');
         SELECT id, name FROM t ORDER BY id;",
    );
    assert_eq!(outcome.columns, ["id", "name"]);
    assert_eq!(outcome.rows, [[Literal::Int(1), text("a;")], [Literal::Int(2), text("b;")]]);

    let changed = run(&mut connection, "SELECT 1; UPDATE t SET name = 'c'");
    assert_eq!((changed.columns.len(), changed.rows.len(), changed.affected), (0, 0, Some(2)));
    assert_eq!(run(&mut connection, "CREATE TABLE u ()").affected, None);
    assert_eq!(run(&mut connection, "DELETE FROM t RETURNING id").rows.len(), 2);
    assert_eq!(fails(&mut connection, "-- nothing").message, "can't execute an empty query");
    assert!(fails(&mut connection, "SELECT 'a\0b'").message.contains("NUL"));
    assert!(fails(&mut connection, "COPY t FROM STDIN").message.contains("COPY from stdin failed"));
    assert!(fails(&mut connection, "COPY t TO STDOUT").message.contains("COPY"));
    run(&mut connection, "SELECT 1");
}

#[test]
fn the_servers_errors_with_everything_it_says() {
    let mut connection = connect(&database().url());
    let error = fails(&mut connection, "SELECT 1\n  FROM missing WHERE x");
    assert_eq!((error.kind, error.code()), (ErrorKind::Programming, Some("42P01")));
    assert_eq!(error.message, "relation \"missing\" does not exist\nLINE 2:   FROM missing WHERE x\n               ^");
    assert_eq!(error.statement.as_deref(), Some("SELECT 1\n  FROM missing WHERE x"));

    let hinted = fails(&mut connection, "SELECT lowerr('A')");
    assert!(hinted.message.contains("\nHINT:  No function matches"), "{hinted}");
    let nested = fails(&mut connection, "DO $$ BEGIN PERFORM 1/0; END $$");
    assert_eq!(nested.kind, ErrorKind::Data);
    assert!(nested.message.contains("\nCONTEXT:  SQL statement \"SELECT 1/0\"\nPL/pgSQL"), "{nested}");
    run(&mut connection, "CREATE TABLE k (id int PRIMARY KEY); INSERT INTO k VALUES (1)");
    let twice = fails(&mut connection, "INSERT INTO k VALUES (1)");
    assert_eq!(twice.kind, ErrorKind::Integrity);
    assert!(twice.message.ends_with("\nDETAIL:  Key (id)=(1) already exists."), "{twice}");

    let missing = fails(&mut connection, "ALTER TABLE k ADD COLUMN m mood");
    assert!(missing.help.unwrap().contains("sa.Enum(..., name=\"mood\").create("), "{}", missing.message);
    run(&mut connection, "CREATE TYPE mood AS ENUM ()");
    let left_over = fails(&mut connection, "CREATE TYPE mood AS ENUM ()");
    assert!(left_over.help.unwrap().contains("sa.Enum(name=\"mood\").drop("), "{}", left_over.message);

    connection.begin(TransactionKind::Write).unwrap();
    let inside = fails(&mut connection, "CREATE INDEX CONCURRENTLY i ON k (id)");
    assert!(inside.help.unwrap().contains("autocommit_block"));
    assert_eq!(fails(&mut connection, "SELECT 1").kind, ErrorKind::Internal);
    connection.rollback().unwrap();
}

#[test]
fn transactions() {
    let database = database();
    let mut connection = connect(&database.url());
    connection.begin(TransactionKind::Write).unwrap();
    assert!(connection.in_transaction());
    run(&mut connection, "CREATE TABLE a ()");
    connection.rollback().unwrap();
    assert!(!connection.in_transaction());
    connection.rollback().unwrap();

    connection.begin(TransactionKind::Write).unwrap();
    run(&mut connection, "CREATE TABLE a ()");
    connection.commit().unwrap();

    // After a failed statement COMMIT rolls back, and the server reports success.
    connection.begin(TransactionKind::Write).unwrap();
    run(&mut connection, "CREATE TABLE b ()");
    fails(&mut connection, "SELECT nonsense");
    let error = connection.commit().unwrap_err();
    assert!(error.message.contains("nothing of it was committed"), "{error}");
    assert!(!connection.in_transaction());
    assert_eq!(database.psql("SELECT relname FROM pg_class WHERE relname IN ('a', 'b')"), "a");

    assert_eq!(connection.isolation_level().unwrap(), "READ COMMITTED");
    connection.set_isolation_level("SERIALIZABLE").unwrap();
    connection.begin(TransactionKind::Write).unwrap();
    assert_eq!(run(&mut connection, "SHOW transaction_isolation").rows, [[text("serializable")]]);
    connection.commit().unwrap();
    assert!(connection.set_isolation_level("SOMETIMES").is_err());
}

/// The session is as psycopg2 leaves it: the server's own time zone and order of day and month count.
#[test]
fn the_servers_settings_stay() {
    let database = database();
    database.psql(&format!(
        "ALTER DATABASE {name} SET timezone = 'Asia/Kolkata'; ALTER DATABASE {name} SET datestyle = 'SQL, DMY'; \
         ALTER DATABASE {name} SET standard_conforming_strings = on",
        name = database.name()
    ));
    let mut connection = connect(&database.url());
    let shown = run(&mut connection, "SELECT current_setting('timezone'), current_setting('datestyle')");
    assert_eq!(shown.rows, [[text("Asia/Kolkata"), text("ISO, DMY")]]);
    let moved = run(&mut connection, "SELECT '2020-01-01 00:00'::timestamp::timestamptz, '01/02/2020'::date");
    let expected = [Literal::DateTime("2020-01-01 00:00:00+05:30".into()), Literal::Date("2020-02-01".into())];
    assert_eq!(moved.rows, [expected]);

    let named =
        format!("{}?options=-csearch_path%3Dpg_catalog%20-ctimezone%3DUTC&application_name=app", database.url());
    let mut connection = connect(&named);
    let shown =
        "SELECT current_setting('search_path'), current_setting('timezone'), current_setting('application_name')";
    assert_eq!(run(&mut connection, shown).rows, [[text("pg_catalog"), text("UTC"), text("app")]]);
    assert_eq!(connection.default_schema().unwrap().as_deref(), Some("pg_catalog"));
}

/// Log lines of this thread's connections.
static LINES: Mutex<Vec<String>> = Mutex::new(Vec::new());

struct Lines;

impl log::Log for Lines {
    fn enabled(&self, _: &log::Metadata<'_>) -> bool {
        true
    }

    fn log(&self, record: &log::Record<'_>) {
        LINES.lock().unwrap().push(format!("{} {} {}", record.level(), record.target(), record.args()));
    }

    fn flush(&self) {}
}

#[test]
fn notices_are_logged() {
    log::set_logger(&Lines).unwrap();
    log::set_max_level(log::LevelFilter::Info);
    let mut connection = connect(&database().url());
    run(&mut connection, "DO $$ BEGIN RAISE NOTICE 'half way' USING HINT = 'go on'; RAISE WARNING 'careful'; END $$");
    run(&mut connection, "DROP TABLE IF EXISTS nothing_there");
    let lines = LINES.lock().unwrap().join("\n");
    assert!(lines.contains("INFO sqlalchemy.dialects.postgresql NOTICE:  half way\nHINT:  go on\n"), "{lines}");
    assert!(lines.contains("WARN sqlalchemy.dialects.postgresql WARNING:  careful"), "{lines}");
    assert!(lines.contains("NOTICE:  table \"nothing_there\" does not exist, skipping"), "{lines}");
}

#[test]
fn a_statement_is_stopped_from_another_thread() {
    for url in [database().url(), database().socket_url()] {
        let mut connection = connect(&url);
        connection.begin(TransactionKind::Write).unwrap();
        run(&mut connection, "CREATE TABLE t ()");
        let stop = connection.interrupter();
        let watcher = connect(&url).session_watch("pg_sleep");
        let other = std::thread::spawn(move || {
            watcher();
            stop();
        });
        let error = fails(&mut connection, "SELECT pg_sleep(600)");
        assert_eq!(error.kind, ErrorKind::Interrupted, "{error}");
        other.join().unwrap();
        connection.rollback().unwrap();
        run(&mut connection, "SELECT 1");
    }
}

trait Watch {
    /// Returns when another session runs a statement that contains `part`.
    fn session_watch(self, part: &'static str) -> Box<dyn FnOnce() + Send>;
}

impl Watch for PostgresqlConnection {
    fn session_watch(self, part: &'static str) -> Box<dyn FnOnce() + Send> {
        let url = self.url().render(false);
        Box::new(move || {
            let mut connection = connect(&url);
            let deadline = Instant::now() + Duration::from_secs(60);
            let sql = format!(
                "SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND pid <> pg_backend_pid() AND query LIKE '%{part}%'"
            );
            while run(&mut connection, &sql).rows == [[Literal::Int(0)]] {
                assert!(Instant::now() < deadline, "nobody runs {part}");
            }
        })
    }
}

#[test]
fn a_server_that_dies_is_an_error_and_not_a_hang() {
    let server = Server::start();
    let database = server.database();
    let mut connection = connect(&database.url());
    connection.begin(TransactionKind::Write).unwrap();
    run(&mut connection, "CREATE TABLE t ()");
    let mut other = connect(&database.url());
    other.begin(TransactionKind::Write).unwrap();
    run(&mut other, "SELECT 1");
    database.psql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database()");
    let error = fails(&mut connection, "SELECT 1");
    assert!(error.message.contains("terminating connection due to administrator command"), "{error}");
    assert!(!connection.in_transaction() || connection.commit().is_err());
    let lost = fails(&mut connection, "SELECT 1");
    assert!(lost.message.contains("was lost"), "{lost}");
    assert!(lost.help.unwrap().contains("limbeck current"));

    server.crash();
    assert!(fails(&mut other, "SELECT 1").kind == ErrorKind::Operational);
    server.start_again();
    assert_eq!(database.psql("SELECT count(*) FROM pg_class WHERE relname = 't'"), "0");
}

fn taken(connection: &mut PostgresqlConnection) -> Box<dyn RunLock> {
    let mut lock = connection.run_lock().unwrap().unwrap();
    let deadline = Instant::now() + Duration::from_secs(60);
    while lock.try_take().unwrap() != Taking::Taken {
        assert!(Instant::now() < deadline, "the lock does not become free");
    }
    lock
}

#[test]
fn one_run_at_a_time_and_nobody_waits_for_it() {
    let database = database();
    let mut first = connect(&database.url());
    let lock = taken(&mut first);
    let mut second = connect(&database.url());
    let Taking::HeldBy(holder) = second.run_lock().unwrap().unwrap().try_take().unwrap() else {
        panic!("two hold one lock")
    };
    let own = format!("(limbeck run lock, process {} on ", std::process::id());
    assert!(holder.contains(&own) && holder.contains(" for 0 s)"), "{holder}");

    // Other databases of the server have their own.
    let elsewhere = Server::shared().database();
    taken(&mut connect(&elsewhere.url()));

    // The sessions that hold the lock and wait for it are no transactions that anybody has to wait for.
    let mut waiting = connect(&database.url()).run_lock().unwrap().unwrap();
    assert!(matches!(waiting.try_take().unwrap(), Taking::HeldBy(_)));
    run(&mut first, "CREATE TABLE t (id int)");
    run(&mut first, "CREATE INDEX CONCURRENTLY i ON t (id)");

    drop(lock);
    taken(&mut second);
    // A lock whose server process is gone is free.
    let held = taken(&mut first);
    database.psql("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'");
    taken(&mut second);
    drop(held);
}

const PASSWORD: &str = "a:b\\c é";

#[test]
fn passwords_and_where_they_come_from() {
    let hba = "local all postgres trust\nhost all scram 127.0.0.1/32 scram-sha-256\nhost all md5 127.0.0.1/32 md5\n\
               host all plain 127.0.0.1/32 password\nhost all gone 127.0.0.1/32 reject\n";
    let server = Server::start_with(&Setup { hba: Some(hba), ..Setup::default() });
    let database = server.database();
    for (role, encryption) in [("scram", "scram-sha-256"), ("md5", "md5"), ("plain", "scram-sha-256"), ("gone", "md5")]
    {
        database
            .psql(&format!("SET password_encryption = '{encryption}'; CREATE ROLE {role} LOGIN PASSWORD 'a:b\\c é'"));
    }
    let url = |role: &str, password: &str| {
        format!("postgresql://{role}{password}@127.0.0.1:{}/{}", server.port(), database.name())
    };
    for role in ["scram", "md5", "plain"] {
        run(&mut connect(&url(role, ":a%3Ab%5Cc%20%C3%A9")), "SELECT 1");
        let wrong = refuses(&url(role, ":wrong"));
        assert!(wrong.message.contains(&format!("password authentication failed for user \"{role}\"")), "{wrong}");
        assert_eq!(wrong.code(), Some("28P01"));
        let none = refuses(&url(role, ""));
        assert!(
            none.message.contains("no password supplied") && none.help.unwrap().contains(".pgpass"),
            "{}",
            none.message
        );
        assert!(!wrong.to_string().contains("wrong"));
    }
    assert!(refuses(&url("gone", ":x")).message.contains("pg_hba.conf rejects connection"));

    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("pgpass");
    let escaped = PASSWORD.replace('\\', "\\\\").replace(':', "\\:");
    std::fs::write(&file, format!("# hosts\nelsewhere:*:*:*:no\n127.0.0.1:{}:*:scram:{escaped}\n", server.port()))
        .unwrap();
    let with_file = format!("{}?passfile={}", url("scram", ""), file.display());
    set_mode(&file, 0o644);
    assert!(refuses(&with_file).message.contains("no password supplied"), "a file for everybody is used");
    set_mode(&file, 0o600);
    run(&mut connect(&with_file), "SELECT 1");
    assert!(refuses(&with_file.replace("scram", "md5")).message.contains("no password supplied"));
}

fn set_mode(file: &std::path::Path, mode: u32) {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(file, std::fs::Permissions::from_mode(mode)).unwrap();
}
