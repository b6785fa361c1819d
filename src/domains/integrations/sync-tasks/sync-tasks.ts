import type { Domain } from '../../../domain.ts';
import { defineSyncTasks } from './sync-tasks.schema.ts';

/** Sync tasks: what is read of each integration, each by itself. */
export const syncTasks: Domain = {
  schema: defineSyncTasks,
};
