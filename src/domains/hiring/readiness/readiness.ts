import type { Domain } from '../../../domain.ts';
import { defineReadiness } from './readiness.schema.ts';

/** Readiness: how far one is from a role, and what is missing. */
export const readiness: Domain = {
  schema: defineReadiness,
};
