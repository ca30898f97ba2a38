//! One change, there and back.

use std::fmt::Write as _;
use std::fs;

use crate::case::Case;
use crate::database::Kind;
use crate::support::Project;
use crate::tool::Tool;

/// How far a change went, and why not farther.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Outcome {
    /// One of the words below
    pub word: &'static str,
    /// What went wrong; the bodies of the script's functions where nothing did
    pub detail: String,
}

impl Outcome {
    /// The lines of what it says.
    pub fn lines(&self) -> Vec<String> {
        lines(&self.detail)
    }
}

/// Found, written, applied, not found again, and taken back: the database is as it was.
pub const ROUND: &str = "goes round";
/// The models say it in another way, but the database is the same; nothing is found.
pub const NONE: &str = "is no change here";
/// `create_all()` fails.
pub const UNMADE: &str = "cannot make the tables";
/// The revision is empty.
pub const BLIND: &str = "finds nothing";
/// A revision that is not empty, for models that did not change.
pub const IMAGINES: &str = "finds a change where there is none";
/// There is no revision.
pub const UNWRITTEN: &str = "writes nothing";
/// Two runs write two revisions.
pub const UNSTEADY: &str = "writes another script the next time";
/// The revision fails.
pub const UNAPPLIED: &str = "cannot apply it";
/// `check` finds it after it was applied.
pub const AGAIN: &str = "finds it again";
/// The database is not as these models alone make it.
pub const OTHER: &str = "makes something else";
/// The revision's downgrade fails.
pub const STUCK: &str = "cannot take it back";
/// The downgrade leaves something else.
pub const NOT_BACK: &str = "leaves something else";

/// All words.
pub const WORDS: [&str; 12] =
    [ROUND, NONE, UNMADE, BLIND, IMAGINES, UNWRITTEN, UNSTEADY, UNAPPLIED, AGAIN, OTHER, STUCK, NOT_BACK];

fn outcome(word: &'static str, detail: impl Into<String>) -> Outcome {
    Outcome { word, detail: detail.into() }
}

/// A project whose database is as its models say.
pub struct Side {
    pub project: Project,
    pub catalogue: Vec<String>,
}

const SCRIPT: &str = "migrations/versions/after_.py";

impl Side {
    /// What `create_all()` makes of the models.
    pub fn new(case: &Case, kind: Kind, models: &str, tool: &mut dyn Tool) -> Result<Side, Outcome> {
        let project = kind.project();
        let env = include_str!("env.py").replace("CONFIGURE", &case.configure);
        let statements = if case.sql.is_empty() { "[]".to_owned() } else { format!("{:?}", [&case.sql]) };
        let ini = fs::read_to_string(project.path("alembic.ini")).expect("it is there");
        project
            .write("alembic.ini", ini.replace("[alembic]\n", "[alembic]\nprepend_sys_path = .\n"))
            .write("migrations/env.py", env)
            .write("migrations/script.py.mako", include_str!("script.py.mako"))
            .write("migrations/versions/before.py", include_str!("before.py").replace("STATEMENTS", &statements))
            .write("old_models.py", text(models))
            .write("models.py", text(models));
        tool.run(&project, &["upgrade", "head"]).map_err(|error| outcome(UNMADE, error))?;
        let catalogue = kind.catalogue(&project);
        Ok(Side { project, catalogue })
    }

    /// The script that was written.
    pub fn script(&self) -> String {
        fs::read_to_string(self.project.path(SCRIPT)).unwrap_or_default()
    }

    /// Goes to other models and back. `target` is what those models alone make; `twice` asks for the revision again.
    pub fn go(&self, kind: Kind, models: &str, target: &[String], twice: bool, tool: &mut dyn Tool) -> Outcome {
        let project = &self.project;
        project.write("models.py", text(models));
        let write = ["revision", "--autogenerate", "--rev-id", "after"];
        if let Err(error) = tool.run(project, &write) {
            return outcome(UNWRITTEN, error);
        }
        let script = self.script();
        if twice {
            fs::remove_file(project.path(SCRIPT)).expect("it is there");
            tool.run(project, &write).expect("it went a moment ago");
            if script != self.script() {
                return outcome(UNSTEADY, difference(&lines(&script), &lines(&self.script())));
            }
        }
        let is_empty = functions(&script)[0].trim() == "pass";
        if is_empty {
            return outcome(if self.catalogue == target { NONE } else { BLIND }, "");
        }
        if let Err(error) = tool.run(project, &["upgrade", "head"]) {
            return outcome(UNAPPLIED, error);
        }
        if let Err(error) = tool.run(project, &["check"]) {
            return outcome(AGAIN, error);
        }
        self.back(kind, target, tool)
    }

    /// Looks at what the script made, and takes it back.
    fn back(&self, kind: Kind, target: &[String], tool: &mut dyn Tool) -> Outcome {
        let made = kind.catalogue(&self.project);
        let result = tool.run(&self.project, &["downgrade", "-1"]);
        let (expected, made) = (kind.without_names(target), kind.without_names(&made));
        if made != expected {
            return outcome(OTHER, difference(&expected, &made));
        }
        if let Err(error) = result {
            return outcome(STUCK, error);
        }
        let left = kind.catalogue(&self.project);
        if left != self.catalogue {
            return outcome(NOT_BACK, difference(&self.catalogue, &left));
        }
        outcome(ROUND, functions(&self.script()).map(str::trim_end).join("\n--\n"))
    }

    /// Applies and takes back what another tool wrote.
    pub fn repeat(&self, kind: Kind, target: &[String], tool: &mut dyn Tool) -> Outcome {
        match tool.run(&self.project, &["upgrade", "head"]) {
            Err(error) => outcome(UNAPPLIED, error),
            Ok(()) => self.back(kind, target, tool),
        }
    }

    /// For models that did not change.
    pub fn stay(&self, tool: &mut dyn Tool) -> Outcome {
        match tool.run(&self.project, &["check"]) {
            Ok(()) => outcome(ROUND, ""),
            Err(error) => outcome(IMAGINES, error),
        }
    }
}

fn text(models: &str) -> String {
    format!("{}{models}\n", include_str!("models.py"))
}

/// The bodies of `upgrade()` and `downgrade()`.
fn functions(script: &str) -> [&str; 2] {
    let (up, down) = script.split_once("def downgrade():\n").unwrap_or((script, ""));
    let up = up.split_once("def upgrade():\n").map_or("", |(_, body)| body);
    let body = |text: &str| {
        text.lines().all(|line| line.trim().is_empty() || line.trim().starts_with('#') || line.trim() == "pass")
    };
    [up, down].map(|text| if body(text) { "pass" } else { text })
}

fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::to_owned).collect()
}

/// The lines that only one of the two has.
pub fn difference(expected: &[String], found: &[String]) -> String {
    let mut text = String::new();
    for (sign, these, those) in [("-", expected, found), ("+", found, expected)] {
        for line in these.iter().filter(|line| !those.contains(line)) {
            let _ = writeln!(text, "{sign} {line}");
        }
    }
    text.trim_end().to_owned()
}
