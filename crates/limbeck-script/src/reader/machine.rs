//! The objects of one reading, and its budgets.

use std::rc::Rc;

use ruff_text_size::TextSize;

use super::object::{Arguments, Container, Dict, Function, Guard, Key, Mutable, Object, Once, Set, View};
use super::{GaveUp, Outcome, ParsedScript};

/// Expressions and statements evaluated.
const STEPS: u32 = 200_000;
/// Turns of all loops and comprehensions.
const TURNS: u32 = 10_000;
/// Nested calls of the script's functions.
const CALLS: u32 = 60;
/// Nested expressions and statements.
const DEPTH: u32 = 300;
/// Bytes of text and slots of containers, roughly.
const MEMORY: usize = 64 << 20;

/// Everything mutable that a reading holds. Dropping it frees all of it, also what refers to itself.
pub(super) struct Machine<'a> {
    pub script: &'a ParsedScript,
    /// Where evaluation stands, for messages and for the places of constructs.
    pub site: TextSize,
    pub functions: Vec<Function<'a>>,
    /// Counts changes to anything that outlives an expression.
    pub effects: u64,
    /// Aliases so far that have no name.
    pub anonymous: i128,
    lists: Vec<Mutable<Vec<Object>>>,
    sets: Vec<Mutable<Set>>,
    dicts: Vec<Mutable<Dict>>,
    iterators: Vec<Once>,
    steps: u32,
    turns: u32,
    calls: u32,
    depth: u32,
    memory: usize,
}

impl<'a> Machine<'a> {
    pub fn new(script: &'a ParsedScript) -> Self {
        Machine {
            script,
            site: TextSize::default(),
            functions: Vec::new(),
            effects: 0,
            anonymous: 0,
            lists: Vec::new(),
            sets: Vec::new(),
            dicts: Vec::new(),
            iterators: Vec::new(),
            steps: 0,
            turns: 0,
            calls: 0,
            depth: 0,
            memory: 0,
        }
    }

    /// Giving up at the present place.
    pub fn error(&self, reason: impl Into<String>) -> GaveUp {
        GaveUp { location: self.script.location(self.site), reason: reason.into() }
    }

    pub fn fail<T>(&self, reason: impl Into<String>) -> Outcome<T> {
        Err(self.error(reason))
    }

    pub fn step(&mut self) -> Outcome<()> {
        self.steps += 1;
        if self.steps > STEPS { self.fail("more than 200,000 steps") } else { Ok(()) }
    }

    pub fn turn(&mut self) -> Outcome<()> {
        self.turns += 1;
        if self.turns > TURNS { self.fail("more than 10,000 turns of loops") } else { Ok(()) }
    }

    pub fn descend(&mut self) -> Outcome<()> {
        self.depth += 1;
        if self.depth > DEPTH { self.fail("nested too deeply") } else { Ok(()) }
    }

    pub fn ascend(&mut self) {
        self.depth -= 1;
    }

    /// Evaluation goes on with another statement of the module after one that failed. `false` when a budget is spent.
    pub fn restart(&mut self) -> bool {
        self.depth = 0;
        self.calls = 0;
        self.steps <= STEPS && self.turns <= TURNS && self.memory <= MEMORY
    }

    pub fn begin_call(&mut self) -> Outcome<()> {
        self.calls += 1;
        if self.calls > CALLS { self.fail("functions call each other too deeply") } else { Ok(()) }
    }

    pub fn end_call(&mut self) {
        self.calls -= 1;
    }

    /// Takes `amount` from the memory budget.
    pub fn charge(&mut self, amount: usize) -> Outcome<()> {
        self.memory = self.memory.saturating_add(amount);
        if self.memory > MEMORY { self.fail("more than 64 MB of values") } else { Ok(()) }
    }

    pub fn string(&mut self, text: impl Into<Rc<str>>) -> Outcome<Object> {
        let text = text.into();
        self.charge(text.len())?;
        Ok(Object::Str(text))
    }

    pub fn new_list(&mut self, items: Vec<Object>) -> Outcome<Object> {
        self.charge(items.len() * size_of::<Object>() + 48)?;
        self.lists.push(Mutable { data: items, version: 0, frozen: false });
        Ok(Object::List(self.lists.len() - 1))
    }

    pub fn new_tuple(&mut self, items: Vec<Object>) -> Outcome<Object> {
        self.charge(items.len() * size_of::<Object>() + 16)?;
        Ok(Object::Tuple(items.into()))
    }

    pub fn new_dict(&mut self, dict: Dict) -> Outcome<Object> {
        self.charge(dict.len() * 160 + 80)?;
        self.dicts.push(Mutable { data: dict, version: 0, frozen: false });
        Ok(Object::Dict(self.dicts.len() - 1))
    }

    pub fn new_set(&mut self, items: impl IntoIterator<Item = Object>, immutable: bool) -> Outcome<Object> {
        let mut dict = Dict::default();
        for item in items {
            self.charge(160)?;
            dict.insert(self.key(&item)?, item, Object::None);
        }
        self.sets.push(Mutable { data: Set { dict, immutable }, version: 0, frozen: false });
        Ok(Object::Set(self.sets.len() - 1))
    }

    pub fn new_iterator(&mut self, items: Vec<Object>, guards: Vec<Guard>) -> Outcome<Object> {
        self.charge(items.len() * size_of::<Object>() + 48)?;
        self.iterators.push(Once { items: Some(items), guards });
        Ok(Object::Iterator(self.iterators.len() - 1))
    }

    pub fn list(&self, id: usize) -> &Vec<Object> {
        &self.lists[id].data
    }

    pub fn dict(&self, id: usize) -> &Dict {
        &self.dicts[id].data
    }

    pub fn set(&self, id: usize) -> &Set {
        &self.sets[id].data
    }

    /// The list, to change it. `growth` is charged in slots.
    pub fn list_mut(&mut self, id: usize, growth: usize) -> Outcome<&mut Vec<Object>> {
        self.charge(growth * size_of::<Object>())?;
        if self.lists[id].frozen {
            return self.fail("a list is changed after it was handed over");
        }
        self.effects += 1;
        self.lists[id].version += 1;
        Ok(&mut self.lists[id].data)
    }

    /// The dict, to change it.
    pub fn dict_mut(&mut self, id: usize, growth: usize) -> Outcome<&mut Dict> {
        self.charge(growth * 160)?;
        if self.dicts[id].frozen {
            return self.fail("a dict is changed after it was handed over");
        }
        self.effects += 1;
        self.dicts[id].version += 1;
        Ok(&mut self.dicts[id].data)
    }

    /// The set, to change it.
    pub fn set_mut(&mut self, id: usize) -> Outcome<&mut Set> {
        self.charge(160)?;
        if self.sets[id].frozen || self.sets[id].data.immutable {
            return self.fail("a set is changed after it was handed over");
        }
        self.effects += 1;
        self.sets[id].version += 1;
        Ok(&mut self.sets[id].data)
    }

    /// Forbids changes. Returns whether they were allowed before, that is, whether its items need a visit.
    pub fn freeze(&mut self, container: Container) -> bool {
        let frozen = match container {
            Container::List(id) => &mut self.lists[id].frozen,
            Container::Set(id) => &mut self.sets[id].frozen,
            Container::Dict(id) => &mut self.dicts[id].frozen,
        };
        !std::mem::replace(frozen, true)
    }

    fn guard(&self, container: Container) -> Guard {
        let version = match container {
            Container::List(id) => self.lists[id].version,
            Container::Set(id) => self.sets[id].version,
            Container::Dict(id) => self.dicts[id].version,
        };
        Guard { container, version }
    }

    /// Gives up when a container has changed since its items were taken.
    pub fn unchanged(&self, guards: &[Guard]) -> Outcome<()> {
        match guards.iter().all(|guard| self.guard(guard.container).version == guard.version) {
            true => Ok(()),
            false => self.fail("a container is changed while it is looped over"),
        }
    }

    /// The items that iterating gives, and the containers that must stay as they are meanwhile.
    pub fn iterate(&mut self, object: &Object) -> Outcome<(Vec<Object>, Vec<Guard>)> {
        let (items, guards) = match object {
            Object::List(id) => (self.list(*id).clone(), vec![self.guard(Container::List(*id))]),
            Object::Tuple(items) => (items.to_vec(), Vec::new()),
            Object::Dict(id) => return self.iterate(&Object::View(*id, View::Keys)),
            Object::View(id, view) => (self.view_items(*id, *view)?, vec![self.guard(Container::Dict(*id))]),
            Object::Str(text) => (text.chars().map(|c| Object::str(c.to_string())).collect(), Vec::new()),
            Object::Range(start, stop, step) => {
                let length = range_length(*start, *stop, *step);
                if length > i128::from(TURNS) {
                    return self.fail("a range of more than 10,000 numbers");
                }
                ((0..length).map(|n| Object::Int(start + n * step)).collect(), Vec::new())
            }
            Object::Set(id) => {
                let set = self.set(*id);
                if set.dict.len() > 1 {
                    return self.fail("the order of a set's items is not known");
                }
                (set.dict.iter().map(|(item, _)| item.clone()).collect(), vec![self.guard(Container::Set(*id))])
            }
            Object::Iterator(id) => {
                let Some(items) = self.iterators[*id].items.take() else {
                    return self.fail("an iterator is used twice");
                };
                let guards = std::mem::take(&mut self.iterators[*id].guards);
                self.unchanged(&guards)?;
                (items, guards)
            }
            other => return self.fail(format!("iterating over {}", other.type_name())),
        };
        self.charge(items.len() * size_of::<Object>())?;
        Ok((items, guards))
    }

    fn view_items(&mut self, id: usize, view: View) -> Outcome<Vec<Object>> {
        self.charge(self.dict(id).len() * 96)?;
        Ok(match view {
            View::Keys => self.dict(id).iter().map(|(key, _)| key.clone()).collect(),
            View::Values => self.dict(id).iter().map(|(_, value)| value.clone()).collect(),
            View::Items => {
                self.dict(id).iter().map(|(key, value)| Object::Tuple([key.clone(), value.clone()].into())).collect()
            }
        })
    }

    /// The items of an argument that is used up at once.
    pub fn items(&mut self, object: &Object) -> Outcome<Vec<Object>> {
        Ok(self.iterate(object)?.0)
    }

    /// The items where their order does not matter: a set will do.
    pub fn items_unordered(&mut self, object: &Object) -> Outcome<Vec<Object>> {
        match object {
            Object::Set(id) => {
                self.charge(self.set(*id).dict.len() * size_of::<Object>())?;
                Ok(self.set(*id).dict.iter().map(|(item, _)| item.clone()).collect())
            }
            other => self.items(other),
        }
    }

    /// The object as a dict's key.
    pub fn key(&mut self, object: &Object) -> Outcome<Key> {
        Ok(match object {
            Object::None => Key::None,
            Object::Bool(value) => Key::Int(i128::from(*value)),
            Object::Int(value) => Key::Int(*value),
            Object::Float(value) if value.is_finite() && value.fract() == 0.0 && value.abs() < 1e30 => {
                Key::Int(*value as i128)
            }
            Object::Float(value) if !value.is_nan() => Key::Float(value.to_bits()),
            Object::Str(text) => Key::Str(text.clone()),
            Object::Bytes(bytes) => Key::Bytes(bytes.clone()),
            Object::Tuple(items) => {
                self.descend()?;
                let keys = items.iter().map(|item| self.key(item)).collect::<Outcome<Vec<_>>>();
                self.ascend();
                let keys = keys?;
                self.charge(keys.len() * size_of::<Key>())?;
                Key::Tuple(keys)
            }
            other => return self.fail(format!("{} as a key", other.type_name())),
        })
    }

    /// Python's truth value.
    pub fn truth(&self, object: &Object) -> Outcome<bool> {
        Ok(match object {
            Object::None => false,
            Object::Bool(value) => *value,
            Object::Int(value) => *value != 0,
            Object::Float(value) => *value != 0.0,
            Object::Function(_) | Object::Builtin(_) => true,
            other => match self.length(other) {
                Some(length) => length != 0,
                None => return self.fail(format!("whether {} is true is not known", other.type_name())),
            },
        })
    }

    /// `len(object)`, for what has one.
    pub fn length(&self, object: &Object) -> Option<usize> {
        Some(match object {
            Object::Str(text) if text.is_ascii() => text.len(),
            Object::Str(text) => text.chars().count(),
            Object::Bytes(bytes) => bytes.len(),
            Object::Tuple(items) => items.len(),
            Object::List(id) => self.list(*id).len(),
            Object::Set(id) => self.set(*id).dict.len(),
            Object::Dict(id) | Object::View(id, _) => self.dict(*id).len(),
            Object::Range(start, stop, step) => usize::try_from(range_length(*start, *stop, *step)).ok()?,
            _ => return None,
        })
    }

    /// No keyword arguments, and between `least` and `most` positional ones.
    pub fn positional(&self, what: &str, arguments: Arguments, least: usize, most: usize) -> Outcome<Vec<Object>> {
        match arguments.kwargs.is_empty() && (least..=most).contains(&arguments.args.len()) {
            true => Ok(arguments.args),
            false => self.fail(format!("the arguments of {what}")),
        }
    }
}

/// How many numbers a range has. Its parts are within 64 bits.
pub(super) fn range_length(start: i128, stop: i128, step: i128) -> i128 {
    match step {
        0 => 0,
        step if step > 0 => ((stop - start + step - 1) / step).max(0),
        step => ((start - stop - step - 1) / -step).max(0),
    }
}
