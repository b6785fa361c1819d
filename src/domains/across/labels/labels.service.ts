import type { ViewerContext } from '../../../platform/context.ts';
import { InvalidInputError } from '../../../platform/errors.ts';
import { getService, listService } from '../../../platform/queries/lists.ts';
import { createRecord, updateRecord } from '../../../platform/records/records.ts';
import { restoreService, trashService } from '../../../platform/records/trash-services.ts';
import { fold } from '../../../platform/search/case-folding.ts';
import type { Row } from '../../../platform/transactions/model-writer.ts';
import { type Transaction, transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { labelList, visibleTo } from './labels.access.ts';
import { createLabelInput, updateLabelInput } from './labels.rules.ts';

type Label = Row<'label'>;

/** The viewer's labels, by name unless asked otherwise. */
export const listLabels = listService(labelList);

/** One of the viewer's labels. */
export const getLabel = getService(labelList);

/** Makes a label. Names are unique among the viewer's labels, whatever their case. */
export async function createLabel(ctx: ViewerContext, input: InputOf<typeof createLabelInput>): Promise<Label> {
  const { id, ...data } = parseInput(createLabelInput, input);
  return transaction(ctx, 'createLabel', (tx) =>
    createRecord(tx, 'label', input, id, async (create) => {
      await requireFreeName(tx, data.name);
      return create(data);
    }),
  );
}

/** Changes the label's name or color. */
export async function updateLabel(ctx: ViewerContext, input: InputOf<typeof updateLabelInput>): Promise<Label> {
  const { id, ifVersion, ...changes } = parseInput(updateLabelInput, input);
  return transaction(ctx, 'updateLabel', (tx) =>
    updateRecord(tx, 'label', { id, ifVersion }, async () => {
      if (changes.name !== undefined) await requireFreeName(tx, changes.name, id);
      return changes;
    }),
  );
}

/** Puts the label in the trash: it no longer shows on anything, and shows again once it is restored. */
export const trashLabel = trashService('label');

/** Takes the label out of the trash. */
export const restoreLabel = restoreService('label');

async function requireFreeName(tx: Transaction<ViewerContext>, name: string, exceptId = ''): Promise<void> {
  const where = { AND: [{ nameNormalized: fold(name), NOT: { id: exceptId } }, visibleTo(tx.viewer)] };
  const holder = await tx.db.label.findFirst({ where });
  if (!holder) return;
  const message = holder.trashedAt ? 'is the name of a label in the trash' : 'is the name of another label';
  throw new InvalidInputError([{ path: ['input', 'name'], message }]);
}
