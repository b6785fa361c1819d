#!/usr/bin/env bash
# Prints what to know before your next meeting, one line for each thing. Requires jq.
# Usage: WAYMARK_URL=http://localhost:4000 WAYMARK_TOKEN=wm_pat_… brief.sh
set -euo pipefail

query='{ nextMeeting { title startsAt brief {
  carriedOver { reason node { ... on MeetingItem { title } } }
  decisions { reason node { ... on MeetingItem { title } } }
  attendees { person { ... on Person { name } } isDeclined daysSinceOneOnOne
    actionItems { reason node { ... on Task { title } } }
    feedback { reason node { ... on Feedback { body } } }
    sharedGoals { reason node { ... on Goal { title } } }
  }
} } }'

jq --null-input --arg query "$query" '{ $query }' |
  curl --silent --show-error --fail-with-body --max-time 20 "$WAYMARK_URL/graphql" \
    --header "authorization: Bearer $WAYMARK_TOKEN" \
    --header 'content-type: application/json' \
    --data @- |
  jq --raw-output '
    def line: "  - \(.node.title // .node.body // "(deleted)"): \(.reason)";
    if .errors then error(.errors[0].message) else .data.nextMeeting end
    | if . == null then "No meeting ahead." else
        "\(.title), \(.startsAt)",
        (.brief.carriedOver[], .brief.decisions[] | line),
        (.brief.attendees[]
          | "\(.person.name // "(deleted)")\(if .isDeclined then " has declined" else "" end), last one-on-one: \(
              if .daysSinceOneOnOne == null then "none" else "\(.daysSinceOneOnOne) days ago" end)",
            (.actionItems[], .feedback[], .sharedGoals[] | line))
      end'
