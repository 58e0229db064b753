#!/bin/sh
# What `ims diff` says of each step of the history that history/build.sh makes is what history/expected.txt says, a block a
# step and all of it, so that nothing else is said either. Of one step the comment on a merge request is what
# history/comment.md says. With IMS_BLESS=1 both are rewritten instead: read the diff.
# usage: history.sh IMS TOP
set -eu
ims=$1
top=$(cd "$2" && pwd)
here=$top/tests/history
. "$(dirname "$0")/missing.sh"

scratch=$(mktemp -d)
scratch=$(cd "$scratch" && pwd -P)
trap 'rm -rf "$scratch"' EXIT
. "$(dirname "$0")/surroundings.sh"
for tool in git jq; do
    command -v "$tool" >/dev/null 2>&1 || missing "$tool"
done

sh "$here/build.sh" "$top/examples/corner-shop" "$scratch/shop"
cd "$scratch/shop"

# A line for each row of each table: its key, and what programs read in it.
told='.tables[] | .key as $key | .rows[] |
    if $key == "concerned" then "concerns \(.who): \(.why)"
    elif $key == "gaps" then "\(.state) \(.grade)[\(.rule)] \(.record // "-") \(.disciplines | join(",")), \(.because // "nobody knows why")"
    elif $key == "ended" then "\(.state) \(.grade)[\(.rule)] \(.record // "-")"
    elif $key == "gates" then "\(.change) \(.gate): \(.what)"
    elif $key == "cells" then "cell \(.change) \(.process) \(.discipline): \(.before) → \(.now)"
    elif $key == "recovery" then "recovery \(.change) \(.record): \(.before) → \(.now), by \(.path | join(" → "))"
    else "record \(.change) \(.record): \(.what)" end'
number=1
for commit in $(git rev-list --reverse HEAD); do
    if [ "$number" -gt 1 ]; then
        printf '# %s: %s\n' "$number" "$(git log -1 --format=%s "$commit")"
        ims diff "$commit^" "$commit" --today "$(git log -1 --format=%cd --date=short "$commit")" --format json >"$scratch/said"
        jq --raw-output "$told" "$scratch/said"
        echo
    fi
    number=$((number + 1))
done >"$scratch/told.txt"

git checkout -q "$(git log --format=%H --grep='Replace the card terminal')"
ims diff HEAD^ HEAD --today 2026-06-25 --format markdown | sed -E 's/commit [0-9a-f]{10}/commit HASH/g' >"$scratch/comment.md"

failed=0
for pair in told.txt:expected.txt comment.md:comment.md; do
    got=$scratch/${pair%%:*}
    expected=$here/${pair##*:}
    if [ -n "${IMS_BLESS:-}" ]; then cp "$got" "$expected"; fi
    diff -u -L "expected" -L "told" "$expected" "$got" || failed=1
done
exit $failed
