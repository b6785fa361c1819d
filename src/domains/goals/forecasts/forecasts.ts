import type { Domain } from '../../../domain.ts';
import { defineForecasts } from './forecasts.schema.ts';

/** Whether goals are on pace, when they will be reached, and when their next check-ins are due. */
export const forecasts: Domain = { schema: defineForecasts };
