//! `create_index`, `drop_index`.

use limbeck_core::operation::Operation;
use limbeck_core::schema::{Index, IndexElement, TableName};
use limbeck_core::source::SourceError;

use super::Scope;
use super::constraint_def::index_elements;
use super::context::plain;
use super::table_def::{fits, settle_index, unnamed};
use crate::directive::{Directive, Value};

pub(super) fn create(scope: Scope<'_>, directive: &Directive) -> Result<Vec<Operation>, SourceError> {
    let a = scope.arguments(
        directive,
        "index_name, table_name, columns, *, schema?, unique?, if_not_exists?, quote?, info?, **Index",
        "index_name, columns, *, unique?, if_not_exists?, quote?, info?, **Index",
    )?;
    let table = scope.table(&a, "table_name")?;
    let value = a.required("columns")?;
    if matches!(plain(value), Value::Str(_)) {
        return Err(a
            .at()
            .wrong("columns", value, "a list of columns")
            .help("Alembic would index each letter: put it into [ ]"));
    }
    let items = a.at().items("columns", value, "a list of columns")?;
    let mut index = Index {
        name: a.opt_name("index_name")?,
        table,
        elements: index_elements(a.at(), "columns", items)?,
        unique: a.flag("unique")?,
        options: a.options()?,
    };
    if index.elements.is_empty() {
        return Err(a.at().fault("`columns` is empty"));
    }
    // Quoting by force changes nothing about the name; no quotes where they are needed would.
    if a.opt_bool("quote")? == Some(false) {
        return Err(a
            .at()
            .fault("`quote=False` is not done here")
            .help("leave it out: names are quoted where they have to be"));
    }
    settle_index(a.at(), scope.naming(), &mut index)?;
    Ok(vec![Operation::CreateIndex { index, if_not_exists: a.flag("if_not_exists")? }])
}

pub(super) fn drop(scope: Scope<'_>, directive: &Directive) -> Result<Vec<Operation>, SourceError> {
    // The arguments of `create_index` are let pass: the dialect takes what it needs, `postgresql_concurrently` above all.
    let a = scope.arguments(
        directive,
        "index_name, table_name?, *, schema?, if_exists?, unique?, quote?, info?, **Index",
        "index_name, *, if_exists?, unique?, quote?, info?, **Index",
    )?;
    let table = match (scope.batch, a.opt_text("table_name")) {
        (Some(table), _) => Some(table.clone()),
        (None, name) => {
            name?.map(|name| Ok::<_, SourceError>(TableName { schema: a.opt_text("schema")?, name })).transpose()?
        }
    };
    let schema = match scope.batch {
        Some(table) => table.schema.clone(),
        None => a.opt_text("schema")?,
    };
    let name = a.opt_name("index_name")?.ok_or_else(|| {
        a.at().fault("the index needs a name").help("give the name that the index has in the database")
    })?;
    // The convention needs a table; Alembic makes one up when none is given.
    let index = Index {
        name: Some(name.clone()),
        table: table.clone().unwrap_or_else(|| TableName::new("no_table")),
        elements: vec![IndexElement::column("x")],
        unique: false,
        options: Default::default(),
    };
    let settled = scope.state.naming_convention.index_name(&index).map_err(|e| unnamed(a.at(), &e))?;
    fits(a.at(), &scope.state.dialect_name, Some(&name), settled.as_deref())?;
    Ok(vec![Operation::DropIndex {
        name: settled.unwrap_or(name.text),
        table,
        schema,
        if_exists: a.flag("if_exists")?,
        options: a.options()?,
    }])
}
