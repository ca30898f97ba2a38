//! Foreign keys, by what they say and not by their names.

use std::collections::BTreeMap;

use super::{Comparison, Item, ItemKind, Rules};
use crate::autogenerate::Difference;
use crate::schema::{Constraint, ForeignKey, Table, TableName};

/// What two foreign keys must have in common to be the same.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Signature {
    columns: Vec<String>,
    table: TableName,
    referred: Vec<String>,
    onupdate: Option<String>,
    ondelete: Option<String>,
    deferral: &'static str,
    matching: Option<String>,
}

impl Signature {
    fn of(key: &ForeignKey) -> Self {
        let action = |action: &Option<String>| {
            action
                .as_ref()
                .map(|action| action.to_lowercase())
                .filter(|action| !action.is_empty() && action != "no action")
        };
        let deferral = &key.options.deferral;
        let deferred = deferral.initially.as_ref().is_some_and(|word| word.eq_ignore_ascii_case("deferred"));
        Signature {
            columns: key.columns.clone(),
            table: key.referred_table.clone(),
            referred: key.referred_columns.clone(),
            onupdate: action(&key.options.onupdate),
            ondelete: action(&key.options.ondelete),
            deferral: match (deferred, deferral.deferrable) {
                (true, _) => "initially deferred",
                (false, Some(true)) => "deferrable",
                (false, _) => "not deferrable",
            },
            matching: key.options.match_.as_ref().map(|word| word.to_lowercase()).filter(|word| word != "simple"),
        }
    }
}

fn keys(table: &Table) -> impl Iterator<Item = &ForeignKey> {
    table.constraints.iter().filter_map(|constraint| match constraint {
        Constraint::ForeignKey(key) => Some(key),
        _ => None,
    })
}

fn name(key: &ForeignKey) -> Option<&str> {
    key.name.as_ref().map(|name| name.text.as_str())
}

fn item<'a>(table: &'a Table, key: &'a ForeignKey, reflected: bool) -> Item<'a> {
    Item { kind: ItemKind::ForeignKey, name: name(key), columns: &key.columns, table, reflected }
}

impl<R: Rules> Comparison<'_, R> {
    pub(super) fn foreign_keys(&mut self, table: &Table, model: &Table) -> Result<(), R::Error> {
        let mut there: BTreeMap<Signature, &ForeignKey> = BTreeMap::new();
        for key in keys(table) {
            if self.rules.include_name(ItemKind::ForeignKey, name(key), &table.name)? {
                there.insert(Signature::of(key), key);
            }
        }
        let wanted: BTreeMap<Signature, &ForeignKey> = keys(model).map(|key| (Signature::of(key), key)).collect();
        let namesake = |of: &ForeignKey, all: &BTreeMap<Signature, &'_ ForeignKey>| {
            let name = name(of)?.to_owned();
            all.values().position(|key| self::name(key) == Some(name.as_str()))
        };
        for (_, key) in there.iter().filter(|(signature, _)| !wanted.contains_key(signature)) {
            let other = namesake(key, &wanted).and_then(|at| wanted.values().nth(at));
            let other = other.map(|other| item(model, other, false));
            if self.rules.include_object(item(table, key, true), other)? {
                self.add(Difference::DropForeignKey { table: table.name.clone(), key: (*key).clone() });
            }
        }
        for (_, key) in wanted.iter().filter(|(signature, _)| !there.contains_key(signature)) {
            let other = namesake(key, &there).and_then(|at| there.values().nth(at));
            let other = other.map(|other| item(table, other, true));
            if self.rules.include_object(item(model, key, false), other)? {
                self.add(Difference::AddForeignKey { table: table.name.clone(), key: (*key).clone() });
            }
        }
        Ok(())
    }
}
