//! The host of env.py: `context`, `config`, engines, logging and `os.environ`.

use std::rc::Rc;

use super::{Configure, EngineFacts, EnvironmentFacts, EnvironmentTrace, LoggingStep};
use crate::directive::{Call, Value};
use crate::reader::arguments::text;
use crate::reader::host::{Host, Import};
use crate::reader::machine::Machine;
use crate::reader::object::{Arguments, Dict, Handle, Object};
use crate::reader::script::{Tables, resolve_library};
use crate::reader::{Outcome, imports};

const CONFIG: &str = "the configuration";
const ENGINE: &str = "an engine";
const CONNECTION: &str = "a connection";
const TRANSACTION: &str = "context.begin_transaction()";
const LOGGER: &str = "a logger";

/// Modules that env.py may import. Whatever else it imports may be project code.
const MODULES: [&str; 7] = ["__future__", "alembic", "logging", "logging.config", "os", "sqlalchemy", "typing"];

pub(super) struct EnvironmentHost<'f> {
    facts: &'f dyn EnvironmentFacts,
    logging: Vec<LoggingStep>,
    loggers: Vec<Rc<str>>,
    engine: Option<EngineFacts>,
    configure: Option<Configure>,
    /// Set by `run_migrations()`: whether a transaction block was open.
    ran: Option<bool>,
    transactions: usize,
    options: Vec<(String, String, String)>,
    /// `config.attributes`, one dict for all who ask.
    attributes: Option<Object>,
    tables: Tables,
}

impl<'f> EnvironmentHost<'f> {
    pub fn new(facts: &'f dyn EnvironmentFacts) -> Self {
        EnvironmentHost {
            facts,
            logging: Vec::new(),
            loggers: Vec::new(),
            engine: None,
            configure: None,
            ran: None,
            transactions: 0,
            options: Vec::new(),
            attributes: None,
            tables: Tables::default(),
        }
    }

    /// The trace, when migrations were configured and run.
    pub fn finish(self, machine: &Machine<'_>) -> Outcome<EnvironmentTrace> {
        match (self.configure, self.ran) {
            (Some(configure), Some(transaction)) => Ok(EnvironmentTrace {
                logging: self.logging,
                engine: self.engine,
                configure,
                transaction,
                options: self.options,
            }),
            _ => machine.fail("env.py does not run migrations"),
        }
    }

    fn context(&mut self, machine: &mut Machine<'_>, name: &str, mut arguments: Arguments) -> Outcome<Object> {
        match name {
            "is_offline_mode" => {
                machine.positional(name, arguments, 0, 0)?;
                Ok(Object::Bool(self.facts.offline()))
            }
            "configure" => {
                if self.configure.is_some() || !arguments.args.is_empty() {
                    return machine.fail("`configure()` twice, or with positional arguments");
                }
                let location = machine.script.location(machine.site);
                let mut kwargs = Vec::new();
                for (name, object) in &arguments.kwargs {
                    let value = match object {
                        Object::Handle(Handle { kind: CONNECTION, .. }) if &**name == "connection" => {
                            self.connection(machine)?
                        }
                        object => machine.value(object)?,
                    };
                    kwargs.push((name.to_string(), value));
                }
                self.configure = Some(Configure { kwargs, location });
                Ok(Object::None)
            }
            "begin_transaction" => {
                machine.positional(name, arguments, 0, 0)?;
                match (&self.configure, self.ran) {
                    (Some(_), None) => Ok(Object::Handle(Handle { kind: TRANSACTION, id: 0 })),
                    _ => machine.fail("`begin_transaction()` before `configure()` or after the run"),
                }
            }
            "run_migrations" => {
                machine.positional(name, arguments, 0, 0)?;
                if self.configure.is_none() || self.ran.is_some() {
                    return machine.fail("`run_migrations()` before `configure()`, or twice");
                }
                self.ran = Some(self.transactions > 0);
                Ok(Object::None)
            }
            "get_x_argument" => {
                let as_dictionary = arguments.get(0, "as_dictionary").unwrap_or(Object::Bool(false));
                machine.positional(name, arguments, 0, 1)?;
                self.x_arguments(machine, &as_dictionary)
            }
            _ => machine.fail(format!("`context.{name}()`")),
        }
    }

    fn x_arguments(&self, machine: &mut Machine<'_>, as_dictionary: &Object) -> Outcome<Object> {
        if !machine.truth(as_dictionary)? {
            return machine.new_list(self.facts.x_arguments().into_iter().map(Object::str).collect());
        }
        let mut dict = Dict::default();
        for argument in self.facts.x_arguments() {
            let (key, value) = argument.split_once('=').unwrap_or((&argument, ""));
            let key = Object::str(key);
            dict.insert(machine.key(&key)?, key, Object::str(value));
        }
        machine.new_dict(dict)
    }

    /// The value that stands for a connection: what was called to get it.
    fn connection(&self, machine: &Machine<'_>) -> Outcome<Value> {
        let Some(engine) = &self.engine else { return machine.fail("a connection without an engine") };
        let create = Value::Call(Box::new(Call {
            name: "sqlalchemy.create_engine".to_owned(),
            args: vec![Value::Str(engine.url.clone())],
            kwargs: engine.options.clone(),
            location: engine.location.clone(),
        }));
        Ok(Value::call(".connect", vec![create], machine.script.location(machine.site)))
    }

    fn config(&mut self, machine: &mut Machine<'_>, method: &str, mut arguments: Arguments) -> Outcome<Object> {
        let (section, name) = match method {
            "get_main_option" | "set_main_option" => (self.facts.ini_section(), arguments.get(0, "name")),
            "get_section_option" | "set_section_option" => {
                let section = arguments.get(0, "section");
                let section = text(machine, "the section", section.as_ref())?.to_string();
                (section, arguments.get(1, "name"))
            }
            "get_section" => {
                let name = arguments.get(0, "name");
                let name = text(machine, "the section", name.as_ref())?;
                let default = arguments.get(1, "default").unwrap_or(Object::None);
                machine.positional(method, arguments, 0, 2)?;
                return self.section(machine, &name, default);
            }
            _ => return machine.fail(format!("`config.{method}()`")),
        };
        // ConfigParser's names of options are lower case.
        let name = text(machine, "the option", name.as_ref())?.to_lowercase();
        let at = if method.ends_with("main_option") { 1 } else { 2 };
        if method.starts_with("get") {
            let default = arguments.get(at, "default").unwrap_or(Object::None);
            machine.positional(method, arguments, 0, at + 1)?;
            let set =
                self.options.iter().rev().find(|(in_section, option, _)| *in_section == section && *option == name);
            return match set {
                Some((_, _, value)) => machine.string(value.as_str()),
                None => match self.facts.option(&section, &name) {
                    Ok(Some(value)) => machine.string(value),
                    Ok(None) => Ok(default),
                    Err(reason) => machine.fail(reason),
                },
            };
        }
        let value = arguments.get(at, "value");
        let value = text(machine, "the value of an option", value.as_ref())?;
        machine.positional(method, arguments, 0, at + 1)?;
        if self.facts.is_referred_to(&section, &name) {
            return machine.fail(format!("`{name}` is set, and other options refer to it"));
        }
        // What stays of `%` without `%%` would be interpolation, or an error.
        if value.replace("%%", "").contains('%') {
            return machine.fail("an option's value with a single `%`");
        }
        self.options.push((section, name, value.replace("%%", "%")));
        machine.effects += 1;
        Ok(Object::None)
    }

    fn section(&self, machine: &mut Machine<'_>, name: &str, default: Object) -> Outcome<Object> {
        let mut options = match self.facts.section(name) {
            Ok(Some(options)) => options,
            // Setting an option makes its section.
            Ok(None) if self.options.iter().any(|(section, ..)| section == name) => Vec::new(),
            Ok(None) => return Ok(default),
            Err(reason) => return machine.fail(reason),
        };
        for (_, option, value) in self.options.iter().filter(|(section, ..)| section == name) {
            match options.iter_mut().find(|(existing, _)| existing == option) {
                Some((_, existing)) => existing.clone_from(value),
                None => options.push((option.clone(), value.clone())),
            }
        }
        let mut dict = Dict::default();
        for (option, value) in options {
            let option = Object::str(option);
            dict.insert(machine.key(&option)?, option, Object::str(value));
        }
        machine.new_dict(dict)
    }

    /// `create_engine(url, ...)` and `engine_from_config(section, prefix, ...)`
    fn make_engine(&mut self, machine: &mut Machine<'_>, name: &str, mut arguments: Arguments) -> Outcome<Object> {
        if self.engine.is_some() {
            return machine.fail("a second engine");
        }
        let location = machine.script.location(machine.site);
        let mut options: Vec<(String, Value)> = Vec::new();
        let mut set = |name: String, value: Value| {
            options.retain(|(existing, _)| *existing != name);
            options.push((name, value));
        };
        if name == "create_engine" {
            let url = arguments.get(0, "url");
            set("url".to_owned(), Value::Str(text(machine, "the URL", url.as_ref())?.to_string()));
            if arguments.args.len() > 1 {
                return machine.fail("the arguments of `create_engine()`");
            }
        } else {
            let section = arguments.get(0, "configuration");
            let prefix = match arguments.get(1, "prefix") {
                None => "sqlalchemy.".into(),
                prefix => text(machine, "the prefix", prefix.as_ref())?,
            };
            let Some(Object::Dict(id)) = section.filter(|_| arguments.args.len() <= 2) else {
                return machine.fail("the configuration of an engine is no dict");
            };
            let entries: Vec<_> = machine.dict(id).iter().cloned().collect();
            for (key, value) in entries {
                let key = text(machine, "an option's name", Some(&key))?;
                if let Some(option) = key.strip_prefix(&*prefix) {
                    set(option.to_owned(), machine.value(&value)?);
                }
            }
        }
        for (name, object) in &arguments.kwargs {
            set(name.to_string(), machine.value(object)?);
        }
        let Some(at) = options.iter().position(|(name, _)| name == "url") else {
            return machine.fail("an engine without a URL");
        };
        let Value::Str(url) = options.remove(at).1 else {
            return machine.fail("an engine whose URL is no text");
        };
        self.engine = Some(EngineFacts { url, options, location });
        Ok(Object::Handle(Handle { kind: ENGINE, id: 0 }))
    }

    fn logging(&mut self, machine: &mut Machine<'_>, name: &str, mut arguments: Arguments) -> Outcome<Object> {
        match name {
            "config.fileConfig" => {
                let path = arguments.get(0, "fname");
                let path = text(machine, "the file of `fileConfig()`", path.as_ref())?.to_string();
                let disable = arguments.take("disable_existing_loggers").unwrap_or(Object::Bool(true));
                let disable_existing_loggers = machine.truth(&disable)?;
                machine.positional(name, arguments, 0, 1)?;
                self.logging.push(LoggingStep::File { path, disable_existing_loggers });
            }
            "basicConfig" => {
                if !arguments.args.is_empty() {
                    return machine.fail("the arguments of `basicConfig()`");
                }
                for (name, object) in &arguments.kwargs {
                    match (&**name, object) {
                        ("level", Object::Int(_) | Object::Str(_))
                        | ("format" | "datefmt", Object::Str(_))
                        | ("force", Object::Bool(_)) => {}
                        _ => return machine.fail(format!("`basicConfig({name}=...)`")),
                    }
                }
                let kwargs = machine.keywords(&arguments.kwargs)?;
                self.logging.push(LoggingStep::Basic(kwargs));
            }
            "getLogger" => {
                let name = match arguments.get(0, "name") {
                    None | Some(Object::None) => "".into(),
                    name => text(machine, "the name of a logger", name.as_ref())?,
                };
                machine.positional("getLogger", arguments, 0, 1)?;
                self.loggers.push(name);
                return Ok(Object::Handle(Handle { kind: LOGGER, id: self.loggers.len() - 1 }));
            }
            _ => return machine.fail(format!("`logging.{name}()`")),
        }
        machine.effects += 1;
        Ok(Object::None)
    }

    fn variable(&self, machine: &mut Machine<'_>, name: &Object) -> Outcome<Option<Object>> {
        let name = text(machine, "the name of a variable", Some(name))?;
        self.facts.variable(&name).map(|value| machine.string(value)).transpose()
    }
}

/// The number of a logging level.
fn level(name: &str) -> Option<i128> {
    Some(match name {
        "CRITICAL" | "FATAL" => 50,
        "ERROR" => 40,
        "WARNING" | "WARN" => 30,
        "INFO" => 20,
        "DEBUG" => 10,
        "NOTSET" => 0,
        _ => return None,
    })
}

impl Host for EnvironmentHost<'_> {
    fn import(&mut self, module: &str, name: Option<&str>) -> Import {
        let is_sqlalchemy = module.starts_with("sqlalchemy.");
        if !MODULES.contains(&module) && !is_sqlalchemy {
            return Import::Refuse(format!("importing `{module}` may register something"));
        }
        let path = match name {
            Some(name) => format!("{module}.{name}"),
            None => module.to_owned(),
        };
        let known = matches!(
            path.as_str(),
            "alembic"
                | "alembic.context"
                | "logging"
                | "logging.config"
                | "logging.config.fileConfig"
                | "logging.getLogger"
                | "logging.basicConfig"
                | "os"
                | "os.environ"
                | "os.getenv"
                | "sqlalchemy.pool"
                | "sqlalchemy.create_engine"
                | "sqlalchemy.engine_from_config"
        );
        match path.as_str() {
            "sqlalchemy.engine.create_engine" | "sqlalchemy.engine.engine_from_config" => {
                Import::Value(Object::Name(path.replace("engine.", "").into()))
            }
            _ if known || (path.starts_with("sqlalchemy.pool.") && path.ends_with("Pool")) => {
                Import::Value(Object::Name(path.into()))
            }
            _ if module == "alembic" => Import::Refuse(format!("`{path}` may register something")),
            _ => imports::library(module, name),
        }
    }

    fn resolve(&mut self, machine: &mut Machine<'_>, parent: &str, attribute: &str, called: bool) -> Outcome<Object> {
        let name = |path: String| Ok(Object::Name(path.into()));
        match (parent, attribute) {
            ("alembic.context", "config") => Ok(Object::Handle(Handle { kind: CONFIG, id: 0 })),
            ("alembic.context", _) if called => name(format!("alembic.context.{attribute}")),
            ("alembic", "context")
            | ("logging", "config")
            | ("os", "environ" | "getenv")
            | ("sqlalchemy", "pool" | "create_engine" | "engine_from_config") => name(format!("{parent}.{attribute}")),
            ("logging.config", "fileConfig") if called => name("logging.config.fileConfig".to_owned()),
            ("logging", "basicConfig" | "getLogger") if called => name(format!("logging.{attribute}")),
            ("logging", constant) if level(constant).is_some() => Ok(Object::Int(level(constant).unwrap_or(0))),
            ("os.environ", "get") if called => name("os.environ.get".to_owned()),
            ("sqlalchemy.pool", pool) if pool.ends_with("Pool") => name(format!("sqlalchemy.pool.{pool}")),
            _ => resolve_library(machine, parent, attribute),
        }
    }

    fn call(&mut self, machine: &mut Machine<'_>, name: &Rc<str>, mut arguments: Arguments) -> Outcome<Object> {
        if let Some(function) = name.strip_prefix("alembic.context.") {
            return self.context(machine, function, arguments);
        }
        if let Some(function) = name.strip_prefix("logging.") {
            return self.logging(machine, function, arguments);
        }
        match &**name {
            "sqlalchemy.create_engine" => self.make_engine(machine, "create_engine", arguments),
            "sqlalchemy.engine_from_config" => self.make_engine(machine, "engine_from_config", arguments),
            "os.environ.get" | "os.getenv" => {
                let default = arguments.get(1, "default").unwrap_or(Object::None);
                let args = machine.positional(name, arguments, 1, 2)?;
                Ok(self.variable(machine, &args[0])?.unwrap_or(default))
            }
            _ => self.tables.call_library(machine, name, arguments),
        }
    }

    fn attribute(&mut self, machine: &mut Machine<'_>, handle: Handle, attribute: &str) -> Outcome<Object> {
        match (handle.kind, attribute) {
            (CONFIG, "config_file_name") => Ok(self.facts.config_file_name().map_or(Object::None, Object::str)),
            (CONFIG, "config_ini_section") => machine.string(self.facts.ini_section()),
            (CONFIG, "attributes") => match &self.attributes {
                Some(attributes) => Ok(attributes.clone()),
                None => {
                    let attributes = machine.new_dict(Dict::default())?;
                    self.attributes = Some(attributes.clone());
                    Ok(attributes)
                }
            },
            _ => machine.fail(format!("`.{attribute}` of {}", handle.kind)),
        }
    }

    fn method(
        &mut self,
        machine: &mut Machine<'_>,
        handle: Handle,
        method: &str,
        arguments: Arguments,
    ) -> Outcome<Object> {
        match (handle.kind, method) {
            (CONFIG, _) => self.config(machine, method, arguments),
            (ENGINE, "connect") => {
                machine.positional(method, arguments, 0, 0)?;
                Ok(Object::Handle(Handle { kind: CONNECTION, id: 0 }))
            }
            (ENGINE, "dispose") | (CONNECTION, "close") => {
                machine.positional(method, arguments, 0, 0)?;
                Ok(Object::None)
            }
            (LOGGER, "setLevel") => {
                let args = machine.positional(method, arguments, 1, 1)?;
                let level = match &args[0] {
                    level @ (Object::Int(_) | Object::Str(_)) => machine.value(level)?,
                    _ => return machine.fail("the level of a logger"),
                };
                let logger = self.loggers.get(handle.id).map(ToString::to_string).unwrap_or_default();
                self.logging.push(LoggingStep::Level { logger, level });
                machine.effects += 1;
                Ok(Object::None)
            }
            _ => machine.fail(format!("`.{method}()` of {}", handle.kind)),
        }
    }

    fn subscript(&mut self, machine: &mut Machine<'_>, object: &Object, key: &Object) -> Outcome<Object> {
        match object {
            Object::Name(name) if &**name == "os.environ" => match self.variable(machine, key)? {
                Some(value) => Ok(value),
                None => machine.fail("an environment variable that is not set"),
            },
            other => machine.fail(format!("subscripting {}", other.type_name())),
        }
    }

    fn contains(&mut self, machine: &mut Machine<'_>, object: &Object, key: &Object) -> Outcome<bool> {
        match object {
            Object::Name(name) if &**name == "os.environ" => Ok(self.variable(machine, key)?.is_some()),
            other => machine.fail(format!("`in` with {}", other.type_name())),
        }
    }

    fn enter(&mut self, machine: &mut Machine<'_>, handle: Handle) -> Outcome<Object> {
        machine.effects += 1;
        match handle.kind {
            CONNECTION => Ok(Object::Handle(handle)),
            TRANSACTION => {
                self.transactions += 1;
                Ok(Object::Opaque("a transaction"))
            }
            kind => machine.fail(format!("`with` {kind}")),
        }
    }

    fn exit(&mut self, _machine: &mut Machine<'_>, handle: Handle) -> Outcome<()> {
        if handle.kind == TRANSACTION {
            self.transactions -= 1;
        }
        Ok(())
    }

    fn reads_finally(&self) -> bool {
        // What follows a failed run is the caller's business, and only closing is understood.
        true
    }
}
