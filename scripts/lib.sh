# lib.sh: shared by dev and scripts/*.sh. Sourced, from the project's root.

# Debian packages per purpose. One list, so that CI, a newcomer and the container agree.
packages() {
	case "$1" in
	build) echo gcc libc6-dev dpkg-dev make meson ninja-build pkg-config libh2o-evloop-dev libcurl4-openssl-dev libjson-c-dev \
		libpq-dev libssl-dev python3 python3-yaml ;;
	run) echo "$(packages build) postgresql-15 postgresql-client-15 tzdata curl ca-certificates" ;;
	image) echo binutils ca-certificates openssl tzdata ;; # what its build reads
	test) echo libcunit1-dev g++ abigail-tools cmake libuv1-dev libevent-dev libglib2.0-dev luajit python3-venv clang libclang-rt-14-dev man-db procps openssl systemd wrk haproxy libnss-wrapper ;;
	lint) echo clang-format-14 clang-tidy-14 cppcheck shellcheck yamllint python3-venv ;;
	deliver) echo shellcheck yamllint jq git python3-venv ;;
	doc) echo doxygen ;;
	node) echo nodejs npm ;;
	container) echo buildah podman runc skopeo mmdebstrap minisign jq ;;
	package) echo debhelper lintian fakeroot rpm rpmlint ruby minisign mmdebstrap python3-venv ;;
	audit) echo testssl.sh ;;
	bench) echo postgresql-contrib libical-dev valgrind haproxy default-jre-headless ;;
	esac
}

as_root() {
	if [ "$(id -u)" = 0 ]; then
		"$@"
	elif command -v sudo >/dev/null; then
		sudo "$@"
	else
		echo "dev: these need root or sudo: $*" >&2
		return 1
	fi
}

# need PURPOSE…: install what is missing, and only then ask the package manager anything.
need() {
	local missing=() purpose name
	for purpose in "$@"; do
		for name in $(packages "$purpose"); do
			dpkg-query -W -f='${db:Status-Status}\n' "$name" 2>/dev/null | grep -qx installed || missing+=("$name")
		done
	done
	[ ${#missing[@]} -gt 0 ] || return 0
	echo "dev: installing ${missing[*]}"
	# Debian's postgresql-15 makes a cluster of its own on 5432 unless told not to before it is installed.
	if [[ " ${missing[*]} " == *" postgresql-15 "* ]] && [ ! -e /etc/postgresql-common/createcluster.conf ]; then
		as_root mkdir -p /etc/postgresql-common
		echo "create_main_cluster = false" | as_root tee /etc/postgresql-common/createcluster.conf >/dev/null
	fi
	as_root env DEBIAN_FRONTEND=noninteractive apt-get -q update >/dev/null
	as_root env DEBIAN_FRONTEND=noninteractive apt-get -q install -y --no-install-recommends "${missing[@]}" >/dev/null
	mkdir -p .dev && touch .dev/installed
}

# build FOLDER [meson options]: configure once, then compile (only BUILD_TARGETS, if set).
build() {
	local folder=$1
	shift
	mkdir -p .dev
	# What was installed since may be something that the build looks for.
	if [ ! -f "$folder/build.ninja" ] || [ .dev/installed -nt "$folder/build.ninja" ]; then
		[ ! -f "$folder/build.ninja" ] || set -- --reconfigure "$@"
		meson setup "$folder" "$@" >".dev/setup-$folder.log" 2>&1 || {
			cat ".dev/setup-$folder.log" >&2
			return 1
		}
	fi
	# shellcheck disable=SC2086 # several words
	ninja -C "$folder" ${BUILD_TARGETS:-} >".dev/build-$folder.log" 2>&1 || {
		# A source file came or went (scripts/listed.py): the next run configures first.
		grep -q "so build again" ".dev/build-$folder.log" &&
			ninja -C "$folder" ${BUILD_TARGETS:-} >".dev/build-$folder.log" 2>&1
	} || {
		grep -vE '^\[[0-9]+/[0-9]+\]' ".dev/build-$folder.log" >&2
		return 1
	}
}

# venv [FOLDER LIST]: Python tools of the tests and lints, pinned in scripts/requirements.txt; with arguments, others.
venv() {
	local folder=${1:-.dev/venv} list=${2:-scripts/requirements.txt} want
	want=$(sha256sum "$list" | cut -d' ' -f1)
	if [ "$(cat "$folder/.stamp" 2>/dev/null)" != "$want" ]; then
		rm -rf "$folder"
		/usr/bin/python3 -m venv "$folder"
		"$folder/bin/pip" install -q --disable-pip-version-check -r "$list"
		echo "$want" >"$folder/.stamp"
	fi
}

# What only ./dev bench and ./dev coverage use: CI does not wait for its installation.
bench_venv() {
	venv .dev/bench-venv scripts/requirements-bench.txt
}

# What people write; the generated headers have a form of their own.
c_sources() {
	git ls-files -- '*.c' '*.h' | xargs grep -L 'Written by generator/'
}
