//! The driver of MySQL and MariaDB on throw-away servers.

use std::time::{Duration, Instant};

use limbeck_core::expression::Literal;
use limbeck_database::mysql::MysqlConnection;
use limbeck_database::{Connection, DatabaseError, ErrorKind, Outcome, RunLock, Taking, TransactionKind, Url};
use limbeck_dialect::Sql;
use limbeck_testkit::mariadb::{Database, Server, Setup};

fn database() -> Database<'static> {
    Server::shared().database()
}

fn connect(url: &str) -> MysqlConnection {
    open(url).unwrap_or_else(|error| panic!("{url}: {error}"))
}

fn open(url: &str) -> Result<MysqlConnection, DatabaseError> {
    MysqlConnection::open(&Url::parse(url).unwrap())
}

#[track_caller]
fn run(connection: &mut MysqlConnection, text: &str) -> Outcome {
    connection.execute(&Sql::new(text)).unwrap_or_else(|error| panic!("{error}"))
}

#[track_caller]
fn fails(connection: &mut MysqlConnection, text: &str) -> DatabaseError {
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
        format!("mysql://tester@127.0.0.1:{port}/{name}"),
        format!("mysql+mysqldb://tester@127.0.0.1:{port}/{name}?charset=utf8mb4&local_infile=1"),
        format!("mysql+mysqlconnector://tester@127.0.0.1:{port}/{name}?connection_timeout=10&use_pure=True"),
        format!("mysql+asyncmy://tester@127.0.0.1:{port}/{name}?charset=utf8mb4&connect_timeout=10"),
        format!("mysql+aiomysql://tester@127.0.0.1:{port}/{name}"),
        format!("mariadb+mariadbconnector://tester@127.0.0.1:{port}/{name}"),
        format!("mariadb+pymysql://tester@no.such.host.invalid/{name}?unix_socket={folder}/socket"),
        format!("mysql://127.0.0.1:{port}/?user=tester&db={name}"),
    ] {
        let mut connection = connect(&url);
        assert_eq!(run(&mut connection, "SELECT DATABASE()").rows, [[text(name)]], "{url}");
    }
    assert_eq!(connect(&database.url()).dialect().name(), "mysql");
    assert_eq!(connect(&database.url().replace("mysql+", "mariadb+")).dialect().name(), "mariadb");
    let version = server.sql("mysql", "SELECT VERSION()");
    let numbers: Vec<String> = connect(&database.url()).server_version().iter().map(u32::to_string).collect();
    assert!(version.starts_with(&numbers.join(".")), "{version} {numbers:?}");
}

#[test]
fn what_cannot_be_connected_to_says_why() {
    let database = database();
    let port = Server::shared().port();
    let closed = std::net::TcpListener::bind("127.0.0.1:0").and_then(|l| l.local_addr()).unwrap().port();
    for (url, kind, message, help) in [
        (format!("mysql://tester@127.0.0.1:{closed}/x"), ErrorKind::Operational, "refused", "is the server running"),
        (
            "mysql://tester@/x?unix_socket=/nowhere".to_owned(),
            ErrorKind::Operational,
            "socket \"/nowhere\"",
            "is the server running",
        ),
        (
            format!("mysql://tester@127.0.0.1:{port}/nowhere"),
            ErrorKind::Operational,
            "(1049, \"Unknown database 'nowhere'\")",
            "CREATE DATABASE",
        ),
        (format!("mysql://eve:wrong@127.0.0.1:{port}/x"), ErrorKind::Operational, "1045", "password"),
        (format!("{}?chaset=utf8mb4", database.url()), ErrorKind::Programming, "chaset", "take it out"),
        (format!("{}?ssl_mode=REQUIRED", database.url()), ErrorKind::Operational, "does not support SSL", ""),
    ] {
        let error = refuses(&url);
        assert_eq!(error.kind, kind, "{url}: {error}");
        assert!(error.message.contains(message), "{url}: {error}");
        assert!(error.help.as_deref().unwrap_or_default().contains(help), "{url}: {:?}", error.help);
        assert!(!format!("{error:?}").contains("wrong"), "{error:?}");
    }
    assert_eq!(refuses(&format!("mysql://eve@127.0.0.1:{port}/x")).code(), Some("28000"));
}

#[test]
fn values_come_typed_as_pymysql_types_them() {
    let mut connection = connect(&database().url());
    run(
        &mut connection,
        "CREATE TABLE t (a TINYINT(1), b BIGINT UNSIGNED, c DECIMAL(6, 2), d DOUBLE, e FLOAT, f DATE, g DATETIME(3), h TIME, i YEAR, \
         j VARCHAR(9), k TEXT, l BLOB, m BINARY(2), n BIT(9), o ENUM('x', 'y'), p SET('x', 'y'), q JSON, r CHAR(2), s TIMESTAMP NULL, t UUID)",
    );
    run(
        &mut connection,
        "INSERT INTO t VALUES (1, 18446744073709551615, 1.50, 0.1, 0.5, '2020-01-02', '2020-01-02 03:04:05.678', '-01:00:00', 2020, \
         'é', '🦀', x'00ff', x'0102', b'100000001', 'y', 'x,y', '{}', 'ab', NULL, '123e4567-e89b-12d3-a456-426655440000')",
    );
    let found = run(&mut connection, "SELECT * FROM t");
    assert_eq!(found.columns.len(), 20);
    let expected = [
        Literal::Int(1),
        Literal::Decimal("18446744073709551615".into()),
        Literal::Decimal("1.50".into()),
        Literal::Float(0.1),
        Literal::Float(0.5),
        Literal::Date("2020-01-02".into()),
        Literal::DateTime("2020-01-02 03:04:05.678".into()),
        Literal::Interval(-3600.0),
        Literal::Int(2020),
        text("é"),
        text("🦀"),
        Literal::Bytes(vec![0, 255]),
        Literal::Bytes(vec![1, 2]),
        Literal::Bytes(vec![1, 1]),
        text("y"),
        text("x,y"),
        text("{}"),
        text("ab"),
        Literal::Null,
        text("123e4567-e89b-12d3-a456-426655440000"),
    ];
    assert_eq!(found.rows, [expected]);
    let many = run(&mut connection, "SELECT seq, REPEAT('x', 300) FROM seq_1_to_5000");
    assert_eq!((many.rows.len(), many.rows[4999][0].clone()), (5000, Literal::Int(5000)));
    let long = format!("SELECT '{}'", "y".repeat(17 << 20));
    let error = fails(&mut connection, &long);
    assert!(error.message.contains("max_allowed_packet") || error.message.contains("lost"), "{}", error.message);
}

#[test]
fn several_statements_and_procedures() {
    let mut connection = connect(&database().url());
    let outcome = run(
        &mut connection,
        "CREATE TABLE t (id INT AUTO_INCREMENT PRIMARY KEY, b INT); INSERT INTO t (b) VALUES (1), (2); UPDATE t SET b = 1",
    );
    // The rows that were found, not those that changed.
    assert_eq!(outcome.affected, Some(2));
    assert_eq!(run(&mut connection, "INSERT INTO t (b) VALUES (3)").last_insert_id, Some(3));
    assert_eq!(run(&mut connection, "SELECT 1; SELECT 2 AS two;\n ").columns, ["two"]);
    run(&mut connection, "CREATE PROCEDURE p() BEGIN SELECT 1; SELECT b FROM t ORDER BY id; END");
    assert_eq!(run(&mut connection, "CALL p()").rows.len(), 3);
    run(&mut connection, "CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW BEGIN SET NEW.b = 9; SET NEW.id = 70; END");
    assert_eq!(run(&mut connection, "INSERT INTO t (b) VALUES (1)").affected, Some(1));
    // The second fails: the first has happened, and the third is not looked at.
    let error = fails(&mut connection, "DELETE FROM t WHERE id = 1; SELECT * FROM nowhere; DROP TABLE t");
    assert_eq!((error.kind, error.code()), (ErrorKind::Programming, Some("42S02")));
    assert!(error.message.starts_with("(1146, "), "{}", error.message);
    assert_eq!(run(&mut connection, "SELECT COUNT(*) FROM t").rows, [[Literal::Int(3)]]);
    assert_eq!(fails(&mut connection, "").kind, ErrorKind::Programming);
}

#[test]
fn kinds_of_errors() {
    let mut connection = connect(&database().url());
    run(&mut connection, "CREATE TABLE t (a INT PRIMARY KEY, b VARCHAR(2) NOT NULL)");
    run(&mut connection, "INSERT INTO t VALUES (1, 'x')");
    for (sql, kind, state) in [
        ("SELEC 1", ErrorKind::Programming, "42000"),
        ("SELECT * FROM nowhere", ErrorKind::Programming, "42S02"),
        ("INSERT INTO t VALUES (1, 'x')", ErrorKind::Integrity, "23000"),
        ("INSERT INTO t VALUES (2, NULL)", ErrorKind::Integrity, "23000"),
        ("INSERT INTO t VALUES (3, 'long')", ErrorKind::Data, "22001"),
        ("CREATE TABLE t (a INT)", ErrorKind::Operational, "42S01"),
        ("ALTER TABLE t ADD COLUMN a INT", ErrorKind::Operational, "42S21"),
    ] {
        let error = fails(&mut connection, sql);
        assert_eq!((error.kind, error.code()), (kind, Some(state)), "{sql}: {error}");
        assert_eq!(error.statement.as_deref(), Some(sql));
    }
}

#[test]
fn transactions_and_what_ends_them() {
    let database = database();
    let mut connection = connect(&database.url());
    let count = || database.sql("SELECT COUNT(*) FROM t");
    run(&mut connection, "CREATE TABLE t (a INT)");
    assert!(!connection.in_transaction());
    connection.begin(TransactionKind::Write).unwrap();
    assert!(connection.in_transaction() && !connection.can_roll_back());
    run(&mut connection, "INSERT INTO t VALUES (1)");
    assert!(connection.can_roll_back());
    connection.rollback().unwrap();
    assert_eq!((count().as_str(), connection.in_transaction()), ("0", false));
    // DDL commits, and what follows is a transaction again.
    connection.begin(TransactionKind::Write).unwrap();
    run(&mut connection, "INSERT INTO t VALUES (1)");
    run(&mut connection, "CREATE TABLE u (a INT)");
    assert!(connection.in_transaction() && !connection.can_roll_back());
    run(&mut connection, "INSERT INTO t VALUES (2)");
    assert!(connection.can_roll_back());
    connection.rollback().unwrap();
    assert_eq!(count(), "1");
    // So does DDL that fails.
    connection.begin(TransactionKind::Write).unwrap();
    run(&mut connection, "INSERT INTO t VALUES (3)");
    fails(&mut connection, "ALTER TABLE u ADD COLUMN a INT");
    assert!(!connection.can_roll_back() && !connection.was_rolled_back());
    connection.rollback().unwrap();
    assert_eq!(count(), "2");
    connection.begin(TransactionKind::Write).unwrap();
    run(&mut connection, "INSERT INTO t VALUES (4)");
    connection.commit().unwrap();
    assert_eq!((count().as_str(), connection.in_transaction()), ("3", false));
    run(&mut connection, "INSERT INTO t VALUES (5)");
    assert_eq!(count(), "4");
}

#[test]
fn the_servers_settings_stay() {
    let server = Server::start_with(&Setup {
        settings: "sql_mode = 'ANSI,NO_BACKSLASH_ESCAPES'\ndefault-time-zone = '+05:30'\nautocommit = 0\n\
                   transaction-isolation = READ-COMMITTED\ncollation-server = utf8mb4_unicode_ci",
        ..Setup::default()
    });
    let database = server.database();
    let shown = "SELECT @@sql_mode, @@time_zone, @@character_set_client, @@collation_connection, @@autocommit";
    let mut connection = connect(&database.url());
    let rows = run(&mut connection, shown).rows;
    let own = server.sql("mysql", "SELECT @@GLOBAL.sql_mode");
    let collation = server.sql("mysql", "SELECT @@collation_connection");
    assert_eq!(rows, [[text(&own), text("+05:30"), text("utf8mb4"), text(&collation), Literal::Int(1)]]);
    assert_eq!(connection.isolation_level().unwrap(), "READ COMMITTED");
    connection.set_isolation_level("serializable").unwrap();
    assert_eq!(connection.isolation_level().unwrap(), "SERIALIZABLE");
    assert!(connection.set_isolation_level("SNAPSHOT").is_err());
    // Strings are written as the mode at the beginning says.
    assert!(fails(&mut connection, "SET sql_mode = ''").message.contains("NO_BACKSLASH_ESCAPES"));
    let url = format!("{}?sql_mode=STRICT_ALL_TABLES&time_zone=SYSTEM&collation=utf8mb4_bin", database.url());
    let rows = run(&mut connect(&url), "SELECT @@sql_mode, @@time_zone, @@collation_connection").rows;
    assert_eq!(rows, [[text("STRICT_ALL_TABLES"), text("SYSTEM"), text("utf8mb4_bin")]]);
}

#[test]
fn a_statement_is_stopped_from_another_thread() {
    let database = database();
    let mut connection = connect(&database.url());
    let interrupt = connection.interrupter();
    let started = Instant::now();
    let waiting = std::thread::scope(|scope| {
        scope.spawn(|| {
            let running = "SELECT COUNT(*) FROM information_schema.PROCESSLIST WHERE INFO = 'SELECT SLEEP(60)'";
            while Server::shared().sql("mysql", running) != "1" {}
            interrupt();
        });
        connection.execute(&Sql::new("SELECT SLEEP(60)"))
    });
    // This statement ends early rather than failing; others fail.
    assert!(waiting.is_ok() || waiting.is_err_and(|error| error.kind == ErrorKind::Interrupted));
    assert!(started.elapsed() < Duration::from_secs(30));
    run(&mut connection, "SELECT 1");
    let mut connection = connect(&database.url());
    let interrupt = connection.interrupter();
    let error = std::thread::scope(|scope| {
        scope.spawn(|| {
            let running =
                "SELECT COUNT(*) FROM information_schema.PROCESSLIST WHERE INFO LIKE 'SELECT COUNT(*) FROM seq%'";
            while Server::shared().sql("mysql", running) != "1" {}
            interrupt();
        });
        fails(
            &mut connection,
            "SELECT COUNT(*) FROM seq_1_to_1000000000 a, seq_1_to_1000000000 b WHERE a.seq + b.seq = 0",
        )
    });
    assert_eq!(error.kind, ErrorKind::Interrupted, "{error}");
}

#[test]
fn a_server_that_dies_is_an_error_and_not_a_hang() {
    let server = Server::start();
    let database = server.database();
    let mut connection = connect(&database.url());
    connection.begin(TransactionKind::Write).unwrap();
    server.crash();
    let error = fails(&mut connection, "SELECT 1");
    assert_eq!(error.kind, ErrorKind::Operational);
    assert!(error.message.contains("the connection to the server was lost"), "{error}");
    assert!(error.help.unwrap().contains("limbeck current"));
    assert!(fails(&mut connection, "SELECT 1").message.contains("lost before"));
    assert!(connection.rollback().is_err() && !connection.can_roll_back() && connection.was_rolled_back());
    server.start_again();
    run(&mut connect(&database.url()), "SELECT 1");
    // So is a connection that an administrator ends.
    let mut connection = connect(&database.url());
    let Literal::Int(id) = run(&mut connection, "SELECT CONNECTION_ID()").rows[0][0] else { panic!() };
    server.sql("mysql", &format!("KILL {id}"));
    let error = fails(&mut connection, "SELECT 1");
    assert_eq!(error.kind, ErrorKind::Operational, "{error}");
}

fn taken(connection: &mut MysqlConnection) -> Box<dyn RunLock> {
    let mut lock = connection.run_lock().unwrap().unwrap();
    assert_eq!(lock.try_take().unwrap(), Taking::Taken);
    lock
}

#[test]
fn one_run_at_a_time() {
    let (here, there) = (database(), database());
    let mut first = connect(&here.url());
    let mut second = connect(&here.url());
    let mut elsewhere = connect(&there.url());
    let lock = taken(&mut first);
    let mut waiting = second.run_lock().unwrap().unwrap();
    let Taking::HeldBy(holder) = waiting.try_take().unwrap() else { panic!("two runs at a time") };
    assert!(holder.starts_with(" (server connection ") && holder.contains("tester@"), "{holder}");
    drop(taken(&mut elsewhere));
    // Commits and errors do not release it.
    first.begin(TransactionKind::Write).unwrap();
    run(&mut first, "CREATE TABLE t (a INT)");
    fails(&mut first, "CREATE TABLE t (a INT)");
    first.commit().unwrap();
    assert_ne!(waiting.try_take().unwrap(), Taking::Taken);
    drop(lock);
    assert_eq!(waiting.try_take().unwrap(), Taking::Taken);
    drop(waiting);
    // It goes with its connection.
    let lock = taken(&mut first);
    let Literal::Int(id) = run(&mut first, "SELECT CONNECTION_ID()").rows[0][0] else { panic!() };
    Server::shared().sql("mysql", &format!("KILL {id}"));
    let mut waiting = second.run_lock().unwrap().unwrap();
    while waiting.try_take().unwrap() != Taking::Taken {}
    drop(lock);
}

#[test]
fn passwords() {
    let server = Server::start_with(&Setup { settings: "plugin-load-add = auth_ed25519", ..Setup::default() });
    let database = server.database();
    server.sql(
        "mysql",
        "CREATE USER native@'%' IDENTIFIED VIA mysql_native_password USING PASSWORD('s3cr€t%'); \
         CREATE USER modern@'%' IDENTIFIED VIA ed25519 USING PASSWORD('s3cr€t%'); GRANT ALL ON *.* TO native@'%', modern@'%'",
    );
    for user in ["native", "modern"] {
        let url = |password: &str| format!("mysql://{user}:{password}@127.0.0.1:{}/{}", server.port(), database.name());
        let mut connection = connect(&url("s3cr%E2%82%ACt%25"));
        assert_eq!(run(&mut connection, "SELECT CURRENT_USER()").rows, [[text(&format!("{user}@%"))]]);
        let error = refuses(&url("wrong"));
        assert!(error.message.contains("1045") && !error.message.contains("wrong"), "{error}");
    }
}
