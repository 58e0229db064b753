#!/bin/sh
# `ims report trend` on the history that history/build.sh makes up: each state has the numbers that `ims check` has of that commit
# on its day, the last commit of each month stands for it, and what lies there now comes last.
# usage: trend.sh IMS TOP
set -eu
ims=$1
top=$2
here=$top/tests/history
. "$top/tests/missing.sh"

scratch=$(mktemp -d)
scratch=$(cd "$scratch" && pwd -P)
trap 'rm -rf "$scratch"' EXIT
. "$top/tests/surroundings.sh"
for tool in git jq; do
    command -v "$tool" >/dev/null 2>&1 || missing "$tool"
done

sh "$here/build.sh" "$top/examples/corner-shop" "$scratch/shop"
cd "$scratch/shop"

# summary FILE: the numbers, as check and the report tell them.
summary() { jq -c '[.summary.records, .summary.error, .summary.high, .summary.medium, .summary.low]' "$1"; }

ims report trend --since 2026-06-01 --today 2026-10-15 --format json >"$scratch/trend.json"
jq -r '.tables[] | select(.key == "states") | .rows[] |
    [.day, .commit // "now", ([.records, .error, .high, .medium, .low] | tojson)] | @tsv' "$scratch/trend.json" >"$scratch/states"

days=$(cut -f 1 "$scratch/states" | tr '\n' ' ')
last_days=$(git log --first-parent --reverse --format=%cs | awk '{last[substr($1, 1, 7)] = $1} END {for (month in last) print last[month]}' | sort | tr '\n' ' ')
if [ "$days" != "${last_days}2026-10-15 " ]; then
    echo "trend: the days are $days" >&2
    echo "   instead of  ${last_days}2026-10-15" >&2
    exit 1
fi

branch=$(git symbolic-ref --short HEAD)
while IFS="$(printf '\t')" read -r day commit numbers; do
    if [ "$commit" != now ]; then git checkout -q "$commit"; else git checkout -q "$branch"; fi
    ims check --today "$day" --format json >"$scratch/check.json" || [ $? = 1 ]
    if [ "$(summary "$scratch/check.json")" != "$numbers" ]; then
        echo "trend: on $day it says $numbers, and check says $(summary "$scratch/check.json")" >&2
        exit 1
    fi
done <"$scratch/states"

# Some grade must have changed in all that, or nothing was compared.
[ "$(cut -f 3 "$scratch/states" | sort -u | wc -l)" -gt 2 ] || { echo "trend: nothing changes in the history" >&2; exit 1; }
# From a commit on; and what is not among those that the branch went through is told.
first=$(git rev-list --max-parents=0 HEAD)
ims report trend --since "$first" --every commit --today 2026-10-15 --format json |
    jq -e '(.tables[] | select(.key == "states") | .rows | length) == 31' >/dev/null ||
    { echo "trend: --every commit has not 31 states" >&2; exit 1; }
if ims report trend --since nowhere --today 2026-10-15 >/dev/null 2>"$scratch/err"; then exit 1; fi
grep -q 'git knows no revision `nowhere`' "$scratch/err" || { cat "$scratch/err" >&2; exit 1; }
