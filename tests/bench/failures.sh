#!/bin/sh
# Compares `ims report failures` with one `ims check` of the same made-up folder, in one run: ordinary records, a chain of
# processes that need each other, and processes of which each needs 50 others (`dense`). Fails where it takes more than 2
# times as long as the check, and more than 1 s at 2,000 records.
# Usage: failures.sh IMS GENERATE GENERATE_NEEDS FOLDER [SIZES]; needs hyperfine and awk.
set -eu
ims=$1 generate=$2 needs=$3 folder=$4
sizes=${5:-500 1000 2000 4000}
runs=${RUNS:-5}
command -v hyperfine >/dev/null || { echo "bench: hyperfine is missing" >&2; exit 2; }

printf '%9s %9s %12s %15s %9s\n' folder records 'check (ms)' 'failures (ms)' ratio
results=$folder/failures.tsv
: >"$results"
for shape in ordinary chain dense; do
  for size in $sizes; do
    data=$folder/failures-$shape-$size
    if [ ! -d "$data" ]; then
      if [ "$shape" = ordinary ]; then "$generate" "$size" "$data"; else "$needs" "$shape" "$size" "$data"; fi
    fi
    csv=$folder/failures-$shape-$size.csv
    # In turn, round by round, so that a machine that slows down slows both; the fastest of each counts.
    : >"$csv"
    round=0
    while [ "$round" -lt "$runs" ]; do
      hyperfine --shell=none --style=none --warmup 0 --runs 1 --ignore-failure --export-csv "$csv.one" \
        -n check "$ims check --format jsonl=/dev/null --today 2026-06-01 $data" \
        -n failures "$ims report failures -o $folder/failures.md --today 2026-06-01 -q $data" >/dev/null 2>&1
      tail -n +2 "$csv.one" >>"$csv"
      round=$((round + 1))
    done
    awk -F, -v shape="$shape" -v size="$size" -v results="$results" '
      {if (!($1 in best) || $2 < best[$1]) best[$1] = $2}
      END {
        ratio = best["failures"] / best["check"]
        printf "%9s %9s %12.1f %15.1f %9.2f\n", shape, size, best["check"] * 1000, best["failures"] * 1000, ratio
        printf "%s %s %f %f\n", shape, size, best["failures"], ratio >>results
      }' "$csv"
  done
done
awk '$2 <= 2000 && $3 > 1 && $4 > 2 {print "missed: " $1 ", " $2 " records: more than 1 s and than 2 checks"; bad = 1} END {exit bad}' "$results"
