//! Directive text in, operations out. The expected facts were asked of Alembic 1.20.1 and SQLAlchemy 2.1.9.

mod errors;
mod facts;
mod meaning;
mod read;
mod show;
mod statements;
mod types;

use limbeck_core::operation::Operation;
use limbeck_core::schema::NamingConvention;
use limbeck_core::source::SourceError;

use super::{BindState, Binder};

const CONVENTION: &str = r#"{
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}"#;

fn convention(text: &str) -> NamingConvention {
    super::bind_metadata_convention(&read::value(text), &read::at()).unwrap()
}

fn state(dialect: &str) -> BindState {
    BindState { dialect_name: dialect.into(), naming_convention: NamingConvention::default() }
}

fn bind_with(state: BindState, source: &str) -> Result<Vec<Operation>, SourceError> {
    let mut binder = Binder::new(state);
    let mut found = Vec::new();
    for event in read::events(source) {
        found.extend(binder.bind(&event)?);
    }
    Ok(found)
}

/// The operations of `source` on PostgreSQL without a naming convention, in short form.
fn bound(source: &str) -> String {
    bound_on("postgresql", source)
}

fn bound_on(dialect: &str, source: &str) -> String {
    show::all(&bind_with(state(dialect), source).unwrap_or_else(|e| panic!("{source}\n{e}")))
}

fn bound_by_convention(dialect: &str, source: &str) -> String {
    let state = BindState { dialect_name: dialect.into(), naming_convention: convention(CONVENTION) };
    show::all(&bind_with(state, source).unwrap_or_else(|e| panic!("{source}\n{e}")))
}

fn refused(source: &str) -> String {
    match bind_with(state("postgresql"), source) {
        Ok(made) => panic!("{source}\nis taken: {}", show::all(&made)),
        Err(error) => error.to_string(),
    }
}
