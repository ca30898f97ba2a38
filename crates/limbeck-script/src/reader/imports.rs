//! What both hosts say about imports of known packages.

use super::host::Import;
use super::names::{self, Known};
use super::object::Object;
use super::scope::Origin;

/// Modules of the standard library whose import changes nothing. Their names are poisoned unless a host knows them.
const STANDARD: &[&str] = &[
    "__future__",
    "abc",
    "base64",
    "collections",
    "contextlib",
    "copy",
    "csv",
    "dataclasses",
    "datetime",
    "decimal",
    "enum",
    "functools",
    "hashlib",
    "io",
    "itertools",
    "json",
    "logging",
    "math",
    "numbers",
    "operator",
    "os",
    "pathlib",
    "pprint",
    "random",
    "re",
    "secrets",
    "shutil",
    "string",
    "struct",
    "subprocess",
    "sys",
    "tempfile",
    "textwrap",
    "time",
    "traceback",
    "types",
    "typing",
    "typing_extensions",
    "unicodedata",
    "urllib",
    "uuid",
    "warnings",
    "zoneinfo",
];

/// Packages whose import adds directives, types' DDL or listeners.
const REGISTERING: &[&str] = &[
    "alembic_dddl",
    "alembic_enums",
    "alembic_postgresql_enum",
    "alembic_utils",
    "geoalchemy2",
    "sqlalchemy_continuum",
    "sqlalchemy_declarative_extensions",
    "sqlalchemy_searchable",
    "sqlalchemy_timescaledb",
    "sqlalchemy_views",
];

/// Modules of SQLAlchemy that are imported to register something.
const LISTENING: [&str; 3] = ["sqlalchemy.event", "sqlalchemy.ext.compiler", "sqlalchemy.ext.horizontal_shard"];

/// An import of SQLAlchemy, the standard library or something unknown.
pub(super) fn library(module: &str, name: Option<&str>) -> Import {
    let root = module.split('.').next().unwrap_or(module);
    if root == "sqlalchemy" {
        return sqlalchemy(module, name);
    }
    if STANDARD.binary_search(&root).is_ok() {
        return match (module, name) {
            ("typing" | "typing_extensions", Some("TYPE_CHECKING")) => Import::Value(Object::Bool(false)),
            ("datetime", None) => Import::Value(Object::str_name("datetime")),
            ("uuid", None) => Import::Value(Object::str_name("uuid")),
            ("decimal", None) => Import::Value(Object::str_name("decimal")),
            ("textwrap", None) => Import::Value(Object::str_name("textwrap")),
            ("datetime", Some(name @ ("datetime" | "date" | "time" | "timedelta"))) => {
                Import::Value(Object::str_name(&format!("datetime.{name}")))
            }
            ("uuid", Some("UUID")) => Import::Value(Object::str_name("uuid.UUID")),
            ("decimal", Some("Decimal")) => Import::Value(Object::str_name("decimal.Decimal")),
            ("textwrap", Some("dedent")) => Import::Value(Object::str_name("textwrap.dedent")),
            _ => Import::Poison(Origin::Library, format!("module `{module}`")),
        };
    }
    if REGISTERING.contains(&root) {
        return Import::Refuse(format!("importing `{module}` registers something"));
    }
    Import::Poison(Origin::Unknown, format!("module `{module}` is not read statically"))
}

fn sqlalchemy(module: &str, name: Option<&str>) -> Import {
    let listens = |path: &str| LISTENING.contains(&path);
    if listens(module) || name.is_some_and(|name| listens(&format!("{module}.{name}"))) {
        return Import::Refuse(format!("`{module}` registers listeners or compilers"));
    }
    match name {
        None if names::is_module(module) => Import::Value(Object::str_name(module)),
        // `import sqlalchemy.orm` binds the root when there is no `as`; the caller asks for that.
        None => Import::Poison(Origin::Library, format!("module `{module}`")),
        Some(name) => match names::resolve(module, name) {
            Some(Known::Module(path) | Known::Callable(path, _)) => Import::Value(Object::Name(path)),
            None => Import::Poison(Origin::Library, format!("`{module}.{name}`")),
        },
    }
}

impl Object {
    /// A dotted name.
    pub fn str_name(name: &str) -> Self {
        Object::Name(name.into())
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_list_is_sorted() {
        assert!(super::STANDARD.is_sorted());
    }
}
