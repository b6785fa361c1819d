import type { Domain } from '../../../domain.ts';
import { defineReviewStats } from './review-stats.schema.ts';

/** What reviews of prompts say. */
export const reviewStats: Domain = { schema: defineReviewStats };
