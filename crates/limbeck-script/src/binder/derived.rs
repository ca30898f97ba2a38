//! Queries that stand in place of a table: subqueries and queries of WITH.

use limbeck_core::expression::{CommonTable, Compound, Expression, FromSource, Query, Select, SetOperator};
use limbeck_core::schema::{SqlType, TableName};
use limbeck_core::source::SourceError;

use super::context::{Context, plain};
use super::expression::type_of;
use super::names::canonical;
use super::select::{is_query, query};
use super::signature::Arguments;
use super::source::{Source, SourceColumn};
use crate::directive::{Call, Value};

/// The name of an alias. Without one the readers give a number, by which it is known from others.
pub(super) fn alias_name(a: &Arguments<'_>, stem: &str) -> Result<String, SourceError> {
    match a.get("name").map(plain) {
        Some(Value::Int(serial)) => Ok(TableName::anonymous(stem, *serial).name),
        None => Err(a.at().fault("the argument `name` is missing").help("give the alias a name")),
        Some(_) => a.text("name"),
    }
}

/// `select(...).subquery()`, `.alias()` of a query, `.cte()`, and `.union_all(...)` of that.
pub(super) fn derived(call: &Call) -> Result<Option<Source>, SourceError> {
    let Some(Value::Call(receiver)) = call.args.first().map(plain) else { return Ok(None) };
    let name = canonical(&call.name);
    if matches!(&*name, ".union" | ".union_all") {
        return extended(call, receiver);
    }
    if !is_query(receiver) {
        return match &*name {
            ".cte" | "sqlalchemy.cte" => Err(Context::new("cte", &call.location)
                .fault("only a query can stand in WITH here")
                .help("write the statement as sa.text(\"...\")")),
            _ => Ok(None),
        };
    }
    let made = query(receiver)?;
    let columns = columns(Context::new("a subquery", &call.location), &made)?;
    Ok(Some(match &*name {
        ".cte" | "sqlalchemy.cte" => {
            let a = if name.starts_with('.') {
                Arguments::of_method(call, "name?, recursive?, nesting?")?
            } else {
                Arguments::of(call, "selectable, name?, recursive?")?
            };
            if a.get("nesting").is_some() && a.flag("nesting")? {
                return Err(a.at().fault("`nesting` is not read here").help("write the statement as sa.text(\"...\")"));
            }
            let recursive = a.get("recursive").is_some() && a.flag("recursive")?;
            common(alias_name(&a, "anon")?, recursive, made, columns)
        }
        _ => {
            let a = Arguments::of_method(call, "name?, flat?")?;
            let alias = alias_name(&a, "anon")?;
            let derived = Some(FromSource::Query(Box::new(made)));
            Source { table: TableName::new(&alias), derived, alias: Some(alias), columns }
        }
    }))
}

fn common(name: String, recursive: bool, query: Query, columns: Vec<SourceColumn>) -> Source {
    let names = columns.iter().map(|column| column.name.clone()).collect();
    let table = CommonTable { name: name.clone(), columns: names, query, recursive };
    Source { table: TableName::new(&name), derived: Some(FromSource::Common(Box::new(table))), alias: None, columns }
}

/// A query of WITH that is put together with others, which may name it: a recursive one.
fn extended(call: &Call, receiver: &Call) -> Result<Option<Source>, SourceError> {
    let Some(base) = super::source::table(receiver)? else { return Ok(None) };
    let Some(FromSource::Common(common)) = base.derived else { return Ok(None) };
    let at = Context::new("cte", &call.location);
    let operator = if call.name == ".union" { SetOperator::Union } else { SetOperator::UnionAll };
    let mut members = vec![common.query.clone()];
    for value in &call.args[1..] {
        match plain(value) {
            Value::Call(other) if is_query(other) => members.push(query(other)?),
            other => return Err(at.wrong("selects", other, "sa.select(...)")),
        }
    }
    let query = Compound { operator, members, order_by: Vec::new(), limit: None, offset: None };
    Ok(Some(self::common(common.name, common.recursive, query.into(), base.columns)))
}

/// The columns of a query, as those who select from it name them.
fn columns(at: Context<'_>, made: &Query) -> Result<Vec<SourceColumn>, SourceError> {
    let first = first_select(made);
    let mut found: Vec<SourceColumn> = Vec::new();
    for expression in &first.columns {
        let name = match expression {
            Expression::Column { name, .. } | Expression::Label { name, .. } => name.clone(),
            _ => continue,
        };
        if found.iter().any(|column| column.name == name) {
            return Err(at
                .fault(format!("two of its columns are called \"{name}\""))
                .help("give one of them a .label(\"...\")"));
        }
        let sql_type = type_of(expression).cloned().unwrap_or(SqlType::Null);
        found.push(SourceColumn {
            key: name.clone(),
            name,
            sql_type,
            none_as_null: false,
            default: None,
            onupdate: None,
        });
    }
    Ok(found)
}

/// The SELECT that gives a query's columns their names.
fn first_select(query: &Query) -> &Select {
    static NONE: std::sync::LazyLock<Select> = std::sync::LazyLock::new(Select::default);
    match query {
        Query::Select(select) => select,
        Query::Compound(compound) => compound.members.first().map_or(&*NONE, first_select),
    }
}
