//! Steps of a revision, as the directives that do them.

use limbeck_core::autogenerate::{Difference, python_repr};
use limbeck_core::expression::Definition;
use limbeck_core::operation::{AlterColumn, Change, ColumnDefault};
use limbeck_core::schema::{
    CheckConstraint, Column, Constraint, ForeignKey, Index, Name, Sequence, TableName, UniqueConstraint,
};

use super::schema::sequence;
use super::{Named, STEP, Trees, call, given, name, texts, types};
use crate::directive::Value;
use crate::rendering::{Action, Step};

fn step(directive: &str, args: Vec<Value>, kwargs: Named) -> Value {
    call(&format!("{STEP}{directive}"), args, kwargs)
}

fn schema(table: &TableName) -> Named {
    given("schema", table.schema.as_ref().map(Value::str)).collect()
}

impl Trees<'_> {
    /// The call that does a step: `alembic.ops.add_column("t", sa.Column(...))`. What takes something away has what would bring it back in
    /// `_reverse`.
    pub fn step(self, one: &Step) -> Value {
        let Value::Call(mut made) = self.action(&one.action) else { return Value::None };
        let makes = ["create_", "add_"].iter().any(|start| made.name[STEP.len()..].starts_with(start));
        let flag = if makes { "if_not_exists" } else { "if_exists" };
        made.kwargs.extend(given(flag, one.exists.map(Value::Bool)));
        Value::Call(made)
    }

    fn action(self, action: &Action) -> Value {
        match action {
            Action::Difference(difference) => self.difference(difference),
            Action::Alter(alter) => self.alter(alter),
            Action::CreateConstraint { table, constraint } => self.constraint_step(table, constraint),
            Action::DropConstraint { table, name, kind, was } => {
                let back = was.as_ref().map(|was| self.constraint_step(table, was));
                drop_constraint(table, name.as_ref(), kind.as_deref(), back)
            }
            Action::RenameTable { table, new_name } => {
                step("rename_table", vec![Value::str(&table.name), Value::str(new_name)], schema(table))
            }
            Action::Define(definition) => step("execute", vec![definition_tree(definition)], Vec::new()),
            Action::Execute(sql) => step("execute", vec![Value::str(sql)], Vec::new()),
            Action::Apart(statements) => {
                let executed = |sql: &String| format!("    op.execute({})", python_repr(sql));
                let inside: Vec<String> = statements.iter().map(executed).collect();
                let block = format!("with op.get_context().autocommit_block():\n{}", inside.join("\n"));
                step("code", vec![texts(&[block])], Vec::new())
            }
            Action::Code(lines) => step("code", vec![texts(lines)], Vec::new()),
        }
    }

    fn difference(self, difference: &Difference) -> Value {
        match difference {
            Difference::AddTable(table) => {
                let mut args = vec![Value::str(&table.name.name)];
                args.extend(self.items(table));
                step("create_table", args, self.table_options(table))
            }
            Difference::DropTable(table) => {
                let mut kwargs = schema(&table.name);
                kwargs.push(("_reverse".into(), self.difference(&Difference::AddTable(table.clone()))));
                step("drop_table", vec![Value::str(&table.name.name)], kwargs)
            }
            Difference::AddColumn { table, column } => self.add_column(table, column),
            Difference::DropColumn { table, column } => {
                let mut kwargs = schema(table);
                kwargs.push(("_reverse".into(), self.add_column(table, column)));
                step("drop_column", vec![Value::str(&table.name), Value::str(&column.name)], kwargs)
            }
            Difference::ChangeTableComment { table, from, to } => {
                let mut kwargs: Named = given("existing_comment", from.as_ref().map(Value::str)).collect();
                kwargs.extend(schema(table));
                match to {
                    Some(comment) => {
                        step("create_table_comment", vec![Value::str(&table.name), Value::str(comment)], kwargs)
                    }
                    None => step("drop_table_comment", vec![Value::str(&table.name)], kwargs),
                }
            }
            Difference::AddIndex(index) => self.create_index(index),
            Difference::DropIndex(index) => {
                let mut kwargs = schema(&index.table);
                kwargs.extend(self.options(&index.options));
                kwargs.push(("_reverse".into(), self.create_index(index)));
                step("drop_index", vec![name(index.name.as_ref()), Value::str(&index.table.name)], kwargs)
            }
            Difference::AddUnique { table, constraint } => self.unique(table, constraint),
            Difference::DropUnique { table, constraint } => {
                let back = self.unique(table, constraint);
                drop_constraint(table, constraint.name.as_ref(), Some("unique"), Some(back))
            }
            Difference::AddForeignKey { table, key } => self.foreign_key(table, key),
            Difference::DropForeignKey { table, key } => {
                let back = self.foreign_key(table, key);
                drop_constraint(table, key.name.as_ref(), Some("foreignkey"), Some(back))
            }
            // Never a step.
            Difference::ChangeIndex { .. }
            | Difference::ChangeUnique { .. }
            | Difference::AddConstraint { .. }
            | Difference::DropConstraint { .. }
            | Difference::ChangeConstraint { .. }
            | Difference::ChangeComputed { .. }
            | Difference::CannotChange { .. }
            | Difference::ChangeTableOption { .. }
            | Difference::AddType { .. }
            | Difference::DropType { .. }
            | Difference::ChangeEnum(_)
            | Difference::ChangeDomain(_)
            | Difference::AddSequence(_)
            | Difference::DropSequence(_)
            | Difference::ChangeSequence { .. }
            | Difference::ChangeNullable { .. }
            | Difference::ChangeType { .. }
            | Difference::ChangeDefault { .. }
            | Difference::ChangeIdentity { .. }
            | Difference::ChangeComment { .. } => Value::None,
        }
    }

    fn add_column(self, table: &TableName, column: &Column) -> Value {
        step("add_column", vec![Value::str(&table.name), self.column(column)], schema(table))
    }

    fn create_index(self, index: &Index) -> Value {
        let elements = index.elements.iter().map(|element| self.element(element)).collect();
        let mut kwargs = schema(&index.table);
        kwargs.push(("unique".into(), Value::Bool(index.unique)));
        kwargs.extend(self.options(&index.options));
        step(
            "create_index",
            vec![name(index.name.as_ref()), Value::str(&index.table.name), Value::List(elements)],
            kwargs,
        )
    }

    fn unique(self, table: &TableName, unique: &UniqueConstraint) -> Value {
        let mut kwargs = schema(table);
        kwargs.extend(super::schema::deferral(&unique.deferral));
        kwargs.extend(self.options(&unique.options));
        let args = vec![name(unique.name.as_ref()), Value::str(&table.name), texts(&unique.columns)];
        step("create_unique_constraint", args, kwargs)
    }

    fn constraint_step(self, table: &TableName, constraint: &Constraint) -> Value {
        match constraint {
            Constraint::Check(check) => self.check(table, check),
            Constraint::Unique(unique) => self.unique(table, unique),
            Constraint::ForeignKey(key) => self.foreign_key(table, key),
            Constraint::PrimaryKey(key) => {
                let args = vec![name(key.name.as_ref()), Value::str(&table.name), texts(&key.columns)];
                step("create_primary_key", args, schema(table))
            }
            Constraint::Exclude(exclude) => {
                let (elements, more) = self.exclude(exclude);
                let mut kwargs = schema(table);
                kwargs.extend(more);
                let mut args = vec![name(exclude.name.as_ref()), Value::str(&table.name)];
                args.extend(elements);
                step("create_exclude_constraint", args, kwargs)
            }
        }
    }

    fn check(self, table: &TableName, check: &CheckConstraint) -> Value {
        let mut kwargs = schema(table);
        kwargs.extend(super::schema::deferral(&check.deferral));
        kwargs.extend(self.options(&check.options));
        let args = vec![name(check.name.as_ref()), Value::str(&table.name), self.expression(&check.condition)];
        step("create_check_constraint", args, kwargs)
    }

    fn foreign_key(self, table: &TableName, key: &ForeignKey) -> Value {
        let mut kwargs: Named = given("source_schema", table.schema.as_ref().map(Value::str)).collect();
        kwargs.extend(given("referent_schema", key.referred_table.schema.as_ref().map(Value::str)));
        kwargs.extend(self.foreign_key_options(&key.options));
        let args = vec![
            name(key.name.as_ref()),
            Value::str(&table.name),
            Value::str(&key.referred_table.name),
            texts(&key.columns),
            texts(&key.referred_columns),
        ];
        step("create_foreign_key", args, kwargs)
    }

    fn alter(self, alter: &AlterColumn) -> Value {
        let mut kwargs = schema(&alter.table);
        kwargs.extend(given("existing_type", alter.existing_type.as_ref().map(types::tree)));
        kwargs.extend(given("existing_nullable", alter.existing_nullable.map(Value::Bool)));
        if let Change::Set(default) = &alter.existing_default
            && *default != ColumnDefault::None
        {
            kwargs.push(("existing_server_default".into(), self.default(default)));
        }
        kwargs.extend(given("existing_comment", alter.existing_comment.as_ref().map(Value::str)));
        kwargs.extend(given("nullable", alter.nullable.map(Value::Bool)));
        if let Change::Set(default) = &alter.default {
            kwargs.push(("server_default".into(), self.default(default)));
        }
        if let Change::Set(comment) = &alter.comment {
            kwargs.push(("comment".into(), comment.as_ref().map_or(Value::None, Value::str)));
        }
        kwargs.extend(given("new_column_name", alter.new_name.as_ref().map(Value::str)));
        kwargs.extend(given("type_", alter.sql_type.as_ref().map(types::tree)));
        kwargs.extend(given("autoincrement", alter.autoincrement.map(Value::Bool)));
        kwargs.extend(self.options(&alter.options));
        step("alter_column", vec![Value::str(&alter.table.name), Value::str(&alter.column)], kwargs)
    }
}

fn drop_constraint(table: &TableName, given_name: Option<&Name>, kind: Option<&str>, back: Option<Value>) -> Value {
    let mut kwargs = schema(table);
    kwargs.extend(given("type_", kind.map(Value::str)));
    kwargs.extend(given("_reverse", back));
    step("drop_constraint", vec![name(given_name), Value::str(&table.name)], kwargs)
}

/// `sa.schema.CreateSequence(sa.Sequence("s", start=5))`
fn definition_tree(definition: &Definition) -> Value {
    let flag = |name: &'static str, set: bool| given(name, set.then_some(Value::Bool(true)));
    match definition {
        Definition::CreateSequence { name, data_type, options, if_not_exists } => {
            let (data_type, options) = (data_type.clone(), options.clone());
            let sequence = sequence(&Sequence { data_type, options, ..Sequence::new(name.clone()) });
            call("sqlalchemy.CreateSequence", vec![sequence], flag("if_not_exists", *if_not_exists).collect())
        }
        Definition::DropSequence { name, if_exists } => {
            let sequence = sequence(&Sequence::new(name.clone()));
            call("sqlalchemy.DropSequence", vec![sequence], flag("if_exists", *if_exists).collect())
        }
        Definition::CreateSchema { name, if_not_exists } => {
            let flags = flag("if_not_exists", *if_not_exists).collect();
            call("sqlalchemy.CreateSchema", vec![Value::str(name)], flags)
        }
        Definition::DropSchema { name, if_exists, cascade } => {
            let flags = flag("cascade", *cascade).chain(flag("if_exists", *if_exists)).collect();
            call("sqlalchemy.DropSchema", vec![Value::str(name)], flags)
        }
    }
}
