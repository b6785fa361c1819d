import { nodeOf } from '../../../graphql/nodes.ts';
import type { Shared } from '../../../graphql/shared.ts';
import type { Builder } from '../../../graphql/types.ts';
import { toGlobalId } from '../../../platform/database/ids.ts';
import { ConflictError, NotFoundError } from '../../../platform/errors.ts';
import { visibleTo } from './deliveries.access.ts';
import { deliveriesOfEach } from './deliveries.loaders.ts';
import * as deliveries from './deliveries.service.ts';

/** Webhook deliveries: what is sent to webhooks, and what comes of it. */
export function defineWebhookDeliveries(builder: Builder, shared: Shared): void {
  const Status = builder.enumType('WebhookDeliveryStatus', {
    description: 'How far a delivery is.',
    values: {
      PENDING: { description: 'It will be sent, once more or for the first time.' },
      DELIVERED: { description: 'Its receiver answered with a 2xx status.' },
      FAILED: { description: 'It was tried as often as it may be, or its receiver wants no more.' },
    },
  });
  const WebhookDelivery = builder.prismaNode('WebhookDelivery', {
    ...nodeOf(visibleTo),
    fields: (t) => ({
      webhook: t.relation('webhook', { description: 'The webhook that it is for.' }),
      changeSetId: t.id({
        nullable: true,
        description: 'The id of the change set that it tells of; null for a test.',
        resolve: ({ changeSetId }) => changeSetId && toGlobalId('ChangeSet', changeSetId),
      }),
      body: t.exposeString('body'),
      status: t.expose('status', { type: Status, description: 'How far it is.' }),
      attemptCount: t.exposeInt('attemptCount'),
      lastAttemptAt: t.expose('lastAttemptAt', { type: 'DateTime', nullable: true }),
      nextAttemptAt: t.expose('nextAttemptAt', { type: 'DateTime', nullable: true }),
      responseStatus: t.exposeInt('responseStatus', { nullable: true }),
      responseExcerpt: t.exposeString('responseExcerpt', { nullable: true }),
      durationMs: t.exposeInt('durationMs', { nullable: true }),
      error: t.exposeString('error', { nullable: true }),
      createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was made.' }),
    }),
  });
  const DeliveryConnection = shared.connectionOf(WebhookDelivery);

  builder.prismaObjectFields('Webhook', (t) => ({
    deliveries: t.loadable({
      type: DeliveryConnection,
      byPath: true,
      description: 'What was and will be sent to it within 30 days, the latest first.',
      args: {
        ...t.arg.connectionArgs(),
        statuses: t.arg({ type: [Status], description: 'Only those that are so far.' }),
      },
      load: (ids: string[], ctx, args) => deliveriesOfEach(ctx, ids, args) as Promise<never[]>,
      resolve: ({ id }) => id,
    }),
  }));

  const TestWebhookInput = builder.inputType('TestWebhookInput', {
    description: 'A webhook to try.',
    fields: (t) => ({ id: t.id({ required: true, description: 'Which webhook.' }) }),
  });
  const RedeliverWebhookInput = builder.inputType('RedeliverWebhookInput', {
    description: 'A delivery to send again.',
    fields: (t) => ({ deliveryId: t.id({ required: true, description: 'Which delivery.' }) }),
  });
  builder.mutationFields((t) => ({
    testWebhook: t.field({
      type: WebhookDelivery,
      authScopes: { session: true },
      description:
        'Sends a `ping` to a webhook, and answers its delivery without waiting for what comes of it. Takes a session, not an ' +
        'access token.',
      errors: { types: [NotFoundError, ConflictError] },
      args: { input: t.arg({ type: TestWebhookInput, required: true, description: 'The webhook.' }) },
      resolve: (_root, { input }, ctx) => deliveries.testWebhook(ctx, input),
    }),
    redeliverWebhook: t.field({
      type: WebhookDelivery,
      authScopes: { session: true },
      description:
        'Sends a delivery once more, as the same message, whatever became of it; it is tried as often as a new one. Takes a ' +
        'session, not an access token.',
      errors: { types: [NotFoundError, ConflictError] },
      args: { input: t.arg({ type: RedeliverWebhookInput, required: true, description: 'The delivery.' }) },
      resolve: (_root, { input }, ctx) => deliveries.redeliverWebhook(ctx, input),
    }),
  }));
}
