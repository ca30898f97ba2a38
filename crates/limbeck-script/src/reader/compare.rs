//! Comparisons of plain data.

use std::cmp::Ordering;

use ruff_python_ast::CmpOp;

use super::Outcome;
use super::arithmetic::integer;
use super::machine::Machine;
use super::object::{Object, View};

impl Machine<'_> {
    /// `left op right` for one pair, neither being a construct unless for `is`; `in` with a host's object is the host's.
    pub fn compare(&mut self, op: CmpOp, left: &Object, right: &Object) -> Outcome<bool> {
        Ok(match op {
            CmpOp::Eq => self.equal(left, right)?,
            CmpOp::NotEq => !self.equal(left, right)?,
            CmpOp::Lt => self.order(left, right)? == Ordering::Less,
            CmpOp::LtE => self.order(left, right)? != Ordering::Greater,
            CmpOp::Gt => self.order(left, right)? == Ordering::Greater,
            CmpOp::GtE => self.order(left, right)? != Ordering::Less,
            CmpOp::Is => self.identical(left, right)?,
            CmpOp::IsNot => !self.identical(left, right)?,
            CmpOp::In => self.contains(right, left)?,
            CmpOp::NotIn => !self.contains(right, left)?,
        })
    }

    /// `a == b`
    pub fn equal(&mut self, a: &Object, b: &Object) -> Outcome<bool> {
        use Object::{Bytes, Dict, List, None, Set, Str, Tuple};
        self.step()?;
        Ok(match (a, b) {
            (None, None) => true,
            (Str(a), Str(b)) => a == b,
            (Bytes(a), Bytes(b)) => a == b,
            (List(a), List(b)) => {
                let (a, b) = (self.list(*a).clone(), self.list(*b).clone());
                self.all_equal(&a, &b)?
            }
            (Tuple(a), Tuple(b)) => self.all_equal(a, b)?,
            (Set(a), Set(b)) => {
                let (a, b) = (&self.set(*a).dict, &self.set(*b).dict);
                a.len() == b.len() && a.keyed().all(|(key, _)| b.get(key).is_some())
            }
            (Dict(a), Dict(b)) => {
                if self.dict(*a).len() != self.dict(*b).len() {
                    return Ok(false);
                }
                let mut pairs = Vec::new();
                for (key, value) in self.dict(*a).keyed() {
                    match self.dict(*b).get(key) {
                        Some(other) => pairs.push((value.clone(), other.clone())),
                        std::option::Option::None => return Ok(false),
                    }
                }
                self.descend()?;
                for (a, b) in &pairs {
                    if !self.equal(a, b)? {
                        self.ascend();
                        return Ok(false);
                    }
                }
                self.ascend();
                true
            }
            _ => match self.number_order(a, b)? {
                Some(order) => order == Ordering::Equal,
                std::option::Option::None if plain(a) && plain(b) => false,
                std::option::Option::None => {
                    return self.fail(format!("whether {} equals {}", a.type_name(), b.type_name()));
                }
            },
        })
    }

    fn all_equal(&mut self, a: &[Object], b: &[Object]) -> Outcome<bool> {
        if a.len() != b.len() {
            return Ok(false);
        }
        self.descend()?;
        for (a, b) in a.iter().zip(b) {
            if !self.equal(a, b)? {
                self.ascend();
                return Ok(false);
            }
        }
        self.ascend();
        Ok(true)
    }

    /// The order of two values that Python can order.
    pub fn order(&mut self, a: &Object, b: &Object) -> Outcome<Ordering> {
        self.step()?;
        let (a_items, b_items) = match (a, b) {
            (Object::Str(a), Object::Str(b)) => return Ok(a.cmp(b)),
            (Object::Bytes(a), Object::Bytes(b)) => return Ok(a.cmp(b)),
            (Object::Tuple(a), Object::Tuple(b)) => (a.to_vec(), b.to_vec()),
            (Object::List(a), Object::List(b)) => (self.list(*a).clone(), self.list(*b).clone()),
            _ => {
                return match self.number_order(a, b)? {
                    Some(order) => Ok(order),
                    None => self.fail(format!("the order of {} and {}", a.type_name(), b.type_name())),
                };
            }
        };
        self.descend()?;
        for (a, b) in a_items.iter().zip(&b_items) {
            if !self.equal(a, b)? {
                let order = self.order(a, b);
                self.ascend();
                return order;
            }
        }
        self.ascend();
        Ok(a_items.len().cmp(&b_items.len()))
    }

    /// The order of two numbers; `None` when one is no number.
    fn number_order(&self, a: &Object, b: &Object) -> Outcome<Option<Ordering>> {
        if let (Some(a), Some(b)) = (integer(a), integer(b)) {
            return Ok(Some(a.cmp(&b)));
        }
        let float = |object: &Object| match object {
            Object::Float(value) => Some(*value),
            other => integer(other).filter(|value| value.abs() <= 1 << 53).map(|value| value as f64),
        };
        let number = |object: &Object| matches!(object, Object::Float(_)) || integer(object).is_some();
        match (float(a), float(b)) {
            (Some(a), Some(b)) => match a.partial_cmp(&b) {
                Some(order) => Ok(Some(order)),
                None => self.fail("comparing what is not a number"),
            },
            _ if number(a) && number(b) => self.fail("comparing a large integer with a float"),
            _ => Ok(None),
        }
    }

    /// `a is b`
    fn identical(&self, a: &Object, b: &Object) -> Outcome<bool> {
        use Object::{Bool, Bytes, Dict, Float, Int, List, None, Set, Str, Tuple};
        Ok(match (a, b) {
            (Object::Opaque(_), _) | (_, Object::Opaque(_)) => return self.fail("whether an unknown value is it"),
            (None, None) => true,
            (Bool(a), Bool(b)) => a == b,
            (List(a), List(b)) | (Dict(a), Dict(b)) | (Set(a), Set(b)) => a == b,
            (None | Bool(_), _) | (_, None | Bool(_)) => false,
            // Whether two equal numbers or strings are one object is CPython's own business.
            (Int(_) | Float(_) | Str(_) | Bytes(_) | Tuple(_), Int(_) | Float(_) | Str(_) | Bytes(_) | Tuple(_)) => {
                return self.fail("`is` between values");
            }
            (List(_) | Dict(_) | Set(_), _) | (_, List(_) | Dict(_) | Set(_)) => false,
            _ => return self.fail(format!("`is` between {} and {}", a.type_name(), b.type_name())),
        })
    }

    /// `item in container`
    pub fn contains(&mut self, container: &Object, item: &Object) -> Outcome<bool> {
        match (container, item) {
            (Object::Str(text), Object::Str(part)) => Ok(text.contains(&**part)),
            (Object::Dict(id) | Object::View(id, View::Keys), _) => {
                let key = self.key(item)?;
                Ok(self.dict(*id).get(&key).is_some())
            }
            (Object::Set(id), _) => {
                let key = self.key(item)?;
                Ok(self.set(*id).dict.get(&key).is_some())
            }
            (Object::Range(..), Object::Int(_))
            | (Object::List(_) | Object::Tuple(_) | Object::View(_, View::Values), _) => {
                for candidate in self.items(container)? {
                    if self.equal(&candidate, item)? {
                        return Ok(true);
                    }
                }
                Ok(false)
            }
            _ => self.fail(format!("{} in {}", item.type_name(), container.type_name())),
        }
    }
}

/// Whether `==` with something of another type is simply false.
fn plain(object: &Object) -> bool {
    object.is_scalar() || matches!(object, Object::Tuple(_) | Object::List(_) | Object::Set(_) | Object::Dict(_))
}
