import type { Domain } from '../../../domain.ts';
import { defineDays } from './days.schema.ts';

/** Days: what is on one day, or on each day of an agenda, across all areas. */
export const days: Domain = {
  schema: defineDays,
};
