import type { ViewerContext } from '../../../platform/context.ts';
import type { Rate } from '../../../platform/queries/rates.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import { dayTeller } from '../../../platform/time/time-shifts.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { workingHoursOf } from '../../accounts/accounts/accounts.rules.ts';
import { canBeOneOnOne, heldWithin, takesTime } from '../meetings/meetings.access.ts';
import {
  cadencesOf,
  type LoadDay,
  type LoadTotals,
  loadByDay,
  meetingLoadInput,
  type OneOnOneCadence,
  totalsOf,
  unpreparedRate,
} from './meeting-load.rules.ts';

/** What the viewer's meetings take of some days. */
export interface MeetingLoad extends LoadTotals {
  readonly startsOn: string;
  readonly endsOn: string;
  readonly meetingCount: number;
  readonly unprepared: Rate;
  readonly days: readonly LoadDay[];
}

/**
 * What the viewer's meetings take of a period of days, both ends included.
 * @throws InvalidInputError if the period has more than 366 days, or if the first day is after the last
 */
export async function meetingLoad(ctx: ViewerContext, input: InputOf<typeof meetingLoadInput>): Promise<MeetingLoad> {
  const { from, to } = parseInput(ctx, meetingLoadInput, input, []);
  const { calendar, database, db, viewer } = ctx;
  const counting = {
    AND: [ownedBy(viewer), active('meeting'), takesTime, heldWithin(calendar, from, to)],
  };
  const [meetings, items] = await database.readMany({ model: 'meeting', ownerId: viewer.accountId }, () =>
    Promise.all([
      db.meeting.findMany({
        where: counting,
        select: { id: true, startsAt: true, endsAt: true, seriesId: true },
        orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
      }),
      db.meetingItem.findMany({
        where: { AND: [active('meetingItem'), { kind: 'PREPARATION', meeting: counting }] },
        select: { meetingId: true, doneAt: true },
      }),
    ]),
  );
  const days = loadByDay(meetings, calendar.datesBetween(from, to), workingHoursOf(viewer.account), calendar);
  const unprepared = unpreparedRate(items);
  return { startsOn: from, endsOn: to, meetingCount: meetings.length, unprepared, days, ...totalsOf(days) };
}

/** How far back one-on-ones are looked at, in days. */
const lookBack = 365;

/** How often the viewer met others alone within the last year. */
export async function oneOnOneCadences(ctx: ViewerContext): Promise<OneOnOneCadence[]> {
  const { calendar, database, db, viewer } = ctx;
  const startsAt = { gte: calendar.startOfDay(calendar.addDays(calendar.today, -lookBack)) };
  const dayOf = dayTeller(calendar, startsAt.gte, calendar.now);
  const past = { AND: [ownedBy(viewer), active('meeting'), canBeOneOnOne(calendar), { startsAt }] };
  const oneOnOnes = await database.readMany({ model: 'meeting', ownerId: viewer.accountId }, async () => {
    // Those with exactly one attendee, who is then both the least and the greatest.
    const alone = await db.meetingAttendee.groupBy({
      by: ['meetingId'],
      where: { meeting: past },
      having: { personId: { _count: { equals: 1 } } },
      _max: { personId: true, response: true },
    });
    const other = new Map(alone.map(({ meetingId, _max }) => [meetingId, _max]));
    const meetings = await db.meeting.findMany({
      where: { AND: [{ NOT: { NOT: ownedBy(viewer) } }, { id: { in: [...other.keys()] } }] },
      select: { id: true, startsAt: true },
      orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    });
    return meetings.flatMap(({ id, startsAt: at }) => {
      const { personId = null, response = null } = other.get(id) ?? {};
      if (personId === null || response === 'DECLINED') return [];
      return [{ meetingId: id, personId, day: dayOf(at) }];
    });
  });
  return cadencesOf(oneOnOnes, calendar);
}
