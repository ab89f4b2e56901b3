#!/usr/bin/env bash
# fuzz.sh [NAME…] [SECONDS]: the long runs, each for SECONDS (60): libFuzzer over one reader, or schemathesis over the
# whole contract with three seeds ("contract"). Without a name all of them.
#
# What was run is added up in tests/fuzz/minutes.tsv; an input that a reader fell over stays in .dev/fuzz/NAME.found/,
# and is run first the next time.
set -euo pipefail
# shellcheck source=scripts/lib.sh
. scripts/lib.sh

wire="libapi/wire/*.c build/generator/schemas.c build/generator/operations.c"
client="libapi/error*.c libapi/problem.c libapi/response.c libapi/retry.c libapi/text.c"
dates="server/domain/zone*.c server/domain/rrule*.c server/domain/series_*.c server/domain/slot_set.c
	server/domain/occurrence*.c server/domain/ids.c server/domain/random.c server/domain/uuid.c"
# The server's own objects, with libFuzzer's counters in them.
server="-Ibuild-fuzz/generator -Wl,--start-group build-fuzz/server/libserver.a build-fuzz/libapi/wire/libwire.a -Wl,--end-group
	-lh2o-evloop -lssl -lcrypto -lpq -lcurl -ljson-c -lpthread -lm -I/usr/include/postgresql"
names="contract json decode problem head tzif rrule ics time path query cursor key"

# What a target is made of, beside tests/fuzz/NAME.c, and what libFuzzer is told.
parts_of() {
	case "$1" in
	json) echo "$wire -lm" ;;
	decode) echo "$wire -lm" ;;
	problem | head) echo "$client $wire -lcurl -lm" ;;
	tzif) echo "server/domain/zone*.c libapi/wire/civil.c" ;;
	rrule) echo "server/domain/rrule_[!z]*.c libapi/wire/time.c libapi/wire/civil.c" ;;
	ics) echo "server/domain/ics_*.c $dates $wire -ljson-c -lcrypto" ;;
	time) echo "libapi/wire/time.c libapi/wire/civil.c" ;;
	path | query) echo "tests/unit/server/flow/rig.c $server" ;;
	cursor | key) echo "$server" ;;
	esac
}

options_of() {
	case "$1" in
	decode | problem | head) echo "-dict=tests/fuzz/answers.dict -max_len=8192" ;;
	rrule) echo "-dict=tests/fuzz/rrule.dict -max_len=520" ;;
	ics) echo "-max_len=4096" ;;
	path | query | key | cursor | time) echo "-max_len=1500 -dict=tests/fuzz/request.dict" ;;
	esac
}

# add_up NAME SECONDS RUNS: the row of NAME, with these on top.
add_up() {
	local kept=tests/fuzz/minutes.tsv
	awk -F'\t' -v OFS='\t' -v name="$1" -v seconds="$2" -v runs="$3" -v day="$(date -u +%F)" '
		$1 == name { $2 += seconds / 60; $3 += runs; $4 = day; seen = 1 }
		{ print }
		END { if (!seen) print name, seconds / 60, runs, day }' "$kept" >"$kept.new"
	mv "$kept.new" "$kept"
}

fuzz() {
	local name=$1 seconds=$2 home=.dev/fuzz log runs
	log=$home/$name.log
	mkdir -p "$home/$name.corpus" "$home/$name.found"
	# shellcheck disable=SC2046 # lists of files and options, on purpose
	clang -g -O1 -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=undefined -D_GNU_SOURCE -DH2O_USE_LIBUV=0 -I. -Iinclude \
		-Ibuild/generator "tests/fuzz/$name.c" $(parts_of "$name") -o "$home/$name"
	# shellcheck disable=SC2046
	"$home/$name" -max_total_time="$seconds" -jobs=0 -print_final_stats=1 -artifact_prefix="$home/$name.found/" \
		$(options_of "$name") "$home/$name.corpus" "$home/$name.found" $([ "$name" = ics ] && echo tests/ics) \
		>"$log" 2>&1 || {
		tail -n 40 "$log" >&2
		echo "fuzz: $name fell over an input; it is in $home/$name.found/" >&2
		return 1
	}
	runs=$(awk '/number_of_executed_units/ { print $2 }' "$log")
	add_up "$name" "$seconds" "$runs"
	echo "$name: $runs inputs in $seconds s, 0 findings"
}

contract() {
	tests/system/with_server.sh build/server/api-server /usr/bin/python3 tests/system/contract_kept.py 200 1 2 3
}

seconds=60 wanted=()
for word in "$@"; do
	case " $names " in
	*" $word "*) wanted+=("$word") ;;
	*)
		[[ $word =~ ^[0-9]+$ ]] || {
			echo "fuzz.sh: no target '$word'; known are $names, and a number of seconds" >&2
			exit 64
		}
		seconds=$word
		;;
	esac
done
[ ${#wanted[@]} -gt 0 ] || read -ra wanted <<<"$names"
if [[ " ${wanted[*]} " =~ \ (path|query|cursor|key)\  ]]; then
	CC=clang BUILD_TARGETS="server/libserver.a libapi/wire/libwire.a" build build-fuzz -Db_sanitize=address,undefined -Db_lundef=false \
		-Dc_args=-fsanitize=fuzzer-no-link
fi
for name in "${wanted[@]}"; do
	if [ "$name" = contract ]; then contract; else fuzz "$name" "$seconds"; fi
done
