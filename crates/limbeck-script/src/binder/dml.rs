//! INSERT, UPDATE and DELETE.

use limbeck_core::expression::{
    Delete, Expression, FromItem, Insert, InsertSource, Literal, Prefix, Statement, Update, Upsert,
};
use limbeck_core::schema::SqlType;
use limbeck_core::source::SourceError;

use super::context::{Context, construct, plain};
use super::expression::{beside, condition};
use super::names::canonical;
use super::operators::junction;
use super::select::{add_prefixes, is_query, note, query};
use super::signature::Arguments;
use super::source::{self, Source, SourceColumn};
use super::statement::returning;
use super::upsert::upsert;
use crate::directive::{Call, Value};

/// Methods of INSERT, UPDATE and DELETE whose result is the same statement.
const METHODS: &[&str] = &[
    ".values",
    ".where",
    ".filter",
    ".returning",
    ".from_select",
    ".execution_options",
    ".inline",
    ".return_defaults",
];

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Insert,
    Update,
    Delete,
}

/// Whether the call is an INSERT, UPDATE or DELETE, or a chain that begins with one.
pub(super) fn is_change(call: &Call) -> bool {
    match (&*canonical(&call.name), call.args.first().map(plain)) {
        ("sqlalchemy.insert" | "sqlalchemy.update" | "sqlalchemy.delete", _) => true,
        (name, _) if name.starts_with("sqlalchemy.dialects.") => name.ends_with(".insert"),
        (".insert" | ".update" | ".delete", Some(Value::Call(_))) => true,
        (name, Some(Value::Call(receiver))) if name.starts_with('.') => is_change(receiver),
        _ => false,
    }
}

/// What a statement begins with, and the methods that follow.
fn parts(call: &Call) -> Result<(Kind, &Call, Vec<&Call>), SourceError> {
    let mut chain = Vec::new();
    let mut first = call;
    loop {
        let name = canonical(&first.name);
        let kind = match name.rsplit('.').next() {
            Some("insert") => Some(Kind::Insert),
            Some("update") => Some(Kind::Update),
            Some("delete") => Some(Kind::Delete),
            _ => None,
        };
        if let Some(kind) = kind {
            chain.reverse();
            return Ok((kind, first, chain));
        }
        chain.push(first);
        match first.args.first().map(plain) {
            Some(Value::Call(receiver)) => first = receiver,
            _ => return Err(Context::new("a statement", &first.location).fault("a method without its object")),
        }
    }
}

/// The table that a statement changes.
pub(super) fn table_of(call: &Call) -> Result<Source, SourceError> {
    let (_, first, _) = parts(call)?;
    target(Context::new("a statement", &first.location), first)
}

pub(super) fn change(call: &Call) -> Result<Statement, SourceError> {
    let (kind, first, chain) = parts(call)?;
    let what = match kind {
        Kind::Insert => "an insert",
        Kind::Update => "an update",
        Kind::Delete => "a delete",
    };
    let at = Context::new(what, &first.location);
    let table = target(at, first)?;
    if table.alias.is_some() || table.derived.is_some() {
        return Err(at.fault("the table is an alias or a query").help("name the table itself"));
    }
    let mut made = Change {
        kind,
        what,
        table,
        prefixes: Vec::new(),
        aliases: Vec::new(),
        rows: None,
        query: None,
        upsert: None,
        filter: Vec::new(),
        returning: Vec::new(),
    };
    for method in chain {
        made.apply(method)?;
    }
    made.finish(at)
}

/// The table that is changed.
fn target(at: Context<'_>, call: &Call) -> Result<Source, SourceError> {
    let value = call.args.first().ok_or_else(|| at.fault("the argument `table` is missing"))?;
    let found = match plain(value) {
        Value::Call(table) => source::table(table)?,
        _ => None,
    };
    match (found, call.args.len(), call.kwargs.first()) {
        (Some(table), 1, None) => Ok(table),
        (Some(_), ..) => Err(at
            .fault("it takes the table and nothing else")
            .help("the rest is given by .values(...) and .where(...)")),
        (None, ..) => Err(at.wrong("table", value, "a table: sa.table(\"name\", sa.column(...))")),
    }
}

struct Change<'v> {
    kind: Kind,
    what: &'v str,
    table: Source,
    prefixes: Vec<Prefix>,
    /// What the names of aliases and subqueries stand for
    aliases: Vec<FromItem>,
    /// Assigned values, one list for each row
    rows: Option<Vec<Vec<(String, Expression)>>>,
    query: Option<(Vec<String>, &'v Call)>,
    upsert: Option<Upsert>,
    filter: Vec<Expression>,
    returning: Vec<Expression>,
}

impl<'v> Change<'v> {
    fn apply(&mut self, method: &'v Call) -> Result<(), SourceError> {
        let at = Context::new(self.what, &method.location);
        let arguments = &method.args[1.min(method.args.len())..];
        if self.kind == Kind::Insert
            && let Some(upsert) = upsert(&self.table, method)?
        {
            if self.upsert.replace(upsert).is_some() {
                return Err(at.fault("it says twice what becomes of a row that is there already"));
            }
            return Ok(());
        }
        if self.kind != Kind::Insert {
            arguments
                .iter()
                .chain(method.kwargs.iter().map(|(_, value)| value))
                .for_each(|v| note(&mut self.aliases, v));
        }
        match method.name.as_str() {
            ".values" if self.kind != Kind::Delete => self.values(at, arguments, &method.kwargs)?,
            ".where" | ".filter" if self.kind != Kind::Insert => {
                for value in arguments {
                    self.filter.push(condition(at, "clauses", value)?);
                }
            }
            ".returning" => self.returning.extend(returning(at, arguments)?),
            ".from_select" if self.kind == Kind::Insert => {
                let a = Arguments::of_method(method, "names, select, include_defaults?")?;
                let mut names = Vec::new();
                for name in a.at().items("names", a.required("names")?, "a list of columns")? {
                    names.push(self.key(a.at(), name)?);
                }
                match plain(a.required("select")?) {
                    Value::Call(query) if is_query(query) => self.query = Some((names, query)),
                    other => return Err(a.at().wrong("select", other, "sa.select(...)")),
                }
            }
            ".prefix_with" => add_prefixes(&mut self.prefixes, method)?,
            ".execution_options" | ".inline" | ".return_defaults" => {}
            other => {
                let fault = at.fault(format!("{other}(...) is not read here"));
                return Err(if METHODS.contains(&other) {
                    fault
                } else {
                    fault.help("write the statement as sa.text(\"...\")")
                });
            }
        }
        Ok(())
    }

    /// The name of a column that is given as a str or a column.
    fn key(&self, at: Context<'_>, value: &Value) -> Result<String, SourceError> {
        match plain(value) {
            Value::Str(key) => Ok(key.clone()),
            Value::Call(_) => match super::expression::expression(at, "values", value)? {
                // A column may have another key than its name.
                Expression::Column { name, .. } => {
                    Ok(self.table.columns.iter().find(|c| c.name == name).map_or(name, |c| c.key.clone()))
                }
                _ => Err(at.wrong("values", value, "a column as a key")),
            },
            _ => Err(at.wrong("values", value, "a column as a key")),
        }
    }

    fn values(&mut self, at: Context<'_>, args: &[Value], kwargs: &[(String, Value)]) -> Result<(), SourceError> {
        let mut single = Vec::new();
        match args {
            [] => {}
            [only] => match plain(only) {
                Value::Dict(entries) => {
                    for (key, value) in entries {
                        single.push((self.key(at, key)?, value));
                    }
                }
                Value::List(rows) if rows.iter().all(|r| matches!(plain(r), Value::Dict(_) | Value::Tuple(_))) => {
                    if rows.is_empty() {
                        return Err(at.fault(".values([]) has no rows"));
                    }
                    if self.kind != Kind::Insert || !kwargs.is_empty() || self.rows.is_some() {
                        return Err(at.fault("several rows are given where one is expected"));
                    }
                    let mut bound = Vec::new();
                    for row in rows {
                        let row = match plain(row) {
                            Value::Dict(entries) => entries
                                .iter()
                                .map(|(k, v)| Ok((self.key(at, k)?, v)))
                                .collect::<Result<Vec<_>, SourceError>>()?,
                            row => self.by_position(at, row.as_items().unwrap_or_default())?,
                        };
                        bound.push(self.bind(at, row)?);
                    }
                    self.rows = Some(bound);
                    return Ok(());
                }
                Value::Tuple(items) | Value::List(items) => single = self.by_position(at, items)?,
                _ => return Err(at.wrong("values", only, "a dict, a list of dicts or a tuple")),
            },
            _ => return Err(at.fault(".values() takes one dict, list or tuple, and several are given")),
        }
        single.extend(kwargs.iter().map(|(name, value)| (name.clone(), value)));
        let mut bound = self.bind(at, single)?;
        match self.rows.as_deref_mut() {
            None => self.rows = Some(vec![bound]),
            // A later .values() adds to the earlier one.
            Some([row]) => {
                row.retain(|(name, _)| !bound.iter().any(|(n, _)| n == name));
                row.append(&mut bound);
            }
            Some(_) => return Err(at.fault("values follow several rows")),
        }
        Ok(())
    }

    fn by_position<'w>(&self, at: Context<'_>, items: &'w [Value]) -> Result<Vec<(String, &'w Value)>, SourceError> {
        if items.len() > self.table.columns.len() {
            let message = format!("{} values for {} columns", items.len(), self.table.columns.len());
            return Err(at.fault(message));
        }
        Ok(self.table.columns.iter().map(|c| c.key.clone()).zip(items).collect())
    }

    /// Column names and values, each as its column's type wants it.
    fn bind(&self, at: Context<'_>, row: Vec<(String, &Value)>) -> Result<Vec<(String, Expression)>, SourceError> {
        row.into_iter()
            .map(|(key, value)| {
                let column = self.table.find(&key, at.location)?;
                Ok((column.name.clone(), assigned(at, column, value)?))
            })
            .collect()
    }

    fn finish(self, at: Context<'_>) -> Result<Statement, SourceError> {
        let filter = (!self.filter.is_empty()).then(|| junction(true, self.filter));
        let (table, returning, prefixes, aliases) =
            (self.table.table.clone(), self.returning, self.prefixes, self.aliases);
        Ok(match self.kind {
            Kind::Delete => Statement::Delete(Box::new(Delete { table, prefixes, aliases, filter, returning })),
            Kind::Update => {
                let mut values = self.rows.and_then(|mut rows| rows.pop()).unwrap_or_default();
                fill(at, &self.table, &mut values, |c| c.onupdate.as_ref(), "onupdate")?;
                // SQLAlchemy sets them in the order of the table.
                values.sort_by_key(|(name, _)| self.table.columns.iter().position(|c| c.name == *name));
                if values.is_empty() {
                    return Err(at.fault("it sets nothing").help("give what to set: .values(column=value)"));
                }
                Statement::Update(Box::new(Update { table, prefixes, aliases, values, filter, returning }))
            }
            Kind::Insert => {
                let table_columns = self.table.columns.iter().map(|c| (c.name.clone(), known(&c.sql_type))).collect();
                let source = match (self.rows, self.query) {
                    (_, Some((names, query))) => {
                        let mut columns = Vec::new();
                        for name in names {
                            columns.push(self.table.find(&name, at.location)?.name.clone());
                        }
                        InsertSource::Query(columns, Box::new(self::query(query)?))
                    }
                    (Some(rows), None) => values_of(at, &self.table, rows)?,
                    (None, None) if self.table.columns.is_empty() => InsertSource::Defaults,
                    (None, None) => InsertSource::Parameters,
                };
                Statement::Insert(Box::new(Insert {
                    table,
                    table_columns,
                    prefixes,
                    source,
                    upsert: self.upsert,
                    returning,
                }))
            }
        })
    }
}

fn values_of(
    at: Context<'_>,
    table: &Source,
    mut rows: Vec<Vec<(String, Expression)>>,
) -> Result<InsertSource, SourceError> {
    for row in &mut rows {
        fill(at, table, row, |c| c.default.as_ref(), "default")?;
    }
    // SQLAlchemy writes the columns in the order of the table.
    let given = rows.first().map(Vec::as_slice).unwrap_or_default();
    let columns: Vec<String> =
        table.columns.iter().map(|c| &c.name).filter(|name| given.iter().any(|(n, _)| n == *name)).cloned().collect();
    if columns.is_empty() {
        return Ok(InsertSource::Defaults);
    }
    let mut ordered = Vec::new();
    for mut row in rows {
        let mut values = Vec::with_capacity(columns.len());
        for name in &columns {
            match row.iter().position(|(n, _)| n == name) {
                Some(at) => values.push(row.swap_remove(at).1),
                None => {
                    return Err(at.fault(format!("a later row has no value for \"{name}\", which the first one has")));
                }
            }
        }
        if let Some((name, _)) = row.first() {
            return Err(at.fault(format!("a later row has a value for \"{name}\", which the first one has not")));
        }
        ordered.push(values);
    }
    Ok(InsertSource::Values(columns, ordered))
}

fn known(sql_type: &SqlType) -> Option<SqlType> {
    Some(sql_type).filter(|t| **t != SqlType::Null).cloned()
}

/// A value for a column.
pub(super) fn assigned(at: Context<'_>, column: &SourceColumn, value: &Value) -> Result<Expression, SourceError> {
    let sql_type = Some(&column.sql_type).filter(|t| **t != SqlType::Null);
    match plain(value) {
        Value::None if column.none_as_null => {
            Ok(Expression::Bind { value: Literal::Null, sql_type: sql_type.cloned() })
        }
        // A bound NULL, or the JSON value null for a JSON column.
        Value::None => Ok(Expression::Bind {
            value: super::literal::typed_literal(at, &column.name, value, sql_type)?,
            sql_type: sql_type.cloned(),
        }),
        Value::Dict(_) | Value::List(_) | Value::Tuple(_) | Value::Set(_) => Ok(Expression::Bind {
            value: super::literal::typed_literal(at, &column.name, value, sql_type)?,
            sql_type: sql_type.cloned(),
        }),
        _ => beside(at, &column.name, value, sql_type),
    }
}

/// Adds what SQLAlchemy fills in by itself: `default=` and `onupdate=` of a `Table`'s columns.
pub(super) fn fill(
    at: Context<'_>,
    table: &Source,
    row: &mut Vec<(String, Expression)>,
    filler: impl Fn(&SourceColumn) -> Option<&Value>,
    what: &str,
) -> Result<(), SourceError> {
    for column in &table.columns {
        let Some(value) = filler(column) else { continue };
        if row.iter().any(|(name, _)| *name == column.name) || construct(value, "sqlalchemy.Sequence").is_some() {
            continue;
        }
        let filled = assigned(at, column, value).map_err(|error| {
            error.help(format!(
                "no value is given for \"{}\", and its `{what}` is Python code: give the value, or leave `{what}` out",
                column.name
            ))
        })?;
        row.push((column.name.clone(), filled));
    }
    Ok(())
}
