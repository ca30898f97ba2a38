//! Types that have a name and a CREATE statement of their own: ENUM and DOMAIN.

use limbeck_core::autogenerate::{Domain, NamedType, TypeKind};
use limbeck_core::expression::Expression;
use limbeck_core::schema::{DialectOptions, Name, OptionValue, SqlType, Table, TableName};

use super::types::type_text;
use super::{Postgresql, literal};
use crate::render::Style;
use crate::render::argument::{argument, values, word};
use crate::render::expression::ddl_text;
use crate::{Catalogue, Dialect, DialectError, Sql, TypeMemory};

/// Names of types that PostgreSQL has itself; a type of that name without a schema would never be found.
const BUILT_IN: &[&str] = &[
    "_array",
    "bigint",
    "bit",
    "bit varying",
    "boolean",
    "bytea",
    "character",
    "character varying",
    "cidr",
    "citext",
    "date",
    "datemultirange",
    "daterange",
    "double precision",
    "float",
    "hstore",
    "inet",
    "int4multirange",
    "int4range",
    "int8multirange",
    "int8range",
    "integer",
    "interval",
    "json",
    "jsonb",
    "macaddr",
    "macaddr8",
    "money",
    "name",
    "numeric",
    "nummultirange",
    "numrange",
    "oid",
    "real",
    "regclass",
    "regconfig",
    "smallint",
    "text",
    "time",
    "time with time zone",
    "time without time zone",
    "timestamp",
    "timestamp with time zone",
    "timestamp without time zone",
    "tsmultirange",
    "tsquery",
    "tsrange",
    "tstzmultirange",
    "tstzrange",
    "tsvector",
    "uuid",
];

/// A named type.
pub(super) struct Named<'t> {
    /// Its name and schema.
    pub name: TableName,
    /// Whether CREATE TABLE makes it: not with `create_type=False`.
    pub with_table: bool,
    kind: Kind<'t>,
}

enum Kind<'t> {
    Enum(Vec<&'t str>),
    Domain(&'t DialectOptions),
}

/// The named type that a type is; `None` for every other.
pub(super) fn of_type(sql_type: &SqlType) -> Result<Option<Named<'_>>, DialectError> {
    let (name, schema, with_table, kind) = match sql_type.for_dialect("postgresql") {
        SqlType::Enum { values, name, schema, native: true, create_type, .. } => {
            (name.clone(), schema.clone(), *create_type, Kind::Enum(values.iter().map(String::as_str).collect()))
        }
        SqlType::Dialect { dialect, name: class, arguments } => {
            let kind = match (dialect.as_str(), class.as_str()) {
                // MySQL's is an enum like any other.
                ("postgresql" | "mysql", "ENUM") => Kind::Enum(values(arguments)),
                ("postgresql", "DOMAIN") => Kind::Domain(arguments),
                _ => return Ok(None),
            };
            let text = |key| word(arguments, key).map(str::to_owned);
            let with_table = !matches!(argument(arguments, "create_type"), Some(OptionValue::Bool(false)));
            (text("name"), text("schema"), with_table, kind)
        }
        _ => return Ok(None),
    };
    let class = if matches!(kind, Kind::Enum(_)) { "ENUM" } else { "DOMAIN" };
    let Some(name) = name.filter(|n| !n.is_empty()) else {
        return Err(DialectError::unsupported(
            format!("PostgreSQL {class} type requires a name."),
            "give it a name: sa.Enum(..., name=\"...\")",
        ));
    };
    if schema.is_none() && BUILT_IN.contains(&name.as_str()) {
        return Err(DialectError::unsupported(
            format!(
                "the type has name '{name}' that matches an existing type, and requires an explicit schema name in order to be rendered in DDL."
            ),
            "give it another name, or the schema it is in: schema=\"public\"",
        ));
    }
    Ok(Some(Named { name: TableName { schema, name }, with_table, kind }))
}

impl Named<'_> {
    /// Its name as text.
    pub fn name_text(&self) -> String {
        Postgresql.quote_table(&self.name)
    }

    /// `CREATE TYPE ... AS ENUM`, `CREATE DOMAIN`
    pub fn create(&self) -> Result<String, DialectError> {
        match &self.kind {
            Kind::Enum(values) => {
                let values: Vec<String> = values.iter().map(|v| (*v).to_owned()).collect();
                Ok(create_enum(&self.name, &values))
            }
            Kind::Domain(arguments) => self.create_domain(arguments),
        }
    }

    fn create_domain(&self, arguments: &DialectOptions) -> Result<String, DialectError> {
        let Domain { base, collation, default, not_null, checks } = domain(arguments)?;
        let mut out = format!("CREATE DOMAIN {} AS {base} ", self.name_text());
        let mut options = Vec::new();
        options.extend(collation.map(|collation| format!("COLLATE {collation}")));
        options.extend(default.map(|default| format!("DEFAULT {default}")));
        if let Some(name) = word(arguments, "constraint_name") {
            options.push(format!("CONSTRAINT {}", Postgresql.constraint_name(&Name::new(name))?));
        }
        options.extend(not_null.then(|| "NOT NULL".to_owned()));
        options.extend(checks.into_iter().map(|(_, check)| format!("CHECK ({check})")));
        out.push_str(&options.join(" "));
        Ok(out.trim_end().to_owned())
    }

    /// `DROP TYPE`, `DROP DOMAIN`
    pub fn drop(&self) -> String {
        let word = if matches!(self.kind, Kind::Enum(_)) { "TYPE" } else { "DOMAIN" };
        format!("DROP {word} {}", self.name_text())
    }

    /// Whether the database has a type of that name: in its schema, or in sight where it names none.
    fn exists(&self, live: &mut dyn Catalogue) -> Result<bool, DialectError> {
        let sight = match &self.name.schema {
            Some(schema) => format!("n.nspname = {}", literal::sent_string(schema)?),
            None => "pg_catalog.pg_type_is_visible(t.oid)".into(),
        };
        let sql = format!(
            "SELECT 1 FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace \
             WHERE t.typname = {} AND {sight} LIMIT 1",
            literal::sent_string(&self.name.name)?
        );
        Ok(!live.query(&sql)?.is_empty())
    }
}

/// The enum type or domain that a type is.
pub(super) fn named_type(sql_type: &SqlType) -> Result<Option<NamedType>, DialectError> {
    let Some(named) = of_type(sql_type)? else { return Ok(None) };
    let kind = match &named.kind {
        Kind::Enum(values) => TypeKind::Enum(values.iter().map(|value| (*value).to_owned()).collect()),
        Kind::Domain(arguments) => TypeKind::Domain(domain(arguments)?),
    };
    Ok(Some(NamedType { name: named.name, kind }))
}

/// Whether it is an enum type.
pub(super) fn is_enum(sql_type: &SqlType) -> Result<bool, DialectError> {
    Ok(of_type(sql_type)?.is_some_and(|named| matches!(named.kind, Kind::Enum(_))))
}

/// What the arguments of a DOMAIN say.
fn domain(arguments: &DialectOptions) -> Result<Domain, DialectError> {
    let base = match argument(arguments, "data_type") {
        Some(OptionValue::Type(data_type)) => type_text(data_type)?,
        _ => return Err(DialectError::unsupported("a DOMAIN needs the type it is of", "give it a data_type")),
    };
    let collation = word(arguments, "collation").map(|collation| {
        let schema = word(arguments, "collation_schema").map(str::to_owned);
        Postgresql.quote_table(&TableName { schema, name: collation.to_owned() })
    });
    let default = match argument(arguments, "default") {
        Some(OptionValue::Text(text)) => Some(literal::string(text)),
        Some(OptionValue::Expression(e)) => Some(ddl_text(&Postgresql, e)?),
        _ => None,
    };
    let check = match argument(arguments, "check") {
        Some(OptionValue::Text(text)) => Some(ddl_text(&Postgresql, &Expression::text(text.clone()))?),
        Some(OptionValue::Expression(e)) => Some(ddl_text(&Postgresql, e)?),
        _ => None,
    };
    let name = word(arguments, "constraint_name").map(str::to_owned);
    let not_null = matches!(argument(arguments, "not_null"), Some(OptionValue::Bool(true)));
    Ok(Domain { base, collation, default, not_null, checks: check.map(|check| (name, check)).into_iter().collect() })
}

/// `CREATE TYPE ... AS ENUM`
pub(super) fn create_enum(name: &TableName, values: &[String]) -> String {
    let values: Vec<String> = values.iter().map(|v| literal::string(v)).collect();
    format!("CREATE TYPE {} AS ENUM ({})", Postgresql.quote_table(name), values.join(", "))
}

/// The types that CREATE TABLE makes first: each native enum and domain of its columns once, in their order.
pub(super) fn of_table(table: &Table, memory: &mut TypeMemory) -> Result<Vec<Sql>, DialectError> {
    let mut out = Vec::new();
    for column in &table.columns {
        let sql_type = column.sql_type.for_dialect("postgresql").element();
        if let Some(named) = of_type(sql_type)?.filter(|t| t.with_table)
            && memory.note(&named.name)
        {
            out.push(Sql::new(named.create()?));
        }
    }
    Ok(out)
}

/// `enum.create(bind, checkfirst=...)`
pub(super) fn create(sql_type: &SqlType, live: Option<&mut dyn Catalogue>) -> Result<Vec<Sql>, DialectError> {
    let Some(named) = of_type(sql_type)? else { return Ok(Vec::new()) };
    let there = live.map(|live| named.exists(live)).transpose()?.unwrap_or(false);
    if there { Ok(Vec::new()) } else { Ok(vec![Sql::new(named.create()?)]) }
}

/// `enum.drop(bind, checkfirst=...)`
pub(super) fn drop(sql_type: &SqlType, live: Option<&mut dyn Catalogue>) -> Result<Vec<Sql>, DialectError> {
    let Some(named) = of_type(sql_type)? else { return Ok(Vec::new()) };
    let there = live.map(|live| named.exists(live)).transpose()?.unwrap_or(true);
    Ok(if there { vec![Sql::new(named.drop())] } else { Vec::new() })
}
