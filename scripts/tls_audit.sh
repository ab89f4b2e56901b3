#!/usr/bin/env bash
# tls_audit.sh: testssl.sh against the TLS listener, with a certificate as a real authority would issue it (its URIs for OCSP
# and CRL are read, not asked). Every finding above LOW fails; all of LOW and above are shown.
#
# Findings about what a certificate of this machine cannot have (a chain to a public root, revocation) are left out by name.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/.."
# shellcheck source=scripts/lib.sh
. scripts/lib.sh
need audit
[ -n "${LIBAPI_URL:-}" ] || exec tests/system/with_server.sh build/server/api-server "$(realpath "$0")"
work=$(dirname "$SERVER_LOG")/tls
mkdir -p "$work"
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 300 -subj "/CN=authority" -keyout "$work/ca.key" -out "$work/ca.pem" 2>/dev/null
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 300 -subj "/CN=localhost" -CA "$work/ca.pem" -CAkey "$work/ca.key" \
	-keyout "$work/key.pem" -out "$work/cert.pem" -addext subjectAltName=DNS:localhost -addext basicConstraints=critical,CA:FALSE \
	-addext extendedKeyUsage=serverAuth -addext keyUsage=critical,digitalSignature \
	-addext authorityInfoAccess=OCSP\;URI:http://ocsp.invalid/ -addext crlDistributionPoints=URI:http://crl.invalid/crl 2>/dev/null
read -r port plain admin < <(python3 -c '
import socket
s = [socket.socket() for _ in range(3)]
for one in s: one.bind(("127.0.0.1", 0))
print(*(one.getsockname()[1] for one in s))')
API_LISTEN=127.0.0.1:$plain API_ADMIN_LISTEN=127.0.0.1:$admin API_TLS_LISTEN=127.0.0.1:$port API_TLS_CERT_FILE=$work/cert.pem \
	API_TLS_KEY_FILE=$work/key.pem "$SERVER_PROGRAM" serve >"$work/log" 2>&1 &
server=$!
trap 'kill $server' EXIT
for _ in $(seq 600); do
	curl -fs --cacert "$work/ca.pem" "https://localhost:$port/readyz" >/dev/null && break
	sleep 0.05
done
testssl --quiet --color 0 --warnings off --add-ca "$work/ca.pem" --ip 127.0.0.1 --jsonfile "$work/found.json" "https://localhost:$port/v1/capabilities" \
	>"$work/report" 2>&1 || true
[ -s "$work/found.json" ] || { tail -n 5 "$work/report" && exit 1; }
python3 - "$work/found.json" <<'PY'
import json, sys
# OCSP and CRL are not asked, and certificate transparency and CAA need a public name.
# The engine is one of the openssl command here.
ours = {"engine_problem", "cert_revocation", "DNS_CAArecord", "certificate_transparency", "OCSP_stapling"}
ranks = ["OK", "INFO", "LOW", "MEDIUM", "HIGH", "CRITICAL", "WARN", "FATAL"]
found = json.load(open(sys.argv[1]))
shown = [each for each in found if ranks.index(each["severity"]) >= 2]
for each in shown:
    print(f"{each['severity']:8} {each['id']}: {each['finding']}")
bad = [each for each in shown if each["severity"] not in ("LOW",) and each["id"] not in ours]
print(f"FIGURE {len(found)} findings of testssl.sh, {len(bad)} above low | 0 above low")
sys.exit(1 if bad or len(found) < 60 else 0)
PY
