#!/bin/sh
# Looks whether what `check` writes for others is what they read: every format, of every example and of a folder of odd
# names, by check.mjs; and the calendars of each, by read_calendars.mjs. Where node or its packages are not there missing.sh says what becomes of it.
# usage: run.sh IMS TOP
set -eu
here=$(cd "$(dirname "$0")" && pwd)
ims=$1
top=$2
. "$here/../missing.sh"
command -v node >/dev/null 2>&1 || missing node
[ -d "$here/node_modules/ical.js" ] || missing "what \`npm ci\` fetches for tests/formats"
scratch=$(mktemp -d)
scratch=$(cd "$scratch" && pwd -P)
trap 'rm -rf "$scratch"' EXIT
# No settings of whoever runs this, and no repository around the scratch folder.
export HOME="$scratch" LC_ALL=C GIT_CONFIG_NOSYSTEM=1 GIT_CEILING_DIRECTORIES="$scratch"
unset CI GITHUB_ACTIONS GITHUB_STEP_SUMMARY GITLAB_CI GIT_DIR GIT_WORK_TREE GIT_CONFIG_GLOBAL XDG_CONFIG_HOME

# write FOLDER NAME TODAY [OPTION…]: every format of the records of a folder.
write() {
    folder=$1
    name=$2
    today=$3
    shift 3
    mkdir -p "$scratch/written/$name"
    for format in json jsonl github sarif gitlab junit rdjsonl markdown; do
        set -- "$@" --format "$format=$scratch/written/$name/$format"
    done
    code=0
    (cd "$folder" && "$ims" check -q --today "$today" "$@") >"$scratch/printed" 2>&1 || code=$?
    [ "$code" -le 1 ] || { cat "$scratch/printed"; exit 1; }
    echo "$folder" >"$scratch/written/$name/folder"
}
cp -R "$top/examples" "$here/../golden/check/formats-for-hosts" "$scratch"
for example in "$scratch"/examples/*/; do
    write "${example%/}" "$(basename "$example")" 2026-06-01
done
odd=$scratch/formats-for-hosts
(cd "$odd" && sh ./make-repository)
odd=$odd/$(cat "$odd/records-are-in")
write "$odd" odd-names 2026-06-01

# The same against what was known before: some of it is new, some worse, and some came due.
git -C "$odd" add .
git -C "$odd" -c user.name=ims -c user.email=ims@example.org commit -q -m 'One state'
printf -- '---\nrole: zusatz\ntitle: "@name"\nownr: x\n' >>"$odd/plain.yaml"
echo 'check: {rules: {empty-role: {grade: medium, reason: Here it matters}}}' >>"$odd/ims.yaml"
write "$odd" since-a-commit 2026-06-01 --since HEAD
shop=$scratch/examples/corner-shop
"$ims" baseline write "$shop" --today 2026-06-01 -q
write "$shop" came-due 2026-12-01

"$ims" schema --output check >"$scratch/check.schema.json"
cmp "$scratch/check.schema.json" "$top/schemas/output/check.schema.json"
node "$here/check.mjs" "$scratch/written" "$scratch/check.schema.json"

for folder in "$scratch"/examples/*/ "$odd"; do
    name=$(basename "${folder%/}")
    calendars=$scratch/calendars/$name
    mkdir -p "$calendars"
    "$ims" report calendar "$folder" -q --today 2026-06-01 --format ics -o "$calendars/all.ics"
    "$ims" report calendar "$folder" -q --today 2026-06-01 --format json -o "$calendars/all.json"
    "$ims" report calendar "$folder" -q --today 2026-07-01 --format ics -o "$calendars/moved.ics"
    "$ims" report calendar "$folder" -q --today 2026-06-01 --format ics -o "$calendars/"
    for role in "$calendars"/calendar/role/*.ics; do
        [ -f "$role" ] || continue
        id=$(basename "$role" .ics)
        "$ims" report calendar "role/$id" "$folder" -q --today 2026-06-01 --format json -o "${role%.ics}.json"
    done
done
node "$here/read_calendars.mjs" "$scratch/calendars"
