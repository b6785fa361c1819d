import type { ViewerContext } from '../../../platform/context.ts';
import { inChunks } from '../../../platform/database/chunks.ts';
import { notTrashedItself } from '../../../platform/queries/lists.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import { visibleTo as milestonesVisibleTo } from '../milestones/milestones.access.ts';
import { visibleTo } from './goals.access.ts';
import { type Progress, progressOf, type Tally } from './goals.rules.ts';

const none: Tally = { doneCount: 0, totalCount: 0 };

/**
 * How far each of some goals is, by the rule of `progressOf`. Takes three statements, however many goals there are and
 * however tall their trees: all of the viewer's subgoals are read at once, which are few, each in a line.
 */
export async function progressByGoal(ctx: ViewerContext, goalIds: readonly string[]): Promise<(Progress | null)[]> {
  const goals = await inChunks(goalIds, (some) =>
    ctx.db.goal.findMany({
      where: {
        AND: [
          { OR: [{ id: { in: some } }, { AND: [active('goal'), { NOT: { parentId: null } }] }] },
          visibleTo(ctx.viewer),
        ],
      },
      select: {
        ...{ id: true, parentId: true, status: true, trashedAt: true },
        ...{ metricStart: true, metricTarget: true, metricCurrent: true },
      },
    }),
  );
  const byId = new Map(goals.map((goal) => [goal.id, goal]));
  const counting = [...byId.values()].filter(({ status, trashedAt }) => status !== 'ABANDONED' && trashedAt === null);
  const below = Map.groupBy(counting, ({ parentId }) => parentId);

  const tree = new Set(goalIds);
  for (const id of tree) for (const subgoal of below.get(id) ?? []) tree.add(subgoal.id);
  const [milestones, tasks] = await Promise.all([milestonesByGoal(ctx, [...tree]), tasksByGoal(ctx, [...tree])]);

  const known = new Map<string, Progress | null>();
  function progress(id: string): Progress | null {
    const goal = byId.get(id);
    if (!goal) return null;
    const before = known.get(id);
    if (before !== undefined) return before;
    const subgoals = (below.get(id) ?? []).map((subgoal) => progress(subgoal.id));
    const parts = { subgoals, milestones: milestones.get(id) ?? none, tasks: tasks.get(id) ?? none };
    const made = progressOf(goal, parts);
    known.set(id, made);
    return made;
  }
  return goalIds.map(progress);
}

/** How many milestones goals have, and how many of them are reached. */
async function milestonesByGoal(ctx: ViewerContext, goalIds: string[]): Promise<Map<string, Tally>> {
  const groups = await inChunks(goalIds, (some) =>
    ctx.db.milestone.groupBy({
      by: ['goalId'],
      where: { AND: [{ goalId: { in: some } }, notTrashedItself, milestonesVisibleTo(ctx.viewer)] },
      _count: { _all: true, reachedAt: true },
    }),
  );
  return new Map(
    groups.map(({ goalId, _count }) => [goalId, { doneCount: _count.reachedAt, totalCount: _count._all }]),
  );
}

/** How many tasks goals have, and how many of them are done. Cancelled ones do not count. */
async function tasksByGoal(ctx: ViewerContext, goalIds: string[]): Promise<Map<string, Tally>> {
  const groups = await inChunks(goalIds, (some) =>
    ctx.db.task.groupBy({
      by: ['goalId', 'status'],
      where: {
        AND: [{ goalId: { in: some }, status: { not: 'CANCELLED' } }, active('task'), ownedBy(ctx.viewer)],
      },
      _count: { _all: true },
    }),
  );
  const tallies = new Map<string, Tally>();
  for (const { goalId, status, _count } of groups) {
    const { doneCount, totalCount } = tallies.get(goalId ?? '') ?? none;
    const isDone = status === 'DONE' ? _count._all : 0;
    tallies.set(goalId ?? '', { doneCount: doneCount + isDone, totalCount: totalCount + _count._all });
  }
  return tallies;
}
