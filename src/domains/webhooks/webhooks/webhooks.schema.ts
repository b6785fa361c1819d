import type { PayloadFields } from '../../../graphql/mutations/payload-mutation.ts';
import { nodeType } from '../../../graphql/node-types.ts';
import { nodeOf } from '../../../graphql/nodes.ts';
import type { Builder, InputFields } from '../../../graphql/types.ts';
import type { Row } from '../../../platform/database/models.ts';
import { ConflictError, NotFoundError } from '../../../platform/errors.ts';
import { visibleTo } from './webhooks.access.ts';
import { createWebhookInput, maxWebhooks, updateWebhookInput, webhookInput } from './webhooks.rules.ts';
import * as webhooks from './webhooks.service.ts';

/** Webhooks: web addresses that are notified of changes. */
export function defineWebhooks(builder: Builder): void {
  const NodeType = nodeType(builder);
  const ChangeAction = builder.modelEnum('ChangeAction');
  const Webhook = builder.prismaNode('Webhook', {
    ...nodeOf(visibleTo),
    fields: (t) => ({
      url: t.exposeString('url'),
      description: t.exposeString('description'),
      types: t.field({
        type: [NodeType],
        description: 'The types whose changes are delivered. All types if empty.',
        resolve: ({ types }) => types as string[],
      }),
      actions: t.field({
        type: [ChangeAction],
        description: 'The actions that are delivered. All actions if empty.',
        resolve: ({ actions }) => actions as Row<'change'>['action'][],
      }),
      isEnabled: t.boolean({
        description: 'Whether deliveries are sent.',
        resolve: ({ disabledReason }) => disabledReason === null,
      }),
      disabledReason: t.expose('disabledReason', {
        type: builder.modelEnum('WebhookDisabledReason'),
        nullable: true,
      }),
      failingSince: t.expose('failingSince', { type: 'DateTime', nullable: true }),
      missedAt: t.expose('missedAt', { type: 'DateTime', nullable: true }),
      oldSecretUntil: t.expose('oldSecretUntil', { type: 'DateTime', nullable: true }),
      createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When the webhook was created.' }),
    }),
  });

  builder.queryFields((t) => ({
    webhook: t.byId({ type: Webhook, resolve: webhooks.getWebhook }),
    webhooks: t.prismaField({
      type: ['Webhook'],
      description: `Your webhooks, the newest first. At most ${maxWebhooks}.`,
      resolve: (query, _root, _args, ctx) => webhooks.listWebhooks(ctx, query),
    }),
  }));

  const webhook = (description: string) => (t: PayloadFields<{ webhook: webhooks.Webhook }>) => ({
    webhook: t.field({ type: Webhook, description, resolve: (payload) => payload.webhook }),
  });
  const withSecret = (t: PayloadFields<webhooks.WebhookWithSecret>) => ({
    ...webhook('The webhook after the mutation.')(t),
    secret: t.exposeString('secret', {
      description: 'The secret that signs deliveries: `whsec_` and base64. It is shown only once.',
    }),
  });
  const selection = (t: InputFields) => ({
    types: t.field({ type: [NodeType], description: 'Only changes of nodes of these types. All types if empty.' }),
    actions: t.field({ type: [ChangeAction], description: 'Only these actions. All actions if empty.' }),
  });

  builder.payloadMutation('createWebhook', {
    description: 'Creates a webhook for changes made from now on.',
    authScopes: { integrations: true },
    rules: createWebhookInput,
    input: (t) => ({
      url: t.string({ required: true, description: 'The web address that deliveries are posted to.' }),
      description: t.string({ description: 'The purpose of the webhook. Default: empty.' }),
      ...selection(t),
    }),
    errors: [ConflictError],
    payload: withSecret,
    resolve: webhooks.createWebhook,
  });
  builder.recordMutation('updateWebhook', {
    record: Webhook,
    description: 'Changes a webhook.',
    authScopes: { integrations: true },
    rules: updateWebhookInput,
    input: (t) => ({
      url: t.string({ description: 'The web address that deliveries are posted to.' }),
      description: t.string({ description: 'The purpose of the webhook.' }),
      ...selection(t),
      isEnabled: t.boolean({
        description:
          'Whether deliveries are sent. Once enabled again, the webhook gets the changes made in the meantime.',
      }),
    }),
    errors: [NotFoundError],
    isRecorded: false,
    resolve: webhooks.updateWebhook,
  });
  builder.payloadMutation('rotateWebhookSecret', {
    description: 'Gives a webhook a new secret. The previous one signs deliveries, too, for a day.',
    authScopes: { integrations: true },
    rules: webhookInput,
    errors: [NotFoundError],
    payload: withSecret,
    resolve: webhooks.rotateWebhookSecret,
  });
  builder.payloadMutation('deleteWebhook', {
    description: 'Permanently deletes a webhook with its deliveries.',
    authScopes: { integrations: true },
    rules: webhookInput,
    errors: [NotFoundError],
    payload: webhook('The webhook before it was deleted.'),
    resolve: async (ctx, input) => ({ webhook: await webhooks.deleteWebhook(ctx, input) }),
  });
}
