import type { ViewerContext } from '../../platform/context.ts';
import { type InputOf, parseInput } from '../../platform/inputs.ts';
import { getting, listing } from '../../platform/lists.ts';
import { changeRow, createRow } from '../../platform/rows.ts';
import { transaction } from '../../platform/transaction.ts';
import { restoring, trashing } from '../../platform/trashing.ts';
import type { Row } from '../../platform/writer.ts';
import { sampleList } from './samples.access.ts';
import { createSampleInput, updateSampleInput } from './samples.rules.ts';

type Sample = Row<'sample'>;

/** The viewer's «samples», by title unless asked otherwise. */
export const listSamples = listing(sampleList);

/** One of the viewer's «samples». */
export const getSample = getting(sampleList);

/** Makes a new «sample». */
export async function createSample(ctx: ViewerContext, input: InputOf<typeof createSampleInput>): Promise<Sample> {
  const { id, ...data } = parseInput(createSampleInput, input);
  return transaction(ctx, 'createSample', (tx) => createRow(tx, 'sample', input, id, (create) => create(data)));
}

/** Changes what is given of the «sample». */
export async function updateSample(ctx: ViewerContext, input: InputOf<typeof updateSampleInput>): Promise<Sample> {
  const { id, ifVersion, ...changes } = parseInput(updateSampleInput, input);
  return transaction(ctx, 'updateSample', (tx) => changeRow(tx, 'sample', { id, ifVersion }, () => changes));
}

/** Puts the «sample» in the trash: nothing lists or finds it any longer. */
export const trashSample = trashing('sample');

/** Takes the «sample» out of the trash. */
export const restoreSample = restoring('sample');
