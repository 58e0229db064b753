#!/bin/sh
# Runs a test that needs node, and perhaps packages or a browser, where these are there; else missing.sh says what becomes of
# it. Without a browser, which `.ci/setup` cannot get everywhere, the test is skipped.
# usage: run.sh tables|pages|papers IMS EXAMPLES
set -eu
here=$(cd "$(dirname "$0")" && pwd)
test=$1
ims=$2
EXAMPLES=$3
. "$here/../missing.sh"
command -v node >/dev/null 2>&1 || missing node
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
case $test in
    tables)
        [ -d "$here/node_modules/mdast-util-gfm" ] || missing "what \`npm ci\` fetches for tests/reports"
        ;;
    pages | papers)
        for each in "${IMS_BROWSER:-}" chromium chromium-browser google-chrome google-chrome-stable; do
            # Some distributions have a stand-in that only says how to get it.
            if [ -n "$each" ] && browser=$(command -v "$each") && "$browser" --version >/dev/null 2>&1; then break; fi
            browser=
        done
        [ -n "$browser" ] || { echo "skipped: no chromium here; IMS_BROWSER may name one"; exit 77; }
        export browser
        ;;
esac
for example in "$EXAMPLES"/*/; do
    example=$(basename "$example")
    "$ims" report all "$EXAMPLES/$example" -o "$scratch/$example" --today 2026-06-01 -q
done
if [ "$test" = papers ]; then
    node "$here/large_folder.mjs" "$scratch/records"
    "$ims" report board "$scratch/records" --format html -o "$scratch/records/board.html" --today 2026-06-01 -q
    "$ims" report applicability iso-27001-2022 "$EXAMPLES/medium-manufacturer" --format html \
        -o "$scratch/medium-manufacturer/statement.html" --today 2026-06-01 -q
fi
node "$here/$test.mjs" "$scratch"
