#!/bin/sh
# Builds the release with its tests and runs every bench, one after another, so that none measures another one.
# usage: run.sh [PATIENTS] [FEEDBACK.csv]    patients of the search bench (a million), a file for the import to read
set -eu
cd "$(dirname "$0")/../.."
patients=${1:-1000000}
csv=${2:-}
build=build/ci
[ -f $build/build.ninja ] || cmake --preset ci
cmake --build $build --target accueil bench_http bench_api bench_records bench_search bench_crypto bench_delivery bench_understanding bench_statistics bench_tablets bench_window

title() { printf '\n== %s\n' "$*"; }
title "$(nproc) cores, load $(cut -d' ' -f1-3 /proc/loadavg), $(date -u +%Y-%m-%dT%H:%MZ)"
title "HTTP, beside a bare QHttpServer"
if command -v wrk >/dev/null; then
    tests/bench/http.sh $build/tests/bench/bench_http
else
    $build/tests/bench/bench_http
fi
title "REST API, beside a bare QHttpServer that answers the same bytes"
$build/tests/bench/bench_api
title "Use cases without HTTP"
$build/tests/bench/bench_records
title "Delivery of a backlog"
$build/tests/bench/bench_delivery 10000 "$patients"
title "200 tablets, in one instant and within 15 s"
tests/bench/tablets.sh $build/app/accueil $build/tests/bench/bench_tablets 200 0
tests/bench/tablets.sh $build/app/accueil $build/tests/bench/bench_tablets 200 15
title "Statistics in every combination of filters"
$build/tests/bench/bench_statistics 1000000 200000
title "Sentiment and topics of a comment"
$build/tests/bench/bench_understanding
title "Encryption"
$build/tests/bench/bench_crypto
title "Search, $patients patients"
$build/tests/bench/bench_search "$patients"
if [ -n "$csv" ]; then
    title "Import of $csv"
    work=$(mktemp -d)
    trap 'rm -r "$work"' EXIT
    cp "$csv" "$work/feedback.csv" # the report is written beside it
    export ACCUEIL_DATA_DIR="$work/data" ACCUEIL_KEY_FILE="$work/key"
    unset DATABASE_URL SECRET_KEY
    time $build/app/accueil import feedback "$work/feedback.csv"
fi
title "Window on screen"
if command -v Xvfb >/dev/null; then
    tests/bench/window.sh $build/app/accueil $build/tests/bench/bench_window
else
    echo "not measured: Xvfb is not installed"
fi
title "Memory of accueil serve"
tests/bench/memory.sh $build/app/accueil
