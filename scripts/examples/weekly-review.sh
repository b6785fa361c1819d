#!/usr/bin/env bash
# Prints the review of a week as Markdown. Requires jq. For Friday afternoon: weekly-review.sh > review.md
# Usage: WAYMARK_URL=http://localhost:4000 WAYMARK_TOKEN=wm_pat_… weekly-review.sh [a day of the week, default TODAY]
set -euo pipefail

query='query ($week: Date) { weeklyReview(week: $week) { text(format: MARKDOWN) } }'

jq --null-input --arg query "$query" --arg week "${1:-TODAY}" '{ $query, variables: { $week } }' |
  curl --silent --show-error --fail-with-body --max-time 20 "$WAYMARK_URL/graphql" \
    --header "authorization: Bearer $WAYMARK_TOKEN" \
    --header 'content-type: application/json' \
    --data @- |
  jq --join-output 'if .errors then error(.errors[0].message) else .data.weeklyReview.text end'
