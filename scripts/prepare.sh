#!/usr/bin/env bash
# Prepares what the tests and the benchmark need beyond Rust: a C compiler, the programs of PostgreSQL and MariaDB, SQLite's shell, and real Alembic
# in .venv, at the versions that tests/requirements.txt pins. What is there already is left alone, so a prepared machine needs no network.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

install() {
    need apt-get "install these packages by hand: $*"
    local root=()
    if [ "$(id -u)" != 0 ]; then
        need sudo "as root: apt-get install $*"
        root=(sudo)
    fi
    run "${root[@]}" apt-get update
    run "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"
}

# Whether PostgreSQL is there. The tests start servers of their own; one that the package may have started is left alone.
has_postgresql() {
    local initdb
    for initdb in /usr/lib/postgresql/*/bin/initdb $(command -v initdb); do
        if [ -x "$initdb" ]; then
            command -v psql > /dev/null
            return
        fi
    done
    return 1
}

# Whether MariaDB is there; its server is not in everybody's PATH.
has_mariadb() {
    PATH=$PATH:/usr/sbin:/usr/libexec command -v mariadbd > /dev/null && command -v mariadb-install-db mariadb > /dev/null
}

# Whether a Python is new enough for the pinned SQLAlchemy, and can make virtual environments.
usable() {
    "$1" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' > /dev/null 2>&1
}

find_python() {
    local candidate
    # The python3 of the PATH need not be the system's: a version manager may have put its own there.
    for candidate in python3 /usr/bin/python3; do
        if usable "$candidate"; then
            printf '%s\n' "$candidate"
            return
        fi
    done
    return 1
}

need cargo 'install Rust, see https://rustup.rs'
if ! command -v cc > /dev/null; then
    install gcc libc6-dev
fi
if ! has_postgresql; then
    install postgresql postgresql-client
fi
if ! has_mariadb; then
    install mariadb-server mariadb-client
fi
if ! command -v sqlite3 > /dev/null; then
    install sqlite3
fi

requirements=tests/requirements.txt
if cmp -s "$requirements" .venv/installed.txt && .venv/bin/python -c 'import alembic, sqlalchemy' 2> /dev/null; then
    printf '# .venv is as %s says\n' "$requirements"
else
    if ! python=$(find_python); then
        install python3 python3-venv
        python=$(find_python) || { printf 'no Python 3.11 or newer with the venv module\n' >&2; exit 1; }
    fi
    run rm -rf .venv
    run "$python" -m venv .venv
    run .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps -r "$requirements"
    run .venv/bin/python -m pip check --disable-pip-version-check
    # Written last: an installation that was cut short is made anew.
    cp "$requirements" .venv/installed.txt
fi
