#!/usr/bin/env bash
# root.sh PROGRAM OUT: OUT becomes the whole file system of the image: the server, the libraries that it loads, time
# zones, certificates, and which Debian packages all that is from. Run in the build stage of the Dockerfile.
#
# Turned down: a slim Debian as the last stage. It is four times as large, has a shell, and its scanners name faults of
# packages that nothing here runs.
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
program=$1
out=$2
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-0}

# Where a path lies when links of folders (/lib → /usr/lib) are followed; the name itself stays, the loader asks by it.
home_of() { echo "$(realpath "$(dirname "$1")")/$(basename "$1")"; }

# The loader's own list, and libgcc_s, which glibc opens by itself when a thread is cancelled.
libraries() {
	ldd "$program" | grep -oE '/[^ ]+' | sort -u
	gcc -print-file-name=libgcc_s.so.1
}

copy_program() {
	mkdir -p "$out/usr/bin" "$out/usr/lib" "$out/usr/lib64" "$out/etc/ssl/certs" "$out/usr/share/doc/libapi"
	ln -s usr/lib "$out/lib"
	ln -s usr/lib64 "$out/lib64"
	install -s -m 755 "$program" "$out/usr/bin/api-server"
	cp "$here/../../LICENSE" "$out/usr/share/doc/libapi/"
	local library
	libraries | while read -r library; do
		install -D -m 755 "$(realpath "$library")" "$out$(home_of "$library")"
	done
}

# Not right/ and posix/: the same zones again, with leap seconds and without.
copy_zones() {
	mkdir -p "$out/usr/share/zoneinfo"
	tar -C /usr/share/zoneinfo --exclude=./right --exclude=./posix -c . | tar -C "$out/usr/share/zoneinfo" -x
}

copy_certificates() {
	local file
	cp /etc/ssl/certs/ca-certificates.crt "$out/etc/ssl/certs/"
	for file in "$here"/ca/*.pem; do
		[ -e "$file" ] || continue
		openssl crl2pkcs7 -nocrl -certfile "$file" 2>/dev/null | openssl pkcs7 -print_certs -noout | grep -q . || {
			echo "root.sh: $file holds no certificate in PEM form" >&2
			return 1
		}
		install -m 644 "$file" "$out/etc/ssl/certs/"
	done
	[ -z "${REQUIRED_CA:-}" ] || [ -e "$out/etc/ssl/certs/$REQUIRED_CA" ] || {
		echo "root.sh: no packaging/container/ca/$REQUIRED_CA; see the README there" >&2
		return 1
	}
}

write_etc() {
	echo "api:x:10001:10001:api-server:/:/nonexistent" >"$out/etc/passwd"
	echo "api:x:10001:" >"$out/etc/group"
	echo "hosts: files dns" >"$out/etc/nsswitch.conf"
	cp -L /etc/os-release "$out/etc/os-release"
}

# The packages of what was copied, each once. dpkg may know a file under /lib or under /usr/lib.
packages_of_image() {
	local file
	{
		echo tzdata
		echo ca-certificates
		libraries | while read -r library; do
			file=$(realpath "$library")
			{ dpkg-query -S "$file" 2>/dev/null || dpkg-query -S "${file#/usr}"; } | cut -d: -f1
		done
	} | sort -u
}

# Scanners of images read dpkg's file, people the SBOM, lawyers the copyrights.
write_origin() {
	local package
	mkdir -p "$out/var/lib/dpkg"
	packages_of_image | while read -r package; do
		dpkg-query -s "$package" >>"$out/var/lib/dpkg/status"
		echo >>"$out/var/lib/dpkg/status"
		install -D -m 644 "/usr/share/doc/$package/copyright" "$out/usr/share/doc/$package/copyright"
	done
	/usr/bin/python3 "$here/sbom.py" "$here/../../VERSION" "$out/usr/bin/api-server" "$out/var/lib/dpkg/status" \
		>"$out/usr/share/doc/libapi/sbom.spdx.json"
}

rm -rf "$out"
copy_program
copy_zones
copy_certificates
write_etc
write_origin
chmod -R u=rwX,go=rX "$out"
find "$out" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
