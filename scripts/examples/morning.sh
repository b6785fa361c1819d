#!/usr/bin/env bash
# Prints your day: its meetings, tasks, focus and due reviews. Usage: WAYMARK_URL=http://localhost:4000 WAYMARK_TOKEN=wm_pat_… morning.sh
set -euo pipefail

query='{ day { date meetings { nodes { title startsAt preparationStatus } } tasks { nodes { title priority } } focus { intention tasks { title } } dueReviews { totalCount nodes { title } } energy { totalCount } } }'

curl --silent --show-error --fail-with-body --max-time 20 "$WAYMARK_URL/graphql" \
  --header "authorization: Bearer $WAYMARK_TOKEN" \
  --header 'content-type: application/json' \
  --data "{ \"query\": \"$query\" }"
