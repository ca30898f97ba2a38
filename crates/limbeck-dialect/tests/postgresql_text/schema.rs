//! Directives of the schema; the Python beside each name is in the goldens.

use limbeck_core::expression::*;
use limbeck_core::operation::*;
use limbeck_core::schema::*;

use crate::operations::build::*;
use crate::types::{array, generic_enum, number as int_option, own_enum, pg, said, varchar_enum, words};

pub type Cases = Vec<(&'static str, Vec<Operation>)>;

pub const YES: OptionValue = OptionValue::Bool(true);
pub const NO: OptionValue = OptionValue::Bool(false);

pub fn t() -> TableName {
    name("t")
}

pub fn one(columns: Vec<Column>) -> Vec<Operation> {
    create(table(t(), columns, vec![]))
}

pub fn with(options: Vec<(&str, OptionValue)>) -> DialectOptions {
    DialectOptions(options.into_iter().map(|(n, v)| option("postgresql", n, v)).collect())
}

pub fn map(entries: Vec<(&str, OptionValue)>) -> OptionValue {
    OptionValue::Map(entries.into_iter().map(|(n, v)| (n.to_owned(), v)).collect())
}

pub fn sql(e: Expression) -> OptionValue {
    OptionValue::Expression(e)
}

pub fn column(name: &str) -> Expression {
    Expression::column(name)
}

pub fn e() -> SqlType {
    generic_enum(&["x"], "e", None)
}

pub fn of_table(name_: &str, column: Column) -> Operation {
    Operation::CreateTable { table: table(name(name_), vec![column], vec![]), if_not_exists: false }
}

pub fn computed(column: Column, e: &str) -> Column {
    Column { computed: Some(Computed { expression: text(e), persisted: Some(true) }), ..column }
}

pub fn identity(always: bool, options: SequenceOptions) -> Identity {
    Identity { always, on_null: None, options }
}

pub fn deferred() -> Deferral {
    Deferral { deferrable: Some(true), initially: Some("DEFERRED".into()) }
}

pub fn element(expression: Expression, operator: &str, class: Option<&str>) -> ExcludeElement {
    ExcludeElement { expression, operator: operator.into(), operator_class: class.map(str::to_owned) }
}

pub fn exclude(
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

pub fn add_constraint(table: TableName, constraint: Constraint) -> Vec<Operation> {
    vec![Operation::AddConstraint { table, constraint }]
}

pub fn comment_of(column: &str, comment: &str) -> Operation {
    Operation::ColumnComment { table: t(), column: column.into(), comment: comment.into() }
}

pub fn alter(change: AlterColumn) -> Operation {
    Operation::AlterColumn(Box::new(change))
}

pub fn altered() -> AlterColumn {
    AlterColumn::new(t(), "a")
}

pub fn default_change(new: ColumnDefault, existing: Change<ColumnDefault>) -> Operation {
    alter(AlterColumn { default: Change::Set(new), existing_default: existing, ..altered() })
}

pub fn server(e: Expression) -> ColumnDefault {
    ColumnDefault::Server(ServerDefault::Expression(e))
}

pub fn drop_constraint(table: TableName, name: &str, kind: Option<ConstraintKind>, if_exists: bool) -> Operation {
    Operation::DropConstraint { table, name: name.into(), kind, if_exists }
}

pub fn new_index(index: Index, if_not_exists: bool) -> Operation {
    Operation::CreateIndex { index, if_not_exists }
}

pub fn drop_index(name: &str, table: Option<TableName>, if_exists: bool, options: DialectOptions) -> Operation {
    Operation::DropIndex { name: name.into(), table, schema: None, if_exists, options }
}

pub fn key_of(sql_type: SqlType) -> Column {
    Column { primary_key: true, ..required(col("a", sql_type)) }
}

pub fn cases() -> Cases {
    let mut out = enums();
    out.extend(counting());
    out.extend(tables());
    out.extend(constraints());
    out
}

pub fn enums() -> Cases {
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
                        create_type: true,
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

pub fn counting() -> Cases {
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

pub fn tables() -> Cases {
    let options = |o| create(Table { options: with(o), ..table(t(), vec![int("a")], vec![]) });
    let quoted = |name: &str, quote| Column { quote: Some(quote), ..int(name) };
    let later = || {
        let mut later = target(name("o"), "id", Some("x"), None);
        later.options.use_alter = true;
        later
    };
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
        (
            "foreign keys for later",
            create(table(
                t(),
                vec![key("id"), Column { foreign_keys: vec![later()], ..int("a") }],
                vec![Constraint::ForeignKey(foreign(&["a"], name("p"), &["id"], later().options))],
            )),
        ),
        (
            "quote by force in keys",
            one(vec![
                Column { primary_key: true, comment: Some("c".into()), ..required(quoted("B", false)) },
                Column { unique: true, ..quoted("a", true) },
            ]),
        ),
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

pub fn constraints() -> Cases {
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
