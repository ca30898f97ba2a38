//! Columns that are computed in another way, that become computed, or that are no longer so.

use limbeck_core::autogenerate::Difference;
use limbeck_core::operation::{AlterColumn, Change, ColumnDefault, Operation};
use limbeck_core::schema::{Column, Computed, ServerDefault, TableName};
use limbeck_dialect::{BindMode, Dialect, DialectError};

use super::enumeration::execute;
use super::expand::altered;
use super::step::{Action, Step, unchanged};

/// The steps from one column to the other. Values that are computed stay, or are computed once more, where the column is not any longer.
pub(super) fn steps(
    dialect: &dyn Dialect,
    table: &TableName,
    from: &Column,
    to: &Column,
) -> Result<Vec<Step>, DialectError> {
    match (&from.computed, &to.computed) {
        (_, Some(computed)) => {
            let mut steps = Vec::new();
            if from.computed.is_none() {
                let name = format!("{}.{}", dialect.quote_table(table), dialect.quote(&to.name)).replace('\n', " ");
                let comment =
                    format!("# WARNING: the values of {name} are computed from here on; those that it has are lost.");
                steps.push(Action::Code(vec![comment]).into());
            }
            match modified(dialect, table, to)?.filter(|_| from.computed.is_none() && is_stored(computed)) {
                Some(sql) => steps.push(execute(&sql)),
                None => steps.extend(anew(table, from, to.clone())),
            }
            Ok(steps)
        }
        (Some(computed), None)
            if is_stored(computed)
                && dialect.name() == "postgresql"
                && !dialect.types_differ(&from.sql_type, &to.sql_type)? =>
        {
            Ok(without_expression(dialect, table, from, to))
        }
        (Some(computed), None) if is_stored(computed) && is_mysql(dialect) => {
            // With a type, the directive writes the whole column.
            Ok(vec![altered(AlterColumn { sql_type: Some(to.sql_type.clone()), ..unchanged(table, to) })])
        }
        (Some(computed), None) => filled(dialect, table, (from, to), computed),
        (None, None) => Ok(Vec::new()),
    }
}

/// PostgreSQL lets go of the expression alone; what else differs follows.
fn without_expression(dialect: &dyn Dialect, table: &TableName, from: &Column, to: &Column) -> Vec<Step> {
    let (table_text, column) = (dialect.quote_table(table), dialect.quote(&to.name));
    let mut steps = vec![execute(&format!("ALTER TABLE {table_text} ALTER COLUMN {column} DROP EXPRESSION"))];
    let plain =
        AlterColumn { existing_default: Change::Keep, ..unchanged(table, &Column { computed: None, ..from.clone() }) };
    let changed = AlterColumn {
        nullable: (from.nullable != to.nullable).then_some(to.nullable),
        default: to.server_default.clone().map_or(Change::Keep, |default| Change::Set(ColumnDefault::Server(default))),
        comment: if from.comment == to.comment { Change::Keep } else { Change::Set(to.comment.clone()) },
        ..plain.clone()
    };
    if changed != plain {
        steps.push(altered(changed));
    }
    steps
}

fn is_mysql(dialect: &dyn Dialect) -> bool {
    ["mysql", "mariadb"].contains(&dialect.name())
}

fn is_stored(computed: &Computed) -> bool {
    computed.persisted == Some(true)
}

fn anew(table: &TableName, from: &Column, to: Column) -> [Step; 2] {
    let drop = Difference::DropColumn { table: table.clone(), column: from.clone() };
    [drop.into(), Difference::AddColumn { table: table.clone(), column: to }.into()]
}

/// The whole column, where the server changes a plain one into one that is stored.
fn modified(dialect: &dyn Dialect, table: &TableName, column: &Column) -> Result<Option<String>, DialectError> {
    if !is_mysql(dialect) {
        return Ok(None);
    }
    let operation = Operation::AddColumn {
        table: table.clone(),
        column: Box::new(column.clone()),
        if_not_exists: false,
        inline_references: false,
        inline_primary_key: false,
        place: None,
    };
    let added = dialect.operation(&operation, BindMode::Inline)?;
    let table = dialect.quote_table(table);
    let definition = added.first().and_then(|sql| sql.text.strip_prefix(&format!("ALTER TABLE {table} ADD COLUMN ")));
    Ok(definition.map(|definition| format!("ALTER TABLE {table} MODIFY {definition}")))
}

/// Dropped, added and filled with what it had: its values are made from other columns, which are there.
fn filled(
    dialect: &dyn Dialect,
    table: &TableName,
    (from, to): (&Column, &Column),
    computed: &Computed,
) -> Result<Vec<Step>, DialectError> {
    let mut steps: Vec<Step> = anew(table, from, Column { nullable: true, ..to.clone() }).into();
    let expression = dialect.default_text(&ServerDefault::Expression(computed.expression.clone()))?;
    let (table_text, column) = (dialect.quote_table(table), dialect.quote(&to.name));
    steps.push(execute(&format!("UPDATE {table_text} SET {column} = {expression}")));
    if !to.nullable {
        let required = AlterColumn { nullable: Some(false), ..unchanged(table, to) };
        steps.push(altered(AlterColumn { existing_nullable: Some(true), ..required }));
    }
    Ok(steps)
}
