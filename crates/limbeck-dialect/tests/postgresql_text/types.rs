//! Types, each in a table of one column; the Python beside each name is in the goldens.

use limbeck_core::schema::*;

use crate::operations::Case;
use crate::operations::build::*;

const YES: OptionValue = OptionValue::Bool(true);
const NO: OptionValue = OptionValue::Bool(false);

pub fn pg(name: &str, arguments: Vec<(&str, OptionValue)>) -> SqlType {
    other("postgresql", name, arguments)
}

pub fn number(n: i64) -> OptionValue {
    OptionValue::Int(n)
}

pub fn words(texts: &[&str]) -> OptionValue {
    OptionValue::List(texts.iter().map(|t| OptionValue::Text((*t).into())).collect())
}

pub fn said(text: &str) -> OptionValue {
    OptionValue::Text(text.into())
}

/// `sa.Enum(..., name="e")`
pub fn generic_enum(values: &[&str], name: &str, schema: Option<&str>) -> SqlType {
    SqlType::Enum {
        values: strings(values),
        name: (!name.is_empty()).then(|| name.into()),
        schema: schema.map(str::to_owned),
        native: true,
        create_type: true,
        create_constraint: false,
        length: None,
    }
}

pub fn varchar_enum(values: &[&str], name: &str, length: Option<u32>, create_constraint: bool) -> SqlType {
    let values = strings(values);
    SqlType::Enum {
        values,
        name: Some(name.into()),
        schema: None,
        native: false,
        create_type: true,
        create_constraint,
        length,
    }
}

pub fn own_enum(values: &[&str], more: Vec<(&str, OptionValue)>) -> SqlType {
    pg("ENUM", [vec![("values", words(values))], more].concat())
}

pub fn array(item: SqlType, dimensions: u32) -> SqlType {
    SqlType::Array { item: Box::new(item), dimensions, generic: true }
}

fn variant(base: SqlType, dialect: &str, other: SqlType) -> SqlType {
    SqlType::Variant { base: Box::new(base), variants: vec![(dialect.into(), other)] }
}

pub fn domain(data_type: SqlType, more: Vec<(&str, OptionValue)>) -> SqlType {
    let first = vec![("name", said("d")), ("data_type", OptionValue::Type(Box::new(data_type)))];
    pg("DOMAIN", [first, more].concat())
}

fn collated(name: &str, length: Option<u32>, collation: &str) -> SqlType {
    SqlType::Literal {
        name: name.into(),
        arguments: length.into_iter().collect(),
        timezone: false,
        collation: Some(collation.into()),
    }
}

pub fn cases() -> Vec<Case> {
    let interval = |native, second_precision| SqlType::Interval { native, second_precision };
    let string_in = |length, collation: &str| SqlType::String { length, collation: Some(collation.into()) };
    let e = || own_enum(&["a"], vec![("name", said("e"))]);
    let no_create = || own_enum(&["a"], vec![("name", said("e")), ("create_type", NO)]);
    let numeric = |precision, scale| SqlType::Numeric { precision, scale };
    let mut all: Vec<(String, SqlType)> = [
        ("sa.Float()", FLOAT),
        ("sa.Float(24)", SqlType::Float { precision: Some(24) }),
        ("sa.Double(53)", SqlType::Double { precision: Some(53) }),
        ("sa.Time()", TIME),
        ("sa.DateTime()", DATETIME),
        ("sa.Interval(native=False)", interval(false, None)),
        ("sa.Interval(second_precision=3)", interval(true, Some(3))),
        ("sa.Text(500, collation='de_DE')", SqlType::Text { length: Some(500), collation: Some("de_DE".into()) }),
        ("sa.Uuid(native_uuid=False)", SqlType::Uuid { native: false }),
        ("sa.Unicode()", STRING),
        ("sa.Numeric(scale=2)", numeric(None, Some(2))),
        ("sa.String(0)", string(0)),
        ("sa.Enum('a', 'bbb', name='e', native_enum=False)", varchar_enum(&["a", "bbb"], "e", None, false)),
        ("sa.Enum('a', name='e', native_enum=False, length=20)", varchar_enum(&["a"], "e", Some(20), false)),
        ("sa.Enum('a', 'b', name='e', schema='S')", generic_enum(&["a", "b"], "e", Some("S"))),
        ("sa.Enum('a')", generic_enum(&["a"], "", None)),
        ("sa.Enum('a', name='text')", generic_enum(&["a"], "text", None)),
        ("sa.Enum('a', name='text', schema='s')", generic_enum(&["a"], "text", Some("s"))),
        ("sa.ARRAY(sa.String(5), dimensions=2)", array(string(5), 2)),
        ("sa.ARRAY(sa.String(5, collation='C'))", array(string_in(Some(5), "C"), 1)),
        ("sa.ARRAY(sa.Enum('a', name='e'))", array(generic_enum(&["a"], "e", None), 1)),
        ("sa.TIME()", literal("TIME", &[])),
        ("sa.TIMESTAMP()", literal("TIMESTAMP", &[])),
        ("sa.NCHAR(3)", literal("NCHAR", &[3])),
        ("sa.NUMERIC()", literal("NUMERIC", &[])),
        ("sa.DECIMAL(5)", literal("DECIMAL", &[5])),
        ("sa.BIGINT()", literal("BIGINT", &[])),
        ("sa.INT()", literal("INTEGER", &[])),
        ("sa.SMALLINT()", literal("SMALLINT", &[])),
        ("sa.TEXT()", literal("TEXT", &[])),
        ("sa.BOOLEAN()", literal("BOOLEAN", &[])),
        ("sa.DATE()", literal("DATE", &[])),
        ("sa.BINARY(4)", literal("BINARY", &[4])),
        ("sa.DOUBLE()", literal("DOUBLE", &[])),
        ("sa.VARCHAR(collation='C')", collated("VARCHAR", None, "C")),
        ("pg.UUID(as_uuid=True)", literal("UUID", &[])),
        ("pg.BYTEA(5)", pg("BYTEA", vec![("length", number(5))])),
        ("pg.DOUBLE_PRECISION(precision=53)", literal("DOUBLE PRECISION", &[])),
        ("pg.REAL()", literal("REAL", &[])),
        ("pg.INTERVAL(fields='DAY TO SECOND')", pg("INTERVAL", vec![("fields", said("DAY TO SECOND"))])),
        ("pg.INTERVAL(precision=3)", pg("INTERVAL", vec![("precision", number(3))])),
        (
            "pg.INTERVAL(fields='SECOND', precision=3)",
            pg("INTERVAL", vec![("fields", said("SECOND")), ("precision", number(3))]),
        ),
        ("pg.TIMESTAMP(precision=0)", pg("TIMESTAMP", vec![("precision", number(0))])),
        ("pg.TIME(precision=2, timezone=True)", pg("TIME", vec![("precision", number(2)), ("timezone", YES)])),
        ("pg.BIT(3)", pg("BIT", vec![("length", number(3))])),
        ("pg.BIT(varying=True)", pg("BIT", vec![("varying", YES)])),
        ("pg.BIT(5, varying=True)", pg("BIT", vec![("length", number(5)), ("varying", YES)])),
        ("pg.ENUM('a', \"it's\", name='e')", own_enum(&["a", "it's"], vec![("name", said("e"))])),
        (
            "pg.ENUM('a', name='E x', schema='s')",
            own_enum(&["a"], vec![("name", said("E x")), ("schema", said("s"))]),
        ),
        ("pg.ENUM('a', name='e', create_type=False)", no_create()),
        ("pg.ARRAY(pg.UUID())", array(literal("UUID", &[]), 1)),
        ("pg.ARRAY(pg.ENUM('a', name='e', create_type=False))", array(no_create(), 1)),
        (
            "pg.ARRAY(pg.TIMESTAMP(precision=3), dimensions=3)",
            array(pg("TIMESTAMP", vec![("precision", number(3))]), 3),
        ),
        ("pg.DOMAIN('d', sa.Integer())", domain(SqlType::Integer, vec![])),
        (
            "pg.DOMAIN('d', sa.Text(), collation='C', default=\"it's\", constraint_name='ck', not_null=True, check=\"VALUE ~ '^a'\")",
            domain(
                TEXT,
                vec![
                    ("collation", said("C")),
                    ("default", said("it's")),
                    ("constraint_name", said("ck")),
                    ("not_null", YES),
                    ("check", said("VALUE ~ '^a'")),
                ],
            ),
        ),
        (
            "pg.DOMAIN('d', sa.Numeric(5, 2), default=sa.text('0'), check=sa.text('VALUE > 0'), create_type=False)",
            domain(
                numeric(Some(5), Some(2)),
                vec![
                    ("default", OptionValue::Expression(text("0"))),
                    ("check", OptionValue::Expression(text("VALUE > 0"))),
                    ("create_type", NO),
                ],
            ),
        ),
        ("pg.ARRAY(pg.DOMAIN('d', sa.Integer()))", array(domain(SqlType::Integer, vec![]), 1)),
        ("pg.CITEXT(10)", pg("CITEXT", vec![("length", number(10))])),
        ("sa.Text().with_variant(pg.JSONB(), 'postgresql')", variant(TEXT, "postgresql", pg("JSONB", vec![]))),
        ("sa.Text().with_variant(pg.ENUM('a', name='e'), 'postgresql')", variant(TEXT, "postgresql", e())),
        (
            "sa.Enum('a', name='e').with_variant(sa.Text(), 'postgresql')",
            variant(generic_enum(&["a"], "e", None), "postgresql", TEXT),
        ),
        (
            "sa.Enum('a', name='e').with_variant(sa.Text(), 'sqlite')",
            variant(generic_enum(&["a"], "e", None), "sqlite", TEXT),
        ),
        ("mysql.TINYINT()", other("mysql", "TINYINT", vec![])),
        ("mysql.LONGTEXT()", other("mysql", "LONGTEXT", vec![])),
        ("mysql.ENUM('a', 'bb')", other("mysql", "ENUM", vec![("values", words(&["a", "bb"]))])),
        (
            "mysql.VARCHAR(3, charset='utf8', collation='utf8_bin')",
            other(
                "mysql",
                "VARCHAR",
                vec![("length", number(3)), ("charset", said("utf8")), ("collation", said("utf8_bin"))],
            ),
        ),
        ("mysql.DATETIME(fsp=6)", other("mysql", "DATETIME", vec![("fsp", number(6))])),
        ("mysql.TIMESTAMP(fsp=6)", other("mysql", "TIMESTAMP", vec![("fsp", number(6))])),
        ("mysql.YEAR()", other("mysql", "YEAR", vec![])),
        ("mysql.SET('a', 'b')", other("mysql", "SET", vec![("values", words(&["a", "b"]))])),
        ("mysql.DOUBLE(10, 2)", other("mysql", "DOUBLE", vec![("precision", number(10)), ("scale", number(2))])),
        (
            "mysql.BIGINT(20, unsigned=True)",
            other("mysql", "BIGINT", vec![("display_width", number(20)), ("unsigned", YES)]),
        ),
        ("sqlite.DATETIME()", other("sqlite", "DATETIME", vec![])),
        ("sqlite.JSON()", other("sqlite", "JSON", vec![])),
        ("oracle.NUMBER(10, 2)", other("oracle", "NUMBER", vec![("precision", number(10)), ("scale", number(2))])),
        ("oracle.RAW(16)", other("oracle", "RAW", vec![("length", number(16))])),
    ]
    .into_iter()
    .map(|(text, sql_type)| (text.to_owned(), sql_type))
    .collect();
    for name in "JSON JSONB JSONPATH HSTORE INET CIDR MACADDR MACADDR8 MONEY OID REGCLASS REGCONFIG TSVECTOR TSQUERY CITEXT BYTEA \
                 INTERVAL TIMESTAMP BIT INT4RANGE INT8RANGE NUMRANGE DATERANGE TSRANGE TSTZRANGE INT4MULTIRANGE INT8MULTIRANGE \
                 NUMMULTIRANGE DATEMULTIRANGE TSMULTIRANGE TSTZMULTIRANGE"
        .split(' ')
    {
        all.push((format!("pg.{name}()"), pg(name, vec![])));
    }
    let table_of = |sql_type| create(table(TableName::new("t"), vec![col("a", sql_type)], vec![]));
    all.into_iter().map(|(text, sql_type)| (format!("type {text}"), table_of(sql_type))).collect()
}
