# Read by the cases beside this: a repository to change, and how to show what `ims` says of it.
git() { command git -c init.defaultBranch=main -c advice.detachedHead=false -c protocol.file.allow=always "$@"; }
# The same bytes whatever the example is like: hashes are left out.
without_hashes() { sed -E 's/commit [0-9a-f]{10}/commit HASH/g'; }
say() {
    echo "\$ ims $*"
    code=0
    ims "$@" >out 2>err || code=$?
    without_hashes <out
    without_hashes <err | sed "s|$TMP_OF_CASE|TOP|g" | sed 's/^/! /'
    rm -f out err
    [ "$code" -eq 0 ] || echo "exit $code"
}
title() { printf '\n# %s\n' "$1"; }
commit() { git add -A && git commit -qm "$1"; }
TMP_OF_CASE=$(cd .. && pwd -P)
day=2026-06-01
# The workshop of the example, committed, in the current folder.
workshop() {
    cp "$EXAMPLES"/minimal/*.yaml .
}
