#!/usr/bin/env bash
# staging_tests.sh: LIBAPI_URL is asked with LIBAPI_KEY as a client would: one user's calendar and event are made, read,
# changed and deleted by calctl. What it made is gone afterwards, also when it fails.
set -euo pipefail
# shellcheck source=scripts/ci/lib.sh
. "$(dirname "$0")/lib.sh"
needs LIBAPI_URL LIBAPI_KEY
calctl=${CALCTL:-build/cli/calctl}

ask() { "$calctl" "$@" --output json; }

"$(dirname "$0")/smoke.sh" "$LIBAPI_URL"
calendar=$(ask calendar create --name "staging test" --time-zone Europe/Berlin | jq -er .id) || fail "no calendar was made"
trap '"$calctl" calendar delete "$calendar" >/dev/null || say "calendar $calendar is left behind"' EXIT
event=$(ask event create "$calendar" --title "staging test" --start-time 2030-01-02T03:04:05 --end-time 2030-01-02T04:04:05 \
	--time-zone Europe/Berlin | jq -er .id) || fail "no event was made"
[ "$(ask event get "$calendar" "$event" | jq -r .title)" = "staging test" ] || fail "the event reads differently"
"$calctl" event delete "$calendar" "$event" >/dev/null || fail "the event was not deleted"
! "$calctl" event get "$calendar" "$event" >/dev/null 2>&1 || fail "the deleted event is still there"
say "$LIBAPI_URL: made, read and deleted"
