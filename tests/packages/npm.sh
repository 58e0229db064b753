#!/bin/sh
# Both npm packages are installed by one command, from their files alone, and `ims` is then a command of that folder: what it
# reads, prints and ends with is the program's. Where the program is not there, it says which package is missing.
# usage: npm.sh PACKAGES VERSION EXAMPLES
set -eu
packages=$1
version=$2
examples=$3
. "$(dirname "$0")/../missing.sh"
for program in npm node; do command -v "$program" >/dev/null || missing "$program"; done
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
. "$(dirname "$0")/npm_offline.sh"
failed=0

complain() {
    echo "$@"
    cat "$scratch/out" "$scratch/err"
    failed=1
}
# ends CODE COMMAND…
ends() {
    expected=$1
    shift
    code=0
    "$@" >"$scratch/out" 2>"$scratch/err" || code=$?
    [ "$code" -eq "$expected" ] || complain "$* ends with $code, not $expected"
}
says() { grep -qF -e "$1" "$scratch/out" "$scratch/err" || complain "does not say: $1"; }

# A repository as people have them, with the files in it.
mkdir -p "$scratch/web/tools"
cp "$packages"/npm/*.tgz "$scratch/web/tools"
cd "$scratch/web"
main=tools/ims-toolkit-ims-$version.tgz
platform=tools/ims-toolkit-linux-x64-$version.tgz
echo '{"private": true, "scripts": {"records": "ims version"}}' >package.json
ends 0 npm install --save-optional "./$main" "./$platform"
ims=$PWD/node_modules/.bin/ims
ends 0 "$ims" --version
says "ims $version"
ends 0 npm run --silent records
says "ims $version"
ends 1 "$ims" check "$examples/corner-shop-siloed" --today 2026-06-01 --fail-on high
says '[role-without-deputy]'
ends 2 "$ims" chekc
for package in ims linux-x64; do
    # By these npm decides, and runs what packages bring.
    ends 0 node -p "const p = require('@ims-toolkit/$package/package.json'); [p.scripts, p.os, p.cpu, p.dependencies].map(f => '<' + f + '>').join('')"
    case $package in
        ims) says '<undefined><undefined><undefined><undefined>' ;;
        *) says '<undefined><linux><x64><undefined>' ;;
    esac
done

# Another program in its place shows what is handed on: words as they are, stdin, the exit code, signals both ways.
real=node_modules/@ims-toolkit/linux-x64/bin/ims
mv "$real" "$scratch/real"
stand_in() {
    cat >"$real"
    chmod +x "$real"
}
stand_in <<'END'
#!/bin/sh
printf '<%s>' "$@"
cat
echo to-stderr >&2
exit 70
END
printf 'to-stdin' >"$scratch/in"
ends 70 "$ims" 'two words' '' '*' --x='$y' <"$scratch/in"
says '<two words><><*><--x=$y>to-stdin'
grep -qx to-stderr "$scratch/err" || complain "stderr is lost"
stand_in <<'END'
#!/bin/sh
kill -KILL $$
END
ends 137 "$ims"
stand_in <<'END'
#!/usr/bin/env node
process.on('SIGTERM', () => { console.log('stopped'); process.exit(5); });
setTimeout(() => process.exit(9), 20000);  // as long as it may take until it is told
process.kill(process.ppid, 'SIGTERM');
END
ends 5 "$ims"
says stopped
: >"$real"
chmod -x "$real"
ends 2 "$ims"
says 'cannot be started'
mv "$scratch/real" "$real"

# Of another version, not there, and not for this machine.
both="npm install --save-optional ims-toolkit-ims-$version.tgz ims-toolkit-linux-x64-$version.tgz"
sed -i 's/"version": "/&9/' node_modules/@ims-toolkit/linux-x64/package.json
ends 2 "$ims" --version
says "package \`@ims-toolkit/linux-x64\` is of version 9$version and \`@ims-toolkit/ims\` of $version"
says "$both"
ends 0 npm ci --omit=optional
[ ! -e node_modules/@ims-toolkit ] || complain "what is optional is installed"
mkdir "$scratch/half"
cd "$scratch/half"
ends 0 npm install "$scratch/web/$main"
ends 2 node_modules/.bin/ims --version
says 'package `@ims-toolkit/linux-x64`, which holds the program for this machine, is missing'
says "$both"
cat >elsewhere.js <<'END'
Object.defineProperty(process, 'platform', {value: process.env.ELSEWHERE});
END
NODE_OPTIONS=--require=$PWD/elsewhere.js
export NODE_OPTIONS
ends 2 env ELSEWHERE=darwin node_modules/.bin/ims --version
says 'there is no package with the program for darwin-x64, only for linux-x64; build it from source'
ends 2 env ELSEWHERE=win32 node_modules/.bin/ims --version
says 'run it in WSL'
exit $failed
