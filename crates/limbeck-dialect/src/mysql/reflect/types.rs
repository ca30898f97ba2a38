//! Types, from the text that `information_schema.COLUMNS` has of them.

use limbeck_core::schema::{OptionValue, SqlType};

use super::options;

/// A type's text in parts: `int(5) unsigned zerofill`, `enum('a','b''c')`.
struct Written<'t> {
    word: &'t str,
    inside: Option<&'t str>,
    after: &'t str,
}

impl<'t> Written<'t> {
    fn parse(text: &'t str) -> Written<'t> {
        let end = text.find([' ', '(']).unwrap_or(text.len());
        let (word, rest) = text.split_at(end);
        let (mut inside, mut after) = (None, rest);
        if let Some(body) = rest.strip_prefix('(') {
            let mut quoted = false;
            let close = body.find(|c| {
                quoted ^= c == '\'';
                c == ')' && !quoted
            });
            if let Some(close) = close {
                (inside, after) = (Some(&body[..close]), &body[close + 1..]);
            }
        }
        Written { word, inside, after }
    }

    fn number(&self, at: usize) -> Option<u32> {
        self.inside?.split(',').nth(at)?.trim().parse().ok()
    }

    fn says(&self, word: &str) -> bool {
        self.after.split_whitespace().any(|other| other.eq_ignore_ascii_case(word))
    }

    /// The values of an ENUM or SET.
    fn values(&self) -> Vec<String> {
        let mut found = Vec::new();
        let mut rest = self.inside.unwrap_or_default();
        while let Some(body) = rest.strip_prefix('\'') {
            let mut value = String::new();
            let mut characters = body.char_indices().peekable();
            let mut end = body.len();
            while let Some((at, c)) = characters.next() {
                if c != '\'' {
                    value.push(c);
                } else if characters.next_if(|(_, next)| *next == '\'').is_some() {
                    value.push('\'');
                } else {
                    end = at + 1;
                    break;
                }
            }
            found.push(value);
            rest = body[end..].trim_start_matches(',');
        }
        found
    }
}

fn number(value: Option<u32>) -> Option<OptionValue> {
    value.map(|number| OptionValue::Int(number.into()))
}

fn flag(set: bool) -> Option<OptionValue> {
    set.then_some(OptionValue::Bool(true))
}

/// The type that SQLAlchemy reads there; one that it does not know stays as it is written.
pub(super) fn sql_type(text: &str, charset: Option<&str>, collation: Option<&str>) -> SqlType {
    let written = Written::parse(text);
    let word = written.word.to_ascii_uppercase();
    let said = |value: Option<&str>| value.map(|text| OptionValue::Text(text.to_owned()));
    let (charset, collation) = (("charset", said(charset)), ("collation", said(collation)));
    let signs = [("unsigned", flag(written.says("unsigned"))), ("zerofill", flag(written.says("zerofill")))];
    let (name, arguments) = match word.as_str() {
        "TINYINT" | "SMALLINT" | "MEDIUMINT" | "INT" | "BIGINT" => {
            let name = if word == "INT" { "INTEGER" } else { word.as_str() };
            (name, [vec![("display_width", number(written.number(0)))], signs.into()].concat())
        }
        "DECIMAL" | "FLOAT" | "DOUBLE" => {
            let sizes = vec![("precision", number(written.number(0))), ("scale", number(written.number(1)))];
            (word.as_str(), [sizes, signs.into()].concat())
        }
        "DATETIME" | "TIMESTAMP" | "TIME" => (word.as_str(), vec![("fsp", number(written.number(0)))]),
        "YEAR" => ("YEAR", vec![("display_width", number(written.number(0)))]),
        "BIT" => ("BIT", vec![("length", number(written.number(0)))]),
        "CHAR" | "VARCHAR" => (word.as_str(), vec![("length", number(written.number(0))), charset, collation]),
        "TEXT" | "TINYTEXT" | "MEDIUMTEXT" | "LONGTEXT" => (word.as_str(), vec![charset, collation]),
        "ENUM" | "SET" => {
            let values = written.values().into_iter().map(OptionValue::Text).collect();
            (word.as_str(), vec![("values", Some(OptionValue::List(values))), charset, collation])
        }
        "TINYBLOB" | "MEDIUMBLOB" | "LONGBLOB" | "JSON" => (word.as_str(), Vec::new()),
        "INET4" | "INET6" => {
            return SqlType::Dialect { dialect: "mysql".into(), name: word, arguments: Default::default() };
        }
        "DATE" | "BLOB" | "UUID" | "BINARY" | "VARBINARY" => {
            let arguments = written.number(0).into_iter().collect();
            return SqlType::Literal { name: word, arguments, timezone: false, collation: None };
        }
        _ => return SqlType::Verbatim(text.to_owned()),
    };
    SqlType::Dialect { dialect: "mysql".into(), name: name.to_owned(), arguments: options("mysql", arguments) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Dialect;
    use crate::mysql::Mysql;

    #[test]
    fn types_go_round() {
        for (text, shown) in [
            ("bigint(20) unsigned", "BIGINT(20) UNSIGNED"),
            ("int(5) unsigned zerofill", "INTEGER(5) UNSIGNED ZEROFILL"),
            ("int", "INTEGER"),
            ("double(8,2)", "DOUBLE(8, 2)"),
            ("float", "FLOAT"),
            ("decimal(10,2)", "DECIMAL(10, 2)"),
            ("datetime(3)", "DATETIME(3)"),
            ("timestamp", "TIMESTAMP"),
            ("enum('x','y,z)','q''r')", "ENUM('x','y,z)','q''r')"),
            ("set('')", "SET('')"),
            ("varbinary(7)", "VARBINARY(7)"),
            ("longblob", "LONGBLOB"),
            ("point", "point"),
            ("date", "DATE"),
        ] {
            assert_eq!(Mysql::default().type_text(&sql_type(text, None, None)).unwrap(), shown, "{text}");
        }
        let collated = sql_type("char(3)", Some("latin1"), Some("latin1_bin"));
        assert_eq!(Mysql::default().type_text(&collated).unwrap(), "CHAR(3) CHARACTER SET latin1 COLLATE latin1_bin");
    }
}
