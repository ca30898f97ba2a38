//! `my.cnf`, when a URL names one with `read_default_file`: the groups that PyMySQL and mysqlclient read.

use std::path::{Path, PathBuf};

use crate::{DatabaseError, ErrorKind};

/// The options of `[client]`, then of `group`, as `(name, value)`; `-` and `_` are the same.
pub(super) fn read(
    path: &str,
    group: Option<&str>,
    home: Option<&Path>,
) -> Result<Vec<(String, String)>, DatabaseError> {
    let path = match (path.strip_prefix("~/"), home) {
        (Some(rest), Some(home)) => home.join(rest),
        _ => PathBuf::from(path),
    };
    let text = std::fs::read_to_string(&path)
        .map_err(|error| refused(format!("could not read the option file \"{}\": {error}", path.display())))?;
    parse(&text, group).map_err(|(line, what)| refused(format!("{}:{line}: {what}", path.display())))
}

fn refused(message: String) -> DatabaseError {
    DatabaseError::new(ErrorKind::Programming, message).with_help("the URL names this file with read_default_file")
}

fn parse(text: &str, group: Option<&str>) -> Result<Vec<(String, String)>, (usize, String)> {
    let mut sections: Vec<(String, Vec<(String, String)>)> = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let line = line.trim();
        if line.is_empty() || line.starts_with(['#', ';']) {
            continue;
        }
        if line.starts_with('!') {
            return Err((index + 1, format!("limbeck does not follow \"{line}\"")));
        }
        if let Some(name) = line.strip_prefix('[') {
            let name = name.strip_suffix(']').ok_or((index + 1, "the group's name has no end".to_owned()))?;
            sections.push((name.trim().to_owned(), Vec::new()));
            continue;
        }
        let Some((_, options)) = sections.last_mut() else {
            return Err((index + 1, "an option stands before the first group".to_owned()));
        };
        let (name, value) = line.split_once('=').unwrap_or((line, ""));
        options.push((name.trim().replace('-', "_"), unquoted(value.trim())));
    }
    let wanted = |name: &str| name == "client" || Some(name) == group;
    Ok(sections.into_iter().filter(|(name, _)| wanted(name)).flat_map(|(_, options)| options).collect())
}

/// A value with its quotes gone; without quotes, a comment after it goes too.
fn unquoted(value: &str) -> String {
    for quote in ['\'', '"'] {
        if let Some(inside) = value.strip_prefix(quote).and_then(|rest| rest.strip_suffix(quote)) {
            return inside.to_owned();
        }
    }
    value.split_once(" #").map_or(value, |(before, _)| before.trim_end()).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_quotes_and_comments() {
        let text = "# head\n[mysqld]\nport=1\n[client]\nuser = me # not you\npassword='a#b'\nssl-ca=/ca\nskip\n[app]\nport=9\n";
        let pairs = |group| -> Vec<String> {
            parse(text, group).unwrap().iter().map(|(name, value)| format!("{name}={value}")).collect()
        };
        assert_eq!(pairs(None), ["user=me", "password=a#b", "ssl_ca=/ca", "skip="]);
        assert_eq!(pairs(Some("app")).last().unwrap(), "port=9");
        for wrong in ["port=1", "[client\n", "[client]\n!include /x"] {
            assert!(parse(wrong, None).is_err(), "{wrong}");
        }
    }
}
