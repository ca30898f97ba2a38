//! Reading text files, with faults that say where.

use std::path::Path;

use limbeck_core::source::{Location, SourceError};

/// Byte offsets to 1-based lines.
pub(crate) struct LineStarts(Vec<usize>);

impl LineStarts {
    pub(crate) fn new(text: &str) -> Self {
        let mut starts = vec![0];
        starts.extend(text.bytes().enumerate().filter(|(_, b)| *b == b'\n').map(|(at, _)| at + 1));
        LineStarts(starts)
    }

    pub(crate) fn line(&self, offset: usize) -> u32 {
        u32::try_from(self.0.partition_point(|start| *start <= offset)).unwrap_or(u32::MAX)
    }
}

/// Decodes UTF-8, a byte order mark taken off; an error names the line of the first byte that is not.
pub(crate) fn decode_utf8(location: &Location, bytes: Vec<u8>) -> Result<String, SourceError> {
    let text = String::from_utf8(bytes).map_err(|error| {
        let good = error.utf8_error().valid_up_to();
        let lines = error.as_bytes()[..good].iter().filter(|b| **b == b'\n').count();
        let line = u32::try_from(lines + 1).unwrap_or(u32::MAX);
        SourceError::new(location.at(line, 0), "not UTF-8 text").help("save the file as UTF-8")
    })?;
    Ok(match text.strip_prefix('\u{feff}') {
        Some(rest) => rest.to_owned(),
        None => text,
    })
}

/// Reads a UTF-8 file, `None` when there is no such file. `shown` is the name for messages.
pub(crate) fn read_if_exists(path: &Path, shown: &Path) -> Result<Option<String>, SourceError> {
    let location = Location::file(shown);
    match std::fs::read(path) {
        Ok(bytes) => decode_utf8(&location, bytes).map(Some),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(SourceError::new(location, format!("cannot read the file: {error}"))),
    }
}
