#!/usr/bin/env bash
# Installs the servers that tests start themselves, each in a folder and on a port of its own: RabbitMQ and MariaDB from
# Debian's packages. Needs root. Nothing is left running: the packages' own services stay off.
set -euo pipefail

packages="rabbitmq-server mariadb-server"
if dpkg -s $packages >/dev/null 2>&1; then
  exit 0
fi
services_stay_off=/usr/sbin/policy-rc.d
if [ ! -e "$services_stay_off" ]; then
  printf '#!/bin/sh\nexit 101\n' > "$services_stay_off"
  chmod +x "$services_stay_off"
  trap 'rm -f "$services_stay_off"' EXIT
fi
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
apt-get install -y -qq --no-install-recommends $packages >/dev/null
