#!/bin/sh
# How long an editor waits for `ims lsp`, as a table in Markdown: half of the times, and all but one of twenty, are at most
# these. Fails where all but one of twenty are not within 10 ms for what a file says by itself, 30, 60 and 400 ms at 100,
# 1,000 and 10,000 records for the whole folder, 5 ms for an answer; or the memory is over 1.5 times that of a check.
# Usage: editor.sh IMS GENERATE CLIENT FOLDER [SIZES]
set -eu
ims=$1 generate=$2 client=$3 folder=$4
sizes=${5:-100 1000 10000}
bad=0
mkdir -p "$folder"
echo '| records | one check (ms) | own: half | 95 % | whole: half | 95 % | hover | completion | definition | memory (MB) | : check |'
echo '|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|'
for size in $sizes; do
  data=$folder/data-$size
  [ -d "$data" ] || "$generate" "$size" "$data" >/dev/null
  case $size in
    100) limit=30 ;;
    1000) limit=60 ;;
    *) limit=400 ;;
  esac
  "$client" "$ims" "$data" "$size" "$limit" || bad=1
done
exit $bad
