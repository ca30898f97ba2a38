//! Differences as the Python code of a version script: what `revision --autogenerate` writes. The text is Alembic's.

mod alter;
mod body;
mod column;
mod computed;
mod constraint;
mod default;
mod domain;
mod enumeration;
mod expand;
mod index;
mod item;
mod sequence;
mod step;
mod table;
mod types;

use std::cell::RefCell;
use std::collections::BTreeSet;

use limbeck_core::autogenerate::python_repr;
use limbeck_core::expression::Expression;
use limbeck_core::schema::{DialectOption, Name, OptionValue, ServerDefault};
use limbeck_dialect::{Dialect, DialectError};

pub use item::{Answer, Item, RenderItem};
pub(crate) use step::filled_by;
pub use step::{Action, Block, Sign, Step, blocks, blocks_back, unchanged};

/// Why code cannot be written.
#[derive(Debug, thiserror::Error)]
pub enum RenderError {
    /// The dialect has no text for something
    #[error(transparent)]
    Dialect(#[from] DialectError),
    /// `render_item` raised
    #[error("{0}")]
    Item(Box<dyn std::error::Error>),
}

/// What `context.configure()` says about the code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RenderOptions {
    /// `alembic_module_prefix`
    pub alembic_prefix: String,
    /// `sqlalchemy_module_prefix`
    pub sqlalchemy_prefix: String,
    /// `user_module_prefix`; `None` is the module of the type's class
    pub user_prefix: Option<String>,
    /// `render_as_batch`
    pub as_batch: bool,
}

impl Default for RenderOptions {
    fn default() -> Self {
        RenderOptions {
            alembic_prefix: "op.".into(),
            sqlalchemy_prefix: "sa.".into(),
            user_prefix: None,
            as_batch: false,
        }
    }
}

/// The code of one direction of a revision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendered {
    /// The body of the function, its first line without indentation.
    pub body: String,
    /// Import lines, sorted.
    pub imports: Vec<String>,
}

/// Writes the code of `blocks`. `items` has a say in each thing.
///
/// # Errors
/// An expression that the dialect cannot write; what `items` raised.
pub fn render(
    blocks: &[Block],
    dialect: &dyn Dialect,
    options: &RenderOptions,
    items: Option<&dyn RenderItem>,
) -> Result<Rendered, RenderError> {
    let code = Code { dialect, options, items, imports: RefCell::default(), batch: false };
    Ok(Rendered { body: code.body(blocks)?, imports: code.imports.into_inner().into_iter().collect() })
}

/// The statements of one direction, without what stands around them; each may have several lines.
///
/// # Errors
/// As [`render`].
pub fn statements(
    blocks: &[Block],
    dialect: &dyn Dialect,
    options: &RenderOptions,
    items: Option<&dyn RenderItem>,
) -> Result<Vec<String>, RenderError> {
    Code { dialect, options, items, imports: RefCell::default(), batch: false }.lines(blocks)
}

/// The code of a type.
///
/// # Errors
/// As [`render`].
pub fn type_code(
    sql_type: &limbeck_core::schema::SqlType,
    dialect: &dyn Dialect,
    options: &RenderOptions,
) -> Result<String, RenderError> {
    Code { dialect, options, items: None, imports: RefCell::default(), batch: false }.type_(sql_type)
}

/// Writes code. What it writes needs `imports`.
struct Code<'a> {
    dialect: &'a dyn Dialect,
    options: &'a RenderOptions,
    items: Option<&'a dyn RenderItem>,
    imports: RefCell<BTreeSet<String>>,
    /// Inside a batch block, where the table is not named again.
    batch: bool,
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

    /// An expression as the dialect writes it.
    fn sql(&self, expression: &Expression) -> Result<String, RenderError> {
        Ok(self.dialect.repeatable(self.dialect.default_text(&ServerDefault::Expression(expression.clone()))?))
    }

    /// An expression for `text()`.
    fn text_sql(&self, expression: &Expression) -> Result<String, RenderError> {
        self.sql(expression).map(|sql| escaped(&sql))
    }

    /// The value of a dialect argument.
    fn option(&self, value: &OptionValue) -> Result<String, RenderError> {
        Ok(match value {
            OptionValue::Bool(flag) => python_bool(*flag).into(),
            OptionValue::Int(number) => number.to_string(),
            OptionValue::Text(text) => python_repr(text),
            OptionValue::Expression(expression) => {
                format!("{}text({})", self.sa(), python_repr(&self.text_sql(expression)?))
            }
            OptionValue::Type(sql_type) => self.type_(sql_type)?,
            OptionValue::List(values) => {
                let values: Vec<String> = values.iter().map(|value| self.option(value)).collect::<Result<_, _>>()?;
                format!("[{}]", values.join(", "))
            }
            OptionValue::Map(entries) => {
                let entry = |(key, value): &(String, OptionValue)| {
                    Ok::<_, RenderError>(format!("{}: {}", python_repr(key), self.option(value)?))
                };
                let entries: Vec<String> = entries.iter().map(entry).collect::<Result<_, _>>()?;
                format!("{{{}}}", entries.join(", "))
            }
        })
    }

    /// `postgresql_using='gin'`, ...
    fn options(&self, options: &limbeck_core::schema::DialectOptions) -> Result<Vec<String>, RenderError> {
        let each = options.0.iter().filter(|option| !is_observed(&option.name));
        // `mysql_default charset` is a key of SQLAlchemy's, but no argument.
        let name = |option: &DialectOption| format!("{}_{}", option.dialect, option.name.replace(' ', "_"));
        each.map(|option| Ok(format!("{}={}", name(option), self.option(&option.value)?))).collect()
    }
}

/// What reflection notes of a table or column, and no argument says.
const OBSERVED: [&str; 4] = ["serial", "serial_type", "partition_of", "own_index"];

/// Whether reflection notes it, and no argument says it.
pub(crate) fn is_observed(option: &str) -> bool {
    OBSERVED.contains(&option)
}

/// SQL for `text()`, which takes a colon and a word for a value to come unless a backslash says otherwise. Alembic forgets that.
pub(crate) fn escaped(sql: &str) -> String {
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

fn python_bool(value: bool) -> &'static str {
    if value { "True" } else { "False" }
}

/// `['a', 'b']`
fn python_list<'t>(names: impl IntoIterator<Item = &'t String>) -> String {
    let names: Vec<String> = names.into_iter().map(|name| python_repr(name)).collect();
    format!("[{}]", names.join(", "))
}
