#!/usr/bin/env bash
# Every check, the same on a developer's machine and in CI; the first that fails ends the run (all tests are one check).
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

scripts/prepare.sh
export LIMBECK_ORACLE="$PWD/.venv"
printf '+ export LIMBECK_ORACLE=%s\n' "$LIMBECK_ORACLE" >&2

run cargo fmt --check
run cargo clippy --workspace --all-targets --locked -- -D warnings
run cargo test --workspace --locked --no-fail-fast
run .venv/bin/python crates/limbeck-python/tests/facade/run.py
run .venv/bin/python crates/limbeck-python/tests/slim/run.py
run env RUSTDOCFLAGS='-D warnings' cargo doc --workspace --no-deps --locked
run .venv/bin/python scripts/check_links.py
printf '# all checks passed\n'
