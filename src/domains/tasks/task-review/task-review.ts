import type { Domain } from '../../../domain.ts';
import { defineTaskReview } from './task-review.schema.ts';

/** The review of tasks: what became of them over some days. */
export const taskReview: Domain = {
  schema: defineTaskReview,
};
