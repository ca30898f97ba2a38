//! What expressions evaluate to.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::rc::Rc;

use limbeck_core::source::Location;
use ruff_python_ast::StmtFunctionDef;

use super::names::Kind;
use super::scope::{Locals, ScopeId};

/// A Python object. Containers live in the [`Machine`](super::machine::Machine) and are named by their index, so that aliases see
/// each other's changes as in Python.
#[derive(Debug, Clone)]
pub(super) enum Object {
    None,
    Bool(bool),
    Int(i128),
    Float(f64),
    Str(Rc<str>),
    Bytes(Rc<[u8]>),
    Tuple(Rc<[Object]>),
    List(usize),
    Set(usize),
    Dict(usize),
    /// `range(start, stop, step)`
    Range(i128, i128, i128),
    /// `d.keys()`, `d.values()`, `d.items()`
    View(usize, View),
    /// `zip(...)`, `enumerate(...)`, a generator that a builtin takes at once. Usable once.
    Iterator(usize),
    /// A module, class or function of a known package: its canonical dotted name.
    Name(Rc<str>),
    /// A call on such a name, kept as data.
    Construct(Rc<Construct>),
    /// A function of the script
    Function(usize),
    /// A builtin function or class
    Builtin(&'static str),
    /// Something the host gave out
    Handle(Handle),
    /// A value that exists in Python but is not known here. Every use gives up.
    Opaque(&'static str),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum View {
    Keys,
    Values,
    Items,
}

/// An object of the host: `batch_op`, a connection, ...
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Handle {
    pub kind: &'static str,
    pub id: usize,
}

/// A SQLAlchemy construct. Containers among its arguments are frozen, so that it cannot change any more.
#[derive(Debug)]
pub(super) struct Construct {
    pub name: Rc<str>,
    pub args: Vec<Object>,
    pub kwargs: Vec<(Rc<str>, Object)>,
    pub kind: Kind,
    pub location: Location,
    /// A column or constraint has been handed to a parent. SQLAlchemy treats a second parent differently from the first.
    pub used: Cell<bool>,
}

/// Data that can change, with what is needed to notice a change.
#[derive(Debug)]
pub(super) struct Mutable<T> {
    pub data: T,
    /// Counts changes.
    pub version: u64,
    /// A construct or directive holds it: a later change would or would not be seen by it, so that there is none.
    pub frozen: bool,
}

/// A container at a certain state.
#[derive(Debug, Clone, Copy)]
pub(super) struct Guard {
    pub container: Container,
    pub version: u64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Container {
    List(usize),
    Set(usize),
    Dict(usize),
}

/// Items that a builtin gives out once.
#[derive(Debug)]
pub(super) struct Once {
    /// `None` when used up.
    pub items: Option<Vec<Object>>,
    /// The containers the items were taken from; Python would take them later.
    pub guards: Vec<Guard>,
}

/// A dict's key or a set's member, equal as Python's keys are equal (`1 == 1.0 == True`).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Key {
    None,
    Int(i128),
    /// The bits of a float that is not integral
    Float(u64),
    Str(Rc<str>),
    Bytes(Rc<[u8]>),
    Tuple(Vec<Key>),
}

/// An insertion-ordered dict. A removed entry leaves a hole.
#[derive(Debug, Default)]
pub(super) struct Dict {
    entries: Vec<Option<(Object, Object)>>,
    index: BTreeMap<Key, usize>,
}

impl Dict {
    pub fn len(&self) -> usize {
        self.index.len()
    }

    pub fn get(&self, key: &Key) -> Option<&Object> {
        self.index.get(key).and_then(|&at| self.entries.get(at)).and_then(Option::as_ref).map(|(_, value)| value)
    }

    /// As in Python, an existing key keeps its place and its first spelling.
    pub fn insert(&mut self, key: Key, name: Object, value: Object) {
        match self.index.get(&key) {
            Some(&at) => {
                if let Some(Some(entry)) = self.entries.get_mut(at) {
                    entry.1 = value;
                }
            }
            None => {
                self.index.insert(key, self.entries.len());
                self.entries.push(Some((name, value)));
            }
        }
    }

    pub fn remove(&mut self, key: &Key) -> Option<Object> {
        let at = self.index.remove(key)?;
        self.entries.get_mut(at)?.take().map(|(_, value)| value)
    }

    pub fn clear(&mut self) {
        self.entries.clear();
        self.index.clear();
    }

    pub fn iter(&self) -> impl Iterator<Item = &(Object, Object)> {
        self.entries.iter().flatten()
    }

    pub fn keyed(&self) -> impl Iterator<Item = (&Key, &Object)> {
        self.index.keys().filter_map(|key| self.get(key).map(|value| (key, value)))
    }
}

/// A set, in the order of insertion, which is not Python's order of iteration.
#[derive(Debug, Default)]
pub(super) struct Set {
    pub dict: Dict,
    pub immutable: bool,
}

/// A function of the script.
#[derive(Debug)]
pub(super) struct Function<'a> {
    pub definition: &'a StmtFunctionDef,
    /// The values of the defaults, in the order of the parameters that have one.
    pub defaults: Vec<Object>,
    /// Found when it is called first.
    pub locals: Option<Rc<Locals<'a>>>,
    pub parent: ScopeId,
}

/// What a call hands over.
#[derive(Debug, Default)]
pub(super) struct Arguments {
    pub args: Vec<Object>,
    pub kwargs: Vec<(Rc<str>, Object)>,
}

impl Object {
    pub fn str(text: impl Into<Rc<str>>) -> Self {
        Object::Str(text.into())
    }

    /// `type(x).__name__`, for messages.
    pub fn type_name(&self) -> &str {
        match self {
            Object::None => "None",
            Object::Bool(_) => "bool",
            Object::Int(_) => "int",
            Object::Float(_) => "float",
            Object::Str(_) => "str",
            Object::Bytes(_) => "bytes",
            Object::Tuple(_) => "tuple",
            Object::List(_) => "list",
            Object::Set(_) => "set",
            Object::Dict(_) => "dict",
            Object::Range(..) => "range",
            Object::View(..) => "dict view",
            Object::Iterator(_) => "iterator",
            Object::Name(name) => name,
            Object::Construct(construct) => &construct.name,
            Object::Function(_) => "function",
            Object::Builtin(name) => name,
            Object::Handle(handle) => handle.kind,
            Object::Opaque(what) => what,
        }
    }

    /// `None` and the plain scalars, which have no identity that matters and no hidden state.
    pub fn is_scalar(&self) -> bool {
        matches!(
            self,
            Object::None | Object::Bool(_) | Object::Int(_) | Object::Float(_) | Object::Str(_) | Object::Bytes(_)
        )
    }
}
