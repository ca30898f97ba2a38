//! Random tables, random blocks: rows stay, and a block either works or changes nothing.

use limbeck_core::operation::*;
use limbeck_core::schema::*;
use limbeck_database::Connection;
use proptest::prelude::*;

use crate::support::*;

const NAMES: [&str; 6] = ["a", "b", "order", "With Space", "e\"q", "rowid"];
const TYPES: [&str; 5] = ["INTEGER", "TEXT", "VARCHAR(20)", "", "NUMERIC(10, 2)"];
const EXTRAS: [&str; 6] = ["", " NOT NULL", " DEFAULT 'x,('", " COLLATE NOCASE", " CHECK ({} IS NOT 'bad')", " UNIQUE"];

fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

fn table() -> impl Strategy<Value = (String, usize)> {
    let column = (0..TYPES.len(), 0..EXTRAS.len());
    (proptest::collection::vec(column, 2..=NAMES.len()), 0..4usize).prop_map(|(columns, key)| {
        let key =
            ["", "id INTEGER PRIMARY KEY, ", "id INTEGER PRIMARY KEY AUTOINCREMENT, ", "id TEXT DEFAULT 'k', "][key];
        let lines: Vec<String> = columns
            .iter()
            .zip(NAMES)
            .map(|((t, e), n)| format!("{} {}{}", quoted(n), TYPES[*t], EXTRAS[*e].replace("{}", &quoted(n))))
            .collect();
        (format!("CREATE TABLE t ({key}{})", lines.join(", ")), columns.len())
    })
}

fn operation(kind: usize, column: usize, other: usize) -> Operation {
    let name = NAMES[column % NAMES.len()];
    match kind {
        0 => rename(name, ["renamed", "select", "Mixed"][other % 3]),
        1 => drop_column(name),
        2 => nullable(name, true),
        3 => retype(name, SqlType::String { length: Some(30), collation: None }),
        4 => add(Column::new(["n1", "n 2"][other % 2], SqlType::Integer)),
        5 => constraint(check(Some("ck"), "1 = 1")),
        _ => create_index("ix_new", &[name]),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn rows_stay(
        (sql, width) in table(),
        steps in proptest::collection::vec((0..7usize, 0..6usize, 0..3usize), 1..4),
        enforced: bool,
        anew: bool,
    ) {
        let mut f = Fixture::new(&sql);
        f.run("CREATE TABLE child (id INTEGER PRIMARY KEY, note TEXT)");
        f.run("CREATE TRIGGER tr AFTER DELETE ON t BEGIN DELETE FROM child; END; CREATE VIEW v AS SELECT count(*) AS n FROM t");
        let names: Vec<String> = NAMES[..width].iter().map(|n| quoted(n)).collect();
        for row in 0..5 {
            let values: Vec<String> = (0..width).map(|c| format!("'{row}{c}'")).collect();
            f.run(&format!("INSERT INTO t ({}) VALUES ({})", names.join(", "), values.join(", ")));
            f.run(&format!("INSERT INTO child VALUES ({row}, 'kept')"));
        }
        f.connection.enforce_foreign_keys(enforced).unwrap();
        let operations: Vec<Operation> = steps.iter().map(|(k, c, o)| operation(*k, *c, *o)).collect();
        let renamed = |name: &str| operations.iter().rev().find_map(|o| match o {
            Operation::AlterColumn(c) if c.column == name => c.new_name.clone(),
            _ => None,
        });
        let gone = |name: &str| operations.iter().any(|o| matches!(o, Operation::DropColumn { column, .. } if column == name));
        let all = |f: &mut Fixture| f.rows("SELECT type, name, tbl_name, sql FROM sqlite_master");
        let before: Vec<(String, String)> = NAMES[..width]
            .iter()
            .filter(|n| !gone(n))
            .map(|n| (renamed(n).unwrap_or((*n).to_owned()), f.rows(&format!("SELECT CAST({} AS TEXT) FROM t ORDER BY _rowid_", quoted(n)))))
            .collect();
        let schema = all(&mut f);
        let block = if anew { always(operations.clone()) } else { batch(operations.clone()) };
        match f.apply(&block) {
            Err(_) => prop_assert_eq!(all(&mut f), schema),
            Ok(_) => {
                for (name, values) in &before {
                    prop_assert_eq!(&f.rows(&format!("SELECT CAST({} AS TEXT) FROM t ORDER BY _rowid_", quoted(name))), values);
                }
                prop_assert_eq!(f.rows("SELECT n FROM v"), "5");
            }
        }
        prop_assert_eq!(f.rows("SELECT count(*) FROM child"), "5");
        prop_assert_eq!(f.rows("SELECT count(*) FROM sqlite_master WHERE type = 'trigger'"), "1");
        prop_assert_eq!(f.rows("PRAGMA foreign_keys"), if enforced { "1" } else { "0" });
        prop_assert_eq!(f.rows("PRAGMA integrity_check"), "ok");
    }
}
