//! What a host is: the one who says what names and objects from outside the evaluated text mean.

use std::rc::Rc;

use super::Outcome;
use super::machine::Machine;
use super::object::{Arguments, Handle, Object};
use super::scope::Origin;

/// What an import gives.
pub(super) enum Import {
    /// This.
    Value(Object),
    /// A name that gives up when used. Importing it changes nothing that matters.
    Poison(Origin, String),
    /// The import by itself may change what a script means.
    Refuse(String),
}

/// Decides what dotted names and handles mean. Every method may give up, and what is not overridden does.
pub(super) trait Host {
    /// `import module` (`name` is `None`; the module of that name is meant) or `from module import name`.
    fn import(&mut self, module: &str, name: Option<&str>) -> Import;

    /// `parent.attribute`; `called` when it stands where a call follows.
    fn resolve(&mut self, machine: &mut Machine<'_>, parent: &str, attribute: &str, called: bool) -> Outcome<Object>;

    /// `name(...)`
    fn call(&mut self, machine: &mut Machine<'_>, name: &Rc<str>, arguments: Arguments) -> Outcome<Object>;

    /// `handle.attribute`
    fn attribute(&mut self, machine: &mut Machine<'_>, handle: Handle, attribute: &str) -> Outcome<Object> {
        machine.fail(format!("`.{attribute}` of {}", handle.kind))
    }

    /// `handle.method(...)`
    fn method(
        &mut self,
        machine: &mut Machine<'_>,
        handle: Handle,
        method: &str,
        _arguments: Arguments,
    ) -> Outcome<Object> {
        machine.fail(format!("`.{method}()` of {}", handle.kind))
    }

    /// `name[key]`, for a dotted name or a handle
    fn subscript(&mut self, machine: &mut Machine<'_>, object: &Object, _key: &Object) -> Outcome<Object> {
        machine.fail(format!("subscripting {}", object.type_name()))
    }

    /// `key in name`, for a dotted name or a handle
    fn contains(&mut self, machine: &mut Machine<'_>, object: &Object, _key: &Object) -> Outcome<bool> {
        machine.fail(format!("`in` with {}", object.type_name()))
    }

    /// `with handle as ...:` begins; what `as` binds.
    fn enter(&mut self, machine: &mut Machine<'_>, handle: Handle) -> Outcome<Object> {
        machine.fail(format!("`with` {}", handle.kind))
    }

    /// The block of `enter` ends.
    fn exit(&mut self, machine: &mut Machine<'_>, handle: Handle) -> Outcome<()> {
        machine.fail(format!("`with` {}", handle.kind))
    }

    /// Whether `try: ... finally: ...` may be read as one after the other. Only where a failure in the block makes the rest
    /// of the reading void and the `finally` part tidies up, no more.
    fn reads_finally(&self) -> bool {
        false
    }
}
