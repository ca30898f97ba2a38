//! Columns that count up by `GENERATED AS IDENTITY`.

use super::{ColumnOf, Comparison, Rules};
use crate::autogenerate::Difference;
use crate::schema::{Identity, SequenceOptions};

/// What is not the same, by name. What the model leaves out is the database's own choice, and so is `NO MINVALUE`, for which the
/// database says a number.
fn differences(database: &Identity, model: &Identity) -> Vec<&'static str> {
    let (there, wanted): (&SequenceOptions, &SequenceOptions) = (&database.options, &model.options);
    let number = |there: Option<i64>, wanted: Option<i64>| wanted.is_some() && there != wanted;
    let all = [
        ("always", database.always != model.always),
        ("cache", number(there.cache, wanted.cache)),
        ("cycle", wanted.cycle.is_some() && there.cycle != wanted.cycle),
        ("increment", number(there.increment, wanted.increment)),
        ("maxvalue", number(there.maxvalue, wanted.maxvalue)),
        ("minvalue", number(there.minvalue, wanted.minvalue)),
        ("start", number(there.start, wanted.start)),
    ];
    all.into_iter().filter(|(_, differs)| *differs).map(|(name, _)| name).collect()
}

impl<R: Rules> Comparison<'_, R> {
    /// One side at least has an identity.
    pub(super) fn identity(&mut self, database: ColumnOf<'_>, model: ColumnOf<'_>) {
        let attributes = match (&database.column.identity, &model.column.identity) {
            (Some(there), Some(wanted)) => {
                let attributes = differences(there, wanted);
                if attributes.is_empty() {
                    return;
                }
                attributes
            }
            _ => Vec::new(),
        };
        self.add(Difference::ChangeIdentity {
            table: database.table.name.clone(),
            column: database.column.clone(),
            identity: model.column.identity.clone(),
            attributes,
        });
    }
}
