#!/bin/sh
# Runs one golden case: `cmd` in a scratch copy of its folder, with ims on PATH, and compares what it prints and how it
# ends with `expected.out`, `expected.err` and `expected.exit` (missing: nothing printed, exit 0). The scratch folder's
# path is written as $DIR. $EXAMPLES is the folder of the examples. With IMS_BLESS=1 the expectations are rewritten instead.
# usage: golden.sh IMS CASE
set -eu
ims=$1
case=$(cd "$2" && pwd)

scratch=$(mktemp -d)
scratch=$(cd "$scratch" && pwd -P)
trap 'rm -rf "$scratch"' EXIT
. "$(dirname "$0")/surroundings.sh"

EXAMPLES=$(cd "$(dirname "$0")/../examples" && pwd -P)
export EXAMPLES
cp -R "$case" "$scratch/case"
rm -f "$scratch/case/cmd" "$scratch/case"/expected.*
got=$scratch/got
mkdir "$got"
exit=0
(cd "$scratch/case" && sh "$case/cmd") >"$got/raw.out" 2>"$got/raw.err" </dev/null || exit=$?

pattern=$(printf '%s' "$scratch/case" | sed 's/[][\.*^$|]/\\&/g')
for stream in out err; do
    sed "s|$pattern|\$DIR|g" "$got/raw.$stream" >"$got/expected.$stream"
done
: >"$got/expected.exit"
[ "$exit" -eq 0 ] || echo "$exit" >"$got/expected.exit"

failed=0
for part in out err exit; do
    expected=$case/expected.$part
    if [ -n "${IMS_BLESS:-}" ]; then
        if [ -s "$got/expected.$part" ]; then cp "$got/expected.$part" "$expected"; else rm -f "$expected"; fi
    else
        [ -f "$expected" ] || expected=/dev/null
        diff -u -L "expected.$part" -L "printed.$part" "$expected" "$got/expected.$part" || failed=1
    fi
done
if [ "$failed" -ne 0 ]; then echo "If that is what it should be: IMS_BLESS=1 ctest -R '^golden/' and read the diff."; fi
exit $failed
