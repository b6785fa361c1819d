import type { Domain } from '../../../domain.ts';
import { defineTaskReview } from './task-review.schema.ts';

/** The task review: what was planned and done in a period, and what is open now. */
export const taskReview: Domain = {
  schema: defineTaskReview,
};
