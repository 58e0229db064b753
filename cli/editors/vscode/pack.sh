#!/bin/sh
# Packs the extension for Visual Studio Code: OUT/ims-VERSION.vsix, with IMS and the schemas in it. The version is what the
# program says of itself. Where OUT-FOLDER holds the .tgz of this version, made by cli/packaging/pack.sh, the licences of
# the libraries in the program come from there. All times are those of the commit, or SOURCE_DATE_EPOCH, so that two runs give the same bytes.
# Where there is no node, or npm cannot fetch what is needed, nothing is made, and the exit code is 77.
# usage: pack.sh IMS OUT-FOLDER
set -eu
here=$(cd "$(dirname "$0")" && pwd)
top=$(cd "$here/../../.." && pwd -P)
ims=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
mkdir -p "$2"
out=$(cd "$2" && pwd)
for program in node npm; do
    command -v "$program" >/dev/null 2>&1 || { echo "the extension for Visual Studio Code is not packed: there is no $program here" >&2; exit 77; }
done
scratch=$(mktemp -d)
trap 'rm -rf "$scratch" "$scratch.log"' EXIT
umask 022
export TZ=UTC LC_ALL=C    # an archive of this kind holds local time
unset GIT_DIR GIT_WORK_TREE
if [ -z "${SOURCE_DATE_EPOCH:-}" ]; then
    # The sources may lie, without a repository of their own, in somebody else's.
    SOURCE_DATE_EPOCH=1767225600
    if [ "$(git -C "$top" rev-parse --show-toplevel 2>/dev/null)" = "$top" ]; then
        SOURCE_DATE_EPOCH=$(git -C "$top" log -1 --format=%ct)
    fi
fi
export SOURCE_DATE_EPOCH

version=$("$ims" version)
version=${version#ims }
for file in extension.js package-lock.json README.md .vscodeignore .npmrc; do cp "$here/$file" "$scratch"; done
sed "s|\"version\": \"0.0.0\"|\"version\": \"$version\"|" "$here/package.json" >"$scratch/package.json"
cp "$top/LICENSE" "$scratch/LICENSE"
mkdir "$scratch/bin"
cp "$ims" "$scratch/bin/ims"
chmod 755 "$scratch/bin/ims"
if command -v strip >/dev/null 2>&1; then strip "$scratch/bin/ims"; fi
cp -R "$top/schemas" "$scratch/schemas"
for packed in "$out/ims-$version"-*.tgz; do
    if [ -f "$packed" ]; then tar -xzOf "$packed" --wildcards '*/LIBRARIES' >"$scratch/LIBRARIES"; fi
done

cd "$scratch"
fetched=$here/node_modules/.package-lock.json
if [ -f "$fetched" ] && [ -z "$(find "$here/package-lock.json" -newer "$fetched")" ]; then
    cp -R "$here/node_modules" .    # .ci/setup was here
elif ! npm ci --ignore-scripts --no-audit --no-fund --loglevel=error --fetch-retries=1 --fetch-timeout=30000 >npm.log 2>&1; then
    cat npm.log >&2
    echo "the extension for Visual Studio Code is not packed: npm cannot fetch what it needs" >&2
    exit 77
fi
rm -f npm.log
target=$(node -p '`${process.platform}-${process.arch}`')
node node_modules/@vscode/vsce/vsce package --target "$target" --allow-missing-repository --no-git-tag-version \
    --no-rewrite-relative-links --out "$out/ims-$version.vsix" >"$scratch.log" 2>&1 </dev/null || {
    cat "$scratch.log" >&2
    exit 1
}
echo "$out/ims-$version.vsix"
