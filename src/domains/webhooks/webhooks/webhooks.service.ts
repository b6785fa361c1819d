import { newSecret } from '../../../integrations/standard-webhooks/sign.ts';
import { actFor, type Context, type ViewerContext } from '../../../platform/context.ts';
import { newId } from '../../../platform/database/ids.ts';
import type { Row } from '../../../platform/database/models.ts';
import { ConflictError, InvalidInputError } from '../../../platform/errors.ts';
import { exponential } from '../../../platform/jobs/backoff.ts';
import { enqueue, type JobKind } from '../../../platform/jobs/jobs.ts';
import type { Selection } from '../../../platform/queries/lists.ts';
import { orNotFound } from '../../../platform/records/records.ts';
import { type Transaction, transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { latestSequence, listChangeSetsAfter } from '../../history/changes/changes.service.ts';
import { changesBody } from '../deliveries/deliveries.rules.ts';
import { createDeliveries, sendHeld } from '../deliveries/deliveries.service.ts';
import { enabled, visibleTo } from './webhooks.access.ts';
import {
  changeSetsAtOnce,
  createWebhookInput,
  maxWebhooks,
  oldSecretSigns,
  secretContext,
  updateWebhookInput,
  webhookInput,
} from './webhooks.rules.ts';

export type Webhook = Row<'webhook'>;

/** A webhook with its secret, which shows when it is made and never again. */
export interface WebhookWithSecret {
  secret: string;
  webhook: Webhook;
}

/** The viewer's webhooks, the newest first. */
export async function listWebhooks(ctx: ViewerContext, selection: Selection<'webhook'> = {}): Promise<Webhook[]> {
  const orderBy = [{ createdAt: 'desc' as const }, { id: 'desc' as const }];
  return ctx.db.webhook.findMany({ ...selection, where: visibleTo(ctx.viewer), orderBy, take: maxWebhooks });
}

/** One of the viewer's webhooks. */
export async function getWebhook(
  ctx: ViewerContext,
  id: string,
  selection: Selection<'webhook'> = {},
): Promise<Webhook | null> {
  return ctx.db.webhook.findFirst({ ...selection, where: { AND: [{ id }, visibleTo(ctx.viewer)] } });
}

/** Makes a webhook, which tells of what changes from now on. Its secret is answered here and stored encrypted. */
export async function createWebhook(
  ctx: ViewerContext,
  input: InputOf<typeof createWebhookInput>,
): Promise<WebhookWithSecret> {
  const data = parseInput(createWebhookInput, input);
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
 * Changes a webhook. One that is enabled again goes on where it stopped: what was changed meanwhile is delivered, and what was
 * held.
 */
export async function updateWebhook(ctx: ViewerContext, input: InputOf<typeof updateWebhookInput>): Promise<Webhook> {
  const { id, isEnabled, ...changes } = parseInput(updateWebhookInput, input);
  if (changes.url !== undefined) requirePublic(ctx, changes.url);
  return transaction(ctx, 'updateWebhook', async (tx) => {
    const before = orNotFound(await getWebhook(tx, id), 'id');
    const isOn = before.disabledReason === null;
    const switched = isEnabled !== undefined && isEnabled !== isOn;
    const state = isEnabled ? { disabledReason: null, failingSince: null } : { disabledReason: 'BY_OWNER' as const };
    const webhook = await changeWebhook(tx, id, { ...changes, ...(switched && state) });
    if (switched && isEnabled) await sendHeld(tx, id);
    return webhook;
  });
}

/** Gives a webhook another secret. For a day, deliveries are signed with the one before as well. */
export async function rotateWebhookSecret(
  ctx: ViewerContext,
  input: InputOf<typeof webhookInput>,
): Promise<WebhookWithSecret> {
  const { id } = parseInput(webhookInput, input);
  const secret = newSecret();
  const webhook = await transaction(ctx, 'rotateWebhookSecret', async (tx) => {
    const before = orNotFound(await getWebhook(tx, id), 'id');
    return changeWebhook(tx, id, {
      encryptedSecret: ctx.app.vault.seal(secret, secretContext(id)),
      encryptedOldSecret: before.encryptedSecret,
      oldSecretUntil: new Date(tx.calendar.now.getTime() + oldSecretSigns),
    });
  });
  return { secret, webhook };
}

/** Removes a webhook, with its deliveries; what was to be sent is not. */
export async function deleteWebhook(ctx: ViewerContext, input: InputOf<typeof webhookInput>): Promise<Webhook> {
  const { id } = parseInput(webhookInput, input);
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

/** Says at once what shows already; where a name leads is looked at with each delivery. */
function requirePublic(ctx: ViewerContext, url: string): void {
  if (ctx.app.outboundHttp.mayCall(url)) return;
  const message = 'must not be an address in a private network, unless the server has WEBHOOK_PRIVATE_ADDRESSES=on';
  throw new InvalidInputError([{ path: ['input', 'url'], message }]);
}

const dispatchOf = (id: string) => ({
  kind: 'dispatchWebhook',
  payload: { webhookId: id },
  key: `dispatchWebhook:${id}`,
});

/** Enqueues the work on the webhooks that are behind the change logs of their owners. */
export async function enqueueDispatches(ctx: Context, owners: readonly string[] | null): Promise<void> {
  const webhooks = await ctx.db.webhook.findMany({
    where: { ...enabled, ...(owners && { accountId: { in: [...owners] } }) },
    select: { id: true, accountId: true, sequence: true },
  });
  if (webhooks.length === 0) return;
  const ownerIds = [...new Set(webhooks.map(({ accountId }) => accountId))];
  const clocks = await ctx.db.changeSequence.findMany({ where: { ownerId: { in: ownerIds } } });
  const sequences = new Map(clocks.map(({ ownerId, sequence }) => [ownerId, sequence]));
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
 * Reads on in an owner's change log where a webhook stands, and makes the deliveries of what it finds. In one transaction, which
 * no other of the owner's is beside: the deliveries, the cursor, the end of this job and, where there is more to read, the next
 * one. So each committed change set is delivered, and none twice, whenever the server should be killed.
 */
export const dispatchWebhook: JobKind = {
  attempts: 10,
  wait: (attempt) => exponential(attempt, 1_000, 600_000),
  releaseKeyWhenDone: true,
  async run(ctx, job) {
    const { webhookId = '' } = job.payload;
    const webhook = await ctx.db.webhook.findUnique({ where: { id: webhookId }, include: { account: true } });
    if (webhook) await job.finish(actFor(ctx, webhook.account), (tx) => dispatch(tx, webhookId));
  },
};

async function dispatch(tx: Transaction<ViewerContext>, id: string): Promise<void> {
  const webhook = await tx.db.webhook.findFirst({ where: { id, ...enabled } });
  if (!webhook) return;
  const { changeSets, to, hasMore, missed } = await listChangeSetsAfter(tx, webhook.sequence, changeSetsAtOnce);
  await tx.write.webhook.update({ id }, { sequence: to, ...(missed && { missedAt: tx.calendar.now }) });
  const messages = changeSets.flatMap((changeSet) => {
    const body = changesBody(webhook, changeSet);
    return body === null ? [] : [{ changeSetId: changeSet.id, body }];
  });
  await createDeliveries(tx, webhook, messages);
  if (hasMore) await enqueue(tx, [dispatchOf(id)]);
}
