#!/usr/bin/env bash
# Prints your readiness for a role, and fails if it is lower than the last time. For a nightly job that alerts on failure.
# Usage: WAYMARK_URL=http://localhost:4000 WAYMARK_TOKEN=wm_pat_… readiness.sh <role id> <file for the last score>
set -euo pipefail

query='query ($id: ID!) { readiness(roleId: $id) { score } }'

response=$(curl --silent --show-error --fail-with-body --max-time 20 "$WAYMARK_URL/graphql" \
  --header "authorization: Bearer $WAYMARK_TOKEN" \
  --header 'content-type: application/json' \
  --data "{ \"query\": \"$query\", \"variables\": { \"id\": \"$1\" } }")

[[ $response =~ \"score\":([0-9.]+) ]] || { echo "No role with this id: $response" >&2; exit 2; }
score=${BASH_REMATCH[1]}
last=0
[[ -f $2 ]] && last=$(<"$2")
echo "$score" >"$2"
echo "$score (was $last)"
awk -v now="$score" -v was="$last" 'BEGIN { exit now < was }'
