//! `sqlalchemy.inspect(connection)`: reflection in the shapes that SQLAlchemy's Inspector gives.

mod columns;
mod indexes;
mod keys;
mod names;
mod types;

use limbeck_core::schema::{DialectOptions, OptionValue, Table, TableName};
use limbeck_dialect::{Catalogue, Dialect, DialectError, Names};
use limbeck_runtime::{RunError, SharedConnection};
use limbeck_script::directive::Value;
use rustpython_vm::{PyResult, VirtualMachine};

use crate::connection::named_error;
use crate::error::raise;

pub(crate) use types::show_type;

/// What an Inspector's method of that name (without `get_`) gives.
pub(crate) fn inspect(
    connection: &SharedConnection,
    what: &str,
    name: Option<String>,
    schema: Option<String>,
    vm: &VirtualMachine,
) -> PyResult<Value> {
    let asked = Asked { connection, vm };
    let schema = schema.as_deref();
    let named = || {
        let name = name.clone().ok_or_else(|| vm.new_type_error(format!("get_{what}() needs a name")))?;
        Ok::<_, rustpython_vm::builtins::PyBaseExceptionRef>(TableName { schema: schema.map(str::to_owned), name })
    };
    match what {
        "table_names" => asked.ask(|dialect, live| dialect.table_names(live, schema)).map(|all| texts(&all)),
        "has_table" => {
            let name = named()?;
            asked.ask(|dialect, live| dialect.has_table(live, &name)).map(Value::Bool)
        }
        "has_schema" => {
            let schema = schema.unwrap_or_default();
            asked.ask(|dialect, live| dialect.has_schema(live, schema)).map(Value::Bool)
        }
        "has_sequence" => {
            let name = named()?;
            asked.names(Names::Sequences, schema).map(|all| Value::Bool(all.contains(&name.name)))
        }
        "schema_names" => {
            let mut all = asked.names(Names::Schemas, None)?;
            if asked.shape() != Shape::Sqlite {
                all.sort();
            }
            Ok(texts(&all))
        }
        "view_names" => asked.names(Names::Views, schema).map(|all| texts(&all)),
        "materialized_view_names" => asked.names(Names::MaterializedViews, schema).map(|all| texts(&all)),
        "sequence_names" => asked.names(Names::Sequences, schema).map(|all| texts(&all)),
        "foreign_table_names" => asked.names(Names::ForeignTables, schema).map(|all| texts(&all)),
        "temp_table_names" => asked.names(Names::TemporaryTables, None).map(|all| texts(&all)),
        "temp_view_names" => asked.names(Names::TemporaryViews, None).map(|all| texts(&all)),
        "enums" => {
            let found = asked.ask(|dialect, live| dialect.enums(live, schema))?;
            Ok(names::enums(&found.ok_or_else(|| asked.nothing())?))
        }
        "domains" => {
            let found = asked.ask(|dialect, live| dialect.domains(live, schema))?;
            Ok(names::domains(&found.ok_or_else(|| asked.nothing())?))
        }
        "view_definition" => {
            let view = named()?;
            let found = asked.ask(|dialect, live| dialect.view_definition(live, &view))?;
            found.map(Value::Str).ok_or_else(|| asked.no_such_table(&view))
        }
        "default_schema_name" => {
            let found = connection.default_schema().map_err(|error| raise(RunError::database(error), vm))?;
            // The rest of limbeck says that SQLite has no schemas, SQLAlchemy that they are its databases.
            let sqlite = (asked.shape() == Shape::Sqlite).then(|| "main".to_owned());
            Ok(found.or(sqlite).map_or(Value::None, Value::Str))
        }
        "table_comment" if !connection.dialect().keeps_comments() => Err(asked.nothing()),
        "columns" | "pk_constraint" | "foreign_keys" | "indexes" | "unique_constraints" | "check_constraints"
        | "table_comment" | "table_options" => of_table(&asked, what, &named()?),
        other => Err(vm.new_not_implemented_error(format!(
            "limbeck's inspector has no get_{other}() on {}",
            connection.dialect().name()
        ))),
    }
}

fn of_table(asked: &Asked<'_>, what: &str, name: &TableName) -> PyResult<Value> {
    let found = asked.ask(|dialect, live| dialect.reflect_table(live, name))?;
    let table = found.ok_or_else(|| asked.no_such_table(name))?;
    let shape = asked.shape();
    Ok(match what {
        "columns" => columns::columns(&table, name.schema.as_deref(), shape),
        "pk_constraint" => keys::primary_key(&table, shape),
        "foreign_keys" => keys::foreign_keys(&table, shape),
        "indexes" => {
            let of_constraints = asked.ask(|dialect, live| dialect.constraint_indexes(live, name))?;
            indexes::indexes(&table, &of_constraints, shape)
        }
        "unique_constraints" => keys::unique_constraints(&table, shape),
        "check_constraints" => keys::check_constraints(&table, shape, asked.vm)?,
        "table_comment" => dict(vec![("text", optional(table.comment.as_deref()))]),
        _ => table_options(&table, shape),
    })
}

/// A question to a database.
struct Asked<'a> {
    connection: &'a SharedConnection,
    vm: &'a VirtualMachine,
}

impl Asked<'_> {
    fn shape(&self) -> Shape {
        match self.connection.dialect().name() {
            "postgresql" => Shape::Postgresql,
            "sqlite" => Shape::Sqlite,
            _ => Shape::Mysql,
        }
    }

    fn ask<T>(&self, question: impl Fn(&dyn Dialect, &mut dyn Catalogue) -> Result<T, DialectError>) -> PyResult<T> {
        let dialect = self.connection.dialect();
        let mut live = self.connection.borrow();
        let catalogue: &mut dyn Catalogue = live.as_mut();
        let answer = question(dialect.as_ref(), catalogue);
        drop(live);
        answer.map_err(|error| raise(RunError::command(error.to_string()), self.vm))
    }

    fn names(&self, kind: Names, schema: Option<&str>) -> PyResult<Vec<String>> {
        self.ask(|dialect, live| dialect.names(live, kind, schema))?.ok_or_else(|| self.nothing())
    }

    /// What SQLAlchemy raises for what a kind of database does not have.
    fn nothing(&self) -> rustpython_vm::builtins::PyBaseExceptionRef {
        self.vm.new_not_implemented_error(String::new())
    }

    fn no_such_table(&self, name: &TableName) -> rustpython_vm::builtins::PyBaseExceptionRef {
        named_error("NoSuchTableError", &name.full_name(), self.vm)
    }
}

/// Which database's shapes are wanted: SQLAlchemy's dialects do not say the same things.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    Postgresql,
    Sqlite,
    /// MariaDB as well
    Mysql,
}

/// The order in which SQLAlchemy gives the options of a table.
const OPTIONS: [&str; 19] = [
    "using",
    "inherits",
    "partition_of",
    "with",
    "tablespace",
    "comment",
    "engine",
    "avg_row_length",
    "default charset",
    "checksum",
    "collate",
    "delay_key_write",
    "insert_method",
    "max_rows",
    "min_rows",
    "pack_keys",
    "row_format",
    "key_block_size",
    "stats_sample_pages",
];

fn table_options(table: &Table, shape: Shape) -> Value {
    if shape == Shape::Mysql {
        return mysql_options(table);
    }
    let mut all: Vec<_> = table.options.0.iter().collect();
    all.sort_by_key(|option| OPTIONS.iter().position(|known| *known == option.name));
    let mut found: Vec<(Value, Value)> = Vec::new();
    for option in all {
        let name = match (option.dialect.as_str(), option.name.as_str()) {
            ("postgresql", "partition_of") => "postgresql_inherits".to_owned(),
            ("postgresql", "using" | "inherits" | "with" | "tablespace") => format!("postgresql_{}", option.name),
            ("sqlite", "with_rowid" | "strict") => format!("sqlite_{}", option.name),
            _ => continue,
        };
        let value = match (&option.value, option.name.as_str()) {
            (OptionValue::Text(parent), "partition_of") => Value::Tuple(vec![Value::str(parent)]),
            (OptionValue::List(parents), "inherits") => Value::Tuple(parents.iter().map(shown).collect()),
            (value, _) => shown(value),
        };
        found.push((Value::Str(name), value));
    }
    Value::Dict(found)
}

/// Those that SQLAlchemy knows; a comment is one of them there.
fn mysql_options(table: &Table) -> Value {
    let Some(dialect) = table.options.0.first().map(|option| option.dialect.as_str()) else { return dict(vec![]) };
    let known = OPTIONS.iter().filter_map(|name| match (*name, &table.comment) {
        ("comment", Some(comment)) => Some((*name, Value::str(comment))),
        _ => table.options.get(dialect, name).map(|value| (*name, shown(value))),
    });
    Value::Dict(known.map(|(name, value)| (Value::Str(format!("{dialect}_{name}")), value)).collect())
}

/// An option's value as a script gets it.
fn shown(value: &OptionValue) -> Value {
    match value {
        OptionValue::Bool(flag) => Value::Bool(*flag),
        OptionValue::Int(number) => Value::Int((*number).into()),
        OptionValue::Text(text) => Value::str(text),
        OptionValue::List(items) => Value::List(items.iter().map(shown).collect()),
        OptionValue::Map(pairs) => Value::Dict(pairs.iter().map(|(name, v)| (Value::str(name), shown(v))).collect()),
        OptionValue::Type(sql_type) => show_type(sql_type),
        OptionValue::Expression(expression) => sql(expression).map_or(Value::None, Value::Str),
    }
}

/// The options of one dialect that are there, under their full names.
fn options<'o>(all: &'o DialectOptions, dialect: &str, names: &[&str]) -> Vec<(&'o str, Value)> {
    let found = names.iter().filter_map(|name| all.0.iter().find(|o| o.dialect == dialect && o.name == *name));
    found.map(|option| (option.name.as_str(), shown(&option.value))).collect()
}

/// The text of an expression that came from the server; reflection escapes colons, which are no binds there.
fn sql(expression: &limbeck_core::expression::Expression) -> Option<String> {
    match expression {
        limbeck_core::expression::Expression::Text(text) => Some(text.text.replace("\\:", ":")),
        limbeck_core::expression::Expression::Column { name, .. } => Some(name.clone()),
        _ => None,
    }
}

fn texts(items: &[String]) -> Value {
    Value::List(items.iter().map(Value::str).collect())
}

fn optional(text: Option<&str>) -> Value {
    text.map_or(Value::None, Value::str)
}

fn dict(pairs: Vec<(&str, Value)>) -> Value {
    Value::Dict(pairs.into_iter().map(|(name, value)| (Value::str(name), value)).collect())
}
