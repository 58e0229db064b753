#!/bin/sh
# Looks whether README.md shows a screen as it is; with IMS_BLESS=1 it does then.
# usage: quote.sh README NAME FILE
set -eu
readme=$1
name=$2
file=$3
here=$(cd "$(dirname "$0")" && pwd)
quoted=$(mktemp)
trap 'rm -f "$quoted"' EXIT
if [ -n "${IMS_BLESS:-}" ]; then
    awk -v mark="<!-- screen: $name -->" -v file="$file" '
        $0 == mark { found = 1 }
        inside && $0 == "```" { inside = 0 }
        !inside
        found && /^```text/ {
            found = 0
            inside = 1
            while ((getline line <file) > 0) print line
        }' "$readme" >"$quoted"
    cmp -s "$quoted" "$readme" || cat "$quoted" >"$readme"
fi
awk -v mark="screen: $name" -f "$here/block.awk" "$readme" >"$quoted"
diff -u -L "README.md" -L "${file##*/}" "$quoted" "$file" || { echo "README.md shows another screen: IMS_BLESS=1"; exit 1; }
