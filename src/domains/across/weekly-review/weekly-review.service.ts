import type { ViewerContext } from '../../../platform/context.ts';
import { countOwned } from '../../../platform/database/delegates.ts';
import type { OwnedKey, Where } from '../../../platform/database/models.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import type { Calendar } from '../../../platform/time/calendar.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { meetingLoad } from '../../meetings/meeting-load/meeting-load.service.ts';
import { heldWithin, takesTime } from '../../meetings/meetings/meetings.access.ts';
import { openStatuses } from '../../tasks/tasks/tasks.rules.ts';
import { weeklyReviewOf } from './weekly-review.plans.ts';
import {
  type Counted,
  maxLines,
  type Week,
  type WeeklyReview,
  type WeekRecords,
  weeklyReviewInput,
  weekOf,
} from './weekly-review.rules.ts';

/** The maximum number of plans and of meetings that are looked at: far more than a week has. */
const maxRead = 1_000;

/**
 * The review of the viewer's week that contains a day.
 * @throws InvalidInputError if `week` is not a date
 */
export async function weeklyReview(
  ctx: ViewerContext,
  input: InputOf<typeof weeklyReviewInput>,
): Promise<WeeklyReview> {
  const { calendar, database, viewer } = ctx;
  const week = weekOf(parseInput(ctx, weeklyReviewInput, input, []).week, calendar);
  const [records, load] = await Promise.all([
    database.readMany({ model: 'task', ownerId: viewer.accountId }, () => readWeek(ctx, week)),
    meetingLoad(ctx, week.next),
  ]);
  return weeklyReviewOf(week, { ...records, load }, calendar);
}

async function readWeek(ctx: ViewerContext, week: Week): Promise<Omit<WeekRecords, 'load'>> {
  const { calendar, db, viewer } = ctx;
  const { startsOn, endsOn, asOf, next } = week;
  const mine = ownedBy(viewer);
  const end = calendar.endOfDay(endsOn);
  const during = { gte: calendar.startOfDay(startsOn), lt: end };
  const days = { gte: startsOn, lte: endsOn };
  const take = maxLines + 1;
  const feedback = { id: true, kind: true, body: true, occurredOn: true, person: { select: { name: true } } } as const;

  /** The first records that meet a condition, and the number of all: counted only where there are more. */
  async function first<K extends OwnedKey, T>(
    key: K,
    where: Where<K>,
    find: (query: { where: Where<K>; take: number }) => PromiseLike<T[]>,
    owner: object = mine,
  ): Promise<Counted<T>> {
    const owned = { AND: [owner, active(key), where] } as unknown as Where<K>;
    const records = await find({ where: owned, take });
    return { records, count: records.length < take ? records.length : await countOwned(ctx, key, owned) };
  }

  const wasOpen = { OR: [{ status: 'ACTIVE' as const }, { closedAt: { gte: end } }] };
  const cadences = await db.goal.groupBy({ by: ['checkInEveryDays'], where: { AND: [mine, active('goal'), wasOpen] } });
  const isStale = {
    AND: [wasOpen, { OR: cadences.map(({ checkInEveryDays }) => isOverdue(calendar, asOf, checkInEveryDays)) }],
  };
  const received = [mine, active('feedback'), { direction: 'RECEIVED' as const }];
  // Each with the owner, to be looked up in the index of what is unanswered. The day, said so, leads to no other one.
  const isUnanswered = {
    NOT: { occurredOn: { gt: asOf } },
    OR: [
      { AND: [...received, { acknowledgedAt: null }] },
      { AND: [...received, { acknowledgedAt: { gte: calendar.endOfDay(asOf) } }] },
    ],
  };

  const [done, carried, achieved, milestones, praise, held, learnings, energy, means, pulses, stale, unanswered, due] =
    await Promise.all([
      first('task', { status: 'DONE', completedAt: during }, (query) =>
        db.task.findMany({
          ...query,
          select: { id: true, title: true, completedAt: true },
          orderBy: [{ completedAt: 'asc' }, { id: 'asc' }],
        }),
      ),
      db.taskPlan.findMany({
        where: { AND: [mine, { plannedOn: days, outcome: 'CARRIED', isReplanned: false, task: active('task') }] },
        select: { taskId: true, plannedOn: true, task: { select: { title: true } } },
        orderBy: [{ plannedOn: 'asc' }, { id: 'asc' }],
        take: maxRead,
      }),
      first('goal', { status: 'ACHIEVED', closedAt: during }, (query) =>
        db.goal.findMany({
          ...query,
          select: { id: true, title: true, closedAt: true },
          orderBy: [{ closedAt: 'asc' }, { id: 'asc' }],
        }),
      ),
      first('milestone', { reachedAt: during }, (query) =>
        db.milestone.findMany({
          ...query,
          select: { id: true, title: true, reachedAt: true, goal: { select: { title: true } } },
          orderBy: [{ reachedAt: 'asc' }, { id: 'asc' }],
        }),
      ),
      first('feedback', { direction: 'RECEIVED', kind: 'PRAISE', occurredOn: days }, (query) =>
        db.feedback.findMany({ ...query, select: feedback, orderBy: [{ occurredOn: 'asc' }, { id: 'asc' }] }),
      ),
      db.meeting.findMany({
        where: { AND: [mine, active('meeting'), { startsAt: during }] },
        select: { id: true },
        orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
        take: maxRead,
      }),
      first('learning', { learnedOn: days }, (query) =>
        db.learning.findMany({
          ...query,
          select: { id: true, title: true, sourceTitle: true, learnedOn: true },
          orderBy: [{ learnedOn: 'asc' }, { id: 'asc' }],
        }),
      ),
      first('energyEntry', { at: during }, (query) =>
        db.energyEntry.findMany({
          ...query,
          select: {
            id: true,
            at: true,
            notes: true,
            ...all,
          },
          orderBy: [{ at: 'asc' }, { id: 'asc' }],
        }),
      ),
      db.energyEntry.aggregate({
        where: { AND: [mine, active('energyEntry'), { at: during }] },
        _avg: all,
        _count: all,
      }),
      db.engagementPulse.findMany({
        where: { AND: [mine, active('engagementPulse'), { week: startsOn }] },
        select: { id: true, score: true, notes: true },
        take: 1,
      }),
      first('goal', isStale, (query) =>
        db.goal.findMany({
          ...query,
          select: { id: true, title: true },
          orderBy: [{ titleNormalized: 'asc' }, { id: 'asc' }],
        }),
      ),
      first(
        'feedback',
        isUnanswered,
        (query) =>
          db.feedback.findMany({ ...query, select: feedback, orderBy: [{ occurredOn: 'asc' }, { id: 'asc' }] }),
        {},
      ),
      first('task', { status: { in: openStatuses }, dueOn: { gte: next.from, lte: next.to } }, (query) =>
        db.task.findMany({
          ...query,
          select: { id: true, title: true, dueOn: true },
          orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
        }),
      ),
    ]);
  const [decisions, checkIns, meetings] = await Promise.all([
    first(
      'meetingItem',
      { kind: 'DECISION', meetingId: { in: held.map(({ id }) => id) } },
      (query) =>
        db.meetingItem.findMany({
          ...query,
          select: { id: true, title: true, meeting: { select: { title: true, startsAt: true } } },
          orderBy: [{ meeting: { startsAt: 'asc' } }, { meetingId: 'asc' }, { position: 'asc' }, { id: 'asc' }],
        }),
      // The items of owned meetings are owned: to say so has SQLite go through all items.
      {},
    ),
    db.goalCheckIn.groupBy({
      by: ['goalId'],
      where: { goalId: { in: stale.records.map(({ id }) => id) }, trashedAt: null, checkedOn: { lte: asOf } },
      _max: { checkedOn: true },
    }),
    first('meeting', { AND: [takesTime, heldWithin(calendar, next.from, next.to)] }, (query) =>
      db.meeting.findMany({
        ...query,
        select: { id: true, title: true, startsAt: true },
        orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
      }),
    ),
  ]);
  const meanOf = (rating: keyof typeof all) => ({ mean: means._avg[rating], n: means._count[rating] });
  return {
    ...{ done, carried, achieved, milestones, praise, decisions, learnings, energy, pulses, stale, unanswered },
    ...{ meetings, due },
    energyMeans: {
      energy: meanOf('energy'),
      mood: meanOf('mood'),
      focus: meanOf('focus'),
      stress: meanOf('stress'),
      engagement: meanOf('engagement'),
    },
    lastCheckIns: new Map(
      checkIns.flatMap(({ goalId, _max: { checkedOn } }) => (checkedOn === null ? [] : [[goalId, checkedOn] as const])),
    ),
  };
}

/** The goals with a cadence that have been there and without a check-in for more days than it has. */
function isOverdue(calendar: Calendar, asOf: string, checkInEveryDays: number): Where<'goal'> {
  const since = calendar.addDays(asOf, -checkInEveryDays);
  return {
    checkInEveryDays,
    OR: [{ startsOn: null }, { startsOn: { lt: since } }],
    createdAt: { lt: calendar.startOfDay(since) },
    checkIns: { none: { trashedAt: null, checkedOn: { gte: since, lte: asOf } } },
  };
}

const all = { energy: true, mood: true, focus: true, stress: true, engagement: true } as const;
