import type { ListSpec } from '../../../platform/queries/lists.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { personFilter, personOrder } from './people.rules.ts';

/** How people are listed. */
export const personList: ListSpec<'person'> = {
  model: 'person',
  visibleTo: ownedBy,
  filter: personFilter,
  order: personOrder,
  defaultOrder: [{ field: 'NAME' }],
};
