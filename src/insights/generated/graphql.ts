/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** A day of the week. */
export type DayOfWeek =
  /** Friday. */
  | 'FRIDAY'
  /** Monday. */
  | 'MONDAY'
  /** Saturday. */
  | 'SATURDAY'
  /** Sunday. */
  | 'SUNDAY'
  /** Thursday. */
  | 'THURSDAY'
  /** Tuesday. */
  | 'TUESDAY'
  /** Wednesday. */
  | 'WEDNESDAY';

/** Whether it can be forecast when a goal will be reached. */
export type GoalForecastState =
  /** There is a forecast. */
  | 'FORECAST'
  /** It takes check-ins with a value on 4 days, of which the last is 14 days or more after the first. */
  | 'NOT_ENOUGH_DATA'
  /** The metric does not move toward the target. */
  | 'NOT_MOVING'
  /** The target is reached, or the goal was marked as achieved. */
  | 'REACHED';

/** How the progress of a goal compares to the time that has passed. */
export type GoalPaceState =
  /** `ratio` is 0.75 or more, and below 0.95. */
  | 'AT_RISK'
  /** `ratio` is below 0.75. */
  | 'OFF_TRACK'
  /** `ratio` is 0.95 or more. */
  | 'ON_TRACK'
  /** Less than 5 % of the time has passed. */
  | 'TOO_EARLY';

/** The stage of a job application. Filters can compare stages: INTERESTED is the lowest. */
export type JobApplicationStage =
  /** You accepted the offer. */
  | 'ACCEPTED'
  /** You have applied. */
  | 'APPLIED'
  /** You are interested in the job. */
  | 'INTERESTED'
  /** The company is interviewing you. */
  | 'INTERVIEWING'
  /** The company made an offer. */
  | 'OFFER'
  /** The company rejected the application. */
  | 'REJECTED'
  /** The company is reviewing the application. */
  | 'SCREENING'
  /** You withdrew the application. */
  | 'WITHDRAWN';

export type ReadinessQueryVariables = Exact<{ [key: string]: never; }>;


export type ReadinessQuery = { roleProfiles: { nodes: Array<{ title: string, company: string, readiness: { score: number | null, missing: string | null, criteria: Array<{ fraction: number, missing: string | null, requirement: { title: string } }> }, before: { score: number | null } }> } };

export type SkillsQueryVariables = Exact<{ [key: string]: never; }>;


export type SkillsQuery = { skillMatrix: { categories: Array<{ name: string, skills: Array<{ name: string, targetLevel: number | null, gap: number | null, self: { level: number } | null, peer: { level: number } | null, manager: { level: number } | null }> }> } };

export type EnergyQueryVariables = Exact<{ [key: string]: never; }>;


export type EnergyQuery = { days: Array<{ period: { startsOn: string } | null, energy: { mean: number | null } | null }>, weeks: Array<{ period: { startsOn: string } | null, energy: { count: number, min: number, max: number, mean: number | null } | null }>, energyProfile: Array<{ weekday: DayOfWeek, hour: number, n: number, mean: number | null }> };

export type GoalsQueryVariables = Exact<{ [key: string]: never; }>;


export type GoalsQuery = { day: { date: string }, goals: { nodes: Array<{ title: string, dueOn: string | null, progress: { fraction: number } | null, pace: { state: GoalPaceState, expected: number } | null, forecast: { state: GoalForecastState, date: string | null, earliest: string | null, latest: string | null, missing: string | null } | null }> } };

export type ReviewsQueryVariables = Exact<{ [key: string]: never; }>;


export type ReviewsQuery = { reviewForecast: { overdueCount: number, newCount: number, days: Array<{ date: string, count: number }> } };

export type JobsQueryVariables = Exact<{ [key: string]: never; }>;


export type JobsQuery = { jobApplicationFunnel: { applicationCount: number, stages: Array<{ stage: JobApplicationStage, reachedCount: number, conversion: { value: number | null } | null, stays: { medianDays: number | null } }> } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}

export const ReadinessDocument = new TypedDocumentString(`
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
    `) as unknown as TypedDocumentString<ReadinessQuery, ReadinessQueryVariables>;
export const SkillsDocument = new TypedDocumentString(`
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
    `) as unknown as TypedDocumentString<SkillsQuery, SkillsQueryVariables>;
export const EnergyDocument = new TypedDocumentString(`
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
    `) as unknown as TypedDocumentString<EnergyQuery, EnergyQueryVariables>;
export const GoalsDocument = new TypedDocumentString(`
    query Goals {
  day {
    date
  }
  goals(
    first: 20
    filter: { status: { eq: ACTIVE } }
    orderBy: [{ field: DUE_ON }]
  ) {
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
    `) as unknown as TypedDocumentString<GoalsQuery, GoalsQueryVariables>;
export const ReviewsDocument = new TypedDocumentString(`
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
    `) as unknown as TypedDocumentString<ReviewsQuery, ReviewsQueryVariables>;
export const JobsDocument = new TypedDocumentString(`
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
    `) as unknown as TypedDocumentString<JobsQuery, JobsQueryVariables>;