import { energyDocument } from './domains/energy/energy/energy.documents.ts';
import { engagementDocument } from './domains/energy/engagement/engagement.documents.ts';
import { feedbackDocument } from './domains/feedback/feedback/feedback.documents.ts';
import { goalCheckInDocument } from './domains/goals/check-ins/check-ins.documents.ts';
import { goalDocument } from './domains/goals/goals/goals.documents.ts';
import { milestoneDocument } from './domains/goals/milestones/milestones.documents.ts';
import { artifactDocument } from './domains/hiring/artifacts/artifacts.documents.ts';
import { jobApplicationDocument } from './domains/hiring/job-applications/job-applications.documents.ts';
import { practiceInterviewDocument } from './domains/hiring/practice-interviews/practice-interviews.documents.ts';
import { roleProfileDocument } from './domains/hiring/role-profiles/role-profiles.documents.ts';
import { storyDocument } from './domains/hiring/stories/stories.documents.ts';
import { learningDocument } from './domains/learnings/learnings/learnings.documents.ts';
import { meetingItemDocument } from './domains/meetings/items/items.documents.ts';
import { meetingDocument } from './domains/meetings/meetings/meetings.documents.ts';
import { meetingSeriesDocument } from './domains/meetings/series/series.documents.ts';
import { personDocument } from './domains/people/people/people.documents.ts';
import { assessmentDocument, skillTargetDocument } from './domains/skills/assessments/assessments.documents.ts';
import { frameworkDocument, skillCategoryDocument } from './domains/skills/frameworks/frameworks.documents.ts';
import { skillDocument } from './domains/skills/skills/skills.documents.ts';
import { dailyFocusDocument } from './domains/tasks/daily-focus/daily-focus.documents.ts';
import { taskDocument } from './domains/tasks/tasks/tasks.documents.ts';
import { collectSearchDocuments, type SearchDocumentSpecs } from './platform/search/search-documents.ts';

/** What each domain's rows say to search and the timeline. */
export const documents: SearchDocumentSpecs = collectSearchDocuments(
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
