import type { Domain } from '../../../domain.ts';
import { siblingLimit } from '../../../platform/records/sibling-positions.ts';
import { skillDocument } from './skills.documents.ts';
import { defineSkills } from './skills.schema.ts';
import { restoreSkill, skillSiblings } from './skills.service.ts';

/** Skills: what one can be good at, and what each level of it looks like. */
export const skills: Domain = {
  schema: defineSkills,
  searchDocuments: [skillDocument],
  trash: { skill: { restore: restoreSkill } },
  afterUndo: [siblingLimit(skillSiblings)],
};
