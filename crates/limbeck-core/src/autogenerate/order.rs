//! The order of a MetaData's tables: each after those that its foreign keys point at, otherwise by name.

use std::collections::{BTreeMap, BTreeSet};

use crate::schema::{Constraint, ForeignKey, Table, TableName};

/// `schema.name`, by which SQLAlchemy sorts.
fn key(name: &TableName) -> String {
    match &name.schema {
        Some(schema) => format!("{schema}.{}", name.name),
        None => name.name.clone(),
    }
}

fn foreign_keys(table: &Table) -> impl Iterator<Item = &ForeignKey> {
    table.constraints.iter().filter_map(|constraint| match constraint {
        Constraint::ForeignKey(key) => Some(key),
        _ => None,
    })
}

/// SQLAlchemy's `MetaData.sorted_tables`: layer by layer, each layer by name. Tables of a cycle lose their dependencies.
pub fn dependency_order(tables: Vec<Table>) -> Vec<Table> {
    let mut tables: BTreeMap<String, Table> = tables.into_iter().map(|table| (key(&table.name), table)).collect();
    let mut needs: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (name, table) in &tables {
        let pointed_at = foreign_keys(table).filter(|foreign| !foreign.options.use_alter);
        let others = pointed_at.map(|foreign| key(&foreign.referred_table));
        needs.insert(name.clone(), others.filter(|other| other != name && tables.contains_key(other)).collect());
    }
    let names = layers(&needs).unwrap_or_else(|| {
        let cyclic: Vec<String> = needs.keys().filter(|name| reaches_itself(name, &needs)).cloned().collect();
        for name in cyclic {
            needs.insert(name, BTreeSet::new());
        }
        layers(&needs).unwrap_or_default()
    });
    names.iter().filter_map(|name| tables.remove(name)).collect()
}

/// `None` when there is a cycle.
fn layers(needs: &BTreeMap<String, BTreeSet<String>>) -> Option<Vec<String>> {
    let mut left: BTreeSet<&String> = needs.keys().collect();
    let mut ordered = Vec::new();
    while !left.is_empty() {
        let layer: Vec<&String> =
            left.iter().copied().filter(|name| needs[*name].iter().all(|other| !left.contains(other))).collect();
        if layer.is_empty() {
            return None;
        }
        for name in layer {
            left.remove(name);
            ordered.push(name.clone());
        }
    }
    Some(ordered)
}

fn reaches_itself(start: &String, needs: &BTreeMap<String, BTreeSet<String>>) -> bool {
    let mut seen = BTreeSet::new();
    let mut stack: Vec<&String> = needs[start].iter().collect();
    while let Some(name) = stack.pop() {
        if name == start {
            return true;
        }
        if seen.insert(name) {
            stack.extend(&needs[name]);
        }
    }
    false
}

/// The first foreign key whose table is not among `tables`, and the table that has it.
pub fn dangling_foreign_key(tables: &[Table]) -> Option<(&Table, &ForeignKey)> {
    let known: BTreeSet<&TableName> = tables.iter().map(|table| &table.name).collect();
    let mut all = tables.iter().flat_map(|table| foreign_keys(table).map(move |foreign| (table, foreign)));
    all.find(|(_, foreign)| !known.contains(&foreign.referred_table))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::ForeignKeyOptions;

    fn table(name: &str, points_at: &[&str]) -> Table {
        let mut table = Table::new(TableName::new(name));
        for other in points_at {
            table.constraints.push(Constraint::ForeignKey(ForeignKey {
                name: None,
                columns: vec!["x".into()],
                referred_table: TableName::new(*other),
                referred_columns: vec!["id".into()],
                options: ForeignKeyOptions::default(),
            }));
        }
        table
    }

    fn order(tables: Vec<Table>) -> Vec<String> {
        dependency_order(tables).into_iter().map(|table| table.name.name).collect()
    }

    #[test]
    fn what_is_pointed_at_comes_first() {
        assert_eq!(order(vec![table("c", &[]), table("a", &["c", "a"]), table("b", &[])]), ["b", "c", "a"]);
    }

    #[test]
    fn a_cycle_goes_by_name() {
        assert_eq!(order(vec![table("b", &["a"]), table("a", &["b"]), table("0", &["a"])]), ["a", "b", "0"]);
    }

    #[test]
    fn a_key_to_nowhere_is_found() {
        let tables = [table("a", &["b"])];
        assert_eq!(
            dangling_foreign_key(&tables).map(|(t, k)| (t.name.name.as_str(), k.referred_table.name.as_str())),
            Some(("a", "b"))
        );
        assert!(dangling_foreign_key(&[table("a", &["a"])]).is_none());
    }
}
