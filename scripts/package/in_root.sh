#!/usr/bin/env bash
# in_root.sh deb|rpm ROOT: the packages of build/package installed into a fresh Debian under ROOT, and used there: a C
# program by pkg-config, calctl, the server; then purged, which must leave the database alone. Under with_server.sh.
set -euo pipefail
cd "$(dirname "$0")/../.."
kind=$1
root=$2
version=$(tr -d '[:space:]' <VERSION)

fail() {
	echo "in_root.sh: $*" >&2
	exit 1
}

release() {
	[ -z "${server:-}" ] || kill -KILL "$server" 2>/dev/null || true
	umount "$root/run/postgresql" "$root/proc" 2>/dev/null || true
}
trap release EXIT

inside() { env -i PATH=/usr/bin:/usr/sbin:/bin:/sbin LC_ALL=C.UTF-8 HOME=/root DEBIAN_FRONTEND=noninteractive "$@"; }
at() { inside chroot "$root" "$@"; }

# The RPMs come without their dependencies: Debian's packages stand in for Fedora's.
make_root() {
	local more=gcc,libc6-dev,pkg-config
	[ "$kind" = deb ] || more+=,libcurl4-openssl-dev,libjson-c-dev,libpq5,libh2o-evloop0.13,tzdata,ca-certificates
	rm -rf "$root"
	mmdebstrap --quiet --variant=minbase --include="$more" bookworm "$root"
	cp /etc/resolv.conf "$root/etc/"
	mount -t proc proc "$root/proc"
	mkdir -p "$root/run/postgresql" "$root/tmp/packages"
	mount --bind "$(realpath "$CLUSTER_DIR")/s" "$root/run/postgresql"
}

install_deb() {
	cp build/package/deb/*.deb "$root/tmp/packages/"
	at apt-get -q update
	at sh -c 'apt-get -q install -y --no-install-recommends /tmp/packages/*.deb'
}
install_rpm() {
	rpm --root "$root" --initdb
	rpm --root "$root" --nodeps -i build/package/rpm/*[!c].x86_64.rpm
}
remove_deb() { at apt-get -q purge -y libapi1 libapi-testing1 libapi-dev calctl api-server; }
remove_rpm() { rpm --root "$root" --nodeps -e libapi libapi-devel calctl api-server; }

# Fedora's folder for libraries is not one of Debian's loader.
places=(env)
[ "$kind" = deb ] || places=(env PKG_CONFIG_PATH=/usr/lib64/pkgconfig LD_LIBRARY_PATH=/usr/lib64)
use() { at "${places[@]}" "LIBAPI_URL=$LIBAPI_URL" "LIBAPI_KEY=$LIBAPI_KEY" "$@"; }

# shellcheck disable=SC2046 # several words
compile() { use cc -Wall -Werror /tmp/app.c $(use pkg-config --cflags --libs "$@") -o /tmp/app; }

program_runs() {
	cp examples/01_first.c "$root/tmp/app.c"
	[ "$(use pkg-config --modversion libapi)" = "$version" ] || fail "pkg-config does not say $version"
	compile libapi
	use /tmp/app | grep "^Standup at 2026-12-01T09:00:00" || fail "the program does not say what it should"
	compile libapi-testing libapi
}

tools_run() {
	use calctl user get me | grep '^username  *admin' || fail "calctl does not say who it is"
	[ "$(use api-server --version)" = "api-server $version" ] || fail "api-server is another version"
	! use api-server --check-config 2>"$root/tmp/said" || fail "a server without a database finds its settings good"
	grep DATABASE_URL "$root/tmp/said" || fail "the missing setting is not named"
}

# The packaged server beside the one that with_server.sh runs, on the same database.
server_runs() {
	local port url="postgresql:///api?host=/run/postgresql&user=api"
	port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
	at "${places[@]}" "DATABASE_URL=$url" "API_LISTEN=127.0.0.1:$port" API_ADMIN_LISTEN=127.0.0.1:0 API_LAME_DUCK=0s api-server \
		>"$root/tmp/log" 2>&1 &
	server=$!
	for _ in $(seq 300); do
		curl -fs "http://127.0.0.1:$port/readyz" >/dev/null && break
		sleep 0.2
	done
	curl -fsS -H "X-API-Key: $LIBAPI_KEY" "http://127.0.0.1:$port/v1/users/me" | grep '"username":"admin"' ||
		fail "the packaged server does not answer"
	at "${places[@]}" "DATABASE_URL=$url" "API_LISTEN=127.0.0.1:$port" api-server health || fail "it does not say that it lives"
	kill -TERM "$(pgrep -P "$server")" # not the shell that waits for it
	wait "$server" || fail "it ended with $?"
	server=
}

settings_are_private() {
	[ "$(stat -c %a:%u "$root/etc/libapi/api-server.env")" = 600:0 ] || fail "others may read /etc/libapi/api-server.env"
	! ls "$root"/etc/systemd/system/*/api-server.service 2>/dev/null || fail "installing it switched it on"
}

rows() { psql -qAt "$DATABASE_URL" -c "SELECT count(*) FROM calendars"; }

make_root
"install_$kind"
settings_are_private
program_runs
tools_run
server_runs
before=$(rows)
"remove_$kind"
[ "$before" -gt 0 ] || fail "the program left no calendar"
[ "$(rows)" = "$before" ] || fail "calendars: $before before the packages went, $(rows) after"
# From inside: the project's own folder may be called libapi.
left=$(cd "$root" && find usr etc lib/ -path '*libapi*' -o -name 'api-server*' -o -name calctl)
[ -z "$left" ] || fail "left behind: $left"
echo "$kind: installed, used, removed; $before calendars are still there"
release
rm -rf "$root"
