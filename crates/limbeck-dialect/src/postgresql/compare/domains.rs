//! A model's domain as the server would keep it.

use limbeck_core::autogenerate::Domain;
use limbeck_core::schema::TableName;

use crate::kept::taken_back;
use crate::postgresql::{Postgresql, reflect};
use crate::row::Row;
use crate::{Catalogue, Dialect, DialectError, DomainType};

/// Makes it among the temporary things, reads it, and takes it back.
pub(in crate::postgresql) fn kept_domain(
    live: &mut dyn Catalogue,
    name: &TableName,
    model: &Domain,
) -> Result<Option<Domain>, DialectError> {
    let scratch = TableName { schema: Some("pg_temp".into()), name: name.name.clone() };
    let made = taken_back(live, |live| {
        live.query(&Postgresql.domain_text(&scratch, model))?;
        let schema = live.query(
            "SELECT n.nspname::text FROM pg_catalog.pg_namespace n WHERE n.oid = pg_catalog.pg_my_temp_schema()",
        )?;
        let schema = schema.first().map(|row| Row(row).text(0)).transpose()?;
        let found = reflect::domains(live, Some(schema.as_deref().unwrap_or("pg_temp")))?;
        Ok(found.iter().find(|domain| domain.name == name.name).map(DomainType::definition))
    })?;
    Ok(made.ok().flatten())
}
