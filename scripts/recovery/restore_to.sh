#!/usr/bin/env bash
# restore_to.sh BASE ARCHIVE TIME NEW: a new data directory NEW as the database was at TIME, from the base backup in the
# folder BASE and the WAL segments in the folder ARCHIVE; neither is changed. It is left stopped.
#
# TIME is RFC 3339 with an offset. When the WAL does not reach TIME this fails rather than stop early, and NEW must not
# exist: nothing is written over what may still be needed. Run as root it works as the user postgres.
set -euo pipefail
bin=${PG_BIN:-/usr/lib/postgresql/15/bin}
[ $# = 4 ] || {
	echo "usage: restore_to.sh BASE ARCHIVE TIME NEW" >&2
	exit 64
}
base=$(realpath "$1") archive=$(realpath "$2") time=$3 new=$(realpath -m "$4")

fail() {
	echo "restore_to.sh: $*" >&2
	exit 1
}

as_owner() {
	if [ "$(id -u)" = 0 ]; then
		(cd / && runuser -u postgres -- "$@")
	else
		"$@"
	fi
}

[ -f "$base/backup_label" ] || fail "$base is no base backup: it has no backup_label"
[ -d "$archive" ] || fail "no folder $archive"
[[ $time =~ ^[0-9]{4}-[0-9]{2}-[0-9]{2}[T\ ][0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?(Z|[+-][0-9]{2}:?[0-9]{2})$ ]] ||
	fail "time '$time': RFC 3339 with an offset, such as 2026-11-23T15:04:05+00:00"
[ ! -e "$new" ] || fail "$new exists; nothing is written over it"

as_owner cp -a "$base" "$new"
as_owner chmod 700 "$new"
as_owner tee -a "$new/postgresql.auto.conf" >/dev/null <<-END_OF_SETTINGS
	archive_mode = off
	restore_command = 'cp "$archive/%f" "%p"'
	recovery_target_time = '$time'
	recovery_target_inclusive = on
	recovery_target_action = promote
END_OF_SETTINGS
as_owner touch "$new/recovery.signal"

# Alone, on a socket of its own, until it is what was asked for; then stopped, without the settings of the recovery.
socket=$(as_owner mktemp -d /tmp/libapi-restore-XXXXXX)
trap 'as_owner "$bin/pg_ctl" -D "$new" -m immediate stop >/dev/null 2>&1 || true; rm -rf "$socket"' EXIT
as_owner "$bin/pg_ctl" -D "$new" -l "$new/restore.log" -w -t "${RESTORE_SECONDS:-86400}" \
	-o "-c listen_addresses= -c unix_socket_directories=$socket" start >/dev/null ||
	fail "it did not reach $time: $(grep -E 'FATAL|PANIC' "$new/restore.log" | tail -n 1)"
for ((i = 0; i < ${RESTORE_SECONDS:-86400}; i++)); do
	[ -f "$new/recovery.signal" ] || break
	as_owner "$bin/pg_ctl" -D "$new" status >/dev/null ||
		fail "it did not reach $time: $(grep -E 'FATAL|PANIC' "$new/restore.log" | tail -n 1)"
	sleep 1
done
[ ! -f "$new/recovery.signal" ] || fail "it did not reach $time in time; see $new/restore.log"
as_owner "$bin/pg_ctl" -D "$new" -m fast -w stop >/dev/null
as_owner sed -i '/^restore_command\|^recovery_target/d' "$new/postgresql.auto.conf"
sed -nE 's/.*LOG: +(last completed transaction was at log time .*)/\1/p' "$new/restore.log" | tail -n 1
