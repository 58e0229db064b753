#!/bin/sh
# The .deb is one to dpkg: its program works where nothing is but what the package holds (and, where it is built with
# sanitizers, what these need), and dpkg installs it there, knows its files, and takes them away again.
# usage: deb.sh PACKAGES VERSION EXAMPLES dynamic|static|sanitized     exit 77: no root of one's own is to be had
set -eu
deb=$1/ims_$2_amd64.deb
version=$2
examples=$3
build=$4
. "$(dirname "$0")/../missing.sh"
command -v dpkg-deb >/dev/null || missing dpkg
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
root=$scratch/root
. "$(dirname "$0")/../bare_root.sh"

for field in "Package ims" "Version $version" "Architecture amd64" "Depends "; do
    said=$(dpkg-deb --field "$deb" "${field%% *}")
    [ "$said" = "${field#* }" ] || { echo "${field%% *} is '$said', not '${field#* }'"; exit 1; }
done

mkdir -p "$root"
if command -v dpkg >/dev/null; then
    # dpkg keeps its books in that root too; they are there before the first package is.
    mkdir -p "$root/var/lib/dpkg/info" "$root/var/lib/dpkg/updates" "$root/var/log"
    : >"$root/var/lib/dpkg/status"
    as_root dpkg --root="$root" --force-not-root -i "$deb" >"$scratch/log" 2>&1 || { cat "$scratch/log"; exit 1; }
    [ "$(dpkg-query --admindir="$root/var/lib/dpkg" -W -f '${db:Status-Status} ${Version}' ims)" = "installed $version" ] ||
        { echo "dpkg did not install it"; exit 1; }
    dpkg --root="$root" --verify ims >"$scratch/verified" && [ ! -s "$scratch/verified" ] ||
        { echo "files are not what the package says"; cat "$scratch/verified"; exit 1; }
else
    dpkg-deb -x "$deb" "$root"
fi

cp -R "$examples" "$root/examples"
case $build in
    static) ! ldd "$root/usr/bin/ims" >/dev/null 2>&1 || { echo "needs libraries:"; ldd "$root/usr/bin/ims"; exit 1; } ;;
    sanitized) lay_for_sanitizers /usr/bin/ims; bring_libraries "$root/usr/bin/ims" sanitized || exit 1 ;;
    *) bring_libraries "$root/usr/bin/ims" || exit 1 ;;
esac
# ends CODE COMMAND…
ends() {
    expected=$1
    shift
    code=0
    in_root /usr/bin/ims "$@" >"$scratch/out" 2>&1 || code=$?
    [ "$code" -eq "$expected" ] || { echo "ims $* ends with $code, not $expected"; cat "$scratch/out"; exit 1; }
}
ends 0 check examples/corner-shop --today 2026-06-01
grep -q '^nothing found in [0-9]* records$' "$scratch/out" || { echo "finds something:"; cat "$scratch/out"; exit 1; }
ends 1 check examples/corner-shop-siloed --today 2026-06-01 --fail-on high
ends 0 report all examples/minimal --today 2026-06-01 -o reports
[ -f "$root/reports/index.html" ] || { echo "no reports"; exit 1; }

if command -v dpkg >/dev/null; then
    as_root dpkg --root="$root" --force-not-root --purge ims >"$scratch/log" 2>&1 || { cat "$scratch/log"; exit 1; }
    find "$root/usr" -name '*ims*' 2>/dev/null >"$scratch/left" || :
    [ ! -s "$scratch/left" ] || { echo "left behind:"; cat "$scratch/left"; exit 1; }
fi
