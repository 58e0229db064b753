#!/bin/sh
# run.sh FUZZER TARGET BUILD: lets libFuzzer try inputs for IMS_FUZZ_SECONDS, a minute if that is not set, beginning with
# corpus/ and found/; the same ones again where IMS_FUZZ_SEED is a number, else others each time. What it finds goes to BUILD/found/TARGET/ and fails, with the command that repeats it.
set -eu
fuzzer=$1 target=$2 build=$3
here=$(cd "$(dirname "$0")" && pwd)
seconds=${IMS_FUZZ_SECONDS:-60}
found=$build/found/$target
grown=$build/corpus/$target # what it learnt, for the next run on this machine
mkdir -p "$found" "$grown"
log=$build/fuzz-$target.log
words=$build/fuzz-$target.dict
cat "$here/yaml.dict" >"$words"
[ ! -f "$here/$target.dict" ] || cat "$here/$target.dict" >>"$words"

seed=${IMS_FUZZ_SEED:-0} # 0: libFuzzer takes one of its own
set -- "$grown" "$found" "$here/corpus/$target"
[ ! -d "$here/found/$target" ] || set -- "$@" "$here/found/$target"
code=0
# An input that takes five minutes hangs, on however busy a machine: what is usual takes a thousandth of a second.
"$fuzzer" -max_total_time="$seconds" -seed="$seed" -max_len=4096 -timeout=300 -report_slow_units=300 -rss_limit_mb=2048 -print_final_stats=1 \
    -dict="$words" -artifact_prefix="$found/" "$@" >"$log" 2>&1 || code=$?
tried=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
if [ "$code" -eq 0 ] && [ "${tried:-0}" -gt 0 ]; then
    echo "$target: $tried inputs in $seconds seconds, and nothing found"
    exit 0
fi
# Its last words, without the state of its memory.
grep -v '^MS: \|^stat::\|^0x' "$log" | tail -n 60
input=$(sed -n 's/.*Test unit written to //p' "$log" | tail -n 1)
if [ -z "$input" ]; then
    echo "$target: the fuzzer did not run; all that it said: $log"
    exit 1
fi
echo
echo "$target: found an input for which this does not hold; to repeat it:"
echo "    $fuzzer $input"
echo "Once it is mended, the input belongs into tests/fuzz/found/$target/, under a name that says what it is."
exit 1
