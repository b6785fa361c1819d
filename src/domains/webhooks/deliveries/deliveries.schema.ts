import { nodeOf } from '../../../graphql/nodes.ts';
import type { Builder } from '../../../graphql/types.ts';
import { toGlobalId } from '../../../platform/database/global-ids.ts';
import { webhookInput } from '../webhooks/webhooks.rules.ts';
import { visibleTo } from './deliveries.access.ts';
import { deliveriesOfEach } from './deliveries.loaders.ts';
import { deliveryInput } from './deliveries.rules.ts';
import * as deliveries from './deliveries.service.ts';

/** Webhook deliveries: the notifications that are sent to webhooks, and their outcomes. */
export function defineWebhookDeliveries(builder: Builder): void {
  const Status = builder.modelEnum('WebhookDeliveryStatus');
  const WebhookDelivery = builder.prismaNode('WebhookDelivery', {
    ...nodeOf(visibleTo),
    fields: (t) => ({
      webhook: t.relation('webhook', { description: 'The webhook that the delivery is for.' }),
      changeSetId: t.id({
        nullable: true,
        description: 'The id of the change set. Null for a test delivery.',
        resolve: ({ changeSetId }) => changeSetId && toGlobalId('ChangeSet', changeSetId),
      }),
      body: t.exposeString('body'),
      status: t.expose('status', { type: Status }),
      attemptCount: t.exposeInt('attemptCount'),
      lastAttemptAt: t.expose('lastAttemptAt', { type: 'DateTime', nullable: true }),
      nextAttemptAt: t.expose('nextAttemptAt', { type: 'DateTime', nullable: true }),
      responseStatus: t.exposeInt('responseStatus', { nullable: true }),
      responseExcerpt: t.exposeString('responseExcerpt', { nullable: true }),
      durationMs: t.exposeInt('durationMs', { nullable: true }),
      error: t.exposeString('error', { nullable: true }),
      createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When the delivery was created.' }),
    }),
  });

  builder.queryFields((t) => ({
    webhookDelivery: t.byId({ type: WebhookDelivery, resolve: deliveries.getDelivery }),
  }));
  builder.prismaObjectFields('Webhook', (t) => ({
    deliveries: t.loadable({
      type: builder.connectionTypeOf(WebhookDelivery),
      byPath: true,
      description: 'The deliveries of the last 30 days, the newest first.',
      args: {
        ...t.arg.connectionArgs(),
        statuses: t.arg({ type: [Status], description: 'Only deliveries in these states. Default: all.' }),
      },
      load: (ids: string[], ctx, args) => deliveriesOfEach(ctx, ids, args) as Promise<never[]>,
      resolve: ({ id }) => id,
    }),
  }));

  builder.recordMutation('testWebhook', {
    record: WebhookDelivery,
    description: 'Sends a `ping` to a webhook. Returns its delivery without waiting for the outcome.',
    authScopes: { integrations: true },
    rules: webhookInput,
    isRecorded: false,
    resolve: deliveries.testWebhook,
  });
  builder.recordMutation('resendWebhookDelivery', {
    record: WebhookDelivery,
    description: 'Sends a delivery again with the same body, in any status. It gets as many attempts as a new one.',
    authScopes: { integrations: true },
    rules: deliveryInput,
    isRecorded: false,
    resolve: deliveries.resendWebhookDelivery,
  });
}
