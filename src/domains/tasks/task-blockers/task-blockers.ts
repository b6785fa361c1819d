import type { Domain } from '../../../domain.ts';
import { defineTaskBlockers } from './task-blockers.schema.ts';
import { noteReleases, requireNoCircle } from './task-blockers.service.ts';

/** What tasks wait for: other tasks, never in a circle. */
export const taskBlockers: Domain = {
  schema: defineTaskBlockers,
  beforeCommit: [{ model: 'task', beforeCommit: noteReleases }],
  afterUndo: [{ models: ['taskBlocker'], afterUndo: requireNoCircle }],
};
