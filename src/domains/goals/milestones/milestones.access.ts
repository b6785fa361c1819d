import type { ListSpec } from '../../../platform/queries/lists.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { milestoneFilter, milestoneOrder } from './milestones.rules.ts';

/** How milestones of all goals are listed. */
export const milestoneList: ListSpec<'milestone'> = {
  model: 'milestone',
  visibleTo: ownedBy,
  filter: milestoneFilter,
  order: milestoneOrder,
  defaultOrder: [{ field: 'DUE_ON' }],
};

/** How the milestones of one goal are listed. */
export const milestonesOfGoal: ListSpec<'milestone'> = { ...milestoneList, defaultOrder: [{ field: 'POSITION' }] };
