import type { Domain } from '../../../domain.ts';
import { defineWebhooks } from './webhooks.schema.ts';
import { dispatchWebhook, enqueueDispatches } from './webhooks.service.ts';

/** Webhooks: web addresses that are notified of changes. */
export const webhooks: Domain = {
  schema: defineWebhooks,
  jobs: { dispatchWebhook },
  afterChanges: enqueueDispatches,
};
