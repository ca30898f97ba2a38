//! Statements of DDL that dialects build in the same way.

use limbeck_core::operation::{Batch, Operation, Recreate};
use limbeck_core::schema::{Column, Constraint, Index, IndexElement, Name, NamingConvention, Table, TableName};

use super::expression::Beside;
use super::{Style, insert, table};
use crate::{BindMode, DialectError, Sql, Step};

type Texts = Result<Vec<Sql>, DialectError>;

/// A statement alone.
pub(crate) fn one(text: String) -> Vec<Sql> {
    vec![Sql::new(text)]
}

/// `IF EXISTS `
pub(crate) fn if_exists_text(if_exists: bool) -> &'static str {
    if if_exists { "IF EXISTS " } else { "" }
}

/// `IF NOT EXISTS `
pub(crate) fn if_not_exists_text(if_not_exists: bool) -> &'static str {
    if if_not_exists { "IF NOT EXISTS " } else { "" }
}

/// `ALTER TABLE t`
pub(crate) fn alter_table(style: &dyn Style, table: &TableName) -> String {
    format!("ALTER TABLE {}", style.quote_table(table))
}

/// The statements as they are sent, or as Alembic prints them.
pub(crate) fn finished(mut statements: Vec<Sql>, mode: BindMode) -> Vec<Sql> {
    if mode != BindMode::Driver {
        statements.iter_mut().for_each(|sql| sql.text = insert::offline(&sql.text));
    }
    statements
}

/// What every dialect does alike: `bulk_insert`, `execute`, `create_*_constraint`. A batch block is refused, and so is everything else.
pub(crate) fn common(style: &dyn Style, operation: &Operation, mode: BindMode) -> Texts {
    match operation {
        Operation::BulkInsert { table, rows, multiinsert } => insert::bulk(style, table, rows, *multiinsert, mode),
        Operation::Execute { statement, parameters } => {
            let sets = if parameters.is_empty() { vec![] } else { vec![parameters.clone()] };
            insert::statements(style, statement, &sets, mode)
        }
        Operation::AddConstraint { table, constraint } => {
            add_constraint(style, &Table::new(table.clone()), constraint).map(|sql| sql.into_iter().collect())
        }
        Operation::Batch(_) => {
            Err(DialectError::unsupported("a batch block has steps, not statements", "use Dialect::batch"))
        }
        other => Err(DialectError::unsupported(format!("{} is not known to {}", other.directive(), style.name()), "")),
    }
}

/// `ALTER TABLE t ADD CONSTRAINT ...`
fn add_constraint(style: &dyn Style, owner: &Table, constraint: &Constraint) -> Result<Option<Sql>, DialectError> {
    let text = table::constraint(style, owner, constraint)?;
    Ok(text.map(|text| Sql::new(format!("{} ADD {text}", alter_table(style, &owner.name)))))
}

/// How `add_column` was asked.
#[derive(Debug, Clone, Copy)]
pub(crate) struct NewColumn<'o> {
    pub table: &'o TableName,
    pub column: &'o Column,
    pub if_not_exists: bool,
    pub inline_references: bool,
    pub inline_primary_key: bool,
}

/// The column, `text` being its name, type and so on, and what it brings along unless the binder has made operations of that:
/// constraints and an index.
pub(crate) fn add_column(
    style: &dyn Style,
    new: NewColumn<'_>,
    text: &str,
    create_index: impl Fn(&Index) -> Result<String, DialectError>,
) -> Texts {
    let NewColumn { table: name, column, .. } = new;
    let owner = Table { columns: vec![column.clone()], ..Table::new(name.clone()) };
    let if_not_exists = if_not_exists_text(new.if_not_exists);
    let mut text = format!("{} ADD COLUMN {if_not_exists}{text}", alter_table(style, name));
    if new.inline_primary_key && column.primary_key {
        text.push_str(" PRIMARY KEY");
    }
    let inlined = match column.foreign_keys.as_slice() {
        [only] if new.inline_references => Some(only),
        _ => None,
    };
    if let Some(key) = inlined {
        let target = key.target.column.clone().unwrap_or_else(|| column.name.clone());
        let references = table::references(style, &key.target.table, &[target], &key.options)?;
        text.push_str(&format!(" {references}"));
    }
    text.push_str(&column_checks(style, column)?);
    let mut out = one(text);
    for constraint in table::of_column(style, &owner, column) {
        if inlined.is_none() || !matches!(constraint, Constraint::ForeignKey(_)) {
            out.extend(add_constraint(style, &owner, &constraint)?);
        }
    }
    if let Some(index) = column_index(name, column) {
        out.push(Sql::new(create_index(&index)?));
    }
    Ok(out)
}

/// CHECKs that were written on a column.
pub(crate) fn column_checks(style: &dyn Style, column: &Column) -> Result<String, DialectError> {
    let mut out = String::new();
    for check in &column.checks {
        let name = table::preamble(style, check.name.as_ref())?;
        out.push_str(&format!(" {name}{}", table::check_body(style, check)?));
    }
    Ok(out)
}

/// The index that `index=True` of a column asks for, under SQLAlchemy's own name for it.
pub(crate) fn column_index(table: &TableName, column: &Column) -> Option<Index> {
    if !column.index {
        return None;
    }
    let mut index = Index {
        name: None,
        table: table.clone(),
        elements: vec![IndexElement::column(column.name.clone())],
        unique: column.unique,
        options: Default::default(),
    };
    let made = NamingConvention::default().index_name(&index).unwrap_or(None);
    index.name = made.map(Name::finished);
    Some(index)
}

/// The name of an index, which CREATE INDEX needs.
pub(crate) fn index_name(index: &Index) -> Result<&Name, DialectError> {
    index
        .name
        .as_ref()
        .ok_or_else(|| DialectError::unsupported("CREATE INDEX requires that the index have a name", "name the index"))
}

/// Whether an expression stands in parentheses of its own as an element of an index: it is made with an operator.
pub(crate) fn is_compound(e: &limbeck_core::expression::Expression) -> bool {
    !matches!(e, limbeck_core::expression::Expression::Ordered { .. }) && Beside::of(e).is_some()
}

/// A batch block where the database makes every change in place: the changes as they are. `database` is its name for messages.
pub(crate) fn batch_in_place(
    database: &str,
    batch: &Batch,
    mut operation: impl FnMut(&Operation) -> Texts,
) -> Result<Vec<Step>, DialectError> {
    if batch.recreate == Recreate::Always {
        return Err(DialectError::unsupported(
            format!(
                "recreate=\"always\" would copy {} into a new table, which is not done on {database}",
                batch.table.name
            ),
            "leave recreate out: every change of a batch block is a plain ALTER TABLE there",
        ));
    }
    let mut steps = Vec::new();
    for change in &batch.operations {
        // A place of a column that is there already is passed over, as Alembic does.
        if matches!(change, Operation::AddColumn { place: Some(_), .. }) {
            return Err(DialectError::unsupported(
                "Can't specify insert_before or insert_after when using ALTER",
                format!("leave them out: {database} puts a new column last, and queries name the columns they want"),
            ));
        }
        steps.extend(operation(change)?.into_iter().map(Step::Sql));
    }
    Ok(steps)
}
