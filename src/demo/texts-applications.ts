/* The job applications of the demo account, with their stages. */

import type { JobApplicationStage } from '../domains/hiring/job-applications/job-applications.rules.ts';

export interface ApplicationText {
  title: string;
  company: string;
  source: string;
  notes: string;
  postingText?: string;
  contact?: string;
  /** The title of the role. */
  role?: string;
  /** The time at which it enters each stage, in order: a fraction of the half-year, from 0 (the first day) to 1 (today). */
  steps: Partial<Record<JobApplicationStage, number>>;
}

/** Ten applications: one with an offer, some open, some closed. */
export const applications: readonly ApplicationText[] = [
  {
    title: 'Principal engineer, platform',
    company: 'Larkspur',
    source: 'Recruiter',
    contact: 'Ravi Shah',
    role: 'Principal engineer, platform',
    notes: 'Forty teams on one platform. System design twice.',
    postingText:
      'You own the platform that forty teams build on: its direction, its contracts, and what it will not do.',
    steps: { INTERESTED: 0.5, APPLIED: 0.58, SCREENING: 0.68, INTERVIEWING: 0.82, OFFER: 0.97 },
  },
  {
    title: 'Staff engineer',
    company: 'Northwind',
    source: 'Inside',
    contact: 'Mara Lindqvist',
    role: 'Staff engineer',
    notes: 'The promotion. The case is due before the end of the quarter.',
    steps: { INTERESTED: 0.2, APPLIED: 0.7, SCREENING: 0.9 },
  },
  {
    title: 'Staff engineer, data platform',
    company: 'Brightwater',
    source: 'Recruiter',
    contact: 'Chloé Martin',
    notes: 'Close to the event log.',
    postingText: 'Events at scale, in a team of eight. You write the design, and you carry the pager for it.',
    steps: { INTERESTED: 0.35, APPLIED: 0.4, SCREENING: 0.48, INTERVIEWING: 0.6, REJECTED: 0.74 },
  },
  {
    title: 'Senior engineer, payments',
    company: 'Copperline',
    source: 'Job board',
    notes: 'Applied for practice; no step up.',
    steps: { APPLIED: 0.12, SCREENING: 0.18, REJECTED: 0.25 },
  },
  {
    title: 'Engineering lead',
    company: 'Fernhill',
    source: 'Friend',
    contact: 'Daniel Kovács',
    notes: 'More managing than I want.',
    steps: { INTERESTED: 0.3, APPLIED: 0.36, SCREENING: 0.44, WITHDRAWN: 0.5 },
  },
  {
    title: 'Staff engineer, developer tools',
    company: 'Harbour Labs',
    source: 'Friend',
    contact: 'Samuel Adeyemi',
    role: 'Staff engineer',
    notes: 'Samuel’s team. He stays out of the decision.',
    steps: { INTERESTED: 0.62, APPLIED: 0.72, SCREENING: 0.8, INTERVIEWING: 0.92 },
  },
  {
    title: 'Principal engineer',
    company: 'Tallis & Co',
    source: 'Recruiter',
    contact: 'Chloé Martin',
    notes: 'Two days a week in another city.',
    steps: { INTERESTED: 0.55, APPLIED: 0.66, REJECTED: 0.85 },
  },
  {
    title: 'Platform architect',
    company: 'Orrin',
    source: 'Job board',
    notes: 'Wrote to a person and not to the form.',
    steps: { INTERESTED: 0.78, APPLIED: 0.86 },
  },
  {
    title: 'Staff engineer, observability',
    company: 'Quillfire',
    source: 'Meetup',
    contact: 'Daniel Kovács',
    notes: 'Met their lead after the talk.',
    steps: { INTERESTED: 0.83, APPLIED: 0.91, SCREENING: 0.96 },
  },
  {
    title: 'Staff engineer, search',
    company: 'Marrow Street',
    source: 'Meetup',
    notes: 'Read their papers first.',
    steps: { INTERESTED: 0.94 },
  },
];

/** The title of the next task at each stage. The stages that close an application have none. */
export const nextSteps: Partial<Record<JobApplicationStage, string>> = {
  INTERESTED: 'Tailor the CV for',
  APPLIED: 'Ask how it stands at',
  SCREENING: 'Prepare the first call with',
  INTERVIEWING: 'Practise for the interviews at',
  OFFER: 'Compare and answer the offer of',
};
