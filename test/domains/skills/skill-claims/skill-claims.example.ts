import type { Example } from '../../../support/examples.ts';

export const example: Example = {
  bounded: {
    'Query.skillGaps': 'A role has at most 50 requirements.',
    'Query.skillHistory': 'At most 120 periods; more is refused.',
    'SkillClaim.evidence': 'The latest 20.',
    'SkillClaim.disagreements': 'Of two other sources.',
  },
};
