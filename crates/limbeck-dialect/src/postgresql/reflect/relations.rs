//! Tables and views: which ones, and what they say of themselves.

use limbeck_core::schema::{DialectOptions, OptionValue, TableName};

use super::rows::{self, Row, literal};
use super::{TABLE_LIKE, TABLES, flag, name_list, options};
use crate::{Catalogue, DialectError};

/// What is to be described.
#[derive(Clone, Copy)]
pub(super) enum Which<'a> {
    /// One table or view
    Named(&'a TableName),
    /// The tables of a schema
    All(Option<&'a str>),
}

impl<'a> Which<'a> {
    /// The schema that was asked for.
    pub(super) fn schema(self) -> Option<&'a str> {
        match self {
            Which::Named(table) => table.schema.as_deref(),
            Which::All(schema) => schema,
        }
    }
}

/// A table or view.
pub(super) struct Relation {
    pub(super) oid: i64,
    pub(super) name: String,
    pub(super) comment: Option<String>,
    pub(super) options: DialectOptions,
}

/// The condition on `c` (`pg_class`) and `n` (`pg_namespace`) for a schema. Without one it is what the search path finds.
pub(super) fn in_schema(schema: Option<&str>) -> String {
    match schema {
        Some(schema) => format!("n.nspname = {}", literal(&schema.replace('\0', ""))),
        None => "pg_catalog.pg_table_is_visible(c.oid) AND n.nspname <> 'pg_catalog'".into(),
    }
}

/// The relations, by name.
pub(super) fn find(live: &mut dyn Catalogue, which: Which<'_>) -> Result<Vec<Relation>, DialectError> {
    let condition = match which {
        Which::Named(table) => format!("c.relkind IN ({TABLE_LIKE}) AND c.relname = {}", literal(&table.name)),
        Which::All(_) => format!("c.relkind IN ({TABLES}) AND c.relpersistence <> 't'"),
    };
    let query = format!(
        "SELECT c.oid::int8, c.relname::text, \
         (SELECT d.description FROM pg_catalog.pg_description d WHERE d.objoid = c.oid AND d.objsubid = 0 AND d.classoid = \
         'pg_catalog.pg_class'::pg_catalog.regclass), \
         c.relispartition, \
         (SELECT pg_catalog.string_agg(p.relname::text, pg_catalog.chr(31) ORDER BY i.inhseqno) FROM pg_catalog.pg_inherits i \
         JOIN pg_catalog.pg_class p ON p.oid = i.inhparent WHERE i.inhrelid = c.oid), \
         CASE WHEN c.relkind = 'p' THEN pg_catalog.pg_get_partkeydef(c.oid) END, \
         (SELECT e.extname::text FROM pg_catalog.pg_depend x JOIN pg_catalog.pg_extension e ON e.oid = x.refobjid WHERE \
         x.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND x.objid = c.oid AND x.objsubid = 0 AND x.refclassid = \
         'pg_catalog.pg_extension'::pg_catalog.regclass AND x.deptype = 'e'), \
         pg_catalog.array_to_string(c.reloptions, pg_catalog.chr(31)), \
         (SELECT s.spcname::text FROM pg_catalog.pg_tablespace s WHERE s.oid = c.reltablespace), \
         (SELECT m.amname::text FROM pg_catalog.pg_am m WHERE m.oid = c.relam AND m.amname <> \
         pg_catalog.current_setting('default_table_access_method')) \
         FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace \
         WHERE {condition} AND {} ORDER BY c.relname, c.oid",
        in_schema(which.schema())
    );
    let rows = live.query(&query)?;
    let mut found = rows.iter().map(|row| relation(Row(row))).collect::<Result<Vec<_>, _>>()?;
    found.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(found)
}

fn relation(row: Row<'_>) -> Result<Relation, DialectError> {
    let text = |at| Ok::<_, DialectError>(row.opt_text(at)?.map(OptionValue::Text));
    let (is_partition, parents) = (row.bool(3)?, rows::list(row, 4)?);
    let partition_of = if is_partition { parents.first().cloned().map(OptionValue::Text) } else { None };
    Ok(Relation {
        oid: row.int(0)?,
        name: row.text(1)?,
        comment: row.opt_text(2)?,
        options: options(vec![
            ("partition_of", partition_of.or(flag(is_partition))),
            ("inherits", if is_partition { None } else { name_list(parents) }),
            ("partition_by", text(5)?),
            ("extension", text(6)?),
            ("with", storage(row, 7)?),
            ("tablespace", text(8)?),
            ("using", text(9)?),
        ]),
    })
}

/// `fillfactor=50` and the like.
pub(super) fn storage(row: Row<'_>, at: usize) -> Result<Option<OptionValue>, DialectError> {
    let pairs = rows::list(row, at)?.into_iter().map(|pair| {
        let (name, value) = pair.split_once('=').unwrap_or((&pair, ""));
        (name.to_owned(), OptionValue::Text(value.to_owned()))
    });
    let pairs: Vec<_> = pairs.collect();
    Ok((!pairs.is_empty()).then_some(OptionValue::Map(pairs)))
}
