#!/bin/sh
# Runs a test that needs node, and perhaps packages or a browser, where these are there; else missing.sh says what becomes of
# it.
# usage: run.sh tables|links|pages|axe|site|papers IMS EXAMPLES [GENERATOR]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
test=$1
ims=$2
EXAMPLES=$3
generator=${4:-}
. "$here/../missing.sh"
command -v node >/dev/null 2>&1 || missing node

need_package() {
    [ -d "$here/node_modules/$1" ] || missing "what \`npm ci\` fetches for tests/reports"
}
need_browser() {
    for each in "${IMS_BROWSER:-}" chromium chromium-browser google-chrome google-chrome-stable; do
        # Some distributions have a stand-in that only says how to get it.
        if [ -n "$each" ] && browser=$(command -v "$each") && "$browser" --version >/dev/null 2>&1; then
            export browser
            return
        fi
    done
    missing "chromium (IMS_BROWSER may name one)"
}
case $test in
    tables) need_package mdast-util-gfm ;;
    axe) need_package axe-core && need_browser ;;
    pages | site | papers) need_browser ;;
esac
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
# Only one of them reads more than pages.
formats=html
[ "$test" != tables ] || formats=markdown,html,json
for example in "$EXAMPLES"/*/; do
    example=$(basename "$example")
    "$ims" report all "$EXAMPLES/$example" -o "$scratch/reports/$example" --format "$formats" --today 2026-06-01 -q
done
# And a folder of a thousand records, where what a page holds is what counts.
if [ -n "$generator" ]; then
    "$generator" 1000 "$scratch/thousand" >/dev/null
    "$ims" report all "$scratch/thousand" -o "$scratch/reports/thousand" --format html --today 2026-06-01 -q
fi
if [ "$test" = papers ]; then
    node "$here/large_folder.mjs" "$scratch/large"
    mkdir -p "$scratch/reports/large"
    "$ims" report board "$scratch/large" --format html -o "$scratch/reports/large/board.html" --today 2026-06-01 -q
    "$ims" report applicability iso-27001-2022 "$EXAMPLES/medium-manufacturer" --format html \
        -o "$scratch/reports/medium-manufacturer/statement.html" --today 2026-06-01 -q
fi
node "$here/$test.mjs" "$scratch/reports"
