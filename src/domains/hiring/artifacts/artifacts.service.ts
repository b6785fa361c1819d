import type { ViewerContext } from '../../../platform/context.ts';
import type { Row } from '../../../platform/database/models.ts';
import { getService, listService } from '../../../platform/queries/lists.ts';
import { createRecord, updateRecord } from '../../../platform/records/records.ts';
import { restoreService, trashService } from '../../../platform/records/trash-services.ts';
import { transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { artifactList } from './artifacts.access.ts';
import { createArtifactInput, requireDaysInOrder, updateArtifactInput } from './artifacts.rules.ts';

type Artifact = Row<'artifact'>;

/** The viewer's artifacts, by title unless asked otherwise. */
export const listArtifacts = listService(artifactList);

/** One of the viewer's artifacts. */
export const getArtifact = getService(artifactList);

/** Makes an artifact. */
export async function createArtifact(
  ctx: ViewerContext,
  input: InputOf<typeof createArtifactInput>,
): Promise<Artifact> {
  const { id, ...data } = parseInput(createArtifactInput(ctx.calendar), input);
  requireDaysInOrder(data.madeOn, data.expiresOn);
  return transaction(ctx, 'createArtifact', (tx) => createRecord(tx, 'artifact', input, id, (create) => create(data)));
}

/** Changes what is given of the artifact. */
export async function updateArtifact(
  ctx: ViewerContext,
  input: InputOf<typeof updateArtifactInput>,
): Promise<Artifact> {
  const { id, ifVersion, ...changes } = parseInput(updateArtifactInput(ctx.calendar), input);
  return transaction(ctx, 'updateArtifact', (tx) =>
    updateRecord(tx, 'artifact', { id, ifVersion }, (before) => {
      const { madeOn, expiresOn } = { ...before, ...changes };
      requireDaysInOrder(madeOn, expiresOn);
      return changes;
    }),
  );
}

/** Puts the artifact in the trash: it no longer counts for any role. */
export const trashArtifact = trashService('artifact');

/** Takes the artifact out of the trash. */
export const restoreArtifact = restoreService('artifact');
