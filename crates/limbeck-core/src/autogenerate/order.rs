//! The order in which tables are made, each after those that its foreign keys point at, and in which they go; otherwise by name.

use std::collections::{BTreeMap, BTreeSet};

use crate::schema::{Constraint, ForeignKey, Table, TableName};

type Needs = BTreeMap<String, BTreeSet<String>>;

fn foreign_keys(table: &Table) -> impl Iterator<Item = &ForeignKey> {
    table.constraints.iter().filter_map(|constraint| match constraint {
        Constraint::ForeignKey(key) => Some(key),
        _ => None,
    })
}

/// What each table needs to be there before it: those that its foreign keys point at. Tables of a cycle lose their dependencies.
fn dependencies(tables: &[Table]) -> Needs {
    let names: BTreeSet<String> = tables.iter().map(|table| table.name.full_name()).collect();
    let mut needs = Needs::new();
    for table in tables {
        let name = table.name.full_name();
        let pointed_at = foreign_keys(table).filter(|foreign| !foreign.options.use_alter);
        let others = pointed_at.map(|foreign| foreign.referred_table.full_name());
        let others = others.filter(|other| *other != name && names.contains(other)).collect();
        needs.insert(name, others);
    }
    if topological(&needs).len() < needs.len() {
        let cyclic: Vec<String> = needs.keys().filter(|name| reaches_itself(name, &needs)).cloned().collect();
        for name in cyclic {
            needs.insert(name, BTreeSet::new());
        }
    }
    needs
}

/// SQLAlchemy's `MetaData.sorted_tables`: layer by layer, each layer by name.
pub fn dependency_order(tables: Vec<Table>) -> Vec<Table> {
    let needs = dependencies(&tables);
    let mut layers: BTreeMap<&str, usize> = BTreeMap::new();
    for name in topological(&needs) {
        let below = needs[name].iter().filter_map(|other| layers.get(other.as_str())).max();
        layers.insert(name, below.map_or(0, |layer| layer + 1));
    }
    let mut tables = tables;
    tables.sort_by_cached_key(|table| {
        let name = table.name.full_name();
        (layers.get(name.as_str()).copied(), name)
    });
    tables
}

/// The order in which tables go: each before those that it points at, otherwise by name.
pub fn removal_order(tables: Vec<Table>) -> Vec<Table> {
    let mut pointed_at_by = Needs::new();
    for (name, others) in dependencies(&tables) {
        for other in others {
            pointed_at_by.entry(other).or_default().insert(name.clone());
        }
        pointed_at_by.entry(name).or_default();
    }
    let order = topological(&pointed_at_by);
    let places: BTreeMap<&str, usize> = order.into_iter().enumerate().map(|(place, name)| (name, place)).collect();
    let mut tables = tables;
    tables.sort_by_cached_key(|table| places.get(table.name.full_name().as_str()).copied());
    tables
}

/// Each name after those that it needs, otherwise by name; without those that wait for themselves.
fn topological(needs: &Needs) -> Vec<&str> {
    let mut users: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut waiting: BTreeMap<&str, usize> = BTreeMap::new();
    let mut ready = BTreeSet::new();
    for (name, others) in needs {
        waiting.insert(name, others.len());
        if others.is_empty() {
            ready.insert(name.as_str());
        }
        for other in others {
            users.entry(other).or_default().push(name);
        }
    }
    let mut ordered = Vec::new();
    while let Some(name) = ready.pop_first() {
        ordered.push(name);
        for user in users.get(name).into_iter().flatten() {
            let Some(left) = waiting.get_mut(user) else { continue };
            *left -= 1;
            if *left == 0 {
                ready.insert(user);
            }
        }
    }
    ordered
}

fn reaches_itself(start: &String, needs: &Needs) -> bool {
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
    fn what_points_at_others_goes_first() {
        let tables = vec![table("c", &[]), table("a", &["c", "a"]), table("b", &[]), table("d", &["b"])];
        let order: Vec<String> = removal_order(tables).into_iter().map(|table| table.name.name).collect();
        assert_eq!(order, ["a", "c", "d", "b"]);
    }

    #[test]
    fn a_long_chain_is_in_order() {
        let names: Vec<String> = (0..3000).map(|at| format!("{:04}", 2999 - at)).collect();
        let chain = names.windows(2).map(|pair| table(&pair[1], &[&pair[0]]));
        assert_eq!(order(chain.chain([table(&names[0], &[])]).collect()), names);
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
