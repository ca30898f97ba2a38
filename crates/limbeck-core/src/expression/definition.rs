//! Statements that make and drop what has no directive of its own.

use crate::schema::{SequenceOptions, SqlType, TableName};

/// A sequence or schema that is made or dropped.
#[derive(Debug, Clone, PartialEq)]
pub enum Definition {
    /// `CREATE SEQUENCE`
    CreateSequence {
        /// Its name
        name: TableName,
        /// The type of its values, when one is given
        data_type: Option<SqlType>,
        /// Its options
        options: SequenceOptions,
        /// `IF NOT EXISTS`
        if_not_exists: bool,
    },
    /// `DROP SEQUENCE`
    DropSequence {
        /// Its name
        name: TableName,
        /// `IF EXISTS`
        if_exists: bool,
    },
    /// `CREATE SCHEMA`
    CreateSchema {
        /// Its name
        name: String,
        /// `IF NOT EXISTS`
        if_not_exists: bool,
    },
    /// `DROP SCHEMA`
    DropSchema {
        /// Its name
        name: String,
        /// `IF EXISTS`
        if_exists: bool,
        /// With everything in it
        cascade: bool,
    },
}
