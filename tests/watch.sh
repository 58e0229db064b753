#!/bin/sh
# `ims check --watch` sees what is saved, however it is saved: runs watch/watch.py where there is python3; else missing.sh
# says what becomes of it.
# usage: watch.sh told|looking IMS RECORDS
set -eu
way=$1
ims=$2
records=$3
. "$(dirname "$0")/missing.sh"
scratch=$(mktemp -d)
scratch=$(cd "$scratch" && pwd -P)
trap 'rm -rf "$scratch"' EXIT
ims=$(cd "$(dirname "$ims")" && pwd)/${ims##*/}
. "$(dirname "$0")/surroundings.sh"
command -v python3 >/dev/null || missing python3
cp -R "$records" "$scratch/records"
python3 "$(dirname "$0")/watch/watch.py" "$way" "$scratch" "$ims"
