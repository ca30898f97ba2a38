//! `create_*_constraint`, `create_primary_key`, `create_foreign_key`, `drop_constraint`.

use limbeck_core::expression::Expression;
use limbeck_core::operation::Operation;
use limbeck_core::schema::{
    CheckConstraint, Constraint, ConstraintKind, Deferral, DialectOptions, ForeignKey, Name, PrimaryKey, TableName,
    UniqueConstraint,
};
use limbeck_core::source::SourceError;

use super::Scope;
use super::constraint_def::{check_condition, deferral, exclude_constraint, foreign_key_options};
use super::context::plain;
use super::signature::Arguments;
use super::table_def::{fits, settle_constraint, unnamed};
use crate::directive::{Directive, Value};

fn add(
    scope: Scope<'_>,
    a: &Arguments<'_>,
    table: TableName,
    mut constraint: Constraint,
) -> Result<Vec<Operation>, SourceError> {
    settle_constraint(a.at(), scope.naming(), &table, &mut constraint)?;
    Ok(vec![Operation::AddConstraint { table, constraint }])
}

/// Columns given as a list; a str would be taken letter by letter.
fn columns(a: &Arguments<'_>, name: &str) -> Result<Vec<String>, SourceError> {
    let columns = a.texts(name)?;
    if columns.is_empty() { Err(a.at().fault(format!("`{name}` is empty"))) } else { Ok(columns) }
}

pub(super) fn primary_key(scope: Scope<'_>, directive: &Directive) -> Result<Vec<Operation>, SourceError> {
    let a =
        scope.arguments(directive, "constraint_name, table_name, columns, *, schema?", "constraint_name, columns")?;
    let table = scope.table(&a, "table_name")?;
    let key = PrimaryKey {
        name: a.opt_name("constraint_name")?,
        columns: columns(&a, "columns")?,
        deferral: Deferral::default(),
        options: DialectOptions::default(),
    };
    add(scope, &a, table, Constraint::PrimaryKey(key))
}

pub(super) fn unique(scope: Scope<'_>, directive: &Directive) -> Result<Vec<Operation>, SourceError> {
    let a = scope.arguments(
        directive,
        "constraint_name, table_name, columns, *, schema?, deferrable?, initially?, info?, comment?, **UniqueConstraint",
        "constraint_name, columns, *, deferrable?, initially?, info?, comment?, **UniqueConstraint",
    )?;
    let table = scope.table(&a, "table_name")?;
    let constraint = UniqueConstraint {
        name: a.opt_name("constraint_name")?,
        columns: columns(&a, "columns")?,
        deferral: deferral(&a)?,
        options: a.options()?,
    };
    add(scope, &a, table, Constraint::Unique(constraint))
}

pub(super) fn foreign_key(scope: Scope<'_>, directive: &Directive) -> Result<Vec<Operation>, SourceError> {
    let a = scope.arguments(
        directive,
        "constraint_name, source_table, referent_table, local_cols, remote_cols, *, onupdate?, ondelete?, deferrable?, \
        initially?, match?, source_schema?, referent_schema?, use_alter?, link_to_name?, info?, comment?, \
        **ForeignKeyConstraint",
        "constraint_name, referent_table, local_cols, remote_cols, *, referent_schema?, onupdate?, ondelete?, deferrable?, \
        initially?, match?, use_alter?, link_to_name?, info?, comment?, **ForeignKeyConstraint",
    )?;
    let table = match scope.batch {
        Some(table) => table.clone(),
        None => TableName { schema: a.opt_text("source_schema")?, name: a.text("source_table")? },
    };
    let referred_table = TableName { schema: a.opt_text("referent_schema")?, name: a.text("referent_table")? };
    let (local, remote) = (columns(&a, "local_cols")?, columns(&a, "remote_cols")?);
    if local.len() != remote.len() {
        return Err(a.at().fault(format!("{} columns refer to {} columns", local.len(), remote.len())));
    }
    let constraint = ForeignKey {
        name: a.opt_name("constraint_name")?,
        columns: local,
        referred_table,
        referred_columns: remote,
        options: foreign_key_options(&a)?,
    };
    add(scope, &a, table, Constraint::ForeignKey(constraint))
}

pub(super) fn check(scope: Scope<'_>, directive: &Directive) -> Result<Vec<Operation>, SourceError> {
    let a = scope.arguments(
        directive,
        "constraint_name, table_name, condition, *, schema?, deferrable?, initially?, info?, comment?, **CheckConstraint",
        "constraint_name, condition, *, deferrable?, initially?, info?, comment?, **CheckConstraint",
    )?;
    let table = scope.table(&a, "table_name")?;
    let constraint = CheckConstraint {
        name: a.opt_name("constraint_name")?,
        condition: check_condition(a.at(), "condition", a.required("condition")?)?,
        deferral: deferral(&a)?,
        options: a.options()?,
        of_type: None,
    };
    add(scope, &a, table, Constraint::Check(constraint))
}

pub(super) fn exclude(scope: Scope<'_>, directive: &Directive) -> Result<Vec<Operation>, SourceError> {
    let a = scope.arguments(
        directive,
        "constraint_name, table_name, *elements, where?, using?, deferrable?, initially?, schema?, ops?, info?",
        "constraint_name, *elements, where?, using?, deferrable?, initially?, ops?, info?",
    )?;
    let table = scope.table(&a, "table_name")?;
    let mut constraint = exclude_constraint(&a, a.rest)?;
    constraint.name = a.opt_name("constraint_name")?;
    add(scope, &a, table, Constraint::Exclude(constraint))
}

pub(super) fn drop(scope: Scope<'_>, directive: &Directive) -> Result<Vec<Operation>, SourceError> {
    let a = scope.arguments(
        directive,
        "constraint_name, table_name, type_?, *, schema?, if_exists?",
        "constraint_name, type_?",
    )?;
    let table = scope.table(&a, "table_name")?;
    let kind = match a.get("type_").map(plain) {
        None => None,
        Some(Value::Str(word)) if word == "foreignkey" => Some(ConstraintKind::ForeignKey),
        Some(Value::Str(word)) if word == "primary" => Some(ConstraintKind::PrimaryKey),
        Some(Value::Str(word)) if word == "unique" => Some(ConstraintKind::Unique),
        Some(Value::Str(word)) if word == "check" => Some(ConstraintKind::Check),
        Some(other) => {
            return Err(a.at().wrong("type_", other, "\"foreignkey\", \"primary\", \"unique\" or \"check\""));
        }
    };
    let name = dropped_name(scope, &a, &table, kind, a.opt_name("constraint_name")?)?;
    let if_exists = scope.batch.is_none() && a.flag("if_exists")?;
    Ok(vec![Operation::DropConstraint { table, name, kind, if_exists }])
}

/// The name by the convention. What the constraint is about is not known here, so that a convention that asks for it cannot help.
fn dropped_name(
    scope: Scope<'_>,
    a: &Arguments<'_>,
    table: &TableName,
    kind: Option<ConstraintKind>,
    given: Option<Name>,
) -> Result<String, SourceError> {
    let name = given.clone();
    const UNKNOWN: &str = "\u{1}";
    let unknown = || vec![UNKNOWN.to_owned()];
    let (deferral, options) = (Deferral::default(), DialectOptions::default());
    let constraint = match kind {
        None | Some(ConstraintKind::Exclude) => None,
        Some(ConstraintKind::PrimaryKey) => {
            Some(Constraint::PrimaryKey(PrimaryKey { name: name.clone(), columns: unknown(), deferral, options }))
        }
        Some(ConstraintKind::Unique) => {
            Some(Constraint::Unique(UniqueConstraint { name: name.clone(), columns: unknown(), deferral, options }))
        }
        Some(ConstraintKind::Check) => Some(Constraint::Check(CheckConstraint {
            name: name.clone(),
            condition: Expression::Null,
            deferral,
            options,
            of_type: None,
        })),
        Some(ConstraintKind::ForeignKey) => Some(Constraint::ForeignKey(ForeignKey {
            name: name.clone(),
            columns: unknown(),
            referred_table: TableName::new(UNKNOWN),
            referred_columns: unknown(),
            options: Default::default(),
        })),
    };
    let settled = match &constraint {
        Some(constraint) => {
            scope.state.naming_convention.constraint_name(table, constraint).map_err(|e| unnamed(a.at(), &e))?
        }
        None => name.map(|n| n.text),
    };
    fits(a.at(), &scope.state.dialect_name, given.as_ref(), settled.as_deref())?;
    settled.filter(|name| !name.contains(UNKNOWN)).ok_or_else(|| {
        a.at()
            .fault("the constraint needs a name")
            .help("give the name that the constraint has in the database, as op.f(\"...\")")
    })
}
