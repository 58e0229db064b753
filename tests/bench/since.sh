#!/bin/sh
# Compares `ims check --since HEAD`, or `ims diff HEAD`, with one `ims check` of the same made-up folder, of which one file
# differs, in one run, and fails where it takes more than 1.5 times as long at 1,000 records or more, `diff` more than twice:
# two states are judged, and read but once.
# Usage: since.sh IMS GENERATE FOLDER [SIZES [since|diff]]; needs git, hyperfine and awk.
set -eu
ims=$1 generate=$2 folder=$3
sizes=${4:-100 1000 10000}
what=${5:-since}
case $what in
  since) most=1.5 ;;
  diff) most=2 ;;
esac
runs=${RUNS:-10}
command -v hyperfine >/dev/null || { echo "bench: hyperfine is missing" >&2; exit 2; }

printf '%9s %12s %12s %9s\n' records 'check (ms)' "$what (ms)" ratio
results=$folder/$what.tsv
: >"$results"
for size in $sizes; do
  data=$folder/since-$size
  if [ ! -d "$data/.git" ]; then
    "$generate" "$size" "$data"
    git -C "$data" init -q
    git -C "$data" add -A
    git -C "$data" -c user.name=ims -c user.email=ims@example.org commit -qm begin
    echo '# one line more' >>"$(find "$data" -name '*.yaml' ! -name ims.yaml | sort | head -n 1)"
  fi
  csv=$folder/$what-$size.csv
  case $what in
    since) compared="$ims check --since HEAD --format jsonl=/dev/null --today 2026-06-01 $data" ;;
    diff) compared="env -C $data $ims diff HEAD --format json=/dev/null --today 2026-06-01" ;;
  esac
  # In turn, round by round, so that a machine that slows down slows both; the fastest of each counts.
  : >"$csv"
  round=0
  while [ "$round" -lt "$runs" ]; do
    hyperfine --shell=none --style=none --warmup 0 --runs 1 --ignore-failure --export-csv "$csv.one" \
      -n check "$ims check --format jsonl=/dev/null --today 2026-06-01 $data" \
      -n compared "$compared" >/dev/null 2>&1
    tail -n +2 "$csv.one" >>"$csv"
    round=$((round + 1))
  done
  awk -F, -v size="$size" -v results="$results" '
    {if (!($1 in best) || $2 < best[$1]) best[$1] = $2}
    END {
      printf "%9s %12.1f %12.1f %9.2f\n", size, best["check"] * 1000, best["compared"] * 1000, best["compared"] / best["check"]
      printf "%s %f\n", size, best["compared"] / best["check"] >>results
    }' "$csv"
done
awk -v what="$what" -v most="$most" '$1 >= 1000 && $2 > most {
    print "missed: `" what "` takes more than " most " times one check at " $1 " records"; bad = 1
  } END {exit bad}' "$results"
