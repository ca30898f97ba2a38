# Sourced by the other scripts: goes to the repository's root, and brings two functions.

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# Prints a command on stderr, then runs it.
run() {
    printf '+ %s\n' "$*" >&2
    "$@"
}

# Stops with a hint unless a program is there.
need() {
    if ! command -v "$1" > /dev/null; then
        printf '%s is missing: %s\n' "$1" "$2" >&2
        exit 1
    fi
}
