import { artifactDocument } from './domains/artifacts/artifacts.documents.ts';
import { dailyFocusDocument } from './domains/daily-focus/daily-focus.documents.ts';
import { energyDocument } from './domains/energy/energy.documents.ts';
import { engagementDocument } from './domains/engagement/engagement.documents.ts';
import { feedbackDocument } from './domains/feedback/feedback.documents.ts';
import { frameworkDocument, skillCategoryDocument } from './domains/frameworks/frameworks.documents.ts';
import { goalCheckInDocument } from './domains/goal-check-ins/goal-check-ins.documents.ts';
import { goalDocument } from './domains/goals/goals.documents.ts';
import { jobApplicationDocument } from './domains/job-applications/job-applications.documents.ts';
import { learningDocument } from './domains/learnings/learnings.documents.ts';
import { meetingItemDocument } from './domains/meeting-items/meeting-items.documents.ts';
import { meetingSeriesDocument } from './domains/meeting-series/meeting-series.documents.ts';
import { meetingDocument } from './domains/meetings/meetings.documents.ts';
import { milestoneDocument } from './domains/milestones/milestones.documents.ts';
import { personDocument } from './domains/people/people.documents.ts';
import { practiceInterviewDocument } from './domains/practice-interviews/practice-interviews.documents.ts';
import { roleProfileDocument } from './domains/role-profiles/role-profiles.documents.ts';
import { assessmentDocument, skillTargetDocument } from './domains/skill-assessments/skill-assessments.documents.ts';
import { skillDocument } from './domains/skills/skills.documents.ts';
import { storyDocument } from './domains/stories/stories.documents.ts';
import { taskDocument } from './domains/tasks/tasks.documents.ts';
import { collectDocuments, type Documents } from './platform/documents.ts';

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
