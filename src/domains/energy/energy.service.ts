import type { ViewerContext } from '../../platform/context.ts';
import { toWhere } from '../../platform/filters.ts';
import { type InputOf, parseInput, period, type RowInput, rowInput } from '../../platform/inputs.ts';
import { inTrash, type ListArguments, type Selection } from '../../platform/lists.ts';
import { toOrderTerms } from '../../platform/ordering.ts';
import { type Page, paginate } from '../../platform/pagination.ts';
import { changeRow, createRow, findOwned, found } from '../../platform/rows.ts';
import { type Transaction, transaction } from '../../platform/transaction.ts';
import type { Row } from '../../platform/writer.ts';
import { setLabels } from '../labels/labels.service.ts';
import { visibleTo } from './energy.access.ts';
import {
  type Bucket,
  bucketOf,
  createEnergyEntryInput,
  energyFilter,
  energyOrder,
  longestSeriesDays,
  type SeriesPoint,
  series,
  updateEnergyEntryInput,
} from './energy.rules.ts';

type EnergyEntry = Row<'energyEntry'>;

const labelling = { model: 'energyEntryLabel', column: 'energyEntryId' } as const;

/** The viewer's entries, the latest first unless asked otherwise. */
export async function listEnergyEntries(
  ctx: ViewerContext,
  args: ListArguments,
  selection: Selection<'energyEntry'> = {},
): Promise<Page<EnergyEntry>> {
  const filter = toWhere<'energyEntry'>(energyFilter, args.filter, ctx.calendar);
  const where = { AND: [visibleTo(ctx.viewer), inTrash(args.trashed), filter] };
  return paginate(args, toOrderTerms(energyOrder, args.orderBy, [{ field: 'AT', direction: 'DESC' }]), {
    find: (page) => ctx.db.energyEntry.findMany({ ...selection, ...page, where: { AND: [where, page.where] } }),
    count: () => ctx.db.energyEntry.count({ where }),
  });
}

/** One of the viewer's entries. */
export async function getEnergyEntry(
  ctx: ViewerContext,
  id: string,
  selection: Selection<'energyEntry'> = {},
): Promise<EnergyEntry | null> {
  return ctx.db.energyEntry.findFirst({ ...selection, where: { AND: [{ id }, visibleTo(ctx.viewer)] } });
}

/** Notes how much energy the viewer has, or had. */
export async function createEnergyEntry(
  ctx: ViewerContext,
  input: InputOf<typeof createEnergyEntryInput>,
): Promise<EnergyEntry> {
  const { id, labelIds = [], ...data } = parseInput(createEnergyEntryInput(ctx.calendar), input);
  return transaction(ctx, 'createEnergyEntry', (tx) =>
    createRow(tx, 'energyEntry', input, id, async (create) => {
      await requireTask(tx, data.taskId);
      const entry = await create(data);
      if (labelIds.length > 0) await setLabels(tx, labelling, entry.id, labelIds);
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
    changeRow(
      tx,
      'energyEntry',
      { id, ifVersion },
      async () => {
        await requireTask(tx, changes.taskId);
        return changes;
      },
      async () => labelIds !== undefined && setLabels(tx, labelling, id, labelIds),
    ),
  );
}

/** Puts the entry in the trash: no list, series or statistic has it any longer. */
export async function trashEnergyEntry(ctx: ViewerContext, input: RowInput): Promise<EnergyEntry> {
  const target = parseInput(rowInput('EnergyEntry'), input);
  return transaction(ctx, 'trashEnergyEntry', (tx) =>
    changeRow(tx, 'energyEntry', target, ({ trashedAt }) => ({ trashedAt: trashedAt ?? tx.calendar.now })),
  );
}

/** Takes the entry out of the trash. */
export async function restoreEnergyEntry(ctx: ViewerContext, input: RowInput): Promise<EnergyEntry> {
  const target = parseInput(rowInput('EnergyEntry'), input);
  return transaction(ctx, 'restoreEnergyEntry', (tx) =>
    changeRow(tx, 'energyEntry', target, () => ({ trashedAt: null })),
  );
}

/**
 * How the viewer's ratings went over some days, one point for each hour, day or week that has an entry. Those at either
 * end count as a whole, so that every point is what its stretch of time holds.
 */
export async function energySeries(
  ctx: ViewerContext,
  { bucket, ...days }: { bucket: Bucket; from: string; to: string },
): Promise<SeriesPoint[]> {
  const { from, to } = parseInput(period(ctx.calendar, longestSeriesDays), days, []);
  const last = new Date(ctx.calendar.startOfDay(ctx.calendar.addDays(to, 1)).getTime() - 1);
  const first = bucketOf(ctx.calendar.startOfDay(from), bucket, ctx.calendar);
  const at = { gte: first.start, lt: bucketOf(last, bucket, ctx.calendar).end };
  const entries = await ctx.db.energyEntry.findMany({ where: { AND: [visibleTo(ctx.viewer), inTrash(), { at }] } });
  return series(entries, bucket, ctx.calendar);
}

async function requireTask(tx: Transaction<ViewerContext>, taskId: string | null | undefined): Promise<void> {
  if (taskId) found(await findOwned(tx, 'task', taskId), 'taskId');
}
