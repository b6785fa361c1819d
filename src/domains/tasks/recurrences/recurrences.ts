import type { Domain } from '../../../domain.ts';
import { recurrenceRecord } from './recurrences.rules.ts';
import { defineRecurrences } from './recurrences.schema.ts';
import { restoreRecurrence } from './recurrences.service.ts';

/** Recurrences: how tasks repeat. One that is in the trash makes no more tasks. */
export const recurrences: Domain = {
  schema: defineRecurrences,
  recordRules: { Recurrence: recurrenceRecord },
  trash: { recurrence: { restore: restoreRecurrence } },
};
