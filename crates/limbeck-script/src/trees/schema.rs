//! Columns, constraints, indexes, tables.

use limbeck_core::operation::ColumnDefault;
use limbeck_core::schema::{
    Column, Constraint, Deferral, ExcludeConstraint, ForeignKey, ForeignKeyOptions, Identity, Index, IndexElement,
    NullsOrder, Sequence, SequenceOptions, SortOrder, Table, TableName,
};

use super::{Named, Trees, call, given, name, texts, types};
use crate::directive::Value;
use crate::rendering::filled_by;

impl Trees<'_> {
    /// `sa.Table(...)`: everything of a table, its indexes included.
    pub fn table(self, table: &Table) -> Value {
        let mut args = vec![Value::str(&table.name.name)];
        args.extend(self.items(table));
        args.extend(table.indexes.iter().map(|index| self.index(index)));
        call("sqlalchemy.Table", args, self.table_options(table))
    }

    /// Columns and constraints.
    pub fn items(self, table: &Table) -> Vec<Value> {
        let columns = table.columns.iter().map(|column| self.column(column));
        let has_key = table.primary_key().is_some();
        let key: Vec<Value> = table.primary_key_columns().into_iter().map(Value::str).collect();
        let key = (!has_key && !key.is_empty()).then(|| call("sqlalchemy.PrimaryKeyConstraint", key, Vec::new()));
        columns.chain(key).chain(table.constraints.iter().filter_map(|one| self.constraint(one))).collect()
    }

    pub(super) fn table_options(self, table: &Table) -> Named {
        let mut kwargs: Named = given("schema", table.name.schema.as_ref().map(Value::str)).collect();
        kwargs.extend(given("comment", table.comment.as_ref().map(Value::str)));
        kwargs.extend(given("prefixes", (!table.prefixes.is_empty()).then(|| texts(&table.prefixes))));
        kwargs.extend(self.options(&table.options));
        kwargs
    }

    /// `sa.Column(...)`. The table's constraints say the key and whatever else it has a part in.
    pub fn column(self, column: &Column) -> Value {
        let mut args = vec![Value::str(&column.name), types::tree(&column.sql_type)];
        let mut kwargs = vec![("nullable".to_owned(), Value::Bool(column.nullable))];
        match filled_by(column) {
            None => {}
            Some(default @ ColumnDefault::Server(_)) => {
                kwargs.push(("server_default".to_owned(), self.default(&default)));
            }
            Some(default) => args.push(self.default(&default)),
        }
        kwargs.extend(given("autoincrement", column.autoincrement.map(Value::Bool)));
        kwargs.extend(given("comment", column.comment.as_ref().map(Value::str)));
        kwargs.extend(given("quote", column.quote.map(Value::Bool)));
        kwargs.extend(self.options(&column.options));
        call("sqlalchemy.Column", args, kwargs)
    }

    /// What fills a column.
    pub fn default(self, default: &ColumnDefault) -> Value {
        use limbeck_core::schema::ServerDefault;
        match default {
            ColumnDefault::None => Value::None,
            ColumnDefault::Server(ServerDefault::Literal(text)) => Value::str(text),
            ColumnDefault::Server(ServerDefault::Expression(expression)) => self.expression(expression),
            ColumnDefault::Identity(identity) => identity_tree(identity),
            ColumnDefault::Computed(computed) => call(
                "sqlalchemy.Computed",
                vec![self.expression(&computed.expression)],
                given("persisted", computed.persisted.map(Value::Bool)).collect(),
            ),
        }
    }

    /// `None` for the CHECK that a type brings along by itself.
    pub fn constraint(self, constraint: &Constraint) -> Option<Value> {
        let columns = |columns: &[String]| columns.iter().map(Value::str).collect::<Vec<_>>();
        let named = |given_name| given("name", Some(name(given_name))).collect::<Named>();
        Some(match constraint {
            Constraint::PrimaryKey(key) => {
                let kwargs = named(key.name.as_ref()).into_iter().chain(deferral(&key.deferral));
                call(
                    "sqlalchemy.PrimaryKeyConstraint",
                    columns(&key.columns),
                    kwargs.chain(self.options(&key.options)).collect(),
                )
            }
            Constraint::Unique(unique) => {
                let kwargs = named(unique.name.as_ref()).into_iter().chain(deferral(&unique.deferral));
                let kwargs = kwargs.chain(self.options(&unique.options)).collect();
                call("sqlalchemy.UniqueConstraint", columns(&unique.columns), kwargs)
            }
            Constraint::Check(check) if check.of_type.is_some() => return None,
            Constraint::Check(check) => {
                let kwargs = named(check.name.as_ref()).into_iter().chain(deferral(&check.deferral));
                let kwargs = kwargs.chain(self.options(&check.options)).collect();
                call("sqlalchemy.CheckConstraint", vec![self.expression(&check.condition)], kwargs)
            }
            Constraint::ForeignKey(key) => {
                let kwargs = named(key.name.as_ref()).into_iter().chain(self.foreign_key_options(&key.options));
                call(
                    "sqlalchemy.ForeignKeyConstraint",
                    vec![texts(&key.columns), texts(&targets(key))],
                    kwargs.collect(),
                )
            }
            Constraint::Exclude(exclude) => {
                let (elements, more) = self.exclude(exclude);
                let mut kwargs = named(exclude.name.as_ref());
                kwargs.extend(more);
                call("sqlalchemy.dialects.postgresql.ExcludeConstraint", elements, kwargs)
            }
        })
    }

    /// The elements of an EXCLUDE constraint, and all else but its name.
    pub(super) fn exclude(self, exclude: &ExcludeConstraint) -> (Vec<Value>, Named) {
        let elements = exclude.elements.iter().map(|element| {
            let expression = match &element.expression {
                limbeck_core::expression::Expression::Column { name, .. } => Value::str(name),
                other => self.expression(other),
            };
            Value::Tuple(vec![expression, Value::str(&element.operator)])
        });
        let mut kwargs: Named = vec![("using".into(), Value::str(&exclude.using))];
        kwargs.extend(given("where", exclude.filter.as_ref().map(|filter| self.expression(filter))));
        let ops = exclude.elements.iter().filter_map(|element| match (&element.expression, &element.operator_class) {
            (limbeck_core::expression::Expression::Column { name, .. }, Some(class)) => {
                Some((Value::str(name), Value::str(class)))
            }
            _ => None,
        });
        let ops: Vec<_> = ops.collect();
        kwargs.extend(given("ops", (!ops.is_empty()).then_some(Value::Dict(ops))));
        kwargs.extend(deferral(&exclude.deferral));
        (elements.collect(), kwargs)
    }

    pub(super) fn foreign_key_options(self, options: &ForeignKeyOptions) -> Named {
        let mut kwargs: Named = given("onupdate", options.onupdate.as_ref().map(Value::str)).collect();
        kwargs.extend(given("ondelete", options.ondelete.as_ref().map(Value::str)));
        kwargs.extend(deferral(&options.deferral));
        kwargs.extend(given("use_alter", options.use_alter.then_some(Value::Bool(true))));
        kwargs.extend(given("match", options.match_.as_ref().map(Value::str)));
        kwargs.extend(self.options(&options.dialect));
        kwargs
    }

    /// `sa.Index(...)`
    pub fn index(self, index: &Index) -> Value {
        let mut args = vec![name(index.name.as_ref())];
        args.extend(index.elements.iter().map(|element| self.element(element)));
        let mut kwargs = vec![("unique".to_owned(), Value::Bool(index.unique))];
        kwargs.extend(self.options(&index.options));
        call("sqlalchemy.Index", args, kwargs)
    }

    pub(super) fn element(self, element: &IndexElement) -> Value {
        let plain = match &element.expression {
            limbeck_core::expression::Expression::Column { name, .. } => Value::str(name),
            other => self.expression(other),
        };
        if element.order.is_none() && element.nulls.is_none() {
            return plain;
        }
        let column = match plain {
            Value::Str(_) => call("sqlalchemy.column", vec![plain], Vec::new()),
            other => other,
        };
        let ordered = match element.order {
            None => column,
            Some(SortOrder::Ascending) => call(".asc", vec![column], Vec::new()),
            Some(SortOrder::Descending) => call(".desc", vec![column], Vec::new()),
        };
        match element.nulls {
            None => ordered,
            Some(NullsOrder::First) => call(".nulls_first", vec![ordered], Vec::new()),
            Some(NullsOrder::Last) => call(".nulls_last", vec![ordered], Vec::new()),
        }
    }
}

pub(super) fn deferral(deferral: &Deferral) -> Named {
    let deferrable = given("deferrable", deferral.deferrable.map(Value::Bool));
    deferrable.chain(given("initially", deferral.initially.as_ref().map(Value::str))).collect()
}

/// `schema.table.column`
fn targets(key: &ForeignKey) -> Vec<String> {
    let TableName { schema, name } = &key.referred_table;
    let table = schema.as_ref().map_or_else(|| name.clone(), |schema| format!("{schema}.{name}"));
    key.referred_columns.iter().map(|column| format!("{table}.{column}")).collect()
}

fn identity_tree(identity: &Identity) -> Value {
    let mut kwargs: Named = vec![("always".into(), Value::Bool(identity.always))];
    kwargs.extend(given("on_null", identity.on_null.map(Value::Bool)));
    kwargs.extend(counter_arguments(&identity.options));
    call("sqlalchemy.Identity", Vec::new(), kwargs)
}

/// `sa.Sequence(...)`: one of the database, for functions that ask about it.
pub fn sequence(sequence: &Sequence) -> Value {
    let schema = sequence.name.schema.as_ref().map(Value::str);
    let mut kwargs: Named = given("schema", schema).chain(counter_arguments(&sequence.options)).collect();
    kwargs.extend(given("data_type", sequence.data_type.as_ref().map(types::tree)));
    call("sqlalchemy.Sequence", vec![Value::str(&sequence.name.name)], kwargs)
}

fn counter_arguments(options: &SequenceOptions) -> Named {
    let mut kwargs = Named::new();
    let mut flag = |key: &str, value: Option<bool>| kwargs.extend(given(key, value.map(Value::Bool)));
    flag("nominvalue", options.nominvalue.then_some(true));
    flag("nomaxvalue", options.nomaxvalue.then_some(true));
    flag("cycle", options.cycle);
    flag("order", options.order);
    let mut number = |key: &str, value: Option<i64>| {
        kwargs.extend(given(key, value.map(|value| Value::Int(value.into()))));
    };
    number("start", options.start);
    number("increment", options.increment);
    number("minvalue", options.minvalue);
    number("maxvalue", options.maxvalue);
    number("cache", options.cache);
    kwargs
}
