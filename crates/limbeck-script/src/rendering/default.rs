//! What fills a column: server defaults, identities, generated columns.

use limbeck_core::autogenerate::python_repr;
use limbeck_core::operation::ColumnDefault;
use limbeck_core::schema::{Computed, Identity, ServerDefault};

use super::item::{Answer, Item};
use super::sequence::counter_arguments;
use super::{Code, RenderError, escaped, python_bool};

impl Code<'_> {
    fn server_default(&self, default: &ServerDefault) -> Result<String, RenderError> {
        Ok(match default {
            ServerDefault::Literal(text) => {
                let inner = text.strip_prefix('\'').unwrap_or(text);
                python_repr(inner.strip_suffix('\'').unwrap_or(inner))
            }
            expression @ ServerDefault::Expression(_) => {
                let sql = self.dialect.default_text(expression)?;
                let sql = if self.dialect.name() == "sqlite" { parenthesized(sql) } else { sql };
                format!("{}text({})", self.sa(), python_repr(&escaped(&sql)))
            }
        })
    }

    /// What fills a column, or takes away what filled it; `None` where env.py leaves it out, or nothing is to be written.
    pub(super) fn default(&self, default: &ColumnDefault) -> Result<Option<String>, RenderError> {
        match self.asked(Item::ServerDefault(Some(default).filter(|default| **default != ColumnDefault::None)))? {
            Answer::Usual => {}
            Answer::Omit => return Ok(None),
            Answer::Code(code) => return Ok(Some(code)),
        }
        Ok(match default {
            ColumnDefault::None => None,
            ColumnDefault::Server(default) => Some(self.server_default(default)?),
            ColumnDefault::Identity(identity) => Some(self.identity(identity)),
            ColumnDefault::Computed(computed) => Some(self.computed(computed)?),
        })
    }

    /// Alembic leaves a space after the comma, also when nothing follows.
    fn computed(&self, computed: &Computed) -> Result<String, RenderError> {
        let persisted = computed.persisted.map(|persisted| format!("persisted={}", python_bool(persisted)));
        let text = python_repr(&self.text_sql(&computed.expression)?);
        Ok(format!("{}Computed({text}, {})", self.sa(), persisted.unwrap_or_default()))
    }

    fn identity(&self, identity: &Identity) -> String {
        let always = format!("always={}", python_bool(identity.always));
        let on_null = identity.on_null.map(|on_null| format!("on_null={}", python_bool(on_null)));
        let mut arguments: Vec<String> = std::iter::once(always).chain(on_null).collect();
        arguments.extend(counter_arguments(&identity.options));
        format!("{}Identity({})", self.sa(), arguments.join(", "))
    }
}

/// SQLite wants parentheses around an expression; Alembic writes them into the script, by this rule.
fn parenthesized(sql: String) -> String {
    let within = |open, close| sql.len() > 2 && sql.starts_with(open) && sql.ends_with(close);
    let is_digit = sql.len() == 1 && sql.starts_with(|c: char| c.is_ascii_digit() || c == '.');
    if sql.is_empty() || is_digit || within('\'', '\'') || within('(', ')') { sql } else { format!("({sql})") }
}
