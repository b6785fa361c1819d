/*
 * The roles, stories, artifacts and practice interviews of the demo account. `at` is a time as a fraction of the
 * half-year, from 0 (its first day) to 1 (today).
 */

import type { RequirementInput } from '../domains/hiring/role-profiles/role-profiles.rules.ts';

/** A requirement of a role, with the skill by its name. */
export type RequirementText = Omit<RequirementInput, 'id' | 'skillId'> & { skill?: string };

interface RoleText {
  title: string;
  company: string;
  level: string;
  description: string;
  requirements: readonly RequirementText[];
}

export const roles: readonly RoleText[] = [
  {
    title: 'Staff engineer',
    company: 'Northwind',
    level: 'E6',
    description: 'The step after senior, at home: reach across teams, and judgement that others rely on.',
    requirements: [
      { kind: 'SKILL', title: 'Designs what several teams build on', weight: 20, skill: 'System design', level: 4 },
      { kind: 'SKILL', title: 'Moves decisions without authority', weight: 15, skill: 'Influence', level: 3 },
      { kind: 'SKILL', title: 'Says where the platform is going', weight: 10, skill: 'Technical vision', level: 3 },
      { kind: 'SKILL', title: 'Makes others better', weight: 10, skill: 'Mentoring', level: 3 },
      { kind: 'EVIDENCE', title: 'Decisions that held', weight: 15, skill: 'Decision making', requiredCount: 8 },
      { kind: 'STORY', title: 'Stories from more than one team', weight: 10, requiredCount: 6 },
      {
        kind: 'STORY',
        title: 'A conflict, and what came of it',
        weight: 5,
        skill: 'Conflict resolution',
        requiredCount: 1,
      },
      { kind: 'INTERVIEW', title: 'The panel, rehearsed', weight: 5, interviewKind: 'OTHER', requiredCount: 1 },
      { kind: 'ARTIFACT', title: 'A written case', weight: 10, artifactKind: 'OTHER', requiredCount: 2 },
    ],
  },
  {
    title: 'Principal engineer, platform',
    company: 'Larkspur',
    level: 'IC5',
    description: 'Elsewhere: one platform for forty teams. They ask for system design twice, and for calm.',
    requirements: [
      { kind: 'SKILL', title: 'Distributed systems in depth', weight: 15, skill: 'Distributed systems', level: 4 },
      { kind: 'SKILL', title: 'APIs that others keep', weight: 15, skill: 'API design', level: 4 },
      { kind: 'SKILL', title: 'Sees what runs', weight: 10, skill: 'Observability', level: 3 },
      {
        kind: 'INTERVIEW',
        title: 'System design, practised',
        weight: 20,
        interviewKind: 'SYSTEM_DESIGN',
        requiredCount: 3,
      },
      { kind: 'INTERVIEW', title: 'Behavioral, practised', weight: 10, interviewKind: 'BEHAVIORAL', requiredCount: 2 },
      { kind: 'INTERVIEW', title: 'A case, practised', weight: 5, interviewKind: 'CASE', requiredCount: 1 },
      { kind: 'EVIDENCE', title: 'Shown before others', weight: 5, skill: 'Presenting', requiredCount: 5 },
      { kind: 'STORY', title: 'Incidents, told well', weight: 10, skill: 'Incident response', requiredCount: 2 },
      { kind: 'ARTIFACT', title: 'A CV of this year', weight: 5, artifactKind: 'CV', requiredCount: 1 },
      { kind: 'ARTIFACT', title: 'Work in public', weight: 3, artifactKind: 'PORTFOLIO', requiredCount: 2 },
      {
        kind: 'ARTIFACT',
        title: 'A certificate that is still good',
        weight: 2,
        artifactKind: 'CERTIFICATE',
        requiredCount: 1,
      },
    ],
  },
];

export interface StoryText {
  at: number;
  title: string;
  situation: string;
  task: string;
  action: string;
  result: string;
  skills: readonly string[];
  /** The title of the goal the story came from. */
  goal?: string;
}

/** Stories with situation, task, action and result. The last is not finished yet. */
export const stories: readonly StoryText[] = [
  {
    at: 0.06,
    title: 'The migration that nobody noticed',
    situation: 'The billing database was at ninety per cent, and every service wrote to it.',
    task: 'Move forty tables to a new cluster without an hour of downtime.',
    action: 'Wrote to both, compared row by row for two weeks, and moved readers over one team at a time.',
    result: 'The last reader moved on a Tuesday at noon. Two rows had differed, and both were old bugs.',
    skills: ['Databases', 'Planning', 'Risk management'],
    goal: 'A platform that teams trust',
  },
  {
    at: 0.15,
    title: 'The night the queue filled up',
    situation: 'Orders stopped at two in the morning. Three people were on the call, each with a theory.',
    task: 'Get orders moving, and find out why without losing the traces.',
    action: 'Named one person to decide, wrote the timeline as we went, and drained by hand what could not wait.',
    result: 'Moving again after forty minutes; the review led to the alert that caught the next two early.',
    skills: ['Incident response', 'Decision making', 'Observability'],
    goal: 'Halve the pages at night',
  },
  {
    at: 0.28,
    title: 'One event log out of three',
    situation: 'Three teams kept three logs of the same orders, and the numbers never agreed.',
    task: 'Bring them to one log that all could live with.',
    action: 'Asked each team what it could not give up, wrote that down first, and designed around it.',
    result: 'Agreed in four weeks. The first producer moved within the quarter.',
    skills: ['System design', 'Influence', 'Data modelling'],
    goal: 'One event log',
  },
  {
    at: 0.4,
    title: 'Lena’s first release',
    situation: 'Lena knew the code and was afraid of the release.',
    task: 'Have her run one alone by the end of the quarter.',
    action: 'Ran one together, watched one in silence, and was out of the room for the third.',
    result: 'She has run nine since, and wrote the checklist that the team uses.',
    skills: ['Mentoring', 'Delegation'],
    goal: 'Mentor Lena to her promotion',
  },
  {
    at: 0.52,
    title: 'Deployments in ten minutes',
    situation: 'A deployment took forty-two minutes, so people batched changes and feared each one.',
    task: 'Bring it to ten without buying anything.',
    action: 'Measured every step, dropped two that nobody could explain, and ran the tests beside the build.',
    result: 'Eleven minutes, and four deployments a day in place of one.',
    skills: ['Continuous delivery', 'Performance', 'Simplification'],
    goal: 'Cut the time of a deployment to ten minutes',
  },
  {
    at: 0.63,
    title: 'The disagreement about retries',
    situation: 'Ben wanted retries in every client, and I wanted them nowhere but the queue.',
    task: 'Decide, and still work together the week after.',
    action: 'Wrote his case better than he had, asked him to write mine, and let the guild read both.',
    result: 'Retries with a budget, in one library, which Ben owns. We pair on Thursdays now.',
    skills: ['Conflict resolution', 'Decision making', 'Negotiation'],
  },
  {
    at: 0.76,
    title: 'Saying no to the rewrite',
    situation: 'A new framework, a keen team, and a product that paid for everybody.',
    task: 'Find out whether a rewrite would pay, and say so.',
    action: 'Took the three worst pains, fixed two in place within a sprint, and priced the third.',
    result: 'No rewrite. The team chose what to do with the two quarters that it won.',
    skills: ['Technical vision', 'Prioritisation'],
    goal: 'Be ready for a staff role',
  },
  {
    at: 0.93,
    title: 'Expired certificates, twice',
    situation: 'The same certificate expired in May and again in August.',
    task: 'Make sure that there is no third time.',
    action: 'Listed every certificate with its owner; renewal and its alert are being built.',
    result: '',
    skills: ['Incident response', 'Security'],
  },
];

export interface ArtifactText {
  at: number;
  kind: 'CV' | 'PORTFOLIO' | 'CERTIFICATE' | 'OTHER';
  title: string;
  notes: string;
  goal?: string;
  /** How long it is valid, as a fraction of the half-year. Default: it does not expire. */
  goodFor?: number;
}

export const artifacts: readonly ArtifactText[] = [
  { at: 0.03, kind: 'CV', title: 'CV, two pages', notes: 'Results first, tools last.', goodFor: 0.77 },
  { at: 0.1, kind: 'CERTIFICATE', title: 'Kubernetes administrator', notes: 'To be renewed.', goodFor: 0.8 },
  { at: 0.35, kind: 'OTHER', title: 'Proposal: one event log', notes: 'Read by five teams.', goal: 'One event log' },
  { at: 0.6, kind: 'PORTFOLIO', title: 'Talk: errors in GraphQL', notes: 'Slides.', goal: 'Speak at the Type Meetup' },
  { at: 0.8, kind: 'CV', title: 'CV, for platform roles', notes: 'One page.', goal: 'Be ready for a staff role' },
];

export interface InterviewText {
  at: number;
  kind: 'BEHAVIORAL' | 'TECHNICAL' | 'SYSTEM_DESIGN' | 'CASE';
  /** 1 (poor) to 5 (excellent). */
  score: number;
  notes: string;
}

/** Practice interviews, all for the role at Larkspur. */
export const interviews: readonly InterviewText[] = [
  { at: 0.08, kind: 'SYSTEM_DESIGN', score: 2, notes: 'Drew boxes before asking for numbers.' },
  { at: 0.14, kind: 'BEHAVIORAL', score: 3, notes: 'The story had no result. Finish it.' },
  { at: 0.22, kind: 'TECHNICAL', score: 3, notes: 'Right answer, too silent on the way.' },
  { at: 0.3, kind: 'SYSTEM_DESIGN', score: 3, notes: 'Numbers first this time. Lost ten minutes on sharding.' },
  { at: 0.37, kind: 'BEHAVIORAL', score: 4, notes: 'The event log told in four minutes.' },
  { at: 0.45, kind: 'TECHNICAL', score: 4, notes: 'Said aloud what I tried and why.' },
  { at: 0.55, kind: 'SYSTEM_DESIGN', score: 4, notes: 'A rate limiter. Failure modes came late, but they came.' },
  { at: 0.64, kind: 'CASE', score: 3, notes: 'Good questions, weak sums.' },
  { at: 0.72, kind: 'BEHAVIORAL', score: 5, notes: 'The disagreement with Ben, with both sides in it.' },
  { at: 0.8, kind: 'SYSTEM_DESIGN', score: 4, notes: 'A feed for forty teams. Asked who is on call for it.' },
  { at: 0.88, kind: 'TECHNICAL', score: 4, notes: 'Quick and calm.' },
  { at: 0.95, kind: 'CASE', score: 3, notes: 'Better sums. Did not say what I would do on Monday.' },
];
