//! Tables and views: which ones, and what they say of themselves.

use limbeck_core::schema::{DialectOptions, ManagedElsewhere, OptionValue};

use super::rows::{self, Row, literal};
use super::{TABLE_LIKE, flag, name_list, options};
use crate::{Catalogue, DialectError};

/// A table or view.
pub(super) struct Relation {
    pub(super) oid: i64,
    pub(super) name: String,
    pub(super) comment: Option<String>,
    pub(super) options: DialectOptions,
    pub(super) managed_elsewhere: Option<ManagedElsewhere>,
}

/// The condition on `c` (`pg_class`) and `n` (`pg_namespace`) for a schema. Without one it is what the search path finds.
pub(super) fn in_schema(schema: Option<&str>) -> String {
    match schema {
        Some(schema) => format!("n.nspname = {}", literal(&schema.replace('\0', ""))),
        None => "pg_catalog.pg_table_is_visible(c.oid) AND n.nspname <> 'pg_catalog'".into(),
    }
}

/// The extension that made an object of a catalogue, as an expression.
pub(super) fn extension_of(catalogue: &str, oid: &str) -> String {
    format!(
        "(SELECT e.extname::text FROM pg_catalog.pg_depend x JOIN pg_catalog.pg_extension e ON e.oid = x.refobjid WHERE \
         x.classid = 'pg_catalog.{catalogue}'::pg_catalog.regclass AND x.objid = {oid} AND x.objsubid = 0 AND x.refclassid = \
         'pg_catalog.pg_extension'::pg_catalog.regclass AND x.deptype = 'e')"
    )
}

/// The relations of these names, by name.
pub(super) fn find(
    live: &mut dyn Catalogue,
    schema: Option<&str>,
    names: &[String],
) -> Result<Vec<Relation>, DialectError> {
    // No name has a NUL, and the server would take none.
    let wanted: Vec<String> = names.iter().filter(|name| !name.contains('\0')).map(|name| literal(name)).collect();
    if wanted.is_empty() {
        return Ok(Vec::new());
    }
    let query = format!(
        "SELECT c.oid::int8, c.relname::text, \
         (SELECT d.description FROM pg_catalog.pg_description d WHERE d.objoid = c.oid AND d.objsubid = 0 AND d.classoid = \
         'pg_catalog.pg_class'::pg_catalog.regclass), \
         c.relispartition, \
         (SELECT pg_catalog.string_agg(p.relname::text, pg_catalog.chr(31) ORDER BY i.inhseqno) FROM pg_catalog.pg_inherits i \
         JOIN pg_catalog.pg_class p ON p.oid = i.inhparent WHERE i.inhrelid = c.oid), \
         CASE WHEN c.relkind = 'p' THEN pg_catalog.pg_get_partkeydef(c.oid) END, \
         {}, \
         pg_catalog.array_to_string(c.reloptions, pg_catalog.chr(31)), \
         (SELECT s.spcname::text FROM pg_catalog.pg_tablespace s WHERE s.oid = c.reltablespace), \
         (SELECT m.amname::text FROM pg_catalog.pg_am m WHERE m.oid = c.relam AND m.amname <> \
         pg_catalog.current_setting('default_table_access_method')), \
         CASE WHEN NOT pg_catalog.pg_has_role(c.relowner, 'USAGE') THEN pg_catalog.pg_get_userbyid(c.relowner)::text END \
         FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace \
         WHERE c.relkind IN ({TABLE_LIKE}) AND c.relname IN ({}) AND {} ORDER BY c.relname, c.oid",
        extension_of("pg_class", "c.oid"),
        wanted.join(", "),
        in_schema(schema)
    );
    let rows = live.query(&query)?;
    let mut found = rows.iter().map(|row| relation(Row(row))).collect::<Result<Vec<_>, _>>()?;
    found.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(found)
}

fn relation(row: Row<'_>) -> Result<Relation, DialectError> {
    let text = |at| Ok::<_, DialectError>(row.opt_text(at)?.map(OptionValue::Text));
    let (is_partition, parents) = (row.bool(3)?, rows::list(row, 4)?);
    let partition_of = parents.first().filter(|_| is_partition).cloned();
    let managed_elsewhere = match (row.opt_text(6)?, &partition_of, row.opt_text(10)?) {
        (Some(extension), ..) => Some(ManagedElsewhere::Extension(extension)),
        (None, Some(parent), _) => Some(ManagedElsewhere::PartitionOf(parent.clone())),
        (None, None, _) if !parents.is_empty() => Some(ManagedElsewhere::InheritsFrom(parents.clone())),
        (None, None, owner) => owner.map(ManagedElsewhere::Owner),
    };
    Ok(Relation {
        oid: row.int(0)?,
        name: row.text(1)?,
        comment: row.opt_text(2)?,
        options: options(vec![
            ("partition_of", partition_of.map(OptionValue::Text).or(flag(is_partition))),
            ("inherits", if is_partition { None } else { name_list(parents) }),
            ("partition_by", text(5)?),
            ("with", storage(row, 7)?),
            ("tablespace", text(8)?),
            ("using", text(9)?),
        ]),
        managed_elsewhere,
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
