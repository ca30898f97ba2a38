//! Constraints, inside `create_table` and on their own.

use limbeck_core::autogenerate::python_repr;
use limbeck_core::schema::{
    CheckConstraint, Constraint, Deferral, DialectOptions, ExcludeConstraint, ForeignKey, Name, PrimaryKey, Table,
    TableName, UniqueConstraint,
};

use super::item::{Answer, Item};
use super::table::schema;
use super::{Code, RenderError, python_bool, python_list};

/// What Alembic writes above a directive that cannot run.
const NO_NAME: [&str; 3] = [
    "# WARNING: constraint name is None; this directive will fail as",
    "# rendered.  Add a name, or use a naming convention; see",
    "# https://alembic.sqlalchemy.org/en/latest/naming.html",
];

impl Code<'_> {
    /// The constraints of a new table, in the order of their texts.
    pub(super) fn constraints(&self, table: &Table) -> Result<Vec<String>, RenderError> {
        let mut texts = Vec::new();
        if table.primary_key().is_none() {
            let columns = table.primary_key_columns();
            if !columns.is_empty() {
                let key = PrimaryKey {
                    name: None,
                    columns: columns.into_iter().map(str::to_owned).collect(),
                    deferral: Deferral::default(),
                    options: DialectOptions::default(),
                };
                texts.extend(self.constraint(&table.name, &Constraint::PrimaryKey(key))?);
            }
        }
        for constraint in &table.constraints {
            texts.extend(self.constraint(&table.name, constraint)?);
        }
        texts.sort();
        Ok(texts)
    }

    fn constraint(&self, table: &TableName, constraint: &Constraint) -> Result<Option<String>, RenderError> {
        match self.asked(Item::Constraint(table, constraint))? {
            Answer::Usual => {}
            Answer::Omit => return Ok(None),
            Answer::Code(code) => return Ok(Some(code)),
        }
        Ok(match constraint {
            Constraint::PrimaryKey(key) if key.columns.is_empty() => None,
            Constraint::PrimaryKey(key) => {
                let columns = key.columns.iter().map(|column| python_repr(column));
                Some(self.constructed("PrimaryKeyConstraint", columns, key.name.as_ref(), vec![]))
            }
            Constraint::Unique(unique) => Some(self.unique_of_table(unique)?),
            Constraint::ForeignKey(key) => Some(self.foreign_key_of_table(key)?),
            // The type brings it along.
            Constraint::Check(check) if check.of_type.is_some() => None,
            Constraint::Check(check) => Some(self.check_of_table(check)?),
            Constraint::Exclude(exclude) => Some(self.exclude_of_table(exclude)?),
        })
    }

    fn constructed(
        &self,
        class: &str,
        arguments: impl Iterator<Item = String>,
        name: Option<&Name>,
        more: Vec<String>,
    ) -> String {
        let name = name.map(|name| format!("name={}", self.name(Some(name))));
        let all: Vec<String> = arguments.chain(name).chain(more).collect();
        format!("{}{class}({})", self.sa(), all.join(", "))
    }

    fn unique_of_table(&self, unique: &UniqueConstraint) -> Result<String, RenderError> {
        let mut arguments: Vec<String> = unique.columns.iter().map(|column| python_repr(column)).collect();
        arguments.extend(deferral_of_unique(unique));
        arguments.extend(unique.name.as_ref().map(|name| format!("name={}", self.name(Some(name)))));
        arguments.extend(self.options(&unique.options)?);
        Ok(format!("{}UniqueConstraint({})", self.sa(), arguments.join(", ")))
    }

    /// Alembic leaves a space after the last comma, also when nothing follows.
    fn foreign_key_of_table(&self, key: &ForeignKey) -> Result<String, RenderError> {
        let table = key.referred_table.full_name();
        let referred: Vec<String> = key.referred_columns.iter().map(|column| format!("{table}.{column}")).collect();
        let mut arguments: Vec<String> =
            key.name.iter().map(|name| format!("name={}", self.name(Some(name)))).collect();
        let options = &key.options;
        let text = |name: &str, value: &Option<String>| {
            value.as_ref().filter(|value| !value.is_empty()).map(|value| format!("{name}={}", python_repr(value)))
        };
        arguments.extend(text("onupdate", &options.onupdate));
        arguments.extend(text("ondelete", &options.ondelete));
        arguments.extend(text("initially", &options.deferral.initially));
        arguments.extend((options.deferral.deferrable == Some(true)).then(|| "deferrable=True".to_owned()));
        arguments.extend(options.use_alter.then(|| "use_alter=True".to_owned()));
        arguments.extend(text("match", &options.match_));
        arguments.extend(self.options(&options.dialect)?);
        Ok(format!(
            "{}ForeignKeyConstraint({}, {}, {})",
            self.sa(),
            python_list(&key.columns),
            python_list(&referred),
            arguments.join(", ")
        ))
    }

    fn check_of_table(&self, check: &CheckConstraint) -> Result<String, RenderError> {
        let condition = self.condition(check)?;
        let more = self.options(&check.options)?;
        Ok(self.constructed("CheckConstraint", std::iter::once(condition), check.name.as_ref(), more))
    }

    fn exclude_of_table(&self, exclude: &ExcludeConstraint) -> Result<String, RenderError> {
        self.imports.borrow_mut().insert("from sqlalchemy.dialects import postgresql".into());
        let mut arguments = self.exclude_elements(exclude)?;
        arguments.extend(exclude.name.as_ref().map(|name| format!("name={}", self.name(Some(name)))));
        Ok(format!("postgresql.ExcludeConstraint({})", arguments.join(", ")))
    }

    fn exclude_elements(&self, exclude: &ExcludeConstraint) -> Result<Vec<String>, RenderError> {
        let mut arguments = Vec::new();
        for element in &exclude.elements {
            let expression = match &element.expression {
                limbeck_core::expression::Expression::Column { name, .. } => {
                    format!("{}column({})", self.sa(), python_repr(name))
                }
                other => format!("{}text({})", self.sa(), python_repr(&self.text_sql(other)?)),
            };
            arguments.push(format!("({expression}, {})", python_repr(&element.operator)));
        }
        if let Some(filter) = &exclude.filter {
            arguments.push(format!("where={}text({})", self.sa(), python_repr(&self.text_sql(filter)?)));
        }
        arguments.push(format!("using={}", python_repr(&exclude.using)));
        let classes = exclude.elements.iter().filter_map(|element| {
            let limbeck_core::expression::Expression::Column { name, .. } = &element.expression else { return None };
            Some(format!("{}: {}", python_repr(name), python_repr(element.operator_class.as_ref()?)))
        });
        let classes: Vec<String> = classes.collect();
        arguments.extend((!classes.is_empty()).then(|| format!("ops={{{}}}", classes.join(", "))));
        arguments.extend((exclude.deferral.deferrable == Some(true)).then(|| "deferrable=True".to_owned()));
        arguments.extend(exclude.deferral.initially.as_ref().map(|word| format!("initially={}", python_repr(word))));
        Ok(arguments)
    }

    pub(super) fn create_unique(&self, table: &TableName, unique: &UniqueConstraint) -> Result<String, RenderError> {
        let mut arguments = vec![self.name(unique.name.as_ref())];
        if !self.batch {
            arguments.push(python_repr(&table.name));
        }
        arguments.push(python_list(&unique.columns));
        arguments.extend(deferral_of_unique(unique));
        if let Some(schema) = table.schema.as_deref().filter(|_| !self.batch) {
            arguments.push(format!("schema={}", python_repr(schema)));
        }
        arguments.extend(self.options(&unique.options)?);
        Ok(format!("{}create_unique_constraint({})", self.op(), arguments.join(", ")))
    }

    pub(super) fn create_foreign_key(&self, table: &TableName, key: &ForeignKey) -> Result<String, RenderError> {
        let mut arguments = vec![self.name(key.name.as_ref())];
        if !self.batch {
            arguments.push(python_repr(&table.name));
        }
        arguments.push(python_repr(&key.referred_table.name));
        arguments.push(python_list(&key.columns));
        arguments.push(python_list(&key.referred_columns));
        let options = &key.options;
        let text =
            |name: &str, value: &Option<String>| value.as_ref().map(|value| format!("{name}={}", python_repr(value)));
        if !self.batch {
            arguments.extend(text("source_schema", &table.schema));
        }
        arguments.extend(text("referent_schema", &key.referred_table.schema));
        arguments.extend(text("onupdate", &options.onupdate));
        arguments.extend(text("ondelete", &options.ondelete));
        arguments.extend(text("initially", &options.deferral.initially));
        arguments.extend(options.deferral.deferrable.map(|value| format!("deferrable={}", python_bool(value))));
        arguments.extend(options.use_alter.then(|| "use_alter=True".to_owned()));
        arguments.extend(text("match", &options.match_));
        arguments.extend(self.options(&options.dialect)?);
        Ok(format!("{}create_foreign_key({})", self.op(), arguments.join(", ")))
    }

    /// A constraint on its own.
    pub(super) fn create_constraint(&self, table: &TableName, constraint: &Constraint) -> Result<String, RenderError> {
        let (directive, name, details, options) = match constraint {
            Constraint::PrimaryKey(key) => {
                ("create_primary_key", &key.name, vec![python_list(&key.columns)], Some(&key.options))
            }
            Constraint::Check(check) => {
                ("create_check_constraint", &check.name, vec![self.condition(check)?], Some(&check.options))
            }
            Constraint::Exclude(exclude) => {
                ("create_exclude_constraint", &exclude.name, self.exclude_elements(exclude)?, None)
            }
            Constraint::Unique(unique) => return self.create_unique(table, unique),
            Constraint::ForeignKey(key) => return self.create_foreign_key(table, key),
        };
        let mut arguments = vec![self.name(name.as_ref())];
        if !self.batch {
            arguments.push(python_repr(&table.name));
        }
        arguments.extend(details);
        if let Some(schema) = table.schema.as_deref().filter(|_| !self.batch) {
            arguments.push(format!("schema={}", python_repr(schema)));
        }
        if let Some(options) = options {
            arguments.extend(self.options(options)?);
        }
        Ok(format!("{}{directive}({})", self.op(), arguments.join(", ")))
    }

    fn condition(&self, check: &CheckConstraint) -> Result<String, RenderError> {
        let text = self.sql(&check.condition)?;
        Ok(python_repr(&super::escaped(&self.dialect.written_condition(&text))))
    }

    pub(super) fn drop_constraint(&self, table: &TableName, name: Option<&Name>, kind: Option<&str>) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        if name.is_none() {
            lines.extend(NO_NAME.map(str::to_owned));
        }
        let kind = kind.map(|kind| format!(", type_={}", python_repr(kind))).unwrap_or_default();
        let name = self.name(name);
        lines.push(match self.batch {
            true => format!("{}drop_constraint({name}{kind})", self.op()),
            false => {
                let (table, schema) = (python_repr(&table.name), schema(table));
                format!("{}drop_constraint({name}, {table}{schema}{kind})", self.op())
            }
        });
        lines
    }
}

fn deferral_of_unique(unique: &UniqueConstraint) -> Vec<String> {
    let deferrable = (unique.deferral.deferrable == Some(true)).then(|| "deferrable=True".to_owned());
    let initially = unique.deferral.initially.as_ref().map(|text| format!("initially={}", python_repr(text)));
    deferrable.into_iter().chain(initially).collect()
}
