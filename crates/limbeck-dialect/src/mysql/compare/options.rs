//! ENGINE, character set and collation of a table, where the model says them.

use limbeck_core::schema::{OptionValue, Table};

fn said<'t>(table: &'t Table, dialect: &'t str, names: &[&str]) -> Option<&'t str> {
    let same = |name: &str| names.iter().any(|wanted| name.replace(['_', ' '], "").eq_ignore_ascii_case(wanted));
    table.options.of(dialect).find(|option| same(&option.name)).and_then(|option| match &option.value {
        OptionValue::Text(text) => Some(text.as_str()),
        _ => None,
    })
}

/// `utf8` is an old name for `utf8mb3`.
pub(super) fn modern(text: &str) -> String {
    let text = text.to_lowercase();
    match text.strip_prefix("utf8").filter(|rest| rest.is_empty() || rest.starts_with('_')) {
        Some(rest) => format!("utf8mb3{rest}"),
        None => text,
    }
}

const CHARSET: &[&str] = &["charset", "defaultcharset", "characterset", "defaultcharacterset"];
const COLLATE: &[&str] = &["collate", "defaultcollate"];

/// Character set and collation.
pub(super) fn text_options<'t>(table: &'t Table, dialect: &'t str) -> [Option<&'t str>; 2] {
    [said(table, dialect, CHARSET), said(table, dialect, COLLATE)]
}

/// What follows ALTER TABLE: the words, the database's value and the model's.
pub(in crate::mysql) fn table_options(
    dialect: &'static str,
    database: &Table,
    model: &Table,
) -> Vec<(String, String, String)> {
    let mut found = Vec::new();
    let of_model = |names: &[&str]| said(model, dialect, names);
    if let (Some(there), Some(wanted)) = (said(database, dialect, &["engine"]), of_model(&["engine"]))
        && !there.eq_ignore_ascii_case(wanted)
    {
        found.push(("ENGINE =".to_owned(), there.to_owned(), wanted.to_owned()));
    }
    let [from_set, from] = text_options(database, dialect);
    let [to_set, to] = text_options(model, dialect);
    let (Some(from_set), Some(from)) = (from_set, from) else { return found };
    let set_differs = to_set.is_some_and(|set| modern(set) != modern(from_set));
    let differs = set_differs || to.is_some_and(|collation| modern(collation) != modern(from));
    if differs {
        let set = to_set.unwrap_or_else(|| to.and_then(|to| to.split('_').next()).unwrap_or(from_set));
        let to = to.map(|to| format!(" COLLATE {to}")).unwrap_or_default();
        found.push(("CONVERT TO CHARACTER SET".to_owned(), format!("{from_set} COLLATE {from}"), format!("{set}{to}")));
    }
    found
}

#[cfg(test)]
mod tests {
    use limbeck_core::schema::{DialectOption, TableName};

    use super::*;

    fn table(options: &[(&str, &str)]) -> Table {
        let mut table = Table::new(TableName::new("t"));
        for (name, value) in options {
            let value = OptionValue::Text((*value).to_owned());
            table.options.0.push(DialectOption { dialect: "mysql".into(), name: (*name).to_owned(), value });
        }
        table
    }

    #[test]
    fn what_the_model_says_is_compared() {
        let there = table(&[("engine", "InnoDB"), ("default charset", "utf8mb3"), ("collate", "utf8mb3_general_ci")]);
        let changes = |options: &[(&str, &str)]| table_options("mysql", &there, &table(options));
        assert!(changes(&[]).is_empty());
        assert!(changes(&[("engine", "innodb"), ("charset", "utf8"), ("collate", "utf8_general_ci")]).is_empty());
        assert_eq!(changes(&[("engine", "Aria")]), [("ENGINE =".into(), "InnoDB".into(), "Aria".into())]);
        let (from, to) = ("utf8mb3 COLLATE utf8mb3_general_ci", "utf8mb4 COLLATE utf8mb4_bin");
        let wanted = [("CONVERT TO CHARACTER SET".to_owned(), from.to_owned(), to.to_owned())];
        assert_eq!(changes(&[("default_charset", "utf8mb4"), ("collate", "utf8mb4_bin")]), wanted);
        assert_eq!(changes(&[("collate", "utf8mb4_bin")]), wanted);
    }
}
