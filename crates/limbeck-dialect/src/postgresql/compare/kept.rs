//! The model's table as this server would keep it: made as a temporary table inside a savepoint, read by the code that reads all tables, and
//! taken back. A temporary table needs no right to create anything in the database's schemas, and has the name that expressions may say.

use limbeck_core::autogenerate::{Kept, TypeKind};
use limbeck_core::operation::Operation;
use limbeck_core::schema::{Constraint, SqlType, Table, TableName};

use crate::kept::{first_of, taken_back};
use crate::postgresql::{Postgresql, ddl, named, reflect};
use crate::{BindMode, Catalogue, Dialect, DialectError, EnumType, TypeMemory};

/// Without its indexes, when it cannot be made with them: an access method or an operator class may be missing.
pub(in crate::postgresql) fn kept(
    live: &mut dyn Catalogue,
    database: &Table,
    model: &Table,
) -> Result<Kept, DialectError> {
    let mut scratch = model.clone();
    scratch.name = TableName::new(model.name.name.clone());
    scratch.prefixes = vec!["TEMPORARY".into()];
    for index in &mut scratch.indexes {
        index.table = scratch.name.clone();
        index.options.0.retain(|option| option.name != "concurrently" && option.name != "tablespace");
    }
    let mut plain = scratch.clone();
    plain.indexes.clear();
    plain.constraints.retain(|constraint| !matches!(constraint, Constraint::Exclude(_)));
    let attempts = [scratch, plain];
    first_of(attempts.len(), |number| {
        let Some(scratch) = attempts.get(number) else { return Ok(Err(String::new())) };
        taken_back(live, |live| {
            let made = made(live, scratch)?;
            Ok(Kept::InOwnWords { database: Box::new(database.clone()), model: Box::new(made) })
        })
    })
}

fn made(live: &mut dyn Catalogue, scratch: &Table) -> Result<Table, DialectError> {
    for column in &scratch.columns {
        missing_type(live, &column.sql_type)?;
    }
    let operation = Operation::CreateTable { table: scratch.clone(), if_not_exists: false };
    for sql in ddl::operation(&operation, BindMode::Inline, &mut TypeMemory::complete())? {
        live.query(&sql.text)?;
    }
    let mut found = reflect::tables(live, None, std::slice::from_ref(&scratch.name.name))?;
    found.pop().ok_or_else(|| DialectError::Database("the temporary table cannot be read".into()))
}

/// Makes the model's enum type or domain among the temporary things where the database has none like it.
fn missing_type(live: &mut dyn Catalogue, sql_type: &SqlType) -> Result<(), DialectError> {
    let sql_type = sql_type.for_dialect("postgresql").element();
    let Some(wanted) = named::named_type(sql_type)?.filter(|found| found.name.schema.is_none()) else {
        return Ok(());
    };
    let name = TableName { schema: Some("pg_temp".into()), name: wanted.name.name.clone() };
    let (there, create) = match &wanted.kind {
        TypeKind::Enum(values) => {
            let same = |labels: &[String]| values.iter().all(|value| labels.contains(value));
            let found = reflect::enums(live, Some("*"))?;
            let is_it = |other: &EnumType| other.visible && other.name == wanted.name.name && same(&other.labels);
            (found.iter().any(is_it), named::create_enum(&name, values))
        }
        TypeKind::Domain(domain) => {
            let found = reflect::domains(live, None)?;
            (found.iter().any(|other| other.name == wanted.name.name), Postgresql.domain_text(&name, domain))
        }
    };
    if there { Ok(()) } else { live.query(&create).map(drop) }
}
