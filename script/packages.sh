# Finding this system's packages, and installing them so that no server which they bring runs by itself; sourced by
# script/bootstrap.
# shellcheck shell=bash

# Servers are for the tests to start, on loopback, and only while they run.
servers=(nginx mariadb)

# The root of the system. The test of this file has one of its own.
system="${system:-}"

# Empty, or sudo with its options: script/bootstrap says.
as_root=()

has_server() { [ -e "$system/lib/systemd/system/$1.service" ] || [ -e "$system/etc/init.d/$1" ]; }

# While this file is there, no package starts what it installs.
forbid_starts() {
  starts_policy="$system/usr/sbin/policy-rc.d"
  [ ! -e "$starts_policy" ] || return 0
  trap allow_starts EXIT
  printf '#!/bin/sh\nexit 101\n' | "${as_root[@]}" tee "$starts_policy" >/dev/null
  "${as_root[@]}" chmod +x "$starts_policy"
}

# Only what we wrote: a policy that was there before sets no trap.
allow_starts() {
  [ -n "$(trap -p EXIT)" ] || return 0
  "${as_root[@]}" rm -f "$starts_policy"
  trap - EXIT
}

# apt COMMAND…: asks nothing, and waits for another one that runs.
apt() {
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 "$@"
}

update_packages() { quietly apt-update apt update || die "the package lists could not be fetched."; }

# no_package NAME: this system has none of that name, so that nobody can be asked to install it. A system that was never
# updated knows of no package at all: it is told of them first.
no_package() {
  have apt-cache || return 1
  compgen -G "$system/var/lib/apt/lists/*_Packages*" >/dev/null || update_packages
  [ -z "$(apt-cache search --names-only "^$1\$")" ]
}

# install_packages NAME…: what was there before stays as it was, servers that are new do not start at the next boot.
install_packages() {
  local server code=0 new=()
  for server in "${servers[@]}"; do
    has_server "$server" || new+=("$server")
  done
  update_packages
  forbid_starts
  quietly apt-install apt install --no-install-recommends "$@" || code=$?
  allow_starts
  for server in "${new[@]}"; do
    ! has_server "$server" || "${as_root[@]}" update-rc.d "$server" disable || code=$?
  done
  return "$code"
}
