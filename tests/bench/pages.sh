#!/bin/sh
# How long `ims report all` takes for a page, at sizes that double, in one run: where a page takes longer in a larger
# folder, something is done anew for each page that could be done once. Fails where the last size takes more than 1.3
# times as long a page as the first. With BEFORE, another build of ims, each size is written by both in turn, and it fails
# where a page takes longer now than it did there.
# Usage: pages.sh IMS GENERATE FOLDER [SIZES [BEFORE]]; needs hyperfine and awk.
set -eu
ims=$1 generate=$2 folder=$3
sizes=${4:-500 1000 2000}
before=${5:-}
runs=${RUNS:-3}
command -v hyperfine >/dev/null || { echo "bench: hyperfine is missing" >&2; exit 2; }

results=$folder/pages.tsv
: >"$results"
for size in $sizes; do
  data=$folder/data-$size
  [ -d "$data" ] || "$generate" "$size" "$data"
  for which in now before; do
    program=$ims
    [ "$which" = now ] || program=$before
    [ -n "$program" ] || continue
    pages=$folder/pages-$size-$which
    words="report all $data -o $pages --format html --today 2026-06-01 -q"
    csv=$folder/pages-$size-$which.csv
    # An empty folder each time: one that is replaced costs more.
    hyperfine --shell=none --style=none --warmup 0 --runs "$runs" --prepare "rm -rf $pages" --export-csv "$csv" \
      "$program $words" >/dev/null 2>&1
    count=$(find "$pages" -name '*.html' | wc -l)
    awk -F, -v size="$size" -v which="$which" -v count="$count" 'NR == 2 {print size, which, count, $7 * 1000 / count}' "$csv" >>"$results"
  done
done
printf '%9s %8s %8s %12s\n' records build pages 'ms a page'
awk '{printf "%9s %8s %8d %12.3f\n", $1, $2, $3, $4}' "$results"
awk '
  $2 == "now" {if (!first) first = $4; last = $4; now[$1] = $4}
  $2 == "before" {before[$1] = $4}
  END {
    if (last > 1.3 * first) {print "missed: a page takes " last / first " times as long in the largest folder"; bad = 1}
    for (size in before) if (now[size] > before[size]) {print "missed: at " size " records a page takes longer than before"; bad = 1}
    exit bad
  }' "$results"
