/* eslint-disable */
import * as types from './graphql.ts';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query Readiness {\n    roleProfiles(first: 10) {\n      nodes {\n        title\n        company\n        readiness {\n          score\n          missing\n          criteria {\n            requirement {\n              title\n            }\n            fraction\n            missing\n          }\n        }\n        before: readiness(asOf: \"-P90D\") {\n          score\n        }\n      }\n    }\n  }\n": typeof types.ReadinessDocument,
    "\n  query Skills {\n    skillMatrix {\n      categories {\n        name\n        skills {\n          name\n          self {\n            level\n          }\n          peer {\n            level\n          }\n          manager {\n            level\n          }\n          targetLevel\n          gap\n        }\n      }\n    }\n  }\n": typeof types.SkillsDocument,
    "\n  query Energy {\n    days: energyEntryStats(bucket: DAY, filter: { at: { gte: \"-P179D\" } }) {\n      period {\n        startsOn\n      }\n      energy {\n        mean\n      }\n    }\n    weeks: energyEntryStats(bucket: WEEK, filter: { at: { gte: \"-P179D\" } }) {\n      period {\n        startsOn\n      }\n      energy {\n        count\n        min\n        max\n        mean\n      }\n    }\n    energyProfile {\n      weekday\n      hour\n      n\n      mean\n    }\n  }\n": typeof types.EnergyDocument,
    "\n  query Goals {\n    day {\n      date\n    }\n    goals(first: 20, filter: { status: { eq: ACTIVE } }, orderBy: [{ field: DUE_ON }]) {\n      nodes {\n        title\n        dueOn\n        progress {\n          fraction\n        }\n        pace {\n          state\n          expected\n        }\n        forecast {\n          state\n          date\n          earliest\n          latest\n          missing\n        }\n      }\n    }\n  }\n": typeof types.GoalsDocument,
    "\n  query Reviews {\n    reviewForecast(days: 30) {\n      overdueCount\n      newCount\n      days {\n        date\n        count\n      }\n    }\n  }\n": typeof types.ReviewsDocument,
    "\n  query Jobs {\n    jobApplicationFunnel {\n      applicationCount\n      stages {\n        stage\n        reachedCount\n        conversion {\n          value\n        }\n        stays {\n          medianDays\n        }\n      }\n    }\n  }\n": typeof types.JobsDocument,
};
const documents: Documents = {
    "\n  query Readiness {\n    roleProfiles(first: 10) {\n      nodes {\n        title\n        company\n        readiness {\n          score\n          missing\n          criteria {\n            requirement {\n              title\n            }\n            fraction\n            missing\n          }\n        }\n        before: readiness(asOf: \"-P90D\") {\n          score\n        }\n      }\n    }\n  }\n": types.ReadinessDocument,
    "\n  query Skills {\n    skillMatrix {\n      categories {\n        name\n        skills {\n          name\n          self {\n            level\n          }\n          peer {\n            level\n          }\n          manager {\n            level\n          }\n          targetLevel\n          gap\n        }\n      }\n    }\n  }\n": types.SkillsDocument,
    "\n  query Energy {\n    days: energyEntryStats(bucket: DAY, filter: { at: { gte: \"-P179D\" } }) {\n      period {\n        startsOn\n      }\n      energy {\n        mean\n      }\n    }\n    weeks: energyEntryStats(bucket: WEEK, filter: { at: { gte: \"-P179D\" } }) {\n      period {\n        startsOn\n      }\n      energy {\n        count\n        min\n        max\n        mean\n      }\n    }\n    energyProfile {\n      weekday\n      hour\n      n\n      mean\n    }\n  }\n": types.EnergyDocument,
    "\n  query Goals {\n    day {\n      date\n    }\n    goals(first: 20, filter: { status: { eq: ACTIVE } }, orderBy: [{ field: DUE_ON }]) {\n      nodes {\n        title\n        dueOn\n        progress {\n          fraction\n        }\n        pace {\n          state\n          expected\n        }\n        forecast {\n          state\n          date\n          earliest\n          latest\n          missing\n        }\n      }\n    }\n  }\n": types.GoalsDocument,
    "\n  query Reviews {\n    reviewForecast(days: 30) {\n      overdueCount\n      newCount\n      days {\n        date\n        count\n      }\n    }\n  }\n": types.ReviewsDocument,
    "\n  query Jobs {\n    jobApplicationFunnel {\n      applicationCount\n      stages {\n        stage\n        reachedCount\n        conversion {\n          value\n        }\n        stays {\n          medianDays\n        }\n      }\n    }\n  }\n": types.JobsDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Readiness {\n    roleProfiles(first: 10) {\n      nodes {\n        title\n        company\n        readiness {\n          score\n          missing\n          criteria {\n            requirement {\n              title\n            }\n            fraction\n            missing\n          }\n        }\n        before: readiness(asOf: \"-P90D\") {\n          score\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ReadinessDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Skills {\n    skillMatrix {\n      categories {\n        name\n        skills {\n          name\n          self {\n            level\n          }\n          peer {\n            level\n          }\n          manager {\n            level\n          }\n          targetLevel\n          gap\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').SkillsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Energy {\n    days: energyEntryStats(bucket: DAY, filter: { at: { gte: \"-P179D\" } }) {\n      period {\n        startsOn\n      }\n      energy {\n        mean\n      }\n    }\n    weeks: energyEntryStats(bucket: WEEK, filter: { at: { gte: \"-P179D\" } }) {\n      period {\n        startsOn\n      }\n      energy {\n        count\n        min\n        max\n        mean\n      }\n    }\n    energyProfile {\n      weekday\n      hour\n      n\n      mean\n    }\n  }\n"): typeof import('./graphql.ts').EnergyDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Goals {\n    day {\n      date\n    }\n    goals(first: 20, filter: { status: { eq: ACTIVE } }, orderBy: [{ field: DUE_ON }]) {\n      nodes {\n        title\n        dueOn\n        progress {\n          fraction\n        }\n        pace {\n          state\n          expected\n        }\n        forecast {\n          state\n          date\n          earliest\n          latest\n          missing\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').GoalsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Reviews {\n    reviewForecast(days: 30) {\n      overdueCount\n      newCount\n      days {\n        date\n        count\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ReviewsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Jobs {\n    jobApplicationFunnel {\n      applicationCount\n      stages {\n        stage\n        reachedCount\n        conversion {\n          value\n        }\n        stays {\n          medianDays\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').JobsDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
