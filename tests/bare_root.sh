# Read by tests that run a program in a root ($root) that holds nothing but what they lay into it, as the root of that root:
# which a real root may, and a user in a namespace of one's own. exit 77: no such root can be made here.
PATH=$PATH:/usr/sbin:/sbin
command -v chroot >/dev/null || exit 77
if [ "$(id -u)" -eq 0 ]; then
    as_root() { "$@"; }
elif unshare --user --map-root-user true 2>/dev/null; then
    as_root() { unshare --user --map-root-user "$@"; }
else
    exit 77
fi
in_root() { as_root chroot "$root" "$@"; }

# lay_for_sanitizers PROGRAM (by its name in the root): they ask in /proc who they are; looking for leaks takes more of a
# system than there is.
lay_for_sanitizers() {
    mkdir -p "$root/proc/self"
    printf 'ASAN_OPTIONS=detect_leaks=0\0' >"$root/proc/self/environ"
    ln -s "$1" "$root/proc/self/exe"
}

# bring_libraries PROGRAM [sanitized]: into the root what the program needs of a system. Fails where that is more than libc,
# or than sanitizers bring: theirs, and the C++ runtime that they share.
bring_libraries() {
    # "not a dynamic executable" is what we want most.
    ldd "$1" >"$root.needs" 2>/dev/null || : >"$root.needs"
    too_many=0
    while read -r name arrow path _; do
        case $name in
            linux-vdso.so.*) continue ;;
            /*) path=$name ;;                       # the loader
            libc.so.* | libm.so.*) ;;
            libasan.so.* | libubsan.so.* | libtsan.so.* | libstdc++.so.* | libgcc_s.so.* | libdl.so.* | libpthread.so.* | librt.so.*)
                [ -n "${2:-}" ] || { echo "needs $name"; too_many=1; }
                ;;
            *) echo "needs $name"; too_many=1 ;;
        esac
        [ "$arrow" = "=>" ] || [ "$path" = "$name" ] || continue
        mkdir -p "$root$(dirname "$path")"
        cp -L "$path" "$root$path"
    done <"$root.needs"
    [ "$too_many" -eq 0 ]
}
