#!/bin/sh
# Runs the lines of the README by which others make papers of reports, and those that `ims report -o x.pdf` names instead,
# where a browser or pandoc is there: what comes out is such a file, and says what the report says.
# usage: papers.sh pdf|docx IMS TOP
set -eu
kind=$1
ims=$(cd "$(dirname "$2")" && pwd)/$(basename "$2")
top=$(cd "$3" && pwd)
. "$(dirname "$0")/missing.sh"

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir "$scratch/bin"
printf '#!/bin/sh\nexec "%s" "$@" --today 2026-06-01\n' "$ims" >"$scratch/bin/ims"

case $kind in
    pdf)
        for each in "${IMS_BROWSER:-}" chromium chromium-browser google-chrome google-chrome-stable; do
            if [ -n "$each" ] && browser=$(command -v "$each") && "$browser" --version >/dev/null 2>&1; then break; fi
            browser=
        done
        [ -n "$browser" ] || { echo "skipped: no chromium here; IMS_BROWSER may name one"; exit 77; }
        # In a container, where tests may run as root, a browser has no sandbox to begin with.
        printf '#!/bin/sh\nexec "%s" --no-sandbox --disable-gpu --user-data-dir="%s" "$@"\n' "$browser" "$scratch/profile" \
            >"$scratch/bin/chromium"
        tool=chromium
        ;;
    docx)
        command -v pandoc >/dev/null 2>&1 || missing pandoc
        tool=pandoc
        ;;
esac
chmod +x "$scratch"/bin/*
PATH=$scratch/bin:$PATH
export PATH

# What was made says what the job description says; a PDF keeps its text packed, which not every machine can unpack.
says() {
    for words in "Job description: Cashier" "Reports to" "Signature"; do
        grep -q "$words" "$scratch/text" || { echo "$1 does not say “$words”"; exit 1; }
    done
}

look() {
    case $kind in
        pdf)
            [ "$(head -c 5 "$1")" = "%PDF-" ] || { echo "$1 is no PDF"; exit 1; }
            [ "$(wc -c <"$1")" -gt 10000 ] || { echo "$1 is an empty page"; exit 1; }
            if command -v pdftotext >/dev/null 2>&1; then
                pdftotext "$1" "$scratch/text"
                says "$1"
            fi
            ;;
        docx)
            pandoc "$1" -t plain >"$scratch/text"
            says "$1"
            ;;
    esac
}

cp -R "$top/examples/corner-shop" "$scratch/shop"
cd "$scratch/shop"
grep -E "^ims report .*$tool .*cashier\.$kind" "$top/README.md" >"$scratch/lines" || { echo "README.md names no line with $tool"; exit 1; }
while read -r line; do
    sh -c "$line" >"$scratch/log" 2>&1 || { cat "$scratch/log"; exit 1; }
    look "cashier.$kind"
    if [ "$kind" = docx ] && pandoc "cashier.$kind" -t gfm | grep -q ']('; then
        echo "a link to a record is left, which leads nowhere: $line"
        exit 1
    fi
    rm "cashier.$kind"
done <"$scratch/lines"

# And the line that is named where somebody asks for such a file.
if ims report role cashier -o "cashier.$kind" 2>"$scratch/said"; then echo "cashier.$kind was written as something else"; exit 1; fi
[ ! -e "cashier.$kind" ] || { echo "something was written under that name"; exit 1; }
line=$(sed -n 's/^ *to get one: `\(.*\)`$/\1/p' "$scratch/said")
[ -n "$line" ] || { cat "$scratch/said"; exit 1; }
sh -c "$line" >"$scratch/log" 2>&1 || { cat "$scratch/log"; exit 1; }
look "cashier.$kind"
