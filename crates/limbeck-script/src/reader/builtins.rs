//! Python's builtin functions, as far as they are pure and plain.

use std::cmp::Ordering;

use super::Outcome;
use super::arithmetic::integer;
use super::machine::Machine;
use super::object::{Arguments, Dict, Object, View};

const NAMES: [&str; 27] = [
    "abs",
    "all",
    "any",
    "bool",
    "chr",
    "dict",
    "divmod",
    "enumerate",
    "float",
    "frozenset",
    "int",
    "isinstance",
    "len",
    "list",
    "map",
    "max",
    "min",
    "ord",
    "range",
    "repr",
    "reversed",
    "set",
    "sorted",
    "str",
    "sum",
    "tuple",
    "zip",
];

/// The builtin of that name, when it is one of ours.
pub(super) fn find(name: &str) -> Option<Object> {
    NAMES.binary_search(&name).ok().map(|at| Object::Builtin(NAMES[at]))
}

/// Range bounds beyond this are not meant.
const RANGE: i128 = 1 << 62;

impl Machine<'_> {
    /// Calls a builtin. `sorted`, `min` and `max` with a `key` are not among them.
    pub fn builtin(&mut self, name: &'static str, mut arguments: Arguments) -> Outcome<Object> {
        let reverse = if name == "sorted" { arguments.take("reverse") } else { None };
        let default = if matches!(name, "min" | "max") { arguments.take("default") } else { None };
        if name == "dict" {
            return self.new_dict_of(arguments);
        }
        if name == "enumerate" && arguments.args.len() == 1 {
            let start = arguments.take("start");
            arguments.args.extend(start);
        }
        if name == "zip" && matches!(arguments.take("strict"), Some(Object::Bool(true))) {
            let lengths: Vec<_> = arguments.args.iter().map(|object| self.length(object)).collect();
            if lengths.iter().any(|length| length.is_none() || *length != lengths[0]) {
                return self.fail("`zip(strict=True)`");
            }
        }
        let (least, most) = match name {
            "list" | "tuple" | "set" | "frozenset" | "str" | "int" | "float" | "bool" => (0, 1),
            "range" => (1, 3),
            "enumerate" | "sum" => (1, 2),
            "isinstance" | "map" | "divmod" => (2, 2),
            "min" | "max" => (1, usize::MAX),
            "zip" => (0, usize::MAX),
            _ => (1, 1),
        };
        let args = self.positional(name, arguments, least, most)?;
        let Some(first) = args.first() else {
            return match name {
                "list" => self.new_list(Vec::new()),
                "tuple" => self.new_tuple(Vec::new()),
                "set" | "frozenset" => self.new_set([], name == "frozenset"),
                "str" => Ok(Object::str("")),
                "int" => Ok(Object::Int(0)),
                "bool" => Ok(Object::Bool(false)),
                "zip" => self.new_iterator(Vec::new(), Vec::new()),
                _ => self.fail(format!("`{name}()` without arguments")),
            };
        };
        match name {
            "len" => match self.length(first) {
                Some(length) => Ok(Object::Int(length as i128)),
                None => self.fail(format!("the length of {}", first.type_name())),
            },
            "str" => {
                let text = self.str(first)?;
                self.string(text)
            }
            "repr" => {
                let text = self.repr(first)?;
                self.string(text)
            }
            "bool" => Ok(Object::Bool(self.truth(first)?)),
            "int" => self.int(first),
            "float" => match first {
                Object::Float(_) => Ok(first.clone()),
                other => match integer(other) {
                    Some(value) if value.abs() <= 1 << 53 => Ok(Object::Float(value as f64)),
                    _ => self.fail("`float()` of what is no small integer"),
                },
            },
            "list" => {
                let items = self.items(first)?;
                self.new_list(items)
            }
            "tuple" => {
                let items = self.items(first)?;
                self.new_tuple(items)
            }
            "set" | "frozenset" => {
                let items = self.items_unordered(first)?;
                self.new_set(items, name == "frozenset")
            }
            "sorted" => {
                let reverse = match reverse {
                    Some(object) => self.truth(&object)?,
                    None => false,
                };
                let items = self.items_unordered(first)?;
                let items = self.sort(items, None, reverse)?;
                self.new_list(items)
            }
            "reversed" if matches!(first, Object::Set(_) | Object::Iterator(_)) => self.fail("reversing it"),
            "reversed" => {
                let (mut items, guards) = self.iterate(first)?;
                items.reverse();
                self.new_iterator(items, guards)
            }
            "enumerate" => {
                let start = match args.get(1) {
                    None => 0,
                    Some(Object::Int(start)) if start.abs() < RANGE => *start,
                    Some(_) => return self.fail("the start of `enumerate()`"),
                };
                let (items, guards) = self.iterate(first)?;
                let pairs = items
                    .into_iter()
                    .enumerate()
                    .map(|(n, item)| Object::Tuple([Object::Int(start + n as i128), item].into()))
                    .collect();
                self.new_iterator(pairs, guards)
            }
            "zip" => self.zip(&args),
            "range" => self.range(&args),
            "any" | "all" => {
                let items = self.items_unordered(first)?;
                let mut result = name == "all";
                for item in &items {
                    let truth = self.truth(item)?;
                    result = if name == "all" { result && truth } else { result || truth };
                }
                Ok(Object::Bool(result))
            }
            "sum" => {
                let mut total = args.get(1).cloned().unwrap_or(Object::Int(0));
                for item in self.items(first)? {
                    if integer(&item).is_none() || integer(&total).is_none() {
                        return self.fail("a sum of what is no integer");
                    }
                    total = self.binary(ruff_python_ast::Operator::Add, &total, &item)?;
                }
                Ok(total)
            }
            "min" | "max" => {
                let items = if args.len() == 1 { self.items_unordered(first)? } else { args.clone() };
                self.extreme(name == "max", items, default)
            }
            "abs" => match first {
                Object::Int(value) => Ok(Object::Int(value.abs())),
                Object::Float(value) => Ok(Object::Float(value.abs())),
                other => self.fail(format!("`abs()` of {}", other.type_name())),
            },
            "divmod" => {
                let quotient = self.binary(ruff_python_ast::Operator::FloorDiv, first, &args[1])?;
                let rest = self.binary(ruff_python_ast::Operator::Mod, first, &args[1])?;
                self.new_tuple(vec![quotient, rest])
            }
            "chr" => match first {
                Object::Int(value) => match u32::try_from(*value).ok().and_then(char::from_u32) {
                    Some(c) => Ok(Object::str(c.to_string())),
                    None => self.fail("`chr()` of that number"),
                },
                other => self.fail(format!("`chr()` of {}", other.type_name())),
            },
            "ord" => match first {
                Object::Str(text) if text.chars().count() == 1 => {
                    Ok(Object::Int(text.chars().next().map_or(0, |c| i128::from(u32::from(c)))))
                }
                other => self.fail(format!("`ord()` of {}", other.type_name())),
            },
            "isinstance" => self.isinstance(first, &args[1]),
            _ => self.fail(format!("`{name}()`")),
        }
    }

    /// Sorts stably; `keys` stand for the items in comparisons.
    pub fn sort(&mut self, items: Vec<Object>, keys: Option<Vec<Object>>, reverse: bool) -> Outcome<Vec<Object>> {
        let keys = keys.unwrap_or_else(|| items.clone());
        let mut pairs: Vec<(Object, Object)> = keys.into_iter().zip(items).collect();
        let mut failure = None;
        // Reversing twice keeps equal items in their order, as Python does.
        if reverse {
            pairs.reverse();
        }
        // A comparison that fails makes the order void, and the sort must not see an order that contradicts itself.
        pairs.sort_by(|(a, _), (b, _)| match failure {
            Some(_) => Ordering::Equal,
            None => self.order(a, b).unwrap_or_else(|error| {
                failure = Some(error);
                Ordering::Equal
            }),
        });
        if reverse {
            pairs.reverse();
        }
        match failure {
            Some(error) => Err(error),
            None => Ok(pairs.into_iter().map(|(_, item)| item).collect()),
        }
    }

    fn extreme(&mut self, largest: bool, items: Vec<Object>, default: Option<Object>) -> Outcome<Object> {
        let mut best: Option<Object> = None;
        for item in items {
            best = match best {
                None => Some(item),
                Some(best) => {
                    let order = self.order(&item, &best)?;
                    let better = if largest { order == Ordering::Greater } else { order == Ordering::Less };
                    // Which of two equal values comes out of a set is not known, but only `1` and `1.0` would differ.
                    Some(if better { item } else { best })
                }
            };
        }
        match best.or(default) {
            Some(object) => Ok(object),
            None => self.fail("the extreme of nothing"),
        }
    }

    fn int(&mut self, object: &Object) -> Outcome<Object> {
        let value = match object {
            Object::Str(text) => {
                let digits = text.trim_matches([' ', '\n', '\t']);
                let plain = digits.strip_prefix(['-', '+']).unwrap_or(digits);
                let plain = !plain.is_empty() && plain.bytes().all(|byte| byte.is_ascii_digit());
                if plain { digits.parse().ok() } else { None }
            }
            Object::Float(value) if value.abs() < 1e30 => Some(value.trunc() as i128),
            other => integer(other),
        };
        match value {
            Some(value) => Ok(Object::Int(value)),
            None => self.fail(format!("`int()` of {}", object.type_name())),
        }
    }

    fn zip(&mut self, args: &[Object]) -> Outcome<Object> {
        let (mut columns, mut guards) = (Vec::new(), Vec::new());
        for object in args {
            let (items, more) = self.iterate(object)?;
            columns.push(items);
            guards.extend(more);
        }
        let rows = columns.iter().map(Vec::len).min().unwrap_or(0);
        self.charge(rows * columns.len() * size_of::<Object>())?;
        let rows =
            (0..rows).map(|row| Object::Tuple(columns.iter().map(|column| column[row].clone()).collect())).collect();
        self.new_iterator(rows, guards)
    }

    fn range(&mut self, args: &[Object]) -> Outcome<Object> {
        let numbers: Option<Vec<i128>> = args.iter().map(|arg| integer(arg).filter(|n| n.abs() < RANGE)).collect();
        match numbers.as_deref() {
            Some([stop]) => Ok(Object::Range(0, *stop, 1)),
            Some([start, stop]) => Ok(Object::Range(*start, *stop, 1)),
            Some([start, stop, step]) if *step != 0 => Ok(Object::Range(*start, *stop, *step)),
            _ => self.fail("the arguments of `range()`"),
        }
    }

    fn isinstance(&mut self, object: &Object, class: &Object) -> Outcome<Object> {
        if let Object::Tuple(classes) = class {
            let classes = classes.clone();
            for class in classes.iter() {
                if let Object::Bool(true) = self.isinstance(object, class)? {
                    return Ok(Object::Bool(true));
                }
            }
            return Ok(Object::Bool(false));
        }
        let known = object.is_scalar()
            || matches!(object, Object::List(_) | Object::Tuple(_) | Object::Dict(_))
            || matches!(object, Object::Construct(_));
        let Object::Builtin(class @ ("str" | "int" | "float" | "bool" | "list" | "tuple" | "dict")) = class else {
            return self.fail("the class of `isinstance()`");
        };
        if !known {
            return self.fail(format!("`isinstance()` of {}", object.type_name()));
        }
        let is = match object {
            Object::Construct(_) => false,
            Object::Bool(_) => matches!(*class, "bool" | "int"),
            other => other.type_name() == *class,
        };
        Ok(Object::Bool(is))
    }

    fn new_dict_of(&mut self, arguments: Arguments) -> Outcome<Object> {
        let mut dict = Dict::default();
        match arguments.args.as_slice() {
            [] => {}
            [source] => self.merge(&mut dict, source)?,
            _ => return self.fail("the arguments of `dict()`"),
        }
        for (name, value) in arguments.kwargs {
            let name = Object::Str(name);
            dict.insert(self.key(&name)?, name, value);
        }
        self.new_dict(dict)
    }

    /// What `dict(source)` and `dict.update(source)` add.
    pub fn merge(&mut self, dict: &mut Dict, source: &Object) -> Outcome<()> {
        let pairs = match source {
            Object::Dict(id) => self.items(&Object::View(*id, View::Items))?,
            other => self.items(other)?,
        };
        for pair in pairs {
            let pair = self.items(&pair)?;
            let [key, value] = pair.as_slice() else {
                return self.fail("a dict of what are no pairs");
            };
            dict.insert(self.key(key)?, key.clone(), value.clone());
        }
        Ok(())
    }
}
