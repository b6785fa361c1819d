#!/bin/sh
# Plans today and writes the plan: each task gets its time. For cron, on the mornings of working days:
#   0 7 * * 1-5  WAYMARK_URL=http://localhost:4000 WAYMARK_TOKEN=wm_pat_… plan-day.sh
# WAYMARK_TOKEN is an access token with the scopes READ and WRITE. It takes curl and node.
set -eu
: "${WAYMARK_URL:?}" "${WAYMARK_TOKEN:?}"

# Sends a query ($1) with variables as JSON ($2), and prints what a JavaScript expression ($3) makes of the data.
ask() {
  node -e 'console.log(JSON.stringify({ query: process.argv[1], variables: JSON.parse(process.argv[2]) }))' "$1" "$2" |
    curl --silent --show-error --header "authorization: Bearer $WAYMARK_TOKEN" \
      --header 'content-type: application/json' --data @- "$WAYMARK_URL/graphql" |
    node -e '
      const { data, errors } = JSON.parse(require("fs").readFileSync(0, "utf8"));
      const problem = errors?.[0].message ?? Object.values(data)[0].message;
      if (problem) {
        console.error(problem);
        process.exit(1);
      }
      console.log(new Function("data", "return " + process.argv[1])(data));
    ' "$3"
}

hash=$(ask '{ planDay { planHash } }' '{}' 'data.planDay.planHash')

ask 'mutation ($planHash: String!) {
  commitDay(input: { planHash: $planHash }) {
    ... on CommitDayPayload { tasks { title scheduledAt } }
    ... on Error { message }
  }
}' "{ \"planHash\": \"$hash\" }" 'data.commitDay.tasks.map((task) => task.scheduledAt + " " + task.title).join("\n")'
