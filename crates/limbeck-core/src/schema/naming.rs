//! Naming conventions: `MetaData(naming_convention={"fk": "fk_%(table_name)s_%(column_0_name)s"})`.
//!
//! The rules are SQLAlchemy's: a name made final by `op.f` stays; a missing name is made from the convention; a given name is
//! put into the convention when that asks for `%(constraint_name)s`, and stays as it is otherwise.

use std::fmt;
use std::rc::Rc;

use super::{Constraint, Index, Name, Table, TableName};

/// Templates by key (`ix`, `uq`, `ck`, `fk`, `pk`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamingConvention {
    templates: Vec<(String, String)>,
    /// Tokens of the project's own, by the numbers of their functions.
    tokens: Vec<(String, usize)>,
    maker: Option<TokenMaker>,
}

type MakeToken = dyn Fn(usize, &Subject<'_>) -> Result<String, String>;

/// Calls the function of a number about what a name is for; `Err` says why there is none.
#[derive(Clone)]
pub struct TokenMaker(Rc<MakeToken>);

impl TokenMaker {
    /// Calls `make`.
    pub fn new(make: impl Fn(usize, &Subject<'_>) -> Result<String, String> + 'static) -> Self {
        TokenMaker(Rc::new(make))
    }
}

impl fmt::Debug for TokenMaker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TokenMaker")
    }
}

impl PartialEq for TokenMaker {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Eq for TokenMaker {}

/// SQLAlchemy's own convention: only indexes get a name.
impl Default for NamingConvention {
    fn default() -> Self {
        NamingConvention::new(vec![("ix".into(), "ix_%(column_0_label)s".into())])
    }
}

/// Why a name cannot be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NamingError {
    /// The convention asks for a name that was not given.
    #[error("the naming convention \"{template}\" needs a name for this constraint, and none is given")]
    NameRequired {
        /// The template
        template: String,
    },
    /// A token that is not known here.
    #[error("the naming convention \"{template}\" uses %({token})s, which means nothing here")]
    UnknownToken {
        /// The template
        template: String,
        /// The token
        token: String,
    },
    /// A function of the project's own gave no text.
    #[error("the naming convention's function for %({token})s failed: {message}")]
    TokenFailed {
        /// The token
        token: String,
        /// Why
        message: String,
    },
}

/// What a template may speak of.
#[derive(Debug)]
pub struct Subject<'a> {
    /// `ix`, `uq`, `ck`, `fk` or `pk`
    pub kind: &'a str,
    /// Its table
    pub table: &'a TableName,
    /// Its columns
    pub columns: &'a [String],
    /// Of a foreign key: the table that it points at
    pub referred_table: Option<&'a TableName>,
    /// Of a foreign key: the columns that it points at
    pub referred_columns: &'a [String],
    /// The name that it was given
    pub given: Option<&'a str>,
}

impl NamingConvention {
    /// The convention that a MetaData was given. Templates replace the default ones key by key only in that a missing `ix` stays away.
    pub fn new(templates: Vec<(String, String)>) -> Self {
        NamingConvention { templates, tokens: Vec::new(), maker: None }
    }

    /// With tokens of the project's own, by the numbers of their functions.
    #[must_use]
    pub fn with_tokens(self, tokens: Vec<(String, usize)>) -> Self {
        NamingConvention { tokens, ..self }
    }

    /// With what calls those functions.
    #[must_use]
    pub fn with_maker(self, maker: TokenMaker) -> Self {
        let maker = if self.tokens.is_empty() { None } else { Some(maker) };
        NamingConvention { maker, ..self }
    }

    /// Whether it only names indexes the way SQLAlchemy does by itself.
    pub fn is_default(&self) -> bool {
        *self == NamingConvention::default()
    }

    /// The final name of a constraint, or `None` when it has none.
    pub fn constraint_name(&self, table: &TableName, constraint: &Constraint) -> Result<Option<String>, NamingError> {
        let none: &[String] = &[];
        let (key, columns, referred) = match constraint {
            Constraint::PrimaryKey(c) => ("pk", c.columns.as_slice(), None),
            Constraint::Unique(c) => ("uq", c.columns.as_slice(), None),
            Constraint::Check(_) => ("ck", none, None),
            // SQLAlchemy has no convention for these.
            Constraint::Exclude(_) => ("", none, None),
            Constraint::ForeignKey(c) => {
                ("fk", c.columns.as_slice(), Some((&c.referred_table, c.referred_columns.as_slice())))
            }
        };
        let subject = Subject {
            kind: key,
            table,
            columns,
            referred_table: referred.map(|r| r.0),
            referred_columns: referred.map_or(none, |r| r.1),
            given: constraint.name().map(|n| n.text.as_str()),
        };
        self.settle(constraint.name(), &subject)
    }

    /// The final name of an index, or `None` when it has none.
    pub fn index_name(&self, index: &Index) -> Result<Option<String>, NamingError> {
        let columns: Vec<String> = index
            .elements
            .iter()
            .filter_map(|e| match &e.expression {
                crate::expression::Expression::Column { name, .. } => Some(name.clone()),
                _ => None,
            })
            .collect();
        let subject = Subject {
            kind: "ix",
            table: &index.table,
            columns: &columns,
            referred_table: None,
            referred_columns: &[],
            given: index.name.as_ref().map(|n| n.text.as_str()),
        };
        self.settle(index.name.as_ref(), &subject)
    }

    /// Gives every constraint and index of `table` its final name.
    pub fn apply(&self, table: &mut Table) -> Result<(), NamingError> {
        let name = table.name.clone();
        for constraint in &mut table.constraints {
            let settled = self.constraint_name(&name, constraint)?.map(Name::finished);
            match constraint {
                Constraint::PrimaryKey(c) => c.name = settled,
                Constraint::Unique(c) => c.name = settled,
                Constraint::ForeignKey(c) => c.name = settled,
                Constraint::Check(c) => c.name = settled,
                Constraint::Exclude(c) => c.name = settled,
            }
        }
        for index in &mut table.indexes {
            index.name = self.index_name(index)?.map(Name::finished);
        }
        Ok(())
    }

    fn settle(&self, name: Option<&Name>, subject: &Subject<'_>) -> Result<Option<String>, NamingError> {
        let template = self.templates.iter().find(|(k, _)| k == subject.kind).map(|(_, t)| t.as_str());
        match (name, template) {
            (Some(name), _) if name.is_final => Ok(Some(name.text.clone())),
            (Some(name), Some(template)) if !template.contains("constraint_name") => Ok(Some(name.text.clone())),
            (_, Some(template)) => self.expand(template, subject).map(Some),
            (name, None) => Ok(name.map(|n| n.text.clone())),
        }
    }

    fn expand(&self, template: &str, subject: &Subject<'_>) -> Result<String, NamingError> {
        let mut out = String::new();
        let mut rest = template;
        while let Some(start) = rest.find('%') {
            out.push_str(&rest[..start]);
            rest = &rest[start + 1..];
            if let Some(after) = rest.strip_prefix('%') {
                out.push('%');
                rest = after;
            } else if let Some((token, after)) = rest.strip_prefix('(').and_then(|r| r.split_once(")s")) {
                out.push_str(&self.token(template, token, subject)?);
                rest = after;
            } else {
                let token = rest.chars().take(12).collect();
                return Err(NamingError::UnknownToken { template: template.into(), token });
            }
        }
        out.push_str(rest);
        Ok(out)
    }

    /// The project's own tokens come first, as in SQLAlchemy.
    fn token(&self, template: &str, token: &str, subject: &Subject<'_>) -> Result<String, NamingError> {
        let Some((_, number)) = self.tokens.iter().find(|(name, _)| name == token) else {
            return token_value(template, token, subject);
        };
        let made = match &self.maker {
            Some(maker) => (maker.0)(*number, subject),
            None => Err("functions are called for the names of target_metadata only".into()),
        };
        made.map_err(|message| NamingError::TokenFailed { token: token.into(), message })
    }
}

fn token_value(template: &str, token: &str, subject: &Subject<'_>) -> Result<String, NamingError> {
    let unknown = || NamingError::UnknownToken { template: template.into(), token: token.into() };
    match token {
        "table_name" => Ok(subject.table.name.clone()),
        "constraint_name" => {
            subject.given.map(str::to_owned).ok_or_else(|| NamingError::NameRequired { template: template.into() })
        }
        "referred_table_name" => subject.referred_table.map(|t| t.name.clone()).ok_or_else(unknown),
        _ => {
            let (columns, table, rest) = match token.strip_prefix("referred_") {
                Some(rest) => (subject.referred_columns, subject.referred_table.ok_or_else(unknown)?, rest),
                None => (subject.columns, subject.table, token),
            };
            column_token(columns, table, rest).ok_or_else(unknown)
        }
    }
}

/// `column_0_name`, `column_0_label`, `column_0_key`, and all of them at once: `column_0N_name` (joined by nothing) and
/// `column_0_N_name` (joined by `_`).
fn column_token(columns: &[String], table: &TableName, token: &str) -> Option<String> {
    let rest = token.strip_prefix("column_")?;
    let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let index: usize = rest.get(..digits)?.parse().ok()?;
    let rest = &rest[digits..];
    let (separator, kind) = if let Some(kind) = rest.strip_prefix("_N_") {
        (Some("_"), kind)
    } else if let Some(kind) = rest.strip_prefix("N_") {
        (Some(""), kind)
    } else {
        (None, rest.strip_prefix('_')?)
    };
    let show = |column: &String| match (kind, &table.schema) {
        ("name" | "key", _) => Some(column.clone()),
        ("label", Some(schema)) => Some(format!("{schema}_{}_{column}", table.name)),
        ("label", None) => Some(format!("{}_{column}", table.name)),
        _ => None,
    };
    match separator {
        Some(separator) => Some(columns.iter().map(show).collect::<Option<Vec<_>>>()?.join(separator)),
        // A CHECK has no columns to speak of: SQLAlchemy leaves the token empty.
        None => columns.get(index).map_or(Some(String::new()), show),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::{ForeignKey, ForeignKeyOptions};

    fn foreign_key(name: Option<Name>) -> Constraint {
        Constraint::ForeignKey(ForeignKey {
            name,
            columns: vec!["owner_id".into(), "kind".into()],
            referred_table: TableName::new("owner"),
            referred_columns: vec!["id".into(), "kind".into()],
            options: ForeignKeyOptions::default(),
        })
    }

    fn convention(key: &str, template: &str) -> NamingConvention {
        NamingConvention::new(vec![(key.into(), template.into())])
    }

    #[test]
    fn every_token_is_filled() {
        let fk = foreign_key(None);
        let table = TableName { schema: Some("s".into()), name: "thing".into() };
        for (template, expected) in [
            ("fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s", "fk_thing_owner_id_owner"),
            ("%(column_1_key)s%%", "kind%"),
            ("%(column_0_label)s", "s_thing_owner_id"),
            ("%(column_0N_name)s", "owner_idkind"),
            ("%(column_0_N_name)s", "owner_id_kind"),
            ("%(referred_column_0_name)s", "id"),
        ] {
            assert_eq!(convention("fk", template).constraint_name(&table, &fk).unwrap().as_deref(), Some(expected));
        }
    }

    #[test]
    fn a_given_name_goes_through_the_convention_only_where_it_is_asked_for() {
        let table = TableName::new("t");
        let named = foreign_key(Some(Name::new("x")));
        let plain = convention("fk", "fk_%(table_name)s");
        let asking = convention("fk", "fk_%(table_name)s_%(constraint_name)s");
        assert_eq!(plain.constraint_name(&table, &named).unwrap().as_deref(), Some("x"));
        assert_eq!(asking.constraint_name(&table, &named).unwrap().as_deref(), Some("fk_t_x"));
        let finished = foreign_key(Some(Name::finished("x")));
        assert_eq!(asking.constraint_name(&table, &finished).unwrap().as_deref(), Some("x"));
        assert!(matches!(asking.constraint_name(&table, &foreign_key(None)), Err(NamingError::NameRequired { .. })));
    }

    #[test]
    fn tokens_of_the_projects_own_are_asked_for() {
        let own = convention("fk", "fk_%(table_name)s_%(mine)s").with_tokens(vec![("mine".into(), 7)]);
        let (table, fk) = (TableName::new("t"), foreign_key(None));
        assert!(matches!(own.constraint_name(&table, &fk), Err(NamingError::TokenFailed { .. })));
        let made =
            own.with_maker(TokenMaker::new(|number, subject| Ok(format!("{number}{}", subject.columns.join("+")))));
        assert_eq!(made.constraint_name(&table, &fk).unwrap().as_deref(), Some("fk_t_7owner_id+kind"));
    }

    #[test]
    fn an_unknown_token_is_refused() {
        let result = convention("fk", "%(nonsense)s").constraint_name(&TableName::new("t"), &foreign_key(None));
        assert!(matches!(result, Err(NamingError::UnknownToken { .. })));
    }
}
