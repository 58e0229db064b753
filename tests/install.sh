#!/bin/sh
# Installs into a scratch folder, and looks whether what a user needs is there and runs.
# usage: install.sh CMAKE BUILD-FOLDER
set -eu
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
"$1" --install "$2" --prefix "$scratch" >"$scratch/log"
cd "$scratch"
for file in bin/ims share/ims/schemas/ims.schema.json share/ims/schemas/process.schema.json \
    share/ims/schemas/output/check.schema.json share/doc/ims/LICENSE; do
    [ -f "$file" ] || { echo "not installed: $file"; cat log; exit 1; }
done
code=0
bin/ims --help >/dev/null 2>log || code=$?
[ "$code" -le 3 ] || { echo "does not run"; cat log; exit 1; }
