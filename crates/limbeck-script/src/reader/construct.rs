//! SQLAlchemy's constructs as data: making them, their attributes, methods and operators.
//!
//! Only what returns a new construct and changes nothing is understood. Everything else that a construct can do (`.create()`,
//! `.append_column()`, `.name`) gives up.

use std::cell::Cell;
use std::rc::Rc;

use ruff_python_ast::{CmpOp, Operator, UnaryOp};
use ruff_text_size::TextSize;

use super::Outcome;
use super::machine::Machine;
use super::names::Kind;
use super::object::{Arguments, Construct, Object};

/// Methods that give a column expression.
const EXPRESSION_METHODS: &str = " label cast in_ not_in notin_ is_ is_not isnot is_distinct_from is_not_distinct_from like ilike \
    not_like notlike not_ilike notilike startswith endswith contains between asc desc nullsfirst nullslast nulls_first nulls_last \
    concat collate match any_ all_ scalar_subquery as_scalar over filter within_group has_key has_any has_all contained_by overlap \
    regexp_match regexp_replace bool_op as_string as_integer as_float as_boolean as_json distinct ";

/// Methods that give a statement or another thing with columns.
const STATEMENT_METHODS: &str = " where values returning select_from join outerjoin order_by group_by having limit offset correlate \
    with_only_columns add_columns alias cte subquery exists from_select prefix_with suffix_with with_for_update \
    execution_options union union_all except_ except_all intersect intersect_all select insert update delete \
    on_conflict_do_nothing on_conflict_do_update on_duplicate_key_update columns ";

/// Names in `.c` that are methods of the collection.
const COLLECTION: &str = " keys values items get contains_column corresponding_column compare as_readonly add remove update extend clear index ";

fn word(words: &str, name: &str) -> bool {
    words.split_ascii_whitespace().any(|word| word == name)
}

impl Machine<'_> {
    /// Makes a construct at the present place.
    pub fn construct(&mut self, name: Rc<str>, kind: Kind, mut arguments: Arguments) -> Outcome<Object> {
        let at = self.site;
        if matches!(&*name, "sqlalchemy.alias" | "sqlalchemy.cte") {
            self.tell_apart(&mut arguments, 1);
        }
        self.construct_at(at, name, kind, arguments)
    }

    fn construct_at(&mut self, at: TextSize, name: Rc<str>, kind: Kind, arguments: Arguments) -> Outcome<Object> {
        self.hand_over(&arguments)?;
        self.charge(size_of::<Construct>() + (arguments.args.len() + arguments.kwargs.len()) * 48)?;
        // Whatever cannot be handed over must not hide in a construct either.
        for object in arguments.args.iter().chain(arguments.kwargs.iter().map(|(_, object)| object)) {
            self.is_data(object)?;
        }
        let location = self.script.location(at);
        let Arguments { args, kwargs } = arguments;
        Ok(Object::Construct(Rc::new(Construct { name, args, kwargs, kind, location, used: Cell::new(false) })))
    }

    fn is_data(&self, object: &Object) -> Outcome<()> {
        match object {
            Object::Function(_)
            | Object::Builtin(_)
            | Object::Handle(_)
            | Object::Opaque(_)
            | Object::View(..)
            | Object::Iterator(_)
            | Object::Range(..) => self.fail(format!("{} is handed over", object.type_name())),
            _ => Ok(()),
        }
    }

    /// `construct.attribute`
    pub fn construct_attribute(&mut self, receiver: &Rc<Construct>, attribute: &str) -> Outcome<Object> {
        let has_columns = matches!(receiver.kind, Kind::Table | Kind::Statement);
        let kind = match (receiver.kind, attribute) {
            (_, "c" | "columns") if has_columns => Kind::Columns,
            (Kind::Statement, "excluded" | "inserted") => Kind::Columns,
            (Kind::Columns, name) if !word(COLLECTION, name) && !name.starts_with('_') => Kind::Expression,
            (Kind::Expression, "astext") => Kind::Expression,
            _ => return self.fail(format!("`.{attribute}` of {}", receiver.name)),
        };
        let args = vec![Object::Construct(Rc::clone(receiver)), Object::str(attribute)];
        self.derived("getattr", kind, args)
    }

    /// `construct.method(...)`
    pub fn construct_method(
        &mut self,
        receiver: &Rc<Construct>,
        method: &str,
        mut arguments: Arguments,
    ) -> Outcome<Object> {
        let kind = match (receiver.kind, method) {
            (Kind::Text, "bindparams") if !is_default(receiver) => Kind::Text,
            (Kind::Text, "columns") if !is_default(receiver) => Kind::Statement,
            (Kind::Type, "with_variant") => Kind::Type,
            (Kind::Table, "insert" | "update" | "delete" | "select" | "alias" | "join" | "outerjoin") => {
                Kind::Statement
            }
            (Kind::Expression | Kind::Column, name) if word(EXPRESSION_METHODS, name) => Kind::Expression,
            (Kind::Statement, "label" | "scalar_subquery" | "as_scalar") => Kind::Expression,
            (Kind::Statement, "next_value") if &*receiver.name == "sqlalchemy.Sequence" => Kind::Expression,
            (Kind::Statement, "distinct") => Kind::Statement,
            (Kind::Statement, name) if word(STATEMENT_METHODS, name) => Kind::Statement,
            _ => return self.fail(format!("`.{method}()` of {}", receiver.name)),
        };
        if matches!(method, "alias" | "subquery" | "cte") {
            self.tell_apart(&mut arguments, 0);
        }
        arguments.args.insert(0, Object::Construct(Rc::clone(receiver)));
        self.construct(format!(".{method}").into(), kind, arguments)
    }

    /// An alias without a name gets a number: SQLAlchemy makes names up, and tells two of them apart by what they are.
    fn tell_apart(&mut self, arguments: &mut Arguments, before: usize) {
        let place = match arguments.args.get_mut(before) {
            Some(given) => given,
            None => match arguments.kwargs.iter().position(|(name, _)| &**name == "name") {
                Some(at) => &mut arguments.kwargs[at].1,
                None => {
                    arguments.kwargs.push(("name".into(), Object::None));
                    let at = arguments.kwargs.len() - 1;
                    &mut arguments.kwargs[at].1
                }
            },
        };
        if matches!(place, Object::None) {
            self.anonymous += 1;
            *place = Object::Int(self.anonymous);
        }
    }

    /// `construct[key]`
    pub fn construct_item(&mut self, receiver: &Rc<Construct>, key: &Object) -> Outcome<Object> {
        match (receiver.kind, key) {
            // A JSON path, an array's element, or a column by name.
            (Kind::Expression | Kind::Columns, Object::Str(_)) | (Kind::Expression, Object::Int(_)) => {
                let args = vec![Object::Construct(Rc::clone(receiver)), key.clone()];
                self.derived("operator.getitem", Kind::Expression, args)
            }
            _ => self.fail(format!("subscripting {}", receiver.name)),
        }
    }

    fn derived(&mut self, name: &str, kind: Kind, args: Vec<Object>) -> Outcome<Object> {
        self.construct(name.into(), kind, Arguments { args, kwargs: Vec::new() })
    }

    /// `left op right`, one of them being a construct.
    pub fn construct_binary(&mut self, op: Operator, left: &Object, right: &Object) -> Outcome<Object> {
        let name = match op {
            Operator::Add => "operator.add",
            Operator::Sub => "operator.sub",
            Operator::Mult => "operator.mul",
            Operator::Div => "operator.truediv",
            // `"..." % column` is formatting.
            Operator::Mod if !matches!(left, Object::Str(_) | Object::Bytes(_)) => "operator.mod",
            Operator::BitAnd => "operator.and_",
            Operator::BitOr => "operator.or_",
            _ => return self.fail(format!("`{}` with a construct", op.as_str())),
        };
        if matches!(op, Operator::BitAnd | Operator::BitOr) && !(is_expression(left) && is_expression(right)) {
            return self.fail(format!("`{}` with what is no condition", op.as_str()));
        }
        self.operands(&[left, right])?;
        self.derived(name, Kind::Expression, vec![left.clone(), right.clone()])
    }

    /// `left op right`, one of them being a construct; a reflected comparison is turned round as Python does.
    pub fn construct_compare(&mut self, op: CmpOp, left: &Object, right: &Object) -> Outcome<Object> {
        let reflected = !matches!(left, Object::Construct(_));
        let (left, right) = if reflected { (right, left) } else { (left, right) };
        let name = match (op, reflected) {
            (CmpOp::Eq, _) => "operator.eq",
            (CmpOp::NotEq, _) => "operator.ne",
            (CmpOp::Lt, false) | (CmpOp::Gt, true) => "operator.lt",
            (CmpOp::LtE, false) | (CmpOp::GtE, true) => "operator.le",
            (CmpOp::Gt, false) | (CmpOp::Lt, true) => "operator.gt",
            (CmpOp::GtE, false) | (CmpOp::LtE, true) => "operator.ge",
            _ => return self.fail(format!("`{}` with a construct", op.as_str())),
        };
        self.operands(&[left, right])?;
        if !is_expression(left) {
            return self.fail(format!("comparing {}", left.type_name()));
        }
        self.derived(name, Kind::Expression, vec![left.clone(), right.clone()])
    }

    /// `op operand`
    pub fn construct_unary(&mut self, op: UnaryOp, operand: &Object) -> Outcome<Object> {
        let name = match op {
            UnaryOp::USub => "operator.neg",
            UnaryOp::Invert => "operator.inv",
            _ => return self.fail(format!("`{}` of a construct", op.as_str())),
        };
        self.operands(&[operand])?;
        self.derived(name, Kind::Expression, vec![operand.clone()])
    }

    /// One operand at least is an expression, and the others are expressions, statements or scalars.
    fn operands(&self, operands: &[&Object]) -> Outcome<()> {
        for operand in operands {
            let fits = match operand {
                Object::Construct(construct) => {
                    matches!(construct.kind, Kind::Expression | Kind::Text | Kind::Data)
                }
                other => other.is_scalar(),
            };
            if !fits {
                return self.fail(format!("an operator on {}", operand.type_name()));
            }
        }
        match operands.iter().any(|operand| is_expression(operand)) {
            true => Ok(()),
            false => self.fail("an operator on what is no column expression"),
        }
    }
}

fn is_expression(object: &Object) -> bool {
    matches!(object, Object::Construct(construct) if construct.kind == Kind::Expression)
}

/// A default that is no text of its own, and has none of its methods.
fn is_default(construct: &Construct) -> bool {
    matches!(&*construct.name, "sqlalchemy.FetchedValue" | "sqlalchemy.DefaultClause")
}
