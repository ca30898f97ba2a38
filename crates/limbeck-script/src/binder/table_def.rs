//! Whole tables: items gathered in the order in which CREATE TABLE writes them, names settled.

use limbeck_core::schema::naming::NamingError;
use limbeck_core::schema::{
    Column, Constraint, Deferral, DialectOptions, ForeignKey, Index, IndexElement, Name, NamingConvention, PrimaryKey,
    SqlType, Table, TableName, TokenMaker, UniqueConstraint,
};
use limbeck_core::source::{Location, SourceError};

use super::column_def::{BoundColumn, Supplied, column};
use super::constraint_def::{
    check_constraint, exclude_constraint, foreign_key_constraint, index, primary_key, unique_constraint,
};
use super::context::{Context, nearest, plain};
use super::names::canonical;
use super::signature::Arguments;
use super::source;
use crate::directive::{Call, Value};

/// A table: `sa.Table(...)`, `sa.table(...)`, or what `op.create_table` was given. `dialect` decides about the CHECKs that types bring, `maker` calls
/// the functions of its MetaData's naming convention.
///
/// # Errors
/// When the value is no table, or something in it is wrong.
pub fn bind_table(
    value: &Value,
    dialect: &str,
    maker: Option<&TokenMaker>,
    at: &Location,
) -> Result<Table, SourceError> {
    table_of(Context::new("a table", at), "table", value, (dialect, maker))
}

pub(super) fn table_of(
    at: Context<'_>,
    argument: &str,
    value: &Value,
    (dialect, maker): (&str, Option<&TokenMaker>),
) -> Result<Table, SourceError> {
    let Value::Call(call) = plain(value) else { return Err(at.wrong(argument, value, "a table")) };
    if &*canonical(&call.name) == "sqlalchemy.Table" {
        let a = Arguments::of(call, source::TABLE)?;
        if a.get("autoload_with").is_none() && a.get("autoload").is_none() {
            let parts = source::table_parts(&a)?;
            let metadata = parts.metadata.filter(|v| matches!(plain(v), Value::Call(_) | Value::Name(_)));
            let mut convention = metadata.map(|v| super::convention(a.at(), v)).transpose()?.unwrap_or_default();
            if let Some(maker) = maker {
                convention = convention.with_maker(maker.clone());
            }
            let gathering = Gathering { convention: &convention, dialect, strict: false };
            let mut table = gathering.table(a.at(), parts.name, parts.items)?;
            finish_options(&mut table, &a)?;
            return Ok(table);
        }
    }
    let Some(found) = source::table(call)? else { return Err(at.wrong(argument, value, "a table")) };
    let mut table = Table::new(found.table);
    table.columns = found.columns.into_iter().map(|c| Column::new(c.name, c.sql_type)).collect();
    Ok(table)
}

/// Comment, prefixes and dialect arguments of a table.
pub(super) fn finish_options(table: &mut Table, a: &Arguments<'_>) -> Result<(), SourceError> {
    table.comment = a.opt_text("comment")?;
    if a.get("prefixes").is_some() {
        table.prefixes = a.texts("prefixes")?;
    }
    table.options = a.options()?;
    Ok(())
}

/// What gathering a table depends on.
pub(super) struct Gathering<'b> {
    pub convention: &'b NamingConvention,
    pub dialect: &'b str,
    /// Whether every column must have a type
    pub strict: bool,
}

/// A table item that is not a column.
enum Item {
    Constraint(Constraint),
    Index(Index),
}

impl Gathering<'_> {
    /// The table of these items.
    ///
    /// The order of constraints is SQLAlchemy's: the primary key, those written on the table, then for each column its UNIQUE, the
    /// CHECK of its type and its foreign keys. CHECKs written on a column stay with it. Indexes of columns precede those written
    /// on the table (SQLAlchemy's order changes from run to run).
    pub fn table(&self, at: Context<'_>, name: TableName, items: &[Value]) -> Result<Table, SourceError> {
        let mut columns: Vec<BoundColumn> = Vec::new();
        let mut others = Vec::new();
        for value in items {
            let Value::Call(call) = plain(value) else { return Err(not_an_item(at, value)) };
            if &*canonical(&call.name) == "sqlalchemy.Column" {
                let mut column = column(call)?;
                column.join(&name);
                if columns.iter().any(|c| c.column.name == column.column.name) {
                    let message = format!("the column \"{}\" is there twice", column.column.name);
                    return Err(Context::new(at.what, &call.location).fault(message));
                }
                columns.push(column);
            } else {
                others.push((item(call, &name)?.ok_or_else(|| not_an_item(at, value))?, &call.location));
            }
        }
        let mut table = Table::new(name);
        let mut explicit_key = None;
        for (item, location) in others {
            let at = Context::new(at.what, location);
            match item {
                Item::Index(mut index) => {
                    for element in &mut index.elements {
                        if let limbeck_core::expression::Expression::Column { name, .. } = &mut element.expression {
                            *name = named(at, &columns, name)?;
                        }
                    }
                    table.indexes.push(index);
                }
                Item::Constraint(mut constraint) => {
                    resolve(at, &columns, &mut constraint)?;
                    match constraint {
                        Constraint::PrimaryKey(_) if explicit_key.is_some() => {
                            return Err(at.fault("two primary keys are given"));
                        }
                        Constraint::PrimaryKey(key) => explicit_key = Some(key),
                        other => table.constraints.push(other),
                    }
                }
            }
        }
        if let Some(key) = settle_key(explicit_key, &mut columns) {
            table.constraints.insert(0, Constraint::PrimaryKey(key));
        }
        let written = std::mem::take(&mut table.indexes);
        for bound in &mut columns {
            self.attach(at, bound, &mut table)?;
        }
        table.indexes.extend(written);
        if self.strict {
            columns.iter().try_for_each(|column| can_count(at, column))?;
        }
        settle_autoincrement(&mut columns, self.dialect);
        table.columns = columns.into_iter().map(|c| c.column).collect();
        let key: Vec<String> = table.primary_key_columns().into_iter().map(str::to_owned).collect();
        for column in &mut table.columns {
            column.primary_key = key.contains(&column.name);
        }
        self.settle(at, &mut table)?;
        Ok(table)
    }

    /// Moves what a column brings along into its table.
    fn attach(&self, at: Context<'_>, bound: &mut BoundColumn, table: &mut Table) -> Result<(), SourceError> {
        if self.strict && bound.column.sql_type == SqlType::Null {
            return Err(at.fault(format!("the column \"{}\" has no type", bound.column.name)));
        }
        let (constraints, index) = brought(bound, &table.name, self.dialect);
        table.constraints.extend(constraints);
        table.indexes.extend(index);
        Ok(())
    }

    fn settle(&self, at: Context<'_>, table: &mut Table) -> Result<(), SourceError> {
        let name = table.name.clone();
        // A model may be called what it likes; only what is made has to fit.
        let naming = (self.convention, if self.strict { self.dialect } else { "" });
        for constraint in &mut table.constraints {
            settle_constraint(at, naming, &name, constraint)?;
        }
        for index in &mut table.indexes {
            settle_index(at, naming, index)?;
        }
        for column in &mut table.columns {
            settle_column(at, naming, &name, column)?;
        }
        Ok(())
    }
}

/// What a column brings along: UNIQUE, the CHECK of its type, foreign keys; and an index. They are taken away from it.
pub(super) fn brought(bound: &mut BoundColumn, table: &TableName, dialect: &str) -> (Vec<Constraint>, Option<Index>) {
    let check = bound.type_check(dialect);
    let column = &mut bound.column;
    let (unique, indexed) = (std::mem::take(&mut column.unique), std::mem::take(&mut column.index));
    let mut constraints = Vec::new();
    // `unique=True, index=True` is a unique index and nothing else.
    if unique && !indexed {
        constraints.push(Constraint::Unique(UniqueConstraint {
            name: None,
            columns: vec![column.name.clone()],
            deferral: Deferral::default(),
            options: DialectOptions::default(),
        }));
    }
    constraints.extend(check.map(Constraint::Check));
    for key in std::mem::take(&mut column.foreign_keys) {
        constraints.push(Constraint::ForeignKey(ForeignKey {
            name: key.name,
            columns: vec![column.name.clone()],
            referred_table: key.target.table,
            referred_columns: key.target.column.into_iter().collect(),
            options: key.options,
        }));
    }
    let index = indexed.then(|| Index {
        name: None,
        table: table.clone(),
        elements: vec![IndexElement::column(column.name.clone())],
        unique,
        options: DialectOptions::default(),
    });
    (constraints, index)
}

fn not_an_item(at: Context<'_>, value: &Value) -> SourceError {
    let fault = at.wrong("columns", value, "a Column, a constraint or an Index");
    match plain(value) {
        Value::List(_) | Value::Tuple(_) => fault.help("put a * before a list of columns"),
        _ => fault,
    }
}

fn item(call: &Call, table: &TableName) -> Result<Option<Item>, SourceError> {
    if let Some(constraint) = constraint(call)? {
        return Ok(Some(Item::Constraint(constraint)));
    }
    Ok(match &*canonical(&call.name) {
        "sqlalchemy.Index" => Some(Item::Index(index(call, table)?)),
        _ => None,
    })
}

/// A constraint of a table; `None` for other constructs.
pub(super) fn constraint(call: &Call) -> Result<Option<Constraint>, SourceError> {
    Ok(Some(match &*canonical(&call.name) {
        "sqlalchemy.PrimaryKeyConstraint" => Constraint::PrimaryKey(primary_key(call)?),
        "sqlalchemy.UniqueConstraint" => Constraint::Unique(unique_constraint(call)?),
        "sqlalchemy.ForeignKeyConstraint" => Constraint::ForeignKey(foreign_key_constraint(call)?),
        "sqlalchemy.CheckConstraint" => Constraint::Check(check_constraint(call)?),
        "sqlalchemy.dialects.postgresql.ExcludeConstraint" => {
            let a = Arguments::of(call, "*elements, name?, using?, where?, deferrable?, initially?, ops?, info?")?;
            let mut made = exclude_constraint(&a, a.rest)?;
            made.name = a.opt_name("name")?;
            Constraint::Exclude(made)
        }
        _ => return Ok(None),
    }))
}

/// The name of the column of that key.
fn named(at: Context<'_>, columns: &[BoundColumn], key: &str) -> Result<String, SourceError> {
    if let Some(found) = columns.iter().find(|c| c.key == key) {
        return Ok(found.column.name.clone());
    }
    let fault = at.fault(format!("the table has no column \"{key}\""));
    Err(match nearest(key, columns.iter().map(|c| c.key.as_str())) {
        Some(meant) => fault.help(format!("did you mean \"{meant}\"?")),
        None => fault,
    })
}

fn resolve(at: Context<'_>, columns: &[BoundColumn], constraint: &mut Constraint) -> Result<(), SourceError> {
    let keys = match constraint {
        Constraint::PrimaryKey(c) => &mut c.columns,
        Constraint::Unique(c) => &mut c.columns,
        Constraint::ForeignKey(c) => &mut c.columns,
        Constraint::Check(_) | Constraint::Exclude(_) => return Ok(()),
    };
    for key in keys {
        *key = named(at, columns, key)?;
    }
    Ok(())
}

/// The primary key: as the constraint says, else of the flagged columns. Its columns are NOT NULL unless the script says otherwise.
fn settle_key(explicit: Option<PrimaryKey>, columns: &mut [BoundColumn]) -> Option<PrimaryKey> {
    let flagged = || columns.iter().filter(|c| c.column.primary_key).map(|c| c.column.name.clone()).collect::<Vec<_>>();
    let mut key = explicit.unwrap_or_else(|| PrimaryKey {
        name: None,
        columns: Vec::new(),
        deferral: Deferral::default(),
        options: DialectOptions::default(),
    });
    if key.columns.is_empty() {
        key.columns = flagged();
        // In a key that columns declare, the one that counts up comes first.
        let counts = |name: &str| columns.iter().any(|c| c.column.name == name && c.column.autoincrement == Some(true));
        key.columns.sort_by_key(|name| !counts(name));
    }
    for bound in columns.iter_mut().filter(|c| key.columns.contains(&c.column.name)) {
        bound.column.primary_key = true;
        bound.column.nullable = bound.nullable_given && bound.column.nullable;
    }
    (!key.columns.is_empty()).then_some(key)
}

/// Only whole numbers count up.
fn can_count(at: Context<'_>, bound: &BoundColumn) -> Result<(), SourceError> {
    let column = &bound.column;
    let whole = column.sql_type.is_integer() || matches!(column.sql_type, SqlType::Numeric { scale: Some(0), .. });
    if column.primary_key && column.autoincrement == Some(true) && !whole {
        let message = format!("the type of the column \"{}\" does not go with autoincrement=True", column.name);
        return Err(at.fault(message).help("leave autoincrement out, or give the column an integer type"));
    }
    Ok(())
}

/// `autoincrement="auto"` does not count where values come from elsewhere; `"ignore_fk"` counts for a single key.
pub(super) fn settle_autoincrement(columns: &mut [BoundColumn], dialect: &str) {
    let single = columns.iter().filter(|c| c.column.primary_key).count() == 1;
    for bound in columns {
        let counts = match bound.supplied {
            Supplied::No => true,
            Supplied::Elsewhere => false,
            Supplied::Sequence => matches!(dialect, "mysql" | "sqlite"),
        };
        let column = &mut bound.column;
        if column.autoincrement.is_none() && column.primary_key && column.sql_type.is_integer() {
            if !counts {
                column.autoincrement = Some(false);
            } else if bound.ignore_fk && single && column.server_default.is_none() {
                column.autoincrement = Some(true);
            }
        }
    }
}

/// The longest name of a constraint or index. A longer one that a convention or `op.f` makes is shortened.
fn longest(dialect: &str) -> usize {
    match dialect {
        "postgresql" => 63,
        "mysql" | "mariadb" => 64,
        _ => usize::MAX,
    }
}

/// A name that the script gives itself is used as it is, or not at all: a database would cut it in silence, or refuse it.
pub(super) fn fits(
    at: Context<'_>,
    dialect: &str,
    given: Option<&Name>,
    settled: Option<&str>,
) -> Result<(), SourceError> {
    let limit = longest(dialect);
    match given {
        Some(name) if !name.is_final && settled == Some(name.text.as_str()) && name.text.chars().count() > limit => {
            Err(at
                .fault(format!("Identifier '{}' exceeds maximum length of {limit} characters", name.text))
                .help("give a shorter name, or op.f(\"...\") for one that is cut with a hash of the whole"))
        }
        _ => Ok(()),
    }
}

/// A settled name. One that is as the script gave it is no more final than it was.
fn settled_name(given: Option<&Name>, text: String) -> Name {
    match given {
        Some(given) if given.text == text => given.clone(),
        _ => Name::finished(text),
    }
}

/// Gives a constraint its final name.
pub(super) fn settle_constraint(
    at: Context<'_>,
    (convention, dialect): (&NamingConvention, &str),
    table: &TableName,
    constraint: &mut Constraint,
) -> Result<(), SourceError> {
    let settled = convention.constraint_name(table, constraint).map_err(|e| unnamed(at, &e))?;
    fits(at, dialect, constraint.name(), settled.as_deref())?;
    let settled = settled.map(|text| settled_name(constraint.name(), text));
    match constraint {
        Constraint::PrimaryKey(c) => c.name = settled,
        Constraint::Unique(c) => c.name = settled,
        Constraint::ForeignKey(c) => c.name = settled,
        Constraint::Check(c) => c.name = settled,
        Constraint::Exclude(c) => c.name = settled,
    }
    Ok(())
}

/// Gives an index its final name.
pub(super) fn settle_index(
    at: Context<'_>,
    (convention, dialect): (&NamingConvention, &str),
    index: &mut Index,
) -> Result<(), SourceError> {
    let plain =
        index.elements.iter().all(|e| matches!(e.expression, limbeck_core::expression::Expression::Column { .. }));
    if index.name.is_none() && !plain {
        return Err(at.fault("an index of expressions needs a name").help("give it as the first argument"));
    }
    let settled = convention.index_name(index).map_err(|e| unnamed(at, &e))?;
    fits(at, dialect, index.name.as_ref(), settled.as_deref())?;
    let settled =
        settled.ok_or_else(|| at.fault("the index needs a name, and the naming convention has none for it"))?;
    index.name = Some(settled_name(index.name.as_ref(), settled));
    Ok(())
}

/// Gives the constraints that stay on a column their final names.
pub(super) fn settle_column(
    at: Context<'_>,
    naming: (&NamingConvention, &str),
    table: &TableName,
    column: &mut Column,
) -> Result<(), SourceError> {
    for check in &mut column.checks {
        let mut constraint = Constraint::Check(check.clone());
        settle_constraint(at, naming, table, &mut constraint)?;
        check.name = constraint.name().cloned();
    }
    for key in &mut column.foreign_keys {
        let mut constraint = Constraint::ForeignKey(ForeignKey {
            name: key.name.take(),
            columns: vec![column.name.clone()],
            referred_table: key.target.table.clone(),
            referred_columns: key.target.column.clone().into_iter().collect(),
            options: Default::default(),
        });
        settle_constraint(at, naming, table, &mut constraint)?;
        key.name = constraint.name().cloned();
    }
    Ok(())
}

/// A naming convention that cannot make a name.
pub(super) fn unnamed(at: Context<'_>, error: &NamingError) -> SourceError {
    at.fault(error.to_string()).help("give the constraint a name, or the whole name with op.f(\"...\")")
}
