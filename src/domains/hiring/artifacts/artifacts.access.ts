import type { ListSpec } from '../../../platform/queries/lists.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { artifactFilter, artifactOrder } from './artifacts.rules.ts';

/** How artifacts are listed. Default order: by title. */
export const artifactList: ListSpec<'artifact'> = {
  model: 'artifact',
  visibleTo: ownedBy,
  filter: artifactFilter,
  order: artifactOrder,
  defaultOrder: [{ field: 'TITLE' }],
};
