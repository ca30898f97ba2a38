//! What stands after USING when the type of a column changes.
//!
//! The server converts by itself what it has an implicit or an assignment cast for, and everything to a text. For all else it wants to be
//! told how.

use limbeck_core::autogenerate::{Conversion, NamedType, TypeKind};
use limbeck_core::schema::{Column, OptionValue, SqlType};

use crate::postgresql::named;
use crate::postgresql::quote::quote;
use crate::postgresql::reflect::literal;
use crate::postgresql::types::type_text;
use crate::row::Row;
use crate::{Catalogue, DialectError};

pub(in crate::postgresql) fn conversion(
    live: &mut dyn Catalogue,
    database: &Column,
    model: &Column,
) -> Result<Conversion, DialectError> {
    let name = quote(&database.name);
    let wanted = model.sql_type.for_dialect("postgresql");
    let mut found = Conversion {
        there: using(live, &name, &database.sql_type, wanted)?,
        back: using(live, &name, wanted, &database.sql_type)?,
        ..Conversion::default()
    };
    (found.then, found.then_back) = counter(database, wanted)?;
    // A default that was converted from an enum's value would still need the enum.
    if database.server_default.is_some() || model.server_default.is_some() {
        let said = |from: &SqlType, to: &SqlType| {
            Ok::<_, DialectError>(
                named::is_enum(from)?.then_some(format!("{name}::{}", without_collation(&type_text(to)?))),
            )
        };
        found.there = found.there.or(said(&database.sql_type, wanted)?);
        found.back = found.back.or(said(wanted, &database.sql_type)?);
    }
    Ok(found)
}

/// The sequence of a SERIAL keeps its type when the column gets another one, and ends there.
fn counter(database: &Column, wanted: &SqlType) -> Result<(Option<String>, Option<String>), DialectError> {
    let text = |name: &str| match database.options.get("postgresql", name) {
        Some(OptionValue::Text(text)) => Some(text.as_str()),
        _ => None,
    };
    let (Some(default), Some(counter)) = (text("serial"), text("serial_type")) else { return Ok((None, None)) };
    let name = default.strip_prefix("nextval('").and_then(|rest| rest.strip_suffix("'::regclass)"));
    let to = type_text(wanted)?.to_lowercase();
    let (Some(name), true) = (name, ["smallint", "integer", "bigint"].contains(&to.as_str())) else {
        return Ok((None, None));
    };
    if to == counter {
        return Ok((None, None));
    }
    let altered = |to: &str| Some(format!("ALTER SEQUENCE {} AS {to}", name.replace("''", "'")));
    Ok((altered(&to), altered(counter)))
}

fn using(
    live: &mut dyn Catalogue,
    name: &str,
    from_type: &SqlType,
    to_type: &SqlType,
) -> Result<Option<String>, DialectError> {
    let (from, to) = (type_text(from_type)?, type_text(to_type)?);
    // A collation is no part of a cast.
    let (from, to) = (without_collation(&from), without_collation(&to));
    // Domains are what they are of; arrays are cast as their elements are.
    let query = format!(
        "WITH RECURSIVE sides(side, oid) AS (SELECT 's', pg_catalog.to_regtype({})::pg_catalog.oid UNION ALL \
         SELECT 't', pg_catalog.to_regtype({})::pg_catalog.oid UNION ALL \
         SELECT s.side, CASE WHEN p.typtype = 'd' THEN p.typbasetype ELSE p.typelem END FROM sides s JOIN pg_catalog.pg_type p ON \
         p.oid = s.oid WHERE p.typtype = 'd' OR (p.typcategory = 'A' AND p.typelem <> 0)), \
         found AS (SELECT s.side, p.oid, p.typcategory FROM sides s JOIN pg_catalog.pg_type p ON p.oid = s.oid WHERE p.typtype <> 'd' AND \
         NOT (p.typcategory = 'A' AND p.typelem <> 0)), \
         arrays AS (SELECT s.side FROM sides s JOIN pg_catalog.pg_type p ON p.oid = s.oid WHERE p.typcategory = 'A' AND p.typelem <> 0) \
         SELECT s.oid = t.oid, s.typcategory::text, t.typcategory::text, \
         (SELECT c.castcontext::text FROM pg_catalog.pg_cast c WHERE c.castsource = s.oid AND c.casttarget = t.oid), \
         EXISTS (SELECT 1 FROM arrays WHERE side = 's'), EXISTS (SELECT 1 FROM arrays WHERE side = 't') \
         FROM found s JOIN found t ON s.side = 's' AND t.side = 't'",
        literal(from),
        literal(to)
    );
    let rows = live.query(&query)?;
    let cast = |through: &str| Ok(Some(format!("{name}::{through}{to}")));
    let Some(row) = rows.first().map(|row| Row(row)) else {
        // One of them is not there yet: an enum or a domain that is to be made. The latter converts as what is below it.
        let below = |sql_type: &SqlType| match named::named_type(sql_type) {
            Ok(Some(NamedType { kind: TypeKind::Domain(domain), .. })) => Some(SqlType::Verbatim(domain.base)),
            _ => None,
        };
        return match (below(from_type), below(to_type)) {
            (None, None) => cast("text::"),
            (from, to) => {
                let found = using(live, name, from.as_ref().unwrap_or(from_type), to.as_ref().unwrap_or(to_type))?;
                if found.is_some() { cast("text::") } else { Ok(None) }
            }
        };
    };
    let (source, target, context) = (row.text(1)?, row.text(2)?, row.opt_text(3)?);
    match (row.bool(4)?, row.bool(5)?) {
        (false, true) => return Ok(Some(format!("CASE WHEN {name} IS NOT NULL THEN ARRAY[{name}]::{to} END"))),
        (true, false) if target != "S" => return Ok(Some(format!("({name})[1]::{to}"))),
        _ => {}
    }
    let by_itself =
        row.bool(0)? || matches!(context.as_deref(), Some("i" | "a")) || (context.is_none() && target == "S");
    if by_itself {
        return Ok(None);
    }
    match (context.is_some(), source.as_str(), target.as_str()) {
        (true, ..) | (_, "S", _) => cast(""),
        // Booleans are numbers by way of integer alone.
        (_, "B", "N") | (_, "N", "B") => cast("integer::"),
        _ if row.bool(4)? => cast("text[]::"),
        _ => cast("text::"),
    }
}

fn without_collation(text: &str) -> &str {
    text.split(" COLLATE ").next().unwrap_or(text)
}
