#!/usr/bin/env bash
# In the morning: prints what is on today. Usage: WAYMARK_URL=http://localhost:4000 WAYMARK_TOKEN=wm_pat_… morning.sh
set -euo pipefail

query='{ today { date meetings { nodes { title startsAt prepStatus } } tasks { nodes { title priority } } focus { intention tasks { title } } dueReviews { totalCount nodes { title } } energy { totalCount } } }'

curl --silent --show-error --fail-with-body --max-time 20 "$WAYMARK_URL/graphql" \
  --header "authorization: Bearer $WAYMARK_TOKEN" \
  --header 'content-type: application/json' \
  --data "{ \"query\": \"$query\" }"
