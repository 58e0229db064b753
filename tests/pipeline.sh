#!/bin/sh
# Runs a test of what hooks and pipelines run (.pre-commit-hooks.yaml, action.yml, .gitlab/ims.yml and the README's
# examples) where its tools are there; else missing.sh says what becomes of it.
# usage: pipeline.sh github|gitlab|hook IMS TOP
set -eu
test=$1
ims=$2
top=$3
. "$(dirname "$0")/missing.sh"

scratch=$(mktemp -d)
scratch=$(cd "$scratch" && pwd -P)
trap 'rm -rf "$scratch"' EXIT
. "$(dirname "$0")/surroundings.sh"
# Whatever pipeline we are in ourselves.
for variable in $(env | grep -E '^(GITHUB|GITLAB|CI|RUNNER|IMS|PRE_COMMIT)_[A-Z0-9_]*=' | cut -d = -f 1); do
    unset "$variable"
done

have() { command -v "$1" >/dev/null 2>&1; }
have git || missing git

# Nothing depends on the day of the run: where a command does not say for which day it is, it is this one. And what is
# run is written down.
mkdir "$scratch/bin"
cat >"$scratch/bin/ims" <<WRAPPER
#!/bin/sh
printf '%s\\n' "\$*" >>'$scratch/runs'
case " \$* " in
    *' --today '*) exec '$ims' "\$@" ;;
esac
exec '$ims' "\$@" --today 2026-06-01
WRAPPER
chmod +x "$scratch/bin/ims"
PATH=$scratch/bin:$PATH

case $test in
    hook)
        have pre-commit || missing pre-commit
        sh "$top/tests/pipeline/hook.sh" "$scratch" "$top"
        ;;
    *)
        for tool in node bash curl jq; do
            have "$tool" || missing "$tool"
        done
        [ -d "$top/tests/schema/node_modules/yaml" ] || missing "what \`npm ci\` fetches for tests/schema"
        node "$top/tests/pipeline/$test.mjs" "$scratch" "$top"
        ;;
esac
