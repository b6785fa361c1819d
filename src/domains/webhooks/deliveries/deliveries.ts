import type { Domain } from '../../../domain.ts';
import { defineWebhookDeliveries } from './deliveries.schema.ts';
import { deliverWebhook, pruneDeliveries } from './deliveries.service.ts';

const hour = 60 * 60 * 1000;

/** Webhook deliveries: what is sent to webhooks, and what comes of it. */
export const webhookDeliveries: Domain = {
  schema: defineWebhookDeliveries,
  recurring: [{ name: 'pruneDeliveries', every: 24 * hour, run: pruneDeliveries }],
  jobs: { deliverWebhook },
};
