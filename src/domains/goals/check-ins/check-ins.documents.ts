import type { SearchDocumentSpec } from '../../../platform/search/search-documents.ts';

/** Check-ins are found by their notes, and are in the timeline on their day. */
export const goalCheckInDocument: SearchDocumentSpec<'goalCheckIn'> = {
  model: 'goalCheckIn',
  description: 'Check-ins of goals. In the timeline on the day of the check-in.',
  text: ({ notes }) => [notes],
  at: ({ checkedOn }, calendar) => calendar.startOfDay(checkedOn),
};
