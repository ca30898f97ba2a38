//! What `upgrade` and `downgrade` have in common: running, showing the plan, and their options.

use limbeck::{Direction, Migrator, PlannedRun};

use crate::failure::Failure;
use crate::json;
use crate::output::Output;
use crate::progress;

#[derive(Debug, clap::Args)]
pub struct Options {
    #[command(flatten)]
    pub mode: super::Mode,

    /// Show what would run on this database, and run nothing; with --sql also the statements.
    #[arg(long)]
    pub plan: bool,

    /// Print what was done (with --plan: what would be) as JSON.
    #[arg(long)]
    pub json: bool,
}

pub fn run(
    migrator: Migrator,
    way: Direction,
    revision: &str,
    options: &Options,
    output: &Output,
) -> Result<(), Failure> {
    let migrator = migrator.tag(options.mode.tag.clone());
    let upgrades = way == Direction::Upgrade;
    if options.plan {
        let sql = options.mode.sql;
        let planned =
            if upgrades { migrator.plan_upgrade(revision, sql) } else { migrator.plan_downgrade(revision, sql) }?;
        show_plan(&planned, options, output);
    } else if options.mode.sql {
        if options.json {
            return Err(Failure::Usage("--sql prints SQL, --json prints JSON: give one of them, or --plan too".into()));
        }
        let stdout = super::stdout();
        if upgrades { migrator.upgrade_sql(revision, &stdout) } else { migrator.downgrade_sql(revision, &stdout) }?;
    } else {
        let (migrator, watch) = progress::watch(migrator);
        let report = if upgrades { migrator.upgrade(revision) } else { migrator.downgrade(revision) };
        drop(watch);
        let report = report?;
        if options.json {
            output.document(json::Run { databases: report.databases.iter().map(Into::into).collect() });
        }
    }
    Ok(())
}

fn show_plan(planned: &[PlannedRun], options: &Options, output: &Output) {
    if options.json {
        return output.document(json::Run { databases: planned.iter().map(Into::into).collect() });
    }
    for run in planned {
        // Beside statements, everything else is a comment.
        let mark = if run.sql.is_some() { "-- " } else { "" };
        output.line(&match run.steps.len() {
            0 => format!("{mark}Nothing to run on {}.", run.url),
            1 => format!("{mark}1 revision to run on {}:", run.url),
            many => format!("{mark}{many} revisions to run on {}:", run.url),
        });
        for step in &run.steps {
            let comma = if step.doc.is_empty() { "" } else { ", " };
            let (from, to) = (step.from.join(", "), step.to.join(", "));
            // One line a step, also of a docstring of several.
            let doc = step.doc.split_whitespace().collect::<Vec<_>>().join(" ");
            output.line(&format!("{mark}  {} {from} -> {to}{comma}{doc}", step.direction.as_str()));
        }
        if let Some(sql) = run.sql.as_deref().filter(|sql| !sql.is_empty()) {
            output.write(&format!("\n{sql}"));
        }
    }
}
