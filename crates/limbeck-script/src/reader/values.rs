//! From evaluated objects to [`Value`]s.

use std::rc::Rc;

use super::Outcome;
use super::machine::Machine;
use super::names::Kind;
use super::object::{Arguments, Container, Object};
use crate::directive::{Call, Value};

impl Machine<'_> {
    /// The object as a value to hand over. It cannot change afterwards.
    pub fn value(&mut self, object: &Object) -> Outcome<Value> {
        self.descend()?;
        // Shared parts are written out each time, so that their number must be bounded here.
        self.charge(size_of::<Value>())?;
        let value = self.convert(object);
        self.ascend();
        value
    }

    fn convert(&mut self, object: &Object) -> Outcome<Value> {
        Ok(match object {
            Object::None => Value::None,
            Object::Bool(value) => Value::Bool(*value),
            Object::Int(value) => Value::Int(*value),
            Object::Float(value) => Value::Float(*value),
            Object::Str(text) => {
                self.charge(text.len())?;
                Value::Str(text.to_string())
            }
            Object::Bytes(bytes) => {
                self.charge(bytes.len())?;
                Value::Bytes(bytes.to_vec())
            }
            Object::Tuple(items) => Value::Tuple(self.values(items)?),
            Object::List(id) => {
                self.freeze(Container::List(*id));
                let items = self.list(*id).clone();
                Value::List(self.values(&items)?)
            }
            Object::Set(id) => {
                self.freeze(Container::Set(*id));
                let items = self.items_unordered(object)?;
                Value::Set(self.values(&items)?)
            }
            Object::Dict(id) => {
                self.freeze(Container::Dict(*id));
                let items: Vec<_> = self.dict(*id).iter().cloned().collect();
                let mut entries = Vec::with_capacity(items.len());
                for (key, value) in &items {
                    entries.push((self.value(key)?, self.value(value)?));
                }
                Value::Dict(entries)
            }
            Object::Range(..) => {
                // Consumers of sequences take a range as they take a tuple; nothing else does.
                return self.fail("a range is handed over");
            }
            Object::Name(name) if may_hand_over(name) => Value::Name(name.to_string()),
            Object::Construct(construct) => {
                let construct = Rc::clone(construct);
                let args = self.values(&construct.args)?;
                let kwargs = self.keywords(&construct.kwargs)?;
                let location = construct.location.clone();
                Value::Call(Box::new(Call { name: construct.name.to_string(), args, kwargs, location }))
            }
            other => return self.fail(format!("{} is handed over", other.type_name())),
        })
    }

    pub fn values(&mut self, objects: &[Object]) -> Outcome<Vec<Value>> {
        objects.iter().map(|object| self.value(object)).collect()
    }

    pub fn keywords(&mut self, kwargs: &[(Rc<str>, Object)]) -> Outcome<Vec<(String, Value)>> {
        kwargs.iter().map(|(name, object)| Ok((name.to_string(), self.value(object)?))).collect()
    }

    /// Freezes what a construct or directive takes, and notes that columns and constraints have a parent now.
    pub fn hand_over(&mut self, arguments: &Arguments) -> Outcome<()> {
        for object in arguments.args.iter().chain(arguments.kwargs.iter().map(|(_, object)| object)) {
            self.attach(object)?;
        }
        Ok(())
    }

    fn attach(&mut self, object: &Object) -> Outcome<()> {
        let items: Vec<Object> = match object {
            Object::Construct(construct) => {
                let attached = matches!(construct.kind, Kind::Column | Kind::Item);
                if attached && construct.used.replace(true) {
                    // SQLAlchemy copies a column that has a table already, and the copy is not always equal.
                    return self.fail(format!("one {} is used twice", construct.name));
                }
                return Ok(());
            }
            Object::Tuple(items) => items.to_vec(),
            Object::List(id) if self.freeze(Container::List(*id)) => self.list(*id).clone(),
            Object::Set(id) if self.freeze(Container::Set(*id)) => self.items_unordered(object)?,
            Object::Dict(id) if self.freeze(Container::Dict(*id)) => {
                self.dict(*id).iter().flat_map(|(key, value)| [key.clone(), value.clone()]).collect()
            }
            _ => return Ok(()),
        };
        self.descend()?;
        for item in &items {
            self.step()?;
            self.attach(item)?;
        }
        self.ascend();
        Ok(())
    }
}

/// Modules and functions of `alembic` are not data.
fn may_hand_over(name: &str) -> bool {
    super::names::kind(name).is_some() || name.starts_with("sqlalchemy.pool.")
}
