import type { Domain } from '../../../domain.ts';
import { defineTrash } from './trash.schema.ts';
import { purgeTrash } from './trash.service.ts';

const hour = 60 * 60 * 1000;

/** The trash: what is in it, whatever its type, and the ways in and out. */
export const trash: Domain = {
  schema: defineTrash,
  recurring: [{ name: 'purgeTrash', every: 6 * hour, run: (ctx) => purgeTrash(ctx) }],
};
