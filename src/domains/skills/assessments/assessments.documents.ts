import type { SearchDocumentSpec } from '../../../platform/search/search-documents.ts';

/** Assessments are found by their notes, and are in the timeline on their day. */
export const assessmentDocument: SearchDocumentSpec<'assessment'> = {
  model: 'assessment',
  description: 'Assessments of skills. In the timeline on the day of the assessment.',
  text: ({ notes }) => [notes],
  at: ({ assessedOn }, calendar) => calendar.startOfDay(assessedOn),
};

/** Targets are found by their notes, and are in the timeline on the day from which they apply. */
export const skillTargetDocument: SearchDocumentSpec<'skillTarget'> = {
  model: 'skillTarget',
  description: 'Targets of skills. In the timeline on the day from which they apply.',
  text: ({ notes }) => [notes],
  at: ({ setOn }, calendar) => calendar.startOfDay(setOn),
};
