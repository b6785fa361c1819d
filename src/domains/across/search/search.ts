import type { Domain } from '../../../domain.ts';
import { defineSearch } from './search.schema.ts';

/** Search: nodes of all types by the words in them. */
export const search: Domain = {
  schema: defineSearch,
};
