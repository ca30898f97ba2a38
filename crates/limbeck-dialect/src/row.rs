//! Reading what catalogues answer. Queries ask for text, integers and flags, so that nothing else arrives.

use limbeck_core::expression::Literal;

use crate::DialectError;

/// A row; columns are counted from 0.
#[derive(Clone, Copy)]
pub(crate) struct Row<'a>(pub(crate) &'a [Literal]);

impl Row<'_> {
    fn wrong(self, at: usize, wanted: &str) -> DialectError {
        let found = self.0.get(at).map_or_else(|| "nothing".to_owned(), |value| format!("{value:?}"));
        DialectError::Database(format!("the catalogue answered {found} in column {at} where {wanted} was asked for"))
    }

    /// A text that may be NULL.
    pub(crate) fn opt_text(self, at: usize) -> Result<Option<String>, DialectError> {
        match self.0.get(at) {
            Some(Literal::Null) => Ok(None),
            Some(Literal::Text(text)) => Ok(Some(text.clone())),
            _ => Err(self.wrong(at, "a text")),
        }
    }

    /// A text.
    pub(crate) fn text(self, at: usize) -> Result<String, DialectError> {
        self.opt_text(at)?.ok_or_else(|| self.wrong(at, "a text"))
    }

    /// The first character of a text: one of the catalogue's codes.
    pub(crate) fn code(self, at: usize) -> Result<Option<char>, DialectError> {
        Ok(self.opt_text(at)?.and_then(|text| text.chars().next()))
    }

    /// A number that may be NULL.
    pub(crate) fn opt_int(self, at: usize) -> Result<Option<i64>, DialectError> {
        match self.0.get(at) {
            Some(Literal::Null) => Ok(None),
            Some(Literal::Int(number)) => Ok(Some(*number)),
            _ => Err(self.wrong(at, "a number")),
        }
    }

    /// A number.
    pub(crate) fn int(self, at: usize) -> Result<i64, DialectError> {
        self.opt_int(at)?.ok_or_else(|| self.wrong(at, "a number"))
    }

    /// A flag that may be NULL.
    pub(crate) fn opt_bool(self, at: usize) -> Result<Option<bool>, DialectError> {
        match self.0.get(at) {
            Some(Literal::Null) => Ok(None),
            Some(Literal::Bool(value)) => Ok(Some(*value)),
            _ => Err(self.wrong(at, "true or false")),
        }
    }

    /// A flag; NULL is false.
    pub(crate) fn bool(self, at: usize) -> Result<bool, DialectError> {
        Ok(self.opt_bool(at)?.unwrap_or(false))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_not_asked_for_is_an_error() {
        let row = [Literal::Text("x".into()), Literal::Null];
        assert!(Row(&row).int(0).is_err());
        assert!(Row(&row).text(1).is_err());
        assert!(Row(&row).text(2).is_err());
        assert_eq!(Row(&row).opt_text(1), Ok(None));
        assert_eq!(Row(&row).code(0), Ok(Some('x')));
    }
}
