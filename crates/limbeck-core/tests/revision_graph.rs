//! Loading, faults, and the facts that listings show.

mod drawn;

use drawn::{draw, revisions, rows};
use limbeck_core::revision::{Bound, GraphError, HistoryRange, ParentKind, ResolveError, RevisionMap, faults};

fn fault(drawing: &str) -> String {
    let error = RevisionMap::new(revisions(drawing)).unwrap_err();
    assert_eq!(faults(&revisions(drawing))[0], error);
    error.to_string()
}

fn ids(found: Vec<limbeck_core::revision::RevisionRef<'_>>) -> String {
    found.iter().map(|revision| revision.id()).collect::<Vec<_>>().join(" ")
}

#[test]
fn faults_name_the_revisions() {
    assert_eq!(fault("a<-b b<-c c<-a"), "Cycle is detected in revisions (a, b, c)");
    assert_eq!(fault("a b<-a+c c<-b"), "Dependency cycle is detected in revisions (b, c)");
    assert_eq!(fault("a<-a"), "Self-loop is detected in revisions (a)");
    assert_eq!(fault("a+a"), "Dependency self-loop is detected in revisions (a)");
    assert_eq!(fault("a b<-a+own:own"), "Dependency self-loop is detected in revisions (b)");
    assert_eq!(fault("a b<-gone"), "Revision gone referenced from b is not present");
    assert_eq!(fault("a b<-a a"), "Revision a is present more than once");
    assert_eq!(fault("a:x b<-a:x"), "Branch name 'x' in revision b already used by revision a");
    assert_eq!(fault("a b<-a:a"), "Branch name 'a' in revision b already used by revision a");
    assert_eq!(fault("a@b-c"), "Character(s) '-, @' not allowed in revision identifier 'a@b-c'");
}

#[test]
fn a_cycle_between_two_sound_ends_is_found() {
    // Alembic looks only from heads and bases, and goes on with such a graph
    assert_eq!(fault("base x<-base,y y<-x head<-y"), "Cycle is detected in revisions (x, y)");
}

#[test]
fn all_faults_are_reported() {
    let found = faults(&revisions("a<-gone+lost b<-b c c a:l d:l"));
    let missing =
        |missing: &str, kind| GraphError::MissingParent { revision: "a".to_owned(), missing: missing.to_owned(), kind };
    assert!(found.contains(&missing("gone", ParentKind::DownRevision)));
    assert!(found.contains(&missing("lost", ParentKind::DependsOn)));
    assert!(found.contains(&GraphError::SelfLoop { revision: "b".to_owned() }));
    assert!(found.contains(&GraphError::DuplicateRevision { revision: "c".to_owned(), positions: vec![2, 3] }));
    assert_eq!(found.len(), 6, "{found:?}");
    let two = faults(&revisions("a<-b b<-a c<-d d<-c"));
    assert_eq!(two.len(), 2, "{two:?}");
}

#[test]
fn a_label_is_no_down_revision() {
    assert_eq!(fault("a:x b<-x"), "Revision x referenced from b is not present");
    assert_eq!(ids(draw("a:x b+x").effective_heads()), "b");
}

#[test]
fn heads_bases_and_points() {
    let map = draw("a b<-a c<-a m<-b,c x y<-x+m");
    assert_eq!(ids(map.heads()), "m y");
    assert_eq!(ids(map.effective_heads()), "y");
    assert_eq!(ids(map.bases()), "a x");
    assert_eq!(ids(map.branch_points()), "a");
    let get = |id| map.get(id).unwrap();
    assert!(get("m").is_merge_point() && get("m").is_head() && !get("m").is_effective_head());
    assert!(get("a").is_branch_point() && get("a").is_base());
    assert_eq!(ids(get("a").children()), "b c");
    assert_eq!(ids(get("m").dependents()), "y");
    assert_eq!(ids(get("y").ancestors(true)), "a b c m x y");
    assert_eq!(ids(get("y").ancestors(false)), "x y");
    assert_eq!(ids(get("b").descendants(true)), "b m y");
    assert_eq!(get("y").position(), 5);
}

#[test]
fn dependencies_that_an_ancestor_names_are_left_out() {
    let map = draw("d a+d b<-a+d c<-b+d,e e");
    assert_eq!(map.get("b").unwrap().normalized_down_revisions(), ["a"]);
    assert_eq!(map.get("c").unwrap().normalized_down_revisions(), ["b", "e"]);
    assert_eq!(map.get("c").unwrap().resolved_dependencies(), ["d", "e"]);
}

#[test]
fn labels_spread() {
    let map = draw("r a<-r b<-r c<-b:side d<-c z:lone");
    let labels = |id: &str| map.get(id).unwrap().branch_labels().join(",");
    let all: Vec<String> = map.iter().map(|revision| labels(revision.id())).collect();
    assert_eq!(all, ["", "", "side", "side", "side", "lone"]);
    assert_eq!(map.labelled("side").unwrap().id(), "c");
    assert!(map.get("side").is_none());
}

#[test]
fn history_ranges() {
    let map = draw("a b<-a c<-b d<-c x y<-x");
    let none = rows("");
    let list = |range: &str, rows: &[String]| {
        let (lower, upper) = HistoryRange::parse(range).unwrap().bounds(rows);
        map.history(lower, upper).map(ids)
    };
    assert_eq!(list("b:d", &none).unwrap(), "d c b");
    assert_eq!(list(":b", &none).unwrap(), "b a");
    assert_eq!(list("c:", &none).unwrap(), "d c");
    assert_eq!(list(":current", &rows("b")).unwrap(), "b a");
    assert_eq!(list(":current", &none).unwrap(), ids(map.newest_first()));
    assert_eq!(list("current:d", &rows("c")).unwrap(), "d c");
    assert_eq!(list("current:y", &rows("c")).unwrap_err().to_string(), NOT_A_RANGE.replace("{}", "('c',):y"));
    assert!(matches!(HistoryRange::parse("b"), Err(ResolveError::BadHistoryRange { .. })));
    assert!(matches!(HistoryRange::parse("a:b:c"), Err(ResolveError::BadHistoryRange { .. })));
    assert_eq!(ids(map.history(Bound::Name("base"), Bound::Name("d-1")).unwrap()), "c b a");
}

const NOT_A_RANGE: &str = "Requested range {} does not refer to ancestor/descendant revisions along the same branch";

#[test]
fn check_heads_counts_dependencies() {
    let map = draw("a b<-a x y<-x+b");
    assert!(map.is_up_to_date(&rows("y")).unwrap());
    assert!(!map.is_up_to_date(&rows("b x")).unwrap());
    assert!(map.is_up_to_date(&rows("lost")).is_err());
    assert!(draw("").is_up_to_date(&[]).unwrap());
    assert_eq!(ids(map.current(&rows("y")).unwrap()), "b y");
}

#[test]
fn new_revisions_and_merges() {
    let map = draw("abcd1 bcde2<-abcd1 cdef3<-abcd1 x:lab");
    let parents = |heads: &str, splice| map.new_revision_parents(&rows(heads), splice).map(|ids| ids.join(" "));
    assert_eq!(parents("bcde", false).unwrap(), "bcde2");
    assert_eq!(parents("base", false).unwrap(), "");
    assert!(matches!(parents("head", false), Err(ResolveError::MultipleHeadsForRevision { .. })));
    assert!(matches!(parents("abcd1", false), Err(ResolveError::NotAHead { .. })));
    assert_eq!(parents("abcd1", true).unwrap(), "abcd1");
    assert!(matches!(parents("bcde bcde2", false), Err(ResolveError::DuplicateHeads { .. })));

    let merge = |names: &str| map.merge_parents(&rows(names), false).map(|ids| ids.join(" "));
    assert_eq!(merge("heads").unwrap(), "bcde2 cdef3 x");
    assert!(matches!(merge("x"), Err(ResolveError::NotAMerge { .. })));
    assert!(matches!(merge("base"), Err(ResolveError::NotAMerge { .. })));

    assert_eq!(map.new_dependencies(&rows("lab bcde")).unwrap(), ["lab", "bcde2"]);
    assert!(map.check_new_names("new", &rows("other")).is_ok());
    assert!(matches!(map.check_new_names("x", &[]), Err(GraphError::DuplicateRevision { .. })));
    assert!(matches!(map.check_new_names("new", &rows("lab")), Err(GraphError::DuplicateLabel { .. })));
    assert!(matches!(map.check_new_names("a:b", &[]), Err(GraphError::IllegalCharacters { .. })));
}
