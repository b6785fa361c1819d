import type { Domain } from '../../../domain.ts';
import { retentionJob } from '../../../platform/jobs/retention.ts';
import { defineSyncs } from './syncs.schema.ts';
import { bringBackSyncs, enqueueDueSyncs, syncIntegrationJob, syncRetention } from './syncs.service.ts';

const minute = 60 * 1000;
const hour = 60 * minute;

/** Syncs: integrations are read regularly, and on demand. */
export const syncs: Domain = {
  schema: defineSyncs,
  jobs: { syncIntegration: syncIntegrationJob },
  afterChanges: enqueueDueSyncs,
  recurring: [
    { name: 'bringBackSyncs', every: 10 * minute, run: bringBackSyncs },
    retentionJob('deleteExpiredSyncRuns', 24 * hour, syncRetention),
  ],
};
