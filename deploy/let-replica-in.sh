#!/bin/sh
# Lets a replica read the log of a PostgreSQL server, and keeps for it what it has not fetched. compose.replica.yaml has it run once, when
# the database is made.
set -eu
psql -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" -d postgres -v password="$REPLICATION_PASSWORD" <<'SQL'
CREATE ROLE replicator REPLICATION LOGIN PASSWORD :'password';
SELECT pg_create_physical_replication_slot('waymark_replica', true);
SQL
echo "host replication replicator all scram-sha-256" >>"$PGDATA/pg_hba.conf"
psql -U "$POSTGRES_USER" -d postgres -c 'SELECT pg_reload_conf()'
