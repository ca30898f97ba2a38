//! From a Python file's bytes to its text: byte order mark, PEP 263 coding line, line ends.

use limbeck_core::source::{Location, SourceError};

use crate::config::text::decode_utf8;

/// Decodes a Python source file. UTF-8, or Latin-1 when a coding line says so; line ends become `\n`.
pub(super) fn decode_python(file: &Location, bytes: Vec<u8>) -> Result<String, SourceError> {
    let text = match coding(&bytes) {
        Some((name, line)) if !bytes.starts_with(b"\xef\xbb\xbf") => match kind(&name) {
            Coding::Utf8 => decode_utf8(file, bytes)?,
            Coding::Latin1 => bytes.iter().map(|byte| char::from(*byte)).collect(),
            // Whatever its other characters are, the ASCII ones are themselves.
            Coding::AsciiSuperset if bytes.is_ascii() => decode_utf8(file, bytes)?,
            _ => {
                return Err(SourceError::new(file.at(line, 0), format!("the coding '{name}' cannot be read"))
                    .help("save the file as UTF-8 and take the coding line out"));
            }
        },
        _ => decode_utf8(file, bytes)
            .map_err(|error| error.help("save the file as UTF-8, or begin it with # -*- coding: latin-1 -*-"))?,
    };
    if text.contains('\0') {
        return Err(SourceError::new(file.clone(), "the file has null bytes, it is not Python text"));
    }
    Ok(if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text })
}

enum Coding {
    Utf8,
    Latin1,
    AsciiSuperset,
    Unknown,
}

fn kind(name: &str) -> Coding {
    let name = name.to_ascii_lowercase().replace('_', "-");
    match name.as_str() {
        "utf-8" | "utf8" | "u8" | "utf-8-sig" => Coding::Utf8,
        "latin-1" | "latin1" | "iso-8859-1" | "iso8859-1" | "iso-latin-1" | "l1" | "8859" | "cp819" => Coding::Latin1,
        "ascii" | "us-ascii" => Coding::AsciiSuperset,
        _ if ["cp125", "windows-125", "iso-8859-", "iso8859-", "koi8", "gb", "big5", "euc"]
            .iter()
            .any(|p| name.starts_with(p)) =>
        {
            Coding::AsciiSuperset
        }
        _ => Coding::Unknown,
    }
}

/// PEP 263: `coding[:=] name` in a comment of the first line, or of the second when the first is blank or a comment. With its line.
fn coding(bytes: &[u8]) -> Option<(String, u32)> {
    for (line, number) in bytes.split(|b| *b == b'\n').zip(1..=2) {
        let line = String::from_utf8_lossy(line);
        let text = line.trim_matches([' ', '\t', '\x0c', '\r']);
        let Some(comment) = text.strip_prefix('#') else {
            if text.is_empty() {
                continue;
            }
            return None;
        };
        let mut rest = comment;
        while let Some(at) = rest.find("coding") {
            rest = &rest[at + "coding".len()..];
            let Some(value) = rest.strip_prefix([':', '=']) else { continue };
            let value = value.trim_start_matches([' ', '\t']);
            let name: String = value.chars().take_while(|c| c.is_ascii_alphanumeric() || "-_.".contains(*c)).collect();
            if !name.is_empty() {
                return Some((name, number));
            }
        }
    }
    None
}
