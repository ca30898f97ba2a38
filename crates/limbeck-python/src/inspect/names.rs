//! `get_enums` and `get_domains`.

use limbeck_dialect::{DomainType, EnumType};
use limbeck_script::directive::Value;

use super::{dict, optional, texts};

pub(super) fn enums(all: &[EnumType]) -> Value {
    let show = |found: &EnumType| {
        dict(vec![
            ("name", Value::str(&found.name)),
            ("schema", Value::str(&found.schema)),
            ("visible", Value::Bool(found.visible)),
            ("labels", texts(&found.labels)),
        ])
    };
    Value::List(all.iter().map(show).collect())
}

pub(super) fn domains(all: &[DomainType]) -> Value {
    let check =
        |(name, condition): &(String, String)| dict(vec![("name", Value::str(name)), ("check", Value::str(condition))]);
    let show = |found: &DomainType| {
        dict(vec![
            ("name", Value::str(&found.name)),
            ("schema", Value::str(&found.schema)),
            ("visible", Value::Bool(found.visible)),
            ("type", Value::str(&found.base)),
            ("nullable", Value::Bool(found.nullable)),
            ("default", optional(found.default.as_deref())),
            ("constraints", Value::List(found.checks.iter().map(check).collect())),
            ("collation", optional(found.collation.as_deref())),
            ("collation_schema", optional(found.collation_schema.as_deref())),
        ])
    };
    Value::List(all.iter().map(show).collect())
}
