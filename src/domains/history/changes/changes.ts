import type { Domain } from '../../../domain.ts';
import { defineChanges } from './changes.schema.ts';
import { pruneHistory } from './changes.service.ts';

const hour = 60 * 60 * 1000;

/** The change log: what has changed since a client last asked, and the history of each node. */
export const changes: Domain = {
  schema: defineChanges,
  recurring: [{ name: 'pruneHistory', every: 6 * hour, run: (ctx) => pruneHistory(ctx) }],
};
