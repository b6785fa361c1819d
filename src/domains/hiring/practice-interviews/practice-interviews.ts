import type { Domain } from '../../../domain.ts';
import { practiceInterviewDocument } from './practice-interviews.documents.ts';
import { updatePracticeInterviewInput } from './practice-interviews.rules.ts';
import { definePracticeInterviews } from './practice-interviews.schema.ts';

/** Practice interviews, with a score and notes. */
export const practiceInterviews: Domain = {
  schema: definePracticeInterviews,
  recordRules: { PracticeInterview: updatePracticeInterviewInput },
  searchDocuments: [practiceInterviewDocument],
};
