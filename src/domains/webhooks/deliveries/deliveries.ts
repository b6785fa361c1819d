import type { Domain } from '../../../domain.ts';
import { retentionJob } from '../../../platform/jobs/retention.ts';
import { defineWebhookDeliveries } from './deliveries.schema.ts';
import { deliverWebhook, deliveryRetention } from './deliveries.service.ts';

const hour = 60 * 60 * 1000;

/** Webhook deliveries: the notifications that are sent to webhooks, and their outcomes. */
export const webhookDeliveries: Domain = {
  schema: defineWebhookDeliveries,
  recurring: [retentionJob('deleteExpiredDeliveries', 24 * hour, deliveryRetention)],
  jobs: { deliverWebhook },
};
