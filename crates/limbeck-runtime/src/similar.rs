//! What looks like a rename: a table or column that disappears beside a new one that is much like it.

use std::sync::Arc;

use limbeck_core::schema::{Column, Table, TableName};

use crate::rename::Rename;

/// How much of the columns two tables have in common, of all that either has.
const SHARED_COLUMNS: f64 = 0.6;

/// A pair of names, and what asks about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Similar {
    /// What would be said with `--rename`
    pub rename: Rename,
    /// `table a looks like b`
    pub question: String,
}

/// Asked whether a pair is one thing under two names, on the thread of the run.
pub type AskSimilar = Arc<dyn Fn(&Similar) -> bool + Send + Sync>;

/// The pairs, each name in one at most; tables before columns. `same_type` compares a column of the database with a model's.
pub(crate) fn similar(
    database: &[Table],
    models: &[Table],
    same_type: &dyn Fn(&Column, &Column) -> bool,
) -> Vec<Similar> {
    let mut found = tables(database, models);
    for model in models {
        if let Some(table) = database.iter().find(|table| table.name == model.name) {
            found.extend(columns(table, model, same_type));
        }
    }
    found
}

fn tables(database: &[Table], models: &[Table]) -> Vec<Similar> {
    let missing = |tables: &[Table], name: &TableName| !tables.iter().any(|table| table.name == *name);
    let gone: Vec<&Table> =
        database.iter().filter(|t| missing(models, &t.name) && t.managed_elsewhere.is_none()).collect();
    let new: Vec<&Table> = models.iter().filter(|t| missing(database, &t.name)).collect();
    let likeness = |old: &Table, new: &Table| {
        let shared = old.columns.iter().filter(|column| new.column(&column.name).is_some()).count();
        let all = old.columns.len() + new.columns.len() - shared;
        #[expect(clippy::cast_precision_loss, reason = "tables have few columns")]
        let part = shared as f64 / all.max(1) as f64;
        (old.name.schema == new.name.schema && part >= SHARED_COLUMNS)
            .then(|| part + strsim::normalized_levenshtein(&old.name.name, &new.name.name) / 10.0)
    };
    let pairs = best_pairs(&gone, &new, likeness);
    pairs
        .into_iter()
        .map(|(old, new)| Similar {
            rename: Rename::of_table(&old.name, &new.name.name),
            question: format!("table '{}' looks like '{}'", old.name.name, new.name.name),
        })
        .collect()
}

fn columns(table: &Table, model: &Table, same_type: &dyn Fn(&Column, &Column) -> bool) -> Vec<Similar> {
    let gone: Vec<&Column> = table.columns.iter().filter(|column| model.column(&column.name).is_none()).collect();
    let new: Vec<&Column> = model.columns.iter().filter(|column| table.column(&column.name).is_none()).collect();
    let likeness = |old: &Column, new: &Column| {
        let alike = same_type(old, new) && old.computed.is_none() && new.computed.is_none();
        alike.then(|| strsim::normalized_levenshtein(&old.name, &new.name))
    };
    let pairs = best_pairs(&gone, &new, likeness);
    pairs
        .into_iter()
        .map(|(old, new)| Similar {
            rename: Rename::of_column(&model.name, &old.name, &new.name),
            question: format!("column '{0}.{1}' looks like '{0}.{2}'", model.name.name, old.name, new.name),
        })
        .collect()
}

/// Pairs by falling likeness; of two that are as much alike, the first in order.
fn best_pairs<'t, T>(old: &[&'t T], new: &[&'t T], likeness: impl Fn(&T, &T) -> Option<f64>) -> Vec<(&'t T, &'t T)> {
    let mut all = Vec::new();
    for (i, old) in old.iter().enumerate() {
        for (j, new) in new.iter().enumerate() {
            all.extend(likeness(old, new).map(|much| (much, i, j)));
        }
    }
    all.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let mut taken: Vec<(usize, usize)> = Vec::new();
    for (_, i, j) in all {
        if !taken.iter().any(|(a, b)| *a == i || *b == j) {
            taken.push((i, j));
        }
    }
    taken.sort_unstable();
    taken.into_iter().map(|(i, j)| (old[i], new[j])).collect()
}

#[cfg(test)]
mod tests {
    use limbeck_core::schema::SqlType;

    use super::*;

    fn table(name: &str, columns: &[(&str, SqlType)]) -> Table {
        let mut table = Table::new(TableName::new(name));
        table.columns = columns.iter().map(|(name, sql_type)| Column::new(*name, sql_type.clone())).collect();
        table
    }

    fn found(database: &[Table], models: &[Table]) -> Vec<String> {
        let same = |a: &Column, b: &Column| a.sql_type == b.sql_type;
        similar(database, models, &same).into_iter().map(|pair| pair.question).collect()
    }

    #[test]
    fn columns_of_one_type_by_their_names() {
        let (int, text) = (SqlType::Integer, SqlType::Date);
        let before = table("t", &[("id", int.clone()), ("user_name", text.clone()), ("mail", text.clone())]);
        let after = table("t", &[("id", int.clone()), ("email", text.clone()), ("username", text.clone()), ("n", int)]);
        assert_eq!(
            found(&[before], &[after]),
            ["column 't.user_name' looks like 't.username'", "column 't.mail' looks like 't.email'"]
        );
        let (before, after) = (table("t", &[("a", SqlType::Integer)]), table("t", &[("b", text)]));
        assert!(found(&[before], &[after]).is_empty());
    }

    #[test]
    fn tables_with_most_of_their_columns() {
        let column = |name: &'static str| (name, SqlType::Integer);
        let old = table("user", &[column("id"), column("a"), column("b"), column("c")]);
        let other = table("other", &[column("id"), column("z")]);
        let new = table("account", &[column("id"), column("a"), column("b"), column("d")]);
        assert_eq!(found(&[old.clone(), other.clone()], &[new]), ["table 'user' looks like 'account'"]);
        let new = table("account", &[column("id"), column("x"), column("y")]);
        assert!(found(&[old, other], &[new]).is_empty());
    }
}
