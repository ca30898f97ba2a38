//! CHECK constraints: by name, and those without a name by what they say.
//!
//! Those that a type brings along (`Boolean`, `Enum`) account for one in the database, and are changed when they have a name. What adds a column
//! of Boolean or gives it that type adds its CHECK as well; all others are added like those of the table.

use super::{Comparison, Item, ItemKind, Rules, Same, names};
use crate::autogenerate::{Difference, python_repr};
use crate::schema::{CheckConstraint, Constraint, Name, SqlType, Table};

/// The longest name that all databases keep whole. A longer one is not what the database calls it.
const LONGEST_NAME: usize = 63;

/// Those of a table, and those written on its columns.
pub(super) fn checks(table: &Table) -> impl Iterator<Item = &CheckConstraint> {
    let of_table = table.constraints.iter().filter_map(|constraint| match constraint {
        Constraint::Check(check) => Some(check),
        _ => None,
    });
    of_table.chain(table.columns.iter().flat_map(|column| &column.checks))
}

fn name(check: &CheckConstraint) -> Option<&str> {
    check.name.as_ref().map(|name| name.text.as_str())
}

fn item<'a>(table: &'a Table, check: &'a CheckConstraint, reflected: bool) -> Item<'a> {
    Item { kind: ItemKind::Check, name: name(check), columns: &[], table, reflected }
}

/// The name that the model's check has in a table that is made to see how the server keeps it.
pub(super) fn scratch_name(at: usize) -> String {
    format!("limbeck_check_{at}")
}

impl<R: Rules> Comparison<'_, R> {
    pub(super) fn checks(&mut self, table: &Table, model: &Table) -> Result<(), R::Error> {
        if !self.rules.compares_checks() {
            return Ok(());
        }
        let mut there = Vec::new();
        for check in checks(table) {
            if self.rules.include_name(ItemKind::Check, name(check), &table.name)? {
                there.push(check);
            }
        }
        let mut wanted: Vec<(usize, &CheckConstraint)> = checks(model).enumerate().collect();
        let mut changed = Vec::new();
        // By name.
        let mut rest = Vec::new();
        for (at, check) in wanted {
            let namesake =
                there.iter().position(|other| name(other).is_some_and(|name| self::name(check) == Some(name)));
            let Some(found) = namesake else {
                rest.push((at, check));
                continue;
            };
            let existing = there.remove(found);
            match self.same_check(table, model, existing, (at, check))? {
                Same::Yes => {}
                Same::No => changed.push((existing, check)),
                Same::Unknown => {
                    let name = python_repr(name(check).unwrap_or_default());
                    self.remark(true, format!("check constraint {name} on '{}' cannot be compared", table.name.name));
                }
            }
        }
        // By what they say.
        wanted = Vec::new();
        for (at, check) in rest {
            let by_content = check.of_type.is_some() || name(check).is_none_or(|name| name.len() > LONGEST_NAME);
            let mut found = None;
            let mut unknown = false;
            for (place, existing) in there.iter().enumerate().filter(|_| by_content) {
                match self.same_check(table, model, existing, (at, check))? {
                    Same::Yes => found = found.or(Some(place)),
                    Same::Unknown => unknown = true,
                    Same::No => {}
                }
            }
            match found {
                Some(place) => drop(there.remove(place)),
                None if unknown => {
                    // One of them may be it.
                    there.clear();
                    let text = format!(
                        "check constraints on '{}' cannot be compared with those without a name",
                        table.name.name
                    );
                    self.remark(true, text);
                }
                None => wanted.push((at, check)),
            }
        }
        for check in there {
            self.removed_check(table, check)?;
        }
        for (from, to) in changed {
            if self.rules.include_object(item(model, to, false), Some(item(table, from, true)))? {
                let (from, to) = (Constraint::Check(from.clone()), Constraint::Check(as_written(to)));
                self.add(Difference::ChangeConstraint { table: table.name.clone(), from, to });
            }
        }
        for (_, check) in wanted {
            if !self.comes_with_its_type(table, model, check)
                && self.rules.include_object(item(model, check, false), None)?
            {
                let mut check = as_written(check);
                if check.name.is_none() {
                    check.name = Some(Name::finished(self.free_name(table, model, &check)));
                }
                self.add(Difference::AddConstraint { table: table.name.clone(), constraint: Constraint::Check(check) });
            }
        }
        Ok(())
    }

    fn comes_with_its_type(&self, table: &Table, model: &Table, check: &CheckConstraint) -> bool {
        let Some(column) = &check.of_type else { return false };
        if model.column(column).is_some_and(|column| is_enum(&column.sql_type)) {
            return false;
        }
        let is_changed = |difference: &Difference| matches!(difference, Difference::ChangeType { table: of, column: changed, .. } if *of == table.name && changed.name == *column);
        table.column(column).is_none() || self.differences.iter().any(is_changed)
    }

    /// The name that the server would give, or one like it; without a name, the constraint could not be dropped again.
    fn free_name(&self, table: &Table, model: &Table, check: &CheckConstraint) -> String {
        let taken = names::taken(table, Some(model), &self.differences);
        if let Some(name) = self.rules.server_name(model, &Constraint::Check(check.clone()), &taken) {
            return name;
        }
        let base: String = table.name.name.chars().take(40).collect::<String>() + "_check";
        if !taken.contains(&base) {
            return base;
        }
        let numbered = (1..).map(|number: u32| format!("{base}{number}"));
        numbered.into_iter().find(|name| !taken.contains(name)).unwrap_or(base)
    }

    fn removed_check(&mut self, table: &Table, check: &CheckConstraint) -> Result<(), R::Error> {
        // A partition has it from its parent, and cannot let go of it.
        if table.managed_elsewhere.is_some() {
            return Ok(());
        }
        if check.name.is_none() {
            let text = format!(
                "A check constraint on '{}' that the models lack has no name to be dropped by",
                table.name.name
            );
            self.remark(true, text);
        } else if self.rules.include_object(item(table, check, true), None)? {
            let constraint = Constraint::Check(check.clone());
            self.add(Difference::DropConstraint { table: table.name.clone(), constraint });
        }
        Ok(())
    }

    fn same_check(
        &mut self,
        table: &Table,
        model: &Table,
        there: &CheckConstraint,
        (at, wanted): (usize, &CheckConstraint),
    ) -> Result<Same, R::Error> {
        let kept_name = name(wanted).map_or_else(|| scratch_name(at), str::to_owned);
        let there_name = name(there).map(str::to_owned);
        let condition = |of: &Table, wanted: Option<&str>| {
            checks(of).find(|check| name(check) == wanted && wanted.is_some()).map(|check| check.condition.clone())
        };
        self.same(table, model, (&there.condition, &wanted.condition), &|database, kept| {
            let there = condition(database, there_name.as_deref()).unwrap_or_else(|| there.condition.clone());
            Some((there, condition(kept, Some(&kept_name))?))
        })
    }
}

/// Whether the code of a column of that type leaves the CHECK out.
fn is_enum(sql_type: &SqlType) -> bool {
    match sql_type {
        SqlType::Enum { .. } => true,
        SqlType::Variant { base, variants } => is_enum(base) || variants.iter().any(|(_, variant)| is_enum(variant)),
        _ => false,
    }
}

/// Of its own, and no longer of its column's type.
fn as_written(check: &CheckConstraint) -> CheckConstraint {
    CheckConstraint { of_type: None, ..check.clone() }
}
