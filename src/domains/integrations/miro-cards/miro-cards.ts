import type { Domain } from '../../../domain.ts';

/** Cards: what frames at Miro show of goals, skills and weeks. They are no part of the API. */
export const miroCards: Domain = { jobs: {} };
