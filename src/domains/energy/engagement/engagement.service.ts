import type { ViewerContext } from '../../../platform/context.ts';
import type { Row, Where } from '../../../platform/database/models.ts';
import { listService, type Selection } from '../../../platform/queries/lists.ts';
import { requireVersion, updateRecord } from '../../../platform/records/records.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import { transaction } from '../../../platform/transactions/transaction.ts';
import { dateArgument, type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { engagementList, visibleTo } from './engagement.access.ts';
import { recordEngagementInput } from './engagement.rules.ts';

type EngagementPulse = Row<'engagementPulse'>;

/** The viewer's pulses, the latest week first unless asked otherwise. */
export const listEngagementPulses = listService(engagementList);

/** The viewer's pulse of the week that contains a day. Null if there is none, or if it is in the trash. */
export async function getEngagementPulse(
  ctx: ViewerContext,
  day: string,
  selection: Selection<'engagementPulse'> = {},
): Promise<EngagementPulse | null> {
  const date = dateArgument(ctx.calendar, 'week', day);
  return ctx.db.engagementPulse.findFirst({ ...selection, ...covering(ctx, date, active('engagementPulse')) });
}

/** Records how engaged the viewer felt over a week, or replaces that. A pulse in the trash is restored and replaced. */
export async function recordEngagement(
  ctx: ViewerContext,
  input: InputOf<typeof recordEngagementInput>,
): Promise<EngagementPulse> {
  const { week: day, ifVersion, ...data } = parseInput(recordEngagementInput(ctx.calendar), input);
  return transaction(ctx, 'recordEngagement', async (tx) => {
    const pulse = await tx.db.engagementPulse.findFirst(covering(tx, day, active('engagementPulse')));
    // An absent pulse has version 0, and one in the trash counts as absent.
    requireVersion(pulse ?? { version: 0 }, ifVersion);
    if (pulse) return updateRecord(tx, 'engagementPulse', { id: pulse.id }, () => data);
    const trashed = await tx.db.engagementPulse.findFirst(covering(tx, day));
    if (!trashed) return tx.write.engagementPulse.create({ week: tx.calendar.startOfWeek(day), ...data });
    return updateRecord(tx, 'engagementPulse', { id: trashed.id }, () => ({ trashedAt: null, notes: '', ...data }));
  });
}

/**
 * The pulse of the seven days that a day is among. By its days and not by its first one, so that what was said is still
 * found after the first day of the week was changed.
 */
function covering({ calendar, viewer }: ViewerContext, day: string, only: Where<'engagementPulse'> = {}) {
  const week = { gt: calendar.addDays(day, -7), lte: day };
  return { where: { AND: [{ week }, only, visibleTo(viewer)] }, orderBy: { week: 'desc' as const } };
}
