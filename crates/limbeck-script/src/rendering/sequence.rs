//! Sequences: `CreateSequence` and `DropSequence` as SQLAlchemy has them; it has nothing that alters one.

use limbeck_core::autogenerate::python_repr;
use limbeck_core::expression::Definition;
use limbeck_core::schema::{Sequence, SequenceOptions, TableName};
use limbeck_dialect::{Dialect, DialectError};

use super::step::Action;
use super::{Code, RenderError, escaped, python_bool};

pub(super) fn create(sequence: &Sequence) -> Action {
    Action::Define(Box::new(Definition::CreateSequence {
        name: sequence.name.clone(),
        data_type: sequence.data_type.clone(),
        options: sequence.options.clone(),
        if_not_exists: false,
    }))
}

pub(super) fn drop(sequence: &Sequence) -> Action {
    Action::Define(Box::new(Definition::DropSequence { name: sequence.name.clone(), if_exists: false }))
}

/// `ALTER SEQUENCE` with a word for everything that changes.
pub(super) fn alter(dialect: &dyn Dialect, to: &Sequence, attributes: &[&str]) -> Result<Action, DialectError> {
    let (all, counting) = (&to.options, dialect.counting(to));
    let mut changed = SequenceOptions::default();
    for attribute in attributes {
        match *attribute {
            "cache" => changed.cache = all.cache,
            "cycle" => changed.cycle = all.cycle,
            "increment" => changed.increment = all.increment,
            // The ends of the type go with it.
            "maxvalue" if all.maxvalue == Some(counting.highest) => changed.nomaxvalue = true,
            "maxvalue" => changed.maxvalue = all.maxvalue,
            "minvalue" if all.minvalue == Some(1) && all.increment > Some(0) => changed.nominvalue = true,
            "minvalue" => changed.minvalue = all.minvalue,
            "start" => changed.start = all.start,
            _ => {}
        }
    }
    let mut words = vec!["ALTER SEQUENCE".to_owned(), dialect.quote_table(&to.name)];
    if let Some(sql_type) = to.data_type.as_ref().filter(|_| attributes.contains(&"data_type")) {
        words.push(format!("AS {}", dialect.type_text(sql_type)?.to_lowercase()));
    }
    let options = dialect.counter_text(&changed);
    words.extend(Some(options).filter(|text| !text.is_empty()));
    Ok(Action::Execute(escaped(&words.join(" "))))
}

impl Code<'_> {
    /// `op.execute(sa.schema.CreateSequence(sa.Sequence('s', start=5)))`
    pub(super) fn definition(&self, definition: &Definition) -> Result<String, RenderError> {
        let sa = self.sa();
        let flag = |name: &str, set: bool| if set { format!(", {name}=True") } else { String::new() };
        let made = match definition {
            Definition::CreateSequence { name, data_type, options, if_not_exists } => {
                let mut arguments = named(name);
                arguments.extend(counter_arguments(options));
                if let Some(sql_type) = data_type {
                    arguments.push(format!("data_type={}", self.type_(sql_type)?));
                }
                let sequence = format!("{sa}Sequence({})", arguments.join(", "));
                format!("{sa}schema.CreateSequence({sequence}{})", flag("if_not_exists", *if_not_exists))
            }
            Definition::DropSequence { name, if_exists } => {
                let sequence = format!("{sa}Sequence({})", named(name).join(", "));
                format!("{sa}schema.DropSequence({sequence}{})", flag("if_exists", *if_exists))
            }
            Definition::CreateSchema { name, if_not_exists } => {
                format!("{sa}schema.CreateSchema({}{})", python_repr(name), flag("if_not_exists", *if_not_exists))
            }
            Definition::DropSchema { name, if_exists, cascade } => format!(
                "{sa}schema.DropSchema({}{}{})",
                python_repr(name),
                flag("cascade", *cascade),
                flag("if_exists", *if_exists)
            ),
        };
        // In a batch block, too: it stands outside.
        Ok(format!("{}execute({made})", self.options.alembic_prefix))
    }
}

fn named(name: &TableName) -> Vec<String> {
    let schema = name.schema.as_ref().map(|schema| format!("schema={}", python_repr(schema)));
    std::iter::once(python_repr(&name.name)).chain(schema).collect()
}

/// What a sequence and an identity are told by name.
pub(super) fn counter_arguments(options: &SequenceOptions) -> Vec<String> {
    let number = |name: &str, value: Option<i64>| value.map(|value| format!("{name}={value}"));
    let flag = |name: &str, value: Option<bool>| value.map(|value| format!("{name}={}", python_bool(value)));
    let arguments = [
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
    arguments.into_iter().flatten().collect()
}
