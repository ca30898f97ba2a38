//! Values as literals; the Python beside each name is in the goldens.

use limbeck_core::expression::*;
use limbeck_core::schema::*;

use crate::operations::Case;
use crate::operations::build::*;
use crate::types::{array, generic_enum, own_enum, pg, said};

/// What Alembic cannot write offline, or writes so that PostgreSQL does not take it, is written as it would be sent.
pub const OFFLINE_ON_PURPOSE: &[(&str, &str)] = &[
    ("value decimal.Decimal('NaN') as None", "SELECT 'NaN' AS x;"),
    ("value float('nan') as None", "SELECT 'NaN' AS x;"),
    ("value float('inf') as None", "SELECT 'Infinity' AS x;"),
    ("value float('-inf') as None", "SELECT '-Infinity' AS x;"),
    ("value 3 as sa.String()", "SELECT 3 AS x;"),
    // The same UUID; SQLAlchemy leaves the hyphens out where `as_uuid=False` and in no other place.
    (
        "value '00000000-0000-0000-0000-000000000005' as sa.Uuid(as_uuid=False)",
        "SELECT '00000000-0000-0000-0000-000000000005' AS x;",
    ),
    (r"value b'\x00\xff' as None", r"SELECT '\x00ff' AS x;"),
    // A backslash means something to BYTEA.
    (r#"value b"'\\" as sa.LargeBinary()"#, r"SELECT '\x275c' AS x;"),
    ("value '2020-01-02' as sa.Date()", "SELECT '2020-01-02' AS x;"),
    ("value '2020-01-02 03:04' as sa.DateTime()", "SELECT '2020-01-02 03:04' AS x;"),
    ("value datetime.timedelta(days=1) as sa.Interval(native=False)", "SELECT '1970-01-02 00:00:00' AS x;"),
    ("value {'a': [1, None, 'é']} as sa.JSON()", r#"SELECT '{"a": [1, null, "\u00e9"]}' AS x;"#),
    ("value [1, 2] as pg.JSONB()", "SELECT '[1, 2]' AS x;"),
    ("value 'x' as sa.JSON()", r#"SELECT '"x"' AS x;"#),
    ("value {'a': \"it's\"} as pg.JSON()", r#"SELECT '{"a": "it''s"}' AS x;"#),
    ("value True as sa.JSON()", "SELECT 'true' AS x;"),
    ("value 3 as pg.JSONB()", "SELECT '3' AS x;"),
    // Online it is JSON's null; offline Alembic makes it SQL's.
    ("value None as pg.JSONB()", "SELECT 'null' AS x;"),
    ("value ['a', \"it's\", None] as pg.ARRAY(sa.Text())", "SELECT ARRAY['a', 'it''s', NULL] AS x;"),
    ("value [] as pg.ARRAY(sa.Text())", "SELECT '{}' AS x;"),
    ("value [datetime.date(2020, 1, 2)] as sa.ARRAY(sa.Date())", "SELECT ARRAY['2020-01-02']::DATE[] AS x;"),
    (
        "value [uuid.UUID(int=5)] as pg.ARRAY(pg.UUID())",
        "SELECT ARRAY['00000000-0000-0000-0000-000000000005']::UUID[] AS x;",
    ),
    ("value ['a'] as pg.ARRAY(pg.ENUM('a', name='e'))", "SELECT ARRAY['a']::e[] AS x;"),
    ("value '10.0.0.1' as pg.INET()", "SELECT '10.0.0.1' AS x;"),
    ("value '[1,5)' as pg.INT4RANGE()", "SELECT '[1,5)' AS x;"),
    ("value '1 day' as pg.INTERVAL()", "SELECT '1 day' AS x;"),
    ("value 'a:1' as pg.TSVECTOR()", "SELECT 'a:1' AS x;"),
    ("value '5' as pg.MONEY()", "SELECT '5' AS x;"),
];

/// Where what is sent is not what psycopg2 sends, letter by letter.
pub const SENT_ON_PURPOSE: &[(&str, &str)] = &[
    // E'' means the same whatever standard_conforming_strings says; psycopg2 asks the server first.
    (r"value 'a\\b' as None", r"SELECT E'a\\b' AS x;"),
    ("value {'a': [1, None, 'é']} as sa.JSON()", r#"SELECT E'{"a": [1, null, "\\u00e9"]}'::JSON AS x;"#),
    ("row of nothing", r"INSERT INTO b (j, a, n) VALUES ('null'::JSONB, '{}'::TEXT[], E'x\\y');"),
    // Line ends are Alembic's offline ones.
    ("computed online", "CREATE TABLE c (\n    a INTEGER, \n    b INTEGER GENERATED ALWAYS AS (a * 2) STORED\n);"),
    ("a dict in a text", "ERROR"),
];

fn value(value: Literal, sql_type: Option<SqlType>) -> Vec<limbeck_core::operation::Operation> {
    let columns = vec![label(Expression::Bind { value, sql_type }, "x")];
    execute(Statement::Query(Box::new(Select { columns, ..Default::default() }.into())))
}

pub fn cases() -> Vec<Case> {
    let word = |text: &str| Literal::Text(text.into());
    let number = Literal::Int;
    let decimal = |text: &str| Literal::Decimal(text.into());
    let day = || Literal::Date("2020-01-02".into());
    let moment = |text: &str| Literal::DateTime(text.into());
    let uuid = || Literal::Uuid("00000000-0000-0000-0000-000000000005".into());
    let json = |text: &str| Literal::Json(text.into());
    let numeric = || SqlType::Numeric { precision: Some(5), scale: Some(2) };
    let e = || generic_enum(&["a"], "e", None);
    let own_e = || own_enum(&["a"], vec![("name", said("e"))]);
    let own = |name: &str| Some(pg(name, vec![]));
    let some = Some::<SqlType>;
    let list = Literal::List;
    let zoned = || some(SqlType::DateTime { timezone: true });
    let interval = |native| some(SqlType::Interval { native, second_precision: None });
    let pg_uuid = || literal("UUID", &[]);
    let all: Vec<(&str, Literal, Option<SqlType>)> = vec![
        ("None as sa.Integer()", Literal::Null, some(SqlType::Integer)),
        ("1 as None", number(1), None),
        ("-1 as None", number(-1), None),
        ("2.5 as None", Literal::Float(2.5), None),
        ("-0.0 as None", Literal::Float(-0.0), None),
        ("1e300 as None", Literal::Float(1e300), None),
        ("True as None", Literal::Bool(true), None),
        ("'x' as None", word("x"), None),
        ("\"it's\" as sa.String()", word("it's"), some(STRING)),
        (r"'a\\b' as None", word(r"a\b"), None),
        ("'100%' as None", word("100%"), None),
        (r"'é\n' as None", word("é\n"), None),
        ("'' as None", word(""), None),
        ("decimal.Decimal('1.50') as None", decimal("1.50"), None),
        ("decimal.Decimal('-1.50') as sa.Numeric(5, 2)", decimal("-1.50"), some(numeric())),
        ("decimal.Decimal('NaN') as None", decimal("NaN"), None),
        ("float('nan') as None", Literal::Float(f64::NAN), None),
        ("float('inf') as None", Literal::Float(f64::INFINITY), None),
        ("float('-inf') as None", Literal::Float(f64::NEG_INFINITY), None),
        ("3 as sa.Numeric()", number(3), some(NUMERIC)),
        ("3 as sa.Float()", number(3), some(FLOAT)),
        ("3 as sa.String()", number(3), some(STRING)),
        ("b'ab' as None", Literal::Bytes(b"ab".to_vec()), None),
        (r"b'\x00\xff' as None", Literal::Bytes(vec![0, 255]), None),
        (r#"b"'\\" as sa.LargeBinary()"#, Literal::Bytes(b"'\\".to_vec()), some(BINARY)),
        ("b'ab' as pg.BYTEA()", Literal::Bytes(b"ab".to_vec()), own("BYTEA")),
        ("datetime.date(2020, 1, 2) as None", day(), None),
        ("datetime.datetime(2020, 1, 2, 3, 4, 5) as None", moment("2020-01-02 03:04:05"), None),
        (
            "datetime.datetime(2020, 1, 2, 3, 4, 5, 600) as sa.DateTime()",
            moment("2020-01-02 03:04:05.000600"),
            some(DATETIME),
        ),
        (
            "datetime.datetime(2020, 1, 2, tzinfo=datetime.timezone.utc) as sa.DateTime(timezone=True)",
            moment("2020-01-02 00:00:00+00:00"),
            zoned(),
        ),
        (
            "datetime.datetime(2020, 1, 2, tzinfo=datetime.timezone(datetime.timedelta(hours=-3, minutes=-30))) as None",
            moment("2020-01-02 00:00:00-03:30"),
            None,
        ),
        ("datetime.date(2020, 1, 2) as sa.DateTime()", day(), some(DATETIME)),
        ("'2020-01-02' as sa.Date()", word("2020-01-02"), some(SqlType::Date)),
        ("'2020-01-02 03:04' as sa.DateTime()", word("2020-01-02 03:04"), some(DATETIME)),
        ("datetime.time(1, 2, 3) as None", Literal::Time("01:02:03".into()), None),
        (
            "datetime.time(1, 2, 3, 4, tzinfo=datetime.timezone.utc) as sa.Time(timezone=True)",
            Literal::Time("01:02:03.000004+00:00".into()),
            some(SqlType::Time { timezone: true }),
        ),
        ("datetime.timedelta(days=1, seconds=2) as None", Literal::Interval(86402.0), None),
        ("datetime.timedelta(seconds=-1.5) as sa.Interval()", Literal::Interval(-1.5), interval(true)),
        (
            "datetime.timedelta(days=400, microseconds=7) as pg.INTERVAL()",
            Literal::Interval(34_560_000.000007),
            own("INTERVAL"),
        ),
        ("datetime.timedelta(days=1) as sa.Interval(native=False)", Literal::Interval(86400.0), interval(false)),
        ("uuid.UUID(int=5) as None", uuid(), None),
        ("uuid.UUID(int=5) as sa.Uuid()", uuid(), some(UUID)),
        ("uuid.UUID(int=5) as pg.UUID()", uuid(), some(pg_uuid())),
        ("uuid.UUID(int=5) as sa.Uuid(native_uuid=False)", uuid(), some(SqlType::Uuid { native: false })),
        (
            "'00000000-0000-0000-0000-000000000005' as sa.Uuid(as_uuid=False)",
            word("00000000-0000-0000-0000-000000000005"),
            some(UUID),
        ),
        (
            "'00000000-0000-0000-0000-000000000005' as sa.Uuid()",
            word("00000000-0000-0000-0000-000000000005"),
            some(UUID),
        ),
        ("{'a': [1, None, 'é']} as sa.JSON()", json(r#"{"a": [1, null, "\u00e9"]}"#), some(SqlType::Json)),
        ("[1, 2] as pg.JSONB()", list(vec![number(1), number(2)]), own("JSONB")),
        ("None as pg.JSONB()", Literal::Json("null".into()), own("JSONB")),
        ("'x' as sa.JSON()", word("x"), some(SqlType::Json)),
        ("{'a': \"it's\"} as pg.JSON()", json(r#"{"a": "it's"}"#), own("JSON")),
        ("True as sa.JSON()", Literal::Bool(true), some(SqlType::Json)),
        ("3 as pg.JSONB()", number(3), own("JSONB")),
        ("'a' as sa.Enum('a', name='e')", word("a"), some(e())),
        ("'a' as pg.ENUM('a', name='e')", word("a"), some(own_e())),
        ("None as sa.Enum('a', name='e')", Literal::Null, some(e())),
        ("[1, 2] as sa.ARRAY(sa.Integer())", list(vec![number(1), number(2)]), some(array(SqlType::Integer, 1))),
        (
            "['a', \"it's\", None] as pg.ARRAY(sa.Text())",
            list(vec![word("a"), word("it's"), Literal::Null]),
            some(array(TEXT, 1)),
        ),
        ("[] as pg.ARRAY(sa.Text())", list(vec![]), some(array(TEXT, 1))),
        (
            "[[1, 2], [3, 4]] as sa.ARRAY(sa.Integer(), dimensions=2)",
            list(vec![list(vec![number(1), number(2)]), list(vec![number(3), number(4)])]),
            some(array(SqlType::Integer, 2)),
        ),
        (
            "[decimal.Decimal('1.5')] as sa.ARRAY(sa.Numeric(5, 2))",
            list(vec![decimal("1.5")]),
            some(array(numeric(), 1)),
        ),
        ("[datetime.date(2020, 1, 2)] as sa.ARRAY(sa.Date())", list(vec![day()]), some(array(SqlType::Date, 1))),
        ("[uuid.UUID(int=5)] as pg.ARRAY(pg.UUID())", list(vec![uuid()]), some(array(pg_uuid(), 1))),
        ("['a'] as pg.ARRAY(sa.String(5))", list(vec![word("a")]), some(array(string(5), 1))),
        ("[True] as sa.ARRAY(sa.Boolean())", list(vec![Literal::Bool(true)]), some(array(BOOLEAN, 1))),
        ("None as sa.ARRAY(sa.Integer())", Literal::Null, some(array(SqlType::Integer, 1))),
        ("['a'] as pg.ARRAY(pg.ENUM('a', name='e'))", list(vec![word("a")]), some(array(own_e(), 1))),
        ("'10.0.0.1' as pg.INET()", word("10.0.0.1"), own("INET")),
        ("'[1,5)' as pg.INT4RANGE()", word("[1,5)"), own("INT4RANGE")),
        ("'1 day' as pg.INTERVAL()", word("1 day"), own("INTERVAL")),
        ("'a:1' as pg.TSVECTOR()", word("a:1"), own("TSVECTOR")),
        ("'5' as pg.MONEY()", word("5"), own("MONEY")),
        ("1 as sa.Boolean()", number(1), some(BOOLEAN)),
        ("'yes' as sa.Boolean()", word("yes"), some(BOOLEAN)),
        ("'5' as sa.Integer()", word("5"), some(SqlType::Integer)),
    ];
    all.into_iter().map(|(name, v, sql_type)| (format!("value {name}"), value(v, sql_type))).collect()
}
