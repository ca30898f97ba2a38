//! Enum types and domains, which have a name: made before the first column that needs them, dropped after the last, changed in place.
//!
//! They are not compared by themselves: what the tables' differences need decides. A type that no compared column uses is somebody else's.

use std::collections::{BTreeMap, BTreeSet};

use super::compare::{Comparison, Rules};
use super::describe::{names_repr, python_repr};
use super::{Difference, Domain, Remark};
use crate::schema::{Constraint, OptionValue, ServerDefault, SqlType, Table, TableName};

/// A type that has a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedType {
    /// Its name, with a schema where the model says one
    pub name: TableName,
    /// What it is
    pub kind: TypeKind,
}

/// What a type is that has a name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum TypeKind {
    /// An enum type: its values in order
    Enum(Vec<String>),
    /// A domain
    Domain(Domain),
}

impl TypeKind {
    /// `enum` or `domain`
    pub fn word(&self) -> &'static str {
        match self {
            TypeKind::Enum(_) => "enum",
            TypeKind::Domain(_) => "domain",
        }
    }
}

/// A column of such a type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypeUser {
    /// Its table
    pub table: TableName,
    /// Its name
    pub column: String,
    /// It is an array of such values.
    pub is_array: bool,
    /// Its default before, as SQL
    pub from: Option<String>,
    /// Its default after, as SQL
    pub to: Option<String>,
}

/// An enum type gets other values.
#[derive(Debug, Clone, PartialEq)]
pub struct EnumChange {
    /// A table that uses it
    pub table: TableName,
    /// The type
    pub name: TableName,
    /// The database's values
    pub from: Vec<String>,
    /// The model's values
    pub to: Vec<String>,
    /// The columns that use it, also those of tables that are not compared
    pub users: Vec<TypeUser>,
    /// What says values of the type and stands in the way of replacing it: indexes and constraints of the database, as what drops them
    pub around: Vec<Difference>,
    /// Values must be added in a transaction of their own: the server cannot do it otherwise, or the same script uses them.
    pub apart: bool,
}

impl EnumChange {
    pub(super) fn reversed(self) -> Self {
        let back = |user: TypeUser| TypeUser { from: user.to, to: user.from, ..user };
        EnumChange {
            from: self.to,
            to: self.from,
            users: self.users.into_iter().map(back).collect(),
            table: self.table,
            name: self.name,
            around: self.around,
            apart: self.apart,
        }
    }

    /// Whether values are added, and nothing else changes.
    pub fn only_adds(&self) -> bool {
        let mut to = self.to.iter();
        self.from.iter().all(|value| to.any(|other| other == value))
    }
}

/// What the differences do with such types.
#[derive(Default)]
struct Uses {
    /// Types of new tables
    of_tables: Vec<(TableName, NamedType)>,
    /// Types of new columns and of columns whose type changes
    of_columns: Vec<(TableName, NamedType)>,
    /// Types of tables that go
    released_by_tables: Vec<(TableName, NamedType)>,
    /// Types of columns that go or change
    released_by_columns: Vec<(TableName, NamedType)>,
    /// The columns that go or change
    gone: BTreeSet<(TableName, String)>,
}

impl Uses {
    fn is_domain(&self, name: &TableName) -> bool {
        let of = |(_, found): &(TableName, NamedType)| found.name == *name && matches!(found.kind, TypeKind::Domain(_));
        self.of_tables.iter().any(of) || self.of_columns.iter().any(of)
    }
}

impl<R: Rules> Comparison<'_, R> {
    /// Adds what is to be done with types to the differences found.
    pub(super) fn named_types(&mut self, database: &[Table]) -> Result<(), R::Error> {
        if !self.rules.has_named_types() {
            return Ok(());
        }
        let uses = self.type_uses()?;
        let mut wanted: BTreeMap<TableName, (TableName, BTreeSet<TypeKind>)> = BTreeMap::new();
        let compared = std::mem::take(&mut self.compared_types);
        let mut of_models = Vec::new();
        for (table, sql_type) in compared {
            of_models.extend(self.rules.named_type(sql_type.element())?.map(|found| (table, found)));
        }
        for (table, found) in of_models.iter().chain(&uses.of_tables).chain(&uses.of_columns) {
            let entry = wanted.entry(found.name.clone()).or_insert_with(|| (table.clone(), BTreeSet::new()));
            entry.1.insert(found.kind.clone());
        }
        let mut first = Vec::new();
        for (name, (table, kinds)) in &wanted {
            let mut kinds = kinds.iter();
            let (Some(to), None) = (kinds.next(), kinds.next()) else {
                let why = "is not compared: columns give it different";
                let text = match uses.is_domain(name) {
                    true => format!("Domain {} {why} meanings", python_repr(&name.name)),
                    false => format!("Enum {} {why} values", python_repr(&name.name)),
                };
                self.rules.remark(Remark { warning: true, text });
                continue;
            };
            let named = NamedType { name: name.clone(), kind: to.clone() };
            let there = self.rules.existing_type(name)?;
            if there.is_some() {
                self.made_elsewhere(name);
            }
            match (there, to) {
                (Some(from), to) if from == *to => {}
                (Some(TypeKind::Enum(from)), TypeKind::Enum(to)) => {
                    first.push(self.enum_change(database, table, (name, to), from)?);
                }
                (Some(TypeKind::Domain(from)), TypeKind::Domain(to)) => {
                    first.extend(self.domain_change(table, name, &from, to)?);
                }
                (Some(from), to) => {
                    let name = python_repr(&name.name);
                    let text = format!(
                        "Type {name} is not compared: it is a {} in the database, not a {}",
                        from.word(),
                        to.word()
                    );
                    self.rules.remark(Remark { warning: true, text });
                }
                (None, _) => {
                    let by_column = uses.of_columns.iter().any(|(_, other)| other.name == *name);
                    let is_enum = matches!(to, TypeKind::Enum(_));
                    let with_table =
                        is_enum && !by_column && uses.of_tables.iter().any(|(_, other)| other.name == *name);
                    if !with_table {
                        self.made_elsewhere(name);
                    }
                    first.push(Difference::AddType { table: table.clone(), named, with_table });
                }
            }
        }
        let dropped = self.dropped_types(&uses, &wanted)?;
        for difference in first.iter().filter(|difference| difference.counts()) {
            self.rules.found(difference);
        }
        self.differences.splice(0..0, first);
        self.differences.extend(dropped);
        Ok(())
    }

    fn type_uses(&self) -> Result<Uses, R::Error> {
        let mut uses = Uses::default();
        for difference in &self.differences {
            let of = |sql_type: &SqlType| self.rules.named_type(sql_type.element());
            match difference {
                Difference::AddTable(table) => {
                    for column in &table.columns {
                        uses.of_tables.extend(of(&column.sql_type)?.map(|found| (table.name.clone(), found)));
                    }
                }
                Difference::DropTable(table) => {
                    for column in &table.columns {
                        uses.released_by_tables.extend(of(&column.sql_type)?.map(|found| (table.name.clone(), found)));
                        uses.gone.insert((table.name.clone(), column.name.clone()));
                    }
                }
                Difference::AddColumn { table, column } => {
                    uses.of_columns.extend(of(&column.sql_type)?.map(|found| (table.clone(), found)));
                }
                Difference::DropColumn { table, column } => {
                    uses.released_by_columns.extend(of(&column.sql_type)?.map(|found| (table.clone(), found)));
                    uses.gone.insert((table.clone(), column.name.clone()));
                }
                Difference::ChangeType { table, column, sql_type, .. } => {
                    uses.of_columns.extend(of(sql_type)?.map(|found| (table.clone(), found)));
                    uses.released_by_columns.extend(of(&column.sql_type)?.map(|found| (table.clone(), found)));
                    uses.gone.insert((table.clone(), column.name.clone()));
                }
                _ => {}
            }
        }
        Ok(uses)
    }

    /// Types that nothing uses any more, neither in the models nor anywhere in the database.
    fn dropped_types<V>(&mut self, uses: &Uses, wanted: &BTreeMap<TableName, V>) -> Result<Vec<Difference>, R::Error> {
        let mut dropped: Vec<Difference> = Vec::new();
        let mut seen = BTreeSet::new();
        for (table, released) in uses.released_by_columns.iter().chain(&uses.released_by_tables) {
            if !seen.insert(released.name.clone()) {
                continue;
            }
            let users = self.rules.type_users(&released.name)?;
            let stays = users.iter().any(|user| !uses.gone.contains(&(user.table.clone(), user.column.clone())));
            if stays || wanted.contains_key(&released.name) {
                self.made_elsewhere(&released.name);
                continue;
            }
            // A domain's whole definition is more than a column's type says.
            let kind = self.rules.existing_type(&released.name)?.unwrap_or_else(|| released.kind.clone());
            let by_column = uses.released_by_columns.iter().any(|(_, other)| other.name == released.name);
            let with_table = !by_column && matches!(kind, TypeKind::Enum(_));
            if !with_table {
                self.made_elsewhere(&released.name);
            }
            let named = NamedType { name: released.name.clone(), kind };
            dropped.push(Difference::DropType { table: table.clone(), named, with_table });
        }
        Ok(dropped)
    }

    /// The type is not to be made by CREATE TABLE.
    fn made_elsewhere(&mut self, name: &TableName) {
        let rules = self.rules;
        for difference in &mut self.differences {
            if let Difference::AddTable(table) | Difference::DropTable(table) = difference {
                for column in &mut table.columns {
                    if matches!(rules.named_type(column.sql_type.element()), Ok(Some(found)) if found.name == *name) {
                        not_made(&mut column.sql_type);
                    }
                }
            }
        }
    }

    fn enum_change(
        &mut self,
        database: &[Table],
        table: &TableName,
        (name, to): (&TableName, &[String]),
        from: Vec<String>,
    ) -> Result<Difference, R::Error> {
        let mut users = self.rules.type_users(name)?;
        for user in &mut users {
            let changes = |difference: &Difference| matches!(difference, Difference::ChangeDefault { table, column, .. } if *table == user.table && column.name == user.column);
            // The default goes with the type: between the two it would be a value that one of them does not have.
            if let Some(at) = self.differences.iter().position(changes)
                && let Difference::ChangeDefault { default, .. } = self.differences.remove(at)
            {
                user.to = default.map(|default| self.rules.default_sql(&default)).transpose()?;
            }
        }
        let added: Vec<String> =
            to.iter().filter(|value| !from.contains(value)).map(|value| format!("'{value}'")).collect();
        let apart = self.rules.adds_enum_values_apart()?
            || users.iter().any(|user| user.from != user.to)
            || self.mentions(name, &added)?;
        let (name, to) = (name.clone(), to.to_vec());
        if from.iter().collect::<BTreeSet<_>>() == to.iter().collect::<BTreeSet<_>>() {
            let text = format!(
                "Enum {} has its values in another order: {} in the database",
                python_repr(&name.name),
                names_repr(&from)
            );
            self.rules.remark(Remark { warning: false, text });
        }
        let around = self.around(database, &users, &name)?;
        Ok(Difference::ChangeEnum(Box::new(EnumChange { table: table.clone(), name, from, to, users, around, apart })))
    }

    /// The indexes and constraints whose expressions say values of the type.
    fn around(&self, database: &[Table], users: &[TypeUser], name: &TableName) -> Result<Vec<Difference>, R::Error> {
        let mut found = Vec::new();
        for table in database.iter().filter(|table| users.iter().any(|user| user.table == table.name)) {
            for constraint in &table.constraints {
                let says = match constraint {
                    Constraint::Check(check) => self.rules.expression_text(&check.condition)?.contains(&name.name),
                    Constraint::Exclude(exclude) => match &exclude.filter {
                        Some(filter) => self.rules.expression_text(filter)?.contains(&name.name),
                        None => false,
                    },
                    _ => false,
                };
                if says {
                    let (table, constraint) = (table.name.clone(), constraint.clone());
                    found.push(Difference::DropConstraint { table, constraint });
                }
            }
            for index in &table.indexes {
                let texts = self.rules.index_elements(index)?.unwrap_or_default();
                let options = self.rules.index_options(index)?;
                if texts.iter().any(|element| element.shown.contains(&format!("::{}", name.name)))
                    || options.iter().any(|(option, text)| option == "where" && text.contains(&name.name))
                {
                    found.push(Difference::DropIndex(index.clone()));
                }
            }
        }
        Ok(found)
    }

    /// Whether something that is added says one of these literals.
    fn mentions(&self, name: &TableName, literals: &[String]) -> Result<bool, R::Error> {
        let says = |text: &str| literals.iter().any(|literal| text.contains(literal.as_str()));
        for difference in &self.differences {
            let found = match difference {
                Difference::AddColumn { column, .. } => match &column.server_default {
                    Some(ServerDefault::Literal(text)) => {
                        matches!(self.rules.named_type(column.sql_type.element())?, Some(found) if found.name == *name)
                            && literals.contains(&format!("'{text}'"))
                    }
                    Some(ServerDefault::Expression(default)) => says(&self.rules.expression_text(default)?),
                    None => false,
                },
                Difference::AddConstraint { constraint: Constraint::Check(check), .. }
                | Difference::ChangeConstraint { to: Constraint::Check(check), .. } => {
                    says(&self.rules.expression_text(&check.condition)?)
                }
                Difference::AddIndex(index) | Difference::ChangeIndex { to: index, .. } => {
                    let filters = index.options.0.iter().filter_map(|option| match &option.value {
                        OptionValue::Expression(filter) => Some(filter),
                        _ => None,
                    });
                    let mut found = false;
                    for filter in filters {
                        found |= says(&self.rules.expression_text(filter)?);
                    }
                    found
                }
                Difference::AddTable(table) => table_mentions(table, &says),
                _ => false,
            };
            if found {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

fn table_mentions(table: &Table, says: &dyn Fn(&str) -> bool) -> bool {
    table.columns.iter().any(
        |column| matches!(&column.server_default, Some(ServerDefault::Literal(text)) if says(&format!("'{text}'"))),
    )
}

/// `create_type=False`
fn not_made(sql_type: &mut SqlType) {
    match sql_type {
        SqlType::Array { item, .. } => not_made(item),
        SqlType::Enum { create_type, .. } => *create_type = false,
        SqlType::Variant { base, variants } => {
            not_made(base);
            variants.iter_mut().for_each(|(_, variant)| not_made(variant));
        }
        SqlType::Dialect { dialect, name, arguments } if matches!(name.as_str(), "ENUM" | "DOMAIN") => {
            arguments.0.retain(|argument| argument.name != "create_type");
            arguments.0.push(crate::schema::DialectOption {
                dialect: dialect.clone(),
                name: "create_type".into(),
                value: OptionValue::Bool(false),
            });
        }
        _ => {}
    }
}
