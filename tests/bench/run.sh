#!/bin/sh
# Compares `ims check` with a bare yaml-cpp event pass over the same made-up folders, in one run, and fails where a bound
# is missed: at most 1.4 times the pass at 10,000 records, a ratio at 100,000 at most 1.15 times that at 10,000, and at
# most 4 KB of memory a record beyond the files' bytes. A chain of 10,000 processes that need each other, and 2,000 of
# which each needs 50 others, take at most 1.4 times the pass too.
# Usage: run.sh IMS GENERATE BARE_PASS FOLDER [SIZES [GENERATE_NEEDS]]; needs hyperfine, GNU time and awk. A size is a
# number of records, `chain` or `dense`.
set -eu
ims=$1 generate=$2 bare=$3 folder=$4
sizes=${5:-1000 10000 100000${6:+ chain dense}}
needs=${6:-}
runs=${RUNS:-5}
command -v hyperfine >/dev/null || { echo "bench: hyperfine is missing" >&2; exit 2; }
[ -x /usr/bin/time ] || { echo "bench: GNU time is missing" >&2; exit 2; }

printf '%9s %11s %11s %11s %9s %9s %12s %12s\n' records 'bare (s)' 'jobs 1 (s)' 'jobs all' 'ratio 1' 'ratio all' 'peak (MB)' 'KB a record'
results=$folder/bench.tsv
: >"$results"
for size in $sizes; do
  data=$folder/data-$size
  if [ ! -d "$data" ]; then
    case $size in
      chain) "$needs" chain 10000 "$data" ;;
      dense) "$needs" dense 2000 "$data" ;;
      *) "$generate" "$size" "$data" ;;
    esac
  fi
  count=$(find "$data" -name '*.yaml' | wc -l)
  csv=$folder/bench-$size.csv
  # In turn, round by round, so that a machine that slows down slows all three; the fastest of each counts.
  : >"$csv"
  round=0
  while [ "$round" -lt "$runs" ]; do
    hyperfine --shell=none --style=none --warmup 0 --runs 1 --ignore-failure --export-csv "$csv.one" \
      -n bare "$bare $data" \
      -n one "$ims check --format jsonl=/dev/null --today 2026-06-01 --jobs 1 $data" \
      -n all "$ims check --format jsonl=/dev/null --today 2026-06-01 $data" >/dev/null 2>&1
    tail -n +2 "$csv.one" >>"$csv"
    round=$((round + 1))
  done
  peak=$(/usr/bin/time -f %M "$ims" check --format jsonl=/dev/null --today 2026-06-01 --jobs 1 "$data" 2>&1 >/dev/null | tail -n 1)
  bytes=$(find "$data" -name '*.yaml' -printf '%s\n' | awk '{sum += $1} END {print sum}')
  awk -F, -v size="$size" -v count="$count" -v peak="$peak" -v bytes="$bytes" -v results="$results" '
    {if (!($1 in best) || $2 < best[$1]) best[$1] = $2}
    END {
      beyond = (peak * 1024 - bytes) / count / 1024
      printf "%9s %11.3f %11.3f %11.3f %9.2f %9.2f %12.1f %12.2f\n", size, best["bare"], best["one"], best["all"],
             best["one"] / best["bare"], best["all"] / best["bare"], peak / 1024, beyond
      printf "%s %f %f\n", size, best["one"] / best["bare"], beyond >>results
    }' "$csv"
done
awk '
  {ratio[$1] = $2; memory[$1] = $3}
  END {
    if ((10000 in ratio) && ratio[10000] > 1.4) {print "missed: the ratio at 10,000 records is over 1.4"; bad = 1}
    if ((10000 in ratio) && (100000 in ratio) && ratio[100000] > 1.15 * ratio[10000]) {print "missed: the ratio grows from 10,000 to 100,000 records by more than 1.15"; bad = 1}
    for (size in ratio) if ((size == "chain" || size == "dense") && ratio[size] > 1.4) {print "missed: the ratio for needs (" size ") is over 1.4"; bad = 1}
    for (size in memory) if (size ~ /^[0-9]+$/ && size + 0 >= 10000 && memory[size] > 4) {print "missed: more than 4 KB a record at " size " records"; bad = 1}
    exit bad
  }' "$results"
