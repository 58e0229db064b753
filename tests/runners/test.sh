#!/bin/sh
# Tests the runners: that a right expectation passes and a wrong one fails, for the reason that it should.
# usage: test.sh TESTS-FOLDER
set -u
tests=$(cd "$1" && pwd)
runners=$tests/runners
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
unset IMS_BLESS
failed=0

passes() {
    "$@" >"$scratch/out" 2>&1 && return
    echo "does not pass: $*"
    cat "$scratch/out"
    failed=1
}

# fails WITH-LINE COMMAND…
fails() {
    line=$1
    shift
    if "$@" >"$scratch/out" 2>&1; then
        echo "passes, and must not: $*"
        failed=1
    elif ! grep -qxF -e "$line" "$scratch/out"; then
        echo "fails without the line \`$line\`: $*"
        cat "$scratch/out"
        failed=1
    fi
}

golden() { sh "$tests/golden.sh" "$runners/ims" "$1"; }
passes golden "$runners/golden/right"
fails '-hallo' golden "$runners/golden/wrong-text"
fails '+2' golden "$runners/golden/wrong-exit"
cp -R "$runners/golden/wrong-text" "$runners/golden/wrong-exit" "$scratch"
for case in wrong-text wrong-exit; do
    IMS_BLESS=1
    export IMS_BLESS
    passes golden "$scratch/$case"
    unset IMS_BLESS
    passes golden "$scratch/$case"
done

rule() { sh "$tests/rules.sh" "$runners/ims" no-owner "$1"; }
passes rule "$runners/rules/right"
fails '-a.yaml:1 no-owner' rule "$runners/rules/missing"
fails '+a.yaml:1 no-owner' rule "$runners/rules/surplus"
fails '+a.yaml:2 other' rule "$runners/rules/other-rule"
fails '+a.yaml:1 unknown-field' rule "$runners/rules/unexpected-error"
fails '+a.yaml:1 other' rule "$runners/rules/everything"
fails 'ims check ended with 2' rule "$runners/rules/broken"

readme() { sh "$tests/readme.sh" "$runners/ims" "$1" "$2"; }
passes readme "$runners/readme" right.md
fails '+one' readme "$runners/readme" wrong.md
cp "$runners/readme/wrong.md" "$scratch"
fails 'this is not understood: ims check' readme "$runners/readme" not-understood.md
IMS_BLESS=1
export IMS_BLESS
passes readme "$scratch" wrong.md
unset IMS_BLESS
passes readme "$scratch" wrong.md

exit $failed
