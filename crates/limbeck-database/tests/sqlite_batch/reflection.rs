//! A table of a live database as a schema.

use limbeck_core::expression::{Expression, Literal};
use limbeck_core::schema::*;
use limbeck_database::sqlite::SqliteConnection;
use limbeck_dialect::sqlite::Sqlite;
use limbeck_dialect::{Catalogue, Dialect, DialectError};

use crate::support::*;

#[test]
fn a_table_comes_back_whole() {
    let mut f = Fixture::new(
        "CREATE TABLE o (x INTEGER, y INTEGER, PRIMARY KEY (y, x));
         CREATE TABLE t (id INTEGER NOT NULL CONSTRAINT pk PRIMARY KEY AUTOINCREMENT, name VARCHAR(50) NOT NULL DEFAULT 'it''s',
           n DECIMAL(10, 2) DEFAULT (1 + 2), g INTEGER GENERATED ALWAYS AS (id * 2) STORED, odd POINT, untyped, j JSON,
           o_y INTEGER CONSTRAINT fk REFERENCES o ON DELETE SET NULL ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED,
           CONSTRAINT uq UNIQUE (name, n), UNIQUE (o_y), CHECK (n > 0), CONSTRAINT ck CHECK (name <> ')')) STRICT_IS_A_LIE"
            .replace(") STRICT_IS_A_LIE", ")")
            .as_str(),
    );
    f.run("CREATE INDEX part ON t (name DESC, lower(name)) WHERE n > 3; CREATE UNIQUE INDEX a_u ON t (n)");
    let table = f.reflect();
    let types: Vec<String> =
        table.columns.iter().map(|c| Sqlite.type_text(&c.sql_type).unwrap_or("-".into())).collect();
    assert_eq!(types, ["INTEGER", "VARCHAR(50)", "DECIMAL(10, 2)", "INTEGER", "INTEGER", "-", "JSON", "INTEGER"]);
    let nullable: Vec<bool> = table.columns.iter().map(|c| c.nullable).collect();
    assert_eq!(nullable, [false, false, true, true, true, true, true, true]);
    let default = |n: usize| table.columns[n].server_default.clone();
    assert_eq!(default(1), Some(ServerDefault::Expression(Expression::text("'it''s'"))));
    assert_eq!(default(2), Some(ServerDefault::Expression(Expression::text("1 + 2"))));
    assert_eq!(table.columns[3].computed.as_ref().map(|c| c.persisted), Some(Some(true)));
    assert!(table.columns[0].primary_key && table.options.flag("sqlite", "autoincrement"));
    let names: Vec<Option<&str>> = table.constraints.iter().map(|c| c.name().map(|n| n.text.as_str())).collect();
    assert_eq!(names, [Some("pk"), Some("fk"), Some("uq"), None, None, Some("ck")]);
    let Constraint::ForeignKey(key) = &table.constraints[1] else { panic!() };
    assert_eq!(
        (key.columns.as_slice(), key.referred_columns.as_slice()),
        (&["o_y".to_owned()][..], &["y".to_owned(), "x".into()][..])
    );
    assert_eq!((key.options.ondelete.as_deref(), key.options.onupdate.as_deref()), (Some("SET NULL"), None));
    assert_eq!(key.options.deferral, Deferral { deferrable: Some(true), initially: Some("DEFERRED".into()) });
    let [unique, partial] = table.indexes.as_slice() else { panic!() };
    assert!(unique.unique && unique.options.0.is_empty());
    assert_eq!(partial.elements[0].order, Some(SortOrder::Descending));
    assert_eq!(partial.elements[1].expression, Expression::text("lower(name)"));
    assert!(partial.options.get("sqlite", "where").is_some());

    assert_eq!(Sqlite.table_names(&mut f.connection, None).unwrap(), ["o", "t"]);
    assert_eq!(Sqlite.reflect_table(&mut f.connection, &TableName::new("none")).unwrap(), None);
    let elsewhere = TableName { schema: Some("none".into()), name: "t".into() };
    assert_eq!(Sqlite.reflect_table(&mut f.connection, &elsewhere).unwrap(), None);
}

#[test]
fn what_is_reflected_can_be_made_again() {
    let made = "CREATE TABLE t (\n    id INTEGER NOT NULL, \n    a VARCHAR(5) DEFAULT ':x', \n    b INTEGER, \n    \
                CONSTRAINT pk PRIMARY KEY (id) ON CONFLICT FAIL, \n    CONSTRAINT uq UNIQUE (a), \n    CHECK (a <> ':x'), \n    \
                FOREIGN KEY(b) REFERENCES t (id) ON DELETE CASCADE\n)\n WITHOUT ROWID,\n STRICT"
        .replace("VARCHAR(5)", "TEXT");
    let mut f = Fixture::new(&made);
    let table = f.reflect();
    let operation = limbeck_core::operation::Operation::CreateTable { table, if_not_exists: false };
    let again = Sqlite.operation(&operation, limbeck_dialect::BindMode::Driver).unwrap();
    assert_eq!(again[0].text, made);
}

/// Counts questions.
struct Counting<'c>(&'c mut SqliteConnection, usize);

impl Catalogue for Counting<'_> {
    fn query(&mut self, sql: &str) -> Result<Vec<Vec<Literal>>, DialectError> {
        self.1 += 1;
        self.0.query(sql)
    }
}

#[test]
fn many_tables_take_as_many_queries_as_one() {
    let mut f = Fixture::new("CREATE TABLE t (id INTEGER PRIMARY KEY)");
    for n in 0..50 {
        f.run(&format!(
            "CREATE TABLE t{n} (id INTEGER PRIMARY KEY, \"it's\" VARCHAR(5) UNIQUE, p INTEGER REFERENCES T, q INTEGER REFERENCES t{n});
             CREATE INDEX i{n} ON T{n} (p DESC); CREATE VIEW v{n} AS SELECT id FROM t{n}"
        ));
    }
    f.run("CREATE TEMP TABLE passing (a INTEGER, p INTEGER REFERENCES other); CREATE TEMP TABLE other (k TEXT PRIMARY KEY)");
    // A view that does not work does no harm to those who do not ask for it.
    f.run("CREATE VIEW broken AS SELECT a FROM t0; DROP VIEW broken; CREATE VIEW broken AS SELECT a FROM nowhere");
    let mut names = Sqlite.table_names(&mut f.connection, None).unwrap();
    names.extend(["v1", "PASSING", "missing"].map(str::to_owned));
    let mut counting = Counting(&mut f.connection, 0);
    let all = Sqlite.reflect_tables(&mut counting, None, &names).unwrap();
    let asked = counting.1;
    assert!(asked <= 10, "{asked} queries");
    assert_eq!(all.len(), 53);
    for table in &all {
        assert_eq!(Sqlite.reflect_table(&mut f.connection, &table.name).unwrap().as_ref(), Some(table));
    }
    let t7 = all.iter().find(|table| table.name.name == "t7").unwrap();
    assert_eq!((t7.columns.len(), t7.constraints.len(), t7.indexes.len()), (4, 4, 1));
    let parents: Vec<&[String]> = t7
        .constraints
        .iter()
        .filter_map(|c| match c {
            Constraint::ForeignKey(key) => Some(key.referred_columns.as_slice()),
            _ => None,
        })
        .collect();
    assert_eq!(parents, [["id".to_owned()], ["id".to_owned()]]);
    let passing = all.iter().find(|table| table.name.name == "passing").unwrap();
    assert!(matches!(&passing.constraints[0], Constraint::ForeignKey(key) if key.referred_columns == ["k"]));
    assert_eq!(all.iter().find(|table| table.name.name == "v1").unwrap().columns.len(), 1);

    let mut counting = Counting(&mut f.connection, 0);
    Sqlite.reflect_tables(&mut counting, None, &names[..1]).unwrap();
    assert!(counting.1 <= asked);
    assert_eq!(Sqlite.reflect_tables(&mut f.connection, None, &[]).unwrap(), []);
}

#[test]
fn what_belongs_to_a_virtual_table_says_so() {
    let mut f = Fixture::new(
        "CREATE TABLE t (id INTEGER); CREATE TABLE docs_of_ours (id INTEGER); CREATE VIRTUAL TABLE docs USING fts5(body);
         CREATE VIRTUAL TABLE areas USING rtree(id, a, b); CREATE VIRTUAL TABLE \"using\" USING \"fts5\"(body)",
    );
    let managed = |f: &mut Fixture, name: &str| {
        let found = Sqlite.reflect_table(&mut f.connection, &TableName::new(name)).unwrap().unwrap();
        found.managed_elsewhere
    };
    assert_eq!(managed(&mut f, "t"), None);
    assert_eq!(managed(&mut f, "docs_of_ours"), None);
    assert_eq!(managed(&mut f, "docs"), Some(ManagedElsewhere::Module("fts5".into())));
    assert_eq!(managed(&mut f, "using"), Some(ManagedElsewhere::Module("fts5".into())));
    assert_eq!(managed(&mut f, "docs_data"), Some(ManagedElsewhere::VirtualTable));
    assert_eq!(managed(&mut f, "areas_node"), Some(ManagedElsewhere::VirtualTable));
    // An extension that is not loaded here: nothing can be known of its table, and it stops nobody.
    f.run(
        "PRAGMA writable_schema = 1; UPDATE sqlite_master SET sql = 'CREATE VIRTUAL TABLE docs USING vec0(body)' WHERE name = 'docs';
         PRAGMA writable_schema = RESET",
    );
    let names = Sqlite.table_names(&mut f.connection, None).unwrap();
    let all = Sqlite.reflect_tables(&mut f.connection, None, &names).unwrap();
    assert_eq!(all.len(), names.len());
    let docs = all.iter().find(|table| table.name.name == "docs").unwrap();
    assert_eq!((docs.columns.len(), &docs.managed_elsewhere), (0, &Some(ManagedElsewhere::Module("vec0".into()))));
    assert_eq!(managed(&mut f, "docs_data"), Some(ManagedElsewhere::VirtualTable));
}
