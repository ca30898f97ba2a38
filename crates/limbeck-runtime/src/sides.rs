//! What takes part in a comparison: the models' tables and sequences, and the database's.

use std::collections::BTreeSet;

use limbeck_core::autogenerate::{Item, ItemKind, Sequences, dangling_foreign_key, dependency_order};
use limbeck_core::schema::{Constraint, Table, TableName};
use limbeck_dialect::Catalogue;

use crate::compare::TargetMetadata;
use crate::connection::SharedConnection;
use crate::error::RunError;
use crate::migration::MigrationContext;
use crate::unfinished;

impl MigrationContext {
    /// The models' tables in the order of their dependencies, one MetaData after the other. The default schema goes without a name.
    pub(crate) fn models(
        &self,
        target: &dyn TargetMetadata,
        connection: &SharedConnection,
    ) -> Result<Vec<Table>, RunError> {
        let groups = target.tables(self.dialect.name())?;
        let mut seen = BTreeSet::new();
        for table in groups.iter().flatten() {
            if !seen.insert(table.name.clone()) {
                let key = table.name.full_name();
                return Err(RunError::command(format!(
                    "Duplicate table keys across multiple MetaData objects: \"{key}\""
                )));
            }
        }
        let all: Vec<Table> = groups.iter().flatten().cloned().collect();
        if let Some((table, key)) = dangling_foreign_key(&all) {
            let (column, referred) = (key.columns.join(", "), key.referred_table.full_name());
            return Err(RunError::Command {
                message: format!(
                    "Foreign key associated with column '{}.{column}' could not find table '{referred}' with which to generate a \
                     foreign key to target column '{}'",
                    table.name.full_name(),
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

    /// The schemas that take part; `None` is the default one.
    pub(crate) fn schemas(
        &self,
        connection: &SharedConnection,
        target: &dyn TargetMetadata,
    ) -> Result<Vec<Option<String>>, RunError> {
        let mut schemas = vec![None];
        if self.options.include_schemas {
            let mut live = connection.borrow();
            let catalogue: &mut dyn Catalogue = live.as_mut();
            let named = self.dialect.schema_names(catalogue).map_err(|error| self.refuse(error))?;
            schemas.extend(named.into_iter().map(Some));
        }
        let mut wanted = Vec::new();
        for schema in schemas {
            if target.include_name("schema", schema.as_deref(), &[])? {
                wanted.push(schema);
            }
        }
        Ok(wanted)
    }

    /// The sequences of both sides. What a model says of a schema that does not take part is not looked at.
    pub(crate) fn sequences(
        &self,
        connection: &SharedConnection,
        target: &dyn TargetMetadata,
        schemas: &[Option<String>],
    ) -> Result<Sequences, RunError> {
        let mut models = target.sequences(self.dialect.name())?;
        let default = connection.default_schema().map_err(RunError::database)?;
        for sequence in &mut models {
            sequence.name.schema = sequence.name.schema.take().filter(|schema| Some(schema) != default.as_ref());
        }
        models.retain(|sequence| schemas.contains(&sequence.name.schema));
        let mut database = Vec::new();
        for schema in schemas {
            let found = {
                let mut live = connection.borrow();
                let catalogue: &mut dyn Catalogue = live.as_mut();
                self.dialect.sequences(catalogue, schema.as_deref()).map_err(|error| self.refuse(error))?
            };
            let Some(found) = found else { return Ok(Sequences::default()) };
            for sequence in found {
                let name = sequence.name.full_name();
                let parents = [("schema_name", schema.clone()), ("schema_qualified_table_name", Some(name))];
                let is_column_s = sequence.is_owned();
                if is_column_s || target.include_name("sequence", Some(&sequence.name.name), &parents)? {
                    database.push(sequence);
                } else {
                    models.retain(|model| model.name != sequence.name);
                }
            }
        }
        Ok(Sequences { database, models })
    }

    /// The database's tables that take part, without the version table and the notes beside it.
    pub(crate) fn reflect(
        &self,
        connection: &SharedConnection,
        target: &dyn TargetMetadata,
        schemas: &[Option<String>],
    ) -> Result<Vec<Table>, RunError> {
        let ours = [
            self.options.version_table.clone(),
            unfinished::table_name(&self.options.version_table, self.dialect.as_ref()),
        ];
        let mut tables = Vec::new();
        for schema in schemas {
            let names = {
                let mut live = connection.borrow();
                let catalogue: &mut dyn Catalogue = live.as_mut();
                self.dialect.table_names(catalogue, schema.as_deref()).map_err(|error| self.refuse(error))?
            };
            let mut wanted = Vec::new();
            for name in names {
                let table = TableName { schema: schema.clone(), name };
                let parents =
                    [("schema_name", schema.clone()), ("schema_qualified_table_name", Some(table.full_name()))];
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
}

/// The tables without what env.py leaves out of those that `others` have not, and of the columns likewise.
pub(crate) fn included(
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
pub(crate) fn parent_names(table: &TableName) -> [(&'static str, Option<String>); 3] {
    [
        ("table_name", Some(table.name.clone())),
        ("schema_name", table.schema.clone()),
        ("schema_qualified_table_name", Some(table.full_name())),
    ]
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
