//! Column types.

use limbeck_core::schema::{CustomType, DialectOption, DialectOptions, OptionValue, SqlType};
use limbeck_core::source::{Location, SourceError};

use super::context::{Context, nearest, plain, shown};
use super::names::canonical;
use super::options::option_value;
use super::signature::{Arguments, match_arguments};
use super::type_table::{DIALECT_TYPES, GENERIC, LITERAL, SAME_AS_LITERAL};
use crate::directive::{Call, Value};

/// A type: `sa.String(20)`, `sa.Integer` (called or not), `postgresql.JSONB()`, `sa.Text().with_variant(...)`.
///
/// `at` is where the value stands, for values that do not know it themselves.
///
/// # Errors
/// When it is not a type that is known, or its arguments are wrong.
pub fn bind_type(value: &Value, at: &Location) -> Result<SqlType, SourceError> {
    Ok(bound_type(Context::new("a column type", at), "type", value)?.sql_type)
}

/// A type with what the type itself does not keep.
pub(super) struct BoundType {
    pub sql_type: SqlType,
    /// `op.f(...)` made its name final: no naming convention applies to its CHECK.
    pub name_is_final: bool,
    /// `none_as_null=True` of a JSON type: None is NULL, not the JSON value null.
    pub none_as_null: bool,
    /// `inherit_schema=True` of an enum: it is in the schema of the table that uses it.
    pub inherits_schema: bool,
}

impl From<SqlType> for BoundType {
    fn from(sql_type: SqlType) -> Self {
        BoundType { sql_type, name_is_final: false, none_as_null: false, inherits_schema: false }
    }
}

pub(super) fn bound_type(at: Context<'_>, argument: &str, value: &Value) -> Result<BoundType, SourceError> {
    const ALLOWED: &str = "a column type";
    match plain(value) {
        Value::Name(name) => named(&canonical(name), &[], &[], at.location),
        Value::Call(call) if call.name == ".with_variant" => variant(call),
        Value::Call(call) if call.name == "limbeck.sql" => match call.args.first() {
            Some(Value::Str(text)) => Ok(SqlType::Verbatim(text.clone()).into()),
            _ => Err(at.wrong(argument, value, ALLOWED)),
        },
        // Types of the user's own: (module, class, what it is in the database).
        Value::Call(call)
            if matches!(call.name.as_str(), "sqlalchemy.TypeDecorator" | "sqlalchemy.UserDefinedType") =>
        {
            let mut bound = match call.args.get(2).map(|value| (value, plain(value))) {
                Some((_, Value::Str(text))) => SqlType::Verbatim(text.clone()).into(),
                Some((value, _)) => bound_type(at, argument, value)?,
                None => return Err(at.wrong(argument, value, ALLOWED)),
            };
            if let Some(custom) = custom(call, &bound.sql_type) {
                bound.sql_type = SqlType::Custom(Box::new(custom));
            }
            Ok(bound)
        }
        Value::Call(call)
            if call.name.starts_with('.') || call.name.starts_with("operator.") || call.name == "getattr" =>
        {
            Err(at.wrong(argument, value, ALLOWED))
        }
        Value::Call(call) => named(&canonical(&call.name), &call.args, &call.kwargs, &call.location),
        _ => Err(at.wrong(argument, value, ALLOWED)),
    }
}

/// What a model's type is in Python. Only those of models say by which number Python finds them again.
fn custom(call: &Call, implementation: &SqlType) -> Option<CustomType> {
    let named = |wanted: &str| call.kwargs.iter().find(|(name, _)| name == wanted).map(|(_, value)| value);
    let Some(Value::Int(object)) = named("object") else { return None };
    Some(CustomType {
        module: call.args.first()?.as_str()?.to_owned(),
        class: call.args.get(1)?.as_str()?.to_owned(),
        repr: named("repr")?.as_str()?.to_owned(),
        object: i64::try_from(*object).ok(),
        implementation: implementation.clone(),
    })
}

fn named(name: &str, args: &[Value], kwargs: &[(String, Value)], at: &Location) -> Result<BoundType, SourceError> {
    let matched = |signature| match_arguments(shown(name), signature, args, kwargs, at);
    if let Some((dialect, class)) = name.strip_prefix("sqlalchemy.dialects.").and_then(|rest| rest.split_once('.')) {
        if SAME_AS_LITERAL.iter().any(|(d, names)| *d == dialect && names.split(' ').any(|n| n == class)) {
            return named(&format!("sqlalchemy.{class}"), args, kwargs, at);
        }
        if let Some((.., signature)) = DIALECT_TYPES.iter().find(|(d, c, _)| *d == dialect && *c == class) {
            return dialect_type(dialect, class, &matched(signature)?);
        }
    } else if name == "sqlmodel.sql.sqltypes.AutoString" || name == "sqlmodel.AutoString" {
        return named("sqlalchemy.String", args, kwargs, at);
    } else if let Some(class) = name.strip_prefix("sqlalchemy.") {
        if let Some((.., signature)) = GENERIC.iter().find(|(n, _)| *n == class) {
            return generic(class, &matched(signature)?);
        }
        if let Some((_, text, signature)) = LITERAL.iter().find(|(n, ..)| *n == class) {
            return literal(text, &matched(signature)?).map(BoundType::from);
        }
    }
    let class = name.rsplit('.').next().unwrap_or(name);
    let fault = SourceError::new(at.clone(), format!("`{}` is not a column type that is known here", shown(name)));
    let known = GENERIC.iter().map(|(n, _)| *n).chain(LITERAL.iter().map(|(n, ..)| *n));
    Err(match nearest(class, known).filter(|_| name.starts_with("sqlalchemy.")) {
        Some(meant) => fault.help(format!("did you mean `sa.{meant}`?")),
        None => fault.help("write the type it stands for in the database, such as sa.String(255)"),
    })
}

fn generic(class: &str, a: &Arguments<'_>) -> Result<BoundType, SourceError> {
    let length = || a.opt_size("length");
    let collation = || a.opt_text("collation");
    let timezone = || a.flag("timezone");
    Ok(match class {
        "NullType" => SqlType::Null,
        "Integer" => SqlType::Integer,
        "SmallInteger" => SqlType::SmallInteger,
        "BigInteger" => SqlType::BigInteger,
        "Numeric" => SqlType::Numeric { precision: a.opt_size("precision")?, scale: a.opt_size("scale")? },
        "Float" => SqlType::Float { precision: a.opt_size("precision")? },
        "Double" => SqlType::Double { precision: a.opt_size("precision")? },
        "String" | "Unicode" => SqlType::String { length: length()?, collation: collation()? },
        "Text" | "UnicodeText" => SqlType::Text { length: length()?, collation: collation()? },
        "Date" => SqlType::Date,
        "Time" => SqlType::Time { timezone: timezone()? },
        "DateTime" => SqlType::DateTime { timezone: timezone()? },
        "Interval" => SqlType::Interval {
            native: a.opt_bool("native")?.unwrap_or(true),
            second_precision: a.opt_size("second_precision")?,
        },
        "LargeBinary" => SqlType::LargeBinary { length: length()? },
        "JSON" => {
            let none_as_null = a.flag("none_as_null")?;
            return Ok(BoundType { none_as_null, ..SqlType::Json.into() });
        }
        "Uuid" => SqlType::Uuid { native: a.opt_bool("native_uuid")?.unwrap_or(true) },
        "ARRAY" => array(a, true)?,
        "PickleType" => SqlType::Pickle,
        "Boolean" | "BOOLEAN" => {
            let name = a.opt_name("name")?;
            let create_constraint = a.flag("create_constraint")?;
            if class == "BOOLEAN" && !create_constraint {
                return Ok(literal("BOOLEAN", a)?.into());
            }
            let name_is_final = name.as_ref().is_some_and(|n| n.is_final);
            let sql_type = SqlType::Boolean { name: name.map(|n| n.text), create_constraint };
            return Ok(BoundType { name_is_final, ..sql_type.into() });
        }
        "Enum" => return enumeration(a),
        other => return Err(a.at().fault(format!("`{other}` is not a column type that is known here"))),
    }
    .into())
}

fn array(a: &Arguments<'_>, generic: bool) -> Result<SqlType, SourceError> {
    let item = bound_type(a.at(), "item_type", a.required("item_type")?)?.sql_type;
    if matches!(item, SqlType::Array { .. }) {
        return Err(a.at().fault("an ARRAY of ARRAYs").help("several dimensions are `dimensions=2`"));
    }
    Ok(SqlType::Array { item: Box::new(item), dimensions: a.opt_size("dimensions")?.unwrap_or(1), generic })
}

fn enumeration(a: &Arguments<'_>) -> Result<BoundType, SourceError> {
    let values = enum_values(a)?;
    let name = a.opt_name("name")?;
    let name_is_final = name.as_ref().is_some_and(|n| n.is_final);
    let native = a.opt_bool("native_enum")?.unwrap_or(true);
    // An enum of its own has the database's collation, whatever is said here.
    if a.get("collation").is_some() && !native {
        return Err(a
            .at()
            .fault("`collation` of an enum that is text is not written here")
            .help("make it sa.String(..., collation=...), with a CHECK"));
    }
    let sql_type = SqlType::Enum {
        values,
        name: name.map(|n| n.text),
        schema: a.opt_text("schema")?,
        native,
        create_type: a.opt_bool("create_type")?.unwrap_or(true),
        create_constraint: a.flag("create_constraint")?,
        length: a.opt_size("length")?,
    };
    Ok(BoundType { name_is_final, inherits_schema: a.flag("inherit_schema")?, ..sql_type.into() })
}

fn enum_values(a: &Arguments<'_>) -> Result<Vec<String>, SourceError> {
    a.rest
        .iter()
        .map(|value| match plain(value) {
            Value::List(_) | Value::Tuple(_) | Value::Dict(_) => Err(a
                .at()
                .wrong("values", value, "given one by one, each a str")
                .help("put a * before it: Enum(*values)")),
            _ => a.at().text("values", value),
        })
        .collect()
}

fn literal(text: &str, a: &Arguments<'_>) -> Result<SqlType, SourceError> {
    let mut arguments = Vec::new();
    if let Some(length) = a.opt_size("length")? {
        arguments.push(length);
    }
    // SQLAlchemy writes no precision for the others, and no scale without a precision.
    if let ("NUMERIC" | "DECIMAL" | "FLOAT", Some(precision)) = (text, a.opt_size("precision")?) {
        arguments.push(precision);
        arguments.extend(a.opt_size("scale")?);
    }
    Ok(SqlType::Literal {
        name: text.into(),
        arguments,
        timezone: a.flag("timezone")?,
        collation: a.opt_text("collation")?,
    })
}

/// Arguments that say how Python sees values, not what the database has.
const PYTHON_SIDE: &[&str] = &[
    "metadata",
    "astext_type",
    "values_callable",
    "as_uuid",
    "asdecimal",
    "as_tuple",
    "zero_indexes",
    "decimal_return_scale",
    "storage_format",
    "regexp",
    "truncate_microseconds",
    "validate_strings",
    "sort_key_function",
    "omit_aliases",
    // Bound on its own.
    "inherit_schema",
];

/// A dialect's own type keeps its arguments under their names; `values` holds those of ENUM and SET.
fn dialect_type(dialect: &str, class: &str, a: &Arguments<'_>) -> Result<BoundType, SourceError> {
    if class == "ARRAY" {
        return Ok(array(a, false)?.into());
    }
    let mut arguments = Vec::new();
    let mut add = |name: &str, value| {
        arguments.push(DialectOption { dialect: dialect.into(), name: name.into(), value });
    };
    if matches!(class, "ENUM" | "SET") {
        add("values", OptionValue::List(enum_values(a)?.into_iter().map(OptionValue::Text).collect()));
    }
    for (name, value) in a.all() {
        if PYTHON_SIDE.contains(&name) {
            continue;
        }
        if matches!(name, "data_type" | "text_type") {
            add(name, OptionValue::Type(Box::new(bound_type(a.at(), name, value)?.sql_type)));
        } else if let Some(value) = option_value(a.at(), name, value)? {
            add(name, value);
        }
    }
    if class == "ENUM" && dialect == "postgresql" && a.get("name").is_none() {
        return Err(a.at().fault("the argument `name` is missing").help("a type of PostgreSQL has a name"));
    }
    let none_as_null = class.starts_with("JSON") && a.get("none_as_null").is_some() && a.flag("none_as_null")?;
    let sql_type =
        SqlType::Dialect { dialect: dialect.into(), name: class.into(), arguments: DialectOptions(arguments) };
    let inherits_schema = a.get("inherit_schema").is_some() && a.flag("inherit_schema")?;
    Ok(BoundType { none_as_null, inherits_schema, ..sql_type.into() })
}

fn variant(call: &Call) -> Result<BoundType, SourceError> {
    let receiver = call.args.first().unwrap_or(&Value::None);
    let a = Arguments::of_method(call, "type_, *dialect_names")?;
    let mut base = bound_type(a.at(), "type", receiver)?;
    let other = bound_type(a.at(), "type_", a.required("type_")?)?.sql_type;
    if a.rest.is_empty() {
        return Err(a.at().fault("the argument `dialect_names` is missing"));
    }
    let mut variants = match base.sql_type {
        SqlType::Variant { base: inner, variants } => {
            base.sql_type = *inner;
            variants
        }
        _ => Vec::new(),
    };
    for name in a.rest {
        variants.push((a.at().text("dialect_names", name)?, other.clone()));
    }
    base.sql_type = SqlType::Variant { base: Box::new(base.sql_type), variants };
    Ok(base)
}

/// Puts an enum that names no schema into that one.
pub(super) fn inherit_schema(sql_type: &mut SqlType, inherited: &Option<String>) {
    match sql_type {
        SqlType::Enum { schema: schema @ None, .. } => schema.clone_from(inherited),
        SqlType::Dialect { dialect, arguments, .. } if arguments.get(dialect, "schema").is_none() => {
            let value = inherited.clone().map(OptionValue::Text);
            let option = |value| DialectOption { dialect: dialect.clone(), name: "schema".into(), value };
            arguments.0.extend(value.map(option));
        }
        SqlType::Variant { base, .. } => inherit_schema(base, inherited),
        SqlType::Custom(custom) => inherit_schema(&mut custom.implementation, inherited),
        _ => {}
    }
}
