import { graphql } from './generated/gql.ts';

/** How ready the reader is for each role, and what is missing. */
export const ReadinessQuery = graphql(`
  query Readiness {
    roleProfiles(first: 10) {
      nodes {
        title
        company
        readiness {
          score
          missing
          criteria {
            requirement {
              title
            }
            fraction
            missing
          }
        }
        before: readiness(asOf: "-P90D") {
          score
        }
      }
    }
  }
`);

/** The levels of all skills, and their targets. */
export const SkillsQuery = graphql(`
  query Skills {
    skillMatrix {
      categories {
        name
        skills {
          name
          self {
            level
          }
          peer {
            level
          }
          manager {
            level
          }
          targetLevel
          gap
        }
      }
    }
  }
`);

/** Energy by day and by week, of half a year; and by hour and day of the week. */
export const EnergyQuery = graphql(`
  query Energy {
    days: energyEntryStats(bucket: DAY, filter: { at: { gte: "-P179D" } }) {
      period {
        startsOn
      }
      energy {
        mean
      }
    }
    weeks: energyEntryStats(bucket: WEEK, filter: { at: { gte: "-P179D" } }) {
      period {
        startsOn
      }
      energy {
        count
        min
        max
        mean
      }
    }
    energyProfile {
      weekday
      hour
      n
      mean
    }
  }
`);

/** The pace of active goals, and when they will be reached. */
export const GoalsQuery = graphql(`
  query Goals {
    day {
      date
    }
    goals(first: 20, filter: { status: { eq: ACTIVE } }, orderBy: [{ field: DUE_ON }]) {
      nodes {
        title
        dueOn
        progress {
          fraction
        }
        pace {
          state
          expected
        }
        forecast {
          state
          date
          earliest
          latest
          missing
        }
      }
    }
  }
`);

/** The reviews of prompts that the next days will bring. */
export const ReviewsQuery = graphql(`
  query Reviews {
    reviewForecast(days: 30) {
      overdueCount
      newCount
      days {
        date
        count
      }
    }
  }
`);

/** How far job applications came. */
export const JobsQuery = graphql(`
  query Jobs {
    jobApplicationFunnel {
      applicationCount
      stages {
        stage
        reachedCount
        conversion {
          value
        }
        stays {
          medianDays
        }
      }
    }
  }
`);
