import { writeCalendar } from '../../../integrations/ics/write-calendar.ts';
import { actAs, type Context, type ViewerContext } from '../../../platform/context.ts';
import { ConflictError } from '../../../platform/errors.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { orNotFound } from '../../../platform/records/records.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import { hashToken, randomToken } from '../../../platform/security/crypto.ts';
import type { Row } from '../../../platform/transactions/model-writer.ts';
import { transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { scheduledWithin } from '../../tasks/tasks/tasks.access.ts';
import { heldWithin, visibleTo as visibleMeetings } from '../meetings/meetings.access.ts';
import { visibleTo } from './calendar-feeds.access.ts';
import {
  createCalendarFeedInput,
  feedDays,
  lastUsedEvery,
  maxFeeds,
  meetingEntry,
  revokeCalendarFeedInput,
  taskEntry,
} from './calendar-feeds.rules.ts';

type CalendarFeed = Row<'calendarFeed'>;

/** The viewer's feeds in use, the newest first. */
export async function listCalendarFeeds(ctx: ViewerContext): Promise<CalendarFeed[]> {
  const where = { AND: [visibleTo(ctx.viewer), { revokedAt: null }] };
  return ctx.db.calendarFeed.findMany({ where, orderBy: { createdAt: 'desc' }, take: maxFeeds });
}

/** Makes a feed. Its address is answered here and never again: only its hash is stored. */
export async function createCalendarFeed(
  ctx: ViewerContext,
  input: InputOf<typeof createCalendarFeedInput>,
): Promise<{ url: string; calendarFeed: CalendarFeed }> {
  const { name } = parseInput(createCalendarFeedInput, input);
  const token = randomToken();
  const calendarFeed = await transaction(ctx, 'createCalendarFeed', async (tx) => {
    if ((await listCalendarFeeds(tx)).length >= maxFeeds) {
      throw new ConflictError(`There are ${maxFeeds} feeds in use. Revoke one first.`);
    }
    return tx.write.calendarFeed.create({
      accountId: ctx.viewer.accountId,
      name,
      tokenHash: hashToken(token),
    });
  });
  return { url: `${ctx.app.config.publicUrl}/calendar/${token}.ics`, calendarFeed };
}

/** Stops one of the viewer's feeds from being read. */
export async function revokeCalendarFeed(
  ctx: ViewerContext,
  input: InputOf<typeof revokeCalendarFeedInput>,
): Promise<CalendarFeed> {
  const { id } = parseInput(revokeCalendarFeedInput, input);
  const where = { AND: [{ id, revokedAt: null }, visibleTo(ctx.viewer)] };
  const revoke = { revokedAt: ctx.calendar.now };
  const [calendarFeed] = await transaction(ctx, 'revokeCalendarFeed', (tx) =>
    tx.write.calendarFeed.update(where, revoke),
  );
  return orNotFound(calendarFeed, 'id');
}

/**
 * The calendar at a feed's address, for whoever has it: the owner's meetings and planned tasks, as iCalendar text. Null
 * when there is no such feed, or no longer. Texts of two readings differ only when what they show does.
 */
export async function readCalendarFeed(ctx: Context, token: string): Promise<string | null> {
  const feed = await ctx.db.calendarFeed.findFirst({
    where: { tokenHash: hashToken(token), revokedAt: null },
    include: { account: true },
  });
  if (!feed) return null;
  const { id, accountId, account } = feed;
  const { now } = ctx.calendar;
  if (now.getTime() - (feed.lastUsedAt?.getTime() ?? 0) >= lastUsedEvery) {
    await transaction(ctx, 'touchCalendarFeed', (tx) => tx.write.calendarFeed.update({ id }, { lastUsedAt: now }));
  }
  const owner = actAs(ctx, { accountId, account, actor: `feed:${id}`, sessionId: null, canWrite: false });
  const { calendar, viewer } = owner;
  const [from, to] = [
    calendar.addDays(calendar.today, -feedDays.back),
    calendar.addDays(calendar.today, feedDays.ahead),
  ];
  const withEmails = { include: { personEmails: { orderBy: { position: 'asc' as const }, take: 1 } } };
  const [meetings, tasks] = await Promise.all([
    ctx.db.meeting.findMany({
      where: { AND: [visibleMeetings(viewer), active('meeting'), heldWithin(calendar, from, to)] },
      include: { organizer: withEmails, meetingAttendees: { include: { person: withEmails } } },
      orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    }),
    ctx.db.task.findMany({
      where: {
        AND: [ownedBy(viewer), active('task'), { NOT: { status: 'CANCELLED' } }, scheduledWithin(calendar, from, to)],
      },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
    }),
  ]);
  const entries = [...meetings.map(meetingEntry), ...tasks.flatMap((task) => taskEntry(task) ?? [])];
  const latest = Math.max(account.createdAt.getTime(), ...entries.map(({ updatedAt }) => updatedAt.getTime()));
  return writeCalendar({ name: `Waymark: ${account.name}`, entries, now: new Date(latest) });
}
