//! Comparing the target metadata with the database: what env.py decides, what the dialect knows, and the log lines.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use limbeck_core::autogenerate::{
    ColumnOf, Conversion, Difference, Domain, ElementText, Item, ItemKind, Kept, NamedType, Remark, Rules, Sequences,
    TypeKind, TypeUser, compare,
};
use limbeck_core::expression::Expression;
use limbeck_core::schema::{Column, Constraint, Counting, Index, Sequence, ServerDefault, SqlType, Table, TableName};
use limbeck_core::source::Location;
use limbeck_dialect::{Catalogue, Dialect, DialectError, Names};

use crate::connection::SharedConnection;
use crate::environment::Task;
use crate::error::RunError;
use crate::execute::refusal;
use crate::migration::MigrationContext;
use crate::rename::{self, Rename, Renamed};
use crate::sides::{included, parent_names};
use crate::similar::similar;

const LOG: &str = "alembic.autogenerate.compare";

/// The models that env.py gave, and the functions that it wants asked about differences.
pub trait TargetMetadata {
    /// The tables of each MetaData, for `dialect`, in any order.
    ///
    /// # Errors
    /// A table that cannot be read whole: part of it came from a module that could not be imported.
    fn tables(&self, dialect: &str) -> Result<Vec<Vec<Table>>, RunError>;

    /// The sequences that the models need, for `dialect`.
    ///
    /// # Errors
    /// A sequence that cannot be read.
    fn sequences(&self, dialect: &str) -> Result<Vec<Sequence>, RunError>;

    /// `include_object` about a sequence.
    ///
    /// # Errors
    /// The function raised.
    fn include_sequence(
        &self,
        sequence: &Sequence,
        reflected: bool,
        other: Option<&Sequence>,
    ) -> Result<bool, RunError>;

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
        let mut models = self.models(target.as_ref(), connection)?;
        let schemas = self.schemas(connection, target.as_ref())?;
        let mut database = self.reflect(connection, target.as_ref(), &schemas)?;
        let question = Question {
            context: self,
            target: target.as_ref(),
            schemas,
            named: RefCell::new(None),
            others: RefCell::default(),
        };
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

    pub(crate) fn refuse(&self, error: DialectError) -> RunError {
        refusal(error, &self.env_py())
    }

    fn default_text(&self, default: Option<&ServerDefault>) -> Result<Option<String>, RunError> {
        default.map(|default| self.dialect.default_text(default)).transpose().map_err(|error| self.refuse(error))
    }
}

/// The names of a schema's relations that are not tables, and what they are.
type OtherRelations = Vec<(&'static str, Vec<String>)>;

/// Answers a comparison from what env.py and the dialect say.
struct Question<'a> {
    context: &'a MigrationContext,
    target: &'a dyn TargetMetadata,
    /// The schemas that take part.
    schemas: Vec<Option<String>>,
    /// The database's enum types and domains, once they were asked for: schema, whether it is found without that, and the type.
    named: RefCell<Option<Vec<(String, bool, NamedType)>>>,
    /// What is no table, by the schemas that were asked for.
    others: RefCell<BTreeMap<Option<String>, OtherRelations>>,
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
        let name = format!("{}.{}", column.table.name.full_name(), column.column.name);
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

    fn sequences(&self) -> Result<Sequences, RunError> {
        match self.context.live() {
            Some(connection) => self.context.sequences(connection, self.target, &self.schemas),
            None => Ok(Sequences::default()),
        }
    }

    fn include_sequence(
        &self,
        sequence: &Sequence,
        reflected: bool,
        other: Option<&Sequence>,
    ) -> Result<bool, RunError> {
        self.target.include_sequence(sequence, reflected, other)
    }

    fn counting(&self, sequence: &Sequence) -> Result<Counting, RunError> {
        Ok(self.context.dialect.counting(sequence))
    }

    fn other_relation(&self, name: &TableName) -> Result<Option<&'static str>, RunError> {
        if !self.others.borrow().contains_key(&name.schema) {
            let kinds = [
                ("view", Names::Views),
                ("materialized view", Names::MaterializedViews),
                ("foreign table", Names::ForeignTables),
            ];
            let mut found = Vec::new();
            for (word, kind) in kinds {
                let names = self.ask(|dialect, live| dialect.names(live, kind, name.schema.as_deref()))?;
                found.push((word, names.unwrap_or_default()));
            }
            self.others.borrow_mut().insert(name.schema.clone(), found);
        }
        let all = self.others.borrow();
        let found = all.get(&name.schema).into_iter().flatten().find(|(_, names)| names.contains(&name.name));
        Ok(found.map(|(word, _)| *word))
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

    fn has_named_types(&self) -> bool {
        self.context.dialect.name() == "postgresql"
    }

    fn named_type(&self, sql_type: &SqlType) -> Result<Option<NamedType>, RunError> {
        let found = self.context.dialect.named_type(sql_type).map_err(|error| self.context.refuse(error))?;
        let default = self.context.live().map(SharedConnection::default_schema).transpose();
        let default = default.map_err(RunError::database)?.flatten();
        // As with tables: the default schema goes without a name.
        Ok(found.map(|mut found| {
            found.name.schema = found.name.schema.filter(|schema| Some(schema) != default.as_ref());
            found
        }))
    }

    fn existing_type(&self, name: &TableName) -> Result<Option<TypeKind>, RunError> {
        if self.named.borrow().is_none() {
            let enums = self.ask(|dialect, live| dialect.enums(live, Some("*")))?.unwrap_or_default();
            let domains = self.ask(|dialect, live| dialect.domains(live, Some("*")))?.unwrap_or_default();
            let named = |name: String, kind| NamedType { name: TableName::new(name), kind };
            let enums = enums
                .into_iter()
                .map(|found| (found.schema, found.visible, named(found.name, TypeKind::Enum(found.labels))));
            let domains = domains.into_iter().map(|found| {
                let kind = TypeKind::Domain(found.definition());
                (found.schema, found.visible, named(found.name, kind))
            });
            self.named.replace(Some(enums.chain(domains).collect()));
        }
        let all = self.named.borrow();
        let same = |(schema, visible, found): &&(String, bool, NamedType)| {
            found.name.name == name.name && name.schema.as_ref().map_or(*visible, |wanted| wanted == schema)
        };
        Ok(all.iter().flatten().find(same).map(|(.., found)| found.kind.clone()))
    }

    fn kept_domain(&self, name: &TableName, model: &Domain) -> Result<Option<Domain>, RunError> {
        self.ask(|dialect, live| dialect.kept_domain(live, name, model))
    }

    fn type_users(&self, name: &TableName) -> Result<Vec<TypeUser>, RunError> {
        self.ask(|dialect, live| dialect.type_users(live, name))
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
