import type { Domain } from '../../../domain.ts';
import { defineSearch } from './search.schema.ts';

/** Search and the timeline: rows of all types, by what they say or by when they happened. */
export const search: Domain = {
  schema: defineSearch,
};
