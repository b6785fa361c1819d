import type { Domain } from '../../../domain.ts';
import { defineTrash } from './trash.schema.ts';
import { purgeTrash } from './trash.service.ts';

const hour = 60 * 60 * 1000;

/** The trash: nodes of all types that were trashed, and how they are restored or deleted. */
export const trash: Domain = {
  schema: defineTrash,
  recurring: [{ name: 'purgeTrash', every: 6 * hour, run: (ctx) => purgeTrash(ctx) }],
};
