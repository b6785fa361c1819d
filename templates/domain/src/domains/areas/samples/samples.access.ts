import type { ListSpec } from '../../../platform/queries/lists.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { sampleFilter, sampleOrder } from './samples.rules.ts';

/** How «samples» are listed. Default order: by title. */
export const sampleList: ListSpec<'sample'> = {
  model: 'sample',
  visibleTo: ownedBy,
  filter: sampleFilter,
  order: sampleOrder,
  defaultOrder: [{ field: 'TITLE' }],
};
