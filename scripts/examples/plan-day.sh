#!/usr/bin/env bash
# Plans today and writes the plan: each task gets its time. Requires jq. For cron, on the mornings of working days:
#   0 7 * * 1-5  WAYMARK_URL=http://localhost:4000 WAYMARK_TOKEN=wm_pat_… plan-day.sh
# WAYMARK_TOKEN is an access token with the scopes READ and WRITE.
set -euo pipefail

# Sends a query ($1) with variables as JSON ($2), and prints what a jq filter ($3) makes of the data.
ask() {
  jq --null-input --arg query "$1" --argjson variables "$2" '{ $query, $variables }' |
    curl --silent --show-error --max-time 20 "$WAYMARK_URL/graphql" \
      --header "authorization: Bearer $WAYMARK_TOKEN" \
      --header 'content-type: application/json' \
      --data @- |
    jq --raw-output "if .errors then error(.errors[0].message) else .data end | $3"
}

hash=$(ask '{ planDay { planHash } }' '{}' '.planDay.planHash')

ask 'mutation ($planHash: String!) {
  commitDay(input: { planHash: $planHash }) {
    ... on CommitDayPayload { tasks { title scheduledAt } }
    ... on Error { message }
  }
}' "{ \"planHash\": \"$hash\" }" \
  '.commitDay | if .message then error(.message) else .tasks[] | "\(.scheduledAt) \(.title)" end'
