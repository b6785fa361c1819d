#!/usr/bin/env bash
# A git hook (`post-commit`): creates a learning from a commit. The id of the learning is made from that of the commit, so
# that running the hook again for the same commit creates nothing new.
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

query='mutation ($input: CreateLearningInput!) { createLearning(input: $input) { __typename ... on CreateLearningPayload { learning { id title version } } ... on Error { code message } } }'
input="{ \"id\": \"$id\", \"title\": $(quote "$title"), \"sourceKind\": \"PROJECT\" }"

curl --silent --show-error --fail-with-body --max-time 20 "$WAYMARK_URL/graphql" \
  --header "authorization: Bearer $WAYMARK_TOKEN" \
  --header 'content-type: application/json' \
  --data "{ \"query\": $(quote "$query"), \"variables\": { \"input\": $input } }"
