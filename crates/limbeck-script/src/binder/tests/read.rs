//! Directives from Python text, for the tests: what a reader would deliver, without evaluation.

use limbeck_core::source::Location;
use ruff_python_ast::{CmpOp, Expr, Number, Operator, Stmt, UnaryOp};

use crate::directive::{Absent, Call, Directive, Event, Value};

pub(super) fn at() -> Location {
    Location::file("versions/1_x.py").at(7, 5)
}

/// What `T` stands for.
const TABLE: &str =
    "sa.table('t', sa.column('a', sa.Integer), sa.column('b', sa.String(9)), sa.column('j', sa.JSON), schema='s')";

/// The value of a Python expression. Names of modules are the usual ones; `missing.X` is absent, `T` a table.
pub(super) fn value(text: &str) -> Value {
    let parsed = ruff_python_parser::parse_expression(text).unwrap();
    convert(parsed.expr())
}

/// The events of a script's body: `op.NAME(...)` lines and batch blocks.
pub(super) fn events(text: &str) -> Vec<Event> {
    let parsed = ruff_python_parser::parse_module(text).unwrap();
    let mut found = Vec::new();
    for stmt in &parsed.syntax().body {
        statement(stmt, &mut found);
    }
    found
}

fn statement(stmt: &Stmt, found: &mut Vec<Event>) {
    match stmt {
        Stmt::Expr(e) => {
            let (receiver, directive) = directive(&e.value);
            found.push(Event::Directive { directive, in_batch: receiver != "op" });
        }
        Stmt::With(with) => {
            found.push(Event::BeginBatch(directive(&with.items[0].context_expr).1));
            with.body.iter().for_each(|s| statement(s, found));
            found.push(Event::EndBatch);
        }
        other => panic!("not in tests: {other:?}"),
    }
}

fn directive(expr: &Expr) -> (String, Directive) {
    let Expr::Call(call) = expr else { panic!("not a directive") };
    let Expr::Attribute(function) = &*call.func else { panic!("not a directive") };
    let Expr::Name(receiver) = &*function.value else { panic!("not a directive") };
    let (args, kwargs) = arguments(call);
    (receiver.id.to_string(), Directive { name: function.attr.to_string(), args, kwargs, location: at() })
}

fn arguments(call: &ruff_python_ast::ExprCall) -> (Vec<Value>, Vec<(String, Value)>) {
    let args = call.arguments.args.iter().map(convert).collect();
    let named = |k: &ruff_python_ast::Keyword| (k.arg.as_ref().unwrap().to_string(), convert(&k.value));
    (args, call.arguments.keywords.iter().map(named).collect())
}

/// The dotted name of a module's attribute, in its canonical spelling.
fn dotted(expr: &Expr) -> Option<String> {
    match expr {
        Expr::Name(name) => Some(match name.id.as_str() {
            "sa" => "sqlalchemy".into(),
            "op" => "alembic.op".into(),
            "postgresql" | "mysql" | "sqlite" => format!("sqlalchemy.dialects.{}", name.id),
            "datetime" | "decimal" | "uuid" | "missing" | "sqlmodel" | "sqlalchemy_utils" => name.id.to_string(),
            _ => return None,
        }),
        Expr::Attribute(a) => Some(format!("{}.{}", dotted(&a.value)?, a.attr)),
        _ => None,
    }
}

fn call(name: impl Into<String>, args: Vec<Value>) -> Value {
    Value::call(name, args, at())
}

fn convert(expr: &Expr) -> Value {
    if let Some(name) = dotted(expr) {
        return match name.strip_prefix("missing.") {
            Some(_) => absent(name),
            None => Value::Name(name),
        };
    }
    match expr {
        Expr::Name(name) if name.id == "T" => value(TABLE),
        Expr::NoneLiteral(_) => Value::None,
        Expr::BooleanLiteral(b) => Value::Bool(b.value),
        Expr::NumberLiteral(n) => match &n.value {
            Number::Int(i) => Value::Int(i128::from(i.as_i64().unwrap())),
            Number::Float(f) => Value::Float(*f),
            Number::Complex { .. } => panic!("not in tests"),
        },
        Expr::StringLiteral(s) => Value::str(s.value.to_str()),
        Expr::List(l) => Value::List(l.elts.iter().map(convert).collect()),
        Expr::Tuple(t) => Value::Tuple(t.elts.iter().map(convert).collect()),
        Expr::Dict(d) => {
            Value::Dict(d.items.iter().map(|i| (convert(i.key.as_ref().unwrap()), convert(&i.value))).collect())
        }
        Expr::Attribute(a) => call("getattr", vec![convert(&a.value), Value::str(a.attr.as_str())]),
        Expr::Subscript(s) => call("operator.getitem", vec![convert(&s.value), convert(&s.slice)]),
        Expr::UnaryOp(u) => match (u.op, convert(&u.operand)) {
            (UnaryOp::USub, Value::Int(number)) => Value::Int(-number),
            (UnaryOp::USub, operand) => call("operator.neg", vec![operand]),
            (_, operand) => call("operator.inv", vec![operand]),
        },
        Expr::BinOp(b) => {
            let name = match b.op {
                Operator::Add => "add",
                Operator::Sub => "sub",
                Operator::Mult => "mul",
                Operator::Div => "truediv",
                Operator::Mod => "mod",
                Operator::BitAnd => "and_",
                Operator::BitOr => "or_",
                other => panic!("not in tests: {other:?}"),
            };
            call(format!("operator.{name}"), vec![convert(&b.left), convert(&b.right)])
        }
        Expr::Compare(c) => {
            let name = match c.ops[0] {
                CmpOp::Eq => "eq",
                CmpOp::NotEq => "ne",
                CmpOp::Lt => "lt",
                CmpOp::LtE => "le",
                CmpOp::Gt => "gt",
                CmpOp::GtE => "ge",
                other => panic!("not in tests: {other:?}"),
            };
            call(format!("operator.{name}"), vec![convert(&c.left), convert(&c.comparators[0])])
        }
        Expr::Call(c) => {
            let (mut args, kwargs) = arguments(c);
            let name = match (dotted(&c.func), &*c.func) {
                (Some(name), _) if name.starts_with("missing.") => return absent(name),
                (Some(name), _) => name,
                (None, Expr::Attribute(a)) => {
                    args.insert(0, convert(&a.value));
                    format!(".{}", a.attr)
                }
                (None, function) => {
                    args.insert(0, convert(function));
                    ".__call__".into()
                }
            };
            Value::Call(Box::new(Call { name, args, kwargs, location: at() }))
        }
        other => panic!("not in tests: {other:?}"),
    }
}

fn absent(name: String) -> Value {
    Value::Absent(Box::new(Absent { expression: name, module: "app.missing".into(), location: at() }))
}
