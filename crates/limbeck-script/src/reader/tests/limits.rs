//! Nothing panics, overflows the stack or runs on.

use std::path::Path;
use std::sync::Arc;

use super::{body, parse, read};
use crate::reader::ParsedScript;

fn parses(source: &str) -> bool {
    ParsedScript::parse(Arc::from(Path::new("a.py")), Arc::from(source)).is_ok()
}

#[test]
fn budgets_end_what_does_not_end() {
    for text in [
        "for a in range(1000):\n    for b in range(1000):\n        pass",
        "x = 'x' * 10**12",
        "x = [0] * 10**12",
        "x = 'ab'\nfor i in range(60):\n    x = x + x",
        "x = [1]\nfor i in range(60):\n    x = x + x",
        "x = []\nfor i in range(60):\n    x = [x, x]\nop.execute(x)",
        "x = sa.text('x')\nfor i in range(60):\n    x = sa.and_(x, x)\nop.execute(x)",
        "x = ()\nfor i in range(60):\n    x = (x, x)\ny = x == x\nz = {x: 1}",
        "x = list(range(10**15))",
        "x = [i for i in range(10**6)]",
        "x = f\"{'x':>999999999}\"",
        "x = '%999999999d' % 5",
        "x = 'x'.ljust(10**9)",
        "x = ('a' * 10000).replace('a', 'b' * 10000).replace('b', 'c' * 1000)",
        "x = []\nx.append(x)\nop.execute(x)",
        "x = []\nx.append(x)\ny = str(x)",
        "x = {}\nx['a'] = x\ny = x == {'a': x}\nop.execute(x)",
        "def f(n):\n    return f(n) + f(n)\nf(1)",
        "x = 2 ** 126 * 4",
        "x = -(2 ** 126) * 2 - 1",
        "x = 1 << 200",
        "x = abs(~((2 ** 126 - 1) * 2 + 1))",
        "x = -1 << 127",
        "x = 10 ** 1000000000000",
    ] {
        assert!(body(text).is_err(), "{text}");
    }
}

#[test]
fn deep_text_neither_overflows_the_parser_nor_the_evaluator() {
    let deep = |open: &str, middle: &str, close: &str, n: usize| {
        format!("x = {}{middle}{}\n", open.repeat(n), close.repeat(n))
    };
    for n in [50, 150, 199, 1_000, 100_000] {
        for source in [
            deep("(", "1", ")", n),
            deep("[", "", "]", n),
            deep("f(", "", ")", n),
            deep("{1:", "2", "}", n),
            deep("not ", "1", "", n),
            deep("-", "1", "", n),
            deep("", "1", "+1", n),
            deep("", "a", ".b", n),
            deep("", "a", "()", n),
            deep("", "a", "[0]", n),
            deep("", "1", " if 1 else 1", n),
            deep("lambda: ", "1", "", n),
            deep("", "1", "**1", n),
            deep("", "1", " < 1", n),
            deep("", "1", " and 1", n),
            deep("f'{", "1", "}'", n),
            deep("", "'a'", " 'a'", n),
            deep("*", "a", "", n),
            deep("await ", "a", "", n),
        ] {
            if parses(&source) {
                let _ = read(&format!("{source}def upgrade(): pass\n"));
                let _ = body(&source);
            }
        }
        let blocks: String = (0..n.min(2_000)).map(|level| format!("{}if 1:\n", " ".repeat(level))).collect();
        let blocks = format!("{blocks}{}pass\n", " ".repeat(n.min(2_000)));
        if parses(&blocks) {
            let _ = read(&blocks);
        }
    }
    assert!(!parses(&deep("(", "1", ")", 100_000)));
}

#[test]
fn long_chains_that_people_write_are_read() {
    let sql = (0..300).map(|n| format!("'line {n} '")).collect::<Vec<_>>();
    assert_eq!(body(&format!("op.execute({})", sql.join(" + "))).unwrap().len(), 1);
    assert_eq!(body(&format!("op.execute(({}))", sql.join("\n"))).unwrap().len(), 1);
    let columns: String = (0..500).map(|n| format!("sa.Column('c{n}', sa.Integer()),\n")).collect();
    assert_eq!(body(&format!("op.create_table('t',\n{columns})")).unwrap().len(), 1);
    let statements: String = (0..3_000).map(|n| format!("op.execute('statement {n} (')\n")).collect();
    assert_eq!(body(&statements).unwrap().len(), 3_000);
}

#[test]
fn text_that_is_cut_anywhere_does_not_panic() {
    let source = include_str!("../../../tests/goldens/reader/cases.py");
    // Not a case of the differential test: any text will do.
    for end in (0..source.len()).step_by(97).filter(|end| source.is_char_boundary(*end)) {
        if parses(&source[..end]) {
            let _ = read(&source[..end]);
        }
    }
    for source in
        ["", "\u{feff}x = 1\n", "x = '\\ud800'\n", "\0", "x = 1\r\ny = 2\r", "'", "f'{", "\t \n", "print 'x'\n"]
    {
        if parses(source) {
            let _ = read(source);
        }
    }
}

#[test]
fn syntax_errors_are_located() {
    let error = ParsedScript::parse(Arc::from(Path::new("a.py")), Arc::from("x = 1\nprint 'x'\n")).unwrap_err();
    assert_eq!((error.location.line, error.help.is_some()), (2, true));
    assert_eq!(parse("x = 1\n").body().len(), 1);
}
