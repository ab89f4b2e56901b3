#!/usr/bin/env bash
# What clients send, under libFuzzer with ASan and UBSan: JSON, path, query, cursor, time, rrule, iCalendar, key. A run
# adds to those before (tests/fuzz/minutes.tsv); the promise is ten minutes each without a finding.
#   12_fuzzed_input.sh [short]     600 seconds less what was fuzzed already, at most 120 a target and run; short: 5
set -uo pipefail
cd "$(dirname "$(readlink -f "$0")")/../.." || exit
targets=(json path query cursor time rrule ics key)
wanted=600 most=120
[ "${1:-}" != short ] || { wanted=0 && most=5; }
done_so_far() {
	awk -v target="$1" '$1 == target { sum += $2 * 60 } END { print int(sum) }' tests/fuzz/minutes.tsv
}
status=0
for target in "${targets[@]}"; do
	left=$((wanted - $(done_so_far "$target")))
	[ "${1:-}" != short ] || left=$most
	[ "$left" -le 0 ] || scripts/fuzz.sh "$target" "$((left > most ? most : left))" || status=1
done
sums=$(for target in "${targets[@]}"; do printf '%s %s, ' "$target" "$(done_so_far "$target")"; done)
findings=$(find .dev/fuzz -path '*.found/*' -type f | wc -l)
least=$(for target in "${targets[@]}"; do done_so_far "$target"; done | sort -n | head -n 1)
echo "FIGURE ${sums%, } s; $findings findings | ≥ $wanted s each, 0 findings"
[ "$status" = 0 ] && [ "$findings" = 0 ] && [ "$least" -ge "$wanted" ]
