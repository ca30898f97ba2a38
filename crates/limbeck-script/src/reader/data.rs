//! The few names of the standard library that make plain data.

use std::rc::Rc;

use super::Outcome;
use super::arguments::text;
use super::machine::Machine;
use super::methods::is_space;
use super::names::Kind;
use super::object::{Arguments, Object};

/// `module.attribute` of the standard library, when it is one of ours.
pub(super) fn resolve(module: &str, attribute: &str) -> Option<Object> {
    let known = match module {
        "datetime" => matches!(attribute, "datetime" | "date" | "time" | "timedelta"),
        "uuid" => attribute == "UUID",
        "decimal" => attribute == "Decimal",
        "textwrap" => attribute == "dedent",
        _ => false,
    };
    known.then(|| Object::Name(format!("{module}.{attribute}").into()))
}

impl Machine<'_> {
    /// Calls one of them. Arguments that Python would refuse give up, so that Python may say so.
    pub fn data(&mut self, name: &Rc<str>, arguments: Arguments) -> Outcome<Object> {
        let valid = match &**name {
            "textwrap.dedent" => {
                let args = self.positional(name, arguments, 1, 1)?;
                let text = text(self, "the argument of dedent", args.first())?;
                return self.dedent(&text);
            }
            "datetime.datetime" => valid_date(&arguments, 7),
            "datetime.date" => valid_date(&arguments, 3),
            "datetime.time" => {
                let numbers = numbers(&arguments);
                arguments.kwargs.is_empty() && numbers.is_some_and(|numbers| valid_time(&numbers))
            }
            "datetime.timedelta" => {
                arguments.args.is_empty()
                    && arguments.kwargs.iter().all(|(unit, value)| {
                        let unit = matches!(&**unit, "days" | "hours" | "minutes" | "seconds" | "weeks");
                        unit && matches!(value, Object::Int(value) if value.abs() < 100_000_000)
                    })
            }
            "uuid.UUID" => match arguments.args.as_slice() {
                [Object::Str(text)] => {
                    let digits: Vec<char> = text.chars().filter(|c| *c != '-').collect();
                    arguments.kwargs.is_empty() && digits.len() == 32 && digits.iter().all(char::is_ascii_hexdigit)
                }
                _ => false,
            },
            "decimal.Decimal" => {
                arguments.kwargs.is_empty()
                    && match arguments.args.as_slice() {
                        [Object::Int(_)] => true,
                        [Object::Str(text)] => valid_decimal(text),
                        _ => false,
                    }
            }
            _ => return self.fail(format!("calling `{name}`")),
        };
        match valid {
            true => self.construct(Rc::clone(name), Kind::Data, arguments),
            false => self.fail(format!("the arguments of `{name}`")),
        }
    }

    fn dedent(&mut self, text: &str) -> Outcome<Object> {
        // Python's versions differ in what they take for a blank line here.
        if text.chars().any(|c| is_space(c) && !matches!(c, ' ' | '\t' | '\n')) {
            return self.fail("dedenting text with other white space");
        }
        let indent = |line: &str| line.len() - line.trim_start_matches([' ', '\t']).len();
        let mut margin: Option<&str> = None;
        for line in text.split('\n').filter(|line| indent(line) < line.len()) {
            let own = &line[..indent(line)];
            margin = Some(match margin {
                None => own,
                Some(margin) => {
                    let common = margin.bytes().zip(own.bytes()).take_while(|(a, b)| a == b).count();
                    &margin[..common]
                }
            });
        }
        let margin = margin.map_or(0, str::len);
        let lines: Vec<&str> =
            text.split('\n').map(|line| if indent(line) == line.len() { "" } else { &line[margin..] }).collect();
        self.string(lines.join("\n"))
    }
}

fn numbers(arguments: &Arguments) -> Option<Vec<i128>> {
    let number = |object: &Object| match object {
        Object::Int(value) => Some(*value),
        _ => None,
    };
    arguments.args.iter().map(number).collect()
}

fn valid_date(arguments: &Arguments, most: usize) -> bool {
    let Some(numbers) = numbers(arguments).filter(|numbers| (3..=most).contains(&numbers.len())) else {
        return false;
    };
    let (year, month, day) = (numbers[0], numbers[1], numbers[2]);
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    arguments.kwargs.is_empty()
        && (1..=9999).contains(&year)
        && (1..=12).contains(&month)
        && (1..=days).contains(&day)
        && valid_time(&numbers[3..])
}

fn valid_time(numbers: &[i128]) -> bool {
    numbers.len() <= 4 && numbers.iter().zip([24, 60, 60, 1_000_000]).all(|(number, limit)| (0..limit).contains(number))
}

fn valid_decimal(text: &str) -> bool {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    !whole.is_empty()
        && !fraction.is_empty()
        && (whole.bytes().chain(fraction.bytes())).all(|byte| byte.is_ascii_digit())
}
