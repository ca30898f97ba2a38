//! Operations in a short form, close to SQL, for the tests.

use std::fmt::Write as _;

use limbeck_core::expression::{Expression, FromSource, InMembers, InsertSource, Literal, Query, Select, Statement};
use limbeck_core::operation::{AlterColumn, Operation};
use limbeck_core::schema::{
    Column, Constraint, Deferral, DialectOptions, Index, Name, OptionValue, ServerDefault, SqlType, Table, TableName,
};

pub(super) fn all(operations: &[Operation]) -> String {
    operations.iter().map(|o| operation(o) + "\n").collect()
}

fn operation(operation: &Operation) -> String {
    match operation {
        Operation::CreateTable { table, if_not_exists } => {
            format!("create table{} {}", flag(" if not exists", *if_not_exists), self::table(table))
        }
        Operation::DropTable { name, if_exists, options } => {
            format!("drop table{} {}{}", flag(" if exists", *if_exists), table_name(name), self::options(options))
        }
        Operation::RenameTable { name, new_name } => format!("rename table {} to {new_name}", table_name(name)),
        Operation::AddColumn { table, column, if_not_exists, inline_references, inline_primary_key, place } => format!(
            "add column{}{}{} {}: {}{}",
            flag(" if not exists", *if_not_exists),
            flag(" inline references", *inline_references),
            flag(" inline primary key", *inline_primary_key),
            table_name(table),
            self::column(column),
            place.as_ref().map(|p| format!(" {p:?}")).unwrap_or_default()
        ),
        Operation::DropColumn { table, column, if_exists, options } => format!(
            "drop column{} {}.{column}{}",
            flag(" if exists", *if_exists),
            table_name(table),
            self::options(options)
        ),
        Operation::AlterColumn(alter) => alter_column(alter),
        Operation::CreateIndex { index, if_not_exists } => {
            format!("create{} {}", flag(" if not exists", *if_not_exists), self::index(index))
        }
        Operation::DropIndex { name, table, schema, if_exists, options } => format!(
            "drop index{} {name} on {} schema {schema:?}{}",
            flag(" if exists", *if_exists),
            table.as_ref().map(table_name).unwrap_or_default(),
            self::options(options)
        ),
        Operation::AddConstraint { table, constraint } => {
            format!("add {} to {}", self::constraint(constraint), table_name(table))
        }
        Operation::DropConstraint { table, name, kind, if_exists } => {
            format!("drop{} {kind:?} {name} of {}", flag(" if exists", *if_exists), table_name(table))
        }
        Operation::TableComment { table, comment } => format!("comment on {}: {comment:?}", table_name(table)),
        Operation::ColumnComment { table, column, comment } => {
            format!("comment on {}.{column}: {comment:?}", table_name(table))
        }
        Operation::BulkInsert { table, rows, multiinsert } => {
            let rows: Vec<String> = rows
                .iter()
                .map(|row| row.iter().map(|(n, e)| format!("{n}={}", expression(e))).collect::<Vec<_>>().join(", "))
                .collect();
            format!("insert{} into {}: {}", flag(" at once", *multiinsert), table_name(&table.name), rows.join("; "))
        }
        Operation::Execute { statement, .. } => format!("execute {}", self::statement(statement)),
        Operation::Batch(batch) => {
            let mut text = format!("batch {} recreate={:?}", table_name(&batch.table), batch.recreate);
            if let Some(table) = &batch.copy_from {
                let _ = write!(text, "\n  copy from {}", self::table(table));
            }
            for column in &batch.reflect_columns {
                let _ = write!(text, "\n  reflected {}", self::column(column));
            }
            for constraint in &batch.table_args {
                let _ = write!(text, "\n  with {}", self::constraint(constraint));
            }
            text.push_str(&self::options(&batch.table_options));
            if let Some(convention) = &batch.naming_convention {
                let _ = write!(text, "\n  {convention:?}");
            }
            if !batch.partial_reordering.is_empty() {
                let _ = write!(text, "\n  order {:?}", batch.partial_reordering);
            }
            for operation in &batch.operations {
                let _ = write!(text, "\n  {}", self::operation(operation));
            }
            text
        }
    }
}

fn flag(text: &'static str, on: bool) -> &'static str {
    if on { text } else { "" }
}

fn table_name(name: &TableName) -> String {
    match &name.schema {
        Some(schema) => format!("{schema}/{}", name.name),
        None => name.name.clone(),
    }
}

pub(super) fn table(table: &Table) -> String {
    let mut text = table_name(&table.name);
    if !table.prefixes.is_empty() {
        let _ = write!(text, " {:?}", table.prefixes);
    }
    text.push_str(&options(&table.options));
    for column in &table.columns {
        let _ = write!(text, "\n  {}", self::column(column));
    }
    for constraint in &table.constraints {
        let _ = write!(text, "\n  {}", self::constraint(constraint));
    }
    for index in &table.indexes {
        let _ = write!(text, "\n  {}", self::index(index));
    }
    if let Some(comment) = &table.comment {
        let _ = write!(text, "\n  comment {comment:?}");
    }
    text
}

fn column(column: &Column) -> String {
    let mut text = format!("{} {}", column.name, sql_type(&column.sql_type));
    text.push_str(flag(" not null", !column.nullable));
    text.push_str(flag(" key", column.primary_key));
    text.push_str(flag(" UNIQUE", column.unique));
    text.push_str(flag(" INDEX", column.index));
    if let Some(auto) = column.autoincrement {
        let _ = write!(text, " autoincrement={auto}");
    }
    if let Some(default) = &column.server_default {
        let _ = write!(text, " default {}", server_default(default));
    }
    if let Some(identity) = &column.identity {
        let _ = write!(text, " identity always={} start={:?}", identity.always, identity.options.start);
    }
    if let Some(computed) = &column.computed {
        let _ = write!(text, " as ({}) persisted={:?}", expression(&computed.expression), computed.persisted);
    }
    for check in &column.checks {
        let _ = write!(text, " {}check ({})", name(&check.name), expression(&check.condition));
    }
    for key in &column.foreign_keys {
        let target = format!("{}.{}", table_name(&key.target.table), key.target.column.as_deref().unwrap_or(""));
        let _ = write!(text, " {}references {target}", name(&key.name));
    }
    if let Some(comment) = &column.comment {
        let _ = write!(text, " comment {comment:?}");
    }
    text + &options(&column.options)
}

pub(super) fn sql_type(sql_type: &SqlType) -> String {
    match sql_type {
        SqlType::Literal { name, arguments, timezone, .. } => {
            format!(
                "{name}{}{}",
                if arguments.is_empty() { String::new() } else { format!("{arguments:?}") },
                flag(" tz", *timezone)
            )
        }
        SqlType::String { length, .. } => format!("String({})", length.map(|l| l.to_string()).unwrap_or_default()),
        SqlType::Dialect { dialect, name, arguments } => {
            let shown: Vec<_> = arguments.of(dialect).map(|o| format!("{}={}", o.name, option(&o.value))).collect();
            format!("{dialect}.{name}({})", shown.join(", "))
        }
        other => format!("{other:?}"),
    }
}

fn server_default(default: &ServerDefault) -> String {
    match default {
        ServerDefault::Literal(text) => format!("{text:?}"),
        ServerDefault::Expression(e) => expression(e),
    }
}

fn name(name: &Option<Name>) -> String {
    match name {
        Some(name) => format!("{} ", name.text),
        None => String::new(),
    }
}

fn deferral(deferral: &Deferral) -> String {
    if *deferral == Deferral::default() { String::new() } else { format!(" {deferral:?}") }
}

fn constraint(constraint: &Constraint) -> String {
    let named = name(&constraint.name().cloned());
    match constraint {
        Constraint::PrimaryKey(c) => {
            format!("{named}primary key {:?}{}{}", c.columns, deferral(&c.deferral), options(&c.options))
        }
        Constraint::Unique(c) => {
            format!("{named}unique {:?}{}{}", c.columns, deferral(&c.deferral), options(&c.options))
        }
        Constraint::Check(c) => format!(
            "{named}check ({}){}{}{}",
            expression(&c.condition),
            c.of_type.as_ref().map(|c| format!(" of the type of {c}")).unwrap_or_default(),
            deferral(&c.deferral),
            options(&c.options)
        ),
        Constraint::ForeignKey(c) => {
            let o = &c.options;
            let mut text = format!(
                "{named}foreign key {:?} -> {} {:?}",
                c.columns,
                table_name(&c.referred_table),
                c.referred_columns
            );
            for (word, value) in [("delete", &o.ondelete), ("update", &o.onupdate), ("match", &o.match_)] {
                if let Some(value) = value {
                    let _ = write!(text, " {word}={value}");
                }
            }
            text + &deferral(&o.deferral) + flag(" use_alter", o.use_alter) + &options(&o.dialect)
        }
        Constraint::Exclude(c) => {
            let shown: Vec<_> = c
                .elements
                .iter()
                .map(|e| {
                    format!(
                        "{} {}with {}",
                        expression(&e.expression),
                        e.operator_class.clone().map(|c| c + " ").unwrap_or_default(),
                        e.operator
                    )
                })
                .collect();
            format!(
                "{named}exclude {} ({}) where {:?}{}",
                c.using,
                shown.join(", "),
                c.filter.as_ref().map(expression),
                deferral(&c.deferral)
            )
        }
    }
}

fn index(index: &Index) -> String {
    let shown: Vec<_> = index
        .elements
        .iter()
        .map(|e| {
            let order = e.order.map(|o| format!(" {o:?}")).unwrap_or_default();
            expression(&e.expression) + &order + &e.nulls.map(|n| format!(" nulls {n:?}")).unwrap_or_default()
        })
        .collect();
    format!(
        "{}index {}on {} ({}){}",
        flag("unique ", index.unique),
        name(&index.name),
        table_name(&index.table),
        shown.join(", "),
        options(&index.options)
    )
}

fn options(options: &DialectOptions) -> String {
    options.0.iter().map(|o| format!(" {}_{}={}", o.dialect, o.name, option(&o.value))).collect()
}

fn option(value: &OptionValue) -> String {
    match value {
        OptionValue::Expression(e) => expression(e),
        OptionValue::List(items) => format!("[{}]", items.iter().map(option).collect::<Vec<_>>().join(", ")),
        OptionValue::Map(items) => {
            format!("{{{}}}", items.iter().map(|(k, v)| format!("{k}: {}", option(v))).collect::<Vec<_>>().join(", "))
        }
        OptionValue::Type(t) => sql_type(t),
        OptionValue::Text(t) => format!("{t:?}"),
        OptionValue::Bool(b) => b.to_string(),
        OptionValue::Int(i) => i.to_string(),
    }
}

fn alter_column(a: &AlterColumn) -> String {
    let mut text = format!("alter column {}.{}", table_name(&a.table), a.column);
    for (what, shown) in [
        ("nullable", a.nullable.map(|v| v.to_string())),
        ("default", a.default.value().map(|v| format!("{v:?}"))),
        ("name", a.new_name.clone()),
        ("type", a.sql_type.as_ref().map(sql_type)),
        ("comment", a.comment.value().map(|v| format!("{v:?}"))),
        ("autoincrement", a.autoincrement.map(|v| v.to_string())),
        ("existing_type", a.existing_type.as_ref().map(sql_type)),
        ("existing_nullable", a.existing_nullable.map(|v| v.to_string())),
        ("existing_default", a.existing_default.value().map(|v| format!("{v:?}"))),
        ("existing_comment", a.existing_comment.clone()),
        ("existing_autoincrement", a.existing_autoincrement.map(|v| v.to_string())),
        ("place", a.place.as_ref().map(|v| format!("{v:?}"))),
    ] {
        if let Some(shown) = shown {
            let _ = write!(text, " {what}={shown}");
        }
    }
    text + &options(&a.options)
}

pub(super) fn literal(value: &Literal) -> String {
    match value {
        Literal::Text(text) => format!("{text:?}"),
        Literal::Int(number) => number.to_string(),
        Literal::List(items) => format!("[{}]", items.iter().map(literal).collect::<Vec<_>>().join(", ")),
        other => format!("{other:?}"),
    }
}

fn list(items: &[Expression]) -> String {
    items.iter().map(expression).collect::<Vec<_>>().join(", ")
}

/// Bound values are in braces with their types, written ones are not.
pub(super) fn expression(e: &Expression) -> String {
    match e {
        Expression::Column { table, name, .. } => match table {
            Some(table) => format!("{}.{name}", table_name(table)),
            None => name.clone(),
        },
        Expression::Text(clause) => {
            let binds: Vec<_> = clause
                .binds
                .iter()
                .map(|b| {
                    format!(
                        " [{}={}{}{}]",
                        b.name,
                        b.value.as_ref().map(literal).unwrap_or_default(),
                        b.sql_type.as_ref().map(|t| format!(" as {}", sql_type(t))).unwrap_or_default(),
                        flag(" expanding", b.expanding)
                    )
                })
                .collect();
            format!("`{}`{}", clause.text, binds.concat())
        }
        Expression::Bind { value, sql_type } => {
            format!(
                "{{{}{}}}",
                literal(value),
                sql_type.as_ref().map(|t| format!(": {}", self::sql_type(t))).unwrap_or_default()
            )
        }
        Expression::Inline(value) => literal(value),
        Expression::Parameter { name, value, .. } => {
            format!("{{:{name}{}}}", value.as_ref().map(|v| format!("={}", literal(v))).unwrap_or_default())
        }
        Expression::Null => "NULL".into(),
        Expression::True => "true".into(),
        Expression::False => "false".into(),
        Expression::Star => "*".into(),
        Expression::NextValue(name) => format!("next value of {}", table_name(name)),
        Expression::Function { name, arguments } => format!("{name}({})", list(arguments)),
        Expression::Binary { operator, left, right } => {
            format!("({} {operator:?} {})", expression(left), expression(right))
        }
        Expression::Unary { operator, operand } => format!("{operator:?}({})", expression(operand)),
        Expression::Junction { all, members } => format!("{}({})", if *all { "AND" } else { "OR" }, list(members)),
        Expression::In { operand, members, negated } => {
            let members = match members {
                InMembers::List(items) => list(items),
                InMembers::Query(made) => query(made),
            };
            format!("{}{} IN ({members})", expression(operand), flag(" NOT", *negated))
        }
        Expression::Between { operand, low, high, negated } => {
            format!(
                "{}{} BETWEEN {} AND {}",
                expression(operand),
                flag(" NOT", *negated),
                expression(low),
                expression(high)
            )
        }
        Expression::Case { operand, branches, otherwise } => {
            let shown: Vec<_> =
                branches.iter().map(|(a, b)| format!(" WHEN {} THEN {}", expression(a), expression(b))).collect();
            let operand = operand.as_ref().map(|e| format!(" {}", expression(e))).unwrap_or_default();
            format!(
                "CASE{operand}{}{} END",
                shown.concat(),
                otherwise.as_ref().map(|e| format!(" ELSE {}", expression(e))).unwrap_or_default()
            )
        }
        Expression::Cast { operand, sql_type } => {
            format!("CAST({} AS {})", expression(operand), self::sql_type(sql_type))
        }
        Expression::Exists { query: made, negated } => format!("{}EXISTS ({})", flag("NOT ", *negated), query(made)),
        Expression::Escaped { operand, escape } => format!("{} ESCAPE {escape}", expression(operand)),
        Expression::Subquery(made) => format!("({})", query(made)),
        Expression::Over(window) => format!("{window:?}"),
        Expression::Filtered { function, filter } => format!("{} FILTER {}", expression(function), expression(filter)),
        Expression::WithinGroup { function, order_by } => {
            format!("{} WITHIN GROUP {}", expression(function), list(order_by))
        }
        Expression::Label { operand, name } => format!("{} AS {name}", expression(operand)),
        Expression::Collate { operand, collation } => format!("{} COLLATE {collation}", expression(operand)),
        Expression::Ordered { operand, order, nulls } => format!("{} {order:?} {nulls:?}", expression(operand)),
        Expression::Tuple(items) => format!("({})", list(items)),
        Expression::Distinct(e) => format!("DISTINCT {}", expression(e)),
    }
}

fn query(made: &Query) -> String {
    match made {
        Query::Select(made) => select(made),
        Query::Compound(made) => {
            let members: Vec<String> = made.members.iter().map(query).collect();
            members.join(&format!(" {} ", made.operator.as_str()))
        }
    }
}

fn select(s: &Select) -> String {
    let mut text = format!("SELECT {}{}", flag("DISTINCT ", s.distinct), list(&s.columns));
    let from = |item: &limbeck_core::expression::FromItem| {
        let source = match &item.source {
            FromSource::Table(table) => table_name(table),
            FromSource::Query(made) => format!("({})", query(made)),
            FromSource::Common(common) => format!("WITH {} ({})", common.name, query(&common.query)),
        };
        source + &item.alias.as_ref().map(|a| format!(" AS {a}")).unwrap_or_default()
    };
    if !s.aliases.is_empty() {
        let _ = write!(text, " KNOWN {}", s.aliases.iter().map(from).collect::<Vec<_>>().join(", "));
    }
    if !s.from.is_empty() {
        let _ = write!(text, " FROM {}", s.from.iter().map(from).collect::<Vec<_>>().join(", "));
    }
    for join in &s.joins {
        let condition = join.condition.as_ref().map(expression).unwrap_or_default();
        let _ = write!(text, " {}JOIN {} ON {condition}", flag("LEFT ", join.outer), from(&join.table));
    }
    for (word, e) in [("WHERE", &s.filter), ("HAVING", &s.having), ("LIMIT", &s.limit), ("OFFSET", &s.offset)] {
        if let Some(e) = e {
            let _ = write!(text, " {word} {}", expression(e));
        }
    }
    for (word, items) in [("GROUP BY", &s.group_by), ("ORDER BY", &s.order_by)] {
        if !items.is_empty() {
            let _ = write!(text, " {word} {}", list(items));
        }
    }
    text + flag(" FOR UPDATE", s.for_update)
}

pub(super) fn statement(statement: &Statement) -> String {
    let tail = |filter: &Option<Expression>, returning: &[Expression]| {
        filter.as_ref().map(|e| format!(" WHERE {}", expression(e))).unwrap_or_default()
            + &if returning.is_empty() { String::new() } else { format!(" RETURNING {}", list(returning)) }
    };
    match statement {
        Statement::Text(clause) => expression(&Expression::Text(clause.clone())),
        Statement::Query(made) => query(made),
        Statement::Insert(insert) => {
            let source = match &insert.source {
                InsertSource::Parameters => {
                    format!("parameters of {:?}", insert.table_columns.iter().map(|(name, _)| name).collect::<Vec<_>>())
                }
                InsertSource::Values(columns, rows) => {
                    format!(
                        "{columns:?} VALUES {}",
                        rows.iter().map(|r| format!("({})", list(r))).collect::<Vec<_>>().join(", ")
                    )
                }
                InsertSource::Query(columns, made) => format!("{columns:?} {}", query(made)),
                InsertSource::Defaults => "defaults".into(),
            };
            let upsert = insert.upsert.as_ref().map(|upsert| format!(" {upsert:?}")).unwrap_or_default();
            format!("INSERT {} {source}{upsert}{}", table_name(&insert.table), tail(&None, &insert.returning))
        }
        Statement::Update(update) => {
            let set: Vec<_> = update.values.iter().map(|(n, e)| format!("{n}={}", expression(e))).collect();
            format!(
                "UPDATE {} SET {}{}",
                table_name(&update.table),
                set.join(", "),
                tail(&update.filter, &update.returning)
            )
        }
        Statement::Delete(delete) => {
            format!("DELETE {}{}", table_name(&delete.table), tail(&delete.filter, &delete.returning))
        }
        Statement::Definition(made) => format!("{made:?}"),
    }
}
