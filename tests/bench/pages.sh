#!/bin/sh
# How long `ims report all` takes for a page, at sizes that double, in one run: where a page takes longer in a larger
# folder, something is done anew for each page that could be done once. Fails where the last size takes more than 1.3
# times as long a page as the first. With BEFORE, another build of ims, each report on the whole is written by both in
# turn, and it fails where all of them together take more than 1.1 times as long as they did there.
# Usage: pages.sh IMS GENERATE FOLDER [SIZES [BEFORE]]; needs hyperfine and awk.
set -eu
ims=$1 generate=$2 folder=$3
sizes=${4:-500 1000 2000}
before=${5:-}
runs=${RUNS:-3}
command -v hyperfine >/dev/null || { echo "bench: hyperfine is missing" >&2; exit 2; }
both='gaps integration risks roles processes continuity obligations objectives suppliers assets documents audits
nonconformities incidents changes clauses management-review calendar exceptions'

# The fastest of a few runs, in milliseconds.
fastest() {
  hyperfine --shell=none --style=none --warmup 0 --runs "$runs" "$@" --export-csv "$folder/pages.csv" >/dev/null 2>&1
  awk -F, 'NR == 2 {print $7 * 1000}' "$folder/pages.csv"
}

results=$folder/pages.tsv
: >"$results"
printf '%9s %8s %12s\n' records pages 'ms a page'
for size in $sizes; do
  data=$folder/data-$size
  [ -d "$data" ] || "$generate" "$size" "$data"
  pages=$folder/pages-$size
  # An empty folder each time: one that is replaced costs more.
  time=$(fastest --prepare "rm -rf $pages" "$ims report all $data -o $pages --format html --today 2026-06-01 -q")
  count=$(find "$pages" -name '*.html' | wc -l)
  awk -v size="$size" -v count="$count" -v time="$time" 'BEGIN {printf "%9s %8d %12.3f\n", size, count, time / count}' | tee -a "$results"
done
if [ -n "$before" ]; then
  : >"$folder/reports.tsv"
  for report in $both; do
    words="report $report $data --format html -o $folder/one.html --today 2026-06-01 -q"
    echo "$report $(fastest "$before $words") $(fastest "$ims $words")" >>"$folder/reports.tsv"
  done
  awk '{printf "%18s %9.1f ms before, %9.1f ms now\n", $1, $2, $3}' "$folder/reports.tsv"
fi
awk '
  NF == 3 && FILENAME ~ /pages/ {if (!first) first = $3; last = $3}
  NF == 3 && FILENAME ~ /reports/ {was += $2; is += $3}
  END {
    if (last > 1.3 * first) {print "missed: a page takes " last / first " times as long in the largest folder"; bad = 1}
    if (is > 1.1 * was) {print "missed: the reports take " is / was " times as long as before"; bad = 1}
    exit bad
  }' "$results" ${before:+"$folder/reports.tsv"}
