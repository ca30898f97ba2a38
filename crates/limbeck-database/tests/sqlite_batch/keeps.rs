//! One test for everything that a rebuild must keep, with foreign keys enforced and not.

use limbeck_core::operation::*;
use limbeck_core::schema::*;
use limbeck_database::Connection;

use crate::support::*;

/// Makes the table anew; every test looks at what it must not have touched.
fn rebuilt(sql: &str) -> Fixture {
    let mut f = Fixture::new(sql);
    assert!(f.must(&always(vec![retype("a", SqlType::String { length: Some(9), collation: None })])));
    f
}

#[test]
fn triggers() {
    let mut f = rebuilt(
        "CREATE TABLE log (x); CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);
         CREATE TRIGGER \"after it\" AFTER UPDATE OF a ON t BEGIN INSERT INTO log VALUES (new.a); END;
         CREATE TRIGGER elsewhere AFTER DELETE ON log BEGIN DELETE FROM t; END;
         INSERT INTO t VALUES (1, 'x'); INSERT INTO log VALUES ('first')",
    );
    // Making the table anew sets none of them off.
    assert_eq!(f.rows("SELECT x FROM log"), "first");
    f.run("UPDATE t SET a = 'y'");
    assert_eq!(f.rows("SELECT x FROM log"), "first;y");
    f.run("DELETE FROM log");
    assert_eq!(f.rows("SELECT count(*) FROM t"), "0");
}

#[test]
fn views() {
    let mut f = rebuilt(
        "CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT); CREATE VIEW v AS SELECT a FROM t; CREATE VIEW w AS SELECT * FROM v, t AS u;
         INSERT INTO t VALUES (1, 'x')",
    );
    assert_eq!(f.rows("SELECT * FROM w"), "x|1|x");
    assert_eq!(f.sql_of("v"), "CREATE VIEW v AS SELECT a FROM t");
}

#[test]
fn a_view_or_trigger_that_needs_a_dropped_column_stops_the_block() {
    for (rest, error) in [
        ("CREATE VIEW v AS SELECT a FROM t", "no such column: a"),
        ("CREATE TRIGGER r AFTER UPDATE ON t BEGIN INSERT INTO log VALUES (new.a); END", "no such column: new.a"),
        ("CREATE TRIGGER r AFTER INSERT ON log BEGIN UPDATE t SET a = 1; END", "no such column: a"),
    ] {
        let mut f = Fixture::new("CREATE TABLE log (x); CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT)");
        f.run(rest);
        let before = f.rows("SELECT sql FROM sqlite_master");
        let found = f.apply(&batch(vec![drop_column("a")])).unwrap_err();
        assert!(found.contains(error), "{found}");
        assert_eq!(f.rows("SELECT sql FROM sqlite_master"), before);
        // Another column may go, also beside a view that is broken already.
        f.run("CREATE VIEW broken AS SELECT * FROM nowhere");
        assert!(f.must(&batch(vec![drop_column("b")])), "{rest}");
    }
}

#[test]
fn indexes_of_every_kind() {
    let mut f = rebuilt(
        "CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b INTEGER);
         CREATE UNIQUE INDEX plain ON t (a, b);
         CREATE INDEX part ON t (b) WHERE b > 5 AND a <> ') WHERE';
         CREATE INDEX expr ON t (lower(a), b + 1);
         CREATE INDEX \"down it\" ON t (b DESC, a COLLATE NOCASE ASC);",
    );
    assert_eq!(f.sql_of("part"), "CREATE INDEX part ON t (b) WHERE b > 5 AND a <> ') WHERE'");
    assert_eq!(f.sql_of("expr"), "CREATE INDEX expr ON t (lower(a), b + 1)");
    assert_eq!(f.sql_of("down it"), "CREATE INDEX \"down it\" ON t (b DESC, a COLLATE NOCASE ASC)");
    assert_eq!(f.sql_of("plain"), "CREATE UNIQUE INDEX plain ON t (a, b)");
    // And they follow a column that is renamed.
    f.must(&always(vec![rename("b", "order")]));
    assert_eq!(f.sql_of("part"), "CREATE INDEX part ON t (\"order\") WHERE \"order\" > 5 AND a <> ') WHERE'");
}

#[test]
fn collations() {
    let mut f = rebuilt(
        "CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT COLLATE NOCASE, b TEXT COLLATE RTRIM); INSERT INTO t VALUES (1, 'X', 'y ')",
    );
    assert_eq!(f.rows("SELECT a = 'x', b = 'y' FROM t"), "1|1");
}

#[test]
fn the_counter_of_autoincrement() {
    let mut f = rebuilt(
        "CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, a TEXT); INSERT INTO t VALUES (41, 'x'); DELETE FROM t",
    );
    f.run("INSERT INTO t (a) VALUES ('y')");
    assert_eq!(f.rows("SELECT id FROM t"), "42");
    assert_eq!(f.rows("SELECT name, seq FROM sqlite_sequence"), "t|42");
    let mut f = rebuilt("CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, a TEXT)");
    f.run("INSERT INTO t (a) VALUES ('y')");
    assert_eq!(f.rows("SELECT name, seq FROM sqlite_sequence"), "t|1");
}

#[test]
fn checks_with_and_without_a_name() {
    let sql = "CREATE TABLE t (id INTEGER PRIMARY KEY CHECK (id > 0), a TEXT, b INTEGER CONSTRAINT cb CHECK (b <> 3),
           CHECK (a <> 'no' OR\n b > 5), CONSTRAINT ct CHECK (a <> 'never')); INSERT INTO t VALUES (1, 'x', 1)";
    let (mut original, mut f) = (Fixture::new(sql), rebuilt(sql));
    for change in ["id = -1", "b = 3", "a = 'no'", "a = 'never'"] {
        let change = format!("UPDATE t SET {change}");
        let message = f.fails(&change);
        assert!(message.starts_with("CHECK constraint failed"));
        assert_eq!(message, original.fails(&change));
    }
}

#[test]
fn generated_columns() {
    let mut f = rebuilt(
        "CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, s INTEGER GENERATED ALWAYS AS (id * 2) STORED, v TEXT AS (a || '!') VIRTUAL NOT NULL);
         INSERT INTO t (id, a) VALUES (4, 'x')",
    );
    assert_eq!(f.rows("SELECT id, a, s, v FROM t"), "4|x|8|x!");
    assert_eq!(f.rows("SELECT name, hidden FROM pragma_table_xinfo('t')"), "id|0;a|0;s|3;v|2");
}

#[test]
fn strict_and_without_rowid() {
    let mut f = Fixture::new(
        "CREATE TABLE t (k TEXT PRIMARY KEY, a INTEGER) STRICT, WITHOUT ROWID; INSERT INTO t VALUES ('x', 1)",
    );
    assert!(f.must(&batch(vec![nullable("a", false)])));
    assert_eq!(f.rows("SELECT wr, strict FROM pragma_table_list('t')"), "1|1");
    assert_eq!(f.rows("SELECT * FROM t"), "x|1");
}

#[test]
fn defaults_and_conflict_clauses() {
    let mut f = rebuilt(
        "CREATE TABLE t (id INTEGER PRIMARY KEY ON CONFLICT REPLACE, a TEXT, d TEXT DEFAULT (lower('A' || ',')), e REAL DEFAULT -1.5,
           n INTEGER NOT NULL ON CONFLICT IGNORE DEFAULT 3, ts DATETIME DEFAULT CURRENT_TIMESTAMP, UNIQUE (a) ON CONFLICT REPLACE)",
    );
    f.run("INSERT INTO t (id, a) VALUES (1, 'x'), (2, 'x'), (2, 'y')");
    assert_eq!(f.rows("SELECT id, a, d, e, n, ts IS NOT NULL FROM t"), "2|y|a,|-1.5|3|1");
    f.run("INSERT INTO t (id, a, n) VALUES (9, 'z', NULL)");
    assert_eq!(f.rows("SELECT count(*) FROM t"), "1");
}

#[test]
fn row_numbers() {
    let mut f = rebuilt("CREATE TABLE t (a TEXT); INSERT INTO t (rowid, a) VALUES (5, 'x'), (-3, 'y')");
    assert_eq!(f.rows("SELECT rowid, a FROM t"), "-3|y;5|x");
    let mut f = rebuilt("CREATE TABLE t (rowid TEXT, oid TEXT, a TEXT); INSERT INTO t (_rowid_, a) VALUES (5, 'x')");
    assert_eq!(f.rows("SELECT _rowid_, a FROM t"), "5|x");
    // A key that stops being the row number, and one that becomes it.
    let mut f = Fixture::new("CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT); INSERT INTO t VALUES (7, 'x')");
    f.must(&batch(vec![retype("id", SqlType::BigInteger)]));
    assert_eq!(f.rows("SELECT rowid, id FROM t"), "7|7");
    f.run("UPDATE t SET id = 9");
    f.must(&batch(vec![retype("id", INTEGER)]));
    assert_eq!(f.rows("SELECT rowid, id FROM t"), "9|9");
}

#[test]
fn every_child_row_with_foreign_keys_on_and_off() {
    for enforced in [true, false] {
        for action in ["CASCADE", "RESTRICT", "SET NULL", "NO ACTION"] {
            let mut f = Fixture::new(&format!(
                "CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT UNIQUE, up INTEGER REFERENCES t (id) ON DELETE {action});
                 CREATE TABLE child (id INTEGER PRIMARY KEY, t_id INTEGER REFERENCES t (id) ON DELETE {action} DEFERRABLE INITIALLY DEFERRED,
                   t_a TEXT, FOREIGN KEY (t_a) REFERENCES t (a) ON UPDATE CASCADE);
                 INSERT INTO t VALUES (1, 'x', NULL), (2, 'y', 1); INSERT INTO child VALUES (1, 1, 'x'), (2, 2, NULL), (3, NULL, 'y')"
            ));
            f.connection.enforce_foreign_keys(enforced).unwrap();
            assert!(f.must(&batch(vec![retype("a", SqlType::String { length: Some(9), collation: None })])));
            assert!(f.must(&always(vec![rename("id", "key")])));
            assert_eq!(f.rows("SELECT * FROM child"), "1|1|x;2|2|NULL;3|NULL|y", "{action}");
            assert_eq!(f.rows("SELECT * FROM t"), "1|x|NULL;2|y|1");
            assert_eq!(f.rows("PRAGMA foreign_keys"), if enforced { "1" } else { "0" });
            assert!(
                f.sql_of("child").contains("REFERENCES t (\"key\")")
                    || f.sql_of("child").contains("REFERENCES t (key)"),
                "{}",
                f.sql_of("child")
            );
            if enforced {
                f.fails("INSERT INTO child VALUES (9, 99, 'none')");
                f.fails("INSERT INTO t VALUES (9, 'z', 99)");
            }
        }
    }
}

#[test]
fn what_a_failed_run_left_behind() {
    let mut f = Fixture::new(
        "CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT); CREATE TABLE _alembic_tmp_t (id INTEGER, only_here TEXT);
         INSERT INTO t VALUES (1, 'x'); INSERT INTO _alembic_tmp_t VALUES (2, 'precious')",
    );
    f.apply(&batch(vec![nullable("a", false)])).unwrap();
    assert_eq!(f.rows("SELECT * FROM _alembic_tmp_t"), "2|precious");
    assert_eq!(f.rows("SELECT * FROM t"), "1|x");
    f.run("DROP TABLE t");
    let error = f.apply(&batch(vec![nullable("a", false)])).unwrap_err();
    assert!(error.contains("left over from a rebuild that failed half-way"), "{error}");
}

#[test]
fn tables_of_other_databases_and_with_any_name() {
    let mut f = Fixture::new(
        "ATTACH ':memory:' AS \"other db\"; CREATE TABLE \"other db\".t (id INTEGER PRIMARY KEY AUTOINCREMENT, a TEXT, \"b\"\"c\" INTEGER)",
    );
    f.run(
        "CREATE TABLE t (decoy); CREATE INDEX \"other db\".ix ON t (a); INSERT INTO \"other db\".t VALUES (3, 'x', 1)",
    );
    f.run("CREATE TRIGGER \"other db\".r AFTER INSERT ON t BEGIN UPDATE t SET a = 'set'; END");
    let table = TableName { schema: Some("other db".into()), name: "t".into() };
    let block = Batch { table, ..batch(vec![nullable("a", false), rename("b\"c", "d e"), create_index("i2", &["a"])]) };
    let mut block = block;
    if let Operation::CreateIndex { index, .. } = &mut block.operations[2] {
        index.table.schema = Some("other db".into());
    }
    f.must(&block);
    assert_eq!(f.rows("SELECT id, a, \"d e\" FROM \"other db\".t"), "3|x|1");
    assert_eq!(
        f.rows("SELECT name FROM \"other db\".sqlite_master WHERE name NOT LIKE 'sqlite%' ORDER BY name"),
        "i2;ix;r;t"
    );
    assert_eq!(f.rows("SELECT * FROM t"), "");
    let long = "x".repeat(60);
    let mut f = Fixture::new(&format!("CREATE TABLE \"{long}'\"\"\" (id INTEGER PRIMARY KEY, a TEXT)"));
    let table = TableName::new(format!("{long}'\""));
    f.must(&Batch { table, ..batch(vec![nullable("a", false)]) });
    assert_eq!(f.rows("SELECT count(*) FROM sqlite_master"), "1");
}
