//! The README and the pages of `docs/`, tried: their console blocks are typed in, and what the pages show must come out.
//!
//! In a block ` ```console `, `$ ` begins a command and `> ` goes on with it; the lines after it are what it prints, both streams
//! together. A line `...` stands for any lines. Each page has a sandbox of its own, in which the current folder is kept from one
//! command to the next: `/home/me/limbeck`, with the examples of this repository in it.
#![cfg(unix)]

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

const HOME: &str = "/home/me";

#[test]
fn readme() {
    assert!(try_page("README.md") > 10, "the README shows hardly any command");
}

#[test]
fn pages() {
    let pages = fs::read_dir(root().join("docs")).expect("the folder docs");
    let mut commands = 0;
    for page in pages {
        let name = page.expect("a page").file_name().into_string().expect("a page's name is UTF-8");
        if name.ends_with(".md") {
            commands += try_page(&format!("docs/{name}"));
        }
    }
    assert!(commands > 5, "the pages show hardly any command");
}

/// The library's example is the one that its documentation tests compile.
#[test]
fn library_example() {
    let library = read("crates/limbeck/src/lib.rs");
    let page: String =
        library.lines().map_while(|line| line.strip_prefix("//!")).fold(String::new(), |mut page, line| {
            let line = line.strip_prefix(' ').unwrap_or(line);
            if !line.starts_with("# ") {
                let _ = writeln!(page, "{line}");
            }
            page
        });
    let compiled = blocks(&page, "```no_run");
    let shown = blocks(&read("README.md"), "```rust");
    assert_eq!(shown.len(), 1);
    assert_eq!(shown, compiled);
}

/// docs/python.md lists which modules of the standard library there are, and which are not.
#[test]
fn modules() {
    let page = read("docs/python.md");
    let listed = |marker: &str| -> Vec<String> {
        let line =
            page.lines().find_map(|line| line.strip_prefix(marker)).unwrap_or_else(|| panic!("no line `{marker}`"));
        line.split('`').skip(1).step_by(2).map(str::to_owned).collect()
    };
    let (there, missing) = (listed("* There: "), listed("* Not there: "));
    assert!(there.len() > 10 && !missing.is_empty());
    let sandbox = Sandbox::new();
    let names: Vec<&str> = there.iter().chain(&missing).map(String::as_str).collect();
    let mut script = "revision = 'a1'\ndown_revision = None\n\n\ndef upgrade():\n".to_owned();
    for name in names {
        // Whatever the import ends with counts, not only ImportError; and an absent module can be imported.
        let _ = write!(
            script,
            "    try:\n        import {name} as module\n        if not getattr(module, '__absent__', False):\n            \
             print('{name}')\n    except Exception:\n        pass\n"
        );
    }
    let folder = sandbox.home.path().join("modules/versions");
    fs::create_dir_all(&folder).expect("the script directory");
    fs::write(folder.join("a1.py"), script).expect("the script");
    let ini = "[alembic]\nscript_location = modules\nsqlalchemy.url = sqlite://\n";
    fs::write(sandbox.home.path().join("modules.ini"), ini).expect("the configuration");
    let (output, code) = sandbox.run(sandbox.home.path(), "limbeck -c modules.ini upgrade head", 0);
    assert_eq!(code, 0, "{output}");
    assert_eq!(
        output.lines().collect::<Vec<_>>(),
        there,
        "which modules can be imported (left) and which the page lists"
    );
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The texts between a fence and its end.
fn blocks(page: &str, fence: &str) -> Vec<String> {
    let mut lines = page.lines();
    let mut found = Vec::new();
    while lines.any(|line| line == fence) {
        found.push(lines.by_ref().take_while(|line| *line != "```").map(|line| format!("{line}\n")).collect());
    }
    found
}

/// Runs a page's commands, and says how many there were.
fn try_page(path: &str) -> usize {
    let page = read(path);
    let sandbox = Sandbox::new();
    let mut folder = sandbox.home.path().join("limbeck");
    let (mut count, mut code) = (0, 0);
    for block in blocks(&page, "```console") {
        for (command, expected) in commands(&block) {
            let output;
            (output, code) = sandbox.run(&folder, &command, code);
            folder = sandbox.folder();
            let lines: Vec<&str> = output.lines().collect();
            assert!(
                matches(&expected, &lines),
                "{path}: `{command}` prints\n{output}\nand the page says\n{}",
                expected.join("\n")
            );
            count += 1;
        }
    }
    count
}

/// Each command of a block, with the lines that it should print.
fn commands(block: &str) -> Vec<(String, Vec<&str>)> {
    let mut all: Vec<(String, Vec<&str>)> = Vec::new();
    for line in block.lines() {
        if let Some(command) = line.strip_prefix("$ ") {
            all.push((command.to_owned(), Vec::new()));
            continue;
        }
        let (command, output) = all.last_mut().expect("a block begins with a command");
        match line.strip_prefix("> ") {
            Some(more) if output.is_empty() => {
                command.push('\n');
                command.push_str(more);
            }
            _ => output.push(line),
        }
    }
    all
}

fn matches(expected: &[&str], found: &[&str]) -> bool {
    match expected {
        [] => found.is_empty(),
        ["...", rest @ ..] => (0..=found.len()).any(|skipped| matches(rest, &found[skipped..])),
        [line, rest @ ..] => found.first() == Some(line) && matches(rest, &found[1..]),
    }
}

struct Sandbox {
    home: TempDir,
}

impl Sandbox {
    fn new() -> Self {
        let home = tempfile::tempdir().expect("a temporary folder");
        let sandbox = Sandbox { home };
        copy(&root().join("examples"), &sandbox.home.path().join("limbeck/examples"));
        sandbox
    }

    /// Runs a command after one that ended with `before`; gives what it printed, and its exit code.
    fn run(&self, folder: &Path, command: &str, before: i32) -> (String, i32) {
        // The binary is found by its name, as it is once it is installed.
        let binary = Path::new(env!("CARGO_BIN_EXE_limbeck"));
        let bin = binary.parent().expect("the binary is in a folder").display();
        let path = std::env::var("PATH").unwrap_or_default();
        let wrapped =
            format!("exec 2>&1\n(exit {before})\n{command}\ncode=$?\npwd -P > \"$HOME/.folder\"\nexit $code\n");
        let output = Command::new("sh")
            .args(["-c", &wrapped])
            .current_dir(folder)
            .env("HOME", self.home.path())
            .env("PATH", format!("{bin}:{path}"))
            .env_remove("ALEMBIC_CONFIG")
            .output()
            .expect("sh");
        let text = String::from_utf8(output.stdout).expect("output is UTF-8");
        let real = self.home.path().canonicalize().expect("the sandbox exists");
        let text = text.replace(&*real.to_string_lossy(), HOME).replace(&*self.home.path().to_string_lossy(), HOME);
        (text, output.status.code().unwrap_or(-1))
    }

    /// Where the last command ended.
    fn folder(&self) -> PathBuf {
        let text = fs::read_to_string(self.home.path().join(".folder")).expect("the folder was noted");
        PathBuf::from(text.trim_end())
    }
}

/// Copies files and folders, without a database that someone tried an example with.
fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder of the copy");
    for entry in fs::read_dir(from).unwrap_or_else(|error| panic!("{}: {error}", from.display())) {
        let path = entry.expect("an entry of the examples").path();
        let target = to.join(path.file_name().expect("an entry has a name"));
        if path.is_dir() {
            copy(&path, &target);
        } else if !path.to_string_lossy().contains(".db") {
            fs::copy(&path, target).expect("a file of the copy");
        }
    }
}
