import type { SearchDocumentSpec } from '../../../platform/search/search-documents.ts';

/** Reminders in search. The timeline has what they are about, and leaves them out. */
export const reminderDocument: SearchDocumentSpec<'reminder'> = {
  model: 'reminder',
  description: 'Reminders. Not in the timeline.',
  title: ({ title }) => title,
  text: () => [],
  at: () => null,
};
