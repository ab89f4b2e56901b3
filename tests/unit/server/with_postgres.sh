#!/bin/sh
# with_postgres.sh COMMAND…: run a command with a private PostgreSQL cluster, then remove the cluster.
#
# DATABASE_URL names it (a Unix socket only, no TCP), PG_DATA and PG_CTL are for tests that stop and start it:
# `$PG_CTL stop -m fast`, `$PG_CTL start`. PostgreSQL refuses root, and the user postgres cannot enter root's
# home, so the cluster lives under /var/tmp; the socket's path must stay under 107 bytes.
set -eu

bin=${PG_BIN:-$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)}
if [ ! -x "$bin/initdb" ]; then
	echo "skipped: no PostgreSQL server installed (postgresql-15)" >&2
	exit 77
fi
home=$(mktemp -d /var/tmp/api-pg.XXXXXX)
PG_DATA=$home/data
if [ "$(id -u)" = 0 ]; then
	chown postgres "$home"
	as="runuser -u postgres --"
else
	as=
fi
log=$home/log

finish() {
	$as "$bin/pg_ctl" -D "$PG_DATA" -m immediate stop >/dev/null 2>&1 || true
	rm -rf "$home"
}
trap finish EXIT
trap 'exit 143' INT TERM HUP

cd "$home"
$as "$bin/initdb" -D "$PG_DATA" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync >"$home/initdb.log" 2>&1 || {
	cat "$home/initdb.log" >&2
	exit 1
}
cat >>"$PG_DATA/postgresql.conf" <<CONF
listen_addresses = ''
unix_socket_directories = '$home'
fsync = ${PG_FSYNC:-off}
max_connections = ${PG_CONNECTIONS:-100}
shared_buffers = 64MB
log_min_messages = warning
timezone = UTC
CONF
PG_CTL="$as $bin/pg_ctl -D $PG_DATA -w -s -l $log"
export PG_DATA PG_CTL
$PG_CTL start || {
	cat "$log" >&2
	exit 1
}
DATABASE_URL="host=$home user=postgres dbname=postgres"
export DATABASE_URL
cd - >/dev/null
status=0
"$@" || status=$?
exit "$status"
