//! Tables of a live database as [`Table`]s.
//!
//! One table and a whole schema cost the same number of queries: one each for relations, their kinds, columns, indexes and the keys that
//! foreign keys leave out. Types, names and defaults come out as SQLAlchemy's inspector gives them; what the inspector loses (CHECKs over
//! several lines, column-level foreign keys with names, descending and expression indexes, AUTOINCREMENT) is there as well.

mod columns;
mod constraints;
mod indexes;
mod names;
mod types;

use std::collections::{BTreeMap, BTreeSet};

use limbeck_core::expression::Expression;
use limbeck_core::schema::{DialectOption, ManagedElsewhere, OptionValue, Table, TableName};

use super::definition::Definition;
use super::live;
use super::tokens::tokens;
use crate::render::literal::string;
use crate::{Catalogue, DialectError};

pub(super) use names::{schema_names, table_names};
pub(super) use types::reflected_type;

/// A table or view.
struct Relation {
    /// As the database spells it
    name: String,
    /// Its statement
    sql: String,
    is_view: bool,
    /// Whether its columns can be asked for: not those of a virtual table whose module is not there.
    is_readable: bool,
    managed_elsewhere: Option<ManagedElsewhere>,
}

/// Tables and views as the database has them, by name. Without a schema they are looked for in `main`, then among temporary ones.
pub(super) fn tables(
    live: &mut dyn Catalogue,
    schema: Option<&str>,
    names: &[String],
) -> Result<Vec<Table>, DialectError> {
    let mut wanted: BTreeMap<String, &str> = names.iter().map(|name| (key_of(name), name.as_str())).collect();
    let mut all = Vec::new();
    for database in live::databases(live, schema)? {
        let relations = relations(live, &database, &wanted)?;
        for relation in &relations {
            wanted.remove(&key_of(&relation.name));
        }
        all.extend(described(live, schema, &database, relations)?);
    }
    all.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(all)
}

/// The tables and views of one database that are wanted.
fn relations(
    live: &mut dyn Catalogue,
    database: &str,
    wanted: &BTreeMap<String, &str>,
) -> Result<Vec<Relation>, DialectError> {
    if wanted.is_empty() {
        return Ok(Vec::new());
    }
    let rows = live.query(&format!(
        "SELECT type, name, sql FROM {} WHERE type IN ('table', 'view') AND name COLLATE NOCASE IN ({})",
        live::master(database),
        list_of(wanted.values().copied())
    ))?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let kinds = Kinds::ask(live, database)?;
    let relation = |row: &Vec<_>| {
        let (name, sql) = (live::text(row.get(1)), live::text(row.get(2)));
        let is_view = live::text(row.first()) == "view";
        let managed_elsewhere = match module(&sql).filter(|_| !is_view) {
            Some(module) => Some(ManagedElsewhere::Module(module)),
            None => kinds.is_shadow(&name).then_some(ManagedElsewhere::VirtualTable),
        };
        Relation { is_readable: !kinds.without_module.contains(&name), name, sql, is_view, managed_elsewhere }
    };
    Ok(rows.iter().map(relation).collect())
}

/// What the server says of virtual tables.
struct Kinds {
    /// Tables that a virtual table keeps its data in
    shadows: BTreeSet<String>,
    /// Virtual tables whose module is not there: nothing can be known of them.
    without_module: Vec<String>,
}

impl Kinds {
    fn ask(live: &mut dyn Catalogue, database: &str) -> Result<Self, DialectError> {
        let query = format!(
            "SELECT name, type, ncol FROM pragma_table_list WHERE schema = {} COLLATE NOCASE AND type IN ('shadow', 'virtual')",
            string(database)
        );
        let mut kinds = Kinds { shadows: BTreeSet::new(), without_module: Vec::new() };
        for row in live.query(&query)? {
            let name = live::text(row.first());
            if live::text(row.get(1)) == "shadow" {
                kinds.shadows.insert(name);
            } else if live::number(row.get(2)) == 0 {
                kinds.without_module.push(name);
            }
        }
        Ok(kinds)
    }

    /// Without the module, the name has to tell: such tables are called after the virtual one, `docs_data` after `docs`.
    fn is_shadow(&self, name: &str) -> bool {
        let called_after = |owner: &String| name.strip_prefix(owner.as_str()).is_some_and(|rest| rest.starts_with('_'));
        self.shadows.contains(name) || self.without_module.iter().any(called_after)
    }
}

/// The module of a virtual table.
fn module(sql: &str) -> Option<String> {
    let all = tokens(sql);
    all.get(1).filter(|t| t.is("VIRTUAL"))?;
    let using = all.iter().position(|t| t.is("USING"))?;
    Some(all.get(using + 1)?.name().unwrap_or_default())
}

/// The tables of one database.
fn described(
    live: &mut dyn Catalogue,
    schema: Option<&str>,
    database: &str,
    relations: Vec<Relation>,
) -> Result<Vec<Table>, DialectError> {
    if relations.is_empty() {
        return Ok(Vec::new());
    }
    let mut columns = columns::columns(live, database, &relations)?;
    let mut indexes = indexes::indexes(live, schema, database, &relations)?;
    let definitions = relations.iter().map(definition).collect::<Result<Vec<_>, _>>()?;
    let parents = constraints::parents(live, database, definitions.iter())?;
    let assembled = relations.into_iter().zip(&definitions).map(|(relation, definition)| {
        let rows = columns.remove(&relation.name).unwrap_or_default();
        let mut table = Table::new(TableName { schema: schema.map(str::to_owned), name: relation.name });
        table.columns = rows.iter().filter(|r| r.hidden != 1).map(|r| columns::column(r, definition)).collect();
        table.constraints = constraints::constraints(database, &rows, definition, &parents);
        table.indexes = indexes.remove(&key_of(&table.name.name)).unwrap_or_default();
        table.managed_elsewhere = relation.managed_elsewhere;
        let said = [
            ("autoincrement", true, definition.has_autoincrement()),
            ("with_rowid", false, definition.without_rowid),
            ("strict", true, definition.strict),
        ];
        table.options.0.extend(said.into_iter().filter(|(.., is_said)| *is_said).map(|(name, value, _)| {
            DialectOption { dialect: "sqlite".into(), name: name.into(), value: OptionValue::Bool(value) }
        }));
        table
    });
    Ok(assembled.collect())
}

/// What the statement of a table says. A view, or a virtual table, has columns and nothing else to say.
fn definition(relation: &Relation) -> Result<Definition, DialectError> {
    match Definition::parse(&relation.sql) {
        _ if relation.is_view => Ok(Definition::default()),
        Err(_) if matches!(relation.managed_elsewhere, Some(ManagedElsewhere::Module(_))) => Ok(Definition::default()),
        parsed => parsed.map_err(|why| live::unreadable(&relation.name, &why)),
    }
}

/// What names are the same by: SQLite does not tell letters apart by their case.
fn key_of(name: &str) -> String {
    name.to_ascii_lowercase()
}

/// `'a', 'b'`
fn list_of<'n>(names: impl Iterator<Item = &'n str>) -> String {
    names.map(string).collect::<Vec<_>>().join(", ")
}

/// SQL text as an expression; a colon in it is a colon.
fn plain(sql: &str) -> Expression {
    Expression::text(sql.replace(':', "\\:"))
}
