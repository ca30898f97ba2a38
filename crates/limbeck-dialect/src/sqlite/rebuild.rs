//! Batch blocks: what SQLite can do in place is done in place, anything else by making the table anew.
//!
//! The new table is made from the pieces of the old one's own statement, so that what nobody asked to change stays: SQLite's
//! documented procedure (<https://www.sqlite.org/lang_altertable.html#otheralter>), inside the revision's transaction.

use limbeck_core::operation::{Batch, Operation, Recreate};
use limbeck_core::schema::{Constraint, Table, TableName};

use super::definition::Definition;
use super::live::{self, Attached, Found};
use super::quote::{always, quote};
use super::swap::{self, Swap};
use super::tokens::mentions;
use super::working::{Working, has_expression_default, index_body};
use super::{Sqlite, ddl, types};
use crate::render::table as text;
use crate::{BindMode, Catalogue, Dialect, DialectError, Sql, Step};

/// The steps of a batch block.
pub(super) fn batch(batch: &Batch, live: Option<&mut dyn Catalogue>) -> Result<Vec<Step>, DialectError> {
    refuse_places_without_rebuild(batch)?;
    let mode = if live.is_some() { BindMode::Driver } else { BindMode::Inline };
    if !rebuilds(batch, batch.operations.len()) {
        return in_place(&batch.operations, mode);
    }
    match (live, &batch.copy_from) {
        (None, None) => Err(needs_a_table(batch)),
        (None, Some(table)) => offline(batch, table),
        (Some(live), _) => online(batch, live),
    }
}

/// Alembic's decision, on the first `count` directives.
fn rebuilds(batch: &Batch, count: usize) -> bool {
    match batch.recreate {
        Recreate::Always => true,
        Recreate::Never => false,
        Recreate::Auto => batch.operations[..count].iter().any(|operation| match operation {
            Operation::AddColumn { table, column, inline_references, .. } => {
                let model = Table::new(table.clone());
                let inline = usize::from(*inline_references && column.foreign_keys.len() == 1);
                has_expression_default(column)
                    || column.computed.as_ref().is_some_and(|c| c.persisted == Some(true))
                    || brought(&model, column) > inline
            }
            Operation::CreateIndex { .. } | Operation::DropIndex { .. } => false,
            _ => true,
        }),
    }
}

/// How many constraints a column brings along; the CHECK of its type is a directive of its own.
fn brought(table: &Table, column: &limbeck_core::schema::Column) -> usize {
    let is_check = |c: &limbeck_core::schema::Constraint| matches!(c, limbeck_core::schema::Constraint::Check(_));
    text::of_column(&Sqlite, table, column).iter().filter(|c| !is_check(c)).count()
}

fn refuse_places_without_rebuild(batch: &Batch) -> Result<(), DialectError> {
    for (at, operation) in batch.operations.iter().enumerate() {
        if matches!(operation, Operation::AddColumn { place: Some(_), .. }) && !rebuilds(batch, at) {
            return Err(DialectError::unsupported(
                "Can't specify insert_before or insert_after when using ALTER; please specify recreate='always'",
                "write op.batch_alter_table(..., recreate=\"always\")",
            ));
        }
    }
    Ok(())
}

fn needs_a_table(batch: &Batch) -> DialectError {
    DialectError::unsupported(
        format!(
            "This operation cannot proceed in --sql mode; batch mode with dialect sqlite requires a live database connection with which \
             to reflect the table \"{}\". To generate a batch SQL migration script using table \"move and copy\", a complete Table object \
             should be passed to the \"copy_from\" argument of the batch_alter_table() method so that table reflection can be skipped.",
            batch.table.name
        ),
        "run it without --sql, or give copy_from=sa.Table(...)",
    )
}

fn in_place(operations: &[Operation], mode: BindMode) -> Result<Vec<Step>, DialectError> {
    let mut steps = Vec::new();
    for operation in operations {
        steps.extend(ddl::operation(operation, mode)?.into_iter().map(Step::Sql));
    }
    Ok(steps)
}

/// The working copy of a table that the script describes.
fn described(batch: &Batch, table: &Table) -> Result<Working, DialectError> {
    let model = Table { name: batch.table.clone(), ..table.clone() };
    let sql = ddl::create_table(&model, false)?;
    let definition = Definition::parse(&sql)
        .map_err(|why| DialectError::unsupported(format!("copy_from cannot be read: {why}"), "check its SQL texts"))?;
    let mut indexes = Vec::new();
    for index in &table.indexes {
        // Alembic passes over the indexes that `index=True` makes.
        let of_flag = |c: &limbeck_core::schema::Column| {
            c.index && index.elements == [limbeck_core::schema::IndexElement::column(c.name.clone())]
        };
        if !table.columns.iter().any(of_flag) {
            let sql = ddl::create_index(index, false)?;
            indexes.push(Attached { name: index.name.as_ref().map_or_else(String::new, |n| n.text.clone()), sql });
        }
    }
    let mut working = Working::new(&batch.table, definition, indexes);
    for column in &mut working.columns {
        if let Some(found) = table.column(&column.key) {
            column.kind = types::kind(&found.sql_type);
        }
    }
    Ok(working)
}

/// What the block says beside its directives.
fn prepare(working: &mut Working, batch: &Batch) -> Result<(), DialectError> {
    working.reorder(&batch.partial_reordering);
    for column in batch.reflect_columns.iter().filter(|_| batch.copy_from.is_none()) {
        working.describe(column)?;
    }
    if let Some(convention) = &batch.naming_convention {
        working.apply_names(convention)?;
    }
    working.set_options(&batch.table_options)
}

/// Constraints of `table_args` come when the columns they name are there.
fn finish(working: &mut Working, batch: &Batch) -> Result<(), DialectError> {
    for (place, constraint) in batch.table_args.iter().enumerate() {
        working.add_constraint(constraint)?;
        working.bring_forward(place);
    }
    working.sort_columns()
}

/// Alembic's text.
fn offline(batch: &Batch, table: &Table) -> Result<Vec<Step>, DialectError> {
    let mut working = described(batch, table)?;
    prepare(&mut working, batch)?;
    for operation in &batch.operations {
        working.apply(operation)?;
        if matches!(operation, Operation::AddConstraint { constraint: Constraint::PrimaryKey(_), .. }) {
            working.require_key();
        }
    }
    finish(&mut working, batch)?;
    swap::offline(&working)
}

fn online(batch: &Batch, live: &mut dyn Catalogue) -> Result<Vec<Step>, DialectError> {
    let Some(found) = live::find(live, &batch.table)? else { return Err(no_table(batch, live)?) };
    if found.is_view {
        return Err(DialectError::unsupported(format!("\"{}\" is a view", found.name), "drop it and make it again"));
    }
    let definition = live::definition(&found)?;
    let indexes = live::attached(live, &found, "index")?;
    let schema = if found.is_shadowed { Some(found.database.clone()) } else { batch.table.schema.clone() };
    let name = TableName { schema, name: found.name.clone() };
    let mut working = match &batch.copy_from {
        Some(table) => described(batch, table)?,
        None => Working::new(&name, definition.clone(), indexes),
    };
    let before = working.clone();
    prepare(&mut working, batch)?;
    let mut native = Some(Vec::new()).filter(|_| {
        batch.recreate == Recreate::Auto
            && batch.copy_from.is_none()
            && working == before
            && batch.partial_reordering.is_empty()
            && batch.table_args.is_empty()
            // The directives themselves would change the temporary table.
            && !found.is_shadowed
    });
    for operation in &batch.operations {
        let before = working.clone();
        working.apply(operation)?;
        if let Some(statements) = &mut native {
            match statements_in_place(operation, &before, &working, &found, live)? {
                Some(more) => statements.extend(more),
                None => native = None,
            }
        }
    }
    finish(&mut working, batch)?;
    // SQLite appends a new column; where Alembic's order is another one, the table is made anew.
    let appended = || {
        let kept = before.columns.iter().filter(|c| working.columns.iter().any(|w| w.is_old && w.key == c.key));
        let added = batch.operations.iter().filter_map(|o| match o {
            Operation::AddColumn { column, .. } => Some(&column.name),
            _ => None,
        });
        kept.map(|c| &c.key).chain(added).eq(working.columns.iter().map(|c| &c.key))
    };
    if let Some(statements) = native.filter(|_| appended()) {
        return Ok(statements.into_iter().map(Step::Sql).collect());
    }
    Swap::plan(&working, &definition, &found, live)?.steps()
}

/// The table is not there. After a failed run of Alembic its rows may be under another name.
fn no_table(batch: &Batch, live: &mut dyn Catalogue) -> Result<DialectError, DialectError> {
    let left = swap::temporary_name(&batch.table.name);
    let left_over = TableName { schema: batch.table.schema.clone(), name: left.clone() };
    if live::find(live, &left_over)?.is_none() {
        return Ok(DialectError::NotFound(format!("No such table: '{}'", batch.table.name)));
    }
    Ok(DialectError::unsupported(
        format!(
            "there is no table \"{}\", but \"{left}\", left over from a rebuild that failed half-way",
            batch.table.name
        ),
        format!("if it holds the rows: ALTER TABLE {} RENAME TO {}", quote(&left), quote(&batch.table.name)),
    ))
}

/// The statements by which SQLite itself does what a directive says, leaving the same table as making it anew would; `None` where
/// it cannot.
fn statements_in_place(
    operation: &Operation,
    before: &Working,
    after: &Working,
    found: &Found,
    live: &mut dyn Catalogue,
) -> Result<Option<Vec<Sql>>, DialectError> {
    let same_but_names = |a: &Working, b: &Working| a.definition() == b.definition() && a.columns == b.columns;
    let table = Sqlite.quote_table(&after.name);
    Ok(match operation {
        Operation::CreateIndex { .. } => {
            let Some(index) = after.new_indexes.last() else { return Ok(None) };
            Some(vec![Sql::new(ddl::create_index(&swap::under_final_names(index, after), false)?)])
        }
        Operation::DropIndex { .. } => Some(ddl::operation(operation, BindMode::Driver)?),
        Operation::AddColumn { column, place: None, .. } => {
            let alone = before.constraints == after.constraints && !column.primary_key;
            let stored = column.computed.as_ref().is_some_and(|c| c.persisted == Some(true));
            if !alone || stored || has_expression_default(column) {
                return Ok(None);
            }
            Some(ddl::operation(operation, BindMode::Driver)?)
        }
        Operation::AlterColumn(change) if same_but_names(before, after) => {
            let renamed = after.renames.iter().find(|pair| !before.renames.contains(pair));
            let _ = change;
            Some(renamed.map_or_else(Vec::new, |(old, new)| {
                let now = quote(&before.final_name(old));
                vec![Sql::new(format!("ALTER TABLE {table} RENAME COLUMN {now} TO {}", quote(new)))]
            }))
        }
        Operation::DropColumn { column, .. } => {
            let key = before.columns.iter().find(|c| c.key == *column).map(|c| c.key.clone());
            match key {
                Some(key) if can_drop_in_place(&key, before, after, found, live)? => {
                    let name = quote(&before.final_name(&key));
                    Some(vec![Sql::new(format!("ALTER TABLE {table} DROP COLUMN {name}"))])
                }
                _ => None,
            }
        }
        _ if same_but_names(before, after) && before.renames == after.renames => Some(Vec::new()),
        _ => None,
    })
}

/// Whether nothing in the database speaks of a column but its own few words.
fn can_drop_in_place(
    key: &str,
    before: &Working,
    after: &Working,
    found: &Found,
    live: &mut dyn Catalogue,
) -> Result<bool, DialectError> {
    use super::definition::ClauseKind as K;
    let Some(column) = before.columns.iter().find(|c| c.key == key) else { return Ok(false) };
    let plain = |k: &K| matches!(k, K::NotNull | K::Null | K::Default { .. } | K::Collate { .. });
    let own = column.definition.clauses.iter().all(|c| plain(&c.kind));
    let others = before.columns.iter().filter(|c| c.key != key).eq(after.columns.iter());
    let on_table =
        before.constraints == after.constraints && !before.constraints.iter().any(|c| mentions(&c.clause.text, key));
    let indexed = before.indexes.iter().any(|(_, sql)| mentions(&index_body(sql), key));
    let newly = before.new_indexes.iter().any(|i| ddl::create_index(i, false).map_or(true, |sql| mentions(&sql, key)));
    if !own || !others || !on_table || indexed || newly || before.columns.len() < 2 {
        return Ok(false);
    }
    let name = before.final_name(key);
    for database in [found.database.as_str(), "temp"] {
        let query = format!("SELECT sql FROM {} WHERE type IN ('view', 'trigger')", live::master(database));
        for row in live.query(&query)? {
            let sql = live::text(row.first());
            if mentions(&sql, key) || mentions(&sql, &name) || mentions(&sql, &found.name) {
                return Ok(false);
            }
        }
    }
    // Another table may refer to the column.
    let query =
        format!("SELECT sql FROM {} WHERE type = 'table' AND sql LIKE '%REFERENCES%'", live::master(&found.database));
    let refers = |sql: &str| mentions(sql, &found.name) && mentions(sql, key);
    Ok(!live.query(&query)?.iter().any(|row| {
        let sql = live::text(row.first());
        !sql.is_empty() && sql != found.sql && refers(&sql)
    }))
}

/// A name in quotes, with its database.
pub(super) fn in_database(found: &Found, name: &str) -> String {
    if found.is_plain() { quote(name) } else { format!("{}.{}", always(&found.database), quote(name)) }
}
