/** What GraphiQL opens with: a welcome, a first change, and a look at each domain. Tests run every one of them. */
export const tour: { query: string }[] = [
  {
    query: `# Welcome to Waymark.
# Press the play button, or Ctrl-Enter.
# The book on the left documents every type.
# The other tabs show you round, one by one.
query Welcome {
  viewer {
    name
    email
    timeZone
  }
  today
  tasksOn {
    totalCount
    nodes {
      title
      status
      priority
    }
  }
  dailyFocus {
    intention
    tasks {
      title
    }
  }
}
`,
  },
  {
    query: `# A change takes one input, and answers the row,
# or why not. Dates may be relative: TODAY, P2D.
mutation FirstTask {
  createTask(
    input: {
      title: "Try Waymark"
      scheduledOn: "TODAY"
      priority: HIGH
      estimateMinutes: 15
    }
  ) {
    __typename
    ... on Task {
      id
      title
      scheduledOn
      priority
    }
    ... on Error {
      message
    }
    ... on InvalidInputError {
      issues {
        path
        message
      }
    }
  }
}
`,
  },
  {
    query: `# All lists are filtered, sorted and paged alike.
# For the next page, give endCursor as "after".
query OpenTasks {
  tasks(
    filter: {
      status: { in: [TODO, IN_PROGRESS] }
      or: [
        { scheduledOn: { lte: "P7D" } }
        { scheduledOn: { isNull: true } }
      ]
    }
    orderBy: [
      { field: PRIORITY, direction: DESC }
      { field: DEADLINE }
    ]
    first: 10
  ) {
    totalCount
    nodes {
      id
      title
      status
      priority
      scheduledOn
      deadline
      labels {
        name
        colour
      }
      subtaskProgress {
        done
        total
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
  taskStats {
    from
    to
    completed
    planned
    plannedDone
    overdue
    completedByDay {
      date
      count
    }
  }
}
`,
  },
  {
    query: `# Labels gather tasks and energy under one name.
# Sent twice, it answers what is wrong, and where.
mutation NewLabel {
  createLabel(
    input: { name: "Learning", colour: "#3b82f6" }
  ) {
    __typename
    ... on Label {
      id
      name
      colour
    }
    ... on Error {
      message
    }
    ... on InvalidInputError {
      issues {
        path
        message
      }
    }
  }
}
`,
  },
  {
    query: `# What today is for; with taskIds, which tasks.
# In the evening closeDay keeps how it went,
# and carries over what is left.
mutation Focus {
  setDailyFocus(
    input: { intention: "One thing, done well" }
  ) {
    __typename
    ... on DailyFocus {
      date
      intention
      tasks {
        title
      }
    }
    ... on Error {
      message
    }
  }
}
`,
  },
  {
    query: `# How much energy you have, from 1 to 5,
# as often as you like. With a taskId: what
# that task gives you, or takes.
mutation Energy {
  createEnergyEntry(
    input: {
      energy: 4
      mood: 4
      note: "After a walk"
    }
  ) {
    __typename
    ... on EnergyEntry {
      at
      energy
      mood
      note
    }
    ... on Error {
      message
    }
  }
}
`,
  },
  {
    query: `# How engaged you felt this week, from 1 to 5.
# Said again, it replaces what you said.
mutation Week {
  recordEngagement(
    input: { score: 4, note: "Good people" }
  ) {
    __typename
    ... on EngagementPulse {
      week
      score
      note
    }
    ... on Error {
      message
    }
  }
}
`,
  },
  {
    query: `# How it goes over time: a point for each day,
# what is behind it, and week by week.
query OverTime {
  energySeries(bucket: DAY, from: "-P30D") {
    start
    count
    energy {
      mean
      min
      max
    }
  }
  energyEntries(first: 5) {
    nodes {
      at
      energy
      mood
      note
      task {
        title
      }
    }
  }
  engagementPulses(first: 4) {
    nodes {
      week
      score
    }
  }
}
`,
  },
  {
    query: `# What a script signs in with, in the header
#   Authorization: Bearer <token>
# It shows this once. With scopes [READ, WRITE]
# the script may change things, too.
mutation Token {
  createAccessToken(
    input: {
      name: "My first script"
      scopes: [READ]
      expiresAt: "P90D"
    }
  ) {
    __typename
    ... on CreatedAccessToken {
      token
      accessToken {
        name
        scopes
        expiresAt
      }
    }
    ... on Error {
      message
    }
  }
}
`,
  },
  {
    query: `# You, your labels, and all that signs in as you.
# updateProfile changes your name, time zone,
# and when your day starts.
query Account {
  viewer {
    name
    email
    timeZone
    dayStartsAt
    weekStartsOn
    workingDays
  }
  labels {
    nodes {
      name
      colour
    }
  }
  sessions {
    userAgent
    lastUsedAt
    isCurrent
  }
  accessTokens {
    name
    scopes
    lastUsedAt
    expiresAt
  }
}
`,
  },
];
