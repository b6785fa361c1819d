import type { Domain } from '../../../domain.ts';
import { retentionJob } from '../../../platform/jobs/retention.ts';
import { defineSyncConflicts } from './sync-conflicts.schema.ts';
import { syncConflictRetention } from './sync-conflicts.service.ts';

const hour = 60 * 60 * 1000;

/** Conflicts: tasks that were changed on both sides since these were equal. */
export const syncConflicts: Domain = {
  schema: defineSyncConflicts,
  recurring: [retentionJob('deleteEndedSyncConflicts', 24 * hour, syncConflictRetention)],
};
