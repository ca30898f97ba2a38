//! Batch blocks on live SQLite databases: nothing may be lost that nobody asked to change.

mod keeps;
mod random;
mod reflection;
mod structure;
mod support;

use limbeck_core::expression::{Expression, Literal};
use limbeck_core::operation::*;
use limbeck_core::schema::*;
use limbeck_dialect::sqlite::Sqlite;
use limbeck_dialect::{Dialect, Step};
use support::*;

fn column(name: &str, sql_type: SqlType) -> Column {
    Column::new(name, sql_type)
}

#[test]
fn what_sqlite_can_do_in_place_is_done_in_place() {
    let mut f = Fixture::new("CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, b TEXT, c TEXT DEFAULT 'x' NOT NULL)");
    f.run("INSERT INTO t VALUES (1, 2, 'b', 'c')");
    assert!(!f.must(&batch(vec![rename("a", "a2"), rename("b", "order")])));
    assert_eq!(f.rows("SELECT id, a2, \"order\", c FROM t"), "1|2|b|c");
    assert!(!f.must(&batch(vec![drop_column("c"), add(column("d", INTEGER)), create_index("ix", &["d"])])));
    assert_eq!(f.columns(), "id|INTEGER|0|NULL|1|0;a2|INTEGER|0|NULL|0|0;order|TEXT|0|NULL|0|0;d|INTEGER|0|NULL|0|0");
    assert_eq!(f.sql_of("ix"), "CREATE INDEX ix ON t (d)");
    // A change that changes nothing sends nothing.
    assert_eq!(f.apply(&batch(vec![nullable("d", true), retype("a2", INTEGER)])).unwrap(), vec![]);
    assert!(f.must(&always(vec![])));
    // The old name still speaks of a renamed column, and so does the new one.
    assert!(!f.must(&batch(vec![rename("a2", "a3"), create_index("i1", &["a2"]), create_index("i2", &["a3"])])));
    assert_eq!(
        f.rows("SELECT name FROM pragma_index_info('i1') UNION ALL SELECT name FROM pragma_index_info('i2')"),
        "a3;a3"
    );
}

#[test]
fn a_column_that_anything_speaks_of_is_not_dropped_in_place() {
    for (table, rest) in [
        ("id INTEGER PRIMARY KEY, a INTEGER UNIQUE, b INTEGER", ""),
        ("id INTEGER PRIMARY KEY, a INTEGER REFERENCES o (id), b INTEGER", "CREATE TABLE o (id INTEGER PRIMARY KEY)"),
        ("id INTEGER PRIMARY KEY, a INTEGER CHECK (a > 0), b INTEGER", ""),
        ("id INTEGER PRIMARY KEY, a INTEGER, b INTEGER, CONSTRAINT ck CHECK (a > b)", ""),
        ("id INTEGER PRIMARY KEY, a INTEGER, b INTEGER CHECK (b <> a)", ""),
        ("id INTEGER PRIMARY KEY, a INTEGER, b INTEGER, UNIQUE (b, a)", ""),
        ("id INTEGER PRIMARY KEY, a INTEGER, b INTEGER", "CREATE INDEX ix ON t (a, b)"),
        ("id INTEGER PRIMARY KEY, a INTEGER, b INTEGER", "CREATE INDEX ix ON t (b) WHERE a > 0"),
        ("id INTEGER PRIMARY KEY, a INTEGER, b INTEGER", "CREATE INDEX ix ON t (abs(\"A\"))"),
        ("a INTEGER, b INTEGER, id INTEGER, PRIMARY KEY (a, id)", ""),
    ] {
        let mut f = Fixture::new(&format!("CREATE TABLE t ({table}); {rest}"));
        f.run("INSERT INTO t (id, a, b) VALUES (1, 3, 2)");
        assert!(f.must(&batch(vec![drop_column("a")])), "{table} {rest}");
        assert_eq!(f.rows("SELECT id, b FROM t"), "1|2");
        assert_eq!(f.rows("SELECT name FROM pragma_table_info('t') WHERE name = 'a'"), "");
        assert_eq!(f.rows("SELECT name FROM sqlite_master WHERE name = 'ix'"), "");
    }
    let mut f = Fixture::new("CREATE TABLE t (a INTEGER, b INTEGER, id INTEGER, CONSTRAINT pk PRIMARY KEY (a, id))");
    f.must(&batch(vec![drop_column("a")]));
    assert!(f.sql_of("t").contains("CONSTRAINT pk PRIMARY KEY (id)"));
}

#[test]
fn columns_are_altered() {
    let mut f =
        Fixture::new("CREATE TABLE t (id INTEGER NOT NULL, a VARCHAR(50), n INTEGER NOT NULL, PRIMARY KEY (id))");
    f.run("INSERT INTO t VALUES (1, '7', 5), (2, NULL, 6)");
    let set = |text: &str| Change::Set(ColumnDefault::Server(ServerDefault::Literal(text.into())));
    assert!(f.must(&batch(vec![
        retype("a", INTEGER),
        nullable("n", true),
        altered(AlterColumn { default: set("it's"), ..alter("n") }),
    ])));
    assert_eq!(f.columns(), "id|INTEGER|1|NULL|1|0;a|INTEGER|0|NULL|0|0;n|INTEGER|0|'it''s'|0|0");
    assert_eq!(f.rows("SELECT id, a, typeof(a), n FROM t"), "1|7|integer|5;2|NULL|null|6");
    let string = SqlType::String { length: Some(255), collation: None };
    f.must(&batch(vec![
        altered(AlterColumn { sql_type: Some(string), new_name: Some("z".into()), ..alter("a") }),
        altered(AlterColumn { default: Change::Set(ColumnDefault::None), ..alter("n") }),
    ]));
    assert_eq!(f.columns(), "id|INTEGER|1|NULL|1|0;z|VARCHAR(255)|0|NULL|0|0;n|INTEGER|0|NULL|0|0");
    assert_eq!(f.rows("SELECT typeof(z) FROM t"), "text;null");
    // NULLs that are there stop a NOT NULL, and everything is as before.
    let before = f.sql_of("t");
    assert!(f.apply(&batch(vec![nullable("z", false)])).unwrap_err().contains("NOT NULL constraint failed"));
    assert_eq!(f.sql_of("t"), before);
    assert_eq!(f.rows("SELECT count(*) FROM t"), "2");
}

#[test]
fn types_with_a_check_bring_it_and_take_it_along() {
    let mut f = Fixture::new(
        "CREATE TABLE t (id INTEGER PRIMARY KEY, a BOOLEAN, CHECK (a IN (0, 1)), CONSTRAINT old CHECK (id IN (1)))",
    );
    f.run("INSERT INTO t VALUES (1, 1)");
    f.run("UPDATE t SET a = 1");
    f.must(&batch(vec![retype("a", TEXT)]));
    f.run("UPDATE t SET a = 'x'");
    let string = SqlType::String { length: Some(4), collation: None };
    f.must(&batch(vec![
        altered(AlterColumn { sql_type: Some(string), new_name: Some("k".into()), ..alter("a") }),
        type_check("e", "a", &[Literal::Text("x".into()), Literal::Text("it's".into())]),
    ]));
    assert_eq!(f.fails("UPDATE t SET k = 'y'"), "CHECK constraint failed: e");
    f.run("UPDATE t SET k = 'it''s'");
    f.must(&batch(vec![drop_constraint("e"), retype("k", TEXT)]));
    f.run("UPDATE t SET k = 'y'");
    assert!(f.sql_of("t").contains("CONSTRAINT old CHECK (id IN (1))"));
}

#[test]
fn constraints_come_and_go() {
    let mut f = Fixture::new(
        "CREATE TABLE o (id INTEGER PRIMARY KEY); CREATE TABLE t (id INTEGER, a INTEGER CONSTRAINT ua UNIQUE, b INTEGER)",
    );
    f.run("INSERT INTO t VALUES (1, 2, 3)");
    let key = |name: &str, columns: &[&str]| {
        constraint(Constraint::PrimaryKey(PrimaryKey {
            name: Some(Name::new(name)),
            columns: columns.iter().map(|c| (*c).to_owned()).collect(),
            deferral: Deferral::default(),
            options: DialectOptions::default(),
        }))
    };
    let foreign = Constraint::ForeignKey(ForeignKey {
        name: Some(Name::new("fk")),
        columns: vec!["b".into()],
        referred_table: TableName::new("o"),
        referred_columns: vec!["id".into()],
        options: ForeignKeyOptions { ondelete: Some("CASCADE".into()), ..Default::default() },
    });
    f.run("INSERT INTO o VALUES (3)");
    f.must(&batch(vec![
        key("pk", &["id"]),
        constraint(foreign),
        drop_constraint("ua"),
        constraint(check(Some("ck"), "a > 1")),
        constraint(unique(Some("uab"), &["a", "b"])),
    ]));
    assert_eq!(
        f.sql_of("t"),
        "CREATE TABLE \"t\" (\n    id INTEGER, \n    a INTEGER, \n    b INTEGER, \n    CONSTRAINT pk PRIMARY KEY (id), \n    \
         CONSTRAINT fk FOREIGN KEY(b) REFERENCES o (id) ON DELETE CASCADE, \n    CONSTRAINT ck CHECK (a > 1), \n    \
         CONSTRAINT uab UNIQUE (a, b)\n)"
    );
    f.must(&batch(vec![drop_constraint("pk"), drop_constraint("fk"), drop_constraint("ck"), drop_constraint("uab")]));
    assert_eq!(f.sql_of("t"), "CREATE TABLE \"t\" (\n    id INTEGER, \n    a INTEGER, \n    b INTEGER\n)");
    // A new key takes the place of the old one.
    f.must(&batch(vec![key("p1", &["id"])]));
    f.must(&batch(vec![key("p2", &["id", "a"])]));
    assert!(f.sql_of("t").contains("CONSTRAINT p2 PRIMARY KEY (id, a)") && !f.sql_of("t").contains("p1"));
    // A constraint of a renamed column is written with either name; a condition with the new one.
    f.must(&batch(vec![
        rename("a", "order"),
        constraint(unique(Some("u1"), &["a"])),
        constraint(unique(Some("u2"), &["order"])),
        constraint(check(Some("c1"), "\"order\" > 0")),
    ]));
    let sql = f.sql_of("t");
    assert!(
        sql.contains("CONSTRAINT u1 UNIQUE (\"order\")") && sql.contains("CONSTRAINT c1 CHECK (\"order\" > 0)"),
        "{sql}"
    );
}

#[test]
fn names_for_constraints_that_have_none() {
    let mut f = Fixture::new(
        "CREATE TABLE o (id INTEGER PRIMARY KEY); CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER UNIQUE, b INTEGER REFERENCES o, UNIQUE (a, b))",
    );
    let convention = NamingConvention::new(vec![
        ("uq".into(), "uq_%(table_name)s_%(column_0_N_name)s".into()),
        ("fk".into(), "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s".into()),
    ]);
    let named = |operations| Batch { naming_convention: Some(convention.clone()), ..batch(operations) };
    f.must(&named(vec![drop_constraint("fk_t_b_o"), drop_constraint("uq_t_a_b")]));
    let sql = f.sql_of("t");
    assert!(sql.contains("a INTEGER CONSTRAINT uq_t_a UNIQUE") && !sql.contains("REFERENCES"), "{sql}");
    assert_eq!(f.apply(&batch(vec![drop_constraint("nothing")])).unwrap_err(), "No such constraint: 'nothing'");
}

#[test]
fn refusals_are_alembics() {
    let mut f = Fixture::new(
        "CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, g INTEGER AS (a + 1)); CREATE VIEW v AS SELECT 1",
    );
    let mut refused = |b: Batch, message: &str| {
        let before = f.rows("SELECT sql FROM sqlite_master");
        let error = f.apply(&b).unwrap_err();
        assert!(error.contains(message), "{error}");
        assert_eq!(f.rows("SELECT sql FROM sqlite_master"), before);
    };
    let drop_index = Operation::DropIndex {
        name: "i".into(),
        table: None,
        schema: None,
        if_exists: false,
        options: DialectOptions::default(),
    };
    refused(batch(vec![drop_constraint("x")]), "No such constraint: 'x'");
    refused(always(vec![drop_index]), "No such index: 'i'");
    refused(batch(vec![constraint(check(None, "a > 0"))]), "Constraint must have a name");
    refused(batch(vec![add(Column { unique: true, ..column("u", INTEGER) })]), "Constraint must have a name");
    let placed = || add_at(column("x", INTEGER), Some(Place::After("a".into())));
    refused(
        batch(vec![placed()]),
        "Can't specify insert_before or insert_after when using ALTER; please specify recreate='always'",
    );
    refused(batch(vec![drop_column("nope")]), "table \"t\" has no column \"nope\"");
    refused(batch(vec![constraint(unique(Some("u"), &["nope"]))]), "table \"t\" has no column \"nope\"");
    refused(batch(vec![rename("a", "id")]), "duplicate column name: id");
    refused(always(vec![add(column("a", INTEGER))]), "duplicate column name: a");
    refused(batch(vec![drop_column("a")]), "the generated column \"g\" uses it");
    refused(Batch { table: TableName::new("v"), ..always(vec![]) }, "\"v\" is a view");
    refused(Batch { table: TableName::new("none"), ..always(vec![]) }, "No such table: 'none'");
    refused(
        Batch { recreate: Recreate::Never, ..batch(vec![nullable("a", false)]) },
        "SQLite cannot change nullable of column \"a\" in place",
    );
    let offline = Sqlite.batch(&batch(vec![drop_column("a")]), None).unwrap_err();
    assert!(
        offline.to_string().starts_with("This operation cannot proceed in --sql mode; batch mode with dialect sqlite")
    );
}

#[test]
fn columns_go_where_they_are_asked_to() {
    let order = |f: &mut Fixture| f.rows("SELECT group_concat(name, ' ') FROM pragma_table_info('t')");
    let fresh = || Fixture::new("CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, b INTEGER, c INTEGER)");
    let after = |n: &str, o: &str| add_at(column(n, INTEGER), Some(Place::After(o.into())));
    let before = |n: &str, o: &str| add_at(column(n, INTEGER), Some(Place::Before(o.into())));
    // Checked against Alembic 1.20.1.
    for (operations, expected) in [
        (vec![after("x", "a")], "id a x b c"),
        (vec![before("x", "id")], "x id a b c"),
        (vec![after("x", "c")], "id a b c x"),
        (vec![after("x", "a"), after("y", "x")], "id a x y b c"),
        (vec![before("x", "b"), before("y", "x")], "id a y x b c"),
        (vec![add(column("x", INTEGER)), drop_column("b")], "id a c x"),
        (vec![drop_column("b"), after("x", "a")], "id a x c"),
        (vec![add(column("x", INTEGER)), add(column("y", INTEGER))], "id a b c x y"),
        // Odd, but what Alembic does: the new column was to follow the one that is gone.
        (vec![add(column("x", INTEGER)), drop_column("c")], "id x a b"),
    ] {
        if !operations.iter().any(|o| matches!(o, Operation::AddColumn { place: Some(_), .. })) {
            let mut f = fresh();
            f.must(&batch(operations.clone()));
            assert_eq!(order(&mut f), expected);
        }
        let mut f = fresh();
        f.must(&always(operations));
        assert_eq!(order(&mut f), expected);
    }
    let mut f = fresh();
    let groups = vec![vec!["c".to_owned(), "a".into()], vec!["b".into(), "id".into()]];
    f.must(&Batch { partial_reordering: groups, ..always(vec![]) });
    assert_eq!(order(&mut f), "b c id a");
}

#[test]
fn renames_may_cross() {
    let mut f = Fixture::new("CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER CHECK (a < b), b INTEGER, c INTEGER)");
    f.run("INSERT INTO t VALUES (1, 2, 3, 4)");
    assert!(f.must(&always(vec![drop_column("c"), rename("b", "c"), rename("a", "b")])));
    assert_eq!(f.rows("SELECT id, b, c FROM t"), "1|2|3");
    assert!(f.sql_of("t").contains("CHECK (b < c)"), "{}", f.sql_of("t"));
}

#[test]
fn table_args_and_table_kwargs() {
    let mut f = Fixture::new("CREATE TABLE t (id INTEGER NOT NULL, a INTEGER, PRIMARY KEY (id))");
    f.run("INSERT INTO t VALUES (7, 2)");
    let option =
        DialectOption { dialect: "sqlite".into(), name: "autoincrement".into(), value: OptionValue::Bool(true) };
    f.must(&Batch {
        table_args: vec![check(None, "a > 1")],
        table_options: DialectOptions(vec![option]),
        ..always(vec![])
    });
    f.run("DELETE FROM t; INSERT INTO t (a) VALUES (5)");
    assert_eq!(f.rows("SELECT id FROM t"), "8");
    assert_eq!(f.fails("UPDATE t SET a = 0"), "CHECK constraint failed: a > 1");
}

#[test]
fn columns_that_the_script_describes_replace_the_reflected_ones() {
    let mut f = Fixture::new("CREATE TABLE t (id INTEGER PRIMARY KEY, a CLOB UNIQUE NOT NULL DEFAULT 'x', b INTEGER)");
    let string = SqlType::String { length: Some(9), collation: None };
    let described = Column { nullable: false, ..column("a", string) };
    f.must(&Batch { reflect_columns: vec![described], ..batch(vec![nullable("b", false)]) });
    assert_eq!(f.columns(), "id|INTEGER|0|NULL|1|0;a|VARCHAR(9)|1|NULL|0|0;b|INTEGER|1|NULL|0|0");
    assert_eq!(f.rows("SELECT origin FROM pragma_index_list('t')"), "u");
}

fn described() -> Table {
    Table {
        columns: vec![
            Column { primary_key: true, nullable: false, ..column("id", INTEGER) },
            Column { index: true, ..column("a", SqlType::String { length: Some(5), collation: None }) },
            Column {
                foreign_keys: vec![ColumnForeignKey {
                    name: Some(Name::new("fkx")),
                    target: ForeignKeyTarget { table: TableName::new("o"), column: Some("id".into()) },
                    options: ForeignKeyOptions::default(),
                }],
                ..column("x", INTEGER)
            },
        ],
        constraints: vec![unique(Some("uq"), &["a"])],
        ..Table::new(TableName::new("t"))
    }
}

#[test]
fn offline_text_is_alembics() {
    let foreign = Constraint::ForeignKey(ForeignKey {
        name: Some(Name::new("fkp")),
        columns: vec!["q".into()],
        referred_table: TableName::new("p"),
        referred_columns: vec!["id".into()],
        options: ForeignKeyOptions::default(),
    });
    let change =
        AlterColumn { sql_type: Some(INTEGER), new_name: Some("z".into()), nullable: Some(false), ..alter("a") };
    let block = Batch {
        copy_from: Some(described()),
        ..batch(vec![
            drop_column("x"),
            altered(change),
            add_at(column("q", INTEGER), Some(Place::After("id".into()))),
            constraint(foreign),
            create_index("ixq", &["q"]),
            constraint(check(Some("ck"), "q>1")),
        ])
    };
    let texts: Vec<String> = Sqlite
        .batch(&block, None)
        .unwrap()
        .into_iter()
        .map(|step| match step {
            Step::Sql(sql) => sql.text,
            other => panic!("{other:?}"),
        })
        .collect();
    // Printed by Alembic 1.20.1 for the same block.
    let expected = [
        "CREATE TABLE _alembic_tmp_t (\n    id INTEGER NOT NULL, \n    q INTEGER, \n    z INTEGER NOT NULL, \n    PRIMARY KEY (id), \n    \
         CONSTRAINT uq UNIQUE (z), \n    CONSTRAINT fkp FOREIGN KEY(q) REFERENCES p (id), \n    CONSTRAINT ck CHECK (q>1)\n)",
        "INSERT INTO _alembic_tmp_t (id, z) SELECT t.id, CAST(t.a AS INTEGER) AS a \nFROM t",
        "DROP TABLE t",
        "ALTER TABLE _alembic_tmp_t RENAME TO t",
        "CREATE INDEX ixq ON t (q)",
    ];
    assert_eq!(texts, expected);
    let never = Batch { recreate: Recreate::Never, copy_from: None, ..batch(vec![rename("a", "B")]) };
    assert_eq!(
        Sqlite.batch(&never, None).unwrap(),
        vec![Step::Sql(limbeck_dialect::Sql::new("ALTER TABLE t RENAME COLUMN a TO \"B\""))]
    );
}

#[test]
fn copy_from_replaces_what_is_there() {
    let mut f = Fixture::new(
        "CREATE TABLE o (id INTEGER PRIMARY KEY); CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, x INTEGER, lost INTEGER)",
    );
    f.run("INSERT INTO t VALUES (5, 'v', NULL, 1); CREATE TRIGGER r AFTER INSERT ON t BEGIN SELECT 1; END");
    assert!(f.must(&Batch { copy_from: Some(described()), ..batch(vec![nullable("a", false)]) }));
    assert_eq!(f.columns(), "id|INTEGER|1|NULL|1|0;a|VARCHAR(5)|1|NULL|0|0;x|INTEGER|0|NULL|0|0");
    assert_eq!(f.rows("SELECT * FROM t"), "5|v|NULL");
    assert!(!f.sql_of("r").is_empty());
}

#[test]
fn expressions_of_new_columns_may_name_renamed_ones() {
    let mut f = Fixture::new("CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER)");
    f.run("INSERT INTO t VALUES (1, 4)");
    let computed = Some(Computed { expression: Expression::text("z * 2"), persisted: Some(true) });
    f.must(&batch(vec![rename("a", "z"), add(Column { computed, ..column("twice", INTEGER) })]));
    assert_eq!(f.rows("SELECT id, z, twice FROM t"), "1|4|8");
}
