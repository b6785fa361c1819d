import type { SearchDocumentSpec } from '../../../platform/search/search-documents.ts';

/** A check-in stands in the timeline on its day. */
export const goalCheckInDocument: SearchDocumentSpec<'goalCheckIn'> = {
  model: 'goalCheckIn',
  description: 'Check-ins of goals; in the timeline, on their day.',
  text: ({ notes }) => [notes],
  at: ({ checkedOn }, calendar) => calendar.startOfDay(checkedOn),
};
