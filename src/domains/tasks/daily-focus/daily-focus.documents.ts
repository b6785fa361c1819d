import type { SearchDocumentSpec } from '../../../platform/search/search-documents.ts';

/** The focus of a day stands in the timeline when that day started. */
export const dailyFocusDocument: SearchDocumentSpec<'dailyFocus'> = {
  model: 'dailyFocus',
  description: 'What days were for; in the timeline, when the day started.',
  text: ({ intention, reflection }) => [intention, reflection],
  at: ({ date }, calendar) => calendar.startOfDay(date),
};
