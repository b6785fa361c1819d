import type { Domain } from '../../../domain.ts';
import { defineReadiness } from './readiness.schema.ts';

/** Readiness: a score of how far the viewer meets the requirements of a role, and what is missing. */
export const readiness: Domain = {
  schema: defineReadiness,
};
