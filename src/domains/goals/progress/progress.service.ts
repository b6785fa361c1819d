import type { ViewerContext } from '../../../platform/context.ts';
import { inChunks } from '../../../platform/database/chunks.ts';
import { notTrashedItself } from '../../../platform/queries/lists.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import { type Progress, progressOf, type Tally, type WeightedTally } from './progress.rules.ts';

const none: Tally = { doneCount: 0, totalCount: 0 };
const noWeights: WeightedTally = { ...none, doneWeight: 0, totalWeight: 0 };

/**
 * Loads the progress of goals, by the rules of `progressOf`. Takes three statements for any number of goals and levels: all of
 * the viewer's active subgoals are read at once, with the columns that progress needs.
 * @returns the progress of each goal, in the order of the ids
 */
export async function progressByGoal(ctx: ViewerContext, goalIds: readonly string[]): Promise<(Progress | null)[]> {
  const goals = await inChunks(goalIds, (some) =>
    ctx.db.goal.findMany({
      where: {
        AND: [
          { OR: [{ id: { in: some } }, { AND: [active('goal'), { NOT: { parentId: null } }] }] },
          ownedBy(ctx.viewer),
        ],
      },
      select: {
        ...{ id: true, parentId: true, status: true, trashedAt: true, weight: true },
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
    // A goal that is below itself would be asked again and again; there it counts as one with nothing to measure by.
    known.set(id, null);
    const subgoals = (below.get(id) ?? []).map(({ id: part, weight }) => ({ progress: progress(part), weight }));
    const parts = { subgoals, milestones: milestones.get(id) ?? noWeights, tasks: tasks.get(id) ?? none };
    const made = progressOf(goal, parts);
    known.set(id, made);
    return made;
  }
  return goalIds.map(progress);
}

/** Counts the milestones of goals, by goal: those not in the trash, and those reached, with their weights. */
async function milestonesByGoal(ctx: ViewerContext, goalIds: string[]): Promise<Map<string, WeightedTally>> {
  const groups = await inChunks(goalIds, (some) =>
    ctx.db.milestone.groupBy({
      by: ['goalId', 'weight'],
      where: { AND: [{ goalId: { in: some } }, notTrashedItself, ownedBy(ctx.viewer)] },
      _count: { _all: true, reachedAt: true },
    }),
  );
  const tallies = new Map<string, WeightedTally>();
  for (const { goalId, weight, _count } of groups) {
    const before = tallies.get(goalId) ?? noWeights;
    tallies.set(goalId, {
      doneCount: before.doneCount + _count.reachedAt,
      totalCount: before.totalCount + _count._all,
      doneWeight: before.doneWeight + weight * _count.reachedAt,
      totalWeight: before.totalWeight + weight * _count._all,
    });
  }
  return tallies;
}

/** Counts the tasks of goals, by goal: those active and not cancelled, and those done. */
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
