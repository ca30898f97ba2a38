//! `examples/postbot`: five variables or one URL, an existing database that is adopted, a Kubernetes Job.

use std::fs;
use std::process::Command;

use limbeck_testkit::oracle;

use crate::checks::Pair;
use crate::content::Content;
use crate::database::Kind;
use crate::tool::{Project, Tool};
use crate::{Example, agree};

const EXAMPLE: Example = Example {
    name: "postbot",
    head: "3ba59d1e82c7",
    revisions: 4,
    up: &["+1", "+1", "+1", "+1"],
    down: &["-1", "-1", "-1", "-1"],
    offline: |_| true,
};

agree!(on_postgresql, crate::postbot::EXAMPLE, crate::database::Kind::Postgresql);

const FIRST: &str = "6e2b40d9a713";

const ROWS: &str = "\
INSERT INTO accounts (handle, display_name, created_at) VALUES
    ('anna', 'Anna''s account', '2024-01-01 00:00+00'), ('bert', NULL, '2024-01-02 00:00+00');
INSERT INTO posts (account_id, body, status, created_at, updated_at) VALUES
    (1, 'one', 'sent', '2024-02-01 00:00+00', '2024-02-02 00:00+00'),
    (1, E'two\\nlines', 'draft', '2024-02-01 00:00+00', '2024-02-03 00:00+00'),
    (2, 'three', 'sent', '2024-02-01 00:00+00', '2024-02-04 00:00+00');
";

/// Runs `schema.sql` on the project's empty database, and fills the tables.
fn type_in_the_schema(project: &Project) {
    let sql = fs::read_to_string(project.folder().join("schema.sql")).expect("schema.sql");
    project.database().postgresql().psql(&format!("{sql}{ROWS}"));
}

fn without_version(content: &Content) -> Content {
    content.without("alembic_version row").without("object alembic_version")
}

#[test]
fn the_first_revision_makes_what_schema_sql_makes() {
    let by_hand = Project::new(&EXAMPLE, Kind::Postgresql);
    let sql = fs::read_to_string(by_hand.folder().join("schema.sql")).expect("schema.sql");
    by_hand.database().postgresql().psql(&sql);
    let pair = Pair::new(&EXAMPLE, Kind::Postgresql);
    let migrated = pair.do_the_same(&["upgrade", FIRST]);
    let version = "object alembic_version alembic_version_pkc";
    assert_eq!(migrated.parts(version).len(), 1);
    by_hand.content().assert_same(&without_version(&migrated), "(first: schema.sql, second: the first revision)");
}

#[test]
fn an_existing_database_is_adopted_and_migrated_on() {
    let pair = Pair::new(&EXAMPLE, Kind::Postgresql);
    for (_, project) in &pair.sides {
        type_in_the_schema(project);
    }
    let before = pair.same_content("before anything");
    let stamped = pair.do_the_same(&["stamp", FIRST]);
    before.assert_same(&without_version(&stamped), "after stamp, which writes a version only");
    assert_eq!(pair.print_the_same(&["current"]), format!("{FIRST}\n"));

    let upgraded = pair.do_the_same(&["upgrade", "head"]);
    assert_eq!(upgraded.parts("posts row").len(), 3);
    assert_eq!(upgraded.parts("deliveries row").len(), 2, "one for each post that was sent");
    assert_eq!(pair.print_the_same(&["check"]), "No new upgrade operations detected.\n");
    for (_, project) in &pair.sides {
        project.database().postgresql().psql("DELETE FROM accounts WHERE handle = 'anna'");
    }
    let fewer = pair.same_content("after a DELETE that cascades");
    assert_eq!((fewer.parts("posts row").len(), fewer.parts("deliveries row").len()), (1, 1));
    pair.do_the_same(&["downgrade", FIRST]);
}

/// As it was on the day of the adoption: one revision, `stamp head`; the others were written later.
#[test]
fn stamp_head_adopts_when_the_first_revision_is_the_only_one() {
    let pair = Pair::new(&EXAMPLE, Kind::Postgresql);
    let mut later = Vec::new();
    for (_, project) in &pair.sides {
        type_in_the_schema(project);
        for entry in fs::read_dir(project.folder().join("alembic/versions")).expect("the versions") {
            let path = entry.expect("an entry").path();
            if !path.to_string_lossy().contains(FIRST) {
                later.push((path.clone(), fs::read(&path).expect("a revision")));
                fs::remove_file(path).expect("a revision is taken away");
            }
        }
    }
    assert_eq!(later.len(), 6);
    pair.do_the_same(&["stamp", "head"]);
    assert_eq!(pair.print_the_same(&["current"]), format!("{FIRST} (head)\n"));
    for (path, text) in later {
        fs::write(path, text).expect("a revision is put back");
    }
    pair.do_the_same(&["upgrade", "head"]);
    assert_eq!(pair.print_the_same(&["current"]), format!("{} (head)\n", EXAMPLE.head));
}

#[test]
fn one_url_or_five_variables_or_the_ini() {
    const PASSWORD: &str = "p@ss/w:rd%41 &?#";
    let mut pair = Pair::new(&EXAMPLE, Kind::Postgresql);
    for (tool, project) in &mut pair.sides {
        let database = project.database().postgresql();
        let (url, name) = (project.database().url("psycopg2"), database.name().to_owned());
        let port = limbeck_testkit::postgres::Server::shared().port().to_string();
        let five = [
            ("DB_USER", "postgres"),
            ("DB_PASSWORD", PASSWORD),
            ("DB_HOST", "127.0.0.1"),
            ("DB_PORT", &port),
            ("DB_NAME", &name),
        ];
        let version =
            |project: &Project| project.database().postgresql().psql("SELECT version_num FROM alembic_version");

        project.set_environment(&five);
        project.succeed(tool, &["upgrade", "+1"]);
        assert_eq!(version(project), FIRST);
        let shown = project.succeed(tool, &["current", "-v"]);
        assert!(!(shown.stdout + &shown.stderr).contains("p@ss"), "{} shows the password", tool.name);

        // The one URL goes first.
        let mut elsewhere = five;
        elsewhere[4].1 = "no_such_database";
        project.set_environment(&elsewhere);
        let refused = project.run(tool, &["upgrade", "+1"]);
        assert_ne!(refused.code, Some(0), "{}", tool.name);
        assert!(!(refused.stdout + &refused.stderr).contains("p@ss"), "{} shows the password", tool.name);
        let with_url: Vec<_> = elsewhere.into_iter().chain([("DATABASE_URL", url.as_str())]).collect();
        project.set_environment(&with_url);
        project.succeed(tool, &["upgrade", "+1"]);
        assert_eq!(version(project), "91f7c3d52a0e");

        // Some of the five are a mistake, not a wish for the ini's database.
        project.set_environment(&five[..2]);
        let outcome = project.run(tool, &["upgrade", "+1"]);
        assert_eq!(outcome.code, Some(1), "{}: {outcome:#?}", tool.name);
        assert!(outcome.stderr.contains("without DB_HOST, DB_NAME"), "{}: {outcome:#?}", tool.name);

        let ini = project.folder().join("alembic.ini");
        let text = fs::read_to_string(&ini).expect("alembic.ini");
        let place = "postgresql+psycopg2://postbot@localhost:5432/postbot";
        assert!(text.contains(place));
        fs::write(&ini, text.replace(place, &url)).expect("alembic.ini is written");
        project.set_environment(&[]);
        project.succeed(tool, &["upgrade", "+1"]);
        assert_eq!(version(project), "c04a8e6d17bf");
    }
    pair.same_content("after URLs from three places");
}

/// Validates a manifest by Kubernetes' own schemas, unknown fields refused; gives what is wrong with it.
fn validate(manifest: &str, version: &str) -> Result<(), String> {
    let code = "import sys, yaml, kubernetes_validate as k\n\
                for part in yaml.safe_load_all(sys.argv[1]):\n    k.validate(part, sys.argv[2], strict=True)\n";
    let output =
        Command::new(oracle::program("python")).args(["-c", code, manifest, version]).output().expect("Python starts");
    if output.status.success() { Ok(()) } else { Err(String::from_utf8_lossy(&output.stderr).into_owned()) }
}

#[test]
fn the_job_is_what_kubernetes_expects() {
    let project = Project::new(&EXAMPLE, Kind::Postgresql);
    let job = fs::read_to_string(project.folder().join("k8s/migrate.yaml")).expect("the manifest");
    for version in ["1.28", "1.37"] {
        assert_eq!(validate(&job, version), Ok(()), "Kubernetes {version}");
    }
    // The validator sees what there is to see.
    for (right, wrong, part) in [
        ("backoffLimit: 2", "backofLimit: 2", "backofLimit"),
        ("activeDeadlineSeconds: 900", "activeDeadlineSeconds: soon", "activeDeadlineSeconds"),
        ("allowPrivilegeEscalation: false", "allowPrivilegeEscalations: false", "allowPrivilegeEscalations"),
    ] {
        assert!(job.contains(right));
        let complaint = validate(&job.replace(right, wrong), "1.37").expect_err(wrong);
        assert!(complaint.contains(part), "{wrong}: {complaint}");
    }
    for variable in ["DB_USER", "DB_PASSWORD", "DB_HOST", "DB_PORT", "DB_NAME"] {
        assert!(job.contains(&format!("- name: {variable}\n              valueFrom: {{secretKeyRef:")), "{variable}");
    }
}

/// The image holds what the command needs: limbeck runs in a folder with nothing but the files that the Dockerfile copies.
#[test]
fn the_image_has_all_files_that_the_job_needs() {
    let project = Project::new(&EXAMPLE, Kind::Postgresql);
    let dockerfile = fs::read_to_string(project.folder().join("Dockerfile")).expect("the Dockerfile");
    let instructions: Vec<&str> =
        dockerfile.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
    assert_eq!(instructions[0], "FROM ghcr.io/limbeck/limbeck:0.1.0");
    assert_eq!(instructions.last(), Some(&"CMD [\"upgrade\", \"head\"]"));
    let job = fs::read_to_string(project.folder().join("k8s/migrate.yaml")).expect("the manifest");
    assert!(job.contains("args: [\"upgrade\", \"head\"]"));

    let mut kept: Vec<&str> = Vec::new();
    for instruction in &instructions {
        if let Some(copy) = instruction.strip_prefix("COPY ") {
            kept.push(copy.split(' ').next().expect("a source").trim_end_matches('/'));
        }
    }
    for entry in fs::read_dir(project.folder()).expect("the project") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        if !kept.contains(&name.as_str()) {
            let gone = if path.is_dir() { fs::remove_dir_all(&path) } else { fs::remove_file(&path) };
            gone.expect("it is taken away");
        }
    }
    project.succeed(&Tool::limbeck(), &["upgrade", "head"]);
    assert_eq!(project.succeed(&Tool::limbeck(), &["current"]).stdout, format!("{} (head)\n", EXAMPLE.head));
}
