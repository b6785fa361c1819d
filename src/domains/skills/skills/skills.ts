import type { Domain } from '../../../domain.ts';
import { restoreSibling, siblingLimit } from '../../../platform/records/sibling-positions.ts';
import { skillDocument } from './skills.documents.ts';
import { skillLevelInput, skillRecord } from './skills.rules.ts';
import { defineSkills } from './skills.schema.ts';
import { skillSiblings } from './skills.service.ts';

/** Skills, with descriptions of their levels. */
export const skills: Domain = {
  schema: defineSkills,
  recordRules: { Skill: skillRecord, LevelDescriptor: skillLevelInput },
  searchDocuments: [skillDocument],
  trash: { skill: { restore: (tx, target) => restoreSibling(tx, skillSiblings, target) } },
  afterUndo: [siblingLimit(skillSiblings)],
};
