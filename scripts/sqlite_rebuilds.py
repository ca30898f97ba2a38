#!/usr/bin/env python3
"""Run the cases in crates/limbeck-cli/tests/rebuild/cases on real Alembic and write the table in docs/sqlite.md.

    .venv/bin/python scripts/sqlite_rebuilds.py              write the table
    .venv/bin/python scripts/sqlite_rebuilds.py --check      fail when the table is not what it would write
    .venv/bin/python scripts/sqlite_rebuilds.py --show NAME  what is found in one case, in full

Run it with the Python of the virtual environment that `make test` prepares. limbeck's column is what each case demands of it; the
test `rebuild` of limbeck-cli checks that it is true. The form of a case is explained there.
"""
import argparse
import concurrent.futures
import contextlib
import pathlib
import re
import sqlite3
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
FOLDER = ROOT / "crates/limbeck-cli/tests/rebuild"
PAGE = ROOT / "docs/sqlite.md"
BEGIN, END = "<!-- rebuilds: begin -->\n", "<!-- rebuilds: end -->\n"
INI = """[alembic]
script_location = %(here)s/migrations
sqlalchemy.url = sqlite:///app.db
[loggers]
keys = root
[handlers]
keys =
[formatters]
keys =
[logger_root]
level = WARNING
handlers =
"""
ENFORCE = {
    "env_plain.py": 'connection.exec_driver_sql("PRAGMA foreign_keys=ON")',
    "env_listener.py": 'cursor.execute("PRAGMA foreign_keys=ON")',
}


class Case:
    """A case: its title, and the text of each section."""

    def __init__(self, path):
        self.name = path.stem
        head, *parts = re.split(r"^== (.*)\n", path.read_text(), flags=re.M)
        self.title = head.strip()
        self.parts = {name: text.strip("\n") for name, text in zip(parts[::2], parts[1::2])}

    def checks(self, *sections):
        """Label, statements and expectation of each check."""
        for section in sections:
            for line in self.parts.get(section, "").splitlines():
                label, rest = line.split(": ", 1)
                statements, expected = rest.rsplit(" -> ", 1)
                yield label, statements.split(" ;; "), expected

    def refused(self, enforced):
        return "refused" in self.parts or enforced and "refused where foreign keys are on" in self.parts


def project(case, folder, env, enforced):
    """A migration project with the case's one revision, and its database."""
    indented = lambda text: "".join("    %s\n" % line for line in (text or "pass").splitlines())
    versions = folder / "migrations/versions"
    versions.mkdir(parents=True)
    (folder / "alembic.ini").write_text(INI)
    text = (FOLDER / env).read_text()
    said = case.parts.get("environment", "")
    text = text.replace("# foreign keys", ENFORCE[env] if enforced else "pass")
    text = text.replace("# environment", "\n    ".join([*said.splitlines(), "connection.commit()"] if said or env == "env_plain.py" else ["pass"]))
    (folder / "migrations/env.py").write_text(text)
    (versions / "r01.py").write_text(
        "import sqlalchemy as sa\nfrom alembic import op\n\nrevision = \"r01\"\ndown_revision = None\n\n\n"
        "def upgrade():\n%s\n\ndef downgrade():\n%s" % (indented(case.parts["upgrade"]), indented(case.parts.get("downgrade")))
    )
    with open_database(folder, case) as connection:
        connection.executescript(case.parts["setup"])


def open_database(folder, case):
    """The project's database, with the databases that env.py attaches."""
    connection = sqlite3.connect(folder / "app.db", isolation_level=None)
    for file, name in re.findall(r"ATTACH '(.*?)' AS \\\"(.*?)\\\"", case.parts.get("environment", "")):
        connection.execute('ATTACH ? AS "%s"' % name, [str(folder / file)])
    return contextlib.closing(connection)


def shown(value):
    return "NULL" if value is None else value.hex() if isinstance(value, bytes) else str(value)


def answer(connection, statements):
    """What the last of the statements answers, and nothing of them stays."""
    connection.execute("BEGIN")
    try:
        for statement in statements:
            rows = connection.execute(statement).fetchall()
        return ";".join("|".join(map(shown, row)) for row in rows)
    except sqlite3.Error as error:
        return "error %s" % error
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def wrong(case, folder, *sections):
    """The labels of the checks that do not hold, with what was found."""
    found = []
    with open_database(folder, case) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        for label, statements, expected in case.checks(*sections):
            is_ = answer(connection, statements)
            if expected.startswith("~ "):
                holds = expected[2:] in is_ and not is_.startswith("error ")
            elif expected.startswith("error "):
                holds = is_.startswith("error ") and expected[6:] in is_
            else:
                holds = is_ == expected
            if not holds:
                found.append((label, "%s\n    expected %s\n    found    %s" % (" ;; ".join(statements), expected, is_)))
        if answer(connection, ["PRAGMA integrity_check"]) != "ok":
            found.append(("integrity", answer(connection, ["PRAGMA integrity_check"])))
        left = answer(connection, ["SELECT name FROM sqlite_master WHERE name LIKE '!_alembic!_tmp!_%' ESCAPE '!' ORDER BY name"])
        if left and left != "_alembic_tmp_parent" * (case.name == "left_over"):
            found.append(("a left-over table", left))
    return found


def run(tool, folder, *arguments):
    """Whether the tool did it, and the reason if not."""
    done = subprocess.run([*tool, *arguments], cwd=folder, capture_output=True, text=True, stdin=subprocess.DEVNULL)
    if done.returncode == 0:
        return None, done.stderr
    text = done.stdout + done.stderr
    lines = [line for line in text.splitlines() if re.match(r"(FAILED: |[\w.]+(Error|Exception): )", line)]
    reason = lines[-1] if lines else text.strip().splitlines()[-1]
    return re.sub(r"^(FAILED: )?[\w.]+(Error|Exception): (\(sqlite3\.\w+\) )?", "", reason), text


def labels(found):
    return ", ".join(dict.fromkeys(label for label, _ in found))


def outcome(case, tool, env, enforced, show=False):
    """What a tool makes of the case, in a few words."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        project(case, folder, env, enforced)
        sane = wrong(case, folder, "always", "before")
        if sane:
            sys.exit("%s is wrong in itself:\n%s" % (case.name, "\n".join(detail for _, detail in sane)))
        said = []

        def step(direction, target, after, otherwise):
            failed, text = run(tool, folder, direction, target)
            found = wrong(case, folder, "always", otherwise if failed else after)
            if show:
                print("-- %s, foreign keys %s: %s\n%s" % (direction, "on" if enforced else "off", failed or "done", text if failed else ""))
                for label, detail in found:
                    print("   %s: %s" % (label, detail))
            if failed:
                said.append("%s: %s" % ("fails" if direction == "upgrade" else "the downgrade fails", failed))
            if found:
                said.append("%s: %s" % ("not as before" if failed else "loses", labels(found)))
            return not failed and not found

        # What a downgrade makes of a table that is broken already says nothing more.
        if step("upgrade", "head", "after", "before") and not case.refused(enforced):
            step("downgrade", "base", "before", "after")
        return "; ".join(said) or ("does it" if case.refused(enforced) else "keeps everything")


def cell(off, on):
    text = off if off == on else "foreign keys off: %s<br>on: %s" % (off, on)
    return text.replace("|", "\\|")


def demanded(case):
    """limbeck's cell."""
    every, some = case.parts.get("refused"), case.parts.get("refused where foreign keys are on")
    refuses = lambda text: "refuses, and changes nothing: %s" % text if text else "keeps everything"
    return cell(refuses(every), refuses(every or some))


def table(cases):
    alembic = [str(pathlib.Path(sys.executable).with_name("alembic"))]
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        found = list(pool.map(lambda case: [outcome(case, alembic, "env_listener.py", on) for on in (False, True)], cases))
    lines = ["| case | limbeck | Alembic |", "| --- | --- | --- |"]
    for case, (off, on) in zip(cases, found):
        file = "../crates/limbeck-cli/tests/rebuild/cases/%s.txt" % case.name
        lines.append("| [%s](%s) | %s | %s |" % (case.title.replace("|", "\\|"), file, demanded(case), cell(off, on)))
    kept = [sum(said[on] == "keeps everything" for said in found) for on in (False, True)]
    kept_by_us = [sum(not case.refused(on) for case in cases) for on in (False, True)]
    counted = "keeps everything in %d of these %d cases with foreign keys off and in %d with them on"
    head = "limbeck %s, and refuses the others. Alembic %s." % (
        counted % (kept_by_us[0], len(cases), kept_by_us[1]), counted % (kept[0], len(cases), kept[1]))
    return head + "\n\n" + "\n".join(lines) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="compare with the page instead of writing it")
    parser.add_argument("--show", metavar="NAME", help="one case, in full; `all` for all of them")
    parser.add_argument("--tool", help="with --show: another program with Alembic's command line")
    options = parser.parse_args()
    cases = [Case(path) for path in sorted((FOLDER / "cases").glob("*.txt"))]
    if options.show:
        tool = [options.tool or str(pathlib.Path(sys.executable).with_name("alembic"))]
        for case in cases:
            if options.show in ("all", case.name):
                for env in ENFORCE:
                    for enforced in (False, True):
                        said = outcome(case, tool, env, enforced, options.show != "all")
                        print("%s, %s, foreign keys %s: %s" % (case.name, env, "on" if enforced else "off", said))
        return
    page = PAGE.read_text()
    start, end = page.index(BEGIN) + len(BEGIN), page.index(END)
    new = page[:start] + table(cases) + page[end:]
    if options.check and new != page:
        sys.exit("the table in %s is not up to date: run scripts/sqlite_rebuilds.py" % PAGE.relative_to(ROOT))
    PAGE.write_text(new)


if __name__ == "__main__":
    main()
