#!/bin/sh
# Every revision can be undone and done again: CI runs this on a database that may be emptied.
# ALEMBIC names the tool, limbeck unless it is set.
set -eu
cd "$(dirname "$0")/.."
tool=${ALEMBIC:-limbeck}

$tool upgrade head
$tool downgrade base
$tool upgrade head
$tool check
