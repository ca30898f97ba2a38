//! Tables that something else manages: Alembic would drop those that no model names.

use limbeck_testkit::oracle::alembic;
use limbeck_testkit::postgres::Server;

use crate::{IMPORTS, Outcome, Project, STAMP, limbeck};

const MODELS: &str = "metadata = sa.MetaData()
Table('t', metadata, Column('id', Integer, primary_key=True))
";

/// Alembic wants to drop something of each database; limbeck says of each table why it does not.
fn left_alone(project: &Project, tables: &[(&str, &str)]) {
    let theirs = project.check(&alembic());
    for (table, _) in tables {
        assert!(theirs.stderr.contains(&format!("Detected removed table '{table}'")), "{table}: {theirs:#?}");
    }
    let ours = project.check(&limbeck());
    assert_eq!((ours.code, ours.stdout.as_str()), (Some(0), "No new upgrade operations detected.\n"), "{ours:#?}");
    assert_eq!(remarks(&ours), tables.iter().map(|(table, why)| remark(table, why)).collect::<Vec<_>>());
}

fn remark(table: &str, why: &str) -> String {
    format!("INFO [alembic.autogenerate.compare] Table '{table}' is not compared: it is {why}")
}

fn remarks(outcome: &Outcome) -> Vec<&str> {
    outcome.stderr.lines().filter(|line| line.contains(" is not compared: ")).collect()
}

#[test]
fn partitions_children_extensions_and_other_owners() {
    let server = Server::shared();
    let database = server.database();
    // Roles are the server's, and its databases share them.
    database.psql(&format!(
        "{STAMP} CREATE TABLE t (id SERIAL PRIMARY KEY); CREATE TABLE heir (extra INTEGER) INHERITS (t);
CREATE TABLE parted (id INTEGER, day DATE) PARTITION BY RANGE (day); CREATE INDEX ix ON parted (day);
CREATE TABLE parted_1 PARTITION OF parted FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE EXTENSION citext; CREATE TABLE ours (a INTEGER); ALTER EXTENSION citext ADD TABLE ours;
CREATE ROLE owner_of_another LOGIN; CREATE ROLE guest_of_another LOGIN; CREATE TABLE theirs (a INTEGER); ALTER TABLE theirs OWNER TO owner_of_another;
GRANT ALL ON ALL TABLES IN SCHEMA public TO guest_of_another; GRANT guest_of_another TO postgres;
ALTER TABLE t OWNER TO guest_of_another; ALTER TABLE parted OWNER TO guest_of_another; ALTER TABLE alembic_version OWNER TO guest_of_another;"
    ));
    let url = database.url().replace("postgresql://postgres@", "postgresql+psycopg2://guest_of_another@");
    assert!(url.contains("guest_of_another"), "{url}");
    let models = format!(
        "{IMPORTS}{MODELS}Table('parted', metadata, Column('id', Integer), Column('day', sa.Date, index=True))\n"
    );
    let models =
        models.replace("index=True))", "nullable=True), sa.Index('ix', 'day'), postgresql_partition_by='RANGE (day)')");
    let project = Project::without_database(&models, "", "", &url);
    left_alone(
        &project,
        &[
            ("heir", "a child of 't'"),
            ("ours", "part of the extension 'citext'"),
            ("parted_1", "a partition of 'parted'"),
            ("theirs", "owned by 'owner_of_another'"),
        ],
    );
    // A model that names them is compared with them; the index of a partition is its parent's.
    let named = format!(
        "{models}Table('parted_1', metadata, Column('id', Integer), Column('day', sa.Date))
Table('theirs', metadata, Column('b', Integer))\n"
    );
    let outcome = Project::without_database(&named, "", "", &url).check(&limbeck());
    assert_eq!(outcome.code, Some(255), "{outcome:#?}");
    let found: Vec<&str> =
        outcome.stderr.lines().filter(|line| line.contains("compare.") && line.contains("etected")).collect();
    assert_eq!(found.len(), 2, "{found:#?}");
    assert!(found.iter().all(|line| line.contains("column 'theirs.")), "{found:#?}");
    assert_eq!(remarks(&outcome).len(), 2);
}

#[test]
fn virtual_tables() {
    let models = format!("{IMPORTS}{MODELS}");
    let sql = "CREATE TABLE t (id INTEGER NOT NULL PRIMARY KEY); CREATE VIRTUAL TABLE docs USING fts5(body);";
    let data = "what a virtual table keeps its data in";
    let project = Project::new(&models, "", "", sql);
    left_alone(
        &project,
        &[
            ("docs", "a virtual table of the module 'fts5'"),
            ("docs_config", data),
            ("docs_content", data),
            ("docs_data", data),
            ("docs_docsize", data),
            ("docs_idx", data),
        ],
    );
}
