//! Enum types of PostgreSQL, which have no directives: SQL, so that it reads the same offline and on Alembic.

use limbeck_core::autogenerate::{EnumChange, EnumType, EnumUser, python_repr};
use limbeck_core::schema::TableName;
use limbeck_dialect::DialectError;

use super::{Code, escaped};

impl Code<'_> {
    /// `op.execute("...")`
    pub(super) fn execute(&self, sql: &str) -> String {
        format!("{}execute({})", self.options.alembic_prefix, python_repr(&escaped(sql)))
    }

    fn text(&self, value: &str) -> String {
        format!("'{}'", value.replace('\'', "''"))
    }

    fn values(&self, values: &[String]) -> String {
        values.iter().map(|value| self.text(value)).collect::<Vec<_>>().join(", ")
    }

    fn create_enum_text(&self, name: &TableName, values: &[String]) -> String {
        self.execute(&format!("CREATE TYPE {} AS ENUM ({})", self.dialect.quote_table(name), self.values(values)))
    }

    pub(super) fn create_enum(&self, enumeration: &EnumType) -> String {
        self.create_enum_text(&enumeration.name, &enumeration.values)
    }

    pub(super) fn drop_enum(&self, enumeration: &EnumType) -> String {
        self.execute(&format!("DROP TYPE {}", self.dialect.quote_table(&enumeration.name)))
    }

    pub(super) fn change_enum(&self, change: &EnumChange) -> Result<Vec<String>, DialectError> {
        if change.only_adds() { Ok(self.add_values(change)) } else { self.replace_enum(change) }
    }

    /// `ALTER TYPE ... ADD VALUE`. PostgreSQL does that inside a transaction since version 12, but a value cannot be used before its
    /// transaction has ended; the block is there for older servers, and for a script that uses one. Its price is that everything before it is
    /// committed. A value that is there already is passed over, so that a script which failed after the block can run again.
    fn add_values(&self, change: &EnumChange) -> Vec<String> {
        let name = self.dialect.quote_table(&change.name);
        let mut lines = Vec::new();
        for (at, value) in change.to.iter().enumerate().filter(|(_, value)| !change.from.contains(value)) {
            let place = match at.checked_sub(1).and_then(|before| change.to.get(before)) {
                Some(before) => format!(" AFTER {}", self.text(before)),
                None => change.from.first().map(|first| format!(" BEFORE {}", self.text(first))).unwrap_or_default(),
            };
            let value = self.text(value);
            lines.push(self.execute(&format!("ALTER TYPE {name} ADD VALUE IF NOT EXISTS {value}{place}")));
        }
        if change.apart && !lines.is_empty() {
            let inside: Vec<String> = lines.iter().map(|line| format!("\n    {line}")).collect();
            let block =
                format!("with {}get_context().autocommit_block():{}", self.options.alembic_prefix, inside.concat());
            lines = vec![block];
        }
        let changed = change.users.iter().filter(|user| user.from != user.to);
        lines.extend(changed.map(|user| self.default_of(user, user.to.as_deref())));
        lines
    }

    /// A type of the same name with other values takes the place of the old one. A row that has a value which is gone stops it.
    fn replace_enum(&self, change: &EnumChange) -> Result<Vec<String>, DialectError> {
        let old = TableName { schema: change.name.schema.clone(), name: format!("{}_old", change.name.name) };
        let (name, old_text) = (self.dialect.quote_table(&change.name), self.dialect.quote_table(&old));
        let mut lines = Vec::new();
        let gone: Vec<&String> = change.from.iter().filter(|value| !change.to.contains(value)).collect();
        if !gone.is_empty() {
            let gone: Vec<String> = gone.into_iter().map(|value| self.text(value)).collect();
            lines
                .push(format!("# Rows with {} must be given another value first.", gone.join(", ").replace('\n', " ")));
        }
        for drop in &change.around {
            lines.extend(self.statement(drop)?);
        }
        lines.push(self.execute(&format!("ALTER TYPE {name} RENAME TO {}", self.dialect.quote(&old.name))));
        lines.push(self.create_enum_text(&change.name, &change.to));
        for user in &change.users {
            let (table, column) = (self.dialect.quote_table(&user.table), self.dialect.quote(&user.column));
            let array = if user.is_array { "[]" } else { "" };
            if user.from.is_some() {
                lines.push(self.default_of(user, None));
            }
            lines.push(self.execute(&format!(
                "ALTER TABLE {table} ALTER COLUMN {column} TYPE {name}{array} USING {column}::text{array}::{name}{array}"
            )));
            if let Some(default) = &user.to {
                lines.push(self.default_of(user, Some(default)));
            }
        }
        lines.push(self.execute(&format!("DROP TYPE {old_text}")));
        for drop in change.around.iter().rev() {
            lines.extend(self.statement(&drop.reversed())?);
        }
        Ok(lines)
    }

    fn default_of(&self, user: &EnumUser, default: Option<&str>) -> String {
        let (table, column) = (self.dialect.quote_table(&user.table), self.dialect.quote(&user.column));
        let action = default.map_or_else(|| "DROP DEFAULT".to_owned(), |default| format!("SET DEFAULT {default}"));
        self.execute(&format!("ALTER TABLE {table} ALTER COLUMN {column} {action}"))
    }
}
