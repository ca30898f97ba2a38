//! Signatures of directives and constructs, and the matching of a call against one.
//!
//! A signature is written as Python writes it: `name, type?, *, schema?, **Index`. `x?` may be left out, what follows `*` takes
//! a name, `*items` takes any number, and `**Index` takes the dialect arguments of that construct.

use limbeck_core::schema::{DialectOptions, Name};
use limbeck_core::source::{Location, SourceError};

use super::context::{Context, nearest, plain};
use super::options;
use crate::directive::{Call, Value};

/// One parameter of a signature.
struct Parameter<'s> {
    name: &'s str,
    required: bool,
}

/// A signature, taken apart.
#[derive(Default)]
struct Signature<'s> {
    positional: Vec<Parameter<'s>>,
    keyword: Vec<Parameter<'s>>,
    rest: Option<&'s str>,
    dialect: Option<&'s str>,
}

impl<'s> Signature<'s> {
    fn parse(text: &'s str) -> Self {
        let mut signature = Signature::default();
        let mut keyword_only = false;
        for word in text.split(',').map(str::trim).filter(|w| !w.is_empty()) {
            if let Some(construct) = word.strip_prefix("**") {
                signature.dialect = Some(construct);
            } else if let Some(rest) = word.strip_prefix('*') {
                keyword_only = true;
                signature.rest = (!rest.is_empty()).then_some(rest);
            } else {
                let name = word.trim_end_matches('?');
                let parameter = Parameter { name, required: name.len() == word.len() };
                if keyword_only { &mut signature.keyword } else { &mut signature.positional }.push(parameter);
            }
        }
        signature
    }

    fn parameters(&self) -> impl Iterator<Item = &Parameter<'s>> {
        self.positional.iter().chain(&self.keyword)
    }
}

/// The arguments of a call, by the names of its signature.
pub(super) struct Arguments<'v> {
    /// As the user writes it: `op.create_table`
    pub what: String,
    pub location: &'v Location,
    given: Vec<(&'v str, &'v Value)>,
    /// What `*items` took
    pub rest: &'v [Value],
    options: Vec<(&'v str, &'v Value)>,
}

/// Matches the arguments of `what` against `signature`.
pub(super) fn match_arguments<'v>(
    what: impl Into<String>,
    signature: &'v str,
    args: &'v [Value],
    kwargs: &'v [(String, Value)],
    location: &'v Location,
) -> Result<Arguments<'v>, SourceError> {
    let what = what.into();
    let parsed = Signature::parse(signature);
    let at = Context::new(&what, location);
    let (named, rest) = args.split_at(args.len().min(parsed.positional.len()));
    if parsed.rest.is_none() && !rest.is_empty() {
        let allowed: Vec<_> = parsed.positional.iter().map(|p| p.name).collect();
        let message = format!("takes {} positional arguments, and {} are given", parsed.positional.len(), args.len());
        let fault = at.fault(message);
        return Err(if allowed.is_empty() { fault } else { fault.help(format!("they are: {}", allowed.join(", "))) });
    }
    let mut given: Vec<(&str, &Value)> = parsed.positional.iter().map(|p| p.name).zip(named).collect();
    let mut options = Vec::new();
    for (name, value) in kwargs {
        if given.iter().any(|(n, _)| n == name) {
            return Err(at.fault(format!("`{name}` is given twice")));
        }
        // The name must live as long as the signature.
        if let Some(parameter) = parsed.parameters().find(|p| p.name == name) {
            given.push((parameter.name, value));
        } else if parsed.dialect.is_some() && name.contains('_') {
            options.push((name.as_str(), value));
        } else {
            return Err(unknown(at, &parsed, name));
        }
    }
    if let Some(missing) = parsed.parameters().find(|p| p.required && !given.iter().any(|(n, _)| *n == p.name)) {
        return Err(at.fault(format!("the argument `{}` is missing", missing.name)));
    }
    let construct = parsed.dialect.unwrap_or_default();
    for (name, _) in &options {
        options::check(at, construct, name, parsed.parameters().map(|p| p.name))?;
    }
    Ok(Arguments { what, location, given, rest, options })
}

fn unknown(at: Context<'_>, signature: &Signature<'_>, name: &str) -> SourceError {
    let fault = at.fault(format!("there is no argument `{name}`"));
    match nearest(name, signature.parameters().map(|p| p.name)) {
        Some(meant) => fault.help(format!("did you mean `{meant}`?")),
        None => {
            let all: Vec<_> = signature.parameters().map(|p| p.name).collect();
            if all.is_empty() {
                fault.help("it takes no arguments")
            } else {
                fault.help(format!("there are: {}", all.join(", ")))
            }
        }
    }
}

impl<'v> Arguments<'v> {
    /// Matches a construct.
    pub fn of(call: &'v Call, signature: &'v str) -> Result<Self, SourceError> {
        match_arguments(super::context::shown(&call.name), signature, &call.args, &call.kwargs, &call.location)
    }

    /// Matches a method call; the receiver is left out.
    pub fn of_method(call: &'v Call, signature: &'v str) -> Result<Self, SourceError> {
        match_arguments(&call.name, signature, call.args.get(1..).unwrap_or_default(), &call.kwargs, &call.location)
    }

    pub fn at(&self) -> Context<'_> {
        Context::new(&self.what, self.location)
    }

    /// The argument, when it is given.
    pub fn given(&self, name: &str) -> Option<&'v Value> {
        self.given.iter().find(|(n, _)| *n == name).map(|(_, value)| *value)
    }

    /// The argument, when it is given and not None.
    pub fn get(&self, name: &str) -> Option<&'v Value> {
        self.given(name).filter(|value| !matches!(plain(value), Value::None))
    }

    /// All plain arguments that are given and not None.
    pub fn all(&self) -> impl Iterator<Item = (&'v str, &'v Value)> + '_ {
        self.given.iter().copied().filter(|(_, value)| !matches!(plain(value), Value::None))
    }

    /// The argument, which the signature requires.
    pub fn required(&self, name: &str) -> Result<&'v Value, SourceError> {
        self.given(name).ok_or_else(|| self.at().fault(format!("the argument `{name}` is missing")))
    }

    pub fn text(&self, name: &str) -> Result<String, SourceError> {
        self.at().text(name, self.required(name)?)
    }

    pub fn opt_text(&self, name: &str) -> Result<Option<String>, SourceError> {
        self.get(name).map(|value| self.at().text(name, value)).transpose()
    }

    pub fn opt_name(&self, name: &str) -> Result<Option<Name>, SourceError> {
        self.get(name).map(|value| self.at().name(name, value)).transpose()
    }

    pub fn opt_bool(&self, name: &str) -> Result<Option<bool>, SourceError> {
        self.get(name).map(|value| self.at().bool(name, value)).transpose()
    }

    /// A flag that is off unless it is given.
    pub fn flag(&self, name: &str) -> Result<bool, SourceError> {
        Ok(self.opt_bool(name)?.unwrap_or(false))
    }

    pub fn opt_int(&self, name: &str) -> Result<Option<i64>, SourceError> {
        self.get(name).map(|value| self.at().int(name, value)).transpose()
    }

    /// A length, precision or number of dimensions.
    pub fn opt_size(&self, name: &str) -> Result<Option<u32>, SourceError> {
        let Some(number) = self.opt_int(name)? else { return Ok(None) };
        u32::try_from(number).map(Some).map_err(|_| self.at().fault(format!("`{name}` cannot be {number}")))
    }

    pub fn texts(&self, name: &str) -> Result<Vec<String>, SourceError> {
        self.at().texts(name, self.required(name)?)
    }

    /// The dialect arguments.
    pub fn options(&self) -> Result<DialectOptions, SourceError> {
        let mut found = DialectOptions::default();
        for (name, value) in &self.options {
            found.0.extend(options::bind(self.at(), name, value)?);
        }
        Ok(found)
    }
}
