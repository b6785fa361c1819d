/*
 * The texts of the demo account: half a year of a software engineer who wants to become a staff engineer. All of it is
 * fiction.
 */

import type { LabelName } from './cast.ts';

/** Tasks of one kind: verbs, objects, label and usual duration in minutes. */
export const tasks: readonly {
  label: LabelName;
  verbs: readonly string[];
  objects: readonly string[];
  minutes: number;
}[] = [
  {
    label: 'Deep work',
    verbs: ['Design', 'Prototype', 'Implement', 'Refactor', 'Profile', 'Simplify'],
    objects: [
      'the billing events schema',
      'cursor paging for invoices',
      'the import pipeline',
      'retry handling in the mailer',
      'the permission checks',
      'the cache in front of search',
      'the audit log',
      'the nightly export',
      'rate limits per tenant',
      'the webhook signatures',
    ],
    minutes: 120,
  },
  {
    label: 'Review',
    verbs: ['Review', 'Comment on', 'Re-read'],
    objects: [
      'Tomás’ change to the scheduler',
      'Aiko’s proposal for feature flags',
      'Lena’s first migration',
      'Jonas’ test plan',
      'the threat model',
      'the on-call handbook',
      'Priya’s dashboard',
      'the hiring rubric',
    ],
    minutes: 45,
  },
  {
    label: 'Team',
    verbs: ['Pair with Lena on', 'Pair with Jonas on', 'Agree with Ben on', 'Unblock Priya on', 'Hand over'],
    objects: [
      'the invoice bug',
      'the release checklist',
      'the new onboarding flow',
      'alert thresholds',
      'flaky tests',
      'the data retention job',
    ],
    minutes: 60,
  },
  {
    label: 'On call',
    verbs: ['Look into', 'Write up', 'Follow up on', 'Add an alert for'],
    objects: [
      'slow checkouts on Monday',
      'the queue that filled up',
      'expired certificates',
      'the failed backup',
      'duplicate emails',
      'memory growth in the API',
    ],
    minutes: 50,
  },
  {
    label: 'Writing',
    verbs: ['Draft', 'Revise', 'Publish', 'Outline'],
    objects: [
      'the proposal for one event log',
      'the post on idempotency',
      'the incident review',
      'the architecture overview',
      'the quarter’s summary',
      'the talk on GraphQL errors',
    ],
    minutes: 90,
  },
  {
    label: 'Learning',
    verbs: ['Work through', 'Take notes on', 'Summarise'],
    objects: [
      'Designing Data-Intensive Applications',
      'The Staff Engineer’s Path',
      'query planning in PostgreSQL',
      'A Philosophy of Software Design',
      'consensus protocols',
      'property-based testing',
    ],
    minutes: 40,
  },
  {
    label: 'Career',
    verbs: ['Work on', 'Shorten', 'Ask Samuel about', 'Practise telling'],
    objects: [
      'the promotion case',
      'the story about the migration',
      'the story about retries',
      'the answer to “why staff?”',
      'what I did this quarter',
    ],
    minutes: 45,
  },
  {
    label: 'Admin',
    verbs: ['Sort out'],
    objects: [
      'the travel expenses',
      'a room for the workshop',
      'the survey',
      'the inbox',
      'the vacation plan',
      'the new laptop',
      'access for the new colleague',
      'the training budget',
      'the team lunch',
      'the old accounts',
    ],
    minutes: 15,
  },
];

/** Meetings that are in no series. */
export const singles = [
  'Incident review',
  'Quarterly review',
  'Interview with a candidate',
  'Workshop on event logs',
  'Lunch with Daniel',
  'Threat modelling',
];

export const agenda = [
  'What went well',
  'The plan for the next two weeks',
  'Who needs help',
  'The open decision on retries',
  'Numbers of the week',
  'Hiring',
];
export const preparation = [
  'Read the notes of the last time',
  'Bring one question',
  'Look at the dashboard',
  'Write down what to ask for',
];
export const decisions = [
  'Ship behind a flag first',
  'Keep the old endpoint until March',
  'One owner for each alert',
  'No meetings on Wednesday mornings',
];
export const actionItems = [
  'Share the notes',
  'Ask Legal about the export',
  'Compare the two offers',
  'Find a date for the workshop',
  'Write down what we agreed on',
  'Collect examples for the guild',
];

export const intentions = [
  'One hard thing before noon',
  'Finish what is open',
  'Help others first',
  'Write before reading',
  'Slow and careful',
  'Say no once',
];
export const reflections = [
  'Good focus until lunch.',
  'Too many interruptions, still moved the main thing.',
  'The hard part was smaller than feared.',
  'Tired, so I stopped early.',
  'A good conversation changed the plan.',
];

/** The saved filters of tasks, with priorities as the database has them. */
export const savedFilters = [
  {
    name: 'Due this week',
    filter: { status: { in: ['TODO', 'IN_PROGRESS'] }, dueOn: { lte: 'P7D' } },
    orderBy: [{ field: 'DUE_ON' }],
  },
  {
    name: 'Important and available',
    filter: { isAvailable: { eq: true }, priority: { gte: 3 } },
    orderBy: [{ field: 'PRIORITY', direction: 'DESC' as const }],
  },
];
