import { pruneSessions } from './domains/accounts/sessions/sessions.service.ts';
import { purgeTrash } from './domains/across/trash/trash.service.ts';
import { pruneHistory } from './domains/history/changes/changes.service.ts';
import { deliverWebhook, pruneDeliveries } from './domains/webhooks/deliveries/deliveries.service.ts';
import { dispatchWebhook, enqueueDispatches } from './domains/webhooks/webhooks/webhooks.service.ts';
import { type Jobs, pruneJobs } from './platform/jobs/jobs.ts';
import { pruneIdempotencyKeys } from './platform/transactions/idempotency.ts';

const hour = 60 * 60 * 1000;

/** What the server does by itself. */
export const jobs: Jobs = {
  kinds: { dispatchWebhook, deliverWebhook },
  recurring: [
    { name: 'purgeTrash', every: 6 * hour, run: (ctx) => purgeTrash(ctx) },
    { name: 'pruneHistory', every: 6 * hour, run: (ctx) => pruneHistory(ctx) },
    { name: 'pruneSessions', every: 24 * hour, run: pruneSessions },
    { name: 'pruneDeliveries', every: 24 * hour, run: pruneDeliveries },
    { name: 'forgetKeys', every: 6 * hour, run: pruneIdempotencyKeys },
    { name: 'pruneJobs', every: 24 * hour, run: pruneJobs },
  ],
  followUp: enqueueDispatches,
};
