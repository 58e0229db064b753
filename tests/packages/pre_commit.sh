#!/bin/sh
# The hook of README.md that installs both npm files, with the folder that they lie in here: it lets a sound folder pass and
# stops a broken reference, and nothing comes from a network.
# usage: pre_commit.sh PACKAGES TOP
set -eu
packages=$1
top=$2
. "$(dirname "$0")/../missing.sh"
for program in pre-commit git npm; do command -v "$program" >/dev/null || missing "$program"; done
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
. "$(dirname "$0")/npm_offline.sh"
PRE_COMMIT_HOME=$scratch/pre-commit
GIT_CONFIG_NOSYSTEM=1
export PRE_COMMIT_HOME GIT_CONFIG_NOSYSTEM
unset GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE GIT_CONFIG_GLOBAL XDG_CONFIG_HOME

cp -R "$top/examples/minimal" "$scratch/records"
cd "$scratch/records"
# Gaps may come with the days; a broken reference is one on any day.
sed -i 's/fail_on: [a-z]*/fail_on: error/' ims.yaml
awk '
    /^```yaml$/ { inside = 1; block = ""; next }
    /^```$/ { if (inside && block ~ /language: node/) printf "%s", block; inside = 0; next }
    inside { block = block $0 "\n" }
' "$top/README.md" |
    sed "s|/srv/ims|$packages/npm|g" >.pre-commit-config.yaml
[ "$(grep -c "$packages/npm/ims-toolkit-" .pre-commit-config.yaml)" -eq 2 ] ||
    { echo "README.md: the hook with \`language: node\` names no two files in /srv/ims/"; exit 1; }
for file in $(sed -n 's|^ *- \(/.*\.tgz\)$|\1|p' .pre-commit-config.yaml); do
    [ -f "$file" ] || { echo "README.md names ${file##*/}, and there are:"; ls "$packages/npm"; exit 1; }
done
git init -q .
git add .
code=0
pre-commit run >"$scratch/out" 2>&1 || code=$?
[ "$code" -eq 0 ] && grep -q '^ims check\.*Passed$' "$scratch/out" ||
    { echo "a sound folder does not pass:"; cat "$scratch/out" "$PRE_COMMIT_HOME/pre-commit.log" 2>/dev/null; exit 1; }

printf 'process: sell\ntitle: Sell bicycles\ntype: core\nowner: nobody-knows\n' >sell.yaml
git add sell.yaml
code=0
pre-commit run >"$scratch/out" 2>&1 || code=$?
[ "$code" -eq 1 ] && grep -qF 'nobody-knows' "$scratch/out" ||
    { echo "a broken reference is not stopped:"; cat "$scratch/out"; exit 1; }

# What is not added is not committed, and mends nothing until it is.
printf 'role: nobody-knows\ntitle: Somebody\nstatus: draft\n' >nobody.yaml
code=0
pre-commit run >"$scratch/out" 2>&1 || code=$?
[ "$code" -eq 1 ] && grep -qF 'nobody-knows' "$scratch/out" ||
    { echo "a broken reference passes that an untracked file would mend:"; cat "$scratch/out"; exit 1; }
git add nobody.yaml
code=0
pre-commit run >"$scratch/out" 2>&1 || code=$?
[ "$code" -eq 0 ] || { echo "a mended reference does not pass:"; cat "$scratch/out"; exit 1; }
