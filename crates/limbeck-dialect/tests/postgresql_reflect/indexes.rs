//! Comparison of indexes.

use limbeck_core::autogenerate::{ColumnOf, Difference, ElementText, Item, ItemKind, Kept, Remark, Rules, compare};
use limbeck_core::expression::Expression;
use limbeck_core::schema::*;
use limbeck_dialect::postgresql::Postgresql;
use limbeck_dialect::{Catalogue, Dialect, DialectError};
use serde_json::Value;

use crate::golden;
use crate::psql::Session;

/// Nothing but indexes.
struct Indexes;

impl Rules for Indexes {
    type Error = DialectError;

    fn include_name(&self, _: ItemKind, _: Option<&str>, _: &TableName) -> Result<bool, DialectError> {
        Ok(true)
    }

    fn include_object(&self, item: Item<'_>, _: Option<Item<'_>>) -> Result<bool, DialectError> {
        Ok(item.kind != ItemKind::Column)
    }

    fn compares_types(&self) -> bool {
        false
    }

    fn types_differ(&self, _: ColumnOf<'_>, _: ColumnOf<'_>) -> Result<bool, DialectError> {
        Ok(false)
    }

    fn compares_defaults(&self) -> bool {
        false
    }

    fn defaults_differ(&self, _: ColumnOf<'_>, _: ColumnOf<'_>) -> Result<bool, DialectError> {
        Ok(false)
    }

    fn expression_text(&self, expression: &Expression) -> Result<String, DialectError> {
        Postgresql.comparable_text(expression)
    }

    fn default_sql(&self, default: &ServerDefault) -> Result<String, DialectError> {
        Postgresql.default_sql(default)
    }

    fn same_text(&self, one: &Expression, other: &Expression, table: &TableName) -> Result<bool, DialectError> {
        Postgresql.same_text(one, other, table)
    }

    fn index_options(&self, index: &Index) -> Result<Vec<(String, String)>, DialectError> {
        Postgresql.index_options(index)
    }

    fn index_elements(&self, index: &Index) -> Result<Option<Vec<ElementText>>, DialectError> {
        Postgresql.index_elements(index)
    }

    fn found(&self, _: &Difference) {}

    fn remark(&self, _: Remark) {}
}

fn element(said: &Value) -> IndexElement {
    if let Some(text) = said.as_str() {
        return match text.strip_prefix('=') {
            Some(sql) => IndexElement { expression: Expression::text(sql), order: None, nulls: None },
            None => IndexElement::column(text),
        };
    }
    let mut element = IndexElement::column(said[0].as_str().expect("a column"));
    match said[1].as_str() {
        Some("ASC") => element.order = Some(SortOrder::Ascending),
        Some("DESC") => element.order = Some(SortOrder::Descending),
        _ => element.nulls = Some(NullsOrder::First),
    }
    element
}

#[test]
fn indexes_are_compared_as_alembic_compares_them() {
    let mut session = Session::with("");
    let golden = golden("indexes.json");
    let pairs = golden.as_array().expect("pairs");
    assert!(pairs.len() >= 30);
    let mut wrong = Vec::new();
    for pair in pairs {
        let ddl = pair["ddl"].as_str().expect("DDL");
        session.run("CREATE TABLE pair (a integer, b integer, c text, d jsonb, \"Odd\" integer)").expect("a table");
        session.run(ddl).expect("an index");
        let name = TableName::new("pair");
        let there = Postgresql.reflect_table(&mut session, &name).expect("reflection").expect("a table");
        session.run("DROP TABLE pair").expect("its end");
        let mut model = Table { indexes: Vec::new(), ..there.clone() };
        model.indexes.push(Index {
            name: Some(Name::finished("ix")),
            table: name,
            elements: pair["elements"].as_array().expect("elements").iter().map(element).collect(),
            unique: pair["unique"] == true,
            options: DialectOptions::default(),
        });
        let found = compare(&[there], &[model], &Indexes).expect("a comparison");
        if pair["differ"] != !found.is_empty() {
            wrong.push(format!("{ddl} and {}: {found:?}", pair["elements"]));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Whatever becomes of the model's table, nothing of it stays, and a transaction that is under way goes on.
#[test]
fn a_table_as_the_server_keeps_it_leaves_nothing_behind() {
    let mut session = Session::with("CREATE TABLE t (a VARCHAR(9), CONSTRAINT ck CHECK (a IN ('x', 'y')))");
    let name = TableName::new("t");
    let database = Postgresql.reflect_table(&mut session, &name).expect("an answer").expect("the table");
    let mut model = Table::new(name.clone());
    model.columns = vec![Column::new("a", SqlType::String { length: Some(9), collation: None })];
    let check = |text: &str| {
        Constraint::Check(CheckConstraint {
            name: Some(Name::finished("ck")),
            condition: Expression::text(text),
            deferral: Deferral::default(),
            options: DialectOptions::default(),
            of_type: None,
        })
    };
    for begin in [false, true] {
        if begin {
            session.query("BEGIN").expect("a transaction");
        }
        for (text, same) in [("a IN ('x', 'y')", Some(true)), ("a IN ('x')", Some(false)), ("nowhere > 1", None)] {
            model.constraints = vec![check(text)];
            let kept = Postgresql.kept(&mut session, &database, &model).expect("the place is left");
            let found = match kept {
                Kept::InOwnWords { database, model } => Some(database.constraints == model.constraints),
                _ => None,
            };
            assert_eq!(found, same, "{text}");
            let still = Postgresql.reflect_table(&mut session, &name).expect("an answer").expect("the table");
            assert_eq!(still, database);
        }
        let left = session.query("SELECT count(*)::int8 FROM pg_class WHERE relname = 't'").expect("an answer");
        assert_eq!(left, [[limbeck_core::expression::Literal::Int(1)]]);
    }
}
