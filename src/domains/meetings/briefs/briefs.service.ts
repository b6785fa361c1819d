import type { ViewerContext } from '../../../platform/context.ts';
import type { Where } from '../../../platform/database/models.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import { openStatuses } from '../../tasks/tasks/tasks.rules.ts';
import { canBeOneOnOne, isAttended } from '../meetings/meetings.access.ts';
import { type Brief, briefsOf, feedbackSince, maxBriefed, maxItems } from './briefs.rules.ts';

/** How far back meetings are looked at, other than those with open action items, in days. */
const lookBack = 365;
/** The maximum number of records of each kind that briefs are made of. */
const take = 5_000;

/** The briefs on some of the viewer's meetings, in their order. Takes a constant number of statements. */
export async function briefByMeeting(ctx: ViewerContext, ids: readonly string[]): Promise<Brief[]> {
  const { db, viewer, calendar, database } = ctx;
  const mine = ownedBy(viewer);
  const [meetings, present, goals] = await Promise.all([
    db.meeting.findMany({ where: { AND: [mine, { id: { in: [...ids] } }] }, select: meetingFields }),
    db.meetingAttendee.findMany({
      where: { meeting: { AND: [mine, { id: { in: [...ids] } }] } },
      select: attendanceFields,
      orderBy: [{ person: { nameNormalized: 'asc' } }, { personId: 'asc' }],
    }),
    db.goal.findMany({
      where: { AND: [mine, active('goal'), { closedAt: null }] },
      select: { id: true },
      orderBy: [{ titleNormalized: 'asc' }, { id: 'asc' }],
      take,
    }),
  ]);
  const openGoalIds = goals.map(({ id }) => id);
  const counts = Map.groupBy(present, ({ meetingId }) => meetingId);
  const isLarge = (meetingId: string) => (counts.get(meetingId)?.length ?? 0) > maxBriefed;
  const people = {
    present: [...new Set(present.map(({ personId }) => personId))],
    briefed: [...new Set(present.flatMap(({ meetingId, personId }) => (isLarge(meetingId) ? [] : personId)))],
  };
  const read = async () => {
    const about = await readAbout(ctx, meetings, people, openGoalIds);
    const around = await readAround(ctx, about, people, [...counts.keys()].some(isLarge));
    return { ...about, ...around };
  };
  const { known, ...records } = await database.readMany({ model: 'meeting', ownerId: viewer.accountId }, read);
  const all = new Map([...meetings, ...known].map((meeting) => [meeting.id, meeting]));
  return briefsOf(
    ids.flatMap((id) => all.get(id) ?? []),
    { ...records, present, meetings: all, openGoalIds },
    calendar,
  );
}

type Meetings = readonly { readonly id: string; readonly startsAt: Date; readonly seriesId: string | null }[];

/** Those who are invited to the meetings to brief on, and those of them who are told of one by one. */
interface People {
  readonly present: readonly string[];
  readonly briefed: readonly string[];
}

/** Attendances of people who have not declined. */
const withThem = ({ present }: People) => ({
  personId: { in: [...present] },
  response: { not: 'DECLINED' as const },
});

/** What is found by the meetings, the people and the goals themselves. */
async function readAbout(ctx: ViewerContext, meetings: Meetings, people: People, openGoalIds: string[]) {
  const { db, viewer } = ctx;
  const mine = ownedBy(viewer);
  // What belongs to an owned record is owned. To say so of both has SQLite begin with the meetings, and go through all of them.
  const isMet = [active('meeting'), isAttended, { meetingAttendees: { some: withThem(people) } }];
  const ofTasks = [mine, active('task')];
  const ids = meetings.map(({ id }) => id);
  const seriesIds = meetings.flatMap(({ seriesId }) => seriesId ?? []);
  const latest = meetings.reduce((last, { startsAt }) => (startsAt > last ? startsAt : last), new Date(0));
  const ofSeries = { AND: [mine, active('meeting'), { seriesId: { in: seriesIds }, startsAt: { lt: latest } }] };
  const [tasks, feedbackGoals, openTopics, decisions] = await Promise.all([
    db.task.findMany({
      where: {
        AND: [
          { meeting: { AND: isMet } },
          // Each with an index of its own.
          {
            OR: [
              { AND: [...ofTasks, { status: { in: openStatuses } }] },
              { AND: [...ofTasks, { goalId: { in: openGoalIds } }] },
            ],
          },
        ],
      },
      select: { id: true, status: true, dueOn: true, meetingId: true, goalId: true },
      orderBy: [{ dueOn: { sort: 'asc', nulls: 'last' } }, { createdAt: 'desc' }, { id: 'asc' }],
      take,
    }),
    db.feedbackGoal.findMany({
      where: { AND: [mine, { feedback: { AND: [active('feedback'), { personId: { in: [...people.present] } }] } }] },
      select: { goalId: true, feedbackId: true },
      take,
    }),
    db.meetingItem.findMany({
      where: {
        AND: [
          ...[mine, active('meetingItem'), { kind: 'AGENDA' as const, doneAt: null }],
          { OR: [{ meeting: ofSeries }, { meetingId: { in: ids } }] },
        ],
      },
      select: itemFields,
      orderBy: [{ meeting: { startsAt: 'desc' } }, { position: 'asc' }, { id: 'asc' }],
      take,
    }),
    db.meetingItem.findMany({
      where: { AND: [active('meetingItem'), { kind: 'DECISION' }, { meeting: ofSeries }] },
      select: itemFields,
      orderBy: [{ meeting: { startsAt: 'desc' } }, { doneAt: 'desc' }, { id: 'desc' }],
      take: meetings.length === 1 ? maxItems : take,
    }),
  ]);
  return { tasks, feedbackGoals, openTopics, decisions };
}

/**
 * The last one-on-one with each of some people, by who it was with. Those of the last year are among the attendances that are known
 * anyway; those before are looked for only where there was none.
 * @param met attendances of the last year, the last first
 */
async function readLastOneOnOnes(
  ctx: ViewerContext,
  { briefed }: People,
  met: readonly Attended[],
  since: Date,
): Promise<Map<string, string>> {
  const { db, viewer, calendar } = ctx;
  const isBriefed = new Set(briefed);
  const candidates = met.filter(({ personId, meeting }) => {
    const isTimed = meeting.startsOn === null && !meeting.isFree && meeting.startsAt < calendar.now;
    return isBriefed.has(personId) && isTimed && meeting.startsAt >= since;
  });
  const sizes = await db.meetingAttendee.groupBy({
    by: ['meetingId'],
    where: { meetingId: { in: [...new Set(candidates.map(({ meetingId }) => meetingId))] } },
    _count: { _all: true },
  });
  const isAlone = new Set(sizes.flatMap(({ meetingId, _count }) => (_count._all === 1 ? meetingId : [])));
  const recent = candidates.filter(({ meetingId }) => isAlone.has(meetingId));
  const known = new Set(recent.map(({ personId }) => personId));
  const others = briefed.filter((personId) => !known.has(personId));
  const before = await db.meetingAttendee.findMany({
    where: {
      AND: [
        { person: ownedBy(viewer), personId: { in: others }, response: { not: 'DECLINED' } },
        { meeting: { AND: [active('meeting'), canBeOneOnOne(calendar), { startsAt: { lt: since } }] } },
        { OR: others.map((personId) => ({ personId, meeting: { meetingAttendees: { every: { personId } } } })) },
      ],
    },
    select: { meetingId: true, personId: true },
    orderBy: [{ meeting: { startsAt: 'desc' } }, { meetingId: 'desc' }],
    take,
  });
  return new Map([...recent, ...before].toReversed().map(({ personId, meetingId }) => [personId, meetingId]));
}

/**
 * What took place around that: meetings with them, of the last year or with open action items, the feedback and the energy.
 * @param isGrouped whether the series of all these meetings matter
 */
async function readAround(
  ctx: ViewerContext,
  about: Awaited<ReturnType<typeof readAbout>>,
  people: People,
  isGrouped: boolean,
) {
  const { db, viewer, calendar } = ctx;
  const mine = ownedBy(viewer);
  const since = calendar.startOfDay(calendar.addDays(calendar.today, -lookBack));
  const ofTasks = new Set(
    about.tasks.flatMap(({ status, meetingId }) => (openStatuses.includes(status) ? (meetingId ?? []) : [])),
  );
  const isMet = [mine, active('meeting'), isAttended];
  const attendedIn = (meeting: Where<'meeting'>, owner: readonly Where<'meeting'>[] = isMet) =>
    db.meetingAttendee.findMany({
      where: { AND: [withThem(people), { meeting: { AND: [...owner, meeting] } }] },
      select: { ...attendanceFields, meeting: { select: { startsAt: true, startsOn: true, isFree: true } } },
      orderBy: [{ meeting: { startsAt: 'desc' } }, { meetingId: 'desc' }],
      take,
    });
  // Each by an index of its own.
  const [lately, longAgo] = await Promise.all([
    attendedIn({ startsAt: { gte: since } }),
    attendedIn({ startsAt: { lt: since }, id: { in: [...ofTasks] } }, [
      { NOT: { NOT: mine } },
      active('meeting'),
      isAttended,
    ]),
  ]);
  const attendances = [...lately, ...longAgo];
  const lastOneOnOnes = await readLastOneOnOnes(ctx, people, lately, since);
  const shared = new Set(attendances.map(({ meetingId }) => meetingId));
  const named = [
    ...[...about.tasks, ...about.openTopics, ...about.decisions].flatMap(({ meetingId }) => meetingId ?? []),
    ...lastOneOnOnes.values(),
    ...(isGrouped ? shared : []),
  ];
  const ofGoals = about.feedbackGoals.map(({ feedbackId }) => feedbackId);
  const ofPeople = { personId: { in: [...people.present] } };
  const between = [mine, active('feedback'), { ...ofPeople, direction: { not: 'SELF' as const } }];
  const [known, feedback, energy] = await Promise.all([
    db.meeting.findMany({ where: { AND: [mine, { id: { in: [...new Set(named)] } }] }, select: meetingFields }),
    db.feedback.findMany({
      where: {
        OR: [
          { AND: [...between, { occurredOn: { gt: feedbackSince(calendar) } }] },
          // What is older only says which goals it was about.
          ...(ofGoals.length > 0 ? [{ AND: [...between, { id: { in: ofGoals } }] }] : []),
        ],
      },
      select: { id: true, personId: true, direction: true, occurredOn: true },
      orderBy: [{ occurredOn: 'desc' }, { id: 'desc' }],
      take,
    }),
    db.energyEntry.findMany({
      where: {
        AND: [
          // Each by an index of its own. To begin with the owner has SQLite go through a year of entries.
          ...[{ NOT: { NOT: mine } }, active('energyEntry'), { energy: { not: null } }],
          {
            OR: [
              { ...ofPeople, at: { gte: since } },
              { meetingId: { in: [...shared] }, at: { gte: since } },
            ],
          },
        ],
      },
      select: { energy: true, personId: true, meetingId: true },
      take,
    }),
  ]);
  return { attendances, lastOneOnOnes, known, feedback, energy };
}

/** An attendance, and when the meeting was. */
type Attended = Awaited<ReturnType<typeof readAround>>['attendances'][number];

const meetingFields = { id: true, title: true, startsAt: true, seriesId: true } as const;
const attendanceFields = { meetingId: true, personId: true, response: true } as const;
const itemFields = { id: true, meetingId: true, carryOverCount: true } as const;
