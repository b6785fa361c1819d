import type { Domain } from '../../../domain.ts';
import { defineBatch } from './batch.schema.ts';

/** Batches: many mutations in one request, by a client that was offline or a script. */
export const batch: Domain = {
  schema: defineBatch,
};
