#!/bin/sh
# Runs the commands that a README quotes: in each block fenced by ```console that begins with `$ ims …`, `$ cd …` or
# `$ sed …`, every line behind a `$` is run from a copy of the top folder, and what follows it must be what it prints, to
# stdout and stderr alike. A line that ends in \ goes on with the next. Whoever changed the folder stays there until the
# next heading. Blocks whose first command is another program are left alone. Of which day a command is that does not say
# so, see below. With IMS_BLESS=1 the README is rewritten.
# A command that stands without its output, in an indented line or in a block fenced by ```sh, must at least be understood:
# end with 0 or 1, there or in a folder of records (examples/corner-shop).
# usage: readme.sh IMS TOP README (README relative to TOP)
set -eu
ims=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
top=$(cd "$2" && pwd)
readme=$3

scratch=$(mktemp -d)
scratch=$(cd "$scratch" && pwd -P)
trap 'rm -rf "$scratch"' EXIT
. "$(dirname "$0")/surroundings.sh"

mkdir "$scratch/top"
for part in README.md examples schemas; do
    if [ -e "$top/$part" ]; then cp -R "$top/$part" "$scratch/top"; fi
done
cd "$scratch/top"
SCRATCH=$scratch
export SCRATCH
pwd >"$SCRATCH/here"

# What does not name a day is of the same one in every run.
mkdir "$scratch/bin"
cat >"$scratch/bin/ims" <<WRAPPER
#!/bin/sh
case " \$* " in
    *' --today '* | *' --help '*) ;;
    ' init '* | ' check '* | ' new '* | ' rename '* | ' report '*) set -- "\$@" --today 2026-06-01 ;;
esac
exec '$ims' "\$@"
WRAPPER
chmod +x "$scratch/bin/ims"
PATH=$scratch/bin:$PATH

awk '
    function run(command,    line) {
        command = "cd \"$(cat \"$SCRATCH/here\")\" && { { " command "\n} 2>&1 </dev/null; pwd >\"$SCRATCH/here\"; }"
        while ((command | getline line) > 0) print line
        close(command)
    }
    function understood(command) {
        return system("{ " command "\n} >\"$SCRATCH/tried\" 2>&1 </dev/null; [ $? -le 1 ]") == 0
    }
    function try(command) {
        sub(/^ +/, "", command)
        if (understood(command) || understood("cd examples/corner-shop && " command)) return
        print "this is not understood: " command >"/dev/stderr"
        system("cat \"$SCRATCH/tried\" >&2")
        failed = 1
    }
    END { exit failed }
    !inside && /^## / { system("pwd >\"$SCRATCH/here\"") }
    !inside && /^    ims / || inside == "sh" && /^ims / { try($0) }
    !inside { print; if (/^```[a-z]*$/) { inside = length($0) > 3 ? substr($0, 4) : "text"; fresh = 1; ours = 0 }; next }
    $0 == "```" { print; inside = ""; next }
    inside != "console" { print; next }
    fresh && /^\$ / { ours = /^\$ (ims|sed|cd)( |$)/; fresh = 0 }
    !ours { print; next }
    continued || /^\$ / {
        print
        command = continued ? command "\n" $0 : substr($0, 3)
        continued = /\\$/
        if (!continued) run(command)
    }
' "$top/$readme" >"$scratch/README.md"

if [ -n "${IMS_BLESS:-}" ]; then
    cmp -s "$scratch/README.md" "$top/$readme" || cp "$scratch/README.md" "$top/$readme"
elif ! diff -u -L "$readme" -L "what is printed" "$top/$readme" "$scratch/README.md"; then
    echo "If that is what it should be: IMS_BLESS=1 ctest -R '^readme/' and read the diff."
    exit 1
fi
