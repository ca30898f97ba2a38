//! `[limbeck] python`: models that limbeck's own Python cannot run, loaded by the project's interpreter.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use limbeck_testkit::oracle::{self, alembic};
use limbeck_testkit::postgres::Server;

use crate::cases::{self, Case};
use crate::{IMPORTS, INI, Outcome, Project, STAMP, limbeck, sorted};
use crate::{hooks, postgresql};

/// Reaches into the machine, so that limbeck's own Python cannot run it; and half of it is there before it fails.
const MACHINE: &str = "import ctypes
WIDTH = ctypes.sizeof(ctypes.c_int) * 5
print('the models are loaded')
";

/// All that a model may have.
const MODELS: &str = "import enum
from sqlalchemy.orm import DeclarativeBase
class Kind(enum.Enum):
    a = 'x'
    b = 'y'
class Money(sa.types.TypeDecorator):
    impl = sa.Numeric
    cache_ok = True
class Vector(sa.types.UserDefinedType):
    cache_ok = True
    def __init__(self, dim): self.dim = dim
    def get_col_spec(self, **kw): return 'VECTOR(%d)' % self.dim
class Short(sa.String): pass
class Base(DeclarativeBase):
    metadata = sa.MetaData(naming_convention={
        'ix': 'ix_%(column_0_label)s',
        'uq': 'uq_%(table_name)s_%(column_0_name)s',
        'ck': 'ck_%(table_name)s_%(constraint_name)s',
        'fk': 'fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s',
        'pk': 'pk_%(table_name)s'})
class Parent(Base):
    __tablename__ = 'parent'
    id = Column(Integer, primary_key=True)
    name = Column('Name', String(WIDTH), unique=True, nullable=False, comment=\"it's a name\")
    other = Column(sa.Text, index=True, server_default=sa.text(\"'50% of'\"))
    kind = Column(sa.Enum(Kind), nullable=False)
    price = Column(Money(10, 2), server_default='0')
    vec = Column(Vector(3))
    short = Column(Short(7))
    js = Column(sa.JSON(none_as_null=True))
    bits = Column(sa.LargeBinary().with_variant(postgresql.BIT(5, varying=True), 'postgresql'))
    at = Column(sa.DateTime(timezone=True), server_default=sa.func.now(), nullable=False)
    hours = Column(sa.Interval)
    uid = Column(sa.Uuid)
    kept = Column(Integer, info={'skip': True})
    __table_args__ = (
        sa.CheckConstraint('id > 0', name='positive'),
        {'comment': 'parents'})
class Child(Base):
    __tablename__ = 'child'
    a = Column(Integer, primary_key=True)
    b = Column(Integer, ForeignKey('parent.id', ondelete='CASCADE'), primary_key=True)
    grand = Column(ForeignKey(Parent.id))
    flag = Column(sa.Boolean, nullable=False, server_default=sa.true())
    num = Column(sa.Numeric(10, 2))
    __table_args__ = (
        sa.UniqueConstraint('a', 'num'),
        sa.Index('ix_child_num', num.desc()),
        sa.Index('ix_part', 'num', unique=True, sqlite_where=num > 3, postgresql_where=num > 3),
        sa.ForeignKeyConstraint(['grand', 'a'], ['child.a', 'child.b'], onupdate='CASCADE'))
metadata = Base.metadata
";

const OWN: &str = "class Counted(sa.Integer):
    pass
Table('counted', metadata,
    Column('id', Integer, sa.Identity(start=5, always=True), primary_key=True),
    Column('twice', Integer, sa.Computed('id * 2', persisted=True)),
    Column('during', postgresql.INT4RANGE),
    Column('kind', postgresql.ENUM('x', 'y', name='other_kind')),
    Column('own', Counted),
    postgresql.ExcludeConstraint(('during', '&&'), name='apart', where=sa.text('id > 3')),
    sa.Index('ix_low', sa.text('lower(own::text)')))
";

pub fn venv_python() -> PathBuf {
    oracle::program("python")
}

/// The project with `[limbeck] python`.
pub fn with_python(project: Project, python: &Path) -> Project {
    let ini = INI.replace("[loggers]", &format!("[limbeck]\npython = {}\n[loggers]", python.display()));
    fs::write(project.folder.path().join("alembic.ini"), ini).expect("the ini");
    project
}

fn project(models: &str, functions: &str, options: &str, sql: &str) -> Project {
    with_python(Project::new(&format!("{IMPORTS}{MACHINE}{models}"), functions, options, sql), &venv_python())
}

/// A program that stands in for an interpreter.
fn script(project: &Project, text: &str) {
    let path = project.folder.path().join("bin/python");
    fs::create_dir_all(path.parent().expect("a folder")).expect("the folder");
    fs::write(&path, format!("#!/bin/sh\n{text}\n")).expect("the script");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("the script can be run");
}

fn same(project: &Project) -> String {
    let (theirs, ours) = (project.check(&alembic()), project.check(&limbeck()));
    assert_eq!(theirs.code, ours.code, "{theirs:#?}\n{ours:#?}");
    assert_eq!(theirs.detected(), ours.detected(), "{ours:#?}");
    assert!(ours.stderr.contains("the models are loaded"), "{ours:#?}");
    assert!(!ours.stdout.contains("the models are loaded"), "{ours:#?}");
    let (theirs, ours) = (project.code(&alembic()), project.code(&limbeck()));
    // Types that a table leaves behind, which Alembic forgets.
    let ours: String =
        ours.lines().filter(|line| !line.contains("DROP TYPE")).map(|line| format!("{line}\n")).collect();
    assert_eq!(sorted(&theirs), sorted(&ours), "the code of Alembic\n{theirs}\nand of limbeck\n{ours}");
    ours
}

const SKIPS: &str = "def include_object(item, name, type_, reflected, other):
    return not item.info.get('skip', False)
def include_name(name, type_, parents):
    return type_ != 'table' or name in metadata.tables
";
const SKIPPING: &str = "include_object=include_object, include_name=include_name, compare_server_default=True";

#[test]
fn everything_that_a_model_has() {
    let code = same(&project(MODELS, SKIPS, SKIPPING, "CREATE TABLE nobodys (id INTEGER);"));
    assert!(code.contains("models.Money(precision=10, scale=2)") && code.contains("models.Vector("), "{code}");
    assert!(!code.contains("nobodys"), "{code}");
}

#[test]
fn what_differs_in_a_table() {
    let sql =
        "CREATE TABLE parent (id INTEGER NOT NULL CONSTRAINT pk_parent PRIMARY KEY, \"Name\" VARCHAR(3), gone TEXT, \
               other TEXT DEFAULT '50% of', price NUMERIC(10, 2) DEFAULT '1', kept VARCHAR(5), \
               CONSTRAINT ck_parent_positive CHECK (id > 0));
               CREATE INDEX ix_parent_other ON parent (other); CREATE INDEX ix_child_num ON parent (price);";
    let code = same(&project(MODELS, SKIPS, SKIPPING, sql));
    assert!(!code.contains("kept") && code.contains("'gone'"), "{code}");
}

#[test]
fn nothing_differs() {
    let models = "metadata = sa.MetaData()\nTable('t', metadata, Column('id', Integer, primary_key=True), Column('n', String(WIDTH)))\n";
    let sql = "CREATE TABLE t (id INTEGER NOT NULL PRIMARY KEY, n VARCHAR(20));";
    let outcome = project(models, "", "", sql).check(&limbeck());
    assert_eq!(outcome.stdout, "No new upgrade operations detected.\n", "{outcome:#?}");
}

#[test]
fn on_postgresql() {
    let database = Server::shared().database();
    database.psql(STAMP);
    let url = database.url().replace("postgresql://", "postgresql+psycopg2://");
    // With psycopg2, Alembic doubles percent signs in the code.
    let models = format!("{IMPORTS}{MACHINE}{MODELS}{OWN}").replace("50%", "50");
    let made = Project::without_database(&models, SKIPS, SKIPPING, &url);
    let code = same(&with_python(made, &venv_python()));
    assert!(code.contains("ExcludeConstraint") && code.contains("sa.Identity("), "{code}");
}

/// Cases in which a hook puts a table together anew from its columns; the CHECK of a column has another name then, or is refused.
const PUT_TOGETHER: &[&str] = &[
    "a rewriter",
    "a rewriter in batch blocks",
    "operations changed, taken out and added",
    "the same in batch blocks",
];

const TEXTS: &[Case] = &[Case {
    name: "texts and checks of columns",
    models: "metadata = sa.MetaData(naming_convention={'ck': 'ck_%(table_name)s_%(constraint_name)s'})
Table('t', metadata, Column('id', Integer, sa.CheckConstraint(\"id <> 3\", name='not3'), primary_key=True),
    Column('a', String(9), server_default=sa.text(\"'x:y \\\\:z 50%'\")), Column('b', Integer, server_default=sa.text('1+1')),
    Column('c', Integer, sa.Computed('id * 2')))
",
    functions: "",
    options: "compare_server_default=True",
    sql: "CREATE TABLE other (id INTEGER);",
}];

/// What is found with the models of the embedded Python, and with those of the interpreter, which need not be in the same order.
fn here_and_there(cases: &[Case], project: impl Fn(&Case) -> Project) {
    let mut faults = Vec::new();
    for case in cases {
        let project = project(case);
        let here = project.code(&limbeck());
        let there = with_python(project, &venv_python()).code(&limbeck());
        if sorted(&here) != sorted(&there) && !PUT_TOGETHER.contains(&case.name) {
            faults.push(format!("{}: here\n{here}\nthere\n{there}", case.name));
        }
    }
    assert!(faults.is_empty(), "{} of {} differ:\n{}", faults.len(), cases.len(), faults.join("\n\n"));
}

#[test]
fn every_case_of_check() {
    let project =
        |case: &Case| Project::new(&format!("{IMPORTS}{}", case.models), case.functions, case.options, case.sql);
    here_and_there(cases::CASES, project);
}

#[test]
fn every_case_of_hooks() {
    let project =
        |case: &Case| Project::new(&format!("{IMPORTS}{}", case.models), case.functions, case.options, case.sql);
    here_and_there(hooks::CASES, project);
    here_and_there(TEXTS, project);
}

#[test]
fn every_case_of_postgresql() {
    here_and_there(postgresql::CASES, |case| {
        let database = Server::shared().database();
        database.psql(&format!("{STAMP}\n{}", case.sql));
        let url = database.url().replace("postgresql://", "postgresql+psycopg2://");
        Project::without_database(&format!("{IMPORTS}{}", case.models), case.functions, case.options, &url)
    });
}

#[test]
fn several_metadata() {
    let models = "metadata = [sa.MetaData(), sa.MetaData()]\nfor at, one in enumerate(metadata):\n    \
                  Table('t%d' % at, one, Column('id', String(WIDTH), primary_key=True))\n";
    let code = same(&project(models, "", "", ""));
    assert!(code.contains("'t0'") && code.contains("'t1'"), "{code}");
}

#[test]
fn an_asynchronous_env_py() {
    let project = project(MODELS, "", "", "");
    let env = "import asyncio
from alembic import context
from sqlalchemy.ext.asyncio import async_engine_from_config
from models import metadata
def run(connection):
    context.configure(connection=connection, target_metadata=metadata)
    with context.begin_transaction():
        context.run_migrations()
async def main():
    engine = async_engine_from_config({'sqlalchemy.url': 'sqlite+aiosqlite:///test.db'})
    async with engine.connect() as connection:
        await connection.run_sync(run)
    await engine.dispose()
asyncio.run(main())
";
    fs::write(project.folder.path().join("migrations/env.py"), env).expect("env.py");
    same(&project);
}

#[test]
fn an_interpreter_without_alembic() {
    let project = project(MODELS, "", "", "");
    let env = fs::read_to_string(project.folder.path().join("migrations/env.py")).expect("env.py");
    let env = format!(
        "from alembic.autogenerate import rewriter\nfrom alembic.operations import ops\nwriter = rewriter.Rewriter()\n\
         @writer.rewrites(ops.CreateTableOp)\ndef keep(context, revision, op):\n    return op\n{env}"
    );
    fs::write(project.folder.path().join("migrations/env.py"), env).expect("env.py");
    let packages = Command::new(venv_python())
        .args(["-c", "import sqlalchemy, os; print(os.path.dirname(os.path.dirname(sqlalchemy.__file__)))"])
        .output();
    let packages = String::from_utf8(packages.expect("the venv's Python").stdout).expect("a path");
    let lib = project.folder.path().join("lib");
    fs::create_dir_all(&lib).expect("a folder");
    for name in ["sqlalchemy", "typing_extensions.py"] {
        std::os::unix::fs::symlink(Path::new(packages.trim()).join(name), lib.join(name)).expect("a link");
    }
    script(&project, &format!("PYTHONPATH=lib exec {} -S \"$@\"", venv_python().display()));
    let project = with_python(project, Path::new("bin/python"));
    let code = project.code(&limbeck());
    assert!(code.contains("op.create_table('parent'"), "{code}");
}

#[test]
fn pyproject_names_it() {
    let project = Project::new(&format!("{IMPORTS}{MACHINE}{MODELS}"), "", "", "");
    script(&project, &format!("echo called >&2; exec {} \"$@\"", venv_python().display()));
    let toml = "[tool.limbeck]\npython = \"%(here)s/bin/python\"\n";
    fs::write(project.folder.path().join("pyproject.toml"), toml).expect("pyproject.toml");
    let outcome = project.check(&limbeck());
    assert!(outcome.stderr.contains("called\n") && outcome.stderr.contains("New upgrade operations"), "{outcome:#?}");
}

#[test]
fn models_that_fail_are_not_in_the_way() {
    let models = format!("{MODELS}\nctypes.CDLL(None).getpid()\n");
    same(&project(&models, "", "", ""));
    let without = Project::new(&format!("{IMPORTS}{MACHINE}{models}"), "", "", "").check(&limbeck());
    assert!(matches!(without.code, Some(1 | 255)) && !without.stderr.contains("New upgrade"), "{without:#?}");
}

#[test]
fn nothing_is_asked_of_a_database_there() {
    let project = project(MODELS, "", "", "");
    let env = fs::read_to_string(project.folder.path().join("migrations/env.py")).expect("env.py");
    let env = env.replace(
        "    context.configure(",
        "    connection.exec_driver_sql('CREATE TABLE once (id INTEGER)')\n    context.configure(",
    );
    fs::write(project.folder.path().join("migrations/env.py"), env).expect("env.py");
    let outcome = project.check(&limbeck());
    assert!(
        !outcome.stderr.contains("already exists") && outcome.stderr.contains("New upgrade operations"),
        "{outcome:#?}"
    );
}

/// The message of a check with this stand-in.
fn refused(project: &Project) -> String {
    let outcome: Outcome = project.check(&limbeck());
    assert_eq!(outcome.code, Some(255), "{outcome:#?}");
    let at = outcome.stderr.find("FAILED: ").unwrap_or_else(|| panic!("{outcome:#?}"));
    assert!(outcome.stderr[at..].contains("alembic.ini:6: "), "{outcome:#?}");
    assert!(outcome.stderr[at..].contains("\n  help: "), "{outcome:#?}");
    outcome.stderr[at..].to_owned()
}

fn refused_by(text: &str) -> String {
    let project = with_python(project(MODELS, "", "", ""), Path::new("bin/python"));
    script(&project, text);
    refused(&project)
}

#[test]
fn an_interpreter_that_is_not_there() {
    let project = with_python(project(MODELS, "", "", ""), Path::new("nowhere/python"));
    let message = refused(&project);
    let path = project.folder.path().join("nowhere/python");
    assert!(message.contains(&format!("{} does not start: No such file", path.display())), "{message}");
}

#[test]
fn an_interpreter_that_fails() {
    let message = refused_by("echo first >&2; echo 'the last word' >&2; exit 3");
    assert!(message.contains("exit status: 3: the last word"), "{message}");
    let project = with_python(Project::new("1 / 0\n", "", "", ""), &venv_python());
    let message = refused(&project);
    assert!(message.contains("ZeroDivisionError: division by zero"), "{message}");
}

#[test]
fn an_interpreter_that_prints_nonsense() {
    let message = refused_by("echo hello");
    assert!(message.contains("\"hello\\n\"") && message.contains(".venv/bin/python"), "{message}");
}

#[test]
fn no_sqlalchemy_there() {
    let message = refused_by(&format!("exec {} -S \"$@\"", venv_python().display()));
    assert!(message.contains("has no SQLAlchemy (No module named 'sqlalchemy')"), "{message}");
}

#[test]
fn no_metadata_there() {
    let message = refused(&project("metadata = sa.MetaData() if 'limbeck' in globals() else None\n", "", "", ""));
    assert!(message.contains("gives no target_metadata"), "{message}");
    let message = refused(&project("metadata = 'models'\n", "", "", ""));
    assert!(message.contains("gives a str as target_metadata"), "{message}");
}

#[test]
fn an_env_py_that_goes_another_way_there() {
    let leaves = "import sys\nif sys.implementation.name == 'cpython':\n    sys.exit()\n";
    let project = project(MODELS, leaves, "", "");
    let message = refused(&project);
    assert!(message.contains("does not come to the context.configure()"), "{message}");
}

#[test]
fn other_commands_do_not_ask() {
    let project = with_python(project(MODELS, "", "", ""), Path::new("nowhere/python"));
    let output = Command::new(limbeck()).arg("upgrade").arg("head").current_dir(project.folder.path()).output();
    let output = output.expect("limbeck starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}
