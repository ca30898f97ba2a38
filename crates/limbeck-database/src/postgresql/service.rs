//! `pg_service.conf`: settings under a name.

use std::path::PathBuf;

use super::settings::Surroundings;
use crate::{DatabaseError, ErrorKind};

/// The settings of a service: from PGSERVICEFILE or `~/.pg_service.conf`, else from `pg_service.conf` in PGSYSCONFDIR.
pub(super) fn read(name: &str, around: &Surroundings<'_>) -> Result<Vec<(String, String)>, DatabaseError> {
    let named = (around.variable)("PGSERVICEFILE").map(PathBuf::from);
    let own = named.or_else(|| Some(around.home.as_ref()?.join(".pg_service.conf")));
    let system = (around.variable)("PGSYSCONFDIR").unwrap_or_else(|| "/etc/postgresql-common".into());
    for file in own.into_iter().chain([PathBuf::from(system).join("pg_service.conf")]) {
        let Ok(text) = std::fs::read_to_string(&file) else { continue };
        if let Some(found) = section(&text, name) {
            return Ok(found);
        }
    }
    Err(DatabaseError::new(ErrorKind::Operational, format!("definition of service \"{name}\" not found"))
        .with_help("define it in ~/.pg_service.conf, or name the file with PGSERVICEFILE"))
}

fn section(text: &str, name: &str) -> Option<Vec<(String, String)>> {
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.by_ref().find(|line| line.strip_prefix('[').and_then(|l| l.strip_suffix(']')) == Some(name))?;
    let pairs = lines.take_while(|line| !line.starts_with('[')).filter_map(|line| line.split_once('='));
    Some(pairs.map(|(key, value)| (key.trim().to_owned(), value.trim().to_owned())).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_section_ends_where_the_next_begins() {
        let text = "# comment\n[other]\nhost=x\n[mine]\nhost = h\n\nport=5433\n[last]\nuser=u\n";
        let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
        assert_eq!(section(text, "mine"), Some(vec![pair("host", "h"), pair("port", "5433")]));
        assert_eq!(section(text, "none"), None);
    }
}
