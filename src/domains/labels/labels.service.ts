import type { ViewerContext } from '../../platform/context.ts';
import { InvalidInputError, NotFoundError } from '../../platform/errors.ts';
import { toWhere } from '../../platform/filters.ts';
import { type InputOf, parseInput, type RowInput, rowInput } from '../../platform/inputs.ts';
import { inTrash, type ListArguments, type Selection } from '../../platform/lists.ts';
import { toOrderTerms } from '../../platform/ordering.ts';
import { type Page, paginate } from '../../platform/pagination.ts';
import { changeRow, createRow } from '../../platform/rows.ts';
import { fold } from '../../platform/text.ts';
import { type Transaction, transaction } from '../../platform/transaction.ts';
import type { Row } from '../../platform/writer.ts';
import { visibleTo } from './labels.access.ts';
import { createLabelInput, labelFilter, labelOrder, updateLabelInput } from './labels.rules.ts';

type Label = Row<'label'>;

/** The viewer's labels, by name unless asked otherwise. */
export async function listLabels(
  ctx: ViewerContext,
  args: ListArguments,
  selection: Selection<'label'> = {},
): Promise<Page<Label>> {
  const where = {
    AND: [visibleTo(ctx.viewer), inTrash(args.trashed), toWhere<'label'>(labelFilter, args.filter, ctx.calendar)],
  };
  return paginate(args, toOrderTerms(labelOrder, args.orderBy, [{ field: 'NAME' }]), {
    find: (page) => ctx.db.label.findMany({ ...selection, ...page, where: { AND: [where, page.where] } }),
    count: () => ctx.db.label.count({ where }),
  });
}

/** One of the viewer's labels. */
export async function getLabel(
  ctx: ViewerContext,
  id: string,
  selection: Selection<'label'> = {},
): Promise<Label | null> {
  return ctx.db.label.findFirst({ ...selection, where: { AND: [{ id }, visibleTo(ctx.viewer)] } });
}

/** Makes a label. Names are unique among the viewer's labels, whatever their case. */
export async function createLabel(ctx: ViewerContext, input: InputOf<typeof createLabelInput>): Promise<Label> {
  const { id, ...data } = parseInput(createLabelInput, input);
  return transaction(ctx, 'createLabel', (tx) =>
    createRow(tx, 'label', input, id, async (create) => {
      await requireFreeName(tx, data.name);
      return create(data);
    }),
  );
}

/** Changes the label's name or colour. */
export async function updateLabel(ctx: ViewerContext, input: InputOf<typeof updateLabelInput>): Promise<Label> {
  const { id, ifVersion, ...changes } = parseInput(updateLabelInput, input);
  return transaction(ctx, 'updateLabel', (tx) =>
    changeRow(tx, 'label', { id, ifVersion }, async () => {
      if (changes.name !== undefined) await requireFreeName(tx, changes.name, id);
      return changes;
    }),
  );
}

/** Puts the label in the trash: it no longer shows on anything, and shows again once it is restored. */
export async function trashLabel(ctx: ViewerContext, input: RowInput): Promise<Label> {
  const target = parseInput(rowInput('Label'), input);
  return transaction(ctx, 'trashLabel', (tx) =>
    changeRow(tx, 'label', target, ({ trashedAt }) => ({ trashedAt: trashedAt ?? tx.calendar.now })),
  );
}

/** Takes the label out of the trash. */
export async function restoreLabel(ctx: ViewerContext, input: RowInput): Promise<Label> {
  const target = parseInput(rowInput('Label'), input);
  return transaction(ctx, 'restoreLabel', (tx) => changeRow(tx, 'label', target, () => ({ trashedAt: null })));
}

async function requireFreeName(tx: Transaction<ViewerContext>, name: string, exceptId = ''): Promise<void> {
  const where = { AND: [{ nameFolded: fold(name), NOT: { id: exceptId } }, visibleTo(tx.viewer)] };
  const holder = await tx.db.label.findFirst({ where });
  if (!holder) return;
  const message = holder.trashedAt ? 'is the name of a label in the trash' : 'is the name of another label';
  throw new InvalidInputError([{ path: ['input', 'name'], message }]);
}

/** The rows that join labels to the rows of another domain: their model, and their column for that row. */
type Labelling = { model: 'taskLabel'; column: 'taskId' } | { model: 'energyEntryLabel'; column: 'energyEntryId' };

/**
 * Gives a row exactly these labels, and answers whether that changed anything. To be called within the transaction that
 * changes the row.
 * @throws NotFoundError when one of them is not a label of the viewer's
 */
export async function setLabels(
  tx: Transaction<ViewerContext>,
  { model, column }: Labelling,
  rowId: string,
  labelIds: string[],
): Promise<boolean> {
  const labels = await tx.db.label.findMany({
    where: { AND: [{ id: { in: labelIds }, trashedAt: null }, visibleTo(tx.viewer)] },
  });
  const known = new Set(labels.map(({ id }) => id));
  const stranger = labelIds.findIndex((id) => !known.has(id));
  if (stranger >= 0) throw new NotFoundError(['input', 'labelIds', String(stranger)]);

  const write = tx.write[model] as unknown as Joins;
  // Labels in the trash stay joined, so that restoring one shows it again where it was.
  const removed = await write.delete({ [column]: rowId, labelId: { notIn: labelIds }, label: { trashedAt: null } });
  const read = tx.db[model] as unknown as { findMany(args: { where: object }): Promise<{ labelId: string }[]> };
  const joined = new Set((await read.findMany({ where: { [column]: rowId } })).map(({ labelId }) => labelId));
  const added = labelIds.filter((id) => !joined.has(id));
  if (added.length > 0) await write.createMany(added.map((labelId) => ({ [column]: rowId, labelId })));
  return removed.length > 0 || added.length > 0;
}

interface Joins {
  delete(where: object): Promise<unknown[]>;
  createMany(data: object[]): Promise<unknown[]>;
}
