#!/bin/sh
# The program is one file: it runs in a root that holds nothing but it, libc and the examples, and says there what it says
# here. A build with sanitizers may bring theirs, and the C++ runtime that they share.
# usage: alone.sh IMS EXAMPLES [sanitized]      exit 77: no root of one's own can be made here
set -eu
ims=$1
examples=$2
sanitized=${3:-}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
root=$scratch/root
mkdir -p "$root"

# in_root COMMAND…: as root of that root, which a real root may, and a user in a namespace of one's own.
PATH=$PATH:/usr/sbin:/sbin
command -v chroot >/dev/null || exit 77
if [ "$(id -u)" -eq 0 ]; then
    in_root() { chroot "$root" "$@"; }
elif unshare --user --map-root-user true 2>/dev/null; then
    in_root() { unshare --user --map-root-user chroot "$root" "$@"; }
else
    exit 77
fi

cp "$ims" "$root/ims"
cp -R "$examples" "$root/examples"
if [ -n "$sanitized" ]; then
    # Sanitizers ask here who they are; looking for leaks takes more of a system than there is.
    mkdir -p "$root/proc/self"
    printf 'ASAN_OPTIONS=detect_leaks=0\0' >"$root/proc/self/environ"
    ln -s /ims "$root/proc/self/exe"
fi
# "not a dynamic executable" is what we want most.
ldd "$ims" >"$scratch/needs" 2>/dev/null || : >"$scratch/needs"
failed=0
while read -r name arrow path _; do
    case $name in
        linux-vdso.so.*) continue ;;
        /*) path=$name ;;                       # the loader
        libc.so.* | libm.so.*) ;;
        libasan.so.* | libubsan.so.* | libtsan.so.* | libstdc++.so.* | libgcc_s.so.* | libdl.so.* | libpthread.so.* | librt.so.*)
            [ -n "$sanitized" ] || { echo "needs $name"; failed=1; }
            ;;
        *) echo "needs $name"; failed=1 ;;
    esac
    [ "$arrow" = "=>" ] || [ "$path" = "$name" ] || continue
    mkdir -p "$root$(dirname "$path")"
    cp -L "$path" "$root$path"
done <"$scratch/needs"
[ "$failed" -eq 0 ] || exit 1

# same COMMAND…: it says the same here and there.
same() {
    code=0
    (cd "$scratch/here" && "$ims" "$@") >"$scratch/out" 2>"$scratch/err" || code=$?
    there=0
    in_root /ims "$@" >"$scratch/out-there" 2>"$scratch/err-there" || there=$?
    if [ "$code" -ne "$there" ] || ! cmp -s "$scratch/out" "$scratch/out-there" || ! cmp -s "$scratch/err" "$scratch/err-there"; then
        echo "ims $*: exit $code here, $there in a root of its own"
        diff "$scratch/out" "$scratch/out-there" | head -20
        diff "$scratch/err" "$scratch/err-there" | head -20
        failed=1
    fi
}
mkdir "$scratch/here"
cp -R "$examples" "$scratch/here/examples"
for example in "$examples"/*/; do
    name=$(basename "$example")
    [ -f "$example/ims.yaml" ] || continue
    same check "examples/$name" --today 2026-06-01
    same report gaps "examples/$name" --today 2026-06-01
done
same explain vacant-role
same schema role
exit $failed
