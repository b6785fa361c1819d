#!/bin/sh
# Starts a replica of the server that PRIMARY says how to connect to. Copies it first, if there is no copy yet. What was copied in part is
# copied again. Arguments are passed on to PostgreSQL.
set -eu
if [ ! -e "$PGDATA" ]; then
  rm -rf "$PGDATA.part"
  pg_basebackup -d "$PRIMARY" -D "$PGDATA.part" -R -S waymark_replica -c fast
  # Keeps the primary from removing what a long query still reads here.
  echo "hot_standby_feedback = on" >>"$PGDATA.part/postgresql.auto.conf"
  mv "$PGDATA.part" "$PGDATA"
fi
exec postgres "$@"
