//! What fills a column: server defaults, identities, generated columns.

use limbeck_core::autogenerate::python_repr;
use limbeck_core::schema::{Column, Computed, Identity, ServerDefault};
use limbeck_dialect::DialectError;

use super::{Code, escaped, python_bool};

impl Code<'_> {
    pub(super) fn server_default(&self, default: &ServerDefault) -> Result<String, DialectError> {
        Ok(match default {
            ServerDefault::Literal(text) => {
                let inner = text.strip_prefix('\'').unwrap_or(text);
                python_repr(inner.strip_suffix('\'').unwrap_or(inner))
            }
            expression @ ServerDefault::Expression(_) => {
                format!("{}text({})", self.sa(), python_repr(&escaped(&self.dialect.default_text(expression)?)))
            }
        })
    }

    /// Whatever fills the column; `None` when nothing does.
    pub(super) fn filled_by(&self, column: &Column) -> Result<Option<String>, DialectError> {
        if let Some(computed) = &column.computed {
            return self.computed(computed).map(Some);
        }
        if let Some(identity) = &column.identity {
            return Ok(Some(self.identity(identity)));
        }
        column.server_default.as_ref().map(|default| self.server_default(default)).transpose()
    }

    /// Alembic leaves a space after the comma, also when nothing follows.
    pub(super) fn computed(&self, computed: &Computed) -> Result<String, DialectError> {
        let persisted = computed.persisted.map(|persisted| format!("persisted={}", python_bool(persisted)));
        let text = python_repr(&self.text_sql(&computed.expression)?);
        Ok(format!("{}Computed({text}, {})", self.sa(), persisted.unwrap_or_default()))
    }

    pub(super) fn identity(&self, identity: &Identity) -> String {
        let options = &identity.options;
        let number = |name: &str, value: Option<i64>| value.map(|value| format!("{name}={value}"));
        let flag = |name: &str, value: Option<bool>| value.map(|value| format!("{name}={}", python_bool(value)));
        let arguments = [
            Some(format!("always={}", python_bool(identity.always))),
            flag("on_null", identity.on_null),
            number("start", options.start),
            number("increment", options.increment),
            number("minvalue", options.minvalue),
            number("maxvalue", options.maxvalue),
            flag("nominvalue", options.nominvalue.then_some(true)),
            flag("nomaxvalue", options.nomaxvalue.then_some(true)),
            flag("cycle", options.cycle),
            number("cache", options.cache),
            flag("order", options.order),
        ];
        format!("{}Identity({})", self.sa(), arguments.into_iter().flatten().collect::<Vec<_>>().join(", "))
    }
}
