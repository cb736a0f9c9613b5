#!/bin/sh
# How long a person waits for the window, on an existing store with the demonstration data and on a new data folder.
# Target: first painted in under 1 s. Needs Xvfb. Use a release build on a machine that does nothing else.
# usage: window.sh PATH/TO/accueil PATH/TO/bench_window [RUNS]
#   COLD=1 (as root): nothing of the program or of Qt is in the system's cache before each run.
set -eu
program=${1:?usage: window.sh PATH/TO/accueil PATH/TO/bench_window [RUNS]}
bench=${2:?usage: window.sh PATH/TO/accueil PATH/TO/bench_window [RUNS]}
runs=${3:-7}
command -v Xvfb >/dev/null || { echo "Xvfb is not installed (Debian: apt install xvfb)" >&2; exit 1; }
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server"; rm -r "$work"' EXIT
mkfifo "$work/display"
Xvfb -displayfd 3 -screen 0 1440x900x24 -nolisten tcp 3>"$work/display" 2>"$work/xvfb.log" &
server=$!
read -r display <"$work/display"
mkdir -m 700 "$work/runtime"
export DISPLAY=":$display" XDG_RUNTIME_DIR="$work/runtime" QT_QPA_PLATFORM=xcb ACCUEIL_PORT=0
unset DATABASE_URL SECRET_KEY WAYLAND_DISPLAY

measure() {
    if [ -n "${COLD:-}" ]; then
        for i in $(seq "$runs"); do
            [ -z "${fresh:-}" ] || rm -rf "$ACCUEIL_DATA_DIR" "$ACCUEIL_KEY_FILE"
            sync
            echo 3 >/proc/sys/vm/drop_caches
            "$bench" "$program" 1 "$work/$1.png" 2>>"$work/log"
        done
    else
        "$bench" "$program" "$runs" "$work/$1.png" 2>>"$work/log"
    fi || { cat "$work/log" >&2; exit 1; }
    [ -z "${PICTURES:-}" ] || cp "$work/$1.png" "$PICTURES/"
}

echo "load $(cut -d' ' -f1-3 /proc/loadavg)"
echo "existing store (300 patients):"
export ACCUEIL_DATA_DIR="$work/demo" ACCUEIL_KEY_FILE="$work/demo.key"
"$program" demo >/dev/null 2>"$work/log"
measure existing
echo "new data folder:"
export ACCUEIL_DATA_DIR="$work/new" ACCUEIL_KEY_FILE="$work/new.key"
fresh=1
measure new
