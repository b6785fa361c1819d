import { nodeOf } from '../../../graphql/nodes.ts';
import type { Shared } from '../../../graphql/shared.ts';
import type { Builder } from '../../../graphql/types.ts';
import { ConflictError, NotFoundError } from '../../../platform/errors.ts';
import { visibleTo } from './webhooks.access.ts';
import { type Action, maxWebhooks } from './webhooks.rules.ts';
import * as webhooks from './webhooks.service.ts';

/** Webhooks: addresses that are told of what changes. */
export function defineWebhooks(builder: Builder, shared: Shared): void {
  const { RowType, ChangeAction } = shared;
  const DisabledReason = builder.enumType('WebhookDisabledReason', {
    description: 'Why nothing is sent to a webhook.',
    values: {
      BY_OWNER: { description: 'You disabled it.' },
      GONE: { description: 'Its receiver answered 410: it wants no more.' },
      FAILING: { description: 'Nothing could be delivered for three days.' },
    },
  });
  const Webhook = builder.prismaNode('Webhook', {
    ...nodeOf(visibleTo),
    fields: (t) => ({
      url: t.exposeString('url'),
      description: t.exposeString('description'),
      types: t.field({
        type: [RowType],
        description: 'The types of rows whose changes it tells of; those of all types when there are none here.',
        resolve: ({ types }) => types as never[],
      }),
      actions: t.field({
        type: [ChangeAction],
        description: 'The actions that it tells of; all of them when there are none here.',
        resolve: ({ actions }) => actions as Action[],
      }),
      isEnabled: t.boolean({
        description: 'Whether anything is sent to it.',
        resolve: ({ disabledReason }) => disabledReason === null,
      }),
      disabledReason: t.expose('disabledReason', { type: DisabledReason, nullable: true }),
      failingSince: t.expose('failingSince', { type: 'DateTime', nullable: true }),
      missedAt: t.expose('missedAt', { type: 'DateTime', nullable: true }),
      oldSecretUntil: t.expose('oldSecretUntil', {
        type: 'DateTime',
        nullable: true,
        description: 'Until when the secret before signs too; null when it was never rotated.',
      }),
      createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was made.' }),
    }),
  });
  const WebhookWithSecret = builder.objectRef<webhooks.WebhookWithSecret>('WebhookWithSecret').implement({
    description: 'A webhook with a new secret.',
    fields: (t) => ({
      secret: t.exposeString('secret', {
        description: 'What its receiver checks signatures with: `whsec_` and base64. It is shown this once.',
      }),
      webhook: t.field({ type: Webhook, description: 'The webhook.', resolve: ({ webhook }) => webhook }),
    }),
  });

  builder.queryFields((t) => ({
    webhooks: t.prismaField({
      type: ['Webhook'],
      description: `Your webhooks, the newest first: at most ${maxWebhooks}.`,
      resolve: (query, _root, _args, ctx) => webhooks.listWebhooks(ctx, query),
    }),
    webhook: shared.oneById(t, Webhook, 'webhook', webhooks.getWebhook),
  }));

  const CreateWebhookInput = builder.inputType('CreateWebhookInput', {
    description: 'A webhook to make.',
    fields: (t) => ({
      url: t.string({
        required: true,
        description: 'Where to post to: http or https, without a name and password, at most 2,000 characters.',
      }),
      description: t.string({ description: 'What it is for: at most 500 characters.' }),
      types: t.field({
        type: [RowType],
        description: 'Only changes of rows of these types; of all when nothing is said.',
      }),
      actions: t.field({ type: [ChangeAction], description: 'Only these actions; all when nothing is said.' }),
    }),
  });
  const UpdateWebhookInput = builder.inputType('UpdateWebhookInput', {
    description: 'What to change about a webhook; what is not given stays as it is.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'Which webhook.' }),
      url: t.string({ description: 'Where to post to.' }),
      description: t.string({ description: 'What it is for.' }),
      types: t.field({ type: [RowType], description: 'Only changes of rows of these types; of all when it is empty.' }),
      actions: t.field({ type: [ChangeAction], description: 'Only these actions; all when it is empty.' }),
      isEnabled: t.boolean({
        description:
          'Whether anything is sent to it. One that is enabled again is sent what was changed meanwhile, and what was held.',
      }),
    }),
  });
  const WebhookInput = builder.inputType('WebhookInput', {
    description: 'A webhook to do something with.',
    fields: (t) => ({ id: t.id({ required: true, description: 'Which webhook.' }) }),
  });

  builder.mutationFields((t) => ({
    createWebhook: t.field({
      type: WebhookWithSecret,
      authScopes: { session: true },
      description: 'Makes a webhook, which is told of what changes from now on. Takes a session, not an access token.',
      errors: { types: [ConflictError] },
      args: { input: t.arg({ type: CreateWebhookInput, required: true, description: 'The webhook.' }) },
      resolve: (_root, { input }, ctx) => webhooks.createWebhook(ctx, input),
    }),
    updateWebhook: t.field({
      type: Webhook,
      authScopes: { session: true },
      description: 'Changes a webhook. Takes a session, not an access token.',
      errors: { types: [NotFoundError] },
      args: { input: t.arg({ type: UpdateWebhookInput, required: true, description: 'What to change.' }) },
      resolve: (_root, { input }, ctx) => webhooks.updateWebhook(ctx, input),
    }),
    rotateWebhookSecret: t.field({
      type: WebhookWithSecret,
      authScopes: { session: true },
      description:
        'Gives a webhook another secret; for a day, the one before signs too. Takes a session, not an access token.',
      errors: { types: [NotFoundError] },
      args: { input: t.arg({ type: WebhookInput, required: true, description: 'The webhook.' }) },
      resolve: (_root, { input }, ctx) => webhooks.rotateWebhookSecret(ctx, input),
    }),
    deleteWebhook: t.field({
      type: Webhook,
      authScopes: { session: true },
      description:
        'Removes a webhook with its deliveries, and answers what it was. Takes a session, not an access token.',
      errors: { types: [NotFoundError] },
      args: { input: t.arg({ type: WebhookInput, required: true, description: 'The webhook.' }) },
      resolve: (_root, { input }, ctx) => webhooks.deleteWebhook(ctx, input),
    }),
  }));
}
