//! Directives of the schema; the Python beside each name is in the goldens.

use limbeck_core::expression::*;
use limbeck_core::operation::*;
use limbeck_core::schema::*;

use crate::operations::build::*;
use crate::types::{array, generic_enum, number as int_option, own_enum, pg, said, varchar_enum, words};

type Cases = Vec<(&'static str, Vec<Operation>)>;

const YES: OptionValue = OptionValue::Bool(true);
const NO: OptionValue = OptionValue::Bool(false);

fn t() -> TableName {
    name("t")
}

fn one(columns: Vec<Column>) -> Vec<Operation> {
    create(table(t(), columns, vec![]))
}

fn with(options: Vec<(&str, OptionValue)>) -> DialectOptions {
    DialectOptions(options.into_iter().map(|(n, v)| option("postgresql", n, v)).collect())
}

fn map(entries: Vec<(&str, OptionValue)>) -> OptionValue {
    OptionValue::Map(entries.into_iter().map(|(n, v)| (n.to_owned(), v)).collect())
}

fn sql(e: Expression) -> OptionValue {
    OptionValue::Expression(e)
}

fn column(name: &str) -> Expression {
    Expression::column(name)
}

fn e() -> SqlType {
    generic_enum(&["x"], "e", None)
}

fn of_table(name_: &str, column: Column) -> Operation {
    Operation::CreateTable { table: table(name(name_), vec![column], vec![]), if_not_exists: false }
}

fn computed(column: Column, e: &str) -> Column {
    Column { computed: Some(Computed { expression: text(e), persisted: Some(true) }), ..column }
}

fn identity(always: bool, options: SequenceOptions) -> Identity {
    Identity { always, on_null: None, options }
}

fn deferred() -> Deferral {
    Deferral { deferrable: Some(true), initially: Some("DEFERRED".into()) }
}

fn element(expression: Expression, operator: &str, class: Option<&str>) -> ExcludeElement {
    ExcludeElement { expression, operator: operator.into(), operator_class: class.map(str::to_owned) }
}

fn exclude(
    name: Option<&str>,
    using: &str,
    elements: Vec<ExcludeElement>,
    filter: Option<Expression>,
) -> ExcludeConstraint {
    ExcludeConstraint {
        name: name.map(Name::new),
        elements,
        using: using.into(),
        filter,
        deferral: Deferral::default(),
    }
}

fn add_constraint(table: TableName, constraint: Constraint) -> Vec<Operation> {
    vec![Operation::AddConstraint { table, constraint }]
}

fn comment_of(column: &str, comment: &str) -> Operation {
    Operation::ColumnComment { table: t(), column: column.into(), comment: comment.into() }
}

fn alter(change: AlterColumn) -> Operation {
    Operation::AlterColumn(Box::new(change))
}

fn altered() -> AlterColumn {
    AlterColumn::new(t(), "a")
}

fn default_change(new: ColumnDefault, existing: Change<ColumnDefault>) -> Operation {
    alter(AlterColumn { default: Change::Set(new), existing_default: existing, ..altered() })
}

fn server(e: Expression) -> ColumnDefault {
    ColumnDefault::Server(ServerDefault::Expression(e))
}

fn drop_constraint(table: TableName, name: &str, kind: Option<ConstraintKind>, if_exists: bool) -> Operation {
    Operation::DropConstraint { table, name: name.into(), kind, if_exists }
}

fn new_index(index: Index, if_not_exists: bool) -> Operation {
    Operation::CreateIndex { index, if_not_exists }
}

fn drop_index(name: &str, table: Option<TableName>, if_exists: bool, options: DialectOptions) -> Operation {
    Operation::DropIndex { name: name.into(), table, schema: None, if_exists, options }
}

fn key_of(sql_type: SqlType) -> Column {
    Column { primary_key: true, ..required(col("a", sql_type)) }
}

pub fn cases() -> Cases {
    let mut out = enums();
    out.extend(counting());
    out.extend(tables());
    out.extend(constraints());
    out.extend(additions());
    out.extend(alterations());
    out.extend(indexes());
    out.extend(changes());
    out
}

fn enums() -> Cases {
    vec![
        (
            "two enums, one type",
            one(vec![
                col("a", e()),
                col("b", own_enum(&["x"], vec![("name", said("e"))])),
                col("c", array(generic_enum(&["x"], "e", Some("s")), 1)),
            ]),
        ),
        ("an enum in a schema's table", create(table(in_schema("s", "t"), vec![col("a", e())], vec![]))),
        (
            "an enum with a check",
            one(vec![
                col(
                    "a",
                    SqlType::Enum {
                        values: strings(&["x"]),
                        name: Some("e".into()),
                        schema: None,
                        native: true,
                        create_constraint: true,
                        length: None,
                    },
                ),
                col("b", varchar_enum(&["x", "y"], "f", None, true)),
            ]),
        ),
        ("an enum with metadata", one(vec![col("a", e())])),
        ("an enum of nothing", one(vec![col("a", generic_enum(&[], "e", None))])),
        (
            "an enum in a table made if missing",
            vec![Operation::CreateTable { table: table(t(), vec![col("a", e())], vec![]), if_not_exists: true }],
        ),
        ("an enum in two tables", vec![of_table("t", col("a", e())), of_table("u", col("a", e()))]),
        ("drop a table", vec![Operation::DropTable { name: t(), if_exists: true, options: DialectOptions::default() }]),
        (
            "enum default",
            one(vec![required(with_default(
                col("a", own_enum(&["x"], vec![("name", said("e")), ("create_type", NO)])),
                "x",
            ))]),
        ),
    ]
}

fn counting() -> Cases {
    let big_here = SqlType::Variant {
        base: Box::new(SqlType::Integer),
        variants: vec![("postgresql".into(), SqlType::BigInteger)],
    };
    let small_there =
        SqlType::Variant { base: Box::new(SqlType::BigInteger), variants: vec![("sqlite".into(), SqlType::Integer)] };
    let numeric = |scale| SqlType::Numeric { precision: Some(10), scale };
    let full = SequenceOptions {
        start: Some(3),
        increment: Some(-2),
        minvalue: Some(-100),
        maxvalue: Some(100),
        cycle: Some(true),
        cache: Some(5),
        ..Default::default()
    };
    let none = SequenceOptions { nominvalue: true, nomaxvalue: true, cycle: Some(false), ..Default::default() };
    let from_zero = SequenceOptions { start: Some(0), ..Default::default() };
    let ordered = |order| SequenceOptions { order: Some(order), ..Default::default() };
    let counted = |c: Column, i: Identity| Column { identity: Some(i), ..required(c) };
    vec![
        (
            "serials",
            vec![
                of_table("t", key_of(SqlType::BigInteger)),
                of_table("u", key_of(SqlType::SmallInteger)),
                of_table("v", key_of(literal("BIGINT", &[]))),
                of_table(
                    "w",
                    Column { foreign_keys: vec![target(name("t"), "a", None, None)], ..key_of(SqlType::Integer) },
                ),
                of_table("x", Column { autoincrement: Some(false), ..key_of(SqlType::Integer) }),
                of_table("y", with_default(key_of(SqlType::Integer), "1")),
            ],
        ),
        ("serial by a variant", vec![of_table("t", key_of(small_there)), of_table("u", key_of(big_here))]),
        (
            "serial of a numeric key",
            vec![
                of_table("t", key_of(numeric(None))),
                of_table("u", Column { autoincrement: Some(true), ..key_of(numeric(Some(0))) }),
            ],
        ),
        ("identity as a key", one(vec![counted(key_of(SqlType::Integer), identity(true, SequenceOptions::default()))])),
        (
            "identities",
            one(vec![
                counted(int("a"), identity(true, full)),
                Column { identity: Some(identity(false, none)), ..col("b", SqlType::BigInteger) },
                counted(int("c"), identity(false, from_zero)),
                counted(int("d"), Identity { always: false, on_null: Some(true), options: ordered(true) }),
                counted(int("f"), identity(false, ordered(false))),
            ]),
        ),
        (
            "computed with default order",
            one(vec![Column { comment: Some("x".into()), ..required(computed(int("a"), "b + 1")) }]),
        ),
    ]
}

fn tables() -> Cases {
    let options = |o| create(Table { options: with(o), ..table(t(), vec![int("a")], vec![]) });
    let quoted = |name: &str, quote| Column { quote: Some(quote), ..int(name) };
    let everything = Table {
        comment: Some(r"100% \ :x".into()),
        indexes: vec![Index {
            options: with(vec![("using", said("btree")), ("where", sql(text("a IS NOT NULL")))]),
            ..index("ix", in_schema("s", "t"), vec![IndexElement::column("a"), of(text("b DESC"))])
        }],
        ..table(
            in_schema("s", "t"),
            vec![
                key("id"),
                Column { comment: Some("it's".into()), ..col("a", string(5)) },
                Column {
                    unique: true,
                    foreign_keys: vec![target(in_schema("s", "o"), "id", Some("fk"), Some("SET NULL"))],
                    ..int("b")
                },
            ],
            vec![Constraint::Check(CheckConstraint {
                options: with(vec![("not_valid", YES)]),
                ..check(Some("ck"), text("b > 0"))
            })],
        )
    };
    vec![
        (
            "table options",
            options(vec![
                ("inherits", words(&["p", "Q"])),
                ("partition_by", said("RANGE (a)")),
                ("using", said("heap")),
                ("with", map(vec![("fillfactor", int_option(70)), ("autovacuum_enabled", NO)])),
                ("on_commit", said("DELETE ROWS")),
                ("tablespace", said("Sp")),
            ]),
        ),
        (
            "table options of one",
            options(vec![("inherits", said("p")), ("with_oids", YES), ("on_commit", said("drop"))]),
        ),
        ("table without oids", options(vec![("with_oids", NO), ("on_commit", said("PRESERVE_ROWS"))])),
        ("table in a schema with everything", create(everything)),
        ("quote by force", one(vec![quoted("a", true), quoted("B", false)])),
        (
            "a check on a column",
            one(vec![Column {
                checks: vec![CheckConstraint {
                    options: with(vec![("not_valid", YES)]),
                    ..check(Some("ck"), text("a > 0"))
                }],
                ..required(with_expression(int("a"), text("0")))
            }]),
        ),
        (
            "json default",
            one(vec![
                required(with_expression(col("a", pg("JSONB", vec![])), text("'{}'::jsonb"))),
                with_default(col("b", pg("JSON", vec![])), r#"{"a": 1}"#),
                with_default(col("c", array(TEXT, 1)), "{}"),
                with_expression(col("d", literal("UUID", &[])), call("gen_random_uuid", vec![])),
                with_default(col("e", TEXT), "a\\b\tc"),
                with_expression(col("f", pg("JSONB", vec![])), text(r#"'{"a"\:1}'"#)),
            ]),
        ),
    ]
}

fn constraints() -> Cases {
    let with_constraints = |columns: Vec<Column>, constraints| create(table(t(), columns, constraints));
    let includes_b = || ("include", words(&["b"]));
    let on_delete = |columns: &[&str], action: &str| {
        let options = ForeignKeyOptions { ondelete: Some(action.into()), ..Default::default() };
        Constraint::ForeignKey(foreign(columns, name("o"), columns, options))
    };
    let final_name = |letter: &str, count| Some(Name::finished(letter.repeat(count)));
    vec![
        (
            "key and unique options",
            with_constraints(
                vec![required(int("a")), int("b")],
                vec![
                    Constraint::PrimaryKey(PrimaryKey {
                        name: Some(Name::new("pk")),
                        columns: strings(&["a"]),
                        deferral: deferred(),
                        options: with(vec![includes_b()]),
                    }),
                    Constraint::Unique(UniqueConstraint {
                        deferral: Deferral { deferrable: Some(false), initially: None },
                        options: with(vec![("nulls_not_distinct", YES)]),
                        ..unique(Some("uq"), &["a", "b"])
                    }),
                    Constraint::Unique(UniqueConstraint {
                        options: with(vec![includes_b(), ("nulls_not_distinct", NO)]),
                        ..unique(None, &["a"])
                    }),
                ],
            ),
        ),
        (
            "exclude",
            with_constraints(
                vec![int("a"), col("p", pg("TSRANGE", vec![]))],
                vec![Constraint::Exclude(ExcludeConstraint {
                    deferral: deferred(),
                    ..exclude(
                        Some("ex"),
                        "GIST",
                        vec![element(column("p"), "&&", None), element(column("a"), "=", Some("int4_ops"))],
                        Some(text("a != 'x'")),
                    )
                })],
            ),
        ),
        (
            "exclude without a name",
            with_constraints(
                vec![int("a")],
                vec![Constraint::Exclude(exclude(
                    None,
                    "gist",
                    vec![
                        element(text("int4range(a, a)"), "&&", None),
                        element(call("lower", vec![column("a")]), "=", None),
                    ],
                    None,
                ))],
            ),
        ),
        (
            "on delete of columns",
            with_constraints(vec![int("a"), int("b")], vec![on_delete(&["a", "b"], "SET NULL (a)")]),
        ),
        ("on delete of nonsense", with_constraints(vec![int("a")], vec![on_delete(&["a"], "CASCADE; DROP")])),
        (
            "long names by op.f",
            create(Table {
                indexes: vec![Index { name: final_name("i", 64), ..index("", t(), vec![IndexElement::column("a")]) }],
                ..table(
                    t(),
                    vec![required(int("a"))],
                    vec![
                        Constraint::PrimaryKey(PrimaryKey {
                            name: final_name("p", 63),
                            columns: strings(&["a"]),
                            deferral: Deferral::default(),
                            options: DialectOptions::default(),
                        }),
                        Constraint::Unique(UniqueConstraint { name: final_name("u", 70), ..unique(None, &["a"]) }),
                    ],
                )
            }),
        ),
        (
            "long name of a constraint",
            with_constraints(vec![int("a")], vec![Constraint::Unique(unique(Some(&"u".repeat(64)), &["a"]))]),
        ),
        ("long name of an index", vec![new_index(index(&"i".repeat(64), t(), vec![IndexElement::column("a")]), false)]),
    ]
}

fn additions() -> Cases {
    let refers = |target: ColumnForeignKey| Column { foreign_keys: vec![target], ..int("a") };
    let inline = |column: Column| {
        let Operation::AddColumn { table, column, .. } = add(t(), column) else { unreachable!() };
        vec![Operation::AddColumn {
            table,
            column,
            if_not_exists: false,
            inline_references: true,
            inline_primary_key: false,
            place: None,
        }]
    };
    let mut deferrable = target(in_schema("s", "O"), "id", Some("fk"), Some("CASCADE"));
    deferrable.options.deferral = Deferral { deferrable: Some(true), initially: None };
    let mut full = target(in_schema("S", "o"), "Id", Some("fk"), Some("CASCADE"));
    full.options.onupdate = Some("SET NULL".into());
    full.options.match_ = Some("FULL".into());
    full.options.deferral = deferred();
    let stored = Column { index: true, comment: Some("c".into()), ..computed(int("a"), "b * 2") };
    let start = SequenceOptions { start: Some(5), ..Default::default() };
    vec![
        ("add an enum", vec![add(t(), Column { comment: Some("x".into()), ..col("a", e()) }), comment_of("a", "x")]),
        ("add a reference", vec![add(in_schema("s", "t"), refers(deferrable))]),
        (
            "add a unique reference",
            vec![add(t(), Column { unique: true, ..refers(target(name("o"), "id", None, None)) })],
        ),
        ("add a reference inline", inline(required(refers(full)))),
        ("add an identity", vec![add(t(), Column { identity: Some(identity(true, start)), ..required(int("a")) })]),
        (
            "add a stored column",
            vec![
                Operation::AddColumn {
                    table: t(),
                    column: Box::new(stored),
                    if_not_exists: true,
                    inline_references: false,
                    inline_primary_key: false,
                    place: None,
                },
                comment_of("a", "c"),
            ],
        ),
        ("add a key", vec![add(t(), Column { primary_key: true, ..required(col("id", SqlType::BigInteger)) })]),
        (
            "add a check",
            vec![add(
                t(),
                Column {
                    checks: vec![check(None, text("a <> ''"))],
                    ..col("a", varchar_enum(&["x"], "ck", None, true))
                },
            )],
        ),
    ]
}

fn alterations() -> Cases {
    let own = |name, value| with(vec![(name, value)]);
    let everything = AlterColumn {
        nullable: Some(false),
        default: Change::Set(ColumnDefault::Server(ServerDefault::Literal("5".into()))),
        sql_type: Some(SqlType::BigInteger),
        comment: Change::Set(Some("c".into())),
        new_name: Some("b".into()),
        existing_type: Some(SqlType::Integer),
        options: own("using", said("a::bigint")),
        ..AlterColumn::new(in_schema("s", "t"), "a")
    };
    let checked = |value: &str| {
        let condition = Expression::In {
            operand: Box::new(column("a")),
            members: InMembers::List(vec![Expression::Inline(Literal::Text(value.into()))]),
            negated: false,
        };
        Constraint::Check(check(Some("new"), condition))
    };
    let nothing = SequenceOptions::default;
    let by = |options| ColumnDefault::Identity(identity(false, options));
    let always = |options| ColumnDefault::Identity(identity(true, options));
    let there = |d| Change::Set(d);
    let keep = || Change::Keep;
    let computed = || ColumnDefault::Computed(Computed { expression: text("b"), persisted: None });
    let none = || ColumnDefault::None;
    vec![
        ("alter everything", vec![alter(everything)]),
        (
            "alter type",
            vec![alter(AlterColumn {
                sql_type: Some(own_enum(&["x"], vec![("name", said("e")), ("schema", said("s"))])),
                options: own("using", said("\"A b\"::text::s.e")),
                ..AlterColumn::new(t(), "A b")
            })],
        ),
        (
            "alter type of a checked column",
            vec![
                drop_constraint(t(), "old", Some(ConstraintKind::Check), false),
                alter(AlterColumn {
                    sql_type: Some(varchar_enum(&["x"], "new", None, true)),
                    existing_type: Some(varchar_enum(&["y"], "old", None, true)),
                    ..altered()
                }),
                Operation::AddConstraint { table: t(), constraint: checked("x") },
            ],
        ),
        (
            "alter nullable",
            vec![
                alter(AlterColumn { nullable: Some(true), ..altered() }),
                alter(AlterColumn { nullable: Some(false), existing_nullable: Some(true), ..altered() }),
            ],
        ),
        (
            "alter default",
            vec![
                default_change(none(), keep()),
                default_change(server(text("now()")), keep()),
                default_change(ColumnDefault::Server(ServerDefault::Literal("it's".into())), keep()),
                default_change(server(call("now", vec![])), there(server(text("1")))),
                default_change(server(Expression::True), keep()),
            ],
        ),
        (
            "alter comment",
            vec![
                alter(AlterColumn {
                    comment: Change::Set(Some("it's 100%".into())),
                    existing_comment: Some("x".into()),
                    ..altered()
                }),
                alter(AlterColumn { comment: Change::Set(None), ..AlterColumn::new(in_schema("s", "t"), "a") }),
            ],
        ),
        (
            "alter to an identity",
            vec![default_change(always(SequenceOptions { start: Some(3), minvalue: Some(1), ..nothing() }), keep())],
        ),
        ("alter from an identity", vec![default_change(none(), there(by(nothing())))]),
        (
            "alter an identity",
            vec![default_change(
                always(SequenceOptions { start: Some(3), increment: Some(7), maxvalue: Some(9), ..nothing() }),
                there(by(SequenceOptions { increment: Some(2), cycle: Some(true), minvalue: Some(4), ..nothing() })),
            )],
        ),
        ("alter an identity to the same", vec![default_change(by(nothing()), there(by(nothing())))]),
        (
            "alter an identity's cycle",
            vec![default_change(
                by(SequenceOptions { cycle: Some(true), cache: Some(3), nominvalue: true, ..nothing() }),
                there(by(SequenceOptions { cycle: Some(false), ..nothing() })),
            )],
        ),
        (
            "alter an identity's order",
            vec![default_change(
                by(SequenceOptions { order: Some(true), ..nothing() }),
                there(ColumnDefault::Identity(Identity { always: false, on_null: Some(true), options: nothing() })),
            )],
        ),
        ("alter a default to an identity", vec![default_change(by(nothing()), there(server(text("1"))))]),
        ("alter to a computed", vec![default_change(computed(), keep())]),
        ("alter from a computed", vec![default_change(none(), there(computed()))]),
        (
            "alter autoincrement",
            vec![alter(AlterColumn { autoincrement: Some(true), existing_type: Some(SqlType::Integer), ..altered() })],
        ),
        ("alter nothing", vec![alter(AlterColumn { existing_type: Some(SqlType::Integer), ..altered() })]),
    ]
}

fn indexes() -> Cases {
    let plain = |columns: &[&str]| columns.iter().map(|c| IndexElement::column(*c)).collect::<Vec<_>>();
    let optional = |options, columns: &[&str]| Index { options, ..index("ix", t(), plain(columns)) };
    let lower = || call("lower", vec![column("a")]);
    let plus = || binary(BinaryOperator::Add, column("a"), number(1));
    let descending = |expression, nulls| IndexElement { expression, order: Some(SortOrder::Descending), nulls };
    let distinct = |name: &str, table: TableName, value| Index {
        unique: true,
        options: with(vec![("nulls_not_distinct", value)]),
        ..index(name, table, plain(&["a"]))
    };
    let classes = map(vec![("a", said("jsonb_path_ops")), ("b", said("gin_trgm_ops"))]);
    vec![
        (
            "index options",
            vec![new_index(
                optional(
                    with(vec![
                        ("using", said("GIN")),
                        ("ops", classes),
                        ("include", words(&["c", "D"])),
                        ("with", map(vec![("fillfactor", int_option(50)), ("fastupdate", YES)])),
                        ("tablespace", said("Sp")),
                        ("where", sql(text("a > 5"))),
                        ("concurrently", YES),
                    ]),
                    &["a", "b"],
                ),
                true,
            )],
        ),
        (
            "unique index of distinct nulls",
            vec![new_index(distinct("ix", in_schema("s", "t"), YES), false), new_index(distinct("iy", t(), NO), false)],
        ),
        (
            "index of expressions",
            vec![new_index(
                index(
                    "ix",
                    t(),
                    vec![
                        of(text("lower(a)")),
                        of(text("(a || b)")),
                        of(text("a || b")),
                        of(lower()),
                        of(plus()),
                        descending(column("a"), Some(NullsOrder::Last)),
                        of(text("(j ->> 1)")),
                        of(Expression::Cast { operand: Box::new(column("a")), sql_type: TEXT }),
                        descending(lower(), None),
                    ],
                ),
                false,
            )],
        ),
        (
            "index of an expression backwards",
            vec![new_index(
                Index {
                    options: with(vec![("ops", map(vec![("a", said("x"))]))]),
                    ..index(
                        "ix",
                        t(),
                        vec![
                            descending(plus(), None),
                            of(Expression::Unary { operator: UnaryOperator::Negate, operand: Box::new(column("b")) }),
                            of(Expression::Collate { operand: Box::new(column("c")), collation: "C".into() }),
                        ],
                    )
                },
                false,
            )],
        ),
        (
            "index where an expression",
            vec![new_index(
                optional(
                    with(vec![(
                        "where",
                        sql(all(vec![
                            binary(BinaryOperator::Greater, column("a"), number(5)),
                            equal(column("b"), word("x")),
                            binary(BinaryOperator::Is, column("c"), Expression::Null),
                        ])),
                    )]),
                    &["a"],
                ),
                false,
            )],
        ),
        ("index where a str", vec![new_index(optional(with(vec![("where", said("a = 'x'"))]), &["a"]), false)]),
        (
            "index by an operator class",
            vec![new_index(
                Index {
                    options: with(vec![("using", said("gin"))]),
                    ..index("ix", t(), vec![of(text("a gin_trgm_ops"))])
                },
                false,
            )],
        ),
        ("index by nonsense", vec![new_index(optional(with(vec![("using", said("gin; drop"))]), &["a"]), false)]),
        (
            "drop index concurrently",
            vec![drop_index("ix", Some(in_schema("s", "t")), true, with(vec![("concurrently", YES)]))],
        ),
        ("drop index by name", vec![drop_index("Ix", None, false, DialectOptions::default())]),
    ]
}

fn changes() -> Cases {
    let fk = |options| foreign(&["a", "b"], in_schema("s2", "o"), &["c", "d"], options);
    let plain_fk = |referred: &str, name: Option<&str>| {
        let key = foreign(&["a"], TableName::new("o"), &[referred], ForeignKeyOptions::default());
        Constraint::ForeignKey(ForeignKey { name: name.map(Name::new), ..key })
    };
    let full = ForeignKeyOptions {
        onupdate: Some("CASCADE".into()),
        ondelete: Some("SET NULL".into()),
        match_: Some("FULL".into()),
        deferral: deferred(),
        use_alter: false,
        dialect: with(vec![("not_valid", YES)]),
    };
    let either = any(vec![
        binary(BinaryOperator::Greater, call("length", vec![column("a")]), number(3)),
        Expression::In {
            operand: Box::new(column("b")),
            members: InMembers::List(vec![word("x"), word("y")]),
            negated: false,
        },
    ]);
    let differs = |name: &str, value: &str| binary(BinaryOperator::NotEqual, column(name), word(value));
    let comment = |table, text: Option<&str>| Operation::TableComment { table, comment: text.map(str::to_owned) };
    vec![
        (
            "primary key",
            add_constraint(in_schema("s", "t"), primary(Some("pk"), &["a", "B"], DialectOptions::default())),
        ),
        (
            "foreign key options",
            add_constraint(
                in_schema("s1", "t"),
                Constraint::ForeignKey(ForeignKey { name: Some(Name::new("fk")), ..fk(full) }),
            ),
        ),
        ("foreign key without a name", add_constraint(t(), plain_fk("c", None))),
        (
            "unique options",
            add_constraint(
                in_schema("s", "t"),
                Constraint::Unique(UniqueConstraint {
                    deferral: Deferral { deferrable: Some(true), initially: Some("IMMEDIATE".into()) },
                    options: with(vec![("nulls_not_distinct", YES), ("include", words(&["c"]))]),
                    ..unique(Some("uq"), &["a", "b"])
                }),
            ),
        ),
        (
            "check not valid",
            add_constraint(
                t(),
                Constraint::Check(CheckConstraint {
                    options: with(vec![("not_valid", YES)]),
                    ..check(Some("ck"), differs("a", "it's"))
                }),
            ),
        ),
        (
            "check by text",
            add_constraint(
                in_schema("s", "t"),
                Constraint::Check(check(Some("ck"), text(r"a ~ '^[a-z]+$' AND b LIKE '5%' AND c::text != '\:x'"))),
            ),
        ),
        ("check by an expression", add_constraint(t(), Constraint::Check(check(Some("ck"), either)))),
        (
            "exclude constraint",
            add_constraint(
                in_schema("s", "t"),
                Constraint::Exclude(exclude(
                    Some("ex"),
                    "gist",
                    vec![element(column("period"), "&&", None), element(column("grp"), "=", Some("gist_text_ops"))],
                    Some(differs("grp", "x")),
                )),
            ),
        ),
        ("drop constraint if exists", vec![drop_constraint(in_schema("s", "t"), "X y", None, true)]),
        (
            "drop each constraint",
            vec![
                drop_constraint(t(), "a", Some(ConstraintKind::ForeignKey), false),
                drop_constraint(t(), "b", Some(ConstraintKind::PrimaryKey), false),
                drop_constraint(t(), "c", Some(ConstraintKind::Check), false),
            ],
        ),
        ("table comment", vec![comment(in_schema("s", "t"), Some(r"it's 100% \")), comment(name("T"), None)]),
        ("batch", vec![Operation::Batch(Box::new(batch(plain_fk("id", Some("fk")))))]),
    ]
}

fn batch(key: Constraint) -> Batch {
    let table = in_schema("s", "t");
    Batch {
        table: table.clone(),
        operations: vec![
            add(table.clone(), int("a")),
            new_index(index("ix_s_t_a", table.clone(), vec![IndexElement::column("a")]), false),
            alter(AlterColumn {
                new_name: Some("c".into()),
                sql_type: Some(TEXT),
                ..AlterColumn::new(table.clone(), "b")
            }),
            Operation::DropColumn {
                table: table.clone(),
                column: "d".into(),
                if_exists: false,
                options: DialectOptions::default(),
            },
            Operation::AddConstraint {
                table: table.clone(),
                constraint: Constraint::Unique(unique(Some("uq"), &["a"])),
            },
            new_index(index("ix", table.clone(), vec![IndexElement::column("a")]), false),
            drop_constraint(table.clone(), "x", Some(ConstraintKind::Check), false),
            Operation::AddConstraint { table: table.clone(), constraint: key },
            Operation::TableComment { table: table.clone(), comment: Some("x".into()) },
            drop_index("iy", Some(table), false, DialectOptions::default()),
        ],
        recreate: Recreate::Auto,
        copy_from: None,
        reflect_columns: vec![],
        table_args: vec![],
        table_options: DialectOptions::default(),
        naming_convention: None,
        partial_reordering: vec![],
    }
}
