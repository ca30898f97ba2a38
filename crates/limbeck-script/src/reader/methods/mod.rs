//! Methods of Python's own types.

mod containers;
mod string;

pub(super) use string::is_space;

use super::Outcome;
use super::machine::Machine;
use super::object::{Arguments, Object};

impl Machine<'_> {
    /// `receiver.method(...)` for plain data.
    pub fn method(&mut self, receiver: &Object, method: &str, arguments: Arguments) -> Outcome<Object> {
        match receiver {
            Object::Str(text) => self.string_method(text, method, arguments),
            Object::List(id) => self.list_method(*id, method, arguments),
            Object::Dict(id) => self.dict_method(*id, method, arguments),
            Object::Set(id) => self.set_method(*id, method, arguments),
            Object::Tuple(items) => {
                let args = self.positional(method, arguments, 1, 1)?;
                match method {
                    "index" => self.index_of(items, &args[0]),
                    "count" => self.count_of(items, &args[0]),
                    _ => self.no_method(receiver, method),
                }
            }
            Object::Bytes(bytes) if method == "decode" => {
                let args = self.positional(method, arguments, 0, 1)?;
                match (args.first(), std::str::from_utf8(bytes)) {
                    (None, Ok(text)) => Ok(Object::str(text)),
                    (Some(Object::Str(name)), Ok(text)) if matches!(&**name, "utf-8" | "utf8" | "UTF-8") => {
                        Ok(Object::str(text))
                    }
                    _ => self.fail("decoding bytes"),
                }
            }
            other => self.no_method(other, method),
        }
    }

    fn no_method<T>(&self, receiver: &Object, method: &str) -> Outcome<T> {
        self.fail(format!("`.{method}()` of {}", receiver.type_name()))
    }

    fn index_of(&mut self, items: &[Object], wanted: &Object) -> Outcome<Object> {
        for (at, item) in items.iter().enumerate() {
            if self.equal(item, wanted)? {
                return Ok(Object::Int(at as i128));
            }
        }
        self.fail("`.index()` of what is not there")
    }

    fn count_of(&mut self, items: &[Object], wanted: &Object) -> Outcome<Object> {
        let mut count = 0;
        for item in items {
            count += i128::from(self.equal(item, wanted)?);
        }
        Ok(Object::Int(count))
    }
}
