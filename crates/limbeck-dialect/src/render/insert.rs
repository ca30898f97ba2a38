//! INSERT as text, and statements with their parameter sets.

use limbeck_core::expression::{Expression, Insert, InsertSource, Literal, Parameters, Statement};
use limbeck_core::schema::{SqlType, Table};

use super::bind_name::Hint;
use super::expression::Writer;
use super::{Origin, Style, change, definition, query, upsert};
use crate::{BindMode, DialectError, Sql};

type Text = Result<String, DialectError>;

/// A statement once for every parameter set, or once without any.
pub(crate) fn statements(
    style: &dyn Style,
    statement: &Statement,
    parameters: &[Parameters],
    mode: BindMode,
) -> Result<Vec<Sql>, DialectError> {
    if parameters.is_empty() {
        return Ok(vec![one(style, statement, &[], &[], mode)?]);
    }
    let first: Vec<&str> = parameters[0].iter().map(|(name, _)| name.as_str()).collect();
    parameters
        .iter()
        .enumerate()
        .map(|(index, set)| {
            for name in &first {
                if !set.iter().any(|(n, _)| n == name) {
                    return Err(DialectError::unsupported(
                        format!("A value is required for bind parameter '{name}', in parameter group {index}"),
                        "every row needs the keys of the first one",
                    ));
                }
            }
            one(style, statement, set, &first, mode)
        })
        .collect()
}

fn one(
    style: &dyn Style,
    statement: &Statement,
    parameters: &[(String, Literal)],
    names: &[&str],
    mode: BindMode,
) -> Result<Sql, DialectError> {
    let mut writer = Writer::new(style, mode, parameters);
    let text = match statement {
        Statement::Text(clause) => writer.text(clause)?,
        Statement::Query(query) => writer.query(query)?,
        Statement::Insert(insert) => write(&mut writer, insert, names)?,
        Statement::Update(update) => change::update(&mut writer, update)?,
        Statement::Delete(delete) => change::delete(&mut writer, delete)?,
        Statement::Definition(made) => definition::definition(style, made)?,
    };
    let sql = writer.finish(text);
    Ok(if mode == BindMode::Driver { sql } else { Sql { text: offline(&sql.text), ..sql } })
}

/// Text as Alembic prints it: tabs as four spaces, nothing around it.
pub(crate) fn offline(text: &str) -> String {
    text.replace('\t', "    ").trim().to_owned()
}

/// `INSERT ...`
fn write(writer: &mut Writer<'_>, insert: &Insert, names: &[&str]) -> Text {
    let prefixes = query::prefixes(writer, &insert.prefixes);
    let into = format!("INSERT {prefixes}INTO {}", writer.style.quote_table(&insert.table));
    let mut out = match &insert.source {
        InsertSource::Parameters => {
            let columns = parameter_columns(insert, names, writer.mode)?;
            let rows: Vec<Expression> = columns
                .iter()
                .map(|c| Expression::Parameter { name: c.clone(), value: None, sql_type: type_of(insert, c) })
                .collect();
            values(writer, &into, &columns, &[rows])?
        }
        InsertSource::Values(columns, rows) => {
            let order = table_order(&insert.table_columns, columns);
            let columns: Vec<String> = order.iter().map(|i| columns[*i].clone()).collect();
            let rows: Vec<Vec<Expression>> = rows
                .iter()
                .map(|row| order.iter().map(|i| row.get(*i).cloned().unwrap_or(Expression::Null)).collect())
                .collect();
            values(writer, &into, &columns, &rows)?
        }
        InsertSource::Query(columns, query) => {
            let names: Vec<String> = columns.iter().map(|c| writer.style.quote(c)).collect();
            let mut query = writer.query(query)?;
            if writer.style.common_tables_follow_insert() {
                query = writer.with_common_tables(query);
            }
            format!("{into} ({}) {query}", names.join(", "))
        }
        InsertSource::Defaults => format!("{into} {}", writer.style.empty_insert()),
    };
    out.push_str(&upsert::upsert(writer, insert)?);
    out.push_str(&change::returning(writer, &insert.returning, false)?);
    Ok(out)
}

/// Columns in the order of the table, those it does not name last.
fn table_order(table: &[(String, Option<SqlType>)], columns: &[String]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..columns.len()).collect();
    order.sort_by_key(|i| table.iter().position(|(name, _)| *name == columns[*i]).unwrap_or(usize::MAX));
    order
}

fn parameter_columns(insert: &Insert, names: &[&str], mode: BindMode) -> Result<Vec<String>, DialectError> {
    if names.is_empty() && mode == BindMode::Placeholder {
        return Ok(insert.table_columns.iter().map(|(name, _)| name.clone()).collect());
    }
    if insert.table_columns.is_empty() {
        return Ok(names.iter().map(|n| (*n).to_owned()).collect());
    }
    let unknown: Vec<&str> =
        names.iter().filter(|n| !insert.table_columns.iter().any(|(c, _)| c == *n)).copied().collect();
    if !unknown.is_empty() {
        return Err(unconsumed(&unknown));
    }
    let given = insert.table_columns.iter().filter(|(name, _)| names.contains(&name.as_str()));
    Ok(given.map(|(name, _)| name.clone()).collect())
}

fn type_of(insert: &Insert, column: &str) -> Option<SqlType> {
    insert.table_columns.iter().find(|(name, _)| name == column).and_then(|(_, sql_type)| sql_type.clone())
}

fn unconsumed(names: &[&str]) -> DialectError {
    DialectError::unsupported(
        format!("Unconsumed column names: {}", names.join(", ")),
        "the table as the script describes it has no such column",
    )
}

fn values(writer: &mut Writer<'_>, into: &str, columns: &[String], rows: &[Vec<Expression>]) -> Text {
    if columns.is_empty() {
        return Ok(format!("{into} {}", writer.style.empty_insert()));
    }
    let names: Vec<String> = columns.iter().map(|c| writer.style.quote(c)).collect();
    let mut texts = Vec::with_capacity(rows.len());
    for (index, row) in rows.iter().enumerate() {
        let mut values = Vec::with_capacity(row.len());
        for (column, value) in columns.iter().zip(row) {
            let name = if rows.len() > 1 { format!("{column}_m{index}") } else { column.clone() };
            values.push(writer.named(value, Hint::Name(name))?);
        }
        texts.push(format!("({})", values.join(", ")));
    }
    Ok(format!("{into} ({}) VALUES {}", names.join(", "), texts.join(", ")))
}

/// `bulk_insert`: online a statement a row, all alike when `multiinsert`; offline a statement a row with its own columns.
pub(crate) fn bulk(
    style: &dyn Style,
    table: &Table,
    rows: &[Vec<(String, Expression)>],
    multiinsert: bool,
    mode: BindMode,
) -> Result<Vec<Sql>, DialectError> {
    let alike = multiinsert && mode == BindMode::Driver;
    let first: Vec<&str> = rows.first().into_iter().flatten().map(|(name, _)| name.as_str()).collect();
    rows.iter()
        .enumerate()
        .map(|(index, row)| {
            let names: Vec<&str> = if alike { first.clone() } else { row.iter().map(|(n, _)| n.as_str()).collect() };
            let unknown: Vec<&str> = names.iter().filter(|n| table.column(n).is_none()).copied().collect();
            if !unknown.is_empty() {
                return Err(unconsumed(&unknown));
            }
            let columns: Vec<&limbeck_core::schema::Column> =
                table.columns.iter().filter(|c| names.contains(&c.name.as_str())).collect();
            let mut writer = Writer::new(style, mode, &[]);
            let mut texts = Vec::with_capacity(columns.len());
            for column in &columns {
                let Some((_, value)) = row.iter().find(|(n, _)| *n == column.name) else {
                    return Err(DialectError::unsupported(
                        format!("A value is required for bind parameter '{}', in parameter group {index}", column.name),
                        "every row needs the keys of the first one, or bulk_insert needs multiinsert=False",
                    ));
                };
                texts.push(bulk_value(&mut writer, value, &column.sql_type, mode)?);
            }
            let names: Vec<String> = columns.iter().map(|c| style.quote(&c.name)).collect();
            let table = style.quote_table(&table.name);
            let text = if names.is_empty() {
                format!("INSERT INTO {table} {}", style.empty_insert())
            } else {
                format!("INSERT INTO {table} ({}) VALUES ({})", names.join(", "), texts.join(", "))
            };
            let text = if mode == BindMode::Driver { text } else { offline(&text) };
            Ok(writer.finish(text))
        })
        .collect()
}

/// A value of a row: it has the type of its column. Offline it is always written into the text.
fn bulk_value(writer: &mut Writer<'_>, value: &Expression, sql_type: &SqlType, mode: BindMode) -> Text {
    let sql_type = (*sql_type != SqlType::Null).then_some(sql_type);
    match value {
        Expression::Bind { value, sql_type: own } => {
            let sql_type = sql_type.or(own.as_ref());
            match mode {
                BindMode::Driver => writer.value(value, sql_type, Origin::Execution),
                _ => writer.style.inline(value, sql_type),
            }
        }
        other => writer.expression(other),
    }
}
