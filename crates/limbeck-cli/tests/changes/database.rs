//! Databases, and what is in them.

use limbeck_core::expression::Literal;
use limbeck_database::Connection;
use limbeck_dialect::Sql;

use crate::support::Project;

/// A kind of database.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Kind {
    Postgresql,
    Sqlite,
    Mariadb,
}

impl Kind {
    pub const ALL: [Kind; 3] = [Kind::Postgresql, Kind::Sqlite, Kind::Mariadb];

    /// Its name in the cases.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Postgresql => "postgresql",
            Kind::Sqlite => "sqlite",
            Kind::Mariadb => "mariadb",
        }
    }

    /// The kind with a name.
    pub fn named(name: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// A project on an empty database.
    pub fn project(self) -> Project {
        match self {
            Kind::Postgresql => Project::on_postgresql(),
            Kind::Sqlite => Project::new(),
            Kind::Mariadb => Project::on_mariadb(),
        }
    }

    /// Everything that the database's catalogue says, the version table left out, in an order that does not depend on who made it when.
    pub fn catalogue(self, project: &Project) -> Vec<String> {
        let mut found = match self {
            Kind::Postgresql => lines(&mut *connect(&project.postgresql().url()), include_str!("postgresql.sql")),
            Kind::Sqlite => sqlite(&mut *connect(&format!("sqlite:///{}", project.database().display()))),
            Kind::Mariadb => mariadb(&mut *connect(&project.mariadb().url())),
        };
        found.sort();
        found
    }

    /// The same without names that nobody asked for: what has none cannot be dropped on SQLite, so limbeck gives it one.
    pub fn without_names(self, catalogue: &[String]) -> Vec<String> {
        let is_told_by_a_pragma = |line: &&String| {
            let rest = line
                .split_once(": CONSTRAINT ")
                .and_then(|(_, rest)| rest.split_once(' '))
                .map_or("", |(_, rest)| rest);
            self == Kind::Sqlite && ["UNIQUE", "PRIMARY KEY", "FOREIGN KEY"].iter().any(|word| rest.starts_with(word))
        };
        catalogue.iter().filter(|line| !is_told_by_a_pragma(line)).cloned().collect()
    }
}

fn connect(url: &str) -> Box<dyn Connection> {
    limbeck_database::connect(&url.parse().expect("a URL")).expect("a connection")
}

fn rows(connection: &mut dyn Connection, sql: &str) -> Vec<Vec<String>> {
    let text = |value: Literal| match value {
        Literal::Text(text) => text,
        Literal::Int(number) => number.to_string(),
        Literal::Bytes(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
        other => format!("{other:?}"),
    };
    let outcome = connection.execute(&Sql::new(sql)).unwrap_or_else(|error| panic!("{sql}: {error}"));
    outcome.rows.into_iter().map(|row| row.into_iter().map(text).collect()).collect()
}

fn lines(connection: &mut dyn Connection, sql: &str) -> Vec<String> {
    rows(connection, sql).into_iter().map(|row| row.join(" ")).collect()
}

/// Each line of each table's definition.
fn mariadb(connection: &mut dyn Connection) -> Vec<String> {
    let mut found = Vec::new();
    let own = lines(connection, "SELECT CONCAT('nextval(`', DATABASE(), '`.')").concat();
    for table in lines(connection, "SHOW TABLES") {
        if table == "alembic_version" {
            continue;
        }
        let name = format!("`{}`", table.replace('`', "``"));
        let mut row = rows(connection, &format!("SHOW CREATE TABLE {name}")).remove(0);
        if row[1].contains(" SEQUENCE=1") {
            row = rows(connection, &format!("SHOW CREATE SEQUENCE {name}")).remove(0);
        }
        for line in row[1].replace(&own, "nextval(").lines() {
            let words: Vec<&str> = line.split(' ').filter(|word| !word.starts_with("AUTO_INCREMENT=")).collect();
            found.push(format!("{table}: {}", words.join(" ").trim_end_matches(',')));
        }
    }
    found
}

/// What the PRAGMAs say, and the text of what they do not know.
fn sqlite(connection: &mut dyn Connection) -> Vec<String> {
    let mut found = lines(connection, include_str!("sqlite.sql"));
    let tables = "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT IN ('alembic_version', 'sqlite_sequence')";
    for row in rows(connection, tables) {
        for part in parts(&row[1]) {
            let unknown = ["CONSTRAINT ", "CHECK (", "DEFERRABLE", "GENERATED ALWAYS", "COLLATE "];
            let at = unknown.iter().filter_map(|word| part.find(word)).min();
            found.extend(at.map(|at| format!("{}: {}", row[0], &part[at..])));
        }
    }
    found
}

/// The parts of a table's definition, spaces and quotes of names left out of account.
fn parts(sql: &str) -> Vec<String> {
    let body = sql.split_once('(').map_or("", |(_, body)| body.trim_end().trim_end_matches(')'));
    let (mut depth, mut is_text, mut parts) = (0, false, vec![String::new()]);
    for letter in body.chars() {
        match letter {
            '\'' => is_text = !is_text,
            '(' if !is_text => depth += 1,
            ')' if !is_text => depth -= 1,
            _ => {}
        }
        if letter == ',' && depth == 0 && !is_text {
            parts.push(String::new());
        } else if letter != '"' || is_text {
            parts.last_mut().expect("one is there").push(letter);
        }
    }
    parts.iter().map(|part| part.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}
