//! Operators on plain data.

use ruff_python_ast::{Operator, UnaryOp};

use super::Outcome;
use super::machine::Machine;
use super::object::{Dict, Object};

/// Integers up to this are exact as floats.
const EXACT: i128 = 1 << 53;

impl Machine<'_> {
    /// `left op right`, neither being a construct.
    pub fn binary(&mut self, op: Operator, left: &Object, right: &Object) -> Outcome<Object> {
        use Object::{Dict as D, Float, List, Set, Str, Tuple};
        match (op, left, right) {
            (Operator::Add, Str(a), Str(b)) => {
                self.charge(a.len() + b.len())?;
                let mut text = String::with_capacity(a.len() + b.len());
                text.push_str(a);
                text.push_str(b);
                Ok(Object::str(text))
            }
            (Operator::Mod, Str(template), values) => {
                let text = self.percent(template, values)?;
                self.string(text)
            }
            (Operator::Add, Object::Bytes(a), Object::Bytes(b)) => {
                self.charge(a.len() + b.len())?;
                Ok(Object::Bytes([&**a, &**b].concat().into()))
            }
            (Operator::Add, List(a), List(b)) => {
                let items = [self.list(*a).as_slice(), self.list(*b).as_slice()].concat();
                self.new_list(items)
            }
            (Operator::Add, Tuple(a), Tuple(b)) => self.new_tuple([&**a, &**b].concat()),
            (Operator::Mult, sequence @ (Str(_) | List(_) | Tuple(_)), count)
            | (Operator::Mult, count, sequence @ (Str(_) | List(_) | Tuple(_))) => match integer(count) {
                Some(count) => self.repeat(sequence, count),
                None => self.fail("multiplying a sequence by what is not an integer"),
            },
            (Operator::BitOr, D(a), D(b)) => {
                let mut dict = Dict::default();
                for (key, value) in
                    [*a, *b].into_iter().flat_map(|id| self.dict(id).iter().cloned()).collect::<Vec<_>>()
                {
                    dict.insert(self.key(&key)?, key, value);
                }
                self.new_dict(dict)
            }
            (Operator::BitOr | Operator::BitAnd | Operator::Sub, Set(_), Set(_)) => self.combine(op, left, right),
            (_, Float(_), _) | (_, _, Float(_)) => match (self.float(left)?, self.float(right)?) {
                (Some(a), Some(b)) => self.float_operator(op, a, b),
                _ => self.unsupported(op, left, right),
            },
            // CPython's `&`, `|`, `^` of two bools are bools; nobody needs them here.
            (_, Object::Bool(_), Object::Bool(_))
                if matches!(op, Operator::BitAnd | Operator::BitOr | Operator::BitXor) =>
            {
                self.unsupported(op, left, right)
            }
            _ => match (integer(left), integer(right)) {
                (Some(a), Some(b)) => self.integer_operator(op, a, b),
                _ => self.unsupported(op, left, right),
            },
        }
    }

    fn unsupported<T>(&self, op: Operator, left: &Object, right: &Object) -> Outcome<T> {
        self.fail(format!("{} {} {}", left.type_name(), op.as_str(), right.type_name()))
    }

    fn repeat(&mut self, sequence: &Object, count: i128) -> Outcome<Object> {
        let count = usize::try_from(count.max(0)).unwrap_or(usize::MAX);
        let length = match sequence {
            Object::Str(text) => text.len(),
            other => self.length(other).unwrap_or(0) * size_of::<Object>(),
        };
        self.charge(length.saturating_mul(count))?;
        match sequence {
            Object::Str(text) if text.is_empty() => Ok(sequence.clone()),
            Object::Str(text) => Ok(Object::str(text.repeat(count))),
            // An empty sequence repeated without end costs nothing in Python and must cost nothing here.
            other if length == 0 => match other {
                Object::List(_) => self.new_list(Vec::new()),
                _ => self.new_tuple(Vec::new()),
            },
            Object::List(id) => {
                let items = self.list(*id).repeat_items(count);
                self.new_list(items)
            }
            Object::Tuple(items) => {
                let items = items.to_vec().repeat_items(count);
                self.new_tuple(items)
            }
            _ => self.fail("repeating it"),
        }
    }

    fn combine(&mut self, op: Operator, left: &Object, right: &Object) -> Outcome<Object> {
        let (Object::Set(left), Object::Set(right)) = (left, right) else {
            return self.fail("a set operator");
        };
        let immutable = self.set(*left).immutable;
        let (a, b) = (&self.set(*left).dict, &self.set(*right).dict);
        let union = op == Operator::BitOr;
        let chosen: Vec<Object> = a
            .iter()
            .chain(if union { Some(b.iter()) } else { None }.into_iter().flatten())
            .map(|(item, _)| item.clone())
            .collect();
        let mut items = Vec::new();
        for item in chosen {
            let key = self.key(&item)?;
            if union || (self.set(*right).dict.get(&key).is_some() == (op == Operator::BitAnd)) {
                items.push(item);
            }
        }
        self.new_set(items, immutable)
    }

    fn integer_operator(&mut self, op: Operator, a: i128, b: i128) -> Outcome<Object> {
        let result = match op {
            Operator::Add => a.checked_add(b),
            Operator::Sub => a.checked_sub(b),
            Operator::Mult => a.checked_mul(b),
            Operator::Div => {
                return match b != 0 && a.abs() <= EXACT && b.abs() <= EXACT {
                    true => Ok(Object::Float(a as f64 / b as f64)),
                    false => self.fail("a division by zero, or of large integers"),
                };
            }
            // Python rounds down, and the remainder takes the divisor's sign.
            Operator::FloorDiv => {
                let floor = |quotient: i128| if (a % b != 0) && ((a < 0) != (b < 0)) { quotient - 1 } else { quotient };
                if b == 0 { None } else { a.checked_div(b).map(floor) }
            }
            Operator::Mod => {
                let sign = |rest: i128| if rest != 0 && ((rest < 0) != (b < 0)) { rest + b } else { rest };
                if b == 0 { None } else { a.checked_rem(b).map(sign) }
            }
            Operator::Pow => u32::try_from(b).ok().and_then(|b| a.checked_pow(b)),
            Operator::BitAnd => Some(a & b),
            Operator::BitOr => Some(a | b),
            Operator::BitXor => Some(a ^ b),
            Operator::LShift => u32::try_from(b).ok().and_then(|b| 1i128.checked_shl(b)).and_then(|b| a.checked_mul(b)),
            Operator::RShift => u32::try_from(b).ok().map(|b| a >> b.min(127)),
            Operator::MatMult => None,
        };
        match result {
            Some(value) if value != i128::MIN => Ok(Object::Int(value)),
            _ => self.fail(format!("an integer result of `{}` that is no number or too large", op.as_str())),
        }
    }

    fn float_operator(&mut self, op: Operator, a: f64, b: f64) -> Outcome<Object> {
        let result = match op {
            Operator::Add => a + b,
            Operator::Sub => a - b,
            Operator::Mult => a * b,
            Operator::Div if b != 0.0 => a / b,
            _ => return self.fail(format!("`{}` of floats", op.as_str())),
        };
        match result.is_finite() {
            true => Ok(Object::Float(result)),
            false => self.fail("a float that is not finite"),
        }
    }

    /// The number as a float, when it is a number and exact as one.
    fn float(&self, object: &Object) -> Outcome<Option<f64>> {
        match object {
            Object::Float(value) if value.is_finite() => Ok(Some(*value)),
            Object::Int(value) if value.abs() > EXACT => self.fail("a large integer with a float"),
            other => Ok(integer(other).map(|value| value as f64)),
        }
    }

    /// `op operand`, the operand not being a construct; `not` is not among them.
    pub fn unary(&self, op: UnaryOp, operand: &Object) -> Outcome<Object> {
        match (op, operand, integer(operand)) {
            (UnaryOp::USub, Object::Float(value), _) => Ok(Object::Float(-value)),
            (UnaryOp::UAdd, Object::Float(value), _) => Ok(Object::Float(*value)),
            (UnaryOp::USub, _, Some(value)) => Ok(Object::Int(-value)),
            (UnaryOp::UAdd, _, Some(value)) => Ok(Object::Int(value)),
            (UnaryOp::Invert, Object::Int(value), _) if *value != i128::MAX => Ok(Object::Int(!value)),
            _ => self.fail(format!("`{}` of {}", op.as_str(), operand.type_name())),
        }
    }
}

/// An int or bool as an integer.
pub(super) fn integer(object: &Object) -> Option<i128> {
    match object {
        Object::Int(value) => Some(*value),
        Object::Bool(value) => Some(i128::from(*value)),
        _ => None,
    }
}

trait RepeatItems {
    fn repeat_items(&self, count: usize) -> Vec<Object>;
}

impl RepeatItems for Vec<Object> {
    fn repeat_items(&self, count: usize) -> Vec<Object> {
        std::iter::repeat_n(self, count).flatten().cloned().collect()
    }
}
