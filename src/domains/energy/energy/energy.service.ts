import type { ViewerContext } from '../../../platform/context.ts';
import type { Row } from '../../../platform/database/models.ts';
import type { Page } from '../../../platform/queries/keyset-pagination.ts';
import {
  getService,
  type ListArguments,
  listRecords,
  listService,
  type Selection,
} from '../../../platform/queries/lists.ts';
import { setManyToMany } from '../../../platform/records/many-to-many.ts';
import { createRecord, requireReferences, updateRecord } from '../../../platform/records/records.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import { restoreService, trashService } from '../../../platform/records/trash-services.ts';
import { transaction } from '../../../platform/transactions/transaction.ts';
import { dateArgument, type InputOf, parseInput, period } from '../../../platform/validation/input-rules.ts';
import { maxLabels } from '../../across/labels/labels.rules.ts';
import { energyList, visibleTo } from './energy.access.ts';
import {
  type Bucket,
  bucketOf,
  createEnergyEntryInput,
  maxSeriesDays,
  type SeriesPoint,
  series,
  updateEnergyEntryInput,
} from './energy.rules.ts';

type EnergyEntry = Row<'energyEntry'>;

const references = { taskId: 'task', meetingId: 'meeting', personId: 'person' } as const;
const manyToMany = {
  labelIds: { model: 'energyEntryLabel', row: 'energyEntryId', other: 'label', max: maxLabels },
} as const;

/** The viewer's entries, the latest first unless asked otherwise. */
export const listEnergyEntries = listService(energyList);

/** The viewer's entries of a day, the latest first unless asked otherwise. */
export async function listEnergyEntriesOn(
  ctx: ViewerContext,
  { date, ...args }: ListArguments & { date: string },
  selection: Selection<'energyEntry'> = {},
): Promise<Page<EnergyEntry>> {
  const day = dateArgument(ctx.calendar, 'date', date);
  const at = { gte: ctx.calendar.startOfDay(day), lt: ctx.calendar.startOfDay(ctx.calendar.addDays(day, 1)) };
  return listRecords(ctx, energyList, args, selection, { at });
}

/** One of the viewer's entries. */
export const getEnergyEntry = getService(energyList);

/** Notes how much energy the viewer has, or had. */
export async function createEnergyEntry(
  ctx: ViewerContext,
  input: InputOf<typeof createEnergyEntryInput>,
): Promise<EnergyEntry> {
  const { id, labelIds, ...data } = parseInput(createEnergyEntryInput(ctx.calendar), input);
  return transaction(ctx, 'createEnergyEntry', (tx) =>
    createRecord(tx, 'energyEntry', input, id, async (create) => {
      await requireReferences(tx, references, data);
      const entry = await create(data);
      await setManyToMany(tx, manyToMany, entry.id, { labelIds });
      return entry;
    }),
  );
}

/** Changes what is given of the entry. */
export async function updateEnergyEntry(
  ctx: ViewerContext,
  input: InputOf<typeof updateEnergyEntryInput>,
): Promise<EnergyEntry> {
  const { id, ifVersion, labelIds, ...changes } = parseInput(updateEnergyEntryInput(ctx.calendar), input);
  return transaction(ctx, 'updateEnergyEntry', (tx) =>
    updateRecord(
      tx,
      'energyEntry',
      { id, ifVersion },
      async (before) => {
        await requireReferences(tx, references, changes, before);
        return changes;
      },
      () => setManyToMany(tx, manyToMany, id, { labelIds }),
    ),
  );
}

/** Puts the entry in the trash: no list, series or statistic has it any longer. */
export const trashEnergyEntry = trashService('energyEntry');

/** Takes the entry out of the trash. */
export const restoreEnergyEntry = restoreService('energyEntry');

/**
 * How the viewer's ratings went over some days, one point for each hour, day or week that has an entry. Those at either
 * end count as a whole, so that every point is what its stretch of time holds.
 */
export async function energySeries(
  ctx: ViewerContext,
  { bucket, ...days }: { bucket: Bucket; from: string; to: string },
): Promise<SeriesPoint[]> {
  const { from, to } = parseInput(period(ctx.calendar, maxSeriesDays), days, []);
  const last = new Date(ctx.calendar.startOfDay(ctx.calendar.addDays(to, 1)).getTime() - 1);
  const first = bucketOf(ctx.calendar.startOfDay(from), bucket, ctx.calendar);
  const at = { gte: first.start, lt: bucketOf(last, bucket, ctx.calendar).end };
  const entries = await ctx.db.energyEntry.findMany({
    where: { AND: [visibleTo(ctx.viewer), active('energyEntry'), { at }] },
  });
  return series(entries, bucket, ctx.calendar);
}
