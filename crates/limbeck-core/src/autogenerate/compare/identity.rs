//! Columns that count up by `GENERATED AS IDENTITY`.

use super::{ColumnOf, Comparison, Rules};
use crate::autogenerate::Difference;
use crate::schema::{Counting, Identity, SequenceOptions};

/// What is not the same, by name. What the model leaves out is what a database does when nothing is said.
fn differences(database: &Identity, model: &Identity, counting: &Counting) -> Vec<&'static str> {
    let mut all = counter_differences(&database.options, &counting.settled(&model.options));
    if database.always != model.always {
        all.insert(0, "always");
    }
    all
}

/// What two counters do not do alike, by name. What the first does not say is not compared.
pub(super) fn counter_differences(there: &SequenceOptions, wanted: &SequenceOptions) -> Vec<&'static str> {
    let number = |there: Option<i64>, wanted: Option<i64>| there.is_some() && there != wanted;
    let all = [
        ("cache", number(there.cache, wanted.cache)),
        ("cycle", there.cycle.is_some() && there.cycle != wanted.cycle),
        ("increment", number(there.increment, wanted.increment)),
        ("maxvalue", number(there.maxvalue, wanted.maxvalue)),
        ("minvalue", number(there.minvalue, wanted.minvalue)),
        ("start", number(there.start, wanted.start)),
    ];
    all.into_iter().filter(|(_, differs)| *differs).map(|(name, _)| name).collect()
}

/// The model's identity with a word for everything that changes: silence would change nothing.
fn said(model: &Identity, attributes: &[&str], counting: &Counting) -> Identity {
    let (mut options, all) = (model.options.clone(), counting.settled(&model.options));
    for attribute in attributes {
        match *attribute {
            "cache" => options.cache = all.cache,
            "cycle" => options.cycle = all.cycle,
            "increment" => options.increment = all.increment,
            "maxvalue" => (options.maxvalue, options.nomaxvalue) = (all.maxvalue, false),
            "minvalue" => (options.minvalue, options.nominvalue) = (all.minvalue, false),
            "start" => options.start = all.start,
            _ => {}
        }
    }
    Identity { options, ..model.clone() }
}

impl<R: Rules> Comparison<'_, R> {
    /// One side at least has an identity.
    pub(super) fn identity(&mut self, database: ColumnOf<'_>, model: ColumnOf<'_>) {
        let mut identity = model.column.identity.clone();
        let attributes = match (&database.column.identity, &model.column.identity) {
            (Some(there), Some(wanted)) => {
                let counting = Counting::of_integers(&database.column.sql_type);
                let attributes = differences(there, wanted, &counting);
                if attributes.is_empty() {
                    return;
                }
                identity = Some(said(wanted, &attributes, &counting));
                attributes
            }
            _ => Vec::new(),
        };
        self.add(Difference::ChangeIdentity {
            table: database.table.name.clone(),
            column: database.column.clone(),
            identity,
            attributes,
            counts: model.column.identity.is_none()
                && model.table.autoincrement_column().is_some_and(|counting| counting.name == model.column.name),
        });
    }
}
