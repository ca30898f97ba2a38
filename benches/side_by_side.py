"""limbeck and real Alembic side by side: time and peak memory of whole processes, as a Markdown table on stdout.

The two take turns, on copies of one generated history, so that a machine that grows slower is slower for both. On PostgreSQL psql takes
its turn too: it runs the same statements from a file, in one transaction, and is the floor. `check` is measured on models and databases that
agree. Nothing is asserted: the numbers are for reading. Linux only: memory is measured as it is kept there.
"""
import argparse
import ctypes
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import history
import models
from server import Server

PR_SET_CHILD_SUBREAPER = 36

# Prints the id of a process that runs a command as soon as it is sent a line.
ORPHAN = 'exec 3<&0; (read line <&3; exec "$@" < /dev/null 3<&-) > /dev/null 2>&1 & echo $!'

NO_ENV = "not needed"
STOCK = "stock"
DYNAMIC = "runs in Python"

# env.py, what the row is called, arguments, state of the database before each run
ROWS = [
    (NO_ENV, "--version", ["--version"], "any"),
    (NO_ENV, "heads", ["heads"], "any"),
    (NO_ENV, "history", ["history"], "any"),
] + [
    row
    for env in (STOCK, DYNAMIC)
    for row in [
        (env, "current", ["current"], "head"),
        (env, "upgrade head, nothing to do", ["upgrade", "head"], "head"),
        (env, "upgrade head, new database", ["upgrade", "head"], "none"),
        (env, "upgrade base:head --sql", ["upgrade", "base:head", "--sql"], "any"),
    ]
]


# How many tables `check` compares
CHECKED = (100, 1000)

# What is run on PostgreSQL, and the state of the database before each run
SERVER_ROWS = [
    ("current", ["current"], "head"),
    ("upgrade head, nothing to do", ["upgrade", "head"], "head"),
    ("upgrade head, new database", ["upgrade", "head"], "none"),
]


class Failed(Exception):
    """A command ended with another status than 0."""


class Tool:
    """A program, and its own copy of each project."""

    def __init__(self, name, program, folders):
        self.name = name
        # Absolute, but not resolved: a virtual environment is found by the place of its link.
        self.program = os.path.abspath(program)
        self.folders = folders

    def prepare(self, env, state):
        """Brings the database to the state that a row starts from."""
        database = self.folders[env] / "bench.db"
        if state == "none":
            for file in database.parent.glob("bench.db*"):
                file.unlink()
        elif state == "head":
            # A command of the tool under measurement, and free of charge.
            self.seconds(env, ["upgrade", "head"])

    def seconds(self, env, arguments):
        """How long a command takes, from before its start to after its end."""
        start = time.perf_counter()
        done = subprocess.run(
            [self.program, *arguments],
            cwd=self.folders[env],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        taken = time.perf_counter() - start
        if done.returncode != 0:
            raise Failed(f"exit {done.returncode}", done.stderr.decode(errors="replace")[-500:])
        return taken

    def mebibytes(self, env, arguments):
        """The most memory that a command holds at once.

        Linux counts what a process held before exec, too: a child of this interpreter would never seem smaller than the
        interpreter. So a shell, which is small, starts it and goes away, and the orphan comes to us to be waited for. It begins
        when the shell is gone, for otherwise the shell might wait for it first.
        """
        shell = subprocess.Popen(
            ["/bin/sh", "-c", ORPHAN, "sh", self.program, *arguments],
            cwd=self.folders[env],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        with shell.stdin, shell.stdout:
            orphan = int(shell.stdout.readline())
            shell.wait()
            shell.stdin.write(b"\n")
            shell.stdin.flush()
            _, status, usage = os.wait4(orphan, 0)
        if status != 0:
            raise Failed(f"exit {os.waitstatus_to_exitcode(status)}", "")
        return usage.ru_maxrss / 1024


class ServerTool(Tool):
    """A tool whose database is on a server."""

    def __init__(self, name, program, folder, server, over):
        super().__init__(name, program, {STOCK: folder})
        self.server = server
        self.database = f"bench_{name}"
        ini = folder / "alembic.ini"
        lines = ini.read_text().splitlines(keepends=True)
        url = f"sqlalchemy.url = {server.url(self.database, over)}\n"
        ini.write_text("".join(url if line.startswith("sqlalchemy.url") else line for line in lines))
        server.recreate(self.database)

    def prepare(self, env, state):
        if state == "none":
            self.server.recreate(self.database)
        else:
            super().prepare(env, state)


class Floor(Tool):
    """psql with a file of the statements that `upgrade head` sends."""

    def __init__(self, server, folder, file):
        self.server = server
        self.database = "bench_psql"
        program, *self.options = server.psql(self.database)
        self.file = file
        super().__init__("psql", program, {STOCK: folder})

    def prepare(self, env, state):
        self.server.recreate(self.database)

    def seconds(self, env, arguments):
        return super().seconds(env, [*self.options, "-f", str(self.file)])

    def mebibytes(self, env, arguments):
        return super().mebibytes(env, [*self.options, "-f", str(self.file)])


def measure(tools, env, arguments, state, runs):
    """For each tool its seconds, one a run, and its mebibytes; or why there are none."""
    results = {tool.name: ([], None) for tool in tools}
    failures = {}
    for turn in range(-1, runs):
        # Who begins alternates; the first turn warms up and does not count.
        for tool in tools if turn % 2 else tools[::-1]:
            if tool.name in failures:
                continue
            try:
                tool.prepare(env, state)
                taken = tool.seconds(env, arguments)
                if turn >= 0:
                    results[tool.name][0].append(taken)
            except Failed as failed:
                failures[tool.name] = failed
    for tool in tools:
        if tool.name not in failures:
            try:
                tool.prepare(env, state)
                results[tool.name] = (results[tool.name][0], tool.mebibytes(env, arguments))
            except Failed as failed:
                failures[tool.name] = failed
    return results, failures


def cells(results, failures):
    """Median milliseconds, ratio, mebibytes, ratio; a command that failed says so instead."""
    times, memory = [], []
    for name, (seconds, mebibytes) in results.items():
        if name in failures:
            times.append(None)
            memory.append(None)
        else:
            times.append(statistics.median(seconds) * 1000)
            memory.append(mebibytes)

    def pair(values, digits):
        texts = [
            f"{value:.{digits}f}" if value is not None else str(failures[name].args[0])
            for name, value in zip(results, values)
        ]
        ours, theirs = values
        return texts + [f"{theirs / ours:.1f}" if ours and theirs else "-"]

    return pair(times, 1) + pair(memory, 1)


def check_table(limbeck, alembic, root, server, runs):
    """`check` where nothing differs."""
    print("\n`check` of tables with 12 columns, a foreign key, a unique constraint and an index each, where nothing differs:\n")
    print("| database | tables | limbeck, ms | Alembic, ms | times faster | limbeck, MiB | Alembic, MiB | times smaller |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |", flush=True)
    for database in ("SQLite", "PostgreSQL"):
        for tables in CHECKED:
            tools = []
            for name, program in (("limbeck", limbeck), ("alembic", alembic)):
                folder = root / "check" / database / str(tables) / name
                models.write(folder, tables)
                if database == "SQLite":
                    tools.append(Tool(name, program, {STOCK: folder}))
                else:
                    tools.append(ServerTool(name, program, folder, server, "socket"))
                tools[-1].prepare(STOCK, "head")
            results, failures = measure(tools, STOCK, ["check"], "any", runs)
            print("| " + " | ".join([database, str(tables), *cells(results, failures)]) + " |", flush=True)
            for name, failed in failures.items():
                print(f"{name} check of {tables} tables ({database}): {failed.args[0]}\n{failed.args[1]}", file=sys.stderr)


def server_table(limbeck, alembic, root, server, revisions, runs):
    """The rows on PostgreSQL, over its socket and over TCP."""
    release = subprocess.run([server.program("psql"), "--version"], stdout=subprocess.PIPE, text=True).stdout.strip()
    print(f"\nThe same on a PostgreSQL server of this machine ({release}), with a stock env.py:\n")
    print("| over | command | limbeck, ms | Alembic, ms | times faster | psql -f, ms | limbeck / psql |")
    print("| --- | --- | ---: | ---: | ---: | ---: | ---: |", flush=True)
    for over in ("socket", "TCP"):
        tools = []
        for name, program in (("limbeck", limbeck), ("alembic", alembic)):
            folder = root / over / name
            history.write(folder, "stock", revisions)
            tools.append(ServerTool(name, program, folder, server, over))
        file = root / over / "upgrade.sql"
        with file.open("wb") as out:
            subprocess.run([tools[0].program, "upgrade", "base:head", "--sql"], cwd=tools[0].folders[STOCK], stdout=out, stderr=subprocess.DEVNULL, check=True)
        for title, command, state in SERVER_ROWS:
            floor = [Floor(server, root, file)] if state == "none" else []
            results, failures = measure([*tools, *floor], STOCK, command, state, runs)
            print("| " + " | ".join([over, title, *server_cells(results, failures)]) + " |", flush=True)
            for name, failed in failures.items():
                print(f"{name} {' '.join(command)} ({over}): {failed.args[0]}\n{failed.args[1]}", file=sys.stderr)


def server_cells(results, failures):
    """Median milliseconds of both tools and their ratio, those of psql, and how far from that limbeck is."""
    times = {name: statistics.median(seconds) * 1000 for name, (seconds, _) in results.items() if name not in failures}

    def ratio(over, under):
        return f"{times[over] / times[under]:.2f}" if over in times and under in times else "-"

    def milliseconds(name):
        return f"{times[name]:.1f}" if name in times else (str(failures[name].args[0]) if name in failures else "-")

    return [milliseconds("limbeck"), milliseconds("alembic"), ratio("alembic", "limbeck"), milliseconds("psql"), ratio("limbeck", "psql")]


def processor():
    """The name of the processor, where the system tells."""
    try:
        for line in Path("/proc/cpuinfo").read_text().splitlines():
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    except OSError:
        pass
    return platform.machine()


def version(tool):
    """What a tool says that it is."""
    return subprocess.run([tool.program, "--version"], stdout=subprocess.PIPE, text=True).stdout.partition("\n")[0]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--limbeck", required=True, metavar="BIN")
    parser.add_argument("--alembic", required=True, metavar="BIN")
    parser.add_argument("--runs", type=int, default=7, metavar="N", help="counted runs of each command (7)")
    parser.add_argument("--revisions", type=int, default=1000, metavar="N", help="length of the history (1000)")
    arguments = parser.parse_args()
    if arguments.runs < 1 or arguments.revisions < 1:
        parser.error("--runs and --revisions begin at 1")
    if ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) != 0:
        sys.exit("this kernel does not hand orphans over, so memory cannot be measured")

    root = Path(tempfile.mkdtemp(prefix="limbeck-bench-"))
    try:
        tools = []
        for name, program in (("limbeck", arguments.limbeck), ("alembic", arguments.alembic)):
            folders = {STOCK: root / name / "stock", DYNAMIC: root / name / "dynamic"}
            history.write(folders[STOCK], "stock", arguments.revisions)
            history.write(folders[DYNAMIC], "dynamic", arguments.revisions)
            folders[NO_ENV] = folders[STOCK]
            tools.append(Tool(name, program, folders))

        print(f"{version(tools[0])} beside {version(tools[1])}, Python {platform.python_version()}, SQLite;", end=" ")
        print(f"{arguments.revisions} revisions, median of {arguments.runs} runs;", end=" ")
        print(f"{processor()}, {os.cpu_count()} processors, {platform.system()} {platform.release()}.")
        print()
        print("| env.py | command | limbeck, ms | Alembic, ms | times faster | limbeck, MiB | Alembic, MiB | times smaller |")
        print("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |", flush=True)
        for env, title, command, state in ROWS:
            results, failures = measure(tools, env, command, state, arguments.runs)
            print("| " + " | ".join([env, title, *cells(results, failures)]) + " |", flush=True)
            for name, failed in failures.items():
                print(f"{name} {' '.join(command)} ({env}): {failed.args[0]}\n{failed.args[1]}", file=sys.stderr)
        server = Server()
        try:
            server_table(arguments.limbeck, arguments.alembic, root, server, arguments.revisions, arguments.runs)
            check_table(arguments.limbeck, arguments.alembic, root, server, arguments.runs)
        finally:
            server.stop()
    finally:
        shutil.rmtree(root)


if __name__ == "__main__":
    main()
