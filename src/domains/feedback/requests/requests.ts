import type { Domain } from '../../../domain.ts';
import { feedbackRequestDocument } from './requests.documents.ts';
import { feedbackRequestRecord } from './requests.rules.ts';
import { defineFeedbackRequests } from './requests.schema.ts';
import { mailFeedbackRequest } from './requests.writers.ts';

/** Requests for feedback, which people answer on a web page, without an account. */
export const feedbackRequests: Domain = {
  schema: defineFeedbackRequests,
  recordRules: { FeedbackRequest: feedbackRequestRecord },
  searchDocuments: [feedbackRequestDocument],
  jobs: { mailFeedbackRequest },
};
