//! Domains: a type with a name, a default, NOT NULL and CHECKs of its own. They come and go as enum types do.

use super::Difference;
use super::compare::{Comparison, Remark, Rules};
use super::describe::python_repr;
use crate::schema::TableName;

/// What a domain is, as SQL.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Domain {
    /// The type below it: `character varying(20)`
    pub base: String,
    /// Its collation, where it is not the type's
    pub collation: Option<String>,
    /// Its default
    pub default: Option<String>,
    /// Whether it is NOT NULL
    pub not_null: bool,
    /// Its CHECKs: name and condition. A model can say one, and may leave it without a name.
    pub checks: Vec<(Option<String>, String)>,
}

/// A domain that changes in place; what does not change is empty.
#[derive(Debug, Clone, PartialEq)]
pub struct DomainChange {
    /// A table that uses it
    pub table: TableName,
    /// The domain
    pub name: TableName,
    /// The database's default and the model's
    pub default: Option<(Option<String>, Option<String>)>,
    /// Whether it is NOT NULL
    pub not_null: Option<bool>,
    /// CHECKs that go: name and condition
    pub dropped: Vec<(String, String)>,
    /// CHECKs that come
    pub added: Vec<(String, String)>,
}

impl DomainChange {
    pub(super) fn reversed(self) -> Self {
        DomainChange {
            default: self.default.map(|(from, to)| (to, from)),
            not_null: self.not_null.map(|not_null| !not_null),
            dropped: self.added,
            added: self.dropped,
            ..self
        }
    }

    /// What changes, in words.
    pub(super) fn parts(&self) -> Vec<&'static str> {
        let checks = !self.dropped.is_empty() || !self.added.is_empty();
        let all = [("default", self.default.is_some()), ("not null", self.not_null.is_some()), ("check", checks)];
        all.into_iter().filter(|(_, changes)| *changes).map(|(word, _)| word).collect()
    }
}

impl<R: Rules> Comparison<'_, R> {
    /// What makes the model's domain of the database's. The server says the model's in its own words first.
    pub(super) fn domain_change(
        &self,
        table: &TableName,
        name: &TableName,
        from: &Domain,
        model: &Domain,
    ) -> Result<Option<Difference>, R::Error> {
        let told = |what: &str| {
            let text = format!("Domain {} {what}", python_repr(&name.full_name()));
            self.rules.remark(Remark { warning: true, text: text.clone() });
            text
        };
        let Some(kept) = self.rules.kept_domain(name, model)? else {
            told("is not compared: the server does not make the model's");
            return Ok(None);
        };
        if (&from.base, &from.collation) != (&kept.base, &kept.collation) {
            let text = told(&format!("cannot be changed from {} to {}: make another one", from.base, kept.base));
            return Ok(Some(Difference::CannotChange { table: table.clone(), text }));
        }
        let mut change = DomainChange {
            table: table.clone(),
            name: name.clone(),
            default: (from.default != kept.default).then(|| (from.default.clone(), model.default.clone())),
            not_null: (from.not_null != kept.not_null).then_some(kept.not_null),
            dropped: Vec::new(),
            added: Vec::new(),
        };
        let wanted = kept.checks.first();
        let same = |(there, condition): &(Option<String>, String)| {
            let is_named = model.checks.first().is_some_and(|(name, _)| name.is_some());
            wanted.is_some_and(|(name, text)| text == condition && (!is_named || name == there))
        };
        if from.checks.len() > 1 && wanted.is_some() && !from.checks.iter().any(same) {
            told("is not compared: it has several CHECKs, and a model can say one");
        } else if !from.checks.iter().any(same) {
            let named = |(name, condition): &(Option<String>, String)| Some((name.clone()?, condition.clone()));
            change.dropped = from.checks.iter().filter_map(named).collect();
            if let (Some((Some(name), _)), Some((_, condition))) = (wanted, model.checks.first()) {
                change.added.push((name.clone(), condition.clone()));
            }
        }
        Ok((!change.parts().is_empty()).then(|| Difference::ChangeDomain(Box::new(change))))
    }
}
