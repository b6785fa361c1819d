/* The statistics of the idiomatic server. */
import type { PrismaClient } from '../../../src/generated/sqlite/client.ts';
import type { Builder } from './schema.ts';

interface Summary {
  count: number;
  sum: number;
  mean: number;
}

interface Entry {
  key: string | null;
  month: string | null;
  count: number;
  estimateMinutes: Summary | null;
}

/** Adds `taskStats`, by status, by goal, or by the month of `scheduledOn`. */
export function defineStats(builder: Builder, prisma: PrismaClient): void {
  const Summary = builder.objectRef<Summary>('StatsSummary').implement({
    fields: (t) => ({ count: t.exposeInt('count'), sum: t.exposeFloat('sum'), mean: t.exposeFloat('mean') }),
  });
  const Period = builder.objectRef<string>('StatsPeriod').implement({
    fields: (t) => ({ startsOn: t.field({ type: 'Date', resolve: (month) => `${month}-01` }) }),
  });
  const Stats = builder.objectRef<Entry>('TaskStats').implement({
    fields: (t) => ({
      key: t.exposeString('key', { nullable: true }),
      period: t.field({ type: Period, nullable: true, resolve: ({ month }) => month }),
      count: t.exposeInt('count'),
      estimateMinutes: t.field({ type: Summary, nullable: true, resolve: ({ estimateMinutes }) => estimateMinutes }),
    }),
  });
  const Group = builder.enumType('TaskStatsGroup', { values: ['STATUS', 'GOAL'] as const });
  const Bucket = builder.enumType('StatsBucket', { values: ['MONTH'] as const });
  const Time = builder.enumType('TaskStatsTime', { values: ['SCHEDULED_ON'] as const });
  builder.queryField('taskStats', (t) =>
    t.field({
      type: [Stats],
      args: { groupBy: t.arg({ type: Group }), bucket: t.arg({ type: Bucket }), time: t.arg({ type: Time }) },
      resolve: (_root, { groupBy }, { account }) => {
        const where = { ownerId: account.id, trashedAt: null };
        if (groupBy === 'STATUS') return byStatus(prisma, where);
        return groupBy === 'GOAL' ? byGoal(prisma, where) : byMonth(prisma, where);
      },
    }),
  );
}

type Where = { ownerId: string; trashedAt: null };

const order = (a: Entry, b: Entry) => b.count - a.count || ((a.key ?? '~') < (b.key ?? '~') ? -1 : 1);

async function byStatus(prisma: PrismaClient, where: Where): Promise<Entry[]> {
  const rows = await prisma.task.groupBy({
    by: 'status',
    where,
    _count: { _all: true, estimateMinutes: true },
    _sum: { estimateMinutes: true },
  });
  return rows
    .map(({ status, _count, _sum }) => {
      const [count, sum] = [_count.estimateMinutes, _sum.estimateMinutes ?? 0];
      const estimateMinutes = count > 0 ? { count, sum, mean: sum / count } : null;
      return { key: status, month: null, count: _count._all, estimateMinutes };
    })
    .sort(order);
}

async function byGoal(prisma: PrismaClient, where: Where): Promise<Entry[]> {
  const rows = await prisma.task.groupBy({ by: 'goalId', where, _count: true });
  return rows
    .map(({ goalId, _count }) => ({ ...unnamed(_count), key: goalId === null ? null : `Goal:${goalId}` }))
    .sort(order);
}

async function byMonth(prisma: PrismaClient, where: Where): Promise<Entry[]> {
  const rows = await prisma.task.groupBy({ by: 'scheduledOn', where, _count: true, orderBy: { scheduledOn: 'asc' } });
  const counts = new Map<string | null, number>();
  for (const { scheduledOn, _count } of rows) {
    const month = scheduledOn?.slice(0, 7) ?? null;
    counts.set(month, (counts.get(month) ?? 0) + _count);
  }
  const entries = [...counts].map(([month, count]) => ({ ...unnamed(count), month }));
  return [...entries.filter(({ month }) => month !== null), ...entries.filter(({ month }) => month === null)];
}

const unnamed = (count: number): Entry => ({ key: null, month: null, count, estimateMinutes: null });
