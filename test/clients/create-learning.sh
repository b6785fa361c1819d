#!/usr/bin/env bash
# A git hook (`post-commit`): notes a commit as something learned. The learning's id is made from the commit's, so that
# the hook can run again, for the same commit, and there is still one learning.
# Usage: WAYMARK_URL=http://localhost:4000 WAYMARK_TOKEN=wm_pat_… create-learning.sh [commit]
set -euo pipefail

quote() {
  local text=${1//\\/\\\\}
  printf '"%s"' "${text//\"/\\\"}"
}

commit=$(git rev-parse --verify "${1:-HEAD}^{commit}")
title=$(git log -1 --format=%s "$commit")
# A UUID of version 8 (RFC 9562), whose bits are the caller's own: here those of the commit.
id="${commit:0:8}-${commit:8:4}-8${commit:12:3}-8${commit:15:3}-${commit:18:12}"

query='mutation ($input: CreateLearningInput!) { createLearning(input: $input) { __typename ... on Learning { id title version } ... on Error { code message } } }'
input="{ \"id\": \"$id\", \"title\": $(quote "$title"), \"sourceKind\": \"PROJECT\" }"

curl --silent --show-error --fail-with-body --max-time 20 "$WAYMARK_URL/graphql" \
  --header "authorization: Bearer $WAYMARK_TOKEN" \
  --header 'content-type: application/json' \
  --data "{ \"query\": $(quote "$query"), \"variables\": { \"input\": $input } }"
