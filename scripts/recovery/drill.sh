#!/usr/bin/env bash
# drill.sh [NAME…]: rehearse recovery on a private PostgreSQL with a real server and writers; all drills without a name.
set -uo pipefail
cd "$(dirname "$(readlink -f "$0")")/../.." || exit
status=0
mapfile -t drills < <(find tests/recovery -name '*.py' -printf '%f\n' | sed 's/\.py$//' | sort)
[ $# -gt 0 ] || set -- "${drills[@]}"
for name in "$@"; do
	if [ ! -f "tests/recovery/$name.py" ]; then
		echo "no drill '$name': one of ${drills[*]}" >&2
		exit 64
	fi
	echo "drill $name"
	# Only this one has no database in it.
	if [ "$name" = state_file ]; then
		/usr/bin/python3 "tests/recovery/$name.py"
	else
		CLUSTER_FAST='' DRILL_SECONDS=${DRILL_SECONDS:-30} tests/system/with_server.sh build/server/api-server \
			/usr/bin/python3 "tests/recovery/$name.py"
	fi
	case $? in
	0) ;;
	77) echo "drill $name was skipped" ;;
	*) status=1 ;;
	esac
done
exit "$status"
