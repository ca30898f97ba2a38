//! Sequences that stand by themselves. One that belongs to a column (SERIAL, an identity) is that column's business.

use std::collections::BTreeSet;

use super::identity::counter_differences;
use super::{Comparison, Rules};
use crate::autogenerate::{Difference, python_repr};
use crate::schema::{OptionValue, Sequence, SequenceUser, SqlType, Table, TableName};

/// The sequences that are compared.
#[derive(Debug, Clone, Default)]
pub struct Sequences {
    /// The database's, those that belong to columns as well
    pub database: Vec<Sequence>,
    /// The models'
    pub models: Vec<Sequence>,
}

fn find<'s>(all: &'s [Sequence], name: &TableName) -> Option<&'s Sequence> {
    all.iter().find(|sequence| sequence.name == *name)
}

/// The type of numbers that a sequence without a word for it has is BIGINT.
fn integer(sql_type: Option<&SqlType>) -> &str {
    match sql_type {
        Some(SqlType::Literal { name, .. }) if name == "INT" => "INTEGER",
        Some(SqlType::Literal { name, .. }) => name,
        Some(SqlType::SmallInteger) => "SMALLINT",
        Some(SqlType::Integer) => "INTEGER",
        _ => "BIGINT",
    }
}

impl<R: Rules> Comparison<'_, R> {
    /// New ones come before everything else, and those that go after it.
    pub(super) fn sequences(&mut self, models: &[Table]) -> Result<(), R::Error> {
        let Sequences { database, models: mut wanted } = self.rules.sequences()?;
        wanted.sort_by(|a, b| a.name.cmp(&b.name));
        let mut first = Vec::new();
        for model in &wanted {
            match find(&database, &model.name) {
                Some(there) if there.is_owned() => {}
                Some(there) => {
                    if self.rules.include_sequence(model, false, Some(there))? {
                        first.extend(self.changed_sequence(there, model)?);
                    }
                }
                None => {
                    if self.rules.include_sequence(model, false, None)? {
                        first.push(Difference::AddSequence(model.clone()));
                    }
                }
            }
        }
        first.iter().for_each(|difference| self.rules.found(difference));
        self.differences.splice(0..0, first);
        let named = self.names_in_defaults(models)?;
        for there in &database {
            if find(&wanted, &there.name).is_some() || there.is_owned() || named.iter().any(|text| says(text, there)) {
                continue;
            }
            if let Some(why) = self.why_it_stays(there) {
                let name = python_repr(&there.name.full_name());
                self.remark(false, format!("Sequence {name} is not compared: {why}"));
            } else if self.rules.include_sequence(there, true, None)? {
                self.add(Difference::DropSequence(self.shortened(there)?));
            }
        }
        Ok(())
    }

    fn changed_sequence(&self, there: &Sequence, model: &Sequence) -> Result<Option<Difference>, R::Error> {
        let wanted = self.rules.counting(model)?.settled(&model.options);
        let mut attributes = counter_differences(&there.options, &wanted);
        let data_type = integer(model.data_type.as_ref());
        if there.data_type.is_some() && integer(there.data_type.as_ref()) != data_type {
            attributes.insert(0, "data_type");
        }
        if attributes.is_empty() {
            return Ok(None);
        }
        let sql_type = model.data_type.clone().unwrap_or(SqlType::BigInteger);
        let data_type = there.data_type.as_ref().map(|_| sql_type);
        let to = Sequence { data_type, options: wanted, ..model.clone() };
        Ok(Some(Difference::ChangeSequence { from: there.clone(), to, attributes }))
    }

    /// As a model would say it.
    fn shortened(&self, there: &Sequence) -> Result<Sequence, R::Error> {
        let options = self.rules.counting(there)?.shortened(&there.options);
        let data_type = there.data_type.clone().filter(|sql_type| integer(Some(sql_type)) != "BIGINT");
        Ok(Sequence { data_type, options, ..there.clone() })
    }

    /// The models' defaults as text: what they count with is needed.
    fn names_in_defaults(&self, models: &[Table]) -> Result<Vec<String>, R::Error> {
        let defaults =
            models.iter().flat_map(|table| &table.columns).filter_map(|column| column.server_default.as_ref());
        let texts = defaults.map(|default| self.rules.default_sql(default)).collect::<Result<Vec<_>, _>>()?;
        Ok(texts.into_iter().filter(|text| text.to_lowercase().contains("next")).collect())
    }

    /// What keeps a sequence that no model names.
    fn why_it_stays(&self, there: &Sequence) -> Option<String> {
        let gone: BTreeSet<(&TableName, Option<&str>)> = self
            .differences
            .iter()
            .filter_map(|difference| match difference {
                Difference::DropTable(table) => Some((&table.name, None)),
                Difference::DropColumn { table, column }
                | Difference::ChangeDefault { table, column, .. }
                | Difference::ChangeIdentity { table, column, .. } => Some((table, Some(column.name.as_str()))),
                _ => None,
            })
            .collect();
        there.kept_by.iter().find_map(|user| match user {
            SequenceUser::Default { table, column } => {
                let lets_go = gone.contains(&(table, None)) || gone.contains(&(table, Some(column)));
                (!lets_go).then(|| format!("column {}.{column} counts with it", table.full_name()))
            }
            SequenceUser::Owned { .. } => None,
            SequenceUser::Other(what) => Some(format!("{what} uses it")),
            SequenceUser::Elsewhere(managed) => Some(format!("it is {}", super::tables::described(managed))),
        })
    }

    /// A SERIAL whose sequence has a smaller type than the column ends before it: nothing that a model says differs.
    pub(super) fn short_counters(&self, database: &[Table], models: &[Table]) {
        let is_compared = |table: &Table| models.iter().any(|model| model.name == table.name);
        for table in database.iter().filter(|table| is_compared(table)) {
            for column in &table.columns {
                let Some(OptionValue::Text(counter)) = column.options.get("postgresql", "serial_type") else {
                    continue;
                };
                let is_big = integer(Some(&column.sql_type)) == "BIGINT" && counter != "bigint";
                let changes = self.differences.iter().any(|difference| match difference {
                    Difference::ChangeType { table: changed, column: other, .. } => {
                        *changed == table.name && other.name == column.name
                    }
                    Difference::DropColumn { table: changed, column: other } => {
                        *changed == table.name && other.name == column.name
                    }
                    _ => false,
                });
                if is_big && !changes {
                    let name = format!("{}.{}", table.name.full_name(), column.name);
                    self.remark(true, format!("Column {name} is BIGINT, but its sequence is {counter} and ends there"));
                }
            }
        }
    }
}

/// Whether a default's text names the sequence.
fn says(text: &str, sequence: &Sequence) -> bool {
    let is_word = |c: char| c.is_alphanumeric() || c == '_' || c == '$';
    let name = sequence.name.name.as_str();
    text.match_indices(name).any(|(at, _)| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let after = text.get(at + name.len()..).and_then(|after| after.chars().next());
        !before.is_some_and(is_word) && !after.is_some_and(is_word)
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::{Plain, lines_by, table};
    use super::*;
    use crate::expression::Expression;
    use crate::schema::{DialectOption, ManagedElsewhere, SequenceOptions, ServerDefault};

    fn sequence(name: &str, options: SequenceOptions) -> Sequence {
        Sequence { options, ..Sequence::new(TableName::new(name)) }
    }

    fn there(name: &str, kept_by: Vec<SequenceUser>) -> Sequence {
        let counting = crate::schema::Counting::of_integers(&SqlType::BigInteger);
        let data_type = Some(SqlType::BigInteger);
        Sequence { data_type, kept_by, ..sequence(name, counting.settled(&SequenceOptions::default())) }
    }

    fn rules(database: Vec<Sequence>, models: Vec<Sequence>) -> Plain {
        Plain { defaults: true, sequences: Sequences { database, models }, ..Plain::default() }
    }

    fn counts(table: &str) -> SequenceUser {
        SequenceUser::Default { table: TableName::new(table), column: "n".into() }
    }

    #[test]
    fn they_come_first_and_go_last() {
        let model = sequence("new", SequenceOptions { start: Some(5), ..SequenceOptions::default() });
        let rules = rules(vec![there("old", vec![])], vec![model]);
        assert_eq!(
            lines_by(&rules, &[], &[table("t", &["a"])]),
            ["Detected added sequence 'new'", "Detected added table 't'", "Detected removed sequence 'old'"]
        );
    }

    #[test]
    fn every_option_is_compared_with_what_silence_means() {
        let same = sequence("s", SequenceOptions { start: Some(1), nomaxvalue: true, ..SequenceOptions::default() });
        assert!(lines_by(&rules(vec![there("s", vec![])], vec![same]), &[], &[]).is_empty());
        let mut other = sequence("s", SequenceOptions { increment: Some(5), cycle: Some(true), ..Default::default() });
        other.data_type = Some(SqlType::Integer);
        assert_eq!(
            lines_by(&rules(vec![there("s", vec![])], vec![other]), &[], &[]),
            ["Detected changed sequence 's': data_type, cycle, increment, maxvalue"]
        );
    }

    #[test]
    fn one_that_is_used_or_owned_stays() {
        let owned = SequenceUser::Owned { table: TableName::new("t"), column: "id".into() };
        let elsewhere = SequenceUser::Elsewhere(ManagedElsewhere::Extension("e".into()));
        let database = vec![
            there("a", vec![owned.clone()]),
            there("b", vec![counts("t")]),
            there("c", vec![SequenceUser::Other("view v".into())]),
            there("d", vec![elsewhere]),
            there("e", vec![counts("gone")]),
        ];
        let differs = sequence("a", SequenceOptions { increment: Some(7), ..SequenceOptions::default() });
        let rules = rules(database, vec![differs]);
        let tables = [table("t", &["id", "n"]), table("gone", &["n"])];
        assert_eq!(
            lines_by(&rules, &tables, &tables[..1]),
            ["Detected removed table 'gone'", "Detected removed sequence 'e'"]
        );
        assert_eq!(
            rules.remarks.take(),
            [
                "Sequence 'b' is not compared: column t.n counts with it",
                "Sequence 'c' is not compared: view v uses it",
                "Sequence 'd' is not compared: it is part of the extension 'e'",
            ]
        );
    }

    #[test]
    fn one_that_a_default_of_the_models_names_stays() {
        let mut model = table("t", &["n"]);
        model.columns[0].server_default = Some(ServerDefault::Expression(Expression::text("nextval('s')")));
        let rules = rules(vec![there("s", vec![]), there("s2", vec![])], vec![]);
        assert_eq!(
            lines_by(&rules, std::slice::from_ref(&model), std::slice::from_ref(&model)),
            ["Detected removed sequence 's2'"]
        );
    }

    #[test]
    fn a_counter_smaller_than_its_column_is_a_warning() {
        let mut wide = table("t", &["id"]);
        let model = wide.clone();
        wide.columns[0].sql_type = SqlType::BigInteger;
        let value = OptionValue::Text("integer".into());
        wide.columns[0].options.0.push(DialectOption {
            dialect: "postgresql".into(),
            name: "serial_type".into(),
            value,
        });
        let rules = Plain::default();
        assert!(lines_by(&rules, &[wide], &[model]).is_empty());
        assert_eq!(rules.remarks.take(), ["Column t.id is BIGINT, but its sequence is integer and ends there"]);
    }
}
