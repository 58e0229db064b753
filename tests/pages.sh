#!/bin/sh
# A page of a rule that does not hold what it promises stops the build, and the message names the line.
# usage: pages.sh COMPILER SCHEMAS-FOLDER
set -u
compiler=$1
schemas=$2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failed=0

# A folder with three rules, two of them with code.
lay() {
    rm -rf "$scratch/rules" "$scratch/out"
    mkdir -p "$scratch/rules/roles" "$scratch/out/diagnostics" "$scratch/out/check"
    printf 'roles:\n  says: "who does what"\n  profile: described\n  order: [vacant]\n' >"$scratch/rules/families.yaml"
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
cost: standstill
everywhere:
  says: "{kinds} are held by nobody"
  mend: "name one holder[[ under `defaults` (`defaults: {role: {holders: …}}`)]]"
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
    # One that could follow from the others.
    sed -e 's/vacant/unsure/' -e '/^explains:/,/^  - /d' "$scratch/rules/roles/vacant.md" >"$scratch/rules/roles/unsure.md"
    echo 'namespace ims::rules::unsure {' >"$scratch/rules/roles/unsure.cpp"
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
grep -qF '"who does what"sv, Profile::described' "$scratch/out/diagnostics/built_in_book.cpp" || { echo "the profile is lost"; failed=1; }
grep -qF 'Cost::standstill, "{1} are held by nobody"sv, "name one holder[[ under' "$scratch/out/diagnostics/built_in_book.cpp" ||
    { echo "what is true everywhere is lost"; failed=1; }
grep -qF '`defaults: {{role: {{holders:' "$scratch/out/diagnostics/built_in_book.cpp" ||
    { echo "braces of YAML became holes of a template"; failed=1; }
# A family stands for its rules: not for the one that explains it, nor for errors, which follow from nothing.
sed -i.before 's/{rule: misspelt, on: record}/{family: roles, on: system}/' "$scratch/rules/roles/vacant.md" && rm "$scratch/rules/roles/vacant.md.before"
compile
grep -qF 'explains_vacant[] = {{RuleId::unsure, Same::system, ""sv, ""sv}};' "$scratch/out/diagnostics/built_in_book.cpp" ||
    { echo "a family is not written out rule by rule:"; grep explains_vacant "$scratch/out/diagnostics/built_in_book.cpp"; failed=1; }
lay
compile
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
stops 'vacant.cpp: `found_by` on the page does not say check' 's/found_by: \[check\]/found_by: [yaml]/;/^kinds:/d;/^everywhere:/,/^  mend:/d'
stops 'vacant.md:7: `mark` is one of' 's/^mark: do/mark: did/'
stops 'vacant.md:9: there is no rule `mispelt`' 's/rule: misspelt/rule: mispelt/'
stops 'vacant.md:9: `on` is one of' 's/on: record/on: recrod/'
stops 'vacant.md:9: no catalogue has the harmonised key or theme `polizy`' 's/on: record}/on: record, clause: polizy}/'
stops 'explain each other in a circle: vacant, vacant' 's/rule: misspelt/rule: vacant/'
stops 'vacant.md:9: families.yaml has no family `rolls`' 's/rule: misspelt/family: rolls/'
stops 'vacant.md:9: an entry of `explains` names a `rule` or a `family`, not both' 's/rule: misspelt/rule: misspelt, family: roles/'
stops 'vacant.md:10: `cost` is one of people, law, customers, standstill, information, environment, not `none`' 's/^cost: standstill/cost: none/'
stops 'vacant.md:12: `says` is missing' '/^  says: /d'
stops 'vacant.md:12: `mend` is missing' '/^  mend: /d'
stops 'vacant.md:12: `says` is a text' 's/^  says: .*/  says: []/'
stops 'vacant.md:13: `everywhere` has no `mends`; there are says, mend' 's/^  mend:/  mends:/'
stops 'vacant.md:12: `says` begins with a small letter and has no full stop' 's/are held by nobody/&./'
stops 'vacant.md:13: `mend` begins with a small letter and has no full stop' 's/"name one/"Name one/'
stops 'vacant.md:12: `says` has no place for `{kidns}`; there are {kind}, {kinds}' 's/{kinds}/{kidns}/'
stops 'vacant.md:4: `summary` is no message: readers see no backtick' 's/^summary: .*/summary: nobody holds `a` role/'
stops 'vacant.md:4: `summary` is no message: more holes than arguments' 's/^summary: .*/summary: "nobody holds {}"/'
stops 'vacant.md:12: `says` is no message: readers are told nothing' 's/"{kinds} are held by nobody"/"[[&]]"/;s/\[\["/[[/;s/"\]\]/]]/'
stops 'vacant.md:12: `says` is no message: [[ has no ]]' 's/are held by/[[&/'
stops 'vacant.md:13: `mend` is no message: readers see no backtick and no _: put it between [[ ]]' 's/holder\[\[/holder/;s/\]\]"/"/'
stops '`everywhere` is for rules with `found_by: [check]`' 's/^mark: none/&\neverywhere: {says: a, mend: b}/' misspelt
stops 'what is about the system is not true of every record' 's/^cost: /home: system\n&/'
stops 'the title is the rule'"'"'s name: `# vacant`' 's/^# vacant/# Vacant roles/'
stops '`## Why it matters` is missing' 's/^## Why it matters/## Why/'
stops '`## How to mend it` is the last section' 's/^## How to mend it/## How to mend it\n\n## More/'
stops 'vacant.md:26: an example is ```yaml reported or ```yaml mended' 's/yaml reported/yaml bad/'
stops 'a page has two examples' '/yaml mended/,/^```$/d'
stops 'only errors are fixed' 's/^grade: error/grade: high/' misspelt
stops '`\x` takes two hexadecimal digits' 's/xe9/xg9/' misspelt
stops 'this is not YAML' 's/^mark: none/mark: [none/' misspelt
stops 'misspelt.md:5: this is no text where one is due' 's/^summary: /[summary]: /' misspelt
stops '`kinds` is for rules with `found_by: [check]`' 's/^mark: none/kinds: [role]/' misspelt
lay
sed -i.before 's/{rule: misspelt, on: record}/{family: roles, on: system}/' "$scratch/rules/roles/vacant.md"
sed -i.before 's/^cost: /explains: [{rule: vacant, on: record}]\n&/' "$scratch/rules/roles/unsure.md"
rm "$scratch"/rules/roles/*.before
says 'explain each other in a circle: vacant, unsure, vacant'
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
printf 'roles:\n  says: "x"\n  profile: full\n  order: [vacent]\n' >"$scratch/rules/families.yaml"
says 'families.yaml: roles has no rule `vacent`'
lay
printf 'roles:\n  says: "x"\n' >"$scratch/rules/families.yaml"
says 'families.yaml: roles: a family is `name: {says: …, profile: …, order: […]}`'
lay
printf 'roles:\n  says: "x"\n  profile: most\n' >"$scratch/rules/families.yaml"
says 'families.yaml: roles: `profile` is one of records, described, integrated, full, not `most`'
lay
mkdir "$scratch/rules/more"
says 'families.yaml has no such family'
exit $failed
