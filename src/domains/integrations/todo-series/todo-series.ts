import type { Domain } from '../../../domain.ts';

/** The completed occurrences of tasks that repeat at Microsoft To Do. They are no part of the API. */
export const todoSeries: Domain = { jobs: {} };
