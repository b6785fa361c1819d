#!/usr/bin/env bash
# Prints your mean energy of each day of the last 30, as CSV, and what goes along with more or less of it. Requires jq.
# Usage: WAYMARK_URL=http://localhost:4000 WAYMARK_TOKEN=wm_pat_… energy.sh
set -euo pipefail

query='{
  energyEntryStats(bucket: DAY, filter: { at: { gte: "-P30D" } }) { period { startsOn } energy { count mean } }
  drainsAndChargers(from: "-P90D") { summary factors { verdict explanation } }
}'

jq --null-input --arg query "$query" '{ $query }' |
  curl --silent --show-error --fail-with-body --max-time 20 "$WAYMARK_URL/graphql" \
    --header "authorization: Bearer $WAYMARK_TOKEN" \
    --header 'content-type: application/json' \
    --data @- |
  jq --raw-output '
    if .errors then error(.errors[0].message) else .data end
    | (.energyEntryStats[] | [.period.startsOn, .energy.count, .energy.mean] | @csv),
      .drainsAndChargers.summary,
      (.drainsAndChargers.factors[] | select(.verdict == "DRAIN" or .verdict == "CHARGER") | .explanation)'
