//! Directives of the schema; the Python beside each name is in the goldens.

use limbeck_core::expression::*;
use limbeck_core::operation::*;
use limbeck_core::schema::*;

use super::build::*;

fn t() -> TableName {
    name("t")
}

fn one(columns: Vec<Column>) -> Vec<Operation> {
    create(table(t(), columns, vec![]))
}

fn computed(column: Column, persisted: Option<bool>, e: &str) -> Column {
    Column { computed: Some(Computed { expression: text(e), persisted }), ..column }
}

fn with_options(table: Table, options: Vec<(&str, OptionValue)>) -> Vec<Operation> {
    let options = options.into_iter().map(|(n, v)| option("sqlite", n, v)).collect();
    create(Table { options: DialectOptions(options), ..table })
}

fn inline(column: Column, references: bool, key: bool) -> Vec<Operation> {
    let Operation::AddColumn { table, column, .. } = add(t(), column) else { unreachable!() };
    vec![Operation::AddColumn {
        table,
        column,
        if_not_exists: false,
        inline_references: references,
        inline_primary_key: key,
        place: None,
    }]
}

pub fn cases() -> Vec<(&'static str, Vec<Operation>)> {
    let mut out = tables();
    out.extend(constraints());
    out.extend(changes());
    out
}

fn tables() -> Vec<(&'static str, Vec<Operation>)> {
    let yes = OptionValue::Bool(true);
    vec![
        ("empty table", one(vec![])),
        (
            "plain table",
            create(table(
                name("account"),
                vec![key("id"), required(col("name", string(50))), col("note", TEXT)],
                vec![],
            )),
        ),
        (
            "quoted names",
            create(table(
                name("Order"),
                vec![key("select"), col("with space", string(5)), int("1a"), int("a\"b"), int("é"), int("a$")],
                vec![],
            )),
        ),
        (
            "schema, prefixes",
            create(Table {
                prefixes: strings(&["TEMPORARY"]),
                ..table(in_schema("S x", "t"), vec![int("id")], vec![])
            }),
        ),
        (
            "if not exists",
            vec![Operation::CreateTable { table: table(t(), vec![int("id")], vec![]), if_not_exists: true }],
        ),
        (
            "all types",
            one(vec![
                col("a", SqlType::SmallInteger),
                col("b", SqlType::BigInteger),
                col("c", NUMERIC),
                col("d", SqlType::Numeric { precision: Some(10), scale: Some(2) }),
                col("e", SqlType::Numeric { precision: Some(5), scale: None }),
                col("f", SqlType::Float { precision: Some(53) }),
                col("g", SqlType::Double { precision: None }),
                col("h", STRING),
                col("i", SqlType::String { length: Some(5), collation: Some("NOCASE".into()) }),
                col("j", TEXT),
                col("k", BOOLEAN),
                col("l", SqlType::Date),
                col("m", SqlType::Time { timezone: true }),
                col("n", SqlType::DateTime { timezone: true }),
                col("o", SqlType::Interval { native: true, second_precision: None }),
                col("p", SqlType::LargeBinary { length: Some(100) }),
                col("q", enumeration(&["a", "bbb"], None, false)),
                col("r", enumeration(&["a"], Some(20), false)),
                col("s", SqlType::Json),
                col("t", UUID),
                col("u", SqlType::Pickle),
                col("v", string(30)),
            ]),
        ),
        (
            "upper-case types",
            one([
                ("a", literal("VARCHAR", &[20])),
                ("b", literal("CHAR", &[3])),
                (
                    "c",
                    SqlType::Literal { name: "TIMESTAMP".into(), arguments: vec![], timezone: true, collation: None },
                ),
                ("d", literal("DECIMAL", &[10, 2])),
                ("e", literal("FLOAT", &[5])),
                ("f", literal("DOUBLE PRECISION", &[])),
                ("g", literal("UUID", &[])),
                ("h", literal("NVARCHAR", &[5])),
                ("i", literal("VARBINARY", &[4])),
                ("j", literal("BLOB", &[])),
                ("k", literal("REAL", &[])),
                ("l", literal("DATETIME", &[])),
                ("m", literal("CLOB", &[])),
            ]
            .into_iter()
            .map(|(n, ty)| col(n, ty))
            .collect()),
        ),
        (
            "types of other dialects",
            one(vec![
                col("a", other("postgresql", "JSONB", vec![])),
                col("b", other("postgresql", "UUID", vec![("as_uuid", yes.clone())])),
                col(
                    "c",
                    other(
                        "postgresql",
                        "TIMESTAMP",
                        vec![("precision", OptionValue::Int(3)), ("timezone", yes.clone())],
                    ),
                ),
                col("d", other("mysql", "INTEGER", vec![("display_width", OptionValue::Int(11))])),
                col(
                    "e",
                    other(
                        "mysql",
                        "VARCHAR",
                        vec![("length", OptionValue::Int(10)), ("collation", OptionValue::Text("x".into()))],
                    ),
                ),
                col(
                    "f",
                    other(
                        "mysql",
                        "DECIMAL",
                        vec![("precision", OptionValue::Int(10)), ("scale", OptionValue::Int(2))],
                    ),
                ),
            ]),
        ),
        (
            "a variant",
            one(vec![col(
                "a",
                SqlType::Variant {
                    base: Box::new(other("postgresql", "INET", vec![])),
                    variants: vec![("sqlite".into(), string(45))],
                },
            )]),
        ),
        (
            "type without a word: ARRAY",
            one(vec![col("a", SqlType::Array { item: Box::new(SqlType::Integer), dimensions: 1, generic: true })]),
        ),
        ("type without a word: INET", one(vec![col("a", other("postgresql", "INET", vec![]))])),
        ("no type", one(vec![col("a", SqlType::Null)])),
        (
            "literal defaults",
            one(vec![
                with_default(col("a", string(5)), "it's"),
                with_default(int("b"), "0"),
                with_default(col("c", string(5)), ""),
            ]),
        ),
        (
            "expression defaults",
            one(vec![
                with_expression(int("a"), text("0")),
                with_expression(int("b"), text("-1")),
                with_expression(col("c", STRING), text("lower('A')")),
                with_expression(int("d"), text("1+1")),
                with_expression(col("e", STRING), text("'x y'")),
                with_expression(int("f"), text("(1)")),
                with_expression(col("g", FLOAT), text("1.5")),
            ]),
        ),
        (
            "function defaults",
            one(vec![
                required(with_expression(col("a", DATETIME), call("now", vec![]))),
                with_expression(col("b", DATETIME), text("CURRENT_TIMESTAMP")),
                with_expression(col("c", STRING), call("lower", vec![word("X")])),
                with_expression(
                    int("d"),
                    Expression::Cast {
                        operand: Box::new(Expression::Bind {
                            value: Literal::Text("1".into()),
                            sql_type: Some(SqlType::Integer),
                        }),
                        sql_type: SqlType::Integer,
                    },
                ),
            ]),
        ),
        (
            "boolean defaults",
            one(vec![
                with_expression(col("a", BOOLEAN), Expression::True),
                with_expression(col("b", BOOLEAN), Expression::False),
                with_expression(col("c", BOOLEAN), text("1")),
            ]),
        ),
        ("escaped colon in a default", one(vec![with_expression(col("a", STRING), text(r"x \:y"))])),
        (
            "computed and identity",
            one(vec![
                key("id"),
                computed(int("a"), Some(true), "id*2"),
                computed(int("b"), None, "id*2"),
                computed(required(int("c")), Some(false), "id*2"),
                Column { identity: Some(Identity::default()), ..required(col("d", SqlType::BigInteger)) },
            ]),
        ),
        (
            "autoincrement",
            with_options(table(t(), vec![key("id"), int("a")], vec![]), vec![("autoincrement", yes.clone())]),
        ),
        (
            "autoincrement with a named key",
            with_options(
                table(t(), vec![required(int("id"))], vec![primary(Some("pk"), &["id"], DialectOptions::default())]),
                vec![("autoincrement", yes.clone())],
            ),
        ),
        (
            "strict, without rowid",
            with_options(
                table(t(), vec![key("id")], vec![]),
                vec![("strict", yes.clone()), ("with_rowid", OptionValue::Bool(false))],
            ),
        ),
        ("strict", with_options(table(t(), vec![key("id")], vec![]), vec![("strict", yes)])),
        (
            "comments are left out",
            create(Table {
                comment: Some("t".into()),
                ..table(t(), vec![Column { comment: Some("c".into()), ..int("a") }], vec![])
            }),
        ),
        (
            "table with an index",
            create(Table {
                indexes: vec![Index { unique: true, ..index("ix", t(), vec![IndexElement::column("a")]) }],
                ..table(t(), vec![int("a")], vec![])
            }),
        ),
    ]
}

fn constraints() -> Vec<(&'static str, Vec<Operation>)> {
    let conflict = |word: &str| sqlite("on_conflict", OptionValue::Text(word.into()));
    let deferred = Deferral { deferrable: Some(true), initially: Some("DEFERRED".into()) };
    let none = DialectOptions::default;
    vec![
        ("named key", create(table(t(), vec![required(int("id"))], vec![primary(Some("pk_t"), &["id"], none())]))),
        ("composite key", one(vec![key("a"), Column { primary_key: true, ..required(col("b", string(5))) }])),
        (
            "composite key, counting column first",
            one(vec![Column { primary_key: true, ..required(col("a", string(5))) }, key("b")]),
        ),
        ("composite key that counts", one(vec![Column { autoincrement: Some(true), ..key("a") }, key("b")])),
        (
            "order of constraints",
            create(table(
                t(),
                vec![
                    key("id"),
                    Column {
                        unique: true,
                        foreign_keys: vec![target(name("o"), "id", None, None)],
                        ..col("a", SqlType::Boolean { name: Some("bc".into()), create_constraint: true })
                    },
                    Column {
                        checks: vec![check(None, text("e != 'z'"))],
                        ..col("e", enumeration(&["x", "yy"], None, true))
                    },
                    Column {
                        foreign_keys: vec![target(name("p"), "id", Some("fkx"), Some("CASCADE"))],
                        checks: vec![check(Some("cc"), text("c>0"))],
                        ..int("c")
                    },
                ],
                vec![Constraint::Unique(unique(Some("uq"), &["a", "c"])), Constraint::Check(check(None, text("a>1")))],
            )),
        ),
        (
            "foreign keys",
            create(table(
                t(),
                vec![int("a"), int("b")],
                vec![
                    Constraint::ForeignKey(ForeignKey {
                        name: Some(Name::new("fk")),
                        ..foreign(
                            &["a", "b"],
                            name("o"),
                            &["x", "Y"],
                            ForeignKeyOptions {
                                onupdate: Some("CASCADE".into()),
                                ondelete: Some("SET NULL".into()),
                                match_: Some("FULL".into()),
                                deferral: deferred.clone(),
                                ..Default::default()
                            },
                        )
                    }),
                    Constraint::ForeignKey(foreign(
                        &["a"],
                        name("o"),
                        &["x"],
                        ForeignKeyOptions {
                            deferral: Deferral { deferrable: Some(false), initially: None },
                            ..Default::default()
                        },
                    )),
                ],
            )),
        ),
        (
            "foreign key to itself",
            one(vec![key("id"), Column { foreign_keys: vec![target(t(), "id", None, None)], ..int("p") }]),
        ),
        (
            "foreign key to another schema",
            create(table(
                t(),
                vec![int("a")],
                vec![Constraint::ForeignKey(foreign(&["a"], in_schema("s", "o"), &["x"], Default::default()))],
            )),
        ),
        (
            "foreign key in a schema",
            create(table(
                in_schema("s", "t"),
                vec![int("a")],
                vec![Constraint::ForeignKey(foreign(&["a"], in_schema("s", "o"), &["x"], Default::default()))],
            )),
        ),
        (
            "ON CONFLICT",
            create(table(
                t(),
                vec![required(int("a"))],
                vec![
                    primary(None, &["a"], conflict("FAIL")),
                    Constraint::Unique(UniqueConstraint {
                        deferral: deferred,
                        options: conflict("IGNORE"),
                        ..unique(None, &["a"])
                    }),
                    Constraint::Check(CheckConstraint { options: conflict("ROLLBACK"), ..check(None, text("a > 0")) }),
                ],
            )),
        ),
        (
            "check expressions",
            create(table(
                t(),
                vec![int("a")],
                vec![
                    Constraint::Check(check(None, binary(BinaryOperator::Greater, Expression::column("a"), number(3)))),
                    Constraint::Check(check(Some("ck"), text(r"name != '100%' and x='\:y'"))),
                ],
            )),
        ),
        (
            "unique constraint",
            vec![Operation::AddConstraint { table: t(), constraint: Constraint::Unique(unique(Some("uq"), &["a"])) }],
        ),
        (
            "drop constraint",
            vec![Operation::DropConstraint {
                table: t(),
                name: "uq".into(),
                kind: Some(ConstraintKind::Unique),
                if_exists: false,
            }],
        ),
    ]
}

fn changes() -> Vec<(&'static str, Vec<Operation>)> {
    let drop =
        |name: TableName, if_exists| vec![Operation::DropTable { name, if_exists, options: DialectOptions::default() }];
    let drop_column = |column: &str, if_exists| {
        vec![Operation::DropColumn { table: t(), column: column.into(), if_exists, options: DialectOptions::default() }]
    };
    let create_index = |index: Index, if_not_exists| vec![Operation::CreateIndex { index, if_not_exists }];
    let condition = |e: Expression| sqlite("where", OptionValue::Expression(e));
    vec![
        ("drop table", drop(name("Tt"), false)),
        ("drop table if exists", drop(in_schema("s", "t"), true)),
        ("rename table", vec![Operation::RenameTable { name: in_schema("s", "a"), new_name: "B".into() }]),
        (
            "add column",
            vec![
                add(t(), Column { comment: Some("x".into()), ..required(with_default(col("c", string(10)), "x")) }),
                Operation::ColumnComment { table: t(), column: "c".into(), comment: "x".into() },
            ],
        ),
        (
            "add column with a reference",
            inline(
                Column { foreign_keys: vec![target(name("o"), "id", Some("fk"), Some("CASCADE"))], ..int("c") },
                true,
                false,
            ),
        ),
        (
            "add column, key and check",
            inline(Column { checks: vec![check(Some("k"), text("c>0"))], ..key("c") }, false, true),
        ),
        ("add computed column", vec![add(t(), computed(int("c"), Some(false), "1"))]),
        ("add indexed column", vec![add(in_schema("s", "t"), Column { index: true, ..int("c") })]),
        ("add unique indexed column", vec![add(t(), Column { index: true, unique: true, ..int("c") })]),
        (
            "add boolean with a check",
            vec![add(t(), col("c", SqlType::Boolean { name: Some("x".into()), create_constraint: true }))],
        ),
        (
            "add column if not exists",
            vec![Operation::AddColumn {
                table: t(),
                column: Box::new(int("c")),
                if_not_exists: true,
                inline_references: false,
                inline_primary_key: false,
                place: None,
            }],
        ),
        (
            "add column with an expression default",
            vec![add(t(), with_expression(col("c", DATETIME), call("now", vec![])))],
        ),
        ("drop column", drop_column("order", false)),
        ("drop column if exists", drop_column("a", true)),
        (
            "rename column",
            vec![Operation::AlterColumn(Box::new(AlterColumn {
                new_name: Some("B c".into()),
                ..AlterColumn::new(in_schema("s", "t"), "a")
            }))],
        ),
        (
            "create index",
            create_index(
                Index {
                    unique: true,
                    ..index("ix", in_schema("s", "t"), vec![IndexElement::column("a"), of(text("lower(b) DESC"))])
                },
                false,
            ),
        ),
        (
            "create partial index",
            create_index(
                Index {
                    options: condition(binary(BinaryOperator::Greater, Expression::column("a"), number(3))),
                    ..index("ix", t(), vec![IndexElement::column("a")])
                },
                true,
            ),
        ),
        (
            "create partial index by text",
            create_index(
                Index {
                    options: condition(text("b = 'x'")),
                    ..index("Ix", name("T"), vec![IndexElement::column("a"), IndexElement::column("order")])
                },
                false,
            ),
        ),
        (
            "create descending index",
            create_index(
                index(
                    "ix",
                    t(),
                    vec![
                        IndexElement { order: Some(SortOrder::Descending), ..IndexElement::column("a") },
                        of(call("lower", vec![Expression::column("b")])),
                    ],
                ),
                false,
            ),
        ),
        (
            "drop index",
            vec![Operation::DropIndex {
                name: "ix".into(),
                table: Some(in_schema("s", "t")),
                schema: None,
                if_exists: true,
                options: DialectOptions::default(),
            }],
        ),
    ]
}
