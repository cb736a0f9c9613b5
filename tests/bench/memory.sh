#!/bin/sh
# The most memory that `accueil serve` ever holds (VmHWM): after the start, after 20 logins at once, after 2,000 lists of 50
# patients or feedback by 8 clients, and after 20 logins more, now that every thread has its caches filled. Fails when that is 80 MB or
# more. Use a release build.
# usage: memory.sh PATH/TO/accueil
set -eu
program=${1:?usage: memory.sh PATH/TO/accueil}
most=80 # MB
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server"; rm -r "$work"' EXIT
export ACCUEIL_DATA_DIR="$work/data" ACCUEIL_KEY_FILE="$work/key" ACCUEIL_PORT=0 ACCUEIL_RATE_LIMIT=off
unset DATABASE_URL SECRET_KEY
accounts=$("$program" demo 2>"$work/log")
name=$(printf '%s\n' "$accounts" | awk -F '\t' '$2 == "admin" { print $1; exit }')
password=$(printf '%s\n' "$accounts" | awk -F '\t' '$2 == "admin" { print $3; exit }')

"$program" serve >"$work/ready" 2>>"$work/log" &
server=$!
while ! grep -qs listening "$work/ready"; do
    kill -0 "$server" || { cat "$work/log" >&2; exit 1; }
    sleep 0.1
done
address=$(sed 's/^listening on //' "$work/ready")

failed=0
report() {
    awk -v what="$1" -v most="$most" '
        /^Threads/ { threads = $2 } /^VmHWM/ { peak = $2 / 1024 } /^VmRSS/ { now = $2 / 1024 } /^RssAnon/ { own = $2 / 1024 }
        END { printf "%-28s peak %5.1f MB   now %5.1f MB, of which its own %5.1f MB   %d threads\n", what, peak, now, own, threads
              exit peak >= most }' "/proc/$server/status" || failed=1
}

log_in() {
    : >"$work/logins"
    logins=
    for i in $(seq 20); do
        curl -sS -o "$work/login.$i" -w '%{http_code}\n' -H 'Content-Type: application/json' --data @"$work/credentials" \
            "$address/api/auth/login" >>"$work/logins" &
        logins="$logins $!"
    done
    wait $logins
    [ "$(grep -c 200 "$work/logins")" = 20 ] || { echo "not all logins succeeded: $(sort "$work/logins" | uniq -c)" >&2; exit 1; }
}

report "started"
printf '{"username":"%s","password":"%s"}' "$name" "$password" >"$work/credentials"
log_in
report "20 logins at once"
token=$(sed 's/.*"access_token":"\([^"]*\)".*/\1/' "$work/login.1")
lists=
for what in patients feedback patients feedback patients feedback patients feedback; do
    curl -sS --fail -o "$work/list.$what" -H "Authorization: Bearer $token" "$address/api/$what?limit=50&offset=[0-249]" &
    lists="$lists $!"
done
for list in $lists; do
    wait "$list" || { echo "a list was refused" >&2; exit 1; }
done
report "2,000 lists of 50"
log_in
report "20 logins at once, again"
[ "$failed" = 0 ] || echo "more than $most MB" >&2
exit "$failed"
