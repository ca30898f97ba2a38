//! What `check` refuses rather than guess.

use crate::{Project, limbeck};

const TABLE: &str = "CREATE TABLE t (id INTEGER NOT NULL PRIMARY KEY);";
const MODEL: &str = "import sqlalchemy as sa
metadata = sa.MetaData()
sa.Table('t', metadata, sa.Column('id', sa.Integer, primary_key=True))
";
const DECLARATIVE: &str = "import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase
from somewhere_else import Mixin, Money, column
class Base(DeclarativeBase): pass
metadata = Base.metadata
";

/// The message of a check that must be refused.
fn refused(models: &str, functions: &str, options: &str, sql: &str) -> String {
    let outcome = Project::new(models, functions, options, sql).check(&limbeck());
    assert_eq!(outcome.code, Some(255), "{outcome:#?}");
    assert!(!outcome.stdout.contains("No new"), "{outcome:#?}");
    let at = outcome.stderr.find("FAILED: ").unwrap_or_else(|| panic!("{outcome:#?}"));
    outcome.stderr[at..].to_owned()
}

#[test]
fn a_database_that_is_behind() {
    let behind = format!("{TABLE} DELETE FROM alembic_version;");
    assert_eq!(refused(MODEL, "", "", &behind), "FAILED: Target database is not up to date.\n");
}

#[test]
fn no_metadata() {
    let message = refused("metadata = None", "", "", TABLE);
    assert!(message.contains("FAILED: Can't proceed with --autogenerate option; environment script "), "{message}");
    assert!(
        message.contains("env.py does not provide a MetaData object or sequence of objects to the context."),
        "{message}"
    );
}

#[test]
fn a_column_type_that_could_not_be_imported() {
    let model = format!(
        "{DECLARATIVE}class T(Base):\n    __tablename__ = 't'\n    id = sa.Column(sa.Integer, primary_key=True)\n    price = sa.Column(Money())\n"
    );
    let message = refused(&model, "", "", TABLE);
    assert!(message.contains("price") && message.contains("somewhere_else"), "{message}");
}

#[test]
fn a_base_class_that_could_not_be_imported() {
    let model = format!(
        "{DECLARATIVE}class T(Mixin, Base):\n    __tablename__ = 't'\n    id = sa.Column(sa.Integer, primary_key=True)\n"
    );
    let message = refused(&model, "", "", TABLE);
    assert!(message.contains("the model T") && message.contains("somewhere_else"), "{message}");
}

#[test]
fn an_attribute_that_may_be_a_column() {
    let model = format!(
        "{DECLARATIVE}class T(Base):\n    __tablename__ = 't'\n    id = sa.Column(sa.Integer, primary_key=True)\n    a = column()\n"
    );
    let message = refused(&model, "", "", TABLE);
    assert!(message.contains("attribute `a`") && message.contains("somewhere_else"), "{message}");
}

#[test]
fn metadata_that_could_not_be_imported() {
    let message = refused("from somewhere_else import metadata", "", "", TABLE);
    assert!(message.contains("target_metadata depends on") && message.contains("somewhere_else"), "{message}");
}

#[test]
fn plugins_that_are_not_known() {
    let message = refused(MODEL, "", "autogenerate_plugins=['alembic.autogenerate.*', 'other']", TABLE);
    assert!(message.contains("autogenerate_plugins"), "{message}");
}

#[test]
fn a_foreign_key_to_a_table_that_is_not_there() {
    let model = format!("{MODEL}sa.Table('u', metadata, sa.Column('t_id', sa.ForeignKey('nowhere.id')))\n");
    let message = refused(&model, "", "", TABLE);
    assert!(message.contains("could not find table 'nowhere'"), "{message}");
}

#[test]
fn nothing_is_written() {
    let project = Project::new(MODEL, "", "", "DROP TABLE alembic_version;");
    assert_eq!(project.check(&limbeck()).code, Some(255));
    let database = rusqlite::Connection::open(project.folder.path().join("test.db")).expect("the database");
    let tables: i64 = database.query_row("SELECT count(*) FROM sqlite_master", [], |row| row.get(0)).expect("a count");
    assert_eq!(tables, 0, "check must not create the version table");
}

#[test]
fn except_exception_hides_no_refusal() {
    let function = "try:
    context.configure(dialect_name='sqlite', render_as_batch='x')
except Exception:
    pass
";
    let message = refused(MODEL, function, "", TABLE);
    assert!(message.contains("configure(render_as_batch=...) takes True or False, not str"), "{message}");
}

#[test]
fn a_command_error_of_env_py_is_its_message() {
    let function = "from alembic.util import CommandError\nraise CommandError('not today')\n";
    assert_eq!(refused(MODEL, function, "", TABLE), "FAILED: not today\n");
}

/// What they would find is not found.
#[test]
fn packages_that_take_part_in_a_comparison_and_are_not_there() {
    let models = format!(
        "import alembic_postgresql_enum\nfrom alembic_utils.pg_view import PGView\nfrom somewhere_else import other\n{MODEL}\nPGView('v')\n"
    );
    let outcome = Project::new(&models, "", "", TABLE).check(&limbeck());
    assert_eq!(outcome.code, Some(0), "{outcome:#?}");
    for name in ["alembic_postgresql_enum", "alembic_utils"] {
        let warning = format!("{name} could not be imported: what it compares with the database is not compared");
        assert_eq!(outcome.stderr.matches(&warning).count(), 1, "{outcome:#?}");
    }
    assert!(!outcome.stderr.contains("somewhere_else"), "{outcome:#?}");
}
