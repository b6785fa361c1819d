import type { ViewerContext } from '../../../platform/context.ts';
import { inChunks } from '../../../platform/database/chunks.ts';
import type { Row } from '../../../platform/database/models.ts';
import { ConflictError } from '../../../platform/errors.ts';
import type { Selection } from '../../../platform/queries/lists.ts';
import { ownedAmong, ownedBy } from '../../../platform/records/ownership.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import { digest } from '../../../platform/security/crypto.ts';
import { transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { workingHoursOf } from '../../accounts/accounts/accounts.rules.ts';
import { energyProfile } from '../../energy/energy-profile/energy-profile.service.ts';
import { type DayToBlock, maxTitle } from '../../integrations/time-blocks/time-blocks.rules.ts';
import { blockDay } from '../../integrations/time-blocks/time-blocks.service.ts';
import { type Span, workingSpan } from '../../meetings/meeting-load/meeting-load.rules.ts';
import { takesTime } from '../../meetings/meetings/meetings.access.ts';
import { blocked } from '../task-blockers/task-blockers.rules.ts';
import { openStatuses } from '../tasks/tasks.rules.ts';
import { rescheduled } from '../tasks/tasks.service.ts';
import { planOf } from './day-plans.plans.ts';
import {
  bestHoursOf,
  commitDayInput,
  type DayPlan,
  maxConsidered,
  type PlanBlock,
  type PlanFacts,
  type PlanOptions,
  planDayInput,
  startOfPlan,
} from './day-plans.rules.ts';

type Task = Row<'task'>;

/** A plan, and what it is committed by. */
export interface HashedPlan extends DayPlan {
  readonly planHash: string;
}

/** What was committed. */
interface CommittedDay {
  readonly dayPlan: HashedPlan;
  readonly tasks: Task[];
  /** The time blocks of the plan. Empty unless time is to be kept free. */
  readonly timeBlocks: Row<'timeBlock'>[];
}

/**
 * Plans a day: fits the viewer's open tasks into the working time that meetings leave. Writes nothing. Takes a constant number of
 * statements.
 * @throws InvalidInputError if the day is past, or an option is out of its range
 */
export async function planDay(ctx: ViewerContext, input: InputOf<typeof planDayInput>): Promise<HashedPlan> {
  const options = parseInput(ctx, planDayInput, input, []);
  return hashed(ctx, await readFacts(ctx, options));
}

/**
 * Schedules the tasks of a plan for their times, one that is split for that of its first part. Tasks that have a time already stay.
 * @returns the tasks, in order of time
 * @throws ConflictError if anything that the plan follows from has changed since, or one of its times is over; or if time is to be
 *   kept free in Outlook, and that is not allowed
 */
export async function commitDay(ctx: ViewerContext, input: InputOf<typeof commitDayInput>): Promise<CommittedDay> {
  const { planHash, blockTime, ...options } = parseInput(ctx, commitDayInput, input);
  return transaction(ctx, 'commitDay', async (tx) => {
    const [from = ''] = planHash.split('.');
    const plan = hashed(tx, await readFacts(tx, options, Number.parseInt(from, 36)));
    if (plan.planHash !== planHash) {
      throw new ConflictError(
        'Tasks, meetings, settings or energy have changed since the day was planned. Plan it again.',
      );
    }
    if (plan.placements.some(({ end }) => end <= tx.calendar.now.getTime())) {
      throw new ConflictError('A time of the plan is over. Plan the day again.');
    }
    const times = new Map(plan.placements.filter(({ part }) => part === 1).map((one) => [one.taskId, one.start]));
    const before = new Map((await tasksById(tx, [...times.keys()])).map((task) => [task.id, task]));
    const tasks: Task[] = [];
    for (const [id, start] of times) {
      const task = before.get(id);
      if (!task) continue;
      const changes = await rescheduled(tx, task, { scheduledOn: null, scheduledAt: new Date(start) });
      const [changed] = await tx.write.task.update({ id }, changes);
      tasks.push(changed ?? task);
    }
    const timeBlocks = blockTime ? await blockDay(tx, options.date, await dayToBlock(tx, plan)) : [];
    return { tasks, dayPlan: plan, timeBlocks };
  });
}

/** The times of a plan, and those that the day had before, each for its task. */
async function dayToBlock(tx: ViewerContext, { placements, kept }: HashedPlan): Promise<DayToBlock> {
  const tasks = await tasksById(tx, [...new Set([...placements, ...kept].map(({ taskId }) => taskId))]);
  const titles = new Map(tasks.map(({ id, title }) => [id, title]));
  const wanted = (blocks: readonly PlanBlock[]) =>
    blocks.map(({ taskId, start, end }) => ({
      taskId,
      title: (titles.get(taskId) ?? '').slice(0, maxTitle).toWellFormed(),
      ...{ startsAt: new Date(start), endsAt: new Date(end) },
    }));
  return { placed: wanted(placements), kept: wanted(kept) };
}

/** Finds the viewer's tasks with these ids. Those that are gone are left out. */
async function tasksById(
  ctx: ViewerContext,
  ids: readonly string[],
  selection: Selection<'task'> = {},
): Promise<Task[]> {
  return inChunks(ids, (some) => ctx.db.task.findMany({ ...selection, where: ownedAmong(ctx.viewer, some) }));
}

/** Finds the viewer's tasks with these ids, in the order of the ids. Null for one that is gone. */
export async function plannedTasks(
  ctx: ViewerContext,
  ids: readonly string[],
  selection: Selection<'task'>,
): Promise<(Task | null)[]> {
  const byId = new Map((await tasksById(ctx, ids, selection)).map((task) => [task.id, task]));
  return ids.map((id) => byId.get(id) ?? null);
}

/** The plan that follows from some facts, with a hash that changes whenever one of them does. */
function hashed({ calendar }: ViewerContext, facts: PlanFacts): HashedPlan {
  return { ...planOf(facts, calendar), planHash: `${facts.from.toString(36)}.${digest(facts)}` };
}

/** Reads what a plan follows from. @param from from when on to plan. Default: as of now */
async function readFacts(ctx: ViewerContext, options: PlanOptions, from?: number): Promise<PlanFacts> {
  const { calendar, db, database, viewer } = ctx;
  const { date } = options;
  const working = workingSpan(date, workingHoursOf(viewer.account), calendar.timeZone);
  const [startOfDay, endOfDay] = [calendar.startOfDay(date), calendar.endOfDay(date)];
  const open = { AND: [ownedBy(viewer), active('task'), { status: { in: openStatuses } }] };
  const plannable = {
    AND: [
      open,
      {
        OR: [
          { scheduledOn: null, scheduledAt: null },
          { scheduledOn: { lte: date } },
          { scheduledAt: { lt: startOfDay } },
        ],
      },
    ],
  };
  const select = {
    id: true,
    dueOn: true,
    priority: true,
    carryOverCount: true,
    estimateMinutes: true,
    snoozedUntil: true,
  };
  const [tasks, waiting, kept, meetings, cells] = await Promise.all([
    database.readMany({ model: 'task', ownerId: viewer.accountId }, () =>
      db.task.findMany({
        where: plannable,
        select,
        orderBy: [
          { dueOn: { sort: 'asc', nulls: 'last' } },
          { priority: 'desc' },
          { carryOverCount: 'desc' },
          { estimateMinutes: { sort: 'desc', nulls: 'last' } },
          { id: 'asc' },
        ],
        take: maxConsidered,
      }),
    ),
    db.task.findMany({ where: { AND: [plannable, blocked] }, select: { id: true } }),
    db.task.findMany({
      where: { AND: [open, { scheduledAt: { gte: startOfDay, lt: endOfDay } }] },
      select: { id: true, estimateMinutes: true, scheduledAt: true },
      orderBy: { id: 'asc' },
    }),
    working === null ? [] : db.meeting.findMany(meetingsAround(ctx, working, options.bufferMinutes)),
    energyProfile(ctx, { from: '-P179D', to: 'TODAY' }),
  ]);
  const blockedIds = new Set(waiting.map(({ id }) => id));
  return {
    options,
    from: from ?? startOfPlan(date, working, calendar),
    working,
    meetings: meetings.map(({ startsAt, endsAt }) => ({ start: startsAt.getTime(), end: endsAt.getTime() })),
    kept: kept.map(({ id, estimateMinutes, scheduledAt }) => ({ id, estimateMinutes, start: Number(scheduledAt) })),
    bestHours: bestHoursOf(cells, working, calendar),
    tasks: tasks.map((task) => ({ ...task, isBlocked: blockedIds.has(task.id) })),
  };
}

/** The meetings that count and reach into working hours with their buffers. */
function meetingsAround({ viewer }: ViewerContext, { start, end }: Span, bufferMinutes: number) {
  const around = bufferMinutes * 60_000;
  const endsAt = { gt: new Date(start - around) };
  // Said so, it leads to no index: a day that is planned has far fewer meetings after it than before.
  const isBegun = { NOT: { startsAt: { gte: new Date(end + around) } } };
  return {
    where: { AND: [ownedBy(viewer), active('meeting'), takesTime, { endsAt }, isBegun] },
    select: { startsAt: true, endsAt: true },
    orderBy: [{ startsAt: 'asc' as const }, { id: 'asc' as const }],
  };
}
