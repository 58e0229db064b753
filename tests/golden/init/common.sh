# Read by the cases beside this: how to show what `ims` says, and what came to lie on the disk.
git() { command git -c init.defaultBranch=main "$@"; }
say() {
    echo "\$ ims $*"
    code=0
    ims "$@" >"$TMP_OF_CASE/out" 2>"$TMP_OF_CASE/err" || code=$?
    cat "$TMP_OF_CASE/out"
    sed 's/^/! /' "$TMP_OF_CASE/err"
    [ "$code" -eq 0 ] || echo "exit $code"
}
title() { printf '\n# %s\n' "$1"; }
# All files below a folder, but for what git keeps.
files() { (cd "$1" && find . -type f -not -path '*/.git/*' | sort); }
TMP_OF_CASE=$(cd .. && pwd -P)
day=2026-06-01
