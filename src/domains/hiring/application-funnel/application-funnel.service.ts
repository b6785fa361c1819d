import type { ViewerContext } from '../../../platform/context.ts';
import type { Filter } from '../../../platform/queries/filters.ts';
import { whereOf } from '../../../platform/queries/lists.ts';
import { jobApplicationList } from '../job-applications/job-applications.access.ts';
import {
  type FunnelGroup,
  type FunnelGrouping,
  type FunnelStage,
  funnelGroupsOf,
  funnelOf,
  maxGroups,
} from './application-funnel.rules.ts';

/** How far the viewer's job applications came that match a filter. */
export interface ApplicationFunnel {
  readonly applicationCount: number;
  readonly stages: readonly FunnelStage[];
  readonly groups: readonly FunnelGroup[];
  readonly leftOutCount: number;
}

/** How far the viewer's job applications came that match a filter, and how long they stayed in each stage, also by group. */
export async function applicationFunnel(
  ctx: ViewerContext,
  { filter, groupBy }: { filter?: Filter | null | undefined; groupBy?: FunnelGrouping | null | undefined },
): Promise<ApplicationFunnel> {
  const where = whereOf(ctx, jobApplicationList, { filter }, {});
  const scope = { model: 'jobApplication', ownerId: ctx.viewer.accountId } as const;
  const [applications, changes] = await ctx.database.readMany(scope, () =>
    Promise.all([
      ctx.db.jobApplication.findMany({
        where,
        select: {
          ...{ id: true, reachedStage: true, source: true, sourceNormalized: true, roleProfileId: true, cvId: true },
        },
        orderBy: { id: 'asc' },
      }),
      // In a statement of its own: an include would list the ids of all applications, in several statements.
      ctx.db.stageChange.findMany({
        where: { jobApplication: where },
        select: { jobApplicationId: true, stage: true, enteredAt: true },
        orderBy: [{ enteredAt: 'asc' }, { id: 'asc' }],
      }),
    ]),
  );
  const histories = Map.groupBy(changes, ({ jobApplicationId }) => jobApplicationId);
  const { now } = ctx.calendar;
  const withChanges = applications.map((one) => ({ ...one, changes: histories.get(one.id) ?? [] }));
  const groups = groupBy ? funnelGroupsOf(withChanges, groupBy, now) : [];
  return {
    applicationCount: applications.length,
    stages: funnelOf(withChanges, now),
    groups: groups.slice(0, maxGroups),
    leftOutCount: Math.max(0, groups.length - maxGroups),
  };
}
