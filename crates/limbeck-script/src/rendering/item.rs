//! `render_item`: env.py's say in how single things are written.

use limbeck_core::operation::ColumnDefault;
use limbeck_core::schema::{Column, Constraint, SqlType, TableName};

use super::{Code, RenderError};

/// Something that is about to be written.
#[derive(Debug, Clone, Copy)]
pub enum Item<'a> {
    /// A type
    Type(&'a SqlType),
    /// A column, in `create_table` and `add_column`
    Column(&'a TableName, &'a Column),
    /// What fills a column; `None` where it is taken away
    ServerDefault(Option<&'a ColumnDefault>),
    /// A constraint of a new table
    Constraint(&'a TableName, &'a Constraint),
}

/// What env.py says of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// Nothing: it is written as usual
    Usual,
    /// It is left out
    Omit,
    /// It is this code
    Code(String),
}

/// `render_item`
pub trait RenderItem {
    /// How `item` is written.
    ///
    /// # Errors
    /// What the function raised.
    fn render(&self, item: Item<'_>) -> Result<Answer, Box<dyn std::error::Error>>;
}

impl Code<'_> {
    pub(super) fn asked(&self, item: Item<'_>) -> Result<Answer, RenderError> {
        match self.items {
            None => Ok(Answer::Usual),
            Some(items) => items.render(item).map_err(RenderError::Item),
        }
    }
}
