import type { SearchDocumentSpec } from '../../../platform/search/search-documents.ts';

/** An assessment stands in the timeline on the day it was judged. */
export const assessmentDocument: SearchDocumentSpec<'assessment'> = {
  model: 'assessment',
  description: 'Assessments of skills; in the timeline, on the day they were judged.',
  text: ({ note }) => [note],
  at: ({ assessedOn }, calendar) => calendar.startOfDay(assessedOn),
};

/** A target stands in the timeline on the day it was aimed at from. */
export const skillTargetDocument: SearchDocumentSpec<'skillTarget'> = {
  model: 'skillTarget',
  description: 'Targets of skills; in the timeline, on the day they were aimed at from.',
  text: ({ note }) => [note],
  at: ({ setOn }, calendar) => calendar.startOfDay(setOn),
};
