//! Sequences and views, which Alembic does not compare.

use limbeck_testkit::postgres::Server;

use crate::interpreter::{venv_python, with_python};
use crate::{IMPORTS, Project, STAMP, limbeck};

const MODELS: &str = "metadata = sa.MetaData()
sa.Sequence('given', start=5, metadata=metadata)
sa.Sequence('skipped', metadata=metadata)
Table('t', metadata, Column('id', Integer, primary_key=True), Column('a', Integer, sa.Sequence('of_column', increment=2)),
      Column('b', Integer, server_default=sa.Sequence('of_default').next_value()), Column('c', Integer, sa.Sequence('optional', optional=True)),
      Column('d', Integer, sa.Sequence('there', data_type=sa.BigInteger, schema='public')))
";
const FUNCTIONS: &str = "def include_object(item, name, type_, reflected, other):
    if type_ == 'sequence':
        assert item.name == name and item.info == {} and (other is None or other.name == name)
        assert not hasattr(item, 'columns')
        return not name.startswith('skipped')
    return True
def include_name(name, type_, parents):
    return type_ != 'sequence' or parents['schema_qualified_table_name'] != 'unnamed'
";
const OPTIONS: &str = "include_object=include_object, include_name=include_name";
const DATABASE: &str =
    "CREATE SEQUENCE there; CREATE SEQUENCE gone START 7; CREATE SEQUENCE skipped_too; CREATE SEQUENCE unnamed;
CREATE TABLE t (id SERIAL PRIMARY KEY, a INTEGER, c INTEGER, d INTEGER);";

#[test]
fn of_models_that_either_python_loads() {
    let database = Server::shared().database();
    database.psql(STAMP);
    database.psql(DATABASE);
    let url = database.url().replace("postgresql://", "postgresql+psycopg2://");
    let project = || Project::without_database(&format!("{IMPORTS}{MODELS}"), FUNCTIONS, OPTIONS, &url);
    let here = project().code(&limbeck());
    let there = with_python(project(), &venv_python()).code(&limbeck());
    assert_eq!(here, there);
    let body = here.split("def downgrade").next().unwrap_or_default();
    let made: Vec<&str> = body.lines().map(str::trim).filter(|line| line.starts_with("op.")).collect();
    assert_eq!(
        made,
        [
            "op.execute(sa.schema.CreateSequence(sa.Sequence('given', start=5)))",
            "op.execute(sa.schema.CreateSequence(sa.Sequence('of_column', increment=2)))",
            "op.execute(sa.schema.CreateSequence(sa.Sequence('of_default')))",
            "op.add_column('t', sa.Column('b', sa.Integer(), server_default=sa.text(\"nextval('of_default')\"), nullable=True))",
            "op.execute(sa.schema.DropSequence(sa.Sequence('gone')))",
        ]
    );
    assert!(here.contains("op.execute(sa.schema.CreateSequence(sa.Sequence('gone', start=7)))"), "{here}");
}

#[test]
fn a_table_that_is_a_view() {
    let models = format!(
        "{IMPORTS}metadata = sa.MetaData()
Table('t', metadata, Column('id', Integer, primary_key=True))
Table('shown', metadata, Column('id', Integer, primary_key=True))
"
    );
    let project = Project::new(
        &models,
        "",
        "",
        "CREATE TABLE t (id INTEGER NOT NULL PRIMARY KEY); CREATE VIEW shown AS SELECT id FROM t;",
    );
    let outcome = project.check(&limbeck());
    let said = "Table 'shown' is not compared: in the database it is a view";
    assert!(outcome.code == Some(0) && outcome.stderr.contains(said), "{outcome:#?}");
    let function = "def include_object(item, name, type_, reflected, other):\n    return name != 'shown'\n";
    let database = Server::shared().database();
    database.psql(STAMP);
    database.psql("CREATE TABLE t (id SERIAL PRIMARY KEY); CREATE MATERIALIZED VIEW shown AS SELECT id FROM t;");
    let url = database.url();
    let outcome = Project::without_database(&models, "", "", &url).check(&limbeck());
    let said = "Table 'shown' is not compared: in the database it is a materialized view";
    assert!(outcome.code == Some(0) && outcome.stderr.contains(said), "{outcome:#?}");
    let outcome = Project::without_database(&models, function, "include_object=include_object", &url).check(&limbeck());
    assert!(outcome.code == Some(0) && !outcome.stderr.contains("shown"), "{outcome:#?}");
}

#[test]
fn a_bigint_with_a_small_counter() {
    let models = format!(
        "{IMPORTS}metadata = sa.MetaData()\nTable('t', metadata, Column('id', sa.BigInteger, primary_key=True))\n"
    );
    let database = Server::shared().database();
    database.psql(STAMP);
    database.psql("CREATE TABLE t (id SERIAL PRIMARY KEY); ALTER TABLE t ALTER id TYPE bigint;");
    let outcome = Project::without_database(&models, "", "", &database.url()).check(&limbeck());
    let said = "Column t.id is BIGINT, but its sequence is integer and ends there";
    assert!(outcome.code == Some(0) && outcome.stderr.contains(said), "{outcome:#?}");
}
