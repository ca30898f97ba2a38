//! Assignment.

use ruff_python_ast::{Expr, Operator, StmtAugAssign};
use ruff_text_size::Ranged;

use super::Evaluator;
use crate::reader::Outcome;
use crate::reader::arithmetic::integer;
use crate::reader::host::Host;
use crate::reader::object::{Dict, Object};

impl<'a, H: Host> Evaluator<'a, H> {
    /// `target = value`
    pub(super) fn assign(&mut self, target: &'a Expr, value: Object) -> Outcome<()> {
        match target {
            Expr::Name(name) => {
                self.bind(name.id.as_str(), value);
                Ok(())
            }
            Expr::Tuple(tuple) => self.unpack(target, &tuple.elts, value),
            Expr::List(list) => self.unpack(target, &list.elts, value),
            Expr::Subscript(subscript) => {
                let container = self.eval(&subscript.value)?;
                if matches!(&*subscript.slice, Expr::Slice(_)) {
                    return self.machine.fail("assigning to a slice");
                }
                let key = self.eval(&subscript.slice)?;
                self.machine.site = target.start();
                self.store(&container, key, value)
            }
            other => {
                self.machine.site = other.start();
                self.machine.fail("assigning to an attribute")
            }
        }
    }

    fn unpack(&mut self, target: &'a Expr, targets: &'a [Expr], value: Object) -> Outcome<()> {
        self.machine.descend()?;
        let mut items = self.machine.items(&value)?;
        let starred = targets.iter().position(Expr::is_starred_expr);
        let fits = match starred {
            Some(_) => items.len() + 1 >= targets.len(),
            None => items.len() == targets.len(),
        };
        if !fits {
            self.machine.site = target.start();
            return self.machine.fail("unpacking into another number of names");
        }
        if let Some(at) = starred {
            let after = targets.len() - at - 1;
            let rest: Vec<Object> = items.drain(at..items.len() - after).collect();
            let rest = self.machine.new_list(rest)?;
            items.insert(at, rest);
        }
        for (target, item) in targets.iter().zip(items) {
            match target {
                Expr::Starred(starred) => self.assign(&starred.value, item)?,
                target => self.assign(target, item)?,
            }
        }
        self.machine.ascend();
        Ok(())
    }

    fn store(&mut self, container: &Object, key: Object, value: Object) -> Outcome<()> {
        match container {
            Object::Dict(id) => {
                let hashed = self.machine.key(&key)?;
                self.machine.dict_mut(*id, 1)?.insert(hashed, key, value);
                Ok(())
            }
            Object::List(id) => {
                let length = self.machine.list(*id).len();
                match integer(&key).and_then(|at| self.machine.place(at, length)) {
                    Some(at) => {
                        self.machine.list_mut(*id, 0)?[at] = value;
                        Ok(())
                    }
                    None => self.machine.fail("assigning to an item that is not there"),
                }
            }
            other => self.machine.fail(format!("assigning to an item of {}", other.type_name())),
        }
    }

    /// `target op= value`
    pub(super) fn augment(&mut self, statement: &'a StmtAugAssign) -> Outcome<()> {
        match &*statement.target {
            Expr::Name(name) => {
                let old = self.eval(&statement.target)?;
                let value = self.eval(&statement.value)?;
                self.machine.site = statement.start();
                let new = self.in_place(statement.op, old, value)?;
                self.bind(name.id.as_str(), new);
                Ok(())
            }
            Expr::Subscript(subscript) if !matches!(&*subscript.slice, Expr::Slice(_)) => {
                let container = self.eval(&subscript.value)?;
                let key = self.eval(&subscript.slice)?;
                self.machine.site = statement.start();
                let old = self.machine.item(&container, &key)?;
                let value = self.eval(&statement.value)?;
                self.machine.site = statement.start();
                let new = self.in_place(statement.op, old, value)?;
                self.store(&container, key, new)
            }
            _ => self.machine.fail("this augmented assignment"),
        }
    }

    fn in_place(&mut self, op: Operator, old: Object, value: Object) -> Outcome<Object> {
        match (op, &old, &value) {
            (Operator::Add, Object::List(id), _) => {
                let items = self.machine.items(&value)?;
                self.machine.list_mut(*id, items.len())?.extend(items);
                Ok(old)
            }
            (Operator::BitOr, Object::Dict(id), Object::Dict(_)) => {
                let mut added = Dict::default();
                self.machine.merge(&mut added, &value)?;
                self.machine.update(*id, &added)?;
                Ok(old)
            }
            // Other containers change in place as well; nobody writes it.
            (_, Object::List(_) | Object::Dict(_) | Object::Set(_), _) => {
                self.machine.fail("changing a container in place")
            }
            (_, Object::Construct(_), _) | (_, _, Object::Construct(_)) => {
                self.machine.construct_binary(op, &old, &value)
            }
            _ => self.machine.binary(op, &old, &value),
        }
    }
}
