import { UnreachableHostError } from '../../../integrations/outbound-http/client.ts';
import { type PushReceiver, pushRequest } from '../../../integrations/web-push/push-request.ts';
import type { ViewerContext } from '../../../platform/context.ts';
import { newId } from '../../../platform/database/ids.ts';
import type { Row } from '../../../platform/database/models.ts';
import { ConflictError, InvalidInputError } from '../../../platform/errors.ts';
import { enqueue, type RunningJob } from '../../../platform/jobs/jobs.ts';
import { getService } from '../../../platform/queries/lists.ts';
import { orNotFound } from '../../../platform/records/records.ts';
import { hashToken } from '../../../platform/security/crypto.ts';
import type { PushSender } from '../../../platform/security/push-keys.ts';
import { type Transaction, transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { visibleTo } from './push-subscriptions.access.ts';
import {
  createPushSubscriptionInput,
  deletePushSubscriptionInput,
  isGone,
  keysContext,
  maxPushSubscriptions,
  nextAttempt,
  type PushOutcome,
  responseTimeout,
} from './push-subscriptions.rules.ts';

type PushSubscription = Row<'pushSubscription'>;
type Tx = Transaction<ViewerContext>;

/** The viewer's push subscriptions, the newest first. */
export async function listPushSubscriptions(ctx: ViewerContext): Promise<PushSubscription[]> {
  const orderBy = [{ createdAt: 'desc' as const }, { id: 'desc' as const }];
  return ctx.db.pushSubscription.findMany({ where: visibleTo(ctx.viewer), orderBy, take: maxPushSubscriptions });
}

/** One of the viewer's push subscriptions. Null if there is none. */
export const getPushSubscription = getService({ model: 'pushSubscription', visibleTo });

/**
 * Subscribes a browser to the viewer's reminders. One that is subscribed already gets the new keys and name.
 * @throws ConflictError if the server sends no push messages, or if there are too many subscriptions
 * @throws InvalidInputError if the address is in a private network and the server does not allow it
 */
export async function createPushSubscription(
  ctx: ViewerContext,
  input: InputOf<typeof createPushSubscriptionInput>,
): Promise<PushSubscription> {
  const { name, ...receiver } = parseInput(ctx, createPushSubscriptionInput, input);
  if (!ctx.app.webPush) throw new ConflictError('This server sends no push messages. Its owner can set VAPID_SUBJECT.');
  if (!ctx.app.outboundHttp.mayCall(receiver.endpoint)) {
    const message = 'must not be an address in a private network, unless the server has ALLOW_PRIVATE_ADDRESSES=on';
    throw new InvalidInputError([{ path: ['input', 'endpoint'], message }]);
  }
  const endpointHash = hashToken(receiver.endpoint);
  const sealed = (id: string) => ctx.app.vault.seal(JSON.stringify(receiver), keysContext(id));
  return transaction(ctx, 'createPushSubscription', async (tx) => {
    const all = await listPushSubscriptions(tx);
    const there = all.find((one) => one.endpointHash === endpointHash);
    if (there) {
      const changes = {
        encryptedKeys: sealed(there.id),
        error: null,
        ...(name !== undefined && name !== null && { name }),
      };
      const [changed] = await tx.write.pushSubscription.update({ id: there.id }, changes);
      return changed ?? there;
    }
    if (all.length >= maxPushSubscriptions) {
      throw new ConflictError(`There are ${maxPushSubscriptions} push subscriptions. Delete one first.`);
    }
    const id = newId();
    const service = new URL(receiver.endpoint).host;
    const { accountId } = tx.viewer;
    return tx.write.pushSubscription.create({
      ...{ id, accountId, name: name ?? '', service, endpointHash, encryptedKeys: sealed(id) },
    });
  });
}

/** Deletes a push subscription. @throws NotFoundError if there is no such subscription */
export async function deletePushSubscription(
  ctx: ViewerContext,
  input: InputOf<typeof deletePushSubscriptionInput>,
): Promise<PushSubscription> {
  const { id } = parseInput(ctx, deletePushSubscriptionInput, input);
  const [deleted] = await transaction(ctx, 'deletePushSubscription', (tx) =>
    tx.write.pushSubscription.delete({ AND: [{ id }, visibleTo(tx.viewer)] }),
  );
  return orNotFound(deleted, 'id');
}

/** Enqueues a job of a kind for each of the viewer's browsers, if the server sends push messages. */
export async function enqueuePushes(tx: Tx, kind: string, payload: Readonly<Record<string, string>>): Promise<void> {
  if (!tx.app.webPush) return;
  const subscriptions = await tx.db.pushSubscription.findMany({ where: visibleTo(tx.viewer), select: { id: true } });
  await enqueue(
    tx,
    subscriptions.map(({ id }) => ({ kind, payload: { ...payload, subscriptionId: id }, group: id })),
  );
}

/** A message to a browser. */
interface PushMessage {
  /** What its service worker gets, as JSON. */
  readonly content: object;
  /** How long the push service keeps it if the browser is offline, in seconds. */
  readonly timeToLive: number;
}

/**
 * Sends a message to a browser and records the outcome. A browser that has unsubscribed is forgotten. It may get a message twice:
 * a notification with the same `tag` takes the place of the first.
 */
export async function push(
  owner: ViewerContext,
  job: RunningJob,
  subscription: PushSubscription,
  message: PushMessage,
): Promise<void> {
  const { webPush } = owner.app;
  if (!webPush) return;
  const { id } = subscription;
  const outcome = await send(owner, subscription, message, webPush, job.signal);
  if (isGone(outcome)) return job.finish(owner, (tx) => tx.write.pushSubscription.delete({ id }));
  const { error } = outcome;
  const { now } = owner.calendar;
  const record = (tx: Tx) =>
    tx.write.pushSubscription.update({ id }, { error, ...(error === null && { lastDeliveredAt: now }) });
  const again = error === null ? null : nextAttempt(job.attempt, outcome, now);
  if (again === null) return job.finish(owner, record);
  await job.reschedule(owner, again, error ?? '', record);
}

async function send(
  { app }: ViewerContext,
  { id, encryptedKeys }: PushSubscription,
  { content, timeToLive }: PushMessage,
  sender: PushSender,
  signal: AbortSignal,
): Promise<PushOutcome> {
  const noResponse = (error: string) => ({ status: null, retryAfter: null, error });
  const opened = app.vault.open(encryptedKeys, keysContext(id));
  if (opened === null) {
    return {
      ...noResponse('Its keys cannot be decrypted with the current WAYMARK_SECRET. Subscribe again.'),
      status: 400,
    };
  }
  const receiver = JSON.parse(opened) as PushReceiver;
  const request = await pushRequest(receiver, { text: JSON.stringify(content), timeToLive }, sender);
  try {
    const { status, headers } = await app.outboundHttp.post(receiver.endpoint, {
      ...request,
      ...{ timeout: responseTimeout, signal },
    });
    const isAccepted = status >= 200 && status < 300;
    const error = isAccepted ? null : `The push service responded with ${status}.`;
    return { status, retryAfter: headers['retry-after'] ?? null, error };
  } catch (error) {
    // The server stops and the outcome is unknown, so the job runs again.
    if (signal.aborted) throw error;
    // What failed may name the address, which is a secret of the browser.
    return noResponse(error instanceof UnreachableHostError ? error.message : 'There was no response.');
  }
}
