#!/bin/sh
# Installs what the delivery tests use beside a JDK: podman and its parts, and the C compilers of the image's copier.
# Debian and root only, about 30 s once; anywhere else nothing happens and the tests skip by name.
set -eu

packages="podman runc conmon catatonit busybox-static iptables netavark skopeo gcc libc6-dev gcc-aarch64-linux-gnu qemu-user-static"

if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
  echo "podman.sh: needs root on Debian; the delivery tests that need podman or a C compiler will be skipped by name" >&2
  exit 0
fi
missing=
for package in $packages; do
  dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
done
if [ -n "$missing" ]; then
  # shellcheck disable=SC2086
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null \
    || { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null; } \
    || echo "podman.sh: not installed:$missing" >&2
fi
