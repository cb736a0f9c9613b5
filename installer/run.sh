#!/usr/bin/env bash
# Installs what is missing, builds Accueil and opens it on this machine's own encrypted store.
#   bash installer/run.sh            the window (or, where there is no display, the server alone)
#   bash installer/run.sh --demo     the same on a separate store filled with invented patients
# Further words are handed to the program: bash installer/run.sh serve --port 9000
set -euo pipefail
cd "$(dirname "$0")/.."
. installer/packages.sh

demo=no
arguments=()
for word in "$@"; do
  case $word in
    --demo) demo=yes ;;
    -h | --help) sed -n '2,5s/^# \{0,1\}//p' "$0"; exit 0 ;;
    *) arguments+=("$word") ;;
  esac
done

install_missing "${build_packages[@]}" "${run_packages[@]}"
if [ ! -f build/release/build.ninja ]; then
  say "Preparing the build"
  cmake --preset release >build-configure.log 2>&1 || { tail -n 20 build-configure.log >&2; exit 1; }
  mv build-configure.log build/release/configure.log
fi
say "Building (a few minutes the first time)"
cmake --build --preset release --target accueil >build/release/build.log 2>&1 || { grep -E 'error|FAILED' build/release/build.log | head -n 20 >&2; exit 1; }
program=$PWD/build/release/app/accueil

if [ "$demo" = yes ]; then
  # Invented patients never share a store with real ones.
  export ACCUEIL_DATA_DIR="${ACCUEIL_DATA_DIR:-${XDG_DATA_HOME:-$HOME/.local/share}/accueil-demo}"
  [ -e "$ACCUEIL_DATA_DIR/.filled" ] || { "$program" demo && touch "$ACCUEIL_DATA_DIR/.filled"; }
fi
if [ "${#arguments[@]}" -eq 0 ] && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  say "There is no display here: starting the server without a window."
  arguments=(serve)
fi
exec "$program" "${arguments[@]}"
