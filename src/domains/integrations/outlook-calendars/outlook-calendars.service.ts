import type { GraphCalendar } from '../../../integrations/graph/calendars.ts';
import type { ViewerContext } from '../../../platform/context.ts';
import type { Row, UpdateData } from '../../../platform/database/models.ts';
import { ConflictError } from '../../../platform/errors.ts';
import { getService } from '../../../platform/queries/lists.ts';
import { orNotFound } from '../../../platform/records/records.ts';
import { type Transaction, transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { syncSoon } from '../integrations/integrations.service.ts';
import { visibleTo } from './outlook-calendars.access.ts';
import { calendarLimits, isFollowed, matchCalendars, updateOutlookCalendarInput } from './outlook-calendars.rules.ts';

type Calendar = Row<'outlookCalendar'>;
type Integration = Row<'integration'>;
type Tx = Transaction<ViewerContext>;

/** The main calendar comes first: of an event in several of them, it is the one that counts. */
const inOrder = [{ isMain: 'desc' as const }, { createdAt: 'asc' as const }, { id: 'asc' as const }];

/** One of the viewer's calendars. Null if there is none. */
export const getOutlookCalendar = getService({ model: 'outlookCalendar', visibleTo });

/** The calendars of each of the viewer's integrations, the main one first. */
export async function outlookCalendarsOf(ctx: ViewerContext, integrationIds: readonly string[]): Promise<Calendar[][]> {
  const where = { ...visibleTo(ctx.viewer), integrationId: { in: [...integrationIds] } };
  const calendars = await ctx.db.outlookCalendar.findMany({ where, orderBy: inOrder });
  const byIntegration = Map.groupBy(calendars, ({ integrationId }) => integrationId);
  return integrationIds.map((id) => byIntegration.get(id) ?? []);
}

/** What is known of the calendars of an integration, the main one first. */
export const knownCalendars = ({ db }: Pick<ViewerContext, 'db'>, integrationId: string): Promise<Calendar[]> =>
  db.outlookCalendar.findMany({ where: { integrationId }, orderBy: inOrder });

/**
 * Chooses whether a calendar is followed. The next sync, which is soon, reads it, or lets go of its meetings.
 * @throws NotFoundError if there is no such calendar, ConflictError if too many are followed
 */
export async function updateOutlookCalendar(
  ctx: ViewerContext,
  input: InputOf<typeof updateOutlookCalendarInput>,
): Promise<Calendar> {
  const { id, isFollowed: isChosen } = parseInput(ctx, updateOutlookCalendarInput, input);
  return transaction(ctx, 'updateOutlookCalendar', async (tx) => {
    const before = orNotFound(await getOutlookCalendar(tx, id), 'id');
    if (isChosen === undefined || before.isFollowed === isChosen) return before;
    const { integrationId } = before;
    const followed = await tx.db.outlookCalendar.count({ where: { integrationId, isFollowed: true } });
    if (isChosen && followed >= calendarLimits.followed)
      throw new ConflictError(`You follow ${calendarLimits.followed} calendars already, which is the maximum.`);
    const [calendar] = await tx.write.outlookCalendar.update({ id }, { isFollowed: isChosen });
    await syncSoon(tx, integrationId);
    return calendar as Calendar;
  });
}

/**
 * Keeps the calendars of an integration up to date.
 * @param listed those that its mailbox has. Any others that are not followed are forgotten
 * @returns all of them, the main one first
 */
export async function keepCalendars(
  tx: Tx,
  { id: integrationId, accountId }: Integration,
  listed: readonly GraphCalendar[],
): Promise<Calendar[]> {
  const matched = matchCalendars(await knownCalendars(tx, integrationId), listed);
  for (const one of matched.listed) {
    const { calendar, known } = one;
    const { id: calendarId, name, ownerEmail, isMain } = calendar;
    const told = { calendarId, name, ownerEmail, isMain };
    if (!known) {
      const columns = { ...told, isFollowed: isFollowed(one) };
      await tx.write.outlookCalendar.create({ integrationId, accountId, ...columns });
    } else if (Object.entries(told).some(([name, value]) => known[name as keyof typeof told] !== value))
      await tx.write.outlookCalendar.update({ id: known.id }, told);
  }
  const forgotten = matched.missing.filter((one) => !one.isFollowed && one.windowFrom === null);
  if (forgotten.length > 0) await tx.write.outlookCalendar.delete({ id: { in: forgotten.map((one) => one.id) } });
  return knownCalendars(tx, integrationId);
}

/** Notes how far a calendar was read, or why it could not be. */
export async function noteCalendar(tx: Tx, { id }: Calendar, changes: UpdateData<'outlookCalendar'>): Promise<void> {
  await tx.write.outlookCalendar.update({ id }, changes);
}

/** Forgets a calendar that its mailbox does not have any more. */
export async function forgetCalendar(tx: Tx, { id }: Calendar): Promise<void> {
  await tx.write.outlookCalendar.delete({ id });
}

/** Has all of the range of the calendars of an integration read again by the next sync. */
export async function rereadCalendars(tx: Tx, integrationId: string): Promise<void> {
  await tx.write.outlookCalendar.update({ integrationId, reconciledAt: { not: null } }, { reconciledAt: new Date(0) });
}
