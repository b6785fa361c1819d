import type { Domain } from '../../../domain.ts';
import { restoreSibling, siblingLimit } from '../../../platform/records/sibling-positions.ts';
import { milestoneDocument } from './milestones.documents.ts';
import { updateMilestoneInput } from './milestones.rules.ts';
import { defineMilestones } from './milestones.schema.ts';
import { milestoneSiblings } from './milestones.service.ts';

/** Milestones: steps towards a goal, in an order of your own. */
export const milestones: Domain = {
  schema: defineMilestones,
  recordRules: { Milestone: updateMilestoneInput },
  searchDocuments: [milestoneDocument],
  trash: { milestone: { restore: (tx, target) => restoreSibling(tx, milestoneSiblings, target) } },
  afterUndo: [siblingLimit(milestoneSiblings)],
};
