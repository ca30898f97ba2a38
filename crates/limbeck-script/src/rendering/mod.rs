//! Differences as the Python code of a version script: what `revision --autogenerate` writes. The text is Alembic's.

mod alter;
mod body;
mod column;
mod constraint;
mod default;
mod enumeration;
mod index;
mod table;
mod types;

use std::cell::RefCell;
use std::collections::BTreeSet;

use limbeck_core::autogenerate::{Difference, python_repr};
use limbeck_core::expression::Expression;
use limbeck_core::schema::{Name, OptionValue, ServerDefault};
use limbeck_dialect::{Dialect, DialectError};

/// What `context.configure()` says about the code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RenderOptions {
    /// `alembic_module_prefix`
    pub alembic_prefix: String,
    /// `sqlalchemy_module_prefix`
    pub sqlalchemy_prefix: String,
    /// `render_as_batch`
    pub as_batch: bool,
}

impl Default for RenderOptions {
    fn default() -> Self {
        RenderOptions { alembic_prefix: "op.".into(), sqlalchemy_prefix: "sa.".into(), as_batch: false }
    }
}

/// The code of a revision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendered {
    /// The body of `upgrade()`, its first line without indentation.
    pub upgrades: String,
    /// The body of `downgrade()`, likewise.
    pub downgrades: String,
    /// Import lines, sorted.
    pub imports: Vec<String>,
}

/// Writes the code that makes `differences` go away, and the code that brings them back.
///
/// # Errors
/// An expression that the dialect cannot write.
pub fn render(
    differences: &[Difference],
    dialect: &dyn Dialect,
    options: &RenderOptions,
) -> Result<Rendered, DialectError> {
    let code = Code { dialect, options, imports: RefCell::default(), batch: false, back: false };
    let back: Vec<Difference> = differences.iter().rev().map(Difference::reversed).collect();
    let upgrades = code.body(differences)?;
    let code = Code { back: true, ..code };
    let downgrades = code.body(&back)?;
    Ok(Rendered { upgrades, downgrades, imports: code.imports.into_inner().into_iter().collect() })
}

/// Writes code. What it writes needs `imports`.
struct Code<'a> {
    dialect: &'a dyn Dialect,
    options: &'a RenderOptions,
    imports: RefCell<BTreeSet<String>>,
    /// Inside a batch block, where the table is not named again.
    batch: bool,
    /// The body of `downgrade()`
    back: bool,
}

impl Code<'_> {
    /// `op.`, or `batch_op.`
    fn op(&self) -> &str {
        if self.batch { "batch_op." } else { &self.options.alembic_prefix }
    }

    /// `sa.`
    fn sa(&self) -> &str {
        &self.options.sqlalchemy_prefix
    }

    /// A name that no convention may change is `op.f('name')`.
    fn name(&self, name: Option<&Name>) -> String {
        match name {
            None => "None".into(),
            Some(name) if name.is_final => format!("{}f({})", self.op(), python_repr(&name.text)),
            Some(name) => python_repr(&name.text),
        }
    }

    /// The name of a constraint that is added by the upgrade and dropped by the downgrade. One that the model leaves to the database gets one
    /// here, because what has no name cannot be dropped; Alembic writes None. `added` is whether this is the statement that adds it.
    fn constraint_name(
        &self,
        name: Option<&Name>,
        table: &str,
        columns: &[String],
        kind: &str,
        added: bool,
    ) -> Option<Name> {
        let by_upgrade = added != self.back;
        match name {
            None if by_upgrade => Some(Name::finished(made_name(table, columns, kind))),
            other => other.cloned(),
        }
    }

    /// An expression as the dialect writes it.
    fn sql(&self, expression: &Expression) -> Result<String, DialectError> {
        self.dialect.default_text(&ServerDefault::Expression(expression.clone()))
    }

    /// An expression for `text()`.
    fn text_sql(&self, expression: &Expression) -> Result<String, DialectError> {
        self.sql(expression).map(|sql| escaped(&sql))
    }

    /// The value of a dialect argument.
    fn option(&self, value: &OptionValue) -> Result<String, DialectError> {
        Ok(match value {
            OptionValue::Bool(flag) => python_bool(*flag).into(),
            OptionValue::Int(number) => number.to_string(),
            OptionValue::Text(text) => python_repr(text),
            OptionValue::Expression(expression) => {
                format!("{}text({})", self.sa(), python_repr(&self.text_sql(expression)?))
            }
            OptionValue::Type(sql_type) => self.type_(sql_type),
            OptionValue::List(values) => {
                let values: Vec<String> = values.iter().map(|value| self.option(value)).collect::<Result<_, _>>()?;
                format!("[{}]", values.join(", "))
            }
            OptionValue::Map(entries) => {
                let entry = |(key, value): &(String, OptionValue)| {
                    Ok::<_, DialectError>(format!("{}: {}", python_repr(key), self.option(value)?))
                };
                let entries: Vec<String> = entries.iter().map(entry).collect::<Result<_, _>>()?;
                format!("{{{}}}", entries.join(", "))
            }
        })
    }

    /// `postgresql_using='gin'`, ...
    fn options(&self, options: &limbeck_core::schema::DialectOptions) -> Result<Vec<String>, DialectError> {
        let each = options.0.iter().filter(|option| !OBSERVED.contains(&option.name.as_str()));
        each.map(|option| Ok(format!("{}_{}={}", option.dialect, option.name, self.option(&option.value)?))).collect()
    }
}

/// What reflection notes of a table or column, and no argument says.
const OBSERVED: [&str; 2] = ["serial", "partition_of"];

/// SQL for `text()`, which takes a colon and a word for a value to come unless a backslash says otherwise. Alembic forgets that.
fn escaped(sql: &str) -> String {
    let mut out = String::new();
    let mut before = ' ';
    let mut rest = sql.chars().peekable();
    while let Some(c) = rest.next() {
        let is_word = |c: char| c.is_alphanumeric() || c == '_';
        if c == ':' && before != ':' && !is_word(before) && rest.peek().is_some_and(|next| is_word(*next)) {
            out.push('\\');
        }
        out.push(c);
        before = c;
    }
    out
}

/// `t_a_key`, as PostgreSQL would call it.
fn made_name(table: &str, columns: &[String], kind: &str) -> String {
    let name = format!("{table}_{}_{kind}", columns.join("_"));
    if name.len() <= 60 {
        return name;
    }
    // A long one ends in what tells it from others (FNV-1a).
    let hash = name.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    format!("{}_{hash:08x}_{kind}", name.chars().filter(char::is_ascii).take(40).collect::<String>())
}

fn python_bool(value: bool) -> &'static str {
    if value { "True" } else { "False" }
}

/// `['a', 'b']`
fn python_list<'t>(names: impl IntoIterator<Item = &'t String>) -> String {
    let names: Vec<String> = names.into_iter().map(|name| python_repr(name)).collect();
    format!("[{}]", names.join(", "))
}
