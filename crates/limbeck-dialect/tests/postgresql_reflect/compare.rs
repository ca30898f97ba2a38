//! Comparison of types and defaults.

use limbeck_core::expression::Expression;
use limbeck_core::schema::*;
use limbeck_dialect::Dialect;
use limbeck_dialect::postgresql::Postgresql;
use serde_json::Value;

use crate::psql::Session;
use crate::types::model;
use crate::{SCHEMA, golden};

fn reflected(session: &mut Session, ddl: &str) -> Column {
    session.run(ddl).unwrap_or_else(|error| panic!("{ddl}: {error}"));
    let table = Postgresql.reflect_table(session, &TableName::new("pair")).expect("reflection").expect("a table");
    table.columns.into_iter().next().expect("a column")
}

/// Where limbeck and Alembic do not say the same of types.
const TYPES_ON_PURPOSE: &[(&str, &str, Option<u64>)] = &[
    // Alembic does not know the database's type and says nothing; their texts are not the same.
    ("xml", "Vector(3)", None),
    // A collation, and whether it is an array, tell two types apart.
    ("varchar(5) COLLATE \"C\"", "String(length=5)", None),
    ("varchar(5)", "String(length=5, collation='C')", None),
    ("integer[]", "Integer()", None),
    ("integer", "ARRAY(Integer())", None),
    // What says no precision has six digits of seconds.
    ("timestamp(3)", "DateTime()", None),
    ("interval", "Interval()", Some(3)),
];

#[test]
fn types_are_compared_as_alembic_compares_them() {
    let mut session = Session::with(SCHEMA);
    let golden = golden("types.json");
    let pairs = golden.as_array().expect("pairs");
    assert!(pairs.len() >= 80);
    let mut wrong = Vec::new();
    for pair in pairs {
        let (written, shown) = (pair["database"].as_str().expect("a type"), pair["shown"].as_str().expect("a type"));
        session.run("BEGIN").expect("a transaction");
        let column = reflected(&mut session, &format!("CREATE TABLE pair (c {written})"));
        session.run("ROLLBACK").expect("its end");
        let differ = Postgresql.types_differ(&column.sql_type, &model(&pair["model"]));
        let precision = pair["model"]["second_precision"].as_u64();
        let on_purpose = TYPES_ON_PURPOSE.contains(&(written, shown, precision));
        let wanted = pair["differ"].as_bool().expect("an answer") != on_purpose;
        if differ != Ok(wanted) {
            wrong.push(format!("{written} and {shown}: {differ:?}, {:?}", column.sql_type));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Where limbeck and Alembic do not say the same of defaults: what the database has, what the model says, and the answer here.
const DEFAULTS_ON_PURPOSE: &[(&str, &str, bool)] = &[
    // NULL is what there is without a default.
    ("text DEFAULT NULL", "NULL", false),
    // Alembic counts the sequence up on both sides and finds two numbers.
    ("integer DEFAULT nextval('loose')", "nextval('loose'::regclass)", false),
    // Alembic ends with the server's error.
    ("json DEFAULT '{}'", "{}", false),
    ("json DEFAULT '{}'", "[]", true),
    ("mood DEFAULT 'sad'", "ok", true),
    ("text DEFAULT random()::text", "random()", true),
];

fn default_of(model: &Value) -> Option<ServerDefault> {
    if let Some(text) = model["text"].as_str() {
        return Some(ServerDefault::Expression(Expression::text(text.replace(':', "\\:"))));
    }
    model["literal"].as_str().map(|text| ServerDefault::Literal(text.into()))
}

#[test]
fn defaults_are_compared_as_alembic_compares_them() {
    let mut session = Session::with(SCHEMA);
    session.run("CREATE SEQUENCE loose2").expect("a sequence");
    let golden = golden("defaults.json");
    let pairs = golden.as_array().expect("pairs");
    assert!(pairs.len() >= 80);
    let mut wrong = Vec::new();
    let mut unused: Vec<_> = DEFAULTS_ON_PURPOSE.to_vec();
    for pair in pairs {
        let ddl = pair["ddl"].as_str().expect("DDL");
        let said = pair["model"]["text"].as_str().or(pair["model"]["literal"].as_str()).unwrap_or("nothing");
        let written = ddl.trim_start_matches("CREATE TABLE pair (c ").trim_end_matches(')');
        let ours = DEFAULTS_ON_PURPOSE
            .iter()
            .find(|(there, wanted, _)| ddl == format!("CREATE TABLE pair (c {there})") && *wanted == said);
        let wanted = match ours {
            Some(known) => {
                unused.retain(|other| other != known);
                known.2
            }
            None => pair["differ"].as_bool().unwrap_or_else(|| panic!("{written}: {}", pair["differ"])),
        };
        session.run("BEGIN").expect("a transaction");
        let database = reflected(&mut session, ddl);
        let model = Column {
            server_default: default_of(&pair["model"]),
            primary_key: pair["primary_key"] == true,
            nullable: database.nullable,
            ..Column::new("c", database.sql_type.clone())
        };
        let differ = if database.server_default.is_some() || model.server_default.is_some() {
            Postgresql.defaults_differ(&mut session, &database, &model)
        } else {
            Ok(false)
        };
        // Whatever was asked, the transaction is as good as before.
        assert!(session.run("SELECT 1").is_ok(), "{written} and {said}");
        assert!(session.run("COMMIT").is_ok());
        session.run("SELECT 1").expect("a session");
        assert!(session.run("DROP TABLE pair").is_ok(), "{written} and {said}: the table is gone");
        if differ != Ok(wanted) {
            wrong.push(format!("{written} and {said}: {differ:?}, {:?}", database.server_default));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(unused.is_empty(), "{unused:?}");
}

#[test]
fn questions_leave_no_trace() {
    let mut session = Session::with("");
    session.run("CREATE SEQUENCE counted").expect("a sequence");
    let mut database = Column::new("c", SqlType::Integer);
    let sql = |text: &str| Some(ServerDefault::Expression(Expression::text(text.replace(':', "\\:"))));
    database.server_default = sql("nextval('counted'::regclass)");
    let model = |default| Column { server_default: default, ..Column::new("c", SqlType::Integer) };
    let differ = |session: &mut Session, database: &Column, default| {
        Postgresql.defaults_differ(session, database, &model(default)).expect("an answer")
    };
    // A sequence is never counted up.
    assert!(differ(&mut session, &database, sql("nextval('counted') + 1")));
    assert_eq!(session.run("SELECT is_called FROM counted"), Ok(vec!["f".to_owned()]));
    // What cannot be worked out differs, outside of a transaction as well, and the session goes on.
    database.server_default = sql("1");
    assert!(differ(&mut session, &database, sql("no_such_function()")));
    assert!(differ(&mut session, &database, sql("1) + (")));
    assert!(!differ(&mut session, &database, sql("2 - 1")));
    assert!(!differ(&mut session, &database, sql("2 - 1 -- one")));
    session.run("BEGIN").expect("a transaction");
    assert!(differ(&mut session, &database, sql("no_such_function()")));
    assert!(!differ(&mut session, &database, sql("2 - 1")));
    // A transaction that has failed already cannot be asked.
    assert!(session.run("SELECT nothing").is_err());
    assert!(Postgresql.defaults_differ(&mut session, &database, &model(sql("2 - 1"))).is_err());
}
