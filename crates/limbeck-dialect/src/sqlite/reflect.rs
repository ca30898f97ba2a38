//! A table of a live database as a [`Table`].
//!
//! Types, names and defaults come out as SQLAlchemy's inspector gives them; what the inspector loses (CHECKs over several lines,
//! column-level foreign keys with names, descending and expression indexes, AUTOINCREMENT) is there as well.

use limbeck_core::expression::Expression;
use limbeck_core::schema::*;

use super::definition::{Clause, ClauseKind, Definition};
use super::live::{self, Attached, ColumnRow, Found};
use super::tokens::{Kind, Token, tokens};
use crate::render::literal::string;
use crate::{Catalogue, DialectError};

/// Tables of a database by name.
pub(super) fn table_names(live: &mut dyn Catalogue, schema: Option<&str>) -> Result<Vec<String>, DialectError> {
    let query = format!(
        "SELECT name FROM {} WHERE type = 'table' AND name NOT LIKE 'sqlite~_%' ESCAPE '~' ORDER BY name",
        live::master(schema.unwrap_or("main"))
    );
    Ok(live.query(&query)?.iter().map(|row| live::text(row.first())).collect())
}

/// Databases that were attached, by name.
pub(super) fn schema_names(live: &mut dyn Catalogue) -> Result<Vec<String>, DialectError> {
    let rows = live.query("PRAGMA database_list")?;
    let mut names: Vec<String> = rows.iter().map(|row| live::text(row.get(1))).collect();
    names.retain(|name| name != "main" && name != "temp");
    names.sort();
    Ok(names)
}

/// A table as the database has it.
pub(super) fn table(live: &mut dyn Catalogue, name: &TableName) -> Result<Option<Table>, DialectError> {
    let Some(found) = live::find(live, name)? else { return Ok(None) };
    let rows = live::columns(live, &found)?;
    let mut table = Table::new(TableName { schema: name.schema.clone(), name: found.name.clone() });
    // A view, or a virtual table, has columns and nothing else to say.
    let definition = if found.is_view { None } else { Definition::parse(&found.sql).ok() };
    if definition.is_none() && !found.is_view && !is_virtual(&found.sql) {
        live::definition(&found)?;
    }
    let definition = definition.unwrap_or_default();
    table.columns = rows.iter().filter(|r| r.hidden != 1).map(|r| column(r, &definition)).collect();
    table.constraints = constraints(live, &found, &rows, &definition)?;
    for attached in live::attached(live, &found, "index")? {
        table.indexes.push(index(&table.name, &attached)?);
    }
    table.indexes.sort_by(|a, b| a.name.as_ref().map(|n| &n.text).cmp(&b.name.as_ref().map(|n| &n.text)));
    let mut say = |name: &str, value: bool| {
        let value = OptionValue::Bool(value);
        table.options.0.push(DialectOption { dialect: "sqlite".into(), name: name.into(), value });
    };
    if definition.has_autoincrement() {
        say("autoincrement", true);
    }
    if definition.without_rowid {
        say("with_rowid", false);
    }
    if definition.strict {
        say("strict", true);
    }
    Ok(Some(table))
}

fn is_virtual(sql: &str) -> bool {
    tokens(sql).get(1).is_some_and(|t| t.is("VIRTUAL"))
}

/// SQL text as an expression; a colon in it is a colon.
fn plain(sql: &str) -> Expression {
    Expression::text(sql.replace(':', "\\:"))
}

fn column(row: &ColumnRow, definition: &Definition) -> Column {
    let defined = definition.column(&row.name);
    let written = defined.map_or(row.sql_type.as_str(), |d| d.sql_type.as_str());
    let generated = defined.and_then(|d| d.find(|k| matches!(k, ClauseKind::Generated { .. })));
    let computed = generated.and_then(|clause| match &clause.kind {
        ClauseKind::Generated { expression, .. } => {
            Some(Computed { expression: plain(expression), persisted: Some(row.hidden == 3) })
        }
        _ => None,
    });
    Column {
        nullable: !row.not_null,
        primary_key: row.key > 0,
        server_default: row.default.as_ref().map(|d| ServerDefault::Expression(plain(d))),
        computed,
        ..Column::new(row.name.clone(), reflected_type(written))
    }
}

/// The type that SQLAlchemy makes of a declared one: the words it knows, else by SQLite's rules of affinity.
pub(super) fn reflected_type(declared: &str) -> SqlType {
    let upper = declared.to_uppercase();
    let end = upper.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == ' ')).unwrap_or(upper.len());
    let (word, rest) = upper.split_at(end);
    let inside = rest.strip_prefix('(').and_then(|r| r.split_once(')')).map_or("", |(inside, _)| inside);
    let numbers: Vec<u32> =
        inside.split(|c: char| !c.is_ascii_digit()).filter_map(|digits| digits.parse().ok()).collect();
    let (name, wanted) = match word {
        "VARCHAR" | "CHAR" | "NVARCHAR" | "NCHAR" | "TEXT" | "FLOAT" | "BLOB" => (word, 1),
        "NUMERIC" | "DECIMAL" => (word, 2),
        "BIGINT" | "BOOLEAN" | "DATE" | "DATETIME" | "DOUBLE" | "INTEGER" | "REAL" | "SMALLINT" | "TIME"
        | "TIMESTAMP" => (word, 0),
        "BOOL" => ("BOOLEAN", 0),
        "INT" => ("INTEGER", 0),
        "DATE_CHAR" => ("DATE", 0),
        "DATETIME_CHAR" => ("DATETIME", 0),
        "TIME_CHAR" => ("TIME", 0),
        "JSON" | "JSONB" => {
            let arguments = DialectOptions::default();
            return SqlType::Dialect { dialect: "sqlite".into(), name: word.into(), arguments };
        }
        _ if word.contains("INT") => ("INTEGER", 0),
        _ if ["CHAR", "CLOB", "TEXT"].iter().any(|w| word.contains(w)) => ("TEXT", 1),
        _ if word.contains("BLOB") || word.is_empty() => return SqlType::Null,
        _ if ["REAL", "FLOA", "DOUB"].iter().any(|w| word.contains(w)) => ("REAL", 0),
        _ => ("NUMERIC", 2),
    };
    let arguments = if numbers.len() <= wanted { numbers } else { Vec::new() };
    SqlType::Literal { name: name.into(), arguments, timezone: false, collation: None }
}

fn constraints(
    live: &mut dyn Catalogue,
    found: &Found,
    rows: &[ColumnRow],
    definition: &Definition,
) -> Result<Vec<Constraint>, DialectError> {
    let mut out = Vec::new();
    let mut key: Vec<&ColumnRow> = rows.iter().filter(|r| r.key > 0).collect();
    key.sort_by_key(|r| r.key);
    let on_columns = definition.columns.iter().flat_map(|c| c.clauses.iter().map(move |k| (Some(c.name.as_str()), k)));
    let clauses: Vec<(Option<&str>, &Clause)> =
        on_columns.chain(definition.constraints.iter().map(|k| (None, k))).collect();
    if !key.is_empty() {
        let clause = clauses.iter().find(|(_, c)| matches!(c.kind, ClauseKind::PrimaryKey { .. })).map(|(_, c)| *c);
        out.push(Constraint::PrimaryKey(PrimaryKey {
            name: clause.and_then(|c| c.name.clone()).map(Name::finished),
            columns: key.iter().map(|r| r.name.clone()).collect(),
            deferral: Deferral::default(),
            options: clause.map_or_else(DialectOptions::default, on_conflict),
        }));
    }
    for (column, clause) in clauses {
        let of = |columns: &[String]| column.map_or_else(|| columns.to_vec(), |c| vec![c.to_owned()]);
        let name = clause.name.clone().map(Name::finished);
        match &clause.kind {
            ClauseKind::Unique { columns } => out.push(Constraint::Unique(UniqueConstraint {
                name,
                columns: of(columns),
                deferral: Deferral::default(),
                options: on_conflict(clause),
            })),
            ClauseKind::Check { condition } => out.push(Constraint::Check(CheckConstraint {
                name,
                condition: plain(condition),
                deferral: Deferral::default(),
                options: on_conflict(clause),
                of_type: None,
            })),
            ClauseKind::ForeignKey { columns, table, referred, actions } => {
                let referred_table = TableName { schema: schema_of(found), name: table.clone() };
                let referred_columns =
                    if referred.is_empty() { key_of(live, &found.database, table)? } else { referred.clone() };
                out.push(Constraint::ForeignKey(ForeignKey {
                    name,
                    columns: of(columns),
                    referred_table,
                    referred_columns,
                    options: foreign_key_options(actions),
                }));
            }
            _ => {}
        }
    }
    Ok(out)
}

fn schema_of(found: &Found) -> Option<String> {
    (found.database != "main" && found.database != "temp").then(|| found.database.clone())
}

fn on_conflict(clause: &Clause) -> DialectOptions {
    let option =
        |word| DialectOption { dialect: "sqlite".into(), name: "on_conflict".into(), value: OptionValue::Text(word) };
    DialectOptions(clause.conflict().into_iter().map(option).collect())
}

/// The primary key of a table that a foreign key names without columns.
fn key_of(live: &mut dyn Catalogue, database: &str, table: &str) -> Result<Vec<String>, DialectError> {
    let rows = live::pragma(live, database, "table_info", table)?;
    let mut key: Vec<(i64, String)> =
        rows.iter().map(|r| (live::number(r.get(5)), live::text(r.get(1)))).filter(|(place, _)| *place > 0).collect();
    key.sort();
    Ok(key.into_iter().map(|(_, name)| name).collect())
}

fn foreign_key_options(actions: &[(String, String)]) -> ForeignKeyOptions {
    let mut options = ForeignKeyOptions::default();
    for (event, action) in actions {
        match event.as_str() {
            "DELETE" if action != "NO ACTION" => options.ondelete = Some(action.clone()),
            "UPDATE" if action != "NO ACTION" => options.onupdate = Some(action.clone()),
            "MATCH" => options.match_ = Some(action.clone()),
            "DEFERRABLE" => options.deferral.deferrable = Some(action != "NOT"),
            "INITIALLY" => options.deferral.initially = Some(action.clone()),
            _ => {}
        }
    }
    options
}

/// An index from its statement.
pub(super) fn index(table: &TableName, attached: &Attached) -> Result<Index, DialectError> {
    let sql = &attached.sql;
    let all = tokens(sql);
    let unreadable = || {
        DialectError::unsupported(
            format!("the definition of index {} cannot be read", string(&attached.name)),
            "drop it and make it again with op.execute(...)",
        )
    };
    let unique = all.get(1).is_some_and(|t| t.is("UNIQUE"));
    let open = all.iter().position(|t| t.is("(")).ok_or_else(unreadable)?;
    let mut depth = 0;
    let mut from = open + 1;
    let mut elements = Vec::new();
    let mut close = None;
    for (at, token) in all.iter().enumerate().skip(open) {
        depth += i32::from(token.is("(")) - i32::from(token.is(")"));
        if depth == 0 || (depth == 1 && token.is(",")) {
            elements.push(element(sql, all.get(from..at).unwrap_or_default()).ok_or_else(unreadable)?);
            from = at + 1;
        }
        if depth == 0 {
            close = Some(at);
            break;
        }
    }
    let close = close.ok_or_else(unreadable)?;
    let mut options = DialectOptions::default();
    if let (Some(word), Some(first)) = (all.get(close + 1), all.get(close + 2))
        && word.is("WHERE")
    {
        let condition = plain(sql[first.start..].trim_end().trim_end_matches(';'));
        let value = OptionValue::Expression(condition);
        options.0.push(DialectOption { dialect: "sqlite".into(), name: "where".into(), value });
    }
    Ok(Index { name: Some(Name::finished(attached.name.clone())), table: table.clone(), elements, unique, options })
}

fn element(sql: &str, tokens: &[Token<'_>]) -> Option<IndexElement> {
    let last = tokens.last()?;
    let ordered = tokens.len() > 1 && (last.is("DESC") || last.is("ASC"));
    // Ascending is the order there is when none is said.
    let order = (ordered && last.is("DESC")).then_some(SortOrder::Descending);
    let body = if ordered { &tokens[..tokens.len() - 1] } else { tokens };
    let expression = match body {
        [only] if only.kind != Kind::Symbol => Expression::column(only.name()?),
        [first, .., last] => plain(&sql[first.start..last.end()]),
        _ => return None,
    };
    Some(IndexElement { expression, order, nulls: None })
}
