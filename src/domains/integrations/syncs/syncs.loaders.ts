import type { ViewerContext } from '../../../platform/context.ts';
import type { Row } from '../../../platform/database/models.ts';
import type { Page, PageArguments } from '../../../platform/queries/keyset-pagination.ts';
import { paginateEach } from '../../../platform/queries/nested-pagination.ts';
import { syncKeyOf, syncKinds } from '../sync-tasks/sync-tasks.rules.ts';
import { visibleTo } from './syncs.access.ts';

type SyncRun = Row<'syncRun'>;

/** A page of the syncs of each of the viewer's integrations, the newest first. */
export async function syncRunsOfEach(
  ctx: ViewerContext,
  integrationIds: readonly string[],
  args: PageArguments,
): Promise<Page<SyncRun>[]> {
  const whereOf = (some: readonly string[]) => ({ ...visibleTo(ctx.viewer), integrationId: { in: [...some] } });
  const order = [{ field: 'startedAt', type: 'DateTime', direction: 'desc' as const }];
  return paginateEach<SyncRun>(ctx.responseSize, integrationIds, args, order, {
    async find(query, some) {
      const found = await ctx.db.syncRun.findMany({ ...query, where: { AND: [whereOf(some), query.where] } });
      return found.map((record) => ({ record, parentIds: [record.integrationId] }));
    },
    async counts(some) {
      const groups = await ctx.db.syncRun.groupBy({
        by: ['integrationId'],
        where: whereOf(some),
        _count: { _all: true },
      });
      return new Map(groups.map(({ integrationId, _count }) => [integrationId, _count._all]));
    },
  });
}

/** Whether something is being read of each integration at the moment, by any server. */
export async function syncingOf(ctx: ViewerContext, integrationIds: readonly string[]): Promise<boolean[]> {
  const keysOf = (id: string) => syncKinds.map((kind) => syncKeyOf(id, kind));
  const jobs = await ctx.db.job.findMany({
    where: { key: { in: integrationIds.flatMap(keysOf) }, leasedUntil: { gt: ctx.calendar.now } },
    select: { key: true },
  });
  const running = new Set(jobs.map(({ key }) => key));
  return integrationIds.map((id) => keysOf(id).some((key) => running.has(key)));
}
