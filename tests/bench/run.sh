#!/bin/sh
# Compares `ims check` with passes over the same made-up folders that only read the bytes, or let libyaml or yaml-cpp tell
# their events to nobody; in one run, as tables in Markdown. Fails where a bound is missed: with one job at most 2.5 times
# libyaml's pass at 10,000 records, and at 100,000 at most 1.2 times that ratio; with all processors of two 1.6 times as fast
# as with one; at most 3 KB of memory a record beyond the files' bytes. `overdue` are the same 10,000 records two years later,
# when most reviews are late: one and a half findings a record. A chain of 10,000 processes that need each other (`chain`),
# and 2,000 of which each needs 50 others (`dense`), keep to 2.5 times the pass too. With BEFORE, another build of ims, both
# are timed in turn; only this one is judged.
# Usage: run.sh IMS GENERATE BARE_PASS FOLDER [SIZES [GENERATE_NEEDS [BEFORE]]]; needs hyperfine, GNU time and awk. A size is
# a number of records, `overdue`, `chain` or `dense`. REPORTS=0 leaves the reports out, which are timed up to 10,000 records.
set -eu
ims=$1 generate=$2 bare=$3 folder=$4
sizes=${5:-1000 10000 100000 overdue${6:+ chain dense}}
needs=${6:-}
before=${7:-}
runs=${RUNS:-5}
reports=${REPORTS:-1}
command -v hyperfine >/dev/null || { echo "bench: hyperfine is missing" >&2; exit 2; }
[ -x /usr/bin/time ] || { echo "bench: GNU time is missing" >&2; exit 2; }
mkdir -p "$folder/nothing"
"$bare" libyaml "$folder/nothing" >/dev/null 2>&1 || { echo "bench: ims_bare_pass was built without libyaml" >&2; exit 2; }

day_of() { if [ "$1" = overdue ]; then echo 2028-06-01; else echo 2026-06-01; fi; }

# What is timed of a folder: a name and a command a line.
commands_of() {  # SIZE DATA
  day=$(day_of "$1")
  printf '%s\n' "read|$bare read $2" "libyaml|$bare libyaml $2" "yaml-cpp|$bare yaml-cpp $2"
  for build in "" ${before:+before}; do
    program=$ims
    [ -z "$build" ] || program=$before
    printf '%s\n' "one$build|$program check --format jsonl=/dev/null --today $day --jobs 1 $2" \
      "two$build|$program check --format jsonl=/dev/null --today $day --jobs 2 $2" \
      "json$build|$program check --format json=/dev/null --today $day --jobs 2 $2" \
      "summary$build|$program check --summary --today $day --jobs 2 $2"
    case $1 in
      1000 | 10000)
        [ "$reports" = 0 ] || printf '%s\n' "gaps$build|$program report gaps -o $folder/gaps.md --today $day -q $2" \
          "all$build|$program report all -o $folder/pages --format html --today $day -q $2" ;;
    esac
  done
}

# The most memory of a run, in KB.
peak_of() { /usr/bin/time -f %M "$1" check --format jsonl=/dev/null --today "$2" --jobs 1 "$3" 2>&1 >/dev/null | tail -n 1; }

results=$folder/bench.tsv
: >"$results"
for size in $sizes; do
  data=$folder/data-$size
  [ "$size" != overdue ] || data=$folder/data-10000
  if [ ! -d "$data" ]; then
    case $size in
      chain) "$needs" chain 10000 "$data" ;;
      dense) "$needs" dense 2000 "$data" ;;
      overdue) "$generate" 10000 "$data" ;;
      *) "$generate" "$size" "$data" ;;
    esac
  fi
  count=$(find "$data" -name '*.yaml' | wc -l)
  bytes=$(find "$data" -name '*.yaml' -printf '%s\n' | awk '{sum += $1} END {printf "%d", sum}')
  csv=$folder/bench-$size.csv
  # In turn, round by round, so that a machine that slows down slows all of them; the fastest of each counts.
  : >"$csv"
  round=0
  while [ "$round" -lt "$runs" ]; do
    commands_of "$size" "$data" | while IFS='|' read -r name command; do
      hyperfine --shell=none --style=none --warmup 0 --runs 1 --ignore-failure --prepare "rm -rf $folder/pages" \
        --export-csv "$csv.one" -n "$name" "$command" >/dev/null 2>&1
      tail -n +2 "$csv.one" >>"$csv"
    done
    round=$((round + 1))
  done
  peak=$(peak_of "$ims" "$(day_of "$size")" "$data")
  peak_before=
  [ -z "$before" ] || peak_before=$(peak_of "$before" "$(day_of "$size")" "$data")
  awk -F, -v size="$size" -v count="$count" -v peak="$peak" -v peak_before="$peak_before" -v bytes="$bytes" \
    -v results="$results" '
    {if (!($1 in best) || $2 < best[$1]) best[$1] = $2}
    function seconds(name) {return (name in best) ? sprintf("%.3f", best[name]) : "–"}
    function row(says, name) {
      if (!(name in best)) return
      printf "| %s | %s | %.2f |", says, seconds(name), best[name] / best["libyaml"]
      if (peak_before != "") printf (name "before") in best ? " %s | %.2f |" : " | |", seconds(name "before"), best[name "before"] / best["libyaml"]
      printf "\n"
    }
    function beyond(kilobytes) {return (kilobytes * 1024 - bytes) / count / 1024}
    END {
      printf "\n**%s**: %d files, %.1f MB\n\n", size, count, bytes / 1e6
      printf "| | s | : libyaml |%s\n", peak_before == "" ? "" : " before (s) | : libyaml |"
      printf "|---|--:|--:|%s\n", peak_before == "" ? "" : "--:|--:|"
      row("bytes alone", "read"); row("libyaml", "libyaml"); row("yaml-cpp", "yaml-cpp")
      row("`check`, jsonl, one job", "one"); row("`check`, jsonl, two", "two"); row("`check`, json, two", "json")
      row("`check --summary`, two", "summary"); row("`report gaps`", "gaps"); row("`report all`, HTML", "all")
      printf "\nTwo jobs are %.2f times as fast as one", best["one"] / best["two"]
      if (peak_before != "") printf " (before: %.2f)", best["onebefore"] / best["twobefore"]
      printf "; %.1f MB at most, %.2f KB a record beyond the bytes", peak / 1024, beyond(peak)
      if (peak_before != "") printf " (before: %.1f MB, %.2f KB)", peak_before / 1024, beyond(peak_before)
      printf ".\n"
      printf "%s %f %f %f\n", size, best["one"] / best["libyaml"], beyond(peak), best["one"] / best["two"] >>results
    }' "$csv"
done
awk -v processors="$(nproc)" '
  {ratio[$1] = $2; memory[$1] = $3; faster[$1] = $4}
  function missed(what) {print "missed: " what; bad = 1}
  END {
    for (size in ratio) {
      if (size ~ /^(10000|overdue|chain|dense)$/ && ratio[size] > 2.5) missed("more than 2.5 times libyaml (" size ")")
      if (size !~ /^[0-9]+$/ || size + 0 < 10000) continue
      if (memory[size] > 3) missed("more than 3 KB a record at " size " records")
      if (processors >= 2 && faster[size] < 1.6) missed("two jobs are not 1.6 times as fast as one at " size " records")
    }
    if ((10000 in ratio) && (100000 in ratio) && ratio[100000] > 1.2 * ratio[10000])
      missed("the ratio grows from 10,000 to 100,000 records by more than 1.2")
    exit bad
  }' "$results"
