//! A PostgreSQL database: the objects of `pg_dump`, the rows of every table, and where the sequences stand.

use std::fmt::Write as _;

use limbeck_testkit::postgres::Database;

/// `object ...`, `TABLE row ...` and `sequence ...`.
pub fn parts(database: &Database<'_>) -> Vec<String> {
    let mut parts = objects(&database.dump());
    let tables = "SELECT quote_ident(relname) FROM pg_class \
                  WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace";
    let mut rows = String::new();
    for table in database.psql(tables).lines() {
        let _ = writeln!(rows, "SELECT '{table} row ' || to_jsonb(t)::text FROM {table} AS t;");
    }
    rows += "SELECT 'sequence ' || sequencename || ' ' || coalesce(last_value::text, 'not used') FROM pg_sequences";
    parts.extend(database.psql(&rows).lines().map(str::to_owned));
    parts
}

/// Each object of a dump, with its type and name. Settings of the dump, comments and the key that newer pg_dumps make up are left out.
fn objects(dump: &str) -> Vec<String> {
    let mut objects = Vec::new();
    // The part before the first heading is settings, and so is what comes between two objects.
    for block in dump.split("\n-- Name: ").skip(1) {
        let (heading, body) = block.split_once('\n').unwrap_or((block, ""));
        let heading = heading.split("; Schema:").next().unwrap_or(heading);
        let mut object = format!("object {heading}");
        for line in body.lines() {
            let is_noise = line.trim().is_empty()
                || line.starts_with("--")
                || line.starts_with("SET default_")
                || line.starts_with("\\restrict")
                || line.starts_with("\\unrestrict");
            if !is_noise {
                object.push('\n');
                object.push_str(line);
            }
        }
        objects.push(object);
    }
    objects
}
