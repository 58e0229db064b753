#!/bin/sh
# Runs ims_differential with read.mjs beside it, where node and its package are there; else missing.sh says what becomes of
# it.
# usage: run.sh IMS_DIFFERENTIAL EXAMPLES [generated|damaged NUMBER]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
. "$here/../missing.sh"
command -v node >/dev/null 2>&1 || missing node
[ -d "$here/node_modules/yaml" ] || missing "what \`npm ci\` fetches for tests/differential"
program=$1
examples=$2
shift 2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkfifo "$scratch/requests" "$scratch/answers"
node "$here/read.mjs" <"$scratch/requests" >"$scratch/answers" &
reader=$!
status=0
"$program" "$examples" "$scratch/requests" "$scratch/answers" "$@" || status=$?
# Where the program did not get as far as opening them, read.mjs still waits for it.
kill "$reader" 2>/dev/null || true
exit "$status"
