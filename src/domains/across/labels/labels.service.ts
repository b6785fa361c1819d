import type { ViewerContext } from '../../../platform/context.ts';
import type { Row } from '../../../platform/database/models.ts';
import { InvalidInputError } from '../../../platform/errors.ts';
import { getService, listService } from '../../../platform/queries/lists.ts';
import { createRecord, updateRecord } from '../../../platform/records/records.ts';
import { caseFold } from '../../../platform/search/case-folding.ts';
import { type Transaction, transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { labelList } from './labels.access.ts';
import { createLabelInput, updateLabelInput } from './labels.rules.ts';

type Label = Row<'label'>;

/** The viewer's labels, by name by default. */
export const listLabels = listService(labelList);

/** One of the viewer's labels. */
export const getLabel = getService(labelList);

/** Creates a label. Names are unique among the viewer's labels, regardless of case. */
export async function createLabel(ctx: ViewerContext, input: InputOf<typeof createLabelInput>): Promise<Label> {
  const { id, ...data } = parseInput(ctx, createLabelInput, input);
  return transaction(ctx, 'createLabel', (tx) =>
    createRecord(tx, 'label', input, id, async (create) => {
      await requireFreeName(tx, data.name);
      return create(data);
    }),
  );
}

/** Changes the name or color of a label. */
export async function updateLabel(ctx: ViewerContext, input: InputOf<typeof updateLabelInput>): Promise<Label> {
  const { id, ifVersion, ...changes } = parseInput(ctx, updateLabelInput, input);
  return transaction(ctx, 'updateLabel', (tx) =>
    updateRecord(tx, 'label', { id, ifVersion }, async () => {
      if (changes.name !== undefined) await requireFreeName(tx, changes.name, id);
      return changes;
    }),
  );
}

async function requireFreeName(tx: Transaction<ViewerContext>, name: string, exceptId = ''): Promise<void> {
  const where = { AND: [{ nameNormalized: caseFold(name), NOT: { id: exceptId } }, labelList.visibleTo(tx.viewer)] };
  const holder = await tx.db.label.findFirst({ where });
  if (!holder) return;
  const message = holder.trashedAt ? 'is the name of a label in the trash' : 'is the name of another label';
  throw new InvalidInputError([{ path: ['input', 'name'], message }]);
}
