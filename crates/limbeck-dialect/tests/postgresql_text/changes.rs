//! Directives that change what is there; the Python beside each name is in the goldens.

use limbeck_core::expression::*;
use limbeck_core::operation::*;
use limbeck_core::schema::*;

use super::schema::*;
use crate::operations::build::*;
use crate::types::{number as int_option, own_enum, said, varchar_enum, words};

pub fn cases() -> Cases {
    let mut out = additions();
    out.extend(alterations());
    out.extend(indexes());
    out.extend(constraints());
    out
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
        ("add a unique column", vec![add(t(), Column { unique: true, ..int("a") })]),
        ("add a plain reference", vec![add(t(), refers(target(name("o"), "id", None, None)))]),
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
        (
            "index of text by operator classes",
            vec![new_index(
                Index {
                    options: with(vec![(
                        "ops",
                        map(vec![("a", said("text_pattern_ops")), ("l", said("x_ops")), ("c", said("y_ops"))]),
                    )]),
                    ..index(
                        "ix",
                        t(),
                        vec![
                            of(text("a")),
                            of(label(call("lower", vec![column("b")]), "l")),
                            descending(column("c"), None),
                        ],
                    )
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

fn constraints() -> Cases {
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
