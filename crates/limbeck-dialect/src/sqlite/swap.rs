//! Making a table anew and putting it in the old one's place.

use limbeck_core::schema::{Index, TableName};

use super::definition::{Clause, ClauseKind, Definition};
use super::live::{self, Attached, Found};
use super::quote::{always, quote};
use super::rebuild::in_database;
use super::tokens::{mentions, rename_columns, tokens};
use super::working::{Working, WorkingColumn, index_body};
use super::{Sqlite, ddl};
use crate::render::literal::string;
use crate::{Catalogue, Dialect, DialectError, Sql, Step, Trial};

/// Alembic's name for the new table while it is made.
pub(super) fn temporary_name(table: &str) -> String {
    format!("_alembic_tmp_{table}").chars().take(50).collect()
}

/// An index with the columns it names under their final names.
pub(super) fn under_final_names(index: &Index, working: &Working) -> Index {
    use limbeck_core::expression::Expression;
    let mut index = index.clone();
    for element in &mut index.elements {
        if let Expression::Column { name, .. } = &mut element.expression
            && working.columns.iter().any(|c| c.key == *name)
        {
            *name = working.final_name(name);
        }
    }
    index.table = working.name.clone();
    index
}

/// Everything that is known before the first statement is sent.
pub(super) struct Swap {
    working: Working,
    found: Found,
    temporary: String,
    create: String,
    copy: String,
    sequence: Option<i64>,
    legacy: bool,
    indexes: Vec<String>,
    triggers: Vec<String>,
    new_indexes: Vec<String>,
    /// Statements that were compiled without an error before, and must be afterwards.
    probes: Vec<Probe>,
}

/// A statement that only compiles, and what it tries.
struct Probe {
    sql: String,
    what: String,
}

impl Swap {
    pub(super) fn plan(
        working: &Working,
        old: &Definition,
        found: &Found,
        live: &mut dyn Catalogue,
    ) -> Result<Swap, DialectError> {
        if working.columns.is_empty() {
            return Err(DialectError::unsupported(
                format!("table \"{}\" would have no columns left", working.name.name),
                "use op.drop_table",
            ));
        }
        let temporary = free_name(live, found)?;
        let new = under_old_names(working);
        let create = new.written(&in_database(found, &temporary));
        let copy = copy_statement(working, old, &new, found, &temporary);
        let sequence = if new.has_autoincrement() { last_number(live, found)? } else { None };
        let legacy = live.query("PRAGMA legacy_alter_table")?.first().is_some_and(|r| live::number(r.first()) != 0);
        let triggers = live::attached(live, found, "trigger")?;
        let probes = if working.dropped.is_empty() { vec![] } else { probes(live, found, working, &triggers)? };
        Ok(Swap {
            working: working.clone(),
            temporary,
            create,
            copy,
            sequence,
            legacy,
            indexes: working.indexes.iter().map(|(_, sql)| with_database(sql, found)).collect(),
            triggers: triggers.iter().map(|t| with_database(&t.sql, found)).collect(),
            new_indexes: working
                .new_indexes
                .iter()
                .map(|i| ddl::create_index(&under_final_names(i, working), false))
                .collect::<Result<_, _>>()?,
            probes,
            found: found.clone(),
        })
    }

    /// The steps in order.
    pub(super) fn steps(self) -> Result<Vec<Step>, DialectError> {
        let table = in_database(&self.found, &self.found.name);
        let temporary = in_database(&self.found, &self.temporary);
        let mut steps = vec![Step::ForeignKeysOff];
        let mut send = |text: String| steps.push(Step::Sql(Sql::new(text)));
        // Without it, SQLite looks into every view and trigger while the table is away, and rewrites what names it.
        if !self.legacy {
            send("PRAGMA legacy_alter_table = ON".into());
        }
        send(self.create);
        let copied = Trial::Copy { temporary: self.temporary.clone(), table: self.found.name.clone() };
        steps.push(Step::Trial(Sql::new(self.copy), copied));
        let mut send = |text: String| steps.push(Step::Sql(Sql::new(text)));
        send(format!("DROP TABLE {table}"));
        send(format!("ALTER TABLE {temporary} RENAME TO {}", quote(&self.found.name)));
        if !self.legacy {
            steps.push(Step::Always(Sql::new("PRAGMA legacy_alter_table = OFF")));
        }
        let mut send = |text: String| steps.push(Step::Sql(Sql::new(text)));
        if let Some(number) = self.sequence {
            let sequence = in_database(&self.found, "sqlite_sequence");
            let name = string(&self.found.name);
            send(format!("DELETE FROM {sequence} WHERE name = {name}"));
            send(format!("INSERT INTO {sequence} (name, seq) VALUES ({name}, {number})"));
        }
        self.indexes.into_iter().for_each(&mut send);
        self.triggers.into_iter().for_each(&mut send);
        for (old, new) in rename_order(&self.working.renames) {
            send(format!("ALTER TABLE {table} RENAME COLUMN {} TO {}", quote(&old), quote(&new)));
        }
        self.new_indexes.into_iter().for_each(&mut send);
        let trial = |probe: Probe| Step::Trial(Sql::new(probe.sql), Trial::Use { what: probe.what });
        steps.extend(self.probes.into_iter().map(trial));
        let name = TableName { schema: self.working.name.schema.clone(), name: self.found.name.clone() };
        steps.push(Step::ForeignKeysBack { table: name });
        Ok(steps)
    }
}

/// Renames in an order in which no two columns have one name; a circle is cut with a third name.
fn rename_order(renames: &[(String, String)]) -> Vec<(String, String)> {
    let mut left: Vec<(String, String)> = renames.to_vec();
    let mut out = Vec::new();
    while !left.is_empty() {
        let blocked = |new: &str, old: &str, left: &[(String, String)]| {
            left.iter().any(|(o, _)| o != old && o.eq_ignore_ascii_case(new))
        };
        match left.iter().position(|(old, new)| !blocked(new, old, &left)) {
            Some(at) => out.push(left.remove(at)),
            None => {
                let (old, new) = left.remove(0);
                let between = format!("_alembic_tmp_{new}");
                out.push((old, between.clone()));
                left.push((between, new));
            }
        }
    }
    out
}

/// A name that nothing has. What an earlier failed run left behind is not touched: it may hold the only copy of some rows.
fn free_name(live: &mut dyn Catalogue, found: &Found) -> Result<String, DialectError> {
    let stem = temporary_name(&found.name);
    for number in 1..1000 {
        let name = if number == 1 { stem.clone() } else { format!("{stem}_{number}") };
        let taken = |master: String| format!("SELECT 1 FROM {master} WHERE name = {} COLLATE NOCASE", string(&name));
        let mut free = live.query(&taken(live::master(&found.database)))?.is_empty();
        free &= live.query(&taken(live::master("temp")))?.is_empty();
        if free {
            return Ok(name);
        }
    }
    Err(DialectError::unsupported(
        format!("too many tables like \"{stem}\""),
        "drop those that failed runs left behind",
    ))
}

fn last_number(live: &mut dyn Catalogue, found: &Found) -> Result<Option<i64>, DialectError> {
    let there = format!("SELECT 1 FROM {} WHERE name = 'sqlite_sequence'", live::master(&found.database));
    if live.query(&there)?.is_empty() {
        return Ok(None);
    }
    let query =
        format!("SELECT seq FROM {}.sqlite_sequence WHERE name = {}", always(&found.database), string(&found.name));
    Ok(live.query(&query)?.first().map(|row| live::number(row.first())))
}

/// The new definition, columns under the names they had. What the block brought speaks of them by their new names, and is put
/// back into the old ones; SQLite's own renaming, which knows every place, comes last.
fn under_old_names(working: &Working) -> Definition {
    let back: Vec<(String, String)> = working.renames.iter().map(|(old, new)| (new.clone(), old.clone())).collect();
    let mut new = working.definition();
    if back.is_empty() {
        return new;
    }
    for (column, definition) in working.columns.iter().zip(&mut new.columns) {
        if !column.is_old {
            definition.clauses.iter_mut().for_each(|c| rename_in_expression(c, &back));
        }
    }
    for (constraint, clause) in working.constraints.iter().zip(&mut new.constraints) {
        if constraint.is_new {
            rename_in_expression(clause, &back);
        }
    }
    new
}

fn rename_in_expression(clause: &mut Clause, renames: &[(String, String)]) {
    if matches!(clause.kind, ClauseKind::Check { .. } | ClauseKind::Generated { .. }) {
        clause.text = rename_columns(&clause.text, renames);
    }
}

/// How a column's values get into the new table; a generated column makes its own.
fn transfers(working: &Working) -> impl Iterator<Item = &WorkingColumn> {
    working.columns.iter().filter(|c| c.is_old && !c.definition.is_generated())
}

fn copy_statement(working: &Working, old: &Definition, new: &Definition, found: &Found, temporary: &str) -> String {
    let table = quote(&found.name);
    let mut into: Vec<String> = Vec::new();
    let mut from: Vec<String> = Vec::new();
    if let Some(rowid) = rowid_to_copy(old, new) {
        into.push(rowid.into());
        from.push(format!("{table}.{rowid}"));
    }
    for column in transfers(working) {
        let name = quote(&column.key);
        into.push(name.clone());
        from.push(match &column.cast {
            Some(sql_type) => format!("CAST({table}.{name} AS {sql_type}) AS {name}"),
            None => format!("{table}.{name}"),
        });
    }
    let (temporary, source) = (in_database(found, temporary), in_database(found, &found.name));
    format!("INSERT INTO {temporary} ({}) SELECT {} \nFROM {source}", into.join(", "), from.join(", "))
}

/// The name of the row number, where both tables have one and no column of the new table is it.
fn rowid_to_copy(old: &Definition, new: &Definition) -> Option<&'static str> {
    if old.without_rowid || new.without_rowid || new.rowid_column().is_some() {
        return None;
    }
    ["rowid", "_rowid_", "oid"].into_iter().find(|name| old.column(name).is_none() && new.column(name).is_none())
}

/// A statement that SQLite kept, with the database of its object: there it has none.
fn with_database(sql: &str, found: &Found) -> String {
    if found.is_plain() {
        return sql.to_owned();
    }
    let all = tokens(sql);
    match all.iter().position(|t| t.is("INDEX") || t.is("TRIGGER")).and_then(|at| all.get(at + 1)) {
        Some(name) => format!("{}{}.{}", &sql[..name.start], always(&found.database), &sql[name.start..]),
        None => sql.to_owned(),
    }
}

/// What must work afterwards where it works now: views and triggers that may name a column that is gone.
fn probes(
    live: &mut dyn Catalogue,
    found: &Found,
    working: &Working,
    triggers: &[Attached],
) -> Result<Vec<Probe>, DialectError> {
    // What is compiled now, what is compiled then, and what that tries.
    let mut wanted: Vec<(String, String, String)> = Vec::new();
    let mut same = |sql: String, what: &str| wanted.push((sql.clone(), sql, what.to_owned()));
    for row in live.query(&format!("SELECT name FROM {} WHERE type = 'view'", live::master(&found.database)))? {
        let name = live::text(row.first());
        same(format!("EXPLAIN SELECT * FROM {}", in_database(found, &name)), &format!("view \"{name}\""));
    }
    let table = in_database(found, &found.name);
    let own = triggers_that(triggers, |sql| working.dropped.iter().any(|key| mentions(sql, key)));
    if !triggers.is_empty() {
        same(format!("EXPLAIN INSERT INTO {table} DEFAULT VALUES"), &own);
        same(format!("EXPLAIN DELETE FROM {table}"), &own);
    }
    let query = format!(
        "SELECT tbl_name, name, sql FROM {} WHERE type = 'trigger' AND tbl_name <> {} COLLATE NOCASE",
        live::master(&found.database),
        string(&found.name)
    );
    for row in live.query(&query)? {
        let (other, name, sql) = (live::text(row.first()), live::text(row.get(1)), live::text(row.get(2)));
        if mentions(&sql, &found.name) {
            let what = format!("trigger \"{name}\"");
            let rows = live::pragma(live, &found.database, "table_xinfo", &other)?;
            let settable = rows.iter().filter(|row| live::number(row.get(6)) == 0);
            let set: Vec<String> =
                settable.map(|r| quote(&live::text(r.get(1)))).map(|n| format!("{n} = {n}")).collect();
            let other = in_database(found, &other);
            same(format!("EXPLAIN UPDATE {other} SET {}", set.join(", ")), &what);
            same(format!("EXPLAIN INSERT INTO {other} DEFAULT VALUES"), &what);
            same(format!("EXPLAIN DELETE FROM {other}"), &what);
        }
    }
    if !triggers.is_empty() {
        let kept = working.columns.iter().filter(|c| c.is_old && !c.definition.is_generated());
        let update = |name: &dyn Fn(&str) -> String| {
            let set = kept.clone().map(|c| quote(&name(&c.key))).map(|n| format!("{n} = {n}")).collect::<Vec<_>>();
            format!("EXPLAIN UPDATE {table} SET {}", set.join(", "))
        };
        wanted.push((update(&|key| key.to_owned()), update(&|key| working.final_name(key)), own));
    }
    let mut good = Vec::new();
    for (now, sql, what) in wanted {
        if live.query(&now).is_ok() {
            good.push(Probe { sql, what });
        }
    }
    Ok(good)
}

/// The triggers of a table in words; those that are suspected, if any are.
fn triggers_that(triggers: &[Attached], suspected: impl Fn(&str) -> bool) -> String {
    let quoted = |all: Vec<&Attached>| all.iter().map(|t| format!("\"{}\"", t.name)).collect::<Vec<_>>();
    let mut names = quoted(triggers.iter().filter(|t| suspected(&t.sql)).collect());
    if names.is_empty() {
        names = quoted(triggers.iter().collect());
    }
    format!("trigger {}", names.join(" or "))
}

/// The statements that Alembic prints: nothing can be looked up, so names are exchanged in the text.
pub(super) fn offline(working: &Working) -> Result<Vec<Step>, DialectError> {
    let schema = &working.name.schema;
    let qualified = |name: &str| Sqlite.quote_table(&TableName { schema: schema.clone(), name: name.to_owned() });
    let temporary = temporary_name(&working.name.name);
    let mut new = working.definition();
    for (column, definition) in working.columns.iter().zip(&mut new.columns) {
        definition.name = working.final_name(&column.key);
        if column.is_old {
            definition.clauses.iter_mut().for_each(|c| rename_in_expression(c, &working.renames));
        }
    }
    for (constraint, clause) in working.constraints.iter().zip(&mut new.constraints) {
        match &clause.kind {
            ClauseKind::Check { .. } if !constraint.is_new => rename_in_expression(clause, &working.renames),
            ClauseKind::Check { .. } => {}
            _ => rename_in_lists(clause, working),
        }
    }
    // Named constraints come before those without a name, the key before all.
    let is_key = |c: &Clause| matches!(c.kind, ClauseKind::PrimaryKey { .. });
    new.constraints.sort_by_key(|c| (!is_key(c), c.name.is_none()));
    let table = quote(&working.name.name);
    let copied: Vec<&WorkingColumn> = transfers(working).collect();
    let into: Vec<String> = copied.iter().map(|c| quote(&working.final_name(&c.key))).collect();
    let source = qualified(&working.name.name);
    let from: Vec<String> = copied
        .iter()
        .map(|c| match &c.cast {
            Some(sql_type) => format!("CAST({source}.{0} AS {sql_type}) AS {0}", quote(&c.key)),
            None => format!("{source}.{}", quote(&c.key)),
        })
        .collect();
    let mut texts = vec![
        new.written(&qualified(&temporary)),
        format!(
            "INSERT INTO {} ({}) SELECT {} \nFROM {source}",
            qualified(&temporary),
            into.join(", "),
            from.join(", ")
        ),
        format!("DROP TABLE {source}"),
        format!("ALTER TABLE {} RENAME TO {table}", qualified(&temporary)),
    ];
    for (_, sql) in &working.indexes {
        let body = index_body(sql);
        let head = &sql[..sql.len() - body.len()];
        texts.push(format!("{head}{}", rename_columns(&body, &working.renames)));
    }
    for index in &working.new_indexes {
        texts.push(ddl::create_index(&under_final_names(index, working), false)?);
    }
    Ok(texts.into_iter().map(|text| Step::Sql(Sql::new(text))).collect())
}

/// Renames the columns of a key, a UNIQUE or a foreign key; the columns it refers to only where it refers to its own table.
fn rename_in_lists(clause: &mut Clause, working: &Working) {
    let own = match &clause.kind {
        ClauseKind::ForeignKey { table, .. } => table.eq_ignore_ascii_case(&working.name.name),
        _ => true,
    };
    let all = tokens(&clause.text);
    let start = all.iter().find(|t| t.is("(")).map_or(0, |t| t.start);
    let refers = all.iter().find(|t| t.is("REFERENCES")).map_or(clause.text.len(), |t| t.start);
    let end = if own { clause.text.len() } else { refers };
    let referred = if own && refers < end { all.iter().find(|t| t.start > refers && t.is("(")) } else { None };
    let (first_end, second) = match referred {
        Some(open) => (refers, Some(open.start)),
        None => (refers.min(end), None),
    };
    let mut out = clause.text[..start].to_owned();
    out.push_str(&rename_columns(&clause.text[start..first_end], &working.renames));
    match second {
        Some(second) => {
            out.push_str(&clause.text[first_end..second]);
            out.push_str(&rename_columns(&clause.text[second..], &working.renames));
        }
        None => out.push_str(&clause.text[first_end..]),
    }
    clause.text = out;
}
