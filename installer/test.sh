#!/usr/bin/env bash
# Installs what is missing, builds everything and runs every test, on SQLite and on a private PostgreSQL.
#   bash installer/test.sh             all
#   bash installer/test.sh -R server   further words are handed to ctest
set -euo pipefail
cd "$(dirname "$0")/.."
. installer/packages.sh

install_missing "${build_packages[@]}" "${run_packages[@]}" "${test_packages[@]}"
# Every test store syncs each commit to disk, as the real one does; in memory that costs nothing.
[ ! -w /dev/shm ] || export TMPDIR="${TMPDIR:-/dev/shm}"
work=$(mktemp -d)
chmod 755 "$work"
export TMPDIR="$work"
cluster_started=no

postgres_bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -n 1)
# initdb and the server refuse to run as root.
as_postgres() {
  if [ "$(id -u)" = 0 ]; then su postgres -s /bin/bash -c "$(printf '%q ' "$@")"; else "$@"; fi
}
clean_up() {
  [ "$cluster_started" = no ] || as_postgres "$postgres_bin/pg_ctl" -D "$work/postgres/data" -m immediate stop >/dev/null 2>&1 || true
  rm -rf "$work"
}
trap clean_up EXIT

start_postgres() {
  local attempt port
  mkdir "$work/postgres"
  [ "$(id -u)" != 0 ] || chown postgres "$work/postgres"
  as_postgres "$postgres_bin/initdb" -D "$work/postgres/data" -A trust -U accueil --locale=C.UTF-8 -E UTF8 >"$work/initdb.log" 2>&1 \
    || { cat "$work/initdb.log" >&2; return 1; }
  for attempt in 1 2 3 4 5; do
    port=$((20000 + RANDOM % 20000))
    # A test cluster may lose its data when the machine dies; speed is worth more.
    if as_postgres "$postgres_bin/pg_ctl" -D "$work/postgres/data" -w -l "$work/postgres/log" \
      -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$work/postgres -c fsync=off -c max_connections=200" start >/dev/null; then
      cluster_started=yes
      export ACCUEIL_TEST_POSTGRESQL="postgresql://accueil@127.0.0.1:$port/postgres"
      return 0
    fi
  done
  cat "$work/postgres/log" >&2
  return 1
}

say "Building"
cmake --preset ci >"$work/configure.log" 2>&1 || { tail -n 30 "$work/configure.log" >&2; exit 1; }
cmake --build --preset ci >"$work/build.log" 2>&1 || { grep -E -A 5 'error|FAILED' "$work/build.log" | head -n 60 >&2; exit 1; }
say "Starting PostgreSQL"
start_postgres
say "Testing"
export PATH="$PATH:$postgres_bin" QT_QPA_PLATFORM=offscreen
unset DBUS_SESSION_BUS_ADDRESS DISPLAY WAYLAND_DISPLAY || true
status=0
ctest --test-dir build/ci -j 2 --timeout 600 --output-on-failure --no-tests=error "$@" | tee "$work/ctest.log" || status=$?
say ""
grep -E 'tests passed|The following tests FAILED|^[[:space:]]+[0-9]+ - ' "$work/ctest.log" || true
exit "$status"
