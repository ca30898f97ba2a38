//! Calls.

use std::collections::BTreeMap;
use std::rc::Rc;

use ruff_python_ast::{Expr, ExprCall, ParameterWithDefault};
use ruff_text_size::Ranged;

use super::{Evaluator, Flow};
use crate::reader::Outcome;
use crate::reader::host::Host;
use crate::reader::object::{Arguments, Dict, Object};
use crate::reader::scope::{Binding, Locals, Scope};

impl<'a, H: Host> Evaluator<'a, H> {
    pub(super) fn call(&mut self, call: &'a ExprCall) -> Outcome<Object> {
        let (receiver, method) = self.callee(call)?;
        let takes_at_once = matches!(
            (&receiver, method),
            (Object::Builtin(_), None)
                | (Object::Str(_), Some("join"))
                | (Object::List(_), Some("extend"))
                | (Object::Set(_) | Object::Dict(_), Some("update"))
        );
        let arguments = self.arguments(call, takes_at_once)?;
        self.machine.site = call.start();
        self.invoke(&receiver, method, arguments)
    }

    /// What is called: a value, or a method of one.
    fn callee(&mut self, call: &'a ExprCall) -> Outcome<(Object, Option<&'a str>)> {
        Ok(match &*call.func {
            Expr::Attribute(attribute) => {
                let receiver = self.eval(&attribute.value)?;
                let method = attribute.attr.as_str();
                self.machine.site = call.start();
                match receiver {
                    Object::Name(path) => (self.host.resolve(&mut self.machine, &path, method, true)?, None),
                    receiver => (receiver, Some(method)),
                }
            }
            function => (self.eval(function)?, None),
        })
    }

    fn invoke(&mut self, receiver: &Object, method: Option<&str>, arguments: Arguments) -> Outcome<Object> {
        match (receiver, method) {
            (Object::Name(name), None) => self.host.call(&mut self.machine, name, arguments),
            (Object::Builtin(name), None) => self.call_builtin(name, arguments),
            (Object::Function(id), None) => self.call_function(*id, arguments),
            (Object::Handle(handle), Some(method)) => self.host.method(&mut self.machine, *handle, method, arguments),
            (Object::Construct(construct), Some(method)) => self.machine.construct_method(construct, method, arguments),
            (Object::List(id), Some("sort")) if arguments.kwargs.iter().any(|(name, _)| &**name == "key") => {
                let items = self.machine.list(*id).clone();
                let sorted = self.sorted(items, arguments)?;
                *self.machine.list_mut(*id, 0)? = sorted;
                Ok(Object::None)
            }
            (receiver, Some(method)) => self.machine.method(receiver, method, arguments),
            (other, None) => self.machine.fail(format!("calling {}", other.type_name())),
        }
    }

    fn arguments(&mut self, call: &'a ExprCall, generators: bool) -> Outcome<Arguments> {
        let mut arguments = Arguments::default();
        let mut generated = None;
        arguments.args.reserve(call.arguments.args.len());
        for argument in &call.arguments.args {
            match argument {
                Expr::Starred(starred) => {
                    let source = match &*starred.value {
                        Expr::Generator(generator) => self.generator(generator)?,
                        other => self.eval(other)?,
                    };
                    self.machine.site = starred.start();
                    arguments.args.extend(self.machine.items(&source)?);
                }
                Expr::Generator(generator) if generators => {
                    let iterator = self.generator(generator)?;
                    generated = Some(self.machine.effects);
                    arguments.args.push(iterator);
                }
                other => arguments.args.push(self.eval(other)?),
            }
        }
        for keyword in &call.arguments.keywords {
            let value = self.eval(&keyword.value)?;
            self.machine.site = keyword.start();
            match (&keyword.arg, &value) {
                (Some(name), _) => arguments.keyword(&self.machine, name.as_str().into(), value)?,
                (None, Object::Dict(id)) => {
                    let items: Vec<_> = self.machine.dict(*id).iter().cloned().collect();
                    for (key, value) in items {
                        let Object::Str(name) = key else {
                            return self.machine.fail("a keyword that is no string");
                        };
                        arguments.keyword(&self.machine, name, value)?;
                    }
                }
                (None, other) => return self.machine.fail(format!("`**` of {}", other.type_name())),
            }
        }
        // Python would run the generator only now.
        if generated.is_some_and(|effects| effects != self.machine.effects) {
            return self.machine.fail("arguments with effects beside a generator");
        }
        Ok(arguments)
    }

    fn call_builtin(&mut self, name: &'static str, mut arguments: Arguments) -> Outcome<Object> {
        match name {
            "map" => {
                let args = self.machine.positional(name, arguments, 2, 2)?;
                // A function of the script would have to run when an item is taken.
                let Object::Builtin(function) = args[0] else {
                    return self.machine.fail("`map()` of what is no builtin");
                };
                let (items, guards) = self.machine.iterate(&args[1])?;
                let mut results = Vec::with_capacity(items.len());
                for item in items {
                    self.machine.turn()?;
                    let arguments = Arguments { args: vec![item], kwargs: Vec::new() };
                    results.push(self.machine.builtin(function, arguments)?);
                }
                self.machine.new_iterator(results, guards)
            }
            "sorted" if arguments.kwargs.iter().any(|(name, _)| &**name == "key") => {
                let Some(source) = arguments.args.pop() else {
                    return self.machine.fail("the arguments of sorted");
                };
                let items = self.machine.items(&source)?;
                let sorted = self.sorted(items, arguments)?;
                self.machine.new_list(sorted)
            }
            _ => self.machine.builtin(name, arguments),
        }
    }

    /// The items in the order of `key`, which must be free of effects.
    fn sorted(&mut self, items: Vec<Object>, mut arguments: Arguments) -> Outcome<Vec<Object>> {
        let reverse = match arguments.take("reverse") {
            Some(object) => self.machine.truth(&object)?,
            None => false,
        };
        let key = arguments.take("key");
        self.machine.positional("sorted", arguments, 0, 0)?;
        let Some(key) = key.filter(|key| !matches!(key, Object::None)) else {
            return self.machine.sort(items, None, reverse);
        };
        let effects = self.machine.effects;
        let mut keys = Vec::with_capacity(items.len());
        for item in &items {
            self.machine.turn()?;
            let arguments = Arguments { args: vec![item.clone()], kwargs: Vec::new() };
            keys.push(match key {
                Object::Builtin(name) => self.machine.builtin(name, arguments)?,
                Object::Function(id) => self.call_function(id, arguments)?,
                _ => return self.machine.fail("the key of a sort"),
            });
        }
        if self.machine.effects != effects {
            return self.machine.fail("the key of a sort has effects");
        }
        self.machine.sort(items, Some(keys), reverse)
    }

    /// Calls a function of the script.
    pub fn call_function(&mut self, id: usize, arguments: Arguments) -> Outcome<Object> {
        let site = self.machine.site;
        let function = &mut self.machine.functions[id];
        let (definition, parent) = (function.definition, function.parent);
        let locals = Rc::clone(
            function.locals.get_or_insert_with(|| Rc::new(Locals::of(&definition.parameters, &definition.body))),
        );
        if let Some(what) = locals.strange {
            return self.machine.fail(format!("`{}` has {what}", definition.name));
        }
        let names = self.parameters(id, arguments)?;
        self.machine.begin_call()?;
        self.scopes.push(Scope { names, local: Some((locals, parent)), captured: false });
        let outer = std::mem::replace(&mut self.current, self.scopes.len() - 1);
        let flow = self.block(&definition.body);
        self.leave(outer);
        self.machine.end_call();
        self.machine.site = site;
        match flow? {
            Flow::Next => Ok(Object::None),
            Flow::Return(value) => Ok(value),
            Flow::Break | Flow::Continue => self.machine.fail("`break` or `continue` outside a loop"),
        }
    }

    /// Binds arguments to parameters.
    fn parameters(&mut self, id: usize, arguments: Arguments) -> Outcome<BTreeMap<&'a str, Binding>> {
        let definition = self.machine.functions[id].definition;
        let parameters = &definition.parameters;
        let wrong = |what: &str| format!("calling `{}` with {what}", definition.name);
        let mut defaults = self.machine.functions[id].defaults.clone().into_iter();
        let mut names: BTreeMap<&'a str, Binding> = BTreeMap::new();
        let mut args = arguments.args.into_iter();
        let mut kwargs = arguments.kwargs;
        let positional = parameters.posonlyargs.len() + parameters.args.len();
        for (at, parameter) in parameters.iter_non_variadic_params().enumerate() {
            let ParameterWithDefault { parameter, default, .. } = parameter;
            let name = parameter.name.as_str();
            let default = if default.is_some() { defaults.next() } else { None };
            let mut value = if at < positional { args.next() } else { None };
            if at >= parameters.posonlyargs.len()
                && let Some(keyword) = kwargs.iter().position(|(key, _)| &**key == name)
            {
                if value.is_some() {
                    return self.machine.fail(wrong("an argument given twice"));
                }
                value = Some(kwargs.remove(keyword).1);
            }
            match value.or(default) {
                Some(value) => names.insert(name, Binding::Value(value)),
                None => return self.machine.fail(wrong("too few arguments")),
            };
        }
        let rest: Vec<Object> = args.collect();
        match &parameters.vararg {
            Some(parameter) => {
                let rest = self.machine.new_tuple(rest)?;
                names.insert(parameter.name.as_str(), Binding::Value(rest));
            }
            None if !rest.is_empty() => return self.machine.fail(wrong("too many arguments")),
            None => {}
        }
        match &parameters.kwarg {
            Some(parameter) => {
                let mut dict = Dict::default();
                for (name, value) in kwargs {
                    let name = Object::Str(name);
                    dict.insert(self.machine.key(&name)?, name, value);
                }
                let dict = self.machine.new_dict(dict)?;
                names.insert(parameter.name.as_str(), Binding::Value(dict));
            }
            None if !kwargs.is_empty() => return self.machine.fail(wrong("an unknown keyword")),
            None => {}
        }
        Ok(names)
    }
}
