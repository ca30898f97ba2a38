//! Columns that count up by `GENERATED AS IDENTITY`.

use super::{ColumnOf, Comparison, Rules};
use crate::autogenerate::Difference;
use crate::schema::{Identity, SequenceOptions, SqlType};

/// What is not the same, by name. What the model leaves out is what a database does when nothing is said.
fn differences(database: &Identity, model: &Identity, sql_type: &SqlType) -> Vec<&'static str> {
    let (there, wanted) = (&database.options, &settled(&model.options, sql_type));
    let number = |there: Option<i64>, wanted: Option<i64>| there.is_some() && there != wanted;
    let all = [
        ("always", database.always != model.always),
        ("cache", number(there.cache, wanted.cache)),
        ("cycle", there.cycle.is_some() && there.cycle != wanted.cycle),
        ("increment", number(there.increment, wanted.increment)),
        ("maxvalue", number(there.maxvalue, wanted.maxvalue)),
        ("minvalue", number(there.minvalue, wanted.minvalue)),
        ("start", number(there.start, wanted.start)),
    ];
    all.into_iter().filter(|(_, differs)| *differs).map(|(name, _)| name).collect()
}

/// With what PostgreSQL makes of silence: from 1 by 1 to the end of the column's type, downwards from -1, without a cache or a cycle.
fn settled(options: &SequenceOptions, sql_type: &SqlType) -> SequenceOptions {
    let name = match sql_type {
        SqlType::Literal { name, .. } => name.as_str(),
        SqlType::SmallInteger => "SMALLINT",
        SqlType::BigInteger => "BIGINT",
        _ => "INTEGER",
    };
    let (lowest, highest) = match name {
        "SMALLINT" => (i64::from(i16::MIN), i64::from(i16::MAX)),
        "BIGINT" => (i64::MIN, i64::MAX),
        _ => (i64::from(i32::MIN), i64::from(i32::MAX)),
    };
    let increment = options.increment.unwrap_or(1);
    let up = increment > 0;
    let minvalue = options.minvalue.unwrap_or(if up { 1 } else { lowest });
    let maxvalue = options.maxvalue.unwrap_or(if up { highest } else { -1 });
    SequenceOptions {
        start: Some(options.start.unwrap_or(if up { minvalue } else { maxvalue })),
        increment: Some(increment),
        minvalue: Some(minvalue),
        maxvalue: Some(maxvalue),
        cycle: Some(options.cycle.unwrap_or(false)),
        cache: Some(options.cache.unwrap_or(1)),
        ..options.clone()
    }
}

/// The model's identity with a word for everything that changes: silence would change nothing.
fn said(model: &Identity, attributes: &[&str], sql_type: &SqlType) -> Identity {
    let (mut options, all) = (model.options.clone(), settled(&model.options, sql_type));
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
                let attributes = differences(there, wanted, &database.column.sql_type);
                if attributes.is_empty() {
                    return;
                }
                identity = Some(said(wanted, &attributes, &database.column.sql_type));
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
