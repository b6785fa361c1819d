import type { Domain } from '../../../domain.ts';
import { personDocument } from './people.documents.ts';
import { definePeople } from './people.schema.ts';

/** People: those one works with, shared by meetings, feedback and hiring. */
export const people: Domain = {
  schema: definePeople,
  searchDocuments: [personDocument],
};
