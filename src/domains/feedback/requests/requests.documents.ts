import type { SearchDocumentSpec } from '../../../platform/search/search-documents.ts';
import { questionsOf } from './requests.rules.ts';

/** Requests for feedback in search and the timeline, when they were created. */
export const feedbackRequestDocument: SearchDocumentSpec<'feedbackRequest'> = {
  model: 'feedbackRequest',
  description: 'Requests for feedback. In the timeline when they were created.',
  title: ({ topic }) => topic,
  text: (request) => [request.message, ...questionsOf(request)],
  at: ({ createdAt }) => createdAt,
};
