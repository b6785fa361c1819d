import type { Example } from '../../../support/examples.ts';

export const example: Example = {
  bounded: {
    'AssessedLevel.assessments': 'One for each assessor.',
    'SkillMatrix.categories': 'A framework has at most 50 categories.',
    'SkillMatrixCategory.skills': 'A category has at most 100 skills.',
  },
};
