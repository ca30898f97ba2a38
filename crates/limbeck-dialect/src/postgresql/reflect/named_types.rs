//! Enums and domains: what stands behind a type's name.

use std::collections::{BTreeMap, BTreeSet};

use limbeck_core::schema::{OptionValue, SqlType};

use super::options;
use super::rows::{self, Row};
use super::types::{self, Written};
use crate::{Catalogue, DialectError};

/// An enum or a domain.
pub(super) struct NamedType {
    name: String,
    /// Only where the search path does not find it.
    schema: Option<String>,
    pub(super) kind: Kind,
}

pub(super) enum Kind {
    Enum { values: Vec<String> },
    Domain(Domain),
}

pub(super) struct Domain {
    base: Written,
    collation: Option<String>,
    pub(super) default: Option<String>,
    pub(super) not_null: bool,
    /// The first CHECK by name, which is the one that SQLAlchemy can say.
    check: Option<(String, String)>,
}

/// Named types by oid.
#[derive(Default)]
pub(super) struct NamedTypes(BTreeMap<i64, NamedType>);

impl NamedTypes {
    /// Those of `wanted`, and the ones that domains among them stand on, in one query.
    pub(super) fn load(live: &mut dyn Catalogue, wanted: &BTreeSet<i64>) -> Result<Self, DialectError> {
        if wanted.is_empty() {
            return Ok(NamedTypes::default());
        }
        let query = format!(
            "WITH RECURSIVE needed(oid) AS (SELECT pg_catalog.unnest({}) UNION SELECT CASE WHEN b.typcategory = 'A' AND b.typelem <> 0 \
             THEN b.typelem ELSE b.oid END FROM needed d JOIN pg_catalog.pg_type t ON t.oid = d.oid AND t.typtype = 'd' JOIN \
             pg_catalog.pg_type b ON b.oid = t.typbasetype) \
             SELECT t.oid::int8, t.typname::text, CASE WHEN NOT pg_catalog.pg_type_is_visible(t.oid) THEN n.nspname::text END, \
             t.typtype::text, e.enumlabel::text, pg_catalog.format_type(t.typbasetype, t.typtypmod), t.typndims::int8, \
             CASE WHEN b.typcategory = 'A' AND b.typelem <> 0 THEN b.typelem ELSE b.oid END::int8, t.typdefault, t.typnotnull, \
             (SELECT l.collname::text FROM pg_catalog.pg_collation l WHERE l.oid = t.typcollation AND t.typcollation <> \
             b.typcollation), k.conname::text, pg_catalog.pg_get_constraintdef(k.oid, true) \
             FROM needed d JOIN pg_catalog.pg_type t ON t.oid = d.oid JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace \
             LEFT JOIN pg_catalog.pg_type b ON b.oid = t.typbasetype LEFT JOIN pg_catalog.pg_enum e ON e.enumtypid = t.oid \
             LEFT JOIN LATERAL (SELECT c.oid, c.conname FROM pg_catalog.pg_constraint c WHERE c.contypid = t.oid AND c.contype = 'c' \
             ORDER BY c.conname LIMIT 1) k ON true WHERE t.typtype IN ('e', 'd') ORDER BY t.oid, e.enumsortorder",
            rows::oids(wanted.iter().copied())
        );
        let mut types: BTreeMap<i64, NamedType> = BTreeMap::new();
        for row in live.query(&query)?.iter().map(|row| Row(row)) {
            let oid = row.int(0)?;
            let label = row.opt_text(4)?;
            if let Some(NamedType { kind: Kind::Enum { values }, .. }) = types.get_mut(&oid) {
                values.extend(label);
                continue;
            }
            let kind = match row.code(3)? {
                Some('e') => Kind::Enum { values: label.into_iter().collect() },
                _ => Kind::Domain(domain(row)?),
            };
            types.insert(oid, NamedType { name: row.text(1)?, schema: row.opt_text(2)?, kind });
        }
        Ok(NamedTypes(types))
    }

    /// The named type of that oid.
    pub(super) fn get(&self, oid: i64) -> Option<&NamedType> {
        self.0.get(&oid)
    }

    /// The type that a script would name it by.
    pub(super) fn sql_type(&self, named: &NamedType, collation: Option<String>) -> SqlType {
        let text = |text: &Option<String>| text.clone().map(OptionValue::Text);
        let (class, arguments) = match &named.kind {
            Kind::Enum { values } => (
                "ENUM",
                vec![
                    ("values", Some(OptionValue::List(values.iter().cloned().map(OptionValue::Text).collect()))),
                    ("name", Some(OptionValue::Text(named.name.clone()))),
                    ("schema", text(&named.schema)),
                ],
            ),
            Kind::Domain(domain) => {
                let base = types::sql_type(&domain.base, None, self);
                (
                    "DOMAIN",
                    vec![
                        ("name", Some(OptionValue::Text(named.name.clone()))),
                        ("data_type", Some(OptionValue::Type(Box::new(base)))),
                        ("collation", collation.or(domain.collation.clone()).map(OptionValue::Text)),
                        ("default", text(&domain.default)),
                        ("constraint_name", domain.check.as_ref().map(|(name, _)| OptionValue::Text(name.clone()))),
                        ("not_null", super::flag(domain.not_null)),
                        ("check", domain.check.as_ref().map(|(_, check)| OptionValue::Text(check.clone()))),
                        ("schema", text(&named.schema)),
                    ],
                )
            }
        };
        SqlType::Dialect { dialect: "postgresql".into(), name: class.into(), arguments: options(arguments) }
    }
}

fn domain(row: Row<'_>) -> Result<Domain, DialectError> {
    let check = match (row.opt_text(11)?, row.opt_text(12)?) {
        (Some(name), Some(text)) => super::constraints::checked(&text).map(|check| (name, check.condition)),
        _ => None,
    };
    Ok(Domain {
        base: Written { text: row.text(5)?, dimensions: row.int(6)?, element: row.int(7)? },
        collation: row.opt_text(10)?,
        default: row.opt_text(8)?,
        not_null: row.bool(9)?,
        check,
    })
}
