import { PrivateNetworkError } from '../../../integrations/outbound-http/client.ts';
import { signatureHeaders } from '../../../integrations/standard-webhooks/sign.ts';
import { actFor, type Context, type ViewerContext } from '../../../platform/context.ts';
import { toGlobalId } from '../../../platform/database/global-ids.ts';
import type { Row } from '../../../platform/database/models.ts';
import { ConflictError } from '../../../platform/errors.ts';
import { exponential } from '../../../platform/jobs/backoff.ts';
import { enqueue, type JobKind, type RunningJob } from '../../../platform/jobs/jobs.ts';
import { daysBefore, type Retention } from '../../../platform/jobs/retention.ts';
import type { Selection } from '../../../platform/queries/lists.ts';
import { orNotFound } from '../../../platform/records/records.ts';
import { type Transaction, transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { enabled, visibleTo as visibleWebhooks } from '../webhooks/webhooks.access.ts';
import { secretContext, webhookInput } from '../webhooks/webhooks.rules.ts';
import { visibleTo } from './deliveries.access.ts';
import {
  answersWithin,
  byHandLimit,
  deliveryInput,
  disabledBy,
  faultOf,
  keptDays,
  maxAttempts,
  nextAttempt,
  type Outcome,
  pingBody,
} from './deliveries.rules.ts';

type Webhook = Row<'webhook'>;
type Delivery = Row<'webhookDelivery'>;
type Tx = Transaction<ViewerContext>;

/** One of the deliveries to the viewer's webhooks. */
export async function getDelivery(
  ctx: ViewerContext,
  id: string,
  selection: Selection<'webhookDelivery'> = {},
): Promise<Delivery | null> {
  return ctx.db.webhookDelivery.findFirst({ ...selection, where: { AND: [{ id }, visibleTo(ctx.viewer)] } });
}

/** Sends a ping to a webhook, as soon as a worker has time for it. @throws RateLimitedError after many within a minute */
export async function testWebhook(ctx: ViewerContext, input: InputOf<typeof webhookInput>): Promise<Delivery> {
  const { id } = parseInput(webhookInput, input);
  await ctx.app.rateLimits.consume(byHandLimit, ctx.viewer.accountId);
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

/** Sends a delivery once more, whatever became of it, as the same message. @throws RateLimitedError as `testWebhook` does */
export async function resendWebhookDelivery(
  ctx: ViewerContext,
  input: InputOf<typeof deliveryInput>,
): Promise<Delivery> {
  const { id } = parseInput(deliveryInput, input);
  await ctx.app.rateLimits.consume(byHandLimit, ctx.viewer.accountId);
  return transaction(ctx, 'resendWebhookDelivery', async (tx) => {
    const where = { AND: [{ id }, visibleTo(tx.viewer)] };
    const delivery = await tx.db.webhookDelivery.findFirst({ where, include: { webhook: true } });
    requireEnabled(orNotFound(delivery, 'id').webhook);
    return (await sendAgain(tx, where))[0] as Delivery;
  });
}

/** Sends what was held while a webhook was disabled. */
export async function sendHeld(tx: Tx, webhookId: string): Promise<void> {
  await sendAgain(tx, { AND: [visibleTo(tx.viewer), { webhookId, status: 'PENDING', nextAttemptAt: null }] });
}

async function sendAgain(tx: Tx, where: Parameters<Tx['write']['webhookDelivery']['update']>[0]): Promise<Delivery[]> {
  const again = { status: 'PENDING' as const, nextAttemptAt: tx.calendar.now };
  const deliveries = await tx.write.webhookDelivery.update(where, again);
  await enqueue(tx, deliveries.map(jobOf));
  return deliveries;
}

/** Makes deliveries to a webhook, to be sent as soon as workers have time for them. */
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

/** Sends a delivery, and takes down what came of it. A receiver may get it twice; by its id it knows that it has it. */
export const deliverWebhook: JobKind = {
  // What fails is put off by itself. These are for faults of our own, such as a database that is away.
  attempts: 2 * maxAttempts,
  wait: (attempt) => exponential(attempt, 5_000, 600_000),
  async run(ctx, job) {
    const { deliveryId = '' } = job.payload;
    const include = { webhook: { include: { account: true } } };
    const delivery = await ctx.db.webhookDelivery.findUnique({ where: { id: deliveryId }, include });
    if (delivery?.status !== 'PENDING') return;
    const { webhook } = delivery;
    const owner = actFor(ctx, webhook.account);
    if (webhook.disabledReason !== null) return job.finish(owner, (tx) => hold(tx, delivery));
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
    await afterUndo(owner, job, { delivery, webhook, outcome, attempt });
  },
};

/** Leaves a delivery be until its webhook is enabled; where it is again by now, another job sends it. */
async function hold(tx: Tx, { id, webhookId }: Delivery): Promise<void> {
  const isEnabled = await tx.db.webhook.findFirst({ where: { id: webhookId, ...enabled } });
  if (isEnabled) await enqueue(tx, [jobOf({ id, webhookId })]);
  else await tx.write.webhookDelivery.update({ id, status: 'PENDING' }, { nextAttemptAt: null });
}

const howToAllow = 'The server may post there only with WEBHOOK_PRIVATE_ADDRESSES=on.';

async function send(ctx: Context, webhook: Webhook, delivery: Delivery, signal: AbortSignal): Promise<Outcome> {
  const secrets = secretsOf(ctx, webhook);
  const failed = (error: string) => ({ status: null, excerpt: null, retryAfter: null, error });
  if (secrets.length === 0)
    return failed('Its secret cannot be read with the secret that the server has now. Rotate it.');
  const { body } = delivery;
  const message = { id: toGlobalId('WebhookDelivery', delivery.id), sentAt: ctx.calendar.now, body };
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'Waymark',
    ...(await signatureHeaders(message, secrets)),
  };
  try {
    const {
      status,
      headers: answered,
      excerpt,
    } = await ctx.app.outboundHttp.post(webhook.url, {
      headers,
      body,
      timeout: answersWithin,
      signal,
    });
    return { status, excerpt, retryAfter: answered['retry-after'] ?? null, error: faultOf(status) };
  } catch (error) {
    // Broken off by the server itself: nobody knows what came of it, and whoever runs the job next sends it again.
    if (signal.aborted) throw error;
    if (error instanceof PrivateNetworkError) return failed(`${error.message} ${howToAllow}`);
    return failed(error instanceof Error ? error.message.slice(0, 300) : 'It could not be sent.');
  }
}

/** What a webhook's deliveries are signed with, now: its secret, and the one before for as long as that signs too. */
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

/** Takes down how an attempt went: the delivery is done, or is sent again, or not; its webhook goes on, or is disabled. */
async function afterUndo(owner: ViewerContext, job: RunningJob, attempted: Attempted): Promise<void> {
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
  { model: 'webhookDelivery', expired: (ctx) => ({ createdAt: { lt: daysBefore(ctx, keptDays) } }) },
];
