#!/usr/bin/env bash
# fuzz.sh [SECONDS]: the long runs. schemathesis over the whole contract with three seeds, then libFuzzer on
# the JSON reader, the answers of a server, zones and rules, each for SECONDS (60).
set -euo pipefail
tests/system/with_server.sh build/server/api-server /usr/bin/python3 tests/system/contract_kept.py 200 1 2 3
mkdir -p .dev/fuzz/json.corpus .dev/fuzz/tzif.corpus
clang -g -O1 -fsanitize=fuzzer,address,undefined -D_GNU_SOURCE -I. -Ibuild/generator tests/fuzz/json.c \
	libapi/wire/*.c build/generator/schemas.c build/generator/operations.c -lm -o .dev/fuzz/json
.dev/fuzz/json -max_total_time="${1:-60}" -print_final_stats=1 .dev/fuzz/json.corpus
clang -g -O1 -fsanitize=fuzzer,address,undefined -D_GNU_SOURCE -I. tests/fuzz/tzif.c server/domain/zone*.c \
	libapi/wire/civil.c -o .dev/fuzz/tzif
.dev/fuzz/tzif -max_total_time="${1:-60}" -print_final_stats=1 .dev/fuzz/tzif.corpus
clang -g -O1 -fsanitize=fuzzer,address,undefined -D_GNU_SOURCE -I. tests/fuzz/rrule.c server/domain/rrule_[!z]*.c \
	libapi/wire/time.c libapi/wire/civil.c -o .dev/fuzz/rrule
clang -g -O1 -fsanitize=fuzzer,address,undefined -D_GNU_SOURCE -I. -Iinclude -Ibuild/generator tests/fuzz/answer.c \
	libapi/error*.c libapi/problem.c libapi/response.c libapi/retry.c libapi/text.c libapi/wire/*.c \
	build/generator/schemas.c build/generator/operations.c -lcurl -lm -o .dev/fuzz/answer
mkdir -p .dev/fuzz/answer.corpus
.dev/fuzz/answer -max_total_time="${1:-60}" -dict=tests/fuzz/answer.dict .dev/fuzz/answer.corpus
mkdir -p .dev/fuzz/rrule.corpus
.dev/fuzz/rrule -max_total_time="${1:-60}" -max_len=520 -dict=tests/fuzz/rrule.dict .dev/fuzz/rrule.corpus
clang -g -O1 -fsanitize=fuzzer,address,undefined -D_GNU_SOURCE -I. -Ibuild/generator tests/fuzz/ics.c \
	server/domain/ics_*.c server/domain/zone*.c server/domain/rrule*.c server/domain/series_*.c server/domain/slot_set.c \
	server/domain/occurrence*.c server/domain/ids.c server/domain/uuid.c libapi/wire/*.c build/generator/schemas.c \
	build/generator/operations.c -ljson-c -lcrypto -o .dev/fuzz/ics
mkdir -p .dev/fuzz/ics.corpus
.dev/fuzz/ics -max_total_time="${1:-60}" -max_len=4096 .dev/fuzz/ics.corpus tests/ics
