import type { Domain } from '../../../domain.ts';
import { feedbackDocument } from './feedback.documents.ts';
import { defineFeedback } from './feedback.schema.ts';

/** Feedback: what one was told about how one does, and what one told others. */
export const feedback: Domain = {
  schema: defineFeedback,
  searchDocuments: [feedbackDocument],
};
