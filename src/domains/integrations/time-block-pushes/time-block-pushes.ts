import type { Domain } from '../../../domain.ts';

/** What is sent to Outlook of time blocks, and read of their events. It is no part of the API. */
export const timeBlockPushes: Domain = { jobs: {} };
