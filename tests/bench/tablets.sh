#!/bin/sh
# 200 tablets against the program itself, and against what one might write instead (tablets_fastapi.py, if FastAPI is
# installed).  usage: tablets.sh ACCUEIL BENCH [TABLETS] [SPREAD_SECONDS]
# PostgreSQL is measured where ACCUEIL_BENCH_DATABASE names an empty database of it.
set -u
accueil=$(realpath "$1")
bench=$(realpath "$2")
tablets=${3:-200}
spread=${4:-0}
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
pid=
finish() {
    [ -z "$pid" ] || kill "$pid" 2>/dev/null || true
    rm -rf "$work"
}
trap finish EXIT

# serve NAME DATABASE_URL: the program on free ports; sets pid, port and tls.
serve() {
    export ACCUEIL_DATA_DIR="$work/$1" ACCUEIL_KEY_FILE="$work/$1.key" DATABASE_URL="$2" ACCUEIL_PORT=0 ACCUEIL_TLS_PORT=0
    echo bench-password-long | "$accueil" user add bench --role admin >/dev/null
    "$accueil" serve >"$work/out" 2>&1 &
    pid=$!
    until grep -q 'listening on' "$work/out"; do sleep 0.1; done
    port=$(sed -n 's/.*listening on .*:\([0-9]*\)$/\1/p' "$work/out" | head -1)
}
end() {
    kill "$pid"
    wait "$pid" || true
    pid=
}

echo "== Accueil, SQLite"
serve sqlite ""
"$bench" "$port" "$pid" "$tablets" "$spread"
end
if [ -n "${ACCUEIL_BENCH_DATABASE:-}" ]; then
    echo "== Accueil, PostgreSQL"
    serve postgresql "$ACCUEIL_BENCH_DATABASE"
    "$bench" "$port" "$pid" "$tablets" "$spread"
    end
fi
python=${PYTHON:-/usr/bin/python3} # the one that Debian's packages are for
if $python -c 'import fastapi, uvicorn' 2>/dev/null; then
    echo "== FastAPI and uvicorn, SQLite"
    $python "$here/tablets_fastapi.py" "$work/fastapi.db" 18799 &
    pid=$!
    sleep 3
    "$bench" 18799 "$pid" "$tablets" "$spread" --plain
    end
fi
