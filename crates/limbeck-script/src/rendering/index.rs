//! `create_index` and `drop_index`.

use limbeck_core::autogenerate::python_repr;
use limbeck_core::expression::Expression;
use limbeck_core::schema::{Index, IndexElement, NullsOrder, SortOrder};

use super::table::schema;
use super::{Code, RenderError, python_bool};

impl Code<'_> {
    pub(super) fn create_index(&self, index: &Index) -> Result<String, RenderError> {
        let elements: Vec<String> =
            index.elements.iter().map(|element| self.index_element(element)).collect::<Result<_, _>>()?;
        let mut text = format!("{}create_index({}, ", self.op(), self.name(index.name.as_ref()));
        if !self.batch {
            text.push_str(&format!("{}, ", python_repr(&index.table.name)));
        }
        text.push_str(&format!("[{}], unique={}", elements.join(", "), python_bool(index.unique)));
        if !self.batch {
            text.push_str(&schema(&index.table));
        }
        self.end(text, index)
    }

    pub(super) fn drop_index(&self, index: &Index) -> Result<String, RenderError> {
        let mut text = format!("{}drop_index({}", self.op(), self.name(index.name.as_ref()));
        if !self.batch {
            text.push_str(&format!(", table_name={}{}", python_repr(&index.table.name), schema(&index.table)));
        }
        self.end(text, index)
    }

    /// The dialect's arguments, which a dropped index repeats.
    fn end(&self, mut text: String, index: &Index) -> Result<String, RenderError> {
        for option in self.options(&index.options)? {
            text.push_str(&format!(", {option}"));
        }
        text.push(')');
        Ok(text)
    }

    fn index_element(&self, element: &IndexElement) -> Result<String, RenderError> {
        if let (Expression::Column { name, .. }, None, None) = (&element.expression, element.order, element.nulls) {
            return Ok(python_repr(name));
        }
        let order = match element.order {
            Some(SortOrder::Ascending) => " ASC",
            Some(SortOrder::Descending) => " DESC",
            None => "",
        };
        let nulls = match element.nulls {
            Some(NullsOrder::First) => " NULLS FIRST",
            Some(NullsOrder::Last) => " NULLS LAST",
            None => "",
        };
        let sql = format!("{}{order}{nulls}", self.sql(&element.expression)?);
        Ok(format!("{}literal_column({})", self.sa(), python_repr(&sql)))
    }
}
