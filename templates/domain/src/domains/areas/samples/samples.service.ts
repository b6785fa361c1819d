import type { ViewerContext } from '../../../platform/context.ts';
import type { Row } from '../../../platform/database/models.ts';
import { getService, listService } from '../../../platform/queries/lists.ts';
import { createRecord, updateRecord } from '../../../platform/records/records.ts';
import { transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { sampleList } from './samples.access.ts';
import { createSampleInput, updateSampleInput } from './samples.rules.ts';

type Sample = Row<'sample'>;

/** Lists the viewer's «samples». */
export const listSamples = listService(sampleList);

/** Gets a «sample» by its id. Null if the viewer has none with it. */
export const getSample = getService(sampleList);

/** Creates a «sample». @throws InvalidInputError, ConflictError */
export async function createSample(ctx: ViewerContext, input: InputOf<typeof createSampleInput>): Promise<Sample> {
  const { id, ...data } = parseInput(ctx, createSampleInput, input);
  return transaction(ctx, 'createSample', (tx) => createRecord(tx, 'sample', input, id, (create) => create(data)));
}

/** Changes the given fields of a «sample». @throws InvalidInputError, NotFoundError, ConflictError */
export async function updateSample(ctx: ViewerContext, input: InputOf<typeof updateSampleInput>): Promise<Sample> {
  const { id, ifVersion, ...changes } = parseInput(ctx, updateSampleInput, input);
  return transaction(ctx, 'updateSample', (tx) => updateRecord(tx, 'sample', { id, ifVersion }, () => changes));
}
