//! Constraints and indexes as items of a table or column.

use limbeck_core::expression::Expression;
use limbeck_core::schema::{
    CheckConstraint, ColumnForeignKey, Deferral, ExcludeConstraint, ExcludeElement, ForeignKey, ForeignKeyOptions,
    ForeignKeyTarget, Index, IndexElement, PrimaryKey, TableName, UniqueConstraint,
};
use limbeck_core::source::SourceError;

use super::context::{Context, nearest, plain};
use super::expression::{column_or_expression, ddl_expression, expression};
use super::inline::inline;
use super::signature::Arguments;
use crate::directive::{Call, Value};

pub(super) fn deferral(a: &Arguments<'_>) -> Result<Deferral, SourceError> {
    Ok(Deferral { deferrable: a.opt_bool("deferrable")?, initially: a.opt_text("initially")? })
}

/// What happens to rows that refer to one that goes or changes. PostgreSQL's SET NULL and SET DEFAULT may name columns.
fn action(a: &Arguments<'_>, argument: &str) -> Result<Option<String>, SourceError> {
    const ACTIONS: [&str; 5] = ["CASCADE", "NO ACTION", "RESTRICT", "SET DEFAULT", "SET NULL"];
    let Some(text) = a.opt_text(argument)? else { return Ok(None) };
    let words = text.split('(').next().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
    let words = words.to_ascii_uppercase();
    if ACTIONS.contains(&words.as_str()) {
        return Ok(Some(text));
    }
    let fault = a.at().fault(format!("`{argument}` cannot be \"{text}\""));
    Err(match nearest(&words, ACTIONS) {
        Some(meant) => fault.help(format!("did you mean \"{meant}\"?")),
        None => fault.help(format!("there are: {}", ACTIONS.join(", "))),
    })
}

/// What a foreign key says beside its columns.
pub(super) fn foreign_key_options(a: &Arguments<'_>) -> Result<ForeignKeyOptions, SourceError> {
    Ok(ForeignKeyOptions {
        ondelete: action(a, "ondelete")?,
        onupdate: action(a, "onupdate")?,
        match_: a.opt_text("match")?,
        deferral: deferral(a)?,
        use_alter: a.get("use_alter").is_some() && a.flag("use_alter")?,
        dialect: a.options()?,
    })
}

/// `ForeignKey("schema.table.column", ...)`
pub(super) fn foreign_key(call: &Call) -> Result<ColumnForeignKey, SourceError> {
    let a = Arguments::of(
        call,
        "column, _constraint?, use_alter?, name?, onupdate?, ondelete?, deferrable?, initially?, link_to_name?, match?, info?, \
        comment?, **ForeignKeyConstraint",
    )?;
    Ok(ColumnForeignKey {
        name: a.opt_name("name")?,
        target: target(a.at(), a.required("column")?)?,
        options: foreign_key_options(&a)?,
    })
}

/// `schema.table.column`, split from the right: a schema may have dots.
fn target(at: Context<'_>, value: &Value) -> Result<ForeignKeyTarget, SourceError> {
    if let Value::Call(call) = plain(value)
        && call.name != "alembic.op.f"
    {
        return match expression(at, "column", value)? {
            Expression::Column { table: Some(table), name, .. } => Ok(ForeignKeyTarget { table, column: Some(name) }),
            _ => Err(at.wrong("column", value, "\"table.column\", or a column of a table")),
        };
    }
    let text = at.text("column", value)?;
    let Some((table, column)) = text.rsplit_once('.').filter(|(t, c)| !t.is_empty() && !c.is_empty()) else {
        return Err(at
            .fault(format!("\"{text}\" names no column"))
            .help(format!("write the table and the column: \"{}.id\"", text.trim_matches('.'))));
    };
    let table = match table.rsplit_once('.') {
        Some((schema, name)) => TableName { schema: Some(schema.into()), name: name.into() },
        None => TableName::new(table),
    };
    Ok(ForeignKeyTarget { table, column: Some(column.into()) })
}

/// `ForeignKeyConstraint(["a"], ["table.column"], ...)`; the columns on this side by key.
pub(super) fn foreign_key_constraint(call: &Call) -> Result<ForeignKey, SourceError> {
    let a = Arguments::of(
        call,
        "columns, refcolumns, name?, onupdate?, ondelete?, deferrable?, initially?, use_alter?, link_to_name?, match?, table?, \
        info?, comment?, **ForeignKeyConstraint",
    )?;
    let columns = a.texts("columns")?;
    let mut referred_table: Option<TableName> = None;
    let mut referred_columns = Vec::new();
    for value in a.at().items("refcolumns", a.required("refcolumns")?, "a list of \"table.column\"")? {
        let target = target(a.at(), value)?;
        if let Some(table) = &referred_table
            && *table != target.table
        {
            return Err(a
                .at()
                .fault(format!("the columns are of two tables, \"{}\" and \"{}\"", table.name, target.table.name)));
        }
        referred_table = Some(target.table);
        referred_columns.extend(target.column);
    }
    if columns.len() != referred_columns.len() {
        let message = format!("{} columns refer to {} columns", columns.len(), referred_columns.len());
        return Err(a.at().fault(message));
    }
    let referred_table = referred_table.ok_or_else(|| a.at().fault("it has no columns"))?;
    Ok(ForeignKey {
        name: a.opt_name("name")?,
        columns,
        referred_table,
        referred_columns,
        options: foreign_key_options(&a)?,
    })
}

/// Names of columns that are given one by one: str or columns.
fn column_names(at: Context<'_>, values: &[Value]) -> Result<Vec<String>, SourceError> {
    values
        .iter()
        .map(|value| match plain(value) {
            Value::Call(call) if call.name != "alembic.op.f" => match expression(at, "columns", value)? {
                Expression::Column { name, .. } => Ok(name),
                _ => Err(at.wrong("columns", value, "the name of a column")),
            },
            Value::List(_) | Value::Tuple(_) => {
                Err(at.wrong("columns", value, "given one by one, each a str").help("put a * before the list"))
            }
            _ => at.text("columns", value),
        })
        .collect()
}

pub(super) fn primary_key(call: &Call) -> Result<PrimaryKey, SourceError> {
    let a = Arguments::of(call, "*columns, name?, deferrable?, initially?, info?, comment?, **PrimaryKeyConstraint")?;
    Ok(PrimaryKey {
        name: a.opt_name("name")?,
        columns: column_names(a.at(), a.rest)?,
        deferral: deferral(&a)?,
        options: a.options()?,
    })
}

pub(super) fn unique_constraint(call: &Call) -> Result<UniqueConstraint, SourceError> {
    let a = Arguments::of(call, "*columns, name?, deferrable?, initially?, info?, comment?, **UniqueConstraint")?;
    let columns = column_names(a.at(), a.rest)?;
    if columns.is_empty() {
        return Err(a.at().fault("it has no columns"));
    }
    Ok(UniqueConstraint { name: a.opt_name("name")?, columns, deferral: deferral(&a)?, options: a.options()? })
}

pub(super) fn check_constraint(call: &Call) -> Result<CheckConstraint, SourceError> {
    let a = Arguments::of(call, "sqltext, name?, deferrable?, initially?, table?, info?, comment?, **CheckConstraint")?;
    Ok(CheckConstraint {
        name: a.opt_name("name")?,
        condition: check_condition(a.at(), "sqltext", a.required("sqltext")?)?,
        deferral: deferral(&a)?,
        options: a.options()?,
        of_type: None,
    })
}

/// The condition of a CHECK: SQL text or an expression.
pub(super) fn check_condition(at: Context<'_>, argument: &str, value: &Value) -> Result<Expression, SourceError> {
    match plain(value) {
        Value::Str(_) | Value::Call(_) | Value::Absent(_) => ddl_expression(at, argument, value),
        _ => Err(at.wrong(argument, value, "a str or an SQL expression")),
    }
}

/// `postgresql.ExcludeConstraint((element, operator), ..., using=, where=)`
pub(super) fn exclude_constraint(a: &Arguments<'_>, elements: &[Value]) -> Result<ExcludeConstraint, SourceError> {
    let classes = match a.get("ops") {
        Some(value) => a.at().entries("ops", value)?,
        None => Vec::new(),
    };
    let mut bound = Vec::new();
    for value in elements {
        let Some([element, operator]) = plain(value).as_items() else {
            return Err(a.at().wrong("elements", value, "pairs of a column and an operator"));
        };
        let expression = inline(column_or_expression(a.at(), "elements", element)?);
        let operator_class = match &expression {
            Expression::Column { name, .. } => classes.iter().find(|(key, _)| key == name),
            _ => None,
        };
        let operator_class = operator_class.map(|(name, value)| a.at().text(name, value)).transpose()?;
        bound.push(ExcludeElement { expression, operator: a.at().text("elements", operator)?, operator_class });
    }
    if bound.is_empty() {
        return Err(a
            .at()
            .fault("it has no elements")
            .help("give pairs of a column and an operator: (\"period\", \"&&\")"));
    }
    Ok(ExcludeConstraint {
        name: None,
        elements: bound,
        using: a.opt_text("using")?.unwrap_or_else(|| "gist".into()),
        filter: a.get("where").map(|value| ddl_expression(a.at(), "where", value)).transpose()?,
        deferral: deferral(a)?,
    })
}

/// `Index(name, column, ...)` of a table.
pub(super) fn index(call: &Call, table: &TableName) -> Result<Index, SourceError> {
    let a = Arguments::of(call, "name, *expressions, unique?, quote?, info?, **Index")?;
    Ok(Index {
        name: a.opt_name("name")?,
        table: table.clone(),
        elements: index_elements(a.at(), "expressions", a.rest)?,
        unique: a.flag("unique")?,
        options: a.options()?,
    })
}

/// What an index is made of: names of columns, `sa.text`, functions, `.desc()`.
pub(super) fn index_elements(
    at: Context<'_>,
    argument: &str,
    values: &[Value],
) -> Result<Vec<IndexElement>, SourceError> {
    let mut elements = Vec::new();
    for value in values {
        if matches!(plain(value), Value::List(_) | Value::Tuple(_)) {
            return Err(at
                .wrong(argument, value, "a column or an SQL expression")
                .help("put a * before a list of columns"));
        }
        let named = matches!(plain(value), Value::Call(call) if matches!(call.name.as_str(), "alembic.op.f" | "sqlalchemy.quoted_name"));
        let bound = if named {
            Expression::column(at.text(argument, value)?)
        } else {
            inline(column_or_expression(at, argument, value)?)
        };
        elements.push(match bound {
            Expression::Ordered { operand, order, nulls } => IndexElement { expression: *operand, order, nulls },
            expression => IndexElement { expression, order: None, nulls: None },
        });
    }
    Ok(elements)
}
