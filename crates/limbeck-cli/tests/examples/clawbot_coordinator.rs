//! `examples/clawbot-coordinator`: an async env.py, on PostgreSQL and on SQLite; two heads, and the revision that merges them.

use crate::checks::Pair;
use crate::database::Kind;
use crate::{Example, agree};

const EXAMPLE: Example = Example {
    name: "clawbot-coordinator",
    head: "1a9d5e73c04f",
    revisions: 6,
    up: &["+1", "+1", "c3e97f50b128", "priority@e40a6b1f9d35", "f7b82c0de461", "head"],
    down: &["-1", "c3e97f50b128", "priority@8d21b64fa0c7", "-1", "-1", "-1"],
    // Adding a CHECK rebuilds the table on SQLite, which needs a look at it.
    offline: |kind| kind == Kind::Postgresql,
};

agree!(on_postgresql, crate::clawbot_coordinator::EXAMPLE, crate::database::Kind::Postgresql);
agree!(on_sqlite, crate::clawbot_coordinator::EXAMPLE, crate::database::Kind::Sqlite);

#[test]
fn two_heads_are_merged_and_parted() {
    for kind in [Kind::Postgresql, Kind::Sqlite] {
        let pair = Pair::new(&EXAMPLE, kind);
        pair.do_the_same(&["upgrade", "c3e97f50b128"]);
        pair.do_the_same(&["upgrade", "e40a6b1f9d35"]);
        assert_eq!(pair.print_the_same(&["current"]).lines().count(), 2);
        let apart = pair.same_content("with two heads");
        let version_rows = apart.parts("alembic_version row").len();
        assert_eq!(version_rows, 2);

        let merged = pair.do_the_same(&["upgrade", "f7b82c0de461"]);
        assert_eq!(pair.print_the_same(&["current"]), "f7b82c0de461 (mergepoint)\n");
        merged
            .without("alembic_version row")
            .assert_same(&apart.without("alembic_version row"), "after a merge, which changes versions only");

        // There is no one revision below a merge.
        for (tool, project) in &pair.sides {
            let outcome = project.run(tool, &["downgrade", "-1"]);
            assert_eq!(outcome.code, Some(255), "{}: {outcome:#?}", tool.name);
            merged.assert_same(&project.content(), "after a refusal");
        }
        apart.assert_same(&pair.do_the_same(&["downgrade", "c3e97f50b128"]), "after the merge was undone");
    }
}

/// `postgres://` and `postgresql://` are what hosting platforms hand out.
#[test]
fn the_settings_put_the_driver_in() {
    let mut pair = Pair::new(&EXAMPLE, Kind::Postgresql);
    for (_, project) in &mut pair.sides {
        let url = project.database().postgresql().url().replacen("postgresql://", "postgres://", 1);
        project.set_environment(&[("DATABASE_URL", &url)]);
    }
    pair.do_the_same(&["upgrade", "head"]);
    assert_eq!(pair.print_the_same(&["current"]), "1a9d5e73c04f (head)\n");
}
