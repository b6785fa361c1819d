import type { Domain } from '../../../domain.ts';

/** Miro: an account is synced as a whole. It is part of the API as an integration. */
export const miro: Domain = { jobs: {} };
