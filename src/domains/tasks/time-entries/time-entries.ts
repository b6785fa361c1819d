import type { Domain } from '../../../domain.ts';
import { timeEntryDocument } from './time-entries.documents.ts';
import { timeEntryRecord, timerRecord } from './time-entries.rules.ts';
import { defineTimeEntries } from './time-entries.schema.ts';
import { requireNoOverlap, requireTimerFree, restoreTimeEntry } from './time-entries.service.ts';

/** Time entries, and the timer that makes them. */
export const timeEntries: Domain = {
  schema: defineTimeEntries,
  recordRules: { TimeEntry: timeEntryRecord, TaskTimer: timerRecord },
  searchDocuments: [timeEntryDocument],
  trash: { timeEntry: { restore: restoreTimeEntry } },
  afterUndo: [
    { models: ['timeEntry'], afterUndo: requireNoOverlap },
    { models: ['taskTimer'], afterUndo: requireTimerFree },
  ],
};
