//! Operations as PostgreSQL text, held against what real Alembic prints (`goldens/postgresql/operations.txt`) and what psycopg2
//! sends (`goldens/postgresql/driver.txt`).

mod changes;
mod data;
#[path = "../operations/mod.rs"]
mod operations;
mod refusals;
mod schema;
mod types;
mod values;

use limbeck_dialect::BindMode;
use limbeck_dialect::postgresql::Postgresql;

/// Where Alembic's text is wrong: what is right, and why.
const ON_PURPOSE: &[(&str, &str)] = &[
    // Alembic prints `ALTER TABLE t ALTER COLUMN a`, which is no SQL, where nothing changes.
    ("alter an identity to the same", ""),
    ("alter an identity's order", ""),
    // Alembic looks the columns of INCLUDE up in a table that it does not know.
    (
        "unique options",
        "ALTER TABLE s.t ADD CONSTRAINT uq UNIQUE NULLS NOT DISTINCT (a, b) INCLUDE (c) DEFERRABLE INITIALLY IMMEDIATE;",
    ),
    // PostgreSQL wants parentheses around an expression.
    ("index of an expression backwards", "CREATE INDEX ix ON t ((a + 1) DESC, (-b), (c COLLATE \"C\"));"),
    // Alembic forgets to write the value: `power(t.id, :pow_2)`.
    (
        "functions with their own words",
        "SELECT char_length(t.name) AS char_length_1, string_agg(t.name, ', ') AS aggregate_strings_1, power(t.id, 2) AS pow_1, \
         SUBSTRING(t.name FROM 1 FOR 2) AS substring_1, SUBSTRING(t.name FROM 1) AS substring_2, gen_random_uuid() AS gen_random_uuid_1, \
         jsonb_build_object('k', t.id) AS jsonb_build_object_1, array_agg(t.id) AS array_agg_1, coalesce(t.id, 0) AS coalesce_1 \nFROM t;",
    ),
    // TEXT has no length, and an identity no NULL.
    ("type sa.Text(500, collation='de_DE')", "ERROR"),
    ("identities", "ERROR"),
    // JSON that SQLAlchemy cannot write as a literal, and a None that it writes as NULL while it sends the JSON null.
    ("bulk insert of JSON", "INSERT INTO b (j) VALUES ('{\"a\": 1}');"),
    ("bulk insert of no JSON", "INSERT INTO b (j) VALUES ('null');"),
];

#[test]
fn text_is_alembics_character_for_character() {
    let goldens = operations::goldens(include_str!("../goldens/postgresql/operations.txt"));
    let mut cases = operations::shared();
    cases.extend(types::cases());
    cases.extend(operations::named(schema::cases()));
    cases.extend(operations::named(changes::cases()));
    cases.extend(operations::named(data::cases()));
    cases.extend(values::cases());
    let on_purpose: Vec<(&str, &str)> = ON_PURPOSE.iter().chain(values::OFFLINE_ON_PURPOSE).copied().collect();
    operations::compare(&goldens, &cases, &on_purpose, |name, case| {
        operations::written(&Postgresql, case, operations::offline_mode(name)).join("\n\n")
    });
    assert!(goldens.len() >= 350);
}

#[test]
fn what_is_sent_is_what_psycopg2_sends() {
    let goldens = operations::goldens(include_str!("../goldens/postgresql/driver.txt"));
    let mut cases = values::cases();
    cases.extend(operations::named(data::sent()));
    operations::compare(&goldens, &cases, values::SENT_ON_PURPOSE, |_, case| {
        operations::written(&Postgresql, case, BindMode::Driver).join("\n")
    });
    assert!(goldens.len() >= 90);
}
