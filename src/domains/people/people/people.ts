import type { Domain } from '../../../domain.ts';
import { personDocument } from './people.documents.ts';
import { personEmailRecord, updatePersonInput } from './people.rules.ts';
import { definePeople } from './people.schema.ts';

/** People: the people you work with, shared by meetings, feedback, energy entries and job applications. */
export const people: Domain = {
  schema: definePeople,
  recordRules: { Person: updatePersonInput, PersonEmail: personEmailRecord },
  searchDocuments: [personDocument],
};
