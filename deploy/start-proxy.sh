#!/bin/sh
# Writes the settings into nginx.conf.template and becomes nginx. Everything is written to the folder $RUN.
set -eu
here=$(dirname "$0")
: "${APP_SERVERS:?such as \"server app:8501;\", one for each process}"
export APP_SERVERS
export RUN="${RUN:-/tmp}" LISTEN="${LISTEN:-8080}" STATIC="${STATIC:-/srv}" EMBED="${EMBED:-}" STICKY="${STICKY:-yes}"
export TRUSTED_PROXY="${TRUSTED_PROXY:-127.0.0.1}" ACCESS_LOG="${ACCESS_LOG:-/dev/stdout}" MAX_UPLOAD="${MAX_UPLOAD:-2m}"
export MAX_SESSIONS="${MAX_SESSIONS:-300}" MAX_SESSIONS_OF_AN_ADDRESS="${MAX_SESSIONS_OF_AN_ADDRESS:-60}"
CSP=$(grep -v '^#' "$here/csp.txt" | tr '\n' ' ' | sed 's/; *$//')
export CSP
case "$EMBED" in *[\"\'\;\$\\]*) echo "EMBED: origins such as https://school.example, with spaces between" >&2; exit 2 ;; esac
envsubst '$APP_SERVERS $LISTEN $STATIC $EMBED $STICKY $TRUSTED_PROXY $ACCESS_LOG $MAX_UPLOAD $MAX_SESSIONS
  $MAX_SESSIONS_OF_AN_ADDRESS $CSP' < "$here/nginx.conf.template" > "$RUN/nginx.conf"
exec nginx -e stderr -p "$RUN" -c "$RUN/nginx.conf" "$@"
