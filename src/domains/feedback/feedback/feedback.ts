import type { Domain } from '../../../domain.ts';
import { feedbackDocument } from './feedback.documents.ts';
import { updateFeedbackInput } from './feedback.rules.ts';
import { defineFeedback } from './feedback.schema.ts';

/** Feedback that the viewer received, gave to another person, or gave to themselves. */
export const feedback: Domain = {
  schema: defineFeedback,
  recordRules: { Feedback: updateFeedbackInput },
  searchDocuments: [feedbackDocument],
};
