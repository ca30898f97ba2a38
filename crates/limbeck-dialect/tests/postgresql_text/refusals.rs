//! What is refused says what is wrong and the way out; named types are looked for where PostgreSQL finds them.

use limbeck_core::expression::*;
use limbeck_core::operation::*;
use limbeck_core::schema::*;
use limbeck_dialect::postgresql::Postgresql;
use limbeck_dialect::{BindMode, Catalogue, Dialect, DialectError, DriverParameters};

use crate::operations::build::*;
use crate::types::{domain, generic_enum, pg};

fn batch(operation: Operation, recreate: Recreate) -> Batch {
    Batch {
        table: name("t"),
        operations: vec![operation],
        recreate,
        copy_from: None,
        reflect_columns: vec![],
        table_args: vec![],
        table_options: DialectOptions::default(),
        naming_convention: None,
        partial_reordering: vec![],
    }
}

fn refused(operation: Operation) -> (String, String) {
    let error = Postgresql.operation(&operation, BindMode::Driver).unwrap_err();
    (error.to_string(), error.help().unwrap_or_default().to_owned())
}

#[test]
fn a_batch_block_that_asks_for_a_copy_is_refused() {
    let change = || add(name("t"), int("a"));
    let error = Postgresql.batch(&batch(change(), Recreate::Always), None).unwrap_err();
    assert!(error.to_string().contains("recreate=\"always\"") && error.help().is_some(), "{error}");
    let Operation::AddColumn { table, column, .. } = change() else { unreachable!() };
    let placed = Operation::AddColumn {
        table,
        column,
        if_not_exists: false,
        inline_references: false,
        inline_primary_key: false,
        place: Some(Place::Before("b".into())),
    };
    let error = Postgresql.batch(&batch(placed, Recreate::Auto), None).unwrap_err();
    assert!(error.to_string().contains("insert_before"), "{error}");
    assert_eq!(Postgresql.batch(&batch(change(), Recreate::Never), None).unwrap().len(), 1);
}

#[test]
fn refusals_name_the_column_and_the_way_out() {
    let (message, help) = refused(create(table(name("t"), vec![col("a", SqlType::Null)], vec![])).remove(0));
    assert!(message.starts_with("(in table 't', column 'a'): Can't generate DDL for NullType()"), "{message}");
    assert_eq!(help, "give the column a type");
    let (message, help) = refused(add(name("t"), col("a", other("mysql", "TINYINT", vec![]))));
    assert!(message.contains("column 'a'") && message.contains("TINYINT"), "{message}");
    assert!(help.contains("with_variant"), "{help}");
    let nul = Expression::Bind { value: Literal::Text("a\0".into()), sql_type: None };
    let select = Select { columns: vec![nul], ..Default::default() };
    let (message, _) = refused(execute(Statement::Query(Box::new(select.into()))).remove(0));
    assert!(message.contains("NUL"), "{message}");
    let (message, help) = refused(execute(Statement::Text(TextClause::new("SELECT :x"))).remove(0));
    assert!(message.contains("bind parameter 'x'") && help.contains("\\:x"), "{message}");
}

#[test]
fn values_that_are_no_values_of_their_kind_are_refused() {
    for value in [
        Literal::Date("2020'; DROP TABLE t; --".into()),
        Literal::Time("x".into()),
        Literal::DateTime("now".into()),
        Literal::Decimal("1; DROP TABLE t".into()),
        Literal::Interval(f64::NAN),
    ] {
        for mode in [BindMode::Driver, BindMode::Inline] {
            if matches!((&value, mode), (Literal::Interval(_), BindMode::Inline)) {
                continue;
            }
            let select = Select { columns: vec![bind(value.clone())], ..Default::default() };
            let made = Postgresql.statement(&Statement::Query(Box::new(select.into())), &[], mode);
            assert!(made.is_err(), "{value:?}: {made:?}");
        }
    }
}

#[test]
fn values_are_never_beside_the_text() {
    let select = Select { columns: vec![number(1), word("x")], ..Default::default() };
    for mode in [BindMode::Driver, BindMode::Inline, BindMode::Placeholder] {
        let made = Postgresql.statement(&Statement::Query(Box::new(select.clone().into())), &[], mode).unwrap();
        assert!(made.iter().all(|sql| sql.binds.is_empty()));
    }
}

#[test]
fn a_driver_s_own_marks_are_filled_as_psycopg2_fills_them() {
    let filled = |text: &str, parameters: DriverParameters<'_>| {
        Postgresql.driver_statement(text, &parameters).map(|sql| {
            assert!(sql.binds.is_empty());
            sql.text
        })
    };
    let values = [Literal::Int(-1), Literal::Text("it's".into())];
    let named = vec![("a".to_owned(), Literal::Null), ("b c".to_owned(), Literal::List(values.to_vec()))];
    assert_eq!(filled("SELECT '100%' % %s", DriverParameters::None).unwrap(), "SELECT '100%' % %s");
    for (text, parameters, expected) in [
        ("SELECT 5 %% 3 -%s, %s", DriverParameters::Positional(&values), "SELECT 5 % 3 - -1, 'it''s'"),
        (
            "x = %(a)s AND y IN %(b c)s AND z = ANY(%(b c)s)",
            DriverParameters::Named(&named),
            "x = NULL AND y IN ( -1, 'it''s') AND z = ANY(ARRAY[ -1,'it''s'])",
        ),
    ] {
        assert_eq!(filled(text, parameters).unwrap(), expected);
    }
    for text in ["SELECT %s", "SELECT %s, %s, %s", "SELECT %d, %s", "SELECT %(a)s, %s", "SELECT %"] {
        assert!(filled(text, DriverParameters::Positional(&values)).is_err(), "{text}");
    }
    assert!(filled("SELECT %(x)s", DriverParameters::Named(&named)).is_err());
    assert!(filled("SELECT %s", DriverParameters::Named(&named)).is_err());
}

#[test]
fn a_dict_is_no_value_without_json() {
    let dict = || Literal::Json("{}".into());
    for mode in [BindMode::Driver, BindMode::Inline] {
        let text = |sql_type| {
            let value = Expression::Bind { value: dict(), sql_type };
            let select = Select { columns: vec![value], ..Default::default() };
            Postgresql.statement(&Statement::Query(Box::new(select.into())), &[], mode)
        };
        assert!(text(None).unwrap_err().help().is_some_and(|help| help.contains("json.dumps")));
        let hstore = text(Some(pg("HSTORE", vec![]))).unwrap_err();
        assert!(hstore.help().is_some_and(|help| help.contains("=>")), "{hstore}");
        assert!(text(Some(pg("JSONB", vec![]))).is_ok());
    }
}

/// A database that notes what it is asked and has every type or none.
struct Asked {
    has: bool,
    queries: Vec<String>,
}

impl Catalogue for Asked {
    fn query(&mut self, sql: &str) -> Result<Vec<Vec<Literal>>, DialectError> {
        self.queries.push(sql.to_owned());
        Ok(if self.has { vec![vec![Literal::Int(1)]] } else { Vec::new() })
    }
}

#[test]
fn named_types_are_made_and_dropped_once() {
    let plain = generic_enum(&["a", "it's"], "e", None);
    let placed = generic_enum(&["a"], "E", Some("it's"));
    let texts = |made: Result<Vec<limbeck_dialect::Sql>, DialectError>| {
        made.unwrap().into_iter().map(|sql| sql.text).collect::<Vec<_>>()
    };
    assert_eq!(texts(Postgresql.create_type(&plain, None)), ["CREATE TYPE e AS ENUM ('a', 'it''s')"]);
    assert_eq!(texts(Postgresql.drop_type(&placed, None)), ["DROP TYPE \"it's\".\"E\""]);
    let of_integers = domain(SqlType::Integer, vec![]);
    assert_eq!(texts(Postgresql.create_type(&of_integers, None)), ["CREATE DOMAIN d AS INTEGER"]);
    assert_eq!(texts(Postgresql.drop_type(&of_integers, None)), ["DROP DOMAIN d"]);
    for other in [TEXT, pg("JSONB", vec![])] {
        assert!(texts(Postgresql.create_type(&other, None)).is_empty());
    }
    for has in [true, false] {
        let mut live = Asked { has, queries: vec![] };
        assert_eq!(texts(Postgresql.create_type(&plain, Some(&mut live))).is_empty(), has);
        assert_eq!(texts(Postgresql.drop_type(&placed, Some(&mut live))).is_empty(), !has);
        assert!(live.queries[0].contains("typname = 'e' AND pg_catalog.pg_type_is_visible"), "{:?}", live.queries);
        assert!(live.queries[1].contains("typname = 'E' AND n.nspname = 'it''s'"), "{:?}", live.queries);
    }
    assert!(Postgresql.create_type(&generic_enum(&["a"], "", None), None).is_err());
}
