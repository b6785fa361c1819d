import { sessionRetention } from './domains/accounts/sessions/sessions.service.ts';
import { purgeTrash } from './domains/across/trash/trash.service.ts';
import { pruneHistory } from './domains/history/changes/changes.service.ts';
import { deliverWebhook, deliveryRetention } from './domains/webhooks/deliveries/deliveries.service.ts';
import { dispatchWebhook, enqueueDispatches } from './domains/webhooks/webhooks/webhooks.service.ts';
import { jobRetention } from './platform/jobs/job-retention.ts';
import type { Jobs } from './platform/jobs/jobs.ts';
import { retentionJob } from './platform/jobs/retention.ts';
import { idempotencyRetention } from './platform/transactions/idempotency.ts';

const hour = 60 * 60 * 1000;

/** What the server does by itself. */
export const jobs: Jobs = {
  kinds: { dispatchWebhook, deliverWebhook },
  recurring: [
    { name: 'purgeTrash', every: 6 * hour, run: (ctx) => purgeTrash(ctx) },
    { name: 'pruneHistory', every: 6 * hour, run: (ctx) => pruneHistory(ctx) },
    retentionJob('deleteExpiredSessions', 24 * hour, sessionRetention),
    retentionJob('deleteExpiredDeliveries', 24 * hour, deliveryRetention),
    retentionJob('deleteExpiredIdempotencyKeys', 6 * hour, idempotencyRetention),
    retentionJob('deleteExpiredJobs', 24 * hour, jobRetention),
  ],
  followUp: enqueueDispatches,
};
