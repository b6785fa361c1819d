import type { ViewerContext } from '../../../platform/context.ts';
import type { Row, Where } from '../../../platform/database/models.ts';
import { listService, type Selection } from '../../../platform/queries/lists.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { requireVersion, updateRecord } from '../../../platform/records/records.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import { transaction } from '../../../platform/transactions/transaction.ts';
import { dateArgument, type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { engagementList } from './engagement.access.ts';
import { recordEngagementPulseInput } from './engagement.rules.ts';

type EngagementPulse = Row<'engagementPulse'>;

/** Lists the viewer's engagement pulses, by default the latest week first. */
export const listEngagementPulses = listService(engagementList);

/** Returns the viewer's pulse of the week that contains a day. Null if there is none, or if it is in the trash. */
export async function getEngagementPulse(
  ctx: ViewerContext,
  day: string,
  selection: Selection<'engagementPulse'> = {},
): Promise<EngagementPulse | null> {
  const date = dateArgument(ctx.calendar, 'week', day);
  return ctx.db.engagementPulse.findFirst({ ...selection, ...ofWeekWith(ctx, date, active('engagementPulse')) });
}

/**
 * Records the viewer's engagement over a week, or replaces what was recorded. A pulse in the trash is restored and replaced.
 * @throws ConflictError if the pulse is not at the expected version
 */
export async function recordEngagementPulse(
  ctx: ViewerContext,
  input: InputOf<typeof recordEngagementPulseInput>,
): Promise<EngagementPulse> {
  const { week: day, ifVersion, ...data } = parseInput(ctx, recordEngagementPulseInput, input);
  return transaction(ctx, 'recordEngagementPulse', async (tx) => {
    const pulse = await tx.db.engagementPulse.findFirst(ofWeekWith(tx, day, active('engagementPulse')));
    // An absent pulse has version 0, and one in the trash counts as absent.
    requireVersion(pulse ?? { version: 0 }, ifVersion);
    if (pulse) return updateRecord(tx, 'engagementPulse', { id: pulse.id }, () => data);
    const trashed = await tx.db.engagementPulse.findFirst(ofWeekWith(tx, day));
    if (!trashed) return tx.write.engagementPulse.create({ week: tx.calendar.startOfWeek(day), ...data });
    return updateRecord(tx, 'engagementPulse', { id: trashed.id }, () => ({ trashedAt: null, notes: '', ...data }));
  });
}

/**
 * The query for the pulse of the seven days that contain a day. It looks for the days and not for the first one, so that a
 * pulse is still found after the first day of the week was changed.
 */
function ofWeekWith({ calendar, viewer }: ViewerContext, day: string, only: Where<'engagementPulse'> = {}) {
  const week = { gte: calendar.addDays(day, -6), lte: day };
  return { where: { AND: [{ week }, only, ownedBy(viewer)] }, orderBy: { week: 'desc' as const } };
}
