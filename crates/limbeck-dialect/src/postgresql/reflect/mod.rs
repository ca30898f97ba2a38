//! Tables as PostgreSQL's catalogues describe them.
//!
//! A relation's columns, constraints and indexes are asked for by a list of oids, so that one table and a whole schema cost the same
//! number of queries: one to find the relations, then one each for columns, named types (only where there are any), constraints and
//! indexes. Names, types and texts come out as SQLAlchemy's inspector gives them. What differs on purpose:
//!
//! * a type that SQLAlchemy does not know is kept by its text instead of being lost;
//! * an index that belongs to a constraint is not listed beside it (SQLAlchemy marks it with `duplicates_constraint`);
//! * the default of a SERIAL column is not a server default: the column says `autoincrement`, and the text is its option `serial`;
//! * a foreign key to a partitioned table is one key, not one for each partition;
//! * a table, an index, a key says whether it is a partition or belongs to one of its table's (`partition_of`), and a table says whether
//!   something else than the models manages it.

mod columns;
mod constraints;
mod indexes;
mod named_types;
mod names;
mod relations;
mod rows;
mod sequences;
mod type_lists;
mod types;

use std::collections::BTreeMap;

use limbeck_core::expression::Expression;
use limbeck_core::schema::{DialectOption, DialectOptions, Index, OptionValue, Table, TableName};

pub(super) use self::constraints::without_parentheses;
use self::indexes::Made;
pub(super) use self::names::{has_schema, names, view_definition};
use self::relations::Relation;
use self::rows::Row;
pub(super) use self::rows::literal;
pub(super) use self::sequences::sequences;
pub(super) use self::type_lists::{domains, enums};
use crate::{Catalogue, DialectError};

/// What is looked at when a table is asked for by name.
const TABLE_LIKE: &str = "'r', 'p', 'f', 'v', 'm'";
/// What is listed as a table.
const TABLES: &str = "'r', 'p'";

/// Ordinary and partitioned tables, partitions as well; without a schema those that the search path finds.
pub(super) fn table_names(live: &mut dyn Catalogue, schema: Option<&str>) -> Result<Vec<String>, DialectError> {
    let query = format!(
        "SELECT c.relname::text FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE \
         c.relkind IN ({TABLES}) AND c.relpersistence <> 't' AND {}",
        relations::in_schema(schema)
    );
    sorted(live, &query)
}

/// Whether there is a table, view or foreign table of that name; without a schema, whether the search path finds one.
pub(super) fn has_table(live: &mut dyn Catalogue, table: &TableName) -> Result<bool, DialectError> {
    if table.name.contains('\0') {
        return Ok(false);
    }
    let query = format!(
        "SELECT c.relname::text FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE \
         c.relkind IN ({TABLE_LIKE}) AND c.relname = {} AND {}",
        literal(&table.name),
        relations::in_schema(table.schema.as_deref())
    );
    Ok(!live.query(&query)?.is_empty())
}

/// Schemas that are neither the server's own nor the one that names without a schema are in.
pub(super) fn schema_names(live: &mut dyn Catalogue) -> Result<Vec<String>, DialectError> {
    sorted(
        live,
        "SELECT n.nspname::text FROM pg_catalog.pg_namespace n WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' \
         AND n.nspname IS DISTINCT FROM pg_catalog.current_schema()",
    )
}

/// The first column, by bytes and not by the database's collation.
fn sorted(live: &mut dyn Catalogue, query: &str) -> Result<Vec<String>, DialectError> {
    let rows = live.query(query)?;
    let mut names = rows.iter().map(|row| Row(row).text(0)).collect::<Result<Vec<_>, _>>()?;
    names.sort();
    Ok(names)
}

/// The indexes of a table that belong to its constraints; that of the primary key is not one of them.
pub(super) fn constraint_indexes(live: &mut dyn Catalogue, name: &TableName) -> Result<Vec<Index>, DialectError> {
    let only = std::slice::from_ref(&name.name);
    let Some(found) = relations::find(live, name.schema.as_deref(), only)?.pop() else { return Ok(Vec::new()) };
    let names = BTreeMap::from([(found.oid, name.clone())]);
    let mut all = indexes::indexes(live, &rows::oids([found.oid].into_iter()), &names, Made::ByConstraint)?;
    Ok(all.remove(&found.oid).unwrap_or_default())
}

/// Tables and views as the database has them, by name.
pub(super) fn tables(
    live: &mut dyn Catalogue,
    schema: Option<&str>,
    names: &[String],
) -> Result<Vec<Table>, DialectError> {
    let found = relations::find(live, schema, names)?;
    if found.is_empty() {
        return Ok(Vec::new());
    }
    let oids = rows::oids(found.iter().map(|relation| relation.oid));
    let mut columns = columns::columns(live, &oids)?;
    let mut constraints = constraints::constraints(live, &oids, schema)?;
    let names: BTreeMap<i64, TableName> = found
        .iter()
        .map(|relation| (relation.oid, TableName { schema: schema.map(str::to_owned), name: relation.name.clone() }))
        .collect();
    let mut indexes = indexes::indexes(live, &oids, &names, Made::ByItself)?;
    let assembled = found.into_iter().map(|relation| {
        let Relation { oid, name, comment, options, managed_elsewhere } = relation;
        let mut table = Table::new(TableName { schema: schema.map(str::to_owned), name });
        table.comment = comment;
        table.options = options;
        table.managed_elsewhere = managed_elsewhere;
        table.columns = columns.remove(&oid).unwrap_or_default();
        table.constraints = constraints.remove(&oid).unwrap_or_default();
        table.indexes = indexes.remove(&oid).unwrap_or_default();
        let key: Vec<String> = table.primary_key_columns().into_iter().map(str::to_owned).collect();
        for column in &mut table.columns {
            column.primary_key = key.contains(&column.name);
        }
        table
    });
    Ok(assembled.collect())
}

/// SQL text as an expression; a colon in it is a colon.
fn plain(sql: &str) -> Expression {
    Expression::text(sql.replace(':', "\\:"))
}

fn option(name: &str, value: OptionValue) -> DialectOption {
    DialectOption { dialect: "postgresql".into(), name: name.into(), value }
}

/// The options that have a value.
fn options(given: Vec<(&str, Option<OptionValue>)>) -> DialectOptions {
    DialectOptions(given.into_iter().filter_map(|(name, value)| Some(option(name, value?))).collect())
}

/// Names in order, or nothing where there are none.
fn name_list(all: Vec<String>) -> Option<OptionValue> {
    (!all.is_empty()).then(|| OptionValue::List(all.into_iter().map(OptionValue::Text).collect()))
}

fn flag(set: bool) -> Option<OptionValue> {
    set.then_some(OptionValue::Bool(true))
}
