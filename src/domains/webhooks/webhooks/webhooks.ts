import type { Domain } from '../../../domain.ts';
import { defineWebhooks } from './webhooks.schema.ts';
import { dispatchWebhook, enqueueDispatches } from './webhooks.service.ts';

/** Webhooks: addresses that are told of what changes. */
export const webhooks: Domain = {
  schema: defineWebhooks,
  jobs: { dispatchWebhook },
  afterChanges: enqueueDispatches,
};
