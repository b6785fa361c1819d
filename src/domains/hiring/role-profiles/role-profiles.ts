import type { Domain } from '../../../domain.ts';
import { roleProfileDocument } from './role-profiles.documents.ts';
import { defineRoleProfiles } from './role-profiles.schema.ts';

/** Role profiles: what one prepares for, and what it asks. */
export const roleProfiles: Domain = {
  schema: defineRoleProfiles,
  searchDocuments: [roleProfileDocument],
};
