import { newSecret } from '../../../integrations/standard-webhooks/sign.ts';
import { actFor, type Context, type ViewerContext } from '../../../platform/context.ts';
import { newId } from '../../../platform/database/ids.ts';
import type { Row } from '../../../platform/database/models.ts';
import { ConflictError, InvalidInputError } from '../../../platform/errors.ts';
import { exponential } from '../../../platform/jobs/backoff.ts';
import { enqueue, type JobKind, type RunningJob, runSooner } from '../../../platform/jobs/jobs.ts';
import { getService, type Selection } from '../../../platform/queries/lists.ts';
import { orNotFound } from '../../../platform/records/records.ts';
import { type Transaction, transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { latestSequence, listChangeSetsAfter } from '../../history/changes/changes.service.ts';
import { changesBody } from '../deliveries/deliveries.rules.ts';
import { createDeliveries, sendHeld } from '../deliveries/deliveries.service.ts';
import { enabled, visibleTo } from './webhooks.access.ts';
import {
  createWebhookInput,
  dispatchBatchSize,
  maxWebhooks,
  oldSecretLifetime,
  secretContext,
  updateWebhookInput,
  webhookInput,
} from './webhooks.rules.ts';

export type Webhook = Row<'webhook'>;

/** A webhook with a new secret, which is returned only once. */
export interface WebhookWithSecret {
  secret: string;
  webhook: Webhook;
}

/** The viewer's webhooks, the newest first. */
export async function listWebhooks(ctx: ViewerContext, selection: Selection<'webhook'> = {}): Promise<Webhook[]> {
  const orderBy = [{ createdAt: 'desc' as const }, { id: 'desc' as const }];
  return ctx.db.webhook.findMany({ ...selection, where: visibleTo(ctx.viewer), orderBy, take: maxWebhooks });
}

/** One of the viewer's webhooks. Null if there is none. */
export const getWebhook = getService({ model: 'webhook', visibleTo });

/**
 * Creates a webhook for changes made from now on. Its secret is returned only here, and stored encrypted.
 * @throws InvalidInputError if the address is in a private network and the server does not allow it
 * @throws ConflictError if there are too many webhooks
 */
export async function createWebhook(
  ctx: ViewerContext,
  input: InputOf<typeof createWebhookInput>,
): Promise<WebhookWithSecret> {
  const data = parseInput(ctx, createWebhookInput, input);
  requirePublic(ctx, data.url);
  const [id, secret] = [newId(), newSecret()];
  const webhook = await transaction(ctx, 'createWebhook', async (tx) => {
    if ((await listWebhooks(tx)).length >= maxWebhooks) {
      throw new ConflictError(`There are ${maxWebhooks} webhooks. Delete one first.`);
    }
    return tx.write.webhook.create({
      ...data,
      id,
      accountId: ctx.viewer.accountId,
      encryptedSecret: ctx.app.vault.seal(secret, secretContext(id)),
      sequence: await latestSequence(tx),
    });
  });
  return { secret, webhook };
}

/**
 * Changes a webhook. Once enabled again, it continues from its position: pending deliveries are sent, and changes made in the
 * meantime are delivered.
 * @throws NotFoundError if there is no such webhook
 */
export async function updateWebhook(ctx: ViewerContext, input: InputOf<typeof updateWebhookInput>): Promise<Webhook> {
  const { id, isEnabled, ...changes } = parseInput(ctx, updateWebhookInput, input);
  if (changes.url !== undefined) requirePublic(ctx, changes.url);
  return transaction(ctx, 'updateWebhook', async (tx) => {
    const before = orNotFound(await getWebhook(tx, id), 'id');
    const wasEnabled = before.disabledReason === null;
    const isSwitched = isEnabled !== undefined && isEnabled !== wasEnabled;
    const state = isEnabled ? { disabledReason: null, failingSince: null } : { disabledReason: 'BY_OWNER' as const };
    const webhook = await changeWebhook(tx, id, { ...changes, ...(isSwitched && state) });
    if (isSwitched && isEnabled) {
      await sendHeld(tx, id);
      await runSooner(tx, [dispatchOf(id).key]);
    }
    return webhook;
  });
}

/**
 * Gives a webhook a new secret. Deliveries are signed with both secrets for a day.
 * @throws NotFoundError if there is no such webhook
 */
export async function rotateWebhookSecret(
  ctx: ViewerContext,
  input: InputOf<typeof webhookInput>,
): Promise<WebhookWithSecret> {
  const { id } = parseInput(ctx, webhookInput, input);
  const secret = newSecret();
  const webhook = await transaction(ctx, 'rotateWebhookSecret', async (tx) => {
    const before = orNotFound(await getWebhook(tx, id), 'id');
    return changeWebhook(tx, id, {
      encryptedSecret: ctx.app.vault.seal(secret, secretContext(id)),
      encryptedOldSecret: before.encryptedSecret,
      oldSecretUntil: new Date(tx.calendar.now.getTime() + oldSecretLifetime),
    });
  });
  return { secret, webhook };
}

/** Permanently deletes a webhook with its deliveries, sent or not. @throws NotFoundError if there is no such webhook */
export async function deleteWebhook(ctx: ViewerContext, input: InputOf<typeof webhookInput>): Promise<Webhook> {
  const { id } = parseInput(ctx, webhookInput, input);
  const [webhook] = await transaction(ctx, 'deleteWebhook', (tx) =>
    tx.write.webhook.delete({ AND: [{ id }, visibleTo(tx.viewer)] }),
  );
  return orNotFound(webhook, 'id');
}

async function changeWebhook(
  tx: Transaction<ViewerContext>,
  id: string,
  changes: Parameters<typeof tx.write.webhook.update>[1],
): Promise<Webhook> {
  const [webhook] = await tx.write.webhook.update({ AND: [{ id }, visibleTo(tx.viewer)] }, changes);
  return orNotFound(webhook, 'id');
}

/** Refuses private addresses in the URL. The addresses that a host name resolves to are checked with each attempt. */
function requirePublic(ctx: ViewerContext, url: string): void {
  if (ctx.app.outboundHttp.mayCall(url)) return;
  const message = 'must not be an address in a private network, unless the server has ALLOW_PRIVATE_ADDRESSES=on';
  throw new InvalidInputError([{ path: ['input', 'url'], message }]);
}

const dispatchOf = (id: string) => ({
  kind: 'dispatchWebhook',
  payload: { webhookId: id },
  key: `dispatchWebhook:${id}`,
});

/**
 * Enqueues a dispatch for each webhook that is behind the change log of its owner.
 * @param owners the owners whose change logs have grown; null for all
 */
export async function enqueueDispatches(ctx: Context, owners: readonly string[] | null): Promise<void> {
  const webhooks = await ctx.db.webhook.findMany({
    where: { ...enabled, ...(owners && { accountId: { in: [...owners] } }) },
    select: { id: true, accountId: true, sequence: true },
  });
  if (webhooks.length === 0) return;
  const ownerIds = [...new Set(webhooks.map(({ accountId }) => accountId))];
  const latest = await ctx.db.changeSequence.findMany({ where: { ownerId: { in: ownerIds } } });
  const sequences = new Map(latest.map(({ ownerId, sequence }) => [ownerId, sequence]));
  const behind = webhooks.filter(({ accountId, sequence }) => sequence < (sequences.get(accountId) ?? 0));
  if (behind.length === 0) return;
  await transaction(ctx, 'enqueueDispatches', (tx) =>
    enqueue(
      tx,
      behind.map(({ id }) => dispatchOf(id)),
    ),
  );
}

/**
 * Reads the change log of an owner from the position of a webhook, and creates deliveries. The deliveries, the new position, the
 * end of this job and the next job are one transaction, and the owner's transactions are serialized. So each change set becomes
 * exactly one delivery, even if the server is killed.
 */
export const dispatchWebhook: JobKind = {
  maxAttempts: 10,
  backoff: (attempt) => exponential(attempt, 1_000, 600_000),
  releaseKeyWhenDone: true,
  postponeWhenGivenUp: true,
  afterGivenUp: disable,
  async run(ctx, job) {
    const { webhookId = '' } = job.payload;
    const webhook = await ctx.db.webhook.findUnique({ where: { id: webhookId }, include: { account: true } });
    if (webhook) await job.finish(actFor(ctx, webhook.account), (tx) => dispatch(tx, webhookId));
  },
};

/** A webhook whose changes cannot be read says so. Once its owner enables it, the postponed job makes another attempt. */
async function disable(ctx: Context, { webhookId: id = '' }: RunningJob['payload']): Promise<void> {
  await transaction(ctx, 'disableWebhook', (tx) =>
    tx.write.webhook.update({ id, ...enabled }, { disabledReason: 'SERVER_ERROR' }),
  );
}

async function dispatch(tx: Transaction<ViewerContext>, id: string): Promise<void> {
  const webhook = await tx.db.webhook.findFirst({ where: { id, ...enabled } });
  if (!webhook) return;
  const { changeSets, to, hasMore, missed } = await listChangeSetsAfter(tx, webhook.sequence, dispatchBatchSize);
  await tx.write.webhook.update({ id }, { sequence: to, ...(missed && { missedAt: tx.calendar.now }) });
  const messages = changeSets.flatMap((changeSet) => {
    const body = changesBody(webhook, changeSet);
    return body === null ? [] : [{ changeSetId: changeSet.id, body }];
  });
  await createDeliveries(tx, webhook, messages);
  if (hasMore) await enqueue(tx, [dispatchOf(id)]);
}
