//! `create_table`, `drop_table`, and comments of tables.

use limbeck_core::autogenerate::python_repr;
use limbeck_core::schema::{Table, TableName};

use super::{Code, RenderError};

/// More arguments than this are handed over as a list, as in Alembic.
const MOST_ARGUMENTS: usize = 255;

impl Code<'_> {
    pub(super) fn create_table(&self, table: &Table) -> Result<String, RenderError> {
        let columns: Vec<Option<String>> =
            table.columns.iter().map(|column| self.column(&table.name, column)).collect::<Result<_, _>>()?;
        let mut items: Vec<String> = columns.into_iter().flatten().collect();
        items.extend(self.constraints(table)?);
        let items = match items.len() > MOST_ARGUMENTS {
            true => format!("*[{}]", items.join(",\n")),
            false => items.join(",\n"),
        };
        let mut text = format!("{}create_table({},\n{items}", self.op(), python_repr(&table.name.name));
        let mut more = |argument: &str| text.push_str(&format!(",\n{argument}"));
        if let Some(schema) = &table.name.schema {
            more(&format!("schema={}", python_repr(schema)));
        }
        if let Some(comment) = &table.comment {
            more(&format!("comment={}", python_repr(comment)));
        }
        let mut options = self.options(&table.options)?;
        options.sort();
        options.iter().for_each(|option| more(option));
        if !table.prefixes.is_empty() {
            let prefixes: Vec<String> = table.prefixes.iter().map(|prefix| format!("'{prefix}'")).collect();
            more(&format!("prefixes=[{}]", prefixes.join(", ")));
        }
        text.push_str("\n)");
        Ok(text)
    }

    pub(super) fn drop_table(&self, table: &TableName) -> String {
        format!("{}drop_table({}{})", self.op(), python_repr(&table.name), schema(table))
    }

    pub(super) fn rename_table(&self, table: &TableName, new_name: &str) -> String {
        let (from, to) = (python_repr(&table.name), python_repr(new_name));
        format!("{}rename_table({from}, {to}{})", self.options.alembic_prefix, schema(table))
    }

    pub(super) fn table_comment(&self, table: &TableName, from: Option<&str>, to: Option<&str>) -> String {
        let shown = |text: Option<&str>| text.map_or_else(|| "None".into(), python_repr);
        let directive = if to.is_some() { "create_table_comment" } else { "drop_table_comment" };
        let mut arguments = Vec::new();
        if !self.batch {
            arguments.push(format!("'{}'", table.name));
        }
        if to.is_some() {
            arguments.push(shown(to));
        }
        arguments.push(format!("existing_comment={}", shown(from)));
        if !self.batch {
            let schema = table.schema.as_ref().map_or_else(|| "None".into(), |schema| format!("'{schema}'"));
            arguments.push(format!("schema={schema}"));
        }
        format!("{}{directive}(\n    {}\n)", self.op(), arguments.join(",\n    "))
    }
}

/// `, schema='s'`
pub(super) fn schema(table: &TableName) -> String {
    table.schema.as_deref().map(|schema| format!(", schema={}", python_repr(schema))).unwrap_or_default()
}
