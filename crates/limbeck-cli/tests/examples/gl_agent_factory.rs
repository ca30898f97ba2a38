//! `examples/gl-agent-factory`: eight tables of many tenants on PostgreSQL, a Makefile, file names by date.

use std::fs;

use crate::checks::Pair;
use crate::database::Kind;
use crate::tool::{Project, Tool};
use crate::{Example, agree};

const EXAMPLE: Example = Example {
    name: "gl-agent-factory",
    head: "b09c6e21f4a7",
    revisions: 7,
    up: &["+1", "+1", "+1", "+1", "+1", "+1", "+1"],
    down: &["-1", "-1", "-1", "-1", "-1", "-1", "-1"],
    offline: |_| true,
};

agree!(on_postgresql, crate::gl_agent_factory::EXAMPLE, crate::database::Kind::Postgresql);

const NOWHERE: &str = "postgresql+psycopg2://nobody@127.0.0.1:1/nothing";

#[test]
fn all_eight_tables_are_there() {
    let pair = Pair::new(&EXAMPLE, Kind::Postgresql);
    let content = pair.do_the_same(&["upgrade", "head"]);
    let tables = [
        "agent_versions",
        "agents",
        "audit_logs",
        "executions",
        "tenant_invitations",
        "tenant_usage_logs",
        "tenants",
        "users",
    ];
    for table in tables {
        let made = content.parts(&format!("object {table}; Type: TABLE"));
        assert_eq!(made.len(), 1, "{table}");
        let comment = content.parts(&format!("object TABLE {table}; Type: COMMENT"));
        assert_eq!(comment.len(), 1, "the comment on {table}");
    }
    let gin = content.parts("object ix_").into_iter().filter(|part| part.contains("USING gin")).count();
    assert_eq!(gin, 4);
    assert!(content.parts("object ix_executions_output;")[0].contains("jsonb_path_ops"));
    assert!(content.parts("object uq_tenant_invitations_pending;")[0].contains("WHERE (accepted_at IS NULL)"));
}

#[test]
fn three_revisions_back_at_once() {
    let pair = Pair::new(&EXAMPLE, Kind::Postgresql);
    let before = pair.do_the_same(&["upgrade", "27d90fb6ae84"]);
    pair.do_the_same(&["upgrade", "head"]);
    before.assert_same(&pair.do_the_same(&["downgrade", "-3"]), "after downgrade -3");
    assert_eq!(pair.print_the_same(&["current"]), "27d90fb6ae84\n");
}

#[test]
fn the_url_is_looked_for_in_three_places() {
    let mut pair = Pair::new(&EXAMPLE, Kind::Postgresql);
    for (tool, project) in &mut pair.sides {
        let url = project.database().url("psycopg2");
        let arrives = |project: &Project, revision: &str| {
            project.succeed(tool, &["upgrade", revision]);
            assert_eq!(project.database().postgresql().psql("SELECT version_num FROM alembic_version"), revision);
        };

        project.set_environment(&[("ALEMBIC_DATABASE_URL", &url), ("DATABASE_URL", NOWHERE)]);
        arrives(project, "4f2a9c01b7d3");
        // A variable that is empty is none.
        project.set_environment(&[("ALEMBIC_DATABASE_URL", ""), ("DATABASE_URL", &url)]);
        arrives(project, "8b6d0e35f9c2");
        let ini = project.folder().join("alembic.ini");
        let text = fs::read_to_string(&ini).expect("alembic.ini");
        let (before, after) = text.split_once("sqlalchemy.url = ").expect("the ini names a database");
        let after = after.split_once('\n').map_or("", |(_, after)| after);
        fs::write(&ini, format!("{before}sqlalchemy.url = {url}\n{after}")).expect("alembic.ini is written");
        project.set_environment(&[]);
        arrives(project, "c15e7a48d20b");

        // What comes first counts, and does not fall back on the next.
        project.set_environment(&[("ALEMBIC_DATABASE_URL", NOWHERE), ("DATABASE_URL", &url)]);
        let outcome = project.run(tool, &["upgrade", "head"]);
        assert_ne!(outcome.code, Some(0), "{}: {outcome:#?}", tool.name);
    }
    pair.same_content("after URLs from three places");
}

/// The Makefile runs whichever tool `ALEMBIC` names.
#[test]
fn every_target_of_the_makefile() {
    let pair = Pair::new(&EXAMPLE, Kind::Postgresql);
    for target in [
        "db-upgrade",
        "db-current",
        "db-history",
        "db-show REV=c15e7a48d20b",
        "db-check",
        "db-sql",
        "db-downgrade",
        "db-downgrade STEPS=2",
        "db-upgrade TO=+1",
        "db-downgrade-all",
    ] {
        let [alembic, limbeck] = pair.sides.each_ref().map(|(tool, project)| {
            let command = format!("make --no-print-directory ALEMBIC='{}' {target}", tool.program.display());
            let outcome = project.shell(tool, &command);
            assert_eq!(outcome.code, Some(0), "{}: make {target}: {outcome:#?}", tool.name);
            // make shows the command, which holds the tool's path.
            let text = outcome.stdout.replace(&*tool.program.to_string_lossy(), "TOOL");
            text.replace(" RETURNING alembic_version.version_num", "").replace(" RETURNING version_num", "")
        });
        assert_eq!(alembic, limbeck, "alembic (left) and limbeck (right): make {target}");
        pair.same_content(&format!("after make {target}"));
    }
    let (tool, project) = &pair.sides[1];
    for target in ["db-show", "db-merge REVS=heads", "db-revision", "db-revision-empty"] {
        let outcome = project.shell(tool, &format!("make {target}"));
        assert_eq!(outcome.code, Some(2), "make {target} without its variable: {outcome:#?}");
    }
}

#[test]
fn new_files_are_named_by_date() {
    for tool in [Tool::alembic(), Tool::limbeck()] {
        let project = Project::new(&EXAMPLE, Kind::Postgresql);
        let outcome =
            project.shell(&tool, "make db-revision-empty MSG='Backfill the usage of everybody, again and again'");
        assert_eq!(outcome.code, Some(0), "{}: {outcome:#?}", tool.name);
        let mut names: Vec<String> = fs::read_dir(project.folder().join("migrations/versions"))
            .expect("the versions")
            .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
            .filter(|name| name.ends_with(".py"))
            .collect();
        names.sort();
        for name in &names {
            let parts: Vec<&str> = name.splitn(4, '_').collect();
            let digits = |text: &str, count| text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
            let hex = |text: &str| text.len() == 12 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
            assert!(digits(parts[0], 8) && digits(parts[1], 6) && hex(parts[2]), "{}: {name}", tool.name);
        }
        // Sorted by name is sorted by time, and the slug is cut at a word.
        let newest = names.last().expect("files");
        assert!(newest.ends_with("_backfill_the_usage_of_everybody_again_.py"), "{}: {newest}", tool.name);
    }
}
