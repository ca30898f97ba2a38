//! Expressions as text, in SQLAlchemy's words and with its parentheses.

use std::collections::HashMap;

use limbeck_core::expression::{
    BinaryOperator, Expression, FrameBound, InMembers, Literal, Query, TextBind, TextClause, UnaryOperator, Window,
};
use limbeck_core::schema::{NullsOrder, SortOrder, SqlType, TableName};

use super::bind_name::{Hint, column_hint};
use super::common_table::CommonTables;
use super::kind::divisor_type;
use super::query::Labels;
use super::text_clause::{Piece, ends_with_in, pieces};
use super::{Origin, Style};
use crate::{BindMode, DialectError, Sql};

/// Writes one statement.
pub(crate) struct Writer<'a> {
    pub(crate) style: &'a dyn Style,
    pub(crate) mode: BindMode,
    pub(crate) parameters: &'a [(String, Literal)],
    pub(crate) binds: Vec<Literal>,
    /// Whether columns are written with their table.
    pub(crate) qualified: bool,
    /// The tables of the statements around this one: a query inside does not name them again.
    pub(crate) outer: Vec<TableName>,
    /// Queries that stand before the statement in WITH.
    pub(crate) common: CommonTables,
    /// The names of aliases that have none of their own.
    pub(crate) aliases: HashMap<TableName, String>,
    /// How many names of each stem were made up so far: `count_1`, `anon_2`.
    pub(crate) made_up: HashMap<String, usize>,
    /// What the next value is named after where values have names.
    pub(crate) hint: Hint,
}

type Text = Result<String, DialectError>;

/// What an expression stands beside, for the question of parentheses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Beside {
    /// A multiplication, addition or concatenation: chains of the same one need no parentheses.
    Chain(Chain, i32),
    /// Any other operator of that precedence.
    Operator(i32),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Chain {
    Add,
    Multiply,
    Concatenate,
    And,
    Or,
}

impl Beside {
    fn precedence(self) -> i32 {
        match self {
            Beside::Chain(_, p) | Beside::Operator(p) => p,
        }
    }

    pub(crate) fn junction(all: bool) -> Beside {
        if all { Beside::Chain(Chain::And, 3) } else { Beside::Chain(Chain::Or, 2) }
    }

    fn binary(operator: &BinaryOperator) -> Beside {
        match operator {
            BinaryOperator::Add => Beside::Chain(Chain::Add, 7),
            BinaryOperator::Multiply => Beside::Chain(Chain::Multiply, 8),
            BinaryOperator::Concatenate => Beside::Chain(Chain::Concatenate, 5),
            BinaryOperator::Subtract => Beside::Operator(7),
            BinaryOperator::Divide | BinaryOperator::Modulo => Beside::Operator(8),
            BinaryOperator::Custom(_) => Beside::Operator(0),
            // SQLAlchemy has no precedence for them.
            BinaryOperator::LikeAffix | BinaryOperator::NotLikeAffix => Beside::Operator(i32::MIN),
            _ => Beside::Operator(5),
        }
    }

    /// The operator an expression is made of, when it is.
    pub(crate) fn of(e: &Expression) -> Option<Beside> {
        match e {
            Expression::Binary { operator, .. } => Some(Beside::binary(operator)),
            Expression::Unary { operator: UnaryOperator::Not, .. } => Some(Beside::Operator(5)),
            Expression::Unary { operator: UnaryOperator::Negate, .. } => Some(Beside::Operator(8)),
            Expression::Junction { all, members } if members.len() > 1 => Some(Beside::junction(*all)),
            Expression::In { .. } | Expression::Between { .. } | Expression::Distinct(_) => Some(Beside::Operator(5)),
            Expression::Collate { .. } => Some(Beside::Operator(4)),
            Expression::Ordered { .. } => Some(Beside::Operator(3)),
            Expression::Exists { .. } => Some(Beside::Operator(0)),
            Expression::Label { operand, .. } | Expression::Escaped { operand, .. } => Beside::of(operand),
            _ => None,
        }
    }
}

/// A statement that needs no parameters, as text alone: DDL.
pub(crate) fn ddl_text(style: &dyn Style, e: &Expression) -> Text {
    let mut writer = Writer::new(style, BindMode::Inline, &[]);
    writer.qualified = false;
    writer.expression(e)
}

impl<'a> Writer<'a> {
    pub(crate) fn new(style: &'a dyn Style, mode: BindMode, parameters: &'a [(String, Literal)]) -> Self {
        Writer {
            style,
            mode,
            parameters,
            binds: Vec::new(),
            qualified: true,
            outer: Vec::new(),
            common: CommonTables::default(),
            aliases: HashMap::new(),
            made_up: HashMap::new(),
            hint: Hint::None,
        }
    }

    /// A made-up name: the stem with a number.
    pub(crate) fn made_up(&mut self, stem: &str) -> String {
        let count = self.made_up.entry(stem.to_owned()).or_insert(0);
        *count += 1;
        format!("{stem}_{count}")
    }

    fn placeholder(&mut self, hint: Hint) -> String {
        let name = match hint {
            Hint::Name(name) => name,
            Hint::Stem(stem) => self.made_up(&stem),
            Hint::None => self.made_up("param"),
        };
        self.style.placeholder(&name)
    }

    /// An expression whose value, if it is one, is named so.
    pub(crate) fn named(&mut self, e: &Expression, hint: Hint) -> Text {
        self.hint = if matches!(e, Expression::Bind { .. }) { hint } else { Hint::None };
        self.expression(e)
    }

    /// A table's name, or the one that an anonymous alias gets.
    pub(crate) fn table(&mut self, table: &TableName) -> String {
        let Some(stem) = table.anonymous_stem() else { return self.style.quote_table(table) };
        let name = match self.aliases.get(table) {
            Some(name) => name.clone(),
            None => {
                let name = self.made_up(stem);
                self.aliases.insert(table.clone(), name.clone());
                name
            }
        };
        self.style.quote(&name)
    }

    pub(crate) fn finish(mut self, text: String) -> Sql {
        let text = self.with_common_tables(text);
        Sql { text, binds: self.binds }
    }

    /// A value: a placeholder with the value beside it, or the value itself.
    pub(crate) fn value(&mut self, value: &Literal, sql_type: Option<&SqlType>, origin: Origin) -> Text {
        let hint = std::mem::take(&mut self.hint);
        match self.mode {
            BindMode::Inline => self.style.inline(value, sql_type),
            BindMode::Placeholder => Ok(self.placeholder(hint)),
            BindMode::Driver => match self.style.client_text(value, sql_type, origin) {
                Some(text) => text,
                None => {
                    let bound = self.style.bound(value, sql_type, origin)?;
                    self.binds.push(bound);
                    Ok(self.placeholder(hint))
                }
            },
        }
    }

    /// The value of a parameter: the execution's, else its own.
    fn parameter(&mut self, name: &str, own: Option<&Literal>, sql_type: Option<&SqlType>) -> Text {
        self.hint = Hint::Name(name.to_owned());
        if let Some((_, value)) = self.parameters.iter().find(|(n, _)| n == name) {
            return self.value(&value.clone(), sql_type, Origin::Execution);
        }
        match (own, self.mode) {
            (Some(value), _) => self.value(value, sql_type, Origin::Expression),
            (None, BindMode::Placeholder) => Ok(self.style.placeholder(name)),
            (None, BindMode::Driver) => Err(DialectError::unsupported(
                format!("A value is required for bind parameter '{name}'"),
                format!("give :{name} a value, or write \\:{name} if it is no parameter"),
            )),
            // Alembic writes NULL here, which quietly changes what the statement means.
            (None, BindMode::Inline) => Err(DialectError::unsupported(
                format!("A value is required for bind parameter '{name}'; it cannot be written into SQL text"),
                format!("write \\:{name} if it is no parameter, or give it a value with bindparams({name}=...)"),
            )),
        }
    }

    pub(crate) fn text(&mut self, clause: &TextClause) -> Text {
        let mut out = String::new();
        for piece in pieces(&clause.text) {
            match piece {
                Piece::Text(text) => out.push_str(text),
                Piece::Bind(name) => {
                    let bind = clause.binds.iter().find(|b| b.name == name);
                    // A driver that binds on the client writes a tuple after IN as a list in parentheses.
                    let text = self.text_bind(name, bind, ends_with_in(&out))?;
                    out.push_str(&text);
                }
            }
        }
        Ok(out)
    }

    fn text_bind(&mut self, name: &str, bind: Option<&TextBind>, after_in: bool) -> Text {
        let given = self.parameters.iter().find(|(n, _)| n == name).map(|(_, v)| v.clone());
        let expanding = bind.is_some_and(|b| b.expanding) || after_in && self.style.client_binds();
        let own = bind.and_then(|b| b.value.as_ref());
        let sql_type = bind.and_then(|b| b.sql_type.as_ref());
        match given.as_ref().or(own) {
            Some(Literal::List(members)) if expanding => {
                let members = members.clone();
                self.expanded(&members, sql_type)
            }
            _ => self.parameter(name, own, sql_type),
        }
    }

    fn expanded(&mut self, members: &[Literal], sql_type: Option<&SqlType>) -> Text {
        if members.is_empty() {
            return Ok(format!("({})", self.style.empty_set(1, None)));
        }
        let texts: Result<Vec<_>, _> = members.iter().map(|m| self.value(m, sql_type, Origin::Expression)).collect();
        Ok(format!("({})", texts?.join(", ")))
    }

    /// An expression in parentheses where it needs them beside that operator.
    pub(crate) fn beside(&mut self, e: &Expression, against: Beside) -> Text {
        if !matches!(e, Expression::Bind { .. }) {
            self.hint = Hint::None;
        }
        let text = self.expression(e)?;
        let needed = Beside::of(e).is_some_and(|own| match (own, against) {
            (Beside::Chain(a, _), Beside::Chain(b, _)) if a == b => false,
            _ => own.precedence() <= against.precedence(),
        });
        // NOT IN brings parentheses of its own, and is put in another pair as any other operator is.
        Ok(if needed { format!("({text})") } else { text })
    }

    /// An expression that is a condition: WHERE, HAVING, ON, a member of AND.
    pub(crate) fn condition(&mut self, e: &Expression, against: Option<Beside>) -> Text {
        if !self.style.native_boolean() {
            match e {
                Expression::True => return Ok(self.style.constant_condition(true).into()),
                Expression::False => return Ok(self.style.constant_condition(false).into()),
                e if is_boolean_value(e) => return Ok(format!("{} = 1", self.expression(e)?)),
                _ => {}
            }
        }
        self.beside(e, against.unwrap_or(Beside::Operator(i32::MIN)))
    }

    pub(crate) fn list(&mut self, expressions: &[Expression]) -> Text {
        let texts: Result<Vec<_>, _> = expressions.iter().map(|e| self.expression(e)).collect();
        Ok(texts?.join(", "))
    }

    /// An expression as text.
    pub(crate) fn expression(&mut self, e: &Expression) -> Text {
        Ok(match e {
            Expression::Column { table, name, .. } => match table.as_ref().filter(|_| self.qualified) {
                Some(table) => format!("{}.{}", self.table(table), self.style.quote(name)),
                None => self.style.quote(name),
            },
            Expression::Text(clause) => self.text(clause)?,
            Expression::Bind { value, sql_type } => self.value(value, sql_type.as_ref(), Origin::Expression)?,
            Expression::Inline(value) => self.style.inline(value, None)?,
            Expression::Parameter { name, value, sql_type } => {
                self.parameter(name, value.as_ref(), sql_type.as_ref())?
            }
            Expression::Null => "NULL".into(),
            Expression::True => self.style.boolean(true).into(),
            Expression::False => self.style.boolean(false).into(),
            Expression::Function { name, arguments } => {
                let stem = Hint::Stem(name.rsplit('.').next().unwrap_or(name).to_owned());
                let texts: Vec<String> =
                    arguments.iter().map(|a| self.named(a, stem.clone())).collect::<Result<_, _>>()?;
                self.style.function(name, &texts).unwrap_or_else(|| {
                    let parts: Vec<String> = name.split('.').map(|p| function_name(self.style, p)).collect();
                    format!("{}({})", parts.join("."), texts.join(", "))
                })
            }
            Expression::Binary { operator, left, right } => self.binary(operator, left, right)?,
            Expression::Unary { operator: UnaryOperator::Negate, operand } => {
                format!("-{}", self.beside(operand, Beside::Operator(8))?)
            }
            Expression::Unary { operator: UnaryOperator::Not, operand } => self.negation(operand)?,
            Expression::Unary { operator, operand } => {
                let word = if *operator == UnaryOperator::Any { "ANY" } else { "ALL" };
                let text = self.expression(operand)?;
                // A query has its parentheses already.
                if matches!(**operand, Expression::Subquery(_)) {
                    format!("{word} {text}")
                } else {
                    format!("{word} ({text})")
                }
            }
            Expression::Escaped { operand, escape } => {
                let text = self.expression(operand)?;
                format!("{text} ESCAPE {}", self.style.string(escape))
            }
            Expression::Junction { all, members } => {
                let against = (members.len() > 1).then(|| Beside::junction(*all));
                let texts: Result<Vec<_>, _> = members.iter().map(|m| self.condition(m, against)).collect();
                texts?.join(if *all { " AND " } else { " OR " })
            }
            Expression::In { operand, members, negated } => self.membership(operand, members, *negated)?,
            Expression::Between { operand, low, high, negated } => {
                let hint = column_hint(operand);
                let operand = self.beside(operand, Beside::Operator(5))?;
                self.hint = hint.clone();
                let low = self.beside(low, Beside::junction(true))?;
                self.hint = hint;
                let high = self.beside(high, Beside::junction(true))?;
                format!("{operand} {}BETWEEN {low} AND {high}", if *negated { "NOT " } else { "" })
            }
            Expression::Case { operand, branches, otherwise } => {
                self.case(operand.as_deref(), branches, otherwise.as_deref())?
            }
            Expression::Cast { operand, sql_type } => {
                let text = self.expression(operand)?;
                match self.style.cast(&text, sql_type)? {
                    Some(cast) => cast,
                    None if Beside::of(operand).is_some() => format!("({text})"),
                    None => text,
                }
            }
            Expression::Exists { query, negated: false } => format!("EXISTS ({})", self.query(query)?),
            Expression::Exists { query, negated: true } => format!("NOT (EXISTS ({}))", self.query(query)?),
            Expression::Subquery(query) => format!("({})", self.query(query)?),
            Expression::Over(window) => self.window(window)?,
            Expression::Filtered { function, filter } => {
                format!("{} FILTER (WHERE {})", self.expression(function)?, self.condition(filter, None)?)
            }
            Expression::WithinGroup { function, order_by } => {
                format!("{} WITHIN GROUP (ORDER BY {})", self.expression(function)?, self.list(order_by)?)
            }
            // A label is written in the list of a SELECT and nowhere else.
            Expression::Label { operand, .. } => self.expression(operand)?,
            Expression::Collate { operand, collation } => {
                let operand = self.beside(operand, Beside::Operator(4))?;
                format!("{operand} COLLATE {}", self.style.quote(collation))
            }
            Expression::Ordered { operand, order, nulls } => {
                let mut out = self.beside(operand, Beside::Operator(3))?;
                out.push_str(ordering(*order, *nulls));
                out
            }
            Expression::Tuple(members) => format!("({})", self.list(members)?),
            Expression::Distinct(operand) => format!("DISTINCT {}", self.beside(operand, Beside::Operator(5))?),
            Expression::Star => "*".into(),
            Expression::NextValue(name) => {
                let sequence = super::definition::sequence(self.style, name)?;
                self.style.next_value(&sequence)
            }
        })
    }

    fn binary(&mut self, operator: &BinaryOperator, left: &Expression, right: &Expression) -> Text {
        let against = Beside::binary(operator);
        if *operator == BinaryOperator::Concatenate
            && let Some(text) = self.concatenation(left, right)?
        {
            return Ok(text);
        }
        let left_side = left;
        let right_side = right;
        self.hint = column_hint(right_side);
        let left = self.beside(left_side, against)?;
        self.hint = column_hint(left_side);
        let right = self.beside(right_side, against)?;
        self.hint = Hint::None;
        // `= NULL` is never true; SQLAlchemy writes IS for it.
        let null = matches!(right_side, Expression::Null);
        let operator = match operator {
            BinaryOperator::Equal if null => &BinaryOperator::Is,
            BinaryOperator::NotEqual if null => &BinaryOperator::IsNot,
            other => other,
        };
        let right_type = divisor_type(right_side);
        if let Some(text) = self.style.binary(operator, &left, &right, right_type.as_ref()) {
            return text;
        }
        let word = match operator {
            BinaryOperator::Equal => "=",
            BinaryOperator::NotEqual => "!=",
            BinaryOperator::Less => "<",
            BinaryOperator::LessEqual => "<=",
            BinaryOperator::Greater => ">",
            BinaryOperator::GreaterEqual => ">=",
            BinaryOperator::Add => "+",
            BinaryOperator::Subtract => "-",
            BinaryOperator::Multiply => "*",
            BinaryOperator::Divide => "/",
            BinaryOperator::Modulo => "%",
            BinaryOperator::Concatenate => "||",
            BinaryOperator::Is => "IS",
            BinaryOperator::IsNot => "IS NOT",
            BinaryOperator::Like | BinaryOperator::LikeAffix => "LIKE",
            BinaryOperator::NotLike | BinaryOperator::NotLikeAffix => "NOT LIKE",
            BinaryOperator::ILike => return Ok(format!("lower({left}) LIKE lower({right})")),
            BinaryOperator::NotILike => return Ok(format!("lower({left}) NOT LIKE lower({right})")),
            BinaryOperator::IsDistinctFrom => "IS DISTINCT FROM",
            BinaryOperator::IsNotDistinctFrom => "IS NOT DISTINCT FROM",
            BinaryOperator::Custom(word) => word.as_str(),
        };
        Ok(format!("{left} {word} {right}"))
    }

    /// The whole chain of concatenations that begins with two sides, where that is a function.
    fn concatenation(&mut self, left: &Expression, right: &Expression) -> Result<Option<String>, DialectError> {
        if self.style.concatenation(&[]).is_none() {
            return Ok(None);
        }
        let mut parts = vec![right];
        let mut rest = left;
        while let Expression::Binary { operator: BinaryOperator::Concatenate, left, right } = rest {
            parts.push(right);
            rest = left;
        }
        parts.push(rest);
        let mut texts = Vec::with_capacity(parts.len());
        for (index, part) in parts.iter().enumerate().rev() {
            self.hint = parts.get(index + 1).map_or(Hint::None, |beside| column_hint(beside));
            texts.push(self.beside(part, Beside::binary(&BinaryOperator::Concatenate))?);
        }
        Ok(self.style.concatenation(&texts))
    }

    /// NOT, said by the opposite operator where there is one.
    fn negation(&mut self, operand: &Expression) -> Text {
        match operand {
            Expression::Binary { operator, left, right } => match operator.negated() {
                Some(opposite) => self.binary(&opposite, left, right),
                None => Ok(format!("NOT {}", self.beside(operand, Beside::Operator(5))?)),
            },
            Expression::In { operand, members, negated } => self.membership(operand, members, !negated),
            Expression::Between { operand, low, high, negated } => {
                let opposite = Expression::Between {
                    operand: operand.clone(),
                    low: low.clone(),
                    high: high.clone(),
                    negated: !negated,
                };
                self.expression(&opposite)
            }
            Expression::Exists { query, negated } => {
                self.expression(&Expression::Exists { query: query.clone(), negated: !negated })
            }
            Expression::Escaped { operand, escape } => {
                let text = self.negation(operand)?;
                Ok(format!("{text} ESCAPE {}", self.style.string(escape)))
            }
            Expression::Unary { operator: UnaryOperator::Not, operand } => self.expression(operand),
            Expression::True => Ok(self.style.boolean(false).into()),
            Expression::False => Ok(self.style.boolean(true).into()),
            e if is_boolean_value(e) && !self.style.native_boolean() => Ok(format!("{} = 0", self.expression(e)?)),
            other => Ok(format!("NOT {}", self.beside(other, Beside::Operator(5))?)),
        }
    }

    fn membership(&mut self, operand: &Expression, members: &InMembers, negated: bool) -> Text {
        let width = if let Expression::Tuple(parts) = operand { parts.len() } else { 1 };
        let left = self.beside(operand, Beside::Operator(5))?;
        let right = match members {
            InMembers::List(list) if list.is_empty() => self.style.empty_set(width, Some(negated)),
            InMembers::List(list) => {
                let tuples = list.iter().all(|m| matches!(m, Expression::Tuple(_)));
                let texts = self.list(list)?;
                // A row of values on the right side is a VALUES clause where lists of rows are not understood.
                if tuples && width > 1 && self.style.name() == "sqlite" { format!("VALUES {texts}") } else { texts }
            }
            InMembers::Query(query) => self.query(query)?,
        };
        Ok(if negated { format!("({left} NOT IN ({right}))") } else { format!("{left} IN ({right})") })
    }

    fn case(
        &mut self,
        operand: Option<&Expression>,
        branches: &[(Expression, Expression)],
        otherwise: Option<&Expression>,
    ) -> Text {
        let mut out = String::from("CASE ");
        if let Some(operand) = operand {
            out.push_str(&format!("{} ", self.expression(operand)?));
        }
        for (when, then) in branches {
            // A condition of more than a word stands in parentheses.
            let grouped = operand.is_none() && Beside::of(when).is_some();
            let when = self.expression(when)?;
            let when = if grouped { format!("({when})") } else { when };
            out.push_str(&format!("WHEN {when} THEN {} ", self.expression(then)?));
        }
        if let Some(otherwise) = otherwise {
            out.push_str(&format!("ELSE {} ", self.expression(otherwise)?));
        }
        out.push_str("END");
        Ok(out)
    }

    /// `function OVER (...)`
    fn window(&mut self, window: &Window) -> Text {
        let function = self.expression(&window.function)?;
        let mut parts = Vec::new();
        if !window.partition_by.is_empty() {
            parts.push(format!("PARTITION BY {}", self.list(&window.partition_by)?));
        }
        if !window.order_by.is_empty() {
            parts.push(format!("ORDER BY {}", self.list(&window.order_by)?));
        }
        if let Some((unit, start, end)) = window.frame {
            parts.push(format!(
                "{unit} BETWEEN {} AND {}",
                frame_bound(start, "PRECEDING"),
                frame_bound(end, "FOLLOWING")
            ));
        }
        Ok(format!("{function} OVER ({})", parts.join(" ")))
    }

    /// A query inside another statement.
    pub(crate) fn query(&mut self, query: &Query) -> Text {
        super::query::query(self, query, Labels::Needed)
    }
}

/// `2 PRECEDING`; `side` is what an unbounded one is on.
fn frame_bound(bound: FrameBound, side: &str) -> String {
    match bound {
        FrameBound::Unbounded => format!("UNBOUNDED {side}"),
        FrameBound::Rows(0) => "CURRENT ROW".to_owned(),
        FrameBound::Rows(rows) => {
            format!("{} {}", rows.unsigned_abs(), if rows < 0 { "PRECEDING" } else { "FOLLOWING" })
        }
    }
}

/// ` DESC NULLS LAST`
pub(crate) fn ordering(order: Option<SortOrder>, nulls: Option<NullsOrder>) -> &'static str {
    match (order, nulls) {
        (None, None) => "",
        (None, Some(NullsOrder::First)) => " NULLS FIRST",
        (None, Some(NullsOrder::Last)) => " NULLS LAST",
        (Some(SortOrder::Ascending), None) => " ASC",
        (Some(SortOrder::Ascending), Some(NullsOrder::First)) => " ASC NULLS FIRST",
        (Some(SortOrder::Ascending), Some(NullsOrder::Last)) => " ASC NULLS LAST",
        (Some(SortOrder::Descending), None) => " DESC",
        (Some(SortOrder::Descending), Some(NullsOrder::First)) => " DESC NULLS FIRST",
        (Some(SortOrder::Descending), Some(NullsOrder::Last)) => " DESC NULLS LAST",
    }
}

/// Functions keep their case; anything beyond letters and digits is quoted.
fn function_name(style: &dyn Style, name: &str) -> String {
    let legal = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$';
    let starts = name.starts_with(|c: char| c.is_ascii_digit() || c == '$');
    let plain = !name.is_empty() && !starts && name.chars().all(legal);
    if plain { name.to_owned() } else { style.quote(name) }
}

/// Whether it is a column that is known to be boolean.
pub(crate) fn is_boolean_value(e: &Expression) -> bool {
    matches!(e, Expression::Column { sql_type: Some(SqlType::Boolean { .. }), .. })
}
