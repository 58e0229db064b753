#!/bin/sh
# Runs check.mjs where node and its packages are there (`.ci/setup` fetches them for a pipeline); else the test is skipped.
# usage: run.sh TOP
set -eu
command -v node >/dev/null 2>&1 || { echo "skipped: no node here"; exit 77; }
[ -d "$1/tests/schema/node_modules/ajv" ] || { echo "skipped: run \`npm ci\` in tests/schema"; exit 77; }
exec node "$1/tests/schema/check.mjs" "$1"
