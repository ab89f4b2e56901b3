#!/usr/bin/env bash
# run.sh: what `./dev run` does once everything is built.
set -euo pipefail
listen=${API_LISTEN:-127.0.0.1:8080}
key=.dev/admin.key

stop_all() {
	trap - EXIT INT TERM
	if [ -n "${server:-}" ] && kill -TERM "$server" 2>/dev/null; then
		wait "$server" || true
	fi
	[ -n "${own:-}" ] && scripts/cluster.sh stop
	exit "${status:-0}"
}
trap stop_all EXIT
trap 'status=0; stop_all' INT TERM

if [ -z "${DATABASE_URL:-}" ]; then
	own=1
	scripts/cluster.sh start
	DATABASE_URL=$(scripts/cluster.sh url)
	export DATABASE_URL
fi
[ -s .dev/secret_key ] || (umask 077 && head -c 32 /dev/urandom | base64 >.dev/secret_key)
[ -n "${API_SECRET_KEY:-}" ] || export API_SECRET_KEY_FILE=${API_SECRET_KEY_FILE:-.dev/secret_key}
export API_RATE_LIMIT=${API_RATE_LIMIT:-0} API_ADDRESS_LIMIT=${API_ADDRESS_LIMIT:-0} API_LAME_DUCK=${API_LAME_DUCK:-0s} API_LISTEN=$listen

build/server/api-server migrate >.dev/migrate.log 2>&1 || {
	cat .dev/migrate.log >&2
	exit 1
}
# The server keeps only a hash of the key, so a key file that belongs to another database is replaced.
known() {
	[ -s "$key" ] && [ "$(cat .dev/admin.database 2>/dev/null)" = "$DATABASE_URL" ]
}
if ! known; then
	(umask 077 && build/server/api-server create-admin --username admin --key-file "$key" >/dev/null)
	(umask 077 && printf '%s\n' "$DATABASE_URL" >.dev/admin.database)
fi

build/server/api-server serve >.dev/server.log 2>&1 &
server=$!
for _ in $(seq 100); do
	curl -fs "http://$listen/readyz" >/dev/null 2>&1 && break
	kill -0 "$server" 2>/dev/null || {
		tail -n 5 .dev/server.log >&2
		server=
		status=1
		exit 1
	}
	sleep 0.05
done

cat <<END
ready on http://$listen   (log: .dev/server.log, key: $key, stop: Ctrl-C)

curl:    curl -H "X-API-Key: \$(cat $key)" http://$listen/v1/users/me
calctl:  LIBAPI_URL=http://$listen LIBAPI_KEY=\$(cat $key) build/cli/calctl user get me
C:       cc examples/01_first.c -Iinclude -Lbuild/libapi -Wl,-rpath,\$PWD/build/libapi -lapi -o .dev/first && LIBAPI_URL=http://$listen LIBAPI_KEY=\$(cat $key) .dev/first
END
wait "$server" || status=$?
server=
