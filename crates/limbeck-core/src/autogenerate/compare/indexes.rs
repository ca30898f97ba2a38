//! Indexes and UNIQUE constraints, together: a name may be an index on one side and a constraint on the other.
//!
//! Named ones are matched by name. A UNIQUE constraint without a name, in the model or in the database, is matched by its columns.

use std::collections::{BTreeMap, BTreeSet};

use super::{Comparison, ElementText, Item, ItemKind, Kept, Rules};
use crate::autogenerate::Difference;
use crate::autogenerate::describe::{names_repr, python_repr};
use crate::autogenerate::wording::index_columns;
use crate::expression::Expression;
use crate::schema::{Constraint, Deferral, DialectOptions, Index, OptionValue, Table, UniqueConstraint};

#[derive(Clone, Copy)]
enum Key<'a> {
    Index(&'a Index),
    Unique(&'a UniqueConstraint),
}

impl<'a> Key<'a> {
    fn name(self) -> Option<&'a str> {
        let name = match self {
            Key::Index(index) => index.name.as_ref(),
            Key::Unique(unique) => unique.name.as_ref(),
        };
        name.map(|name| name.text.as_str())
    }

    fn kind(self) -> ItemKind {
        match self {
            Key::Index(_) => ItemKind::Index,
            Key::Unique(_) => ItemKind::UniqueConstraint,
        }
    }

    fn item(self, table: &'a Table, reflected: bool) -> Item<'a> {
        let columns = match self {
            // Its name says which one it is.
            Key::Index(_) => &[],
            Key::Unique(unique) => unique.columns.as_slice(),
        };
        Item { kind: self.kind(), name: self.name(), columns, table, reflected }
    }
}

fn has_expressions(index: &Index) -> bool {
    index.elements.iter().any(|element| !matches!(element.expression, Expression::Column { .. }))
}

fn sorted_columns(unique: &UniqueConstraint) -> Vec<String> {
    let mut columns = unique.columns.clone();
    columns.sort();
    columns
}

fn keys(table: &Table) -> impl Iterator<Item = Key<'_>> {
    let uniques = table.constraints.iter().filter_map(|constraint| match constraint {
        Constraint::Unique(unique) => Some(Key::Unique(unique)),
        _ => None,
    });
    uniques.chain(table.indexes.iter().map(Key::Index))
}

/// What two indexes of one name do not have in common, but for their options; order of columns counts, ASC and DESC do not.
fn column_change(from: &Index, to: &Index) -> Vec<String> {
    let mut reasons: Vec<String> = unique_change(from, to).into_iter().collect();
    let (there, wanted) = (index_columns(from), index_columns(to));
    if there != wanted || has_expressions(from) != has_expressions(to) {
        reasons.push(format!("expression {} to {}", names_repr(&there), names_repr(&wanted)));
    }
    reasons
}

fn unique_change(from: &Index, to: &Index) -> Option<String> {
    let flag = |flag: bool| if flag { "True" } else { "False" };
    (from.unique != to.unique).then(|| format!("unique={} to unique={}", flag(from.unique), flag(to.unique)))
}

/// The options of an index or a UNIQUE constraint that Alembic compares.
fn compared_options(options: &DialectOptions) -> Vec<String> {
    let name = "nulls_not_distinct";
    if options.flag("postgresql", name) { vec![name.to_owned()] } else { Vec::new() }
}

/// The columns that a UNIQUE constraint has beside its own.
fn included_columns(options: &DialectOptions) -> Vec<String> {
    let Some(OptionValue::List(columns)) = options.get("postgresql", "include") else { return Vec::new() };
    let names = columns.iter().filter_map(|column| match column {
        OptionValue::Text(name) | OptionValue::Expression(Expression::Column { name, .. }) => Some(name.clone()),
        _ => None,
    });
    names.collect()
}

fn included_change(from: &DialectOptions, to: &DialectOptions) -> Option<String> {
    let (there, wanted) = (included_columns(from), included_columns(to));
    (there != wanted).then(|| format!("include {} to {}", names_repr(&there), names_repr(&wanted)))
}

/// When a constraint is checked.
fn deferral_change(from: &Deferral, to: &Deferral) -> Option<String> {
    let word = |deferral: &Deferral| {
        let deferred = deferral.initially.as_ref().is_some_and(|word| word.eq_ignore_ascii_case("deferred"));
        match (deferred, deferral.deferrable) {
            (true, _) => "initially deferred",
            (false, Some(true)) => "deferrable",
            (false, _) => "not deferrable",
        }
    };
    (word(from) != word(to)).then(|| format!("{} to {}", word(from), word(to)))
}

fn option_change(what: &str, from: &DialectOptions, to: &DialectOptions) -> Option<String> {
    let (there, wanted) = (compared_options(from), compared_options(to));
    (there != wanted).then(|| format!("{what} {} to {}", names_repr(&there), names_repr(&wanted)))
}

impl<R: Rules> Comparison<'_, R> {
    /// `table` is `None` for a table that is added, `model` for one that is removed: their UNIQUEs come and go with them.
    pub(super) fn indexes_and_uniques(&mut self, table: Option<&Table>, model: Option<&Table>) -> Result<(), R::Error> {
        let whole = table.is_none() || model.is_none();
        let mut there = Vec::new();
        if let Some(table) = table {
            for key in keys(table) {
                if self.rules.include_name(key.kind(), key.name(), &table.name)? {
                    there.push(key);
                }
            }
        }
        let mut wanted: Vec<Key<'_>> = model.into_iter().flat_map(keys).collect();
        self.skip_expressions(table, &mut there, &mut wanted)?;
        if whole {
            let index = |key: &Key<'_>| matches!(key, Key::Index(_));
            there.retain(index);
            wanted.retain(index);
        }
        let there_names = by_name(&there);
        let wanted_names = by_name(&wanted);
        let unnamed: BTreeMap<Vec<String>, Key<'_>> = wanted
            .iter()
            .filter_map(|key| match key {
                Key::Unique(unique) if unique.name.is_none() => Some((sorted_columns(unique), *key)),
                _ => None,
            })
            .collect();

        for (name, key) in &there_names {
            let matched = matches!(key, Key::Unique(unique) if unnamed.contains_key(&sorted_columns(unique)));
            if !wanted_names.contains_key(name) && !matched {
                self.key_removed(table, *key)?;
            }
        }
        for key in &there {
            let Key::Unique(unique) = key else { continue };
            let is_same = |other: &Key<'_>| matches!(other, Key::Unique(other) if sorted_columns(other) == sorted_columns(unique));
            if unique.name.is_none() && !wanted.iter().any(is_same) {
                self.key_removed(table, *key)?;
            }
        }
        for (name, key) in &wanted_names {
            let Some(existing) = there_names.get(name) else { continue };
            self.key_changed(table, model, *existing, *key)?;
        }
        for (name, key) in &wanted_names {
            if !there_names.contains_key(name) {
                self.key_added(table, model, *key)?;
            }
        }
        let columns_there: BTreeSet<Vec<String>> = there
            .iter()
            .filter_map(|key| match key {
                Key::Unique(unique) => Some(sorted_columns(unique)),
                Key::Index(_) => None,
            })
            .collect();
        for (_, key) in unnamed.iter().filter(|(columns, _)| !columns_there.contains(*columns)) {
            self.key_added(table, model, *key)?;
        }
        Ok(())
    }

    /// Indexes of expressions are not compared: their text is not kept as it was written. One that stands against an index of
    /// plain columns is different all the same.
    fn skip_expressions(
        &self,
        table: Option<&Table>,
        there: &mut Vec<Key<'_>>,
        wanted: &mut Vec<Key<'_>>,
    ) -> Result<(), R::Error> {
        let some_index = there.iter().chain(wanted.iter()).find_map(|key| match key {
            Key::Index(index) => Some(*index),
            Key::Unique(_) => None,
        });
        let Some(index) = some_index else { return Ok(()) };
        if self.rules.index_elements(index)?.is_some() {
            return Ok(());
        }
        let of_expressions = |key: &Key<'_>| matches!(key, Key::Index(index) if has_expressions(index));
        let plain = |keys: &[Key<'_>]| -> BTreeSet<String> {
            keys.iter().filter(|key| !of_expressions(key)).filter_map(|key| key.name().map(str::to_owned)).collect()
        };
        let (plain_there, plain_wanted) = (plain(there), plain(wanted));
        let stays = |key: &Key<'_>, others: &BTreeSet<String>| {
            !of_expressions(key) || key.name().is_some_and(|name| others.contains(name))
        };
        for key in wanted.iter().filter(|key| !stays(key, &plain_there)) {
            // An added table brings its indexes along; there is nothing to compare them with.
            if table.is_some() {
                let name = python_repr(key.name().unwrap_or_default());
                self.remark(
                    true,
                    format!("index {name} is not compared with the database, because it is on expressions"),
                );
            }
        }
        there.retain(|key| stays(key, &plain_wanted));
        if table.is_some() {
            wanted.retain(|key| stays(key, &plain_there));
        }
        Ok(())
    }

    /// What two indexes of one name do not have in common: by what is written, and where that is not the same, by what the server makes of
    /// the model's.
    fn index_change(
        &mut self,
        table: &Table,
        model: &Table,
        from: &Index,
        to: &Index,
    ) -> Result<Option<String>, R::Error> {
        let reasons = self.exact_change(from, to)?;
        if reasons.is_empty() || self.rules.index_elements(from)?.is_none() {
            return Ok(joined(reasons));
        }
        let kept = self.kept(table, model)?;
        let reasons = match &*kept {
            // Alembic's words where it has any.
            Kept::AsWritten if !has_expressions(from) && !has_expressions(to) => {
                let plain = column_change(from, to);
                if plain.is_empty() { reasons } else { plain }
            }
            Kept::AsWritten => reasons,
            Kept::InOwnWords { model, .. } => match model.indexes.iter().find(|index| index.name == from.name) {
                Some(kept) => self.exact_change(from, kept)?,
                None => return self.rough_change(from, to),
            },
            Kept::Unknown(_) => return self.rough_change(from, to),
        };
        if reasons.is_empty() {
            return Ok(None);
        }
        if matches!(&*kept, Kept::AsWritten) {
            return Ok(joined(reasons));
        }
        Ok(self.rough_change(from, to)?.or_else(|| joined(reasons)))
    }

    fn exact_change(&self, from: &Index, to: &Index) -> Result<Vec<String>, R::Error> {
        let mut reasons: Vec<String> = unique_change(from, to).into_iter().collect();
        let texts = (self.rules.index_elements(from)?, self.rules.index_elements(to)?);
        let (Some(there), Some(wanted)) = texts else {
            reasons = column_change(from, to);
            reasons.extend(self.differing_options(from, to)?);
            return Ok(reasons);
        };
        let shown = |all: &[ElementText]| all.iter().map(|element| element.shown.clone()).collect::<Vec<_>>();
        if shown(&there) != shown(&wanted) {
            reasons.push(format!("expression {} to {}", names_repr(&shown(&there)), names_repr(&shown(&wanted))));
        }
        reasons.extend(self.differing_options(from, to)?);
        Ok(reasons)
    }

    fn differing_options(&self, from: &Index, to: &Index) -> Result<Vec<String>, R::Error> {
        let mut reasons = Vec::new();
        let (there, wanted) = (self.rules.index_options(from)?, self.rules.index_options(to)?);
        let names: BTreeSet<&String> = there.iter().chain(&wanted).map(|(name, _)| name).collect();
        let value = |all: &[(String, String)], name: &String| {
            let found = all.iter().find(|(other, _)| other == name);
            found.map_or_else(|| "None".to_owned(), |(_, value)| python_repr(value))
        };
        for name in names {
            let (from, to) = (value(&there, name), value(&wanted, name));
            if from != to {
                reasons.push(format!("{name} {from} to {to}"));
            }
        }
        Ok(reasons)
    }

    /// The same without the server's help. What cannot be compared is taken to be the same, and said.
    fn rough_change(&self, from: &Index, to: &Index) -> Result<Option<String>, R::Error> {
        let texts = (self.rules.index_elements(from)?, self.rules.index_elements(to)?);
        let (Some(there), Some(wanted)) = texts else {
            return Ok(joined(column_change(from, to)));
        };
        let mut reasons: Vec<String> = unique_change(from, to).into_iter().collect();
        if there.len() != wanted.len() {
            reasons.push(format!("expression number {} to {}", there.len(), wanted.len()));
        }
        if !reasons.is_empty() {
            return Ok(joined(reasons));
        }
        for (at, (there, wanted)) in there.iter().zip(&wanted).enumerate() {
            let (place, from_text, to_text) = (at + 1, python_repr(&there.shown), python_repr(&wanted.shown));
            if there.normal == wanted.normal {
                continue;
            }
            if wanted.shown.trim().ends_with("_ops") && wanted.shown.contains([' ', ')']) {
                let name = python_repr(from.name.as_ref().map_or("", |name| name.text.as_str()));
                let text = format!(
                    "Expression #{place} {to_text} in index {name} includes an operator class, so that it cannot be compared. Give \
                     the operator class in `postgresql_ops`."
                );
                self.remark(true, text);
            } else {
                reasons.push(format!("expression #{place} {from_text} to {to_text}"));
            }
        }
        reasons.extend(option_change("options", &from.options, &to.options));
        Ok(joined(reasons))
    }

    fn key_removed(&mut self, table: Option<&Table>, key: Key<'_>) -> Result<(), R::Error> {
        let Some(table) = table else { return Ok(()) };
        if self.rules.include_object(key.item(table, true), None)? {
            self.add(match key {
                Key::Index(index) => Difference::DropIndex(index.clone()),
                Key::Unique(unique) => Difference::DropUnique { table: table.name.clone(), constraint: unique.clone() },
            });
        }
        Ok(())
    }

    fn key_added(&mut self, table: Option<&Table>, model: Option<&Table>, key: Key<'_>) -> Result<(), R::Error> {
        let Some(model) = model else { return Ok(()) };
        let name = table.unwrap_or(model).name.clone();
        if self.rules.include_object(key.item(model, false), None)? {
            self.add(match key {
                Key::Index(index) => Difference::AddIndex(index.clone()),
                Key::Unique(unique) => Difference::AddUnique { table: name, constraint: unique.clone() },
            });
        }
        Ok(())
    }

    fn key_changed(
        &mut self,
        table: Option<&Table>,
        model: Option<&Table>,
        from: Key<'_>,
        to: Key<'_>,
    ) -> Result<(), R::Error> {
        let (Some(there), Some(wanted)) = (table, model) else { return Ok(()) };
        let name = there.name.clone();
        let difference = match (from, to) {
            (Key::Index(from), Key::Index(to)) => {
                let reason = self.index_change(there, wanted, from, to)?;
                reason.map(|reason| Difference::ChangeIndex { from: from.clone(), to: to.clone(), reason })
            }
            (Key::Unique(from), Key::Unique(to)) => {
                let (old, new) = (sorted_columns(from), sorted_columns(to));
                let columns = (old != new).then(|| format!("expression {} to {}", names_repr(&old), names_repr(&new)));
                let reason = columns
                    .or_else(|| option_change("expression", &from.options, &to.options))
                    .or_else(|| included_change(&from.options, &to.options))
                    .or_else(|| deferral_change(&from.deferral, &to.deferral));
                reason.map(|reason| Difference::ChangeUnique {
                    table: name,
                    from: from.clone(),
                    to: to.clone(),
                    reason,
                })
            }
            _ => {
                self.key_removed(table, from)?;
                return self.key_added(table, model, to);
            }
        };
        if let Some(difference) = difference
            && self.rules.include_object(to.item(wanted, false), Some(from.item(there, true)))?
        {
            self.add(difference);
        }
        Ok(())
    }
}

fn by_name<'a>(keys: &[Key<'a>]) -> BTreeMap<&'a str, Key<'a>> {
    keys.iter().filter_map(|key| key.name().map(|name| (name, *key))).collect()
}

fn joined(reasons: Vec<String>) -> Option<String> {
    (!reasons.is_empty()).then(|| reasons.join(", "))
}
