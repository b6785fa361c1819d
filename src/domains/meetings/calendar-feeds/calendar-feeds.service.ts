import { type CalendarEntry, writeCalendar } from '../../../integrations/ics/write-calendar.ts';
import { actAs, type Context, type ViewerContext } from '../../../platform/context.ts';
import type { Row } from '../../../platform/database/models.ts';
import { ConflictError } from '../../../platform/errors.ts';
import { getService } from '../../../platform/queries/lists.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { orNotFound } from '../../../platform/records/records.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import { hashToken, randomToken } from '../../../platform/security/crypto.ts';
import { noteUse } from '../../../platform/security/last-used.ts';
import { transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { scheduledWithin } from '../../tasks/tasks/tasks.access.ts';
import { heldWithin } from '../meetings/meetings.access.ts';
import { visibleTo } from './calendar-feeds.access.ts';
import {
  createCalendarFeedInput,
  feedDays,
  lastUsedPrecision,
  maxFeeds,
  meetingEntry,
  publisherAddress,
  revokeCalendarFeedInput,
  taskEntry,
} from './calendar-feeds.rules.ts';

type CalendarFeed = Row<'calendarFeed'>;

/** The viewer's feeds in use, newest first. */
export async function listCalendarFeeds(ctx: ViewerContext): Promise<CalendarFeed[]> {
  const where = { AND: [visibleTo(ctx.viewer), { revokedAt: null }] };
  return ctx.db.calendarFeed.findMany({ where, orderBy: { createdAt: 'desc' }, take: maxFeeds });
}

/** One of the viewer's feeds, revoked or not. Null if there is none with this id. */
export const getCalendarFeed = getService({ model: 'calendarFeed', visibleTo });

/**
 * Creates a feed. Its URL is returned only here: the database has no more than the hash of its token.
 * @throws ConflictError if 20 feeds are in use
 */
export async function createCalendarFeed(
  ctx: ViewerContext,
  input: InputOf<typeof createCalendarFeedInput>,
): Promise<{ url: string; calendarFeed: CalendarFeed }> {
  const { name } = parseInput(ctx, createCalendarFeedInput, input);
  const token = randomToken();
  const calendarFeed = await transaction(ctx, 'createCalendarFeed', async (tx) => {
    if ((await listCalendarFeeds(tx)).length >= maxFeeds) {
      throw new ConflictError(`You have ${maxFeeds} calendar feeds in use. Revoke one first.`);
    }
    return tx.write.calendarFeed.create({
      accountId: ctx.viewer.accountId,
      name,
      tokenHash: hashToken(token),
    });
  });
  return { url: `${ctx.app.config.publicUrl}/calendar/${token}.ics`, calendarFeed };
}

/** Revokes one of the viewer's feeds. @throws NotFoundError if there is none in use with this id */
export async function revokeCalendarFeed(
  ctx: ViewerContext,
  input: InputOf<typeof revokeCalendarFeedInput>,
): Promise<CalendarFeed> {
  const { id } = parseInput(ctx, revokeCalendarFeedInput, input);
  const where = { AND: [{ id, revokedAt: null }, visibleTo(ctx.viewer)] };
  const revoke = { revokedAt: ctx.calendar.now };
  const [calendarFeed] = await transaction(ctx, 'revokeCalendarFeed', (tx) =>
    tx.write.calendarFeed.update(where, revoke),
  );
  return orNotFound(calendarFeed, 'id');
}

/**
 * The owner's meetings and scheduled tasks as iCalendar text, for anyone who knows the token. Null if no feed in use has it.
 * The text is the same as long as what it shows is the same.
 */
export async function readCalendarFeed(ctx: Context, token: string): Promise<string | null> {
  const feed = await ctx.db.calendarFeed.findFirst({
    where: { tokenHash: hashToken(token), revokedAt: null },
    include: { account: true },
  });
  if (!feed) return null;
  const { id, accountId, account } = feed;
  noteUse(ctx, 'calendarFeed', feed, { precision: lastUsedPrecision });
  const owner = actAs(ctx, {
    accountId,
    account,
    actor: `feed:${id}`,
    sessionId: null,
    canWrite: false,
    canIntegrate: false,
  });
  const entries = await entriesOf(owner);
  // The calendar is stamped with its latest change, not with the time of reading, so that its text stays the same.
  const latest = Math.max(account.createdAt.getTime(), ...entries.map(({ updatedAt }) => updatedAt.getTime()));
  const publisher = { name: account.name, email: publisherAddress };
  return writeCalendar({ name: `Waymark: ${account.name}`, publisher, entries, now: new Date(latest) });
}

async function entriesOf(owner: ViewerContext): Promise<CalendarEntry[]> {
  const { calendar, viewer } = owner;
  const [from, to] = [
    calendar.addDays(calendar.today, -feedDays.past),
    calendar.addDays(calendar.today, feedDays.future),
  ];
  const withEmails = { include: { personEmails: { orderBy: { position: 'asc' as const }, take: 1 } } };
  const isNotCancelled = { NOT: { status: 'CANCELLED' as const } };
  const [meetings, tasks] = await Promise.all([
    owner.db.meeting.findMany({
      where: { AND: [ownedBy(viewer), active('meeting'), heldWithin(calendar, from, to)] },
      include: { organizer: withEmails },
      orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    }),
    owner.db.task.findMany({
      where: { AND: [ownedBy(viewer), active('task'), isNotCancelled, scheduledWithin(calendar, from, to)] },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
    }),
  ]);
  return [...meetings.map(meetingEntry), ...tasks.flatMap((task) => taskEntry(task) ?? [])];
}
