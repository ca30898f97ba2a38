//! Empty databases of either kind, one for each copy of a project.

use std::path::{Path, PathBuf};

use limbeck_testkit::postgres;

use crate::content::Content;

/// A kind of database.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Kind {
    /// A file in the project's folder
    Sqlite,
    /// A database of the server that all tests share
    Postgresql,
}

/// A database that one copy of a project works on.
#[derive(Debug)]
pub enum Database {
    /// A file, which need not exist yet
    Sqlite(PathBuf),
    /// A database of a server
    Postgresql(postgres::Database<'static>),
}

impl Database {
    /// An empty one. A SQLite file is `file`.
    pub fn new(kind: Kind, file: &Path) -> Self {
        match kind {
            Kind::Sqlite => Self::Sqlite(file.to_owned()),
            Kind::Postgresql => Self::Postgresql(postgres::Server::shared().database()),
        }
    }

    /// SQLAlchemy's URL with the name of a driver.
    pub fn url(&self, driver: &str) -> String {
        match self {
            Self::Sqlite(file) => format!("sqlite+{driver}:///{}", file.display()),
            Self::Postgresql(database) => database.url().replacen("postgresql", &format!("postgresql+{driver}"), 1),
        }
    }

    /// What it holds.
    #[track_caller]
    pub fn content(&self) -> Content {
        match self {
            Self::Sqlite(file) => Content::of_sqlite(file),
            Self::Postgresql(database) => Content::of_postgresql(database),
        }
    }

    /// What SQL text makes of an empty database of the same kind.
    #[track_caller]
    pub fn content_of(&self, sql: &str) -> Content {
        match self {
            Self::Sqlite(_) => Content::of_sqlite_script(sql),
            Self::Postgresql(_) => {
                let empty = postgres::Server::shared().database();
                // Line by line as psql reads a file: with -c, a text is one transaction, and CONCURRENTLY cannot be in one.
                let mut psql = postgres::Server::shared().client("psql");
                psql.args(["-Xq", "-v", "ON_ERROR_STOP=1", "-d", empty.name(), "-f", "-"]);
                crate::tool::feed(&mut psql, sql);
                Content::of_postgresql(&empty)
            }
        }
    }

    /// The PostgreSQL database that it must be.
    pub fn postgresql(&self) -> &postgres::Database<'static> {
        match self {
            Self::Postgresql(database) => database,
            Self::Sqlite(file) => panic!("{} is a SQLite file", file.display()),
        }
    }

    /// The file that it must be.
    pub fn file(&self) -> &Path {
        match self {
            Self::Sqlite(file) => file,
            Self::Postgresql(database) => panic!("{} is a PostgreSQL database", database.name()),
        }
    }

    /// Words of the tools' output that name it, and what stands for them in a comparison.
    pub fn hide(&self, text: &str) -> String {
        match self {
            // The file is in the project's folder, which is hidden.
            Self::Sqlite(_) => text.to_owned(),
            Self::Postgresql(database) => {
                let place = database.url();
                let place = place.split_once('@').map_or("", |(_, place)| place);
                text.replace(place, "SERVER/DATABASE")
            }
        }
    }
}
