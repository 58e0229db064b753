#!/bin/sh
# The program is one file: it runs in a root that holds nothing but it, libc and the examples, and says there what it says
# here. A build with sanitizers may bring theirs, and the C++ runtime that they share.
# usage: alone.sh IMS EXAMPLES [sanitized]      exit 77: no root of one's own can be made here
set -eu
ims=$1
examples=$2
sanitized=${3:-}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
root=$scratch/root
mkdir -p "$root"

. "$(dirname "$0")/bare_root.sh"

cp "$ims" "$root/ims"
cp -R "$examples" "$root/examples"
[ -z "$sanitized" ] || lay_for_sanitizers /ims
bring_libraries "$ims" "$sanitized" || exit 1
failed=0

# same COMMAND…: it says the same here and there.
same() {
    code=0
    (cd "$scratch/here" && "$ims" "$@") >"$scratch/out" 2>"$scratch/err" || code=$?
    there=0
    in_root /ims "$@" >"$scratch/out-there" 2>"$scratch/err-there" || there=$?
    if [ "$code" -ne "$there" ] || ! cmp -s "$scratch/out" "$scratch/out-there" || ! cmp -s "$scratch/err" "$scratch/err-there"; then
        echo "ims $*: exit $code here, $there in a root of its own"
        diff "$scratch/out" "$scratch/out-there" | head -20
        diff "$scratch/err" "$scratch/err-there" | head -20
        failed=1
    fi
}
mkdir "$scratch/here"
cp -R "$examples" "$scratch/here/examples"
for example in "$examples"/*/; do
    name=$(basename "$example")
    [ -f "$example/ims.yaml" ] || continue
    same check "examples/$name" --today 2026-06-01
    same report gaps "examples/$name" --today 2026-06-01
done
same explain vacant-role
same schema role
exit $failed
