//! Laws that hold on every graph, and graphs that are large.

mod drawn;

use drawn::{applied, check_laws, sorted};
use limbeck_core::revision::{Plan, Revision, RevisionMap, downgrade_plan, stamp_plan, upgrade_plan};
use proptest::prelude::*;

/// Sound graphs: every node has parents and dependencies among the earlier ones, and the load order is shuffled.
fn graphs() -> impl Strategy<Value = Vec<Revision>> {
    let node = (proptest::collection::vec(any::<prop::sample::Index>(), 0..3), any::<u8>(), any::<bool>());
    proptest::collection::vec(node, 1..25)
        .prop_map(|nodes| {
            let mut made: Vec<Revision> = Vec::new();
            for (at, (picks, how, labelled)) in nodes.into_iter().enumerate() {
                let mut revision = Revision { id: format!("r{at:03}"), ..Revision::default() };
                for (nth, pick) in picks.iter().enumerate().filter(|_| at > 0) {
                    // mostly near ancestors, so that lines grow long
                    let from = if how % 4 == 0 { 0 } else { at.saturating_sub(4) };
                    let id = made[from + pick.index(at - from)].id.clone();
                    let is_dependency = how & (1 << (nth + 2)) != 0;
                    let list = if is_dependency { &mut revision.depends_on } else { &mut revision.down_revisions };
                    if !list.contains(&id) {
                        list.push(id);
                    }
                }
                if labelled && how % 3 == 0 {
                    revision.branch_labels.push(format!("label{at}"));
                }
                made.push(revision);
            }
            made
        })
        .prop_shuffle()
}

fn made(plan: Result<Plan, limbeck_core::revision::ResolveError>) -> Plan {
    plan.unwrap_or_else(|error| panic!("{error}"))
}

fn ids(map: &RevisionMap, found: impl Fn(&RevisionMap) -> Vec<limbeck_core::revision::RevisionRef<'_>>) -> Vec<String> {
    sorted(found(map).iter().map(|revision| revision.id().to_owned()).collect())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn up_and_down(graph in graphs(), stop in any::<prop::sample::Index>(), back in any::<prop::sample::Index>()) {
        let map = RevisionMap::new(graph).unwrap();
        let id = |index: &prop::sample::Index| map.iter().nth(index.index(map.len())).unwrap().id().to_owned();

        let part = made(upgrade_plan(&map, &[], &id(&stop)));
        check_laws(&map, &part).map_err(TestCaseError::fail)?;
        prop_assert_eq!(part.final_rows(), vec![id(&stop)]);

        let rest = made(upgrade_plan(&map, &part.final_rows(), "heads"));
        check_laws(&map, &rest).map_err(TestCaseError::fail)?;
        let full = rest.final_rows();
        prop_assert_eq!(sorted(full.clone()), ids(&map, RevisionMap::effective_heads));
        prop_assert_eq!(part.steps.len() + rest.steps.len(), map.len());
        prop_assert!(map.is_up_to_date(&full).unwrap());
        prop_assert!(made(upgrade_plan(&map, &full, "heads")).is_empty());

        let target = map.get(&id(&back)).unwrap();
        let lower = downgrade_plan(&map, &full, target.id());
        if target.is_head() && !target.is_effective_head() {
            // nothing follows it, yet it is no row: as in Alembic
            prop_assert!(lower.is_err());
            return Ok(());
        }
        let lower = made(lower);
        check_laws(&map, &lower).map_err(TestCaseError::fail)?;
        let left = applied(&map, &lower.final_rows());
        prop_assert!(left.contains(target.id()));
        prop_assert!(target.children().iter().all(|child| !left.contains(child.id())));

        let base = made(downgrade_plan(&map, &lower.final_rows(), "base"));
        check_laws(&map, &base).map_err(TestCaseError::fail)?;
        prop_assert!(base.final_rows().is_empty());
        prop_assert_eq!(lower.steps.len() + base.steps.len(), map.len());
    }

    #[test]
    fn stamps(graph in graphs(), first in any::<prop::sample::Index>(), then in any::<prop::sample::Index>()) {
        let map = RevisionMap::new(graph).unwrap();
        let id = |index: &prop::sample::Index| map.iter().nth(index.index(map.len())).unwrap().id().to_owned();
        let mut rows = Vec::new();
        for target in [id(&first), "heads".to_owned(), id(&then), "heads".to_owned()] {
            let plan = made(stamp_plan(&map, &rows, std::slice::from_ref(&target)));
            check_laws(&map, &plan).map_err(TestCaseError::fail)?;
            rows = plan.final_rows();
            if target == "heads" {
                prop_assert_eq!(sorted(rows.clone()), ids(&map, RevisionMap::effective_heads));
            } else {
                prop_assert!(rows.contains(&target));
            }
        }
        prop_assert!(made(stamp_plan(&map, &rows, &["base".to_owned()])).final_rows().is_empty());
    }

    #[test]
    fn no_argument_panics(graph in graphs(), name in "(label[0-9]|r00[0-9]|head|heads|base|[@+:_0-9a-]){0,4}[@]?[+-]?[0-9é]{0,3}") {
        let map = RevisionMap::new(graph).unwrap();
        let rows: Vec<String> = ids(&map, RevisionMap::effective_heads);
        for rows in [&rows[..], &[]] {
            for plan in [upgrade_plan(&map, rows, &name), downgrade_plan(&map, rows, &name)].into_iter().flatten() {
                check_laws(&map, &plan).map_err(TestCaseError::fail)?;
            }
            let _ = stamp_plan(&map, rows, std::slice::from_ref(&name));
            if let Ok(range) = limbeck_core::revision::HistoryRange::parse(&name) {
                let (lower, upper) = range.bounds(rows);
                let _ = map.history(lower, upper);
            }
        }
    }

    #[test]
    fn any_graph_loads_or_names_its_faults(edges in proptest::collection::vec((0usize..8, 0usize..8, any::<bool>()), 0..12)) {
        let mut graph: Vec<Revision> = (0..8).map(|at| Revision { id: format!("n{at}"), ..Revision::default() }).collect();
        for (from, to, is_dependency) in edges {
            let list = if is_dependency { &mut graph[from].depends_on } else { &mut graph[from].down_revisions };
            list.push(format!("n{to}"));
        }
        if let Ok(map) = RevisionMap::new(graph) {
            prop_assert_eq!(map.newest_first().len(), 8);
        }
    }
}

fn chain(length: usize) -> Vec<Revision> {
    let id = |at: usize| format!("{at:08x}");
    (0..length)
        .map(|at| Revision {
            id: id(at),
            down_revisions: at.checked_sub(1).map(id).into_iter().collect(),
            ..Revision::default()
        })
        .collect()
}

/// `bases` lines of `length`; revision i of a line depends on revision i of the line before.
fn lattice(bases: usize, length: usize) -> Vec<Revision> {
    let id = |base: usize, at: usize| format!("b{base}n{at}");
    let cells = (0..bases).flat_map(|base| (0..length).map(move |at| (base, at)));
    cells
        .map(|(base, at)| Revision {
            id: id(base, at),
            down_revisions: at.checked_sub(1).map(|at| id(base, at)).into_iter().collect(),
            depends_on: base.checked_sub(1).map(|base| id(base, at)).into_iter().collect(),
            branch_labels: vec![],
        })
        .collect()
}

fn there_and_back(graph: Vec<Revision>, middle: &str) {
    let start = std::time::Instant::now();
    let mut last = start.elapsed();
    let mut lap = |what: &str| {
        println!("{what:10} {:?}", start.elapsed() - last);
        last = start.elapsed();
    };
    let map = RevisionMap::new(graph).unwrap();
    lap("load");
    let up = made(upgrade_plan(&map, &[], "heads"));
    lap("upgrade");
    let full = up.final_rows();
    let part = made(downgrade_plan(&map, &full, middle));
    lap("part");
    let down = made(downgrade_plan(&map, &full, "base"));
    lap("downgrade");
    let stamp = made(stamp_plan(&map, &full, &[middle.to_owned()]));
    lap("stamp");
    assert_eq!(map.newest_first().len(), map.len());
    lap("history");
    assert_eq!((up.steps.len(), down.steps.len()), (map.len(), map.len()));
    assert_eq!(sorted(full), ids(&map, RevisionMap::effective_heads));
    assert!(down.final_rows().is_empty());
    let left = applied(&map, &part.final_rows());
    let middle_revision = map.get(middle).unwrap();
    assert!(left.contains(middle) && middle_revision.children().iter().all(|child| !left.contains(child.id())));
    assert_eq!(stamp.final_rows(), [middle]);
    let again = made(upgrade_plan(&map, &part.final_rows(), "heads"));
    assert_eq!(again.steps.len(), part.steps.len());
    lap("rest");
}

#[test]
fn a_chain_of_ten_thousand() {
    there_and_back(chain(10_000), "00001388");
}

#[test]
fn two_hundred_bases_that_depend_on_each_other() {
    there_and_back(lattice(200, 10), "b100n5");
}

#[test]
fn two_long_lines_that_depend_on_each_other() {
    there_and_back(lattice(2, 4_000), "b1n2000");
}

#[test]
fn a_wide_fan_and_its_merge() {
    let mut graph = vec![Revision { id: "root".to_owned(), ..Revision::default() }];
    let leaf = |at: usize| format!("leaf{at}");
    graph.extend((0..1_000).map(|at| Revision {
        id: leaf(at),
        down_revisions: vec!["root".to_owned()],
        ..Revision::default()
    }));
    let merge =
        Revision { id: "merge".to_owned(), down_revisions: (0..1_000).map(leaf).collect(), ..Revision::default() };
    graph.push(merge);
    there_and_back(graph, "root");
}

/// For measuring: `cargo test -p limbeck-core --test revision_laws -- --ignored --nocapture`.
#[test]
#[ignore = "prints timings of larger graphs"]
fn timings() {
    for (name, graph, middle) in [
        ("chain of 10,000", chain(10_000), "00001388"),
        ("chain of 100,000", chain(100_000), "00001388"),
        ("200 x 10", lattice(200, 10), "b100n5"),
        ("10 x 1000", lattice(10, 1_000), "b5n500"),
        ("2 x 10,000", lattice(2, 10_000), "b1n500"),
    ] {
        println!("-- {name}");
        there_and_back(graph, middle);
    }
}
