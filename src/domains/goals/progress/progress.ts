import type { Domain } from '../../../domain.ts';
import { defineProgress } from './progress.schema.ts';

/** The progress of goals, from their metrics, subgoals, milestones and tasks. */
export const progress: Domain = { schema: defineProgress };
