//! Post-write hooks, beside real Alembic's.
#![cfg(unix)]

mod support;

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

use limbeck_testkit::oracle;
use support::{Outcome, Project};

/// A project with some programs and these hooks.
fn project(hooks: &str) -> Project {
    let project = Project::new();
    project.write("alembic.ini", format!("[alembic]\nscript_location = %(here)s/migrations\n{hooks}\n"));
    for (name, text) in [
        ("bin/say", "#!/bin/sh\necho \"$# $1 ${2##*/} $3\"\n"),
        ("bin/add", "#!/bin/sh\necho '# added' >> \"$1\"\n"),
        ("bin/fail", "#!/bin/sh\necho oops\nexit 3\n"),
        ("bin/here", "#!/bin/sh\nbasename \"$(pwd)\"\n"),
    ] {
        project.write(name, text);
        fs::set_permissions(project.path(name), fs::Permissions::from_mode(0o755)).expect("permissions");
    }
    project
}

fn environment() -> std::path::PathBuf {
    oracle::program("python").parent().and_then(Path::parent).expect("a folder").to_owned()
}

fn limbeck(project: &Project, arguments: &[&str]) -> Outcome {
    project.run_command(project.command(arguments).env("VIRTUAL_ENV", environment()))
}

fn alembic(project: &Project, arguments: &[&str]) -> Outcome {
    let mut command = Command::new(oracle::alembic());
    project.run_command(command.args(arguments).current_dir(project.path("")).env("PYTHONDONTWRITEBYTECODE", "1"))
}

fn script(project: &Project) -> Option<String> {
    fs::read_to_string(project.path("migrations/versions/one_.py")).ok()
}

/// Without the date.
fn without_date(text: Option<String>) -> Option<String> {
    text.map(|text| text.lines().filter(|line| !line.starts_with("Create Date")).collect::<Vec<_>>().join("\n"))
}

#[test]
fn hooks_do_what_alembics_do() {
    let cases = [
        "[post_write_hooks]\nhooks = a\na.type = exec\na.executable = %(here)s/bin/say\na.options = -l 'x y' REVISION_SCRIPT_FILENAME",
        "[post_write_hooks]\nhooks = a\na.type = exec\na.executable = %(here)s/bin/say\na.options = \"x \\\" y\" #no comment",
        "[post_write_hooks]\nhooks = a, b\na.type = exec\na.executable = %(here)s/bin/add\nb.type = exec\nb.executable = %(here)s/bin/here\nb.cwd = %(here)s/bin",
        "[post_write_hooks]\nhooks = a\na.type = exec\na.executable = ./here\na.cwd = %(here)s/bin",
        "[post_write_hooks]\nhooks = a\na.type = exec\na.executable = basename\na.options = REVISION_SCRIPT_FILENAME .py",
        "[post_write_hooks]\nhooks = m\nm.type = module\nm.module = json.tool\nm.options = --help REVISION_SCRIPT_FILENAME",
        "[post_write_hooks]\nhooks = c\nc.type = console_scripts\nc.entrypoint = mako-render\nc.options = --help REVISION_SCRIPT_FILENAME",
        "[post_write_hooks]\nhooks =",
    ];
    for hooks in cases {
        let (ours, theirs) = (project(hooks), project(hooks));
        let our = limbeck(&ours, &["revision", "--rev-id", "one"]);
        let their = alembic(&theirs, &["revision", "--rev-id", "one"]);
        assert_eq!((our.code, &our.stdout), (their.code, &their.stdout), "{hooks}\n{}", our.stderr);
        assert_eq!(our.code, Some(0), "{hooks}");
        assert_eq!(without_date(script(&ours)), without_date(script(&theirs)), "{hooks}");
    }
}

#[test]
fn hooks_of_pyproject_and_of_a_merge() {
    let project = project("");
    project.write(
        "pyproject.toml",
        "[[tool.alembic.post_write_hooks]]\nname = \"a\"\ntype = \"exec\"\nexecutable = \"%(here)s/bin/add\"\n\
         [[tool.alembic.post_write_hooks]]\nname = \"b\"\ntype = \"exec\"\nexecutable = \"bin/say\"\noptions = \"REVISION_SCRIPT_FILENAME b c\"\n",
    );
    project.revision("r1", None, "pass", "pass").revision("r2", Some("r1"), "pass", "pass");
    project.revision("r3", Some("r1"), "pass", "pass");
    let outcome = limbeck(&project, &["merge", "heads", "--rev-id", "one"]);
    assert_eq!(
        outcome.stdout,
        "Generating PROJECT/migrations/versions/one_.py ...  done\nRunning post write hook 'a' ...\n  done\n\
         Running post write hook 'b' ...\n3 PROJECT/migrations/versions/one_.py b c\n  done\n",
        "{}",
        outcome.stderr
    );
    assert!(script(&project).is_some_and(|text| text.ends_with("# added\n")));
}

#[test]
fn a_hook_that_fails_fails_the_command_and_the_file_stays() {
    let project = project(
        "[post_write_hooks]\nhooks = a b\na.type = exec\na.executable = bin/fail\nb.type = exec\nb.executable = bin/add",
    );
    let outcome = limbeck(&project, &["revision", "--rev-id", "one"]);
    assert_eq!(outcome.code, Some(255));
    let file = "PROJECT/migrations/versions/one_.py";
    assert_eq!(
        outcome.stdout,
        format!("Generating {file} ...  done\nRunning post write hook 'a' ...\noops\n  FAILED\n")
    );
    assert_eq!(
        outcome.stderr,
        format!(
            "FAILED: post write hook 'a' failed: PROJECT/bin/fail ended with exit status 3\n  \
             help: {file} is written and stays; repair or remove it\n"
        )
    );
    assert!(script(&project).is_some_and(|text| !text.contains("# added")));
}

/// Whatever can be known to be wrong is refused before there is a file.
#[test]
fn faults_leave_no_file() {
    let cases = [
        ("hooks = a", "Key 'a.type' (or 'type' in toml) is required for post write hook 'a'"),
        ("hooks = a\na.type = exec", "Key a.executable is required for post write hook 'a'"),
        ("hooks = a\na.type = module", "Key a.module is required for post write hook 'a'"),
        ("hooks = a\na.type = console_scripts", "Key a.entrypoint is required for post write hook 'a'"),
        ("hooks = a\na.type = other", "No formatter with name 'other' registered"),
        ("hooks = a\na.type = exec\na.executable = no-such-program", "there is no program 'no-such-program' in PATH"),
        ("hooks = a\na.type = exec\na.executable = bin", "there is no program 'bin' in PATH"),
        ("hooks = a\na.type = exec\na.executable = bin/none", "PROJECT/bin/none is no program"),
        ("hooks = a\na.type = exec\na.executable = ls\na.cwd = none", "the cwd of post write hook 'a' is no folder"),
        ("hooks = a\na.type = exec\na.executable = ls\na.options = 'x", "have a quotation that does not end"),
        ("hooks = a\na.type = module\na.module = none.such", "Could not find module none.such"),
        ("hooks = a\na.type = console_scripts\na.entrypoint = none", "Could not find entrypoint console_scripts.none"),
    ];
    for (hooks, expected) in cases {
        let project = project(&format!("[post_write_hooks]\n{hooks}"));
        let outcome = limbeck(&project, &["revision", "--rev-id", "one"]);
        assert_eq!(outcome.code, Some(255), "{hooks}");
        assert!(outcome.stderr.starts_with("FAILED: alembic.ini:4: "), "{hooks}: {}", outcome.stderr);
        assert!(outcome.stderr.contains(expected), "{hooks}: {}", outcome.stderr);
        assert_eq!((script(&project), outcome.stdout.as_str()), (None, ""), "{hooks}");
    }
}

#[test]
fn without_any_python_the_way_out_is_named() {
    let project = project("[post_write_hooks]\nhooks = a\na.type = module\na.module = black");
    let mut command = project.command(&["revision", "--rev-id", "one"]);
    let outcome = project.run_command(command.env("PATH", project.path("bin")).env_remove("VIRTUAL_ENV"));
    assert_eq!(
        outcome.stderr,
        "FAILED: alembic.ini:4: post write hook 'a' needs Python, and none was found\n  \
         help: activate the virtual environment that has it, or put python3 into PATH\n"
    );
    assert_eq!(script(&project), None);
}

/// A type of env.py's own works where env.py is run, and is refused where it is not.
#[test]
fn types_that_env_py_registers() {
    let hooks = "sqlalchemy.url = sqlite:///app.db\n[post_write_hooks]\nhooks = a\na.type = mine\na.Other = x";
    let own = "from alembic.script import write_hooks\n\n\n@write_hooks.register(\"mine\")\ndef mine(filename, options):\n    \
               print(filename.rsplit(\"/\", 1)[-1], sorted(options.items()))\n\n\n";
    let equipped = |with: &str| {
        let project = project(&format!("{with}{hooks}"));
        let env = support::STOCK_ENV.replace("    fileConfig(config.config_file_name)", "    pass");
        project.write("migrations/env.py", format!("{own}{env}"));
        project
    };
    let with = "revision_environment = true\n";
    let (ours, theirs) = (equipped(with), equipped(with));
    let our = limbeck(&ours, &["revision", "--rev-id", "one"]);
    let their = alembic(&theirs, &["revision", "--rev-id", "one"]);
    assert_eq!((our.code, &our.stdout), (Some(0), &their.stdout), "{}", our.stderr);
    assert!(our.stdout.contains("one_.py [('_hook_name', 'a'), ('other', 'x'), ('type', 'mine')]"), "{}", our.stdout);

    let project = equipped("");
    let outcome = limbeck(&project, &["revision", "--rev-id", "one"]);
    assert_eq!(outcome.code, Some(255));
    assert!(outcome.stderr.contains("revision_environment = true"), "{}", outcome.stderr);
    assert_eq!(script(&project), None);
}
