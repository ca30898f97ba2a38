//! Comparing the target metadata with the database: what env.py decides, what the dialect knows, and the log lines.

use std::cell::RefCell;
use std::collections::BTreeSet;

use limbeck_core::autogenerate::{
    ColumnOf, Conversion, Difference, ElementText, EnumType, EnumUser, Item, ItemKind, Kept, Remark, Rules, compare,
    dangling_foreign_key, dependency_order,
};
use limbeck_core::expression::Expression;
use limbeck_core::schema::{Column, Constraint, Index, ServerDefault, SqlType, Table, TableName};
use limbeck_core::source::Location;
use limbeck_dialect::{Catalogue, Dialect, DialectError};

use crate::connection::SharedConnection;
use crate::environment::Task;
use crate::error::RunError;
use crate::execute::refusal;
use crate::migration::MigrationContext;
use crate::rename::{self, Rename, Renamed};
use crate::similar::similar;
use crate::unfinished;

const LOG: &str = "alembic.autogenerate.compare";

/// The models that env.py gave, and the functions that it wants asked about differences.
pub trait TargetMetadata {
    /// The tables of each MetaData, for `dialect`, in any order.
    ///
    /// # Errors
    /// A table that cannot be read whole: part of it came from a module that could not be imported.
    fn tables(&self, dialect: &str) -> Result<Vec<Vec<Table>>, RunError>;

    /// `include_name`; `parents` as Alembic names them.
    ///
    /// # Errors
    /// The function raised.
    fn include_name(
        &self,
        kind: &str,
        name: Option<&str>,
        parents: &[(&str, Option<String>)],
    ) -> Result<bool, RunError>;

    /// `include_object`
    ///
    /// # Errors
    /// The function raised.
    fn include_object(&self, item: Item<'_>, other: Option<Item<'_>>) -> Result<bool, RunError>;

    /// A `compare_type` function; `None`: it leaves the answer to the dialect.
    ///
    /// # Errors
    /// The function raised.
    fn compare_type(&self, question: &ColumnQuestion<'_>) -> Result<Option<bool>, RunError>;

    /// A `compare_server_default` function; `None`: it leaves the answer to the dialect.
    ///
    /// # Errors
    /// The function raised.
    fn compare_server_default(&self, question: &ColumnQuestion<'_>) -> Result<Option<bool>, RunError>;
}

/// A column of the database and the model's, for a function that compares them.
pub struct ColumnQuestion<'a> {
    /// The database's
    pub database: ColumnOf<'a>,
    /// The model's
    pub model: ColumnOf<'a>,
    /// The database's server default as text
    pub database_default: Option<String>,
    /// The model's server default as text
    pub model_default: Option<String>,
}

impl MigrationContext {
    /// What differs between the target metadata and the database, which must have everything applied.
    pub(crate) fn compare(&self, heads: &[String]) -> Result<(Vec<Difference>, Renamed), RunError> {
        let history = &self.environment.history;
        let applied = history.map().is_up_to_date(heads)?;
        if !applied {
            return Err(RunError::command("Target database is not up to date."));
        }
        for plugin in ["schemas", "tables", "types", "constraints", "defaults", "comments"] {
            log::info!(target: "alembic.runtime.plugins", "setting up autogenerate plugin alembic.autogenerate.{plugin}");
        }
        let Some(target) = &self.options.target else {
            return Err(RunError::command(format!(
                "Can't proceed with --autogenerate option; environment script {} does not provide a MetaData object or sequence of \
                 objects to the context.",
                history.directory().env_py().display()
            )));
        };
        if let Some(reason) = &self.options.comparison_refused {
            return Err(RunError::Source(reason.clone()));
        }
        let Some(connection) = self.live() else {
            return Err(RunError::command("the database cannot be compared in offline mode"));
        };
        let question = Question { context: self, target: target.as_ref(), enums: RefCell::new(None) };
        let mut models = self.models(target.as_ref(), connection)?;
        let mut database = self.reflect(connection, target.as_ref())?;
        let mut renamed = rename::apply(&self.environment.renames.borrow(), &mut database, &models)?;
        if self.environment.task == Task::Autogenerate {
            self.look_for_renames(target.as_ref(), &mut database, &models, &mut renamed)?;
        }
        for table in &mut database {
            let model = models.iter_mut().find(|model| model.name == table.name);
            self.dialect.settle(table, model);
        }
        Ok((compare(&database, &models, &question)?, renamed))
    }

    /// Asks about what looks like a rename; what nobody can be asked about is kept, for a remark in the script.
    fn look_for_renames(
        &self,
        target: &dyn TargetMetadata,
        database: &mut [Table],
        models: &[Table],
        renamed: &mut Renamed,
    ) -> Result<(), RunError> {
        let same_type = |old: &Column, new: &Column| {
            self.dialect.types_differ(&old.sql_type, &new.sql_type).is_ok_and(|differ| !differ)
        };
        let mut refused: Vec<Rename> = Vec::new();
        loop {
            let (gone, new) = (included(database, models, true, target)?, included(models, database, false, target)?);
            let mut pairs = similar(&gone, &new, &same_type);
            pairs.retain(|pair| !refused.contains(&pair.rename));
            let Some(ask) = &self.environment.ask_similar else {
                renamed.unsure = pairs;
                return Ok(());
            };
            // A table that is renamed has columns to ask about.
            let (accepted, other): (Vec<_>, Vec<_>) = pairs.into_iter().partition(|pair| ask(pair));
            refused.extend(other.into_iter().map(|pair| pair.rename));
            if accepted.is_empty() {
                return Ok(());
            }
            let accepted: Vec<Rename> = accepted.into_iter().map(|pair| pair.rename).collect();
            renamed.extend(rename::apply(&accepted, database, models)?);
        }
    }

    fn env_py(&self) -> Location {
        Location::file(self.environment.history.directory().env_py())
    }

    fn refuse(&self, error: DialectError) -> RunError {
        refusal(error, &self.env_py())
    }

    /// The models' tables in the order of their dependencies, one MetaData after the other. The default schema goes without a name.
    fn models(&self, target: &dyn TargetMetadata, connection: &SharedConnection) -> Result<Vec<Table>, RunError> {
        let groups = target.tables(self.dialect.name())?;
        let mut seen = BTreeSet::new();
        for table in groups.iter().flatten() {
            if !seen.insert(table.name.clone()) {
                let key = full_name(&table.name);
                return Err(RunError::command(format!(
                    "Duplicate table keys across multiple MetaData objects: \"{key}\""
                )));
            }
        }
        let all: Vec<Table> = groups.iter().flatten().cloned().collect();
        if let Some((table, key)) = dangling_foreign_key(&all) {
            let (column, referred) = (key.columns.join(", "), full_name(&key.referred_table));
            return Err(RunError::Command {
                message: format!(
                    "Foreign key associated with column '{}.{column}' could not find table '{referred}' with which to generate a \
                     foreign key to target column '{}'",
                    full_name(&table.name),
                    key.referred_columns.join(", ")
                ),
                help: Some("import the model of that table where env.py imports the others".into()),
            });
        }
        let default = connection.default_schema().map_err(RunError::database)?;
        let mut models = Vec::new();
        for mut table in groups.into_iter().flat_map(dependency_order) {
            complete_foreign_keys(&mut table, &all);
            if table.name.schema.is_some() && table.name.schema == default {
                table.name.schema = None;
            }
            models.push(table);
        }
        models.retain(|table| table.name != self.options.version_table);
        Ok(models)
    }

    /// The database's tables that take part, without the version table and the notes beside it.
    fn reflect(&self, connection: &SharedConnection, target: &dyn TargetMetadata) -> Result<Vec<Table>, RunError> {
        let mut schemas = vec![None];
        if self.options.include_schemas {
            let mut live = connection.borrow();
            let catalogue: &mut dyn Catalogue = live.as_mut();
            let named = self.dialect.schema_names(catalogue).map_err(|error| self.refuse(error))?;
            schemas.extend(named.into_iter().map(Some));
        }
        let ours = [
            self.options.version_table.clone(),
            unfinished::table_name(&self.options.version_table, self.dialect.as_ref()),
        ];
        let mut tables = Vec::new();
        for schema in schemas {
            if !target.include_name("schema", schema.as_deref(), &[])? {
                continue;
            }
            let names = {
                let mut live = connection.borrow();
                let catalogue: &mut dyn Catalogue = live.as_mut();
                self.dialect.table_names(catalogue, schema.as_deref()).map_err(|error| self.refuse(error))?
            };
            let mut wanted = Vec::new();
            for name in names {
                let table = TableName { schema: schema.clone(), name };
                let parents =
                    [("schema_name", schema.clone()), ("schema_qualified_table_name", Some(full_name(&table)))];
                // The function is asked without a borrow of the connection, which it may use.
                if !ours.contains(&table) && target.include_name("table", Some(&table.name), &parents)? {
                    wanted.push(table.name);
                }
            }
            let mut live = connection.borrow();
            let catalogue: &mut dyn Catalogue = live.as_mut();
            let found = self.dialect.reflect_tables(catalogue, schema.as_deref(), &wanted);
            tables.extend(found.map_err(|error| self.refuse(error))?);
        }
        Ok(tables)
    }

    fn default_text(&self, default: Option<&ServerDefault>) -> Result<Option<String>, RunError> {
        default.map(|default| self.dialect.default_text(default)).transpose().map_err(|error| self.refuse(error))
    }
}

/// The tables without what env.py leaves out of those that `others` have not, and of the columns likewise.
fn included(
    tables: &[Table],
    others: &[Table],
    reflected: bool,
    target: &dyn TargetMetadata,
) -> Result<Vec<Table>, RunError> {
    let mut left = Vec::new();
    for table in tables {
        let item = |kind, name| Item { kind, name: Some(name), columns: &[], table, reflected };
        let Some(other) = others.iter().find(|other| other.name == table.name) else {
            if target.include_object(item(ItemKind::Table, &table.name.name), None)? {
                left.push(table.clone());
            }
            continue;
        };
        let mut copy = table.clone();
        copy.columns.clear();
        for column in &table.columns {
            let parents = parent_names(&table.name);
            if other.column(&column.name).is_some()
                || (!reflected || target.include_name("column", Some(&column.name), &parents)?)
                    && target.include_object(item(ItemKind::Column, &column.name), None)?
            {
                copy.columns.push(column.clone());
            }
        }
        left.push(copy);
    }
    Ok(left)
}

/// What `include_name` is told of where something is.
fn parent_names(table: &TableName) -> [(&'static str, Option<String>); 3] {
    [
        ("table_name", Some(table.name.clone())),
        ("schema_name", table.schema.clone()),
        ("schema_qualified_table_name", Some(full_name(table))),
    ]
}

fn full_name(table: &TableName) -> String {
    match &table.schema {
        Some(schema) => format!("{schema}.{}", table.name),
        None => table.name.clone(),
    }
}

/// `ForeignKey("parent")` means the parent's primary key, which the database's catalogue names.
fn complete_foreign_keys(table: &mut Table, all: &[Table]) {
    for constraint in &mut table.constraints {
        if let Constraint::ForeignKey(key) = constraint
            && key.referred_columns.is_empty()
            && let Some(parent) = all.iter().find(|parent| parent.name == key.referred_table)
        {
            key.referred_columns = parent.primary_key_columns().into_iter().map(str::to_owned).collect();
        }
    }
}

/// Answers a comparison from what env.py and the dialect say.
struct Question<'a> {
    context: &'a MigrationContext,
    target: &'a dyn TargetMetadata,
    /// The database's enum types, once they were asked for.
    enums: RefCell<Option<Vec<limbeck_dialect::EnumType>>>,
}

impl Question<'_> {
    /// Asks the dialect something that it asks the database about.
    fn ask<T>(
        &self,
        question: impl FnOnce(&dyn Dialect, &mut dyn Catalogue) -> Result<T, DialectError>,
    ) -> Result<T, RunError> {
        let Some(connection) = self.context.live() else {
            return Err(RunError::command("the database cannot be compared in offline mode"));
        };
        let mut live = connection.borrow();
        let catalogue: &mut dyn Catalogue = live.as_mut();
        question(self.context.dialect.as_ref(), catalogue).map_err(|error| self.context.refuse(error))
    }

    fn columns<'q>(&self, database: ColumnOf<'q>, model: ColumnOf<'q>) -> Result<ColumnQuestion<'q>, RunError> {
        Ok(ColumnQuestion {
            database,
            model,
            database_default: self.context.default_text(database.column.server_default.as_ref())?,
            model_default: self.context.default_text(model.column.server_default.as_ref())?,
        })
    }

    /// Says which column could not be compared.
    fn about(&self, column: ColumnOf<'_>, error: DialectError) -> RunError {
        let name = format!("{}.{}", full_name(&column.table.name), column.column.name);
        let error = match error {
            DialectError::Unsupported { message, help } => {
                DialectError::Unsupported { message: format!("column {name} cannot be compared: {message}"), help }
            }
            other => other,
        };
        self.context.refuse(error)
    }
}

impl Rules for Question<'_> {
    type Error = RunError;

    fn include_name(&self, kind: ItemKind, name: Option<&str>, table: &TableName) -> Result<bool, RunError> {
        self.target.include_name(kind.as_str(), name, &parent_names(table))
    }

    fn include_object(&self, item: Item<'_>, other: Option<Item<'_>>) -> Result<bool, RunError> {
        self.target.include_object(item, other)
    }

    fn compares_types(&self) -> bool {
        self.context.options.compare_type
    }

    fn types_differ(&self, database: ColumnOf<'_>, model: ColumnOf<'_>) -> Result<bool, RunError> {
        if let Some(answer) = self.target.compare_type(&self.columns(database, model)?)? {
            return Ok(answer);
        }
        let dialect = &self.context.dialect;
        dialect
            .types_differ(&database.column.sql_type, &model.column.sql_type)
            .map_err(|error| self.about(model, error))
    }

    fn compares_defaults(&self) -> bool {
        self.context.options.compare_server_default
    }

    fn defaults_differ(&self, database: ColumnOf<'_>, model: ColumnOf<'_>) -> Result<bool, RunError> {
        if let Some(answer) = self.target.compare_server_default(&self.columns(database, model)?)? {
            return Ok(answer);
        }
        let Some(connection) = self.context.live() else { return Ok(false) };
        let mut live = connection.borrow();
        let catalogue: &mut dyn Catalogue = live.as_mut();
        let dialect = &self.context.dialect;
        dialect.defaults_differ(catalogue, database.column, model.column).map_err(|error| self.about(model, error))
    }

    fn expression_text(&self, expression: &Expression) -> Result<String, RunError> {
        self.context.dialect.comparable_text(expression).map_err(|error| self.context.refuse(error))
    }

    fn default_sql(&self, default: &ServerDefault) -> Result<String, RunError> {
        self.context.dialect.default_sql(default).map_err(|error| self.context.refuse(error))
    }

    fn same_text(&self, one: &Expression, other: &Expression, table: &TableName) -> Result<bool, RunError> {
        self.context.dialect.same_text(one, other, table).map_err(|error| self.context.refuse(error))
    }

    fn alike(&self, one: &Expression, other: &Expression, table: &TableName) -> Result<bool, RunError> {
        self.context.dialect.alike(one, other, table).map_err(|error| self.context.refuse(error))
    }

    fn kept(&self, database: &Table, model: &Table) -> Result<Kept, RunError> {
        self.ask(|dialect, live| dialect.kept(live, database, model))
    }

    fn index_options(&self, index: &Index) -> Result<Vec<(String, String)>, RunError> {
        self.context.dialect.index_options(index).map_err(|error| self.context.refuse(error))
    }

    fn conversion(&self, database: ColumnOf<'_>, model: ColumnOf<'_>) -> Result<Conversion, RunError> {
        self.ask(|dialect, live| dialect.conversion(live, database.column, model.column))
    }

    fn adds_foreign_keys(&self) -> bool {
        self.context.dialect.adds_foreign_keys()
    }

    /// SQLite adds no column that is stored, unless the table is made anew.
    fn adds_computed_columns(&self) -> bool {
        self.context.dialect.name() != "sqlite" || self.context.options.rendering.as_batch
    }

    fn primary_key_name(&self, table: &TableName) -> String {
        self.context.dialect.primary_key_name(table)
    }

    fn server_name(&self, model: &Table, constraint: &Constraint, taken: &BTreeSet<String>) -> Option<String> {
        self.context.dialect.server_name(model, constraint, taken)
    }

    fn compares_checks(&self) -> bool {
        self.context.dialect.keeps_checks()
    }

    fn table_options(&self, database: &Table, model: &Table) -> Vec<(String, String, String)> {
        self.context.dialect.table_options(database, model)
    }

    fn has_enums(&self) -> bool {
        self.context.dialect.name() == "postgresql"
    }

    fn enum_type(&self, sql_type: &SqlType) -> Result<Option<EnumType>, RunError> {
        let found = self.context.dialect.enum_type(sql_type).map_err(|error| self.context.refuse(error))?;
        let default = self.context.live().map(SharedConnection::default_schema).transpose();
        let default = default.map_err(RunError::database)?.flatten();
        // As with tables: the default schema goes without a name.
        Ok(found.map(|mut found| {
            found.name.schema = found.name.schema.filter(|schema| Some(schema) != default.as_ref());
            found
        }))
    }

    fn existing_enum(&self, name: &TableName) -> Result<Option<Vec<String>>, RunError> {
        if self.enums.borrow().is_none() {
            let found = self.ask(|dialect, live| dialect.enums(live, Some("*")))?;
            self.enums.replace(Some(found.unwrap_or_default()));
        }
        let all = self.enums.borrow();
        let same = |found: &&limbeck_dialect::EnumType| {
            found.name == name.name && name.schema.as_ref().map_or(found.visible, |schema| *schema == found.schema)
        };
        Ok(all.iter().flatten().find(same).map(|found| found.labels.clone()))
    }

    fn enum_users(&self, name: &TableName) -> Result<Vec<EnumUser>, RunError> {
        self.ask(|dialect, live| dialect.enum_users(live, name))
    }

    fn adds_enum_values_apart(&self) -> Result<bool, RunError> {
        self.ask(|dialect, live| dialect.adds_enum_values_apart(live))
    }

    fn compares_comments(&self) -> bool {
        self.context.dialect.keeps_comments()
    }

    fn compares_identities(&self) -> bool {
        self.context.dialect.keeps_identities()
    }

    fn index_elements(&self, index: &Index) -> Result<Option<Vec<ElementText>>, RunError> {
        self.context.dialect.index_elements(index).map_err(|error| self.context.refuse(error))
    }

    fn found(&self, difference: &Difference) {
        if difference.is_logged() {
            log::info!(target: &format!("{LOG}.{}", difference.logger()), "{difference}");
        }
    }

    fn remark(&self, remark: Remark) {
        if remark.warning {
            log::warn!(target: LOG, "{}", remark.text);
        } else {
            log::info!(target: LOG, "{}", remark.text);
        }
    }
}
