#!/bin/sh
# Makes every package of what a build installs: a .tgz for any Linux, a .deb, and npm/ with one package for the platform and
# one that starts its program. The version is what the program says of itself.
# Two runs give the same bytes: names are sorted, all files have one time, and neither owners nor paths get in. That time is
# SOURCE_DATE_EPOCH, else the commit's, else, outside of git, the first day of 2026.
# Needs GNU tar, gzip, git, and strip for `cmake --install --strip`. IMS_GZIP_LEVEL=1 is for tests, which have no time.
# usage: pack.sh CMAKE BUILD-FOLDER OUT-FOLDER
set -eu
cmake=$1
build=$2
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$3/npm"
out=$(cd "$3" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
umask 022
LC_ALL=C
export LC_ALL
unset DESTDIR TAR_OPTIONS GZIP GIT_DIR GIT_WORK_TREE
scope=@ims-toolkit          # of the npm packages; not registered yet
os=linux
cpu=x64
debian_cpu=amd64

# What is installed, and so what packages hold, is said by install() in CMake alone.
tree=$scratch/tree
"$cmake" --install "$build" --component ims --strip --prefix "$tree" >/dev/null
kind=$(od -An -v -tx1 -N 20 "$tree/bin/ims" | tr -d ' \n')
case $kind in
    7f454c4602*3e00) ;;     # ELF, 64 bits, little-endian, x86-64
    *) echo "packages are made for Linux on x86-64, and $build built a program for another machine" >&2; exit 2 ;;
esac
version=$("$tree/bin/ims" version)
version=${version#ims }

epoch=${SOURCE_DATE_EPOCH:-}
if [ -z "$epoch" ]; then
    # The sources may lie, without a repository of their own, in somebody else's.
    top=$(cd "$here/../.." && pwd -P)
    if [ "$(git -C "$top" rev-parse --show-toplevel 2>/dev/null)" = "$top" ]; then
        epoch=$(git -C "$top" log -1 --format=%ct)
    else
        epoch=1767225600
        echo "no commit tells the time of these sources, so all files are of 2026-01-01" >&2
    fi
fi

# The program holds these libraries, and each asks that its licence comes with copies of it.
notices=$tree/share/doc/ims/LIBRARIES
echo "The program holds code of these libraries, under these licences." >"$notices"
for library in libfmt-dev libyaml-cpp-dev libutf8proc-dev libcli11-dev nlohmann-json3-dev libstdc++-*-dev libc6-dev; do
    found=
    for licence in /usr/share/doc/$library/copyright; do
        [ -f "$licence" ] || continue
        found=yes
        name=${licence%/copyright}
        printf '\n=== %s ===\n\n' "${name##*/}" | sed 's/-dev / /' >>"$notices"
        cat "$licence" >>"$notices"
    done
    [ -n "$found" ] || echo "the licence of $library is not at hand: add it to LIBRARIES before anybody gets these packages" >&2
done

# fill TEMPLATE FILE
fill() {
    sed -e "s|@VERSION@|$version|g" -e "s|@SCOPE@|$scope|g" -e "s|@FILES@|${scope#@}|g" \
        -e "s|@PLATFORM@|$os-$cpu|g" -e "s|@OS@|$os|g" -e "s|@CPU@|$cpu|g" \
        -e "s|@DEBIAN_CPU@|$debian_cpu|g" -e "s|@INSTALLED_SIZE@|${installed_size:-}|g" \
        -e "s|@SUMMARY@|Checks an integrated management system that is kept as YAML files|g" "$1" >"$2"
}

# archive FILE FOLDER NAME: what NAME of FOLDER holds, as a .tar.gz.
archive() {
    tar --format=ustar --sort=name --mtime="@$epoch" --owner=0 --group=0 --numeric-owner --mode=u=rwX,go=rX \
        -C "$2" -cf "$scratch/archive.tar" "$3"
    gzip -n "-${IMS_GZIP_LEVEL:-6}" <"$scratch/archive.tar" >"$1"
    rm "$scratch/archive.tar"
}

# --- Any Linux
name=ims-$version-$os-$cpu
mkdir "$scratch/any"
cp -R "$tree" "$scratch/any/$name"
archive "$out/$name.tgz" "$scratch/any" "$name"

# --- Debian, Ubuntu and their like. A .deb is an archive of ar, whose heads are text.
# member NAME FILE
member() {
    size=$(wc -c <"$2")
    printf '%-16s%-12d%-6d%-6d%-8s%-10d`\n' "$1" "$epoch" 0 0 100644 "$size"
    cat "$2"
    [ $((size % 2)) -eq 0 ] || echo
}
deb=$scratch/deb
mkdir -p "$deb/root" "$deb/control"
cp -R "$tree" "$deb/root/usr"
documents=$deb/root/usr/share/doc/ims
cat "$documents/LICENSE" "$documents/LIBRARIES" >"$documents/copyright"
rm "$documents/LICENSE" "$documents/LIBRARIES"
# In KiB: each file rounded up, and one for each folder.
installed_size=$(find "$deb/root" -type f -printf '%s\n' -o -printf '1\n' |
    awk '{ size += int(($1 + 1023) / 1024) } END { print size }')
fill "$here/debian/control" "$deb/control/control"
(cd "$deb/root" && find usr -type f -exec md5sum {} + | sort -k 2) >"$deb/control/md5sums"
archive "$deb/control.tar.gz" "$deb/control" .
archive "$deb/data.tar.gz" "$deb/root" .
echo 2.0 >"$deb/debian-binary"
{
    printf '!<arch>\n'
    for part in debian-binary control.tar.gz data.tar.gz; do member "$part" "$deb/$part"; done
} >"$out/ims_${version}_$debian_cpu.deb"

# --- npm: what `npm pack` would write, by the names that it would give.
# npm_package TEMPLATES NAME: the filled templates, and what was laid beside them.
npm_package() {
    folder=$scratch/$1/package
    for template in package.json README.md; do fill "$here/npm/$1/$template" "$folder/$template"; done
    cp "$tree/share/doc/ims/LICENSE" "$folder"
    archive "$out/npm/${scope#@}-$2-$version.tgz" "$scratch/$1" package
}
mkdir -p "$scratch/platform/package/bin" "$scratch/ims/package/bin"
cp "$tree/bin/ims" "$scratch/platform/package/bin"
cp "$tree/share/doc/ims/LIBRARIES" "$scratch/platform/package"
npm_package platform "$os-$cpu"
cp "$here/npm/ims/bin/ims.js" "$scratch/ims/package/bin"
npm_package ims ims

(cd "$out" && sha256sum "$name.tgz" "ims_${version}_$debian_cpu.deb" npm/"${scope#@}"-*-"$version.tgz") >"$out/SHA256SUMS"
