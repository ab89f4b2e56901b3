#!/usr/bin/env bash
# smoke.sh URL: the service at URL is ready, says this VERSION (or SMOKE_VERSION; "any") and refuses a request without a
# key. Changes nothing. It asks /health: the balancer passes /readyz on to nobody.
set -euo pipefail
# shellcheck source=scripts/ci/lib.sh
. "$(dirname "$0")/lib.sh"
[ $# = 1 ] || usage "smoke.sh URL"
SMOKE_SECONDS=${SMOKE_SECONDS:-60}
want=${SMOKE_VERSION:-$(tr -d '[:space:]' <VERSION)}

end=$((SECONDS + SMOKE_SECONDS))
until health=$(curl -fsS -m 10 "$1/health" 2>&1); do
	[ "$SECONDS" -lt "$end" ] || fail "$1 is not ready after $SMOKE_SECONDS s: $health"
	sleep 1
done
version=$(curl -fsS -m 10 "$1/version" | jq -er .version) || fail "$1/version does not answer"
[ "$want" = any ] || [ "$version" = "$want" ] || fail "$1 is version $version, wanted $want"
status=$(curl -sS -m 10 -o /dev/null -w '%{http_code}' "$1/v1/users/me") || fail "$1/v1/users/me does not answer"
[ "$status" = 401 ] || fail "$1/v1/users/me without a key: $status, wanted 401"
say "$1: version $version, ready, asks for a key"
