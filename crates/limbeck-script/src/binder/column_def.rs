//! `sa.Column(...)`: name, type and items in any order, defaults, flags.

use limbeck_core::operation::ColumnDefault;
use limbeck_core::schema::{CheckConstraint, Column, Computed, Identity, ServerDefault, SqlType, TableName};
use limbeck_core::source::SourceError;

use super::constraint_def::{check_constraint, foreign_key};
use super::context::{Context, construct, plain};
use super::expression::ddl_expression;
use super::names::canonical;
use super::sequence::{self, SEQUENCE};
use super::signature::Arguments;
use super::types::{bound_type, inherit_schema};
use crate::directive::{Call, Value};

/// A column with what only matters until its table is complete.
#[derive(Debug, Clone)]
pub(super) struct BoundColumn {
    pub column: Column,
    /// What Python code calls it by
    pub key: String,
    /// `nullable` was written
    pub nullable_given: bool,
    /// The name of its type's CHECK is final
    pub type_name_is_final: bool,
    pub none_as_null: bool,
    /// `inherit_schema=True` of its type
    inherits_schema: bool,
    /// `autoincrement="ignore_fk"`
    pub ignore_fk: bool,
    /// Something other than a server default supplies a key, so that `autoincrement="auto"` does not count
    pub supplied: Supplied,
    pub default: Option<Value>,
    pub onupdate: Option<Value>,
}

/// Who supplies values of a column beside the database's defaults.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Supplied {
    No,
    /// `default=`, or a `FetchedValue`
    Elsewhere,
    /// A sequence: databases that have none count up by themselves still
    Sequence,
}

const COLUMN: &str = "*args, name?, type_?, autoincrement?, default?, insert_default?, doc?, key?, index?, unique?, info?, \
    nullable?, onupdate?, primary_key?, server_default?, server_onupdate?, quote?, system?, comment?, insert_sentinel?, **Column";

const ITEMS: &[&str] = &[
    "ForeignKey",
    "CheckConstraint",
    "Identity",
    "Computed",
    "Sequence",
    "DefaultClause",
    "FetchedValue",
    "ColumnDefault",
    "Constraint",
    "PrimaryKeyConstraint",
    "UniqueConstraint",
    "ForeignKeyConstraint",
    "Index",
    "Column",
];

fn item_of(value: &Value) -> Option<(&'static str, &Call)> {
    let Value::Call(call) = plain(value) else { return None };
    let name = canonical(&call.name);
    let class = name.strip_prefix("sqlalchemy.")?;
    ITEMS.iter().find(|item| **item == class).map(|item| (*item, &**call))
}

/// What a column refers to by itself.
pub(super) fn column(call: &Call) -> Result<BoundColumn, SourceError> {
    let a = Arguments::of(call, COLUMN)?;
    let mut rest = a.rest;
    let mut name = None;
    if let [first, others @ ..] = rest
        && (matches!(plain(first), Value::Str(_) | Value::None)
            || construct(first, "alembic.op.f").is_some()
            || construct(first, "sqlalchemy.quoted_name").is_some())
    {
        name = (!matches!(plain(first), Value::None)).then(|| a.at().text("name", first)).transpose()?;
        rest = others;
    }
    let name = match (name, a.opt_text("name")?) {
        (Some(_), Some(_)) => return Err(a.at().fault("`name` is given twice")),
        (Some(name), None) | (None, Some(name)) if !name.is_empty() => name,
        _ => return Err(a.at().fault("the argument `name` is missing")),
    };
    let what = format!("sa.Column(\"{name}\")");
    let at = Context::new(&what, &call.location);
    let mut type_value = a.get("type_");
    if let [first, others @ ..] = rest
        && item_of(first).is_none()
    {
        if type_value.is_some() {
            return Err(at.fault("the type is given twice"));
        }
        type_value = Some(first);
        rest = others;
    }
    let bound = match type_value {
        Some(value) if !matches!(plain(value), Value::None) => bound_type(at, "type_", value)?,
        _ => SqlType::Null.into(),
    };
    let mut made = BoundColumn {
        column: Column::new(name.clone(), bound.sql_type),
        key: a.opt_text("key")?.unwrap_or(name),
        nullable_given: false,
        type_name_is_final: bound.name_is_final,
        none_as_null: bound.none_as_null,
        inherits_schema: bound.inherits_schema,
        ignore_fk: false,
        supplied: Supplied::No,
        default: a.get("insert_default").or_else(|| a.get("default")).cloned(),
        onupdate: a.get("onupdate").cloned(),
    };
    flags(&mut made, &a, at)?;
    if let Some(value) = a.get("server_default") {
        made.set_default(at, "server_default", value)?;
    }
    for value in rest {
        item(&mut made, at, value)?;
    }
    if made.default.is_some() && made.supplied == Supplied::No {
        let is_sequence = made.default.as_ref().is_some_and(|v| construct(v, "sqlalchemy.Sequence").is_some());
        made.supplied = if is_sequence { Supplied::Sequence } else { Supplied::Elsewhere };
    }
    Ok(made)
}

fn flags(made: &mut BoundColumn, a: &Arguments<'_>, at: Context<'_>) -> Result<(), SourceError> {
    let column = &mut made.column;
    column.primary_key = a.flag("primary_key")?;
    column.unique = a.flag("unique")?;
    column.index = a.flag("index")?;
    column.comment = a.opt_text("comment")?;
    column.quote = a.opt_bool("quote")?;
    column.options = a.options()?;
    made.nullable_given = a.given("nullable").is_some();
    // As in SQLAlchemy, `nullable=None` is no.
    column.nullable = if made.nullable_given { a.flag("nullable")? } else { !column.primary_key };
    match a.get("autoincrement").map(plain) {
        None => {}
        Some(Value::Bool(value)) => column.autoincrement = Some(*value),
        Some(Value::Str(word)) if word == "auto" => {}
        Some(Value::Str(word)) if word == "ignore_fk" => made.ignore_fk = true,
        Some(other) => return Err(at.wrong("autoincrement", other, "True, False, \"auto\" or \"ignore_fk\"")),
    }
    if a.get("system").is_some() && a.flag("system")? {
        return Err(at.fault("`system=True` makes no column").help("leave the column out"));
    }
    Ok(())
}

fn item(made: &mut BoundColumn, at: Context<'_>, value: &Value) -> Result<(), SourceError> {
    const ALLOWED: &str = "a ForeignKey, CheckConstraint, Identity, Computed, Sequence or server default";
    match item_of(value) {
        Some(("ForeignKey", call)) => made.column.foreign_keys.push(foreign_key(call)?),
        Some(("CheckConstraint", call)) => made.column.checks.push(check_constraint(call)?),
        Some(("Identity" | "Computed" | "DefaultClause" | "FetchedValue", _)) => made.set_default(at, "args", value)?,
        Some(("Sequence", call)) => {
            let a = Arguments::of(call, SEQUENCE)?;
            if !(a.get("optional").is_some() && a.flag("optional")?) {
                made.supplied = Supplied::Sequence;
            }
        }
        Some(("ColumnDefault", _)) => made.supplied = Supplied::Elsewhere,
        _ if matches!(plain(value), Value::List(_) | Value::Tuple(_)) => {
            return Err(at.wrong("args", value, ALLOWED).help("put a * before a list of items"));
        }
        _ => return Err(at.wrong("args", value, ALLOWED)),
    }
    Ok(())
}

impl BoundColumn {
    fn set_default(&mut self, at: Context<'_>, argument: &str, value: &Value) -> Result<(), SourceError> {
        let column = &mut self.column;
        if column.server_default.is_some() || column.identity.is_some() || column.computed.is_some() {
            return Err(at.fault("two server defaults are given"));
        }
        match default_of(at, argument, value)? {
            None => self.supplied = Supplied::Elsewhere,
            Some(ColumnDefault::None) => {}
            Some(ColumnDefault::Server(default)) => column.server_default = Some(default),
            Some(ColumnDefault::Computed(computed)) => column.computed = Some(computed),
            Some(ColumnDefault::Identity(_)) if column.autoincrement == Some(false) => {
                return Err(at
                    .fault("an Identity does not go with autoincrement=False")
                    .help("leave autoincrement out"));
            }
            Some(ColumnDefault::Identity(identity)) => {
                column.identity = Some(identity);
                // An identity column does not take NULL unless the script says so.
                column.nullable = self.nullable_given && column.nullable;
            }
        }
        Ok(())
    }

    /// Lets an enum be where its table is, when it says so.
    pub fn join(&mut self, table: &TableName) {
        if self.inherits_schema {
            inherit_schema(&mut self.column.sql_type, &table.schema);
        }
    }

    /// The CHECK that the type brings on `dialect`.
    pub fn type_check(&self, dialect: &str) -> Option<CheckConstraint> {
        super::type_check::type_check(&self.column.name, &self.column.sql_type, self.type_name_is_final, dialect)
    }
}

/// What `server_default=` says; `None` for a `FetchedValue`, which leaves it to the database.
pub(super) fn default_of(at: Context<'_>, argument: &str, value: &Value) -> Result<Option<ColumnDefault>, SourceError> {
    let wrong = || {
        at.wrong(argument, value, "a str or an SQL expression")
            .help("a str is quoted as a literal: \"0\"; SQL is written sa.text(\"0\")")
    };
    Ok(Some(match plain(value) {
        Value::None => ColumnDefault::None,
        Value::Str(text) => ColumnDefault::Server(ServerDefault::Literal(text.clone())),
        Value::Absent(absent) => return Err(at.absent(argument, absent)),
        Value::Call(call) => match &*canonical(&call.name) {
            "sqlalchemy.Identity" => ColumnDefault::Identity(identity(call)?),
            "sqlalchemy.Computed" => {
                let a = Arguments::of(call, "sqltext, persisted?")?;
                let expression = ddl_expression(a.at(), "sqltext", a.required("sqltext")?)?;
                ColumnDefault::Computed(Computed { expression, persisted: a.opt_bool("persisted")? })
            }
            "sqlalchemy.FetchedValue" => return Ok(None),
            "sqlalchemy.DefaultClause" | "sqlalchemy.PassiveDefault" => {
                let a = Arguments::of(call, "arg, for_update?")?;
                return default_of(a.at(), "arg", a.required("arg")?);
            }
            _ => ColumnDefault::Server(ServerDefault::Expression(ddl_expression(at, argument, value)?)),
        },
        Value::Name(name) if &*canonical(name) == "sqlalchemy.FetchedValue" => return Ok(None),
        Value::Name(name) if &*canonical(name) == "sqlalchemy.Identity" => ColumnDefault::Identity(Identity::default()),
        _ => return Err(wrong()),
    }))
}

fn identity(call: &Call) -> Result<Identity, SourceError> {
    let a = Arguments::of(
        call,
        "always?, on_null?, start?, increment?, minvalue?, maxvalue?, nominvalue?, nomaxvalue?, cycle?, cache?, order?, **Identity",
    )?;
    let options = a.options()?;
    Ok(Identity {
        always: a.flag("always")?,
        on_null: if options.flag("oracle", "on_null") { Some(true) } else { a.opt_bool("on_null")? },
        options: sequence::options(&a)?,
    })
}
