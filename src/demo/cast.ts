/* The people, skills, goals and recurring meetings that exist from the first day on. */

export const labels = [
  { name: 'Deep work', color: '#2563eb' },
  { name: 'Team', color: '#16a34a' },
  { name: 'Review', color: '#9333ea' },
  { name: 'On call', color: '#dc2626' },
  { name: 'Learning', color: '#d97706' },
  { name: 'Writing', color: '#0891b2' },
  { name: 'Career', color: '#db2777' },
  { name: 'Admin', color: '#64748b' },
] as const;
export type LabelName = (typeof labels)[number]['name'];

export const people = [
  { name: 'Mara Lindqvist', email: 'mara@northwind.example', relationship: 'MANAGER', company: 'Northwind' },
  { name: 'Tomás Herrera', email: 'tomas@northwind.example', relationship: 'PEER', company: 'Northwind' },
  { name: 'Aiko Tanabe', email: 'aiko@northwind.example', relationship: 'PEER', company: 'Northwind' },
  { name: 'Ben Okafor', email: 'ben@northwind.example', relationship: 'PEER', company: 'Northwind' },
  { name: 'Priya Raman', email: 'priya@northwind.example', relationship: 'PEER', company: 'Northwind' },
  { name: 'Jonas Weber', email: 'jonas@northwind.example', relationship: 'REPORT', company: 'Northwind' },
  { name: 'Lena Petrova', email: 'lena@northwind.example', relationship: 'REPORT', company: 'Northwind' },
  { name: 'Samuel Adeyemi', email: 'samuel@harbour.example', relationship: 'MENTOR', company: 'Harbour Labs' },
  { name: 'Chloé Martin', email: 'chloe@talentbridge.example', relationship: 'RECRUITER', company: 'Talentbridge' },
  { name: 'Ravi Shah', email: 'ravi@larkspur.example', relationship: 'RECRUITER', company: 'Larkspur' },
  { name: 'Ingrid Solheim', email: 'ingrid@northwind.example', relationship: 'OTHER', company: 'Northwind' },
  { name: 'Daniel Kovács', email: 'daniel@meetup.example', relationship: 'OTHER', company: 'Type Meetup' },
] as const;

export const scales = [
  { name: 'Sleep', levels: 5, description: '1: awake all night. 5: slept through.' },
  { name: 'Headache', isHighGood: false },
] as const;

/** A ladder of eight categories with five skills each. */
export const ladder: Record<string, readonly string[]> = {
  'Technical depth': ['TypeScript', 'GraphQL', 'Databases', 'Distributed systems', 'Performance'],
  Architecture: ['System design', 'API design', 'Data modelling', 'Technical vision', 'Simplification'],
  Quality: ['Testing', 'Observability', 'Incident response', 'Security', 'Code review'],
  Delivery: ['Planning', 'Estimation', 'Execution', 'Risk management', 'Continuous delivery'],
  Communication: ['Writing', 'Presenting', 'Listening', 'Facilitation', 'Negotiation'],
  Leadership: ['Mentoring', 'Delegation', 'Influence', 'Decision making', 'Conflict resolution'],
  Product: ['User research', 'Prioritisation', 'Metrics', 'Experimentation', 'Domain knowledge'],
  Growth: ['Learning', 'Feedback', 'Focus', 'Resilience', 'Networking'],
};

/** The names of the levels, from 0. */
export const levelNames = ['None', 'Aware', 'Guided', 'Independent', 'Leading', 'Shaping'] as const;

/** The summaries of the levels 0 to 5, the same for each skill. */
export const levelSummaries = [
  'Has not done it yet.',
  'Does it with help.',
  'Does it alone in familiar terrain.',
  'Does it well in new terrain, and helps others.',
  'Sets how the team does it.',
  'Sets how many teams do it.',
];

type GoalText = {
  title: string;
  description: string;
  kind: 'OBJECTIVE' | 'KEY_RESULT' | 'PROJECT' | 'HABIT';
  label: LabelName;
  metric?: { from: number; to: number; unit: string };
  milestones?: readonly string[];
};

/** Twelve goals. A key result belongs to the objective before it. */
export const goals: readonly GoalText[] = [
  {
    title: 'Be ready for a staff role',
    description: 'More reach than my own team.',
    kind: 'OBJECTIVE',
    label: 'Career',
  },
  {
    title: 'Lead a change across three teams',
    description: 'Staff work is across teams.',
    kind: 'KEY_RESULT',
    label: 'Career',
    metric: { from: 0, to: 3, unit: 'teams' },
  },
  {
    title: 'Tell eight stories without notes',
    description: 'Interviews ask for them.',
    kind: 'KEY_RESULT',
    label: 'Career',
    metric: { from: 1, to: 8, unit: 'stories' },
  },
  {
    title: 'Hold twelve practice interviews',
    description: 'Practice makes calm.',
    kind: 'KEY_RESULT',
    label: 'Career',
    metric: { from: 0, to: 12, unit: 'interviews' },
  },
  {
    title: 'A platform that teams trust',
    description: 'They copy what they do not trust.',
    kind: 'OBJECTIVE',
    label: 'Deep work',
  },
  {
    title: 'Cut the time of a deployment to ten minutes',
    description: 'Waiting costs focus.',
    kind: 'KEY_RESULT',
    label: 'Deep work',
    metric: { from: 42, to: 10, unit: 'minutes' },
  },
  {
    title: 'Halve the pages at night',
    description: 'Sleep.',
    kind: 'KEY_RESULT',
    label: 'On call',
    metric: { from: 16, to: 8, unit: 'pages a month' },
  },
  {
    title: 'One event log',
    description: 'Three of them disagree.',
    kind: 'PROJECT',
    label: 'Deep work',
    milestones: ['Proposal agreed', 'First producer', 'All producers', 'Old tables gone'],
  },
  {
    title: 'Speak at the Type Meetup',
    description: 'Teaching shows what I know.',
    kind: 'PROJECT',
    label: 'Writing',
    milestones: ['Outline', 'Dry run', 'The evening itself'],
  },
  {
    title: 'Write every week',
    description: 'Writing is thinking.',
    kind: 'HABIT',
    label: 'Writing',
    metric: { from: 0, to: 26, unit: 'posts' },
  },
  {
    title: 'Mentor Lena to her promotion',
    description: 'She is ready for more.',
    kind: 'PROJECT',
    label: 'Team',
    milestones: ['Growth plan', 'Owns a service', 'Case written'],
  },
  {
    title: 'Read twelve books',
    description: 'Slow input for fast days.',
    kind: 'HABIT',
    label: 'Learning',
    metric: { from: 0, to: 12, unit: 'books' },
  },
];

/**
 * Eight meeting series: the weekday (1 is Monday), the time, the duration, the interval in weeks, the attendees, and the energy
 * that a meeting gives or, if negative, takes.
 */
export const series = [
  {
    title: '1:1 with Mara',
    description: 'What helps, what hinders.',
    day: 1,
    at: '09:30',
    minutes: 45,
    every: 1,
    who: ['Mara Lindqvist'],
    energy: 0.3,
  },
  {
    title: 'Planning',
    description: 'What the week is for.',
    day: 1,
    at: '11:00',
    minutes: 60,
    every: 1,
    who: ['Tomás Herrera', 'Aiko Tanabe', 'Ben Okafor', 'Priya Raman'],
    energy: -0.9,
  },
  {
    title: 'Pairing with Lena',
    description: 'Her keyboard, my questions.',
    day: 2,
    at: '14:00',
    minutes: 90,
    every: 1,
    who: ['Lena Petrova'],
    energy: 0.7,
  },
  {
    title: '1:1 with Jonas',
    description: 'His growth plan.',
    day: 4,
    at: '10:00',
    minutes: 30,
    every: 1,
    who: ['Jonas Weber'],
    energy: 0.2,
  },
  {
    title: 'Demo',
    description: 'What is done, shown.',
    day: 5,
    at: '15:00',
    minutes: 45,
    every: 1,
    who: ['Tomás Herrera', 'Aiko Tanabe', 'Ingrid Solheim'],
    energy: 0.5,
  },
  {
    title: 'Architecture guild',
    description: 'Decisions that outlive a team.',
    day: 3,
    at: '13:00',
    minutes: 60,
    every: 2,
    who: ['Aiko Tanabe', 'Ingrid Solheim'],
    energy: -0.6,
  },
  {
    title: 'Mentoring with Samuel',
    description: 'The next step.',
    day: 3,
    at: '17:00',
    minutes: 60,
    every: 2,
    who: ['Samuel Adeyemi'],
    energy: 1,
  },
  {
    title: 'Retro',
    description: 'What to keep, what to change.',
    day: 5,
    at: '11:00',
    minutes: 60,
    every: 2,
    who: ['Tomás Herrera', 'Aiko Tanabe', 'Ben Okafor'],
    energy: -0.3,
  },
] as const;
