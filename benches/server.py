"""A throw-away PostgreSQL server for the benchmark, with the settings that a new installation has."""
import glob
import os
import shutil
import socket
import subprocess
import tempfile
from pathlib import Path

# The script of the tests' servers: it stops the server when its standard input ends.
SCRIPT = Path(__file__).parent.parent / "crates/limbeck-testkit/src/postgres.sh"
# PostgreSQL refuses root.
NOBODY = 65534


class Server:
    """Its superuser is `postgres`, and it trusts everybody on this machine."""

    def __init__(self):
        self.programs = programs()
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.folder = Path(tempfile.mkdtemp(prefix="limbeck-bench-pg-"))
        # One transaction makes a thousand tables.
        (self.folder / "extra.conf").write_text("listen_addresses = '127.0.0.1'\nmax_locks_per_transaction = 256\n")
        command = ["sh", str(SCRIPT), str(self.folder), str(self.programs), str(self.port)]
        if os.getuid() == 0:
            for path in [self.folder, *self.folder.iterdir()]:
                os.chown(path, NOBODY, NOBODY)
            # The script is handed over as text: somebody else may not be allowed to read it where it is.
            user = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
            command = [*user, "sh", "-c", SCRIPT.read_text(), *command[:1], *command[2:]]
        self.keeper = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd="/", start_new_session=True)
        if self.keeper.stdout.readline().strip() != "ready":
            raise SystemExit("PostgreSQL does not start:\n" + self.keeper.stdout.read())

    def stop(self):
        self.keeper.stdin.close()
        self.keeper.wait()

    def psql(self, database):
        """The command of psql on a database, over the socket; it stops at the first error and reads no personal settings."""
        return [self.program("psql"), "-XqAt", "-v", "ON_ERROR_STOP=1", "-U", "postgres", "-h", str(self.folder), "-p", str(self.port), "-d", database]

    def program(self, name):
        return str(self.programs / name) if (self.programs / name).exists() else shutil.which(name)

    def recreate(self, name):
        """Makes an empty database, in place of the one of that name."""
        for statement in (f"DROP DATABASE IF EXISTS {name}", f"CREATE DATABASE {name}"):
            subprocess.run([*self.psql("postgres"), "-c", statement], check=True, stderr=subprocess.DEVNULL)

    def url(self, name, over):
        """SQLAlchemy's URL of a database over `"socket"` or `"TCP"`."""
        if over == "socket":
            return f"postgresql+psycopg2://postgres@/{name}?host={self.folder}&port={self.port}"
        return f"postgresql+psycopg2://postgres@127.0.0.1:{self.port}/{name}"


def programs():
    """The folder of PostgreSQL's programs: Debian keeps the server's out of PATH."""
    found = sorted(Path(path).parent for path in glob.glob("/usr/lib/postgresql/*/bin/initdb"))
    if found:
        return found[-1]
    there = shutil.which("initdb")
    if there is None:
        raise SystemExit("PostgreSQL's server programs are missing (Debian: apt-get install postgresql)")
    return Path(there).parent
