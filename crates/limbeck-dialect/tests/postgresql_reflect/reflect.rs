//! Reflection.

use limbeck_core::schema::*;
use limbeck_dialect::Dialect;
use limbeck_dialect::postgresql::Postgresql;
use serde_json::{Value, json};

use crate::inspector::described;
use crate::psql::Session;
use crate::{SCHEMA, golden, sql};

fn session() -> Session {
    Session::with(SCHEMA)
}

fn named(schema: Option<&str>, name: &str) -> TableName {
    TableName { schema: schema.map(str::to_owned), name: name.into() }
}

/// What the inspector does not say, or says otherwise.
fn on_purpose(wanted: &mut Value) {
    // An index that a constraint made is not listed beside it.
    if let Some(indexes) = wanted["indexes"].as_array_mut() {
        indexes.retain(|index| index.get("duplicates_constraint").is_none());
    }
    // The server adds a key for each partition of the table pointed at; they are not keys of their own.
    if wanted["name"] == "refers_parted"
        && let Some(keys) = wanted["foreign_keys"].as_array_mut()
    {
        keys.retain(|key| key["name"] == "to_parted");
    }
    let table = wanted["name"].as_str().unwrap_or_default().to_owned();
    for column in wanted["columns"].as_array_mut().into_iter().flatten() {
        let name = column["name"].as_str().unwrap_or_default().to_owned();
        match (table.as_str(), name.as_str()) {
            // The catalogue keeps how many dimensions were declared.
            ("arrays", "b") => column["type"]["dimensions"] = json!(2),
            // SQLAlchemy has a class for it and does not reflect it.
            ("others", "w") => column["type"] = json!({"class": "JSONPATH", "dialect": true}),
            // SQLAlchemy gives the domain's collation to what it stands on as well.
            ("named", "e") => {
                column["type"]["data_type"].as_object_mut().map(|base| base.remove("collation"));
            }
            _ => {}
        }
    }
}

#[test]
fn tables_are_as_the_inspector_sees_them() {
    let mut session = session();
    let golden = golden("reflect.json");
    let tables = golden["tables"].as_array().expect("tables");
    let mut columns = 0;
    let mut wrong = Vec::new();
    for wanted in tables {
        let mut wanted = wanted.clone();
        on_purpose(&mut wanted);
        let name = named(wanted["schema"].as_str(), wanted["name"].as_str().expect("a name"));
        session.asked = 0;
        let table = Postgresql.reflect_table(&mut session, &name).expect("reflection").expect("a table");
        assert!(session.asked <= 5, "{name:?} took {} queries", session.asked);
        let found = described(&table);
        columns += table.columns.len();
        for (key, wanted) in wanted.as_object().expect("an object") {
            let pairs = match (wanted.as_array(), found[key].as_array()) {
                (Some(wanted), Some(found)) if wanted.len() == found.len() => {
                    wanted.iter().zip(found).map(|(a, b)| (a.clone(), b.clone())).collect()
                }
                _ => vec![(wanted.clone(), found[key].clone())],
            };
            for (wanted, found) in pairs.into_iter().filter(|(wanted, found)| wanted != found) {
                wrong.push(format!("{}.{key}\n  wanted {wanted}\n  found  {found}", name.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(tables.len() >= 20 && columns >= 100, "{} tables with {columns} columns", tables.len());
}

#[test]
fn names_are_as_the_inspector_sees_them() {
    let mut session = session();
    let golden = golden("reflect.json");
    for row in golden["names"].as_array().expect("names") {
        let found = Postgresql.table_names(&mut session, row[0].as_str()).expect("names");
        assert_eq!(json!(found), row[1], "{}", row[0]);
    }
    for row in golden["has_table"].as_array().expect("answers") {
        let name = named(row[0].as_str(), row[1].as_str().expect("a name"));
        let found = Postgresql.has_table(&mut session, &name).expect("an answer");
        assert_eq!(json!(found), row[2], "{name:?}");
        let table = Postgresql.reflect_table(&mut session, &name).expect("an answer");
        assert_eq!(table.is_some(), found, "{name:?}");
    }
    // The inspector has the default one and information_schema as well.
    assert_eq!(Postgresql.schema_names(&mut session).expect("schemas"), ["Odd schema %", "other"]);
    for odd in ["it's", "a\\b", "", "x\0y", "';--"] {
        assert_eq!(Postgresql.reflect_table(&mut session, &named(None, odd)), Ok(None));
        assert_eq!(Postgresql.has_table(&mut session, &named(Some(odd), "numbers")), Ok(false));
    }
    session.run("SET search_path TO other, public").expect("a search path");
    let names = Postgresql.table_names(&mut session, None).expect("names");
    assert!(names.contains(&"away".into()) && names.contains(&"numbers".into()));
    assert_eq!(Postgresql.schema_names(&mut session).expect("schemas"), ["Odd schema %", "public"]);
}

#[test]
fn a_schema_takes_as_many_queries_as_a_table() {
    let mut session = session();
    let mut names = Postgresql.table_names(&mut session, None).expect("names");
    assert!(names.len() > 10, "{names:?}");
    session.asked = 0;
    let all = Postgresql.reflect_tables(&mut session, None, &names).expect("tables");
    assert!(session.asked <= 5, "{} queries", session.asked);
    assert_eq!(all.iter().map(|table| &table.name.name).collect::<Vec<_>>(), names.iter().collect::<Vec<_>>());
    names.extend(["missing".into(), "no\0name".into()]);
    assert_eq!(Postgresql.reflect_tables(&mut session, None, &names).expect("tables"), all);
    assert_eq!(Postgresql.reflect_tables(&mut session, None, &[]).expect("nothing"), []);
    for table in &all {
        let one = Postgresql.reflect_table(&mut session, &table.name).expect("reflection");
        assert_eq!(one.as_ref(), Some(table));
    }
}

#[test]
fn what_the_inspector_loses() {
    let mut session = session();
    session
        .run("CREATE TABLE kept_on (a integer, FOREIGN KEY (a) REFERENCES parent (a) ON DELETE SET NULL (a))")
        .expect("DDL");
    session
        .run("ALTER TABLE kept_on ADD CONSTRAINT late FOREIGN KEY (a) REFERENCES parent (a) NOT VALID")
        .expect("DDL");
    let mut table =
        |name: &str| Postgresql.reflect_table(&mut session, &named(None, name)).expect("reflection").expect("a table");
    let text = |option: Option<&OptionValue>| match option {
        Some(OptionValue::Text(text)) => text.clone(),
        other => format!("{other:?}"),
    };

    let parted = table("parted");
    assert_eq!(text(parted.options.get("postgresql", "partition_by")), "RANGE (day)");
    let part = table("parted_2020");
    assert_eq!(text(part.options.get("postgresql", "partition_of")), "parted");
    assert_eq!(part.options.get("postgresql", "inherits"), None);

    let indexed = table("indexed");
    let exclude = indexed.constraints.iter().find_map(|constraint| match constraint {
        Constraint::Exclude(exclude) => Some(exclude),
        _ => None,
    });
    let exclude = exclude.expect("an EXCLUDE");
    let elements: Vec<_> = exclude.elements.iter().map(|e| (sql(&e.expression), e.operator.clone())).collect();
    assert_eq!(elements, [("f".to_owned(), "&&".to_owned()), ("a".to_owned(), "=".to_owned())]);
    assert_eq!((exclude.using.as_str(), exclude.filter.as_ref().map(sql)), ("gist", Some("b > 0".into())));
    assert_eq!(exclude.deferral.deferrable, Some(true));

    let parent = table("parent");
    let key = parent.primary_key().expect("a key");
    assert_eq!(key.deferral, Deferral { deferrable: Some(true), initially: Some("DEFERRED".into()) });
    assert!(parent.column("a").is_some_and(|column| column.primary_key));
    assert!(parent.column("C d").is_some_and(|column| !column.primary_key));

    let mut actions: Vec<_> = Vec::new();
    for constraint in &table("kept_on").constraints {
        if let Constraint::ForeignKey(key) = constraint {
            actions.push((key.options.ondelete.clone(), key.options.dialect.flag("postgresql", "not_valid")));
        }
    }
    assert_eq!(actions, [(Some("SET NULL (a)".to_owned()), false), (None, true)]);

    let texts = table("texts");
    assert_eq!(texts.column("k").map(|column| &column.sql_type), Some(&SqlType::Verbatim("xml".into())));
    let id = table("heir").column("id").cloned().expect("a column");
    assert_eq!((id.autoincrement, id.server_default), (Some(true), None));
    let loose = table("sequences").column("a").cloned().expect("a column");
    assert_eq!(loose.autoincrement, Some(false));
    assert!(loose.server_default.is_some());
}

#[test]
fn tables_of_an_extension_and_invalid_indexes_say_so() {
    let mut session = session();
    session.run("CREATE TABLE ours (a integer)").expect("DDL");
    session.run("ALTER EXTENSION citext ADD TABLE ours").expect("DDL");
    session.run("INSERT INTO indexed (b, e) VALUES (1, '2020-01-01'), (2, '2020-01-02')").expect("rows");
    assert!(session.run("CREATE UNIQUE INDEX CONCURRENTLY ix_broken ON indexed ((1))").is_err());
    let ours = Postgresql.reflect_table(&mut session, &named(None, "ours")).expect("reflection").expect("a table");
    assert_eq!(ours.managed_elsewhere, Some(ManagedElsewhere::Extension("citext".into())));
    let indexed =
        Postgresql.reflect_table(&mut session, &named(None, "indexed")).expect("reflection").expect("a table");
    let broken = indexed.indexes.iter().find(|index| index.name.as_ref().is_some_and(|name| name.text == "ix_broken"));
    assert!(broken.is_some_and(|index| index.options.flag("postgresql", "invalid")));
}

#[test]
fn what_something_else_manages_says_so() {
    let mut session = session();
    // A name that no other test of this server has.
    let roles = "DO $$ BEGIN CREATE ROLE keeper_of_tables; CREATE ROLE guest_of_tables; EXCEPTION WHEN duplicate_object THEN NULL; END $$";
    session.run(roles).expect("roles");
    for statement in [
        "CREATE TABLE theirs (a integer)",
        "ALTER TABLE theirs OWNER TO keeper_of_tables",
        "CREATE TABLE mine (a integer)",
        "ALTER TABLE mine OWNER TO guest_of_tables",
        "GRANT USAGE ON SCHEMA public TO guest_of_tables",
    ] {
        session.run(statement).expect(statement);
    }
    let managed = |session: &mut Session, name: &str| {
        let table = Postgresql.reflect_table(session, &named(None, name)).expect("reflection");
        table.expect("a table").managed_elsewhere
    };
    // Who may act as everybody owns everything.
    assert_eq!(managed(&mut session, "theirs"), None);
    session.run("SET ROLE guest_of_tables").expect("a role");
    assert_eq!(managed(&mut session, "theirs"), Some(ManagedElsewhere::Owner("keeper_of_tables".into())));
    assert_eq!(managed(&mut session, "mine"), None);
    session.run("RESET ROLE").expect("a role");
    session.run("GRANT keeper_of_tables TO guest_of_tables").expect("a role");
    session.run("SET ROLE guest_of_tables").expect("a role");
    assert_eq!(managed(&mut session, "theirs"), None);
    session.run("RESET ROLE").expect("a role");
    assert_eq!(managed(&mut session, "parted"), None);
    assert_eq!(managed(&mut session, "parted_2020"), Some(ManagedElsewhere::PartitionOf("parted".into())));
    assert!(
        matches!(managed(&mut session, "heir"), Some(ManagedElsewhere::InheritsFrom(parents)) if parents.len() == 1)
    );
    session.run("REVOKE keeper_of_tables FROM guest_of_tables").expect("a role");
}

#[test]
fn sequences_and_enums_say_whose_they_are() {
    let mut session = session();
    for statement in [
        "CREATE SEQUENCE counter AS smallint INCREMENT 2 MINVALUE 3 MAXVALUE 99 START 5 CACHE 4 CYCLE",
        "CREATE TABLE counted (a serial, b integer GENERATED ALWAYS AS IDENTITY)",
        "CREATE TABLE counts_too (c bigint DEFAULT nextval('counter'))",
        "CREATE SEQUENCE lent",
        "CREATE VIEW reads_it AS SELECT nextval('lent'::regclass) AS n",
        "CREATE SEQUENCE borrowed_numbers",
        "ALTER EXTENSION citext ADD SEQUENCE borrowed_numbers",
        "CREATE TYPE borrowed AS ENUM ('x')",
        "ALTER EXTENSION citext ADD TYPE borrowed",
    ] {
        session.run(statement).expect(statement);
    }
    let all = Postgresql.sequences(&mut session, None).expect("sequences").expect("it has some");
    let find = |name: &str| all.iter().find(|sequence| sequence.name.name == name).expect(name);
    let counter = find("counter");
    let options = SequenceOptions {
        start: Some(5),
        increment: Some(2),
        minvalue: Some(3),
        maxvalue: Some(99),
        cycle: Some(true),
        cache: Some(4),
        ..SequenceOptions::default()
    };
    let smallint = matches!(&counter.data_type, Some(SqlType::Literal { name, .. }) if name == "SMALLINT");
    assert!(smallint && counter.options == options, "{counter:?}");
    let column = |table: &str, column: &str| (TableName::new(table), column.to_owned());
    let (table, counts) = column("counts_too", "c");
    assert_eq!(counter.kept_by, [SequenceUser::Default { table, column: counts }]);
    for (name, owner) in [("counted_a_seq", column("counted", "a")), ("counted_b_seq", column("counted", "b"))] {
        let (table, column) = owner;
        assert!(find(name).is_owned() && find(name).kept_by.contains(&SequenceUser::Owned { table, column }));
    }
    assert!(matches!(find("lent").kept_by.as_slice(), [SequenceUser::Other(what)] if what.contains("reads_it")));
    let extension = SequenceUser::Elsewhere(ManagedElsewhere::Extension("citext".into()));
    assert_eq!(find("borrowed_numbers").kept_by, [extension]);
    let enums = Postgresql.enums(&mut session, None).expect("enums").expect("it has some");
    let extension =
        |name: &str| enums.iter().find(|found| found.name == name).and_then(|found| found.extension.clone());
    assert_eq!(extension("borrowed"), Some("citext".into()));
    assert!(enums.len() > 1 && enums.iter().filter(|found| found.extension.is_some()).count() == 1);
}

#[test]
fn what_a_partition_has_from_its_parent_is_settled() {
    let mut session = session();
    for statement in [
        "CREATE TABLE bills (id integer, day date, parent integer REFERENCES numbers (id), UNIQUE (id, day)) PARTITION BY RANGE (day)",
        "CREATE INDEX ix_bills ON bills (parent)",
        "CREATE TABLE bills_2020 PARTITION OF bills FOR VALUES FROM ('2020-01-01') TO ('2021-01-01')",
        "CREATE INDEX ix_own ON bills_2020 (id)",
    ] {
        session.run(statement).expect(statement);
    }
    let mut table =
        |name: &str| Postgresql.reflect_table(&mut session, &named(None, name)).expect("reflection").expect("a table");
    let count = |table: &Table| (table.constraints.len(), table.indexes.len());
    let (parent, whole) = (table("bills"), table("bills_2020"));
    assert_eq!((count(&parent), count(&whole)), ((2, 1), (2, 2)));
    let mut model = Table::new(TableName::new("bills_2020"));
    let mut there = whole.clone();
    Postgresql.settle(&mut there, Some(&mut model));
    assert_eq!(count(&there), (0, 1));
    // A model that names them is compared with them.
    let mut there = whole.clone();
    Postgresql.settle(&mut there, Some(&mut whole.clone()));
    assert_eq!(there, whole);
    let mut there = parent.clone();
    Postgresql.settle(&mut there, Some(&mut model));
    assert_eq!(there, parent);
}
