import type { Domain } from '../../../domain.ts';
import { defineTimeReport } from './time-report.schema.ts';

/** The time report: what time went into, by day and task, and how it compares to estimates. */
export const timeReport: Domain = {
  schema: defineTimeReport,
};
