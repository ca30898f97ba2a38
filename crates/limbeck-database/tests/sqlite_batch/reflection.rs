//! A table of a live database as a schema.

use limbeck_core::expression::Expression;
use limbeck_core::schema::*;
use limbeck_dialect::Dialect;
use limbeck_dialect::sqlite::Sqlite;

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
