#!/usr/bin/env bash
# fuzz.sh [SECONDS] [TARGET…]: the long runs. Without a TARGET first schemathesis over the whole contract with three
# seeds, then each target of tests/fuzz under libFuzzer for SECONDS (60).
#
# How long each was fuzzed adds up in .dev/fuzz/seconds.tsv (target, seconds, inputs, commit), and its corpus in
# .dev/fuzz/TARGET.corpus is gone on from.
set -euo pipefail
# shellcheck source=scripts/lib.sh
. scripts/lib.sh
seconds=${1:-60}
shift || true

wire="libapi/wire/*.c build/generator/schemas.c build/generator/operations.c -Ibuild/generator -lm"
domain="server/domain/ics_*.c server/domain/zone*.c server/domain/rrule*.c server/domain/series_*.c server/domain/slot_set.c
	server/domain/occurrence*.c server/domain/ids.c server/domain/uuid.c"
# The server's own objects, with libFuzzer's counters in them.
server="-Ibuild-fuzz/generator -Wl,--start-group build-fuzz/server/libserver.a build-fuzz/libapi/wire/libwire.a -Wl,--end-group
	-lh2o-evloop -lssl -lcrypto -lpq -lcurl -ljson-c -lpthread -lm -I/usr/include/postgresql"

# What a target is made of, and how it is run.
sources_of() {
	case $1 in
	json) echo "$wire" ;;
	tzif) echo server/domain/zone*.c libapi/wire/civil.c ;;
	rrule) echo server/domain/rrule_[!z]*.c libapi/wire/time.c libapi/wire/civil.c ;;
	answer) echo "-Iinclude libapi/error*.c libapi/problem.c libapi/response.c libapi/retry.c libapi/text.c $wire -lcurl" ;;
	ics) echo "$domain $wire -ljson-c -lcrypto" ;;
	time) echo libapi/wire/time.c libapi/wire/civil.c ;;
	path | query) echo "tests/unit/server/flow/rig.c $server" ;;
	cursor | key) echo "$server" ;;
	esac
}
options_of() {
	case $1 in
	ics) echo "-max_len=4096 .dev/fuzz/ics.corpus tests/ics" ;;
	rrule) echo "-max_len=520 -dict=tests/fuzz/rrule.dict .dev/fuzz/rrule.corpus" ;;
	answer) echo "-dict=tests/fuzz/answer.dict .dev/fuzz/answer.corpus" ;;
	path | query | key | cursor | time) echo "-max_len=1500 -dict=tests/fuzz/request.dict .dev/fuzz/$1.corpus" ;;
	*) echo ".dev/fuzz/$1.corpus" ;;
	esac
}

fuzz() {
	local target=$1 log=.dev/fuzz/$1.log began=$SECONDS status=0
	mkdir -p ".dev/fuzz/$target.corpus"
	# shellcheck disable=SC2046 # several words
	clang -g -O1 -fsanitize=fuzzer,address,undefined -D_GNU_SOURCE -DH2O_USE_LIBUV=0 -I. "tests/fuzz/$target.c" \
		$(sources_of "$target") -o ".dev/fuzz/$target"
	# shellcheck disable=SC2046
	.dev/fuzz/"$target" -max_total_time="$seconds" -print_final_stats=1 -artifact_prefix=".dev/fuzz/$target-" $(options_of "$target") \
		>"$log" 2>&1 || status=$?
	printf '%s\t%d\t%s\t%s\n' "$target" "$((SECONDS - began))" \
		"$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")" "$(git rev-parse --short HEAD)" >>.dev/fuzz/seconds.tsv
	tail -n 1 .dev/fuzz/seconds.tsv
	[ "$status" = 0 ] || { tail -n 40 "$log" >&2 && return 1; }
}

targets=("$@")
if [ $# = 0 ]; then
	tests/system/with_server.sh build/server/api-server /usr/bin/python3 tests/system/contract_kept.py 200 1 2 3
	targets=(json tzif answer rrule ics path query cursor time key)
fi
if [[ " ${targets[*]} " =~ \ (path|query|cursor|key)\  ]]; then
	CC=clang BUILD_TARGETS="server/libserver.a libapi/wire/libwire.a" build build-fuzz -Db_sanitize=address,undefined -Db_lundef=false \
		-Dc_args=-fsanitize=fuzzer-no-link
fi
for target in "${targets[@]}"; do
	fuzz "$target"
done
