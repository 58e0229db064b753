#!/bin/sh
# Mends copies of the examples twice, writes patches of them, and has git take these: the second time nothing happens,
# and a patch makes the same bytes. usage: mend.sh IMS EXAMPLES
set -eu
ims=$1
examples=$(cd "$2" && pwd -P)
. "$(dirname "$0")/missing.sh"
scratch=$(mktemp -d)
scratch=$(cd "$scratch" && pwd -P)
trap 'rm -rf "$scratch"' EXIT
. "$(dirname "$0")/surroundings.sh"
command -v git >/dev/null || missing git

mkdir "$scratch/work"
cd "$scratch/work"
git init -q .
for folder in "$examples"/*/; do
    [ -f "$folder/ims.yaml" ] || continue
    name=$(basename "$folder")
    cp -R "$folder" "$name"
done
# As other systems write them: line ends, a mark at the beginning, no end of the last line.
cp -R corner-shop-siloed other-system
find other-system -name '*.yaml' | while read -r file; do
    { printf '\357\273\277'; awk 'NR > 1 { printf "\r\n" } { printf "%s", $0 }' "$file"; } >there && mv there "$file"
done
git add -A && git -c user.name=ims -c user.email=ims@example.org commit -q -m "Begin"

for name in *; do
    for option in --fix --unsafe-fixes; do
        "$ims" check "$name" --today 2026-06-01 $option --diff -q >"$scratch/patch" || [ $? -eq 1 ]
        [ -z "$(git status --porcelain)" ] || { echo "$name: --diff has written something"; exit 1; }
        "$ims" check "$name" --today 2026-06-01 $option -q >/dev/null || [ $? -eq 1 ]
        cp -R "$name" "$scratch/mended"
        "$ims" check "$name" --today 2026-06-01 $option -q >/dev/null || [ $? -eq 1 ]
        diff -r "$name" "$scratch/mended" || { echo "$name: mending a second time does something"; exit 1; }
        git checkout -q -- "$name"
        [ ! -s "$scratch/patch" ] || git apply --whitespace=nowarn "$scratch/patch"
        diff -r "$name" "$scratch/mended" || { echo "$name: the patch makes other bytes"; exit 1; }
        git checkout -q -- "$name"
        rm -rf "$scratch/mended" "$scratch/patch"
    done
done
