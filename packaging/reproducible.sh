#!/bin/sh
# Builds and packs the commit at hand twice and compares: in folders whose names differ in length too, one build outside of
# its sources, with ccache and without, under another umask, locale and time zone. What is not committed is not built.
# usage: reproducible.sh CMAKE
set -eu
cmake=$1
top=$(cd "$(dirname "$0")/.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
unset SOURCE_DATE_EPOCH

# build SOURCES BUILD-FOLDER
build() {
    git clone -q "$top" "$1"
    "$cmake" --preset static -S "$1" -B "$2" >"$scratch/log" 2>&1 || { cat "$scratch/log"; exit 1; }
    "$cmake" --build "$2" --target package_files
}
build "$scratch/one" "$scratch/one/build/static"
(
    umask 077
    CCACHE_DISABLE=1 TZ=Asia/Tokyo LC_ALL=C.UTF-8
    export CCACHE_DISABLE TZ LC_ALL
    build "$scratch/the-other/sources" "$scratch/the-other/build"
)
diff -r "$scratch/one/build/static/packages" "$scratch/the-other/build/packages"
cat "$scratch/the-other/build/packages/SHA256SUMS"
echo "both builds of $(git -C "$top" rev-parse HEAD) give the same packages"
