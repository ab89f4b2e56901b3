#!/usr/bin/env bash
# cluster.sh start|stop|destroy|url [DIR]: a private PostgreSQL cluster, reached by a Unix socket only.
#
# DIR defaults to .dev/pg. PostgreSQL refuses to run as root, and the user postgres cannot enter root's home: as
# root the cluster lives under /var/tmp and DIR becomes a link to it. CLUSTER_FAST=1 turns fsync off (tests).
set -euo pipefail
bin=/usr/lib/postgresql/15/bin
action=${1:?usage: cluster.sh start|stop|destroy|url [DIR]}
dir=$(realpath -ms "${2:-.dev/pg}")

as_owner() {
	if [ "$(id -u)" = 0 ]; then
		(cd / && runuser -u postgres -- "$@")
	else
		"$@"
	fi
}

# Where the cluster really lies. Short: a socket path has at most 107 bytes.
home() {
	if [ "$(id -u)" = 0 ]; then
		echo "/var/tmp/libapi-$(printf %s "$dir" | sha256sum | cut -c1-12)"
	else
		printf '%s' "$dir" | awk '{ if (length($0) > 80) exit 1 }' && echo "$dir" ||
			echo "${TMPDIR:-/tmp}/libapi-$(printf %s "$dir" | sha256sum | cut -c1-12)"
	fi
}
home=$(home)

make_cluster() {
	local fast=()
	mkdir -p "$home" "$(dirname "$dir")"
	[ "$home" = "$dir" ] || ln -sfn "$home" "$dir"
	if [ "$(id -u)" = 0 ]; then
		chown postgres "$home"
	fi
	chmod 700 "$home"
	as_owner "$bin/initdb" -D "$home/data" -U api -A trust -E UTF8 --locale=C.UTF-8 --no-instructions \
		${CLUSTER_FAST:+--no-sync} >/dev/null
	as_owner mkdir -p "$home/s"
	as_owner chmod 700 "$home/s"
	[ -z "${CLUSTER_FAST:-}" ] || fast=("fsync = off" "synchronous_commit = off" "full_page_writes = off")
	printf '%s\n' "listen_addresses = ''" "unix_socket_directories = '$home/s'" "max_connections = 100" \
		"shared_buffers = 256MB" "log_line_prefix = '%m '" "logging_collector = off" "${fast[@]}" |
		as_owner tee -a "$home/data/postgresql.conf" >/dev/null
}

start() {
	[ -f "$home/data/PG_VERSION" ] || make_cluster
	if ! as_owner "$bin/pg_ctl" -D "$home/data" status >/dev/null; then
		as_owner "$bin/pg_ctl" -D "$home/data" -l "$home/log" -w -t 30 start >/dev/null || {
			tail -n 20 "$home/log" >&2
			exit 1
		}
	fi
	psql -qAt -h "$home/s" -U api -d postgres -c "SELECT 1 FROM pg_database WHERE datname = 'api'" | grep -q 1 ||
		psql -qAt -h "$home/s" -U api -d postgres -c "CREATE DATABASE api"
}

stop() {
	[ -f "$home/data/PG_VERSION" ] || return 0
	as_owner "$bin/pg_ctl" -D "$home/data" -m "${CLUSTER_STOP:-fast}" -w stop >/dev/null 2>&1 || true
}

case "$action" in
start) start ;;
stop) stop ;;
destroy)
	stop
	rm -rf "$home" "$dir"
	;;
url) echo "postgresql:///api?host=$home/s&user=api" ;;
data) echo "$home/data" ;;
*) exit 64 ;;
esac
