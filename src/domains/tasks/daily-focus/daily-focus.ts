import type { Domain } from '../../../domain.ts';
import { dailyFocusDocument } from './daily-focus.documents.ts';
import { dailyFocusRecord } from './daily-focus.rules.ts';
import { defineDailyFocus } from './daily-focus.schema.ts';

/** Daily focus: the intention and the tasks of one day, and how the day went. */
export const dailyFocus: Domain = {
  schema: defineDailyFocus,
  recordRules: { DailyFocus: dailyFocusRecord },
  searchDocuments: [dailyFocusDocument],
};
