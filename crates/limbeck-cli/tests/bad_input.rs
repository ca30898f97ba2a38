//! Wrong files, wrong settings, wrong arguments: one plain message that says where, the right exit code, and nothing changed.

mod support;

use std::fs;
use std::process::Command;

use insta::assert_snapshot;
use support::{INI, Outcome, Project, STOCK_ENV};

/// limbeck refuses.
const REFUSED: i32 = 255;
/// The project's own code raised.
const RAISED: i32 = 1;

/// Commands and what they printed, for a snapshot.
#[derive(Default)]
struct Transcript {
    text: String,
}

impl Transcript {
    /// Runs a command that must fail with `code` and change nothing, and writes it down.
    #[track_caller]
    fn fails(&mut self, title: &str, code: i32, project: &Project, arguments: &[&str]) -> &mut Self {
        let outcome = unchanged(project, &mut project.command(arguments));
        self.expect(title, code, arguments, &outcome)
    }

    /// Runs a command that must succeed, and writes it down.
    #[track_caller]
    fn works(&mut self, title: &str, project: &Project, arguments: &[&str]) -> &mut Self {
        let outcome = project.run(arguments);
        self.expect(title, 0, arguments, &outcome)
    }

    #[track_caller]
    fn expect(&mut self, title: &str, code: i32, arguments: &[&str], outcome: &Outcome) -> &mut Self {
        assert_eq!(outcome.code, Some(code), "{title}: {outcome:#?}");
        let own = ["panicked", "fault of limbeck's own", "RUST_BACKTRACE"];
        assert!(!own.iter().any(|sign| outcome.stderr.contains(sign)), "{title}: {}", outcome.stderr);
        let failed = outcome.stderr.lines().filter(|line| line.starts_with("FAILED: ")).count();
        assert_eq!(failed, usize::from(code == REFUSED), "{title}: one message: {}", outcome.stderr);
        self.text.push_str(&format!("# {title}\n$ limbeck {}\n", arguments.join(" ")));
        for stream in [&outcome.stdout, &outcome.stderr] {
            // The log's first lines are the same each time.
            let lines = stream.lines().filter(|line| {
                !line.contains("Context impl SQLiteImpl.") && !line.contains("Will assume non-transactional DDL.")
            });
            // So are the frames of a recursion.
            let mut before = Vec::new();
            for line in lines {
                if before.iter().filter(|earlier| **earlier == line).count() < 3 {
                    self.text.push_str(&format!("{line}\n"));
                }
                before.push(line);
            }
        }
        self.text.push_str(&format!("[{code}]\n\n"));
        self
    }
}

/// Runs a command, after which the database is what it was, byte by byte. A file that connecting made may be there if it is empty.
#[track_caller]
fn unchanged(project: &Project, command: &mut Command) -> Outcome {
    let content = || fs::read(project.database()).unwrap_or_default();
    let before = content();
    let outcome = project.run_command(command);
    assert!(before == content(), "the database was changed: {outcome:#?}");
    assert!(!project.path("app.db-limbeck").exists(), "the run lock's file is still there");
    outcome
}

/// A project at r02 of three revisions, and a fourth with this text in place of its own.
fn with_fourth(text: &str) -> Project {
    let project = Project::new();
    project.chain(3);
    project.succeed(&["upgrade", "r02"]);
    project.write("migrations/versions/r04.py", text);
    project
}

/// The same, with this body of `upgrade()`.
fn with_fourth_upgrade(body: &str) -> Project {
    let project = with_fourth("");
    project.revision("r04", Some("r03"), body, "pass");
    project
}

#[test]
fn faults_in_the_revision_graph() {
    let mut seen = Transcript::default();
    let header = |lines: &str| format!("{lines}\n\ndef upgrade():\n    pass\n\n\ndef downgrade():\n    pass\n");
    for (title, text) in [
        ("a syntax error", "revision = \"r04\"\ndown_revision = \"r03\"\n\ndef upgrade(:\n    pass\n".to_owned()),
        ("no revision", header("down_revision = \"r03\"")),
        ("no down_revision", header("revision = \"r04\"")),
        ("its own parent", header("revision = \"r04\"\ndown_revision = \"r04\"")),
        ("a parent that is not there", header("revision = \"r04\"\ndown_revision = \"gone\"")),
        (
            "a dependency that is not there",
            header("revision = \"r04\"\ndown_revision = \"r03\"\ndepends_on = \"gone\""),
        ),
        ("an identifier that is taken", header("revision = \"r02\"\ndown_revision = \"r01\"")),
        ("an identifier that is no text", header("revision = 4\ndown_revision = \"r03\"")),
        ("an identifier with a character that ranges use", header("revision = \"r:04\"\ndown_revision = \"r03\"")),
        ("a parent that is no text", header("revision = \"r04\"\ndown_revision = 3")),
    ] {
        let project = with_fourth(&text);
        seen.fails(title, REFUSED, &project, &["upgrade", "head"]);
    }
    let long = "4".repeat(40);
    let project = with_fourth(&header(&format!("revision = \"{long}\"\ndown_revision = \"r03\"")));
    project.succeed(&["upgrade", "head"]);
    assert_eq!(
        project.state()[0],
        format!("={long}"),
        "SQLite keeps what is longer than the column, and so does Alembic"
    );
    let project = with_fourth(&header("revision = \"r04\"\ndown_revision = \"r03\"\nbranch_labels = \"one\""));
    project.write(
        "migrations/versions/r05.py",
        header("revision = \"r05\"\ndown_revision = \"r04\"\nbranch_labels = \"one\""),
    );
    seen.fails("a label that is taken", REFUSED, &project, &["heads"]);
    let project = with_fourth(&header("revision = \"r04\"\ndown_revision = \"r05\""));
    project.write("migrations/versions/r05.py", header("revision = \"r05\"\ndown_revision = \"r04\""));
    seen.fails("a cycle", REFUSED, &project, &["history"]);
    let project = with_fourth("");
    fs::write(project.path("migrations/versions/r04.py"), b"# caf\xe9\nrevision = \"r04\"\n").expect("a file");
    seen.fails("not UTF-8", REFUSED, &project, &["upgrade", "head"]);
    assert_snapshot!(seen.text);
}

#[test]
fn odd_files_among_the_version_scripts() {
    let mut seen = Transcript::default();
    let project = with_fourth("");
    seen.fails("an empty file", REFUSED, &project, &["upgrade", "head"]);

    let project = with_fourth("");
    let filler = "    op.execute(\"UPDATE t01 SET id = id WHERE id = 0\")\n".repeat(20_000);
    project.revision("r04", Some("r03"), "pass", "pass");
    let text = fs::read_to_string(project.path("migrations/versions/r04.py")).expect("the script");
    project.write("migrations/versions/r04.py", text.replacen("    pass\n", &filler, 1));
    seen.works("a megabyte of statements", &project, &["upgrade", "head"]);

    let nested = format!("op.execute({}\"SELECT 1\"{})", "(".repeat(5_000), ")".repeat(5_000));
    let project = with_fourth_upgrade(&nested);
    let outcome = unchanged(&project, &mut project.command(&["upgrade", "head"]));
    assert!(matches!(outcome.code, Some(0 | REFUSED)), "deep nesting is no crash: {outcome:#?}");

    let project = with_fourth("");
    fs::remove_file(project.path("migrations/versions/r04.py")).expect("removed");
    project.write("migrations/versions/__pycache__/r09.cpython-311.pyc", b"\0\0");
    project.write("migrations/versions/notes.txt", "not a script");
    project.write("migrations/versions/.#r09.py", "revision = ");
    seen.works("files that are no scripts", &project, &["history"]);
    assert_snapshot!(seen.text);
}

#[test]
fn faults_in_a_script_that_can_be_read() {
    let mut seen = Transcript::default();
    for (title, body) in [
        ("an argument that is not known", "op.add_column(\"t01\", sa.Column(\"a\", sa.Integer), colour=1)"),
        ("a missing argument", "op.create_table()"),
        ("an argument of a wrong kind", "op.add_column(\"t01\", \"a\")"),
        ("a directive that is not known", "op.create_tabel(\"t04\")"),
        ("an option that is not known", "op.create_index(\"ix\", \"t01\", [\"id\"], sqlite_colour=1)"),
        ("what SQLite cannot do", "op.create_foreign_key(\"fk\", \"t01\", \"t02\", [\"id\"], [\"id\"])"),
    ] {
        let project = with_fourth_upgrade(body);
        let outcome = unchanged(&project, &mut project.command(&["upgrade", "head"]));
        let code = if outcome.stderr.contains("Traceback") { RAISED } else { REFUSED };
        seen.expect(title, code, &["upgrade", "head"], &outcome);
    }
    assert_snapshot!(seen.text);
}

#[test]
fn failures_while_a_script_runs() {
    let mut seen = Transcript::default();
    let dynamic = "op.execute(\"CREATE TABLE half (id INTEGER)\")\nop.get_bind()\n";
    for (title, code, body) in [
        (
            "a statement that the database refuses",
            REFUSED,
            "op.execute(\"CREATE TABLE half (id INTEGER)\")\nop.execute(\"INSERT INTO nowhere VALUES (1)\")".to_owned(),
        ),
        (
            "the same in a script that must be run",
            REFUSED,
            format!("{dynamic}op.execute(\"INSERT INTO nowhere VALUES (1)\")"),
        ),
        ("it raises", RAISED, format!("{dynamic}raise ValueError(\"no such luck\")")),
        ("it exits", RAISED, format!("{dynamic}raise SystemExit")),
        ("it exits with a number", RAISED, format!("{dynamic}raise SystemExit(7)")),
        ("it exits with a text", RAISED, format!("{dynamic}raise SystemExit(\"enough\")")),
        ("it recurses for ever", RAISED, format!("{dynamic}f = lambda: f()\nf()")),
        (
            "a wrong argument in a script that must be run",
            REFUSED,
            format!("{dynamic}op.add_column(\"t01\", sa.Column(\"a\", sa.Integer), colour=1)"),
        ),
        (
            "a directive that is not known in a script that must be run",
            RAISED,
            format!("{dynamic}op.create_tabel(\"t04\")"),
        ),
        (
            "a value that cannot be bound",
            RAISED,
            format!("{dynamic}op.get_bind().execute(sa.text(\"SELECT :v\"), {{\"v\": object()}})"),
        ),
        ("a type that is not known", RAISED, "op.add_column(\"t01\", sa.Column(\"a\", sa.Intger))".to_owned()),
        ("a name that is not known", RAISED, "op.drop_table(name)".to_owned()),
        ("NotImplementedError", RAISED, "raise NotImplementedError(\"irreversible\")".to_owned()),
    ] {
        let project = with_fourth_upgrade(&body);
        // r03 before it is applied and stays: this is about the fourth.
        project.succeed(&["upgrade", "r03"]);
        let outcome = unchanged(&project, &mut project.command(&["upgrade", "head"]));
        seen.expect(title, outcome.code.unwrap_or(code), &["upgrade", "head"], &outcome);
    }
    let project = with_fourth("revision = \"r04\"\ndown_revision = \"r03\"\n\n\ndef downgrade():\n    pass\n");
    project.succeed(&["upgrade", "r03"]);
    seen.fails("no upgrade()", REFUSED, &project, &["upgrade", "head"]);

    let project = with_fourth("");
    project.revision("r04", Some("r03"), "pass", "raise NotImplementedError(\"irreversible\")");
    project.succeed(&["upgrade", "head"]);
    seen.fails("a downgrade that cannot be", RAISED, &project, &["downgrade", "-1"]);
    seen.fails("the same on the way to base", RAISED, &project, &["downgrade", "base"]);
    assert_snapshot!(seen.text);
}

#[test]
fn what_a_script_prints_stays_in_order() {
    let project = Project::new();
    project.revision(
        "r01",
        None,
        "for n in range(2):\n    print(\"line\", n)\nop.get_bind()\nprint(\"no end\", end=\"\")",
        "pass",
    );
    project.revision(
        "r02",
        Some("r01"),
        "import sys\nprint(\"second\")\nsys.stderr.write(\"to stderr\\n\")\nraise ValueError(\"end\")",
        "pass",
    );
    let outcome = project.run(&["upgrade", "head"]);
    assert_eq!(outcome.code, Some(RAISED), "{outcome:#?}");
    assert_eq!(outcome.stdout, "line 0\nline 1\nno endsecond\n");
    // One pipe for both streams shows the order between them.
    let other = Project::new();
    for id in ["r01", "r02"] {
        fs::copy(
            project.path(&format!("migrations/versions/{id}.py")),
            other.path(&format!("migrations/versions/{id}.py")),
        )
        .expect("copied");
    }
    let mut shell = Command::new("sh");
    shell
        .arg("-c")
        .arg("exec \"$0\" upgrade head 2>&1")
        .arg(env!("CARGO_BIN_EXE_limbeck"))
        .current_dir(other.path("."));
    let outcome = other.run_command(shell.env_remove("ALEMBIC_CONFIG"));
    assert_snapshot!(outcome.stdout);
    assert_eq!(other.state(), ["=r01", "alembic_version"]);
}

#[test]
fn faults_in_env_py() {
    let mut seen = Transcript::default();
    let project = |env: &str| {
        let project = Project::new();
        project.chain(1);
        project.write("migrations/env.py", env);
        project
    };
    for (title, code, env) in [
        ("a syntax error", REFUSED, "from alembic import context\n\ndef run(:\n    pass\n"),
        ("it raises", RAISED, "from alembic import context\nraise ValueError(\"no such luck\")\n"),
        ("it never runs migrations", REFUSED, "from alembic import context\nprint(\"nothing to do\")\n"),
        ("it is empty", REFUSED, ""),
        ("it exits", 3, "import sys\nsys.exit(3)\n"),
        ("it exits with 0", 0, "import sys\nsys.exit(0)\n"),
        ("it runs without configuring", REFUSED, "from alembic import context\ncontext.run_migrations()\n"),
        (
            "a URL from a module that is not there",
            REFUSED,
            "from alembic import context\nfrom nowhere.settings import URL\nfrom sqlalchemy import create_engine\n\
          with create_engine(URL).connect() as connection:\n    context.configure(connection=connection)\n    context.run_migrations()\n",
        ),
    ] {
        let project = project(env);
        let outcome = unchanged(&project, &mut project.command(&["upgrade", "head"]));
        seen.expect(title, outcome.code.unwrap_or(code), &["upgrade", "head"], &outcome);
    }
    let project = project("from alembic import context\nraise ValueError(\"not for listings\")\n");
    seen.works("history does not run it", &project, &["history"]);
    fs::remove_file(project.path("migrations/env.py")).expect("removed");
    seen.works("without env.py the built-in one runs", &project, &["upgrade", "head"]);
    assert_snapshot!(seen.text);
}

#[test]
fn faults_in_the_configuration() {
    let mut seen = Transcript::default();
    let project = |ini: &str| {
        let project = Project::new();
        project.chain(1);
        project.write("alembic.ini", ini);
        project
    };
    for (title, ini) in [
        ("no [alembic] section", INI.replace("[alembic]", "[other]")),
        ("no script_location", INI.replace("script_location", "elsewhere")),
        ("a script_location that is not there", INI.replace("/migrations", "/nowhere")),
        ("a stray percent sign", INI.replace("app.db", "app%20x.db")),
        ("a reference to nothing", INI.replace("app.db", "%(nothing)s.db")),
        ("a key twice", INI.replace("app.db\n", "app.db\nsqlalchemy.url = sqlite:///other.db\n")),
        ("a section twice", format!("{INI}[alembic]\n")),
        ("a line outside of any section", format!("key = value\n{INI}")),
        ("a line that is none", INI.replace("app.db\n", "app.db\nwhat is this\n")),
        ("an unknown database", INI.replace("sqlite:///app.db", "oracle://u:SECRET@h/d")),
        ("an unknown scheme", INI.replace("sqlite:///app.db", "nonsense://u:SECRET@h/d")),
        ("no URL at all", INI.replace("sqlite:///app.db", "app.db SECRET")),
        ("an empty URL", INI.replace("sqlite:///app.db", "")),
        ("a SQLite URL with a host", INI.replace("sqlite:///app.db", "sqlite://app.db")),
        ("a port that is none", INI.replace("sqlite:///app.db", "postgresql://u:SECRET@h:port/d")),
    ] {
        let project = project(&ini);
        seen.fails(title, REFUSED, &project, &["upgrade", "head"]);
    }
    let without_url = project(&INI.replace("sqlalchemy.url", "other.url"));
    // What SQLAlchemy raises there, in env.py.
    seen.fails("no URL", RAISED, &without_url, &["upgrade", "head"]);
    let project = project(INI);
    fs::remove_file(project.path("alembic.ini")).expect("removed");
    seen.fails("no file", REFUSED, &project, &["upgrade", "head"]);
    seen.fails("no file, listing", REFUSED, &project, &["history"]);
    seen.fails("a file that -c names and that is not there", REFUSED, &project, &["-c", "other.ini", "heads"]);
    seen.fails("a section that -n names and that is not there", REFUSED, &project, &["-n", "other", "heads"]);
    project.write("pyproject.toml", "[tool.alembic]\nscript_location = 3\n");
    seen.fails("a wrong value in pyproject.toml", REFUSED, &project, &["heads"]);
    project.write("pyproject.toml", "[tool.alembic\n");
    seen.fails("pyproject.toml is not TOML", REFUSED, &project, &["heads"]);
    assert!(!seen.text.contains("SECRET"), "{}", seen.text);
    assert_snapshot!(seen.text);
}

#[test]
fn faults_of_the_database_file() {
    let mut seen = Transcript::default();
    let project = Project::new();
    project.chain(2);
    project.write("app.db", "This is a diary, and not a database. ".repeat(100));
    for arguments in
        [&["upgrade", "head"][..], &["current"], &["stamp", "head"], &["downgrade", "base"], &["history", "-i"]]
    {
        seen.fails("not a database", REFUSED, &project, arguments);
    }
    let project = Project::new();
    project.chain(2).write("alembic.ini", INI.replace("app.db", "missing/app.db"));
    for arguments in [&["upgrade", "head"][..], &["current"]] {
        seen.fails("its folder is not there", REFUSED, &project, arguments);
    }
    let project = Project::new();
    project.chain(2).write("alembic.ini", INI.replace("app.db", "migrations"));
    seen.fails("a folder", REFUSED, &project, &["upgrade", "head"]);

    let project = Project::new();
    project.chain(2);
    project.succeed(&["upgrade", "r01"]);
    let connection = rusqlite::Connection::open(project.database()).expect("the database");
    connection.execute("UPDATE alembic_version SET version_num = 'gone'", []).expect("the row");
    for arguments in [
        &["upgrade", "head"][..],
        &["current"],
        &["downgrade", "base"],
        &["stamp", "head"],
        &["current", "--check-heads"],
    ] {
        seen.fails("a row that names no script", REFUSED, &project, arguments);
    }
    assert_snapshot!(seen.text);
}

/// As root, permissions mean nothing: these commands run as a user who may not.
#[cfg(unix)]
#[test]
fn what_may_not_be_read_or_written() {
    use std::os::unix::fs::PermissionsExt;
    use std::os::unix::process::CommandExt;

    let project = Project::new();
    project.chain(2);
    project.succeed(&["upgrade", "r01"]);
    let mode = |path: &str, mode: u32| {
        fs::set_permissions(project.path(path), fs::Permissions::from_mode(mode)).expect("permissions");
    };
    mode(".", 0o755);
    // The binary may lie in a folder that only root can enter.
    let copy = tempfile::tempdir().expect("a temporary folder");
    fs::set_permissions(copy.path(), fs::Permissions::from_mode(0o755)).expect("permissions");
    let program = copy.path().join("limbeck");
    // Another process writes it: had this one it open for writing, a process that another test starts meanwhile would have it too.
    let copied = Command::new("cp").arg(env!("CARGO_BIN_EXE_limbeck")).arg(&program).status().expect("cp starts");
    assert!(copied.success(), "a copy of limbeck");
    let is_root = fs::metadata("/proc/self").is_ok_and(|found| std::os::unix::fs::MetadataExt::uid(&found) == 0);
    let mut seen = Transcript::default();
    let mut fails = |title: &str, arguments: &[&str]| {
        let mut command = Command::new(&program);
        command.args(arguments).current_dir(project.path(".")).env_remove("ALEMBIC_CONFIG");
        if is_root {
            command.gid(65534).uid(65534);
        }
        let outcome = unchanged(&project, &mut command);
        seen.expect(title, REFUSED, arguments, &outcome);
    };
    if is_root {
        fails("a database that may be read only", &["upgrade", "head"]);
        fails("a folder that may be read only", &["revision", "--rev-id", "r03", "-m", "new"]);
    } else {
        mode("app.db", 0o444);
        mode("migrations/versions", 0o555);
        mode(".", 0o555);
        fails("a database that may be read only", &["upgrade", "head"]);
        fails("a folder that may be read only", &["revision", "--rev-id", "r03", "-m", "new"]);
        mode(".", 0o755);
    }
    mode("migrations/versions/r02.py", 0o000);
    fails("a script that may not be read", &["history"]);
    mode("migrations/versions/r02.py", 0o644);
    mode("migrations/versions", 0o000);
    fails("a versions folder that may not be read", &["history"]);
    mode("migrations/versions", 0o755);
    mode("migrations/env.py", 0o000);
    fails("an env.py that may not be read", &["current"]);
    mode("migrations/env.py", 0o644);
    mode("alembic.ini", 0o000);
    fails("an alembic.ini that may not be read", &["heads"]);
    mode("alembic.ini", 0o644);
    assert_snapshot!(seen.text);
}

#[test]
fn no_revisions_at_all() {
    let mut seen = Transcript::default();
    let project = Project::new();
    for arguments in [
        &["heads"][..],
        &["branches"],
        &["history"],
        &["history", "-i"],
        &["current"],
        &["current", "--check-heads"],
        &["show", "heads"],
        &["upgrade", "heads"],
        &["upgrade", "head"],
        &["downgrade", "base"],
        &["stamp", "base"],
        &["stamp", "head"],
        &["upgrade", "head", "--sql"],
    ] {
        seen.works("no revisions", &project, arguments);
    }
    for arguments in
        [&["show", "head"][..], &["downgrade", "-1"], &["upgrade", "+1"], &["upgrade", "abc"], &["merge", "heads"]]
    {
        let outcome = unchanged(&project, &mut project.command(arguments));
        seen.expect("no revisions", outcome.code.unwrap_or(-1), arguments, &outcome);
    }
    fs::remove_dir(project.path("migrations/versions")).expect("removed");
    seen.works("no versions folder", &project, &["history"]);
    assert_snapshot!(seen.text);
}

#[test]
fn arguments_that_name_nothing() {
    let mut seen = Transcript::default();
    let project = Project::new();
    project.chain(3);
    project.succeed(&["upgrade", "r02"]);
    for arguments in [
        &["upgrade", "nosuch"][..],
        &["upgrade", "r01"],
        &["upgrade", "+5"],
        &["upgrade", "r0"],
        &["upgrade", "x@head"],
        &["upgrade", "r01:r02"],
        &["upgrade", "-1"],
        &["upgrade", ""],
        &["downgrade", "r03"],
        &["downgrade", "-9"],
        &["downgrade", "+1"],
        &["downgrade", "nosuch"],
        &["downgrade", "r01", "--sql"],
        &["downgrade", "head"],
        &["stamp", "nosuch"],
        &["stamp", "--purge", "--sql", "head"],
        &["show", "nosuch"],
        &["history", "-r", "nosuch:"],
        &["history", "-r", "r01"],
        &["history", "-r", "r03:r01"],
        &["merge", "heads"],
        &["merge", "r01", "r02"],
        &["merge", "r01"],
        &["revision", "--rev-id", "r02"],
        &["revision", "--rev-id", "4444444444444444444444444444444444444444"],
        &["revision", "--rev-id", "a:b"],
        &["revision", "--head", "r01"],
        &["revision", "--head", "nosuch"],
        &["revision", "--depends-on", "nosuch"],
        &["revision", "--rev-id", "r04", "--branch-label", "r01"],
        &["revision", "--version-path", "elsewhere"],
        &["revision", "--sql"],
        &["revision", "--sql", "--autogenerate"],
    ] {
        let outcome = unchanged(&project, &mut project.command(arguments));
        seen.expect("", outcome.code.unwrap_or(-1), arguments, &outcome);
    }
    assert_snapshot!(seen.text);
    assert_eq!(
        fs::read_dir(project.path("migrations/versions")).expect("the folder").count(),
        3,
        "a script was written"
    );
}

#[test]
fn wrong_usage() {
    let project = Project::new();
    for arguments in [
        &["nosuch"][..],
        &["upgrade"],
        &["upgrade", "head", "more"],
        &["--nosuch", "heads"],
        &["heads", "--nosuch"],
        &[],
        &["merge"],
        &["stamp"],
        &["-c"],
        &["history", "-r"],
    ] {
        let outcome = unchanged(&project, &mut project.command(arguments));
        assert_eq!(outcome.code, Some(2), "{arguments:?}: {outcome:#?}");
        assert_eq!(outcome.stdout, "", "{arguments:?}");
        assert!(
            outcome.stderr.contains("Usage: limbeck") || outcome.stderr.starts_with("error: "),
            "{arguments:?}: {outcome:#?}"
        );
    }
}

#[test]
fn quiet_prints_nothing_on_stdout() {
    let project = Project::new();
    project.chain(2);
    for arguments in [
        &["-q", "upgrade", "head"][..],
        &["-q", "history"],
        &["-q", "current"],
        &["-q", "revision", "-m", "x"],
        &["-q", "heads", "-v"],
    ] {
        assert_eq!(project.succeed(arguments), "", "{arguments:?}");
    }
    let outcome = project.run(&["-q", "upgrade", "nosuch"]);
    assert_eq!(outcome.code, Some(REFUSED));
    assert!(outcome.stderr.contains("FAILED: "), "errors are not quiet: {outcome:#?}");
}

/// `limbeck history | head -1` where the reader is gone before the first line.
#[cfg(unix)]
#[test]
fn a_reader_that_has_gone_away() {
    let project = Project::new();
    project.chain(40);
    for arguments in ["history -v", "history", "upgrade head --sql", "heads -v", "show r01"] {
        let mut shell = Command::new("bash");
        let line = format!("set -o pipefail; \"$0\" {arguments} | true; echo ${{PIPESTATUS[0]}} >&2");
        shell
            .arg("-c")
            .arg(line)
            .arg(env!("CARGO_BIN_EXE_limbeck"))
            .current_dir(project.path("."))
            .env_remove("ALEMBIC_CONFIG");
        let outcome = project.run_command(&mut shell);
        assert!(
            !outcome.stderr.contains("panicked") && !outcome.stderr.contains("FAILED"),
            "{arguments}: {outcome:#?}"
        );
    }
    assert_eq!(project.state(), Vec::<String>::new(), "--sql touched the database");
}

#[test]
fn the_password_is_never_shown() {
    for url in [
        "postgresql://u:S%%24ECRET@127.0.0.1:1/d",
        "nonsense://u:S%%24ECRET@h/d",
        "mysql+pymysql://u:S%%24ECRET@127.0.0.1:1/d",
        "sqlite://u:S%%24ECRET@h/d",
    ] {
        let project = Project::new();
        project.chain(2).write("alembic.ini", INI.replace("sqlite:///app.db", url));
        for env in [
            STOCK_ENV.to_owned(),
            format!("{STOCK_ENV}\nlen(str(context))\n"),
            STOCK_ENV.replace(
                "connectable = ",
                "print(config.get_section(config.config_ini_section) is None)\n    connectable = ",
            ),
        ] {
            project.write("migrations/env.py", env);
            for arguments in [
                &["upgrade", "head"][..],
                &["current", "-v"],
                &["stamp", "head"],
                &["downgrade", "base"],
                &["history", "-i"],
                &["upgrade", "head", "--sql"],
                &["--raiseerr", "upgrade", "head"],
                &["--raiseerr", "current"],
                &["--raiseerr", "-x", "a=b", "show", "current"],
            ] {
                let outcome =
                    project.run_command(project.command(arguments).env("RUST_BACKTRACE", "1").env("RUST_LOG", "trace"));
                let text = format!("{}{}", outcome.stdout, outcome.stderr);
                for form in ["S%24ECRET", "S$ECRET", "S%%24ECRET", "ECRET"] {
                    assert!(!text.contains(form), "{url} {arguments:?}: {text}");
                }
            }
        }
    }
}
