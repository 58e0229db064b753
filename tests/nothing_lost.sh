#!/bin/sh
# Nothing that people keep is lost, whatever happens while a command writes: runs nothing_lost/nothing_lost.py where its
# tools are there; else missing.sh says what becomes of it.
# usage: nothing_lost.sh kill|change|two|full|forbidden IMS
set -eu
test=$1
ims=$2
here=$(cd "$(dirname "$0")" && pwd)/nothing_lost
. "$(dirname "$0")/missing.sh"

scratch=$(mktemp -d)
scratch=$(cd "$scratch" && pwd -P)
trap 'chmod -R u+w "$scratch" && rm -rf "$scratch"' EXIT
# Whoever may do less than we must be able to run it.
mkdir "$scratch/bin"
cp "$ims" "$scratch/bin/ims"
ims=$scratch/bin/ims
. "$(dirname "$0")/surroundings.sh"
# The leak checker stops where somebody traces.
ASAN_OPTIONS=detect_leaks=0
export ASAN_OPTIONS

have() { command -v "$1" >/dev/null 2>&1; }
have python3 || missing python3
# Not to be had where a machine does not allow it, whatever is installed: no pipeline can help that.
refused() {
    echo "skipped: $1"
    exit 77
}

case $test in
    kill | change | two)
        have strace || missing strace
        strace -o /dev/null true 2>/dev/null || refused "programs may not be traced here (ptrace)"
        python3 "$here/nothing_lost.py" "$test" "$scratch" "$ims"
        ;;
    full)
        have unshare || missing unshare
        own=
        for way in "unshare -rm" "unshare -m"; do
            [ -n "$own" ] || ! $way mount -t tmpfs -o size=64k none "$scratch" 2>/dev/null || own=$way
        done
        [ -n "$own" ] || refused "no file system may be mounted here (neither root nor user namespaces)"
        $own python3 "$here/nothing_lost.py" full "$scratch" "$ims"
        ;;
    forbidden)
        # Root may write whatever it likes, and so becomes somebody else.
        [ "$(id -u)" -ne 0 ] || have setpriv || missing setpriv
        python3 "$here/nothing_lost.py" forbidden "$scratch" "$ims"
        ;;
esac
