//! `create_table`, `drop_table`, `rename_table` and comments of tables.

use limbeck_core::operation::Operation;
use limbeck_core::schema::TableName;
use limbeck_core::source::SourceError;

use super::Scope;
use super::table_def::{Gathering, finish_options};
use crate::directive::Directive;

pub(super) fn create(scope: Scope<'_>, directive: &Directive) -> Result<Vec<Operation>, SourceError> {
    // What `sa.Table` takes for Python's own purposes is let pass.
    let a = scope.arguments(
        directive,
        "table_name, *columns, if_not_exists?, schema?, comment?, prefixes?, info?, extend_existing?, keep_existing?, \
        implicit_returning?, **Table",
        "",
    )?;
    let name = TableName { schema: a.opt_text("schema")?, name: a.text("table_name")? };
    let gathering =
        Gathering { convention: &scope.state.naming_convention, dialect: &scope.state.dialect_name, strict: true };
    let mut table = gathering.table(a.at(), name, a.rest)?;
    finish_options(&mut table, &a)?;
    Ok(vec![Operation::CreateTable { table, if_not_exists: a.flag("if_not_exists")? }])
}

pub(super) fn drop(scope: Scope<'_>, directive: &Directive) -> Result<Vec<Operation>, SourceError> {
    let a =
        scope.arguments(directive, "table_name, *, schema?, if_exists?, comment?, prefixes?, info?, **Table", "")?;
    let name = scope.table(&a, "table_name")?;
    Ok(vec![Operation::DropTable { name, if_exists: a.flag("if_exists")?, options: a.options()? }])
}

pub(super) fn rename(scope: Scope<'_>, directive: &Directive) -> Result<Vec<Operation>, SourceError> {
    let a = scope.arguments(directive, "old_table_name, new_table_name, *, schema?", "")?;
    let name = scope.table(&a, "old_table_name")?;
    Ok(vec![Operation::RenameTable { name, new_name: a.text("new_table_name")? }])
}

pub(super) fn create_comment(scope: Scope<'_>, directive: &Directive) -> Result<Vec<Operation>, SourceError> {
    let a = scope.arguments(
        directive,
        "table_name, comment, *, existing_comment?, schema?",
        "comment, *, existing_comment?",
    )?;
    let table = scope.table(&a, "table_name")?;
    Ok(vec![Operation::TableComment { table, comment: a.opt_text("comment")? }])
}

pub(super) fn drop_comment(scope: Scope<'_>, directive: &Directive) -> Result<Vec<Operation>, SourceError> {
    let a = scope.arguments(directive, "table_name, *, existing_comment?, schema?", "*, existing_comment?")?;
    let table = scope.table(&a, "table_name")?;
    Ok(vec![Operation::TableComment { table, comment: None }])
}
