#!/usr/bin/env python3
"""What Alembic prints for the cases in crates/limbeck-cli/tests/transcripts, see the README there.

Run it with the Python of the virtual environment that `make test` prepares: .venv/bin/python scripts/transcripts.py [--check] [NAME...]
"""
import argparse
import concurrent.futures
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "crates/limbeck-cli/tests/transcripts"

SCRIPT = '''\
"""{doc}

Revision ID: {id}
Revises: {revises}
Create Date: 2026-01-01 00:00:00

"""
from alembic import op

revision = {id!r}
down_revision = {down!r}
branch_labels = {labels!r}
depends_on = {depends!r}


def upgrade():
    op.execute("CREATE TABLE t_{id} (id INTEGER)")


def downgrade():
    op.execute("DROP TABLE t_{id}")
'''


def sections(text):
    """The parts of a case by their titles."""
    parts = re.split(r"^-- (.+) --\n", text, flags=re.M)
    return dict(zip(parts[1::2], parts[2::2]))


def script(line):
    """The identifier and the text of a version script drawn as `ID [<- PARENT,..] [+ DEPENDENCY,..] [@ LABEL,..] [: DOCSTRING]`."""
    drawn, _, doc = line.partition(": ")
    identifier, *rest = drawn.split()
    lists = dict(zip(rest[::2], (names.split(",") for names in rest[1::2])))

    def value(sign):
        names = lists.get(sign, [])
        return None if not names else names[0] if len(names) == 1 else tuple(names)

    return identifier, SCRIPT.format(
        id=identifier, doc=doc or f"step {identifier}", revises=", ".join(lists.get("<-", [])), down=value("<-"), labels=value("@"), depends=value("+")
    )


def write_project(root, parts):
    shutil.copytree(FOLDER / "base", root, dirs_exist_ok=True)
    (root / "migrations/versions").mkdir(exist_ok=True)
    for line in parts.pop("graph", "").splitlines():
        identifier, text = script(line)
        (root / f"migrations/versions/{identifier}.py").write_text(text)
    for path, text in parts.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text)


def without_code(text):
    """Standard error with what is left of a traceback and of warnings when the lines of code are taken away."""
    before, sign, _ = text.partition("Traceback (most recent call last):\n")
    if sign:
        last = text.rpartition(sign)[2].splitlines(keepends=True)
        while last and last[0].startswith(" "):
            del last[0]
        text = before + sign + "".join(last)
    return re.sub(r"^\S+\.py:\d+: (\w+Warning: .*)\n(?:  .*\n)?", r"\1\n", text, flags=re.M)


def masked(text, root):
    return re.sub(r"Create Date: .*", "Create Date: DATE", text.replace(str(root), "PROJECT"))


def transcript(case):
    parts = sections(case)
    commands = parts.pop("commands")
    environment = {
        "PATH": f"{pathlib.Path(sys.executable).parent}:/usr/bin:/bin",
        "LANG": "C.UTF-8",
        "TZ": "UTC",
        "PYTHONDONTWRITEBYTECODE": "1",
        # Alembic's listings have the order of Python's sets.
        "PYTHONHASHSEED": "0",
    }
    shown = []
    with tempfile.TemporaryDirectory() as name:
        root = pathlib.Path(name).resolve()
        write_project(root, parts)
        for command in commands.splitlines():
            if not command or command.startswith("#"):
                continue
            done = subprocess.run(
                ["sh", "-c", command], cwd=root, env=environment | {"HOME": name}, stdin=subprocess.DEVNULL, capture_output=True, text=True
            )
            shown.append(f"$ {command}")
            shown += [f"1| {line}" for line in masked(done.stdout, root).splitlines()]
            shown += [f"2| {line}" for line in without_code(masked(done.stderr, root)).splitlines()]
            if done.returncode:
                shown.append(f"exit {done.returncode}")
            shown.append("")
    return "\n".join(shown)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; fail when a transcript is not what Alembic prints")
    parser.add_argument("name", nargs="*", help="cases, by default all")
    arguments = parser.parse_args()
    names = arguments.name or sorted(path.stem for path in (FOLDER / "cases").glob("*.txt"))
    cases = [(FOLDER / "cases" / f"{name}.txt").read_text() for name in names]
    stale = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for name, text in zip(names, pool.map(transcript, cases)):
            golden = FOLDER / "alembic" / f"{name}.txt"
            if golden.exists() and golden.read_text() == text:
                continue
            stale += 1
            if arguments.check:
                print(f"{golden} is not what Alembic prints", file=sys.stderr)
            else:
                golden.write_text(text)
                print(f"wrote {golden}")
    return 1 if arguments.check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
