#!/bin/sh
# Looks whether others see the schemas that `ims` writes for them as we mean them: the YAML server of editors (server),
# or readers of JSON Schema (plain). Where node, its packages or python's jsonschema are not there missing.sh says what
# becomes of it.
# usage: run.sh server|plain IMS TOP
set -eu
here=$(cd "$(dirname "$0")" && pwd)
test=$1
ims=$2
top=$3
. "$here/../missing.sh"
command -v node >/dev/null 2>&1 || missing node
[ -d "$here/node_modules/yaml-language-server" ] || missing "what \`npm ci\` fetches for tests/editors"
# The python that the system's packages are for, before others.
python=
for each in /usr/bin/python3 python3; do
    if [ -z "$python" ] && "$each" -c 'import jsonschema' >/dev/null 2>&1; then python=$each; fi
done
if [ "$test" = plain ] && [ -z "$python" ]; then
    [ "$(uname -s)" = Linux ] || in_pipeline=  # no package brings it there
    missing "python3 with jsonschema"
fi
scratch=$(mktemp -d)
scratch=$(cd "$scratch" && pwd -P)
trap 'rm -rf "$scratch"' EXIT
# No settings of whoever runs this, and no repository around the scratch folder.
export HOME="$scratch" LC_ALL=C GIT_CONFIG_NOSYSTEM=1 GIT_CEILING_DIRECTORIES="$scratch"
unset CI GITHUB_ACTIONS GITHUB_STEP_SUMMARY GITLAB_CI GIT_DIR GIT_WORK_TREE GIT_CONFIG_GLOBAL XDG_CONFIG_HOME

cp -R "$top/examples" "$here/folder" "$scratch"
for folder in "$scratch/folder" "$scratch"/examples/*/; do
    [ -f "$folder/ims.yaml" ] || continue
    if [ "$test" = server ]; then
        (cd "$folder" && "$ims" schema --write --editor vscode >/dev/null 2>&1)
    else
        mkdir "$folder/.plain"
        (cd "$folder" && "$ims" schema --plain >.plain/record.json && "$ims" schema --plain ims >.plain/ims.json)
    fi
    echo "$folder"
done >"$scratch/folders"
if [ "$test" = server ]; then
    # Records below the root of a repository, with a folder that ims.yaml ignores.
    git init -q "$scratch/repository"
    mkdir -p "$scratch/repository/sites"
    cp -R "$here/folder" "$scratch/repository/sites/two"
    echo 'ignore: [drafts/]' >>"$scratch/repository/sites/two/ims.yaml"
    (cd "$scratch/repository/sites/two" && "$ims" schema --write --editor vscode >/dev/null 2>&1)
    last=$scratch/repository
fi
node "$here/$test.mjs" "$ims" "$scratch/folders" "${last:-$python}"
