#!/bin/sh
# Runs check.mjs where node and its packages are there; else missing.sh says what becomes of it.
# usage: run.sh TOP
set -eu
. "$1/tests/missing.sh"
command -v node >/dev/null 2>&1 || missing node
[ -d "$1/tests/schema/node_modules/ajv" ] || missing "what \`npm ci\` fetches for tests/schema"
exec node "$1/tests/schema/check.mjs" "$1"
