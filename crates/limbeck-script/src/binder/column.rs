//! `add_column`, `drop_column`, `alter_column`.

use limbeck_core::operation::{AlterColumn, Change, ColumnDefault, Operation, Place};
use limbeck_core::schema::{Constraint, ConstraintKind, SqlType, TableName};
use limbeck_core::source::SourceError;

use super::Scope;
use super::column_def::{column, default_of};
use super::context::{Context, construct, plain};
use super::signature::Arguments;
use super::table_def::{brought, settle_autoincrement, settle_column, settle_constraint, settle_index};
use super::type_check::type_check;
use super::types::{BoundType, bound_type};
use crate::directive::{Directive, Value};

/// The column, then what it brings along, as Alembic sends it: constraints, an index, the comment.
pub(super) fn add(scope: Scope<'_>, directive: &Directive) -> Result<Vec<Operation>, SourceError> {
    let a = scope.arguments(
        directive,
        "table_name, column, *, schema?, if_not_exists?, inline_references?, inline_primary_key?",
        "column, *, insert_before?, insert_after?, if_not_exists?, inline_references?, inline_primary_key?",
    )?;
    let table = scope.table(&a, "table_name")?;
    let value = a.required("column")?;
    let call = construct(value, "sqlalchemy.Column").ok_or_else(|| a.at().wrong("column", value, "a Column"))?;
    let mut bound = column(call)?;
    bound.join(&table);
    let at = Context::new(&a.what, &call.location);
    if bound.column.sql_type == SqlType::Null {
        return Err(at.fault(format!("the column \"{}\" has no type", bound.column.name)));
    }
    let inline_references = a.flag("inline_references")?;
    // Only a single foreign key is written with the column.
    let inlined =
        (inline_references && bound.column.foreign_keys.len() == 1).then(|| bound.column.foreign_keys[0].clone());
    let (mut constraints, index) = brought(&mut bound, &table, &scope.state.dialect_name);
    let is_check = |c: &Constraint| matches!(c, Constraint::Check(check) if check.of_type.is_some());
    if scope.state.dialect_name != "sqlite" && constraints.iter().any(is_check) {
        without_check(&mut bound.column.sql_type);
    }
    if let Some(key) = inlined {
        constraints.retain(|c| c.kind() != ConstraintKind::ForeignKey);
        bound.column.foreign_keys = vec![key];
    }
    if !scope.writes_type_checks() {
        constraints.retain(|c| !is_check(c));
    }
    settle_autoincrement(std::slice::from_mut(&mut bound), &scope.state.dialect_name);
    let mut column = bound.column;
    let naming = scope.naming();
    settle_column(at, naming, &table, &mut column)?;
    let comment = column.comment.clone().filter(|_| has_comment_statement(&scope.state.dialect_name));
    let name = column.name.clone();
    let mut operations = vec![Operation::AddColumn {
        table: table.clone(),
        column: Box::new(column),
        if_not_exists: a.flag("if_not_exists")?,
        inline_references,
        inline_primary_key: a.flag("inline_primary_key")?,
        place: place(&a)?,
    }];
    for mut constraint in constraints {
        settle_constraint(at, naming, &table, &mut constraint)?;
        operations.push(Operation::AddConstraint { table: table.clone(), constraint });
    }
    if let Some(mut index) = index {
        settle_index(at, naming, &mut index)?;
        operations.push(Operation::CreateIndex { index, if_not_exists: false });
    }
    operations.extend(comment.map(|comment| Operation::ColumnComment { table, column: name, comment }));
    Ok(operations)
}

/// The CHECK of the type is an operation of its own, and not to be written with the column again. A rebuilt table of SQLite's asks the type.
fn without_check(sql_type: &mut SqlType) {
    match sql_type {
        SqlType::Boolean { create_constraint, .. } | SqlType::Enum { create_constraint, .. } => {
            *create_constraint = false;
        }
        SqlType::Variant { base, variants } => {
            without_check(base);
            variants.iter_mut().for_each(|(_, t)| without_check(t));
        }
        SqlType::Custom(custom) => without_check(&mut custom.implementation),
        _ => {}
    }
}

/// Whether a column's comment is a statement of its own.
fn has_comment_statement(dialect: &str) -> bool {
    !matches!(dialect, "sqlite" | "mysql" | "mariadb")
}

fn place(a: &Arguments<'_>) -> Result<Option<Place>, SourceError> {
    match (a.opt_text("insert_before")?, a.opt_text("insert_after")?) {
        (None, None) => Ok(None),
        (Some(before), None) => Ok(Some(Place::Before(before))),
        (None, Some(after)) => Ok(Some(Place::After(after))),
        (Some(_), Some(_)) => Err(a.at().fault("`insert_before` and `insert_after` exclude each other")),
    }
}

pub(super) fn drop(scope: Scope<'_>, directive: &Directive) -> Result<Vec<Operation>, SourceError> {
    let a = scope.arguments(
        directive,
        "table_name, column_name, *, schema?, if_exists?, **drop_column",
        "column_name, *, if_exists?, **drop_column",
    )?;
    let table = scope.table(&a, "table_name")?;
    let column = a.text("column_name")?;
    Ok(vec![Operation::DropColumn { table, column, if_exists: a.flag("if_exists")?, options: a.options()? }])
}

pub(super) fn alter(scope: Scope<'_>, directive: &Directive) -> Result<Vec<Operation>, SourceError> {
    let a = scope.arguments(
        directive,
        "table_name, column_name, *, nullable?, comment?, server_default?, new_column_name?, type_?, existing_type?, \
        existing_server_default?, existing_nullable?, existing_comment?, schema?, autoincrement?, existing_autoincrement?, \
        **alter_column",
        "column_name, *, nullable?, comment?, server_default?, new_column_name?, type_?, existing_type?, \
        existing_server_default?, existing_nullable?, existing_comment?, insert_before?, insert_after?, autoincrement?, \
        existing_autoincrement?, **alter_column",
    )?;
    let table = scope.table(&a, "table_name")?;
    let column = a.text("column_name")?;
    let typed = |name: &str| a.get(name).map(|value| bound_type(a.at(), name, value)).transpose();
    let (existing, new) = (typed("existing_type")?, typed("type_")?);
    let mut alter = AlterColumn::new(table.clone(), &column);
    alter.nullable = a.opt_bool("nullable")?;
    alter.default = default_change(&a, "server_default")?;
    alter.new_name = a.opt_text("new_column_name")?;
    alter.comment = match a.given("comment").map(plain) {
        None | Some(Value::Bool(false)) => Change::Keep,
        Some(Value::None) => Change::Set(None),
        Some(other) => Change::Set(Some(a.at().text("comment", other)?)),
    };
    alter.autoincrement = a.opt_bool("autoincrement")?;
    alter.existing_nullable = a.opt_bool("existing_nullable")?;
    alter.existing_default = default_change(&a, "existing_server_default")?;
    alter.existing_comment = match a.get("existing_comment").map(plain) {
        None | Some(Value::Bool(false)) => None,
        Some(other) => Some(a.at().text("existing_comment", other)?),
    };
    alter.existing_autoincrement = a.opt_bool("existing_autoincrement")?;
    alter.place = place(&a)?;
    alter.options = a.options()?;
    if new.is_none() && scope.state.dialect_name == "postgresql" && alter.options.get("postgresql", "using").is_some() {
        return Err(a.at().fault("`postgresql_using` needs `type_`"));
    }
    let mut operations = Vec::new();
    if let (Some(existing), Some(_)) = (&existing, &new) {
        operations.extend(drop_type_check(scope, a.at(), &table, &column, existing)?);
    }
    let added = new.as_ref().and_then(|new| check_of(scope, &column, new));
    alter.existing_type = existing.map(|t| t.sql_type);
    alter.sql_type = new.map(|t| t.sql_type);
    operations.push(Operation::AlterColumn(Box::new(alter)));
    if let Some(mut constraint) = added {
        settle_constraint(a.at(), scope.naming(), &table, &mut constraint)?;
        operations.push(Operation::AddConstraint { table, constraint });
    }
    Ok(operations)
}

/// `server_default=False` leaves it alone, None takes it away.
fn default_change(a: &Arguments<'_>, name: &str) -> Result<Change<ColumnDefault>, SourceError> {
    match a.given(name).map(plain) {
        None | Some(Value::Bool(false)) => Ok(Change::Keep),
        Some(value) => match default_of(a.at(), name, value)? {
            Some(default) => Ok(Change::Set(default)),
            None => Err(a.at().wrong(name, value, "a str, an SQL expression or None")),
        },
    }
}

fn check_of(scope: Scope<'_>, column: &str, bound: &BoundType) -> Option<Constraint> {
    type_check(column, &bound.sql_type, bound.name_is_final, &scope.state.dialect_name)
        .filter(|_| scope.writes_type_checks())
        .map(Constraint::Check)
}

/// The CHECK that the old type brought goes before the type changes. MySQL keeps it, as in Alembic.
fn drop_type_check(
    scope: Scope<'_>,
    at: Context<'_>,
    table: &TableName,
    column: &str,
    existing: &BoundType,
) -> Result<Option<Operation>, SourceError> {
    let dialect = scope.state.dialect_name.as_str();
    let Some(mut constraint) = check_of(scope, column, existing) else { return Ok(None) };
    if matches!(dialect, "mysql" | "mariadb") {
        return Ok(None);
    }
    settle_constraint(at, scope.naming(), table, &mut constraint)?;
    match constraint.name() {
        Some(name) => Ok(Some(Operation::DropConstraint {
            table: table.clone(),
            name: name.text.clone(),
            kind: Some(ConstraintKind::Check),
            // A rebuilt table may have lost it already, along with the type.
            if_exists: dialect == "sqlite",
        })),
        // A rebuilt table writes it anew, by the new type.
        None if dialect == "sqlite" => Ok(None),
        None => Err(at
            .fault("the CHECK of `existing_type` has no name and cannot be dropped")
            .help("give the type its name, or create_constraint=False where the database has no such CHECK")),
    }
}
