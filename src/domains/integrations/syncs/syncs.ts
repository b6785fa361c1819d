import type { Domain } from '../../../domain.ts';
import { retentionJob } from '../../../platform/jobs/retention.ts';
import { defineSyncs } from './syncs.schema.ts';
import { enqueueDueSyncs, syncIntegrationJob, syncRetention } from './syncs.service.ts';

const hour = 60 * 60 * 1000;

/** Syncs: integrations are read regularly, and on demand. */
export const syncs: Domain = {
  schema: defineSyncs,
  jobs: { syncIntegration: syncIntegrationJob },
  afterChanges: enqueueDueSyncs,
  recurring: [retentionJob('deleteExpiredSyncRuns', 24 * hour, syncRetention)],
};
