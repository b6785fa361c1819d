#!/usr/bin/env bash
# Creates a task with an id of your choice and prints the result. Run it again if it was interrupted: it creates nothing twice.
# Usage: WAYMARK_URL=http://localhost:4000 WAYMARK_TOKEN=wm_pat_… create-task.sh <uuid> <title>
set -euo pipefail

quote() {
  local text=${1//\\/\\\\}
  printf '"%s"' "${text//\"/\\\"}"
}

query='mutation ($input: CreateTaskInput!) { createTask(input: $input) { __typename ... on CreateTaskPayload { task { id title version } } ... on Error { code message } } }'

curl --silent --show-error --fail-with-body --max-time 20 "$WAYMARK_URL/graphql" \
  --header "authorization: Bearer $WAYMARK_TOKEN" \
  --header 'content-type: application/json' \
  --data "{ \"query\": $(quote "$query"), \"variables\": { \"input\": { \"id\": $(quote "$1"), \"title\": $(quote "$2") } } }"
