/*
 * What the demo account says: half a year of a software engineer who wants to become a staff engineer. Made up, every
 * word of it.
 */

import type { LabelName } from './cast.ts';

/** Tasks of one kind: openings, what they are about, and the label they carry. */
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
      'duplicate e-mails',
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
    verbs: ['Read a chapter of', 'Take notes on', 'Try the exercises of', 'Watch the talk on'],
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
    verbs: ['Update', 'Practise', 'Ask for feedback on', 'Collect evidence for'],
    objects: [
      'the brag document',
      'the system design interview',
      'the promotion case',
      'my CV',
      'the talk',
      'the story about the migration',
    ],
    minutes: 45,
  },
  {
    label: 'Admin',
    verbs: ['File', 'Book', 'Answer', 'Sort out'],
    objects: [
      'the travel expenses',
      'a room for the workshop',
      'the survey',
      'the inbox',
      'the vacation plan',
      'the new laptop',
    ],
    minutes: 15,
  },
];

type SourceKind = 'ARTICLE' | 'BOOK' | 'COURSE' | 'PERSON' | 'PROJECT' | 'TALK' | 'VIDEO';

/** What was learned, which skill it supports, and from what kind of source of which title. */
export const learnings: readonly (readonly [string, string, SourceKind, string])[] = [
  ['A covering index saves the trip to the table', 'Databases', 'ARTICLE', 'Use the Index, Luke'],
  ['Keyset paging stays fast on the last page', 'Databases', 'ARTICLE', 'Paging done right'],
  ['Serializable snapshot isolation finds write skew', 'Databases', 'BOOK', 'Designing Data-Intensive Applications'],
  [
    'An outbox makes publishing part of the transaction',
    'Distributed systems',
    'ARTICLE',
    'Patterns of distributed systems',
  ],
  ['Timeouts need a budget, not a number each', 'Distributed systems', 'TALK', 'Timeouts, retries and backoff'],
  [
    'Fencing tokens guard against a lock holder that paused',
    'Distributed systems',
    'BOOK',
    'Designing Data-Intensive Applications',
  ],
  ['Typed errors belong in the schema', 'GraphQL', 'TALK', '200 OK! Error handling in GraphQL'],
  ['A loader per request, never per process', 'GraphQL', 'ARTICLE', 'Batching and caching'],
  ['Nullability is a promise about failure', 'GraphQL', 'ARTICLE', 'Nullability in practice'],
  ['Branded types keep ids apart', 'TypeScript', 'ARTICLE', 'Nominal typing techniques'],
  ['satisfies checks without widening', 'TypeScript', 'ARTICLE', 'TypeScript release notes'],
  ['Deep modules hide more than they show', 'Simplification', 'BOOK', 'A Philosophy of Software Design'],
  ['Pull complexity downwards', 'Simplification', 'BOOK', 'A Philosophy of Software Design'],
  ['Write the decision down while the options still hurt', 'Technical vision', 'BOOK', 'The Staff Engineer’s Path'],
  ['A diagram answers one question', 'System design', 'TALK', 'Drawing systems'],
  ['Back-of-the-envelope first, boxes later', 'System design', 'COURSE', 'System design, week by week'],
  ['Version the contract, not the server', 'API design', 'ARTICLE', 'Evolving APIs'],
  ['Idempotency keys make retries boring', 'API design', 'ARTICLE', 'Designing robust APIs'],
  ['Shrinking finds the bug you would have written down', 'Testing', 'TALK', 'Don’t write tests'],
  ['Test the contract, fake the clock', 'Testing', 'PROJECT', 'Our scheduler'],
  ['A histogram per endpoint beats an average', 'Observability', 'BOOK', 'Observability Engineering'],
  ['An alert without a next step is noise', 'Incident response', 'ARTICLE', 'My philosophy on alerting'],
  ['Blameless does not mean nameless', 'Incident response', 'PERSON', 'Ingrid Solheim'],
  ['Threat models start with what we would miss', 'Security', 'COURSE', 'Threat modelling for engineers'],
  ['Ask a question before giving the answer', 'Mentoring', 'BOOK', 'The Coaching Habit'],
  ['Delegate the outcome, not the steps', 'Delegation', 'BOOK', 'The Manager’s Path'],
  ['Disagree in writing, decide in the room', 'Decision making', 'PERSON', 'Mara Lindqvist'],
  ['The first paragraph is the document', 'Writing', 'ARTICLE', 'Writing for engineers'],
  ['One slide, one thought', 'Presenting', 'VIDEO', 'How to speak'],
  ['Estimates are ranges with a story', 'Estimation', 'BOOK', 'Software Estimation'],
];

export const feedback = {
  PRAISE: [
    'The way you broke the migration into steps that could each be undone made the review easy.',
    'You kept the incident call calm and wrote down decisions as they were made.',
    'Your comments on my change taught me something and never felt like a test.',
    'The proposal answered my questions before I had them.',
    'You noticed that nobody had asked the support team, and did it.',
  ],
  SUGGESTION: [
    'Say earlier when an estimate no longer holds.',
    'Let others speak first in the design review; they will say more.',
    'Your documents are thorough; put the decision at the top.',
    'Pick the two most important comments of a review and mark the others as optional.',
    'Hand the follow-up of an incident to someone who wants to learn it.',
  ],
  CONCERN: [
    'You took on three things at once again, and two slipped.',
    'The discussion about the event log went on in private; the team heard of it late.',
    'In the last weeks you answered messages at night.',
  ],
} as const;

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
