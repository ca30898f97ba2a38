//! `--json`: one object on standard output, whatever happens. docs/json.md describes it.

use limbeck::{AppliedStep, DatabaseReport, Direction, Findings, PlannedRun, PlannedStep};
use serde::Serialize;

use crate::differences::symbol;

/// The number of the shape. It changes when something is renamed, removed or gets another meaning, not when something is added.
pub const FORMAT: u32 = 1;

/// What a command prints.
#[derive(Debug, Serialize)]
pub struct Document<T> {
    format: u32,
    #[serde(flatten)]
    content: T,
}

impl<T: Serialize> Document<T> {
    /// The text of the object.
    pub fn text(content: T) -> String {
        // Strings, numbers and lists of them: there is nothing in the content that JSON could not say.
        serde_json::to_string_pretty(&Document { format: FORMAT, content }).unwrap_or_default()
    }
}

/// `heads`, `history`, `show`, `branches`
#[derive(Debug, Serialize)]
pub struct Revisions<'a> {
    pub revisions: Vec<Revision<'a>>,
}

/// `current`
#[derive(Debug, Serialize)]
pub struct Current<'a> {
    pub databases: Vec<CurrentDatabase<'a>>,
}

#[derive(Debug, Serialize)]
pub struct CurrentDatabase<'a> {
    pub url: &'a str,
    pub heads: &'a [String],
    pub is_up_to_date: bool,
    pub revisions: Vec<Revision<'a>>,
}

/// One version script.
#[derive(Debug, Serialize)]
pub struct Revision<'a> {
    revision: &'a str,
    down_revisions: &'a [String],
    depends_on: &'a [String],
    branch_labels: &'a [String],
    children: &'a [String],
    is_head: bool,
    is_effective_head: bool,
    is_branch_point: bool,
    is_merge_point: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    is_current: Option<bool>,
    message: &'a str,
    docstring: &'a str,
    path: String,
}

impl<'a> Revision<'a> {
    pub fn new(revision: &'a limbeck::Revision) -> Self {
        Revision {
            revision: &revision.id,
            down_revisions: &revision.down_revisions,
            depends_on: &revision.dependencies,
            branch_labels: &revision.branch_labels,
            children: &revision.children,
            is_head: revision.is_head,
            is_effective_head: revision.is_effective_head,
            is_branch_point: revision.is_branch_point,
            is_merge_point: revision.is_merge_point,
            is_current: None,
            message: &revision.doc,
            docstring: &revision.longdoc,
            path: revision.path.display().to_string(),
        }
    }

    /// The same, and whether the database is at it.
    pub fn current(self, current: bool) -> Self {
        Revision { is_current: Some(current), ..self }
    }

    pub fn all(revisions: impl IntoIterator<Item = &'a limbeck::Revision>) -> Vec<Self> {
        revisions.into_iter().map(Revision::new).collect()
    }
}

/// `list_templates`
#[derive(Debug, Serialize)]
pub struct Templates {
    pub templates: Vec<Template>,
}

#[derive(Debug, Serialize)]
pub struct Template {
    pub name: &'static str,
    pub description: &'static str,
}

/// `upgrade`, `downgrade`
#[derive(Debug, Serialize)]
pub struct Run<'a> {
    pub databases: Vec<Database<'a>>,
}

/// What was done to a database, or with `--plan` would be.
#[derive(Debug, Serialize)]
pub struct Database<'a> {
    url: &'a str,
    heads_before: &'a [String],
    heads_after: &'a [String],
    steps: Vec<Step<'a>>,
}

#[derive(Debug, Serialize)]
struct Step<'a> {
    direction: &'static str,
    revision: &'a str,
    from: &'a [String],
    to: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    seconds: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sql: Option<&'a str>,
}

impl<'a> From<&'a DatabaseReport> for Database<'a> {
    fn from(report: &'a DatabaseReport) -> Self {
        Database {
            url: &report.url,
            heads_before: &report.heads_before,
            heads_after: &report.heads_after,
            steps: report.steps.iter().map(Step::applied).collect(),
        }
    }
}

impl<'a> From<&'a PlannedRun> for Database<'a> {
    fn from(planned: &'a PlannedRun) -> Self {
        Database {
            url: &planned.url,
            heads_before: &planned.heads_before,
            heads_after: &planned.heads_after,
            steps: planned.steps.iter().map(Step::planned).collect(),
        }
    }
}

impl<'a> Step<'a> {
    fn applied(step: &'a AppliedStep) -> Self {
        Step {
            direction: direction(step.direction),
            revision: &step.revision,
            from: &step.from,
            to: &step.to,
            seconds: Some(step.duration.as_secs_f64()),
            message: None,
            path: None,
            sql: None,
        }
    }

    fn planned(step: &'a PlannedStep) -> Self {
        Step {
            direction: direction(step.direction),
            revision: &step.revision,
            from: &step.from,
            to: &step.to,
            seconds: None,
            message: Some(&step.doc),
            path: Some(step.path.display().to_string()),
            sql: step.sql.as_deref(),
        }
    }
}

fn direction(direction: Direction) -> &'static str {
    match direction {
        Direction::Upgrade => "upgrade",
        Direction::Downgrade => "downgrade",
        Direction::Stamp => "stamp",
    }
}

/// `check`
#[derive(Debug, Serialize)]
pub struct Checked<'a> {
    differences: Vec<Difference<'a>>,
    upgrade: Vec<Statement<'a>>,
}

/// Something that a new revision would be for.
#[derive(Debug, Serialize)]
struct Difference<'a> {
    kinds: Vec<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    schema: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    table: Option<&'a str>,
    text: String,
}

/// A statement of that revision.
#[derive(Debug, Serialize)]
struct Statement<'a> {
    sign: &'static str,
    code: &'a str,
}

impl<'a> Checked<'a> {
    pub fn new(findings: &'a Findings) -> Self {
        let difference = |one: &'a limbeck::Finding| Difference {
            kinds: one.kinds(),
            schema: one.table().and_then(|table| table.schema.as_deref()),
            table: one.table().map(|table| table.name.as_str()),
            text: one.to_string(),
        };
        Checked {
            differences: findings.found.iter().map(difference).collect(),
            upgrade: findings.code.iter().map(|(sign, code)| Statement { sign: symbol(*sign), code }).collect(),
        }
    }
}

/// Any command that failed.
#[derive(Debug, Serialize)]
pub struct Failed<'a> {
    pub error: Error<'a>,
    /// What `check` found.
    #[serde(flatten)]
    pub checked: Option<Checked<'a>>,
    /// What a run had done, and committed, before it failed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub databases: Option<Vec<Database<'a>>>,
}

#[derive(Debug, Serialize)]
pub struct Error<'a> {
    pub message: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<&'a str>,
    pub exit_code: u8,
}
