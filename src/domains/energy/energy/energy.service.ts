import type { ViewerContext } from '../../../platform/context.ts';
import type { Row } from '../../../platform/database/models.ts';
import { InvalidInputError } from '../../../platform/errors.ts';
import { getService, listService } from '../../../platform/queries/lists.ts';
import { setManyToMany } from '../../../platform/records/many-to-many.ts';
import { createRecord, requireReferences, updateRecord } from '../../../platform/records/records.ts';
import { transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { maxLabels } from '../../across/labels/labels.rules.ts';
import { setScaleValues } from '../scales/scales.service.ts';
import { energyList } from './energy.access.ts';
import { createEnergyEntryInput, hasRating, noRating, updateEnergyEntryInput } from './energy.rules.ts';

type EnergyEntry = Row<'energyEntry'>;

const references = { taskId: 'task', meetingId: 'meeting', personId: 'person' } as const;
const manyToMany = {
  labelIds: { model: 'energyEntryLabel', row: 'energyEntryId', other: 'label', max: maxLabels },
} as const;

/** Lists the viewer's energy entries, by default the latest first. */
export const listEnergyEntries = listService(energyList);

/** Returns one of the viewer's energy entries, active or in the trash. Null if there is none. */
export const getEnergyEntry = getService(energyList);

/**
 * Creates an energy entry, by default about now.
 * @throws NotFoundError if a task, meeting, person or label does not exist; InvalidInputError if one is in the trash
 */
export async function createEnergyEntry(
  ctx: ViewerContext,
  input: InputOf<typeof createEnergyEntryInput>,
): Promise<EnergyEntry> {
  const { id, labelIds, scaleValues, ...data } = parseInput(ctx, createEnergyEntryInput, input);
  return transaction(ctx, 'createEnergyEntry', (tx) =>
    createRecord(tx, 'energyEntry', input, id, async (create) => {
      await requireReferences(tx, references, data);
      const entry = await create(data);
      await setManyToMany(tx, manyToMany, entry.id, { labelIds });
      await setScaleValues(tx, entry.id, scaleValues);
      return entry;
    }),
  );
}

/**
 * Changes the given fields of an energy entry.
 * @throws NotFoundError and InvalidInputError as `createEnergyEntry`; ConflictError if it is not at the expected version
 */
export async function updateEnergyEntry(
  ctx: ViewerContext,
  input: InputOf<typeof updateEnergyEntryInput>,
): Promise<EnergyEntry> {
  const { id, ifVersion, labelIds, scaleValues, ...changes } = parseInput(ctx, updateEnergyEntryInput, input);
  return transaction(ctx, 'updateEnergyEntry', async (tx) => {
    let hasRatings = true;
    return updateRecord(
      tx,
      'energyEntry',
      { id, ifVersion },
      async (before) => {
        await requireReferences(tx, references, changes, before);
        hasRatings = hasRating({ ...before, ...changes });
        return changes;
      },
      async () => {
        const hasNewValues = await setScaleValues(tx, id, scaleValues);
        if (!hasRatings && !(await tx.db.energyScaleValue.findFirst({ where: { energyEntryId: id } }))) {
          throw new InvalidInputError([{ path: ['input', 'energy'], message: noRating }]);
        }
        return (await setManyToMany(tx, manyToMany, id, { labelIds })) || hasNewValues;
      },
    );
  });
}
