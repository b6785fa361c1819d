import type { Domain } from '../../../domain.ts';
import { personDocument } from './people.documents.ts';
import { definePeople } from './people.schema.ts';

/** People: the people you work with, shared by meetings, feedback, energy entries and job applications. */
export const people: Domain = {
  schema: definePeople,
  searchDocuments: [personDocument],
};
