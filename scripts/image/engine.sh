#!/usr/bin/env bash
# engine.sh ARGUMENTS: podman over this project's own store, with runc, which needs neither systemd nor a cgroup manager.
set -euo pipefail
cd "$(dirname "$0")/../.."
. scripts/image/lib.sh
storage podman --runtime /usr/sbin/runc --cgroup-manager cgroupfs "$@" 2> >(grep -v healthchecks: >&2)
