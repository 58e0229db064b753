#!/bin/sh
# From a save to what `ims check --watch` says of it, compared with one `ims check` of the same made-up folder, in one run:
# fails where it takes longer than twice that check and the moment for which a save is waited for, so that whoever writes
# never waits for more than they would who checked by hand. Prints the times in milliseconds, of which 100 are promised.
# Usage: watch.sh IMS GENERATE FOLDER [SIZES]; needs python3.
set -eu
ims=$1 generate=$2 folder=$3
sizes=${4:-200 1000 10000}
command -v python3 >/dev/null || { echo "bench: python3 is missing" >&2; exit 2; }

bad=0
printf '%9s %7s %12s %12s %12s %9s\n' records saves 'check (ms)' 'save (ms)' 'longest (ms)' ratio
for size in $sizes; do
  data=$folder/watch-$size
  [ -d "$data" ] || "$generate" "$size" "$data"
  for saves in 1 5; do
    python3 "$(dirname "$0")/watch.py" "$ims" "$data" "$saves" "$size" || bad=1
  done
done
exit $bad
