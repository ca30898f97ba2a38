//! Text that every dialect writes the same way, with the places where they differ left to [`Style`].

pub(crate) mod argument;
pub(crate) mod bind_name;
pub(crate) mod change;
pub(crate) mod common_table;
pub(crate) mod ddl;
pub(crate) mod definition;
pub(crate) mod driver;
pub(crate) mod expression;
pub(crate) mod identifier;
pub(crate) mod insert;
pub(crate) mod kind;
pub(crate) mod literal;
pub(crate) mod query;
pub(crate) mod table;
pub(crate) mod text_clause;
pub(crate) mod upsert;
pub(crate) mod value;

use limbeck_core::expression::{BinaryOperator, Literal, SetOperator};
use limbeck_core::schema::{Column, ConstraintKind, Deferral, DialectOptions, ExcludeConstraint, Name, SqlType, Table};

use crate::{Dialect, DialectError};

/// Where a value came from: it decides what an unknown type means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Origin {
    /// Written into an expression: SQLAlchemy gives it the type of the value.
    Expression,
    /// Handed over with the execution: the driver takes it as it is.
    Execution,
}

/// The tables after the USING of a DELETE.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Using {
    /// All of them
    All,
    /// All but the one that rows are deleted from
    Others,
}

/// What an INSERT can say of a row that is there already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Conflicts {
    /// `ON CONFLICT`
    OnConflict,
    /// `ON CONFLICT`, also with the name of a constraint
    OnConflictOrConstraint,
    /// `ON DUPLICATE KEY UPDATE`
    DuplicateKey,
}

/// What a dialect writes in its own way.
pub(crate) trait Style: Dialect {
    /// The placeholder of a bound value, by the name that SQLAlchemy gives it.
    fn placeholder(&self, name: &str) -> String;

    /// A value as it goes into the text that is sent, where values are bound on the client; `None` where the driver binds them.
    fn client_text(
        &self,
        _value: &Literal,
        _sql_type: Option<&SqlType>,
        _origin: Origin,
    ) -> Option<Result<String, DialectError>> {
        None
    }

    /// A value as the driver is to get it.
    fn bound(&self, value: &Literal, sql_type: Option<&SqlType>, origin: Origin) -> Result<Literal, DialectError>;

    /// Whether values are bound on the client.
    fn client_binds(&self) -> bool {
        false
    }

    /// A value as text.
    fn inline(&self, value: &Literal, sql_type: Option<&SqlType>) -> Result<String, DialectError>;

    /// `true` or `1`.
    fn boolean(&self, value: bool) -> &'static str;

    /// Whether a boolean stands as a condition by itself (`WHERE active`), or has to be compared (`WHERE active = 1`).
    fn native_boolean(&self) -> bool;

    /// Whether an enum is a type of the database.
    fn native_enum(&self) -> bool;

    /// The column whose PRIMARY KEY is written with the column, not as a constraint of the table.
    fn inline_primary_key<'t>(&self, table: &'t Table) -> Option<&'t str>;

    /// A function that is written in another way than `name(arguments)`.
    fn function(&self, name: &str, arguments: &[String]) -> Option<String>;

    /// An operator that is written in another way; the sides come in the parentheses they need, the right one with its type.
    fn binary(
        &self,
        operator: &BinaryOperator,
        left: &str,
        right: &str,
        right_type: Option<&SqlType>,
    ) -> Option<Result<String, DialectError>>;

    /// What stands in place of the members of an IN (`Some(false)`) or NOT IN that has none, or of an empty list in text (`None`).
    fn empty_set(&self, width: usize, negated: Option<bool>) -> String;

    /// `LIMIT` and `OFFSET` with what stands before them. The number that stands for "none" is written by `number`.
    fn limit(
        &self,
        limit: Option<&mut dyn FnMut() -> Result<String, DialectError>>,
        offset: Option<&mut dyn FnMut() -> Result<String, DialectError>>,
        number: &mut dyn FnMut(i64) -> Result<String, DialectError>,
    ) -> Result<String, DialectError>;

    /// ` FOR UPDATE`, where there is such a thing.
    fn for_update(&self) -> &'static str;

    /// Whether the further tables of an UPDATE stand beside its own (`UPDATE a, b SET a.x=b.y`), not after FROM.
    fn updates_tables_together(&self) -> bool {
        false
    }

    /// What an INSERT can say of a row that is there already.
    fn conflicts(&self) -> Conflicts;

    /// Whether the WITH of an INSERT stands before its SELECT, not before all.
    fn common_tables_follow_insert(&self) -> bool {
        false
    }

    /// Whether a query in parentheses may be part of a UNION.
    fn groups_queries(&self) -> bool {
        true
    }

    /// Whether `DISTINCT ON` is understood.
    fn has_distinct_on(&self) -> bool {
        false
    }

    /// Whether queries can be put together so.
    fn has_set_operator(&self, _operator: SetOperator) -> bool {
        true
    }

    /// Whether rows come back from an INSERT or DELETE, or, with `update`, from an UPDATE.
    fn returns_rows(&self, _update: bool) -> bool {
        true
    }

    /// Whether there are sequences.
    fn has_sequences(&self) -> bool {
        false
    }

    /// Whether a sequence says of which type its values are.
    fn types_sequences(&self) -> bool {
        false
    }

    /// The options of a sequence in the database's own words.
    fn sequence_options(&self, text: String) -> String {
        text
    }

    /// The next value of the sequence of that name.
    fn next_value(&self, sequence: &str) -> String {
        format!("nextval({sequence})")
    }

    /// Whether schemas can be made and dropped, and whether all they hold is dropped only by CASCADE.
    fn makes_schemas(&self) -> (bool, bool) {
        (true, true)
    }

    /// What an INSERT without values says.
    fn empty_insert(&self) -> &'static str {
        "DEFAULT VALUES"
    }

    /// A text in quotes.
    fn string(&self, text: &str) -> String {
        literal::string(text)
    }

    /// A constant as a condition by itself, where booleans have to be compared.
    fn constant_condition(&self, value: bool) -> &'static str {
        if value { "1 = 1" } else { "0 = 1" }
    }

    /// What stands between a table and the one joined to it.
    fn join_word(&self) -> &'static str {
        "JOIN"
    }

    /// ` FROM DUAL`, where a SELECT with a condition has to name a table.
    fn no_table(&self) -> &'static str {
        ""
    }

    /// A chain of concatenations, where that is no operator.
    fn concatenation(&self, _parts: &[String]) -> Option<String> {
        None
    }

    /// `CAST(... AS type)`; `None` where there is no cast to that type, and SQLAlchemy leaves it out.
    fn cast(&self, operand: &str, sql_type: &SqlType) -> Result<Option<String>, DialectError> {
        Ok(Some(format!("CAST({operand} AS {})", self.type_text(sql_type)?)))
    }

    /// What a foreign key says after MATCH.
    fn match_clause(&self, text: &str) -> Result<String, DialectError> {
        Ok(format!(" MATCH {}", table::phrase(text)?))
    }

    /// ` DEFERRABLE INITIALLY DEFERRED` of a constraint of that kind.
    fn deferral(&self, deferral: &Deferral, _kind: ConstraintKind) -> Result<String, DialectError> {
        table::deferral(deferral)
    }

    /// An identifier in quotes.
    fn quoted(&self, identifier: &str) -> String {
        identifier::quoted(identifier, '"')
    }

    /// A column's name: `quote=True/False` decides before the dialect's rule does.
    fn column_name(&self, column: &Column) -> String {
        match column.quote {
            Some(true) => self.quoted(&column.name),
            Some(false) => column.name.clone(),
            None => self.quote(&column.name),
        }
    }

    /// Whether CREATE TABLE leaves out the foreign keys that say `use_alter=True`, for an ALTER TABLE later on.
    fn leaves_out_use_alter(&self) -> bool {
        false
    }

    /// Which tables a DELETE names after USING; `None`: it has no such thing.
    fn delete_using(&self) -> Option<Using> {
        None
    }

    /// What a key has before its columns (`NULLS NOT DISTINCT `) and after them (` INCLUDE (b)`).
    fn key_details(&self, _options: &DialectOptions) -> Result<(String, String), DialectError> {
        Ok(Default::default())
    }

    /// ` NOT VALID`, when a CHECK or FOREIGN KEY says so.
    fn not_valid(&self, _options: &DialectOptions) -> &'static str {
        ""
    }

    /// `EXCLUDE ...`, where there is such a constraint.
    fn exclude(&self, _constraint: &ExcludeConstraint) -> Result<String, DialectError> {
        Err(DialectError::unsupported("an EXCLUDE constraint", "only PostgreSQL has it"))
    }

    /// What follows ON DELETE.
    fn delete_action(&self, text: &str) -> Result<String, DialectError> {
        table::phrase(text).map(str::to_owned)
    }

    /// The name of a constraint or index as text.
    fn constraint_name(&self, name: &Name) -> Result<String, DialectError> {
        identifier::constraint_name(self, name)
    }

    /// What follows a constraint: ` ON CONFLICT IGNORE`, when `options` have one under that name.
    fn constraint_suffix(&self, _options: &DialectOptions, _name: &str) -> Result<String, DialectError> {
        Ok(String::new())
    }

    /// What follows the closing parenthesis of CREATE TABLE.
    fn table_suffix(&self, table: &Table) -> Result<String, DialectError>;

    /// The table of a REFERENCES clause.
    fn referred_table(&self, table: &limbeck_core::schema::TableName) -> String {
        self.quote_table(table)
    }

    /// Whether a foreign key from `table` to `referred` can be said at all.
    fn can_refer(&self, _table: &limbeck_core::schema::TableName, _referred: &limbeck_core::schema::TableName) -> bool {
        true
    }
}

/// What stands in place of the members of an IN or NOT IN that has none, where a row of NULLs does.
pub(crate) fn no_members(width: usize, negated: bool) -> String {
    let nulls = match width {
        0 | 1 => "NULL".to_owned(),
        _ => format!("({})", vec!["NULL"; width].join(", ")),
    };
    // The parenthesis that is open closes after the second half.
    if negated { format!("{nulls}) OR (1 = 1") } else { format!("{nulls}) AND (1 != 1") }
}
