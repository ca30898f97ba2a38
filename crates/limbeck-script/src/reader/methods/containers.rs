//! Methods of `list`, `dict` and `set`.

use crate::reader::Outcome;
use crate::reader::arithmetic::integer;
use crate::reader::machine::Machine;
use crate::reader::object::{Arguments, Dict, Object, View};

impl Machine<'_> {
    pub(super) fn list_method(&mut self, id: usize, method: &str, mut arguments: Arguments) -> Outcome<Object> {
        let reverse = if method == "sort" { arguments.take("reverse") } else { None };
        let (least, most) = match method {
            "copy" | "clear" | "reverse" | "sort" => (0, 0),
            "pop" => (0, 1),
            "insert" => (2, 2),
            _ => (1, 1),
        };
        let args = self.positional(method, arguments, least, most)?;
        match method {
            "append" => self.list_mut(id, 1)?.push(args[0].clone()),
            "extend" => {
                let items = self.items(&args[0])?;
                self.list_mut(id, items.len())?.extend(items);
            }
            "insert" => {
                let Some(at) = integer(&args[0]) else { return self.fail("the place of `.insert()`") };
                let length = self.list(id).len() as i128;
                let at = if at < 0 { (at + length).max(0) } else { at.min(length) };
                self.list_mut(id, 1)?.insert(at as usize, args[1].clone());
            }
            "pop" => {
                let at = args.first().map_or(Some(-1), integer).and_then(|at| self.place(at, self.list(id).len()));
                return match at {
                    Some(at) => Ok(self.list_mut(id, 0)?.remove(at)),
                    None => self.fail("`.pop()` of what is not there"),
                };
            }
            "remove" => {
                let items = self.list(id).clone();
                let Object::Int(at) = self.index_of(&items, &args[0])? else { return self.fail("`.remove()`") };
                self.list_mut(id, 0)?.remove(at as usize);
            }
            "clear" => self.list_mut(id, 0)?.clear(),
            "reverse" => self.list_mut(id, 0)?.reverse(),
            "sort" => {
                let reverse = match reverse {
                    Some(object) => self.truth(&object)?,
                    None => false,
                };
                let items = self.list(id).clone();
                let items = self.sort(items, None, reverse)?;
                *self.list_mut(id, 0)? = items;
            }
            "copy" => {
                let items = self.list(id).clone();
                return self.new_list(items);
            }
            "index" | "count" => {
                let items = self.list(id).clone();
                return if method == "index" {
                    self.index_of(&items, &args[0])
                } else {
                    self.count_of(&items, &args[0])
                };
            }
            _ => return self.no_method(&Object::List(id), method),
        }
        Ok(Object::None)
    }

    /// A Python index as a place, when there is one.
    pub(in crate::reader) fn place(&self, at: i128, length: usize) -> Option<usize> {
        let at = if at < 0 { at + length as i128 } else { at };
        usize::try_from(at).ok().filter(|at| *at < length)
    }

    pub(super) fn dict_method(&mut self, id: usize, method: &str, mut arguments: Arguments) -> Outcome<Object> {
        if method == "update" {
            let mut added = Dict::default();
            if let Some(source) = arguments.args.first() {
                self.merge(&mut added, &source.clone())?;
            }
            if arguments.args.len() > 1 {
                return self.fail("the arguments of `.update()`");
            }
            for (name, value) in std::mem::take(&mut arguments.kwargs) {
                let name = Object::Str(name);
                added.insert(self.key(&name)?, name, value);
            }
            return self.update(id, &added);
        }
        let (least, most) = match method {
            "keys" | "values" | "items" | "copy" | "clear" => (0, 0),
            _ => (1, 2),
        };
        let args = self.positional(method, arguments, least, most)?;
        Ok(match method {
            "keys" => Object::View(id, View::Keys),
            "values" => Object::View(id, View::Values),
            "items" => Object::View(id, View::Items),
            "copy" => {
                let mut dict = Dict::default();
                self.merge(&mut dict, &Object::Dict(id))?;
                return self.new_dict(dict);
            }
            "clear" => {
                self.dict_mut(id, 0)?.clear();
                Object::None
            }
            "get" | "setdefault" | "pop" => {
                let key = self.key(&args[0])?;
                let found = self.dict(id).get(&key).cloned();
                match (method, found) {
                    ("pop", Some(value)) => {
                        self.dict_mut(id, 0)?.remove(&key);
                        value
                    }
                    (_, Some(value)) => value,
                    ("get", None) => args.get(1).cloned().unwrap_or(Object::None),
                    ("pop", None) => match args.get(1) {
                        Some(default) => default.clone(),
                        None => return self.fail("`.pop()` of a missing key"),
                    },
                    (_, None) => {
                        let value = args.get(1).cloned().unwrap_or(Object::None);
                        self.dict_mut(id, 1)?.insert(key, args[0].clone(), value.clone());
                        value
                    }
                }
            }
            _ => return self.no_method(&Object::Dict(id), method),
        })
    }

    /// `dict.update(added)`
    pub(in crate::reader) fn update(&mut self, id: usize, added: &Dict) -> Outcome<Object> {
        for (name, value) in added.iter() {
            let key = self.key(name)?;
            self.dict_mut(id, 1)?.insert(key, name.clone(), value.clone());
        }
        Ok(Object::None)
    }

    pub(super) fn set_method(&mut self, id: usize, method: &str, arguments: Arguments) -> Outcome<Object> {
        let (least, most) = if matches!(method, "copy" | "clear") { (0, 0) } else { (1, 1) };
        let args = self.positional(method, arguments, least, most)?;
        let immutable = self.set(id).immutable;
        match (method, args.first()) {
            ("copy", None) => {
                let items = self.items_unordered(&Object::Set(id))?;
                self.new_set(items, immutable)
            }
            ("clear", None) => {
                self.set_mut(id)?.dict.clear();
                Ok(Object::None)
            }
            ("add", Some(item)) => {
                let key = self.key(item)?;
                self.set_mut(id)?.dict.insert(key, item.clone(), Object::None);
                Ok(Object::None)
            }
            ("discard" | "remove", Some(item)) => {
                let key = self.key(item)?;
                let removed = self.set_mut(id)?.dict.remove(&key).is_some();
                if removed || method == "discard" {
                    Ok(Object::None)
                } else {
                    self.fail("`.remove()` of what is not there")
                }
            }
            ("update", Some(items)) => {
                for item in self.items_unordered(items)? {
                    let key = self.key(&item)?;
                    self.set_mut(id)?.dict.insert(key, item, Object::None);
                }
                Ok(Object::None)
            }
            ("union" | "intersection" | "difference", Some(items)) => {
                let items = self.items_unordered(items)?;
                let other = self.new_set(items, false)?;
                let op = match method {
                    "union" => ruff_python_ast::Operator::BitOr,
                    "intersection" => ruff_python_ast::Operator::BitAnd,
                    _ => ruff_python_ast::Operator::Sub,
                };
                self.binary(op, &Object::Set(id), &other)
            }
            _ => self.no_method(&Object::Set(id), method),
        }
    }
}
