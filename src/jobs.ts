import { pruneHistory } from './domains/changes/changes.service.ts';
import { pruneSessions } from './domains/sessions/sessions.service.ts';
import { purgeTrash } from './domains/trash/trash.service.ts';
import { deliverWebhook, pruneDeliveries } from './domains/webhook-deliveries/webhook-deliveries.service.ts';
import { dispatchWebhook, enqueueDispatches } from './domains/webhooks/webhooks.service.ts';
import { forgetKeys } from './platform/idempotency.ts';
import { type Jobs, pruneJobs } from './platform/jobs.ts';

const hour = 60 * 60 * 1000;

/** What the server does by itself. */
export const jobs: Jobs = {
  kinds: { dispatchWebhook, deliverWebhook },
  recurring: [
    { name: 'purgeTrash', every: 6 * hour, run: (ctx) => purgeTrash(ctx) },
    { name: 'pruneHistory', every: 6 * hour, run: (ctx) => pruneHistory(ctx) },
    { name: 'pruneSessions', every: 24 * hour, run: pruneSessions },
    { name: 'pruneDeliveries', every: 24 * hour, run: pruneDeliveries },
    { name: 'forgetKeys', every: 6 * hour, run: forgetKeys },
    { name: 'pruneJobs', every: 24 * hour, run: pruneJobs },
  ],
  followUp: enqueueDispatches,
};
