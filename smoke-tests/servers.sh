#!/usr/bin/env bash
# Installs the servers that tests start themselves, each in a folder and on a port of its own: RabbitMQ 3 and MariaDB
# from this Debian's packages; RabbitMQ 4, which speaks AMQP 1.0 by itself, from the packages of Debian 13, which want a
# newer C library and so a root of their own. Needs root. Nothing is left running: the packages' own services stay off.
# Safe to run again: what is there is left alone.
# Root of RabbitMQ 4: ${XDG_CACHE_HOME:-$HOME/.cache}/obs-agent/rabbitmq4, about 200 MB, 15 s once.
set -euo pipefail

export DEBIAN_FRONTEND=noninteractive
rabbitmq4=${XDG_CACHE_HOME:-$HOME/.cache}/obs-agent/rabbitmq4

install() {
  if ! dpkg -s "$@" >/dev/null 2>&1; then
    apt-get update -qq
    apt-get install -y -qq --no-install-recommends "$@" >/dev/null
  fi
}

# The mirror is that of the machine's own packages; where it names none, mmdebstrap knows Debian's.
make_root_of_rabbitmq4() {
  local mirror
  install mmdebstrap
  mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Label: Debian' | sed -n 1p)
  # Extracted, not configured: no service, no user, a tenth of the time. Its scripts want a shell and the usual tools.
  mmdebstrap --quiet --variant=extract --hook-dir=/usr/share/mmdebstrap/hooks/merged-usr \
    --include=rabbitmq-server,dash,coreutils,sed,grep trixie "$rabbitmq4.part" ${mirror:+"$mirror"} >/dev/null
  echo '127.0.0.1 localhost' > "$rabbitmq4.part/etc/hosts"
  mv "$rabbitmq4.part" "$rabbitmq4"
}

services_stay_off=/usr/sbin/policy-rc.d
left=("$rabbitmq4.part")
trap 'rm -rf "${left[@]}"' EXIT
if [ ! -e "$services_stay_off" ]; then
  printf '#!/bin/sh\nexit 101\n' > "$services_stay_off"
  chmod +x "$services_stay_off"
  left+=("$services_stay_off")
fi
install rabbitmq-server mariadb-server
if [ ! -d "$rabbitmq4" ]; then
  mkdir -p "$(dirname "$rabbitmq4")"
  make_root_of_rabbitmq4
fi
