#!/usr/bin/env bash
# package.sh [--test]: build/package/ with everything of a release: the source tarball, Debian packages, RPMs, recipes for
# other package managers, the amalgamation; checksums of all, signed where SIGNING_KEY names a key.
#
#   HEAD ─> tarball ─> deb, rpm        each from the tarball alone, as others would
#              └─────> formula, vcpkg, conan, their checksums filled in
set -euo pipefail
cd "$(dirname "$0")/../.."
root=$PWD
out=$root/build/package
version=$(tr -d '[:space:]' <VERSION)
tarball=libapi-$version.tar.xz
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
export SOURCE_DATE_EPOCH

# render FROM TO: the template with the names between @ filled in.
render() {
	sed -e "s|@VERSION@|$version|g" -e "s|@SHA256@|$(digest sha256)|g" -e "s|@SHA512@|$(digest sha512)|g" \
		-e "s|@URL@|https://libapi.net/releases/$tarball|g" -e "s|@DATE@|$(LC_ALL=C date -uRd "@$SOURCE_DATE_EPOCH")|g" \
		-e "s|@RPM_DATE@|$(LC_ALL=C date -ud "@$SOURCE_DATE_EPOCH" '+%a %b %d %Y')|g" "$1" >"$2"
}
digest() { "${1}sum" "$out/$tarball" | cut -d' ' -f1; }

quietly() {
	local log=$out/$1.log
	shift
	"$@" >"$log" 2>&1 || {
		tail -n 40 "$log" >&2
		echo "package: failed, all of it: $log" >&2
		exit 1
	}
}

unpacked() {
	rm -rf "$1" && mkdir -p "$1"
	tar -xJf "$out/$tarball" -C "$1"
}

make_tarball() {
	git diff --quiet HEAD -- || echo "package: the working tree differs from HEAD; HEAD is packed" >&2
	quietly dist meson dist -C build --no-tests --allow-dirty --formats xztar
	cp "build/meson-dist/$tarball" "$out/"
}

make_deb() {
	unpacked "$out/work/deb"
	cp "$out/$tarball" "$out/work/deb/libapi_$version.orig.tar.xz"
	local source=$out/work/deb/libapi-$version
	cp -r "$source/packaging/deb" "$source/debian"
	render "$source/debian/changelog.in" "$source/debian/changelog"
	rm "$source/debian/changelog.in"
	quietly deb env -C "$source" DEB_BUILD_OPTIONS="parallel=$(nproc)" dpkg-buildpackage -us -uc
	# Without a look at 1,400 manual pages, one process each; tests/system/install.py shows some.
	quietly lintian lintian --allow-root --fail-on error --dont-check-part documentation/manual "$out"/work/deb/*.changes
	mkdir -p "$out/deb"
	cp "$out"/work/deb/*.{deb,dsc,changes,buildinfo,debian.tar.xz} "$out/deb/"
}

# On Debian its database of packages is empty, so what the build needs cannot be asked of it: --nodeps.
make_rpm() {
	local top=$out/work/rpm
	rm -rf "$top" && mkdir -p "$top/SOURCES"
	cp "$out/$tarball" "$top/SOURCES/"
	render packaging/rpm/libapi.spec.in "$top/libapi.spec"
	quietly rpm rpmbuild -ba --nodeps --define "_topdir $top" --define "_build_id_links none" --define "_smp_mflags -j$(nproc)" \
		"$top/libapi.spec"
	mkdir -p "$out/rpm"
	cp "$top"/RPMS/*/*.rpm "$top"/SRPMS/*.rpm "$out/rpm/"
	quietly rpmlint rpmlint --config packaging/rpm/rpmlint.toml "$out"/rpm/*.rpm
}

make_recipes() {
	mkdir -p "$out/homebrew" "$out/vcpkg"
	render packaging/homebrew/libapi.rb.in "$out/homebrew/libapi.rb"
	quietly ruby ruby -c "$out/homebrew/libapi.rb"
	render packaging/vcpkg/vcpkg.json.in "$out/vcpkg/vcpkg.json"
	render packaging/vcpkg/portfile.cmake.in "$out/vcpkg/portfile.cmake"
}

seal() {
	(cd "$out" && find . -type f ! -name '*.log' ! -path './work/*' ! -name 'SHA256SUMS*' -printf '%P\n' | sort |
		xargs sha256sum >SHA256SUMS)
	scripts/sign.sh "$out/SHA256SUMS"
}

[ $# = 0 ] || [ "$*" = --test ] || {
	echo "usage: ./dev package [--test]" >&2
	exit 64
}
rm -rf "$out" && mkdir -p "$out"
make_tarball
make_deb
make_rpm
make_recipes
rm -rf "$out/work"
seal
echo "package: $(wc -l <"$out/SHA256SUMS") files in build/package"
[ $# = 0 ] || scripts/package/test.sh
