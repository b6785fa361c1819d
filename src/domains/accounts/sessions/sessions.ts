import type { Domain } from '../../../domain.ts';
import { defineSessions } from './sessions.schema.ts';
import { pruneSessions } from './sessions.service.ts';

const hour = 60 * 60 * 1000;

/** Sessions: signing up, in and out, and what is signed in where. */
export const sessions: Domain = {
  schema: defineSessions,
  recurring: [{ name: 'pruneSessions', every: 24 * hour, run: pruneSessions }],
};
