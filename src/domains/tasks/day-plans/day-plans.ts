import type { Domain } from '../../../domain.ts';
import { defineDayPlans } from './day-plans.schema.ts';

/** Plans of days: open tasks fitted into the gaps between meetings, with the reason for each. */
export const dayPlans: Domain = {
  schema: defineDayPlans,
};
