import type { Domain } from '../../../domain.ts';
import { linkEnds } from './links.access.ts';
import { linkRecord } from './links.rules.ts';
import { defineLinks } from './links.schema.ts';

/** Links: how two nodes of any types are related. */
export const links: Domain = {
  schema: defineLinks,
  recordRules: { Link: linkRecord },
  nodeReferences: [linkEnds],
};
