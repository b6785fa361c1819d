import type { SearchDocumentSpec } from '../../../platform/search/search-documents.ts';

/** An assessment stands in the timeline on the day it was judged. */
export const assessmentDocument: SearchDocumentSpec<'assessment'> = {
  model: 'assessment',
  description: 'Assessments of skills; in the timeline, on the day they were judged.',
  text: ({ notes }) => [notes],
  at: ({ assessedOn }, calendar) => calendar.startOfDay(assessedOn),
};

/** A target stands in the timeline on the day it was aimed at from. */
export const skillTargetDocument: SearchDocumentSpec<'skillTarget'> = {
  model: 'skillTarget',
  description: 'Targets of skills; in the timeline, on the day they were aimed at from.',
  text: ({ notes }) => [notes],
  at: ({ setOn }, calendar) => calendar.startOfDay(setOn),
};
