//! What the server keeps of a table that no model has to say, settled before the two are compared.

use limbeck_core::schema::{Constraint, DialectOptions, Index, Name, OptionValue, SqlType, Table};

use super::default_text;

/// The server gives a partition the indexes and keys of its parent, and lets nobody drop them: those that the model of the partition
/// does not have do not count.
pub(in crate::postgresql) fn settle(database: &mut Table, model: Option<&mut Table>) {
    leave_to_domains(database, model.as_deref());
    let Some(model) = model else { return };
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

/// A column of a domain is NOT NULL, and has a default, where its domain says so. The model's column need not say it again, and one that comes
/// back does not.
fn leave_to_domains(database: &mut Table, model: Option<&Table>) {
    for column in &mut database.columns {
        let SqlType::Dialect { name, arguments, .. } = &column.sql_type else { continue };
        if name != "DOMAIN" {
            continue;
        }
        let is_domain = |sql_type: &SqlType| matches!(sql_type.for_dialect("postgresql"), SqlType::Dialect { name, .. } if name == "DOMAIN");
        let wanted = model.and_then(|model| model.column(&column.name));
        if wanted.is_some_and(|wanted| !is_domain(&wanted.sql_type)) {
            continue;
        }
        if arguments.flag("postgresql", "not_null") {
            column.nullable = wanted.is_none_or(|wanted| wanted.nullable);
        }
        let default = match (arguments.get("postgresql", "default"), &column.server_default) {
            (Some(OptionValue::Text(text)), Some(default)) => Some((text, default)),
            _ => None,
        };
        if let Some((text, default)) = default
            && wanted.is_none_or(|wanted| wanted.server_default.is_none())
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
