//! What the server keeps of a table that no model has to say, settled before the two are compared.

use limbeck_core::schema::{Constraint, DialectOptions, Index, Name, OptionValue, SqlType, Table};

use super::default_text;

/// The server gives a partition the indexes and keys of its parent, and lets nobody drop them: those that the model of the partition
/// does not have do not count.
pub(in crate::postgresql) fn settle(database: &mut Table, model: Option<&mut Table>) {
    let Some(model) = model else { return };
    leave_to_domains(database, model);
    database.indexes.retain(|index| {
        !is_inherited(&index.options) || model.indexes.iter().any(|wanted: &Index| same(&wanted.name, &index.name))
    });
    database.constraints.retain(|constraint| match constraint {
        Constraint::Unique(unique) => {
            let is_same = |wanted: &Constraint| {
                let columns = matches!(wanted, Constraint::Unique(wanted) if wanted.columns == unique.columns);
                columns || wanted.name().map(|name| &name.text) == unique.name.as_ref().map(|name| &name.text)
            };
            !is_inherited(&unique.options) || model.constraints.iter().any(is_same)
        }
        Constraint::ForeignKey(key) => {
            let is_same = |wanted: &Constraint| match wanted {
                Constraint::ForeignKey(wanted) => {
                    wanted.columns == key.columns && wanted.referred_table.name == key.referred_table.name
                }
                _ => false,
            };
            !is_inherited(&key.options.dialect) || model.constraints.iter().any(is_same)
        }
        _ => true,
    });
}

/// A column of a domain is NOT NULL, and has a default, where its domain says so. The model's column need not say it again.
fn leave_to_domains(database: &mut Table, model: &Table) {
    for column in &mut database.columns {
        let SqlType::Dialect { name, arguments, .. } = &column.sql_type else { continue };
        let Some(wanted) = model.column(&column.name).filter(|_| name == "DOMAIN") else { continue };
        if !matches!(wanted.sql_type.for_dialect("postgresql"), SqlType::Dialect { name, .. } if name == "DOMAIN") {
            continue;
        }
        if arguments.flag("postgresql", "not_null") {
            column.nullable = wanted.nullable;
        }
        let default = match (arguments.get("postgresql", "default"), &column.server_default) {
            (Some(OptionValue::Text(text)), Some(default)) => Some((text, default)),
            _ => None,
        };
        if let Some((text, default)) = default
            && wanted.server_default.is_none()
            && default_text(default).is_ok_and(|default| default == *text)
        {
            column.server_default = None;
        }
    }
}

fn is_inherited(options: &DialectOptions) -> bool {
    options.flag("postgresql", "partition_of")
}

fn same(one: &Option<Name>, other: &Option<Name>) -> bool {
    one.as_ref().map(|name| &name.text) == other.as_ref().map(|name| &name.text)
}
