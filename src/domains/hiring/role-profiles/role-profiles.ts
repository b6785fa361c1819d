import type { Domain } from '../../../domain.ts';
import { roleProfileDocument } from './role-profiles.documents.ts';
import { requirementInput, updateRoleProfileInput } from './role-profiles.rules.ts';
import { defineRoleProfiles } from './role-profiles.schema.ts';

/** Role profiles: the roles that the viewer prepares for, with their requirements. */
export const roleProfiles: Domain = {
  schema: defineRoleProfiles,
  recordRules: { RoleProfile: updateRoleProfileInput, RoleRequirement: requirementInput },
  searchDocuments: [roleProfileDocument],
};
