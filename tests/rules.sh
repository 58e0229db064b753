#!/bin/sh
# Runs one rule test: checks a folder of records and compares each reported (path, line, rule) with what the folder
# expects: a comment `# expect: rule-name` (several: with commas) on the line that is reported, or a line
# `path:line rule-name` of `expect.txt`, for places where a comment cannot stand.
# What counts is every error, every finding of the rule under test, and every finding of a rule that the folder names;
# a line `everything` in expect.txt makes all findings count.
# A folder without an ims.yaml gets tests/rules/ims.yaml.
# usage: rules.sh IMS RULE FOLDER
set -eu
ims=$1
rule=$2
folder=$3
here=$(cd "$(dirname "$0")" && pwd)

scratch=$(mktemp -d)
scratch=$(cd "$scratch" && pwd -P)
trap 'rm -rf "$scratch"' EXIT
. "$here/surroundings.sh"

cp -R "$folder" "$scratch/case"
cd "$scratch/case"
# Folders with an ims.yaml of their own are tests of their own.
for own in */ims.yaml; do
    if [ -f "$own" ]; then rm -r "${own%/ims.yaml}"; fi
done
if [ ! -f ims.yaml ]; then cp "$here/rules/ims.yaml" ims.yaml; fi

{
    find . -type f \( -name '*.yaml' -o -name '*.yml' \) | sed 's|^\./||' | while read -r file; do
        awk -v file="$file" 'match($0, /# expect: /) {
            count = split(substr($0, RSTART + RLENGTH), rules, /[ ,]+/)
            for (i = 1; i <= count; ++i) if (rules[i] != "") print file ":" NR " " rules[i]
        }' "$file"
    done
    if [ -f expect.txt ]; then grep -v -e '^everything$' -e '^#' -e '^$' expect.txt || true; fi
} | sort -u >"$scratch/expected"

exit=0
ims check --format concise --today 2026-06-01 . >"$scratch/out" 2>"$scratch/err" </dev/null || exit=$?
if [ "$exit" -ne 0 ] && [ "$exit" -ne 1 ]; then
    echo "ims check ended with $exit"
    cat "$scratch/out" "$scratch/err"
    exit 1
fi

everything=0
if [ -f expect.txt ] && grep -q '^everything$' expect.txt; then everything=1; fi
# A path may hold blanks: it comes last, behind grade and rule.
sed -n 's/^\(.*\):\([0-9][0-9]*\):[0-9][0-9]*: \([a-z]*\)\[\([a-z0-9-]*\)\]:\{0,1\} .*/\3 \4 \1:\2/p' "$scratch/out" |
    awk -v rule="$rule" -v everything="$everything" -v expected="$scratch/expected" '
        BEGIN {
            named[rule] = 1
            while ((getline line < expected) > 0) { count = split(line, part, " "); named[part[count]] = 1 }
        }
        everything == 1 || $1 == "error" || $2 in named { print substr($0, length($1) + length($2) + 3) " " $2 }' |
    sort -u >"$scratch/reported"

if ! diff -u -L expected -L reported "$scratch/expected" "$scratch/reported"; then
    echo "All that was reported:"
    cat "$scratch/out" "$scratch/err"
    exit 1
fi
