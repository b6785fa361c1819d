import type { ViewerContext } from '../../platform/context.ts';
import { type InputOf, parseInput, type RowInput, rowInput } from '../../platform/inputs.ts';
import { getRow, type ListArguments, listRows, type Selection } from '../../platform/lists.ts';
import type { Page } from '../../platform/pagination.ts';
import { changeRow, createRow, restoreRow, trashRow } from '../../platform/rows.ts';
import { transaction } from '../../platform/transaction.ts';
import type { Row } from '../../platform/writer.ts';
import { sampleList } from './samples.access.ts';
import { createSampleInput, updateSampleInput } from './samples.rules.ts';

type Sample = Row<'sample'>;

/** The viewer's «samples», by title unless asked otherwise. */
export async function listSamples(
  ctx: ViewerContext,
  args: ListArguments,
  selection: Selection<'sample'> = {},
): Promise<Page<Sample>> {
  return listRows(ctx, sampleList, args, selection);
}

/** One of the viewer's «samples». */
export async function getSample(
  ctx: ViewerContext,
  id: string,
  selection: Selection<'sample'> = {},
): Promise<Sample | null> {
  return getRow(ctx, sampleList, id, selection);
}

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
export async function trashSample(ctx: ViewerContext, input: RowInput): Promise<Sample> {
  const target = parseInput(rowInput('Sample'), input);
  return transaction(ctx, 'trashSample', (tx) => trashRow(tx, 'sample', target));
}

/** Takes the «sample» out of the trash. */
export async function restoreSample(ctx: ViewerContext, input: RowInput): Promise<Sample> {
  const target = parseInput(rowInput('Sample'), input);
  return transaction(ctx, 'restoreSample', (tx) => restoreRow(tx, 'sample', target));
}
