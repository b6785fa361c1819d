import type { Prisma } from '../../../generated/sqlite/client.ts';
import type { Viewer } from '../../../platform/context.ts';
import type { ListSpec } from '../../../platform/queries/lists.ts';
import { artifactFilter, artifactOrder } from './artifacts.rules.ts';

/** A viewer sees the artifacts they own. */
export function visibleTo(viewer: Viewer) {
  return { ownerId: viewer.accountId } satisfies Prisma.ArtifactWhereInput;
}

/** How artifacts are listed: by title, unless asked otherwise. */
export const artifactList: ListSpec<'artifact'> = {
  model: 'artifact',
  visibleTo,
  filter: artifactFilter,
  order: artifactOrder,
  defaultOrder: [{ field: 'TITLE' }],
};
