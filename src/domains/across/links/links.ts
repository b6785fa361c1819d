import type { Domain } from '../../../domain.ts';
import { linkEnds } from './links.access.ts';
import { defineLinks } from './links.schema.ts';

/** Links: what a row of any type has to do with one of any other. To be defined once all other types are. */
export const links: Domain = {
  schema: defineLinks,
  nodeReferences: [linkEnds],
};
