//! What scripts bind and read: real Alembic and limbeck on databases of their own, row for row.

mod support;

use std::process::Command;

use limbeck_testkit::oracle;
use support::{Project, column};

const SCRIPT: &str = include_str!("values/script.py");
const ROWS: &str = "SELECT * FROM (SELECT number || ' ' || value AS line FROM seen) s ORDER BY line";
const TYPED: &str = "SELECT * FROM (SELECT id || ' ' || coalesce(CAST(j AS TEXT), 'none') || ' ' || coalesce(CAST(k AS TEXT), 'none') \
                     || ' ' || coalesce(CAST(span AS TEXT), 'none') AS line FROM t) s ORDER BY line";

/// Runs real Alembic, which must succeed; what the script prints.
fn alembic(project: &Project) -> String {
    let output = Command::new(oracle::alembic()).args(["upgrade", "head"]).current_dir(project.path("")).output();
    let outcome = project.outcome(output.expect("alembic starts"));
    assert_eq!(outcome.code, Some(0), "{outcome:#?}");
    outcome.stdout
}

/// Queries and what they find, printed by the script.
#[test]
fn queries() {
    for new in [Project::new, Project::on_postgresql, Project::on_mariadb] {
        let [theirs, ours] = [new(), new()];
        for project in [&theirs, &ours] {
            project.write("migrations/versions/a.py", include_str!("values/queries.py"));
        }
        let expected = alembic(&theirs);
        assert_eq!(expected.lines().count(), 6, "{expected}");
        assert_eq!(ours.succeed(&["upgrade", "head"]), expected);
    }
}

fn same(new: fn() -> Project, read: fn(&Project, &str) -> Vec<String>) {
    let [theirs, ours] = [new(), new()];
    for project in [&theirs, &ours] {
        project.write("migrations/versions/a.py", SCRIPT);
    }
    alembic(&theirs);
    ours.succeed(&["upgrade", "head"]);
    for sql in [ROWS, TYPED] {
        let [theirs, ours] = [&theirs, &ours].map(|project| read(project, sql));
        assert!(theirs.len() > 10);
        let mut wrong = Vec::new();
        for (line, (theirs, ours)) in theirs.iter().zip(&ours).enumerate() {
            if theirs != ours {
                wrong.push(format!("line {line}\n  Alembic {theirs}\n  limbeck {ours}"));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        assert_eq!(theirs.len(), ours.len());
    }
}

#[test]
fn on_sqlite() {
    same(Project::new, |project, sql| {
        column(&rusqlite::Connection::open(project.database()).expect("the database"), sql)
    });
}

#[test]
fn on_postgresql() {
    same(Project::on_postgresql, |project, sql| project.postgresql().psql(sql).lines().map(str::to_owned).collect());
}

/// The same questions in MariaDB's words.
#[test]
fn on_mariadb() {
    same(Project::on_mariadb, |project, sql| {
        let sql = match sql {
            ROWS => "SELECT CONCAT(number, ' ', value) AS line FROM seen ORDER BY line",
            _ => {
                "SELECT CONCAT(id, ' ', COALESCE(j, 'none'), ' ', COALESCE(k, 'none'), ' ', COALESCE(span, 'none')) AS line FROM t \
                 ORDER BY line"
            }
        };
        project.mariadb().sql(sql).lines().map(str::to_owned).collect()
    });
}

/// Types that version scripts take from libraries which need not be there.
#[test]
fn column_types_of_libraries_that_are_not_there() {
    let project = Project::on_postgresql();
    let columns = "\
from sqlmodel.sql.sqltypes import AutoString
from fastapi_users_db_sqlalchemy.generics import GUID, TIMESTAMPAware
import sqlmodel
op.create_table(
    \"t\",
    sa.Column(\"id\", GUID(), primary_key=True),
    sa.Column(\"name\", AutoString(length=30)),
    sa.Column(\"note\", sqlmodel.sql.sqltypes.AutoString()),
    sa.Column(\"made\", TIMESTAMPAware(timezone=True)),
    sa.Column(\"kind\", sa.Enum(\"a\", name=\"kind\")),
)
op.create_table(\"u\", sa.Column(\"kind\", sa.Enum(\"a\", name=\"kind\", create_type=False)))";
    project.revision("r01", None, columns, "pass");
    project.succeed(&["upgrade", "head"]);
    let types = "SELECT attname || ' ' || format_type(atttypid, atttypmod) FROM pg_attribute \
                 WHERE attrelid = 't'::regclass AND attnum > 0 ORDER BY attnum";
    let expected =
        "id uuid\nname character varying(30)\nnote character varying\nmade timestamp with time zone\nkind kind";
    assert_eq!(project.postgresql().psql(types), expected);
}
