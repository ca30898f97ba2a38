//! Splitting a command line as Python's `shlex.split()` does.

/// The words; `None` when a quotation or an escape does not end. Unlike a shell, `#` begins no comment and a backslash before a line end
/// keeps the line end.
pub(super) fn split(text: &str) -> Option<Vec<String>> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match c {
            ' ' | '\t' | '\r' | '\n' => words.extend(word.take()),
            '\\' => word.get_or_insert_default().push(chars.next()?),
            '\'' => {
                let word = word.get_or_insert_default();
                loop {
                    match chars.next()? {
                        '\'' => break,
                        c => word.push(c),
                    }
                }
            }
            '"' => {
                let word = word.get_or_insert_default();
                loop {
                    match chars.next()? {
                        '"' => break,
                        '\\' => {
                            let next = chars.next()?;
                            if !matches!(next, '"' | '\\') {
                                word.push('\\');
                            }
                            word.push(next);
                        }
                        c => word.push(c),
                    }
                }
            }
            c => word.get_or_insert_default().push(c),
        }
    }
    words.extend(word);
    Some(words)
}

#[cfg(test)]
mod tests {
    use super::split;

    /// The answers are those of Python 3.11.
    #[test]
    fn words_are_those_of_shlex() {
        let cases: &[(&str, Option<&[&str]>)] = &[
            ("", Some(&[])),
            ("  ", Some(&[])),
            ("a  b\tc\nd", Some(&["a", "b", "c", "d"])),
            ("-l 79 'a b'c", Some(&["-l", "79", "a bc"])),
            (r#""a \" \\ \n b" \"x\ y"#, Some(&["a \" \\ \\n b", "\"x y"])),
            ("''", Some(&[""])),
            ("a''b", Some(&["ab"])),
            ("a #b", Some(&["a", "#b"])),
            ("a\\\nb", Some(&["a\nb"])),
            ("'a", None),
            ("\"a", None),
            ("a\\", None),
        ];
        for (text, words) in cases {
            let expected = words.map(|words| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>());
            assert_eq!(split(text), expected, "{text:?}");
        }
    }
}
