//! Expressions.

mod assign;
mod call;
mod comprehension;
mod statement;

use std::collections::BTreeMap;
use std::rc::Rc;

use ruff_python_ast::{
    BoolOp, CmpOp, ConversionFlag, Expr, ExprBinOp, ExprBoolOp, ExprCompare, ExprDict, ExprFString, ExprIf, ExprName,
    ExprSubscript, ExprUnaryOp, FStringPart, InterpolatedStringElement, Number, StringLiteralValue, UnaryOp,
};
use ruff_text_size::Ranged;

use super::arithmetic::integer;
use super::host::Host;
use super::machine::Machine;
use super::object::{Dict, Object};
use super::scope::{Binding, Poison, Scope, ScopeId};
use super::{Outcome, ParsedScript, builtins};

pub(super) use statement::Flow;

/// The evaluator of one reading of one file.
pub(super) struct Evaluator<'a, H> {
    pub machine: Machine<'a>,
    pub host: H,
    pub scopes: Vec<Scope<'a>>,
    pub current: ScopeId,
}

impl<'a, H: Host> Evaluator<'a, H> {
    pub fn new(script: &'a ParsedScript, host: H) -> Self {
        let module = Scope { names: BTreeMap::new(), local: None, captured: true };
        Evaluator { machine: Machine::new(script), host, scopes: vec![module], current: 0 }
    }

    /// Evaluates an expression.
    pub fn eval(&mut self, expression: &'a Expr) -> Outcome<Object> {
        self.machine.step()?;
        self.machine.site = expression.start();
        self.machine.descend()?;
        let value = self.eval_node(expression);
        self.machine.ascend();
        value
    }

    // An arm is a call: without optimisation every local of every arm would be part of each frame of a deep expression.
    fn eval_node(&mut self, expression: &'a Expr) -> Outcome<Object> {
        match expression {
            Expr::Name(name) => self.name(name),
            Expr::StringLiteral(literal) => self.string(&literal.value),
            Expr::NumberLiteral(literal) => self.number(&literal.value),
            Expr::BooleanLiteral(literal) => Ok(Object::Bool(literal.value)),
            Expr::NoneLiteral(_) => Ok(Object::None),
            Expr::BytesLiteral(literal) => {
                let bytes: Vec<u8> = literal.value.bytes().collect();
                self.machine.charge(bytes.len())?;
                Ok(Object::Bytes(bytes.into()))
            }
            Expr::Call(call) => self.call(call),
            Expr::Attribute(attribute) => {
                let receiver = self.eval(&attribute.value)?;
                self.machine.site = attribute.start();
                self.attribute(&receiver, attribute.attr.as_str())
            }
            Expr::Subscript(subscript) => self.subscript(subscript),
            Expr::List(list) => {
                let items = self.elements(&list.elts)?;
                self.machine.new_list(items)
            }
            Expr::Tuple(tuple) => {
                let items = self.elements(&tuple.elts)?;
                self.machine.new_tuple(items)
            }
            Expr::Set(set) => {
                let items = self.elements(&set.elts)?;
                self.machine.new_set(items, false)
            }
            Expr::Dict(literal) => self.dict(literal),
            Expr::FString(text) => self.f_string(text),
            Expr::BinOp(operation) => self.binary_chain(operation),
            Expr::UnaryOp(operation) => self.unary(operation),
            Expr::BoolOp(operation) => self.boolean(operation),
            Expr::Compare(comparison) => self.comparison(comparison),
            Expr::If(conditional) => self.conditional(conditional),
            Expr::ListComp(comprehension) => {
                let items = self.comprehend(&comprehension.generators, &comprehension.elt)?;
                self.machine.new_list(items)
            }
            Expr::SetComp(comprehension) => {
                let items = self.comprehend(&comprehension.generators, &comprehension.elt)?;
                self.machine.new_set(items, false)
            }
            Expr::DictComp(comprehension) => self.comprehend_dict(comprehension),
            other => self.machine.fail(match other {
                Expr::Lambda(_) => "a lambda",
                Expr::Generator(_) => "a generator that is not used up at once",
                Expr::Named(_) => "`:=`",
                Expr::Await(_) => "`await`",
                Expr::Yield(_) | Expr::YieldFrom(_) => "`yield`",
                Expr::Starred(_) => "a starred expression",
                Expr::EllipsisLiteral(_) => "`...`",
                Expr::TString(_) => "a template string",
                _ => "this expression",
            }),
        }
    }

    fn string(&mut self, literal: &StringLiteralValue) -> Outcome<Object> {
        let text = literal.to_str();
        // The parser puts this in the place of a lone surrogate, which no Rust string can hold.
        if text.contains('\u{fffd}') {
            return self.machine.fail("a string with a character that is not known");
        }
        self.machine.string(text)
    }

    fn dict(&mut self, literal: &'a ExprDict) -> Outcome<Object> {
        let mut dict = Dict::default();
        for item in &literal.items {
            match &item.key {
                Some(key) => {
                    let name = self.eval(key)?;
                    let value = self.eval(&item.value)?;
                    dict.insert(self.machine.key(&name)?, name, value);
                }
                None => {
                    let source = self.eval(&item.value)?;
                    if !matches!(source, Object::Dict(_)) {
                        return self.machine.fail("`**` of what is no dict");
                    }
                    self.machine.merge(&mut dict, &source)?;
                }
            }
        }
        self.machine.new_dict(dict)
    }

    fn unary(&mut self, operation: &'a ExprUnaryOp) -> Outcome<Object> {
        let operand = self.eval(&operation.operand)?;
        self.machine.site = operation.start();
        match (&operand, operation.op) {
            (_, UnaryOp::Not) => Ok(Object::Bool(!self.machine.truth(&operand)?)),
            (Object::Construct(_), op) => self.machine.construct_unary(op, &operand),
            (_, op) => self.machine.unary(op, &operand),
        }
    }

    fn boolean(&mut self, operation: &'a ExprBoolOp) -> Outcome<Object> {
        let mut value = Object::None;
        for (n, operand) in operation.values.iter().enumerate() {
            value = self.eval(operand)?;
            if n + 1 < operation.values.len() {
                self.machine.site = operand.start();
                let truth = self.machine.truth(&value)?;
                if truth == (operation.op == BoolOp::Or) {
                    break;
                }
            }
        }
        Ok(value)
    }

    fn conditional(&mut self, conditional: &'a ExprIf) -> Outcome<Object> {
        let test = self.eval(&conditional.test)?;
        self.machine.site = conditional.test.start();
        let branch = if self.machine.truth(&test)? { &conditional.body } else { &conditional.orelse };
        self.eval(branch)
    }

    fn number(&self, number: &Number) -> Outcome<Object> {
        match number {
            Number::Int(value) => match value.as_u64() {
                Some(value) => Ok(Object::Int(i128::from(value))),
                None => match value.to_string().parse() {
                    Ok(value) => Ok(Object::Int(value)),
                    Err(_) => self.machine.fail("an integer of more than 128 bits"),
                },
            },
            Number::Float(value) if value.is_finite() => Ok(Object::Float(*value)),
            _ => self.machine.fail("a complex or infinite number"),
        }
    }

    fn name(&mut self, name: &ExprName) -> Outcome<Object> {
        let mut scope = self.current;
        loop {
            let Scope { names, local, .. } = &self.scopes[scope];
            match (names.get(name.id.as_str()), local) {
                (Some(Binding::Value(object)), _) => return Ok(object.clone()),
                (Some(Binding::Poison(poison)), _) => {
                    return self.machine.fail(format!("`{}`: {}", name.id, poison.reason));
                }
                (None, Some((locals, _))) if locals.names.contains(name.id.as_str()) => {
                    return self.machine.fail(format!("`{}` is used before it has a value", name.id));
                }
                (None, Some((_, parent))) => scope = *parent,
                (None, None) => break,
            }
        }
        match builtins::find(&name.id) {
            Some(builtin) => Ok(builtin),
            None => self.machine.fail(format!("`{}` is not known", name.id)),
        }
    }

    /// Binds a name in the present scope.
    pub fn bind(&mut self, name: &'a str, value: Object) {
        self.scopes[self.current].names.insert(name, Binding::Value(value));
    }

    /// Makes a name unusable.
    pub fn poison(&mut self, name: &'a str, poison: &Rc<Poison>) {
        self.scopes[self.current].names.insert(name, Binding::Poison(Rc::clone(poison)));
    }

    fn attribute(&mut self, receiver: &Object, attribute: &str) -> Outcome<Object> {
        match receiver {
            Object::Name(path) => self.host.resolve(&mut self.machine, path, attribute, false),
            Object::Handle(handle) => self.host.attribute(&mut self.machine, *handle, attribute),
            Object::Construct(construct) => self.machine.construct_attribute(construct, attribute),
            other => self.machine.fail(format!("`.{attribute}` of {}", other.type_name())),
        }
    }

    /// The items of a list, tuple or set display.
    fn elements(&mut self, elements: &'a [Expr]) -> Outcome<Vec<Object>> {
        let mut items = Vec::with_capacity(elements.len());
        for element in elements {
            match element {
                Expr::Starred(starred) => {
                    let source = self.eval(&starred.value)?;
                    items.extend(self.machine.items(&source)?);
                }
                element => items.push(self.eval(element)?),
            }
        }
        Ok(items)
    }

    /// A chain such as `a + b + c`, which leans to the left without end.
    fn binary_chain(&mut self, operation: &'a ExprBinOp) -> Outcome<Object> {
        let mut spine = vec![operation];
        let mut first = &*operation.left;
        while let Expr::BinOp(inner) = first {
            spine.push(inner);
            first = &inner.left;
        }
        let mut value = self.eval(first)?;
        for operation in spine.into_iter().rev() {
            let right = self.eval(&operation.right)?;
            self.machine.site = operation.start();
            value = match (&value, &right) {
                (Object::Construct(_), _) | (_, Object::Construct(_)) if !is_format(operation, &value) => {
                    self.machine.construct_binary(operation.op, &value, &right)?
                }
                _ => self.machine.binary(operation.op, &value, &right)?,
            };
        }
        Ok(value)
    }

    fn comparison(&mut self, comparison: &'a ExprCompare) -> Outcome<Object> {
        let mut left = self.eval(&comparison.left)?;
        for (n, (op, right)) in comparison.ops.iter().zip(&comparison.comparators).enumerate() {
            let right = self.eval(right)?;
            self.machine.site = comparison.start();
            let identity = matches!(op, CmpOp::Is | CmpOp::IsNot);
            let result = match (&left, &right) {
                (_, Object::Name(_) | Object::Handle(_)) if matches!(op, CmpOp::In | CmpOp::NotIn) => {
                    let found = self.host.contains(&mut self.machine, &right, &left)?;
                    Object::Bool(found == (*op == CmpOp::In))
                }
                (Object::Construct(_), _) | (_, Object::Construct(_)) if !identity && !is_membership(*op, &right) => {
                    self.machine.construct_compare(*op, &left, &right)?
                }
                _ => Object::Bool(self.machine.compare(*op, &left, &right)?),
            };
            if n + 1 == comparison.ops.len() {
                return Ok(result);
            }
            if !self.machine.truth(&result)? {
                return Ok(result);
            }
            left = right;
        }
        self.machine.fail("a comparison")
    }

    fn subscript(&mut self, subscript: &'a ExprSubscript) -> Outcome<Object> {
        let receiver = self.eval(&subscript.value)?;
        if let Expr::Slice(slice) = &*subscript.slice {
            let mut bounds = [None; 3];
            for (bound, part) in bounds.iter_mut().zip([&slice.lower, &slice.upper, &slice.step]) {
                if let Some(part) = part {
                    let value = self.eval(part)?;
                    *bound = match (&value, integer(&value)) {
                        (Object::None, _) => None,
                        (_, Some(value)) if value.unsigned_abs() < 1 << 62 => Some(value),
                        _ => return self.machine.fail("the bounds of a slice"),
                    };
                }
            }
            self.machine.site = subscript.start();
            return self.machine.slice(&receiver, bounds);
        }
        let key = self.eval(&subscript.slice)?;
        self.machine.site = subscript.start();
        match &receiver {
            Object::Name(_) | Object::Handle(_) => self.host.subscript(&mut self.machine, &receiver, &key),
            Object::Construct(construct) => self.machine.construct_item(construct, &key),
            _ => self.machine.item(&receiver, &key),
        }
    }

    fn f_string(&mut self, text: &'a ExprFString) -> Outcome<Object> {
        let mut out = String::new();
        for part in &text.value {
            match part {
                FStringPart::Literal(literal) => out.push_str(literal.as_str()),
                FStringPart::FString(part) => self.interpolate(part.elements.iter(), &mut out)?,
            }
        }
        if out.contains('\u{fffd}') {
            return self.machine.fail("a string with a character that is not known");
        }
        self.machine.string(out)
    }

    fn interpolate(
        &mut self,
        elements: impl Iterator<Item = &'a InterpolatedStringElement>,
        out: &mut String,
    ) -> Outcome<()> {
        for element in elements {
            let element = match element {
                InterpolatedStringElement::Literal(literal) => {
                    out.push_str(&literal.value);
                    continue;
                }
                InterpolatedStringElement::Interpolation(element) => element,
            };
            if element.debug_text.is_some() {
                return self.machine.fail("`=` in an f-string");
            }
            let mut value = self.eval(&element.expression)?;
            self.machine.site = element.expression.start();
            value = match element.conversion {
                ConversionFlag::None => value,
                ConversionFlag::Str => Object::str(self.machine.str(&value)?),
                ConversionFlag::Repr => Object::str(self.machine.repr(&value)?),
                ConversionFlag::Ascii => return self.machine.fail("`!a` in an f-string"),
            };
            let mut spec = String::new();
            if let Some(format) = &element.format_spec {
                self.machine.descend()?;
                self.interpolate(format.elements.iter(), &mut spec)?;
                self.machine.ascend();
                self.machine.site = element.expression.start();
            }
            let text = self.machine.format(&value, &spec)?;
            self.machine.charge(text.len())?;
            out.push_str(&text);
        }
        Ok(())
    }
}

/// `"..." % construct` is formatting, which then gives up in its own words.
fn is_format(operation: &ExprBinOp, left: &Object) -> bool {
    operation.op == ruff_python_ast::Operator::Mod && matches!(left, Object::Str(_))
}

/// `in` with a container of Python's own: its items decide.
fn is_membership(op: CmpOp, container: &Object) -> bool {
    matches!(op, CmpOp::In | CmpOp::NotIn) && !matches!(container, Object::Construct(_))
}

impl Machine<'_> {
    /// `receiver[key]` for plain data.
    pub fn item(&mut self, receiver: &Object, key: &Object) -> Outcome<Object> {
        if let Object::Dict(id) = receiver {
            let key = self.key(key)?;
            return match self.dict(*id).get(&key) {
                Some(value) => Ok(value.clone()),
                None => self.fail("a missing key"),
            };
        }
        let place = self.length(receiver).and_then(|length| integer(key).and_then(|at| self.place(at, length)));
        let item = match (receiver, place) {
            (Object::List(id), Some(at)) => Some(self.list(*id)[at].clone()),
            (Object::Tuple(items), Some(at)) => Some(items[at].clone()),
            (Object::Str(text), Some(at)) => text.chars().nth(at).map(|c| Object::str(c.to_string())),
            (Object::Range(start, _, step), Some(at)) => Some(Object::Int(start + at as i128 * step)),
            _ => None,
        };
        match item {
            Some(item) => Ok(item),
            None => self.fail(format!("subscripting {} with that", receiver.type_name())),
        }
    }

    /// `receiver[lower:upper:step]`
    fn slice(&mut self, receiver: &Object, [lower, upper, step]: [Option<i128>; 3]) -> Outcome<Object> {
        let Some(length) = self.length(receiver) else {
            return self.fail(format!("slicing {}", receiver.type_name()));
        };
        let (length, step) = (length as i128, step.unwrap_or(1));
        if step == 0 {
            return self.fail("a slice of step 0");
        }
        // The bounds as CPython adjusts them.
        let (least, most) = if step > 0 { (0, length) } else { (-1, length - 1) };
        let adjust = |bound: i128| (if bound < 0 { bound + length } else { bound }).clamp(least, most);
        let start = lower.map_or(if step > 0 { least } else { most }, adjust);
        let stop = upper.map_or(if step > 0 { most } else { least }, adjust);
        let mut places = Vec::new();
        let mut at = start;
        while (step > 0 && at < stop) || (step < 0 && at > stop) {
            places.push(at as usize);
            at += step;
        }
        self.charge(places.len() * size_of::<Object>())?;
        match receiver {
            Object::Str(text) => {
                let chars: Vec<char> = text.chars().collect();
                self.string(places.into_iter().map(|at| chars[at]).collect::<String>())
            }
            Object::List(id) => {
                let items = places.into_iter().map(|at| self.list(*id)[at].clone()).collect();
                self.new_list(items)
            }
            Object::Tuple(items) => self.new_tuple(places.into_iter().map(|at| items[at].clone()).collect()),
            other => self.fail(format!("slicing {}", other.type_name())),
        }
    }
}
