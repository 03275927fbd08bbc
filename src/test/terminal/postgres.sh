#!/bin/sh
# A PostgreSQL to be thrown away: "postgres.sh start DIR" makes one in DIR and prints its URL, "stop DIR" removes both; between
# them "down DIR" and "up DIR" take it away and bring it back.
# POSTGRES_BIN is the folder of its initdb, where it is to be another version than the newest that is installed; POSTGRES_LISTEN
# are the addresses it listens on, whose neighbours it trusts.
set -eu
dir=$2
bin=${POSTGRES_BIN:-$(dirname "$(ls /usr/lib/postgresql/*/bin/initdb | tail -1)")}
as_postgres() { if [ "$(id -u)" = 0 ]; then setpriv --reuid postgres --regid postgres --clear-groups "$@"; else "$@"; fi; }
control() { as_postgres "$bin/pg_ctl" -w -D "$dir/data" -l "$dir/server.log" "$@" >/dev/null; }

case $1 in
    start)
        install -d -m 700 "$dir"
        [ "$(id -u)" != 0 ] || chown postgres: "$dir"
        port=$(python3 "$(dirname "$0")/ports.py")
        cd "$dir"
        as_postgres "$bin/initdb" --no-sync -A trust -U nabla -D "$dir/data" >"$dir/initdb.log"
        # who is called locked has to tell a password
        as_postgres sed -i '1i host all locked 127.0.0.1/32 scram-sha-256' "$dir/data/pg_hba.conf"
        [ -z "${POSTGRES_LISTEN:-}" ] || echo 'host all all samenet trust' >>"$dir/data/pg_hba.conf"
        cat >>"$dir/data/postgresql.conf" <<END
port = $port
listen_addresses = '${POSTGRES_LISTEN:-127.0.0.1}'
unix_socket_directories = ''
END
        control start
        echo "jdbc:postgresql://127.0.0.1:$port/postgres?user=nabla"
        ;;
    down) control -m fast stop ;;
    up) control start ;;
    stop)
        cd /
        control -m immediate stop || true
        rm -rf "$dir"
        ;;
esac
