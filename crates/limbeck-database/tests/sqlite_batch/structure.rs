//! What a table is after a batch block, held against real Alembic: `goldens/structures.txt`.

use limbeck_core::expression::{Expression, Literal};
use limbeck_core::operation::*;
use limbeck_core::schema::*;
use limbeck_dialect::Catalogue;

use crate::support::*;

fn string(length: u32) -> SqlType {
    SqlType::String { length: Some(length), collation: None }
}

fn default(column: &str, default: Option<ServerDefault>) -> Operation {
    let default = Change::Set(default.map_or(ColumnDefault::None, ColumnDefault::Server));
    altered(AlterColumn { default, ..alter(column) })
}

fn expression(text: &str) -> Option<ServerDefault> {
    Some(ServerDefault::Expression(Expression::text(text)))
}

fn literal(text: &str) -> Option<ServerDefault> {
    Some(ServerDefault::Literal(text.into()))
}

fn foreign(name: &str, column: &str, options: ForeignKeyOptions) -> Constraint {
    Constraint::ForeignKey(ForeignKey {
        name: Some(Name::new(name)),
        columns: vec![column.into()],
        referred_table: TableName::new("o"),
        referred_columns: vec!["id".into()],
        options,
    })
}

fn column(name: &str, sql_type: SqlType) -> Column {
    Column::new(name, sql_type)
}

fn drop_index(name: &str) -> Operation {
    Operation::DropIndex {
        name: name.into(),
        table: None,
        schema: None,
        if_exists: false,
        options: DialectOptions::default(),
    }
}

fn block(name: &str) -> Option<Vec<Operation>> {
    let now = Expression::Function { name: "now".into(), arguments: vec![] };
    let deferred = ForeignKeyOptions {
        onupdate: Some("CASCADE".into()),
        deferral: Deferral { deferrable: Some(true), initially: Some("DEFERRED".into()) },
        ..Default::default()
    };
    let target = ColumnForeignKey {
        name: Some(Name::new("fx")),
        target: ForeignKeyTarget { table: TableName::new("o"), column: Some("id".into()) },
        options: ForeignKeyOptions::default(),
    };
    Some(match name {
        "nothing" => vec![],
        "rename" => vec![rename("name", "Title")],
        "not null" => vec![nullable("flag", false)],
        "null" => vec![nullable("name", true)],
        "default" => vec![default("ratio", literal("0.5"))],
        "default by expression" => vec![default("ratio", expression("1 + 1"))],
        "no default" => vec![default("name", None)],
        "wider" => vec![retype("name", string(255))],
        "to text" => vec![retype("ratio", TEXT)],
        "to integer" => vec![retype("price", INTEGER)],
        "numeric to float" => vec![retype("price", SqlType::Float { precision: None })],
        "to json" => vec![retype("ratio", SqlType::Json)],
        "char to uuid" => vec![retype("key", SqlType::Uuid { native: true })],
        "boolean to string" => vec![retype("flag", string(5))],
        "type, name and null" => vec![altered(AlterColumn {
            sql_type: Some(string(9)),
            new_name: Some("n".into()),
            nullable: Some(false),
            default: Change::Set(ColumnDefault::Server(ServerDefault::Literal("x".into()))),
            ..alter("order")
        })],
        "drop" => vec![drop_column("ratio")],
        "drop with its key" => vec![drop_constraint("fk"), drop_column("o_id")],
        "drop a column of an unnamed unique" => vec![drop_column("key")],
        "drop with its constraint" => vec![drop_column("o_id")],
        "add" => vec![add(Column { nullable: false, server_default: literal("3"), ..column("x", INTEGER) })],
        "add by expression" => vec![add(Column {
            server_default: Some(ServerDefault::Expression(now)),
            ..column("x", SqlType::DateTime { timezone: false })
        })],
        "add in the middle" => {
            vec![drop_column("ratio"), add_at(column("x", INTEGER), Some(Place::After("name".into())))]
        }
        "add with a key" => vec![add(Column { foreign_keys: vec![target], ..column("x", INTEGER) })],
        "add with a check" => vec![
            add(column("x", SqlType::Boolean { name: Some("cx".into()), create_constraint: true })),
            type_check("cx", "x", &[Literal::Int(0), Literal::Int(1)]),
        ],
        "constraints" => vec![
            constraint(unique(Some("u2"), &["name", "key"])),
            constraint(check(Some("c2"), "ratio > 0")),
            drop_constraint("uq"),
            drop_constraint("ck"),
        ],
        "foreign key" => vec![constraint(foreign("f2", "order", deferred)), drop_constraint("fk")],
        "primary key" => vec![constraint(Constraint::PrimaryKey(PrimaryKey {
            name: Some(Name::new("pk")),
            columns: vec!["id".into(), "name".into()],
            deferral: Deferral::default(),
            options: DialectOptions::default(),
        }))],
        "indexes" => {
            let mut new = create_index("ix_new", &["name", "order"]);
            if let Operation::CreateIndex { index, .. } = &mut new {
                index.unique = true;
            }
            vec![drop_index("ix_name"), new]
        }
        "all at once" => vec![
            altered(AlterColumn { new_name: Some("title".into()), sql_type: Some(TEXT), ..alter("name") }),
            drop_column("ratio"),
            add(column("x", INTEGER)),
            drop_index("ix_name"),
            create_index("i2", &["x"]),
        ],
        _ => return None,
    })
}

/// The same lines as the script beside the goldens writes.
fn structure(f: &mut Fixture) -> Vec<String> {
    let mut lines: Vec<String> = f
        .rows("SELECT name, type, \"notnull\", dflt_value, pk, hidden FROM pragma_table_xinfo('t')")
        .split(';')
        .map(|row| format!("column {row}"))
        .collect();
    let mut sorted = |prefix: &str, mut found: Vec<String>| {
        found.sort();
        lines.extend(found.into_iter().filter(|l| !l.is_empty()).map(|l| format!("{prefix} {l}")));
    };
    let keys =
        f.rows("SELECT \"table\", \"from\", \"to\", on_update, on_delete, match FROM pragma_foreign_key_list('t')");
    sorted("foreign key", keys.split(';').map(str::to_owned).collect());
    let indexes = f.connection.query("SELECT name, \"unique\", origin, partial FROM pragma_index_list('t')").unwrap();
    let text = |value: &Literal| match value {
        Literal::Text(text) => text.clone(),
        Literal::Int(number) => number.to_string(),
        other => format!("{other:?}"),
    };
    let mut found = Vec::new();
    for row in indexes {
        let columns = f.rows(&format!("SELECT name FROM pragma_index_info('{}')", text(&row[0])));
        let name = if text(&row[2]) == "c" { text(&row[0]) } else { text(&row[2]) };
        found.push(format!("{name}|{}|{}|{}", text(&row[1]), text(&row[3]), columns.replace(';', "|")));
    }
    sorted("index", found);
    let checks = f.reflect().constraints.into_iter().filter_map(|c| match c {
        Constraint::Check(check) => {
            let Expression::Text(clause) = &check.condition else { return None };
            Some(format!("{}|{}", check.name.map_or("NULL".to_owned(), |n| n.text), clause.text))
        }
        _ => None,
    });
    sorted("check", checks.collect());
    lines.extend(f.rows("SELECT * FROM t ORDER BY id").split(';').map(|row| format!("row {row}")));
    lines
}

#[test]
fn tables_are_what_alembic_makes_of_them() {
    let goldens = include_str!("goldens/structures.txt");
    let mut parts = goldens.split("=== ");
    let table = parts.next().unwrap();
    let mut wrong = Vec::new();
    let mut count = 0;
    for part in parts {
        let (head, expected) = part.split_once("\n---\n").unwrap();
        let name = head.lines().next().unwrap();
        let expected: Vec<&str> = expected.trim_end().lines().collect();
        let operations = block(name).unwrap_or_else(|| panic!("{name}: no block is built for it"));
        for anew in [true, false] {
            let placed = operations.iter().any(|o| matches!(o, Operation::AddColumn { place: Some(_), .. }));
            if placed && !anew {
                continue;
            }
            let mut f = Fixture::new(table);
            f.must(&if anew { always(operations.clone()) } else { batch(operations.clone()) });
            let mut ours = structure(&mut f);
            let mut expected = expected.clone();
            if name == "add by expression" {
                // The new column holds the time of the run.
                ours.retain(|l| !l.starts_with("row"));
                expected.retain(|l| !l.starts_with("row"));
            }
            if ours != expected {
                let theirs: Vec<_> = expected.iter().filter(|l| !ours.contains(&(**l).to_owned())).collect();
                let only_ours: Vec<_> = ours.iter().filter(|l| !expected.contains(&l.as_str())).collect();
                wrong.push(format!("{name} (anew: {anew}):\n  Alembic {theirs:#?}\n  limbeck {only_ours:#?}"));
            }
            count += 1;
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(count > 50);
}
