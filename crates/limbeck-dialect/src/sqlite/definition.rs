//! What a `CREATE TABLE` statement says, piece by piece.
//!
//! Pieces keep their text, so that a table can be written again with everything that nobody asked to change, also what has
//! no place in the schema model: `ON CONFLICT`, `COLLATE`, a descending key, comments inside expressions.

use super::quote::quote;
use super::tokens::{Token, tokens};

/// A table's definition.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Definition {
    pub(super) columns: Vec<ColumnDefinition>,
    pub(super) constraints: Vec<Clause>,
    pub(super) without_rowid: bool,
    pub(super) strict: bool,
}

/// A column: its name, its type as written, and what follows.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct ColumnDefinition {
    pub(super) name: String,
    pub(super) sql_type: String,
    pub(super) clauses: Vec<Clause>,
}

/// A constraint of a column or a table, or another clause of a column.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Clause {
    /// `CONSTRAINT name`
    pub(super) name: Option<String>,
    pub(super) kind: ClauseKind,
    /// Its text, without `CONSTRAINT name`.
    pub(super) text: String,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) enum ClauseKind {
    /// Columns are empty on a column. `descending` is said of a column's own key.
    PrimaryKey {
        columns: Vec<String>,
        autoincrement: bool,
        descending: bool,
    },
    NotNull,
    Null,
    /// Columns are empty on a column.
    Unique {
        columns: Vec<String>,
    },
    Check {
        condition: String,
    },
    /// Columns are empty on a column; referred columns where none are named.
    ForeignKey {
        columns: Vec<String>,
        table: String,
        referred: Vec<String>,
        actions: Vec<(String, String)>,
    },
    Default {
        value: String,
    },
    Collate {
        collation: String,
    },
    Generated {
        expression: String,
        stored: bool,
    },
}

impl Clause {
    /// A clause without a name.
    pub(super) fn new(kind: ClauseKind, text: impl Into<String>) -> Self {
        Clause { name: None, kind, text: text.into() }
    }

    /// The whole clause as text.
    pub(super) fn written(&self) -> String {
        match &self.name {
            Some(name) => format!("CONSTRAINT {} {}", quote(name), self.text),
            None => self.text.clone(),
        }
    }

    /// The word after ON CONFLICT.
    pub(super) fn conflict(&self) -> Option<String> {
        let all = tokens(&self.text);
        let at = all.windows(2).position(|w| w[0].is("ON") && w[1].is("CONFLICT"))?;
        all.get(at + 2).map(|t| t.text.to_ascii_uppercase())
    }
}

impl ColumnDefinition {
    pub(super) fn written(&self) -> String {
        let mut out = quote(&self.name);
        if !self.sql_type.is_empty() {
            out.push_str(&format!(" {}", self.sql_type));
        }
        for clause in &self.clauses {
            out.push_str(&format!(" {}", clause.written()));
        }
        out
    }

    pub(super) fn find(&self, wanted: impl Fn(&ClauseKind) -> bool) -> Option<&Clause> {
        self.clauses.iter().find(|c| wanted(&c.kind))
    }

    pub(super) fn is_generated(&self) -> bool {
        self.find(|k| matches!(k, ClauseKind::Generated { .. })).is_some()
    }
}

impl Definition {
    /// Reads a `CREATE TABLE` as SQLite keeps it.
    pub(super) fn parse(sql: &str) -> Result<Definition, String> {
        Reader { sql, tokens: tokens(sql), at: 0 }.table()
    }

    /// A `CREATE TABLE` that says the same of a table called `name`, which is quoted already.
    pub(super) fn written(&self, name: &str) -> String {
        let columns = self.columns.iter().map(ColumnDefinition::written);
        let lines: Vec<String> = columns.chain(self.constraints.iter().map(Clause::written)).collect();
        let mut words = Vec::new();
        if self.without_rowid {
            words.push("WITHOUT ROWID");
        }
        if self.strict {
            words.push("STRICT");
        }
        let suffix = if words.is_empty() { String::new() } else { format!("\n {}", words.join(",\n ")) };
        format!("CREATE TABLE {name} (\n    {}\n){suffix}", lines.join(", \n    "))
    }

    pub(super) fn column(&self, name: &str) -> Option<&ColumnDefinition> {
        self.columns.iter().find(|c| c.name.eq_ignore_ascii_case(name))
    }

    /// The columns of the primary key, wherever it is written.
    pub(super) fn key(&self) -> Vec<String> {
        let of_table = self.constraints.iter().find_map(|c| match &c.kind {
            ClauseKind::PrimaryKey { columns, .. } => Some(columns.clone()),
            _ => None,
        });
        of_table.unwrap_or_else(|| {
            let own = |c: &&ColumnDefinition| c.find(|k| matches!(k, ClauseKind::PrimaryKey { .. })).is_some();
            self.columns.iter().filter(own).map(|c| c.name.clone()).collect()
        })
    }

    /// The column that is the rowid under another name.
    pub(super) fn rowid_column(&self) -> Option<&ColumnDefinition> {
        let key = self.key();
        let [only] = key.as_slice() else { return None };
        let column = self.column(only)?;
        let quirk = column.find(|k| matches!(k, ClauseKind::PrimaryKey { descending: true, .. })).is_some();
        (!self.without_rowid && !quirk && column.sql_type.eq_ignore_ascii_case("INTEGER")).then_some(column)
    }

    pub(super) fn has_autoincrement(&self) -> bool {
        let counts = |c: &Clause| matches!(c.kind, ClauseKind::PrimaryKey { autoincrement: true, .. });
        self.columns.iter().any(|c| c.clauses.iter().any(counts)) || self.constraints.iter().any(counts)
    }
}

struct Reader<'a> {
    sql: &'a str,
    tokens: Vec<Token<'a>>,
    at: usize,
}

/// Words that end a column's type.
const CLAUSES: [&str; 11] =
    ["CONSTRAINT", "PRIMARY", "NOT", "NULL", "UNIQUE", "CHECK", "DEFAULT", "COLLATE", "REFERENCES", "GENERATED", "AS"];

impl<'a> Reader<'a> {
    fn peek(&self, word: &str) -> bool {
        self.tokens.get(self.at).is_some_and(|t| t.is(word))
    }

    fn take(&mut self, word: &str) -> bool {
        let found = self.peek(word);
        self.at += usize::from(found);
        found
    }

    fn need(&mut self, word: &str) -> Result<(), String> {
        if self.take(word) { Ok(()) } else { Err(self.unexpected(word)) }
    }

    fn unexpected(&self, wanted: &str) -> String {
        match self.tokens.get(self.at) {
            Some(token) => format!("\"{}\" stands where {wanted} is expected", token.text),
            None => format!("it ends where {wanted} is expected"),
        }
    }

    fn name(&mut self) -> Result<String, String> {
        let name = self.tokens.get(self.at).and_then(Token::name).ok_or_else(|| self.unexpected("a name"))?;
        self.at += 1;
        Ok(name)
    }

    /// The text from the token at `from` to the one before the current.
    fn since(&self, from: usize) -> &'a str {
        if from >= self.at {
            return "";
        }
        &self.sql[self.tokens[from].start..self.tokens[self.at - 1].end()]
    }

    /// What stands in parentheses, without them.
    fn parenthesised(&mut self) -> Result<&'a str, String> {
        let open = self.at;
        self.need("(")?;
        let mut depth = 1;
        while depth > 0 {
            let token = self.tokens.get(self.at).ok_or_else(|| self.unexpected(")"))?;
            depth += i32::from(token.is("(")) - i32::from(token.is(")"));
            self.at += 1;
        }
        Ok(self.sql[self.tokens[open].end()..self.tokens[self.at - 1].start].trim())
    }

    /// Names in parentheses; what stands beside a name (COLLATE, DESC) is passed over.
    fn names(&mut self) -> Result<Vec<String>, String> {
        self.need("(")?;
        let mut names = vec![self.name()?];
        let mut depth = 0;
        loop {
            let token = *self.tokens.get(self.at).ok_or_else(|| self.unexpected(")"))?;
            self.at += 1;
            match token.text {
                "(" => depth += 1,
                ")" if depth == 0 => return Ok(names),
                ")" => depth -= 1,
                "," if depth == 0 => names.push(self.name()?),
                _ => {}
            }
        }
    }

    fn table(mut self) -> Result<Definition, String> {
        self.need("CREATE")?;
        let _ = self.take("TEMP") || self.take("TEMPORARY");
        if self.peek("VIRTUAL") {
            return Err("it is a virtual table".into());
        }
        self.need("TABLE")?;
        if self.take("IF") {
            self.need("NOT")?;
            self.need("EXISTS")?;
        }
        self.name()?;
        if self.take(".") {
            self.name()?;
        }
        self.need("(")?;
        let mut table = Definition::default();
        loop {
            if self.starts_constraint() {
                let clause = self.table_constraint()?;
                table.constraints.push(clause);
                // SQLite takes table constraints without commas between them.
                if self.take(",") || self.starts_constraint() {
                    continue;
                }
            } else {
                let column = self.column()?;
                table.columns.push(column);
                if self.take(",") {
                    continue;
                }
            }
            self.need(")")?;
            break;
        }
        while self.at < self.tokens.len() {
            if self.take("WITHOUT") {
                self.need("ROWID")?;
                table.without_rowid = true;
            } else if self.take("STRICT") {
                table.strict = true;
            } else if !self.take(",") && !self.take(";") {
                return Err(self.unexpected("the end"));
            }
        }
        Ok(table)
    }

    fn starts_constraint(&self) -> bool {
        let next_is = |word: &str| self.tokens.get(self.at + 1).is_some_and(|t| t.is(word));
        self.peek("CONSTRAINT")
            || self.peek("CHECK") && next_is("(")
            || self.peek("UNIQUE") && next_is("(")
            || self.peek("PRIMARY") && next_is("KEY")
            || self.peek("FOREIGN") && next_is("KEY")
    }

    fn column(&mut self) -> Result<ColumnDefinition, String> {
        let name = self.name()?;
        let from = self.at;
        while let Some(token) = self.tokens.get(self.at) {
            if token.is("(") {
                self.parenthesised()?;
                break;
            }
            if token.is(",") || token.is(")") || CLAUSES.iter().any(|w| token.is(w)) {
                break;
            }
            self.at += 1;
        }
        let sql_type = self.since(from).to_owned();
        let mut clauses = Vec::new();
        while !self.peek(",") && !self.peek(")") {
            if self.at >= self.tokens.len() {
                return Err(self.unexpected(")"));
            }
            clauses.push(self.column_clause()?);
        }
        Ok(ColumnDefinition { name, sql_type, clauses })
    }

    fn column_clause(&mut self) -> Result<Clause, String> {
        let name = if self.take("CONSTRAINT") { Some(self.name()?) } else { None };
        let from = self.at;
        let kind = if self.take("PRIMARY") {
            self.need("KEY")?;
            let descending = self.take("DESC");
            let _ = self.take("ASC");
            self.conflict()?;
            ClauseKind::PrimaryKey { columns: vec![], autoincrement: self.take("AUTOINCREMENT"), descending }
        } else if self.take("NOT") {
            self.need("NULL")?;
            self.conflict()?;
            ClauseKind::NotNull
        } else if self.take("NULL") {
            self.conflict()?;
            ClauseKind::Null
        } else if self.take("UNIQUE") {
            self.conflict()?;
            ClauseKind::Unique { columns: vec![] }
        } else if self.peek("CHECK") {
            self.check()?
        } else if self.take("DEFAULT") {
            ClauseKind::Default { value: self.default_value()? }
        } else if self.take("COLLATE") {
            ClauseKind::Collate { collation: self.name()? }
        } else if self.peek("REFERENCES") {
            self.references(vec![])?
        } else if self.peek("GENERATED") || self.peek("AS") {
            if self.take("GENERATED") {
                self.need("ALWAYS")?;
            }
            self.need("AS")?;
            let expression = self.parenthesised()?.to_owned();
            let stored = self.take("STORED");
            let _ = self.take("VIRTUAL");
            ClauseKind::Generated { expression, stored }
        } else {
            return Err(self.unexpected("a constraint"));
        };
        Ok(Clause { name, kind, text: self.since(from).to_owned() })
    }

    fn table_constraint(&mut self) -> Result<Clause, String> {
        let name = if self.take("CONSTRAINT") { Some(self.name()?) } else { None };
        let from = self.at;
        let kind = if self.take("PRIMARY") {
            self.need("KEY")?;
            let open = self.at;
            let columns = self.names()?;
            let autoincrement = self.tokens[open..self.at].iter().any(|t| t.is("AUTOINCREMENT"));
            self.conflict()?;
            ClauseKind::PrimaryKey { columns, autoincrement, descending: false }
        } else if self.take("UNIQUE") {
            let columns = self.names()?;
            self.conflict()?;
            ClauseKind::Unique { columns }
        } else if self.peek("CHECK") {
            self.check()?
        } else if self.take("FOREIGN") {
            self.need("KEY")?;
            let columns = self.names()?;
            self.references(columns)?
        } else {
            return Err(self.unexpected("a constraint"));
        };
        Ok(Clause { name, kind, text: self.since(from).to_owned() })
    }

    fn check(&mut self) -> Result<ClauseKind, String> {
        self.need("CHECK")?;
        let condition = self.parenthesised()?.to_owned();
        self.conflict()?;
        Ok(ClauseKind::Check { condition })
    }

    fn conflict(&mut self) -> Result<(), String> {
        // DEFERRABLE is read and forgotten by SQLite after anything but a foreign key.
        self.deferral(&mut Vec::new())?;
        if self.take("ON") {
            self.need("CONFLICT")?;
            self.name()?;
        }
        Ok(())
    }

    fn deferral(&mut self, actions: &mut Vec<(String, String)>) -> Result<(), String> {
        loop {
            let not = self.peek("NOT") && self.tokens.get(self.at + 1).is_some_and(|t| t.is("DEFERRABLE"));
            if not || self.peek("DEFERRABLE") {
                self.at += 1 + usize::from(not);
                actions.push(("DEFERRABLE".into(), if not { "NOT".into() } else { String::new() }));
            } else if self.take("INITIALLY") {
                actions.push(("INITIALLY".into(), self.name()?.to_ascii_uppercase()));
            } else {
                return Ok(());
            }
        }
    }

    fn references(&mut self, columns: Vec<String>) -> Result<ClauseKind, String> {
        self.need("REFERENCES")?;
        let table = self.name()?;
        let referred = if self.peek("(") { self.names()? } else { vec![] };
        let mut actions = Vec::new();
        loop {
            if self.take("ON") {
                let event = self.name()?.to_ascii_uppercase();
                let first = self.name()?.to_ascii_uppercase();
                let second =
                    if first == "SET" || first == "NO" { self.name()?.to_ascii_uppercase() } else { String::new() };
                actions.push((event, format!("{first} {second}").trim().to_owned()));
            } else if self.take("MATCH") {
                actions.push(("MATCH".into(), self.name()?));
            } else {
                break;
            }
        }
        self.deferral(&mut actions)?;
        Ok(ClauseKind::ForeignKey { columns, table, referred, actions })
    }

    fn default_value(&mut self) -> Result<String, String> {
        let from = self.at;
        if self.peek("(") {
            self.parenthesised()?;
            return Ok(self.since(from).to_owned());
        }
        let _ = self.take("+") || self.take("-");
        if self.at >= self.tokens.len() {
            return Err(self.unexpected("a value"));
        }
        self.at += 1;
        Ok(self.since(from).to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_that_sqlite_takes_is_read_and_written_again() {
        let sql = "CREATE TABLE \"t\" (id INTEGER CONSTRAINT k PRIMARY KEY DESC ON CONFLICT ABORT, -- the key\n
            a VARCHAR(10, 2) COLLATE nocase NOT NULL ON CONFLICT FAIL DEFAULT 'x,)(' UNIQUE CHECK (a <> ')' /* ) */),
            [b c] DEFAULT (1 + (2)), d DEFAULT -1.5, e UNSIGNED BIG INT DEFAULT x'ff' NULL,
            f INT GENERATED ALWAYS AS (d * 2) STORED, g AS (f) VIRTUAL CONSTRAINT gc CHECK (g > 0),
            h REFERENCES o ON DELETE SET NULL ON UPDATE CASCADE MATCH full NOT DEFERRABLE INITIALLY IMMEDIATE,
            'check' TEXT, \"order\" int,
            CONSTRAINT uq UNIQUE (a COLLATE nocase, [b c] DESC) ON CONFLICT IGNORE
            CHECK (a > 'b' AND (d)), FOREIGN KEY (a, d) REFERENCES o (x, y) ON DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED
        ) STRICT, WITHOUT ROWID";
        let table = Definition::parse(sql).unwrap();
        let names: Vec<&str> = table.columns.iter().map(|c| c.name.as_str()).collect();
        assert_eq!(names, ["id", "a", "b c", "d", "e", "f", "g", "h", "check", "order"]);
        let types: Vec<&str> = table.columns.iter().map(|c| c.sql_type.as_str()).collect();
        assert_eq!(types, ["INTEGER", "VARCHAR(10, 2)", "", "", "UNSIGNED BIG INT", "INT", "", "", "TEXT", "int"]);
        assert!(table.strict && table.without_rowid);
        assert_eq!(table.constraints.len(), 3);
        assert_eq!(table.constraints[0].conflict().as_deref(), Some("IGNORE"));
        let again = Definition::parse(&table.written("t")).unwrap();
        assert_eq!(again, table);
        assert_eq!(table.columns[1].clauses.len(), 5);
        let ClauseKind::ForeignKey { actions, .. } = &table.columns[7].clauses[0].kind else { panic!() };
        assert_eq!(actions.len(), 5);
    }

    #[test]
    fn what_cannot_be_read_is_refused_without_a_panic() {
        let whole = "CREATE TABLE t (a INT DEFAULT (1), b REFERENCES o (x), CHECK (a > 0)) STRICT";
        for end in 0..whole.len() - 7 {
            assert!(Definition::parse(&whole[..end]).is_err(), "{}", &whole[..end]);
        }
        assert!(Definition::parse("CREATE VIRTUAL TABLE t USING fts5(a)").unwrap_err().contains("virtual"));
    }
}
