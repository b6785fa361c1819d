import type { Domain } from '../../../domain.ts';
import { dailyFocusDocument } from './daily-focus.documents.ts';
import { defineDailyFocus } from './daily-focus.schema.ts';

/** Daily focus: what one day is for, and how it went. */
export const dailyFocus: Domain = {
  schema: defineDailyFocus,
  searchDocuments: [dailyFocusDocument],
};
