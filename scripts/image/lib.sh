# lib.sh: shared by scripts/image/*.sh. Sourced, from the project's root.
#
# No daemon is asked: buildah, podman and skopeo work as the caller, root on a desk, in a store of their own.
folder=.dev/image
store=$PWD/$folder/store
run=$PWD/$folder/run
# shellcheck disable=SC2034 # for those who source it
base=localhost/libapi-base:bookworm
# shellcheck disable=SC2034
image=localhost/api-server

storage() {
	local program=$1
	shift
	"$program" --root "$store" --runroot "$run" --storage-driver overlay "$@"
}

fail() {
	echo "image: $*" >&2
	exit 1
}
