//! Values as they are kept: what SQLAlchemy 2.1.9 with Python's `sqlite3` stores for the same type and value (looked up there).

use limbeck_core::expression::*;
use limbeck_core::operation::Operation;
use limbeck_core::schema::*;
use limbeck_database::sqlite::SqliteConnection;
use limbeck_database::{Connection, Url};
use limbeck_dialect::sqlite::Sqlite;
use limbeck_dialect::{BindMode, Catalogue, Dialect, DialectError, Sql};

fn memory() -> SqliteConnection {
    SqliteConnection::open(&Url::parse("sqlite://").unwrap()).unwrap()
}

fn text(value: &str) -> Literal {
    Literal::Text(value.into())
}

fn bulk(sql_type: SqlType, rows: Vec<Vec<(&str, Literal)>>) -> Operation {
    let bind = |value| Expression::Bind { value, sql_type: None };
    let rows = rows.into_iter().map(|r| r.into_iter().map(|(n, v)| (n.to_owned(), bind(v))).collect()).collect();
    let columns = vec![Column::new("x", sql_type), Column::new("y", SqlType::Null)];
    let table = Table { columns, ..Table::new(TableName::new("t")) };
    Operation::BulkInsert { table, rows, multiinsert: true }
}

fn stored(sql_type: &SqlType, value: &Literal) -> Result<(String, String), DialectError> {
    let mut c = memory();
    let declared = Sqlite.type_text(sql_type)?;
    c.execute(&Sql::new(format!("CREATE TABLE t (x {declared})"))).unwrap();
    for sql in Sqlite.operation(&bulk(sql_type.clone(), vec![vec![("x", value.clone())]]), BindMode::Driver)? {
        assert_eq!(sql.text, "INSERT INTO t (x) VALUES (?)");
        c.execute(&sql).unwrap();
    }
    let row = c.query("SELECT quote(x), typeof(x) FROM t").unwrap().remove(0);
    let show = |value: &Literal| if let Literal::Text(text) = value { text.clone() } else { format!("{value:?}") };
    Ok((show(&row[0]), show(&row[1])))
}

#[test]
fn values_of_a_known_type_are_kept_in_its_form() {
    let numeric = SqlType::Numeric { precision: Some(10), scale: Some(2) };
    let float = SqlType::Float { precision: None };
    let string = SqlType::String { length: None, collation: None };
    let boolean = SqlType::Boolean { name: None, create_constraint: false };
    let moment = SqlType::DateTime { timezone: false };
    let stamp = SqlType::Literal { name: "TIMESTAMP".into(), arguments: vec![], timezone: false, collation: None };
    let span = SqlType::Interval { native: true, second_precision: None };
    let at = |text: &str| Literal::DateTime(text.into());
    let json = r#"{"a": [1, null, "\u00e9"]}"#;
    for (sql_type, value, kept, kind) in [
        (&SqlType::Integer, Literal::Int(5), "5", "integer"),
        (&SqlType::Integer, Literal::Null, "NULL", "null"),
        (&SqlType::Integer, Literal::Bool(true), "1", "integer"),
        (&numeric, Literal::Decimal("1.10".into()), "1.1", "real"),
        (&numeric, Literal::Int(3), "3", "integer"),
        (&float, Literal::Int(2), "2.0", "real"),
        (&string, text("it's"), "'it''s'", "text"),
        (&string, Literal::Int(5), "'5'", "text"),
        (&boolean, Literal::Bool(true), "1", "integer"),
        (&boolean, Literal::Int(0), "0", "integer"),
        (&SqlType::Date, Literal::Date("2020-01-02".into()), "'2020-01-02'", "text"),
        (&SqlType::Time { timezone: false }, Literal::Time("01:02:03".into()), "'01:02:03.000000'", "text"),
        (&moment, at("2020-01-02 03:04:05"), "'2020-01-02 03:04:05.000000'", "text"),
        (&moment, at("2020-01-02 03:04:05.12+00:00"), "'2020-01-02 03:04:05.120000'", "text"),
        (&moment, Literal::Date("2020-01-02".into()), "'2020-01-02 00:00:00.000000'", "text"),
        (&stamp, at("2020-01-02 00:00:00"), "'2020-01-02 00:00:00.000000'", "text"),
        (&span, Literal::Interval(86_405.0), "'1970-01-02 00:00:05.000000'", "text"),
        (&SqlType::LargeBinary { length: None }, Literal::Bytes(vec![0, 120]), "X'0078'", "blob"),
        (
            &SqlType::Uuid { native: true },
            Literal::Uuid("00000000-0000-0000-0000-0000000000ff".into()),
            "'000000000000000000000000000000ff'",
            "text",
        ),
        (&SqlType::Json, Literal::Json(json.into()), r#"'{"a": [1, null, "\u00e9"]}'"#, "text"),
        // JSON's own null is JSON text.
        (&SqlType::Json, Literal::Null, "NULL", "null"),
        (&SqlType::Json, Literal::Json("null".into()), "'null'", "text"),
        (&SqlType::Json, text("x"), "'\"x\"'", "text"),
        (&SqlType::Json, Literal::Int(3), "3", "integer"),
        (&SqlType::Json, Literal::Bool(true), "'true'", "text"),
    ] {
        let found = stored(sql_type, &value).unwrap();
        assert_eq!(found, (kept.to_owned(), kind.to_owned()), "{value:?} as {sql_type:?}");
    }
    for (sql_type, value) in [
        (&moment, text("2020-01-01")),
        (&SqlType::Date, text("2020-01-01")),
        (&boolean, Literal::Int(2)),
        (&numeric, text("much")),
        (&SqlType::LargeBinary { length: None }, text("x")),
        (&SqlType::Uuid { native: true }, Literal::Int(1)),
    ] {
        assert!(stored(sql_type, &value).is_err(), "{value:?} as {sql_type:?}");
    }
}

#[test]
fn values_of_text_are_handed_over_as_the_driver_would() {
    let moment = || Literal::DateTime("2020-01-02 03:04:05".into());
    let mut c = memory();
    let mut shown = |statement: &Statement, parameters: &[Parameters]| {
        let sql = Sqlite.statement(statement, parameters, BindMode::Driver).unwrap().remove(0);
        c.execute(&sql).unwrap().rows[0][0].clone()
    };
    let clause = Statement::Text(TextClause::new("SELECT :v"));
    assert_eq!(shown(&clause, &[vec![("v".into(), moment())]]), text("2020-01-02 03:04:05"));
    // A value given with bindparams has the type of the value.
    let bind = TextBind { name: "v".into(), value: Some(moment()), sql_type: None, expanding: false };
    let bound = Statement::Text(TextClause { text: "SELECT :v".into(), binds: vec![bind] });
    assert_eq!(shown(&bound, &[]), text("2020-01-02 03:04:05.000000"));
    // One value may stand in several places, and parameters that the text does not name do no harm.
    let twice = Statement::Text(TextClause::new("SELECT :a || :b || :a"));
    let parameters = vec![("a".into(), text("x")), ("b".into(), text("-")), ("c".into(), Literal::Null)];
    assert_eq!(shown(&twice, &[parameters]), text("x-x"));
}

#[test]
fn a_value_that_is_missing_is_asked_for() {
    let clause = Statement::Text(TextClause::new("UPDATE t SET a = :a"));
    for mode in [BindMode::Driver, BindMode::Inline] {
        let error = Sqlite.statement(&clause, &[], mode).unwrap_err();
        assert!(error.to_string().starts_with("A value is required for bind parameter 'a'"), "{error}");
        assert!(error.help().unwrap().contains("\\:a"));
    }
    let placeholder = Sqlite.statement(&clause, &[], BindMode::Placeholder).unwrap();
    assert_eq!(placeholder[0].text, "UPDATE t SET a = ?");
}

#[test]
fn parameter_sets_fill_an_insert_one_by_one() {
    let insert = Statement::Insert(Box::new(Insert {
        prefixes: vec![],
        upsert: None,
        table: TableName::new("t"),
        table_columns: vec![("x".into(), None), ("y".into(), None)],
        source: InsertSource::Parameters,
        returning: vec![],
    }));
    let set = |y: i64, x: &str| vec![("y".to_owned(), Literal::Int(y)), ("x".to_owned(), text(x))];
    let found = Sqlite.statement(&insert, &[set(1, "a"), set(2, "b")], BindMode::Driver).unwrap();
    assert_eq!(found.len(), 2);
    assert!(found.iter().all(|s| s.text == "INSERT INTO t (x, y) VALUES (?, ?)"));
    assert_eq!(found[1].binds, vec![text("b"), Literal::Int(2)]);
    let short = vec![("y".to_owned(), Literal::Int(1))];
    let error = Sqlite.statement(&insert, &[set(1, "a"), short], BindMode::Driver).unwrap_err();
    assert_eq!(error.to_string(), "A value is required for bind parameter 'x', in parameter group 1");
    let unknown = vec![("z".to_owned(), Literal::Null)];
    let error = Sqlite.statement(&insert, &[unknown], BindMode::Driver).unwrap_err();
    assert_eq!(error.to_string(), "Unconsumed column names: z");
    let none = Sqlite.statement(&insert, &[vec![]], BindMode::Driver).unwrap();
    assert_eq!(none[0].text, "INSERT INTO t DEFAULT VALUES");
}

#[test]
fn bulk_rows_have_the_keys_of_the_first_one() {
    let rows = || vec![vec![("x", text("a")), ("y", Literal::Int(1))], vec![("x", text("b"))]];
    let operation = bulk(SqlType::Text { length: None, collation: None }, rows());
    let error = Sqlite.operation(&operation, BindMode::Driver).unwrap_err();
    assert_eq!(error.to_string(), "A value is required for bind parameter 'y', in parameter group 1");
    let Operation::BulkInsert { table, rows, .. } = operation else { unreachable!() };
    let each = Operation::BulkInsert { table, rows, multiinsert: false };
    let texts: Vec<String> = Sqlite.operation(&each, BindMode::Driver).unwrap().into_iter().map(|s| s.text).collect();
    assert_eq!(texts, ["INSERT INTO t (x, y) VALUES (?, ?)", "INSERT INTO t (x) VALUES (?)"]);
}

#[test]
fn lists_and_limits_are_bound() {
    let column =
        |name: &str| Expression::Column { table: Some(TableName::new("t")), name: name.into(), sql_type: None };
    let number = |n: i64| Expression::Bind { value: Literal::Int(n), sql_type: None };
    let filter = Expression::In {
        operand: Box::new(column("id")),
        members: InMembers::List(vec![number(1), number(2)]),
        negated: false,
    };
    let query =
        Select { columns: vec![column("id")], filter: Some(filter), offset: Some(number(3)), ..Default::default() };
    let sql = Sqlite.statement(&Statement::Query(Box::new(query.into())), &[], BindMode::Driver).unwrap().remove(0);
    assert_eq!(sql.text, "SELECT t.id \nFROM t \nWHERE t.id IN (?, ?)\n LIMIT ? OFFSET ?");
    assert_eq!(sql.binds, [1, 2, -1, 3].map(Literal::Int));
}
