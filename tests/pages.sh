#!/bin/sh
# A page of a rule that does not hold what it promises stops the build, and the message names the line.
# usage: pages.sh COMPILER SCHEMAS-FOLDER
set -u
compiler=$1
schemas=$2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failed=0

# A folder with two rules, one of them with code.
lay() {
    rm -rf "$scratch/rules" "$scratch/out"
    mkdir -p "$scratch/rules/roles" "$scratch/out/diagnostics" "$scratch/out/check"
    printf 'roles:\n  says: "who does what"\n  order: [vacant]\n' >"$scratch/rules/families.yaml"
    echo 'namespace ims::rules::vacant {' >"$scratch/rules/roles/vacant.cpp"
    cat >"$scratch/rules/roles/vacant.md" <<'PAGE'
---
family: roles
grade: high
summary: nobody holds a role
kinds: [role]
found_by: [check]
mark: do
explains:
  - {rule: misspelt, on: record}
---

# vacant

Nobody holds a role.

## Why it matters

Nobody does it.

## An example

```yaml reported
role: driver
```

## The same, mended

```yaml mended
role: driver
holders: 1
```

## How to mend it

Name somebody.
PAGE
    cat >"$scratch/rules/roles/misspelt.md" <<'PAGE'
---
family: roles
grade: error
fixed: yes
summary: a byte is not UTF-8
found_by: [yaml]
mark: none
---

# misspelt

A byte.

## Why it matters

It is lost.

```yaml reported bytes
title: Caf\xe9
```
```yaml mended
title: Café
```

## How to mend it

Save it anew.
PAGE
}

compile() { "$compiler" pages "$scratch/out" "$scratch/rules" "$schemas"; }

# stops MESSAGE SED-SCRIPT [PAGE]: with the page changed so, the build stops and says this.
stops() {
    page=$scratch/rules/roles/${3:-vacant}.md
    lay
    sed "$2" "$page" >"$scratch/changed" && mv "$scratch/changed" "$page"
    says "$1"
}

says() {
    if compile >"$scratch/log" 2>&1; then
        echo "compiles, and should say: $1"
        failed=1
    elif ! grep -qF -e "$1" "$scratch/log"; then
        printf 'should say: %s\nsays:       ' "$1"
        cat "$scratch/log"
        failed=1
    fi
}

lay
if ! compile; then
    echo "the pages of this test do not compile"
    exit 1
fi
grep -qF '\351' "$scratch/out/check/built_in_pages.cpp" || { echo "the byte of the example is lost"; failed=1; }
grep -q 'vacant,' "$scratch/out/diagnostics/rules.h" || { echo "a name is lost"; failed=1; }
# What has not changed keeps its time, and nothing is built anew.
touch -t 202001010000 "$scratch/out/diagnostics/rules.h" "$scratch/out/check/built_in_code.cpp"
sed -i.before 's/Nobody does it/Nobody will do it/' "$scratch/rules/roles/vacant.md" && rm "$scratch/rules/roles/vacant.md.before"
compile
if [ -n "$(find "$scratch/out" -name '*.h' -newer "$scratch/rules/families.yaml")" ] ||
    [ -n "$(find "$scratch/out" -name built_in_code.cpp -newer "$scratch/rules/families.yaml")" ]; then
    echo "names and code are written anew for a changed sentence"
    failed=1
fi

stops 'vacant.md:3: `grade` is one of low, medium, high, error, not `grave`' 's/^grade: high/grade: grave/'
stops 'vacant.md:2: families.yaml has no family `rolls`' 's/^family: roles/family: rolls/'
stops 'vacant.md:4: there is no `sumary`' 's/^summary:/sumary:/'
stops 'vacant.md:4: a summary begins with a small letter' 's/^summary: nobody/summary: Nobody/'
stops 'vacant.md:5: `kinds` takes no `rol`; it takes ' 's/kinds: \[role\]/kinds: [rol]/'
stops '`kinds` takes no `common`' 's/kinds: \[role\]/kinds: [common]/'
stops '`kinds` takes no `ims`' 's/kinds: \[role\]/kinds: [ims]/'
stops '`kinds` is missing' '/^kinds:/d'
stops 'vacant.md:6: `found_by` takes no `chek`' 's/found_by: \[check\]/found_by: [chek]/'
stops 'vacant.cpp: `found_by` on the page does not say check' 's/found_by: \[check\]/found_by: [yaml]/;/^kinds:/d'
stops 'vacant.md:7: `mark` is one of' 's/^mark: do/mark: did/'
stops 'vacant.md:9: there is no rule `mispelt`' 's/rule: misspelt/rule: mispelt/'
stops 'vacant.md:9: `on` is one of' 's/on: record/on: recrod/'
stops 'vacant.md:9: no catalogue has the harmonised key or theme `polizy`' 's/on: record}/on: record, clause: polizy}/'
stops 'explain each other in a circle: vacant, vacant' 's/rule: misspelt/rule: vacant/'
stops 'the title is the rule'"'"'s name: `# vacant`' 's/^# vacant/# Vacant roles/'
stops '`## Why it matters` is missing' 's/^## Why it matters/## Why/'
stops '`## How to mend it` is the last section' 's/^## How to mend it/## How to mend it\n\n## More/'
stops 'vacant.md:22: an example is ```yaml reported or ```yaml mended' 's/yaml reported/yaml bad/'
stops 'a page has two examples' '/yaml mended/,/^```$/d'
stops 'only errors are fixed' 's/^grade: error/grade: high/' misspelt
stops '`\x` takes two hexadecimal digits' 's/xe9/xg9/' misspelt
stops 'this is not YAML' 's/^mark: none/mark: [none/' misspelt
stops '`kinds` is for rules with `found_by: [check]`' 's/^mark: none/kinds: [role]/' misspelt
lay
rm "$scratch/rules/roles/vacant.cpp"
says '`found_by` says check, and vacant.cpp is not there'
lay
echo 'namespace ims::rules::vacent {' >"$scratch/rules/roles/vacant.cpp"
says 'vacant.cpp: nothing would call it without `namespace ims::rules::vacant {`'
lay
: >"$scratch/rules/roles/other.cpp"
says 'other.cpp: no page `other.md` stands beside it'
lay
mv "$scratch/rules/roles/misspelt.md" "$scratch/rules/roles/Misspelt.md"
says 'a rule'"'"'s name is lower-case words'
lay
printf 'roles:\n  says: "x"\n  order: [vacent]\n' >"$scratch/rules/families.yaml"
says 'families.yaml: roles has no rule `vacent`'
lay
mkdir "$scratch/rules/more"
says 'families.yaml has no such family'
exit $failed
