#!/bin/sh
# How the time of `ims check`, or of `ims report all`, grows with a folder in which one thing grows: at n, 2n and 4n, in one
# run, as a table in Markdown. Fails where 4n takes more than 6 times as long as n, and n at least 50 ms: what takes less is
# mostly the start of the program, and is told without a ratio. With BEFORE, another build of ims, both are timed in turn;
# only this one is judged. What takes longer than 60 s is stopped; a refusal counts as a run.
# Usage: growth.sh IMS GENERATE_GROWTH FOLDER [CASES [BEFORE [GENERATE]]]; needs hyperfine and awk. A case is a name that
# GENERATE_GROWTH tells, or `ordinary`: folders of GENERATE. A case may be said with its n: `alias:475`.
set -eu
ims=$1 growth=$2 folder=$3
before=${5:-}
ordinary=${6:-}
cases=${4:-$("$growth" | cut -f 1) ${ordinary:+ordinary}}
runs=${RUNS:-3}
limit=${LIMIT:-60}
command -v hyperfine >/dev/null || { echo "bench: hyperfine is missing" >&2; exit 2; }
mkdir -p "$folder"

# The command that is timed for a case and a folder, of one build.
command_of() {  # IMS RUN DATA
  case $2 in
    report) echo "timeout $limit $1 report all $3 -o $folder/pages --format html --today 2026-06-01 -q" ;;
    *) echo "timeout $limit $1 check --format jsonl=/dev/null --today 2026-06-01 --jobs 1 $3" ;;
  esac
}

# The fastest of a few runs of each build, in turn, in milliseconds, as `now before`.
fastest() {  # RUN DATA
  rm -f "$folder/growth.csv" "$folder/growth-before.csv"
  round=0
  while [ "$round" -lt "$runs" ]; do
    for build in "$ims" ${before:+"$before"}; do
      csv=$folder/growth.csv
      [ "$build" = "$ims" ] || csv=$folder/growth-before.csv
      # What took its time once is not waited for again.
      if [ -f "$csv" ] && awk -F, -v limit="$limit" '$2 > limit / 4 {long = 1} END {exit !long}' "$csv"; then continue; fi
      hyperfine --shell=none --style=none --warmup 0 --runs 1 --ignore-failure --prepare "rm -rf $folder/pages" \
        --export-csv "$csv.one" -n x "$(command_of "$build" "$1" "$2")" >/dev/null 2>&1
      tail -n +2 "$csv.one" >>"$csv"
    done
    round=$((round + 1))
  done
  for csv in "$folder/growth.csv" ${before:+"$folder/growth-before.csv"}; do
    awk -F, '{if (best == "" || $2 < best) best = $2} END {printf "%.1f ", best * 1000}' "$csv"
  done
}

results=$folder/growth.tsv
: >"$results"
echo "| case | n | n (ms) | 2n (ms) | 4n (ms) | 4n : n |${before:+ before: n (ms) | 2n (ms) | 4n (ms) | 4n : n |}"
echo "|---|--:|--:|--:|--:|--:|${before:+--:|--:|--:|--:|}"
for each in $cases; do
  name=${each%%:*}
  if [ "$name" = ordinary ]; then
    size=1000 run=report
  else
    line=$("$growth" | awk -F '\t' -v name="$name" '$1 == name')
    [ -n "$line" ] || { echo "bench: there is no case $name" >&2; exit 2; }
    size=$(echo "$line" | cut -f 2)
    run=$(echo "$line" | cut -f 3)
  fi
  [ "$name" = "$each" ] || size=${each#*:}
  measured=
  for factor in 1 2 4; do
    count=$((size * factor))
    data=$folder/growth-$name-$count
    if [ ! -d "$data" ]; then
      if [ "$name" = ordinary ]; then "$ordinary" "$count" "$data"; else "$growth" "$name" "$count" "$data"; fi
    fi
    measured="$measured $(fastest "$run" "$data")"
  done
  echo "$name $size $measured" | awk -v results="$results" -v limit="$limit" -v both="${before:+1}" '
    function shown(time) {return time >= limit * 1000 ? "> " limit " s" : time}
    function ratio(first, last) {
      if (first < 50) return "–"
      return (last >= limit * 1000 ? "> " : "") sprintf("%.1f", last / first)
    }
    {
      step = both ? 2 : 1
      line = "| " $1 " | " $2
      for (build = 0; build < step; ++build) {
        n = $(3 + build); twice = $(3 + step + build); four = $(3 + 2 * step + build)
        line = line " | " shown(n) " | " shown(twice) " | " shown(four) " | " ratio(n, four)
        if (build == 0) print $1, n, four >>results
      }
      print line " |"
    }'
done
awk '$2 >= 50 && $3 > 6 * $2 {print "missed: " $1 " takes " $3 / $2 " times as long with four times as much"; bad = 1} END {exit bad}' "$results"
