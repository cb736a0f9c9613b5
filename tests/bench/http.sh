#!/bin/sh
# Both servers of bench_http under wrk: requests per second, latency, and CPU time per request of the server process.
# usage: http.sh PATH/TO/bench_http [SECONDS]
set -eu
bench=${1:?usage: http.sh PATH/TO/bench_http [SECONDS]}
seconds=${2:-5}
command -v wrk >/dev/null || { echo "wrk is not installed; \"$bench\" alone measures without it" >&2; exit 1; }
pipes=$(mktemp -d)
trap 'rm -r "$pipes"' EXIT
for kind in raw accueil; do
    for connections in 1 16 64; do
        mkfifo "$pipes/in" "$pipes/out"
        "$bench" --serve "$kind" <"$pipes/in" >"$pipes/out" &
        exec 3>"$pipes/in" 4<"$pipes/out"
        read -r port <&4
        echo >&3; read -r before <&4
        wrk -t1 -c"$connections" -d"${seconds}s" --latency "http://127.0.0.1:$port/hello" >"$pipes/wrk"
        echo >&3; read -r after <&4
        awk -v kind="$kind" -v c="$connections" -v used="$((after - before))" '
            /requests in/ { n = $1 } /Requests\/sec/ { rate = $2 } $1 == "99%" { p99 = $2 }
            END { printf "%-8s c=%-3d %10.0f req/s  p99 %-9s %6.1f us CPU/request\n", kind, c, rate, p99, used / n }' "$pipes/wrk"
        exec 3>&- 4<&-
        wait
        rm "$pipes/in" "$pipes/out"
    done
done
