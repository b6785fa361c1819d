import type { ViewerContext } from '../../platform/context.ts';
import { type InputOf, parseInput, type RowInput, rowInput } from '../../platform/inputs.ts';
import { getRow, type ListArguments, listRows, type Selection } from '../../platform/lists.ts';
import type { Page } from '../../platform/pagination.ts';
import { changeRow, createRow, restoreRow, trashRow } from '../../platform/rows.ts';
import { transaction } from '../../platform/transaction.ts';
import type { Row } from '../../platform/writer.ts';
import { artifactList } from './artifacts.access.ts';
import { createArtifactInput, requireDaysInOrder, updateArtifactInput } from './artifacts.rules.ts';

type Artifact = Row<'artifact'>;

/** The viewer's artifacts, by title unless asked otherwise. */
export async function listArtifacts(
  ctx: ViewerContext,
  args: ListArguments,
  selection: Selection<'artifact'> = {},
): Promise<Page<Artifact>> {
  return listRows(ctx, artifactList, args, selection);
}

/** One of the viewer's artifacts. */
export async function getArtifact(
  ctx: ViewerContext,
  id: string,
  selection: Selection<'artifact'> = {},
): Promise<Artifact | null> {
  return getRow(ctx, artifactList, id, selection);
}

/** Makes an artifact. */
export async function createArtifact(
  ctx: ViewerContext,
  input: InputOf<typeof createArtifactInput>,
): Promise<Artifact> {
  const { id, ...data } = parseInput(createArtifactInput(ctx.calendar), input);
  requireDaysInOrder(data.madeOn, data.expiresOn);
  return transaction(ctx, 'createArtifact', (tx) => createRow(tx, 'artifact', input, id, (create) => create(data)));
}

/** Changes what is given of the artifact. */
export async function updateArtifact(
  ctx: ViewerContext,
  input: InputOf<typeof updateArtifactInput>,
): Promise<Artifact> {
  const { id, ifVersion, ...changes } = parseInput(updateArtifactInput(ctx.calendar), input);
  return transaction(ctx, 'updateArtifact', (tx) =>
    changeRow(tx, 'artifact', { id, ifVersion }, (before) => {
      const { madeOn, expiresOn } = { ...before, ...changes };
      requireDaysInOrder(madeOn, expiresOn);
      return changes;
    }),
  );
}

/** Puts the artifact in the trash: it no longer counts for any role. */
export async function trashArtifact(ctx: ViewerContext, input: RowInput): Promise<Artifact> {
  const target = parseInput(rowInput('Artifact'), input);
  return transaction(ctx, 'trashArtifact', (tx) => trashRow(tx, 'artifact', target));
}

/** Takes the artifact out of the trash. */
export async function restoreArtifact(ctx: ViewerContext, input: RowInput): Promise<Artifact> {
  const target = parseInput(rowInput('Artifact'), input);
  return transaction(ctx, 'restoreArtifact', (tx) => restoreRow(tx, 'artifact', target));
}
