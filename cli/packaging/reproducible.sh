#!/bin/sh
# Builds and packs the commit at hand a second time, and compares with what was made of it here: in a folder whose name has
# another length, the build outside of the sources, without ccache, under another umask, locale and time zone.
# usage: reproducible.sh CMAKE PACKAGES (of this commit)
set -eu
cmake=$1
packages=$2
top=$(cd "$(dirname "$0")/../.." && pwd)
if [ -n "$(git -C "$top" status --porcelain)" ]; then
    echo "not all of this is committed, and a second build would be of the commit: commit it first" >&2
    exit 2
fi
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
unset SOURCE_DATE_EPOCH
umask 077
CCACHE_DISABLE=1 TZ=Asia/Tokyo LC_ALL=C.UTF-8
export CCACHE_DISABLE TZ LC_ALL
git clone -q "$top" "$scratch/once-more"
"$cmake" --preset static -S "$scratch/once-more" -B "$scratch/build" >"$scratch/log" 2>&1 || { cat "$scratch/log"; exit 1; }
"$cmake" --build "$scratch/build" --target package_files
diff -r "$packages" "$scratch/build/packages"
cat "$packages/SHA256SUMS"
echo "a second build of $(git -C "$top" rev-parse HEAD) gives the same packages"
