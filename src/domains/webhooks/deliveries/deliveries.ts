import type { Domain } from '../../../domain.ts';
import { retentionJob } from '../../../platform/jobs/retention.ts';
import { defineWebhookDeliveries } from './deliveries.schema.ts';
import { deliverWebhook, deliveryRetention } from './deliveries.service.ts';

const hour = 60 * 60 * 1000;

/** Webhook deliveries: what is sent to webhooks, and what comes of it. */
export const webhookDeliveries: Domain = {
  schema: defineWebhookDeliveries,
  recurring: [retentionJob('deleteExpiredDeliveries', 24 * hour, deliveryRetention)],
  jobs: { deliverWebhook },
};
