//! Sequences of MariaDB: a sequence is a table of one row.

use limbeck_core::schema::{Sequence, SequenceOptions, SequenceUser, TableName};

use super::names;
use crate::mysql::{Mysql, literal};
use crate::row::Row;
use crate::{Catalogue, Dialect, DialectError, Names};

/// The sequences of a schema, by name, in three queries. `None`: MySQL has none.
pub(in crate::mysql) fn sequences(
    dialect: Mysql,
    live: &mut dyn Catalogue,
    schema: Option<&str>,
) -> Result<Option<Vec<Sequence>>, DialectError> {
    let Some(all) = names::names(dialect, live, Names::Sequences, schema)? else { return Ok(None) };
    if all.is_empty() {
        return Ok(Some(Vec::new()));
    }
    let name = |name: &String| TableName { schema: schema.map(str::to_owned), name: name.clone() };
    let one = |(at, sequence): (usize, &String)| {
        format!(
            "SELECT {at}, start_value, increment, minimum_value, maximum_value, cache_size, cycle_option FROM {}",
            dialect.quote_table(&name(sequence))
        )
    };
    let query: Vec<String> = all.iter().enumerate().map(one).collect();
    let users = users(dialect, live, schema)?;
    let mut found = Vec::new();
    for row in live.query(&query.join(" UNION ALL "))?.iter().map(|row| Row(row)) {
        let Some(sequence) = usize::try_from(row.int(0)?).ok().and_then(|at| all.get(at)) else { continue };
        let quoted = format!("`{}`)", sequence.replace('`', "``"));
        let counts = users.iter().filter(|(_, default)| default.to_lowercase().contains(&quoted.to_lowercase()));
        found.push(Sequence {
            name: name(sequence),
            data_type: None,
            options: SequenceOptions {
                start: row.opt_int(1)?,
                increment: row.opt_int(2)?,
                minvalue: row.opt_int(3)?,
                maxvalue: row.opt_int(4)?,
                cache: row.opt_int(5)?,
                cycle: Some(row.int(6)? != 0),
                ..SequenceOptions::default()
            },
            kept_by: counts.map(|(user, _)| user.clone()).collect(),
        });
    }
    found.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(Some(found))
}

/// The columns that count by a sequence, with their defaults. The server would let the sequence go.
fn users(
    dialect: Mysql,
    live: &mut dyn Catalogue,
    schema: Option<&str>,
) -> Result<Vec<(SequenceUser, String)>, DialectError> {
    let query = format!(
        "SELECT TABLE_NAME, COLUMN_NAME, COLUMN_DEFAULT FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = {} AND \
         COLUMN_DEFAULT LIKE {} ORDER BY TABLE_NAME, ORDINAL_POSITION",
        names::schema_text(dialect, schema),
        literal::string(dialect, "%nextval(%")
    );
    let rows = live.query(&query)?;
    let user = |row: Row<'_>| {
        let table = TableName { schema: schema.map(str::to_owned), name: row.text(0)? };
        Ok((SequenceUser::Default { table, column: row.text(1)? }, row.text(2)?))
    };
    rows.iter().map(|row| user(Row(row))).collect()
}
