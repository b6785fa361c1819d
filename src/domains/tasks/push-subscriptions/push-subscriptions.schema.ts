import { nodeOf } from '../../../graphql/nodes.ts';
import type { Builder } from '../../../graphql/types.ts';
import { ConflictError, NotFoundError } from '../../../platform/errors.ts';
import { visibleTo } from './push-subscriptions.access.ts';
import {
  createPushSubscriptionInput,
  deletePushSubscriptionInput,
  maxPushSubscriptions,
} from './push-subscriptions.rules.ts';
import * as subscriptions from './push-subscriptions.service.ts';

/** Push subscriptions: browsers that show reminders as notifications. */
export function definePushSubscriptions(builder: Builder): void {
  const PushSubscription = builder.prismaNode('PushSubscription', {
    ...nodeOf(visibleTo),
    fields: (t) => ({
      name: t.exposeString('name'),
      service: t.exposeString('service'),
      lastDeliveredAt: t.expose('lastDeliveredAt', { type: 'DateTime', nullable: true }),
      error: t.exposeString('error', { nullable: true }),
      createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When the browser subscribed.' }),
    }),
  });

  builder.queryFields((t) => ({
    pushSubscription: t.byId({ type: PushSubscription, resolve: subscriptions.getPushSubscription }),
    pushSubscriptions: t.field({
      type: [PushSubscription],
      description: `Your push subscriptions, the newest first. At most ${maxPushSubscriptions}.`,
      resolve: (_root, _args, ctx) => subscriptions.listPushSubscriptions(ctx),
    }),
    webPushPublicKey: t.string({
      nullable: true,
      description:
        'The `applicationServerKey` that a browser subscribes with (`pushManager.subscribe`). Null if the server sends no push ' +
        'messages.',
      resolve: (_root, _args, ctx) => ctx.app.webPush?.publicKey ?? null,
    }),
  }));

  builder.recordMutation('createPushSubscription', {
    record: PushSubscription,
    description:
      'Has a browser show your reminders, by what `pushManager.subscribe` gave it. One that is subscribed already gets the new keys.',
    authScopes: { integrations: true },
    rules: createPushSubscriptionInput,
    errors: [ConflictError],
    isRecorded: false,
    input: (t) => ({
      endpoint: t.string({ required: true, description: 'The address at the push service.' }),
      p256dh: t.string({ required: true, description: 'The public key of the browser.' }),
      auth: t.string({ required: true, description: 'The secret for authentication of the browser.' }),
      name: t.string({ description: 'The name of the device. Default: empty.' }),
    }),
    resolve: subscriptions.createPushSubscription,
  });
  builder.recordMutation('deletePushSubscription', {
    record: PushSubscription,
    description: 'Deletes a push subscription. Returns it as it was.',
    authScopes: { integrations: true },
    rules: deletePushSubscriptionInput,
    errors: [NotFoundError],
    isRecorded: false,
    resolve: subscriptions.deletePushSubscription,
  });
}
