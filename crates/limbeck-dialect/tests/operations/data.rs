//! Directives of the data; the Python beside each name is in the goldens.

use limbeck_core::expression::BinaryOperator as B;
use limbeck_core::expression::*;
use limbeck_core::operation::*;
use limbeck_core::schema::*;

use super::build::*;

const COLUMNS: [(&str, SqlType); 11] = [
    ("id", SqlType::Integer),
    ("name", STRING),
    ("active", BOOLEAN),
    ("made", DATETIME),
    ("price", NUMERIC),
    ("key", UUID),
    ("raw", BINARY),
    ("day", SqlType::Date),
    ("at", TIME),
    ("ratio", FLOAT),
    ("data", SqlType::Json),
];

/// `t.c.name`
pub fn t(name: &str) -> Expression {
    let found = COLUMNS.iter().find(|(n, _)| *n == name).unwrap();
    Expression::Column { table: Some(TableName::new("t")), name: name.into(), sql_type: Some(found.1.clone()) }
}

/// `o.c.name`
pub fn o(name: &str) -> Expression {
    Expression::Column { table: Some(in_schema("s", "o")), name: name.into(), sql_type: None }
}

fn t_table() -> Table {
    table(name("t"), COLUMNS.iter().map(|(n, ty)| col(n, ty.clone())).collect(), vec![])
}

fn t_columns() -> Vec<String> {
    COLUMNS.iter().map(|(n, _)| (*n).to_owned()).collect()
}

fn typed(value: Literal, sql_type: SqlType) -> Expression {
    Expression::Bind { value, sql_type: Some(sql_type) }
}

fn from(table: TableName) -> FromItem {
    FromItem::table(table)
}

fn count() -> Expression {
    call("count", vec![Expression::Star])
}

fn select(query: Select) -> Vec<Operation> {
    execute(Statement::Query(Box::new(query.into())))
}

fn where_(filter: Vec<Expression>) -> Vec<Operation> {
    select(Select { columns: vec![t("id")], filter: Some(all(filter)), ..Default::default() })
}

fn columns(columns: Vec<Expression>) -> Vec<Operation> {
    select(Select { columns, ..Default::default() })
}

fn matching() -> Select {
    Select { columns: vec![o("id")], filter: Some(equal(o("t_id"), t("id"))), ..Default::default() }
}

fn insert(source: InsertSource, returning: Vec<Expression>) -> Vec<Operation> {
    execute(Statement::Insert(Box::new(Insert {
        prefixes: vec![],
        upsert: None,
        table: name("t"),
        table_columns: t_columns().into_iter().map(|name| (name, None)).collect(),
        source,
        returning,
    })))
}

pub fn update(values: Vec<(&str, Expression)>, filter: Option<Expression>) -> Vec<Operation> {
    let values = values.into_iter().map(|(n, v)| (n.to_owned(), v)).collect();
    execute(Statement::Update(Box::new(Update::new(name("t"), values, filter))))
}

pub fn delete(filter: Expression) -> Vec<Operation> {
    execute(Statement::Delete(Box::new(Delete::new(name("t"), Some(filter)))))
}

fn clause(text: &str, binds: Vec<(&str, Literal)>, expanding: bool) -> Vec<Operation> {
    let binds = binds
        .into_iter()
        .map(|(name, value)| TextBind { name: name.into(), value: Some(value), sql_type: None, expanding })
        .collect();
    execute(Statement::Text(TextClause { text: text.into(), binds }))
}

fn row(values: Vec<(&str, Literal)>) -> Vec<(String, Expression)> {
    values.into_iter().map(|(n, v)| (n.to_owned(), bind(v))).collect()
}

fn bulk(rows: Vec<Vec<(&str, Literal)>>) -> Vec<Operation> {
    let rows = rows.into_iter().map(row).collect();
    vec![Operation::BulkInsert { table: t_table(), rows, multiinsert: true }]
}

fn is_in(members: InMembers, negated: bool) -> Expression {
    Expression::In { operand: Box::new(t("id")), members, negated }
}

fn ordered(e: Expression, order: SortOrder, nulls: Option<NullsOrder>) -> Expression {
    Expression::Ordered { operand: Box::new(e), order: Some(order), nulls }
}

fn text_value(value: &str) -> Literal {
    Literal::Text(value.into())
}

pub fn cases() -> Vec<(&'static str, Vec<Operation>)> {
    let mut out = changes();
    out.extend(selects());
    out
}

fn changes() -> Vec<(&'static str, Vec<Operation>)> {
    let uuid = |n: u8| Literal::Uuid(format!("00000000-0000-0000-0000-00000000000{n}"));
    let names = |n: &[&str]| strings(n);
    let join = |e: Expression| Some(equal(e, o("t_id")));
    vec![
        (
            "bulk insert",
            bulk(vec![
                vec![("name", text_value("a")), ("id", Literal::Int(1))],
                vec![("id", Literal::Int(2)), ("name", Literal::Null), ("active", Literal::Bool(true))],
            ]),
        ),
        (
            "bulk insert of typed values",
            bulk(vec![vec![
                ("made", Literal::DateTime("2020-01-02 03:04:05".into())),
                ("price", Literal::Decimal("1.50".into())),
                ("key", uuid(5)),
                ("raw", Literal::Bytes(b"a'b".to_vec())),
                ("day", Literal::Date("2020-01-01".into())),
                ("at", Literal::Time("01:02:03.0004".into())),
                ("ratio", Literal::Float(1e30)),
            ]]),
        ),
        ("text", clause("UPDATE t SET a = 'x:y', d = '12:30' WHERE b = '\\:c' AND e::int > 100 %\t", vec![], false)),
        (
            "text with a value",
            clause(
                "UPDATE t SET a = :a, b = ':a', c = :n",
                vec![("a", text_value("it's")), ("n", Literal::Null)],
                false,
            ),
        ),
        (
            "text with a list",
            clause(
                "DELETE FROM t WHERE id IN :ids",
                vec![("ids", Literal::List(vec![Literal::Int(1), Literal::Int(2)]))],
                true,
            ),
        ),
        (
            "text with typed values",
            clause(
                "SELECT :a, :b, :c, :d, :e",
                vec![
                    ("a", Literal::Bool(true)),
                    ("b", Literal::Float(1.5)),
                    ("c", Literal::DateTime("2020-01-01 00:00:00".into())),
                    ("d", Literal::Decimal("1.10".into())),
                    ("e", uuid(3)),
                ],
                false,
            ),
        ),
        (
            "insert values",
            insert(
                InsertSource::Values(names(&["name", "id"]), vec![vec![typed(Literal::Null, STRING), number(1)]]),
                vec![],
            ),
        ),
        (
            "insert rows",
            insert(
                InsertSource::Values(
                    names(&["id", "name"]),
                    vec![vec![number(1), word("a")], vec![number(2), word("b")]],
                ),
                vec![],
            ),
        ),
        (
            "insert from select",
            insert(
                InsertSource::Query(
                    names(&["id", "name"]),
                    Box::new(
                        Select { columns: vec![o("id"), call("upper", vec![word("a")])], ..Default::default() }.into(),
                    ),
                ),
                vec![],
            ),
        ),
        (
            "insert returning",
            insert(InsertSource::Values(names(&["id"]), vec![vec![number(1)]]), vec![t("id"), t("name")]),
        ),
        (
            "insert with placeholders",
            insert(InsertSource::Values(names(&["id", "name"]), vec![vec![number(1), word("x")]]), vec![]),
        ),
        (
            "update",
            update(
                vec![("name", word("it's")), ("active", typed(Literal::Bool(true), BOOLEAN))],
                Some(equal(t("id"), number(1))),
            ),
        ),
        (
            "update with placeholders",
            update(vec![("name", word("x"))], Some(equal(t("id"), Expression::Inline(Literal::Int(5))))),
        ),
        ("update from a subquery", update(vec![("name", Expression::Subquery(Box::new(matching().into())))], None)),
        ("update from another table", update(vec![("name", call("upper", vec![t("name")]))], join(t("id")))),
        ("delete", delete(all(vec![equal(t("id"), number(1)), binary(B::NotEqual, t("name"), Expression::Null)]))),
        ("tabs in a value", delete(equal(t("name"), word("x\ty")))),
    ]
}

fn selects() -> Vec<(&'static str, Vec<Operation>)> {
    let one = |e: Expression| binary(B::Add, e, number(1));
    let boxed = Box::new;
    let equals = |n: i64| equal(t("id"), number(n));
    let two = || Select { columns: vec![o("t_id")], ..Default::default() };
    let exists = |query: Select, negated| Expression::Exists { query: Box::new(query.into()), negated };
    let any_row = Select { columns: vec![Expression::Star], from: vec![], ..matching() };
    let negate = |e: Expression| Expression::Unary { operator: UnaryOperator::Negate, operand: Box::new(e) };
    let aliased = |n: &str| Expression::Column { table: Some(TableName::new("x y")), name: n.into(), sql_type: None };
    vec![
        (
            "select: labels",
            columns(vec![
                t("id"),
                count(),
                call("lower", vec![t("name")]),
                one(t("id")),
                Expression::Cast { operand: boxed(t("id")), sql_type: STRING },
                number(3),
                Expression::Null,
                text("x"),
                count(),
                label(t("name"), "N"),
            ]),
        ),
        (
            "select: same names",
            select(Select {
                columns: vec![t("id"), o("id"), t("id")],
                from: vec![from(name("t"))],
                joins: vec![Join {
                    table: from(in_schema("s", "o")),
                    condition: Some(equal(t("id"), o("t_id"))),
                    outer: false,
                }],
                ..Default::default()
            }),
        ),
        ("select: booleans", where_(vec![not(t("active")), binary(B::Greater, t("id"), number(1))])),
        (
            "select: junctions",
            where_(vec![
                any(vec![equals(1), all(vec![equals(2), binary(B::Like, t("name"), word("x%"))]), text("a or b")]),
                any(vec![t("active"), equals(3)]),
            ]),
        ),
        (
            "select: negations",
            where_(vec![
                not(all(vec![equals(2), equals(3)])),
                not(is_in(InMembers::List(vec![number(1), number(2)]), false)),
                not(Expression::Between {
                    operand: boxed(t("id")),
                    low: boxed(number(1)),
                    high: boxed(number(2)),
                    negated: false,
                }),
                not(binary(B::Like, t("name"), word("x"))),
                not(binary(B::Less, t("id"), number(3))),
                not(call("f", vec![t("id")])),
            ]),
        ),
        (
            "select: IN",
            where_(vec![
                is_in(InMembers::List(vec![]), false),
                is_in(InMembers::Query(Box::new(two().into())), false),
                is_in(InMembers::List(vec![]), true),
            ]),
        ),
        ("select: EXISTS", where_(vec![exists(any_row, false), not(exists(matching(), false))])),
        (
            "select: arithmetic",
            columns(vec![
                binary(B::Add, t("id"), binary(B::Multiply, number(1), t("id"))),
                binary(B::Multiply, one(t("id")), number(2)),
                binary(B::Subtract, t("id"), binary(B::Subtract, t("id"), number(1))),
                negate(t("id")),
                negate(one(t("id"))),
                binary(B::Concatenate, t("name"), word("x")),
                binary(B::Divide, t("id"), number(2)),
                binary(B::Modulo, t("id"), number(2)),
                binary(B::Custom("->>".into()), t("id"), word("x")),
                binary(B::Custom("@".into()), t("id"), one(t("id"))),
            ]),
        ),
        (
            "select: order, group, limit",
            select(Select {
                columns: vec![t("name")],
                distinct: true,
                group_by: vec![t("name")],
                having: Some(binary(B::Greater, count(), number(1))),
                order_by: vec![
                    ordered(t("id"), SortOrder::Descending, None),
                    ordered(t("name"), SortOrder::Ascending, Some(NullsOrder::Last)),
                ],
                limit: Some(number(3)),
                ..Default::default()
            }),
        ),
        ("select: offset", select(Select { columns: vec![t("id")], offset: Some(number(2)), ..Default::default() })),
        (
            "select: case",
            columns(vec![
                Expression::Case {
                    operand: None,
                    branches: vec![(equals(1), word("a"))],
                    otherwise: Some(boxed(word("b"))),
                },
                label(
                    Expression::Case {
                        operand: Some(boxed(t("id"))),
                        branches: vec![(number(1), word("a"))],
                        otherwise: None,
                    },
                    "k",
                ),
            ]),
        ),
        (
            "select: alias and joins",
            select(Select {
                columns: vec![aliased("id")],
                from: vec![FromItem { source: FromSource::Table(name("t")), alias: Some("x y".into()) }],
                joins: vec![Join { table: from(in_schema("s", "o")), condition: Some(text("1=1")), outer: true }],
                filter: Some(equal(aliased("id"), number(1))),
                ..Default::default()
            }),
        ),
        (
            "select: functions",
            columns(vec![
                call("coalesce", vec![t("name"), word("x")]),
                call("pg_catalog.f", vec![number(1)]),
                call("now", vec![]),
                call("current_date", vec![]),
                call("count", vec![Expression::Distinct(boxed(t("id")))]),
                Expression::Collate { operand: boxed(t("name")), collation: "NOCASE".into() },
            ]),
        ),
        (
            "select: null and distinct from",
            where_(vec![
                equal(t("name"), Expression::Null),
                binary(B::IsNot, t("name"), Expression::Null),
                binary(B::IsDistinctFrom, t("id"), number(1)),
                binary(B::ILike, t("name"), word("x")),
            ]),
        ),
        (
            "select: scalar subquery",
            columns(vec![
                t("id"),
                label(
                    Expression::Subquery(Box::new(
                        Select {
                            columns: vec![count()],
                            from: vec![from(in_schema("s", "o"))],
                            filter: Some(equal(o("t_id"), t("id"))),
                            ..Default::default()
                        }
                        .into(),
                    )),
                    "n",
                ),
            ]),
        ),
    ]
}
