import type { ViewerContext } from '../../../platform/context.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import { openStatuses } from '../../tasks/tasks/tasks.rules.ts';
import { canBeOneOnOne, isAttended } from '../meetings/meetings.access.ts';
import { type Brief, type BriefRecords, briefsOf, feedbackSince, maxBriefed } from './briefs.rules.ts';

/** How far back meetings are looked at, other than those with open action items, in days. */
const lookBack = 365;
/** The maximum number of records of each kind that briefs are made of. */
const take = 5_000;

/** The briefs on some of the viewer's meetings, in their order. Takes a constant number of statements. */
export async function briefByMeeting(ctx: ViewerContext, ids: readonly string[]): Promise<Brief[]> {
  const { db, viewer, calendar, database } = ctx;
  const mine = ownedBy(viewer);
  const [meetings, present] = await Promise.all([
    db.meeting.findMany({ where: { AND: [mine, { id: { in: [...ids] } }] }, select: meetingFields }),
    db.meetingAttendee.findMany({
      where: { meeting: { AND: [mine, { id: { in: [...ids] } }] } },
      select: attendanceFields,
      orderBy: [{ person: { nameNormalized: 'asc' } }, { personId: 'asc' }],
    }),
  ]);
  const counts = Map.groupBy(present, ({ meetingId }) => meetingId);
  const personIds = [...new Set(present.map(({ personId }) => personId))];
  const briefed = present.filter(({ meetingId }) => (counts.get(meetingId)?.length ?? 0) <= maxBriefed);
  const seriesIds = meetings.flatMap(({ seriesId }) => seriesId ?? []);
  const withThem = { personId: { in: personIds }, response: { not: 'DECLINED' as const } };
  const since = calendar.startOfDay(calendar.addDays(calendar.today, -lookBack));
  const open = { AND: [active('task'), { status: { in: openStatuses } }] };
  const isMet = { AND: [mine, active('meeting'), isAttended, { meetingAttendees: { some: withThem } }] };
  const shared = { AND: [isMet, { OR: [{ startsAt: { gte: since } }, { tasks: { some: open } }] }] };
  const ofSeries = { AND: [mine, active('meeting'), { seriesId: { in: seriesIds } }] };
  const item = (kind: 'AGENDA' | 'DECISION') => ({ AND: [mine, active('meetingItem'), { kind }] });
  const latest = [{ doneAt: 'desc' as const }, { id: 'desc' as const }];
  const oneOnOne = [...new Set(briefed.map(({ personId }) => personId))].map((personId) => ({
    meetingAttendees: { some: { personId, response: withThem.response }, every: { personId } },
  }));
  const read = () =>
    Promise.all([
      db.meeting.findMany({ where: { OR: [shared, ofSeries] }, select: meetingFields, take }),
      db.meetingAttendee.findMany({ where: { AND: [withThem, { meeting: shared }] }, select: attendanceFields, take }),
      db.task.findMany({
        where: { AND: [mine, active('task'), { meeting: shared }, { OR: [open, { goalId: { not: null } }] }] },
        select: { id: true, status: true, dueOn: true, meetingId: true, goalId: true },
        orderBy: [{ dueOn: { sort: 'asc', nulls: 'last' } }, { createdAt: 'desc' }, { id: 'asc' }],
        take,
      }),
      db.feedback.findMany({
        where: {
          AND: [
            mine,
            active('feedback'),
            { personId: { in: personIds }, direction: { not: 'SELF' } },
            // What is older only says which goals it was about.
            { OR: [{ occurredOn: { gt: feedbackSince(calendar) } }, { feedbackGoals: { some: {} } }] },
          ],
        },
        select: { id: true, personId: true, direction: true, occurredOn: true },
        orderBy: [{ occurredOn: 'desc' }, { id: 'desc' }],
        take,
      }),
      db.feedbackGoal.findMany({
        where: { AND: [mine, { feedback: { AND: [active('feedback'), { personId: { in: personIds } }] } }] },
        select: { goalId: true, feedbackId: true },
        take,
      }),
      db.goal.findMany({
        where: {
          AND: [
            mine,
            active('goal'),
            { closedAt: null },
            {
              OR: [
                { tasks: { some: { meeting: shared } } },
                { feedbackGoals: { some: { feedback: { personId: { in: personIds } } } } },
              ],
            },
          ],
        },
        select: { id: true },
        orderBy: [{ titleNormalized: 'asc' }, { id: 'asc' }],
        take,
      }),
      db.meeting.findMany({
        where: { AND: [mine, active('meeting'), canBeOneOnOne(calendar), { OR: oneOnOne }] },
        select: { id: true, startsAt: true, meetingAttendees: { select: { personId: true } } },
        orderBy: [{ startsAt: 'desc' }, { id: 'desc' }],
        take,
      }),
      db.energyEntry.findMany({
        where: {
          AND: [
            mine,
            active('energyEntry'),
            { energy: { not: null }, at: { gte: since } },
            { OR: [{ personId: { in: personIds } }, { meeting: shared }] },
          ],
        },
        select: { energy: true, personId: true, meetingId: true },
        take,
      }),
      db.meetingItem.findMany({
        where: {
          AND: [item('AGENDA'), { doneAt: null }, { OR: [{ meeting: ofSeries }, { meetingId: { in: [...ids] } }] }],
        },
        select: itemFields,
        orderBy: [{ meeting: { startsAt: 'desc' } }, { position: 'asc' }, { id: 'asc' }],
        take,
      }),
      db.meetingItem.findMany({
        where: { AND: [item('DECISION'), { meeting: ofSeries }] },
        select: itemFields,
        orderBy: [{ meeting: { startsAt: 'desc' } }, ...latest],
        take,
      }),
    ]);
  const [around, attendances, tasks, feedback, feedbackGoals, goals, oneOnOnes, energy, openTopics, decisions] =
    await database.readMany({ model: 'meeting', ownerId: viewer.accountId }, read);
  const records: BriefRecords = {
    present,
    meetings: new Map([...meetings, ...around].map((meeting) => [meeting.id, meeting])),
    attendances,
    tasks,
    feedback,
    feedbackGoals,
    openGoalIds: goals.map(({ id }) => id),
    oneOnOnes: oneOnOnes.map(({ meetingAttendees, ...meeting }) => ({
      ...meeting,
      personIds: meetingAttendees.map(({ personId }) => personId),
    })),
    energy,
    openTopics,
    decisions,
  };
  return briefsOf(
    ids.flatMap((id) => records.meetings.get(id) ?? []),
    records,
    calendar,
  );
}

const meetingFields = { id: true, title: true, startsAt: true, seriesId: true } as const;
const attendanceFields = { meetingId: true, personId: true, response: true } as const;
const itemFields = { id: true, meetingId: true, carryOverCount: true } as const;
