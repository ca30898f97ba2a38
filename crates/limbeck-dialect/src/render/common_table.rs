//! WITH: queries that stand before the statement and are named in it.

use limbeck_core::expression::{CommonTable, Literal};

use super::expression::Writer;
use super::query::{Labels, query};
use crate::DialectError;

/// The queries of the WITH clause that is being written.
#[derive(Default)]
pub(crate) struct CommonTables {
    /// In the order in which they are written; the text of one that is being written is not there yet.
    written: Vec<Written>,
}

struct Written {
    table: CommonTable,
    text: Option<String>,
    binds: Vec<Literal>,
}

impl Writer<'_> {
    /// The name of a query of WITH, which is put there when it is named for the first time.
    pub(crate) fn common_table(&mut self, table: &CommonTable) -> Result<String, DialectError> {
        let name = self.table(&limbeck_core::schema::TableName::new(&table.name));
        if let Some(known) = self.common.written.iter().find(|known| known.table.name == table.name) {
            // One that is being written names itself, as far as it was known then.
            if known.text.is_some() && known.table != *table {
                return Err(DialectError::unsupported(
                    format!("two queries of WITH are called {name}"),
                    "give each cte() a name of its own",
                ));
            }
            return Ok(name);
        }
        let outer = std::mem::take(&mut self.outer);
        // Its values come before those of the statement.
        let binds = std::mem::take(&mut self.binds);
        let place = self.common.written.len();
        self.common.written.push(Written { table: table.clone(), text: None, binds: Vec::new() });
        let body = query(self, &table.query, Labels::All);
        self.outer = outer;
        let own = std::mem::replace(&mut self.binds, binds);
        let columns: Vec<String> = table.columns.iter().map(|column| self.style.quote(column)).collect();
        let columns = if table.recursive { format!("({})", columns.join(", ")) } else { String::new() };
        // Those that it names itself stand before it.
        let mut written = self.common.written.remove(place);
        written.text = Some(format!("{name}{columns} AS \n({})", body?));
        written.binds = own;
        self.common.written.push(written);
        Ok(name)
    }

    /// The statement with its WITH clause, when it has one.
    pub(crate) fn with_common_tables(&mut self, text: String) -> String {
        let written = std::mem::take(&mut self.common.written);
        if written.is_empty() {
            return text;
        }
        let recursive = if written.iter().any(|w| w.table.recursive) { "RECURSIVE " } else { "" };
        let mut texts = Vec::with_capacity(written.len());
        let mut binds = Vec::new();
        for one in written {
            texts.extend(one.text);
            binds.extend(one.binds);
        }
        binds.append(&mut self.binds);
        self.binds = binds;
        format!("WITH {recursive}{}\n {text}", texts.join(", \n"))
    }
}
