import type { Domain } from '../../../domain.ts';
import { restoreSibling, siblingLimit } from '../../../platform/records/sibling-positions.ts';
import { frameworkDocument, skillCategoryDocument } from './frameworks.documents.ts';
import { frameworkRecord, skillCategoryRecord } from './frameworks.rules.ts';
import { defineFrameworks } from './frameworks.schema.ts';
import { categorySiblings, requireLevelsOnScales } from './frameworks.service.ts';

/** Skills frameworks: a scale of levels, and categories of skills in an order of your own. */
export const frameworks: Domain = {
  schema: defineFrameworks,
  recordRules: { Framework: frameworkRecord, SkillCategory: skillCategoryRecord },
  searchDocuments: [frameworkDocument, skillCategoryDocument],
  trash: { skillCategory: { restore: (tx, target) => restoreSibling(tx, categorySiblings, target) } },
  afterUndo: [
    siblingLimit(categorySiblings),
    {
      models: [
        'framework',
        'skillCategory',
        'skill',
        'levelDescriptor',
        'assessment',
        'skillTarget',
        'roleRequirement',
      ],
      afterUndo: requireLevelsOnScales,
    },
  ],
};
