//! env.py files that are read without running them.

use super::{parse, show};
use crate::directive::Value;
use crate::reader::{EnvironmentTrace, GaveUp, LoggingStep, StaticFacts, read_environment};

/// Alembic's generic template in shape, with the functions and calls that projects keep.
const GENERIC: &str = r#"
from logging.config import fileConfig
from sqlalchemy import engine_from_config
from sqlalchemy import pool
from alembic import context

config = context.config
if config.config_file_name is not None:
    fileConfig(config.config_file_name)
target_metadata = None

def run_migrations_offline() -> None:
    """Offline."""
    url = config.get_main_option("sqlalchemy.url")
    context.configure(
        url=url, target_metadata=target_metadata, literal_binds=True, dialect_opts={"paramstyle": "named"},
    )
    with context.begin_transaction():
        context.run_migrations()

def run_migrations_online() -> None:
    connectable = engine_from_config(
        config.get_section(config.config_ini_section, {}), prefix="sqlalchemy.", poolclass=pool.NullPool,
    )
    with connectable.connect() as connection:
        context.configure(connection=connection, target_metadata=target_metadata)
        with context.begin_transaction():
            context.run_migrations()

if context.is_offline_mode():
    run_migrations_offline()
else:
    run_migrations_online()
"#;

/// The template of early Alembic.
const EARLY: &str = r#"
from __future__ import with_statement
from alembic import context
from sqlalchemy import engine_from_config, pool
from logging.config import fileConfig
config = context.config
fileConfig(config.config_file_name, disable_existing_loggers=False)
target_metadata = None

def run_migrations_online():
    engine = engine_from_config(
        config.get_section(config.config_ini_section), prefix='sqlalchemy.', poolclass=pool.NullPool)
    connection = engine.connect()
    context.configure(connection=connection, target_metadata=target_metadata)
    try:
        with context.begin_transaction():
            context.run_migrations()
    finally:
        connection.close()

run_migrations_online()
"#;

/// No functions, logging by hand.
const FLAT: &str = r#"
import logging
from alembic import context
from sqlalchemy import create_engine, pool

logging.basicConfig(level=logging.INFO, format="%(levelname)-5.5s [%(name)s] %(message)s")
logging.getLogger("sqlalchemy").setLevel(logging.WARNING)
config = context.config
url = config.get_main_option("sqlalchemy.url")
if context.is_offline_mode():
    context.configure(url=url, target_metadata=None, literal_binds=True, dialect_opts={"paramstyle": "named"})
    with context.begin_transaction():
        context.run_migrations()
else:
    engine = create_engine(url, poolclass=pool.NullPool)
    with engine.connect() as connection:
        context.configure(connection=connection, target_metadata=None)
        with context.begin_transaction():
            context.run_migrations()
"#;

fn facts() -> StaticFacts {
    let option = |name: &str, value: &str| ("alembic".to_owned(), name.to_owned(), value.to_owned());
    StaticFacts {
        config_file_name: Some("/p/alembic.ini".to_owned()),
        options: vec![option("script_location", "/p/env"), option("sqlalchemy.url", "sqlite:///a.db")],
        variables: vec![("DATABASE_URL".to_owned(), "postgresql://u:p%40w@h/d".to_owned())],
        x_arguments: vec!["tenant=a=b".to_owned(), "flag".to_owned()],
        ..StaticFacts::default()
    }
}

fn read(source: &str) -> Result<EnvironmentTrace, GaveUp> {
    read_environment(&parse(source), &facts())
}

fn offline(source: &str) -> EnvironmentTrace {
    read_environment(&parse(source), &StaticFacts { offline: true, ..facts() }).unwrap()
}

fn kwargs(trace: &EnvironmentTrace) -> String {
    trace.configure.kwargs.iter().map(|(name, value)| format!("{name}={}", show(value))).collect::<Vec<_>>().join(", ")
}

/// A flat environment with `setup` before `configure(arguments)`.
fn flat(setup: &str, arguments: &str) -> String {
    format!(
        "import os\nfrom alembic import context\nfrom sqlalchemy import MetaData, create_engine\nconfig = context.config\n{setup}\n\
         context.configure({arguments})\nwith context.begin_transaction():\n    context.run_migrations()\n"
    )
}

#[test]
fn the_generic_template() {
    let trace = read(GENERIC).unwrap();
    assert_eq!(
        trace.logging,
        [LoggingStep::File { path: "/p/alembic.ini".to_owned(), disable_existing_loggers: true }]
    );
    let engine = trace.engine.as_ref().unwrap();
    assert_eq!(engine.url, "sqlite:///a.db");
    assert_eq!(engine.options, [("poolclass".to_owned(), Value::Name("sqlalchemy.pool.NullPool".to_owned()))]);
    assert_eq!(
        kwargs(&trace),
        "connection=.connect(sqlalchemy.create_engine(\"sqlite:///a.db\", poolclass=<sqlalchemy.pool.NullPool>)), \
         target_metadata=None"
    );
    assert!(trace.transaction);

    let trace = offline(GENERIC);
    assert_eq!(trace.engine, None);
    assert_eq!(
        kwargs(&trace),
        "url=\"sqlite:///a.db\", target_metadata=None, literal_binds=True, dialect_opts={\"paramstyle\": \"named\"}"
    );
}

#[test]
fn no_ini_file_means_no_logging() {
    let facts = StaticFacts { config_file_name: None, ..facts() };
    assert_eq!(read_environment(&parse(GENERIC), &facts).unwrap().logging, []);
}

#[test]
fn the_early_template() {
    let trace = read(EARLY).unwrap();
    assert_eq!(
        trace.logging,
        [LoggingStep::File { path: "/p/alembic.ini".to_owned(), disable_existing_loggers: false }]
    );
    assert!(trace.transaction);
}

#[test]
fn a_flat_environment_with_its_own_logging() {
    let trace = read(FLAT).unwrap();
    assert_eq!(
        trace.logging,
        [
            LoggingStep::Basic(vec![
                ("level".to_owned(), Value::Int(20)),
                ("format".to_owned(), Value::str("%(levelname)-5.5s [%(name)s] %(message)s")),
            ]),
            LoggingStep::Level { logger: "sqlalchemy".to_owned(), level: Value::Int(30) },
        ]
    );
    assert_eq!(trace.engine.unwrap().url, "sqlite:///a.db");
    assert_eq!(offline(FLAT).engine, None);
}

#[test]
fn urls_from_the_environment() {
    let trace = read(&flat("url = os.environ['DATABASE_URL']", "url=url")).unwrap();
    assert_eq!(kwargs(&trace), "url=\"postgresql://u:p%40w@h/d\"");
    for url in [
        "os.environ.get('DATABASE_URL')",
        "os.environ.get('NOPE', os.getenv('DATABASE_URL', 'x'))",
        "os.getenv('NOPE') or os.environ['DATABASE_URL']",
        "os.environ['DATABASE_URL'] if 'DATABASE_URL' in os.environ else None",
        "config.get_main_option('nope') or os.getenv('DATABASE_URL')",
    ] {
        assert_eq!(kwargs(&read(&flat(&format!("url = {url}"), "url=url")).unwrap()), kwargs(&trace), "{url}");
    }
    assert!(read(&flat("url = os.environ['NOPE']", "url=url")).is_err());
}

#[test]
fn set_options_are_seen_by_later_questions() {
    let escaped = "config.set_main_option('sqlalchemy.url', os.environ['DATABASE_URL'].replace('%', '%%'))";
    let trace = read(&flat(&format!("{escaped}\nurl = config.get_main_option('sqlalchemy.url')"), "url=url")).unwrap();
    assert_eq!(kwargs(&trace), "url=\"postgresql://u:p%40w@h/d\"");
    assert_eq!(trace.options.len(), 1);
    let section = format!("{escaped}\nurl = config.get_section(config.config_ini_section)['sqlalchemy.url']");
    assert_eq!(kwargs(&read(&flat(&section, "url=url")).unwrap()), "url=\"postgresql://u:p%40w@h/d\"");
    // ConfigParser refuses a single percent sign.
    assert!(read(&flat("config.set_main_option('sqlalchemy.url', os.environ['DATABASE_URL'])", "url='x'")).is_err());
}

#[test]
fn x_arguments_and_attributes() {
    let setup = "x = context.get_x_argument(as_dictionary=True)\nc = config.attributes.get('connection', None)";
    assert_eq!(
        kwargs(&read(&flat(setup, "url='x', tag=x['tenant'], a=x.get('nope'), b=x['flag'], c=c")).unwrap()),
        "url=\"x\", tag=\"a=b\", a=None, b=\"\", c=None"
    );
    assert_eq!(
        kwargs(&read(&flat("", "url='x', tag=context.get_x_argument()")).unwrap()),
        "url=\"x\", tag=[\"tenant=a=b\", \"flag\"]"
    );
}

#[test]
fn a_naming_convention_is_kept() {
    let setup = "target_metadata = MetaData(naming_convention={'pk': 'pk_%(table_name)s'})";
    assert_eq!(
        kwargs(&read(&flat(setup, "url='x', target_metadata=target_metadata, render_as_batch=True")).unwrap()),
        "url=\"x\", target_metadata=sqlalchemy.MetaData(naming_convention={\"pk\": \"pk_%(table_name)s\"}), \
         render_as_batch=True"
    );
}

#[test]
fn migrations_outside_a_transaction_block() {
    let source = "from alembic import context\ncontext.configure(url='x')\ncontext.run_migrations()\n";
    assert!(!read(source).unwrap().transaction);
}

#[test]
fn whatever_else_gives_up() {
    for setup in [
        "from app.models import Base",
        "import app",
        "from . import models",
        "from alembic.operations import Operations",
        "from sqlalchemy import event",
        "from sqlalchemy.ext.asyncio import async_engine_from_config",
        "import sys",
        "os.environ['X'] = 'y'",
        "engine = create_engine('sqlite://')\nwith engine.connect() as c:\n    c.execute('x')",
        "engine = create_engine('sqlite://')\nengine = create_engine('sqlite://')",
        "url = unknown",
        "async def f(): pass",
        "class A: pass",
        "def include(o): return True\ncontext.configure(include_object=include)",
        "config.set_main_option('x')",
        "context.run_migrations()",
        "context.configure('x')",
        "context.execute('x')",
        "x = config.cmd_opts",
        "x = config.get_section_option('nope', 'x')",
    ] {
        let result = read(&flat(setup, "url='x'"));
        // Only importing the asynchronous functions changes nothing; making such an engine would.
        assert_eq!(result.is_ok(), setup.contains("asyncio"), "{setup}: {result:?}");
    }
    for arguments in ["url='x', include_object=flat", "url='x', connection=context", "'x'"] {
        assert!(read(&flat("def flat(o): return True", arguments)).is_err(), "{arguments}");
    }
    assert!(read("from alembic import context\ncontext.configure(url='x')\n").is_err());
    assert!(read("").is_err());
}

/// What `init` writes: no Python is started for it.
#[test]
fn the_env_py_of_a_new_project() {
    let source = include_str!("../../../templates/generic/env.py");
    for offline in [false, true] {
        let trace = read_environment(&parse(source), &StaticFacts { offline, ..facts() }).unwrap();
        assert!(trace.transaction);
        assert!(!trace.has_metadata());
        assert_eq!(trace.engine.is_some(), !offline);
    }
}
