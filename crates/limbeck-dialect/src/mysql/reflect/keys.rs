//! Keys, indexes, foreign keys and checks.

use std::collections::BTreeMap;

use limbeck_core::expression::Expression;
use limbeck_core::schema::{
    CheckConstraint, Constraint, Deferral, DialectOptions, ForeignKey, ForeignKeyOptions, Index, IndexElement, Name,
    OptionValue, PrimaryKey, SortOrder, TableName, UniqueConstraint,
};

use super::{Asked, by_table, options, plain};
use crate::row::Row;
use crate::{Catalogue, Dialect, DialectError};

/// What a table's keys are.
#[derive(Debug, Default)]
pub(super) struct Keys {
    /// The primary key, and UNIQUE where a constraint says it all
    pub constraints: Vec<Constraint>,
    pub indexes: Vec<Index>,
}

/// One column of a key.
struct Part {
    element: IndexElement,
    column: Option<String>,
    length: Option<i64>,
}

/// A key, as its rows are read.
struct Key {
    name: String,
    unique: bool,
    kind: String,
    parts: Vec<Part>,
}

/// The keys of tables, by table: the primary key first, then by name.
pub(super) fn keys(asked: &Asked<'_>, live: &mut dyn Catalogue) -> Result<BTreeMap<String, Keys>, DialectError> {
    // MySQL's alone can be of expressions.
    let has_expressions = !asked.dialect.is_mariadb() && asked.dialect.since((8, 0, 13), (0, 0, 0), true);
    let expression = if has_expressions { "EXPRESSION" } else { "NULL" };
    let query = format!(
        "SELECT TABLE_NAME, INDEX_NAME, NON_UNIQUE, INDEX_TYPE, COLUMN_NAME, COLLATION, SUB_PART, {expression} \
         FROM information_schema.STATISTICS WHERE {} ORDER BY TABLE_NAME, INDEX_NAME, SEQ_IN_INDEX",
        asked.condition("TABLE_SCHEMA", "TABLE_NAME")
    );
    let mut all: BTreeMap<String, BTreeMap<String, Key>> = BTreeMap::new();
    for row in by_table(&live.query(&query)?) {
        let (table, row) = row?;
        let name = row.text(1)?;
        let key = all.entry(table).or_default().entry(name.clone()).or_insert_with(|| Key {
            name,
            unique: false,
            kind: String::new(),
            parts: Vec::new(),
        });
        key.unique = row.int(2)? == 0;
        key.kind = row.text(3)?;
        key.parts.push(part(row)?);
    }
    let assembled = all.into_iter().map(|(table, keys)| {
        let name = TableName { schema: asked.schema.map(str::to_owned), name: table.clone() };
        let mut found = Keys::default();
        for key in keys.into_values() {
            key.add_to(&mut found, &name, asked.dialect.name());
        }
        found.constraints.sort_by_key(|constraint| !matches!(constraint, Constraint::PrimaryKey(_)));
        (table, found)
    });
    Ok(assembled.collect())
}

fn part(row: Row<'_>) -> Result<Part, DialectError> {
    let column = row.opt_text(4)?;
    let order = row.opt_text(5)?.filter(|order| order == "D").map(|_| SortOrder::Descending);
    let expression = match (&column, row.opt_text(7)?) {
        (Some(name), _) => Expression::column(name.clone()),
        (None, text) => plain(&format!("({})", text.unwrap_or_default().replace("\\'", "'"))),
    };
    Ok(Part { element: IndexElement { expression, order, nulls: None }, column, length: row.opt_int(6)? })
}

impl Key {
    fn add_to(self, found: &mut Keys, table: &TableName, dialect: &str) {
        let columns: Option<Vec<String>> = self.parts.iter().map(|part| part.column.clone()).collect();
        if let Some(columns) = columns.clone().filter(|_| self.name == "PRIMARY") {
            let (deferral, options) = (Deferral::default(), DialectOptions::default());
            found.constraints.push(Constraint::PrimaryKey(PrimaryKey { name: None, columns, deferral, options }));
            return;
        }
        let name = Some(Name::finished(self.name.clone()));
        let whole = self.parts.iter().all(|part| part.length.is_none() && part.element.order.is_none());
        if let Some(columns) = columns.filter(|_| self.unique && whole) {
            let (deferral, options) = (Deferral::default(), DialectOptions::default());
            found.constraints.push(Constraint::Unique(UniqueConstraint { name, columns, deferral, options }));
            return;
        }
        let is_special = matches!(self.kind.as_str(), "FULLTEXT" | "SPATIAL");
        let lengths: Vec<(String, OptionValue)> = self
            .parts
            .iter()
            .filter(|_| !is_special)
            .filter_map(|part| Some((part.column.clone()?, OptionValue::Int(part.length?))))
            .collect();
        let given = vec![
            ("prefix", is_special.then(|| OptionValue::Text(self.kind.clone()))),
            ("length", (!lengths.is_empty()).then_some(OptionValue::Map(lengths))),
        ];
        found.indexes.push(Index {
            name,
            table: table.clone(),
            elements: self.parts.into_iter().map(|part| part.element).collect(),
            unique: self.unique,
            options: options(dialect, given),
        });
    }
}

/// The foreign keys of tables, by table, then by name.
pub(super) fn foreign_keys(
    asked: &Asked<'_>,
    live: &mut dyn Catalogue,
) -> Result<BTreeMap<String, Vec<Constraint>>, DialectError> {
    let query = format!(
        "SELECT k.TABLE_NAME, k.CONSTRAINT_NAME, k.COLUMN_NAME, k.REFERENCED_TABLE_SCHEMA, k.REFERENCED_TABLE_NAME, \
         k.REFERENCED_COLUMN_NAME, r.UPDATE_RULE, r.DELETE_RULE, k.REFERENCED_TABLE_SCHEMA = k.TABLE_SCHEMA \
         FROM information_schema.KEY_COLUMN_USAGE k JOIN information_schema.REFERENTIAL_CONSTRAINTS r ON \
         r.CONSTRAINT_SCHEMA = k.CONSTRAINT_SCHEMA AND r.TABLE_NAME = k.TABLE_NAME AND r.CONSTRAINT_NAME = k.CONSTRAINT_NAME \
         WHERE {} AND {} AND k.REFERENCED_TABLE_NAME IS NOT NULL ORDER BY k.TABLE_NAME, k.CONSTRAINT_NAME, k.ORDINAL_POSITION",
        asked.condition("k.TABLE_SCHEMA", "k.TABLE_NAME"),
        asked.condition("r.CONSTRAINT_SCHEMA", "r.TABLE_NAME"),
    );
    let mut found: BTreeMap<String, Vec<ForeignKey>> = BTreeMap::new();
    for row in by_table(&live.query(&query)?) {
        let (table, row) = row?;
        let (name, column, referred) = (row.text(1)?, row.text(2)?, row.text(5)?);
        let keys = found.entry(table).or_default();
        if let Some(key) = keys.last_mut().filter(|key| key.name.as_ref().is_some_and(|n| n.text == name)) {
            key.columns.push(column);
            key.referred_columns.push(referred);
            continue;
        }
        // RESTRICT is what MariaDB calls a key that says nothing, and MySQL one that says so.
        let silent = |rule: &str| rule == "NO ACTION" || (rule == "RESTRICT" && asked.dialect.is_mariadb());
        let rule = |text: Option<String>| text.filter(|rule| !silent(rule));
        let schema = match row.int(8)? {
            0 => row.opt_text(3)?,
            _ => asked.schema.map(str::to_owned),
        };
        keys.push(ForeignKey {
            name: Some(Name::finished(name)),
            columns: vec![column],
            referred_table: TableName { schema, name: row.text(4)? },
            referred_columns: vec![referred],
            options: ForeignKeyOptions {
                onupdate: rule(row.opt_text(6)?),
                ondelete: rule(row.opt_text(7)?),
                ..ForeignKeyOptions::default()
            },
        });
    }
    let all = found.into_iter().map(|(table, keys)| (table, keys.into_iter().map(Constraint::ForeignKey).collect()));
    Ok(all.collect())
}

/// The checks of tables, by table, then by name. Those that MariaDB keeps on a column have no name; the one that makes a JSON column what it
/// is belongs to its type, and is left out.
pub(super) fn checks(
    asked: &Asked<'_>,
    live: &mut dyn Catalogue,
) -> Result<BTreeMap<String, Vec<Constraint>>, DialectError> {
    if !asked.dialect.keeps_checks() {
        return Ok(BTreeMap::new());
    }
    let query = match asked.dialect.is_mariadb() {
        true => format!(
            "SELECT TABLE_NAME, CASE WHEN LEVEL = 'Table' THEN CONSTRAINT_NAME END, CHECK_CLAUSE FROM \
             information_schema.CHECK_CONSTRAINTS WHERE {} AND (LEVEL = 'Table' OR CHECK_CLAUSE NOT LIKE 'json_valid(%') \
             ORDER BY TABLE_NAME, CONSTRAINT_NAME",
            asked.condition("CONSTRAINT_SCHEMA", "TABLE_NAME")
        ),
        false => format!(
            "SELECT t.TABLE_NAME, c.CONSTRAINT_NAME, c.CHECK_CLAUSE FROM information_schema.TABLE_CONSTRAINTS t JOIN \
             information_schema.CHECK_CONSTRAINTS c ON c.CONSTRAINT_SCHEMA = t.CONSTRAINT_SCHEMA AND \
             c.CONSTRAINT_NAME = t.CONSTRAINT_NAME WHERE t.CONSTRAINT_TYPE = 'CHECK' AND {} ORDER BY t.TABLE_NAME, c.CONSTRAINT_NAME",
            asked.condition("t.TABLE_SCHEMA", "t.TABLE_NAME")
        ),
    };
    let mut found: BTreeMap<String, Vec<Constraint>> = BTreeMap::new();
    for row in by_table(&live.query(&query)?) {
        let (table, row) = row?;
        let text = row.text(2)?;
        let text = if asked.dialect.is_mariadb() { text } else { text.replace("\\'", "'") };
        found.entry(table).or_default().push(Constraint::Check(CheckConstraint {
            name: row.opt_text(1)?.map(Name::finished),
            condition: plain(&text),
            deferral: Deferral::default(),
            options: DialectOptions::default(),
            of_type: None,
        }));
    }
    Ok(found)
}
