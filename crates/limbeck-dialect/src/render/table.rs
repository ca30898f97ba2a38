//! CREATE TABLE and its constraints as text.

use limbeck_core::expression::Expression;
use limbeck_core::schema::{
    CheckConstraint, Column, Constraint, ConstraintKind, Deferral, DialectOptions, ForeignKey, ForeignKeyOptions, Name,
    PrimaryKey, SqlType, Table, TableName, UniqueConstraint,
};

use super::Style;
use super::expression::{ddl_text, ordering};
use crate::DialectError;

type Text = Result<String, DialectError>;

/// CREATE TABLE as Alembic prints it, `columns` being the text of each column in order.
pub(crate) fn create(style: &dyn Style, table: &Table, columns: &[String], if_not_exists: bool) -> Text {
    let mut out = String::from("CREATE ");
    for prefix in &table.prefixes {
        out.push_str(prefix);
        out.push(' ');
    }
    out.push_str(if if_not_exists { "TABLE IF NOT EXISTS " } else { "TABLE " });
    out.push_str(&style.quote_table(&table.name));
    out.push_str(" (");
    let mut lines = columns.to_vec();
    lines.extend(constraints(style, table)?);
    if lines.is_empty() && style.name() != "postgresql" {
        return Err(DialectError::unsupported(
            format!("a table of {} has at least one column", style.name()),
            "give it one: sa.Column(...)",
        ));
    }
    for (index, line) in lines.iter().enumerate() {
        out.push_str(if index == 0 { "\n    " } else { ", \n    " });
        out.push_str(line);
    }
    out.push_str("\n)");
    out.push_str(&style.table_suffix(table)?);
    Ok(out)
}

/// The constraints of a table in SQLAlchemy's order: the primary key, those given to the table in the order they were made, then
/// for each column what belongs to it: UNIQUE, the CHECK of its type, foreign keys.
pub(crate) fn constraints(style: &dyn Style, table: &Table) -> Result<Vec<String>, DialectError> {
    let mut out = Vec::new();
    let inline_key = style.inline_primary_key(table);
    match table.primary_key() {
        Some(key) if inline_key.is_none() => {
            out.extend(constraint(style, table, &Constraint::PrimaryKey(key.clone()))?)
        }
        Some(_) => {}
        None => {
            let columns: Vec<String> = table.primary_key_columns().into_iter().map(str::to_owned).collect();
            if !columns.is_empty() && inline_key.is_none() {
                let key = PrimaryKey {
                    name: None,
                    columns: first_counting(table, columns),
                    deferral: Deferral::default(),
                    options: Default::default(),
                };
                out.extend(constraint(style, table, &Constraint::PrimaryKey(key))?);
            }
        }
    }
    let stays = |c: &Constraint| match c {
        Constraint::PrimaryKey(_) => false,
        Constraint::ForeignKey(key) => !(key.options.use_alter && style.leaves_out_use_alter()),
        _ => true,
    };
    let of_columns: Vec<Constraint> = table.columns.iter().flat_map(|c| of_column(style, table, c)).collect();
    for c in table.constraints.iter().chain(&of_columns).filter(|c| stays(c)) {
        out.extend(constraint(style, table, c)?);
    }
    Ok(out.into_iter().filter(|line| !line.is_empty()).collect())
}

/// The order of a key that columns declare: the one that counts up first.
fn first_counting(table: &Table, mut columns: Vec<String>) -> Vec<String> {
    if let Some(counting) = table.autoincrement_column() {
        columns.sort_by_key(|c| *c != counting.name);
    }
    columns
}

/// Constraints of the table that a column declares. The CHECK of its type is one of them unless the table has it already.
pub(crate) fn of_column(style: &dyn Style, table: &Table, column: &Column) -> Vec<Constraint> {
    let mut out = Vec::new();
    if column.unique && !column.index {
        out.push(Constraint::Unique(UniqueConstraint {
            name: None,
            columns: vec![column.name.clone()],
            deferral: Deferral::default(),
            options: Default::default(),
        }));
    }
    let listed =
        |c: &Constraint| matches!(c, Constraint::Check(k) if k.of_type.as_deref() == Some(column.name.as_str()));
    if !table.constraints.iter().any(listed) {
        out.extend(type_check(style, column).map(Constraint::Check));
    }
    out.extend(column.foreign_keys.iter().map(|key| {
        Constraint::ForeignKey(ForeignKey {
            name: key.name.clone(),
            columns: vec![column.name.clone()],
            referred_table: key.target.table.clone(),
            // A foreign key that names only a table refers to the column of the same name there.
            referred_columns: vec![key.target.column.clone().unwrap_or_else(|| column.name.clone())],
            options: key.options.clone(),
        })
    }));
    out
}

/// The CHECK that a column's type asks for.
pub(crate) fn type_check(style: &dyn Style, column: &Column) -> Option<CheckConstraint> {
    let (name, members) = match column.sql_type.for_dialect(style.name()) {
        SqlType::Boolean { name, create_constraint: true } if !style.native_boolean() => {
            (name, vec!["0".into(), "1".into()])
        }
        SqlType::Enum { values, name, create_constraint: true, native, .. } if !(*native && style.native_enum()) => {
            (name, values.iter().map(|v| style.string(v)).collect::<Vec<String>>())
        }
        _ => return None,
    };
    let text = format!("{} IN ({})", style.quote(&column.name), members.join(", "));
    Some(CheckConstraint {
        name: name.as_ref().map(|n| Name::finished(n.clone())),
        condition: Expression::text(text.replace(':', "\\:")),
        deferral: Deferral::default(),
        options: Default::default(),
        of_type: Some(column.name.clone()),
    })
}

/// A constraint as text; `None` where it is left out on this dialect.
pub(crate) fn constraint(style: &dyn Style, table: &Table, c: &Constraint) -> Result<Option<String>, DialectError> {
    let column = |name: &String| table.column(name).map_or_else(|| style.quote(name), |c| style.column_name(c));
    let columns = |names: &[String]| names.iter().map(column).collect::<Vec<_>>().join(", ");
    let suffix = |options: &DialectOptions, names: &[String], of_column: &str| {
        let own = style.constraint_suffix(options, "on_conflict")?;
        match names {
            [only] if own.is_empty() => match table.column(only) {
                Some(column) => style.constraint_suffix(&column.options, of_column),
                None => Ok(own),
            },
            _ => Ok::<String, DialectError>(own),
        }
    };
    let body = match c {
        Constraint::PrimaryKey(PrimaryKey { columns: names, .. })
        | Constraint::Unique(UniqueConstraint { columns: names, .. })
            if names.is_empty() =>
        {
            return Ok(None);
        }
        Constraint::PrimaryKey(key) => {
            let (_, after) = style.key_details(&key.options)?;
            format!(
                "PRIMARY KEY ({}){after}{}",
                columns(&key.columns),
                style.deferral(&key.deferral, ConstraintKind::PrimaryKey)?
            ) + &suffix(&key.options, &key.columns, "on_conflict_primary_key")?
        }
        Constraint::Unique(unique) => {
            let (before, after) = style.key_details(&unique.options)?;
            format!(
                "UNIQUE {before}({}){after}{}",
                columns(&unique.columns),
                style.deferral(&unique.deferral, ConstraintKind::Unique)?
            ) + &suffix(&unique.options, &unique.columns, "on_conflict_unique")?
        }
        Constraint::Check(check) => {
            check_body(style, check)?
                + &style.constraint_suffix(&check.options, "on_conflict")?
                + style.not_valid(&check.options)
        }
        Constraint::ForeignKey(key) => {
            if !style.can_refer(&table.name, &key.referred_table) {
                return Ok(None);
            }
            format!(
                "FOREIGN KEY({}) {}{}",
                columns(&key.columns),
                references(style, &key.referred_table, &key.referred_columns, &key.options)?,
                style.not_valid(&key.options.dialect)
            )
        }
        Constraint::Exclude(exclude) => style.exclude(exclude)?,
    };
    Ok(Some(preamble(style, c.name())? + &body))
}

/// `CONSTRAINT name `
pub(crate) fn preamble(style: &dyn Style, name: Option<&Name>) -> Text {
    name.map_or_else(|| Ok(String::new()), |n| Ok(format!("CONSTRAINT {} ", style.constraint_name(n)?)))
}

/// `CHECK (...)`
pub(crate) fn check_body(style: &dyn Style, check: &CheckConstraint) -> Text {
    Ok(format!(
        "CHECK ({}){}",
        ddl_text(style, &check.condition)?,
        style.deferral(&check.deferral, ConstraintKind::Check)?
    ))
}

/// `REFERENCES table (columns) ...`
pub(crate) fn references(
    style: &dyn Style,
    table: &TableName,
    columns: &[String],
    options: &ForeignKeyOptions,
) -> Text {
    let mut out = format!("REFERENCES {}", style.referred_table(table));
    if !columns.is_empty() {
        let names: Vec<String> = columns.iter().map(|n| style.quote(n)).collect();
        out.push_str(&format!(" ({})", names.join(", ")));
    }
    if let Some(value) = &options.match_ {
        out.push_str(&style.match_clause(value)?);
    }
    if let Some(value) = &options.ondelete {
        out.push_str(&format!(" ON DELETE {}", style.delete_action(value)?));
    }
    if let Some(value) = &options.onupdate {
        out.push_str(&format!(" ON UPDATE {}", phrase(value)?));
    }
    out.push_str(&style.deferral(&options.deferral, ConstraintKind::ForeignKey)?);
    Ok(out)
}

/// ` DEFERRABLE INITIALLY DEFERRED`
pub(crate) fn deferral(deferral: &Deferral) -> Text {
    let mut out = match deferral.deferrable {
        Some(true) => " DEFERRABLE".to_owned(),
        Some(false) => " NOT DEFERRABLE".to_owned(),
        None => String::new(),
    };
    if let Some(initially) = &deferral.initially {
        out.push_str(&format!(" INITIALLY {}", phrase(initially)?));
    }
    Ok(out)
}

/// Keywords given as text go into the statement as they are, so they must be keywords.
pub(crate) fn phrase(text: &str) -> Result<&str, DialectError> {
    let word = |w: &str| w.chars().all(|c| c.is_alphanumeric() || c == '_');
    let good = !text.is_empty() && text.trim() == text && text.split_whitespace().all(word);
    if good {
        return Ok(text);
    }
    Err(DialectError::unsupported(format!("Unexpected SQL phrase: '{text}'"), "only keywords may stand here"))
}

/// The list of an index: columns and expressions with their order.
pub(crate) fn index_elements(style: &dyn Style, index: &limbeck_core::schema::Index) -> Text {
    let texts: Result<Vec<String>, DialectError> =
        index.elements.iter().map(|e| Ok(ddl_text(style, &e.expression)? + ordering(e.order, e.nulls))).collect();
    Ok(texts?.join(", "))
}
