import type { SearchDocumentSpec } from '../../../platform/search/search-documents.ts';

/** Daily focuses are in the timeline at the start of their day. */
export const dailyFocusDocument: SearchDocumentSpec<'dailyFocus'> = {
  model: 'dailyFocus',
  description: 'Daily focuses. In the timeline when their day started.',
  text: ({ intention, reflection }) => [intention, reflection],
  at: ({ date }, calendar) => calendar.startOfDay(date),
};
