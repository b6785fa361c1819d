import type { SearchDocumentSpec } from '../../../platform/search/search-documents.ts';

/** Practice interviews in search and the timeline, on the day they were held. */
export const practiceInterviewDocument: SearchDocumentSpec<'practiceInterview'> = {
  model: 'practiceInterview',
  description: 'Practice interviews. In the timeline on the day they were held.',
  text: ({ notes }) => [notes],
  at: ({ heldOn }, calendar) => calendar.startOfDay(heldOn),
};
