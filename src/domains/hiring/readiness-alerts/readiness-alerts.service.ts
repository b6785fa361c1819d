import type { Context, ViewerContext } from '../../../platform/context.ts';
import type { Row } from '../../../platform/database/models.ts';
import { jobForAccount, ownerOfJob } from '../../../platform/jobs/account-jobs.ts';
import { exponential } from '../../../platform/jobs/backoff.ts';
import { enqueue, type JobKind } from '../../../platform/jobs/jobs.ts';
import { seriesDays, seriesInput } from '../../../platform/queries/series.ts';
import { ofAccount, ownedBy } from '../../../platform/records/ownership.ts';
import { recordsAfterEach } from '../../../platform/records/records-as-of.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import { type Transaction, transaction } from '../../../platform/transactions/transaction.ts';
import { parseInput } from '../../../platform/validation/input-rules.ts';
import { alertBody } from '../../webhooks/deliveries/deliveries.rules.ts';
import { createDeliveries } from '../../webhooks/deliveries/deliveries.service.ts';
import { enabled } from '../../webhooks/webhooks/webhooks.access.ts';
import { readinessAt, readinessOver } from '../readiness/readiness.service.ts';
import { getRoleProfile } from '../role-profiles/role-profiles.service.ts';
import {
  type DayOfDrop,
  daysOfDrops,
  dropData,
  dropOf,
  isForRoles,
  maxChecked,
  type ReadinessDrop,
  readinessModels,
} from './readiness-alerts.rules.ts';

/**
 * The days on which the viewer's readiness for a role dropped, the latest first. Takes as many statements as one day. Null if they have no
 * role with the id.
 * @throws InvalidInputError if the days are not in order, to come, or there are more than 120
 */
export async function readinessDrops(
  ctx: ViewerContext,
  { roleId, from, to }: { readonly roleId: string; readonly from: string; readonly to: string },
): Promise<DayOfDrop[] | null> {
  const days = seriesDays(parseInput(ctx, seriesInput, { from, to, bucket: 'DAY' }, []), ctx.calendar);
  const role = await getRoleProfile(ctx, roleId);
  const dayBefore = ctx.calendar.addDays(days[0] as string, -1);
  return role && daysOfDrops(await readinessOver(ctx, role, [dayBefore, ...days]));
}

type Check = Row<'readinessCheck'>;

/** How many accounts are looked after at once. */
const maxOwners = 500;

/** The accounts that hear of drops: they have a role, and a webhook that is enabled. */
const subscribed = { ...enabled, account: { roleProfiles: { some: active('roleProfile') } } };

async function enqueueFor(ctx: Context, accountIds: readonly string[]): Promise<void> {
  if (accountIds.length === 0) return;
  const jobs = [...new Set(accountIds)].map((accountId) => jobForAccount('checkReadiness', accountId));
  await transaction(ctx, 'enqueueReadinessChecks', (tx) => enqueue(tx, jobs));
}

/** Enqueues a check of each account whose log has grown since its last one, if it hears of drops. @param owners null for all */
export async function enqueueChecks(ctx: Context, owners: readonly string[] | null): Promise<void> {
  const among = owners ? { accountId: { in: [...owners] } } : {};
  const webhooks = await ctx.db.webhook.groupBy({
    by: ['accountId'],
    where: { AND: [subscribed, among] },
    orderBy: { accountId: 'asc' },
    take: maxOwners,
  });
  if (webhooks.length === 0) return;
  const ids = webhooks.map(({ accountId }) => accountId);
  const positions = await ctx.db.changeSequence.findMany({ where: { ownerId: { in: ids } } });
  const checks = await ctx.db.readinessCheck.findMany({ where: { accountId: { in: ids } } });
  const checked = new Map(checks.map(({ accountId, sequence }) => [accountId, sequence]));
  const grown = positions.filter(({ ownerId, sequence }) => sequence > (checked.get(ownerId) ?? -1));
  await enqueueFor(
    ctx,
    grown.map(({ ownerId }) => ownerId),
  );
}

/** Enqueues a check of all accounts that hear of drops. */
export async function enqueueChecksOfAll(ctx: Context): Promise<void> {
  const webhooks = await ctx.db.webhook.findMany({ where: subscribed, select: { accountId: true } });
  await enqueueFor(
    ctx,
    webhooks.map(({ accountId }) => accountId),
  );
}

/** Looks for drops of readiness in what has changed since the last check, and tells the webhooks that were there by then. */
export const checkReadiness: JobKind = {
  maxAttempts: 5,
  backoff: (attempt) => exponential(attempt, 1_000, 600_000),
  releaseKeyWhenDone: true,
  postponeWhenGivenUp: true,
  async run(ctx, job) {
    const owner = await ownerOfJob(ctx, job);
    if (!owner) return;
    const { accountId } = owner.viewer;
    const last = await ctx.db.readinessCheck.findUnique({ where: { accountId } });
    const found = await findDrops(owner, last);
    if (found) await job.finish(owner, (tx) => notify(tx, last, found));
  },
};

interface Found {
  readonly sequence: number;
  readonly drops: readonly { readonly drop: ReadinessDrop; readonly at: Date; readonly changeSetId: string | null }[];
}

/** The drops since the last check. Null if nothing has changed, and the day is the same. */
async function findDrops(ctx: ViewerContext, last: Check | null): Promise<Found | null> {
  const { calendar, db, viewer } = ctx;
  const position = await db.changeSequence.findUnique({ where: { ownerId: viewer.accountId } });
  if (!position) return null;
  const kept = Math.max(last?.sequence ?? 0, position.oldestSequence - 1);
  const changes = await db.change.groupBy({
    by: ['sequence'],
    where: { ownerId: viewer.accountId, sequence: { gt: kept }, model: { in: [...readinessModels] } },
    orderBy: { sequence: 'desc' },
    take: maxChecked + 1,
  });
  if (changes.length === 0 && last?.checkedOn === calendar.today)
    return position.sequence > last.sequence ? { sequence: position.sequence, drops: [] } : null;
  const numbers = changes.map(({ sequence }) => sequence).reverse();
  // Without a check before, and after very many changes, the first of these is what the others are compared with.
  const first = last && numbers.length <= maxChecked ? kept : (numbers.shift() ?? position.sequence);
  const changeSets = await db.changeSet.findMany({
    where: { ownerId: viewer.accountId, sequence: { in: [first, ...numbers] } },
    orderBy: { sequence: 'asc' },
  });
  const steps = changeSets.filter(({ sequence }) => sequence > first);
  const roles = await db.roleProfile.findMany({ where: { AND: [ownedBy(viewer), active('roleProfile')] } });
  const pasts = recordsAfterEach(ctx, [first, ...steps.map(({ sequence }) => sequence), null]);
  const firstDay = last?.checkedOn ?? calendar.dayOf(changeSets[0]?.at ?? calendar.now);
  const days = [firstDay, ...steps.map(({ at }) => calendar.dayOf(at)), calendar.today];
  const states = pasts.map((past, index) => ({ asOf: days[index] as string, end: { past, keptSince: null } }));
  const measured = await readinessAt(ctx, roles, states);
  const drops = measured.slice(1).flatMap((after, index) => {
    const step = steps[index];
    return after.flatMap((one, role) => {
      const before = measured[index]?.[role];
      const drop = before ? dropOf(before, one) : null;
      return drop ? [{ drop, at: step?.at ?? calendar.now, changeSetId: step?.id ?? null }] : [];
    });
  });
  return { sequence: Math.max(position.sequence, first, numbers.at(-1) ?? 0), drops };
}

async function notify(tx: Transaction<ViewerContext>, last: Check | null, { sequence, drops }: Found): Promise<void> {
  const check = { sequence, checkedOn: tx.calendar.today };
  if (last) await tx.write.readinessCheck.update({ id: last.id }, check);
  else await tx.write.readinessCheck.create({ accountId: tx.viewer.accountId, ...check });
  if (drops.length === 0) return;
  const webhooks = await tx.db.webhook.findMany({ where: { AND: [ofAccount(tx.viewer), enabled] } });
  for (const webhook of webhooks.filter(isForRoles)) {
    const messages = drops
      .filter(({ at }) => at >= webhook.createdAt)
      .map(({ drop, at, changeSetId }) => ({
        changeSetId: null,
        body: alertBody('readiness.dropped', at, webhook, dropData(drop, changeSetId)),
      }));
    if (messages.length > 0) await createDeliveries(tx, webhook, messages);
  }
}
