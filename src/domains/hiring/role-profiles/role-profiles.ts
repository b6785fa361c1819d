import type { Domain } from '../../../domain.ts';
import { roleProfileDocument } from './role-profiles.documents.ts';
import { defineRoleProfiles } from './role-profiles.schema.ts';

/** Role profiles: the roles that the viewer prepares for, with their requirements. */
export const roleProfiles: Domain = {
  schema: defineRoleProfiles,
  searchDocuments: [roleProfileDocument],
};
