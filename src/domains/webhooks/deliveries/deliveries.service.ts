import { UnreachableHostError } from '../../../integrations/outbound-http/client.ts';
import { signatureHeaders } from '../../../integrations/standard-webhooks/sign.ts';
import { actFor, type Context, type ViewerContext } from '../../../platform/context.ts';
import { toGlobalId } from '../../../platform/database/global-ids.ts';
import type { Row } from '../../../platform/database/models.ts';
import { ConflictError } from '../../../platform/errors.ts';
import { exponential } from '../../../platform/jobs/backoff.ts';
import { enqueue, type JobKind, type RunningJob } from '../../../platform/jobs/jobs.ts';
import { daysBefore, type Retention } from '../../../platform/jobs/retention.ts';
import { getService } from '../../../platform/queries/lists.ts';
import { orNotFound } from '../../../platform/records/records.ts';
import { type Transaction, transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { enabled, visibleTo as visibleWebhooks } from '../webhooks/webhooks.access.ts';
import { secretContext, webhookInput } from '../webhooks/webhooks.rules.ts';
import { visibleTo } from './deliveries.access.ts';
import {
  deliveryInput,
  deliveryRetentionDays,
  disabledBy,
  manualSendLimit,
  maxAttempts,
  nextAttempt,
  type Outcome,
  pingBody,
  responseTimeout,
  statusError,
} from './deliveries.rules.ts';

type Webhook = Row<'webhook'>;
type Delivery = Row<'webhookDelivery'>;
type Tx = Transaction<ViewerContext>;

/** One of the viewer's deliveries. Null if there is none. */
export const getDelivery = getService({ model: 'webhookDelivery', visibleTo });

/**
 * Creates a test delivery to a webhook. A worker sends it soon.
 * @throws NotFoundError if there is no such webhook, ConflictError if it is disabled, RateLimitedError after too many
 */
export async function testWebhook(ctx: ViewerContext, input: InputOf<typeof webhookInput>): Promise<Delivery> {
  const { id } = parseInput(ctx, webhookInput, input);
  await ctx.app.rateLimits.consume(manualSendLimit, ctx.viewer.accountId);
  return transaction(ctx, 'testWebhook', async (tx) => {
    const webhook = orNotFound(
      await tx.db.webhook.findFirst({ where: { AND: [{ id }, visibleWebhooks(tx.viewer)] } }),
      'id',
    );
    requireEnabled(webhook);
    const { now } = tx.calendar;
    const [delivery] = await createDeliveries(tx, webhook, [{ changeSetId: null, body: pingBody(webhook, now) }]);
    return delivery as Delivery;
  });
}

/**
 * Sends a delivery again with the same body, whatever its status. A worker sends it soon.
 * @throws NotFoundError if there is no such delivery, ConflictError if its webhook is disabled, RateLimitedError after too many
 */
export async function resendWebhookDelivery(
  ctx: ViewerContext,
  input: InputOf<typeof deliveryInput>,
): Promise<Delivery> {
  const { id } = parseInput(ctx, deliveryInput, input);
  await ctx.app.rateLimits.consume(manualSendLimit, ctx.viewer.accountId);
  return transaction(ctx, 'resendWebhookDelivery', async (tx) => {
    const where = { AND: [{ id }, visibleTo(tx.viewer)] };
    const delivery = await tx.db.webhookDelivery.findFirst({ where, include: { webhook: true } });
    requireEnabled(orNotFound(delivery, 'id').webhook);
    return (await sendAgain(tx, where))[0] as Delivery;
  });
}

/** Sends the deliveries that were held while a webhook was disabled. */
export async function sendHeld(tx: Tx, webhookId: string): Promise<void> {
  await sendAgain(tx, { AND: [visibleTo(tx.viewer), { webhookId, status: 'PENDING', nextAttemptAt: null }] });
}

async function sendAgain(tx: Tx, where: Parameters<Tx['write']['webhookDelivery']['update']>[0]): Promise<Delivery[]> {
  const again = { status: 'PENDING' as const, nextAttemptAt: tx.calendar.now };
  const deliveries = await tx.write.webhookDelivery.update(where, again);
  await enqueue(tx, deliveries.map(jobOf));
  return deliveries;
}

/** Creates deliveries to a webhook. Workers send them soon. */
export async function createDeliveries(
  tx: Tx,
  { id, accountId }: Webhook,
  messages: readonly Pick<Delivery, 'changeSetId' | 'body'>[],
): Promise<Delivery[]> {
  const deliveries = await tx.write.webhookDelivery.createMany(
    messages.map((message) => ({ ...message, accountId, webhookId: id, nextAttemptAt: tx.calendar.now })),
  );
  await enqueue(tx, deliveries.map(jobOf));
  return deliveries;
}

const jobOf = ({ id, webhookId }: Pick<Delivery, 'id' | 'webhookId'>) => ({
  kind: 'deliverWebhook',
  payload: { deliveryId: id },
  group: webhookId,
});

function requireEnabled({ disabledReason }: Webhook): void {
  if (disabledReason !== null) throw new ConflictError('The webhook is disabled. Enable it first.');
}

/** Sends a delivery and records the outcome. A receiver may get it twice, and recognizes it by its id. */
export const deliverWebhook: JobKind = {
  // Failed deliveries are rescheduled. These attempts are for errors of the server, such as an unavailable database.
  maxAttempts: 2 * maxAttempts,
  backoff: (attempt) => exponential(attempt, 5_000, 600_000),
  async afterGivenUp(ctx, { deliveryId: id = '' }) {
    const error = 'The server failed or stopped each time it sent this delivery. The log of the server says why.';
    await transaction(ctx, 'giveUpDelivery', (tx) =>
      tx.write.webhookDelivery.update({ id, status: 'PENDING' }, { status: 'FAILED', nextAttemptAt: null, error }),
    );
  },
  async run(ctx, job) {
    const { deliveryId = '' } = job.payload;
    const include = { webhook: { include: { account: true } } };
    const delivery = await ctx.db.webhookDelivery.findUnique({ where: { id: deliveryId }, include });
    if (delivery?.status !== 'PENDING') return;
    const { webhook } = delivery;
    const owner = actFor(ctx, webhook.account);
    if (webhook.disabledReason !== null) return job.finish(owner, (tx) => holdDelivery(tx, delivery));
    const started = performance.now();
    const outcome = await send(ctx, webhook, delivery, job.signal);
    const attempt = {
      attemptCount: delivery.attemptCount + 1,
      lastAttemptAt: ctx.calendar.now,
      durationMs: Math.round(performance.now() - started),
      responseStatus: outcome.status,
      responseExcerpt: outcome.excerpt,
      error: outcome.error,
    };
    await recordAttempt(owner, job, { delivery, webhook, outcome, attempt });
  },
};

/** Holds a delivery until its webhook is enabled. If it has been enabled since, another job sends the delivery. */
async function holdDelivery(tx: Tx, { id, webhookId }: Delivery): Promise<void> {
  const isEnabled = await tx.db.webhook.findFirst({ where: { id: webhookId, ...enabled } });
  if (isEnabled) await enqueue(tx, [jobOf({ id, webhookId })]);
  else await tx.write.webhookDelivery.update({ id, status: 'PENDING' }, { nextAttemptAt: null });
}

const howToAllow = 'The server may post there only with ALLOW_PRIVATE_ADDRESSES=on.';

async function send(ctx: Context, webhook: Webhook, delivery: Delivery, signal: AbortSignal): Promise<Outcome> {
  const secrets = secretsOf(ctx, webhook);
  const noResponse = (error: string) => ({ status: null, excerpt: null, retryAfter: null, error });
  if (secrets.length === 0)
    return noResponse('The secret of the webhook cannot be decrypted with the current WAYMARK_SECRET. Rotate it.');
  const { body } = delivery;
  const message = { id: toGlobalId('WebhookDelivery', delivery.id), sentAt: ctx.calendar.now, body };
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'Waymark',
    ...(await signatureHeaders(message, secrets)),
  };
  try {
    const request = { headers, body, timeout: responseTimeout, signal };
    const { status, headers: received, excerpt } = await ctx.app.outboundHttp.post(webhook.url, request);
    return { status, excerpt, retryAfter: received['retry-after'] ?? null, error: statusError(status) };
  } catch (error) {
    // The server stops and the outcome is unknown, so the job runs again.
    if (signal.aborted) throw error;
    if (error instanceof UnreachableHostError) return noResponse(`${error.message} ${howToAllow}`);
    return noResponse(error instanceof Error ? error.message.slice(0, 300) : 'The request failed.');
  }
}

/** The secrets that sign the deliveries of a webhook now: its own, and the previous one for a day after a rotation. */
function secretsOf(ctx: Context, webhook: Webhook): string[] {
  const { id, encryptedSecret, encryptedOldSecret, oldSecretUntil } = webhook;
  const old = oldSecretUntil !== null && oldSecretUntil > ctx.calendar.now ? encryptedOldSecret : null;
  return [encryptedSecret, old].flatMap((sealed) =>
    sealed === null ? [] : (ctx.app.vault.open(sealed, secretContext(id)) ?? []),
  );
}

interface Attempted {
  delivery: Delivery;
  webhook: Webhook;
  outcome: Outcome;
  attempt: Partial<Delivery>;
}

/** Records the outcome of an attempt on the delivery and its webhook, and schedules the next attempt if there is one. */
async function recordAttempt(owner: ViewerContext, job: RunningJob, attempted: Attempted): Promise<void> {
  const { delivery, webhook, outcome, attempt } = attempted;
  const { id } = delivery;
  const { now } = owner.calendar;
  const record = (tx: Tx, changes: Partial<Delivery>) =>
    tx.write.webhookDelivery.update({ id }, { ...attempt, ...changes });
  const { error } = outcome;
  if (error === null) {
    return job.finish(owner, async (tx) => {
      await record(tx, { status: 'DELIVERED', nextAttemptAt: null });
      await tx.write.webhook.update({ id: webhook.id }, { failingSince: null });
    });
  }
  const fail = async (tx: Tx) => {
    await tx.write.webhook.update({ id: webhook.id, failingSince: null }, { failingSince: now });
    const disabledReason = disabledBy(outcome, webhook.failingSince, now);
    if (disabledReason) await tx.write.webhook.update({ id: webhook.id, ...enabled }, { disabledReason });
  };
  const again = nextAttempt(job.attempt, outcome, now, Math.random());
  if (again === null) {
    return job.finish(owner, async (tx) => {
      await record(tx, { status: 'FAILED', nextAttemptAt: null });
      await fail(tx);
    });
  }
  await job.reschedule(owner, again, error, async (tx) => {
    await record(tx, { nextAttemptAt: again });
    await fail(tx);
  });
}

/** Deliveries are deleted after 30 days. */
export const deliveryRetention: readonly Retention[] = [
  { model: 'webhookDelivery', expired: (ctx) => ({ createdAt: { lt: daysBefore(ctx, deliveryRetentionDays) } }) },
];
