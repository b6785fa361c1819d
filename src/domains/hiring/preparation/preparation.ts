import type { Domain } from '../../../domain.ts';
import { definePreparation } from './preparation.schema.ts';

/** Preparation for a role: readiness over time, what would change it, and how stories cover it. */
export const preparation: Domain = {
  schema: definePreparation,
};
