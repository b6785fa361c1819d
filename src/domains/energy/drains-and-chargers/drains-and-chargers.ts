import type { Domain } from '../../../domain.ts';
import { defineDrainsAndChargers } from './drains-and-chargers.schema.ts';

/** Drains and chargers: what goes along with more or less energy than the rest of the day. */
export const drainsAndChargers: Domain = {
  schema: defineDrainsAndChargers,
};
