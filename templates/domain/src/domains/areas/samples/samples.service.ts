import type { ViewerContext } from '../../platform/context.ts';
import { type InputOf, parseInput } from '../../platform/inputs.ts';
import { getService, listService } from '../../platform/lists.ts';
import { createRecord, updateRecord } from '../../platform/rows.ts';
import { transaction } from '../../platform/transaction.ts';
import { restoreService, trashService } from '../../platform/trashing.ts';
import type { Row } from '../../platform/writer.ts';
import { sampleList } from './samples.access.ts';
import { createSampleInput, updateSampleInput } from './samples.rules.ts';

type Sample = Row<'sample'>;

/** The viewer's «samples», by title unless asked otherwise. */
export const listSamples = listService(sampleList);

/** One of the viewer's «samples». */
export const getSample = getService(sampleList);

/** Makes a new «sample». */
export async function createSample(ctx: ViewerContext, input: InputOf<typeof createSampleInput>): Promise<Sample> {
  const { id, ...data } = parseInput(createSampleInput, input);
  return transaction(ctx, 'createSample', (tx) => createRecord(tx, 'sample', input, id, (create) => create(data)));
}

/** Changes what is given of the «sample». */
export async function updateSample(ctx: ViewerContext, input: InputOf<typeof updateSampleInput>): Promise<Sample> {
  const { id, ifVersion, ...changes } = parseInput(updateSampleInput, input);
  return transaction(ctx, 'updateSample', (tx) => updateRecord(tx, 'sample', { id, ifVersion }, () => changes));
}

/** Puts the «sample» in the trash: nothing lists or finds it any longer. */
export const trashSample = trashService('sample');

/** Takes the «sample» out of the trash. */
export const restoreSample = restoreService('sample');
