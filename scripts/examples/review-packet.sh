#!/usr/bin/env bash
# Prints the packet for a review of yourself as Markdown. Requires jq. Before a review: review-packet.sh 2026-01-01 2026-06-30 > review.md
# Usage: WAYMARK_URL=http://localhost:4000 WAYMARK_TOKEN=wm_pat_… review-packet.sh [first day, default -P6M] [last day, default TODAY]
set -euo pipefail

query='query ($from: Date, $to: Date) { reviewPacket(from: $from, to: $to) { text(format: MARKDOWN) } }'

jq --null-input --arg query "$query" --arg from "${1:--P6M}" --arg to "${2:-TODAY}" '{ $query, variables: { $from, $to } }' |
  curl --silent --show-error --fail-with-body --max-time 20 "$WAYMARK_URL/graphql" \
    --header "authorization: Bearer $WAYMARK_TOKEN" \
    --header 'content-type: application/json' \
    --data @- |
  jq --join-output 'if .errors then error(.errors[0].message) else .data.reviewPacket.text end'
