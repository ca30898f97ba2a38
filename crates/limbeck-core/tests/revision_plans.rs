//! Plans on drawn graphs: steps, statements against the version table, rows.

mod drawn;

use drawn::{check_laws, draw, rows, show};
use insta::assert_snapshot;
use limbeck_core::revision::{
    PlanWarning, RowChange, StepKind, Unresolved, downgrade_plan, offline_start, split_offline_range,
    split_offline_stamp, stamp_plan, upgrade_plan,
};
use limbeck_core::revision::{ResolveError, RevisionMap};

fn up(map: &RevisionMap, current: &str, target: &str) -> String {
    let plan = upgrade_plan(map, &rows(current), target);
    plan.map_or_else(|error| error.to_string(), |plan| check_laws(map, &plan).map_or_else(|e| e, |()| show(&plan)))
}

fn down(map: &RevisionMap, current: &str, target: &str) -> String {
    let plan = downgrade_plan(map, &rows(current), target);
    plan.map_or_else(|error| error.to_string(), |plan| check_laws(map, &plan).map_or_else(|e| e, |()| show(&plan)))
}

fn stamp(map: &RevisionMap, current: &str, targets: &str) -> String {
    let plan = stamp_plan(map, &rows(current), &rows(targets));
    plan.map_or_else(|error| error.to_string(), |plan| check_laws(map, &plan).map_or_else(|e| e, |()| show(&plan)))
}

#[test]
fn diamond() {
    let map = draw("a b<-a c<-a m<-b,c");
    assert_snapshot!(up(&map, "", "heads"), @r"
    upgrade  -> a [insert a]
    upgrade a -> c [update a to c]
    upgrade a -> b [insert b]
    upgrade b, c -> m [delete b, update c to m]
    rows: m
    ");
    assert_snapshot!(down(&map, "m", "b"), @r"
    downgrade m -> b, c [insert b, update m to c]
    rows: c b
    ");
    assert_snapshot!(down(&map, "m", "a"), @r"
    downgrade m -> b, c [insert b, update m to c]
    downgrade b -> a [delete b]
    downgrade c -> a [update c to a]
    rows: a
    ");
    assert_snapshot!(down(&map, "m", "-1"), @"Ambiguous walk");
    assert_snapshot!(up(&map, "b", "b"), @"rows: b");
    assert_snapshot!(up(&map, "a m", "heads"), @"Requested revision m overlaps with other requested revisions a");
}

#[test]
fn a_redundant_dependency_does_not_break_a_merge() {
    // Alembic fails with KeyError: it takes every parent of a merge for a row
    let map = draw("a b<-a c m<-b,c+a");
    assert_snapshot!(up(&map, "b c", "m"), @r"
    upgrade b, c -> m [delete b, update c to m]
    rows: m
    ");
}

#[test]
fn a_redundant_dependency_gets_no_row() {
    // Alembic leaves `a` as a row beside `b`, and later refuses these rows itself
    let map = draw("a b<-a c<-b+a z");
    assert_snapshot!(down(&map, "c z", "b"), @r"
    downgrade c -> b [update c to b]
    rows: b z
    ");
}

#[test]
fn dependencies_across_bases() {
    let map = draw("a b<-a x y<-x+b");
    assert_snapshot!(up(&map, "", "y"), @r"
    upgrade  -> a [insert a]
    upgrade a -> b [update a to b]
    upgrade  -> x [insert x]
    upgrade x -> y [delete b, update x to y]
    rows: y
    ");
    assert_snapshot!(down(&map, "y", "a"), @r"
    downgrade y -> x [insert b, update y to x]
    downgrade b -> a [update b to a]
    rows: x a
    ");
    assert_snapshot!(down(&map, "y", "a@base"), @r"
    downgrade y -> x [insert b, update y to x]
    downgrade b -> a [update b to a]
    downgrade a ->  [delete a]
    rows: x
    ");
}

#[test]
fn stamping() {
    let map = draw("a b<-a c<-b x y<-x");
    assert_snapshot!(stamp(&map, "", "heads"), @r"
    stamp_revision  -> c [insert c]
    stamp_revision  -> y [insert y]
    rows: c y
    ");
    assert_snapshot!(stamp(&map, "c x", "a"), @r"
    stamp_revision c -> a [update c to a]
    rows: a x
    ");
    assert_snapshot!(stamp(&map, "c x", "base"), @r"
    stamp_revision c ->  [delete c]
    stamp_revision x ->  [delete x]
    rows:
    ");
    assert_snapshot!(stamp(&map, "c", "head"), @"Multiple heads are present; please specify a single target revision");
    assert_snapshot!(stamp(&map, "", "a b"), @"Requested revision b overlaps with other requested revisions a");
    assert_snapshot!(stamp(&map, "lost", "a"), @"Can't locate revision identified by 'lost'");
}

#[test]
fn stamping_several_keeps_what_is_a_target_already() {
    // Alembic ends with the row y alone, and the next upgrade would run a and c again
    let map = draw("a c<-a b<-a y<-b");
    assert_snapshot!(stamp(&map, "b c", "heads"), @r"
    stamp_revision c, b -> y [update b to y]
    rows: y c
    ");
    // and here it looks for the row m twice
    let map = draw("a b<-a c<-a m<-b,c");
    assert_snapshot!(stamp(&map, "m", "b c"), @r"
    stamp_revision m -> b [update m to b]
    stamp_revision m -> c [insert c]
    rows: b c
    ");
}

#[test]
fn relative_forms() {
    let map = draw("a1a1 b2b2<-a1a1 c3c3<-b2b2:lab d4d4<-a1a1:other");
    assert_snapshot!(up(&map, "", "+1"), @"
    upgrade  -> a1a1 [insert a1a1]
    rows: a1a1
    ");
    assert_snapshot!(up(&map, "a1a1", "+1"), @"Ambiguous walk");
    assert_snapshot!(up(&map, "a1a1", "lab@+1"), @"
    upgrade a1a1 -> b2b2 [update a1a1 to b2b2]
    rows: b2b2
    ");
    assert_snapshot!(up(&map, "b2b2 d4d4", "+1"), @"Ambiguous upgrade from multiple current revisions");
    assert_snapshot!(up(&map, "b2b2", "lab@+5"), @"Relative revision +5 didn't produce 5 migrations");
    assert_snapshot!(up(&map, "", "c3-1"), @r"
    upgrade  -> a1a1 [insert a1a1]
    upgrade a1a1 -> b2b2 [update a1a1 to b2b2]
    rows: b2b2
    ");
    assert_snapshot!(up(&map, "", "a1a1-1"), @"Relative revision -1 didn't produce 1 migrations");
    assert_snapshot!(down(&map, "", "-1"), @"Relative revision -1 didn't produce 1 migrations");
    assert_snapshot!(down(&map, "c3c3", "-4"), @"Relative revision -4 didn't produce 4 migrations");
    assert_snapshot!(down(&map, "c3c3", "c3c3-4"), @"Walked too far");
    // Alembic: AssertionError
    assert_snapshot!(down(&map, "", "lab@-1"), @"Relative revision -1 didn't produce 1 migrations");
    for huge in ["+99999999999999999999999", "a1a1-99999999999999999999999", "a1a1+99999999999999999999999"] {
        assert!(upgrade_plan(&map, &[], huge).is_err() && downgrade_plan(&map, &[], huge).is_err());
    }
}

#[test]
fn from_several_rows_minus_one_takes_the_first_and_says_so() {
    let map = draw("a b<-a c<-a");
    let plan = downgrade_plan(&map, &rows("c b"), "-1").unwrap();
    let warning = PlanWarning::AmbiguousDowngrade { rows: rows("c b"), chosen: "c".to_owned() };
    assert_eq!(plan.warnings, [warning]);
    assert_snapshot!(show(&plan), @r"
    downgrade c -> a [delete c]
    rows: b
    ");
    assert!(downgrade_plan(&map, &rows("c c"), "-1").unwrap().warnings.is_empty());
}

#[test]
fn names_that_do_not_resolve() {
    let map = draw("abcd1 abcd2<-abcd1:branch zz<-abcd1");
    let reason = |name: &str| match map.resolve(name) {
        Err(ResolveError::NotFound { reason, .. }) => reason,
        other => panic!("{name}: {other:?}"),
    };
    assert_eq!(reason("abcd"), Unresolved::Ambiguous { matches: rows("abcd1 abcd2") });
    assert_eq!(reason("z"), Unresolved::Unknown, "an identifier of three characters or less has no short form");
    assert_eq!(reason(""), Unresolved::Unknown);
    assert_eq!(reason("no@zz"), Unresolved::UnknownBranch);
    let not_on = Unresolved::NotOnBranch { revision: "zz".to_owned(), branch: "branch".to_owned() };
    assert_eq!(reason("branch@zz"), not_on);
    assert_eq!(map.resolve("bran").unwrap()[0].id(), "abcd2");
    assert_eq!(map.resolve("branch@abcd1").unwrap()[0].id(), "abcd1");
    assert_eq!(map.resolve("branch@base").unwrap(), []);
    assert_eq!(map.resolve_one("base").unwrap(), None);
    let error = upgrade_plan(&map, &[], "head").unwrap_err().to_string();
    assert_snapshot!(error, @"Multiple head revisions are present for given argument 'head'; please specify a specific target revision, '<branchname>@head' to narrow to a specific head, or 'heads' for all heads");
}

#[test]
fn a_shortened_row_is_updated_as_it_stands() {
    // a server that cuts long identifiers off leaves such a row; it names one revision
    let map = draw("abcdef b<-abcdef");
    let plan = upgrade_plan(&map, &rows("abcd"), "head").unwrap();
    assert_eq!(plan.steps[0].changes, [RowChange::Update { from: "abcd".to_owned(), to: "b".to_owned() }]);
}

#[test]
fn odd_graphs_do_nothing() {
    let empty = draw("");
    assert_snapshot!(up(&empty, "", "head"), @"rows:");
    assert_snapshot!(down(&empty, "", "base"), @"rows:");
    assert_snapshot!(stamp(&empty, "", "heads"), @"rows:");
    assert_snapshot!(up(&empty, "", "x"), @"Can't locate revision identified by 'x'");
    assert_snapshot!(down(&draw("a"), "", "a"), @"Destination a is not a valid downgrade target from current head(s)");
}

#[test]
fn offline_starts() {
    let map = draw("abcd b<-abcd");
    let split = |kind, text: &'static str, offline| split_offline_range(kind, text, offline);
    assert_eq!(split(StepKind::Upgrade, "a:b", true).unwrap(), (Some("a"), "b"));
    assert_eq!(split(StepKind::Upgrade, "b", false).unwrap(), (None, "b"));
    assert!(matches!(split(StepKind::Upgrade, "a:b", false), Err(ResolveError::RangeNotAllowed { .. })));
    assert!(matches!(split(StepKind::Downgrade, "b", true), Err(ResolveError::OfflineDowngradeNeedsRange { .. })));
    assert_eq!(offline_start(&map, Some("abc")).unwrap(), ["abcd"]);
    assert_eq!(offline_start(&map, Some("head")).unwrap(), ["b"]);
    assert!(offline_start(&map, Some("base")).unwrap().is_empty() && offline_start(&map, None).unwrap().is_empty());
    assert!(offline_start(&map, Some("nosuch")).is_err());
    assert_eq!(split_offline_stamp(&rows("a:b a:c")).unwrap(), (Some("a".to_owned()), rows("b c")));
    assert!(matches!(split_offline_stamp(&rows("a:b b:c")), Err(ResolveError::SeveralStampStarts { .. })));
}

#[test]
fn a_row_that_no_script_has_is_said_to_be_one() {
    let map = draw("a b<-a");
    let gone = rows("gone");
    let row = |error: ResolveError| {
        assert_eq!(error.to_string(), "Can't locate revision identified by 'gone'");
        assert!(matches!(&error, ResolveError::NotFound { reason: Unresolved::RowWithoutScript, .. }), "{error:?}");
        assert!(error.help().expect("a way out").contains("version table says gone"));
    };
    row(upgrade_plan(&map, &gone, "b").unwrap_err());
    row(upgrade_plan(&map, &gone, "+1").unwrap_err());
    row(downgrade_plan(&map, &gone, "base").unwrap_err());
    row(downgrade_plan(&map, &gone, "-1").unwrap_err());
    row(stamp_plan(&map, &gone, &rows("b")).unwrap_err());
    row(map.current(&gone).unwrap_err());
    row(map.is_up_to_date(&gone).unwrap_err());
    let mistyped = upgrade_plan(&map, &rows("a"), "gone").unwrap_err();
    assert_eq!(mistyped.help(), None);
}

#[test]
fn an_error_says_what_it_was_torn_between() {
    let map = draw("abcd1 abcd2<-abcd1 abcd3<-abcd1");
    let help = |error: ResolveError| error.help().expect("a way out");
    assert_eq!(help(map.resolve("abcd").unwrap_err()), "these begin with it: abcd1, abcd2, abcd3");
    assert_eq!(help(upgrade_plan(&map, &[], "head").unwrap_err()), "the heads are abcd2, abcd3");
    assert_eq!(
        help(upgrade_plan(&map, &rows("abcd1"), "+1").unwrap_err()),
        "from abcd1 it could go to abcd2, abcd3; name the revision"
    );
    assert_eq!(
        help(upgrade_plan(&map, &rows("abcd2 abcd3"), "+1").unwrap_err()),
        "the database is at abcd2, abcd3; name the revision, or the branch: LABEL@+1"
    );
}
