//! Everything that a database says, as sorted texts, so that two databases can be compared.

mod postgresql;
pub mod sqlite;

/// The structure and the rows of a database.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Content {
    parts: Vec<String>,
}

impl Content {
    fn sorted(mut parts: Vec<String>) -> Self {
        parts.sort();
        Self { parts }
    }

    /// Of a PostgreSQL database.
    pub fn of_postgresql(database: &limbeck_testkit::postgres::Database<'_>) -> Self {
        Self::sorted(postgresql::parts(database))
    }

    /// Of a SQLite file, which must be sound.
    pub fn of_sqlite(file: &std::path::Path) -> Self {
        Self::sorted(sqlite::parts_of_file(file))
    }

    /// Of the SQLite database that SQL text makes.
    pub fn of_sqlite_script(sql: &str) -> Self {
        Self::sorted(sqlite::parts_of_script(sql))
    }

    /// The parts that begin with a word, for a test that knows what they should be.
    pub fn parts(&self, beginning: &str) -> Vec<&str> {
        self.parts.iter().filter(|part| part.starts_with(beginning)).map(String::as_str).collect()
    }

    /// Without the parts that begin with a word.
    pub fn without(&self, beginning: &str) -> Self {
        Self { parts: self.parts.iter().filter(|part| !part.starts_with(beginning)).cloned().collect() }
    }

    /// Fails with the parts that only one of the two has.
    #[track_caller]
    pub fn assert_same(&self, other: &Self, when: &str) {
        let only = |a: &Self, b: &Self| -> String {
            let parts: Vec<&str> = a.parts.iter().filter(|part| !b.parts.contains(part)).map(String::as_str).collect();
            parts.join("\n")
        };
        assert!(
            self == other,
            "the databases differ {when}\n--- only the first has:\n{}\n--- only the second has:\n{}",
            only(self, other),
            only(other, self)
        );
    }
}
