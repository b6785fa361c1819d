import type { Domain } from '../../../domain.ts';

/** What is sent to Microsoft To Do. It is no part of the API. */
export const todoPushes: Domain = { jobs: {} };
