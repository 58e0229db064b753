#!/bin/sh
# Builds a made-up history of the corner shop: a repository of 30 commits in an empty folder, from 1 June to 2 October
# 2026, two a week and the same hashes wherever it is built. Each commit is one edit whose effect is known: what
# `ims diff` says of each stands in expected.txt. Read by ../history.sh, and by whoever wants a folder with a past.
# Needs git, and ims on PATH.
# usage: build.sh CORNER_SHOP FOLDER
set -eu
shop=$(cd "$1" && pwd)
mkdir -p "$2"
cd "$2"

git() {
    command git -c user.name='Shop owner' -c user.email=owner@example.org -c init.defaultBranch=main \
        -c core.autocrlf=false -c commit.gpgsign=false "$@"
}

number=0
# step DAY MESSAGE: commits what was edited.
step() {
    number=$((number + 1))
    GIT_AUTHOR_DATE="$1T17:05:00Z"
    GIT_COMMITTER_DATE=$GIT_AUTHOR_DATE
    export GIT_AUTHOR_DATE GIT_COMMITTER_DATE
    git add -A
    git commit -q -m "$2"
}

# edit FILE SED-SCRIPT…: that changes it; an edit that finds nothing is a mistake here.
edit() {
    file=$1
    shift
    sed "$@" "$file" >"$file.edited"
    if cmp -s "$file" "$file.edited"; then
        echo "build.sh: nothing of $file changed: $*" >&2
        exit 1
    fi
    mv "$file.edited" "$file"
}

git init -q
cp -R "$shop"/. .

# 1: the shop of the examples, in which nothing is open.
step 2026-06-01 'Begin'

# 2: only layout, quotes and comments.
edit roles/driver.yaml -e 's/^people: \[p-05, p-06\]/people:\n  - p-05\n  - "p-06"   # on Saturdays/' \
    -e '1i # Drives the van, and the bike.'
step 2026-06-04 'Say who drives on Saturdays'

# 3: files lie elsewhere.
mkdir assets/vehicles
git mv assets/van.yaml assets/cargo-bike.yaml assets/vehicles
step 2026-06-08 'Put the vehicles into a folder of their own'

# 4: a record has another id, and all that name it follow.
ims rename role/web-helper web-keeper --today 2026-06-11 --quiet >/dev/null
step 2026-06-11 'Call the web helper what she is'

# 5: a driver comes, who has none of the competences yet, and is the only one.
printf 'person: p-10\ntitle: Driver, all week\n' >people/p-10.yaml
edit roles/driver.yaml -e '/^  - p-05/d' -e 's/^  - "p-06".*/  - p-10/'
step 2026-06-15 'A new driver; the two others have left the round'

# 6: she is trained.
cat >>people/p-10.yaml <<'RECORD'
competences:
  - {competence: shop-induction, valid_until: 2027-06-30}
  - {competence: driving, evidence: Licence seen, valid_until: 2027-06-30}
RECORD
step 2026-06-18 'The driver was shown around, and her licence was seen'

# 7: and no longer alone.
edit roles/driver.yaml -e 's/^  - p-10/  - p-10\n  - p-06/'
step 2026-06-22 'The student drives again on Saturdays'

# 8: another card terminal, of somebody of whom little is known, and who takes longer.
cat >suppliers/pocket-pay.yaml <<'RECORD'
supplier: pocket-pay
title: Pocket Pay
provides: Card terminal the size of a phone, money in our account the same day
critical: yes
owner: shop-owner
recovery: {agreed: 3 d}
not_applicable:
  health-and-safety: Sends a terminal by post, nothing else.
  environment: Sends a terminal by post and takes the old one back.
RECORD
edit assets/card-terminal.yaml -e 's/^provider: .*/provider: pocket-pay/' -e 's/^title: .*/title: Card terminal for the pocket/'
edit risks/systems-down.yaml -e 's/card-payments/pocket-pay/'
step 2026-06-25 'Replace the card terminal'

# 9: the supplier is evaluated, and agrees to what is needed.
edit suppliers/pocket-pay.yaml -e 's/^recovery: .*/recovery: {agreed: 4 h, demonstrated: 2 h}/' \
    -e 's/^not_applicable:/evaluations:\n  - {disciplines: [information-security, business-continuity, quality], date: 2026-06-27, result: approved}\nnot_applicable:/' \
    -e 's/^owner:/agreement: {reference: Contract in the grey binder, ends: 2028-06-30}\nowner:/'
step 2026-06-29 'Evaluate Pocket Pay'

# 10: an objective is measured again, and missed, and what was to be done about it is gone.
edit objectives/on-time-deliveries.yaml -e 's/^due: 2026-12-31/due: 2026-06-30/' \
    -e 's/^  - {date: 2026-05-29, value: 96}/&\n  - {date: 2026-06-30, value: 86}/' -e '/six orders/d'
step 2026-07-02 'Count the deliveries of June'

# 11: a supplier takes longer from now on.
edit suppliers/web-host.yaml -e 's/agreed: 4 h, demonstrated: 2 h/agreed: 2 d, demonstrated: 2 d/'
step 2026-07-06 'The web host promises less'

# 12: and a control is retired on which a risk leans.
edit controls/cards-stay-with-the-customer.yaml -e 's/^implementation:/status: retired\nimplementation:/'
step 2026-07-09 'Cards no longer need a control of their own'

# 13: a high risk nobody had thought of.
cat >risks/terminal-cloned.yaml <<'RECORD'
risk: terminal-cloned
title: A terminal that copies cards
disciplines: [information-security]
processes: [sell-over-the-counter, deliver-flowers]
assets: [card-terminal]
owner: shop-owner
likelihood: likely
consequence: major
treatment: reduce
review: {last: 2026-07-13}
RECORD
step 2026-07-13 'A risk we had not thought of'

# 14: less fails.
edit ims.yaml -e 's/^  fail_on: medium/  fail_on: error/'
step 2026-07-16 'Let the pipeline pass'

# 15: a rule is turned off, and another one weighs less.
printf '  rules:\n    risk-over-appetite: {grade: off, reason: We look at it in autumn}\n    slow-dependency: low\n' >>ims.yaml
step 2026-07-20 'Be told less of risks'

# 16: less is looked at.
edit ims.yaml -e 's/^check:/check:\n  profile: described/'
step 2026-07-23 'Look at who does what, and at nothing else'

# 17: files are left out.
printf '\nignore: [incidents/, exercises/plug-pulled.yaml]\n' >>ims.yaml
step 2026-07-27 'Leave out what is over'

# 18: all of that is taken back.
edit ims.yaml -e '/^  profile: described/d' -e '/^ignore:/d' -e '/^  rules:/,$d' -e 's/^  fail_on: error/  fail_on: medium/'
step 2026-07-30 'Look at everything again'

# 19: what is open is written down, and held back.
ims baseline write --today 2026-08-03 --quiet >/dev/null
step 2026-08-03 'Begin anew from here'

# 20: a risk is accepted for a while.
cat >>risks/terminal-cloned.yaml <<'RECORD'
exceptions:
  - rule: risk-over-appetite
    reason: The seals come in September.
    by: shop-owner
    until: 2026-09-30
RECORD
step 2026-08-06 'Live with cloned terminals until the seals come'

# 21: and longer.
edit risks/terminal-cloned.yaml -e 's/until: 2026-09-30/until: 2027-03-31/'
step 2026-08-10 'The seals come later'

# 22: the control is back, and the risk with it.
edit controls/cards-stay-with-the-customer.yaml -e '/^status: retired/d' -e 's/^risks: .*/risks: [card-details-disclosed, terminal-cloned]/'
edit risks/terminal-cloned.yaml -e '/^exceptions:/,$d'
printf 'residual: {likelihood: rare, consequence: major}\n' >>risks/terminal-cloned.yaml
step 2026-08-13 'The seals are looked at again'

# 23: duties are given up, and a process loses a letter.
with_duties=$(git rev-parse HEAD)
edit roles/staff.yaml -e '/^  - does: Leaves the building/,/^    disciplines/d'
edit roles/bookkeeper.yaml -e '/^  - does: Works at a desk/,/^    about/d'
step 2026-08-17 'The bookkeeper has enough to do'

# 24: a risk weighs more than it did.
edit risks/road-accident.yaml -e 's/^residual: .*/residual: {likelihood: possible, consequence: severe}/'
step 2026-08-20 'After two near misses'

# 25: a file cannot be read.
edit roles/florist.yaml -e 's/^title: Florist/title: "Florist/'
step 2026-08-24 'A quote too few'

# 26: and can be again; only what it said before counts.
edit roles/florist.yaml -e 's/^title: "Florist/title: Florist/'
step 2026-08-27 'The quote is gone'

# 27: a reference leads nowhere.
edit processes/deliver-flowers.yaml -e 's/^owner: florist/owner: florrist/'
step 2026-08-31 'A slip of the pen'

# 28: it is put right, and the duties are where they were.
edit processes/deliver-flowers.yaml -e 's/^owner: florrist/owner: florist/'
git checkout -q "$with_duties" -- roles/staff.yaml roles/bookkeeper.yaml
step 2026-09-14 'The bookkeeper looks at her desk again'

# 29: a process says why a discipline does not apply, which is not true.
edit processes/look-after-people.yaml -e '$a not_applicable:\n  environment: The roster hangs on paper, once a week.'
step 2026-09-21 'Our people and the environment'

# 30: the baseline is gone: nothing is held back any more.
rm .ims-baseline
step 2026-10-02 'No baseline any more'

[ "$number" -eq 30 ]
