/** What GraphiQL opens with: a welcome, a first change, and a look at each domain. Tests run every one of them. */
export const tour: { query: string }[] = [
  {
    query: `# Welcome to Waymark. Press the play button, or Ctrl-Enter.
# The book icon on the left documents every type and field.
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
    query: `# Every change takes one input, and answers either the row or why not.
mutation FirstTask {
  createTask(
    input: { title: "Try Waymark", scheduledOn: "TODAY", priority: HIGH, estimateMinutes: 15 }
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
    query: `# Lists are filtered, sorted and paged, all in the same way.
query OpenTasks {
  tasks(
    filter: {
      status: { in: [TODO, IN_PROGRESS] }
      or: [{ scheduledOn: { lte: "P7D" } }, { scheduledOn: { isNull: true } }]
    }
    orderBy: [{ field: PRIORITY, direction: DESC }, { field: DEADLINE }]
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
    query: `# What today is for.
mutation Focus {
  setDailyFocus(input: { intention: "One thing, done well" }) {
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
    query: `# How much energy you have: from 1 to 5, as often as you like.
mutation NoteEnergy {
  createEnergyEntry(input: { energy: 4, mood: 4, note: "After a walk" }) {
    __typename
    ... on EnergyEntry {
      at
      energy
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
    query: `# How it goes over time.
query Energy {
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
];
