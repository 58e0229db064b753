#!/bin/sh
# Speaks to `ims lsp` as editors do: all that an editor of Microsoft's family says (node), or beside Red Hat's YAML server
# (both). Where node or its packages are not there missing.sh says what becomes of it.
# usage: run.sh node|both IMS TOP
set -eu
here=$(cd "$(dirname "$0")" && pwd)
test=$1
ims=$2
top=$3
. "$here/../missing.sh"
command -v node >/dev/null 2>&1 || missing node
[ -d "$here/node_modules/vscode-jsonrpc" ] || missing "what \`npm ci\` fetches for tests/clients"
scratch=$(mktemp -d)
scratch=$(cd "$scratch" && pwd -P)
trap 'rm -rf "$scratch"' EXIT
# No settings of whoever runs this, and no repository around the scratch folder.
export HOME="$scratch" LC_ALL=C GIT_CONFIG_NOSYSTEM=1 GIT_CEILING_DIRECTORIES="$scratch"
unset CI GITHUB_ACTIONS GITHUB_STEP_SUMMARY GITLAB_CI GIT_DIR GIT_WORK_TREE GIT_CONFIG_GLOBAL XDG_CONFIG_HOME
case $test in
    node) program=node_client.mjs ;;
    both) program=both_servers.mjs ;;
esac
failed=0
node "$here/$program" "$ims" "$top" "$scratch" || failed=1
if [ "$test" = node ]; then sh "$here/quote.sh" "$top/README.md" problems "$here/screens/problems.txt" || failed=1; fi
exit $failed
