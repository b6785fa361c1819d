import type { ListSpec } from '../../../platform/queries/lists.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { energyPromptFilter, energyPromptOrder } from './sampling.rules.ts';

/** A viewer sees their own settings of sampling. */
export const visibleTo = ownedBy;

/** How energy prompts are listed, by default the latest first. */
export const energyPromptList: ListSpec<'energyPrompt'> = {
  model: 'energyPrompt',
  visibleTo: ownedBy,
  filter: energyPromptFilter,
  order: energyPromptOrder,
  defaultOrder: [{ field: 'AT', direction: 'DESC' }],
};
