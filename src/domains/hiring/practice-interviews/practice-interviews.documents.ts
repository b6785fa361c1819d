import type { SearchDocumentSpec } from '../../../platform/search/search-documents.ts';

/** A practice interview stands in the timeline on the day it was held. */
export const practiceInterviewDocument: SearchDocumentSpec<'practiceInterview'> = {
  model: 'practiceInterview',
  description: 'Practice interviews; in the timeline, on the day they were held.',
  text: ({ notes }) => [notes],
  at: ({ heldOn }, calendar) => calendar.startOfDay(heldOn),
};
