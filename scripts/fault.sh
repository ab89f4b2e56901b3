#!/usr/bin/env bash
# fault.sh [short] [N…]: the rows of tests/fault in their order, or those of the given numbers; one line each, as in
#
#   row  what             figure                 limit   ok
#    17  one etag         1 × 200, 99 × 412      1, 99   yes
#
# Ends with 1 when a row failed or was skipped: what was not seen is not said to hold.
set -uo pipefail
cd "$(dirname "$(readlink -f "$0")")/.." || exit
form=()
if [ "${1:-}" = short ]; then
	form=(short)
	shift
fi
mkdir -p .dev/fault

# The scripts of a row: usually one.
scripts_of() {
	find tests/fault -maxdepth 1 -name "$1_*" -type f -perm -u+x | sort
}

# The last FIGURE line is the row's: "FIGURE figure | limit".
run_row() {
	local script=$1 name row what log figure limit status said=no
	name=$(basename "$script")
	row=${name%%_*} what=${name#*_} what=${what%.*}
	log=".dev/fault/${name%.*}.log"
	"$script" "${form[@]}" >"$log" 2>&1
	status=$?
	figure=$(sed -n 's/^FIGURE //p' "$log" | tail -n 1)
	limit=${figure#*| }
	[ -n "$figure" ] || { limit='' && figure="no figure, see $log"; }
	case $status in
	0) [ -n "$limit" ] && said=yes ;;
	77) said=skipped ;;
	esac
	printf '%3d  %-22s  %-50s  %-34s  %s\n' "$((10#$row))" "${what//_/ }" "${figure%% | *}" "$limit" "$said"
	[ "$said" = yes ] || { grep -v '"level"' "$log" | tail -n 15 | sed 's/^/     | /' >&2 && return 1; }
}

if [ $# -gt 0 ]; then
	scripts=()
	for row in "$@"; do
		found=()
		[[ $row =~ ^[0-9]{1,2}$ ]] && mapfile -t found < <(scripts_of "$(printf %02d "$((10#$row))")")
		[ ${#found[@]} -gt 0 ] || { echo "tests/fault has no row '$row'" >&2 && exit 64; }
		scripts+=("${found[@]}")
	done
else
	mapfile -t scripts < <(scripts_of '[0-9][0-9]')
fi
printf '%3s  %-22s  %-50s  %-34s  %s\n' row what figure limit ok
status=0
for script in "${scripts[@]}"; do
	run_row "$script" || status=1
done
exit "$status"
