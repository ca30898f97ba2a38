//! EXCLUDE constraints (PostgreSQL): by name, and those without a name by what they say.

use super::{Comparison, Item, ItemKind, Rules};
use crate::autogenerate::Difference;
use crate::schema::{Constraint, ExcludeConstraint, Name, Table};

pub(super) fn excludes(table: &Table) -> impl Iterator<Item = &ExcludeConstraint> {
    table.constraints.iter().filter_map(|constraint| match constraint {
        Constraint::Exclude(exclude) => Some(exclude),
        _ => None,
    })
}

fn name(exclude: &ExcludeConstraint) -> Option<&str> {
    exclude.name.as_ref().map(|name| name.text.as_str())
}

fn item<'a>(table: &'a Table, exclude: &'a ExcludeConstraint, reflected: bool) -> Item<'a> {
    Item { kind: ItemKind::Exclude, name: name(exclude), columns: &[], table, reflected }
}

/// The name that the model's constraint has in a table that is made to see how the server keeps it.
pub(super) fn scratch_name(at: usize) -> String {
    format!("limbeck_exclude_{at}")
}

fn without_name(exclude: &ExcludeConstraint) -> ExcludeConstraint {
    ExcludeConstraint { name: None, ..exclude.clone() }
}

impl<R: Rules> Comparison<'_, R> {
    pub(super) fn excludes(&mut self, table: &Table, model: &Table) -> Result<(), R::Error> {
        let mut there = Vec::new();
        for exclude in excludes(table) {
            if self.rules.include_name(ItemKind::Exclude, name(exclude), &table.name)? {
                there.push(exclude);
            }
        }
        let wanted: Vec<&ExcludeConstraint> = excludes(model).collect();
        if there.is_empty() && wanted.is_empty() {
            return Ok(());
        }
        for (at, exclude) in wanted.into_iter().enumerate() {
            let kept = if there.is_empty() { None } else { self.kept_exclude(table, model, at, exclude)? };
            let same = |other: &ExcludeConstraint| kept.as_ref().is_none_or(|kept| *kept == without_name(other));
            let found = match name(exclude) {
                Some(name) => there.iter().position(|other| self::name(other) == Some(name)),
                None => there.iter().position(|other| same(other)),
            };
            let Some(found) = found else {
                if self.rules.include_object(item(model, exclude, false), None)? {
                    let mut exclude = exclude.clone();
                    exclude.name.get_or_insert_with(|| Name::finished(format!("{}_excl{at}", table.name.name)));
                    let constraint = Constraint::Exclude(exclude);
                    self.add(Difference::AddConstraint { table: table.name.clone(), constraint });
                }
                continue;
            };
            let from = there.remove(found);
            if !same(from) && self.rules.include_object(item(model, exclude, false), Some(item(table, from, true)))? {
                let (from, to) = (Constraint::Exclude(from.clone()), Constraint::Exclude(exclude.clone()));
                self.add(Difference::ChangeConstraint { table: table.name.clone(), from, to });
            }
        }
        for exclude in there {
            if self.rules.include_object(item(table, exclude, true), None)? {
                let constraint = Constraint::Exclude(exclude.clone());
                self.add(Difference::DropConstraint { table: table.name.clone(), constraint });
            }
        }
        Ok(())
    }

    /// The model's constraint as the server keeps it, without its name; `None` when that cannot be known.
    fn kept_exclude(
        &mut self,
        table: &Table,
        model: &Table,
        at: usize,
        exclude: &ExcludeConstraint,
    ) -> Result<Option<ExcludeConstraint>, R::Error> {
        let name = name(exclude).map_or_else(|| scratch_name(at), str::to_owned);
        let kept = self.kept(table, model)?;
        let found = kept.model().and_then(|kept| excludes(kept).find(|other| self::name(other) == Some(name.as_str())));
        Ok(found.map(without_name))
    }
}
