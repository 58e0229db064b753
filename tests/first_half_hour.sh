#!/bin/sh
# Somebody new at a terminal: `ims init` asks, and each step says which one comes next. Needs python3 and git.
# usage: first_half_hour.sh IMS TOP
set -eu
ims=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
top=$(cd "$2" && pwd)
. "$(dirname "$0")/missing.sh"

scratch=$(mktemp -d)
scratch=$(cd "$scratch" && pwd -P)
trap 'rm -rf "$scratch"' EXIT
. "$(dirname "$0")/surroundings.sh"
for tool in git python3; do
    command -v "$tool" >/dev/null 2>&1 || missing "$tool"
done
python3 -c 'import pty' 2>/dev/null || missing "a python3 that knows terminals"

# Whoever sits there names no day, so each command of this run is of the same one.
mkdir "$scratch/bin" "$scratch/bikes"
cat >"$scratch/bin/ims" <<WRAPPER
#!/bin/sh
case \$1 in
    init | check | new | rename | report) exec '$ims' "\$@" --today 2026-06-01 ;;
esac
exec '$ims' "\$@"
WRAPPER
chmod +x "$scratch/bin/ims"
PATH=$scratch/bin:$PATH
PYTHONDONTWRITEBYTECODE=1
export PYTHONDONTWRITEBYTECODE
cd "$scratch/bikes"
python3 "$top/tests/first_half_hour/at_the_desk.py"
