import type { Domain } from '../../../domain.ts';
import { defineRoleVersions } from './role-versions.schema.ts';

/** Versions of role profiles: what a role required before. */
export const roleVersions: Domain = {
  schema: defineRoleVersions,
};
