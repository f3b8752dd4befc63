#!/bin/sh
# The main job, on a copy of the sample: each command is printed before its output.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp "$here/claims.db" "$folder/claims.db"
cd "$folder"
PATH="$here/.venv/bin:$PATH"
export CLAIMTRACK_TODAY=2025-02-05
unset CLAIMTRACK_DB || true

show() {
    printf '\n$'
    for word in "$@"; do
        case $word in *[!a-zA-Z0-9./:=_-]*) printf ' "%s"' "$word" ;; *) printf ' %s' "$word" ;; esac
    done
    printf '\n'
    "$@" 2>&1
}

show claimtrack
show claimtrack list --speaker Putin
show claimtrack add "The canal will be dredged by the end of March." --speaker "Ada North" --due "end of March" --published 2025-02-05 --source "An invented article"
show claimtrack list --speaker "Ada North"
show claimtrack resolve 11 happened --happened 2025-01-20 --reason "Kursk was not retaken by then." --evidence https://example.org/map
show claimtrack show 11
show claimtrack unresolve 11 --reason "The map was of another day."
show claimtrack undo --yes
show claimtrack export putin.csv --speaker Putin
show cat putin.csv
show claimtrack doctor
