import type { Domain } from '../../../domain.ts';
import { defineSkillClaims } from './skill-claims.schema.ts';

/** What skills are claimed to be: levels with their evidence, whether that is recent, and who sees it otherwise. */
export const skillClaims: Domain = {
  schema: defineSkillClaims,
};
