import type { ViewerContext } from '../../../platform/context.ts';
import type { Row } from '../../../platform/database/models.ts';
import { InvalidInputError } from '../../../platform/errors.ts';
import { getService, listService } from '../../../platform/queries/lists.ts';
import { createRecord, requireRecords, updateRecord } from '../../../platform/records/records.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import { type Transaction, transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { energyScaleList } from './scales.access.ts';
import { boundsOf, createEnergyScaleInput, updateEnergyScaleInput } from './scales.rules.ts';

type EnergyScale = Row<'energyScale'>;

/** Lists the viewer's energy scales. */
export const listEnergyScales = listService(energyScaleList);

/** Gets an energy scale by its id. Null if the viewer has none with it. */
export const getEnergyScale = getService(energyScaleList);

/** Creates a scale of one's own. @throws InvalidInputError, ConflictError */
export async function createEnergyScale(
  ctx: ViewerContext,
  input: InputOf<typeof createEnergyScaleInput>,
): Promise<EnergyScale> {
  const { id, ...data } = parseInput(ctx, createEnergyScaleInput, input);
  return transaction(ctx, 'createEnergyScale', (tx) =>
    createRecord(tx, 'energyScale', input, id, (create) => create(data)),
  );
}

/** Changes the given fields of a scale of one's own. @throws InvalidInputError, NotFoundError, ConflictError */
export async function updateEnergyScale(
  ctx: ViewerContext,
  input: InputOf<typeof updateEnergyScaleInput>,
): Promise<EnergyScale> {
  const { id, ifVersion, ...changes } = parseInput(ctx, updateEnergyScaleInput, input);
  return transaction(ctx, 'updateEnergyScale', (tx) =>
    updateRecord(tx, 'energyScale', { id, ifVersion }, () => changes),
  );
}

/** A value as a client gives it. */
type GivenValue = Pick<Row<'energyScaleValue'>, 'scaleId' | 'value'>;

/**
 * Gives an energy entry exactly these values. Values on scales in the trash stay.
 * @returns whether anything changed
 * @throws NotFoundError at a scale that is none of the viewer's; InvalidInputError if a scale is in the trash, or has no such level
 */
export async function setScaleValues(
  tx: Transaction<ViewerContext>,
  energyEntryId: string,
  given: readonly GivenValue[] | undefined,
): Promise<boolean> {
  if (!given) return false;
  const before = await tx.db.energyScaleValue.findMany({ where: { energyEntryId } });
  const known = new Map(before.map(({ scaleId, value }) => [scaleId, value]));
  const isNew = ({ scaleId, value }: GivenValue) => known.get(scaleId) !== value;
  const added = given.filter(isNew);
  const pathTo = (index: number, field: string) => [
    'scaleValues',
    String(given.indexOf(added[index] as GivenValue)),
    field,
  ];
  const ids = added.map(({ scaleId }) => scaleId);
  const scales = await requireRecords(tx, 'energyScale', ids, (index) => pathTo(index, 'scaleId'));
  const issues = scales.flatMap((scale, index) => {
    const [lowest, highest] = boundsOf(scale);
    const value = added[index]?.value ?? lowest;
    if (value >= lowest && value <= highest) return [];
    return [
      { path: ['input', ...pathTo(index, 'value')], message: `must be from ${lowest} to ${highest} on this scale` },
    ];
  });
  if (issues.length > 0) throw new InvalidInputError(issues);
  const kept = given.filter((one) => !isNew(one)).map(({ scaleId }) => scaleId);
  const scale = active('energyScale');
  const removed = await tx.write.energyScaleValue.delete({ energyEntryId, scaleId: { notIn: kept }, scale });
  await tx.write.energyScaleValue.createMany(added.map((one) => ({ energyEntryId, ...one })));
  return removed.length > 0 || added.length > 0;
}
