import type { Domain } from '../../../domain.ts';
import { siblingLimit } from '../../../platform/records/sibling-positions.ts';
import { frameworkDocument, skillCategoryDocument } from './frameworks.documents.ts';
import { defineFrameworks } from './frameworks.schema.ts';
import { categorySiblings, requireScales, restoreSkillCategory } from './frameworks.service.ts';

/** Frameworks: ladders of skills, in categories, with a scale of levels. */
export const frameworks: Domain = {
  schema: defineFrameworks,
  searchDocuments: [frameworkDocument, skillCategoryDocument],
  trash: { skillCategory: { restore: restoreSkillCategory } },
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
      afterUndo: requireScales,
    },
  ],
};
