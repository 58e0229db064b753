#!/bin/sh
# Packs twice, under other circumstances: the same bytes both times, and the same as in MADE, where `package_files` packed.
# The other tests of packages look at the first.
# usage: pack.sh CMAKE BUILD-FOLDER OUT-FOLDER [MADE-FOLDER]
set -eu
cmake=$1
build=$2
out=$3
made=${4:-}
packer=$(cd "$(dirname "$0")/../.." && pwd)/cli/packaging/pack.sh
unset SOURCE_DATE_EPOCH
if [ -z "$made" ]; then
    IMS_GZIP_LEVEL=1    # a program for tests is large
    export IMS_GZIP_LEVEL
fi
rm -rf "$out"
sh "$packer" "$cmake" "$build" "$out"
again=$(mktemp -d)
trap 'rm -rf "$again"' EXIT
(umask 077 && cd / && TZ=Asia/Tokyo LC_ALL=C.UTF-8 HOME=$again sh "$packer" "$cmake" "$build" "$again/packages")
diff -r "$out" "$again/packages"
# The extension of VS Code is not made by it, nor everywhere.
[ -z "$made" ] || diff -r -x '*.vsix' "$made" "$out"
(cd "$out" && sha256sum --quiet -c SHA256SUMS)
