#!/usr/bin/env bash
# limbeck and real Alembic side by side. RUNS=N sets how often each command runs.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

# The table goes to stdout, everything else to stderr, so that `make -s bench > table.md` holds the table alone.
scripts/prepare.sh >&2
run cargo build --release --locked --bin limbeck
built=$(cargo metadata --locked --no-deps --format-version 1 | sed 's/.*"target_directory":"\([^"]*\)".*/\1/')/release
run .venv/bin/python benches/side_by_side.py --limbeck "$built/limbeck" --alembic .venv/bin/alembic --runs "${RUNS:-7}"
