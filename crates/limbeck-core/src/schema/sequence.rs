//! Sequences that stand by themselves.

use super::{ManagedElsewhere, SequenceOptions, SqlType, TableName};

/// A sequence.
#[derive(Debug, Clone, PartialEq)]
pub struct Sequence {
    /// Its name.
    pub name: TableName,
    /// The type of its numbers, when one is said.
    pub data_type: Option<SqlType>,
    /// How it counts.
    pub options: SequenceOptions,
    /// Of a database's sequence: what uses it or keeps it.
    pub kept_by: Vec<SequenceUser>,
}

/// What in a database uses a sequence, or keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SequenceUser {
    /// A column counts with it by its default
    Default {
        /// The column's table
        table: TableName,
        /// The column
        column: String,
    },
    /// It belongs to a column: SERIAL, an identity, `OWNED BY`
    Owned {
        /// The column's table
        table: TableName,
        /// The column
        column: String,
    },
    /// Something else that the database would not let go of it
    Other(String),
    /// It is of an extension, or of another owner
    Elsewhere(ManagedElsewhere),
}

impl Sequence {
    /// A sequence of which nothing else is said.
    pub fn new(name: TableName) -> Self {
        Sequence { name, data_type: None, options: SequenceOptions::default(), kept_by: Vec::new() }
    }

    /// Whether it belongs to a column.
    pub fn is_owned(&self) -> bool {
        self.kept_by.iter().any(|user| matches!(user, SequenceUser::Owned { .. }))
    }
}

/// How a sequence counts where nothing is said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counting {
    /// The lowest number
    pub lowest: i64,
    /// The highest number
    pub highest: i64,
    /// `CACHE`
    pub cache: i64,
}

impl Counting {
    /// As far as an integer type goes, without a cache: PostgreSQL's way.
    pub fn of_integers(sql_type: &SqlType) -> Self {
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
        Counting { lowest, highest, cache: 1 }
    }

    /// From 1 by 1 to the end, downwards from -1, without a cycle.
    pub fn settled(&self, options: &SequenceOptions) -> SequenceOptions {
        let increment = options.increment.unwrap_or(1);
        let up = increment > 0;
        // NO MINVALUE is what is there when nothing is said.
        let minvalue = options.minvalue.filter(|_| !options.nominvalue).unwrap_or(if up { 1 } else { self.lowest });
        let maxvalue = options.maxvalue.filter(|_| !options.nomaxvalue).unwrap_or(if up { self.highest } else { -1 });
        SequenceOptions {
            start: Some(options.start.unwrap_or(if up { minvalue } else { maxvalue })),
            increment: Some(increment),
            minvalue: Some(minvalue),
            maxvalue: Some(maxvalue),
            cycle: Some(options.cycle.unwrap_or(false)),
            cache: Some(options.cache.unwrap_or(self.cache)),
            ..options.clone()
        }
    }

    /// Without what is so when nothing is said.
    pub fn shortened(&self, options: &SequenceOptions) -> SequenceOptions {
        let mut short = self.settled(options);
        let full = short.clone();
        let mut leave_out = |take: fn(&mut SequenceOptions)| {
            let mut shorter = short.clone();
            take(&mut shorter);
            let again = self.settled(&shorter);
            let same = SequenceOptions { nominvalue: false, nomaxvalue: false, ..again };
            if same == (SequenceOptions { nominvalue: false, nomaxvalue: false, ..full.clone() }) {
                short = shorter;
            }
        };
        leave_out(|options| options.start = None);
        leave_out(|options| (options.minvalue, options.nominvalue) = (None, false));
        leave_out(|options| (options.maxvalue, options.nomaxvalue) = (None, false));
        leave_out(|options| options.increment = None);
        leave_out(|options| options.cycle = None);
        leave_out(|options| options.cache = None);
        short
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BIGINT: Counting = Counting { lowest: i64::MIN, highest: i64::MAX, cache: 1 };

    #[test]
    fn what_is_so_anyway_is_left_out() {
        let full = BIGINT.settled(&SequenceOptions::default());
        assert_eq!(full.maxvalue, Some(i64::MAX));
        assert_eq!(BIGINT.shortened(&full), SequenceOptions::default());
        let given = SequenceOptions { start: Some(10), increment: Some(5), ..SequenceOptions::default() };
        assert_eq!(BIGINT.shortened(&BIGINT.settled(&given)), given);
        let down = SequenceOptions { increment: Some(-1), ..SequenceOptions::default() };
        assert_eq!(BIGINT.settled(&down).start, Some(-1));
        assert_eq!(BIGINT.shortened(&BIGINT.settled(&down)), down);
    }
}
