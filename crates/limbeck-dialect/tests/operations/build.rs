//! Short ways to say operations.

#![allow(dead_code)]

use limbeck_core::expression::*;
use limbeck_core::operation::Operation;
use limbeck_core::schema::*;

pub fn name(text: &str) -> TableName {
    TableName::new(text)
}

pub fn in_schema(schema: &str, text: &str) -> TableName {
    TableName { schema: Some(schema.into()), name: text.into() }
}

pub fn string(length: u32) -> SqlType {
    SqlType::String { length: Some(length), collation: None }
}

pub const STRING: SqlType = SqlType::String { length: None, collation: None };
pub const TEXT: SqlType = SqlType::Text { length: None, collation: None };
pub const BOOLEAN: SqlType = SqlType::Boolean { name: None, create_constraint: false };
pub const DATETIME: SqlType = SqlType::DateTime { timezone: false };
pub const NUMERIC: SqlType = SqlType::Numeric { precision: None, scale: None };
pub const FLOAT: SqlType = SqlType::Float { precision: None };
pub const UUID: SqlType = SqlType::Uuid { native: true };
pub const BINARY: SqlType = SqlType::LargeBinary { length: None };
pub const TIME: SqlType = SqlType::Time { timezone: false };

pub fn enumeration(values: &[&str], length: Option<u32>, create_constraint: bool) -> SqlType {
    SqlType::Enum {
        values: values.iter().map(|v| (*v).to_owned()).collect(),
        name: (!create_constraint).then(|| "e".to_owned()),
        schema: None,
        native: true,
        create_type: true,
        create_constraint,
        length,
    }
}

pub fn literal(name: &str, arguments: &[u32]) -> SqlType {
    SqlType::Literal { name: name.into(), arguments: arguments.to_vec(), timezone: false, collation: None }
}

pub fn option(dialect: &str, name: &str, value: OptionValue) -> DialectOption {
    DialectOption { dialect: dialect.into(), name: name.into(), value }
}

pub fn other(dialect: &str, name: &str, arguments: Vec<(&str, OptionValue)>) -> SqlType {
    let arguments = arguments.into_iter().map(|(n, v)| option(dialect, n, v)).collect();
    SqlType::Dialect { dialect: dialect.into(), name: name.into(), arguments: DialectOptions(arguments) }
}

pub fn sqlite(name: &str, value: OptionValue) -> DialectOptions {
    DialectOptions(vec![option("sqlite", name, value)])
}

pub fn col(name: &str, sql_type: SqlType) -> Column {
    Column::new(name, sql_type)
}

pub fn int(name: &str) -> Column {
    col(name, SqlType::Integer)
}

pub fn key(name: &str) -> Column {
    Column { primary_key: true, nullable: false, ..int(name) }
}

pub fn required(column: Column) -> Column {
    Column { nullable: false, ..column }
}

pub fn with_default(column: Column, text: &str) -> Column {
    Column { server_default: Some(ServerDefault::Literal(text.into())), ..column }
}

pub fn with_expression(column: Column, e: Expression) -> Column {
    Column { server_default: Some(ServerDefault::Expression(e)), ..column }
}

pub fn target(table: TableName, column: &str, name: Option<&str>, ondelete: Option<&str>) -> ColumnForeignKey {
    ColumnForeignKey {
        name: name.map(Name::new),
        target: ForeignKeyTarget { table, column: Some(column.into()) },
        options: ForeignKeyOptions { ondelete: ondelete.map(str::to_owned), ..Default::default() },
    }
}

pub fn check(name: Option<&str>, condition: Expression) -> CheckConstraint {
    CheckConstraint {
        name: name.map(Name::new),
        condition,
        deferral: Deferral::default(),
        options: DialectOptions::default(),
        of_type: None,
    }
}

pub fn primary(name: Option<&str>, columns: &[&str], options: DialectOptions) -> Constraint {
    Constraint::PrimaryKey(PrimaryKey {
        name: name.map(Name::new),
        columns: strings(columns),
        deferral: Deferral::default(),
        options,
    })
}

pub fn unique(name: Option<&str>, columns: &[&str]) -> UniqueConstraint {
    UniqueConstraint {
        name: name.map(Name::new),
        columns: strings(columns),
        deferral: Deferral::default(),
        options: DialectOptions::default(),
    }
}

pub fn foreign(columns: &[&str], table: TableName, referred: &[&str], options: ForeignKeyOptions) -> ForeignKey {
    ForeignKey {
        name: None,
        columns: strings(columns),
        referred_table: table,
        referred_columns: strings(referred),
        options,
    }
}

pub fn strings(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|t| (*t).to_owned()).collect()
}

pub fn table(name: TableName, columns: Vec<Column>, constraints: Vec<Constraint>) -> Table {
    Table { columns, constraints, ..Table::new(name) }
}

pub fn create(table: Table) -> Vec<Operation> {
    vec![Operation::CreateTable { table, if_not_exists: false }]
}

pub fn add(table: TableName, column: Column) -> Operation {
    Operation::AddColumn {
        table,
        column: Box::new(column),
        if_not_exists: false,
        inline_references: false,
        inline_primary_key: false,
        place: None,
    }
}

pub fn index(name: &str, table: TableName, elements: Vec<IndexElement>) -> Index {
    Index { name: Some(Name::new(name)), table, elements, unique: false, options: DialectOptions::default() }
}

pub fn of(e: Expression) -> IndexElement {
    IndexElement { expression: e, order: None, nulls: None }
}

pub fn execute(statement: Statement) -> Vec<Operation> {
    vec![Operation::Execute { statement, parameters: vec![] }]
}

pub fn text(text: &str) -> Expression {
    Expression::text(text)
}

pub fn bind(value: Literal) -> Expression {
    Expression::Bind { value, sql_type: None }
}

pub fn number(value: i64) -> Expression {
    bind(Literal::Int(value))
}

pub fn word(value: &str) -> Expression {
    bind(Literal::Text(value.into()))
}

pub fn call(name: &str, arguments: Vec<Expression>) -> Expression {
    Expression::Function { name: name.into(), arguments }
}

pub fn binary(operator: BinaryOperator, left: Expression, right: Expression) -> Expression {
    Expression::binary(operator, left, right)
}

pub fn equal(left: Expression, right: Expression) -> Expression {
    binary(BinaryOperator::Equal, left, right)
}

pub fn all(members: Vec<Expression>) -> Expression {
    Expression::Junction { all: true, members }
}

pub fn any(members: Vec<Expression>) -> Expression {
    Expression::Junction { all: false, members }
}

pub fn not(operand: Expression) -> Expression {
    Expression::Unary { operator: UnaryOperator::Not, operand: Box::new(operand) }
}

pub fn label(operand: Expression, name: &str) -> Expression {
    Expression::Label { operand: Box::new(operand), name: name.into() }
}
