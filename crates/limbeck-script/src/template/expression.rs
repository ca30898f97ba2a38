//! Python expressions in templates: the few kinds that revision templates use.

use std::collections::HashMap;

use ruff_python_ast::{BoolOp, CmpOp, Expr, ExprCall, ExprSubscript, Number, Operator, UnaryOp};

use super::methods;
use super::printf::{self, Arguments};
use super::value::Value;
use crate::config::Config;

/// What is said about anything else.
pub(super) const SUPPORTED: &str = "templates may use names, constants, `a if b else c`, and/or/not, comparisons, +, %, indexing, \
     str(), repr(), len(), list(), tuple(), sorted(), comma(), methods of strings, context.get(), config.get_main_option() and re.split()";

/// The names of a template.
pub(super) struct Scope<'a> {
    pub(super) names: HashMap<String, Value>,
    pub(super) config: &'a Config,
}

type Outcome = Result<Value, String>;

impl Scope<'_> {
    /// Evaluates an expression given as text.
    pub(super) fn evaluate_text(&self, code: &str) -> Outcome {
        let code = code.trim();
        let parsed = ruff_python_parser::parse_expression(&format!("({code}\n)"))
            .map_err(|error| format!("`{code}`: {}", error.error))?;
        self.evaluate(&parsed.syntax().body)
    }

    fn lookup(&self, name: &str) -> Value {
        match (self.names.get(name), name) {
            (Some(value), _) => value.clone(),
            (None, "context") => Value::Context,
            (None, _) => Value::Undefined(name.to_owned()),
        }
    }

    pub(super) fn evaluate(&self, expr: &Expr) -> Outcome {
        match expr {
            Expr::Name(name) => Ok(self.lookup(name.id.as_str())),
            Expr::NoneLiteral(_) => Ok(Value::None),
            Expr::BooleanLiteral(flag) => Ok(Value::Bool(flag.value)),
            Expr::StringLiteral(text) => Ok(Value::Str(text.value.to_str().to_owned())),
            Expr::NumberLiteral(number) => match &number.value {
                Number::Int(int) => int.as_i64().map(Value::Int).ok_or_else(|| "the number is too large".to_owned()),
                _ => Err("only whole numbers are supported".to_owned()),
            },
            Expr::List(list) => Ok(Value::List(self.all(&list.elts)?)),
            Expr::Tuple(tuple) => Ok(Value::Tuple(self.all(&tuple.elts)?)),
            Expr::If(choice) => {
                let branch = if self.evaluate(&choice.test)?.truth() { &choice.body } else { &choice.orelse };
                self.evaluate(branch)
            }
            Expr::BoolOp(operation) => {
                let mut value = Value::None;
                for operand in &operation.values {
                    value = self.evaluate(operand)?;
                    if value.truth() == (operation.op == BoolOp::Or) {
                        break;
                    }
                }
                Ok(value)
            }
            Expr::UnaryOp(operation) => match (operation.op, self.evaluate(&operation.operand)?) {
                (UnaryOp::Not, value) => Ok(Value::Bool(!value.truth())),
                (UnaryOp::USub, Value::Int(number)) => number.checked_neg().map(Value::Int).ok_or_else(too_large),
                _ => Err(unsupported("this operator")),
            },
            Expr::BinOp(operation) => {
                let (left, right) = (self.evaluate(&operation.left)?, self.evaluate(&operation.right)?);
                binary(operation.op, left, right)
            }
            Expr::Compare(comparison) => {
                let mut left = self.evaluate(&comparison.left)?;
                for (op, right) in comparison.ops.iter().zip(&comparison.comparators) {
                    let right = self.evaluate(right)?;
                    if !compare(*op, &left, &right)? {
                        return Ok(Value::Bool(false));
                    }
                    left = right;
                }
                Ok(Value::Bool(true))
            }
            Expr::Subscript(subscript) => self.subscript(subscript),
            Expr::Attribute(attribute) => {
                methods::attribute(&self.evaluate(&attribute.value)?, attribute.attr.as_str(), self.config)
            }
            Expr::Call(call) => self.call(call),
            Expr::FString(text) => self.f_string(text),
            _ => Err(unsupported("this kind of expression")),
        }
    }

    fn all(&self, items: &[Expr]) -> Result<Vec<Value>, String> {
        items.iter().map(|item| self.evaluate(item)).collect()
    }

    fn f_string(&self, text: &ruff_python_ast::ExprFString) -> Outcome {
        use ruff_python_ast::{ConversionFlag, FStringPart, InterpolatedStringElement};
        let mut out = String::new();
        for part in &text.value {
            let elements = match part {
                FStringPart::Literal(literal) => {
                    out.push_str(literal.as_str());
                    continue;
                }
                FStringPart::FString(elements) => &elements.elements,
            };
            for element in elements {
                match element {
                    InterpolatedStringElement::Literal(literal) => out.push_str(&literal.value),
                    InterpolatedStringElement::Interpolation(field)
                        if field.format_spec.is_none() && field.debug_text.is_none() =>
                    {
                        let value = self.evaluate(&field.expression)?;
                        out.push_str(&match field.conversion {
                            ConversionFlag::None | ConversionFlag::Str => value.to_text()?,
                            ConversionFlag::Repr => value.repr()?,
                            ConversionFlag::Ascii => return Err(unsupported("the conversion !a")),
                        });
                    }
                    InterpolatedStringElement::Interpolation(_) => {
                        return Err(unsupported("a format specification in an f-string"));
                    }
                }
            }
        }
        Ok(Value::Str(out))
    }

    fn subscript(&self, subscript: &ExprSubscript) -> Outcome {
        let value = self.evaluate(&subscript.value)?;
        let text = match &value {
            Value::Str(text) => Some(text.chars().collect::<Vec<char>>()),
            Value::List(_) | Value::Tuple(_) => None,
            other => return Err(format!("{} cannot be indexed", other.kind())),
        };
        let items = if text.is_some() { Vec::new() } else { value.items()? };
        let length = text.as_ref().map_or(items.len(), Vec::len);
        if let Expr::Slice(slice) = &*subscript.slice {
            if slice.step.is_some() {
                return Err(unsupported("a slice with a step"));
            }
            let bound =
                |bound: &Option<Box<Expr>>, default| match bound.as_deref().map(|b| self.evaluate(b)).transpose()? {
                    None | Some(Value::None) => Ok(default),
                    Some(Value::Int(number)) => Ok(from_end(number, length).clamp(0, length as i64) as usize),
                    Some(other) => Err(format!("slice indices must be integers, not {}", other.kind())),
                };
            let (lower, upper) = (bound(&slice.lower, 0)?, bound(&slice.upper, length)?);
            let range = lower..upper.max(lower);
            return Ok(match (text, value) {
                (Some(text), _) => Value::Str(text[range].iter().collect()),
                (None, Value::Tuple(_)) => Value::Tuple(items[range].to_vec()),
                (None, _) => Value::List(items[range].to_vec()),
            });
        }
        let Value::Int(index) = self.evaluate(&subscript.slice)? else {
            return Err("indices must be integers".to_owned());
        };
        let index = usize::try_from(from_end(index, length))
            .ok()
            .filter(|index| *index < length)
            .ok_or("index out of range")?;
        Ok(match text {
            Some(text) => Value::Str(text[index].to_string()),
            None => items[index].clone(),
        })
    }

    fn call(&self, call: &ExprCall) -> Outcome {
        if !call.arguments.keywords.is_empty() {
            return Err(unsupported("a keyword argument"));
        }
        let arguments = self.all(&call.arguments.args)?;
        match &*call.func {
            Expr::Name(name) if !self.names.contains_key(name.id.as_str()) => function(name.id.as_str(), &arguments),
            Expr::Attribute(attribute) => match self.evaluate(&attribute.value)? {
                Value::Context if attribute.attr.as_str() == "get" => match arguments.as_slice() {
                    [Value::Str(name)] => Ok(self.names.get(name).cloned().unwrap_or(Value::None)),
                    [Value::Str(name), default] => Ok(self.names.get(name).unwrap_or(default).clone()),
                    _ => Err("context.get() takes a name and a default".to_owned()),
                },
                receiver => methods::call(&receiver, attribute.attr.as_str(), &arguments, self.config),
            },
            _ => Err(unsupported("this call")),
        }
    }
}

fn unsupported(what: &str) -> String {
    format!("{what} is not supported in a template")
}

fn too_large() -> String {
    "the number is too large".to_owned()
}

/// Python's negative indices count from the end.
fn from_end(index: i64, length: usize) -> i64 {
    let length = i64::try_from(length).unwrap_or(i64::MAX);
    if index < 0 { index.saturating_add(length) } else { index }
}

/// Alembic's `comma` filter: nothing for None, a string as it is, several joined with a comma and a blank.
pub(super) fn comma(value: &Value) -> Outcome {
    Ok(Value::Str(match value {
        Value::None => String::new(),
        Value::Str(text) => text.clone(),
        Value::List(items) | Value::Tuple(items) => {
            let items: Result<Vec<String>, String> = items
                .iter()
                .map(|item| match item {
                    Value::Str(text) => Ok(text.clone()),
                    other => Err(format!("comma: {} is not a string", other.kind())),
                })
                .collect();
            items?.join(", ")
        }
        other => return Err(format!("comma: {} is neither None nor a string nor a list", other.kind())),
    }))
}

fn function(name: &str, arguments: &[Value]) -> Outcome {
    match (name, arguments) {
        ("repr", [value]) => value.repr().map(Value::Str),
        ("str", []) => Ok(Value::Str(String::new())),
        ("str", [value]) => value.to_text().map(Value::Str),
        ("bool", [value]) => Ok(Value::Bool(value.truth())),
        ("len", [Value::Str(text)]) => Ok(count(text.chars().count())),
        ("len", [Value::List(items) | Value::Tuple(items)]) => Ok(count(items.len())),
        ("list", [value]) => value.items().map(Value::List),
        ("tuple", [value]) => value.items().map(Value::Tuple),
        ("sorted", [value]) => {
            let mut items = value.items()?;
            if items.iter().any(|item| !matches!(item, Value::Str(_))) {
                return Err("sorted() is supported for strings only".to_owned());
            }
            items.sort_by_key(|item| item.to_text().unwrap_or_default());
            Ok(Value::List(items))
        }
        ("comma", [value]) => comma(value),
        ("repr" | "str" | "bool" | "len" | "list" | "tuple" | "sorted" | "comma", _) => {
            Err(format!("{name}() cannot be called with these arguments"))
        }
        _ => Err(unsupported(&format!("the function {name}()"))),
    }
}

fn count(number: usize) -> Value {
    Value::Int(i64::try_from(number).unwrap_or(i64::MAX))
}

fn binary(op: Operator, left: Value, right: Value) -> Outcome {
    match (op, left, right) {
        (Operator::Add, Value::Str(left), Value::Str(right)) => Ok(Value::Str(left + &right)),
        (Operator::Add, Value::Int(left), Value::Int(right)) => {
            left.checked_add(right).map(Value::Int).ok_or_else(too_large)
        }
        (Operator::Sub, Value::Int(left), Value::Int(right)) => {
            left.checked_sub(right).map(Value::Int).ok_or_else(too_large)
        }
        (Operator::Add, Value::List(mut left), Value::List(right)) => {
            left.extend(right);
            Ok(Value::List(left))
        }
        (Operator::Add, Value::Tuple(mut left), Value::Tuple(right)) => {
            left.extend(right);
            Ok(Value::Tuple(left))
        }
        (Operator::Mod, Value::Str(text), Value::Tuple(values)) => {
            printf::format(&text, &Arguments::Positional(&values)).map(Value::Str)
        }
        (Operator::Mod, Value::Str(text), value) => {
            printf::format(&text, &Arguments::Positional(&[value])).map(Value::Str)
        }
        (_, left, right) => Err(unsupported(&format!("this operator between {} and {}", left.kind(), right.kind()))),
    }
}

fn compare(op: CmpOp, left: &Value, right: &Value) -> Result<bool, String> {
    let equal = || match (left, right) {
        (Value::Bool(flag), Value::Int(number)) | (Value::Int(number), Value::Bool(flag)) => {
            i64::from(*flag) == *number
        }
        (Value::Undefined(_), Value::Undefined(_)) => true,
        _ => left == right,
    };
    let order = || match (left, right) {
        (Value::Int(left), Value::Int(right)) => Ok(left.cmp(right)),
        (Value::Str(left), Value::Str(right)) => Ok(left.cmp(right)),
        _ => Err(unsupported(&format!("comparing {} with {}", left.kind(), right.kind()))),
    };
    let contains = || match (left, right) {
        (Value::Str(part), Value::Str(text)) => Ok(text.contains(part.as_str())),
        (part, Value::List(items) | Value::Tuple(items)) => Ok(items.contains(part)),
        _ => Err(unsupported(&format!("looking for {} in {}", left.kind(), right.kind()))),
    };
    match op {
        CmpOp::Eq => Ok(equal()),
        CmpOp::NotEq => Ok(!equal()),
        CmpOp::Lt => Ok(order()?.is_lt()),
        CmpOp::LtE => Ok(order()?.is_le()),
        CmpOp::Gt => Ok(order()?.is_gt()),
        CmpOp::GtE => Ok(order()?.is_ge()),
        CmpOp::In => contains(),
        CmpOp::NotIn => contains().map(|found| !found),
        CmpOp::Is | CmpOp::IsNot => {
            let single = |value: &Value| matches!(value, Value::None | Value::Bool(_) | Value::Undefined(_));
            if !single(left) && !single(right) {
                return Err(unsupported("`is` between values other than None, True and False"));
            }
            let same = match (left, right) {
                (Value::Undefined(_), Value::Undefined(_)) => true,
                _ => left == right,
            };
            Ok(same == (op == CmpOp::Is))
        }
    }
}
