#!/usr/bin/env bash
# Builds limbeck, and migrates a temporary copy of the example project on SQLite.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

need cargo 'install Rust, see https://rustup.rs'
need cc 'apt-get install gcc libc6-dev   (SQLite is compiled from its C source)'

# The whole workspace is named so that every crate is built as the tests build it, and once.
run cargo build --locked --workspace --bin limbeck --example rows
built=$(cargo metadata --locked --no-deps --format-version 1 | sed 's/.*"target_directory":"\([^"]*\)".*/\1/')/debug

project=$(mktemp -d)
trap 'rm -rf "$project"' EXIT
cp -R examples/claude-code-orchestrator/. "$project"
rm -f "$project"/data/*.db*
cd "$project"

limbeck() {
    printf '\n$ limbeck %s\n' "$*"
    # Log lines are shown where they belong, among the command's own lines.
    "$built/limbeck" "$@" 2>&1
}

rows() {
    printf '\n# %s\n' "$1"
    "$built/examples/rows" data/orchestrator.db "$2"
}

printf '\n# A copy of examples/claude-code-orchestrator, in %s\n' "$project"
limbeck upgrade head
limbeck current -v
limbeck history
rows 'The newest revision read the titles and filled tasks.priority:' 'SELECT id, title, status, priority FROM tasks'
limbeck downgrade -1
rows 'The column is gone, the tasks are not:' 'SELECT * FROM tasks'
limbeck upgrade head
rows 'And filled once more:' 'SELECT id, title, status, priority FROM tasks'
limbeck upgrade base:head --sql
