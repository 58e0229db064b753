#!/bin/sh
# The extension for Visual Studio Code holds what it needs, and starts it: its program says the version of the package, and
# extension.js, in an editor that is not there (vscode_stub.js), starts that program with `lsp`, which answers.
# usage: vscode.sh CMAKE IMS TOP [MADE: the folder where `package_files` packed; else it is packed here, with IMS]
set -eu
cmake=$1
ims=$2
top=$3
made=${4:-}
here=$(cd "$(dirname "$0")" && pwd)
. "$here/../missing.sh"
command -v node >/dev/null 2>&1 || missing node
command -v npm >/dev/null 2>&1 || missing npm
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
if ! ls "$made"/ims-*.vsix >/dev/null 2>&1; then
    [ -d "$top/cli/editors/vscode/node_modules" ] || missing "what \`npm ci\` fetches for cli/editors/vscode"
    made=$scratch/made
    code=0
    sh "$top/cli/editors/vscode/pack.sh" "$ims" "$made" >"$scratch/log" 2>&1 || code=$?
    if [ "$code" -ne 0 ]; then cat "$scratch/log"; fi
    [ "$code" -ne 77 ] || missing "what npm fetches for cli/editors/vscode"
    [ "$code" -eq 0 ] || exit 1
fi
failed=0
complain() {
    echo "$*"
    failed=1
}

version=$("$ims" version)
version=${version#ims }
[ "$(cd "$made" && ls ./*.vsix)" = "./ims-$version.vsix" ] || complain "it is not called ims-$version.vsix: $(ls "$made")"
mkdir "$scratch/unpacked"
(cd "$scratch/unpacked" && "$cmake" -E tar xf "$made/ims-$version.vsix")
extension=$scratch/unpacked/extension
for file in bin/ims package.json extension.js readme.md LICENSE.txt schemas/process.schema.json schemas/ims.schema.json \
    schemas/standards/iso-9001-2015.yaml node_modules/vscode-languageclient/package.json; do
    [ -f "$extension/$file" ] || complain "it lacks $file"
done
for file in pack.sh .npmrc package-lock.json node_modules/@vscode; do
    [ ! -e "$extension/$file" ] || complain "it holds $file, which nobody needs there"
done
[ -x "$extension/bin/ims" ] || complain "its program may not be run"
[ "$("$extension/bin/ims" version)" = "ims $version" ] || complain "its program says another version: $("$extension/bin/ims" version)"
grep -q "\"version\": \"$version\"" "$extension/package.json" || complain "its package.json says another version"

cp -R "$top/examples/corner-shop" "$scratch/shop"
node "$here/vscode_stub.js" "$extension" "$scratch/shop" || failed=1
exit $failed
