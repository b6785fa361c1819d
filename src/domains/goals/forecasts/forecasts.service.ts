import type { ViewerContext } from '../../../platform/context.ts';
import { inChunks } from '../../../platform/database/chunks.ts';
import type { Row } from '../../../platform/database/models.ts';
import { notTrashedItself } from '../../../platform/queries/lists.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { progressByGoal } from '../progress/progress.service.ts';
import { type Cadence, cadenceOf, type Forecast, forecastOf, type Pace, paceOf } from './forecasts.rules.ts';

/** Loads the pace of goals, in the order of the ids: in four statements for any number of goals. */
export async function paceByGoal(ctx: ViewerContext, goalIds: readonly string[]): Promise<(Pace | null)[]> {
  const [goals, progress] = await Promise.all([goalsById(ctx, goalIds), progressByGoal(ctx, goalIds)]);
  return goalIds.map((id, i) => ofGoal(goals, id, (goal) => paceOf(goal, progress[i] ?? null, ctx.calendar)));
}

/** Loads the forecasts of goals, in the order of the ids: in two statements for any number of goals. */
export async function forecastByGoal(ctx: ViewerContext, goalIds: readonly string[]): Promise<(Forecast | null)[]> {
  const checkIns = inChunks(goalIds, (some) =>
    ctx.db.goalCheckIn.findMany({
      where: { AND: [{ goalId: { in: some }, NOT: { value: null } }, notTrashedItself, ownedBy(ctx.viewer)] },
      select: { goalId: true, checkedOn: true, value: true },
      orderBy: [{ goalId: 'asc' }, { checkedOn: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
    }),
  );
  const [goals, all] = await Promise.all([goalsById(ctx, goalIds), checkIns]);
  const byGoal = Map.groupBy(all, ({ goalId }) => goalId);
  return goalIds.map((id) =>
    ofGoal(goals, id, (goal) => {
      const measured = (byGoal.get(id) ?? []).map(({ checkedOn, value }) => ({ checkedOn, value: value ?? 0 }));
      return forecastOf(goal, measured, ctx.calendar);
    }),
  );
}

/** Loads when the next check-ins of goals are due, in the order of the ids: in two statements for any number of goals. */
export async function cadenceByGoal(ctx: ViewerContext, goalIds: readonly string[]): Promise<(Cadence | null)[]> {
  const latest = inChunks(goalIds, (some) =>
    ctx.db.goalCheckIn.groupBy({
      by: ['goalId'],
      where: { AND: [{ goalId: { in: some } }, notTrashedItself, ownedBy(ctx.viewer)] },
      _max: { checkedOn: true },
    }),
  );
  const [goals, all] = await Promise.all([goalsById(ctx, goalIds), latest]);
  const lastOf = new Map(all.map(({ goalId, _max }) => [goalId, _max.checkedOn]));
  return goalIds.map((id) => ofGoal(goals, id, (goal) => cadenceOf(goal, lastOf.get(id) ?? null, ctx.calendar)));
}

const columns = {
  ...{ id: true, status: true, createdAt: true, closedAt: true, startsOn: true, dueOn: true },
  ...{ metricStart: true, metricTarget: true, checkInEveryDays: true },
} as const;
type Goal = Pick<Row<'goal'>, keyof typeof columns>;

async function goalsById(ctx: ViewerContext, ids: readonly string[]): Promise<Map<string, Goal>> {
  const goals = await inChunks(ids, (some) =>
    ctx.db.goal.findMany({ where: { AND: [{ id: { in: some } }, ownedBy(ctx.viewer)] }, select: columns }),
  );
  return new Map(goals.map((goal) => [goal.id, goal]));
}

function ofGoal<T>(goals: ReadonlyMap<string, Goal>, id: string, compute: (goal: Goal) => T | null): T | null {
  const goal = goals.get(id);
  return goal ? compute(goal) : null;
}
