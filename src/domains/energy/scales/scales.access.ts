import type { ListSpec } from '../../../platform/queries/lists.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { energyScaleFilter, energyScaleOrder } from './scales.rules.ts';

/** How energy scales are listed. Default order: by name. */
export const energyScaleList: ListSpec<'energyScale'> = {
  model: 'energyScale',
  visibleTo: ownedBy,
  filter: energyScaleFilter,
  order: energyScaleOrder,
  defaultOrder: [{ field: 'NAME' }],
};
