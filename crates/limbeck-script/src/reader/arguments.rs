//! Reading the arguments of a call that is understood.

use std::rc::Rc;

use super::Outcome;
use super::machine::Machine;
use super::object::{Arguments, Object};

impl Arguments {
    /// Takes a keyword argument out.
    pub fn take(&mut self, name: &str) -> Option<Object> {
        let at = self.kwargs.iter().position(|(key, _)| &**key == name)?;
        Some(self.kwargs.remove(at).1)
    }

    /// The argument at `position` or of that name, taken out; positional ones are left in place as `None`s are not needed twice.
    pub fn get(&mut self, position: usize, name: &str) -> Option<Object> {
        match self.args.get(position) {
            Some(object) => Some(object.clone()),
            None => self.take(name),
        }
    }

    /// Adds a keyword argument; giving one twice is an error in Python.
    pub fn keyword(&mut self, machine: &Machine<'_>, name: Rc<str>, value: Object) -> Outcome<()> {
        if self.kwargs.iter().any(|(key, _)| *key == name) {
            return machine.fail(format!("keyword argument `{name}` is given twice"));
        }
        self.kwargs.push((name, value));
        Ok(())
    }
}

/// The text of a string argument.
pub(super) fn text(machine: &Machine<'_>, what: &str, object: Option<&Object>) -> Outcome<Rc<str>> {
    match object {
        Some(Object::Str(text)) => Ok(text.clone()),
        other => machine.fail(format!("{what} is {}", other.map_or("missing", Object::type_name))),
    }
}
