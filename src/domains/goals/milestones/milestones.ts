import type { Domain } from '../../../domain.ts';
import { siblingLimit } from '../../../platform/records/sibling-positions.ts';
import { milestoneDocument } from './milestones.documents.ts';
import { defineMilestones } from './milestones.schema.ts';
import { milestoneSiblings, restoreMilestone } from './milestones.service.ts';

/** Milestones: the steps on the way to a goal, in order. */
export const milestones: Domain = {
  schema: defineMilestones,
  searchDocuments: [milestoneDocument],
  trash: { milestone: { restore: restoreMilestone } },
  afterUndo: [siblingLimit(milestoneSiblings)],
};
