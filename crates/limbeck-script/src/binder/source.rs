//! Tables as statements refer to them.

use limbeck_core::expression::{Expression, FromItem, FromSource};
use limbeck_core::schema::{SqlType, TableName};
use limbeck_core::source::{Location, SourceError};

use super::column_def::column;
use super::context::{Context, nearest, plain, shown};
use super::derived::{alias_name, derived};
use super::names::canonical;
use super::select::is_query;
use super::signature::Arguments;
use super::types::bound_type;
use crate::directive::{Call, Value};

/// A table of a statement, or a query in its place.
#[derive(Debug, Clone)]
pub(super) struct Source {
    /// Its name; of a subquery there is but the alias
    pub table: TableName,
    /// The query that stands for a table
    pub derived: Option<FromSource>,
    pub alias: Option<String>,
    pub columns: Vec<SourceColumn>,
}

/// A column of it.
#[derive(Debug, Clone)]
pub(super) struct SourceColumn {
    pub name: String,
    /// What Python code calls it by: `key=`, else the name
    pub key: String,
    pub sql_type: SqlType,
    /// None is NULL also where the type is JSON
    pub none_as_null: bool,
    /// `default=`: Python fills it in on INSERT
    pub default: Option<Value>,
    /// `onupdate=`: Python fills it in on UPDATE
    pub onupdate: Option<Value>,
}

/// The table that a construct is; `None` when it is no table.
pub(super) fn table(call: &Call) -> Result<Option<Source>, SourceError> {
    Ok(Some(match &*canonical(&call.name) {
        "sqlalchemy.table" => {
            let a = Arguments::of(call, "name, *columns, schema?")?;
            let table = TableName { schema: a.opt_text("schema")?, name: a.text("name")? };
            Source { table, derived: None, alias: None, columns: columns(a.at(), a.rest)? }
        }
        "sqlalchemy.Table" => {
            let a = Arguments::of(call, TABLE)?;
            if a.get("autoload_with").is_some() || a.get("autoload").is_some() {
                return Err(a
                    .at()
                    .fault("the columns come from the database, which is not asked here")
                    .help("list the columns that are used: sa.table(\"name\", sa.column(\"id\"), ...)"));
            }
            let parts = table_parts(&a)?;
            Source { table: parts.name, derived: None, alias: None, columns: columns(a.at(), parts.items)? }
        }
        "alembic.op.create_table" => {
            let a = Arguments::of(
                call,
                "table_name, *columns, if_not_exists?, schema?, comment?, prefixes?, info?, **Table",
            )?;
            let table = TableName { schema: a.opt_text("schema")?, name: a.text("table_name")? };
            Source { table, derived: None, alias: None, columns: columns(a.at(), a.rest)? }
        }
        ".subquery" | ".cte" | "sqlalchemy.cte" | ".union" | ".union_all" => return derived(call),
        ".alias" => {
            let Some(Value::Call(receiver)) = call.args.first() else { return Ok(None) };
            if is_query(receiver) {
                return derived(call);
            }
            let Some(mut source) = table(receiver)? else { return Ok(None) };
            let a = Arguments::of_method(call, "name?, flat?")?;
            source.alias = Some(alias_name(&a, &source.table.name)?);
            source
        }
        "sqlalchemy.alias" => {
            let a = Arguments::of(call, "selectable, name?, flat?")?;
            let Value::Call(receiver) = plain(a.required("selectable")?) else { return Ok(None) };
            let Some(mut source) = table(receiver)? else { return Ok(None) };
            source.alias = Some(alias_name(&a, &source.table.name)?);
            source
        }
        _ => return Ok(None),
    }))
}

/// `Table(...)`'s arguments; those that steer reflection and Python's registry do nothing here. The value of `op.create_table(...)`
/// is handed over as a Table as well, with that directive's arguments.
pub(super) const TABLE: &str = "*args, name?, table_name?, metadata?, if_not_exists?, schema?, quote?, quote_schema?, autoload?, \
    autoload_with?, autoload_replace?, keep_existing?, extend_existing?, resolve_fks?, include_columns?, implicit_returning?, \
    comment?, info?, listeners?, prefixes?, **Table";

/// What a `Table(...)` is called with by position.
pub(super) struct TableParts<'v> {
    pub name: TableName,
    pub metadata: Option<&'v Value>,
    pub items: &'v [Value],
}

/// Name, MetaData and items of a `Table(...)`; a schema may come from the MetaData.
pub(super) fn table_parts<'v>(a: &Arguments<'v>) -> Result<TableParts<'v>, SourceError> {
    let mut items = a.rest;
    let name = match (a.get("name").or_else(|| a.get("table_name")), items) {
        (Some(name), _) => name,
        (None, [name, rest @ ..]) => {
            items = rest;
            name
        }
        (None, []) => return Err(a.at().fault("the argument `name` is missing")),
    };
    let mut metadata = a.get("metadata");
    // What `op.create_table` gives has none.
    if let (None, [first, rest @ ..]) = (metadata, items)
        && !is_item(first)
    {
        metadata = Some(first);
        items = rest;
    }
    let schema = match metadata.map(plain) {
        Some(Value::Call(call)) if canonical(&call.name) == "sqlalchemy.MetaData" => {
            Arguments::of(call, METADATA)?.opt_text("schema")?
        }
        _ => None,
    };
    let name = TableName { schema: a.opt_text("schema")?.or(schema), name: a.at().text("name", name)? };
    Ok(TableParts { name, metadata, items })
}

/// Whether the value is a column, constraint or index.
fn is_item(value: &Value) -> bool {
    match plain(value) {
        Value::Call(call) => {
            let name = canonical(&call.name);
            let class = name.rsplit('.').next().unwrap_or(&name);
            matches!(class, "Column" | "Index") || class.ends_with("Constraint")
        }
        _ => false,
    }
}

pub(super) const METADATA: &str = "schema?, quote_schema?, naming_convention?, info?, bind?";

/// The columns among a table's items; constraints and indexes do not matter to statements.
fn columns(at: Context<'_>, items: &[Value]) -> Result<Vec<SourceColumn>, SourceError> {
    let mut found: Vec<SourceColumn> = Vec::new();
    for item in items {
        let Value::Call(call) = plain(item) else { return Err(at.wrong("columns", item, "sa.column(...)")) };
        let made = match &*canonical(&call.name) {
            "sqlalchemy.column" => {
                let a = Arguments::of(call, "text, type_?, is_literal?")?;
                let name = a.text("text")?;
                let bound = a.get("type_").map(|value| bound_type(a.at(), "type_", value)).transpose()?;
                let none_as_null = bound.as_ref().is_some_and(|b| b.none_as_null);
                let sql_type = bound.map_or(SqlType::Null, |b| b.sql_type);
                SourceColumn { key: name.clone(), name, sql_type, none_as_null, default: None, onupdate: None }
            }
            "sqlalchemy.Column" => {
                let made = column(call)?;
                SourceColumn {
                    key: made.key,
                    name: made.column.name,
                    sql_type: made.column.sql_type,
                    none_as_null: made.none_as_null,
                    default: made.default,
                    onupdate: made.onupdate,
                }
            }
            _ => continue,
        };
        if found.iter().any(|c| c.name == made.name) {
            return Err(at.fault(format!("the column \"{}\" is there twice", made.name)));
        }
        found.push(made);
    }
    Ok(found)
}

impl Source {
    /// The name that its columns are qualified with.
    pub fn qualifier(&self) -> TableName {
        match &self.alias {
            Some(alias) => TableName::new(alias),
            None => self.table.clone(),
        }
    }

    pub fn as_from(&self) -> FromItem {
        let source = self.derived.clone().unwrap_or_else(|| FromSource::Table(self.table.clone()));
        FromItem { source, alias: self.alias.clone() }
    }

    /// The column of that key.
    pub fn find(&self, key: &str, at: &Location) -> Result<&SourceColumn, SourceError> {
        self.columns.iter().find(|c| c.key == key).ok_or_else(|| {
            let message = format!("the table \"{}\" has no column \"{key}\" as it is written here", self.table.name);
            let error = SourceError::new(at.clone(), message);
            match nearest(key, self.columns.iter().map(|c| c.key.as_str())) {
                Some(meant) => error.help(format!("did you mean \"{meant}\"?")),
                None => error.help(format!("add it to the table: {}(\"{key}\", ...)", shown("sqlalchemy.column"))),
            }
        })
    }

    /// The column of that key as an expression.
    pub fn column(&self, key: &str, at: &Location) -> Result<Expression, SourceError> {
        Ok(self.expression(self.find(key, at)?))
    }

    pub fn expression(&self, column: &SourceColumn) -> Expression {
        let sql_type = Some(column.sql_type.clone()).filter(|t| *t != SqlType::Null);
        Expression::Column { table: Some(self.qualifier()), name: column.name.clone(), sql_type }
    }
}
