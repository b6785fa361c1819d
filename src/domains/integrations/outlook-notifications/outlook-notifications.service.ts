import type { Graph } from '../../../integrations/graph/client.ts';
import { GraphError } from '../../../integrations/graph/errors.ts';
import {
  type Notification,
  readNotifications,
  reauthorize,
  renew,
  subscribe,
} from '../../../integrations/graph/subscriptions.ts';
import { actFor, type Context, type ViewerContext } from '../../../platform/context.ts';
import type { Row, UpdateData } from '../../../platform/database/models.ts';
import { hashToken, isTokenOf, randomToken } from '../../../platform/security/crypto.ts';
import { type Transaction, transaction } from '../../../platform/transactions/transaction.ts';
import { rereadCalendars } from '../outlook-calendars/outlook-calendars.service.ts';
import { hastenCalendar } from '../sync-tasks/sync-tasks.service.ts';
import { readStates } from '../syncs/syncs.rules.ts';
import {
  isRenewalDue,
  notificationLimits,
  notificationUrl,
  subscribedUntil,
  wakeTime,
} from './outlook-notifications.rules.ts';

type Subscription = Row<'outlookSubscription'>;
type Integration = Row<'integration'>;
type Tx = Transaction<ViewerContext>;

/**
 * Takes notifications. They say no more than that a calendar may have changed: it is read soon. Those that do not prove to be of
 * Graph are ignored, as are those of subscriptions that are not known.
 */
export async function receiveNotifications(ctx: Context, body: unknown): Promise<void> {
  const given = readNotifications(body, notificationLimits.count);
  // Of the many about one subscription, each kind counts once.
  const kinds = new Map(given.map((one) => [`${one.lifecycleEvent} ${one.clientState} ${one.subscriptionId}`, one]));
  const ids = [...new Set([...kinds.values()].map(({ subscriptionId }) => subscriptionId))];
  if (ids.length === 0) return;
  const known = await ctx.db.outlookSubscription.findMany({
    where: { subscriptionId: { in: ids }, integration: { state: { in: readStates } } },
    include: { account: true },
  });
  for (const { account, ...subscription } of known) {
    const own = [...kinds.values()].filter(
      (one) =>
        one.subscriptionId === subscription.subscriptionId && isTokenOf(one.clientState, subscription.clientStateHash),
    );
    if (own.length > 0)
      await transaction(actFor(ctx, account), 'notifyOfOutlook', (tx) => follow(tx, subscription, own));
  }
}

async function follow(tx: Tx, { integrationId }: Subscription, notifications: readonly Notification[]): Promise<void> {
  const has = (name: Notification['lifecycleEvent']) =>
    notifications.some(({ lifecycleEvent }) => lifecycleEvent === name);
  if (has('subscriptionRemoved')) await tx.write.outlookSubscription.delete({ integrationId });
  else if (has('reauthorizationRequired'))
    await tx.write.outlookSubscription.update({ integrationId }, { isUnauthorized: true });
  if (has('missed')) await rereadCalendars(tx, integrationId);
  await hastenCalendar(tx, integrationId, (task) => wakeTime(task, tx.calendar.now));
}

/**
 * Has Graph notify this server of changes, if it can reach it, and renews that before it ends. Without it, the calendar is read
 * from time to time.
 * @returns what is wrong, in sentences
 * @throws GraphError if Graph cannot be asked now
 */
export async function keepSubscription(
  ctx: ViewerContext,
  { send }: Graph,
  { id: integrationId, accountId }: Integration,
): Promise<string[]> {
  const url = notificationUrl(ctx.app.config.publicUrl);
  if (url === null) return [];
  const now = ctx.app.clock.now();
  const known = await ctx.db.outlookSubscription.findUnique({ where: { integrationId } });
  try {
    const kept = known && known.expiresAt > now ? await keep(ctx, send, known, now) : false;
    if (kept) return [];
    const clientState = randomToken();
    const until = subscribedUntil(now, maxMinutesOf(ctx));
    const { id, expiresAt } = await subscribe(send, { url, clientState, until });
    const columns = { subscriptionId: id, clientStateHash: hashToken(clientState), expiresAt, isUnauthorized: false };
    await transaction(ctx, 'subscribeToOutlook', async (tx) => {
      const [renewed] = await tx.write.outlookSubscription.update({ integrationId }, columns);
      // It may have been deleted meanwhile.
      const isThere = renewed || (await tx.db.integration.findUnique({ where: { id: integrationId } }));
      if (isThere && !renewed) await tx.write.outlookSubscription.create({ integrationId, accountId, ...columns });
    });
    return [];
  } catch (error) {
    const isRefused = error instanceof GraphError && error.status >= 400 && error.status < 500;
    if (!isRefused || error.status === 401 || error.status === 429) throw error;
    return [`Microsoft does not notify this server of changes, so that they come a little later: ${error.message}`];
  }
}

/** The longest time of a subscription that Graph allows, in minutes. */
const maxMinutesOf = ({ app }: ViewerContext): number => app.config.outlook?.subscriptionMinutes ?? 0;

/** Renews a subscription, if that is due. @returns false if it is gone */
async function keep(ctx: ViewerContext, send: Graph['send'], known: Subscription, now: Date): Promise<boolean> {
  const { subscriptionId, integrationId, isUnauthorized } = known;
  const changes: UpdateData<'outlookSubscription'> = {};
  if (isUnauthorized) {
    if (!(await reauthorize(send, subscriptionId))) return false;
    changes.isUnauthorized = false;
  }
  const maxMinutes = maxMinutesOf(ctx);
  if (isRenewalDue(known, now, maxMinutes)) {
    const expiresAt = await renew(send, subscriptionId, subscribedUntil(now, maxMinutes));
    if (expiresAt === null) return false;
    changes.expiresAt = expiresAt;
  }
  if (Object.keys(changes).length > 0)
    await transaction(ctx, 'subscribeToOutlook', (tx) =>
      tx.write.outlookSubscription.update({ integrationId, subscriptionId }, changes),
    );
  return true;
}
