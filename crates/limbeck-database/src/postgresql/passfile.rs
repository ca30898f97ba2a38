//! `.pgpass`: passwords by host, port, database and user.

use std::path::Path;

use super::settings::Host;
use crate::transport::Address;

/// The password of the first line that fits. A file that others may read is not used, as libpq does not use it.
pub(super) fn look_up(file: &Path, host: &Host, database: &str, user: &str) -> Option<String> {
    let meta = std::fs::metadata(file).ok().filter(std::fs::Metadata::is_file)?;
    if is_open_to_others(&meta) {
        log::warn!(
            target: "limbeck",
            "password file \"{}\" has group or world access; permissions should be u=rw (0600) or less, so it is not used",
            file.display()
        );
        return None;
    }
    let text = std::fs::read_to_string(file).ok()?;
    let (name, port) = match &host.address {
        Address::Tcp { port, .. } => (host.name.as_str(), port.to_string()),
        // libpq knows sockets in its default folder as localhost.
        Address::Unix(path) => {
            let port = path.extension().map(|p| p.to_string_lossy().into_owned()).unwrap_or_default();
            (if host.name.is_empty() { "localhost" } else { host.name.as_str() }, port)
        }
    };
    let wanted = [name, port.as_str(), database, user];
    text.lines().filter(|line| !line.starts_with('#')).find_map(|line| {
        let mut fields = split(line);
        let password = (fields.len() >= 5).then(|| fields.remove(4))?;
        fields.iter().zip(wanted).all(|(field, wanted)| field == "*" || field == wanted).then_some(password)
    })
}

/// The fields of a line; `\:` and `\\` stand for the character itself.
fn split(line: &str) -> Vec<String> {
    let mut fields = vec![String::new()];
    let mut characters = line.chars();
    while let Some(c) = characters.next() {
        let field = fields.last_mut().expect("there is always one");
        match c {
            ':' => fields.push(String::new()),
            '\\' => field.extend(characters.next()),
            c => field.push(c),
        }
    }
    fields
}

#[cfg(unix)]
fn is_open_to_others(meta: &std::fs::Metadata) -> bool {
    std::os::unix::fs::MetadataExt::mode(meta) & 0o077 != 0
}

#[cfg(not(unix))]
fn is_open_to_others(_meta: &std::fs::Metadata) -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields() {
        assert_eq!(split(r"a\:b:1:*:u:p\\w"), ["a:b", "1", "*", "u", r"p\w"]);
    }
}
