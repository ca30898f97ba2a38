#!/usr/bin/env python3
"""Asks real Alembic about random revision graphs and writes its answers to `answers.jsonl` beside this file.

Run with the Python of the oracle (alembic==1.20.1):   python regenerate.py [--seed S] [--cases N]

One line per graph. Graphs are drawn as in the Rust tests: `id<-parents+dependencies:labels`, separated by spaces.
What Alembic answers differently under different hash seeds is not stable there; of it only the sorted form is kept.
A `crash` is a traceback where Alembic should have had an answer; the Rust side is then judged by its own laws.
"""
import argparse
import json
import os
import pathlib
import random
import subprocess
import sys
import types
import warnings

from alembic.runtime.migration import HeadMaintainer
from alembic.script.base import Script, ScriptDirectory
from alembic.script.revision import RevisionMap
from alembic.util import CommandError
from sqlalchemy import Column, MetaData, String, Table

warnings.simplefilter("ignore")
HERE = pathlib.Path(__file__).parent
VERSION = Table("alembic_version", MetaData(), Column("version_num", String(32)))


def make_graph(rng):
    nodes = []
    lean = rng.random() < 0.6
    for i in range(rng.randint(1, 14)):
        rev = f"{rng.choice('abcd')}{rng.choice('ab')}{rng.choice('abc')}{i:x}{rng.choice(['', '', 'f', '07'])}"
        parents, depends = [], []
        if nodes and rng.random() > 0.15:
            heads = [n["id"] for n in nodes if not any(n["id"] in m["down"] for m in nodes)]
            if len(heads) > 1 and rng.random() < 0.3:
                parents = rng.sample(heads, rng.choice([2, 2, min(3, len(heads))]))
            else:
                parents = [rng.choice(nodes[-4:])["id"]]
        if nodes and rng.random() < (0.12 if lean else 0.35):
            for other in rng.sample(nodes, min(len(nodes), rng.choice([1, 1, 1, 2]))):
                if other["id"] not in parents:
                    depends.append(rng.choice(other["labels"] + [other["id"]]))
        labels = [f"lab{i:x}"] if rng.random() < 0.15 else []
        nodes.append(dict(id=rev, down=parents, deps=depends, labels=labels))
    if rng.random() < 0.4:
        rng.shuffle(nodes)
    return nodes


def drawn(nodes):
    def one(n):
        text = n["id"]
        text += "<-" + ",".join(n["down"]) if n["down"] else ""
        text += "+" + ",".join(n["deps"]) if n["deps"] else ""
        return text + (":" + ",".join(n["labels"]) if n["labels"] else "")
    return " ".join(map(one, nodes))


def directory(nodes):
    def script(n):
        module = types.ModuleType(n["id"])
        module.upgrade, module.downgrade = (lambda: None), (lambda: None)
        module.upgrade.__name__, module.downgrade.__name__ = "upgrade", "downgrade"
        module.down_revision, module.depends_on, module.branch_labels = tuple(n["down"]), tuple(n["deps"]), tuple(n["labels"])
        return Script(module, n["id"], n["id"] + ".py")
    made = ScriptDirectory.__new__(ScriptDirectory)
    made.revision_map = RevisionMap(lambda: [script(n) for n in nodes])
    return made


def name(rng, nodes, rows):
    rev = rng.choice(nodes)["id"]
    kinds = [rev] * 6 + [rev[:4], rev[:2], "head", "heads", "heads", "base", "nosuch", f"{rev}+1", f"{rev}-1", f"{rev}-2", f"{rev}@head",
                         f"{rev}@base", f"{rev}@heads", "+1", "+2", "head-1", f"nosuch@{rev}", "nosuch@base"]
    if len(rows) < 2:
        kinds += ["-1", "-1", "-2"]
    for label in [label for n in nodes for label in n["labels"]][:3]:
        kinds += [label, label[:4], f"{label}@head", f"{label}@heads", f"{label}@base", f"{label}@{rev}", f"{label}@{rev[:4]}", f"{label}@+1",
                  f"{label}@-1", f"{label}@{rev}+1", f"{label}@{rev}-1"]
    return rng.choice(kinds)


def command(rng, nodes, rows):
    what = rng.choice(["upgrade"] * 6 + ["downgrade"] * 5 + ["stamp"] * 3 + ["history"] * 4 + ["show", "current"])
    if what == "history":
        ends = lambda: rng.choice([rng.choice(nodes)["id"]] * 5 + ["", "", "current", name(rng, nodes, [])])
        return [what, ends(), ends()]
    if what == "stamp" and rng.random() < 0.2:
        return [what, *(rng.choice([n["id"] for n in nodes] + [n["id"][:4] for n in nodes] + ["heads"]) for _ in range(2))]
    argument = name(rng, nodes, rows)
    if what == "stamp" and argument.startswith("-"):
        argument = "heads"  # Alembic takes a walk out of the graph for `base`; refused here
    return [what] if what == "current" else [what, argument]


def answer(scripts, do, rows):
    what, *args = do
    if what in ("upgrade", "downgrade", "stamp"):
        make = dict(upgrade=scripts._upgrade_revs, downgrade=scripts._downgrade_revs, stamp=scripts._stamp_revs)[what]
        steps = make(tuple(args) if what == "stamp" else args[0], tuple(rows))
        context = types.SimpleNamespace(_version=VERSION, as_sql=True, impl=types.SimpleNamespace(_exec=lambda *a: None))
        keeper = HeadMaintainer(context, rows)
        log = []
        for step in steps:
            keeper.update_to_step(step)
            sides = (sorted(step.from_revisions_no_deps), sorted(step.to_revisions_no_deps))
            log.append(f"{','.join(sides[0])}>{','.join(sides[1])}")
        return dict(steps=log, rows=sorted(keeper.heads))
    if what == "history":
        base, head = (tuple(rows) if end == "current" else end for end in args)
        if "current" in args and args[0] == args[1]:
            return dict(skip=True)
        listed = scripts.walk_revisions(base or "base", head or "heads")
    elif what == "show":
        listed = scripts.get_revisions(args[0])
    else:
        listed = sorted(scripts.get_all_current(tuple(rows)), key=lambda s: s.revision)
    marks = lambda s: "".join(c for c, on in zip("hebm", [s.is_head, s._is_real_head, s.is_branch_point, s.is_merge_point]) if on)
    return dict(listed=[f"{s.revision}/{marks(s)}/{','.join(sorted(s.branch_labels))}" for s in listed])


def case(seed):
    rng = random.Random(seed)
    nodes = make_graph(rng)
    rows, asked = [], []
    for _ in range(rng.randint(4, 7)):
        do = command(rng, nodes, rows)
        scripts = directory(nodes)
        try:
            reply = answer(scripts, do, rows)
        except CommandError as error:
            reply = dict(error=str(error))
        except Exception as error:  # noqa: BLE001
            reply = dict(crash=type(error).__name__)
        if "skip" not in reply:
            asked.append(dict(do=do, at=rows, **reply))
        rows = reply.get("rows", rows)
        if overlapping(scripts, rows):
            asked[-1]["overlapping"] = True
            rows = []
    return dict(graph=drawn(nodes), asked=asked)


def overlapping(scripts, rows):
    """Whether a row contains another one: such rows are a fault of Alembic, which then refuses them itself."""
    ancestors = lambda r: {a.revision for a in scripts.revision_map._get_ancestor_nodes([scripts.get_revision(r)])}
    return any(other in ancestors(row) for row in rows for other in rows if other != row)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--cases", type=int, default=400)
    parser.add_argument("--raw", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--out", default=str(HERE / "answers.jsonl"))
    args = parser.parse_args()
    seeds = range(args.seed, args.seed + args.cases)
    if args.raw:
        for seed in seeds:
            print(json.dumps(case(seed)))
        return
    runs = []
    for hash_seed in map(str, range(8)):
        out = subprocess.run([sys.executable, __file__, "--raw", "--seed", str(args.seed), "--cases", str(args.cases)], text=True,
                             capture_output=True, check=True, env=dict(os.environ, PYTHONHASHSEED=hash_seed)).stdout
        runs.append([json.loads(line) for line in out.splitlines()])
    lines = []
    for variants in zip(*runs):
        asked = []
        for ask in zip(*(v["asked"] for v in variants)):
            first = dict(ask[0])
            if any(a["do"] != first["do"] or a["at"] != first["at"] for a in ask):
                break  # an unstable answer led the runs apart
            for key in ("steps", "listed"):
                if key in first and any(a.get(key) != first[key] for a in ask) and all(key in a for a in ask):
                    first["unordered"] = True
                    first[key] = sorted(first[key])
            if any(set(a) - {"unordered"} != set(first) - {"unordered"} or a.get("error") != first.get("error") for a in ask):
                continue
            asked.append(first)
        lines.append(json.dumps(dict(graph=variants[0]["graph"], asked=asked), separators=(",", ":")))
    pathlib.Path(args.out).write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
