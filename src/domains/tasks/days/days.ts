import type { Domain } from '../../../domain.ts';
import { defineDays } from './days.schema.ts';

/** Days: what is on one of them, and on the next few, across all domains. */
export const days: Domain = {
  schema: defineDays,
};
