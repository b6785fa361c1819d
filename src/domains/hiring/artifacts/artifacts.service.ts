import type { ViewerContext } from '../../../platform/context.ts';
import type { Row } from '../../../platform/database/models.ts';
import { getService, listService } from '../../../platform/queries/lists.ts';
import { createRecord, updateRecord } from '../../../platform/records/records.ts';
import { transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { artifactList } from './artifacts.access.ts';
import { createArtifactInput, requireDaysInOrder, updateArtifactInput } from './artifacts.rules.ts';

type Artifact = Row<'artifact'>;

/** Lists the viewer's artifacts. */
export const listArtifacts = listService(artifactList);

/** Gets an artifact by its id. Null if the viewer has none with it. */
export const getArtifact = getService(artifactList);

/** Creates an artifact. @throws InvalidInputError, also if it expires before it was made */
export async function createArtifact(
  ctx: ViewerContext,
  input: InputOf<typeof createArtifactInput>,
): Promise<Artifact> {
  const { id, ...data } = parseInput(ctx, createArtifactInput, input);
  requireDaysInOrder(data.madeOn, data.expiresOn);
  return transaction(ctx, 'createArtifact', (tx) => createRecord(tx, 'artifact', input, id, (create) => create(data)));
}

/** Changes the given fields of an artifact. @throws InvalidInputError, NotFoundError, ConflictError */
export async function updateArtifact(
  ctx: ViewerContext,
  input: InputOf<typeof updateArtifactInput>,
): Promise<Artifact> {
  const { id, ifVersion, ...changes } = parseInput(ctx, updateArtifactInput, input);
  return transaction(ctx, 'updateArtifact', (tx) =>
    updateRecord(tx, 'artifact', { id, ifVersion }, (before) => {
      const { madeOn, expiresOn } = { ...before, ...changes };
      requireDaysInOrder(madeOn, expiresOn);
      return changes;
    }),
  );
}
