#!/bin/sh
# What the packages are called and hold: one program, of one version, in files that nobody owns and that have one time.
# usage: files.sh PACKAGES VERSION
set -eu
packages=$1
version=$2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failed=0

# same WHAT FILE: it holds what stdin says.
same() {
    cat >"$scratch/expected"
    diff "$scratch/expected" "$2" >"$scratch/differs" || { echo "$1:"; cat "$scratch/differs"; failed=1; }
}

(cd "$packages" && find . -type f | LC_ALL=C sort) >"$scratch/names"
same "what is made" "$scratch/names" <<END
./SHA256SUMS
./ims-$version-linux-x64.tgz
./ims_${version}_amd64.deb
./npm/ims-toolkit-ims-$version.tgz
./npm/ims-toolkit-linux-x64-$version.tgz
END
[ "$failed" -eq 0 ] || exit 1

mkdir "$scratch/tgz" "$scratch/deb" "$scratch/platform" "$scratch/main"
tar -xzf "$packages/ims-$version-linux-x64.tgz" -C "$scratch/tgz"
tar -xzf "$packages/npm/ims-toolkit-linux-x64-$version.tgz" -C "$scratch/platform"
tar -xzf "$packages/npm/ims-toolkit-ims-$version.tgz" -C "$scratch/main"
# Without dpkg-deb too: a .deb is an archive of archives.
(cd "$scratch/deb" && ar x "$packages/ims_${version}_amd64.deb" && tar -xzf data.tar.gz && tar -xzf control.tar.gz)

# names FOLDER: of all its files but schemas.
names() { (cd "$1" && find . -type f ! -name '*.schema.json' ! -path '*/standards/*' | LC_ALL=C sort) >"$scratch/names"; }
names "$scratch/tgz"
same "files of the .tgz" "$scratch/names" <<END
./ims-$version-linux-x64/bin/ims
./ims-$version-linux-x64/share/doc/ims/LIBRARIES
./ims-$version-linux-x64/share/doc/ims/LICENSE
./ims-$version-linux-x64/share/doc/ims/README.md
./ims-$version-linux-x64/share/ims/schemas/README.md
END
names "$scratch/deb/usr"
same "files of the .deb" "$scratch/names" <<END
./bin/ims
./share/doc/ims/README.md
./share/doc/ims/copyright
./share/ims/schemas/README.md
END
names "$scratch/platform"
same "files of the npm package for the platform" "$scratch/names" <<END
./package/LIBRARIES
./package/LICENSE
./package/README.md
./package/bin/ims
./package/package.json
END
names "$scratch/main"
same "files of the npm package that starts it" "$scratch/names" <<END
./package/LICENSE
./package/README.md
./package/bin/ims.js
./package/package.json
END

program=$scratch/tgz/ims-$version-linux-x64/bin/ims
for other in "$scratch/deb/usr/bin/ims" "$scratch/platform/package/bin/ims"; do
    cmp "$program" "$other" || failed=1
    [ -x "$other" ] || { echo "not executable: $other"; failed=1; }
done
[ "$("$program" version)" = "ims $version" ] || { echo "the program says another version"; failed=1; }
[ -f "$scratch/deb/usr/share/ims/schemas/process.schema.json" ] || { echo "the .deb has no schemas"; failed=1; }
grep -q '^MIT License' "$scratch/deb/usr/share/doc/ims/copyright" || { echo "the .deb has no licence"; failed=1; }
grep -q "^Version: $version\$" "$scratch/deb/control" || { echo "the .deb has another version"; failed=1; }
(cd "$scratch/deb" && md5sum --quiet -c md5sums) || failed=1
for file in "$scratch/platform/package/package.json" "$scratch/main/package/package.json"; do
    grep -q "\"version\": \"$version\"" "$file" || { echo "another version: $file"; failed=1; }
done
# Nothing is left to fill in.
if grep -rn '@[A-Z_]*@' "$scratch/main" "$scratch/platform"/package/*.* "$scratch/deb/control"; then failed=1; fi

# owners_and_times ARCHIVE: of each of its files, with what may be done with it.
owners_and_times() { TZ=UTC tar --numeric-owner --full-time -tvzf "$1" | awk '{ print $1, $2, $4, $5 }'; }
for file in "$packages"/*.tgz "$packages"/npm/*.tgz "$scratch"/deb/*.tar.gz; do owners_and_times "$file"; done |
    LC_ALL=C sort -u >"$scratch/heads"
cut -d ' ' -f 1 "$scratch/heads" >"$scratch/modes"
same "what may be done with files" "$scratch/modes" <<END
-rw-r--r--
-rwxr-xr-x
drwxr-xr-x
END
cut -d ' ' -f 2- "$scratch/heads" | sort -u >"$scratch/times"
if [ "$(grep -Ec '^0/0 ' "$scratch/times")" -ne 1 ] || [ "$(wc -l <"$scratch/times")" -ne 1 ]; then
    echo "files have owners or times of their own:"
    cat "$scratch/times"
    failed=1
fi
exit $failed
