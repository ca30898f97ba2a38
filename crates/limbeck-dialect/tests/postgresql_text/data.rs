//! Directives of the data; the Python beside each name is in the goldens.

use limbeck_core::expression::BinaryOperator as B;
use limbeck_core::expression::*;
use limbeck_core::operation::*;
use limbeck_core::schema::*;

use crate::operations::build::*;
use crate::operations::data::{delete, o, t, update};
use crate::types::{array, generic_enum, own_enum, pg, said};

type Cases = Vec<(&'static str, Vec<Operation>)>;

fn select(columns: Vec<Expression>, filter: Vec<Expression>) -> Vec<Operation> {
    let filter = (!filter.is_empty()).then(|| all(filter));
    execute(Statement::Query(Box::new(Select { columns, filter, ..Default::default() }.into())))
}

fn typed(value: Literal, sql_type: SqlType) -> Expression {
    Expression::Bind { value, sql_type: Some(sql_type) }
}

fn cast(operand: Expression, sql_type: SqlType) -> Expression {
    Expression::Cast { operand: Box::new(operand), sql_type }
}

fn boxed(e: Expression) -> Box<Expression> {
    Box::new(e)
}

fn is_in(operand: Expression, members: Vec<Expression>) -> Expression {
    Expression::In { operand: boxed(operand), members: InMembers::List(members), negated: false }
}

fn custom(left: Expression, operator: &str, right: &str) -> Expression {
    binary(B::Custom(operator.into()), left, word(right))
}

fn bulk(columns: Vec<(&str, SqlType)>, rows: Vec<Vec<(&str, Literal)>>, multiinsert: bool) -> Operation {
    let rows = rows.into_iter().map(|row| row.into_iter().map(|(n, v)| (n.to_owned(), bind(v))).collect()).collect();
    let columns = columns.into_iter().map(|(n, ty)| col(n, ty)).collect();
    Operation::BulkInsert { table: table(name("b"), columns, vec![]), rows, multiinsert }
}

fn plain_text(text: &str) -> Vec<Operation> {
    execute(Statement::Text(TextClause::new(text)))
}

/// Text with values bound to it.
fn clause(text: &str, binds: Vec<(&str, Literal)>, expanding: bool) -> Vec<Operation> {
    let binds = binds
        .into_iter()
        .map(|(name, value)| TextBind { name: name.into(), value: Some(value), sql_type: None, expanding })
        .collect();
    execute(Statement::Text(TextClause { text: text.into(), binds }))
}

/// Text with the parameters of its execution.
fn with_parameters(text: &str, parameters: Vec<(&str, Literal)>) -> Vec<Operation> {
    let parameters = parameters.into_iter().map(|(n, v)| (n.to_owned(), v)).collect();
    vec![Operation::Execute { statement: Statement::Text(TextClause::new(text)), parameters }]
}

fn returning(statement: Vec<Operation>, columns: Vec<Expression>) -> Vec<Operation> {
    let mut statement = statement;
    for operation in &mut statement {
        match operation {
            Operation::Execute { statement: Statement::Update(made), .. } => made.returning = columns.clone(),
            Operation::Execute { statement: Statement::Delete(made), .. } => made.returning = columns.clone(),
            _ => {}
        }
    }
    statement
}

/// `p.c.name`
fn p(name: &str) -> Expression {
    let table = Some(TableName::new("p"));
    Expression::Column { table, name: name.into(), sql_type: Some(SqlType::Integer) }
}

fn string_value(text: &str) -> Literal {
    Literal::Text(text.into())
}

fn j() -> (&'static str, SqlType) {
    ("j", pg("JSONB", vec![]))
}

pub fn cases() -> Cases {
    let mut out = functions();
    out.extend(changes());
    out.extend(placeholders());
    out
}

fn functions() -> Cases {
    let f = call;
    let name = || t("name");
    let divide = |left, right| binary(B::Divide, left, right);
    let float = SqlType::Float { precision: None };
    let limited =
        Select { columns: vec![t("id")], limit: Some(number(3)), offset: Some(number(2)), ..Default::default() };
    let locked = Select { columns: vec![t("id")], for_update: true, ..Default::default() };
    let as_statement = |s: Select| execute(Statement::Query(Box::new(s.into())));
    vec![
        (
            "ansi functions",
            select(
                "current_date current_time current_timestamp current_user localtime localtimestamp session_user user random now"
                    .split(' ')
                    .map(|n| f(n, vec![]))
                    .collect(),
                vec![],
            ),
        ),
        (
            "functions with their own words",
            select(
                vec![
                    f("char_length", vec![name()]),
                    f("aggregate_strings", vec![name(), word(", ")]),
                    f("pow", vec![t("id"), number(2)]),
                    f("substring", vec![name(), number(1), number(2)]),
                    f("substring", vec![name(), number(1)]),
                    f("gen_random_uuid", vec![]),
                    f("jsonb_build_object", vec![word("k"), t("id")]),
                    f("array_agg", vec![t("id")]),
                    f("coalesce", vec![t("id"), number(0)]),
                ],
                vec![],
            ),
        ),
        (
            "operators",
            select(
                vec![t("id")],
                vec![
                    binary(B::ILike, name(), word("x%")),
                    binary(B::NotILike, name(), word("y")),
                    custom(name(), "~", "^a"),
                    equal(custom(t("data"), "->>", "k"), word("v")),
                    equal(custom(t("data"), "#>>", "{a,b}"), word("v")),
                    binary(B::IsNotDistinctFrom, t("id"), Expression::Null),
                    binary(B::Is, t("active"), Expression::True),
                    equal(t("active"), Expression::False),
                ],
            ),
        ),
        (
            "division",
            select(
                vec![
                    divide(t("id"), t("id")),
                    divide(t("price"), typed(Literal::Int(2), NUMERIC)),
                    divide(t("ratio"), Expression::Column { table: Some(TableName::new("t")), name: "ratio".into(), sql_type: Some(float) }),
                    divide(t("id"), typed(Literal::Float(2.5), SqlType::Integer)),
                ],
                vec![],
            ),
        ),
        ("limits", [as_statement(limited), as_statement(locked)].concat()),
        (
            "tuples",
            select(
                vec![t("id")],
                vec![
                    is_in(
                        Expression::Tuple(vec![t("id"), name()]),
                        vec![
                            Expression::Tuple(vec![number(1), word("a")]),
                            Expression::Tuple(vec![number(2), word("b")]),
                        ],
                    ),
                    is_in(Expression::Tuple(vec![t("id"), name()]), vec![]),
                ],
            ),
        ),
        (
            "casts",
            select(
                vec![
                    cast(typed(string_value("5"), SqlType::Integer), SqlType::Integer),
                    cast(name(), pg("JSONB", vec![])),
                    cast(word("a"), own_enum(&["a"], vec![("name", said("e")), ("schema", said("s"))])),
                    cast(name(), array(TEXT, 1)),
                    cast(Expression::Null, literal("UUID", &[])),
                ],
                vec![],
            ),
        ),
    ]
}

fn changes() -> Cases {
    let order = in_schema("S", "Order");
    let user = Expression::Column { table: Some(order.clone()), name: "user".into(), sql_type: Some(STRING) };
    let quoted = Update {
        prefixes: vec![],
        aliases: vec![],
        table: order,
        values: vec![("a b".into(), number(1))],
        filter: Some(equal(user, word("x"))),
        returning: vec![],
    };
    let all_types = vec![
        ("a", array(TEXT, 1)),
        ("e", generic_enum(&["x"], "e", None)),
        ("u", literal("UUID", &[])),
        ("i", pg("INTERVAL", vec![])),
        ("z", SqlType::DateTime { timezone: true }),
        ("n", TEXT),
    ];
    let rows = vec![
        vec![
            ("a", Literal::List(vec![string_value("x"), string_value("y")])),
            ("e", string_value("x")),
            ("u", Literal::Uuid("00000000-0000-0000-0000-000000000007".into())),
            ("i", Literal::Interval(7200.0)),
            ("z", Literal::DateTime("2020-01-02 00:00:00+00:00".into())),
            ("n", string_value("plain")),
        ],
        vec![("a", Literal::Null), ("n", Literal::Null)],
    ];
    vec![
        ("delete by another table", delete(equal(t("id"), o("t_id")))),
        (
            "update from two tables",
            update(vec![("id", p("id"))], Some(all(vec![equal(o("t_id"), t("id")), equal(p("o_id"), o("id"))]))),
        ),
        (
            "update returning",
            [
                returning(update(vec![("name", word("x"))], Some(equal(t("id"), number(1)))), vec![t("id"), t("name")]),
                execute(Statement::Delete(Box::new(Delete {
                    prefixes: vec![],
                    aliases: vec![],
                    table: name("t"),
                    filter: None,
                    returning: vec![t("id")],
                }))),
            ]
            .concat(),
        ),
        ("empty expanding list", clause("DELETE FROM t WHERE id IN :ids", vec![("ids", Literal::List(vec![]))], true)),
        ("quoted columns", execute(Statement::Update(Box::new(quoted)))),
        (
            "booleans",
            [
                update(vec![("active", bind(Literal::Bool(true)))], Some(t("active"))),
                update(vec![("active", Expression::False)], Some(Expression::True)),
            ]
            .concat(),
        ),
        ("bulk insert of what PostgreSQL has", vec![bulk(all_types, rows, true)]),
        ("bulk insert of JSON", vec![bulk(vec![j()], vec![vec![("j", Literal::Json(r#"{"a": 1}"#.into()))]], true)]),
        ("bulk insert of no JSON", vec![bulk(vec![j()], vec![vec![("j", Literal::Json("null".into()))]], true)]),
        (
            "text of everything",
            plain_text(
                r"DO $$ BEGIN RAISE NOTICE '100%, %', now(); END $$; SELECT 'a\b', '\:x', x::text FROM t WHERE j ? 'k'",
            ),
        ),
    ]
}

fn placeholders() -> Cases {
    let greater = |n| binary(B::Greater, t("id"), number(n));
    let between =
        Expression::Between { operand: boxed(t("id")), low: boxed(number(1)), high: boxed(number(2)), negated: false };
    let query = Select {
        columns: vec![binary(B::Add, t("id"), number(1)), call("lower", vec![word("X")]), number(3)],
        filter: Some(between),
        limit: Some(number(3)),
        offset: Some(number(4)),
        ..Default::default()
    };
    let rows = vec![vec![number(1), word("a")], vec![number(2), word("b")]];
    let insert = Insert {
        prefixes: vec![],
        upsert: None,
        table: name("t"),
        table_columns: strings(&["id", "name"]).into_iter().map(|name| (name, None)).collect(),
        source: InsertSource::Values(strings(&["id", "name"]), rows),
        returning: vec![],
    };
    vec![
        (
            "comparisons with placeholders",
            update(
                vec![("name", word("x")), ("active", bind(Literal::Bool(true)))],
                Some(all(vec![equal(t("id"), number(1)), greater(2), binary(B::Like, t("name"), word("x%"))])),
            ),
        ),
        ("select with placeholders", execute(Statement::Query(Box::new(query.into())))),
        ("text with placeholders", clause("UPDATE t SET a = :a, b = 100 % 3", vec![("a", Literal::Int(1))], false)),
        ("rows with placeholders", execute(Statement::Insert(Box::new(insert)))),
    ]
}

/// Statements whose text goes to a live server.
pub fn sent() -> Cases {
    let ids = || Literal::List(vec![Literal::Int(1), Literal::Int(2)]);
    let columns = || vec![j(), ("a", array(TEXT, 1)), ("n", SqlType::Null)];
    let json = |text: &str| Literal::Json(text.into());
    let typed_of = |name: &str, value: Literal| {
        let Expression::Column { sql_type: Some(sql_type), .. } = t(name) else { unreachable!() };
        typed(value, sql_type)
    };
    let key = Literal::Uuid("00000000-0000-0000-0000-000000000001".into());
    let comparisons = all(vec![
        equal(t("id"), number(-1)),
        binary(B::Like, t("name"), word("x%")),
        binary(B::Greater, t("made"), typed_of("made", Literal::DateTime("2020-01-02 00:00:00".into()))),
        equal(t("key"), typed_of("key", key)),
        is_in(t("id"), vec![number(1), number(-2)]),
    ]);
    let values = vec![
        ("name", Expression::Null),
        ("active", bind(Literal::Bool(true))),
        ("price", bind(Literal::Decimal("1.5".into()))),
        ("data", typed_of("data", json(r#"{"a": 1}"#))),
    ];
    let computed = Column { computed: Some(Computed { expression: text("a * 2"), persisted: None }), ..int("b") };
    vec![
        (
            "row",
            vec![bulk(
                columns(),
                vec![vec![
                    ("j", json(r#"{"a": "x'y"}"#)),
                    ("a", Literal::List(vec![string_value("x"), Literal::Null])),
                    ("n", Literal::Int(1)),
                ]],
                true,
            )],
        ),
        (
            "row of nothing",
            vec![bulk(
                columns(),
                vec![vec![("j", json("null")), ("a", Literal::List(vec![])), ("n", string_value(r"x\y"))]],
                true,
            )],
        ),
        ("row by itself", vec![bulk(columns(), vec![vec![("n", Literal::Int(-1))]], false)]),
        (
            "text and its values",
            clause(
                r"SELECT :a, CAST(:b AS text), '100%', ':c', 5 % 3, '\:d', -:e",
                vec![
                    ("a", string_value("it's")),
                    ("b", Literal::Null),
                    ("c", Literal::Bool(true)),
                    ("e", Literal::Int(-1)),
                ],
                false,
            ),
        ),
        ("text with a tuple", with_parameters("SELECT 1 WHERE 1 IN :ids", vec![("ids", ids())])),
        ("text with an array", with_parameters("SELECT 1 WHERE 1 = ANY(:ids)", vec![("ids", ids())])),
        ("text with an expanding list", clause("SELECT 1 WHERE 1 IN :ids", vec![("ids", ids())], true)),
        (
            "text with an empty expanding list",
            clause("SELECT 1 WHERE 1 IN :ids", vec![("ids", Literal::List(vec![]))], true),
        ),
        ("plain text", plain_text(r"SELECT '100%', 'a\b', 7 % 4")),
        ("comparisons", update(values, Some(comparisons))),
        ("subtraction of a negative", select(vec![binary(B::Subtract, t("id"), number(-1))], vec![])),
        ("computed online", create(table(name("c"), vec![int("a"), computed], vec![]))),
        ("comment online", vec![Operation::TableComment { table: name("t"), comment: Some(r"a\b 100%".into()) }]),
        ("default online", vec![add(name("t"), with_default(col("a", TEXT), "a\tb 100%"))]),
        (
            "a variable",
            with_parameters(
                "SELECT :x + interval :y",
                vec![("x", Literal::Date("2020-01-02".into())), ("y", string_value("1 day"))],
            ),
        ),
        ("a dict in a text", with_parameters("SELECT :x", vec![("x", json(r#"{"a": 1}"#))])),
        (
            "a moment in a text",
            with_parameters(
                "SELECT :x, :y, :z, :b, :t, :d",
                vec![
                    ("x", Literal::DateTime("2020-01-02 03:04:05.000006+00:00".into())),
                    ("y", Literal::Interval(-86_399.999_995)),
                    ("z", Literal::Uuid("00000000-0000-0000-0000-000000000009".into())),
                    ("b", Literal::Bytes(b"a\0".to_vec())),
                    ("t", Literal::Time("01:02:00".into())),
                    ("d", Literal::Decimal("1E+5".into())),
                ],
            ),
        ),
    ]
}
