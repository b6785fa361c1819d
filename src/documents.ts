import { dailyFocusDocument } from './domains/daily-focus/daily-focus.documents.ts';
import { energyDocument } from './domains/energy/energy.documents.ts';
import { engagementDocument } from './domains/engagement/engagement.documents.ts';
import { frameworkDocument, skillCategoryDocument } from './domains/frameworks/frameworks.documents.ts';
import { goalCheckInDocument } from './domains/goal-check-ins/goal-check-ins.documents.ts';
import { goalDocument } from './domains/goals/goals.documents.ts';
import { meetingItemDocument } from './domains/meeting-items/meeting-items.documents.ts';
import { meetingSeriesDocument } from './domains/meeting-series/meeting-series.documents.ts';
import { meetingDocument } from './domains/meetings/meetings.documents.ts';
import { milestoneDocument } from './domains/milestones/milestones.documents.ts';
import { personDocument } from './domains/people/people.documents.ts';
import { assessmentDocument, skillTargetDocument } from './domains/skill-assessments/skill-assessments.documents.ts';
import { skillDocument } from './domains/skills/skills.documents.ts';
import { taskDocument } from './domains/tasks/tasks.documents.ts';
import { collectDocuments, type DocumentSpec, type Documents } from './platform/documents.ts';

const learningDocument: DocumentSpec<'learning'> = {
  model: 'learning',
  description: 'Entries of the learning journal; in the timeline, on the day it was learned.',
  title: ({ title }) => title,
  text: ({ body, sourceTitle, sourceUrl }) => [body, sourceTitle, sourceUrl ?? ''],
  at: ({ learnedOn }, calendar) => calendar.startOfDay(learnedOn),
};

const feedbackDocument: DocumentSpec<'feedback'> = {
  model: 'feedback',
  description: 'Feedback; in the timeline, on the day it was said.',
  title: ({ context }) => context,
  text: ({ body }) => [body],
  at: ({ occurredOn }, calendar) => calendar.startOfDay(occurredOn),
};

const roleProfileDocument: DocumentSpec<'roleProfile'> = {
  model: 'roleProfile',
  description: 'Roles that one prepares for; not in the timeline.',
  title: ({ title }) => title,
  text: ({ company, level, description }) => [company, level, description],
  at: () => null,
};

const artifactDocument: DocumentSpec<'artifact'> = {
  model: 'artifact',
  description: 'Artifacts; in the timeline, on the day they were made or awarded.',
  title: ({ title }) => title,
  text: ({ note, url }) => [note, url ?? ''],
  at: ({ madeOn }, calendar) => (madeOn === null ? null : calendar.startOfDay(madeOn)),
};

const storyDocument: DocumentSpec<'story'> = {
  model: 'story',
  description: 'Stories to tell in interviews; not in the timeline.',
  title: ({ title }) => title,
  text: ({ situation, task, action, result }) => [situation, task, action, result],
  at: () => null,
};

const practiceInterviewDocument: DocumentSpec<'practiceInterview'> = {
  model: 'practiceInterview',
  description: 'Practice interviews; in the timeline, on the day they were held.',
  text: ({ notes }) => [notes],
  at: ({ heldOn }, calendar) => calendar.startOfDay(heldOn),
};

const jobApplicationDocument: DocumentSpec<'jobApplication'> = {
  model: 'jobApplication',
  description: 'Job applications; in the timeline, when they were entered.',
  title: ({ title }) => title,
  text: ({ company, source, notes, url }) => [company, source, notes, url ?? ''],
  at: ({ createdAt }) => createdAt,
};

/** What each domain's rows say to search and the timeline. */
export const documents: Documents = collectDocuments(
  taskDocument,
  dailyFocusDocument,
  learningDocument,
  frameworkDocument,
  skillCategoryDocument,
  skillDocument,
  assessmentDocument,
  skillTargetDocument,
  meetingSeriesDocument,
  meetingDocument,
  meetingItemDocument,
  goalDocument,
  goalCheckInDocument,
  milestoneDocument,
  roleProfileDocument,
  artifactDocument,
  storyDocument,
  practiceInterviewDocument,
  jobApplicationDocument,
  personDocument,
  feedbackDocument,
  energyDocument,
  engagementDocument,
);
