#!/usr/bin/env bash
# test.sh: what build/package holds is used as others would: checked, unpacked and built, installed into a Debian of its
# own, run against a real server, removed again. Minutes; `./dev package --test` makes it first.
set -euo pipefail
cd "$(dirname "$0")/../.."
out=$PWD/build/package
work=$PWD/.dev/package-test
version=$(tr -d '[:space:]' <VERSION)
[ -f "$out/SHA256SUMS" ] || {
	echo "test.sh: no build/package; ./dev package makes it" >&2
	exit 1
}

step() {
	local name=$1 status=0
	shift
	# Not "$@" || …: in front of that bash would go on after a command that failed inside.
	"$@" >"$work/$name.log" 2>&1 &
	wait $! || status=$?
	if [ "$status" = 0 ]; then
		echo "ok      $name"
	else
		echo "FAULT   $name; all of it: $work/$name.log"
		tail -n 15 "$work/$name.log" | sed 's/^/        /'
		failed=$((failed + 1))
	fi
}

# A changed byte must be seen, in a file and in the list.
checksums() {
	(cd "$out" && sha256sum --quiet -c SHA256SUMS)
	local key=$work/key
	minisign -G -W -f -p "$key.pub" -s "$key" >/dev/null
	cp "$out/SHA256SUMS" "$work/SHA256SUMS"
	SIGNING_KEY=$key scripts/sign.sh "$work/SHA256SUMS"
	minisign -V -q -p "$key.pub" -m "$work/SHA256SUMS"
	echo >>"$work/SHA256SUMS"
	if minisign -V -q -p "$key.pub" -m "$work/SHA256SUMS"; then
		echo "a changed list passed for signed"
		return 1
	fi
}

# By itself: no git, no folder above it. The compiler's cache may know the objects; the paths are others.
tarball() {
	rm -rf "$work/source" && mkdir "$work/source"
	tar -xJf "$out/libapi-$version.tar.xz" -C "$work/source"
	cd "$work/source/libapi-$version"
	meson setup b
	CCACHE_NOHASHDIR=1 ninja -C b
	meson test -C b --no-rebuild --suite generator --suite headers --suite conformance --no-suite sanitized \
		--timeout-multiplier 5
}

amalgamation() {
	local kind home
	for kind in OFF ON; do
		home=$work/cmake-$kind
		rm -rf "$home"
		cmake -S "$work/source/libapi-$version/amalgamation" -B "$home/build" -DBUILD_SHARED_LIBS="$kind" \
			-DCMAKE_INSTALL_PREFIX="$home/usr" -DCMAKE_INSTALL_LIBDIR=lib
		cmake --build "$home/build"
		cmake --install "$home/build"
		cmake -S packaging/conan/test_package -B "$home/user" -DCMAKE_PREFIX_PATH="$home/usr"
		cmake --build "$home/user"
		"$home/user/uses_libapi"
		# shellcheck disable=SC2046 # several words
		cc packaging/conan/test_package/uses_libapi.c -o "$home/by-pkg-config" \
			$(PKG_CONFIG_PATH=$home/usr/lib/pkgconfig pkg-config --cflags --libs libapi)
		LD_LIBRARY_PATH=$home/usr/lib "$home/by-pkg-config"
	done
}

conan_package() {
	local kind conan=.dev/conan/bin/conan
	# Apart from the tools of the tests: they have pins of their own.
	[ -x "$conan" ] || /usr/bin/python3 -m venv .dev/conan
	.dev/conan/bin/pip install -q --disable-pip-version-check -r scripts/package/requirements.txt
	export CONAN_HOME=$work/conan
	"$conan" profile detect --exist-ok
	for kind in False True; do
		"$conan" create "$work/source/libapi-$version/amalgamation" --no-remote \
			-o "libapi/*:system_curl=True" -o "libapi/*:shared=$kind"
	done
}

failed=0
mkdir -p "$work"
step checksums checksums
step tarball tarball
step amalgamation amalgamation
step conan conan_package
for kind in deb rpm; do
	step "$kind" tests/system/with_server.sh build/server/api-server scripts/package/in_root.sh "$kind" "$work/root-$kind"
done
[ "$failed" = 0 ] || echo "package: $failed tests failed"
exit "$((failed > 0))"
