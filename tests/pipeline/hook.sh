#!/bin/sh
# What .pre-commit-hooks.yaml stops and lets pass, run by pre-commit in a repository of records.
# usage: hook.sh SCRATCH TOP
set -eu
scratch=$1
top=$2
PRE_COMMIT_HOME=$scratch/kept
export PRE_COMMIT_HOME

# Where the hook comes from: a repository with nothing but that file.
git init -q -b main "$scratch/source"
cp "$top/.pre-commit-hooks.yaml" "$scratch/source"
git -C "$scratch/source" add .
git -C "$scratch/source" commit -q -m 'The hook'
commit=$(git -C "$scratch/source" rev-parse HEAD)

mkdir "$scratch/Unser Büro"
cd "$scratch/Unser Büro"
git init -q -b main .
cp -R "$top/tests/pipeline/records" Prüfstelle
# The README's example, with this address.
sed -n '/^# \.pre-commit-config\.yaml/,/^```/p' "$top/README.md" |
    sed -e '/^```/d' -e "s|repo: .*|repo: $scratch/source|" -e "s|rev: .*|rev: $commit|" >.pre-commit-config.yaml
(cd Prüfstelle && ims baseline write --quiet >/dev/null)
git add .
git commit -q -m Begin
pre-commit install >/dev/null

failed=0
wrong() {
    echo "$1; it said:"
    cat "$scratch/said"
    failed=1
}

# stopped WHAT FOR COMMIT-OPTIONS…: the commit is stopped, and what is said holds FOR.
stopped() {
    what=$1
    for=$2
    shift 2
    if git commit -q -m "$what" "$@" >"$scratch/said" 2>&1; then
        wrong "passes, and must not: $what"
        git reset -q --soft HEAD^
    elif ! grep -q -e "$for" "$scratch/said"; then
        wrong "is stopped, but not for $for: $what"
    fi
}

passes() { git commit -q -m "$1" >"$scratch/said" 2>&1 || wrong "is stopped, and must not be: $1"; }

back() { git reset -q --hard && git clean -q -f -d; }

sed -i.before 's/deputies: \[mechanic\]/deputies: [mechanik]/' Prüfstelle/roles.yaml
rm Prüfstelle/roles.yaml.before
stopped 'breaks a reference, by commit -a' mechanik -a
git add --all
stopped 'breaks a reference' mechanik
# What is not added is not committed, and mends nothing.
printf 'role: mechanik\ntitle: Mechanic\nstatus: draft\n' >Prüfstelle/mechanik.yaml
stopped 'breaks a reference that an untracked file would mend' mechanik
# Nor does what it breaks stop what is committed.
back
echo 'role: [' >Prüfstelle/draft.yaml
mkdir Prüfstelle/Maßnahmen
git mv Prüfstelle/controls.yaml Prüfstelle/risks Prüfstelle/Maßnahmen
passes 'moves files'
rm Prüfstelle/draft.yaml
sed -i.before '/^control: test-ride/,/^---/d' Prüfstelle/Maßnahmen/controls.yaml
rm Prüfstelle/Maßnahmen/controls.yaml.before
git add --all
stopped 'deletes a control, and nothing else' 'Maßnahmen/risks/brakes.yaml:1:7'
back
git rm -q Prüfstelle/Maßnahmen/controls.yaml
stopped 'deletes a file, and nothing else' 'Maßnahmen/risks/brakes.yaml:1:7'
exit $failed
